//! Words that count as others, by the programme's vocabulary.

use crate::audit::facts::{answer, has, means, named, narrowest, printed, words};
use crate::audit::pairing::{MENTEE_FIRST, Pair};
use crate::domain::{Answer, AttributeKey, CriterionKind, Matching};
use crate::outcome::CountedAs;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The words of either that count as a term on which the criterion's points rest, where their person did not name that
/// term itself: term by term, the mentee's first.
pub(super) fn counted_as(matching: &Matching, kind: &CriterionKind, pair: Pair<'_>) -> Vec<CountedAs> {
    let dislikes = AttributeKey::new("dislikes");
    let key = match kind {
        CriterionKind::SharedTags { attribute, .. } | CriterionKind::SameValue { attribute, .. } => attribute,
        CriterionKind::SharedDislikes { .. } => &dislikes,
        _ => return Vec::new(),
    };
    let answers = MENTEE_FIRST.map(|side| answer(pair.person(side), key.as_str()));
    let [Some(mentee), Some(mentor)] = answers else { return Vec::new() };
    let terms: BTreeSet<&Arc<str>> = if matches!(kind, CriterionKind::SameValue { .. }) {
        let (theirs, ours) = (named(matching, key, mentee), named(matching, key, mentor));
        if matches!(mentee, Answer::OneOf(_)) {
            // Of one term, a broader one is no agreement.
            theirs.intersection(&ours).copied().collect()
        } else {
            let of_mentee = theirs.iter().filter(|term| has(matching, key, mentor, term));
            of_mentee.chain(ours.iter().filter(|term| has(matching, key, mentee, term))).copied().collect()
        }
    } else {
        narrowest(matching, key, mentee, mentor)
    };
    let mut counted = Vec::new();
    for term in terms {
        for (side, answer) in MENTEE_FIRST.into_iter().zip([mentee, mentor]) {
            let said: Vec<&Arc<str>> = words(answer).collect();
            if said.contains(&term) {
                continue;
            }
            for word in said.into_iter().filter(|word| means(matching, key, word).contains(term)) {
                let (said, term) = (printed(matching, key, word).clone(), printed(matching, key, term).clone());
                counted.push(CountedAs { side, said, term });
            }
        }
    }
    counted
}
