//! The same state in another layout.

use super::heap::Heap;
use super::layout::Layout;
use super::state::{Arc, Column, Row, Search, State};
use super::tuple::Tuple;

impl<const W: usize> State<W> {
    /// Puts every tuple together anew, after a value or a number of people outgrew the layout. Time: linear.
    pub(super) fn recast<const V: usize>(self, layout: Layout) -> State<V> {
        let old = self.layout;
        let cast = |tuple: Tuple<W>| {
            if tuple == Tuple::CLOSED { Tuple::CLOSED } else { layout.pack(old.unpack(tuple)) }
        };
        let arcs = |lists: Vec<Vec<Arc<W>>>| -> Vec<Vec<Arc<V>>> {
            let list = |list: Vec<Arc<W>>| list.into_iter().map(|arc| Arc { worth: cast(arc.worth), to: arc.to });
            lists.into_iter().map(|arcs| list(arcs).collect()).collect()
        };
        let column = |column: Column<W>| Column {
            v: cast(column.v),
            distance: Tuple::ZERO,
            stamp: 0,
            from: column.from,
            head: column.head,
            room: column.room,
        };
        let row = |row: Row<W>| Row { u: cast(row.u), mate: row.mate, next: row.next, prev: row.prev };
        State {
            rows: self.rows.into_iter().map(row).collect(),
            columns: self.columns.into_iter().map(column).collect(),
            pairs: arcs(self.pairs),
            back: arcs(self.back),
            search: Search {
                stamp: 0,
                heap: Heap::default(),
                level: Vec::new(),
                at: None,
                settled: Vec::new(),
                toward: self.search.toward,
                strayed: false,
            },
            tier_count: self.tier_count,
            tiers: self.tiers,
            standing: self.standing,
            capacities: self.capacities,
            kept: self.kept,
            gone: self.gone,
            served: self.served,
            totals: self.totals,
            moves: self.moves,
            layout,
        }
    }
}
