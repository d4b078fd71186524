//! The closer two people say they are, the fewer ways there are for them to be matched.

use crate::support::{blueprints, many, outcome};
use alongside::domain::KnownAs;
use proptest::prelude::*;
use serde_json::json;

proptest! {
    #![proptest_config(many(150))]

    #[test]
    fn a_closer_relation_never_lets_more_pairs_through(
        blueprint in blueprints(5),
        who in any::<prop::sample::Index>(),
        whom in any::<prop::sample::Index>(),
    ) {
        prop_assume!(!blueprint.mentors.is_empty() && !blueprint.mentees.is_empty());
        let mut document = blueprint.document();
        // A nominated pair stands, and whoever is in one has no candidates: that is another law.
        document["nominated_mentors"] = "candidate".into();
        let (mentor, mentee) = (who.index(blueprint.mentors.len()), whom.index(blueprint.mentees.len()));
        let id = &document["mentees"][mentee]["id"];
        prop_assume!(document["mentors"][mentor]["id"] != *id);
        let candidates = |relation: Option<KnownAs>| {
            let mut document = document.clone();
            let entry = |relation: KnownAs| json!({ "id": id, "relation": relation.name() });
            document["mentors"][mentor]["known_to"] = relation.map(entry).into_iter().collect();
            outcome(&document).totals.candidates
        };
        let unsaid = candidates(None);
        let said = KnownAs::ALL.map(|relation| candidates(Some(relation)));
        // Professional is as good as unsaid; whatever else they say, only this pair can fall.
        prop_assert_eq!(said[0], unsaid);
        prop_assert!(said.is_sorted_by(|closer, less| closer >= less), "{:?}", said);
        prop_assert!(unsaid - said[3] <= 1, "{:?}", said);
    }
}
