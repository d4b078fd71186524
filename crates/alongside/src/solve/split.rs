//! Splitting a problem into independent parts.
//!
//! The Dulmage-Mendelsohn decomposition ("Coverings of bipartite graphs",
//! 1958) comes first: the columns that unserved rows can reach by alternating
//! paths are full in every largest matching, all other rows are served in every
//! largest matching, and edges from those rows to these columns are in none.
//! Only edges that keep to one side are kept, and their connected components
//! are the parts. Each part thus has a side that is filled exactly, so that no
//! pretended "unmatched" column is ever needed.

use petgraph::unionfind::UnionFind;

use super::matching::Matching;
use super::part::{Link, Part, Side};
use super::problem::{Graph, Problem};
use super::table::Table;

/// The parts of a problem, and which part a row or column is in.
#[derive(Debug)]
pub(super) struct Split {
    pub(super) parts: Table<Part>,
    part_of_row: Table<Option<usize>>,
    part_of_column: Table<Option<usize>>,
}

impl Split {
    /// Splits a problem given a matching of the best count per tier. Time:
    /// near linear in the edges.
    pub(super) fn new(problem: &Problem, start: &Matching<'_>) -> Self {
        let graph = &problem.graph;
        let sides = Sides { graph, start };
        let mut split = sides.label();
        let parts = &mut split.parts;
        let mut links: Table<Vec<_>> = Table::filled(Vec::new(), parts.len());
        for row in 0..problem.rows() {
            let Some(at) = split.part_of_row[row] else {
                continue;
            };
            for edge in sides.kept(row) {
                let column = graph.column(edge);
                links[at].push(match parts[at].side {
                    Side::Rows => (row, column, edge),
                    Side::Columns => (column, row, edge),
                });
            }
            if start.edge(row).is_some() {
                let tier = usize::from(graph.tiers[row]);
                if let Some(served) = parts[at].served.get_mut(tier) {
                    *served += 1;
                }
            }
        }
        let mut local = Table::filled(0, problem.rows().max(problem.columns()));
        for (at, links) in Vec::from(links).into_iter().enumerate() {
            number(graph, &mut parts[at], links, &mut local);
        }
        split
    }

    /// The part a row is in; none if it cannot be served at all.
    pub(super) fn of_row(&self, row: usize) -> Option<usize> {
        self.part_of_row[row]
    }

    /// Whether an edge between the two may be used.
    pub(super) fn together(&self, row: usize, column: usize) -> bool {
        let part = self.part_of_row[row];
        part.is_some() && part == self.part_of_column[column]
    }
}

/// Gives a part's lines and fields numbers of their own, in ascending order of
/// the problem's, and notes how often each is taken.
fn number(graph: &Graph, part: &mut Part, mut links: Vec<(usize, usize, usize)>, local: &mut Table<usize>) {
    links.sort_unstable();
    let mut fields: Vec<usize> = links.iter().map(|&(_, field, _)| field).collect();
    fields.sort_unstable();
    fields.dedup();
    for (at, &field) in fields.iter().enumerate() {
        local[field] = at;
    }
    part.fields = fields.into();
    let mut degree = Table::filled(0_u32, part.fields.len());
    for (line, field, edge) in links {
        if part.lines.iter().next_back() != Some(&line) {
            part.lines.push(line);
            part.starts.push(part.links.len());
        }
        degree[local[field]] += 1;
        part.links.push(Link { line: (part.lines.len() - 1) as u32, field: local[field] as u32, edge });
    }
    part.starts.push(part.links.len());
    match part.side {
        Side::Rows => {
            part.takes = Table::filled(1, part.lines.len());
            // Places beyond a column's edges can never be taken.
            part.room =
                (0..part.fields.len()).map(|field| graph.capacities[part.fields[field]].min(degree[field])).collect();
        }
        Side::Columns => {
            part.takes = part.lines.iter().map(|&column| graph.capacities[column]).collect();
            part.room = Table::filled(1, part.fields.len());
        }
    }
}

/// The two sides of the decomposition.
struct Sides<'a> {
    graph: &'a Graph,
    start: &'a Matching<'a>,
}

impl Sides<'_> {
    fn side(&self, row: usize) -> Side {
        let contested = match self.start.edge(row) {
            Some(edge) => self.start.is_contested(self.graph.column(edge)),
            None => true,
        };
        if contested { Side::Columns } else { Side::Rows }
    }

    /// The edges of a row that some best answer may use, as far as the
    /// decomposition can tell.
    fn kept(&self, row: usize) -> impl Iterator<Item = usize> {
        let contested = self.side(row) == Side::Columns;
        self.graph.edges_of(row).filter(move |&edge| {
            let column = self.graph.column(edge);
            self.graph.capacities[column] > 0 && self.start.is_contested(column) == contested
        })
    }

    /// Labels the connected components in the order of their first rows.
    fn label(&self) -> Split {
        let (rows, columns) = (self.graph.tiers.len(), self.graph.capacities.len());
        let mut union = UnionFind::<usize>::new(rows + columns);
        for row in 0..rows {
            for edge in self.kept(row) {
                union.union(row, rows + self.graph.column(edge));
            }
        }
        let roots: Table<usize> = union.into_labeling().into();
        let mut part_of_root = Table::filled(None, rows + columns);
        let mut parts: Table<Part> = Table::default();
        let part_of_row = (0..rows)
            .map(|row| {
                self.kept(row).next()?;
                let label = &mut part_of_root[roots[row]];
                Some(*label.get_or_insert_with(|| {
                    parts.push(self.empty_part(row));
                    parts.len() - 1
                }))
            })
            .collect();
        let part_of_column = (0..columns).map(|column| part_of_root[roots[rows + column]]).collect();
        Split { parts, part_of_row, part_of_column }
    }

    fn empty_part(&self, first_row: usize) -> Part {
        Part {
            side: self.side(first_row),
            lines: Table::default(),
            takes: Table::default(),
            fields: Table::default(),
            room: Table::default(),
            links: Table::default(),
            starts: Table::default(),
            served: vec![0; usize::from(self.graph.tier_count)],
        }
    }
}
