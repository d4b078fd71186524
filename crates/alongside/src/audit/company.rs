//! What the mentees of one mentor ask of each other, worked out again: hours, contact, times and company.

use super::allotment::Allotment;
use super::book::Book;
use super::facts::{answer, position, words};
use super::finding::{Finding, FindingCode};
use super::settled::Settled;
use crate::domain::{HALF_HOURS, Matching, Mentee, Mentor, PersonId, RuleKind, Shortage, Week};
use crate::outcome::{Meeting, Proposal, ShortOf};
use std::collections::BTreeSet;

/// Whom each mentor has before the matching, and what is limited.
#[derive(Debug, Default)]
pub(super) struct Company {
    limits: Vec<(Shortage, &'static str)>,
    /// The mentees of each mentor's pairs that stand, where something is limited.
    standing: Vec<Vec<usize>>,
}

impl Company {
    pub(super) fn of(matching: &Matching, settled: &Settled<'_>) -> Self {
        let rules = matching.rules.iter().filter_map(|rule| match rule.kind {
            RuleKind::Hours { .. } => Some((Shortage::Hours, "hours_per_week")),
            RuleKind::Contact { .. } => Some((Shortage::Contact, "contacts_per_week")),
            _ => None,
        });
        let limits: BTreeSet<_> = rules.collect();
        let company = Self { limits: limits.into_iter().collect(), standing: Vec::new() };
        if company.limits.is_empty() && matching.several.is_none() {
            return company;
        }
        let with = |mentor: &Mentor| {
            let mentees = matching.mentees.iter().enumerate();
            let stands = |(_, mentee): &(usize, &Mentee)| {
                settled.stands(&mentee.person.id, &mentor.person.id)
                    || settled.is_reserved(&mentee.person.id, &mentor.person.id)
            };
            mentees.filter(stands).map(|(at, _)| at).collect()
        };
        Self { standing: matching.mentors.iter().map(with).collect(), ..company }
    }

    /// Whether nothing is limited beyond places.
    fn is_idle(&self) -> bool {
        self.standing.is_empty()
    }

    /// What the mentor has too little of to have these beside those who stand; none where there is enough.
    pub(super) fn short(&self, matching: &Matching, mentor: usize, members: &[usize]) -> Option<Shortage> {
        let standing = self.standing.get(mentor)?;
        let all: BTreeSet<usize> = standing.iter().chain(members).copied().collect();
        let person = matching.mentors.get(mentor)?;
        let mentees: Vec<&Mentee> = all.iter().filter_map(|at| matching.mentees.get(*at)).collect();
        for (shortage, attribute) in &self.limits {
            let Some(offered) = answer(&person.person, attribute).and_then(position) else { continue };
            let needs = |of: &mut dyn Iterator<Item = usize>| {
                let people = of.filter_map(|at| matching.mentees.get(at));
                people.filter_map(|one| answer(&one.person, attribute).and_then(position)).sum::<i64>()
            };
            // Those who stand may have promised more than there is: then there is nothing left.
            let before = needs(&mut standing.iter().copied()).min(offered);
            if needs(&mut members.iter().copied().filter(|at| !standing.contains(at))) > offered - before {
                return Some(*shortage);
            }
        }
        let several = matching.several?;
        let most = several.dedicated as usize;
        let ways: Vec<Ways> = mentees.iter().map(|one| Ways::of(one, person, mentees.len() <= most)).collect();
        if ways.iter().any(|one| !one.alone && !one.together) {
            return Some(Shortage::Dedicated);
        }
        let arranged = arranged(&mentees, &ways, several.half_hours.map(|half_hours| half_hours as usize));
        (!arranged).then_some(Shortage::SeveralMentees)
    }

    /// How many of the smallest needs of those who take part the mentor's hours and contacts allow.
    pub(super) fn places(&self, book: &Book<'_>, mentor: usize) -> u32 {
        let matching = book.matching;
        let mut least = book.free(mentor);
        for (_, attribute) in &self.limits {
            let number = |person| answer(person, attribute).and_then(position);
            let Some(offered) = matching.mentors.get(mentor).and_then(|one| number(&one.person)) else { continue };
            let of = |at: usize| matching.mentees.get(at).and_then(|one| number(&one.person)).unwrap_or(0);
            let before = self.standing.get(mentor).into_iter().flatten().map(|at| of(*at)).sum::<i64>();
            let mut needs: Vec<i64> = (0..matching.mentees.len()).filter(|at| !book.is_out(*at)).map(of).collect();
            needs.sort_unstable();
            let mut left = (offered - before).max(0);
            let fits = needs.iter().take_while(|need| {
                left -= **need;
                left >= 0
            });
            least = least.min(u32::try_from(fits.count()).unwrap_or(u32::MAX));
        }
        least
    }
}

/// Whether anything limits whom a mentor has together, unequal caseloads among it.
pub(super) fn is_limited(book: &Book<'_>) -> bool {
    !book.company.is_idle() || book.supervision.is_mixed(book)
}

/// Reports mentors whose proposals ask for more than they have, but for places.
pub(super) fn check_room(findings: &mut Vec<Finding>, book: &Book<'_>, mentor_of: &[Option<usize>]) {
    if book.company.is_idle() {
        return;
    }
    for (at, mentor) in book.matching.mentors.iter().enumerate() {
        let members: Vec<usize> =
            mentor_of.iter().enumerate().filter(|(_, of)| **of == Some(at)).map(|(mentee, _)| mentee).collect();
        // More than there are places for is told already, and could take for ever to arrange.
        let placed = !members.is_empty() && members.len() <= book.free(at) as usize;
        if placed && book.company.short(book.matching, at, &members).is_some() {
            let message = "the proposals of a mentor together ask for more than there is";
            findings.push(Finding::new(FindingCode::CapacityExceeded, message).mentor(&mentor.person.id));
        }
    }
}

/// Candidates with a place and room who have too little of something else left, by what.
pub(super) fn short_of(book: &Book<'_>, candidates: &[usize], allotment: &Allotment, mentee: usize) -> Vec<ShortOf> {
    if book.company.is_idle() {
        return Vec::new();
    }
    let kinds = [Shortage::Hours, Shortage::Contact, Shortage::Dedicated, Shortage::SeveralMentees];
    let mut counts = kinds.map(|of| (of, 0));
    for &mentor in candidates.iter().filter(|mentor| allotment.left(book, **mentor) > 0) {
        let mut members = allotment.mentees_of(mentor);
        members.push(mentee);
        let short = book.company.short(book.matching, mentor, &members);
        counts.iter_mut().filter(|(of, _)| Some(*of) == short).for_each(|(_, count)| *count += 1);
    }
    let some = counts.into_iter().filter(|(_, candidates)| *candidates > 0);
    some.map(|(of, candidates)| ShortOf { of, candidates }).collect()
}

/// Compares the meetings of all proposals of a mentor with what people said.
pub(super) fn check_meetings(findings: &mut Vec<Finding>, book: &Book<'_>, proposals: &[Proposal]) {
    for proposal in proposals {
        let fault = match (&book.matching.several, &proposal.meeting) {
            (None, None) => None,
            (None, Some(_)) => Some("a meeting in a programme that says nothing of several mentees"),
            (Some(_), None) => Some("no meeting in a programme that says what several mentees ask of each other"),
            (Some(several), Some(meeting)) => {
                let others = proposals.iter().filter(|other| other.mentor == proposal.mentor);
                fault(book, proposal, meeting, others, several.half_hours)
            }
        };
        if let Some(fault) = fault {
            let finding = Finding::new(FindingCode::Meeting, fault);
            findings.push(finding.mentee(&proposal.mentee).mentor(&proposal.mentor));
        }
    }
}

fn fault<'p>(
    book: &Book<'_>,
    proposal: &Proposal,
    meeting: &Meeting,
    others: impl Iterator<Item = &'p Proposal>,
    half_hours: Option<u32>,
) -> Option<&'static str> {
    let mentee = book.matching.mentees.get(book.mentee_at(&proposal.mentee)?)?;
    let at = book.mentor_at(&proposal.mentor)?;
    let mentor = book.matching.mentors.get(at)?;
    if meeting.minutes != half_hours.map(|half_hours| half_hours * 30) {
        return Some("the meeting is not as long as the programme says");
    }
    let begins = meeting.begins.as_deref().map(half_hour);
    let long = half_hours.unwrap_or(0) as usize;
    match (half_hours, begins) {
        (None, None) => {}
        (Some(_), Some(Some(begins))) => {
            let free = both_free(mentee, mentor);
            if !(begins..begins + long).all(|slot| free.has(slot % HALF_HOURS)) {
                return Some("one of the two is not free then");
            }
        }
        _ => return Some("the time of the meeting is no half hour of the week, or there is none"),
    }
    let standing: Vec<&PersonId> = book.company.standing.get(at)?.iter().filter_map(|at| id(book, *at)).collect();
    let mut with: Vec<&PersonId> = meeting.together_with.iter().collect();
    for other in others.filter(|other| other.mentee != proposal.mentee) {
        let Some(theirs) = &other.meeting else { continue };
        let together = with.contains(&&other.mentee);
        if together != theirs.together_with.contains(&proposal.mentee) {
            return Some("of two who are met together, only one is said to be");
        }
        let (one, another) = (begins.flatten(), theirs.begins.as_deref().and_then(half_hour));
        if let (Some(one), Some(another)) = (one, another) {
            let apart = (another + HALF_HOURS - one) % HALF_HOURS;
            if together && one != another {
                return Some("two who are met together are met at two times");
            }
            if !together && (apart < long || HALF_HOURS - apart < long) {
                return Some("two who are met apart are met at one time");
            }
        }
        with.retain(|id| **id != other.mentee);
    }
    if with.iter().any(|id| !standing.contains(id)) {
        return Some("somebody is named as met together whom the mentor does not have");
    }
    let alone = meeting.together_with.is_empty();
    let members = book.company.standing.get(at)?.len() + 1;
    let ways = Ways::of(mentee, mentor, true);
    let possible = if alone { ways.alone || ways.together || members > 1 } else { ways.together };
    if !possible {
        return Some("the two would not meet in that way");
    }
    let minds = |other: &PersonId| {
        mentee.not_together_with.contains(other)
            || book.matching.mentee(other).is_some_and(|other| other.not_together_with.contains(&mentee.person.id))
    };
    meeting.together_with.iter().any(minds).then_some("two who do not want to be together are met together")
}

fn id<'b>(book: &Book<'b>, mentee: usize) -> Option<&'b PersonId> {
    book.matching.mentees.get(mentee).map(|one| &one.person.id)
}

/// The half hour that a text such as `Tue 17:00` names.
fn half_hour(text: &str) -> Option<usize> {
    let (day, time) = text.split_once(' ')?;
    let day = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].iter().position(|name| *name == day)?;
    let (hours, minutes) = time.split_once(':')?;
    let (hours, minutes): (usize, usize) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 24 && minutes % 30 == 0 && minutes < 60).then_some(day * 48 + hours * 2 + minutes / 30)
}

/// How one mentee can be met by a mentor.
#[derive(Debug, Clone, Copy)]
struct Ways {
    alone: bool,
    together: bool,
    free: Week,
}

impl Ways {
    /// `few` says whether the mentor has few enough mentees for dedicated support.
    fn of(mentee: &Mentee, mentor: &Mentor, few: bool) -> Self {
        let said = |person| answer(person, "delivery_models").map(|said| words(said).map(|word| &**word).collect());
        let both: Option<(BTreeSet<&str>, BTreeSet<&str>)> = said(&mentee.person).zip(said(&mentor.person));
        let free = both_free(mentee, mentor);
        let shared: BTreeSet<&str> = both
            .map(|(one, other)| grouped(&one).intersection(&grouped(&other)).copied().collect())
            .unwrap_or_default();
        if shared.is_empty() {
            return Self { alone: true, together: false, free };
        }
        let alone = shared.contains("alone") || few && shared.contains("dedicated");
        Self { alone, together: shared.contains("together"), free }
    }
}

/// One-to-one and individually are both alone.
fn grouped<'w>(words: &BTreeSet<&'w str>) -> BTreeSet<&'w str> {
    words.iter().map(|word| if matches!(*word, "together" | "dedicated") { word } else { "alone" }).collect()
}

/// When both are free; always where either did not say.
fn both_free(mentee: &Mentee, mentor: &Mentor) -> Week {
    match (&mentee.person.availability, &mentor.person.availability) {
        (Some(one), Some(other)) => one.shared(other),
        _ => {
            let mut always = Week::default();
            always.add(0, HALF_HOURS);
            always
        }
    }
}

/// Whether there is a way and a time for everybody.
fn arranged(mentees: &[&Mentee], ways: &[Ways], long: Option<usize>) -> bool {
    if ways.iter().any(|way| !way.alone && !way.together) {
        return false;
    }
    let minds = |one: &Mentee, other: &Mentee| {
        one.not_together_with.contains(&other.person.id) || other.not_together_with.contains(&one.person.id)
    };
    // Who is in company: each in turn, or not.
    let mut company = Vec::new();
    choose(mentees, ways, &minds, 0, &mut company, &|company: &[usize]| {
        let Some(long) = long else { return true };
        let mut meetings: Vec<Week> =
            ways.iter().enumerate().filter(|(at, _)| !company.contains(at)).map(|(_, way)| way.free).collect();
        let all = company.iter().filter_map(|at| ways.get(*at)).map(|way| way.free).reduce(|one, way| one.shared(&way));
        meetings.extend(all);
        timed(&meetings, long)
    })
}

/// Tries every company of those who may be in it, all of whom get on.
fn choose(
    mentees: &[&Mentee],
    ways: &[Ways],
    minds: &dyn Fn(&Mentee, &Mentee) -> bool,
    at: usize,
    company: &mut Vec<usize>,
    fine: &dyn Fn(&[usize]) -> bool,
) -> bool {
    let (Some(mentee), Some(way)) = (mentees.get(at), ways.get(at)) else { return fine(company) };
    let gets_on = company.iter().all(|other| mentees.get(*other).is_none_or(|other| !minds(mentee, other)));
    if way.together && gets_on {
        company.push(at);
        if choose(mentees, ways, minds, at + 1, company, fine) {
            return true;
        }
        company.pop();
    }
    way.alone && choose(mentees, ways, minds, at + 1, company, fine)
}

/// Whether meetings so long find times in these weeks that do not run into each other: the first begins somewhere, and the
/// others follow it within a week.
fn timed(meetings: &[Week], long: usize) -> bool {
    let Some((first, others)) = meetings.split_first() else { return true };
    let fits = |week: &Week, begin: usize| (begin..begin + long).all(|slot| week.has(slot % HALF_HOURS));
    (0..HALF_HOURS).filter(|begin| fits(first, *begin)).any(|begin| {
        let mut seen = BTreeSet::new();
        let all: BTreeSet<usize> = (0..others.len()).collect();
        follow(others, &all, (begin + long, begin + HALF_HOURS), &|week, at| fits(week, at), long, &mut seen)
    })
}

/// Whether the meetings left find times between two half hours; what was tried is not tried again.
fn follow(
    meetings: &[Week],
    left: &BTreeSet<usize>,
    (from, until): (usize, usize),
    fits: &dyn Fn(&Week, usize) -> bool,
    long: usize,
    seen: &mut BTreeSet<(Vec<usize>, usize)>,
) -> bool {
    if left.is_empty() {
        return true;
    }
    if !seen.insert((left.iter().copied().collect(), from)) {
        return false;
    }
    left.iter().any(|next| {
        let Some(week) = meetings.get(*next) else { return false };
        let mut begins = from..(until + 1).saturating_sub(long);
        let Some(begin) = begins.find(|begin| fits(week, *begin)) else { return false };
        let rest: BTreeSet<usize> = left.iter().copied().filter(|other| other != next).collect();
        follow(meetings, &rest, (begin + long, until), fits, long, seen)
    })
}
