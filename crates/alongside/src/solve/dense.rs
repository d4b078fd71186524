//! Solving one part by the Hungarian method on a dense matrix.

use pathfinding::kuhn_munkres::{Weights, kuhn_munkres};

use super::error::SolveError;
use super::pack::Plan;
use super::part::{Part, Served};
use super::problem::Problem;
use super::table::Table;
use super::weight::Weight;

/// The best answer of a part.
///
/// Method: Kuhn 1955 and Munkres 1957 in the cubic form, from the
/// `pathfinding` crate, with lines and fields repeated as often as they are
/// taken. Time: O(pairs² × places); memory: 4 bytes per line × field and
/// 8 bytes per word and edge.
///
/// # Errors
///
/// [`SolveError::Unsound`] if a refused pair is chosen, which the leading digit
/// of the weights rules out.
pub(super) fn solve(problem: &Problem, part: &Part) -> Result<Vec<Served>, SolveError> {
    let plan = Plan::new(problem, part);
    // The width costs time in every step, so it is compiled in.
    match plan.words() {
        ..=1 => run::<1>(problem, part, &plan),
        2 => run::<2>(problem, part, &plan),
        3 => run::<3>(problem, part, &plan),
        4 => run::<4>(problem, part, &plan),
        5..=8 => run::<8>(problem, part, &plan),
        _ => run::<16>(problem, part, &plan),
    }
}

fn run<const N: usize>(problem: &Problem, part: &Part, plan: &Plan) -> Result<Vec<Served>, SolveError> {
    let dense = Dense { weights: plan.weights::<N>(problem, part), ..Dense::new(part) };
    let (_, columns) = kuhn_munkres(&dense);
    let chosen = columns.into_iter().enumerate();
    chosen
        .map(|(row, column)| {
            let link = dense.link(row, column).checked_sub(1);
            let link = part.links.as_slice().get(link.ok_or(SolveError::Unsound)?);
            Ok(part.serve(*link.ok_or(SolveError::Unsound)?))
        })
        .collect()
}

/// A part as a matrix of places by places.
#[derive(Debug, Clone)]
struct Dense<const N: usize> {
    /// One more than the link at (line, field), or 0 for none.
    links: Table<u32>,
    /// Weight of a refused pair, then of each link.
    weights: Table<Weight<N>>,
    /// Where in `links` the line of each matrix row starts.
    offsets: Table<usize>,
    /// The field of each matrix column.
    fields: Table<u32>,
}

impl<const N: usize> Dense<N> {
    /// The matrix without its weights.
    fn new(part: &Part) -> Self {
        let width = part.fields.len();
        let mut links = Table::filled(0_u32, part.lines.len() * width);
        for (at, link) in part.links.iter().enumerate() {
            links[link.line as usize * width + link.field as usize] = at as u32 + 1;
        }
        let repeated = |counts: &Table<u32>| {
            let each = counts.iter().zip(0_u32..);
            each.flat_map(|(&count, at)| std::iter::repeat_n(at, count as usize)).collect::<Vec<u32>>()
        };
        let lines = repeated(&part.takes);
        Self {
            links,
            weights: Table::default(),
            offsets: lines.into_iter().map(|line| line as usize * width).collect(),
            fields: repeated(&part.room).into(),
        }
    }

    fn link(&self, row: usize, column: usize) -> usize {
        self.links[self.offsets[row] + self.fields[column] as usize] as usize
    }
}

impl<const N: usize> Weights<Weight<N>> for Dense<N> {
    fn rows(&self) -> usize {
        self.offsets.len()
    }

    fn columns(&self) -> usize {
        self.fields.len()
    }

    fn at(&self, row: usize, column: usize) -> Weight<N> {
        self.weights[self.link(row, column)]
    }

    fn neg(&self) -> Self {
        Self { weights: self.weights.iter().map(|&weight| -weight).collect(), ..self.clone() }
    }
}
