//! Several programmes: whom each is for, and whose mentors may be proposed to whom.

use super::answers::{Pair, Side};
use super::points::deal;
use super::verdicts::{Verdict, blank, first};
use super::words::{has, named};
use alongside::domain::{Among, AttributeKey, Eligibility, FACTORS, OneProgramme, UnknownData, Want};
use alongside::outcome::Obstacle;

/// The places of the programmes that the person's field names.
fn of(pair: Pair<'_>, side: Side, field: &str) -> Option<Vec<usize>> {
    let said = named(pair.matching, &AttributeKey::new(field), pair.answer(side, field)?);
    let all = pair.matching.programmes.iter().enumerate();
    Some(all.filter(|(_, one)| said.contains(&one.term)).map(|(at, _)| at).collect())
}

/// The mentee's programme, with its place.
fn home(pair: Pair<'_>) -> Option<(usize, &OneProgramme)> {
    let at = *of(pair, Side::Mentee, "programme")?.first()?;
    Some((at, &pair.matching.programmes[at]))
}

pub(super) fn verdict(pair: Pair<'_>, unknown: UnknownData) -> Verdict {
    let ask = |about: &str| Verdict::NeedsCheck(Obstacle::Blank, Some(about.to_owned()));
    let Some((at, home)) = home(pair) else { return ask("programme") };
    let mut said: Vec<Verdict> = Vec::new();
    said.extend(conditions(pair, Side::Mentee, &home.mentees, Obstacle::MenteeNotEligible, unknown));
    match of(pair, Side::Mentor, "programmes") {
        None => said.push(ask("programmes")),
        Some(theirs) if theirs.contains(&at) => {}
        Some(theirs) if !theirs.iter().any(|from| pair.matching.programmes[*from].shares_with.contains(&at)) => {
            said.push(Verdict::Refused(Obstacle::NotShared, None));
        }
        Some(_) => {
            let agreed = pair.answer(Side::Mentor, "shared_between_programmes");
            match agreed.map(|said| said.terms().next().unwrap().to_string()).as_deref() {
                Some("yes") => {}
                Some(_) => said.push(Verdict::Refused(Obstacle::SharingRefused, None)),
                None => said.push(ask("shared_between_programmes")),
            }
        }
    }
    said.extend(conditions(pair, Side::Mentor, &home.mentors, Obstacle::MentorNotEligible, unknown));
    first(said.into_iter())
}

/// What each condition on one side says.
fn conditions(
    pair: Pair<'_>,
    side: Side,
    asked: &Eligibility,
    obstacle: Obstacle,
    unknown: UnknownData,
) -> Vec<Verdict> {
    let mut said = Vec::new();
    if asked.ages.min.or(asked.ages.max).is_some() {
        said.push(match pair.position(side, "age") {
            None => blank(unknown, "age"),
            Some(age) if !asked.ages.contains(age) => Verdict::Refused(obstacle, Some("age".to_owned())),
            Some(_) => Verdict::Eligible,
        });
    }
    let area: Vec<Among> = asked.area.iter().cloned().collect();
    let purposes: Vec<Among> = asked.purposes.iter().cloned().collect();
    for among in [&asked.groups, &area, &purposes] {
        let holds: Vec<Option<bool>> = among.iter().map(|one| belongs(pair, side, one)).collect();
        if among.is_empty() || holds.contains(&Some(true)) {
            continue;
        }
        said.push(match holds.iter().position(Option::is_none) {
            Some(open) => blank(unknown, among[open].attribute.as_str()),
            None => Verdict::Refused(obstacle, Some(among[0].attribute.to_string())),
        });
    }
    said
}

fn belongs(pair: Pair<'_>, side: Side, among: &Among) -> Option<bool> {
    let answer = pair.answer(side, among.attribute.as_str())?;
    Some(match &among.want {
        Want::AnyOf(terms) => {
            let all = has(pair.matching, &among.attribute, answer);
            terms.iter().any(|term| all.contains(&super::words::counts_as(pair.matching, &among.attribute, term)))
        }
        Want::Range { min, max } => {
            let at = answer.position().unwrap();
            min.unwrap_or(at) <= at && at <= max.unwrap_or(at)
        }
        other => panic!("{other:?}"),
    })
}

/// What the criteria weigh for the mentees of the mentee's programme.
pub(super) fn weights(pair: Pair<'_>) -> Vec<i64> {
    let matching = pair.matching;
    let file: Vec<i64> = matching.criteria.iter().map(|criterion| criterion.weight).collect();
    let Some((_, home)) = home(pair) else { return file };
    if home.design.purpose.is_none() && home.weights.is_empty() {
        return file;
    }
    let design = if home.design.purpose.is_none() { &matching.design } else { &home.design };
    let shares: Vec<i64> = matching
        .criteria
        .iter()
        .enumerate()
        .map(|(at, criterion)| {
            let factor = |sake: &str| {
                let own = matching.factors.iter().find(|one| *one.sake == *sake && one.criterion == criterion.id);
                let lines = FACTORS.iter().filter(|line| line.sake == sake && line.is_about(&criterion.kind));
                own.map_or_else(|| lines.map(|line| line.factor).fold(1, i64::max), |own| own.factor)
            };
            let goals = design.sub_goals.iter().map(|goal| factor(goal.word())).max();
            let stated = home.weights.get(&at).copied().unwrap_or(criterion.weighing.stated);
            stated * design.purpose.map_or(1, |purpose| factor(purpose.word())) * goals.unwrap_or(1)
        })
        .collect();
    if shares.iter().sum::<i64>() == 0 {
        return file;
    }
    let all: Vec<usize> = (0..shares.len()).collect();
    deal(pair, file.iter().sum(), &all, &shares)
}
