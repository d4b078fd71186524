//! From a solved round to its outcome.

mod certificate;
mod idle;
mod kept;
mod meetings;
mod people;
mod programmes;
mod proposals;
mod questions;
mod reasons;
mod recruitment;
mod stability;
mod staff;
mod summary;
mod wishes;

pub(crate) use kept::{Standing, fixed_pair, held};
pub(crate) use people::{reasons_of, unmatched};
pub(crate) use proposals::proposal;
pub(crate) use staff::for_staff;
pub(crate) use summary::{priority, programme as summary};

use crate::control::Control;
use crate::error::Error;
use crate::outcome::Outcome;
use crate::progress::Part;
use crate::round::Round;

/// Writes everything that the outcome says. Time in proportion to waiting and idle people times people of the other
/// side, for whole words of them at once.
pub(crate) fn outcome(round: &Round<'_>, questions_tried: usize, control: &Control<'_>) -> Result<Outcome, Error> {
    let proposals = proposals::proposals(round);
    control.over(|| Part::Proposals);
    let unmatched = people::all_unmatched(round);
    control.over(|| Part::Waiting);
    let idle = idle::idle(round);
    control.over(|| Part::Idle);
    let questions = questions::questions(round, questions_tried, control)?;
    control.over(|| Part::Questions);
    let standing = || (kept::fixed(round), kept::held(round), summary::records(round));
    let beside = || (recruitment::recruitment(round), certificate::certificate(round), stability::stability(round));
    let (((urgent, kept), held, records), (recruitment, certificate, stability)) = rayon::join(standing, beside);
    let programmes = programmes::programmes(round, &urgent);
    Ok(Outcome {
        format: crate::outcome::OUTCOME_FORMAT.to_owned(),
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        programme: summary::programme(round),
        status: summary::status(round),
        levels: if stability.is_some() { Vec::new() } else { round.levels() },
        totals: summary::totals(round, &proposals, &urgent),
        rules: summary::rules(round),
        criteria: summary::criteria(round, &proposals),
        priority: summary::priority(round),
        records,
        urgent,
        kept,
        held,
        unmatched,
        supervisors: summary::supervisors(round),
        programmes,
        idle,
        questions,
        recruitment,
        proposals,
        certificate,
        stability,
    })
}
