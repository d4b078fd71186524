//! The proof that comes with an assignment.

/// A proof that an assignment is best: one potential per row, column and set of columns, each a tuple with one integer
/// per level of the objective, compared lexicographically.
///
/// Write `u` for a row's tuple, `v` for a column's, `g` for that of the set the column is in (zero for none), and `w`
/// for the tuple of an edge's worth: the row's [priority](crate::Problem::priority), then 0 where columns used are a
/// level, then the edge's value at each level. Let `bonus` be the tuple that is 1 at the level of columns used, if
/// there is one, and 0 elsewhere. The assignment is best if
///
/// - an edge not chosen has `u + v - w >= 0`, a chosen one `u + v - w <= 0`;
/// - a row has `u >= 0`, and `u = 0` unless all it wants is filled;
/// - a column that holds some row has `v - g + bonus >= 0` if it holds one and `v - g >= 0` if it holds several;
/// - a column with room has `v - g + bonus <= 0` if it holds none and `v - g <= 0` if it holds some;
/// - a set has `g >= 0`, and `g = 0` while it has room.
///
/// This is complementary slackness for the flow that the problem is (Ahuja, Magnanti and Orlin, Network Flows, 1993,
/// section 9.4), with the ordered field of tuples in place of numbers. Potentials are not unique.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Certificate {
    /// The potentials of each level of the objective, in order: tiers, columns used where asked for, then the levels
    /// of value.
    pub levels: Vec<Potentials>,
}

/// The potentials at one level.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Potentials {
    /// One entry a row.
    pub rows: Vec<i64>,
    /// One entry a column.
    pub columns: Vec<i64>,
    /// One entry a set of columns.
    pub groups: Vec<i64>,
}
