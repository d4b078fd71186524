//! Verdicts worked out by hand from the specification. Seen from 2026-09-01, planned until 2027-07-31.

use crate::audit::pairing::Pair;
use crate::audit::rules::{Verdict, ask};
use crate::audit::settled::Settled;
use crate::audit::testing::{Given, any_of, held, key, matching, mentee, mentor, number, one, required, rule, tags};
use crate::audit::testing::{date, id};
use crate::domain::{
    Answer, Bounds, Decision, DecisionKind, Held, KnownAs, Mentee, Mentor, Relation, RuleKind, Strength, Traveller,
    UnknownData, Want,
};
use crate::outcome::Obstacle;

/// The verdict in words: `eligible`, or `refused` or `check` with the obstacle and what it is about.
fn said(kind: RuleKind, mentee: &Mentee, mentor: &Mentor) -> String {
    let (matching, rule) = (matching(), rule(kind));
    let printed = |(obstacle, about): (Obstacle, Option<&str>)| {
        let word = serde_json::to_string(&obstacle).unwrap();
        format!("{} {}", word.trim_matches('"'), about.unwrap_or("-"))
    };
    match ask(&matching, &Settled::of(&matching), &rule, Pair { mentee, mentor }) {
        Verdict::Eligible => "eligible".to_owned(),
        Verdict::Refused(objection) => format!("refused {}", printed(objection)),
        Verdict::NeedsCheck(objection) => format!("check {}", printed(objection)),
    }
}

fn checked(months: Option<u16>, records: &[(Option<&str>, Option<&str>)]) -> String {
    let kind = RuleKind::Checks { required: vec![required("dbs", months)], until: matching().planned_until };
    said(kind, &mentee("E"), &Mentor { checks: of("dbs", records), ..mentor("M") })
}

fn trained(months: Option<u16>, records: &[(Option<&str>, Option<&str>)]) -> String {
    let kind = RuleKind::Training { required: vec![required("basics", months)] };
    said(kind, &mentee("E"), &Mentor { training: of("basics", records), ..mentor("M") })
}

/// The records, and one of another name.
fn of(name: &str, records: &[(Option<&str>, Option<&str>)]) -> Vec<Held> {
    let records = records.iter().map(|&(issued, expires)| held(name, issued, expires));
    records.chain([held("another", None, Some("2099-01-01"))]).collect()
}

#[test]
fn a_check_is_asked_for_the_whole_period() {
    let issued = Some("2026-01-15");
    assert_eq!(checked(None, &[]), "check not_recorded DBS");
    assert_eq!(checked(None, &[(issued, Some("2027-07-31"))]), "eligible");
    assert_eq!(checked(None, &[(issued, Some("2027-07-30"))]), "refused expires_in_period DBS");
    assert_eq!(checked(None, &[(issued, Some("2026-09-01"))]), "refused expires_in_period DBS");
    assert_eq!(checked(None, &[(issued, Some("2026-08-31"))]), "refused expired DBS");
    assert_eq!(checked(None, &[(Some("2026-09-01"), Some("2028-01-01"))]), "eligible");
    assert_eq!(checked(None, &[(Some("2026-09-02"), Some("2028-01-01"))]), "refused not_yet_issued DBS");
    assert_eq!(checked(None, &[(None, Some("2027-07-31"))]), "eligible");
    assert_eq!(checked(None, &[(issued, None)]), "check expiry_unknown DBS");
    assert_eq!(checked(Some(12), &[(None, None)]), "check expiry_unknown DBS");
}

#[test]
fn months_run_to_the_same_day_or_the_end_of_the_month() {
    assert_eq!(checked(Some(12), &[(Some("2026-07-31"), None)]), "eligible");
    assert_eq!(checked(Some(12), &[(Some("2026-07-30"), None)]), "refused expires_in_period DBS");
    assert_eq!(checked(Some(18), &[(Some("2026-01-31"), None)]), "eligible");
    // 31 May and three months is 31 August, the day before; 31 March and six is 30 September.
    assert_eq!(checked(Some(3), &[(Some("2026-05-31"), None)]), "refused expired DBS");
    assert_eq!(checked(Some(6), &[(Some("2026-03-31"), None)]), "refused expires_in_period DBS");
    // What is recorded comes before what is counted.
    assert_eq!(checked(Some(12), &[(Some("2026-07-31"), Some("2026-08-31"))]), "refused expired DBS");
}

#[test]
fn of_several_records_the_most_hopeful_speaks() {
    let (expired, unknown) = ((Some("2020-01-01"), Some("2021-01-01")), (Some("2026-01-01"), None));
    let (ending, later) = ((Some("2026-01-01"), Some("2026-12-31")), (Some("2026-10-01"), Some("2029-10-01")));
    assert_eq!(checked(None, &[expired, unknown, ending]), "check expiry_unknown DBS");
    assert_eq!(checked(None, &[later, ending, expired]), "refused expires_in_period DBS");
    assert_eq!(checked(None, &[expired, later]), "refused not_yet_issued DBS");
    assert_eq!(checked(None, &[expired, (None, Some("2028-01-01"))]), "eligible");
    // A record that starts later and has no known end does not count as issued.
    assert_eq!(checked(None, &[(Some("2026-10-01"), None), expired]), "refused not_yet_issued DBS");
}

#[test]
fn of_several_checks_the_first_refusal_decides() {
    let kind = |names: &[&str]| RuleKind::Checks {
        required: names.iter().map(|name| required(name, None)).collect(),
        until: matching().planned_until,
    };
    let checks = of("dbs", &[(Some("2026-01-01"), Some("2026-01-31"))]);
    let mentor = Mentor { checks, ..mentor("M") };
    assert_eq!(said(kind(&["pvg", "dbs"]), &mentee("E"), &mentor), "refused expired DBS");
    assert_eq!(said(kind(&["pvg", "id"]), &mentee("E"), &mentor), "check not_recorded PVG");
}

#[test]
fn training_is_asked_for_the_day_alone() {
    assert_eq!(trained(None, &[]), "check not_recorded BASICS");
    assert_eq!(trained(None, &[(Some("2026-09-01"), None)]), "eligible");
    assert_eq!(trained(None, &[(None, None)]), "eligible");
    assert_eq!(trained(None, &[(None, Some("2026-09-01"))]), "eligible");
    assert_eq!(trained(None, &[(None, Some("2026-08-31"))]), "refused expired BASICS");
    assert_eq!(trained(Some(6), &[(Some("2026-02-28"), None)]), "refused expired BASICS");
    assert_eq!(trained(Some(6), &[(Some("2026-03-01"), None)]), "eligible");
    assert_eq!(trained(None, &[(Some("2026-09-02"), None)]), "refused not_yet_issued BASICS");
}

#[test]
fn nobody_meets_themselves_or_whom_either_excludes() {
    assert_eq!(said(RuleKind::Themselves, &mentee("A"), &mentor("A")), "refused same_person -");
    assert_eq!(said(RuleKind::Themselves, &mentee("A"), &mentor("B")), "eligible");
    assert_eq!(said(RuleKind::Exclusions, &mentee("A").excludes("B"), &mentor("B")), "refused excluded -");
    assert_eq!(said(RuleKind::Exclusions, &mentee("A"), &mentor("B").excludes("A")), "refused excluded -");
    assert_eq!(said(RuleKind::Exclusions, &mentee("A").excludes("C"), &mentor("B").excludes("B")), "eligible");
}

#[test]
fn hard_wishes_refuse_and_blanks_leave_them_open() {
    let wish = |strength, want| mentee("E").wish(strength, "gender", want);
    let woman = || mentor("M").answer("gender", one("woman"));
    let ask = |mentee: &Mentee, mentor: &Mentor| said(RuleKind::Preferences, mentee, mentor);
    assert_eq!(ask(&wish(Strength::Must, any_of(&["man"])), &woman()), "refused wish_of_mentee gender");
    assert_eq!(ask(&wish(Strength::Must, any_of(&["man", "woman"])), &woman()), "eligible");
    assert_eq!(ask(&wish(Strength::Never, any_of(&["woman"])), &woman()), "refused wish_of_mentee gender");
    assert_eq!(ask(&wish(Strength::Never, any_of(&["man"])), &mentor("M")), "check unknown_for_wish_of_mentee gender");
    assert_eq!(ask(&wish(Strength::Avoid, any_of(&["woman"])), &woman()), "eligible");
    // The same and another need both answers.
    assert_eq!(ask(&wish(Strength::Must, Want::Same), &woman()), "check unknown_for_wish_of_mentee gender");
    assert_eq!(ask(&wish(Strength::Never, Want::Different), &woman()), "check unknown_for_wish_of_mentee gender");
    let man = wish(Strength::Never, Want::Different).answer("gender", one("man"));
    assert_eq!(ask(&man, &woman()), "refused wish_of_mentee gender");
    // Ends of a range count; numbers are in thousandths.
    let aged = |years| mentee("E").answer("age", number(years));
    let older = mentor("M").wish(Strength::Must, "age", Want::Range { min: Some(16_000), max: Some(18_000) });
    assert_eq!(ask(&aged(18_000), &older), "eligible");
    assert_eq!(ask(&aged(18_001), &older), "refused wish_of_mentor age");
    // A mentor's refusal comes before a mentee's open wish.
    let open = aged(15_000).wish(Strength::Must, "interests", any_of(&["chess"]));
    assert_eq!(ask(&open, &older), "refused wish_of_mentor age");
    // The word of a level is a term.
    let graded = mentor("M").answer("grade", Answer::Level(2));
    let wants = |word| mentee("E").wish(Strength::Must, "grade", any_of(&[word]));
    assert_eq!(ask(&wants("high"), &graded), "eligible");
    assert_eq!(ask(&wants("low"), &graded), "refused wish_of_mentee grade");
}

#[test]
fn something_must_be_shared() {
    let kind = |unknown| RuleKind::SharedLanguage { unknown };
    let speaks = |terms: &[&str]| mentor("M").answer("languages", tags(terms));
    let welsh = mentee("E").answer("languages", tags(&["welsh", "english"]));
    assert_eq!(said(kind(UnknownData::NeedsCheck), &welsh, &speaks(&["polish", "welsh"])), "eligible");
    assert_eq!(said(kind(UnknownData::Allow), &welsh, &speaks(&["polish"])), "refused none_shared -");
    assert_eq!(said(kind(UnknownData::NeedsCheck), &welsh, &mentor("M")), "check blank languages");
    assert_eq!(said(kind(UnknownData::Allow), &welsh, &mentor("M")), "eligible");
    let delivery = RuleKind::DeliveryMethod { unknown: UnknownData::NeedsCheck };
    assert_eq!(said(delivery, &welsh, &mentor("M")), "check blank delivery_methods");
}

#[test]
fn time_is_shared_in_one_stretch_over_sunday_midnight() {
    let kind = |half_hours| RuleKind::TimeOverlap { half_hours, unknown: UnknownData::NeedsCheck };
    // Sunday 23:00 to Monday 01:00 in common, and an hour on Monday.
    let (one, other) = (mentee("E").free(&[(330, 338), (20, 22)]), mentor("M").free(&[(334, 345), (20, 30)]));
    assert_eq!(said(kind(4), &one, &other), "eligible");
    assert_eq!(said(kind(5), &one, &other), "refused too_short -");
    assert_eq!(said(kind(1), &one, &mentor("M").free(&[(100, 110)])), "refused none_shared -");
    assert_eq!(said(kind(0), &one, &mentor("M").free(&[(100, 110)])), "refused none_shared -");
    assert_eq!(said(kind(1), &one, &mentor("M")), "check blank availability");
}

#[test]
fn whoever_travels_can() {
    let kind = |who, max_km| RuleKind::Travel { who, max_km, unknown: UnknownData::NeedsCheck };
    let home = mentee("E").at([0, 0, 6_000_000]);
    let away = |km: i64| mentor("M").at([3000, 4000, 6_000_000]).answer("max_travel_km", number(1000 * km));
    // Five kilometres exactly.
    assert_eq!(said(kind(Traveller::Mentor, None), &home, &away(5)), "eligible");
    assert_eq!(said(kind(Traveller::Mentor, None), &home, &away(4)), "refused too_far -");
    assert_eq!(said(kind(Traveller::Mentor, Some(5)), &home, &away(9)), "eligible");
    assert_eq!(said(kind(Traveller::Mentor, Some(4)), &home, &away(9)), "refused too_far -");
    assert_eq!(said(kind(Traveller::Nobody, Some(5)), &home, &away(0)), "eligible");
    assert_eq!(said(kind(Traveller::Mentee, None), &home, &away(9)), "check blank max_travel_km");
    assert_eq!(said(kind(Traveller::Mentee, Some(4)), &home, &away(9)), "refused too_far -");
    assert_eq!(said(kind(Traveller::Either, None), &home, &away(9)), "eligible");
    assert_eq!(said(kind(Traveller::Either, None), &home, &away(4)), "check blank max_travel_km");
    assert_eq!(said(kind(Traveller::Both, None), &home, &away(9)), "check blank max_travel_km");
    assert_eq!(said(kind(Traveller::Both, None), &home, &away(4)), "refused too_far -");
    let near = home.clone().answer("max_travel_km", number(4999));
    assert_eq!(said(kind(Traveller::Either, None), &near, &away(4)), "refused too_far -");
    assert_eq!(said(kind(Traveller::Both, None), &near, &away(9)), "refused too_far -");
    assert_eq!(said(kind(Traveller::Mentor, None), &mentee("E"), &away(9)), "check blank place");
}

#[test]
fn distance_hinders_only_those_who_have_to_meet() {
    let kind = RuleKind::Travel { who: Traveller::Mentor, max_km: Some(1), unknown: UnknownData::NeedsCheck };
    let meets = |ways: &[&str]| mentee("E").at([0, 0, 6_000_000]).answer("delivery_methods", tags(ways));
    let far = mentor("M").at([90_000, 0, 6_000_000]).answer("delivery_methods", tags(&["face_to_face", "telephone"]));
    assert_eq!(said(kind.clone(), &meets(&["telephone"]), &far), "eligible");
    assert_eq!(said(kind.clone(), &meets(&["face_to_face", "telephone"]), &far), "eligible");
    assert_eq!(said(kind.clone(), &meets(&["face_to_face", "internet"]), &far), "refused too_far -");
    assert_eq!(said(kind.clone(), &meets(&["internet"]), &far), "refused too_far -", "nothing shared");
    assert_eq!(said(kind, &mentee("E").at([0, 0, 6_000_000]), &far), "refused too_far -", "not known");
}

#[test]
fn ages_lie_within_bounds() {
    let open = Bounds::default();
    let from = |years: i64| Bounds { min: Some(years * 1000), max: None };
    let kind = |mentor, mentee, difference| {
        let unknown = UnknownData::NeedsCheck;
        RuleKind::AgeBounds { mentor, mentee, difference, unknown }
    };
    let (young, old) = (mentee("E").answer("age", number(15_000)), mentor("M").answer("age", number(25_000)));
    assert_eq!(said(kind(from(25), open, from(10)), &young, &old), "eligible");
    assert_eq!(said(kind(from(26), from(16), open), &young, &old), "refused mentor_out_of_bounds -");
    assert_eq!(said(kind(open, from(16), from(11)), &young, &old), "refused mentee_out_of_bounds -");
    assert_eq!(said(kind(open, open, from(11)), &young, &old), "refused difference_out_of_bounds -");
    // What is known may refuse before what is blank is asked for.
    assert_eq!(said(kind(from(18), from(16), open), &young, &mentor("M")), "refused mentee_out_of_bounds -");
    assert_eq!(said(kind(from(18), from(15), open), &young, &mentor("M")), "check blank age");
    assert_eq!(said(kind(open, from(15), open), &young, &mentor("M")), "eligible");
    assert_eq!(said(kind(open, open, from(0)), &young, &mentor("M")), "check blank age");
}

#[test]
fn attributes_stand_in_relation_and_within_bounds() {
    let open = Bounds::default();
    let kind = |attribute, relation, difference, mentor, mentee| RuleKind::AttributeBounds {
        attribute: key(attribute),
        relation,
        difference,
        mentor,
        mentee,
        unknown: UnknownData::NeedsCheck,
    };
    let (low, high) = (mentee("E").answer("grade", Answer::Level(0)), mentor("M").answer("grade", Answer::Level(2)));
    let above = Bounds { min: Some(1), max: Some(1) };
    let (same, different) = (Some(Relation::Same), Some(Relation::Different));
    assert_eq!(said(kind("grade", same, open, open, open), &low, &high), "refused not_same grade");
    assert_eq!(said(kind("grade", different, open, open, open), &low, &high), "eligible");
    assert_eq!(said(kind("grade", None, above, open, open), &low, &high), "refused difference_out_of_bounds grade");
    assert_eq!(said(kind("grade", None, above, above, above), &low, &high), "refused mentor_out_of_bounds grade");
    assert_eq!(said(kind("grade", None, above, open, above), &low, &high), "refused mentee_out_of_bounds grade");
    assert_eq!(
        said(kind("grade", different, open, open, above), &low, &mentor("M")),
        "refused mentee_out_of_bounds grade"
    );
    assert_eq!(said(kind("grade", different, open, open, open), &low, &mentor("M")), "check blank grade");
    assert_eq!(said(kind("grade", None, open, open, open), &low, &mentor("M")), "eligible");
    let (art, both) = (mentee("E").answer("interests", tags(&["art"])), tags(&["art", "chess"]));
    let kind = kind("interests", different, open, open, open);
    assert_eq!(said(kind, &art, &mentor("M").answer("interests", both)), "refused not_different interests");
}

#[test]
fn the_closer_of_two_relations_decides() {
    let said = |mentee: &Mentee, mentor: &Mentor| said(RuleKind::KnownTo, mentee, mentor);
    let (stranger, friend) = (mentee("E"), mentee("E").knows("M", KnownAs::CloseFriend));
    assert_eq!(said(&stranger, &mentor("M").knows("E2", KnownAs::Kin)), "eligible");
    assert_eq!(said(&stranger, &mentor("M").knows("E", KnownAs::Professional)), "eligible");
    assert_eq!(said(&stranger, &mentor("M").knows("E", KnownAs::Acquaintance)), "refused acquaintance -");
    assert_eq!(said(&friend, &mentor("M").knows("E", KnownAs::Acquaintance)), "refused close_friend -");
    assert_eq!(said(&friend, &mentor("M").knows("E", KnownAs::Kin)), "refused kin -");
}

#[test]
fn a_nomination_opens_the_way_for_natural_mentors_who_are_not_family() {
    let named = |relation| Mentee { nominated_mentor: Some(id("M")), ..mentee("E").knows("M", relation) };
    let natural = mentor("M").answer("role_type", one("natural"));
    let known = |relation, mentor: &Mentor| said(RuleKind::KnownTo, &named(relation), mentor);
    assert_eq!(known(KnownAs::Acquaintance, &natural), "eligible");
    assert_eq!(known(KnownAs::CloseFriend, &natural), "check undecided_friend -");
    assert_eq!(known(KnownAs::Kin, &natural), "refused kin -");
    assert_eq!(known(KnownAs::Acquaintance, &mentor("M")), "check blank role_type");
    let peer = mentor("M").answer("role_type", one("peer"));
    assert_eq!(known(KnownAs::CloseFriend, &peer), "refused close_friend -");
    let elsewhere = Mentee { nominated_mentor: Some(id("M2")), ..named(KnownAs::CloseFriend) };
    assert_eq!(said(RuleKind::KnownTo, &elsewhere, &natural), "refused close_friend -");

    let mut decided = matching();
    let (by, on, reason) = ("T. S.".to_owned(), date("2026-08-01"), "Both know whom to call.".to_owned());
    let kind = DecisionKind::AllowCloseFriend { mentee: id("E"), mentor: id("M") };
    decided.decisions = vec![Decision { kind, by, on, reason }];
    let (friends, rule) = (named(KnownAs::CloseFriend), rule(RuleKind::KnownTo));
    assert_eq!(
        ask(&decided, &Settled::of(&decided), &rule, Pair { mentee: &friends, mentor: &natural }),
        Verdict::Eligible
    );
}

#[test]
fn a_natural_mentor_is_there_for_one() {
    let named = Mentee { nominated_mentor: Some(id("M")), ..mentee("E") };
    let natural = mentor("M").answer("role_type", one("natural"));
    assert_eq!(said(RuleKind::Role, &named, &natural), "eligible");
    assert_eq!(said(RuleKind::Role, &mentee("E"), &natural), "refused not_nominated -");
    assert_eq!(
        said(RuleKind::Role, &named, &mentor("M2").answer("role_type", one("natural"))),
        "refused not_nominated -"
    );
    assert_eq!(said(RuleKind::Role, &mentee("E"), &mentor("M")), "eligible");
    assert_eq!(said(RuleKind::Role, &mentee("E"), &mentor("M").answer("role_type", one("peer"))), "eligible");
}

#[test]
fn days_in_common_lie_in_the_planned_period() {
    let day = |text: &str| Answer::Date(date(text));
    let kind = |minimum_days, unknown| RuleKind::DatesOverlap { minimum_days, before_transition: false, unknown };
    let strict = |days| kind(days, UnknownData::NeedsCheck);
    let between =
        |from: &str, until: &str| mentee("E").answer("available_from", day(from)).answer("available_until", day(until));
    let always = mentor("M").answer("available_from", day("2020-01-01")).answer("available_until", day("2099-12-31"));
    // From 1 September 2026 to 31 July 2027 there are 334 days, both ends included.
    assert_eq!(said(strict(334), &between("2000-01-01", "2050-01-01"), &always), "eligible");
    assert_eq!(said(strict(334), &between("2026-09-02", "2050-01-01"), &always), "refused too_short -");
    assert_eq!(said(strict(1), &between("2027-07-31", "2027-07-31"), &always), "eligible");
    assert_eq!(said(strict(1), &between("2027-08-01", "2050-01-01"), &always), "refused none_shared -");
    assert_eq!(said(strict(1), &between("2000-01-01", "2026-08-31"), &always), "refused none_shared -");
    assert_eq!(said(strict(1), &between("2027-01-02", "2027-01-01"), &always), "refused none_shared -");
    assert_eq!(said(strict(1), &mentee("E"), &always), "check blank available_from");
    let open = mentee("E").answer("available_from", day("2026-09-01"));
    assert_eq!(said(strict(1), &open, &always), "check blank available_until");
    assert_eq!(said(strict(335), &open, &always), "refused too_short -");
    assert_eq!(said(kind(334, UnknownData::Allow), &mentee("E"), &mentor("M")), "eligible");
}
