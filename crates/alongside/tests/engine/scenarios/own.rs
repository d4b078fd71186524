//! A program that embeds the engine brings a criterion along that no programme file can say.

use super::{points, proposal, story};
use alongside::audit::{FindingCode, audit, audit_with};
use alongside::domain::{AttributeKey, Mentee, Mentor, OwnCriteria, OwnCriterion, OwnPoints, Side};
use alongside::outcome::Because;
use alongside::{Engine, Error, Programme};
use serde_json::json;

/// The same first letter of the town; unknown where a town is.
struct FirstLetter {
    full: i64,
}

impl FirstLetter {
    fn towns<'p>(mentee: &'p Mentee, mentor: &'p Mentor) -> [Option<&'p str>; 2] {
        [&mentee.person, &mentor.person]
            .map(|person| person.answers.get(&AttributeKey::new("town"))?.terms().next().map(|term| &**term))
    }
}

impl OwnCriterion for FirstLetter {
    fn id(&self) -> &'static str {
        "same_letter"
    }

    fn points<'o>(&'o self, mentee: &Mentee, mentor: &Mentor) -> OwnPoints<'o> {
        let towns = Self::towns(mentee, mentor);
        if let [Some(one), Some(other)] = towns {
            return OwnPoints::Known(if one.chars().next() == other.chars().next() { self.full } else { 0 });
        }
        let blank = [Side::Mentee, Side::Mentor].into_iter().zip(towns).filter(|(_, town)| town.is_none());
        // In any order, and more than once: the engine puts them in order.
        let twice = blank.clone().chain(blank);
        OwnPoints::Unknown(twice.map(|(side, _)| (side, "town")).rev().collect())
    }

    fn because(&self, mentee: &Mentee, mentor: &Mentor) -> Option<String> {
        let [one, other] = Self::towns(mentee, mentor);
        (one?.chars().next() == other?.chars().next()).then(|| "the same letter".to_owned())
    }
}

fn programme() -> Programme {
    let document = story(
        &json!({
            "attributes": { "town": { "kind": "one_of", "sensitivity": "ordinary" } },
            "criteria": [{ "criterion": "own", "id": "same_letter", "weight": 3, "unknown": "ask", "why": "Alphabetical." }],
        }),
        json!([{ "id": "m1", "town": "Anvil Green" }, { "id": "m2", "town": "Bobbin" }, { "id": "m3" }]),
        json!([{ "id": "Idris", "town": "Butterwick" }, { "id": "Winnie" }]),
    );
    Programme::from_json(&document.to_string()).unwrap().programme
}

#[test]
fn it_counts_like_any_other_and_is_audited() {
    let letter = FirstLetter { full: 1000 };
    let given: [&dyn OwnCriterion; 1] = [&letter];
    let own = OwnCriteria::new(&given);
    let programme = programme();
    let outcome = Engine::new().with_own(own).run(&programme).unwrap();
    let idris = proposal(&outcome, "Idris");
    assert_eq!(idris.mentor.as_str(), "m2");
    assert_eq!(points(idris, "same_letter"), (1000, &Because::Own(Some("the same letter".into()))));
    let (points, because) = points(proposal(&outcome, "Winnie"), "same_letter");
    assert_eq!(points, 500);
    assert!(matches!(because, Because::Unknown(blanks) if blanks[0] == "mentee town"), "{because:?}");
    let asked: Vec<_> = outcome.questions.iter().map(|one| (one.person.as_str(), &*one.field, one.pairs)).collect();
    assert_eq!(asked, [("m3", "town", 2), ("Winnie", "town", 3)]);
    assert!(audit_with(&programme, &outcome, own).is_clean());

    // An audit that is not given it says so, and another answer is a finding.
    let found: Vec<FindingCode> = audit(&programme, &outcome).findings.iter().map(|one| one.code).collect();
    assert!(found.contains(&FindingCode::OwnCriterion) && found.contains(&FindingCode::Points), "{found:?}");
    let other = FirstLetter { full: 900 };
    let given: [&dyn OwnCriterion; 1] = [&other];
    let found = audit_with(&programme, &outcome, OwnCriteria::new(&given)).findings;
    assert!(found.iter().any(|one| one.code == FindingCode::Points), "{found:?}");
}

#[test]
fn without_it_with_two_or_out_of_range_nothing_runs() {
    let run = |given: &[&dyn OwnCriterion]| Engine::new().with_own(OwnCriteria::new(given)).run(&programme());
    let criterion = || "same_letter".into();
    assert_eq!(run(&[]), Err(Error::OwnCriterion { criterion: criterion(), given: 0 }));
    let letter = FirstLetter { full: 1000 };
    assert_eq!(run(&[&letter, &letter]), Err(Error::OwnCriterion { criterion: criterion(), given: 2 }));
    let far = FirstLetter { full: 1001 };
    let (mentee, mentor) = (super::id("Idris"), super::id("m2"));
    assert_eq!(run(&[&far]), Err(Error::OutOfRange { criterion: criterion(), points: 1001, mentee, mentor }));
    assert!(run(&[&far]).unwrap_err().to_string().contains("1001"));
}
