//! Ethnic groups by a list, as people themselves ask: the same group, the same broad group, another one, or no matter.

use super::{pairs, points, proposal, raised, story, told, waiting};
use alongside::domain::{ENGLAND_WALES_2021, Want, normalise_term};
use alongside::outcome::{Because, GroupNeed, Met, Obstacle};
use alongside::{IssueCode, Programme};
use serde_json::{Value, json};

/// One mentee with a wish, and mentors of these groups, by the list of the census.
fn programme(group: &str, wish: &str, mentors: &[(&str, &str)]) -> Value {
    let mentors: Vec<Value> = mentors.iter().map(|(id, group)| json!({ "id": id, "ethnicity": group })).collect();
    story(
        &json!({
            "ethnicity": { "scheme": "england_wales_2021" },
            "basis": { "ethnicity": { "basis": "not_for_profit_body", "note": "sign-up form, question 9" } },
            "criteria": [{ "criterion": "stated_preferences", "weight": 2, "why": "It was asked for." }],
        }),
        mentors.into(),
        json!([{ "id": "Ayo", "ethnicity": group, "preferences": wish }]),
    )
}

/// What became of the wish with that mentor alone.
fn met(group: &str, wish: &str, mentor: &str) -> (i64, Met) {
    let outcome = told(&programme(group, wish, &[("M", mentor)]));
    let one = proposal(&outcome, "Ayo");
    assert!(matches!(points(one, "stated_preferences").1, Because::Wishes { asked: 1, .. }));
    (points(one, "stated_preferences").0, one.wishes[0].met)
}

#[test]
fn the_same_group_is_the_same_and_the_same_broad_group_is_asked_for_by_name() {
    assert_eq!(met("African", "prefer ethnicity same", "African"), (1000, Met::Yes));
    assert_eq!(met("African", "prefer ethnicity same", "Caribbean"), (0, Met::No));
    assert_eq!(met("African", "prefer ethnicity same_broad", "Caribbean"), (1000, Met::Yes));
    assert_eq!(met("African", "prefer ethnicity same_broad", "Irish"), (0, Met::No));
    assert_eq!(met("African", "prefer ethnicity different", "Caribbean"), (1000, Met::Yes));
    assert_eq!(met("African", "prefer ethnicity different_broad", "Caribbean"), (0, Met::No));
    assert_eq!(met("African", "prefer ethnicity different_broad", "Roma"), (1000, Met::Yes));
}

#[test]
fn any_other_background_in_common_says_nothing_of_being_alike() {
    let other = "Any other Asian background";
    assert_eq!(met(other, "prefer ethnicity same", other), (0, Met::No));
    assert_eq!(met(other, "prefer ethnicity same_broad", "Chinese"), (1000, Met::Yes));
    let outcome = told(&programme(other, "must ethnicity same", &[("M", other)]));
    assert_eq!(
        super::details(&waiting(&outcome, "Ayo").reasons, "preferences"),
        [(Obstacle::WishOfMentee, Some("ethnicity"), 1)]
    );
}

#[test]
fn a_criterion_does_not_call_two_of_any_other_background_the_same_or_different() {
    let other = "Any other Asian background";
    let found = |relation: &str, mentor: &str| {
        let mut document = programme(other, "", &[("M", mentor)]);
        document["criteria"] = json!([{ "criterion": "same_value", "attribute": "ethnicity", "relation": relation,
            "weight": 1, "why": "It was asked for." }]);
        let outcome = told(&document);
        let (points, because) = points(proposal(&outcome, "Ayo"), "same_value");
        (points, because.words(outcome.programme.support))
    };
    let open = "not known: mentee's ethnicity, mentor's ethnicity".to_owned();
    assert_eq!(found("same", other), (0, open.clone()));
    assert_eq!(found("different", other), (500, open));
    assert_eq!(found("same", "Chinese"), (0, "different".to_owned()));
    assert_eq!(found("different", "Chinese"), (1000, "different".to_owned()));
}

#[test]
fn what_is_not_said_is_not_known() {
    assert_eq!(met("African", "prefer ethnicity same", ""), (500, Met::Unknown));
    assert_eq!(met("African", "prefer ethnicity same_broad", "Prefer not to say"), (500, Met::Unknown));
    // Without a list nobody knows what a broad group is, and a group that is not in the list is told.
    let mut document = programme("African", "prefer ethnicity same_broad", &[("M", "African")]);
    document.as_object_mut().unwrap().remove("ethnicity");
    assert!(raised(&document).contains(&IssueCode::BadPreference) || raised(&document).is_empty());
    assert_eq!(
        raised(&programme("Martian", "prefer ethnicity same", &[])),
        [IssueCode::UnknownValue, IssueCode::NobodyOnOneSide, IssueCode::WishWithoutOwnAnswer]
    );
}

#[test]
fn another_list_is_brought_along() {
    let mut document =
        programme("Polish", "prefer ethnicity same_broad", &[("M", "Gypsy/Traveller"), ("N", "Pakistani")]);
    document["ethnicity"] = json!({ "scheme": "own",
        "groups": { "White": ["Polish", "Gypsy/Traveller", "Other white"], "Asian": ["Pakistani"] },
        "no_match": ["Other white"] });
    assert_eq!(pairs(&told(&document)), [("Ayo", "M")]);
    document["ethnicity"]["no_match"] = json!(["Other"]);
    assert_eq!(raised(&document), [IssueCode::UnknownValue]);
    document["ethnicity"] = json!({ "scheme": "own" });
    assert!(raised(&document).contains(&IssueCode::MissingKey));
    document["ethnicity"] = json!({ "scheme": "england_wales_2021", "no_match": ["Irish"] });
    assert!(raised(&document).contains(&IssueCode::BadSetting));
}

#[test]
fn too_few_mentors_of_the_same_background_are_a_need_not_a_failure() {
    let ask = |id: &str, strength: &str| {
        json!({ "id": id, "ethnicity": "African",
        "preferences": format!("{strength} ethnicity same") })
    };
    let mut document = programme("African", "must ethnicity same", &[("M", "African"), ("N", "Irish"), ("O", "Roma")]);
    document["mentees"] = json!([ask("Ayo", "must"), ask("Bisi", "prefer"), ask("Chidi", "must"),
        { "id": "Dara", "ethnicity": "Arab", "preferences": "must ethnicity same" },
        { "id": "Eve", "ethnicity": "Irish" }]);
    let outcome = told(&document);
    let [need] = &outcome.recruitment[..] else { panic!("{:?}", outcome.recruitment) };
    assert_eq!(need.attribute, "ethnicity");
    // Four ask, three of them as a must; nobody is like Dara, and one place is all there is for the others.
    assert_eq!((need.asked, need.must, need.without, need.mentors, need.places), (4, 3, 1, 1, 1));
    assert_eq!(need.waiting, 2, "one of Ayo and Chidi, and Dara");
    assert_eq!((need.short, &need.groups[..]), (3, &[][..]));
    // Few people stand behind small numbers, so they are not told in words, and no small group is named.
    let words = need.words(outcome.programme.support);
    assert_eq!(
        words,
        "fewer than 5 mentees asked for mentors by ethnicity, and fewer than 5 more places with such mentors are needed"
    );
    // With places for all who ask there is nothing to look for.
    let plenty = programme("African", "must ethnicity same", &[("M", "African")]);
    assert_eq!(told(&plenty).recruitment, []);
}

#[test]
fn two_of_any_other_background_may_be_of_the_same_one_or_not() {
    let other = "Any other Asian background";
    assert_eq!(met(other, "prefer ethnicity different", other), (500, Met::Unknown));
    assert_eq!(met(other, "prefer ethnicity different", "Any other White background"), (1000, Met::Yes));
    assert_eq!(met(other, "avoid ethnicity different", other), (500, Met::Unknown));
    let outcome = told(&programme(other, "must ethnicity different", &[("M", other)]));
    assert_eq!(
        super::details(&waiting(&outcome, "Ayo").reasons, "preferences"),
        [(Obstacle::UnknownForWishOfMentee, Some("ethnicity"), 1)]
    );
}

/// What a wish is for, word by word.
fn wanted(wish: &str) -> Vec<String> {
    let read = Programme::from_json(&programme("African", wish, &[("M", "Irish")]).to_string()).unwrap();
    match &read.programme.matching().mentees[0].person.preferences[0].want {
        Want::AnyOf(terms) => terms.iter().map(ToString::to_string).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_group_can_be_wished_for_by_its_name_whatever_the_name_holds() {
    let narrow: Vec<&str> = ENGLAND_WALES_2021.iter().flat_map(|(_, groups)| groups.iter().copied()).collect();
    let broad: Vec<&str> = ENGLAND_WALES_2021.iter().map(|(group, _)| *group).collect();
    for (attribute, groups) in [("ethnicity", narrow), ("ethnicity_broad", broad)] {
        for one in &groups {
            assert_eq!(wanted(&format!("prefer {attribute} {one}")), [normalise_term(one)]);
            for other in groups.iter().filter(|other| *other != one) {
                let mut both = vec![normalise_term(one), normalise_term(other)];
                both.sort();
                for between in [" or ", ", ", ", or "] {
                    let wish = format!("prefer {attribute} {}{between}{other}", one.to_uppercase());
                    assert_eq!(wanted(&wish), both, "{wish}");
                }
            }
        }
    }
    assert_eq!(
        raised(&programme("African", "prefer ethnicity Irish or Atlantean", &[])),
        [IssueCode::BadPreference, IssueCode::NobodyOnOneSide]
    );
    // One word of a name is not the name.
    assert!(
        raised(&programme("African", "prefer ethnicity British", &[("M", "Irish")]))
            .contains(&IssueCode::BadPreference)
    );
}

#[test]
fn plenty_for_one_group_does_not_hide_what_another_lacks() {
    let mut document = programme("Caribbean", "prefer ethnicity same", &[("M", "Caribbean")]);
    let mentors: Vec<Value> = (0..30).map(|at| json!({ "id": format!("N{at}"), "ethnicity": "Irish" })).collect();
    document["mentors"].as_array_mut().unwrap().extend(mentors);
    let ask = |id: String, group: &str| json!({ "id": id, "ethnicity": group, "preferences": "prefer ethnicity same" });
    let mentees: Vec<Value> = (0..12)
        .map(|at| ask(format!("e{at}"), "Caribbean"))
        .chain((0..6).map(|at| ask(format!("f{at}"), "Irish")))
        .collect();
    document["mentees"] = mentees.into();
    let outcome = told(&document);
    let [need] = &outcome.recruitment[..] else { panic!("{:?}", outcome.recruitment) };
    assert_eq!((need.asked, need.places, need.short), (18, 31, 11));
    let group = GroupNeed { what: "Caribbean".to_owned(), asked: 12, places: 1 };
    assert_eq!(need.groups, [group]);
    assert_eq!(
        need.words(outcome.programme.support),
        "18 mentees asked for mentors by ethnicity, and 11 more places with such mentors are needed: Caribbean (12 asked, \
         fewer than 5 places)"
    );
}

#[test]
fn nobody_is_recruited_for_a_wish_that_no_mentor_could_meet() {
    let other = "Any other Asian background";
    let mut document = programme(other, "prefer ethnicity same", &[("M", "Irish")]);
    let ask = |id: String, group: &str| json!({ "id": id, "ethnicity": group, "preferences": "prefer ethnicity same" });
    let mentees = (0..6).map(|at| ask(format!("e{at}"), other)).chain((0..2).map(|at| ask(format!("f{at}"), "Roma")));
    document["mentees"] = mentees.collect();
    // Any number of mentors of any other background would leave the six where they are.
    let outcome = told(&document);
    let [need] = &outcome.recruitment[..] else { panic!("{:?}", outcome.recruitment) };
    assert_eq!((need.asked, need.short, &need.groups[..]), (2, 2, &[][..]));
}

#[test]
fn a_background_asked_for_by_name_is_looked_for_as_well() {
    let mentees: Vec<Value> =
        (0..8).map(|at| json!({ "id": format!("e{at}"), "preferences": "must gender woman" })).collect();
    let mentors =
        json!([{ "id": "M", "gender": "man", "capacity": 9 }, { "id": "W", "gender": "woman", "capacity": 2 }]);
    let outcome = told(&story(&json!({}), mentors, mentees.into()));
    let [need] = &outcome.recruitment[..] else { panic!("{:?}", outcome.recruitment) };
    assert_eq!((need.asked, need.must, need.waiting, need.short), (8, 8, 6, 6));
    assert_eq!(need.groups, [GroupNeed { what: "woman".to_owned(), asked: 8, places: 2 }]);
    // Chess is no background: whoever likes it is found by fit.
    let chess = json!([{ "id": "e", "preferences": "prefer interests chess" }]);
    assert_eq!(told(&story(&json!({}), json!([{ "id": "M", "interests": "kites" }]), chess)).recruitment, []);
}
