//! Parts that solve themselves: everybody's favourite is free.

use super::part::{Link, Part, Served};
use super::problem::Problem;

/// The best answer of a part if giving every line its best fields fills no
/// field beyond its room. No answer can beat that, as every best answer gives
/// each line the same number of fields. Covers single edges, single lines and
/// stars among others. Time: links, times their logarithm where a line takes
/// several; memory linear.
pub(super) fn solve(problem: &Problem, part: &Part) -> Option<Vec<Served>> {
    let mut room = part.room.clone();
    let mut answer = Vec::with_capacity(part.pairs());
    for line in 0..part.lines.len() {
        let takes = part.takes[line] as usize;
        for link in best(problem, part, line, takes) {
            let room = &mut room[link.field as usize];
            *room = room.checked_sub(1)?;
            answer.push(part.serve(link));
        }
    }
    Some(answer)
}

/// The line's best links, the earlier ones among equals.
fn best(problem: &Problem, part: &Part, line: usize, takes: usize) -> Vec<Link> {
    let mut links: Vec<Link> = part.links_of(line).map(|at| part.links[at]).collect();
    let order = |left: &Link, right: &Link| {
        let tier = |link: &Link| part.tier_value(problem, *link);
        tier(right)
            .cmp(&tier(left))
            .then_with(|| problem.compare(right.edge, left.edge))
            .then(left.edge.cmp(&right.edge))
    };
    if takes == 1 {
        return links.into_iter().min_by(order).into_iter().collect();
    }
    links.sort_unstable_by(order);
    links.truncate(takes);
    links
}
