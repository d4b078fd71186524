//! Rows of bits against the rules pair by pair.

use super::*;
use crate::audit::testing::random::{Dice, programme};
use crate::domain::{Matching, RuleKind, Traveller, UnknownData};
use crate::outcome::Obstacle;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What one rule says of everybody: refused, to be checked, alone, by obstacle.
type Said<'r> = (usize, usize, usize, BTreeMap<(Obstacle, Option<&'r Arc<str>>), usize>);

/// The same with every setting for blanks, and everybody who could travel.
fn unsettled(mut made: Matching, dice: &mut Dice) -> Matching {
    for rule in &mut made.rules {
        let blank = if dice.roll(2) == 0 { UnknownData::Allow } else { UnknownData::NeedsCheck };
        match &mut rule.kind {
            RuleKind::Travel { who, unknown, max_km } => {
                *unknown = blank;
                let all = [Traveller::Mentor, Traveller::Mentee, Traveller::Either, Traveller::Both, Traveller::Nobody];
                *who = all[dice.roll(all.len())];
                *max_km = [None, Some(1), Some(40), Some(400)][dice.roll(4)];
            }
            RuleKind::DatesOverlap { minimum_days, unknown, .. } => {
                *unknown = blank;
                *minimum_days = [0, 1, 60, 300][dice.roll(4)];
            }
            RuleKind::TimeOverlap { half_hours, unknown } => {
                *unknown = blank;
                *half_hours = [1, 2, 5, 9][dice.roll(4)];
            }
            RuleKind::DeliveryMethod { unknown }
            | RuleKind::DeliveryModel { unknown }
            | RuleKind::SharedLanguage { unknown }
            | RuleKind::AgeBounds { unknown, .. }
            | RuleKind::AttributeBounds { unknown, .. } => *unknown = blank,
            _ => {}
        }
    }
    made
}

fn pair_by_pair<'r>(rules: &'r Rules<'r>, of: Side, person: usize, others: usize) -> (Vec<Said<'r>>, Vec<bool>) {
    let mut said: Vec<Said<'r>> = Vec::new();
    let mut allowed = Vec::new();
    for other in 0..others {
        let (mentee, mentor) = pair(of, person, other);
        let verdicts: Vec<Verdict<'r>> = rules.verdicts(mentee, mentor).collect();
        said.resize_with(verdicts.len(), Said::default);
        let objecting = verdicts.iter().filter(|verdict| !verdict.is_eligible()).count();
        for (of, verdict) in said.iter_mut().zip(&verdicts) {
            let Some(hurdle) = verdict.hurdle() else { continue };
            of.0 += usize::from(matches!(verdict, Verdict::Refused(_)));
            of.1 += usize::from(matches!(verdict, Verdict::NeedsCheck(_)));
            of.2 += usize::from(objecting == 1);
            *of.3.entry((hurdle.obstacle, hurdle.about)).or_default() += 1;
        }
        allowed.push(objecting == 0);
    }
    (said, allowed)
}

fn agree(made: &Matching, seen: &mut BTreeMap<Obstacle, usize>) {
    let compiled = Compiled::new(made);
    let rules = Rules::new(&compiled);
    for (of, owns, others) in
        [(Side::Mentee, compiled.mentees(), compiled.mentors()), (Side::Mentor, compiled.mentors(), compiled.mentees())]
    {
        let crowd = Crowd::new(&compiled, &rules, of);
        let odd = crowd.crew(|other| other % 2 == 1);
        let third = crowd.crew(|other| other % 3 == 0);
        let mut verdicts = crowd.verdicts();
        for person in 0..owns {
            crowd.ask(person, &mut verdicts);
            let (said, allowed) = pair_by_pair(&rules, of, person, others);
            for (at, (rule, said)) in verdicts.rules.iter().zip(&said).enumerate() {
                let details: BTreeMap<_, _> =
                    rule.details.iter().map(|(hurdle, many)| ((hurdle.obstacle, hurdle.about), *many)).collect();
                let found = (rule.refused, rule.needs_check, rule.alone, details);
                assert_eq!(&found, said, "{of:?} {person} rule {:?}", made.rules[at].kind);
                assert!(rule.details.is_sorted_by_key(|(hurdle, _)| (hurdle.obstacle, hurdle.about)));
                said.3.keys().for_each(|(obstacle, _)| *seen.entry(*obstacle).or_default() += 1);
            }
            let those = |holds: &dyn Fn(usize) -> bool| (0..others).filter(|at| allowed[*at] && holds(*at)).count();
            let mut left: Vec<usize> = crowd.allowed(&verdicts).collect();
            left.sort_unstable();
            assert_eq!(left, (0..others).filter(|at| allowed[*at]).collect::<Vec<_>>());
            assert_eq!(verdicts.people() - verdicts.objected(), left.len());
            assert_eq!(verdicts.allowed_among(&odd), those(&|at| at % 2 == 1));
            assert_eq!(verdicts.allowed_among_both(&odd, &third), those(&|at| at % 6 == 3));
        }
    }
}

#[test]
fn rows_of_bits_say_what_the_rules_say_pair_by_pair() {
    let mut dice = Dice::new(11);
    let mut seen = BTreeMap::new();
    for case in 0..48 {
        let (mentees, mentors) = [(1, 1), (3, 70), (64, 65), (90, 130)][case % 4];
        let made = programme(&mut dice, mentees, mentors, case % 8 != 0);
        agree(&unsettled(made, &mut dice), &mut seen);
    }
    // Every kind of rule had its say.
    for obstacle in [
        Obstacle::Excluded,
        Obstacle::Expired,
        Obstacle::NotRecorded,
        Obstacle::WishOfMentee,
        Obstacle::WishOfMentor,
        Obstacle::UnknownForWishOfMentee,
        Obstacle::UnknownForWishOfMentor,
        Obstacle::Blank,
        Obstacle::NoneShared,
        Obstacle::TooShort,
        Obstacle::DifferenceOutOfBounds,
        Obstacle::NotNominated,
        Obstacle::TooFar,
        Obstacle::PastPair,
        Obstacle::OnHold,
    ] {
        assert!(seen.contains_key(&obstacle), "{obstacle:?} of {seen:?}");
    }
}

#[test]
fn nobody_on_the_other_side_is_nothing_to_say() {
    let mut dice = Dice::new(5);
    for (mentees, mentors) in [(0, 4), (4, 0), (0, 0)] {
        agree(&programme(&mut dice, mentees, mentors, true), &mut BTreeMap::new());
    }
}
