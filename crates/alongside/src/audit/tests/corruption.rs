//! Every way of spoiling an outcome is caught.

mod kept;
mod people;
mod words;

use crate::audit::testing::outcome::solve;
use crate::audit::testing::programme;
use crate::audit::testing::random::{self, Dice};
use crate::audit::{FindingCode, audit};
use crate::domain::PersonId;
use crate::outcome::{Outcome, Proposal};

/// A way of spoiling: its name, what must be found, and what it does; nothing where there is nothing to spoil.
type Spoil = (&'static str, FindingCode, fn(&mut Outcome) -> Option<()>);

/// Spoils outcomes in each of these ways until each has been caught often enough.
fn all_are_caught(ways: &[Spoil]) {
    let outcomes: Vec<_> = (0..400)
        .map(|seed| {
            let mut dice = Dice::new(seed);
            let programme = programme(random::programme(&mut dice, 5, 5, seed % 4 == 0));
            let outcome = solve(&programme);
            assert!(audit(&programme, &outcome).is_clean());
            (programme, outcome)
        })
        .collect();
    for (name, code, spoil) in ways {
        let mut caught = 0;
        for (programme, right) in &outcomes {
            let mut spoilt = right.clone();
            if spoil(&mut spoilt).is_none() || caught == 40 {
                continue;
            }
            assert_ne!(spoilt, *right, "{name} changes nothing");
            let findings = audit(programme, &spoilt).findings;
            assert!(findings.iter().any(|finding| finding.code == *code), "{name} is missed: {findings:#?}");
            // Whom a finding concerns stands in its fields and nowhere else.
            let known = &programme.matching().mentees;
            let named = |text: &str| known.iter().any(|mentee| text.contains(mentee.person.id.as_str()));
            assert!(!findings.iter().any(|finding| named(&finding.message)), "{name} names somebody: {findings:#?}");
            caught += 1;
        }
        assert!(caught >= 5, "{name} was tried {caught} times only");
    }
}

/// Spoils each outcome in all of these ways at once: nothing may panic on the way.
fn all_at_once(ways: &[Spoil]) {
    for seed in 0..50 {
        let programme = programme(random::programme(&mut Dice::new(seed), 5, 5, false));
        let mut spoilt = solve(&programme);
        for (_, _, spoil) in ways {
            let _ = spoil(&mut spoilt);
            assert!(!audit(&programme, &spoilt).is_clean() || spoilt == solve(&programme));
        }
    }
}

/// An id that nobody has.
fn stranger() -> PersonId {
    crate::audit::testing::id("nobody of that name")
}

/// The first proposal of which this can be done.
fn first<T>(outcome: &mut Outcome, mut spoil: impl FnMut(&mut Proposal) -> Option<T>) -> Option<T> {
    outcome.proposals.iter_mut().find_map(&mut spoil)
}
