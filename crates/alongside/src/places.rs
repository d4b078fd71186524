//! What one more place with a mentor would be worth, and what one less would cost.
//!
//! Whom to ask whether they could take on one more, whom to recruit like, whom the programme cannot do without: the
//! answers are the ends of the range of prices that prove a matching, see
//! [`ShadowPrices`](crate::solve::settled::ShadowPrices).

use crate::candidates::CandidateGraph;
use crate::compile::{Compiled, Fixed};
use crate::control::Control;
use crate::criteria::Criteria;
use crate::domain::{Matching, OwnCriteria, PersonId, Programme, Quality};
use crate::eligibility::Rules;
use crate::error::Error;
use crate::outcome::LevelName;
use crate::round::added_up;
use crate::solve::settled::Settled;
use crate::solve::warm::StartError;
use crate::solve::{Problem, ProblemParts, SolveError, solve};
use serde::{Deserialize, Serialize};

/// What the places of every mentor are worth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    /// The levels of the aim after people served, but the seed's: what the numbers of a change count, in order.
    pub levels: Vec<LevelName>,
    /// Every mentor, by id.
    pub mentors: Vec<PlaceWorth>,
}

/// What the places of one mentor are worth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceWorth {
    /// Whose.
    pub mentor: PersonId,
    /// Their places.
    pub capacity: u32,
    /// Of these, places that pairs that go on, are urgent or held leave for the matching.
    pub places_open: u32,
    /// What the best matching would gain with one place more.
    pub one_more: Change,
    /// What it would lose with one place less; none where there is no open one.
    pub one_less: Option<Change>,
}

/// By how much the best matching with one place more, or less, differs from the best as things are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The tier of whom one more, or one fewer, is served; none where as many are.
    pub tier: Option<u8>,
    /// What each level gains, or loses. A later level can go the other way than an earlier one.
    pub by_level: Vec<i64>,
}

impl Change {
    /// Whether nothing changes.
    pub fn is_nothing(&self) -> bool {
        self.tier.is_none() && self.by_level.iter().all(|value| *value == 0)
    }

    /// What is gained, in a few words; what is lost, where `lost`. `levels` are those of [`Places`].
    pub fn words(&self, levels: &[LevelName], lost: bool) -> String {
        let number = if lost { "fewer" } else { "more" };
        let person = self.tier.map(|tier| format!("one {number} of tier {tier} served"));
        let changed = levels.iter().zip(&self.by_level).filter(|(_, value)| **value != 0);
        let values = changed.map(|(level, value)| {
            let value = if lost { value.saturating_neg() } else { *value };
            format!("{} {value:+}", level.words())
        });
        let parts: Vec<String> = person.into_iter().chain(values).collect();
        if parts.is_empty() { "nothing".to_owned() } else { parts.join(", ") }
    }
}

/// Solves the programme and asks what its places are worth. Time: that of solving it, and candidates times the logarithm
/// of mentors.
pub(crate) fn places(programme: &Programme, own: OwnCriteria<'_>, control: &Control<'_>) -> Result<Places, Error> {
    let matching = programme.matching();
    if !matching.supervisors.is_empty() || matching.aim.most_mentors {
        return Err(Error::NoPrices);
    }
    let compiled = Rules::settle_nominations(Compiled::new(matching));
    if !compiled.company.is_empty() {
        return Err(Error::NoFlow { asked: "what places are worth" });
    }
    match matching.aim.quality {
        Quality::TotalFit | Quality::MostFirstChoices { .. } | Quality::FewestLastChoices { .. } => {}
        Quality::LeastFit | Quality::WorstOffFirst { .. } | Quality::Stable { .. } => return Err(Error::NoPrices),
    }
    let fixed = compiled.fixed;
    let problem = with_the_full(matching, &fixed, own, control)?;
    let free = fixed.free;
    let solution = control.solving(|control| solve(&problem, control)).map_err(|error| match error {
        SolveError::GivenUp => Error::GivenUp,
        error => Error::Solver(error.to_string()),
    })?;
    let levels = problem.level_count().saturating_sub(1);
    let settled = Settled::new(&problem, &solution, levels);
    let prices = settled.map(|mut settled| settled.shadow_prices()).map_err(|error| match error {
        StartError::Overflow => Error::LimitExceeded(error.to_string()),
        error => Error::Solver(error.to_string()),
    })?;
    let change = |worth: &[i64]| {
        let (first, values) = worth.split_first().map_or((0, &[][..]), |(first, values)| (*first, values));
        // Whoever is served more counts the more, the earlier their tier.
        let tier = u8::try_from(first).ok().filter(|first| *first > 0);
        let tier = tier.map(|priority| (matching.aim.tiers + 1).saturating_sub(priority));
        Change { tier, by_level: values.to_vec() }
    };
    let worths = matching.mentors.iter().zip(&free).zip(&prices.columns);
    let mentors = worths.map(|((mentor, open), worth)| PlaceWorth {
        mentor: mentor.person.id.clone(),
        capacity: mentor.capacity,
        places_open: *open,
        one_more: change(&worth.more),
        one_less: worth.less.as_deref().filter(|_| *open > 0).map(change),
    });
    Ok(Places { levels: added_up(matching), mentors: mentors.collect() })
}

/// The programme's problem, in which mentors without an open place have the candidates whom one place more would bring
/// them, and still no place.
fn with_the_full(
    matching: &Matching,
    fixed: &Fixed<'_>,
    own: OwnCriteria<'_>,
    control: &Control<'_>,
) -> Result<Problem, Error> {
    let mut wider = matching.clone();
    for (mentor, _) in wider.mentors.iter_mut().zip(&fixed.free).filter(|(_, free)| **free == 0) {
        mentor.capacity += 1;
    }
    // A place more brings nobody another nominated mentor: the pairs that stand are those of the programme as it is.
    let mut compiled = Compiled::new(&wider);
    compiled.nominate(fixed.pairs.iter().filter(|pair| pair.nominated).map(|pair| (pair.mentee, pair.mentor)));
    let (rules, criteria) = (Rules::new(&compiled), Criteria::with_own(&compiled, own));
    criteria.check()?;
    let graph = CandidateGraph::watched(&compiled, &rules, &criteria, control);
    criteria.check()?;
    if control.gives_up() {
        return Err(Error::GivenUp);
    }
    let problem = graph.problem(&compiled)?;
    let parts = ProblemParts {
        tier_count: problem.tier_count(),
        tiers: problem.tiers().to_vec(),
        capacities: fixed.free.clone(),
        row_starts: problem.row_starts().to_vec(),
        columns: problem.edge_columns().to_vec(),
        levels: (0..problem.level_count()).map(|level| problem.level(level).to_vec()).collect(),
        ..ProblemParts::default()
    };
    Problem::new(parts).map_err(|error| Error::LimitExceeded(error.to_string()))
}
