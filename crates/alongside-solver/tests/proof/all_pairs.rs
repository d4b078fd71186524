//! A run over all pairs without storing them, against the whole table.

use super::{compared, less};
use crate::oracle::case::Case;
use crate::oracle::draw::Draw;
use crate::oracle::family::{self, Size, TINY};
use crate::oracle::{Pair, Tuple, brute, share, worth};
use alongside_solver::pairs::{AllPairs, Bar, NOT_ALLOWED, Plan, best_over_all_pairs};
use alongside_solver::{Control, Status, verify};
use std::ops::Range;

/// Up to sixty on a side and any number of pairs.
const WHOLE: Size = Size { rows: 60, columns: 50, edges: 900 };

/// The cells of a case as a source, these columns of it.
struct Source<'c> {
    case: &'c Case,
    columns: Vec<u32>,
    together: usize,
}

impl Source<'_> {
    fn cell(&self, row: usize, column: usize) -> Option<&Vec<i64>> {
        self.case.cells[row][self.columns[column] as usize].as_ref()
    }
}

impl AllPairs for Source<'_> {
    type Row = usize;

    fn rows(&self) -> usize {
        self.case.rows()
    }

    fn columns(&self) -> usize {
        self.columns.len()
    }

    fn levels(&self) -> usize {
        self.case.levels
    }

    fn together(&self) -> usize {
        self.together
    }

    fn most(&self, level: usize) -> i32 {
        let values = self.case.pairs().into_iter().map(|pair| self.case.values(pair)[level].abs());
        i32::try_from(values.max().unwrap_or(0)).unwrap()
    }

    fn prepare(&self, row: usize) -> usize {
        row
    }

    fn values(&self, row: &usize, columns: Range<usize>, bar: Bar<'_>, values: &mut [i32]) {
        for ((column, price), place) in columns.zip(bar.prices).zip(values) {
            *place = self.cell(*row, column).map_or(NOT_ALLOWED, |values| {
                let levels = bar.scale.iter().zip(values);
                let sum: i32 = levels.map(|(unit, value)| unit * i32::try_from(*value).unwrap()).sum();
                if sum >= bar.least + price { sum } else { NOT_ALLOWED }
            });
        }
    }

    fn value(&self, level: usize, row: usize, column: usize) -> Option<i64> {
        self.cell(row, column).map(|values| values[level])
    }

    fn select(&self, columns: &[u32]) -> Self {
        let columns = columns.iter().map(|column| self.columns[*column as usize]).collect();
        Self { case: self.case, columns, together: self.together }
    }
}

/// A case whose values a kernel can put together; a seeded level is last where there are several.
fn drawn(draw: &mut Draw, size: Size) -> (Case, usize) {
    let mut case = if draw.chance(60) { family::plain(draw, size) } else { family::any(draw, size) };
    case.levels = 1 + draw.below(3);
    let reach: Vec<i64> =
        (0..case.levels).map(|level| if level == 2 { 1 << 40 } else { draw.pick(&[0, 1, 5, 1000, 1 << 20]) }).collect();
    for cell in case.cells.iter_mut().flatten().filter(|cell| cell.is_some()) {
        *cell = Some(reach.iter().map(|reach| draw.within(-reach, *reach)).collect());
    }
    let together = 1 + draw.below(case.levels.min(2));
    (case, together)
}

/// A plan that keeps little, so that much is left to find.
fn sparing(draw: &mut Draw) -> Plan<'static> {
    Plan {
        per_row: 1 + draw.below(3),
        per_column: draw.below(3),
        among: if draw.below(3) == 0 { 1 + draw.below(3) } else { usize::MAX },
        samples: draw.below(3),
        added: 1 + draw.below(3),
        slack: i32::try_from(draw.below(4)).unwrap(),
        remembered: if draw.below(4) == 0 { draw.below(20) } else { usize::MAX },
        rounds: usize::MAX,
        watch: None,
    }
}

/// Runs over all pairs, has the proof checked over the whole table, and holds the answer against the best. How many
/// rounds it took.
fn run(seed: u64, draw: &mut Draw, case: &Case, together: usize, best: &Tuple) -> usize {
    let columns = (0..u32::try_from(case.columns()).unwrap()).collect();
    let source = Source { case, columns, together };
    let problem = case.problem();
    let frame = case.parts();
    let answer = best_over_all_pairs(&source, &frame, &sparing(draw), &Control::default()).unwrap();
    assert_eq!(answer.solution.status, Status::Optimal, "seed {seed}");
    let of_row = |edge: &usize| answer.problem.row_starts().partition_point(|start| start <= edge) - 1;
    let chosen: Vec<Pair> = answer
        .solution
        .edges
        .iter()
        .map(|edge| (of_row(edge), answer.problem.edge_columns()[*edge] as usize))
        .collect();
    assert!(case.allows(&chosen), "seed {seed}");
    assert_eq!(&worth::objective(case, &chosen), best, "seed {seed}: {case:?}");
    let certificate = answer.solution.certificate.as_ref().unwrap();
    let proven = verify::verify(&problem, &case.edges(&chosen), certificate);
    assert!(proven.is_ok(), "seed {seed}: {proven:?}");
    answer.report.price_rounds()
}

#[test]
fn the_best_of_all_over_all_pairs() {
    let declared = share(100_000, 30);
    let mut rounds = 0;
    for seed in 0..declared {
        let mut draw = Draw::new(seed ^ 0xa119_0000);
        let (case, together) = drawn(&mut draw, TINY);
        let best = brute::best(&case, |chosen| worth::objective(&case, chosen));
        rounds += run(seed, &mut draw, &case, together, &best);
    }
    compared(declared, "tiny tables run over without storing them, with every assignment");
    compared(rounds, "rounds of pricing in these");
}

#[test]
fn over_all_pairs_as_good_as_a_plain_flow() {
    let declared = share(5_000, 100);
    let mut rounds = 0;
    for seed in 0..declared {
        let mut draw = Draw::new(seed ^ 0xa11a_0000);
        let (case, together) = drawn(&mut draw, WHOLE);
        rounds += run(seed, &mut draw, &case, together, &less::best(&case));
    }
    compared(declared, "tables of up to 60 run over without storing them, with a plain flow");
    compared(rounds, "rounds of pricing in these");
}
