//! Whether a row and a column would rather have each other.

use super::assignment::Holding;
use super::flaw::{Flaw, Flaws};
use crate::problem::Problem;

/// What both sides think of every edge: more is better, as much is a tie.
#[derive(Debug, Clone, Copy)]
pub struct Preferences<'p> {
    /// What each edge is worth to its row.
    pub rows: &'p [i64],
    /// What each edge is worth to its column.
    pub columns: &'p [i64],
    /// Edges that stand whatever is preferred: neither side gives them up for another.
    pub kept: &'p [usize],
}

/// The edges that block an assignment, ascending: those not chosen of which
///
/// - the row has a place left, or would rather have this column than the least preferred it may give up;
/// - the column has room and so has the set it is in, or the column would rather have this row than the least
///   preferred it may give up. If only the set is full, the row may also make room in it, by giving up a column of that
///   set for this one, which it prefers.
///
/// None blocks exactly if the assignment is weakly stable (Gale and Shapley 1962; Irving 1994 for ties; Abraham, Irving
/// and Manlove 2007 for sets). Time: edges, and those chosen for a row once more for each of its edges into full sets.
///
/// # Errors
///
/// What keeps the edges from being an assignment or the preferences from being two sides', and
/// [`Flaw::NotKept`] for a kept edge that is not chosen.
pub fn blocking(problem: &Problem, edges: &[usize], preferences: Preferences<'_>) -> Result<Vec<usize>, Vec<Flaw>> {
    let mut flaws = Flaws::default();
    for scores in [preferences.rows, preferences.columns] {
        if scores.len() != problem.edges() {
            flaws.push(Flaw::Scores { expected: problem.edges(), given: scores.len() });
        }
    }
    let Some(holding) = Holding::of(problem, edges, &mut flaws) else { return Err(flaws.list()) };
    let mut kept = vec![false; problem.edges()];
    for &edge in preferences.kept {
        match kept.get_mut(edge) {
            Some(kept) if holding.has(edge) => *kept = true,
            _ => flaws.push(Flaw::NotKept { edge }),
        }
    }
    flaws.none()?;

    let columns = problem.edge_columns();
    // What the least preferred row is worth that a column may give up; nothing is worth more than there being none.
    let mut least = vec![i64::MAX; problem.columns()];
    for edge in (0..problem.edges()).filter(|edge| holding.has(*edge) && !kept[*edge]) {
        let least = &mut least[columns[edge] as usize];
        *least = preferences.columns[edge].min(*least);
    }
    let column_takes =
        |edge: usize| holding.columns[columns[edge] as usize] < problem.capacities()[columns[edge] as usize];
    let set_takes = |set: u32| holding.sets[set as usize] < u64::from(problem.limits()[set as usize]);

    let (mut found, mut held) = (Vec::new(), Vec::new());
    for row in 0..problem.rows() {
        held.clear();
        held.extend(problem.edges_of(row).filter(|edge| holding.has(*edge) && !kept[*edge]));
        let row_takes = holding.rows[row] < problem.demands()[row];
        let worse = |other: usize, edge: usize| preferences.rows[other] < preferences.rows[edge];
        for edge in problem.edges_of(row).filter(|edge| !holding.has(*edge)) {
            let set = problem.group_of(columns[edge]);
            let leaves_set = |other: usize| problem.group_of(columns[other]) == set && worse(other, edge);
            let row_wants = row_takes || held.iter().any(|other| worse(*other, edge));
            let column_wants = preferences.columns[edge] > least[columns[edge] as usize]
                || (column_takes(edge) && (set.is_none_or(set_takes) || held.iter().any(|other| leaves_set(*other))));
            if row_wants && column_wants {
                found.push(edge);
            }
        }
    }
    Ok(found)
}
