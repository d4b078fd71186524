//! Several programmes in one run: a council's independent visitors for children in care, a mentoring scheme for those who
//! leave care, and a befriending line of a charity, who find volunteers for one another.

use super::{details, id, pairs, proposal, raised, story, told, waiting};
use crate::support;
use alongside::audit::audit;
use alongside::domain::{Sharing, Side, UnfitReason};
use alongside::outcome::{Obstacle, Within};
use alongside::programmes::{ProgrammeFit, Shown};
use alongside::{Engine, IssueCode};
use serde_json::{Value, json};

/// The three programmes. The visitors' volunteers may be shown to the scheme for care leavers, and to nobody else.
fn services() -> Value {
    json!([
        { "id": "visitors", "name": "Independent visitors", "setting": "statutory",
          "mentees": { "ages": { "max": 17 }, "groups": [{ "attribute": "care_status", "any_of": "in_care" }] },
          "mentors": { "ages": { "min": 21 } }, "shares_with": ["leaving-care"] },
        { "id": "leaving-care", "name": "Moving on", "setting": "statutory",
          "mentees": { "ages": { "min": 16, "max": 25 },
                       "groups": [{ "attribute": "care_status", "any_of": ["in_care", "care_leaver"] }] } },
        { "id": "line", "name": "The Tuesday line", "setting": "community",
          "mentees": { "area": { "attribute": "area", "any_of": ["Far Moor", "Upper Fold"] } } },
    ])
}

fn run(mentors: Value, mentees: Value) -> Value {
    let settings = json!({
        "attributes": { "area": { "kind": "one_of", "sensitivity": "ordinary" } },
        "programmes": services(),
        "rules": [{ "rule": "programme", "why": "Each service is commissioned for these people." }],
        "criteria": [{ "criterion": "shared_tags", "attribute": "interests", "full_at": 1, "weight": 1,
            "why": "Something to talk about." }],
        "aim": { "tiers": 2 },
    });
    story(&settings, mentors, mentees)
}

/// Somebody of seventeen, in care, referred to the scheme for care leavers.
fn soon_leaving(id: &str) -> Value {
    json!({ "id": id, "age": 17, "care_status": "in_care", "programme": "leaving-care" })
}

/// A visitor of thirty who agreed to be shown to others.
fn visitor(id: &str) -> Value {
    json!({ "id": id, "age": 30, "programmes": ["visitors"], "shared_between_programmes": "yes" })
}

/// The answer of the rule to the one pair there is.
fn refused(document: &Value) -> Vec<(Obstacle, Option<String>)> {
    let outcome = told(document);
    assert!(audit(&support::programme(document), &outcome).is_clean());
    let reasons = &outcome.unmatched[0].reasons;
    details(reasons, "programme").into_iter().map(|(what, about, _)| (what, about.map(str::to_owned))).collect()
}

#[test]
fn a_volunteer_of_one_programme_serves_another_under_the_agreement() {
    let document = run(json!([visitor("Figwort")]), json!([soon_leaving("Bramble")]));
    let outcome = told(&document);
    assert_eq!(pairs(&outcome), [("Bramble", "Figwort")]);
    let proposed = proposal(&outcome, "Bramble");
    assert_eq!(proposed.programme.as_deref(), Some("leaving-care"));
    assert_eq!(proposed.shared_by, ["visitors".into()]);
    let told: Vec<_> = outcome
        .programmes
        .iter()
        .map(|one| {
            (&*one.programme, one.mentees, one.served, one.mentors, one.shared_in, one.served_by_others, one.lent)
        })
        .collect();
    assert_eq!(told, [("visitors", 0, 0, 1, 0, 0, 1), ("leaving-care", 1, 1, 0, 1, 1, 0), ("line", 0, 0, 0, 0, 0, 0)]);
    assert!(audit(&support::programme(&document), &outcome).is_clean());
    // Who asks why is told the same.
    let engine = Engine::new();
    let why = engine.explain(&support::programme(&document), &id("Bramble"), Some(&id("Figwort"))).unwrap();
    let pair = why.pair.unwrap();
    assert_eq!((pair.shared_by, pair.within), (vec!["visitors".into()], Some(Within::All)));
    assert_eq!(why.programme.as_deref(), Some("leaving-care"));
}

#[test]
fn without_the_agreement_nobody_is_lent() {
    let mut document = run(json!([visitor("Figwort")]), json!([soon_leaving("Bramble")]));
    document["programmes"][0]["shares_with"] = json!([]);
    assert_eq!(refused(&document), [(Obstacle::NotShared, None)]);
}

#[test]
fn an_agreement_runs_in_one_direction() {
    // The scheme for care leavers has not agreed to lend its own mentors to the visitors.
    let mentor =
        json!({ "id": "Figwort", "age": 30, "programmes": ["leaving-care"], "shared_between_programmes": "yes" });
    let child = json!({ "id": "Bramble", "age": 12, "care_status": "in_care", "programme": "visitors" });
    assert_eq!(refused(&run(json!([mentor]), json!([child]))), [(Obstacle::NotShared, None)]);
}

#[test]
fn a_volunteer_who_did_not_agree_is_not_shown_to_others() {
    let mut document = run(json!([visitor("Figwort")]), json!([soon_leaving("Bramble")]));
    document["mentors"][0]["shared_between_programmes"] = json!("no");
    assert_eq!(refused(&document), [(Obstacle::SharingRefused, None)]);
    // Whoever was never asked has not agreed, and the coordinator learns whom to ask.
    document["mentors"][0]["shared_between_programmes"] = json!(null);
    assert_eq!(refused(&document), [(Obstacle::Blank, Some("shared_between_programmes".to_owned()))]);
    // Their own programme needs no such agreement.
    document["mentees"][0] = json!({ "id": "Bramble", "age": 12, "care_status": "in_care", "programme": "visitors" });
    assert_eq!(pairs(&told(&document)), [("Bramble", "Figwort")]);
}

#[test]
fn somebody_too_old_for_one_programme_is_told_which_would_fit() {
    let eighteen = json!({ "id": "Bramble", "age": 18, "care_status": "care_leaver", "area": "Lower Tumble",
        "programme": "visitors" });
    let document = run(json!([visitor("Figwort")]), json!([eighteen]));
    assert_eq!(refused(&document), [(Obstacle::MenteeNotEligible, Some("age".to_owned()))]);
    let fits = Engine::new().programmes(&support::programme(&document));
    let [bramble] = fits.mentees.as_slice() else { panic!("{fits:?}") };
    assert_eq!(bramble.programmes, ["visitors".into()]);
    let said: Vec<_> = bramble
        .each
        .iter()
        .map(|one| (&*one.programme, one.unfit.iter().map(|why| (why.reason, &*why.about)).collect::<Vec<_>>()))
        .collect();
    assert_eq!(
        said,
        [
            ("visitors", vec![(UnfitReason::TooOld, "age"), (UnfitReason::NotInGroup, "care_status")]),
            ("leaving-care", vec![]),
            ("line", vec![(UnfitReason::OutsideArea, "area")]),
        ]
    );
}

#[test]
fn somebody_who_comes_for_company_is_not_sent_to_a_programme_for_work() {
    let bramble = |purpose: Value| {
        json!([{ "id": "Bramble", "age": 18, "care_status": "care_leaver", "programme": "leaving-care",
            "purpose": purpose }])
    };
    let mentor = json!({ "id": "Figwort", "age": 30, "programmes": ["leaving-care"] });
    let document = |purpose: Value| {
        let mut document = run(json!([mentor.clone()]), bramble(purpose));
        document["programmes"][1]["mentees"]["purposes"] = json!(["targeted", "behaviour"]);
        document["programmes"][2]["mentees"] = json!({ "purposes": ["supportive"] });
        document
    };
    let company = document(json!("supportive"));
    assert_eq!(refused(&company), [(Obstacle::MenteeNotEligible, Some("purpose".to_owned()))]);
    assert_eq!(refused(&document(Value::Null)), [(Obstacle::Blank, Some("purpose".to_owned()))]);
    assert_eq!(pairs(&told(&document(json!(["supportive", "targeted"])))), [("Bramble", "Figwort")]);
    let fits = Engine::new().programmes(&support::programme(&company));
    let each: Vec<_> = fits.mentees[0].each.iter().map(|one| (&*one.programme, one.unfit.clone())).collect();
    assert_eq!(each[1].1[0].reason, UnfitReason::OtherPurpose);
    assert_eq!(
        fits.mentees[0].each[1].words(alongside::domain::Support::Mentoring),
        "not for what they come for (purpose)"
    );
    assert!(each[2].1.is_empty());
    // A mentor comes for nothing of the kind.
    let mut wrong = company;
    wrong["programmes"][1]["mentors"] = json!({ "purposes": ["targeted"] });
    assert_eq!(raised(&wrong), [IssueCode::BadSetting]);
}

#[test]
fn nobody_is_sent_to_a_programme_by_the_engine() {
    // Two programmes would fit; a person decides which.
    let unsaid = json!({ "id": "Bramble", "age": 17, "care_status": "in_care" });
    let document = run(json!([visitor("Figwort")]), json!([unsaid]));
    assert_eq!(refused(&document), [(Obstacle::Blank, Some("programme".to_owned()))]);
    assert_eq!(waiting(&told(&document), "Bramble").programme, None);
    let fits = Engine::new().programmes(&support::programme(&document));
    let fitting = fits.mentees[0].each.iter().filter(|one| one.fits()).map(|one| &*one.programme);
    assert_eq!(fitting.collect::<Vec<_>>(), ["visitors", "leaving-care"]);
    // Nobody knows where Bramble lives, so the line can neither be offered nor ruled out.
    let line = &fits.mentees[0].each[2];
    assert_eq!(line.unfit.iter().map(|one| one.reason).collect::<Vec<_>>(), [UnfitReason::Blank]);
}

#[test]
fn what_is_not_known_is_asked_for_by_name() {
    let mut child = json!({ "id": "Bramble", "care_status": "in_care", "programme": "visitors" });
    let document = run(json!([visitor("Figwort")]), json!([child]));
    assert_eq!(refused(&document), [(Obstacle::Blank, Some("age".to_owned()))]);
    child["age"] = json!(12);
    child["care_status"] = json!(null);
    let document = run(json!([visitor("Figwort")]), json!([child]));
    assert_eq!(refused(&document), [(Obstacle::Blank, Some("care_status".to_owned()))]);
    // A programme may take the risk of ages and groups, and never that of a referral.
    let mut lenient = document;
    lenient["rules"][0]["unknown"] = json!("allow");
    assert_eq!(pairs(&told(&lenient)), [("Bramble", "Figwort")]);
    lenient["mentees"][0]["programme"] = json!(null);
    assert_eq!(refused(&lenient), [(Obstacle::Blank, Some("programme".to_owned()))]);
}

#[test]
fn a_volunteer_has_to_be_one_whom_the_programme_takes() {
    let mut young = visitor("Figwort");
    young["age"] = json!(19);
    let child = json!({ "id": "Bramble", "age": 12, "care_status": "in_care", "programme": "visitors" });
    let document = run(json!([young.clone()]), json!([child]));
    assert_eq!(refused(&document), [(Obstacle::MentorNotEligible, Some("age".to_owned()))]);
    // The scheme for care leavers says nothing of its mentors' ages.
    assert_eq!(pairs(&told(&run(json!([young.clone()]), json!([soon_leaving("Bramble")])))), [("Bramble", "Figwort")]);
    // A volunteer of whom no programme is on record is nobody's to propose.
    young["programmes"] = json!(null);
    let document = run(json!([young]), json!([soon_leaving("Bramble")]));
    assert_eq!(refused(&document), [(Obstacle::Blank, Some("programmes".to_owned()))]);
}

#[test]
fn a_place_is_given_once_over_all_programmes_and_to_the_earliest_tier() {
    let mut of_both = visitor("Figwort");
    of_both["programmes"] = json!(["visitors", "line"]);
    let child = json!({ "id": "Bramble", "age": 12, "care_status": "in_care", "programme": "visitors" });
    let caller = json!({ "id": "Osbert", "age": 81, "area": "Far Moor", "programme": "line", "priority_tier": 1 });
    let document = run(json!([of_both]), json!([child, caller, soon_leaving("Sorrel")]));
    let outcome = told(&document);
    assert_eq!(pairs(&outcome), [("Osbert", "Figwort")]);
    let waiting: Vec<_> = outcome.programmes.iter().map(|one| (one.served, one.waiting, one.shared_out)).collect();
    assert_eq!(waiting, [(0, 1, 1), (0, 1, 0), (1, 0, 0)]);
    assert!(audit(&support::programme(&document), &outcome).is_clean());
}

#[test]
fn one_run_serves_more_than_three_apart() {
    // Figwort could visit Bramble or mentor Sorrel; Teasel can only visit. Apart, the visitors might well take Figwort.
    let child = json!({ "id": "Bramble", "age": 12, "care_status": "in_care", "programme": "visitors",
        "interests": "kites" });
    let mut figwort = visitor("Figwort");
    figwort["interests"] = json!("kites");
    let mut teasel = visitor("Teasel");
    teasel["shared_between_programmes"] = json!("no");
    let outcome = told(&run(json!([figwort, teasel]), json!([child, soon_leaving("Sorrel")])));
    assert_eq!(pairs(&outcome), [("Bramble", "Teasel"), ("Sorrel", "Figwort")]);
}

/// Two criteria of which the scheme for care leavers, being targeted, counts the goals twice, and the others do not.
fn weighed() -> Value {
    let mut document = run(
        json!([{ "id": "Figwort", "age": 30, "programmes": ["visitors", "leaving-care"], "interests": "kites",
            "skills": "cooking" }]),
        json!([soon_leaving("Bramble"),
            { "id": "Sorrel", "age": 12, "care_status": "in_care", "programme": "visitors", "goals": "cooking" }]),
    );
    document["programmes"][1]["purpose"] = json!("targeted");
    document["mentees"][0]["goals"] = json!("cooking");
    document["mentors"][0]["capacity"] = json!(2);
    document["criteria"] = json!([
        { "criterion": "coverage", "weight": 4, "why": "Goals." },
        { "criterion": "shared_tags", "attribute": "interests", "weight": 4, "why": "Something to talk about." },
    ]);
    document
}

fn weights(document: &Value, mentee: &str) -> Vec<i64> {
    let outcome = told(document);
    assert!(audit(&support::programme(document), &outcome).is_clean());
    proposal(&outcome, mentee).contributions.iter().map(|part| part.weight).collect()
}

#[test]
fn a_programmes_purpose_weighs_for_its_own_mentees_and_buys_them_nothing() {
    let document = weighed();
    // 8 to 4 in the sum of 8: 5 and 1/3, 2 and 2/3; what is left goes to whoever lost most.
    assert_eq!(weights(&document, "Bramble"), [5, 3]);
    assert_eq!(weights(&document, "Sorrel"), [4, 4]);
    let outcome = told(&document);
    let scheme = &outcome.programmes[1].weights;
    let told: Vec<_> = scheme.iter().map(|one| (&*one.criterion, one.weight, one.weighing.words())).collect();
    assert_eq!(
        told,
        [
            ("coverage", 5, "4 from the file, x 2 for targeted".to_owned()),
            ("shared_tags", 3, "4 from the file".to_owned())
        ]
    );
    assert!(outcome.programmes[0].weights.is_empty());
}

#[test]
fn a_programme_may_state_weights_of_its_own() {
    let mut document = weighed();
    document["programmes"][1]["weights"] = json!({ "coverage": 0 });
    // A purpose that makes nothing weigh more would be told.
    document["programmes"][1]["purpose"] = json!(null);
    assert_eq!(weights(&document, "Bramble"), [0, 8]);
    assert_eq!(weights(&document, "Sorrel"), [4, 4]);
}

#[test]
fn what_a_mentee_weighs_themselves_is_weighed_within_their_programme() {
    let mut document = weighed();
    document["own_weights"] = json!({ "coverage": { "max": 10 }, "shared_tags": { "max": 10 } });
    document["mentees"][0]["own_weights"] = json!("shared_tags 5");
    // Theirs for shared_tags, 5, beside their programme's 5 for coverage: half of the sum of 8 each.
    assert_eq!(weights(&document, "Bramble"), [4, 4]);
    document["mentees"][0]["own_weights"] = json!("shared_tags 10");
    assert_eq!(weights(&document, "Bramble"), [3, 5]);
}

#[test]
fn mentors_are_told_where_they_could_help() {
    let mut unasked = visitor("Figwort");
    unasked["shared_between_programmes"] = json!(null);
    let document = run(json!([unasked]), json!([soon_leaving("Bramble")]));
    let fits = Engine::new().programmes(&support::programme(&document));
    let [figwort] = fits.mentors.as_slice() else { panic!("{fits:?}") };
    assert_eq!((figwort.side, &*figwort.programmes), (Side::Mentor, &["visitors".into()][..]));
    let said: Vec<_> = figwort.each.iter().map(|one| one.shown.clone().unwrap()).collect();
    let asked = Shown::SharedBy { programmes: vec!["visitors".into()], sharing: Sharing::NotSaid };
    assert_eq!(said, [Shown::Own, asked, Shown::NotShared]);
    let fits: Vec<_> = figwort.each.iter().map(ProgrammeFit::fits).collect();
    assert_eq!(fits, [true, false, false]);
}

#[test]
fn a_file_says_when_its_programmes_do_not_hold_together() {
    let sound = run(json!([visitor("Figwort")]), json!([soon_leaving("Bramble")]));
    let mut without_rule = sound.clone();
    without_rule["rules"] = json!([]);
    assert_eq!(raised(&without_rule), [IssueCode::BadSetting]);
    let mut without_programmes = sound.clone();
    without_programmes["programmes"] = json!([]);
    without_programmes["rules"] = json!([]);
    let bad = IssueCode::BadSetting;
    assert_eq!(
        raised(&without_programmes),
        [bad, bad, bad, IssueCode::AnswersUnused],
        "of what only programmes look at"
    );
    let mut unknown = sound.clone();
    unknown["programmes"][0]["shares_with"] = json!(["leaving care"]);
    assert_eq!(raised(&unknown), [IssueCode::UnknownValue]);
    let mut itself = sound.clone();
    itself["programmes"][0]["shares_with"] = json!(["visitors"]);
    assert_eq!(raised(&itself), [IssueCode::BadSetting]);
    let mut mistyped = sound.clone();
    mistyped["mentees"][0]["programme"] = json!("leaving-cares");
    assert_eq!(raised(&mistyped), [IssueCode::UnknownValue]);
    let mut without_reason = sound;
    without_reason["rules"][0]["why"] = json!(null);
    assert_eq!(raised(&without_reason), [IssueCode::MissingReason]);
}
