//! Where too few mentors are those whom mentees ask for: somebody like themselves, or of a background they name.

use crate::compile::{Answered, Column};
use crate::domain::{Answer, Attribute, Preference, Strength, Want};
use crate::outcome::{GroupNeed, RecruitmentNeed};
use crate::round::Round;
use rayon::prelude::*;
use std::collections::{BTreeMap, VecDeque};

/// Fewest mentees of whom a group is named.
const NAMED: usize = 5;

/// A need for every attribute on which somebody wishes to have the same, or a protected one of which somebody names the
/// value, where not all who ask could be given a place with such a mentor. By name of the attribute.
pub(super) fn recruitment(round: &Round<'_>) -> Vec<RecruitmentNeed> {
    let attributes: Vec<&Attribute> = round.compiled.matching.attributes.values().collect();
    attributes.into_par_iter().with_max_len(1).filter_map(|attribute| need(round, attribute)).collect()
}

/// Mentees who ask for the same mentors: what they wish, and their own answer where it is to be the same.
type Kinds<'a> = BTreeMap<(Vec<&'a Want>, Option<Answered<'a>>), Vec<usize>>;

fn need(round: &Round<'_>, attribute: &Attribute) -> Option<RecruitmentNeed> {
    let (compiled, matching) = (round.compiled, round.compiled.matching);
    let (own, theirs) = (compiled.mentees.column(&attribute.key), compiled.mentors.column(&attribute.key));
    let mut asking: Kinds<'_> = BTreeMap::new();
    let mut must = 0;
    for (at, mentee) in matching.mentees.iter().enumerate() {
        let heeded = || mentee.person.preferences.iter().filter(|wish| asks(attribute, wish, own, at));
        let wants: Vec<&Want> = heeded().map(|wish| &wish.want).collect();
        if !wants.is_empty() {
            must += usize::from(heeded().any(|wish| wish.strength == Strength::Must));
            let like = wants.contains(&&Want::Same).then(|| own.answer(at));
            asking.entry((wants, like)).or_default().push(at);
        }
    }
    if asking.is_empty() {
        return None;
    }
    let able = (0..compiled.mentors()).filter(|mentor| capacity(round, *mentor) > 0);
    let offering = of_kind(theirs, able);
    let places = |mentors: &[usize]| mentors.iter().map(|mentor| u64::from(capacity(round, *mentor))).sum::<u64>();
    let free: Vec<u64> = offering.iter().map(|kind| places(kind)).collect();
    let suits: Vec<Vec<usize>> = asking
        .values()
        .map(|mentees| {
            let first = mentees.first().copied().unwrap_or_default();
            let is_met = |kind: &Vec<usize>| meets(round, attribute, first, kind.first().copied().unwrap_or_default());
            offering.iter().enumerate().filter(|(_, kind)| is_met(kind)).map(|(at, _)| at).collect()
        })
        .collect();
    let asked: Vec<u64> = asking.values().map(|mentees| mentees.len() as u64).collect();
    let short = asked.iter().sum::<u64>() - most_given(&asked, &free, &suits);
    if short == 0 {
        return None;
    }
    let mut met: Vec<usize> = suits.iter().flatten().copied().collect();
    met.sort_unstable();
    met.dedup();
    let of_met = || met.iter().filter_map(|at| offering.get(*at));
    let waiting = |mentee: &&usize| round.mentor_of(**mentee).is_none() && !compiled.fixed.is_out(**mentee);
    let mut by_name: BTreeMap<String, (usize, u64)> = BTreeMap::new();
    for (((wants, _), mentees), suits) in asking.iter().zip(&suits) {
        let first = mentees.first().and_then(|at| matching.mentees.get(*at));
        let like = first.and_then(|mentee| mentee.person.answers.get(&attribute.key));
        let places = suits.iter().filter_map(|at| free.get(*at)).sum();
        let group = by_name.entry(named(attribute, wants, like)).or_insert((0, u64::MAX));
        *group = (group.0 + mentees.len(), group.1.min(places));
    }
    let groups = by_name.into_iter().map(|(what, (asked, places))| GroupNeed { what, asked, places });
    let mut groups: Vec<GroupNeed> = groups.filter(|one| one.asked >= NAMED && one.places < one.asked as u64).collect();
    groups.sort_by_key(|one| std::cmp::Reverse(one.asked as u64 - one.places));
    Some(RecruitmentNeed {
        attribute: attribute.key.to_string(),
        asked: asking.values().map(Vec::len).sum(),
        must,
        waiting: asking.values().flatten().filter(waiting).count(),
        without: asking.values().zip(&suits).filter(|(_, suits)| suits.is_empty()).map(|(of, _)| of.len()).sum(),
        mentors: of_met().map(Vec::len).sum(),
        places: of_met().map(|kind| places(kind)).sum(),
        short,
        groups,
    })
}

/// Whether the wish asks for certain mentors: for the same, which an own answer says, or for a protected value by name. A
/// blank, and an answer that tells of no group, such as any other background, is the same as nobody's: no recruitment helps.
fn asks(attribute: &Attribute, wish: &Preference, own: &Column, mentee: usize) -> bool {
    let asked = match &wish.want {
        Want::Same => own.agree(mentee, own, mentee) == Some(true),
        Want::AnyOf(_) => attribute.protected.is_some(),
        Want::Different | Want::Range { .. } => false,
    };
    asked && wish.attribute == attribute.key && matches!(wish.strength, Strength::Must | Strength::Prefer)
}

/// Whether the mentor has all that the mentee asks for.
fn meets(round: &Round<'_>, attribute: &Attribute, mentee: usize, mentor: usize) -> bool {
    let (mentees, mentors) = (&round.compiled.mentees, &round.compiled.mentors);
    let Some(stated) = round.compiled.matching.mentees.get(mentee) else { return false };
    let wishes = stated.person.preferences.iter().zip(mentees.wishes(mentee));
    let own = mentees.column(&attribute.key);
    let mut heeded = wishes.filter(|(wish, _)| asks(attribute, wish, own, mentee));
    heeded.all(|(_, wish)| wish.holds(mentees, mentee, mentors, mentor) == Some(true))
}

/// What a group asks for, as the programme spells it.
fn named(attribute: &Attribute, wants: &[&Want], like: Option<&Answer>) -> String {
    let labels = |terms: &mut dyn Iterator<Item = &std::sync::Arc<str>>| -> String {
        terms.map(|term| attribute.label(term)).collect::<Vec<_>>().join(" or ")
    };
    let parts = wants.iter().filter_map(|want| match (want, like) {
        (Want::AnyOf(terms), _) => Some(labels(&mut terms.iter())),
        (Want::Same, Some(Answer::OneOf(term))) => Some(attribute.label(term).to_owned()),
        (Want::Same, Some(Answer::Tags(terms))) => Some(labels(&mut terms.iter())),
        (Want::Same, Some(other)) => other.position().map(|position| attribute.shown_position(position)),
        _ => None,
    });
    parts.collect::<Vec<_>>().join(" and ")
}

/// How many of those who ask can be given a place with a mentor who suits, however the places are given out: a greatest
/// flow from kinds of mentees to kinds of mentors (Ford and Fulkerson 1956). Once nothing can be reached from a kind, it
/// and what was looked at stay out, so that time is kinds times pairs of kinds that suit, at most.
fn most_given(asked: &[u64], places: &[u64], suits: &[Vec<usize>]) -> u64 {
    let mut free = places.to_vec();
    let mut held: Vec<BTreeMap<usize, u64>> = vec![BTreeMap::new(); places.len()];
    let mut dead = vec![false; places.len()];
    let mut given = 0;
    for (kind, wanted) in asked.iter().enumerate() {
        let mut left = *wanted;
        while left > 0 {
            // The kind of mentees that first asked each kind of mentors, and the kind of mentors it holds places of.
            let mut asked_by: Vec<Option<(usize, Option<usize>)>> = vec![None; places.len()];
            let mut asking = VecDeque::from([(kind, None)]);
            let mut seen = Vec::new();
            let mut found = None;
            'search: while let Some((next, from)) = asking.pop_front() {
                for at in suits.get(next).into_iter().flatten() {
                    let Some(asked) = asked_by.get_mut(*at).filter(|one| one.is_none()) else { continue };
                    if dead.get(*at).copied().unwrap_or(true) {
                        continue;
                    }
                    *asked = Some((next, from));
                    seen.push(*at);
                    if free.get(*at).is_some_and(|free| *free > 0) {
                        found = Some(*at);
                        break 'search;
                    }
                    asking.extend(held.get(*at).into_iter().flat_map(BTreeMap::keys).map(|of| (*of, Some(*at))));
                }
            }
            let Some(end) = found else {
                for at in &seen {
                    dead.iter_mut().skip(*at).take(1).for_each(|dead| *dead = true);
                }
                break;
            };
            let mut way = Vec::new();
            let mut at = Some(end);
            while let Some(place) = at {
                let Some((of, from)) = asked_by.get(place).copied().flatten() else { break };
                way.push((of, from, place));
                at = from;
            }
            let most = |(of, from, _): &(usize, Option<usize>, usize)| {
                from.and_then(|from| held.get(from)?.get(of).copied()).unwrap_or(left)
            };
            let amount = way.iter().map(most).chain(free.get(end).copied()).min().unwrap_or(0).min(left);
            for (of, from, to) in way {
                if let Some(held) = from.and_then(|from| held.get_mut(from)) {
                    let rest = held.get(&of).map_or(0, |now| now - amount);
                    if rest == 0 {
                        held.remove(&of)
                    } else {
                        held.insert(of, rest)
                    };
                }
                held.get_mut(to).into_iter().for_each(|held| *held.entry(of).or_default() += amount);
            }
            free.get_mut(end).into_iter().for_each(|free| *free -= amount);
            left -= amount;
            given += amount;
        }
    }
    given
}

fn capacity(round: &Round<'_>, mentor: usize) -> u32 {
    round.compiled.matching.mentors.get(mentor).map_or(0, |one| one.capacity)
}

/// People with the same answer together, blanks left out.
fn of_kind(column: &Column, people: impl Iterator<Item = usize>) -> Vec<Vec<usize>> {
    let mut kinds: BTreeMap<Answered<'_>, Vec<usize>> = BTreeMap::new();
    for person in people.filter(|person| !column.is_blank(*person)) {
        kinds.entry(column.answer(person)).or_default().push(person);
    }
    kinds.into_values().collect()
}
