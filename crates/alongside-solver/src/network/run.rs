//! The run: one row after another, then what is left of the answer.

use super::gains::{Gain, Network};
use super::path::{apply, reprice};
use super::search::Search;
use super::state::State;
use super::tuple::{Tuple, minus, zero};
use super::words::Layout;
use crate::certificate::Potentials;
use crate::control::Control;
use crate::solution::SolveError;

/// How many searches pass between two questions whether to go on.
const ASK: usize = 64;

/// A flow and its potentials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Flow {
    /// The edges chosen, ascending.
    pub(crate) chosen: Vec<usize>,
    /// Potentials of each level that is proven best: all of them, or the first alone after a stop.
    pub(crate) potentials: Vec<Potentials>,
    /// After a stop, the potentials of every level as they stood then: they prove nothing, but they bound.
    pub(crate) partial: Option<Vec<Potentials>>,
}

/// The best flow for a list of gains, the first decides first. After a stop the first gain alone is exact.
pub(crate) fn optimise(network: &Network<'_>, gains: &[Gain<'_>], control: &Control<'_>) -> Result<Flow, SolveError> {
    dispatch(network, gains, &Layout::new(network, gains)?, control)
}

/// Runs with tuples just long enough.
pub(super) fn dispatch(
    network: &Network<'_>,
    gains: &[Gain<'_>],
    layout: &Layout,
    control: &Control<'_>,
) -> Result<Flow, SolveError> {
    match layout.words {
        0 | 1 => whole::<1>(network, gains, layout, control),
        2 => whole::<2>(network, gains, layout, control),
        3 => whole::<3>(network, gains, layout, control),
        4 => whole::<4>(network, gains, layout, control),
        5 | 6 => whole::<6>(network, gains, layout, control),
        7..=12 => whole::<12>(network, gains, layout, control),
        13..=24 => whole::<24>(network, gains, layout, control),
        _ => Err(SolveError::Overflow),
    }
}

fn whole<const N: usize>(
    network: &Network<'_>,
    gains: &[Gain<'_>],
    layout: &Layout,
    control: &Control<'_>,
) -> Result<Flow, SolveError> {
    let order = order(network);
    let mut state = State::<N>::new(*network, gains, layout);
    let left = insert(&mut state, &order, control)?;
    let potentials = unpack(&state, layout, gains.len());
    let Some(left) = left else {
        return Ok(Flow { chosen: state.chosen(), potentials, partial: None });
    };
    let first = gains.get(..1).unwrap_or_default();
    let alone = Layout::new(network, first)?;
    let mut rest = State::<1>::new(*network, first, &alone);
    for edge in state.chosen() {
        rest.choose(edge as u32);
    }
    let prices = potentials.first().into_iter().flat_map(|at| at.rows.iter().chain(&at.columns).chain(&at.groups));
    for (node, price) in rest.nodes.iter_mut().zip(prices) {
        node.price = [*price];
    }
    let to_the_end = Control { should_stop: None, ..*control };
    insert(&mut rest, &order[left..], &to_the_end)?;
    Ok(Flow { chosen: rest.chosen(), potentials: unpack(&rest, &alone, 1), partial: Some(potentials) })
}

/// The order in which rows enter: by tier, so that those who come later rarely displace those before.
fn order(network: &Network<'_>) -> Vec<u32> {
    let mut order: Vec<u32> = (0..network.rows() as u32).collect();
    order.sort_by_key(|row| network.tiers.get(*row as usize).copied());
    order
}

/// Lets rows in one after another; after a stop, gives how many are in. A row half in counts as not in: it goes on
/// where it stands.
fn insert<const N: usize>(
    state: &mut State<'_, N>,
    order: &[u32],
    control: &Control<'_>,
) -> Result<Option<usize>, SolveError> {
    let mut search = Search::new();
    let mut changes = Vec::new();
    let mut asked = 0_usize;
    for (done, &row) in order.iter().enumerate() {
        if state.row_holds[row as usize] == 0 {
            enter(state, row);
        }
        while state.row_holds[row as usize] < state.network.demands[row as usize] {
            if asked.is_multiple_of(ASK) {
                if control.gives_up() {
                    return Err(SolveError::GivenUp);
                }
                if control.stops() {
                    return Ok(Some(done));
                }
                control.tell(done, order.len());
            }
            asked += 1;
            let holds = state.row_holds[row as usize];
            let stay = state.leaving(row, holds + 1);
            if stay <= zero() {
                break;
            }
            search.run(state, row, stay);
            reprice(state, &search);
            apply(state, &search, &mut changes);
            if state.row_holds[row as usize] == holds {
                break;
            }
        }
    }
    control.tell(order.len(), order.len());
    Ok(None)
}

/// The least potential of a row that holds nothing: no edge gains more than it costs, and a place is worth having.
fn enter<const N: usize>(state: &mut State<'_, N>, row: u32) {
    let range = state.network.row_starts[row as usize]..state.network.row_starts[row as usize + 1];
    let mut price: Tuple<N> = minus(zero(), state.first_place[row as usize]);
    for edge in &state.edges[range] {
        if edge.slot == super::state::FREE {
            price = price.max(minus(edge.gain, state.nodes[state.network.rows() + edge.column as usize].price));
        }
    }
    state.nodes[row as usize].price = price;
}

/// The potentials of each level.
fn unpack<const N: usize>(state: &State<'_, N>, layout: &Layout, levels: usize) -> Vec<Potentials> {
    let (rows, columns) = (state.network.rows(), state.network.capacities.len());
    let mut all: Vec<Vec<i64>> = vec![vec![0; state.nodes.len()]; levels];
    for (index, node) in state.nodes.iter().enumerate() {
        layout.unpack(&node.price, |level, number| all[level][index] = number);
    }
    let apart = |all: Vec<i64>| Potentials {
        rows: all[..rows].to_vec(),
        columns: all[rows..rows + columns].to_vec(),
        groups: all[rows + columns..].to_vec(),
    };
    all.into_iter().map(apart).collect()
}
