//! What is written can be read back.

use crate::support::{blueprints, many, outcome};
use alongside::Outcome;
use proptest::prelude::*;

proptest! {
    #![proptest_config(many(200))]

    #[test]
    fn an_outcome_reads_back_as_it_was(blueprint in blueprints(8)) {
        let limited = blueprint.shape.is_multiple_of(3);
        let outcome = outcome(&if limited { blueprint.limited() } else { blueprint.document() });
        let text = outcome.to_json();
        let read = Outcome::from_json(&text);
        prop_assert_eq!(read.as_ref(), Ok(&outcome));
        prop_assert_eq!(read.unwrap().to_json(), text);
    }
}

#[test]
fn other_texts_are_told_apart() {
    let outcome = outcome(&crate::support::Blueprint { shape: 1, mentors: vec![1], mentees: vec![2] }.document());
    let text = outcome.to_json();
    let other_version = text.replace("alongside-outcome/1", "alongside-outcome/2");
    let fault = Outcome::from_json(&other_version).unwrap_err();
    assert!(fault.message.contains("alongside-outcome/1"), "{fault}");
    let further = text.replacen('{', "{ \"surprise\": 1,", 1);
    assert!(Outcome::from_json(&further).is_err());
    assert!(Outcome::from_json("").is_err());
    assert!(Outcome::from_json("[]").is_err());
    assert!(Outcome::from_json("{}").is_err());
}
