//! The solver's proof under the names of people.

use crate::outcome::{Certificate, Prices, Status};
use crate::round::Round;

/// The prices of everybody, where the matching is proved at every level. People stand in order of id, as in the round.
pub(super) fn certificate(round: &Round<'_>) -> Option<Certificate> {
    let proof = round.solution.certificate.as_ref()?;
    let prices =
        |level: &crate::solve::Potentials| Prices { mentees: level.rows.clone(), mentors: level.columns.clone() };
    let levels = proof.levels.iter().map(prices).collect();
    (super::summary::status(round) == Status::Optimal).then_some(Certificate { levels })
}
