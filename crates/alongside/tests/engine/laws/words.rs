//! What is printed speaks of mentors and mentees, or of befrienders and befriendees, as the programme does.

use crate::support::{blueprints, many, outcome};
use alongside::Outcome;
use alongside::domain::Support;
use proptest::prelude::*;

/// Every fact of the outcome in words.
fn words(outcome: &Outcome) -> Vec<String> {
    let support = outcome.programme.support;
    let mut words: Vec<String> = outcome.levels.iter().map(|level| level.level.words()).collect();
    for one in &outcome.proposals {
        words.extend(one.contributions.iter().map(|part| part.because.words(support)));
        words.extend(one.wishes.iter().map(|wish| wish.words(support)));
        // A criterion, too, goes by its id.
        words.extend(one.against.iter().map(|it| it.words().replacen(&*it.criterion, "a criterion", 1)));
    }
    let waiting = outcome.unmatched.iter().flat_map(|one| &one.reasons);
    for reason in waiting.chain(outcome.idle.iter().flat_map(|one| &one.reasons)) {
        // A rule goes by its id, which is printed as it stands.
        words.push(reason.words().replacen(&*reason.rule, "a rule", 1));
        words.extend(reason.details.iter().map(|one| one.obstacle.words(one.about.as_deref(), support)));
    }
    words
}

proptest! {
    #![proptest_config(many(200))]

    #[test]
    fn every_fact_has_words_in_the_programmes_vocabulary(blueprint in blueprints(6)) {
        let outcome = outcome(&blueprint.document());
        let foreign = match outcome.programme.support {
            Support::Mentoring => ["befriender", "befriendee"],
            Support::Befriending => ["mentor", "mentee"],
        };
        for words in words(&outcome) {
            prop_assert!(words.len() > 3 && !words.contains('_') && words.trim() == words, "{:?}", words);
            prop_assert!(!foreign.iter().any(|word| words.contains(word)), "{:?}", words);
        }
    }
}
