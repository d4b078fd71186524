//! Every matching but the best is refuted, at the right level.

use crate::audit::book::Book;
use crate::audit::testing::outcome::{outcome, solve};
use crate::audit::testing::random::{self, Dice};
use crate::audit::testing::{criterion, matching, mentee, mentor, programme};
use crate::audit::{FindingCode, Proof, audit, levels};
use crate::domain::{CriterionKind, PersonId, Programme, UnknownAnswer};
use crate::outcome::{LevelName, Outcome, Status};

/// The mentor of each mentee in the outcome, by place.
fn chosen(programme: &Programme, outcome: &Outcome) -> Vec<Option<usize>> {
    let of = |id: &PersonId| {
        outcome.proposals.iter().find(|proposal| proposal.mentee == *id).map(|proposal| &proposal.mentor)
    };
    let at = |id: &PersonId| programme.matching().mentors.iter().position(|mentor| mentor.person.id == *id);
    programme.matching().mentees.iter().map(|mentee| of(&mentee.person.id).and_then(at)).collect()
}

#[test]
fn worse_matchings_are_refuted_at_the_first_level_that_is_lower() {
    let (mut tried, mut levels_seen) = (0, std::collections::BTreeSet::new());
    for seed in 0..600 {
        let mut dice = Dice::new(seed);
        let programme = programme(random::programme(&mut dice, 4, 4, false));
        let best = solve(&programme);
        let mut worse = chosen(&programme, &best);
        // Somebody loses a place, or two swap, or somebody takes another candidate.
        let (one, other) = (dice.roll(4), dice.roll(4));
        match dice.roll(3) {
            0 => worse[one] = None,
            1 => worse.swap(one, other),
            _ => worse[one] = Some(other),
        }
        let book = Book::of(programme.matching(), crate::domain::OwnCriteria::default());
        worse.iter_mut().enumerate().filter(|(at, _)| book.is_out(*at)).for_each(|(_, mentor)| *mentor = None);
        let stated = outcome(&programme, &worse);
        let found = audit(&programme, &stated);
        let lower = best.levels.iter().zip(&stated.levels).find(|(best, stated)| best.value != stated.value);
        let Some((level, _)) = lower.filter(|_| found.checked.proof != Proof::NotAsked) else { continue };
        tried += 1;
        levels_seen.insert(levels::print(&level.level));
        let about: Vec<_> = found.findings.iter().filter(|it| it.code == FindingCode::NotOptimal).collect();
        assert_eq!(about.len(), 1, "seed {seed}");
        assert_eq!(about[0].about, Some(levels::print(&level.level)), "seed {seed}");
        assert_eq!(found.checked.proof, Proof::Refuted);
    }
    assert!(tried > 80 && levels_seen.len() >= 6, "{tried} {levels_seen:?}");
}

/// Two mentees, two mentors, everybody a candidate of everybody; only ties decide.
fn square() -> Programme {
    let mut made = matching();
    made.mentees = vec![mentee("E1"), mentee("E2")];
    made.mentors = vec![mentor("M1"), mentor("M2")];
    made.criteria = vec![criterion(CriterionKind::RankedChoices { ranks: 1 }, UnknownAnswer::Neutral)];
    programme(made)
}

#[test]
fn a_swap_that_only_the_seed_tells_apart_is_refuted_at_the_seed() {
    let programme = square();
    let best = chosen(&programme, &solve(&programme));
    let other: Vec<_> = best.iter().map(|mentor| mentor.map(|at| 1 - at)).collect();
    let found = audit(&programme, &outcome(&programme, &other));
    let codes: Vec<_> = found.findings.iter().map(|it| (it.code, it.about.as_deref())).collect();
    assert_eq!(codes, [(FindingCode::NotOptimal, Some("seed"))]);
}

#[test]
fn the_best_found_must_serve_the_most_and_no_more() {
    let programme = square();
    let best = chosen(&programme, &solve(&programme));
    let other: Vec<_> = best.iter().map(|mentor| mentor.map(|at| 1 - at)).collect();
    let mut stated = outcome(&programme, &other);
    stated.status = Status::BestFound;
    stated.levels.last_mut().unwrap().bound += 1;
    let found = audit(&programme, &stated);
    assert!(found.is_clean(), "{:#?}", found.findings);
    assert_eq!(found.checked.proof, Proof::ServedLevels);

    let mut fewer = outcome(&programme, &[best[0], None]);
    fewer.status = Status::BestFound;
    fewer.levels.last_mut().unwrap().bound += 1;
    let found = audit(&programme, &fewer);
    assert_eq!(found.findings[0].about, Some(levels::print(&LevelName::TierServed(1))));
}
