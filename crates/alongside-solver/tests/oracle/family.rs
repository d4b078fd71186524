//! Random cases of every kind.

use super::case::Case;
use super::draw::Draw;

/// How large.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) rows: usize,
    pub(crate) columns: usize,
    pub(crate) edges: usize,
}

/// Small enough that everything can be tried.
pub(crate) const TINY: Size = Size { rows: 5, columns: 5, edges: 11 };

/// Beyond what can be tried.
pub(crate) const SIXTY: Size = Size { rows: 60, columns: 50, edges: 400 };

/// Any case: tiers, demands to 2, capacities to 3, ceilings, columns used, levels to 3, values of either sign from
/// ties alone to the widest allowed, pairs kept out.
pub(crate) fn any(draw: &mut Draw, size: Size) -> Case {
    // Mostly near the full size: that is where rows get in each other's way.
    let side = |draw: &mut Draw, most: usize| {
        if draw.chance(30) { draw.below(most + 1) } else { most - draw.below(most / 3 + 1) }
    };
    let (rows, columns) = (side(draw, size.rows), side(draw, size.columns));
    let tier_count = draw.pick(&[1_u8, 1, 2, 3, 8]);
    let levels = draw.below(4);
    let several = draw.chance(35);
    let widest = draw.pick(&[1_u32, 1, 2, 3]);
    let least = draw.pick(&[0_u32, 0, 1]);
    let sets = if draw.chance(40) { 1 + draw.below(3) } else { 0 };
    let reach: Vec<i64> = (0..levels).map(|_| draw.pick(&[0_i64, 1, 2, 5, 1000, 1 << 40])).collect();
    let lowest: Vec<i64> = reach.iter().map(|reach| if draw.chance(40) { 0 } else { -reach }).collect();
    let density = 100 * size.edges / (rows * columns).max(1);
    let density = if draw.chance(5) { 0 } else { density.min(100) * (40 + draw.below(61)) / 100 };
    let mut left = size.edges;
    let mut cell = |draw: &mut Draw| {
        (left > 0 && draw.chance(density)).then(|| {
            left -= 1;
            reach.iter().zip(&lowest).map(|(high, low)| draw.within(*low, *high)).collect::<Vec<i64>>()
        })
    };
    let cells: Vec<Vec<_>> = (0..rows).map(|_| (0..columns).map(|_| cell(draw)).collect()).collect();
    let each =
        |draw: &mut Draw, low: u32, high: u32| low + u32::try_from(draw.below((high - low) as usize + 1)).unwrap();
    Case {
        tier_count,
        tiers: (0..rows).map(|_| u8::try_from(draw.below(usize::from(tier_count))).unwrap()).collect(),
        demands: (0..rows).map(|_| if several { each(draw, 0, 2) } else { 1 }).collect(),
        capacities: (0..columns).map(|_| each(draw, least, widest)).collect(),
        group_of: (0..columns)
            .map(|_| (sets > 0 && draw.chance(70)).then(|| u32::try_from(draw.below(sets)).unwrap()))
            .collect(),
        limits: (0..sets).map(|_| each(draw, 0, u32::try_from(columns).unwrap())).collect(),
        use_columns: draw.chance(35),
        levels,
        cells,
    }
}

/// Any case without what the fast paths do not take: every row wants one column and nothing but capacities binds.
pub(crate) fn plain(draw: &mut Draw, size: Size) -> Case {
    let mut case = any(draw, size);
    case.demands.fill(1);
    case.group_of.fill(None);
    case.limits.clear();
    case.use_columns = false;
    case
}

/// Any case with at least one level of value.
pub(crate) fn valued(draw: &mut Draw, size: Size) -> Case {
    loop {
        let case = any(draw, size);
        if case.levels > 0 {
            return case;
        }
    }
}

/// What each edge is worth to either side: from nothing but ties to hardly any.
pub(crate) fn scores(draw: &mut Draw, edges: usize) -> (Vec<i64>, Vec<i64>) {
    let reach = draw.pick(&[0, 1, 2, 1000]);
    let mut side = || (0..edges).map(|_| draw.within(-reach, reach)).collect();
    (side(), side())
}
