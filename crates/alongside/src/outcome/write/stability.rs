//! What a stable matching costs in people served.

use super::certificate::prices;
use crate::outcome::{FewerServed, Stability};
use crate::round::Round;
use crate::solve::stable::Fewer;

/// The stable matching beside one that serves the most; none where the aim is another.
pub(super) fn stability(round: &Round<'_>) -> Option<Stability> {
    let stable = round.stable.as_ref()?;
    let (served, most) = (&round.solution.served, &stable.most.served);
    let fewer = Fewer::between(served, most);
    let proof = stable.most.certificate.as_ref()?;
    let tiers = (1..=round.compiled.matching.aim.tiers).zip(served).zip(most).zip(&fewer.tiers);
    Some(Stability {
        method: stable.method,
        blocking_pairs: 0,
        tiers: tiers
            .map(|(((tier, served), most), fewer)| FewerServed { tier, served: *served, most: *most, fewer: *fewer })
            .collect(),
        served: served.iter().sum(),
        most: most.iter().sum(),
        fewer: fewer.total,
        mentor_of: round.graph.mentors_of(&stable.most.edges),
        prices: prices(&proof.levels).into_iter().next()?,
    })
}
