//! Nothing is found in outcomes that are right.

use crate::audit::testing::outcome::solve;
use crate::audit::testing::programme;
use crate::audit::testing::random::{self, Dice};
use crate::audit::{Proof, audit};

#[test]
fn the_best_of_every_matching_is_clean_and_proved() {
    let (mut served, mut waiting, mut questions, mut changing) = (0, 0, 0, 0);
    for seed in 0..3500 {
        let mut dice = Dice::new(seed);
        let (mentees, mentors) = (dice.roll(6), dice.roll(6));
        let strict = dice.roll(3) == 0;
        let programme = programme(random::programme(&mut dice, mentees, mentors, strict));
        let outcome = solve(&programme);
        let audit = audit(&programme, &outcome);
        assert!(audit.is_clean(), "seed {seed}: {:#?}", audit.findings);
        assert_eq!(audit.checked.proof, Proof::EveryLevel);
        assert_eq!(audit.checked.pairs, mentees * mentors);
        assert_eq!(audit.checked.answers, 2 * outcome.questions.len().min(200));
        served += outcome.proposals.len();
        waiting += outcome.unmatched.len();
        questions += outcome.questions.len();
        changing += outcome
            .questions
            .iter()
            .filter(|question| [question.best_changes, question.worst_changes].contains(&Some(true)))
            .count();
    }
    // The programmes are worth asking about.
    assert!(
        served > 1500 && waiting > 1500 && questions > 1500 && changing > 100,
        "{served} {waiting} {questions} {changing}"
    );
}
