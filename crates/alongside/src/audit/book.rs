//! The programme, opened for looking things up.

use super::choices;
use super::company::Company;
use super::pairing::Pair;
use super::points::{Scale, Score};
use super::rules::{self, Verdict};
use super::settled::Settled;
use super::supervision::Supervision;
use super::tie::tie_value;
use super::{programmes, weights};
use crate::domain::{Matching, OwnCriteria, PersonId};
use std::collections::BTreeMap;

/// The programme with places of people by id and criteria ready to be asked.
#[derive(Debug)]
pub(super) struct Book<'a> {
    pub(super) matching: &'a Matching,
    pub(super) scales: Vec<Scale<'a>>,
    pub(super) settled: Settled<'a>,
    /// Whether each mentee takes no part in the matching.
    out: Vec<bool>,
    /// Places of each mentor that are left for the matching.
    free: Vec<u32>,
    pub(super) supervision: Supervision,
    pub(super) company: Company,
    /// What each criterion weighs, and what it weighs for mentees who chose weights or whose programme has its own.
    base_weights: Vec<i128>,
    own_weights: BTreeMap<&'a PersonId, Vec<i128>>,
    mentees: BTreeMap<&'a PersonId, usize>,
    mentors: BTreeMap<&'a PersonId, usize>,
}

impl<'a> Book<'a> {
    /// Opens the programme.
    pub(super) fn of(matching: &'a Matching, own: OwnCriteria<'a>) -> Self {
        let settled = Settled::of(matching).with_nominations(matching);
        let base_weights: Vec<i128> =
            matching.criteria.iter().map(|criterion| weights::weight(matching, criterion)).collect();
        let of_programmes: BTreeMap<&std::sync::Arc<str>, Vec<i128>> = matching
            .programmes
            .iter()
            .filter_map(|one| {
                let weighed = weights::of_programme(matching, one)?;
                Some((&one.id, weighed.into_iter().map(|(weight, _)| weight).collect()))
            })
            .collect();
        let mut own_weights = BTreeMap::new();
        for mentee in &matching.mentees {
            let base = programmes::programme(matching, &mentee.person).and_then(|id| of_programmes.get(id));
            if base.is_some() || !mentee.own_weights.is_empty() {
                let base = base.unwrap_or(&base_weights);
                own_weights.insert(&mentee.person.id, weights::of_mentee(matching, base, mentee));
            }
        }
        Self {
            base_weights,
            own_weights,
            matching,
            supervision: Supervision::of(matching, &settled),
            company: Company::of(matching, &settled),
            out: matching.mentees.iter().map(|mentee| settled.is_out(&mentee.person.id)).collect(),
            free: matching
                .mentors
                .iter()
                .map(|mentor| mentor.capacity.saturating_sub(settled.taken(&mentor.person.id)))
                .collect(),
            scales: matching.criteria.iter().map(|criterion| Scale::of(matching, criterion, own)).collect(),
            settled,
            mentees: matching.mentees.iter().enumerate().map(|(at, mentee)| (&mentee.person.id, at)).collect(),
            mentors: matching.mentors.iter().enumerate().map(|(at, mentor)| (&mentor.person.id, at)).collect(),
        }
    }

    /// The place of the mentee of that id.
    pub(super) fn mentee_at(&self, id: &PersonId) -> Option<usize> {
        self.mentees.get(id).copied()
    }

    /// The place of the mentor of that id.
    pub(super) fn mentor_at(&self, id: &PersonId) -> Option<usize> {
        self.mentors.get(id).copied()
    }

    /// The places of all mentees, in order of id.
    pub(super) fn mentees_by_id(&self) -> Vec<usize> {
        self.mentees.values().copied().collect()
    }

    /// The places of all mentors, in order of id.
    pub(super) fn mentors_by_id(&self) -> Vec<usize> {
        self.mentors.values().copied().collect()
    }

    /// Places of the mentor that are left for the matching.
    pub(super) fn free(&self, mentor: usize) -> u32 {
        self.free.get(mentor).copied().unwrap_or(0)
    }

    /// Whether the mentee takes no part in the matching.
    pub(super) fn is_out(&self, mentee: usize) -> bool {
        self.out.get(mentee).is_some_and(|out| *out)
    }

    /// The pair at these places.
    pub(super) fn pair(&self, mentee: usize, mentor: usize) -> Option<Pair<'a>> {
        let matching = self.matching;
        Some(Pair { mentee: matching.mentees.get(mentee)?, mentor: matching.mentors.get(mentor)? })
    }

    /// What one rule says of the pair.
    pub(super) fn verdict(&self, rule: usize, pair: Pair<'a>) -> Option<Verdict<'a>> {
        let rule = self.matching.rules.get(rule)?;
        Some(rules::ask(self.matching, &self.settled, rule, pair))
    }

    /// What every rule says of the pair, in order of the rules.
    pub(super) fn verdicts(&self, pair: Pair<'a>) -> impl Iterator<Item = Verdict<'a>> + '_ {
        self.matching.rules.iter().map(move |rule| rules::ask(self.matching, &self.settled, rule, pair))
    }

    /// What every criterion gives the pair, in order of the criteria.
    pub(super) fn scores(&self, pair: Pair<'a>) -> Vec<Score<'a>> {
        self.scales.iter().map(|scale| scale.score(pair)).collect()
    }

    /// The fit of a pair with these scores.
    pub(super) fn fit(&self, pair: Pair<'_>, scores: &[Score<'_>]) -> i128 {
        self.weights(pair).iter().zip(scores).map(|(weight, score)| weight * score.points).sum()
    }

    /// What each criterion weighs for the pair's mentee.
    pub(super) fn weights(&self, pair: Pair<'_>) -> &[i128] {
        self.own_weights.get(&pair.mentee.person.id).unwrap_or(&self.base_weights)
    }

    /// Days waited and ranks of choices that the aim counts, points of the criteria that it puts first, then fit, then tie value: what the
    /// pair adds to the levels after those of people served, but for levels of fit (see [`Self::fit_at`]).
    pub(super) fn quality(&self, pair: Pair<'a>, scores: &[Score<'_>], fit: i128) -> impl Iterator<Item = i128> {
        let tie = tie_value(self.matching.seed, &pair.mentee.person.id, &pair.mentor.person.id);
        let choices = choices::counted(self.matching, pair);
        choices
            .into_iter()
            .chain(self.first().map(|criterion| scores.get(criterion).map_or(0, |score| score.points)))
            .chain([fit, tie])
    }

    /// Places of the criteria that the aim puts first.
    pub(super) fn first(&self) -> impl Iterator<Item = usize> {
        self.matching.aim.first.iter().copied().filter(|&criterion| criterion < self.scales.len())
    }

    /// How many numbers [`Self::quality`] gives.
    pub(super) fn quality_width(&self) -> usize {
        self.fit_at() + 2
    }

    /// Where the fit stands among them.
    pub(super) fn fit_at(&self) -> usize {
        choices::names(self.matching).len() + self.first().count()
    }

    /// What of the fit is the mentor's.
    pub(super) fn mentor_fit(&self, pair: Pair<'_>, scores: &[Score<'_>]) -> i128 {
        let parts = self.scales.iter().zip(self.weights(pair)).zip(scores);
        parts.map(|((scale, weight), score)| scale.of_mentor(*weight) * score.points).sum()
    }

    /// Whether the fit and both sides' parts of it are at or above their floors.
    pub(super) fn reaches_floor(&self, pair: Pair<'_>, scores: &[Score<'_>]) -> bool {
        let (fit, of_mentor, aim) = (self.fit(pair, scores), self.mentor_fit(pair, scores), &self.matching.aim);
        fit >= aim.floor.into() && of_mentor >= aim.mentor_floor.into() && fit - of_mentor >= aim.mentee_floor.into()
    }
}
