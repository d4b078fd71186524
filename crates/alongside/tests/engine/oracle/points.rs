//! What each criterion gives a pair.

use super::answers::{Pair, Side, alike, blank, common_ways, met, metres_apart, spoken, untold};
use super::verdicts::{Verdict, visit};
use super::words::{self, counts_as, has, shared};
use alongside::domain::{
    Answer, AttributeKind, Criterion, CriterionKind, HALF_HOURS, MODELS, Person, Relation, RuleKind, UnknownAnswer,
    View, Way,
};
use jiff::ToSpan;
use std::sync::Arc;

/// Points, and the blanks that they turn on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Points {
    pub(crate) points: i64,
    /// Side and field.
    pub(crate) blanks: Vec<(Side, String)>,
}

impl Points {
    const fn known(points: i64) -> Self {
        Self { points, blanks: Vec::new() }
    }
}

/// The sum of weight times points.
pub(crate) fn fit(pair: Pair<'_>) -> i64 {
    let weighed = pair.matching.criteria.iter().zip(weights(pair));
    weighed.map(|(criterion, weight)| weight * points(criterion, pair).points).sum()
}

/// What the criteria weigh for the mentee: of the programme's sum each gets its share of what was chosen, rounded down, and
/// what is left goes one by one to whoever lost most.
pub(crate) fn weights(pair: Pair<'_>) -> Vec<i64> {
    let matching = pair.matching;
    let mut weights = super::programmes::weights(pair);
    let chosen = &pair.mentee.own_weights;
    let open: Vec<usize> = matching.own_weights.iter().map(|one| one.criterion).collect();
    let wanted: Vec<i64> = open.iter().map(|at| chosen.get(at).copied().unwrap_or(weights[*at])).collect();
    let (sum, all): (i64, i64) = (open.iter().map(|at| weights[*at]).sum(), wanted.iter().sum());
    if chosen.is_empty() || all == 0 {
        return weights;
    }
    let dealt = deal(pair, sum, &open, &wanted);
    open.iter().zip(dealt).for_each(|(at, weight)| weights[*at] = weight);
    weights
}

/// Parts of a sum in proportion to what is wanted: rounded down, and what is left one by one to whoever lost most.
pub(super) fn deal(pair: Pair<'_>, sum: i64, open: &[usize], wanted: &[i64]) -> Vec<i64> {
    let (matching, all) = (pair.matching, wanted.iter().sum::<i64>());
    let mut dealt: Vec<i64> = wanted.iter().map(|wanted| wanted * sum / all).collect();
    let lost: Vec<i64> = wanted.iter().zip(&dealt).map(|(wanted, dealt)| wanted * sum - dealt * all).collect();
    let mut order: Vec<usize> = (0..open.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(lost[*at]), matching.criteria[open[*at]].id.clone()));
    let left = sum - dealt.iter().sum::<i64>();
    order.into_iter().take(usize::try_from(left).unwrap()).for_each(|at| dealt[at] += 1);
    dealt
}

/// The mentee's and the mentor's part of the fit: a criterion of both counts half to each, the odd one to the mentee.
pub(crate) fn both_fits(pair: Pair<'_>) -> (i64, i64) {
    let (mut mentees, mut mentors) = (0, 0);
    for (criterion, weight) in pair.matching.criteria.iter().zip(weights(pair)) {
        let points = points(criterion, pair).points;
        let half = weight / 2;
        let (own, other) = match criterion.view {
            View::Mentee => (weight, 0),
            View::Mentor => (0, weight),
            View::Both => (weight - half, half),
        };
        mentees += own * points;
        mentors += other * points;
    }
    (mentees, mentors)
}

/// Whether the fit and both parts of it are as much as the aim asks for.
pub(crate) fn reaches_floors(pair: Pair<'_>) -> bool {
    let (mentees, mentors) = both_fits(pair);
    let aim = &pair.matching.aim;
    fit(pair) >= aim.floor && mentees >= aim.mentee_floor && mentors >= aim.mentor_floor
}

pub(crate) fn unknown(criterion: &Criterion) -> i64 {
    match criterion.unknown {
        UnknownAnswer::Neutral | UnknownAnswer::Ask => 500,
        UnknownAnswer::Lowest => 0,
    }
}

pub(crate) fn points(criterion: &Criterion, pair: Pair<'_>) -> Points {
    let both = |mentees: &str, mentors: &str| {
        let mut blanks = Vec::new();
        for (side, field) in [(Side::Mentee, mentees), (Side::Mentor, mentors)] {
            if blank(pair.person(side), field) {
                blanks.push((side, field.to_owned()));
            }
        }
        if blanks.is_empty() { None } else { Some(Points { points: unknown(criterion), blanks }) }
    };
    match &criterion.kind {
        CriterionKind::SharedTags { .. } | CriterionKind::SharedDislikes { .. } => {
            let (attribute, full_at, rare_counts_more) = match &criterion.kind {
                CriterionKind::SharedTags { attribute, full_at, rare_counts_more } => {
                    (attribute.as_str(), full_at, rare_counts_more)
                }
                CriterionKind::SharedDislikes { full_at, rare_counts_more } => ("dislikes", full_at, rare_counts_more),
                other => panic!("{other:?}"),
            };
            if let Some(unknown) = both(attribute, attribute) {
                return unknown;
            }
            let [theirs, ours] = [Side::Mentee, Side::Mentor].map(|side| pair.answer(side, attribute).unwrap());
            let shared = shared(pair.matching, &alongside::domain::AttributeKey::new(attribute), theirs, ours);
            let worth = |term: &Arc<str>| if *rare_counts_more { rare(pair, attribute, term) } else { 1000 };
            let sum: i64 = shared.iter().map(worth).sum();
            Points::known((sum / i64::from(*full_at)).min(1000))
        }
        CriterionKind::Coverage { mentee_attribute, mentor_attribute } => {
            both(mentee_attribute.as_str(), mentor_attribute.as_str()).unwrap_or_else(|| {
                let stated = pair.answer(Side::Mentee, mentee_attribute.as_str()).unwrap();
                let offered = pair.answer(Side::Mentor, mentor_attribute.as_str()).unwrap();
                let wanted = words::named(pair.matching, mentee_attribute, stated);
                let offered = words::has(pair.matching, mentor_attribute, offered);
                Points::known(1000 * wanted.intersection(&offered).count() as i64 / wanted.len() as i64)
            })
        }
        CriterionKind::Motivations { mentee_attribute, mentor_attribute } => {
            both(mentee_attribute.as_str(), mentor_attribute.as_str()).unwrap_or_else(|| {
                let hoped = pair.answer(Side::Mentor, mentor_attribute.as_str()).unwrap();
                let offered = pair.answer(Side::Mentee, mentee_attribute.as_str()).unwrap();
                let hoped = words::named(pair.matching, mentor_attribute, hoped);
                let offered = words::has(pair.matching, mentee_attribute, offered);
                Points::known(1000 * hoped.intersection(&offered).count() as i64 / hoped.len() as i64)
            })
        }
        CriterionKind::SameValue { attribute, relation } => both(attribute.as_str(), attribute.as_str())
            .unwrap_or_else(|| {
                let answers = [Side::Mentee, Side::Mentor].map(|side| pair.answer(side, attribute.as_str()).unwrap());
                if *relation == Relation::Different && untold(pair.matching, attribute, answers[0], answers[1]) {
                    return Points { points: unknown(criterion), blanks: Vec::new() };
                }
                let wished =
                    alike(pair.matching, attribute.as_str(), answers[0], answers[1]) == (*relation == Relation::Same);
                Points::known(if wished { 1000 } else { 0 })
            }),
        CriterionKind::LevelDistance { attribute, ideal, span } => both(attribute.as_str(), attribute.as_str())
            .unwrap_or_else(|| {
                let at = |side| pair.position(side, attribute.as_str()).unwrap();
                let distance = (at(Side::Mentor) - at(Side::Mentee) - ideal).abs();
                Points::known(if distance < *span { 1000 * (span - distance) / span } else { 0 })
            }),
        CriterionKind::SharedTime { full_at_half_hours } => {
            let weeks = [Side::Mentee, Side::Mentor].map(|side| (side, pair.person(side).availability));
            let blanks: Vec<_> = weeks.iter().filter(|(_, week)| week.is_none()).collect();
            if !blanks.is_empty() {
                let blanks = blanks.into_iter().map(|(side, _)| (*side, "availability".to_owned())).collect();
                return Points { points: unknown(criterion), blanks };
            }
            let free = |slot: &usize| weeks.iter().all(|(_, week)| week.is_some_and(|week| week.has(*slot)));
            let shared = (0..HALF_HOURS).filter(free).count() as i64;
            let full = i64::from(*full_at_half_hours);
            Points::known(1000 * shared.min(full) / full)
        }
        CriterionKind::Distance { near_km, far_km } => {
            let ways = common_ways(pair);
            if !ways.is_empty() && !ways.iter().any(|way| way == "face_to_face") {
                return Points::known(1000);
            }
            let Some(metres) = metres_apart(pair) else {
                let blanks = [Side::Mentee, Side::Mentor].into_iter().filter(|side| pair.person(*side).place.is_none());
                let blanks = blanks.map(|side| (side, "place".to_owned())).collect();
                return Points { points: unknown(criterion), blanks };
            };
            let (near, far) = (i64::from(*near_km), i64::from(*far_km));
            let apart = (metres / 500 + 1) / 2;
            Points::known((1000 * (far - apart).max(0) / (far - near)).min(1000))
        }
        CriterionKind::StatedPreferences { .. } | CriterionKind::CarerPreferences => {
            wishes(criterion, pair, unknown(criterion))
        }
        CriterionKind::RankedChoices { ranks } => {
            let choices = &pair.mentee.choices;
            if choices.is_empty() {
                return Points::known(unknown(criterion));
            }
            let ranks = i64::from(*ranks);
            let rank = choices.iter().position(|choice| *choice == pair.mentor.person.id).map(|at| at as i64 + 1);
            Points::known(rank.filter(|rank| *rank <= ranks).map_or(0, |rank| 1000 * (ranks - rank + 1) / ranks))
        }
        CriterionKind::DeliveryPreference { attribute, side } => both(attribute.as_str(), attribute.as_str())
            .unwrap_or_else(|| Points::known(liked(pair, attribute.as_str(), *side))),
        CriterionKind::Duration => lasting(criterion, pair),
        CriterionKind::TrainingHeld { items } => {
            let held = items.iter().filter(|item| {
                pair.mentor.training.iter().filter(|record| record.name == item.name).any(|record| {
                    let issued = record.issued.is_none_or(|issued| issued <= pair.matching.as_of);
                    let months = item.valid_months.map(i32::from).zip(record.issued);
                    let last = record.expires.or(months.map(|(months, issued)| later(issued, months)));
                    issued && last.is_none_or(|last| last >= pair.matching.planned_until)
                })
            });
            Points::known(1000 * held.count() as i64 / items.len() as i64)
        }
        CriterionKind::Lookup { mentee_attribute, mentor_attribute, entries, otherwise } => {
            both(mentee_attribute.as_str(), mentor_attribute.as_str()).unwrap_or_else(|| {
                let word = |side, attribute: &alongside::domain::AttributeKey| match (
                    pair.answer(side, attribute.as_str()),
                    &pair.matching.attributes[attribute].kind,
                ) {
                    (Some(Answer::OneOf(term)), _) => counts_as(pair.matching, attribute, term),
                    (Some(Answer::Level(at)), AttributeKind::Level(order)) => order[usize::from(*at)].clone(),
                    other => panic!("{other:?}"),
                };
                let words = (word(Side::Mentee, mentee_attribute), word(Side::Mentor, mentor_attribute));
                let line = entries.iter().find(|line| line.mentee == words.0 && line.mentor == words.1);
                Points::known(line.map_or(*otherwise, |line| line.points))
            })
        }
        CriterionKind::Supplied { ranks, scores } => {
            let (mentee, mentor) = (&pair.mentee.person.id, &pair.mentor.person.id);
            let line = scores.iter().find(|line| line.mentee == *mentee && line.mentor == *mentor);
            match (line, ranks) {
                (None, _) => Points { points: unknown(criterion), blanks: vec![(Side::Mentee, "scores".to_owned())] },
                (Some(line), None) => Points::known(line.number),
                (Some(line), Some(ranks)) => Points::known(1000 * (ranks - line.number + 1) / ranks),
            }
        }
        CriterionKind::Own => panic!("made-up programmes are read from documents alone"),
    }
}

/// How much of the mentee's time is sure, day by day.
fn lasting(criterion: &Criterion, pair: Pair<'_>) -> Points {
    let matching = pair.matching;
    let until = |side| match pair.answer(side, "available_until") {
        Some(Answer::Date(day)) => Some(*day),
        _ => None,
    };
    let promised = match pair.answer(Side::Mentor, "promised_months") {
        Some(Answer::Number(months)) => Some(i32::try_from(months.0.div_euclid(1000).max(0)).unwrap()),
        _ => None,
    };
    if promised.is_none() && until(Side::Mentor).is_none() {
        return Points { points: unknown(criterion), blanks: vec![(Side::Mentor, "promised_months".to_owned())] };
    }
    let days = matching.as_of.tomorrow().unwrap().series(1.day()).take_while(|day| *day <= matching.planned_until);
    let wanted: Vec<_> = days.filter(|day| until(Side::Mentee).is_none_or(|last| *day <= last)).collect();
    let sure = wanted.iter().filter(|day| {
        let promise = promised.is_none_or(|months| **day <= later(matching.as_of, months));
        promise && until(Side::Mentor).is_none_or(|last| **day <= last)
    });
    let sure = sure.count() as i64;
    Points::known(if wanted.is_empty() { 1000 } else { 1000 * sure / wanted.len() as i64 })
}

/// The same day so many months later.
fn later(day: alongside::domain::Date, months: i32) -> alongside::domain::Date {
    day.checked_add(months.months()).unwrap()
}

/// How much the way or form is liked that the mentee would rather have than any other possible one.
fn liked(pair: Pair<'_>, attribute: &str, whose: Option<Side>) -> i64 {
    let methods = attribute == "delivery_methods";
    let list = |side| -> Vec<&'static str> {
        let left: Vec<String> = pair.answer(side, attribute).unwrap().terms().map(ToString::to_string).collect();
        let person = pair.person(side);
        let all: Vec<&'static str> = if methods {
            person.ways.ways().map(Way::word).collect()
        } else {
            person.models.iter().map(|at| MODELS[at]).collect()
        };
        all.into_iter().filter(|word| left.contains(&(*word).to_owned())).collect()
    };
    let (theirs, ours) = (list(Side::Mentee), list(Side::Mentor));
    let rules = || pair.matching.rules.iter();
    let possible = |way: &str| {
        let refused = rules().filter(|rule| match &rule.kind {
            RuleKind::Travel { who, max_km, unknown } => {
                matches!(visit(pair, *who, *max_km, *unknown), Verdict::Refused(..))
            }
            _ => false,
        });
        !methods || (spoken(pair, way) != Some(false) && (way != "face_to_face" || refused.count() == 0))
    };
    let Some(taken) = theirs.iter().find(|way| ours.contains(way) && possible(way)) else { return 0 };
    let of = |list: &[&str]| {
        let (many, at) = (list.len() as i64, list.iter().position(|way| way == taken).unwrap() as i64);
        1000 * (many - at) / many
    };
    match whose {
        Some(Side::Mentee) => of(&theirs),
        Some(Side::Mentor) => of(&ours),
        None => i64::midpoint(of(&theirs), of(&ours)),
    }
}

/// What a shared term is worth where rare ones count more.
fn rare(pair: Pair<'_>, attribute: &str, term: &Arc<str>) -> i64 {
    let matching = pair.matching;
    let everybody =
        matching.mentees.iter().map(|one| &one.person).chain(matching.mentors.iter().map(|one| &one.person));
    let answered: Vec<&Person> = everybody.filter(|person| !blank(person, attribute)).collect();
    let key = alongside::domain::AttributeKey::new(attribute);
    let with =
        answered.iter().filter(|person| has(matching, &key, person.answers.get(&key).unwrap()).contains(term)).count()
            as i64;
    let all = answered.len() as i64;
    500 + 500 * (all - with) / all
}

/// The mean over the soft wishes heeded, open ones at `open` points.
fn wishes(criterion: &Criterion, pair: Pair<'_>, open: i64) -> Points {
    let heeded = heeded(criterion, pair);
    if heeded.is_empty() {
        return Points::known(unknown(criterion));
    }
    let earned = heeded.iter().map(|wish| match wish.met {
        Some(true) => 1000,
        Some(false) => 0,
        None => open,
    });
    let points = earned.sum::<i64>() / heeded.len() as i64;
    let mut blanks: Vec<(Side, String)> = Vec::new();
    for side in [Side::Mentee, Side::Mentor] {
        let mut fields: Vec<String> = Vec::new();
        for wish in heeded.iter().filter(|wish| wish.met.is_none()) {
            if wish.turns_on.contains(&side) {
                fields.push(wish.attribute.clone());
            }
        }
        fields.sort();
        fields.dedup();
        blanks.extend(fields.into_iter().map(|field| (side, field)));
    }
    Points { points, blanks }
}

/// One soft wish that a criterion heeds.
#[derive(Debug)]
pub(super) struct Heeded {
    pub(super) attribute: String,
    pub(super) met: Option<bool>,
    /// Whose blanks leave it open.
    pub(super) turns_on: Vec<Side>,
}

pub(super) fn heeded(criterion: &Criterion, pair: Pair<'_>) -> Vec<Heeded> {
    use alongside::domain::{Strength, Want};
    let carer = criterion.kind == CriterionKind::CarerPreferences;
    let (whose, attribute) = match &criterion.kind {
        CriterionKind::StatedPreferences { side, attribute } => (*side, attribute.as_ref()),
        CriterionKind::CarerPreferences => (Some(Side::Mentee), None),
        _ => return Vec::new(),
    };
    let mut heeded = Vec::new();
    for side in [Side::Mentee, Side::Mentor].into_iter().filter(|side| whose.is_none_or(|whose| whose == *side)) {
        let (own, other) = (pair.person(side), pair.other(side));
        let wishes = if carer { &pair.mentee.carer_preferences } else { &own.preferences };
        for wish in wishes {
            let soft = carer || matches!(wish.strength, Strength::Prefer | Strength::Avoid);
            if !soft || attribute.is_some_and(|attribute| *attribute != wish.attribute) {
                continue;
            }
            let name = wish.attribute.as_str();
            let mut turns_on = Vec::new();
            for (looked_at, person) in [(side, own), (opposite(side), other)] {
                let needed = looked_at != side || matches!(wish.want, Want::Same | Want::Different);
                if needed && blank(person, name) {
                    turns_on.push(looked_at);
                }
            }
            heeded.push(Heeded { attribute: name.to_owned(), met: met(pair.matching, own, wish, other), turns_on });
        }
    }
    heeded
}

const fn opposite(side: Side) -> Side {
    match side {
        Side::Mentee => Side::Mentor,
        Side::Mentor => Side::Mentee,
    }
}
