//! Taking up a problem and an assignment.

use super::error::StartError;
use super::layout::Layout;
use super::moves::Moves;
use super::state::{Arc, Column, NONE, Row, Search, Standing, State};
use super::tuple::Tuple;
use crate::certificate::Potentials;
use crate::problem::Problem;
use crate::solution::Solution;

impl<const W: usize> State<W> {
    /// The problem with nobody given a column, and no price.
    pub(crate) fn empty(problem: &Problem, layout: Layout) -> Self {
        let (rows, columns) = (problem.rows(), problem.columns());
        let arcs = |row: usize| {
            let worth = move |edge| std::iter::once(problem.priority(row)).chain(problem.values(edge));
            problem.edges_of(row).map(move |edge| (edge, worth(edge)))
        };
        let mut degrees = vec![0; columns];
        problem.edge_columns().iter().for_each(|column| degrees[*column as usize] += 1);
        let mut back: Vec<Vec<Arc<W>>> = degrees.into_iter().map(Vec::with_capacity).collect();
        let mut pairs = Vec::with_capacity(rows);
        for row in 0..rows {
            let mut list = Vec::with_capacity(problem.edges_of(row).len());
            for (edge, levels) in arcs(row) {
                let (worth, to) = (layout.pack(levels), problem.edge_columns()[edge]);
                list.push(Arc { worth, to });
                back[to as usize].push(Arc { worth, to: row as u32 });
            }
            pairs.push(list);
        }
        let column = |room: &u32| Column {
            v: if *room > 0 { Tuple::ZERO } else { Tuple::CLOSED },
            distance: Tuple::ZERO,
            stamp: 0,
            from: NONE,
            head: NONE,
            room: *room,
        };
        let mut moves = Moves::default();
        moves.grow(rows);
        moves.begin();
        Self {
            tier_count: problem.tier_count(),
            tiers: problem.tiers().to_vec(),
            standing: vec![Standing::Here; rows],
            rows: vec![Row { u: Tuple::ZERO, mate: NONE, next: NONE, prev: NONE }; rows],
            columns: problem.capacities().iter().map(column).collect(),
            capacities: problem.capacities().to_vec(),
            kept: vec![0; columns],
            gone: vec![false; columns],
            pairs,
            back,
            served: vec![0; usize::from(problem.tier_count())],
            totals: vec![0; problem.level_count()],
            moves,
            search: Search { toward: vec![NONE; columns], ..Search::default() },
            layout,
        }
    }

    /// Solves it by putting in one row after the other: slow, but it needs nothing.
    pub(crate) fn put_all(&mut self) {
        for row in 0..self.rows.len() as u32 {
            self.reseat(row);
        }
    }

    /// Takes up an assignment with its certificate, which is checked against every pair on the way.
    pub(crate) fn take_up(&mut self, problem: &Problem, solution: &Solution) -> Result<(), StartError> {
        let certificate = solution.certificate.as_ref().ok_or(StartError::NoCertificate)?;
        let (rows, columns, levels) = (problem.rows(), problem.columns(), problem.objective_levels());
        let fits = |part: &Potentials| part.rows.len() == rows && part.columns.len() == columns;
        if certificate.levels.len() != levels || !certificate.levels.iter().all(fits) {
            return Err(StartError::NotProved);
        }
        for column in 0..columns {
            if self.capacities[column] > 0 {
                let price = certificate.levels.iter().map(|part| part.columns[column]);
                if !self.layout.holds(price.clone()) {
                    return Err(StartError::Overflow);
                }
                // A column that holds nobody may have a price below zero; zero proves as much.
                self.columns[column].v = self.layout.pack(price).max(Tuple::ZERO);
            }
        }
        let checked = Solution::of(problem, solution.edges.clone()).map_err(|_| StartError::NotProved)?;
        for (row, column) in checked.assignment(problem).into_iter().enumerate() {
            let need = self.need(row as u32);
            self.rows[row].u = need;
            let Some(column) = column else {
                if need > Tuple::ZERO {
                    return Err(StartError::NotProved);
                }
                continue;
            };
            // A pair made is tight at the least potential of its row, or the row has something better to go to.
            let at = self.find(row as u32, column).map_err(|_| StartError::NotProved)?;
            if self.pairs[row][at].worth - self.columns[column as usize].v != need {
                return Err(StartError::NotProved);
            }
            self.attach(row as u32, column);
        }
        let priced = |column: &Column<W>| column.room == 0 || column.v == Tuple::ZERO;
        if self.columns.iter().all(priced) { Ok(()) } else { Err(StartError::NotProved) }
    }
}
