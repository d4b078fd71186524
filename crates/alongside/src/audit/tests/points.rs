//! Points worked out by hand from the specification.

use crate::audit::pairing::Pair;
use crate::audit::points::Scale;
use crate::audit::testing::{Given, any_of, criterion, date, id, key, matching, mentee, mentor, number, one, tags};
use crate::domain::{
    Answer, CriterionKind, LookupEntry, Matching, Mentee, Mentor, Relation, Side, Strength, UnknownAnswer, Want,
};
use crate::outcome::{Because, Unit};

fn scored(matching: &Matching, kind: CriterionKind, unknown: UnknownAnswer, pair: Pair<'_>) -> (i128, Because) {
    let criterion = criterion(kind, unknown);
    let score = Scale::of(matching, &criterion, crate::domain::OwnCriteria::default()).score(pair);
    (score.points, score.because())
}

fn neutral(kind: CriterionKind, mentee: &Mentee, mentor: &Mentor) -> (i128, Because) {
    scored(&matching(), kind, UnknownAnswer::Neutral, Pair { mentee, mentor })
}

fn lowest(kind: CriterionKind, mentee: &Mentee, mentor: &Mentor) -> (i128, Because) {
    scored(&matching(), kind, UnknownAnswer::Lowest, Pair { mentee, mentor })
}

fn blank(fields: &[&str]) -> Because {
    Because::Unknown(fields.iter().map(|&field| field.to_owned()).collect())
}

fn shared(terms: &[&str]) -> Because {
    Because::Shared(terms.iter().map(|&term| term.into()).collect())
}

#[test]
fn shared_tags_count_up_to_full_points() {
    let kind = |full_at| CriterionKind::SharedTags { attribute: key("interests"), full_at, rare_counts_more: false };
    let likes = |terms: &[&str]| mentor("M").answer("interests", tags(terms));
    let one = mentee("E").answer("interests", tags(&["art", "chess", "walks"]));
    assert_eq!(neutral(kind(3), &one, &likes(&["walks", "chess"])), (666, shared(&["chess", "walks"])));
    assert_eq!(neutral(kind(1), &one, &likes(&["walks", "chess"])), (1000, shared(&["chess", "walks"])));
    assert_eq!(neutral(kind(3), &one, &likes(&["films"])), (0, shared(&[])));
    assert_eq!(neutral(kind(3), &one, &mentor("M")), (500, blank(&["mentor interests"])));
    let both = blank(&["mentee interests", "mentor interests"]);
    assert_eq!(lowest(kind(3), &mentee("E"), &mentor("M")), (0, both));
}

#[test]
fn rare_terms_count_more_over_both_sheets() {
    let likes = |terms: &[&str]| tags(terms);
    let mut made = matching();
    made.attributes.get_mut(&key("interests")).unwrap().labels.insert("art".into(), "Art".into());
    made.mentees = vec![
        mentee("E1").answer("interests", likes(&["art", "chess"])),
        mentee("E2").answer("interests", likes(&["art"])),
        mentee("E3"),
    ];
    made.mentors = vec![mentor("M1").answer("interests", likes(&["art", "chess", "walks"]))];
    let kind = |full_at| CriterionKind::SharedTags { attribute: key("interests"), full_at, rare_counts_more: true };
    let pair = Pair { mentee: &made.mentees[0], mentor: &made.mentors[0] };
    // Three answers: art in all three is worth 500, chess in two 500 + 500 / 3 = 666; half of 1166 is 583.
    let found = scored(&made, kind(2), UnknownAnswer::Neutral, pair);
    assert_eq!(found, (583, shared(&["Art", "chess"])));
    let pair = Pair { mentee: &made.mentees[1], ..pair };
    assert_eq!(scored(&made, kind(1), UnknownAnswer::Neutral, pair), (500, shared(&["Art"])));
}

#[test]
fn the_same_value_or_another() {
    let kind = |relation| CriterionKind::SameValue { attribute: key("gender"), relation };
    let (woman, man) = (mentee("E").answer("gender", one("woman")), mentor("M").answer("gender", one("man")));
    assert_eq!(neutral(kind(Relation::Same), &woman, &man), (0, Because::Same(false)));
    assert_eq!(neutral(kind(Relation::Different), &woman, &man), (1000, Because::Same(false)));
    assert_eq!(neutral(kind(Relation::Same), &mentee("E"), &man), (500, blank(&["mentee gender"])));
}

#[test]
fn distance_from_the_ideal_loses_points() {
    let kind = |attribute, ideal, span| CriterionKind::LevelDistance { attribute: key(attribute), ideal, span };
    let at = |mentee_level, mentor_level| {
        let level = |place| Answer::Level(place);
        (mentee("E").answer("grade", level(mentee_level)), mentor("M").answer("grade", level(mentor_level)))
    };
    let found = |(mentee, mentor): (Mentee, Mentor)| neutral(kind("grade", 1, 3), &mentee, &mentor);
    assert_eq!(found(at(0, 1)), (1000, Because::Difference { by: 1, unit: Unit::Levels }));
    assert_eq!(found(at(0, 2)), (666, Because::Difference { by: 2, unit: Unit::Levels }));
    assert_eq!(found(at(1, 0)), (333, Because::Difference { by: -1, unit: Unit::Levels }));
    assert_eq!(found(at(2, 0)), (0, Because::Difference { by: -2, unit: Unit::Levels }));
    // Numbers in thousandths, dates in days.
    let (low, high) = (mentee("E").answer("score", number(500)), mentor("M").answer("score", number(1500)));
    assert_eq!(
        neutral(kind("score", 500, 2000), &low, &high),
        (750, Because::Difference { by: 1000, unit: Unit::Thousandths })
    );
    let day = |text| Answer::Date(date(text));
    let (early, late) = (mentee("E").answer("x", day("2028-02-28")), mentor("M").answer("x", day("2028-03-01")));
    assert_eq!(neutral(kind("x", 0, 4), &early, &late), (500, Because::Difference { by: 2, unit: Unit::Days }));
}

#[test]
fn distance_counts_whole_kilometres() {
    let kind = |near_km, far_km| CriterionKind::Distance { near_km, far_km };
    let home = mentee("E").at([6_000_000, 0, 0]);
    let away = |metres: i32| mentor("M").at([6_000_000, 0, metres]);
    let said = |metres| neutral(kind(2, 5), &home, &away(metres));
    assert_eq!(said(0), (1000, Because::DistanceKm(0)));
    assert_eq!(said(2499), (1000, Because::DistanceKm(2)));
    assert_eq!(said(-2500), (666, Because::DistanceKm(3)));
    assert_eq!(said(4499), (333, Because::DistanceKm(4)));
    assert_eq!(said(4500), (0, Because::DistanceKm(5)));
    assert_eq!(said(900_000), (0, Because::DistanceKm(900)));
    assert_eq!(lowest(kind(2, 5), &mentee("E"), &away(1)), (0, blank(&["mentee place"])));
    let ways = |way: &str| tags(&[way, "internet"]);
    let (by_phone, remote) = (home.answer("delivery_methods", ways("telephone")), away(900_000));
    let remote = remote.answer("delivery_methods", tags(&["telephone", "face_to_face"]));
    assert_eq!(neutral(kind(2, 5), &by_phone, &remote), (1000, Because::NotInPerson));
    let visited = by_phone.answer("delivery_methods", ways("face_to_face"));
    assert_eq!(neutral(kind(2, 5), &visited, &remote), (0, Because::DistanceKm(900)));
}

#[test]
fn shared_time_counts_half_hours() {
    let kind = CriterionKind::SharedTime { full_at_half_hours: 7 };
    let one = mentee("E").free(&[(0, 5), (334, 340)]);
    // 334, 335 and 0 to 3 are common: six of seven.
    let found = neutral(kind.clone(), &one, &mentor("M").free(&[(334, 340)]));
    assert_eq!(found, (857, Because::SharedHalfHours(6)));
    assert_eq!(neutral(kind.clone(), &one, &mentor("M").free(&[(0, 336)])), (1000, Because::SharedHalfHours(7)));
    assert_eq!(neutral(kind.clone(), &one, &mentor("M").free(&[(100, 110)])), (0, Because::SharedHalfHours(0)));
    assert_eq!(lowest(kind, &one, &mentor("M")), (0, blank(&["mentor availability"])));
}

#[test]
fn stated_preferences_take_the_mean_of_soft_wishes() {
    let kind = |side, attribute: Option<&str>| CriterionKind::StatedPreferences { side, attribute: attribute.map(key) };
    let one_of = mentee("E")
        .answer("interests", tags(&["chess"]))
        .wish(Strength::Prefer, "gender", any_of(&["woman"]))
        .wish(Strength::Must, "gender", any_of(&["woman"]))
        .wish(Strength::Prefer, "languages", Want::Same);
    let other = mentor("M").answer("gender", one("woman")).wish(Strength::Avoid, "interests", any_of(&["chess"]));
    let wishes = |asked, met, unknown| Because::Wishes { asked, met, unknown };
    assert_eq!(neutral(kind(None, None), &one_of, &other), (500, wishes(3, 1, 1)));
    assert_eq!(lowest(kind(None, None), &one_of, &other), (333, wishes(3, 1, 1)));
    assert_eq!(neutral(kind(Some(Side::Mentee), None), &one_of, &other), (750, wishes(2, 1, 1)));
    assert_eq!(neutral(kind(Some(Side::Mentor), None), &one_of, &other), (0, wishes(1, 0, 0)));
    assert_eq!(neutral(kind(None, Some("gender")), &one_of, &other), (1000, wishes(1, 1, 0)));
    assert_eq!(neutral(kind(None, Some("age")), &one_of, &other), (500, Because::NoWish));
    assert_eq!(lowest(kind(None, Some("age")), &one_of, &other), (0, Because::NoWish));
    // An avoid of what is not so is met.
    let walker = mentee("E").answer("interests", tags(&["walks"]));
    assert_eq!(neutral(kind(None, None), &walker, &other), (1000, wishes(1, 1, 0)));
}

#[test]
fn choices_earn_evenly_fewer_points() {
    let kind = CriterionKind::RankedChoices { ranks: 3 };
    let chooser = Mentee { choices: ["A", "B", "C", "D"].map(id).to_vec(), ..mentee("E") };
    let found = |name| neutral(kind.clone(), &chooser, &mentor(name));
    assert_eq!(found("A"), (1000, Because::Choice(Some(1))));
    assert_eq!(found("B"), (666, Because::Choice(Some(2))));
    assert_eq!(found("C"), (333, Because::Choice(Some(3))));
    assert_eq!(found("D"), (0, Because::Choice(Some(4))));
    assert_eq!(found("F"), (0, Because::Choice(None)));
    assert_eq!(neutral(kind.clone(), &mentee("E"), &mentor("A")), (500, Because::NoChoice));
    assert_eq!(lowest(kind, &mentee("E"), &mentor("A")), (0, Because::NoChoice));
}

#[test]
fn a_table_gives_points_to_combinations() {
    let kind = CriterionKind::Lookup {
        mentee_attribute: key("grade"),
        mentor_attribute: key("gender"),
        entries: vec![LookupEntry { mentee: "low".into(), mentor: "woman".into(), points: 900 }],
        otherwise: 400,
    };
    let graded = |place| mentee("E").answer("grade", Answer::Level(place));
    let woman = mentor("M").answer("gender", one("woman"));
    assert_eq!(neutral(kind.clone(), &graded(0), &woman), (900, Because::InTable(true)));
    assert_eq!(neutral(kind.clone(), &graded(1), &woman), (400, Because::InTable(false)));
    assert_eq!(neutral(kind.clone(), &graded(1), &mentor("M")), (500, blank(&["mentor gender"])));
    assert_eq!(lowest(kind, &mentee("E"), &mentor("M")), (0, blank(&["mentee grade", "mentor gender"])));
}

#[test]
fn coverage_is_of_what_the_mentee_states() {
    let kind = || CriterionKind::Coverage { mentee_attribute: key("goals"), mentor_attribute: key("skills") };
    let wants = mentee("E").answer("goals", tags(&["driving", "cooking", "work"]));
    let covered =
        |stated, terms: &[&str]| Because::Covered { stated, terms: terms.iter().map(|&it| it.into()).collect() };
    let offers = |terms: &[&str]| mentor("M").answer("skills", tags(terms));
    assert_eq!(
        neutral(kind(), &wants, &offers(&["work", "cooking", "juggling"])),
        (666, covered(3, &["cooking", "work"]))
    );
    assert_eq!(neutral(kind(), &wants, &offers(&["juggling"])), (0, covered(3, &[])));
    assert_eq!(neutral(kind(), &mentee("E"), &offers(&["work"])), (500, blank(&["mentee goals"])));
    assert_eq!(lowest(kind(), &wants, &mentor("M")), (0, blank(&["mentor skills"])));
}

#[test]
fn what_both_dislike_counts_and_what_is_unsaid_does_not() {
    let kind = || CriterionKind::SharedDislikes { full_at: 2, rare_counts_more: false };
    let dislikes = mentee("E").answer("dislikes", tags(&["bingo", "karaoke"]));
    assert_eq!(
        neutral(kind(), &dislikes, &mentor("M").answer("dislikes", tags(&["bingo"]))),
        (500, shared(&["bingo"]))
    );
    assert_eq!(lowest(kind(), &dislikes, &mentor("M")), (0, blank(&["mentor dislikes"])));
}
