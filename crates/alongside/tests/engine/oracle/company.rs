//! Whether a mentor can have several mentees at once, by trying everything.

use super::settled::Settled;
use alongside::domain::{Answer, AttributeKey, HALF_HOURS, Matching, Person, RuleKind};

/// Whether more than places limits whom a mentor has.
pub(crate) fn limited(matching: &Matching, settled: &Settled) -> bool {
    let of_rule = |kind: &RuleKind| matches!(kind, RuleKind::Hours { .. } | RuleKind::Contact { .. });
    let unequal = |supervisor: usize| {
        let own = (0..settled.free.len()).filter(|at| settled.supervisor[*at] == Some(supervisor));
        let mut counts: Vec<u32> = own.filter(|at| settled.free[*at] > 0).map(|at| settled.weight[at]).collect();
        counts.dedup();
        settled.room[supervisor] > 0 && counts.len() > 1
    };
    matching.several.is_some()
        || matching.rules.iter().any(|rule| of_rule(&rule.kind))
        || (0..settled.room.len()).any(unequal)
}

/// Whether the mentor can have these mentees beside those who stand.
pub(crate) fn can_have(matching: &Matching, settled: &Settled, mentor: usize, members: &[usize]) -> bool {
    let standing: Vec<usize> = (0..matching.mentees.len())
        .filter(|mentee| settled.fixed[*mentee] == Some(mentor) || settled.reserved.contains(&(*mentee, mentor)))
        .collect();
    let number = |person: &Person, attribute| {
        person.answers.get(&AttributeKey::new(attribute)).map(|answer| answer.position().unwrap())
    };
    for rule in &matching.rules {
        let attribute = match rule.kind {
            RuleKind::Hours { .. } => "hours_per_week",
            RuleKind::Contact { .. } => "contacts_per_week",
            _ => continue,
        };
        let Some(offered) = number(&matching.mentors[mentor].person, attribute) else { continue };
        let needed = |of: &[usize]| -> i64 {
            of.iter().map(|mentee| number(&matching.mentees[*mentee].person, attribute).unwrap_or(0)).sum()
        };
        if needed(members) > (offered - needed(&standing)).max(0) {
            return false;
        }
    }
    matching.several.is_none() || arranged(matching, mentor, &[standing, members.to_vec()].concat())
}

/// How one mentee is met: with which meeting of the mentor's.
fn arranged(matching: &Matching, mentor: usize, members: &[usize]) -> bool {
    let several = matching.several.unwrap();
    let models = |person: &Person| -> Option<Vec<String>> {
        let answer: &Answer = person.answers.get(&AttributeKey::new("delivery_models"))?;
        Some(
            answer
                .terms()
                .map(|term| if **term == *"individually" { "one_to_one".into() } else { term.to_string() })
                .collect(),
        )
    };
    let theirs = models(&matching.mentors[mentor].person);
    let ways = |mentee: usize| -> Vec<String> {
        let common = |(one, other): (Vec<String>, &Vec<String>)| -> Vec<String> {
            one.into_iter().filter(|way| other.contains(way)).collect()
        };
        let shared = models(&matching.mentees[mentee].person).zip(theirs.as_ref()).map(common).unwrap_or_default();
        if shared.is_empty() { vec!["one_to_one".to_owned()] } else { shared }
    };
    // Every part of the members as the company, one bit each.
    (0..1_usize << members.len()).any(|company| {
        let inside = |at: usize| company >> at & 1 == 1;
        let suits = members.iter().enumerate().all(|(at, mentee)| {
            let ways = ways(*mentee);
            if inside(at) {
                ways.iter().any(|way| way == "together")
            } else {
                ways.iter()
                    .any(|way| way == "one_to_one" || way == "dedicated" && members.len() <= several.dedicated as usize)
            }
        });
        let together: Vec<usize> = (0..members.len()).filter(|at| inside(*at)).map(|at| members[at]).collect();
        let get_on = together.iter().all(|one| {
            let minds = &matching.mentees[*one].not_together_with;
            together.iter().all(|other| !minds.contains(&matching.mentees[*other].person.id))
        });
        let mut meetings: Vec<Vec<usize>> =
            (0..members.len()).filter(|at| !inside(*at)).map(|at| vec![members[at]]).collect();
        if !together.is_empty() {
            meetings.push(together);
        }
        suits
            && get_on
            && several.half_hours.is_none_or(|long| timed(matching, mentor, &meetings, long as usize, &mut Vec::new()))
    })
}

/// Whether the meetings have times that do not run into each other.
fn timed(matching: &Matching, mentor: usize, meetings: &[Vec<usize>], long: usize, taken: &mut Vec<usize>) -> bool {
    let Some((first, others)) = meetings.split_first() else { return true };
    let week = matching.mentors[mentor].person.availability;
    (0..HALF_HOURS).any(|begin| {
        let slots: Vec<usize> = (begin..begin + long).map(|slot| slot % HALF_HOURS).collect();
        let free = first.iter().all(|mentee| {
            let theirs = matching.mentees[*mentee].person.availability;
            week.zip(theirs).is_none_or(|(one, other)| slots.iter().all(|slot| one.has(*slot) && other.has(*slot)))
        });
        if !free || slots.iter().any(|slot| taken.contains(slot)) {
            return false;
        }
        taken.extend(&slots);
        let found = timed(matching, mentor, others, long, taken);
        taken.truncate(taken.len() - slots.len());
        found
    })
}
