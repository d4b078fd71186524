//! The solver's proof under the names of people.

use crate::outcome::{Certificate, Cover, Prices};
use crate::round::Round;
use crate::solve::{Potentials, aims};

/// The prices of everybody, where the matching is proved at every level. People stand in order of id, as in the round.
pub(super) fn certificate(round: &Round<'_>) -> Option<Certificate> {
    let proof = round.solution.certificate.as_ref().filter(|_| round.is_optimal())?;
    let cover = round.cover.as_ref().map(|cover| shown(round, cover));
    Some(Certificate { levels: prices(&proof.levels), cover })
}

pub(super) fn prices(levels: &[Potentials]) -> Vec<Prices> {
    let prices = |level: &Potentials| Prices {
        mentees: level.rows.clone(),
        mentors: level.columns.clone(),
        supervisors: level.groups.clone(),
    };
    levels.iter().map(prices).collect()
}

fn shown(round: &Round<'_>, cover: &aims::Cover) -> Cover {
    Cover {
        fit: cover.value,
        mentor_of: round.graph.mentors_of(&cover.edges),
        levels: prices(&cover.certificate.levels),
    }
}
