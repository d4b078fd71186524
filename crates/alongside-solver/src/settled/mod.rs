//! How settled each pair of an optimal assignment is, what it costs to decide otherwise, and what places are worth.
//!
//! There is seldom one best assignment alone. [`Settled`] says of each pair whether it is in all, in some or in none of
//! them, what objective is lost by deciding otherwise, and between which bounds prices lie that prove the optimum.

mod components;
mod range;
mod route;
#[cfg(test)]
mod tests;

use crate::problem::Problem;
use crate::solution::Solution;
use crate::warm::StartError;
use crate::warm::layout::Layout;
use crate::warm::state::{NONE, State};
use crate::warm::tuple::Tuple;
use components::Components;
use route::From;

/// In how many of the optimal assignments something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// In every one.
    All,
    /// In at least one, but not in every one.
    Some,
    /// In none.
    None,
}

/// What the best assignment under a condition falls short of the best without it: lexicographically never below zero,
/// yet a lower level can rise where a higher one falls.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Price {
    /// How many rows fewer are served, tier by tier.
    pub served: Vec<i64>,
    /// By how much each level of value falls.
    pub totals: Vec<i64>,
}

/// What one more place of a column is worth, and one less; or one more row and one less.
///
/// Each is a tuple over the levels of the objective, compared lexicographically: first the
/// [priority](crate::Problem::priority) of the row that is served more, 0 if none is, then what each level of value
/// gains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worth {
    /// What one more would add to the objective: the least potential that proves the assignment.
    pub more: Vec<i64>,
    /// What the objective would lose with one less: the greatest potential. None for a column without a place.
    pub less: Option<Vec<i64>>,
}

/// The worth of every row and column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShadowPrices {
    /// Of each row: of another one just like it, and of the row itself.
    pub rows: Vec<Worth>,
    /// Of each column: of a place more, and of a place less.
    pub columns: Vec<Worth>,
}

/// An optimal assignment, asked about what else could be.
#[derive(Debug, Clone)]
pub struct Settled {
    row_starts: Vec<usize>,
    form: Form,
}

/// By the machine words that the levels need.
#[derive(Debug, Clone)]
enum Form {
    One(Box<State<1>>),
    Two(Box<State<2>>),
    Four(Box<State<4>>),
    All(Box<State<15>>),
}

macro_rules! with {
    ($form:expr, $state:ident => $do:expr) => {
        match $form {
            Form::One($state) => $do,
            Form::Two($state) => $do,
            Form::Four($state) => $do,
            Form::All($state) => $do,
        }
    };
}

impl Settled {
    /// Takes up an optimal solution whose certificate is checked on the way. Only the tiers and the first `levels`
    /// levels of value count here: leave out a last level that only decides among equals, or it will have settled
    /// everything. Time: linear in the pairs.
    ///
    /// # Errors
    ///
    /// The problem is not [plain](Problem::is_plain), the values are too large for its size (see
    /// [`Live`](crate::warm::Live)), or the certificate does not prove the solution.
    pub fn new(problem: &Problem, solution: &Solution, levels: usize) -> Result<Self, StartError> {
        if !problem.is_plain() {
            return Err(StartError::NotPlain);
        }
        let layout = Layout::of(problem, solution.certificate.as_ref(), levels).ok_or(StartError::Overflow)?;
        let form = match layout.words() {
            ..=1 => Form::One(taken_up(problem, solution, layout)?),
            2 => Form::Two(taken_up(problem, solution, layout)?),
            3 | 4 => Form::Four(taken_up(problem, solution, layout)?),
            _ => Form::All(taken_up(problem, solution, layout)?),
        };
        Ok(Self { row_starts: problem.row_starts().to_vec(), form })
    }

    /// In how many optimal assignments each pair is, by edge. Time: linear in the pairs (strongly connected
    /// components of the tight residual network, Tarjan, 1972).
    pub fn pairs(&self) -> Vec<Within> {
        with!(&self.form, state => {
            let components = Components::of(state);
            let mut within = Vec::with_capacity(self.row_starts.last().copied().unwrap_or(0));
            for (row, pairs) in state.pairs.iter().enumerate() {
                let record = &state.rows[row];
                within.extend(pairs.iter().map(|pair| {
                    let column = pair.to as usize;
                    let together = components.rows[row] == components.columns[column];
                    let tight = record.u + state.columns[column].v == pair.worth;
                    if pair.to == record.mate && !together {
                        Within::All
                    } else if tight && together {
                        Within::Some
                    } else {
                        Within::None
                    }
                }));
            }
            within
        })
    }

    /// In how many optimal assignments each row is served. Time: linear in the pairs.
    pub fn rows(&self) -> Vec<Within> {
        with!(&self.form, state => {
            let components = Components::of(state);
            let row = |(row, component): (usize, &u32)| {
                let record = &state.rows[row];
                let together = *component == components.outside;
                match record.mate {
                    NONE if together => Within::Some,
                    NONE => Within::None,
                    _ if together && record.u == Tuple::ZERO => Within::Some,
                    _ => Within::All,
                }
            };
            components.rows.iter().enumerate().map(row).collect()
        })
    }

    /// What it costs to bar a pair; nothing if it is not made. None if there is no such pair. Time: at most
    /// O(m log n), mostly far less.
    pub fn forbid(&mut self, row: u32, column: u32) -> Option<Price> {
        with!(&mut self.form, state => {
            state.pairs.get(row as usize)?;
            state.find(row, column).ok()?;
            if state.rows[row as usize].mate != column {
                return Some(price(state, Tuple::ZERO, vec![0; usize::from(state.tier_count)]));
            }
            let route = state.route(From::Row(row), Some(column));
            Some(price(state, route.cost, route.left_out))
        })
    }

    /// What it costs to insist on a pair; nothing if it is made. None if that is impossible: there is no such pair, or
    /// the column has no place. Time: as [`Settled::forbid`].
    pub fn force(&mut self, row: u32, column: u32) -> Option<Price> {
        with!(&mut self.form, state => {
            let worth = state.pairs.get(row as usize)?[state.find(row, column).ok()?].worth;
            let v = state.columns[column as usize].v;
            if v == Tuple::CLOSED {
                return None;
            }
            let record = state.rows[row as usize];
            if record.mate == column {
                return Some(price(state, Tuple::ZERO, vec![0; usize::from(state.tier_count)]));
            }
            let route = state.route(From::Column(column), Some(record.mate).filter(|mate| *mate != NONE));
            let mut left_out = route.left_out;
            if record.mate == NONE {
                left_out[usize::from(state.tiers[row as usize])] -= 1;
            }
            Some(price(state, record.u + v - worth + route.cost, left_out))
        })
    }

    /// What places and rows are worth, with their range: the optimal prices form a lattice (Shapley and Shubik, 1971),
    /// whose ends are what one more would add and what one less would cost. Time: O(m log n).
    pub fn shadow_prices(&mut self) -> ShadowPrices {
        with!(&mut self.form, state => {
            let ranges = state.ranges();
            let levels = |tuple| state.layout.unpack(tuple).collect::<Vec<i64>>();
            let rows = ranges.rows.iter().map(|(least, most)| Worth { more: levels(*least), less: Some(levels(*most)) });
            let column = |(least, most): &(_, Option<_>)| Worth { more: levels(*least), less: most.map(levels) };
            ShadowPrices { rows: rows.collect(), columns: ranges.columns.iter().map(column).collect() }
        })
    }
}

fn taken_up<const W: usize>(
    problem: &Problem,
    solution: &Solution,
    layout: Layout,
) -> Result<Box<State<W>>, StartError> {
    let mut state = State::empty(problem, layout);
    state.take_up(problem, solution)?;
    Ok(Box::new(state))
}

fn price<const W: usize>(state: &State<W>, cost: Tuple<W>, left_out: Vec<i64>) -> Price {
    Price { served: left_out, totals: state.layout.unpack(cost).skip(1).collect() }
}
