//! Upper bounds for parts that were not solved exactly.

use super::part::{Part, Side};
use super::problem::Problem;
use super::table::Table;

/// No answer that serves as many rows of each tier as is possible has a higher
/// total at this level within the part.
///
/// Such an answer gives each line exactly `takes` edges, hence at most the sum
/// of its `takes` best values, whatever their sign. Seen from the fields, it
/// takes a known number of pairs (per tier where the fields are rows) and
/// at most `room` from each field, hence at most the sum of that many
/// largest among each field's `room` best values. The lesser of the two holds.
/// Time: links times their logarithm; memory linear.
pub(super) fn upper(problem: &Problem, part: &Part, level: usize) -> i64 {
    let values = &problem.levels[level];
    let mut of_field: Table<Vec<i64>> = Table::filled(Vec::new(), part.fields.len());
    let mut by_line = 0;
    for line in 0..part.lines.len() {
        let links = part.links_of(line).map(|at| part.links[at]);
        let mut own = Vec::with_capacity(links.len());
        for link in links {
            let value = values[link.edge];
            own.push(value);
            of_field[link.field as usize].push(value);
        }
        by_line += best(&mut own, part.takes[line] as usize).iter().sum::<i64>();
    }
    let mut groups: Vec<(usize, Vec<i64>)> = match part.side {
        Side::Rows => vec![(part.pairs(), Vec::new())],
        Side::Columns => part.served.iter().map(|&n| (n, Vec::new())).collect(),
    };
    for field in 0..part.fields.len() {
        let group = match part.side {
            Side::Rows => 0,
            Side::Columns => usize::from(problem.graph.tiers[part.fields[field]]),
        };
        if let Some((_, candidates)) = groups.get_mut(group) {
            let room = part.room[field] as usize;
            candidates.extend_from_slice(best(&mut of_field[field], room));
        }
    }
    let by_field = groups.iter_mut().map(|(count, candidates)| best(candidates, *count).iter().sum::<i64>()).sum();
    by_line.min(by_field)
}

/// The `count` largest values.
fn best(values: &mut [i64], count: usize) -> &[i64] {
    values.sort_unstable_by(|left, right| right.cmp(left));
    values.get(..count).unwrap_or(values)
}
