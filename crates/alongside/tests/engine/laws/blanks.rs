//! A blank is not known: it sets its own criterion to the declared unknown and touches no other.

use super::ask;
use crate::support::{blueprints, many, programme};
use alongside::domain::{Criterion, CriterionKind, PersonId, Side, UnknownAnswer};
use alongside::outcome::{Because, Contribution};
use proptest::prelude::*;

/// Answers that may be taken out, and the attribute that each leaves blank.
const FIELDS: &[&str] = &[
    "age",
    "gender",
    "ethnicity",
    "languages",
    "interests",
    "lived_experience",
    "delivery_methods",
    "dislikes",
    "goals",
    "skills",
    "trade",
    "area",
    "grade",
    "hours",
    "start",
    "availability",
    "place",
];

/// How a criterion looks at one side's answer to an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Looks {
    /// Not at all.
    Away,
    /// Its points are unknown without the answer.
    Straight,
    /// Only where somebody's soft wish is about it.
    ByWishes,
    /// Only in pairs that meet in person, or to tell which those are.
    InPerson,
    /// Only to tell which ways of meeting are possible, which a blank never rules out.
    Possible,
}

fn looks(criterion: &Criterion, side: Side, field: &str) -> Looks {
    let straight = |yes: bool| if yes { Looks::Straight } else { Looks::Away };
    match &criterion.kind {
        CriterionKind::SharedTags { attribute, .. }
        | CriterionKind::SameValue { attribute, .. }
        | CriterionKind::LevelDistance { attribute, .. } => straight(attribute.as_str() == field),
        CriterionKind::SharedTime { .. } => straight(field == "availability"),
        CriterionKind::Distance { .. } if ["place", "delivery_methods"].contains(&field) => Looks::InPerson,
        // What made-up carers wish about.
        CriterionKind::CarerPreferences if ["gender", "age", "interests"].contains(&field) => Looks::ByWishes,
        CriterionKind::StatedPreferences { attribute, .. } => {
            if attribute.as_ref().is_none_or(|attribute| attribute.as_str() == field) {
                Looks::ByWishes
            } else {
                Looks::Away
            }
        }
        CriterionKind::CarerPreferences
        | CriterionKind::Distance { .. }
        | CriterionKind::RankedChoices { .. }
        | CriterionKind::Duration
        | CriterionKind::TrainingHeld { .. }
        | CriterionKind::Supplied { .. }
        | CriterionKind::Own => Looks::Away,
        CriterionKind::DeliveryPreference { attribute, .. } => match field {
            "place" | "languages" if attribute.as_str() == "delivery_methods" => Looks::Possible,
            // What `delivery` takes out may have left nothing before.
            "age" if attribute.as_str() == "delivery_methods" && side == Side::Mentee => Looks::Possible,
            _ => straight(attribute.as_str() == field),
        },
        CriterionKind::SharedDislikes { .. } => straight(field == "dislikes"),
        CriterionKind::Lookup { mentee_attribute, mentor_attribute, .. }
        | CriterionKind::Motivations { mentee_attribute, mentor_attribute }
        | CriterionKind::Coverage { mentee_attribute, mentor_attribute } => {
            let own = if side == Side::Mentee { mentee_attribute } else { mentor_attribute };
            straight(own.as_str() == field)
        }
    }
}

fn counts_rare(criterion: &Criterion, field: &str) -> bool {
    match &criterion.kind {
        CriterionKind::SharedTags { attribute, rare_counts_more: true, .. } => attribute.as_str() == field,
        CriterionKind::SharedDislikes { rare_counts_more: true, .. } => field == "dislikes",
        _ => false,
    }
}

proptest! {
    #![proptest_config(many(300))]

    #[test]
    fn an_answer_taken_out_touches_only_its_own_criteria(
        blueprint in blueprints(4),
        of_mentee in any::<bool>(),
        who in any::<prop::sample::Index>(),
        field in prop::sample::select(FIELDS),
    ) {
        let side = if of_mentee { Side::Mentee } else { Side::Mentor };
        let people = if of_mentee { &blueprint.mentees } else { &blueprint.mentors };
        prop_assume!(!people.is_empty() && !blueprint.mentors.is_empty() && !blueprint.mentees.is_empty());
        let mut document = blueprint.document();
        // What a way of meeting needs may turn on an answer about something else.
        document.as_object_mut().unwrap().remove("delivery");
        let mut other = document.clone();
        let person = other[side.plural()][who.index(people.len())].as_object_mut().unwrap();
        person.remove(field);
        if field == "age" {
            person.remove("birth_date");
        }
        let id = PersonId::new(person["id"].as_str().unwrap()).unwrap();
        let (before, after) = (programme(&document), programme(&other));
        for ((mentee, then), (_, now)) in ask::pairs(&before).iter().zip(&ask::pairs(&after)) {
            let own = if of_mentee { *mentee == id } else { then.mentor == id };
            for ((then, now), criterion) in
                then.contributions.iter().zip(&now.contributions).zip(&before.matching().criteria)
            {
                let looks = looks(criterion, side, field);
                if own && looks == Looks::Straight {
                    prop_assert_eq!(now.points, criterion.unknown.points(), "{:?}", criterion);
                }
                let in_person = then.because != Because::NotInPerson;
                if own && looks == Looks::InPerson && field == "place" && in_person {
                    prop_assert_eq!(now.points, criterion.unknown.points(), "{:?}", criterion);
                }
                if !own && !counts_rare(criterion, field) || looks == Looks::Away {
                    // Which of several spellings is printed may turn on any answer; what is said may not.
                    let said = |part: &Contribution| format!("{:?}", part.because).to_lowercase();
                    prop_assert_eq!((then.points, said(then)), (now.points, said(now)), "{:?}", criterion);
                }
                if own && looks != Looks::Possible && criterion.unknown == UnknownAnswer::Lowest {
                    prop_assert!(now.points <= then.points, "{:?}", criterion);
                }
            }
        }
    }
}
