//! Prices to begin a level with, and what is given up at them.

use super::face::Face;
use super::search::Search;

/// What is left to be done after prices were set.
#[derive(Debug, Default)]
pub(super) struct Released {
    /// Rows with a place to fill, once for each.
    pub(super) rows: Vec<u32>,
    /// Columns that lost a row they may not do without, once for each.
    pub(super) columns: Vec<u32>,
    /// What by these prices no total exceeds; every search lowers it by at least what it costs.
    pub(super) bound: i128,
}

/// Sets prices at which no open edge that is not chosen is worth more than it costs, and takes back those chosen that
/// are worth less.
///
/// Where rows compete for columns that are all full, the columns' prices are what a row could gain by them and the rows
/// pay nothing; elsewhere columns cost nothing, and rows are worth the best they could have. So neither the rows that
/// stay without a place ask for one in vain, nor are empty places offered in vain.
pub(super) fn release(face: &mut Face<'_>, search: &mut Search, worth: &[i64]) -> Released {
    let mut released = Released::default();
    let prices = column_prices(face, worth);
    for (column, price) in (0..).zip(&prices) {
        search.set_column(column, *price);
        released.bound += i128::from(*price) * i128::from(face.columns[column as usize].high);
    }
    for row in 0..face.rows.len() {
        let edges = face.starts[row] as usize..face.starts[row + 1] as usize;
        if !edges.is_empty() {
            release_row(row, edges, face, search, worth, &prices, &mut released);
        }
    }
    released
}

/// What the columns cost to begin with: 0 for one of which the number of places is open.
fn column_prices(face: &Face<'_>, worth: &[i64]) -> Vec<i64> {
    // The most that a row without need could gain by coming, the least that one would lose by going.
    let mut ranges = vec![(i64::MIN, i64::MAX); face.columns.len()];
    for (open, worth) in face.open.iter().zip(worth) {
        if face.rows[open.row as usize].is_open() {
            let (comes, goes) = &mut ranges[open.column as usize];
            if open.chosen { *goes = (*goes).min(*worth) } else { *comes = (*comes).max(*worth) }
        }
    }
    let price = |(flow, (comes, goes)): (&super::face::Flow, (i64, i64))| {
        if flow.is_open() {
            return 0;
        }
        let price = if goes == i64::MAX { comes } else { comes.max(goes) };
        let price = if price == i64::MIN { 0 } else { price };
        if flow.bound { price.max(0) } else { price }
    };
    face.columns.iter().zip(ranges).map(price).collect()
}

fn release_row(
    row: usize,
    edges: std::ops::Range<usize>,
    face: &mut Face<'_>,
    search: &mut Search,
    worth: &[i64],
    prices: &[i64],
    released: &mut Released,
) {
    let (mut other, mut own) = (i64::MIN, i64::MAX);
    for (open, worth) in face.open[edges.clone()].iter().zip(&worth[edges.clone()]) {
        let gain = worth - prices[open.column as usize];
        if open.chosen { own = own.min(gain) } else { other = other.max(gain) }
    }
    let flow = face.rows[row];
    let mut price = if flow.bound { other.max(0) } else { other };
    if !flow.can_grow() && own != i64::MAX {
        // No edge chosen need be given up for a price as low as the least of them.
        price = price.max(own);
    }
    if price == i64::MIN {
        price = 0;
    }
    search.set_row(row as u32, price);
    released.bound += i128::from(price) * i128::from(flow.high);
    for at in edges {
        let open = face.open[at];
        if !open.chosen {
            continue;
        }
        let excess = worth[at] - prices[open.column as usize] - price;
        released.bound += i128::from(excess.max(0));
        if excess < 0 {
            face.drop(at as u32);
            if search.lose_row(face, open.column) {
                released.columns.push(open.column);
            }
            if search.lose_column(face, row as u32, price) {
                released.rows.push(row as u32);
            }
        }
    }
    // A row that need not be served, and would gain, asks for all it wants.
    if flow.is_open() && price > 0 {
        for _ in flow.now..flow.high {
            search.ask(row as u32);
            released.rows.push(row as u32);
        }
        face.rows[row].now = flow.high;
    }
}
