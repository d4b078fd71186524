//! What each criterion weighs, from what was stated and the factors of the programme's purpose.

use crate::domain::{Criterion, Design, FACTORS, Factored, Matching, Mentee, OneProgramme, SaidBy, View, Weighing};

/// The weight in force.
pub(super) fn weight(matching: &Matching, criterion: &Criterion) -> i128 {
    let factors = factors(matching, &matching.design, criterion);
    factors.iter().fold(criterion.weighing.stated.into(), |weight, one| weight * i128::from(one.factor))
}

/// What of the weight counts to the mentor's fit: all, none, or half, rounded down.
pub(super) fn of_mentor(criterion: &Criterion, weight: i128) -> i128 {
    match criterion.view {
        View::Mentor => weight,
        View::Mentee => 0,
        View::Both => (weight - weight % 2) / 2,
    }
}

/// The weights in force for a mentee: the programme's, or where they chose some themselves, these with the programme's for
/// the rest of what they may choose, cut down to the programme's sum by largest remainders. `base` are those of the one of
/// several programmes that they were referred to.
pub(super) fn of_mentee(matching: &Matching, base: &[i128], mentee: &Mentee) -> Vec<i128> {
    let base_of = |at: usize| base.get(at).copied().unwrap_or(0);
    let chosen = |at: usize| mentee.own_weights.get(&at).map_or_else(|| base_of(at), |own| i128::from(*own));
    let open: Vec<usize> = matching.own_weights.iter().map(|one| one.criterion).collect();
    let sum: i128 = open.iter().map(|at| base_of(*at)).sum();
    let all: i128 = open.iter().map(|at| chosen(*at)).sum();
    if mentee.own_weights.is_empty() || all == 0 {
        return base.to_vec();
    }
    let dealt = cut_down(matching, sum, &open.iter().map(|at| (*at, chosen(*at))).collect::<Vec<_>>());
    let weight = |(at, base): (usize, &i128)| dealt.iter().find(|(open, _)| *open == at).map_or(*base, |(_, own)| *own);
    base.iter().enumerate().map(weight).collect()
}

/// Shares of a sum by largest remainders, the greatest remainder first, the lesser id among equals. Not all are 0.
fn cut_down(matching: &Matching, sum: i128, shares: &[(usize, i128)]) -> Vec<(usize, i128)> {
    let all: i128 = shares.iter().map(|(_, share)| share).sum();
    let id = |at: usize| matching.criteria.get(at).map(|criterion| &*criterion.id);
    let mut remainders: Vec<(i128, usize)> = shares.iter().map(|(at, share)| (sum * share % all, *at)).collect();
    remainders.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| id(one.1).cmp(&id(other.1))));
    let missing = sum - shares.iter().map(|(_, share)| sum * share / all).sum::<i128>();
    let more: Vec<usize> =
        remainders.into_iter().take(usize::try_from(missing).unwrap_or(0)).map(|(_, at)| at).collect();
    shares.iter().map(|(at, share)| (*at, sum * share / all + i128::from(more.contains(at)))).collect()
}

/// What each criterion weighs for the mentees of one of several programmes, cut down to the file's sum, and where that is
/// from; none where the programme says nothing of it.
pub(super) fn of_programme(matching: &Matching, one: &OneProgramme) -> Option<Vec<(i128, Weighing)>> {
    if one.design.purpose.is_none() && one.weights.is_empty() {
        return None;
    }
    let design = Some(&one.design).filter(|design| design.purpose.is_some()).unwrap_or(&matching.design);
    let mut weighings: Vec<Weighing> = Vec::new();
    for (at, criterion) in matching.criteria.iter().enumerate() {
        let Weighing { stated, by, .. } = criterion.weighing;
        let (stated, by) = one.weights.get(&at).map_or((stated, by), |own| (*own, SaidBy::File));
        weighings.push(Weighing { stated, by, factors: factors(matching, design, criterion) });
    }
    let shifted = |one: &Weighing| {
        one.factors.iter().map(|one| i128::from(one.factor)).product::<i128>() * i128::from(one.stated)
    };
    let shares: Vec<(usize, i128)> = weighings.iter().map(shifted).enumerate().collect();
    let base: Vec<i128> = matching.criteria.iter().map(|criterion| weight(matching, criterion)).collect();
    let weights = if shares.iter().all(|(_, share)| *share == 0) {
        base
    } else {
        cut_down(matching, base.iter().sum(), &shares).into_iter().map(|(_, weight)| weight).collect()
    };
    Some(weights.into_iter().zip(weighings).collect())
}

/// Where the weight comes from; none where nothing could have shifted it.
pub(super) fn weighing(matching: &Matching, criterion: &Criterion) -> Option<Weighing> {
    let told = matching.design.preset.is_some() || matching.design.purpose.is_some();
    let Weighing { stated, by, .. } = criterion.weighing;
    told.then(|| Weighing { stated, by, factors: factors(matching, &matching.design, criterion) })
}

/// The purpose's factor, and the first that is the greatest of the sub-goals'; those of 1 left out.
fn factors(matching: &Matching, design: &Design, criterion: &Criterion) -> Vec<Factored> {
    let mut kept: Vec<Factored> = Vec::new();
    if let Some(purpose) = design.purpose {
        kept.push(factor(matching, criterion, purpose.word()));
    }
    let of_goals: Vec<Factored> =
        design.sub_goals.iter().map(|goal| factor(matching, criterion, goal.word())).collect();
    let most = of_goals.iter().map(|one| one.factor).max();
    kept.extend(of_goals.into_iter().find(|one| Some(one.factor) == most));
    kept.retain(|one| one.factor > 1);
    kept
}

/// The file's factor for that sake, else the engine's greatest, else 1.
fn factor(matching: &Matching, criterion: &Criterion, sake: &str) -> Factored {
    for own in &matching.factors {
        if *own.sake == *sake && own.criterion == criterion.id {
            return Factored { sake: sake.into(), factor: own.factor, by: SaidBy::File };
        }
    }
    let kind = super::registers::criterion_word(&criterion.kind);
    let attributes = criterion.kind.attributes();
    let mut factor = 1;
    for line in FACTORS {
        let about = line.attribute.is_none_or(|name| attributes.iter().any(|key| key.as_str() == name));
        if line.sake == sake && line.criterion == kind && about {
            factor = factor.max(line.factor);
        }
    }
    Factored { sake: sake.into(), factor, by: SaidBy::Engine }
}
