//! A full table of costs: every matching tried, and potentials of a best one.

use super::draw::Draw;

/// Whole costs, row by row.
pub(crate) type Table = Vec<Vec<i64>>;

/// Any small table, as wide as it is high or not.
pub(crate) fn any(draw: &mut Draw, most: usize) -> Table {
    let (rows, columns) = (1 + draw.below(most), 1 + draw.below(most));
    let (low, high) = draw.pick(&[(0, 0), (0, 1), (0, 3), (-5, 5), (0, 65_535), (-1 << 30, 1 << 30)]);
    (0..rows).map(|_| (0..columns).map(|_| draw.within(low, high)).collect()).collect()
}

/// Every way to match the whole shorter side, as the column of each row.
pub(crate) fn every(table: &Table, mut each: impl FnMut(&[Option<u32>])) {
    let columns = table.first().map_or(0, Vec::len);
    extend(table.len(), columns, &mut Vec::new(), &mut each);
}

fn extend(rows: usize, columns: usize, chosen: &mut Vec<Option<u32>>, each: &mut impl FnMut(&[Option<u32>])) {
    if chosen.len() == rows {
        if chosen.iter().flatten().count() == rows.min(columns) {
            each(chosen);
        }
        return;
    }
    let free = |column: &u32| !chosen.contains(&Some(*column));
    let open: Vec<Option<u32>> = (0..u32::try_from(columns).unwrap()).filter(free).map(Some).chain([None]).collect();
    for column in open {
        chosen.push(column);
        extend(rows, columns, chosen, each);
        chosen.pop();
    }
}

/// What a matching costs.
pub(crate) fn cost(table: &Table, chosen: &[Option<u32>]) -> i128 {
    let pairs = chosen.iter().enumerate().filter_map(|(row, column)| Some((row, (*column)? as usize)));
    pairs.map(|(row, column)| i128::from(table[row][column])).sum()
}

/// The same with rows and columns changed round.
pub(crate) fn turned(table: &Table, chosen: &[Option<u32>]) -> (Table, Vec<Option<u32>>) {
    let columns = table.first().map_or(0, Vec::len);
    let other = (0..columns).map(|column| table.iter().map(|row| row[column]).collect()).collect();
    let holder = |column: usize| chosen.iter().position(|of| *of == u32::try_from(column).ok());
    (other, (0..columns).map(|column| holder(column).map(|row| u32::try_from(row).unwrap())).collect())
}

/// Potentials of rows and columns that prove a best matching, lowered from where `start` says (Bellman 1958); none
/// for a matching that is not best.
pub(crate) fn potentials(
    table: &Table,
    chosen: &[Option<u32>],
    mut start: impl FnMut() -> i64,
) -> Option<(Vec<i64>, Vec<i64>)> {
    let (rows, columns) = (table.len(), table.first().map_or(0, Vec::len));
    if rows > columns {
        let (table, chosen) = turned(table, chosen);
        return potentials(&table, &chosen, start).map(|(columns, rows)| (rows, columns));
    }
    let hub = rows + columns;
    let mut arcs = Vec::new();
    for (row, cells) in table.iter().enumerate() {
        for (column, cost) in cells.iter().enumerate() {
            arcs.push((row, rows + column, *cost));
            if chosen[row] == u32::try_from(column).ok() {
                arcs.push((rows + column, row, -cost));
            }
        }
    }
    for column in 0..columns {
        arcs.push((hub, rows + column, 0));
        if rows < columns && !chosen.contains(&u32::try_from(column).ok()) {
            arcs.push((rows + column, hub, 0));
        }
    }
    let mut labels: Vec<i64> = (0..=hub).map(|_| start()).collect();
    for _ in 0..hub + 2 {
        let mut changed = false;
        for (from, to, length) in &arcs {
            if labels[*from] + length < labels[*to] {
                labels[*to] = labels[*from] + length;
                changed = true;
            }
        }
        if !changed {
            let zero = labels[hub];
            let own = |at: usize| labels[at] - zero;
            return Some(((0..rows).map(|row| -own(row)).collect(), (rows..hub).map(own).collect()));
        }
    }
    None
}
