//! Prices to begin a level with, and what is given up at them.

use super::face::{Face, State};
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
/// are worth less. Only edges named are worth anything but 0.
///
/// Where rows compete for columns that are all full, the columns' prices are what a row could gain by them and the rows
/// pay nothing; elsewhere columns cost nothing, and rows are worth the best they could have. So neither the rows that
/// stay without a place ask for one in vain, nor are empty places offered in vain.
pub(super) fn release(face: &mut Face<'_>, search: &mut Search, valued: &[u32]) -> Released {
    let mut released = Released::default();
    // Where columns cost nothing, a row is content that has nothing to gain, loses nothing by what it has, and is either
    // full or need not be served.
    let is_content = |at: &&u32| {
        let open = &face.open[**at as usize];
        let row = face.rows[open.row as usize];
        face.worth[**at as usize] <= 0 && open.state != State::Chosen && (row.bound || !row.can_grow())
    };
    let others = valued.iter().filter(|at| !is_content(at));
    let mut rows: Vec<u32> = others.map(|at| face.open[*at as usize].row).collect();
    // Most often they come row by row.
    rows.dedup();
    let mut seen = vec![false; face.columns.len()];
    let mut columns = Vec::new();
    for at in valued {
        let open = &face.open[*at as usize];
        let scarce = face.rows[open.row as usize].is_open() && !face.columns[open.column as usize].is_open();
        if scarce && !std::mem::replace(&mut seen[open.column as usize], true) {
            columns.push(open.column);
        }
    }
    let most = valued.iter().map(|at| face.worth[*at as usize]).fold(0, i64::max);
    for column in columns {
        let price = column_price(face, column as usize, most);
        if price != 0 {
            search.set_column(column, price);
            released.bound += i128::from(price) * i128::from(face.columns[column as usize].high);
            rows.extend(face.edges_of_column(column as usize).map(|at| face.open[at as usize].row));
        }
    }
    rows.sort_unstable();
    rows.dedup();
    for row in rows {
        release_row(row as usize, face, search, &mut released);
    }
    released
}

/// What a column costs to begin with whose number of places is settled, if nothing is worth more than `most`.
fn column_price(face: &Face<'_>, column: usize, most: i64) -> i64 {
    // The most that a row without need could gain by coming, the least that one would lose by going.
    let (mut comes, mut goes) = (i64::MIN, i64::MAX);
    for at in face.edges_of_column(column) {
        let (open, worth) = (&face.open[at as usize], face.worth[at as usize]);
        if face.rows[open.row as usize].is_open() {
            match open.state {
                State::Free => comes = comes.max(worth),
                State::Chosen => goes = goes.min(worth),
                State::Settled => {}
            }
            // Nothing that is still to be seen changes the greater of the two.
            if comes == most {
                break;
            }
        }
    }
    let price = if goes == i64::MAX { comes } else { comes.max(goes) };
    let price = if price == i64::MIN { 0 } else { price };
    if face.columns[column].bound { price.max(0) } else { price }
}

fn release_row(row: usize, face: &mut Face<'_>, search: &mut Search, released: &mut Released) {
    let edges = face.starts[row] as usize..face.starts[row + 1] as usize;
    let gain = |face: &Face<'_>, at: usize| face.worth[at] - search.column_price(face.open[at].column);
    let (mut other, mut own) = (i64::MIN, i64::MAX);
    for at in edges.clone() {
        match face.open[at].state {
            State::Free => other = other.max(gain(face, at)),
            State::Chosen => own = own.min(gain(face, at)),
            State::Settled => {}
        }
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
        if open.state != State::Chosen {
            continue;
        }
        let excess = face.worth[at] - search.column_price(open.column) - price;
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
