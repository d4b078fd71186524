//! Instances with few edges for each row, up to 100,000 by 100,000, and what several solvers agree is their optimum.
//!
//! They are held in compressed rows, as a large one has millions of edges.

use super::floor;
use crate::dice::unit;

/// One instance, to be maximised: as many rows as can be, then the total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sparse {
    /// Where the edges of each row begin, and where those of the last end.
    pub row_starts: Vec<usize>,
    /// The column of each edge, ascending within a row.
    pub columns: Vec<u32>,
    /// The value of each edge.
    pub values: Vec<i64>,
    /// How many rows each column takes.
    pub capacities: Vec<u32>,
}

/// How an instance is made, and what is known of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recipe {
    /// What others call it.
    pub name: &'static str,
    /// Number of rows.
    pub rows: usize,
    /// Number of columns.
    pub columns: usize,
    /// Draws of a column for each row.
    pub draws: usize,
    /// Where its numbers begin.
    pub seed: u64,
    /// Which columns a row knows.
    pub links: Links,
    /// How many rows a column takes.
    pub places: Places,
    /// Number of edges.
    pub edges: usize,
    /// Sum of their values.
    pub sum: i64,
    /// Rows that the best assignment serves.
    pub served: usize,
    /// Its total.
    pub total: i64,
}

/// Which columns a row knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links {
    /// Any.
    Anywhere,
    /// Those of its region and of the next; rows and columns are spread over regions differently.
    Regions,
    /// As many as there are draws, from its own onwards. With as many columns as rows there is one way to serve
    /// everybody, at the end of a chain through all of them.
    Chain,
}

/// How many rows a column takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Places {
    /// One.
    One,
    /// From 1 to 5.
    UpToFive,
    /// Mostly one, a few of them hundreds.
    Skewed,
}

const fn recipe(name: &'static str, size: [usize; 3], seed: u64, check: (usize, i64), best: (usize, i64)) -> Recipe {
    let [rows, columns, draws] = size;
    let (places, links) = match name.as_bytes() {
        [places, links, ..] => (*places, *links),
        _ => (b's', b'r'),
    };
    let places = match places {
        b'b' => Places::UpToFive,
        b'k' => Places::Skewed,
        _ => Places::One,
    };
    let links = match links {
        b'c' => Links::Regions,
        b'h' => Links::Chain,
        _ => Links::Anywhere,
    };
    let ((edges, sum), (served, total)) = (check, best);
    Recipe { name, rows, columns, draws, seed, links, places, edges, sum, served, total }
}

/// All of them, small ones first. The checksums and optima are not from this project's solver: two to four others
/// agree on each; `sh100k4` has one assignment that serves everybody.
pub const RECIPES: [Recipe; 16] = [
    recipe("sr1k20", [1000, 1000, 20], 105, (19_810, 9_908_601), (1000, 920_408)),
    recipe("sc1k20", [1000, 900, 20], 205, (19_320, 11_199_358), (900, 742_654)),
    recipe("sr10k20", [10_000, 10_000, 20], 101, (199_807, 99_936_142), (10_000, 9_214_183)),
    recipe("sr10k50", [10_000, 10_000, 50], 102, (498_828, 249_444_040), (10_000, 9_680_127)),
    recipe("sc10k20", [10_000, 9_000, 20], 201, (193_147, 112_017_507), (8713, 7_003_937)),
    recipe("sc10k50", [10_000, 9_000, 50], 202, (458_253, 264_879_411), (8936, 7_213_420)),
    recipe("br10k30", [10_000, 4_000, 30], 301, (298_962, 149_623_944), (10_000, 9_608_375)),
    recipe("bc10k30", [10_000, 4_000, 30], 302, (266_937, 154_531_199), (9784, 8_144_543)),
    recipe("kr10k30", [10_000, 4_000, 30], 303, (298_932, 149_650_647), (9470, 8_066_110)),
    recipe("kc10k30", [10_000, 4_000, 30], 304, (266_600, 154_578_995), (8399, 6_680_295)),
    recipe("sh10k4", [10_000, 10_000, 4], 401, (39_994, 20_112_256), (10_000, 5_037_084)),
    recipe("sh100k4", [100_000, 100_000, 4], 402, (399_994, 200_074_471), (100_000, 50_025_053)),
    recipe("sr100k20", [100_000, 100_000, 20], 103, (1_999_795, 1_001_001_620), (100_000, 92_106_750)),
    recipe("sr100k50", [100_000, 100_000, 50], 104, (4_998_800, 2_501_354_754), (100_000, 96_800_844)),
    recipe("sc100k20", [100_000, 90_000, 20], 203, (1_932_483, 1_118_373_669), (86_163, 71_184_433)),
    recipe("sc100k50", [100_000, 90_000, 50], 204, (4_578_496, 2_651_310_247), (86_346, 75_263_349)),
];

/// The recipe of that name.
pub fn named(name: &str) -> Option<&'static Recipe> {
    RECIPES.iter().find(|recipe| recipe.name == name)
}

impl Recipe {
    /// Makes the instance.
    pub fn make(&self) -> Sparse {
        match self.links {
            Links::Anywhere => self.anywhere(),
            Links::Regions => self.regions(),
            Links::Chain => self.chain(),
        }
    }

    fn at(&self, stream: u64, index: usize) -> f64 {
        unit(self.seed, stream, index as u64)
    }

    fn anywhere(&self) -> Sparse {
        let column = |index| Some(floor(self.columns as f64 * self.at(1, index)));
        self.finish(
            |_, index| column(index),
            |row, column| 1 + (1000.0 * self.at(2, row * self.columns + column)) as i64,
        )
    }

    fn chain(&self) -> Sparse {
        self.finish(
            |row, index| Some(row + index % self.draws).filter(|column| *column < self.columns),
            |row, column| 1 + (1000.0 * self.at(2, row * self.columns + column)) as i64,
        )
    }

    fn regions(&self) -> Sparse {
        let regions = (self.rows / 250).max(1);
        let home = |row| floor(regions as f64 * self.at(4, row).powf(1.3));
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); regions];
        for column in 0..self.columns {
            members.get_mut(floor(regions as f64 * self.at(5, column))).into_iter().for_each(|one| one.push(column));
        }
        let drawn = |row, index| {
            let region = (home(row) + usize::from(self.at(6, index) >= 0.9)) % regions;
            let within = members.get(region).map_or(&[][..], Vec::as_slice);
            within.get(floor(within.len() as f64 * self.at(7, index))).copied()
        };
        let points = |count, x, y| (0..count).map(|index| (self.at(x, index), self.at(y, index))).collect::<Vec<_>>();
        let (from, to) = (points(self.rows, 8, 9), points(self.columns, 10, 11));
        let point = |points: &[(f64, f64)], at: usize| points.get(at).copied().unwrap_or_default();
        let value = |row: usize, column: usize| {
            let (from, to) = (point(&from, row), point(&to, column));
            let (x, y) = (from.0 - to.0, from.1 - to.1);
            // Not `hypot` and not a fused operation: the checksums are of exactly these steps.
            let near = 1.0 - (x * x + y * y).sqrt() / 2f64.sqrt();
            1 + (600.0 * near) as i64 + (400.0 * self.at(2, row * self.columns + column)) as i64
        };
        self.finish(drawn, value)
    }

    /// The instance whose rows have the columns drawn, none twice.
    fn finish(&self, drawn: impl Fn(usize, usize) -> Option<usize>, value: impl Fn(usize, usize) -> i64) -> Sparse {
        let capacity = |column| match self.places {
            Places::One => 1,
            Places::UpToFive => 1 + floor(5.0 * self.at(3, column)) as u32,
            Places::Skewed => 1 + floor(0.3 / (self.at(3, column) + 0.001)) as u32,
        };
        let capacities = (0..self.columns).map(capacity).collect();
        let mut sparse = Sparse { row_starts: vec![0], columns: Vec::new(), values: Vec::new(), capacities };
        let mut of_row = Vec::with_capacity(self.draws);
        for row in 0..self.rows {
            of_row.extend((row * self.draws..(row + 1) * self.draws).filter_map(|index| drawn(row, index)));
            of_row.sort_unstable();
            of_row.dedup();
            sparse.columns.extend(of_row.iter().map(|column| *column as u32));
            sparse.values.extend(of_row.drain(..).map(|column| value(row, column)));
            sparse.row_starts.push(sparse.columns.len());
        }
        sparse
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_instances_are_those_of_the_others() {
        for recipe in RECIPES.iter().filter(|recipe| recipe.rows <= 10_000) {
            let made = recipe.make();
            assert_eq!((made.columns.len(), made.values.iter().sum()), (recipe.edges, recipe.sum), "{}", recipe.name);
        }
    }
}
