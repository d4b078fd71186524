//! From prices to begin with to the plan.

use super::clock::Clock;
use super::forward::Forward;
use super::graph::{Edge, Graph, NONE, ends};
use super::level::spare;
use super::number::Number;
use super::reverse::Reverse;
use super::seats::{Item, Seats};
use super::{Answer, Plan, auction};
use crate::control::Control;
use crate::solution::SolveError;

/// When which of the ways is taken. All lead to a best plan.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tuning {
    /// Bidders from which on an auction pays.
    pub(super) auction: usize,
    /// Single searches may go so many times through all edges before all bidders without items search together.
    pub(super) alone: usize,
}

impl Tuning {
    pub(super) const USUAL: Self = Self { auction: 50, alone: 1 };
}

/// Fewer items with room and a price are looked after one by one.
const WANTING: usize = 3;

/// Solves the problem in one width.
pub(super) fn finish<N: Number, const MANY: bool, const MULTI: bool>(
    graph: &Graph<'_, N>,
    begun: Option<&[i64]>,
    control: &Control<'_>,
    tuning: Tuning,
) -> Result<Answer, SolveError> {
    let given = graph.given;
    let mut clock = Clock::new(control);
    let (prices, won) = if MULTI || graph.bidders() < tuning.auction {
        (vec![N::default(); given.capacities.len()], Vec::new())
    } else if let Some(start) = auction::start::<N, MANY>(graph, begun, &mut clock)? {
        start
    } else {
        return Ok(Answer::Stopped);
    };
    let mut seats = Seats::<N, MANY, MULTI>::new(graph, &prices);
    for (bidder, edge) in won.iter().enumerate().filter(|(_, edge)| **edge != NONE) {
        seats.seat(bidder as u32, *edge);
    }
    let mut forward = Forward::new(&seats);
    if let Some(answer) = place_all(&mut seats, &mut forward, &mut clock, tuning.alone)? {
        return Ok(answer);
    }
    if !MULTI && let Some(answer) = lower(&mut seats, &mut forward, &mut clock, tuning.alone)? {
        return Ok(answer);
    }
    let mut profits = profits(&seats);
    if seats.items.iter().zip(given.required).any(|(item, required)| wants(item, *required)) {
        let mut reverse = Reverse::new(&seats, profits);
        let mut stamp = forward.stamps();
        for at in 0..seats.items.len() as u32 {
            while wants(&seats.items[at as usize], given.required[at as usize]) {
                if clock.stops_after(1)? {
                    return Ok(Answer::Stopped);
                }
                stamp += 1;
                if !reverse.fill(&mut seats, at, stamp) {
                    return Ok(Answer::TooNarrow);
                }
            }
        }
        profits = reverse.profits;
    }
    Ok(Answer::Plan(plan(&seats, &profits)))
}

/// Whether an item has room that it should not have, or not at that price.
pub(super) fn wants<N: Number>(item: &Item<N>, required: bool) -> bool {
    item.room > 0 && (required || item.price > N::default())
}

/// Brings all prices down, a little further than need be, and places those anew who would rather be elsewhere, as long
/// as that leaves clearly fewer items with room and a price. Each of those left is looked after by a search of its own,
/// which may go through everything if prices are too high everywhere; those placed anew find room near by.
fn lower<N: Number, const MANY: bool, const MULTI: bool>(
    seats: &mut Seats<'_, N, MANY, MULTI>,
    forward: &mut Forward<N>,
    clock: &mut Clock<'_>,
    alone: usize,
) -> Result<Option<Answer>, SolveError> {
    let (mut before, mut wanting) = (usize::MAX, seats.wanting());
    while wanting >= WANTING && wanting < before / 4 * 3 && seats.level(spare(seats.graph) + wanting) {
        if let Some(answer) = place_all(seats, forward, clock, alone)? {
            return Ok(Some(answer));
        }
        (before, wanting) = (wanting, seats.wanting());
    }
    Ok(None)
}

/// Gives every bidder all it wants; an answer if that ends early.
fn place_all<N: Number, const MANY: bool, const MULTI: bool>(
    seats: &mut Seats<'_, N, MANY, MULTI>,
    forward: &mut Forward<N>,
    clock: &mut Clock<'_>,
    alone: usize,
) -> Result<Option<Answer>, SolveError> {
    let mut free: Vec<u32> = Vec::new();
    for (bidder, demand) in seats.graph.given.demands.iter().enumerate() {
        if MULTI || seats.chosen[bidder] == NONE {
            free.extend(std::iter::repeat_n(bidder as u32, *demand as usize));
        }
    }
    let patience = alone * seats.graph.edges.len();
    forward.sweep(seats, &mut free);
    let mut at = 0;
    while at < free.len() {
        if clock.stops_after(1)? {
            return Ok(Some(Answer::Stopped));
        }
        if forward.visits > patience {
            free.drain(..at);
            at = 0;
            if !forward.together(seats, &free) {
                return Ok(Some(Answer::TooNarrow));
            }
            forward.sweep(seats, &mut free);
            forward.visits = 0;
            continue;
        }
        if !forward.place(seats, free[at]) {
            return Ok(Some(Answer::TooNarrow));
        }
        at += 1;
    }
    Ok(None)
}

/// What each bidder gets where it is; where it may want several, at its best item.
fn profits<N: Number, const MANY: bool, const MULTI: bool>(seats: &Seats<'_, N, MANY, MULTI>) -> Vec<N> {
    let graph = seats.graph;
    let bidders = 0..graph.bidders() as u32;
    if MULTI {
        return bidders.map(|bidder| seats.best(bidder)).collect();
    }
    let net = |edge: &Edge<N>| edge.value.minus(seats.items[edge.item as usize].price);
    bidders.map(|bidder| net(&graph.edges[seats.chosen[bidder as usize] as usize])).collect()
}

fn plan<N: Number, const MANY: bool, const MULTI: bool>(seats: &Seats<'_, N, MANY, MULTI>, profits: &[N]) -> Plan {
    let given = seats.graph.given;
    let chosen = if MULTI {
        let mut chosen: Vec<u32> = seats.items.iter().map(|item| item.edge).filter(|edge| *edge != NONE).collect();
        chosen.sort_unstable();
        chosen
    } else {
        seats.chosen.clone()
    };
    let least = |bidder: usize| ends(&given.values[given.starts[bidder]..given.starts[bidder + 1]]);
    let profits = profits.iter().enumerate();
    Plan {
        chosen,
        profits: profits.map(|(bidder, profit)| profit.wide() + least(bidder).map_or(0, |(least, _)| least)).collect(),
        prices: seats.items.iter().map(|item| item.price.wide()).collect(),
    }
}
