//! Soft criteria: integer points for a pair, and what they rest on. One criterion a file.

mod carer_preferences;
mod counted_as;
mod coverage;
mod covering;
mod delivery_preference;
mod distance;
mod duration;
mod level_distance;
mod lookup;
mod motivations;
mod own;
mod ranked_choices;
mod same_value;
mod shared_dislikes;
mod shared_tags;
mod shared_time;
mod stated_preferences;
mod supplied;
mod training_held;

use crate::compile::Compiled;
use crate::domain::{self, CriterionKind, OwnCriteria, POINTS_SCALE, Side, UnknownAnswer};
use crate::error::Error;
use crate::outcome::{Against, Because, Contribution, CountedAs};
use crate::reference::Reference;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The reference of every criterion.
pub(crate) const REFERENCES: &[Reference] = &[
    shared_tags::REFERENCE,
    shared_dislikes::REFERENCE,
    coverage::REFERENCE,
    motivations::REFERENCE,
    same_value::REFERENCE,
    level_distance::REFERENCE,
    shared_time::REFERENCE,
    distance::REFERENCE,
    stated_preferences::REFERENCE,
    ranked_choices::REFERENCE,
    delivery_preference::REFERENCE,
    carer_preferences::REFERENCE,
    duration::REFERENCE,
    training_held::REFERENCE,
    lookup::REFERENCE,
    supplied::REFERENCE,
    own::REFERENCE,
];

/// A criterion over compiled people.
pub(crate) trait Criterion: Sync + Send {
    /// Points of the pair, 0 to 1000, or what keeps them from being known. Called for every candidate pair.
    fn points(&self, mentee: usize, mentor: usize) -> Points;

    /// What the points rest on, where they are known.
    fn because(&self, mentee: usize, mentor: usize) -> Because;

    /// The blanks that keep the pair's points from being known, each with the fewest and most points its answer could
    /// give.
    fn blanks(&self, mentee: usize, mentor: usize) -> Vec<Blank>;

    /// What each term of the vocabulary is worth and what sum of worths earns one point, where points come from terms
    /// in common.
    fn worths(&self) -> Option<(&[i64], i64)> {
        None
    }

    /// What a mentee stated that a mentor may cover, where points come from that; none for a blank.
    fn stated(&self, _mentee: usize) -> Option<&[u64]> {
        None
    }

    /// What a mentor covers; none for a blank.
    fn offered(&self, _mentor: usize) -> Option<&[u64]> {
        None
    }

    /// Of mentors, the days that are sure, none where nothing is known; of mentees, the days that are wanted: where points
    /// are the share of the ones in the others.
    fn days(&self) -> Option<(&[Option<i64>], &[i64])> {
        None
    }

    /// The words that count as the terms on which the points rest.
    fn counted_as(&self, _mentee: usize, _mentor: usize) -> Vec<CountedAs> {
        Vec::new()
    }

    /// What keeps the criterion from being used, or was wrong with the points it gave so far.
    fn fault(&self) -> Option<Error> {
        None
    }
}

/// What a criterion makes of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Points {
    /// This many.
    Known(i64),
    /// As many as an unknown gets.
    Unknown,
}

/// A blank answer that points turn on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Blank {
    /// Whose.
    pub(crate) side: Side,
    /// To what.
    pub(crate) field: Arc<str>,
    /// Fewest points the answer could give the pair.
    pub(crate) lowest: i64,
    /// Most points it could give.
    pub(crate) highest: i64,
}

impl Blank {
    /// One side's blank field on which the whole range of points turns.
    fn whole(side: Side, field: &Arc<str>) -> Self {
        Self { side, field: field.clone(), lowest: 0, highest: POINTS_SCALE }
    }

    /// The sides that are blank, mentee first.
    fn sides(mentee: bool, mentor: bool, field: &Arc<str>) -> Vec<Self> {
        let mentee = mentee.then(|| Self::whole(Side::Mentee, field));
        mentee.into_iter().chain(mentor.then(|| Self::whole(Side::Mentor, field))).collect()
    }
}

/// All criteria of a programme, in its order.
pub struct Criteria<'a> {
    listed: Vec<Weighed<'a>>,
    /// Least fit, mentee's fit and mentor's fit of a candidate.
    floors: [i64; 3],
    /// Weights of mentees who have other ones than the file's, their own or their programme's, with what of each is the
    /// mentor's; empty where nobody has.
    own: Vec<Option<Viewed>>,
    /// The weights that mentees stated.
    stated: Vec<&'a BTreeMap<usize, i64>>,
}

/// The weight of each criterion, and what of it is the mentor's.
type Viewed = Arc<[(i64, i64)]>;

struct Weighed<'a> {
    id: &'a Arc<str>,
    weight: i64,
    /// What of the weight counts to the mentor's fit.
    of_mentor: i64,
    unknown: UnknownAnswer,
    criterion: Box<dyn Criterion + 'a>,
}

impl std::fmt::Debug for Criteria<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Criteria").field("criteria", &self.listed.len()).finish()
    }
}

impl<'a> Criteria<'a> {
    /// The criteria of the compiled programme, without any of the embedding program's. Time linear in people.
    pub fn new(compiled: &'a Compiled<'a>) -> Self {
        Self::with_own(compiled, OwnCriteria::default())
    }

    /// The same with the embedding program's own. Where one is missing, every pair is unknown under it, and
    /// [`Self::check`] says so.
    pub fn with_own(compiled: &'a Compiled<'a>, own: OwnCriteria<'a>) -> Self {
        let build = |criterion: &'a domain::Criterion| -> Box<dyn Criterion + 'a> {
            let unknown = criterion.unknown;
            match &criterion.kind {
                CriterionKind::SharedTags { attribute, full_at, rare_counts_more } => {
                    Box::new(shared_tags::SharedTags::new(compiled, attribute, *full_at, *rare_counts_more))
                }
                CriterionKind::SharedDislikes { full_at, rare_counts_more } => {
                    Box::new(shared_dislikes::SharedDislikes::new(compiled, *full_at, *rare_counts_more))
                }
                CriterionKind::Coverage { mentee_attribute, mentor_attribute } => {
                    Box::new(coverage::new(compiled, mentee_attribute, mentor_attribute))
                }
                CriterionKind::Motivations { mentee_attribute, mentor_attribute } => {
                    Box::new(motivations::new(compiled, mentee_attribute, mentor_attribute))
                }
                CriterionKind::SameValue { attribute, relation } => {
                    Box::new(same_value::SameValue::new(compiled, attribute, *relation))
                }
                CriterionKind::LevelDistance { attribute, ideal, span } => {
                    Box::new(level_distance::LevelDistance::new(compiled, attribute, *ideal, *span))
                }
                CriterionKind::SharedTime { full_at_half_hours } => {
                    Box::new(shared_time::SharedTime::new(compiled, *full_at_half_hours))
                }
                CriterionKind::Distance { near_km, far_km } => {
                    Box::new(distance::Distance::new(compiled, *near_km, *far_km))
                }
                CriterionKind::StatedPreferences { side, attribute } => {
                    let attribute = attribute.as_ref();
                    Box::new(stated_preferences::StatedPreferences::new(compiled, *side, attribute, unknown))
                }
                CriterionKind::RankedChoices { ranks } => {
                    Box::new(ranked_choices::RankedChoices::new(compiled, *ranks))
                }
                CriterionKind::Duration => Box::new(duration::Duration::new(compiled)),
                CriterionKind::TrainingHeld { items } => Box::new(training_held::TrainingHeld::new(compiled, items)),
                CriterionKind::CarerPreferences => Box::new(carer_preferences::new(compiled, unknown)),
                CriterionKind::DeliveryPreference { attribute, side } => {
                    Box::new(delivery_preference::DeliveryPreference::new(compiled, attribute, *side))
                }
                CriterionKind::Lookup { mentee_attribute, mentor_attribute, entries, otherwise } => {
                    let attributes = (mentee_attribute, mentor_attribute);
                    Box::new(lookup::Lookup::new(compiled, attributes, entries, *otherwise))
                }
                CriterionKind::Supplied { ranks, scores } => {
                    Box::new(supplied::Supplied::new(compiled, *ranks, scores))
                }
                CriterionKind::Own => Box::new(own::Own::new(compiled.matching, &criterion.id, own)),
            }
        };
        // Each goes over all people, so they are laid out side by side.
        let criteria = compiled.matching.criteria.par_iter().map(|criterion| Weighed {
            id: &criterion.id,
            weight: criterion.weight,
            of_mentor: criterion.view.of_mentor(criterion.weight),
            unknown: criterion.unknown,
            criterion: build(criterion),
        });
        let aim = &compiled.matching.aim;
        let views = || compiled.matching.criteria.iter().map(|one| one.view);
        let viewed = |weights: Vec<i64>| -> Viewed {
            weights.into_iter().zip(views()).map(|(weight, view)| (weight, view.of_mentor(weight))).collect()
        };
        let matching = compiled.matching;
        let of_programmes: Vec<Option<Viewed>> =
            (0..matching.programmes.len()).map(|at| matching.programme_weights(at).map(viewed)).collect();
        let own = |mentee: &domain::Mentee| {
            if mentee.own_weights.is_empty() {
                of_programmes.get(matching.programme_of(&mentee.person)?)?.clone()
            } else {
                matching.weights_of(mentee).map(viewed)
            }
        };
        let any = matching.mentees.iter().any(|mentee| !mentee.own_weights.is_empty())
            || of_programmes.iter().any(Option::is_some);
        let stated = matching.mentees.iter().map(|mentee| &mentee.own_weights).collect();
        let own = if any { matching.mentees.iter().map(own).collect() } else { Vec::new() };
        Self { listed: criteria.collect(), floors: [aim.floor, aim.mentee_floor, aim.mentor_floor], own, stated }
    }

    /// Whether every criterion can be used, and all points given so far were from 0 to 1000. To be asked after
    /// [`crate::candidates::CandidateGraph::new`], which asks for the points of every allowed pair.
    ///
    /// # Errors
    /// [`Error::OwnCriterion`], [`Error::OutOfRange`]: of the first criterion, in order.
    pub fn check(&self) -> Result<(), Error> {
        self.listed.iter().find_map(|one| one.criterion.fault()).map_or(Ok(()), Err)
    }

    /// Points of each criterion for the pair, in order.
    pub fn points(&self, mentee: usize, mentor: usize) -> impl Iterator<Item = i64> {
        self.listed.iter().map(move |one| one.points(mentee, mentor))
    }

    /// Points of one criterion for the pair.
    pub(crate) fn points_of(&self, criterion: usize, mentee: usize, mentor: usize) -> i64 {
        self.listed.get(criterion).map_or(0, |one| one.points(mentee, mentor))
    }

    /// What the terms of a criterion are worth; see [`Criterion::worths`].
    pub(crate) fn worths(&self, criterion: usize) -> Option<(&[i64], i64)> {
        self.listed.get(criterion)?.criterion.worths()
    }

    /// What a mentee stated under a criterion of coverage.
    pub(crate) fn stated(&self, criterion: usize, mentee: usize) -> Option<&[u64]> {
        self.listed.get(criterion)?.criterion.stated(mentee)
    }

    /// What a mentor offers under a criterion of coverage.
    pub(crate) fn offered(&self, criterion: usize, mentor: usize) -> Option<&[u64]> {
        self.listed.get(criterion)?.criterion.offered(mentor)
    }

    /// Days that are sure of mentors and wanted by mentees; see [`Criterion::days`].
    pub(crate) fn days(&self, criterion: usize) -> Option<(&[Option<i64>], &[i64])> {
        self.listed.get(criterion)?.criterion.days()
    }

    /// The pair's fit: the sum of weight times points.
    pub fn fit(&self, mentee: usize, mentor: usize) -> i64 {
        match self.own_of(mentee) {
            None => self.listed.iter().map(|one| one.weight * one.points(mentee, mentor)).sum(),
            Some(own) => {
                let parts = self.listed.iter().zip(own).filter(|(_, (weight, _))| *weight != 0);
                parts.map(|(one, (weight, _))| weight * one.points(mentee, mentor)).sum()
            }
        }
    }

    /// The fits of a mentee's pairs with some mentors, criterion by criterion for all of them.
    pub(crate) fn fits(&self, mentee: usize, mentors: &[usize]) -> Vec<i64> {
        let mut fits = vec![0; mentors.len()];
        for (at, one) in self.listed.iter().enumerate() {
            let weight = self.weight(mentee, at);
            for (fit, mentor) in fits.iter_mut().zip(mentors) {
                *fit += weight * one.points(mentee, *mentor);
            }
        }
        fits
    }

    fn own_of(&self, mentee: usize) -> Option<&[(i64, i64)]> {
        self.own.get(mentee)?.as_deref()
    }

    /// What a criterion weighs for a mentee.
    pub(crate) fn weight(&self, mentee: usize, criterion: usize) -> i64 {
        match self.own_of(mentee) {
            None => self.listed.get(criterion).map_or(0, |one| one.weight),
            Some(own) => own.get(criterion).map_or(0, |(weight, _)| *weight),
        }
    }

    /// What of that weight counts to the mentor's fit.
    pub(crate) fn mentor_weight(&self, mentee: usize, criterion: usize) -> i64 {
        match self.own_of(mentee) {
            None => self.listed.get(criterion).map_or(0, |one| one.of_mentor),
            Some(own) => own.get(criterion).map_or(0, |(_, of_mentor)| *of_mentor),
        }
    }

    /// The most that a criterion weighs for anybody.
    pub(crate) fn most_weight(&self, criterion: usize) -> i64 {
        let base = self.listed.get(criterion).map_or(0, |one| one.weight);
        let own = self.own.iter().flatten().filter_map(|own| own.get(criterion)).map(|(weight, _)| *weight);
        own.fold(base, i64::max)
    }

    /// Points that a blank earns under a criterion.
    pub(crate) fn unknown_points(&self, criterion: usize) -> i64 {
        self.listed.get(criterion).map_or(0, |one| one.unknown.points())
    }

    /// What of the pair's fit is the mentor's; the rest is the mentee's.
    pub fn mentor_fit(&self, mentee: usize, mentor: usize) -> i64 {
        let parts = self.listed.iter().enumerate().map(|(at, one)| (one, self.mentor_weight(mentee, at)));
        parts.filter(|(_, weight)| *weight > 0).map(|(one, weight)| weight * one.points(mentee, mentor)).sum()
    }

    /// Whether a pair of this fit, of which so much is the mentor's, reaches every floor.
    pub(crate) const fn reach(&self, fit: i64, of_mentor: i64) -> bool {
        let [least, of_mentees, of_mentors] = self.floors;
        fit >= least && fit - of_mentor >= of_mentees && of_mentor >= of_mentors
    }

    /// Whether the pair, of this fit, reaches every floor.
    pub(crate) fn reaches(&self, mentee: usize, mentor: usize, fit: i64) -> bool {
        let [least, of_mentees, of_mentors] = self.floors;
        fit >= least && ((of_mentees <= 0 && of_mentors <= 0) || self.reach(fit, self.mentor_fit(mentee, mentor)))
    }

    /// The parts of the pair's fit, in order.
    pub fn contributions(&self, mentee: usize, mentor: usize) -> Vec<Contribution> {
        let parts = self.listed.iter().enumerate().map(|(at, one)| {
            let points = one.points(mentee, mentor);
            let (weight, of_mentor) = (self.weight(mentee, at), self.mentor_weight(mentee, at));
            Contribution {
                criterion: one.id.clone(),
                points,
                weight,
                own_weight: self.stated.get(mentee).and_then(|stated| stated.get(&at).copied()),
                contribution: weight * points,
                mentee_share: (weight - of_mentor) * points,
                mentor_share: of_mentor * points,
                because: one.criterion.because(mentee, mentor),
                counted_as: one.criterion.counted_as(mentee, mentor),
            }
        });
        parts.collect()
    }

    /// The blanks on which a criterion's points for the pair turn.
    pub(crate) fn blanks(&self, criterion: usize, mentee: usize, mentor: usize) -> Vec<Blank> {
        self.listed.get(criterion).map_or_else(Vec::new, |one| one.criterion.blanks(mentee, mentor))
    }
}

impl Weighed<'_> {
    fn points(&self, mentee: usize, mentor: usize) -> i64 {
        match self.criterion.points(mentee, mentor) {
            Points::Known(points) => points,
            Points::Unknown => self.unknown.points(),
        }
    }
}

/// The mentee's and the mentor's part of a fit.
pub(crate) fn both_fits(contributions: &[Contribution]) -> (i64, i64) {
    (contributions.iter().map(|part| part.mentee_share).sum(), contributions.iter().map(|part| part.mentor_share).sum())
}

/// The criterion on which a pair loses most; the first among equals, none when nothing is lost. That nobody wished or
/// chose speaks against no pair.
pub(crate) fn strongest_against(contributions: &[Contribution]) -> Option<Against> {
    let stated = contributions.iter().filter(|part| !matches!(part.because, Because::NoWish | Because::NoChoice));
    let lost = stated.map(|part| (part, part.weight * (POINTS_SCALE - part.points)));
    let mut strongest: Option<Against> = None;
    for (part, lost) in lost.filter(|(_, lost)| *lost > 0) {
        if strongest.as_ref().is_none_or(|known| lost > known.lost) {
            strongest = Some(Against { criterion: part.criterion.clone(), lost });
        }
    }
    strongest
}

/// What is said of blanks: side and field, mentee's first.
fn unknown(blanks: &[Blank]) -> Because {
    let named = blanks.iter().map(|blank| match blank.side {
        Side::Mentee => format!("mentee {}", blank.field),
        Side::Mentor => format!("mentor {}", blank.field),
    });
    Because::Unknown(named.collect())
}
