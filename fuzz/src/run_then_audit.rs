//! Any sound programme, run and audited.

use crate::laws::{matched, understood};
use crate::made::programme_from;
use alongside::domain::{Matching, PersonId};
use alongside::outcome::{LevelName, Obstacle};
use alongside::{Engine, Outcome, Programme};
use arbitrary::Unstructured;
use serde_json::{Value, json};

/// The bytes choose a programme ([`programme_from`]). Beside what holds of every run, this looks at what is known of two:
/// people in another order change nothing, one more place serves no tier worse, and reasons agree with explanations.
pub fn run_then_audit(data: &[u8]) {
    let Ok(mut document) = programme_from(&mut Unstructured::new(data)) else { return };
    let read = Programme::from_json(&document.to_string());
    assert!(read.is_ok(), "the programme made is not sound: {:?}", read.err());
    let Some(programme) = understood(read) else { return };
    let Some(outcome) = matched(&programme) else { return };
    explained(&programme, &outcome);

    for side in ["mentors", "mentees"] {
        if let Some(Value::Array(people)) = document.get_mut(side) {
            people.reverse();
        }
    }
    let turned = run(&document).map(|(_, outcome)| outcome.to_json());
    assert!(turned == Some(outcome.to_json()), "people in another order change the outcome");

    if let Some((wider, served)) = wider(&mut document) {
        assert!(
            below(&served_by_tier(&outcome), &served_by_tier(&served)),
            "one more place at {wider} serves some tier worse"
        );
    }
}

fn run(document: &Value) -> Option<(Programme, Outcome)> {
    let programme = Programme::from_json(&document.to_string()).ok()?.programme;
    let outcome = Engine::new().run(&programme).ok()?;
    Some((programme, outcome))
}

/// The same programme with one more place at the first mentor who has one.
fn wider(document: &mut Value) -> Option<(String, Outcome)> {
    let mentors = document.get_mut("mentors")?.as_array_mut()?;
    let places = |mentor: &Value| mentor.get("capacity").and_then(Value::as_i64);
    let mentor = mentors.iter_mut().find(|mentor| places(mentor).is_some_and(|places| (1..1000).contains(&places)))?;
    let (id, places) = (mentor.get("id")?.to_string(), places(mentor)?);
    mentor.as_object_mut()?.insert("capacity".to_owned(), json!(places + 1));
    Some((id, run(document)?.1))
}

fn served_by_tier(outcome: &Outcome) -> Vec<i64> {
    let tiers = outcome.levels.iter().filter(|level| matches!(level.level, LevelName::TierServed(_)));
    tiers.map(|level| level.value).collect()
}

fn below(before: &[i64], after: &[i64]) -> bool {
    before.len() == after.len() && before.iter().zip(after).all(|(before, after)| before <= after)
}

/// Everybody is proposed, waiting, or has a pair or a hold, and what is said of each pair agrees with that.
fn explained(programme: &Programme, outcome: &Outcome) {
    let matching = programme.matching();
    let apart = outcome.kept.len() + outcome.urgent.len() + outcome.totals.held;
    let mentees = outcome.proposals.len() + outcome.unmatched.len() + apart;
    assert!(mentees == matching.mentees.len(), "a mentee is lost");
    for mentee in &matching.mentees {
        let mentee = &mentee.person.id;
        for mentor in some_mentors(matching) {
            let explanation = Engine::new().explain(programme, mentee, Some(mentor));
            let Ok(explanation) = explanation else {
                assert!(explanation.is_ok(), "a pair of the programme is not explained");
                return;
            };
            let proposal = outcome.proposals.iter().find(|proposal| proposal.mentee == *mentee);
            assert!(explanation.proposal.as_ref() == proposal, "the explanation has another proposal");
            let waiting = outcome.unmatched.iter().find(|waiting| waiting.mentee == *mentee);
            assert!(explanation.unmatched.as_ref() == waiting, "the explanation has other reasons");
            let Some(pair) = explanation.pair else {
                assert!(mentor.as_str().is_empty(), "the pair asked about is not in the explanation");
                continue;
            };
            let refused = pair.verdicts.iter().any(|verdict| verdict.obstacle.is_some());
            let candidate = explanation.candidates.iter().any(|candidate| candidate.mentor == *mentor);
            let stands = explanation.kept.is_some() || explanation.urgent.is_some() || !explanation.held.is_empty();
            let open = !refused && !pair.below_floor && pair.places_open > 0 && !stands;
            assert!(candidate == open, "a pair is a candidate and is not");
            let made = proposal.is_some_and(|proposal| proposal.mentor == *mentor);
            assert!(made == pair.proposed && (!made || candidate), "a pair is proposed and is not");
            let fit: i64 = pair.contributions.iter().map(|part| part.contribution).sum();
            assert!(pair.fit == fit, "the parts do not add up");
            assert!(pair.if_made.is_some() == candidate, "what would follow is told of the wrong pairs");
            if let (true, Some(levels)) = (made, &pair.if_made) {
                assert!(*levels == pair.as_proposed, "what is proposed would change something");
            }
            let same = pair.verdicts.iter().any(|verdict| verdict.obstacle == Some(Obstacle::SamePerson));
            assert!(same == (mentee == mentor), "who is one person is told wrongly");
        }
    }
}

/// Three mentors are enough: the first, the middle and the last.
fn some_mentors(matching: &Matching) -> impl Iterator<Item = &PersonId> {
    let (last, middle) = (matching.mentors.len().saturating_sub(1), matching.mentors.len() / 2);
    let mentors = matching.mentors.iter().enumerate();
    mentors.filter(move |(at, _)| [0, middle, last].contains(at)).map(|(_, mentor)| &mentor.person.id)
}
