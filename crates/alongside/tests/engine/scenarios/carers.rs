//! Carers consent where the programme needs it, are known to be informed, and have wishes of their own that count only where the programme says so.

use super::{details, pairs, points, proposal, raised, story, told, waiting};
use alongside::IssueCode;
use alongside::outcome::{Because, Met, Obstacle, StaffFact};
use serde_json::{Value, json};

fn school(mentees: Value) -> Value {
    story(
        &json!({ "rules": [{ "rule": "carer_consent", "under": 16 }],
            "criteria": [{ "criterion": "stated_preferences", "weight": 1, "why": "What people asked for." }] }),
        json!([{ "id": "Hortensia", "gender": "woman" }, { "id": "Osbert", "gender": "man" }]),
        mentees,
    )
}

#[test]
fn below_sixteen_a_carer_has_to_consent_and_a_blank_is_no_consent() {
    let said = |age: Value, consent: Value| {
        let outcome = told(&school(json!([{ "id": "Ana", "age": age, "carer_consent": consent }])));
        if outcome.proposals.is_empty() {
            let reasons = &waiting(&outcome, "Ana").reasons;
            details(reasons, "carer_consent")
                .into_iter()
                .map(|(what, about, _)| (what, about.map(str::to_owned)))
                .next()
        } else {
            None
        }
    };
    assert_eq!(said(json!(14), json!("yes")), None);
    assert_eq!(said(json!(14), json!("No")), Some((Obstacle::CarerRefuses, None)));
    assert_eq!(said(json!(14), Value::Null), Some((Obstacle::Blank, Some("carer_consent".to_owned()))));
    assert_eq!(said(json!(16), Value::Null), None, "old enough to decide");
    assert_eq!(said(json!(16), json!("no")), None);
    assert_eq!(said(Value::Null, Value::Null), Some((Obstacle::Blank, Some("age".to_owned()))));
    assert_eq!(said(Value::Null, json!("yes")), None);
}

#[test]
fn what_the_carer_would_like_is_shown_to_staff_and_counts_nowhere() {
    let with = |carer: Value| {
        told(&school(json!([{
            "id": "Ana", "age": 14, "carer_consent": "yes", "preferences": "prefer gender woman",
            "carer_preferences": carer, "carer_informed_of": "complaints procedure; whom to ring",
        }])))
    };
    let (silent, wishing) = (with(Value::Null), with(json!(["must gender man"])));
    // Not even as a must: the young person's own wish decides.
    assert_eq!((pairs(&silent), pairs(&wishing)), (vec![("Ana", "Hortensia")], vec![("Ana", "Hortensia")]));
    let (silent, wishing) = (proposal(&silent, "Ana"), proposal(&wishing, "Ana"));
    assert_eq!(
        (silent.fit, &silent.wishes, &silent.contributions),
        (wishing.fit, &wishing.wishes, &wishing.contributions)
    );
    assert!(matches!(&wishing.for_staff[..], [StaffFact::CarerInformedOf(told), StaffFact::CarerWish(wish)]
        if told.len() == 2 && wish.attribute == "gender" && wish.want == "man" && wish.met == Met::No));
    assert_eq!(silent.for_staff.len(), 1);
}

#[test]
fn what_belongs_to_a_mentees_carer_is_refused_of_a_mentor() {
    let mut document = school(json!([{ "id": "Ana", "age": 17 }]));
    document["mentors"][0]["carer_consent"] = "yes".into();
    assert_eq!(raised(&document), [IssueCode::BadSetting]);
}

#[test]
fn a_carers_wishes_count_where_the_programme_says_so_and_are_named_apart() {
    let counting = |weight: i64, wish: &str| {
        let mut document = story(
            &json!({ "criteria": [
                { "criterion": "stated_preferences", "weight": 3, "why": "People say what they want." },
                { "criterion": "carer_preferences", "weight": weight, "why": "Carers know the week." },
            ] }),
            json!([{ "id": "Agnes", "interests": "chess" }, { "id": "Bertie", "interests": "football" }]),
            json!([{ "id": "Pip", "carer_preferences": [wish] }]),
        );
        if weight == 0 {
            document["criteria"].as_array_mut().unwrap().pop();
        }
        document
    };
    let outcome = told(&counting(1, "must interests football"));
    assert_eq!(pairs(&outcome), [("Pip", "Bertie")]);
    let pair = proposal(&outcome, "Pip");
    let earned = points(pair, "carer_preferences");
    assert_eq!(earned, (1000, &Because::CarerWishes { asked: 1, met: 1, unknown: 0 }));
    assert_eq!(points(pair, "stated_preferences"), (500, &Because::NoWish), "Pip's own wishes stay Pip's own");
    // A carer's never refuses nobody.
    let outcome = told(&counting(1, "never interests football"));
    assert_eq!(pairs(&outcome), [("Pip", "Agnes")]);
    let asked = counting(1, "prefer gender woman");
    assert_eq!(raised(&asked), [IssueCode::UnjustifiedCarerWish]);
    let mut reasoned = asked;
    reasoned["justifications"] = json!([{ "attribute": "gender", "reason": "The young people asked for it." }]);
    assert_eq!(raised(&reasoned), []);
    assert_eq!(raised(&counting(0, "prefer gender woman")), [], "it counts nowhere");
}
