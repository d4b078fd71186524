//! What each rule says of a pair.

use super::answers::{Pair, Side, alike, common_ways, holds, metres_apart, spoken};
use super::settled::stands;
use alongside::domain::{
    Answer, AttributeKey, Bounds, CapabilityRow, Date, DecisionKind, HALF_HOURS, Held, Relation, RelationshipStatus,
    Requirement, Rule, RuleKind, Strength, Traveller, UnknownData, normalise_term,
};
use alongside::outcome::Obstacle;

/// A rule's answer, with the obstacle and what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    Eligible,
    Refused(Obstacle, Option<String>),
    NeedsCheck(Obstacle, Option<String>),
}

use Verdict::{Eligible, NeedsCheck, Refused};

/// Whether every rule allows the pair.
pub(crate) fn allowed(pair: Pair<'_>) -> bool {
    pair.matching.rules.iter().all(|rule| verdict(rule, pair) == Eligible)
}

pub(crate) fn verdict(rule: &Rule, pair: Pair<'_>) -> Verdict {
    let (mentee, mentor) = (&pair.mentee.person, &pair.mentor.person);
    match &rule.kind {
        RuleKind::Themselves if mentee.id == mentor.id => Refused(Obstacle::SamePerson, None),
        RuleKind::Themselves => Eligible,
        RuleKind::Exclusions => {
            if mentee.exclusions.contains(&mentor.id) || mentor.exclusions.contains(&mentee.id) {
                Refused(Obstacle::Excluded, None)
            } else {
                Eligible
            }
        }
        RuleKind::KnownTo => known(pair),
        RuleKind::Role => {
            let natural = pair.answer(Side::Mentor, "role_type") == Some(&Answer::OneOf("natural".into()));
            let wanted = pair.mentee.nominated_mentor == Some(mentor.id.clone());
            if natural && !wanted { Refused(Obstacle::NotNominated, None) } else { Eligible }
        }
        RuleKind::Checks { required, until } => {
            let said = |item| held(&super::activity::as_required(pair, item), item, pair.matching.as_of, Some(*until));
            first(required.iter().map(|item| of_role(pair, item, said(item))))
        }
        RuleKind::ActivityChecks { activity, until } => super::activity::checks(pair, activity, *until),
        RuleKind::Training { required } => {
            let said = |item| held(&pair.mentor.training, item, pair.matching.as_of, None);
            first(required.iter().map(|item| of_role(pair, item, said(item))))
        }
        RuleKind::Preferences => first([Side::Mentee, Side::Mentor].into_iter().flat_map(|side| hard(pair, side))),
        RuleKind::PastPairs => past(pair),
        RuleKind::Decisions => decided(pair),
        RuleKind::Goals => {
            let open = pair.answer(Side::Mentee, "goals").is_none() && !super::settled::is_fixed(pair);
            if open { NeedsCheck(Obstacle::Blank, Some("goals".to_owned())) } else { Eligible }
        }
        RuleKind::DeliveryMethod { unknown } => way(pair, *unknown),
        RuleKind::DeliveryModel { unknown } => in_common(pair, "delivery_models", *unknown),
        RuleKind::DatesOverlap { minimum_days, before_transition, unknown } => {
            days(pair, (*minimum_days as usize, *before_transition), *unknown)
        }
        RuleKind::Hours { unknown } => enough(pair, "hours_per_week", *unknown),
        RuleKind::Contact { unknown } => {
            let times = match (pair.answer(Side::Mentee, "contact_times"), pair.answer(Side::Mentor, "contact_times")) {
                (Some(one), Some(other)) if !alike(pair.matching, "contact_times", one, other) => {
                    Refused(Obstacle::NoneShared, Some("contact_times".to_owned()))
                }
                _ => Eligible,
            };
            let channels = in_common(pair, "contact_channels", *unknown);
            first([channels, times, enough(pair, "contacts_per_week", *unknown)].into_iter())
        }
        RuleKind::SharedLanguage { unknown } => in_common(pair, "languages", *unknown),
        RuleKind::TimeOverlap { half_hours, unknown } => time(pair, *half_hours, *unknown),
        RuleKind::Travel { who, max_km, unknown } => travel(pair, *who, *max_km, *unknown),
        RuleKind::AgeBounds { mentor, mentee, difference, unknown } => {
            bounds(pair, "age", [*mentor, *mentee, *difference]).unwrap_or_else(|| blank(*unknown, "age"))
        }
        RuleKind::CoLocation { unknown } => sites(pair, *unknown),
        RuleKind::CarerConsent { under } => consent(pair, *under),
        RuleKind::Capabilities { table, unknown } => capable(pair, table, *unknown),
        RuleKind::Programme { unknown, .. } => super::programmes::verdict(pair, *unknown),
        RuleKind::AttributeBounds { attribute, relation, difference, mentor, mentee, unknown } => {
            let attribute = attribute.as_str();
            let answers = pair.answer(Side::Mentee, attribute).zip(pair.answer(Side::Mentor, attribute));
            let about = || Some(attribute.to_owned());
            match (relation, answers) {
                (Some(Relation::Same), Some((one, other))) if !alike(pair.matching, attribute, one, other) => {
                    return Refused(Obstacle::NotSame, about());
                }
                (Some(Relation::Different), Some((one, other))) if alike(pair.matching, attribute, one, other) => {
                    return Refused(Obstacle::NotDifferent, about());
                }
                _ => {}
            }
            let ranged = [*mentor, *mentee, *difference];
            let inside =
                if ranged.iter().all(Bounds::is_open) { Some(Eligible) } else { bounds(pair, attribute, ranged) };
            match inside {
                Some(Refused(obstacle, _)) => Refused(obstacle, about()),
                Some(_) if relation.is_none() || answers.is_some() => Eligible,
                _ => blank(*unknown, attribute),
            }
        }
    }
}

/// Whether the mentor offers as much as the mentee needs.
fn enough(pair: Pair<'_>, attribute: &str, unknown: UnknownData) -> Verdict {
    match (pair.answer(Side::Mentee, attribute), pair.answer(Side::Mentor, attribute)) {
        (Some(need), Some(offer)) if offer.position() < need.position() => Refused(Obstacle::NotEnough, None),
        (Some(_), Some(_)) => Eligible,
        _ => blank(unknown, attribute),
    }
}

/// What is required of some roles alone asks nothing of the others, and waits for a role that is not known.
fn of_role(pair: Pair<'_>, item: &Requirement, held: Verdict) -> Verdict {
    let role = pair.answer(Side::Mentor, "role_type").map(|role| role.terms().next().unwrap().to_string());
    match role {
        _ if item.roles.is_empty() || held == Eligible => held,
        None => NeedsCheck(Obstacle::Blank, Some("role_type".to_owned())),
        Some(role) if item.roles.iter().any(|one| **one == *role) => held,
        Some(_) => Eligible,
    }
}

/// Whether either would have to be where they must not be.
fn sites(pair: Pair<'_>, unknown: UnknownData) -> Verdict {
    let named = |side, attribute: &str| -> Option<Vec<String>> {
        Some(pair.answer(side, attribute)?.terms().map(ToString::to_string).collect())
    };
    let mut open = false;
    for (one, other) in [(Side::Mentee, Side::Mentor), (Side::Mentor, Side::Mentee)] {
        let bans = named(one, "barred_from").unwrap_or_default();
        match named(other, "attends") {
            Some(places) if places.iter().any(|place| bans.contains(place)) => {
                return Refused(Obstacle::CoLocation, None);
            }
            None if !bans.is_empty() => open = true,
            _ => {}
        }
    }
    if open { blank(unknown, "attends") } else { Eligible }
}

/// Whether a mentee who is too young to decide alone has a carer who agrees.
fn consent(pair: Pair<'_>, under: i64) -> Verdict {
    let age = pair.position(Side::Mentee, "age");
    if age.is_some_and(|age| age >= under) {
        return Eligible;
    }
    let said = pair.answer(Side::Mentee, "carer_consent").map(|said| said.terms().next().unwrap().to_string());
    match said.as_deref() {
        Some("yes") => Eligible,
        _ if age.is_none() => NeedsCheck(Obstacle::Blank, Some("age".to_owned())),
        Some(_) => Refused(Obstacle::CarerRefuses, None),
        None => NeedsCheck(Obstacle::Blank, Some("carer_consent".to_owned())),
    }
}

/// Whether the mentor can do all that the mentee's barriers and needs ask for.
fn capable(pair: Pair<'_>, table: &[CapabilityRow], unknown: UnknownData) -> Verdict {
    let stands_for = |side, name: &str, term: &str| {
        let key = AttributeKey::new(name);
        let wanted = super::words::counts_as(pair.matching, &key, &term.into());
        pair.answer(side, name).is_some_and(|said| super::words::has(pair.matching, &key, said).contains(&wanted))
    };
    let asked = table.iter().filter(|row| {
        ["relationship_barriers", "needs"].into_iter().any(|name| {
            row.attribute.as_ref().is_none_or(|only| only.as_str() == name) && stands_for(Side::Mentee, name, &row.term)
        })
    });
    let required: Vec<String> = asked.flat_map(|row| &row.requires).map(ToString::to_string).collect();
    if required.is_empty() {
        return Eligible;
    }
    let trained = |name: &str| {
        let items = pair.matching.rules.iter().filter_map(|rule| match &rule.kind {
            RuleKind::Training { required } => Some(required),
            _ => None,
        });
        let asked = items.flatten().find(|item| *item.name == *name).cloned();
        let item = asked.unwrap_or_else(|| Requirement {
            name: name.into(),
            label: name.into(),
            valid_months: None,
            roles: Vec::new(),
        });
        held(&pair.mentor.training, &item, pair.matching.as_of, None) == Eligible
    };
    let has = |one: &str| stands_for(Side::Mentor, "capabilities", one) || trained(one);
    let lacking = required.iter().find(|one| !has(&normalise_term(one)));
    if lacking.is_some() && pair.answer(Side::Mentor, "capabilities").is_none() {
        return blank(unknown, "capabilities");
    }
    let printed = |one: &String| {
        let mut all = table.iter().flat_map(|row| &row.requires);
        all.find(|other| normalise_term(other) == normalise_term(one)).map(ToString::to_string)
    };
    lacking.map_or(Eligible, |one| Refused(Obstacle::CapabilityMissing, printed(one)))
}

/// A past pair is not repeated, unless every entry on it says so.
fn past(pair: Pair<'_>) -> Verdict {
    let (mentee, mentor) = (&pair.mentee.person.id, &pair.mentor.person.id);
    let of_pair = pair.matching.relationships.iter().filter(|one| one.mentee == *mentee && one.mentor == *mentor);
    let met = of_pair.filter(|one| one.status == RelationshipStatus::Past && !one.again).count();
    if met > 0 { Refused(Obstacle::PastPair, None) } else { Eligible }
}

fn decided(pair: Pair<'_>) -> Verdict {
    let (mentee, mentor) = (&pair.mentee.person.id, &pair.mentor.person.id);
    let mut verdict = Eligible;
    for decision in &pair.matching.decisions {
        let touches = |of: Option<&_>, id| of.is_none_or(|of| of == id);
        let kind = &decision.kind;
        if !touches(kind.mentee(), mentee) || !touches(kind.mentor(), mentor) {
            continue;
        }
        match kind {
            DecisionKind::Bar { .. } => return Refused(Obstacle::Barred, None),
            DecisionKind::Hold { .. } if !stands(pair.matching, mentee, mentor) => {
                verdict = NeedsCheck(Obstacle::OnHold, None);
            }
            _ => {}
        }
    }
    verdict
}

/// What the closest of the relations that the two state allows.
fn known(pair: Pair<'_>) -> Verdict {
    let (mentee, mentor) = (&pair.mentee.person, &pair.mentor.person);
    let closest = mentee.known_to.get(&mentor.id).max(mentor.known_to.get(&mentee.id)).map(|relation| relation.name());
    let (close, obstacle) = match closest {
        None | Some("professional") => return Eligible,
        Some("acquaintance") => (false, Obstacle::Acquaintance),
        Some("close_friend") => (true, Obstacle::CloseFriend),
        Some(_) => return Refused(Obstacle::Kin, None),
    };
    let role = pair.answer(Side::Mentor, "role_type").map(|answer| answer.terms().next().unwrap().to_string());
    if pair.mentee.nominated_mentor.as_ref().is_none_or(|named| *named != mentor.id)
        || role.as_ref().is_some_and(|role| role != "natural")
    {
        return Refused(obstacle, None);
    }
    let decided = pair.matching.decisions.iter().filter(|one| {
        let kind = &one.kind;
        kind.name() == "allow_close_friend" && kind.mentee() == Some(&mentee.id) && kind.mentor() == Some(&mentor.id)
    });
    let decided = decided.count();
    match (role, close, decided) {
        (None, ..) => NeedsCheck(Obstacle::Blank, Some("role_type".to_owned())),
        (_, true, 0) => NeedsCheck(Obstacle::UndecidedFriend, None),
        _ => Eligible,
    }
}

/// The days of the planned period on which neither is away, counted one by one.
fn days(pair: Pair<'_>, (minimum, in_time): (usize, bool), unknown: UnknownData) -> Verdict {
    let date = |side, field| match pair.answer(side, field) {
        Some(Answer::Date(date)) => Some(*date),
        None => None,
        other => panic!("{other:?}"),
    };
    let ends = |field| [Side::Mentee, Side::Mentor].map(|side| date(side, field));
    let (from, until) = (ends("available_from"), ends("available_until"));
    let there =
        |day: &Date| from.iter().flatten().all(|first| first <= day) && until.iter().flatten().all(|last| day <= last);
    let planned = std::iter::successors(Some(pair.matching.as_of), |day| day.tomorrow().ok())
        .take_while(|day| *day <= pair.matching.planned_until);
    let transition = date(Side::Mentee, "transition_date");
    let together: Vec<Date> = planned.filter(there).collect();
    let ahead = transition.filter(|day| in_time && *day > pair.matching.as_of);
    match together.len() {
        0 => Refused(Obstacle::NoneShared, None),
        days if days < minimum => Refused(Obstacle::TooShort, None),
        _ if ahead.is_some_and(|day| together.iter().all(|one| *one >= day)) => Refused(Obstacle::StartsTooLate, None),
        _ if from.contains(&None) => blank(unknown, "available_from"),
        _ if until.contains(&None) => blank(unknown, "available_until"),
        _ if in_time && transition.is_none() => blank(unknown, "transition_date"),
        _ => Eligible,
    }
}

/// The first refusal, else the first thing to be checked, else eligible.
pub(super) fn first(verdicts: impl Iterator<Item = Verdict>) -> Verdict {
    let verdicts: Vec<Verdict> = verdicts.collect();
    let refused = verdicts.iter().find(|one| matches!(one, Refused(..)));
    let open = verdicts.iter().find(|one| matches!(one, NeedsCheck(..)));
    refused.or(open).cloned().unwrap_or(Eligible)
}

pub(super) fn blank(unknown: UnknownData, about: &str) -> Verdict {
    match unknown {
        UnknownData::Allow => Eligible,
        UnknownData::NeedsCheck => NeedsCheck(Obstacle::Blank, Some(about.to_owned())),
    }
}

/// A check where there is a day up to which it must be valid, training where there is none.
pub(super) fn held(held: &[Held], item: &Requirement, as_of: Date, until: Option<Date>) -> Verdict {
    let about = Some(item.label.to_string());
    let records: Vec<&Held> = held.iter().filter(|record| record.name == item.name).collect();
    if records.is_empty() {
        return NeedsCheck(Obstacle::NotRecorded, about);
    }
    let issued: Vec<&&Held> = records.iter().filter(|one| one.issued.is_none_or(|day| day <= as_of)).collect();
    let last = |record: &Held| record.expires.or_else(|| Some(months_after(record.issued?, item.valid_months?)));
    let needed = until.unwrap_or(as_of);
    if issued.iter().any(|one| last(one).map_or(until.is_none(), |day| day >= needed)) {
        return Eligible;
    }
    if issued.iter().any(|one| last(one).is_none()) {
        return NeedsCheck(Obstacle::ExpiryUnknown, about);
    }
    if issued.iter().any(|one| last(one).is_some_and(|day| day >= as_of)) {
        return Refused(Obstacle::ExpiresInPeriod, about);
    }
    Refused(if issued.len() < records.len() { Obstacle::NotYetIssued } else { Obstacle::Expired }, about)
}

/// The same day so many months on, or that month's last day.
fn months_after(day: Date, months: u16) -> Date {
    let month = i32::from(day.year()) * 12 + i32::from(day.month()) - 1 + i32::from(months);
    let (year, month) = (month.div_euclid(12) as i16, month.rem_euclid(12) as i8 + 1);
    (1..=day.day()).rev().find_map(|day| Date::new(year, month, day).ok()).unwrap()
}

fn hard(pair: Pair<'_>, side: Side) -> Vec<Verdict> {
    let (own, other) = (pair.person(side), pair.other(side));
    let wishes = own.preferences.iter().filter(|wish| matches!(wish.strength, Strength::Must | Strength::Never));
    let verdicts = wishes.map(|wish| {
        let about = Some(wish.attribute.to_string());
        match (holds(pair.matching, own, wish, other), side) {
            (None, Side::Mentee) => NeedsCheck(Obstacle::UnknownForWishOfMentee, about),
            (None, Side::Mentor) => NeedsCheck(Obstacle::UnknownForWishOfMentor, about),
            (Some(holds), _) if holds == (wish.strength == Strength::Must) => Eligible,
            (_, Side::Mentee) => Refused(Obstacle::WishOfMentee, about),
            (_, Side::Mentor) => Refused(Obstacle::WishOfMentor, about),
        }
    });
    verdicts.collect()
}

fn in_common(pair: Pair<'_>, attribute: &str, unknown: UnknownData) -> Verdict {
    match (pair.answer(Side::Mentee, attribute), pair.answer(Side::Mentor, attribute)) {
        (Some(one), Some(other)) if alike(pair.matching, attribute, one, other) => Eligible,
        (Some(_), Some(_)) => Refused(Obstacle::NoneShared, None),
        _ => blank(unknown, attribute),
    }
}

fn time(pair: Pair<'_>, half_hours: u32, unknown: UnknownData) -> Verdict {
    let (Some(one), Some(other)) = (pair.mentee.person.availability, pair.mentor.person.availability) else {
        return blank(unknown, "availability");
    };
    let free = |slot: usize| one.has(slot % HALF_HOURS) && other.has(slot % HALF_HOURS);
    if !(0..HALF_HOURS).any(free) {
        return Refused(Obstacle::NoneShared, None);
    }
    // A stretch of the length needed, begun at any half hour of the week.
    let long_enough = |start: usize| (start..start + half_hours as usize).all(free);
    if (0..HALF_HOURS).any(long_enough) { Eligible } else { Refused(Obstacle::TooShort, None) }
}

/// Whether a way of meeting is left, counted by what is said of each that both accept.
fn way(pair: Pair<'_>, unknown: UnknownData) -> Verdict {
    if [Side::Mentee, Side::Mentor].iter().any(|side| pair.answer(*side, "delivery_methods").is_none()) {
        return blank(unknown, "delivery_methods");
    }
    let said: Vec<_> = common_ways(pair).iter().map(|way| spoken(pair, way)).collect();
    let many = |of: Option<bool>| said.iter().filter(|one| **one == of).count();
    match (many(Some(true)), many(None), many(Some(false))) {
        (0, 0, 0) => Refused(Obstacle::NoneShared, None),
        (0, 0, _) => Refused(Obstacle::NoCommonLanguage, None),
        (0, ..) => blank(unknown, "languages"),
        _ => Eligible,
    }
}

fn travel(pair: Pair<'_>, who: Traveller, max_km: Option<u32>, unknown: UnknownData) -> Verdict {
    let others: Vec<_> =
        common_ways(pair).into_iter().filter(|way| way != "face_to_face").map(|way| spoken(pair, &way)).collect();
    let visit = visit(pair, who, max_km, unknown);
    if others.contains(&Some(true)) {
        Eligible
    } else if others.contains(&None) && matches!(visit, Refused(..)) {
        blank(unknown, "languages")
    } else {
        visit
    }
}

/// What is said of meeting in person.
pub(super) fn visit(pair: Pair<'_>, who: Traveller, max_km: Option<u32>, unknown: UnknownData) -> Verdict {
    let Some(apart) = metres_apart(pair) else { return blank(unknown, "place") };
    let travelling: &[Side] = match who {
        Traveller::Mentor => &[Side::Mentor],
        Traveller::Mentee => &[Side::Mentee],
        Traveller::Either | Traveller::Both => &[Side::Mentor, Side::Mentee],
        Traveller::Nobody => &[],
    };
    // What becomes of it if everybody who left it blank went nowhere, and if they went anywhere.
    let can = |blank: i64| {
        let mut each = travelling.iter().map(|side| apart <= pair.position(*side, "max_travel_km").unwrap_or(blank));
        let by_people = if who == Traveller::Either { each.any(|can| can) } else { each.all(|can| can) };
        by_people && max_km.is_none_or(|km| apart <= i64::from(km) * 1000)
    };
    match (can(-1), can(i64::MAX)) {
        (true, _) => Eligible,
        (_, false) => Refused(Obstacle::TooFar, None),
        _ => blank(unknown, "max_travel_km"),
    }
}

/// What bounds of mentor, mentee and difference say; none where an answer that they need is blank.
fn bounds(pair: Pair<'_>, attribute: &str, [of_mentor, of_mentee, apart]: [Bounds; 3]) -> Option<Verdict> {
    let mentor = pair.position(Side::Mentor, attribute);
    let mentee = pair.position(Side::Mentee, attribute);
    let difference = mentor.zip(mentee).map(|(mentor, mentee)| mentor - mentee);
    let outside = |at: Option<i64>, bounds: Bounds| {
        at.is_some_and(|at| bounds.min.is_some_and(|min| at < min) || bounds.max.is_some_and(|max| at > max))
    };
    for (at, bounds, obstacle) in [
        (mentor, of_mentor, Obstacle::MentorOutOfBounds),
        (mentee, of_mentee, Obstacle::MenteeOutOfBounds),
        (difference, apart, Obstacle::DifferenceOutOfBounds),
    ] {
        if outside(at, bounds) {
            return Some(Refused(obstacle, None));
        }
    }
    let bounded = |bounds: Bounds| bounds.min.is_some() || bounds.max.is_some();
    let missing = bounded(of_mentor) && mentor.is_none()
        || bounded(of_mentee) && mentee.is_none()
        || bounded(apart) && difference.is_none();
    (!missing).then_some(Eligible)
}
