//! One digest of everything that is answered, assignments, potentials and counts alike: the same for any number of
//! threads, and, where this file is built for one instruction set after another, for each of them.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_sign_loss,
    clippy::float_arithmetic,
    reason = "a test that fails should fail"
)]

use alongside_solver::aims::{Aim, Kind, Quantisation};
use alongside_solver::pairs::{AllPairs, Bar, NOT_ALLOWED, Plan, best_over_all_pairs};
use alongside_solver::settled::Settled;
use alongside_solver::shortlist::{Lengths, safe_edges, shortlists};
use alongside_solver::stable::{How, Method, Orders};
use alongside_solver::warm::Live;
use alongside_solver::{Ceilings, Certificate, Control, Problem, ProblemParts, Solution, aims, dense, network, stable};
use std::fmt::Debug;
use std::ops::Range;

/// Numbers that look random (splitmix64, Steele, Lea and Flood 2014).
fn draw(seed: u64, at: u64) -> u64 {
    let mut z = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(at.wrapping_mul(0xbf58_476d_1ce4_e5b9));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// A number below `end` for a place in a table.
fn small(seed: u64, at: usize, end: i64) -> i64 {
    (draw(seed, at as u64) % end.unsigned_abs()).cast_signed()
}

/// What has been answered so far (FNV-1a, Fowler, Noll and Vo).
struct Digest(u64);

impl Digest {
    fn words(&mut self, words: impl IntoIterator<Item = i64>) {
        for word in words {
            for byte in word.to_le_bytes() {
                self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
    }

    fn certificate(&mut self, certificate: &Certificate) {
        for level in &certificate.levels {
            self.words(level.rows.iter().chain(&level.columns).chain(&level.groups).copied());
        }
    }

    fn solution(&mut self, solution: &Solution) {
        let counts = solution.edges.iter().chain(&solution.served).chain([&solution.columns_used]);
        self.words(counts.map(|count| i64::try_from(*count).unwrap()));
        self.words(solution.totals.iter().chain(&solution.bounds).copied());
        self.certificate(solution.certificate.as_ref().unwrap());
    }

    /// Anything else by what it looks like.
    fn shown(&mut self, thing: &impl Debug) {
        self.words(format!("{thing:?}").bytes().map(i64::from));
    }
}

fn matrix<T: dense::Cell>(digest: &mut Digest, rows: usize, columns: usize, cells: &[T]) {
    let matrix = dense::Matrix::new(rows, columns, cells).unwrap();
    let found = dense::solve(&matrix, &Control::default()).unwrap().unwrap();
    digest.words(found.columns.iter().map(|column| column.map_or(-1, i64::from)));
    digest.words(found.row_potentials.iter().chain(&found.column_potentials).copied());
    digest.words([found.cost.to_bits().cast_signed()]);
    digest.shown(&(found.total, found.quantisation));
}

/// Matrices of every type, shapes that no vector's length divides, ties, points, numbers far from 0.
fn matrices(digest: &mut Digest) {
    for (at, (rows, columns)) in
        [(1, 1), (37, 37), (150, 331), (331, 150), (203, 203), (700, 700)].into_iter().enumerate()
    {
        let seed = at as u64;
        for end in [3, 90, 60_000] {
            let cells: Vec<i64> = (0..rows * columns).map(|at| small(seed, at, end)).collect();
            matrix(digest, rows, columns, &cells);
            matrix(digest, rows, columns, &cells.iter().map(|cell| *cell as i32 - 40).collect::<Vec<_>>());
            matrix(digest, rows, columns, &cells.iter().map(|cell| *cell as u16).collect::<Vec<_>>());
            matrix(digest, rows, columns, &cells.iter().map(|cell| *cell as f32 / 3.0).collect::<Vec<_>>());
            matrix(digest, rows, columns, &cells.iter().map(|cell| *cell as f64 / 7.0 + 1e6).collect::<Vec<_>>());
        }
        let place =
            |at: usize| [small(seed + 90, 2 * at, 1 << 20) as f64, small(seed + 90, 2 * at + 1, 1 << 20) as f64];
        let apart = |one: [f64; 2], other: [f64; 2]| ((one[0] - other[0]).powi(2) + (one[1] - other[1]).powi(2)).sqrt();
        let cells = (0..rows * columns).map(|at| apart(place(at / columns), place(rows + at % columns)));
        matrix(digest, rows, columns, &cells.collect::<Vec<_>>());
    }
}

/// A problem in clusters with few values, so with many ties, and a seeded last level.
fn clustered(seed: u64, plain: bool) -> Problem {
    let (clusters, size) = (12, 25);
    let side = clusters * size;
    let mut parts = ProblemParts {
        tier_count: 3,
        tiers: (0..side).map(|row| small(seed, row, 3) as u8).collect(),
        capacities: (0..side).map(|column| small(seed + 1, column, 3) as u32).collect(),
        levels: vec![Vec::new(); 3],
        row_starts: vec![0],
        ..ProblemParts::default()
    };
    for row in 0..side {
        for column in 0..side {
            let at = row * side + column;
            if row / size == column / size && small(seed + 2, at, 10) < 5 {
                parts.columns.push(u32::try_from(column).unwrap());
                parts.levels[0].push(1 + small(seed + 3, at, 9));
                parts.levels[1].push(small(seed + 4, at, 90) - 45);
                parts.levels[2].push(small(seed + 5, at, 1 << 40));
            }
        }
        parts.row_starts.push(parts.columns.len());
    }
    if !plain {
        parts.demands = (0..side).map(|row| small(seed + 6, row, 3) as u32).collect();
        parts.use_columns = true;
        let group_of = (0..side).map(|column| u32::try_from(small(seed + 7, column, 40)).ok()).collect();
        parts.ceilings = Ceilings { group_of, limits: (0..40).map(|set| small(seed + 8, set, 12) as u32).collect() };
    }
    Problem::new(parts).unwrap()
}

fn problems(digest: &mut Digest) {
    for seed in [10, 20] {
        for problem in [clustered(seed, true), clustered(seed, false)] {
            let control = Control::default();
            let solution = alongside_solver::solve(&problem, &control).unwrap();
            digest.solution(&solution);
            digest.solution(&network::solve(&problem, &control).unwrap());
            for aim in [
                Aim::Bottleneck { level: 1 },
                Aim::Leximin { level: 1, quantisation: Quantisation::Step(5) },
                Aim::Profile { level: 0, ranks: 9, kind: Kind::Greedy },
                Aim::Profile { level: 0, ranks: 9, kind: Kind::Generous },
            ] {
                let aimed = aims::solve(&problem, &aim, &control).unwrap();
                digest.solution(&aimed.solution);
                digest.shown(&aimed.reached);
            }
            let lengths = Lengths { options: 3, appearances: 4 };
            digest.solution(&shortlists(&problem, &solution.edges, lengths, &control).unwrap().solution);
            digest.shown(&safe_edges(&problem).unwrap());
            if problem.is_plain() {
                let mut settled = Settled::new(&problem, &solution, 2).unwrap();
                digest.shown(&(settled.pairs(), settled.shadow_prices()));
                let orders = Orders::new(&problem, problem.level(0), problem.level(1)).unwrap();
                for method in [Method::BestForRows, Method::Larger] {
                    digest.shown(&stable::solve(&orders, &How { method, ..How::default() }).unwrap());
                }
                let mut live = Live::new(&problem, &solution).unwrap();
                for row in (0..300).step_by(7) {
                    if let Some(column) = live.assignment_of(row) {
                        live.reject(row, column).unwrap();
                    }
                }
                digest.solution(&live.solution());
            }
        }
    }
}

/// Values by a formula, many of them equal, a third of the pairs not allowed.
struct Formula {
    rows: usize,
    columns: Vec<u32>,
}

impl AllPairs for Formula {
    type Row = usize;

    fn rows(&self) -> usize {
        self.rows
    }

    fn columns(&self) -> usize {
        self.columns.len()
    }

    fn levels(&self) -> usize {
        2
    }

    fn most(&self, level: usize) -> i32 {
        [50, i32::MAX][level]
    }

    fn prepare(&self, row: usize) -> usize {
        row
    }

    fn values(&self, row: &usize, columns: Range<usize>, bar: Bar<'_>, values: &mut [i32]) {
        for (column, place) in columns.zip(values) {
            let value = self.value(0, *row, column).map(|value| value as i32 * bar.scale[0]);
            *place = value.unwrap_or(NOT_ALLOWED);
        }
    }

    fn value(&self, level: usize, row: usize, column: usize) -> Option<i64> {
        let word = draw(77, (row as u64) << 32 | u64::from(self.columns[column]));
        (!word.is_multiple_of(3)).then_some(if level == 0 { (word >> 8) % 50 } else { word >> 40 }.cast_signed())
    }

    fn select(&self, columns: &[u32]) -> Self {
        Self { rows: self.rows, columns: columns.iter().map(|column| self.columns[*column as usize]).collect() }
    }
}

fn all_pairs(digest: &mut Digest) {
    let source = Formula { rows: 700, columns: (0..3000).collect() };
    let frame = ProblemParts {
        tier_count: 2,
        tiers: (0..700).map(|row| small(31, row, 2) as u8).collect(),
        capacities: (0..3000).map(|column| u32::from(column % 5 == 0)).collect(),
        ..ProblemParts::default()
    };
    let answer = best_over_all_pairs(&source, &frame, &Plan::for_source(&source), &Control::default()).unwrap();
    digest.solution(&answer.solution);
    let rounds =
        answer.report.rounds.iter().map(|round| (round.step, round.rows, round.broken, round.added, round.kept));
    digest.shown(&(answer.allowed, rounds.collect::<Vec<_>>()));
}

fn everything(threads: usize) -> u64 {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    let mut digest = Digest(0xcbf2_9ce4_8422_2325);
    pool.install(|| {
        matrices(&mut digest);
        problems(&mut digest);
        all_pairs(&mut digest);
    });
    digest.0
}

#[test]
fn the_number_of_threads_changes_nothing_at_all() {
    let alone = everything(1);
    for threads in [2, 8] {
        assert_eq!(everything(threads), alone, "{threads} threads");
    }
    println!("digest {alone:016x}");
}
