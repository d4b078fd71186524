//! Looks for changes that lead round in a circle and gain something.

use super::gain::Labels;
use super::residual::Residual;
use std::cmp::Ordering;
use std::collections::VecDeque;

/// What the search came to.
#[derive(Debug)]
pub(in crate::audit) enum Search {
    /// No circle gains anything: along every change the label at its end is at least the label at its start and the
    /// gain.
    Settled(Labels),
    /// A circle gains, and this level is the first of which it gains.
    Better(usize),
    /// The steps ran out.
    OutOfSteps,
}

/// Nodes taken up between two looks for a circle, a look being about as long as one node's changes.
const LOOK: u32 = 32;

/// Raises labels along changes, from these nodes on, until nothing can be raised or what raised them closes a circle.
///
/// Labels may start anywhere if no change from any other node raises one. As many levels count as a label has. Takes
/// nodes times changes at worst (Bellman 1958, Ford 1956), kept in check by `steps`; usually some dozen rounds.
pub(in crate::audit) fn search(
    residual: &Residual<'_>,
    mut labels: Labels,
    from: Vec<usize>,
    steps: &mut u64,
) -> Search {
    let nodes = residual.nodes();
    let mut parents: Vec<Option<usize>> = vec![None; nodes];
    let mut waiting = vec![false; nodes];
    let mut queue = VecDeque::with_capacity(nodes);
    for node in from {
        if let Some(waiting) = waiting.get_mut(node).filter(|waiting| !**waiting) {
            *waiting = true;
            queue.push_back(node);
        }
    }
    let mut start = Vec::with_capacity(labels.width);
    let mut until_look = LOOK;
    while let Some(node) = queue.pop_front() {
        set(&mut waiting, node, false);
        start.clear();
        start.extend_from_slice(labels.of(node));
        let looked = residual.visit(node, |to, gain| {
            let label = labels.of_mut(to);
            if gain.compare(&start, label, residual.served_width) != Ordering::Greater {
                return;
            }
            label.copy_from_slice(&start);
            gain.add_to(label, residual.served_width);
            set(&mut parents, to, Some(node));
            if waiting.get(to) == Some(&false) {
                set(&mut waiting, to, true);
                queue.push_back(to);
            }
        });
        match steps.checked_sub(looked + 1) {
            Some(left) => *steps = left,
            None => return Search::OutOfSteps,
        }
        until_look -= 1;
        if until_look == 0 {
            until_look = LOOK;
            if let Some(circle) = circle(&parents) {
                return Search::Better(first_gain(residual, &circle, labels.width));
            }
        }
    }
    Search::Settled(labels)
}

fn set<T>(values: &mut [T], at: usize, value: T) {
    if let Some(place) = values.get_mut(at) {
        *place = value;
    }
}

/// A circle of nodes, each the parent of the one before it.
fn circle(parents: &[Option<usize>]) -> Option<Vec<usize>> {
    let parent = |node: usize| parents.get(node).copied().flatten();
    // Which walk came by: a walk that meets itself has closed a circle.
    let mut walks = vec![None; parents.len()];
    for walk in 0..parents.len() {
        let mut at = Some(walk);
        while let Some(node) = at.filter(|&node| walks.get(node) == Some(&None)) {
            set(&mut walks, node, Some(walk));
            at = parent(node);
        }
        if let Some(met) = at.filter(|&node| walks.get(node) == Some(&Some(walk))) {
            let rest = std::iter::successors(parent(met), |&node| parent(node)).take_while(|&node| node != met);
            return Some([met].into_iter().chain(rest).collect());
        }
    }
    None
}

/// The first level of which going round the circle gains; all of them are looked at when none does, which a circle of
/// parents rules out.
fn first_gain(residual: &Residual<'_>, circle: &[usize], width: usize) -> usize {
    let mut sum = vec![0; width];
    let parents = circle.iter().skip(1).chain(circle.first());
    for (&node, &parent) in circle.iter().zip(parents) {
        residual.visit(parent, |to, gain| {
            if to == node {
                gain.add_to(&mut sum, residual.served_width);
            }
        });
    }
    sum.iter().position(|&gain| gain != 0).unwrap_or(width)
}
