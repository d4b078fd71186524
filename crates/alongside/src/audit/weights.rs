//! What each criterion weighs, from what was stated and the factors of the programme's purpose.

use crate::domain::{Criterion, FACTORS, Factored, Matching, Mentee, SaidBy, View, Weighing};

/// The weight in force.
pub(super) fn weight(matching: &Matching, criterion: &Criterion) -> i128 {
    let factors = factors(matching, criterion);
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
/// the rest of what they may choose, cut down to the programme's sum by largest remainders.
pub(super) fn of_mentee(matching: &Matching, base: &[i128], mentee: &Mentee) -> Vec<i128> {
    let base_of = |at: usize| base.get(at).copied().unwrap_or(0);
    let chosen = |at: usize| mentee.own_weights.get(&at).map_or_else(|| base_of(at), |own| i128::from(*own));
    let open: Vec<usize> = matching.own_weights.iter().map(|one| one.criterion).collect();
    let sum: i128 = open.iter().map(|at| base_of(*at)).sum();
    let all: i128 = open.iter().map(|at| chosen(*at)).sum();
    if mentee.own_weights.is_empty() || all == 0 {
        return base.to_vec();
    }
    // The greatest remainder first, the lesser id among equals.
    let id = |at: usize| matching.criteria.get(at).map(|criterion| &*criterion.id);
    let mut remainders: Vec<(i128, usize)> = open.iter().map(|at| (sum * chosen(*at) % all, *at)).collect();
    remainders.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| id(one.1).cmp(&id(other.1))));
    let missing = sum - open.iter().map(|at| sum * chosen(*at) / all).sum::<i128>();
    let more: Vec<usize> =
        remainders.into_iter().take(usize::try_from(missing).unwrap_or(0)).map(|(_, at)| at).collect();
    let weight = |(at, base): (usize, &i128)| {
        if open.contains(&at) { sum * chosen(at) / all + i128::from(more.contains(&at)) } else { *base }
    };
    base.iter().enumerate().map(weight).collect()
}

/// Where the weight comes from; none where nothing could have shifted it.
pub(super) fn weighing(matching: &Matching, criterion: &Criterion) -> Option<Weighing> {
    let told = matching.design.preset.is_some() || matching.design.purpose.is_some();
    let Weighing { stated, by, .. } = criterion.weighing;
    told.then(|| Weighing { stated, by, factors: factors(matching, criterion) })
}

/// The purpose's factor, and the first that is the greatest of the sub-goals'; those of 1 left out.
fn factors(matching: &Matching, criterion: &Criterion) -> Vec<Factored> {
    let design = &matching.design;
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
