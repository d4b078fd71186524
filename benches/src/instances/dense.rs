//! Matrices of costs: the public dense instances, with the checksums and optima that several solvers agree on, and the
//! families with a known optimum.

use crate::dice::{draw, unit};

/// A matrix of costs, row after row, to be minimised.
#[derive(Debug, Clone, PartialEq)]
pub struct Dense {
    /// Number of rows.
    pub rows: usize,
    /// Number of columns.
    pub columns: usize,
    /// All cells.
    pub cells: Vec<f64>,
}

/// What is known of an instance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Known {
    /// Sum of all cells, to about 13 digits.
    pub sum: f64,
    /// The least total cost.
    pub cost: f64,
}

/// The instances by name, each with what is known of it.
pub const KNOWN: [(&str, Known); 23] = [
    ("u100", Known { sum: 5_002.385_295_359_08, cost: 1.608_650_369_945_211_7 }),
    ("u200", Known { sum: 20_035.036_440_192_28, cost: 1.770_973_722_665_279_3 }),
    ("u500", Known { sum: 124_630.737_695_14, cost: 1.558_823_016_932_678_7 }),
    ("u1000", Known { sum: 499_853.322_695_61, cost: 1.614_586_804_601_058_7 }),
    ("u2000", Known { sum: 2_000_298.409_577_04, cost: 1.570_995_988_857_003_3 }),
    ("u5000", Known { sum: 12_501_456.653_572_38, cost: 1.673_793_169_041_515_5 }),
    ("u10000", Known { sum: 50_001_042.826_766_97, cost: 1.624_752_429_864_139 }),
    ("i100_1000", Known { sum: 49_506_800.0, cost: 0.0 }),
    ("i100_2000", Known { sum: 198_019_316.0, cost: 0.0 }),
    ("real500", Known { sum: 13_138_655.0, cost: 15_064.0 }),
    ("real1000", Known { sum: 52_546_234.0, cost: 28_069.0 }),
    ("real2000", Known { sum: 209_898_706.0, cost: 52_816.0 }),
    ("real5000", Known { sum: 1_312_281_488.0, cost: 121_542.0 }),
    ("geo1000", Known { sum: 5_166_936_504.0, cost: 368_436.0 }),
    ("geo2000", Known { sum: 20_718_081_388.0, cost: 664_867.0 }),
    ("prod1000", Known { sum: 250_500_250_000.0, cost: 167_167_000.0 }),
    ("prod2000", Known { sum: 4_004_001_000_000.0, cost: 1_335_334_000.0 }),
    ("rectu", Known { sum: 1_499_590.644_803_09, cost: 0.353_508_344_738_727_6 }),
    ("rectreal", Known { sum: 158_134_083.0, cost: 23_916.0 }),
    ("const1000", Known { sum: 7_000_000.0, cost: 7_000.0 }),
    ("hidden1000", Known { sum: 500_330_696.0, cost: 0.0 }),
    ("uneven1000", Known { sum: 10_309_254.286_617_402, cost: 9_810.770_589_119_51 }),
    ("tall", Known { sum: 1_499_590.644_803_09, cost: 0.353_508_344_738_727_6 }),
];

/// The instance of that name, if it is one of [`KNOWN`].
pub fn named(name: &str) -> Option<Dense> {
    Some(match name {
        "u100" => uniform(100, 100, 1),
        "u200" => uniform(200, 200, 1),
        "u500" | "u1000" | "u2000" | "u5000" | "u10000" => {
            let size = name.get(1..)?.parse().ok()?;
            uniform(size, size, size as u64 + 1000)
        }
        "i100_1000" => whole(1000, 77, 100.0),
        "i100_2000" => whole(2000, 77, 100.0),
        "real500" | "real1000" | "real2000" | "real5000" => {
            let size = name.get(4..)?.parse().ok()?;
            realistic(size, size, 42)
        }
        "geo1000" => geometric(1000, 9),
        "geo2000" => geometric(2000, 9),
        "prod1000" => product(1000),
        "prod2000" => product(2000),
        "rectu" => uniform(1000, 3000, 5),
        "rectreal" => realistic(1000, 3000, 5),
        "const1000" => constant(1000, 7.0),
        "hidden1000" => hidden(1000, 4),
        "uneven1000" => uneven(1000, 7),
        "tall" => uniform(1000, 3000, 5).turned(),
        _ => return None,
    })
}

impl Dense {
    fn of(rows: usize, columns: usize, cell: impl Fn(usize, usize) -> f64) -> Self {
        let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        Self { rows, columns, cells: cells.map(|(row, column)| cell(row, column)).collect() }
    }

    /// Sum of all cells, row by row.
    pub fn sum(&self) -> f64 {
        self.cells.chunks(self.columns.max(1)).map(|row| row.iter().sum::<f64>()).sum()
    }

    /// The matrix turned round.
    #[must_use]
    pub fn turned(&self) -> Self {
        let cell = |row: usize, column: usize| self.cells.get(column * self.columns + row).copied().unwrap_or(0.0);
        Self::of(self.columns, self.rows, cell)
    }
}

/// `u...`: costs from 0 to 1.
pub fn uniform(rows: usize, columns: usize, seed: u64) -> Dense {
    Dense::of(rows, columns, |row, column| unit(seed, 0, (row * columns + column) as u64))
}

/// `i...`: whole numbers below `range`, many of them equal.
pub fn whole(size: usize, seed: u64, range: f64) -> Dense {
    Dense::of(size, size, |row, column| (unit(seed, 0, (row * size + column) as u64) * range).floor())
}

/// `prod...`: row times column (Machol and Wien 1976), hard for methods that search from one row at a time. The least
/// total is n (n + 1) (n + 2) / 6.
pub fn product(size: usize) -> Dense {
    Dense::of(size, size, |row, column| ((row + 1) * (column + 1)) as f64)
}

/// `geo...`: distances between two sets of points, rounded.
pub fn geometric(size: usize, seed: u64) -> Dense {
    let at = |stream: u64| (0..size).map(|index| unit(seed, stream, index as u64)).collect::<Vec<f64>>();
    let points: [Vec<(f64, f64)>; 2] = [at(0).into_iter().zip(at(1)).collect(), at(2).into_iter().zip(at(3)).collect()];
    let [rows, columns] = &points;
    let cells = rows.iter().flat_map(|from| {
        columns.iter().map(move |to| {
            let (x, y) = (from.0 - to.0, from.1 - to.1);
            // Not `hypot` and not a fused operation: the checksums are of exactly these steps.
            (1e4 * (x * x + y * y).sqrt()).round_ties_even()
        })
    });
    Dense { rows: size, columns: size, cells: cells.collect() }
}

/// Every cell the same.
pub fn constant(size: usize, cell: f64) -> Dense {
    Dense::of(size, size, |_, _| cell)
}

/// A hidden assignment of cost 0 among whole costs from 1 to 1000: the least total is 0.
pub fn hidden(size: usize, seed: u64) -> Dense {
    let mut columns: Vec<usize> = (0..size).collect();
    columns.sort_unstable_by_key(|column| draw(seed, 1, *column as u64));
    Dense::of(size, size, |row, column| {
        let dear = 1.0 + (1000.0 * unit(seed, 0, (row * size + column) as u64)).floor();
        if columns.get(row) == Some(&column) { 0.0 } else { dear }
    })
}

/// Rows and columns that are dear or cheap as a whole, up to ten times as much as single cells differ.
pub fn uneven(size: usize, seed: u64) -> Dense {
    Dense::of(size, size, |row, column| {
        10.0 * unit(seed, 0, row as u64)
            + 10.0 * unit(seed, 1, column as u64)
            + unit(seed, 2, (row * size + column) as u64)
    })
}

/// Somebody's interests, times, languages and region.
struct Person {
    interests: u128,
    times: [u64; 3],
    languages: u64,
    region: i64,
}

/// The whole part of a number from 0 up.
fn floor(number: f64) -> u64 {
    #[expect(clippy::cast_sign_loss, reason = "never below 0")]
    let floor = number as u64;
    floor
}

fn people(count: usize, seed: u64, base: u64) -> Vec<Person> {
    let person = |index: u64| {
        let interests = (0..3 + draw(seed, base, index) % 6)
            .fold(0, |set, at| set | 1 << floor(100.0 * unit(seed, base + 1, index * 8 + at).powi(2)));
        let mut times = [0; 3];
        for at in 0..4 + draw(seed, base + 2, index) % 5 {
            let day = draw(seed, base + 3, index * 8 + at) % 7;
            let hour = floor(8.0 + 13.0 * unit(seed, base + 4, index * 8 + at).sqrt());
            for slot in [day * 24 + hour, day * 24 + hour + 1] {
                times.get_mut(slot as usize / 64).into_iter().for_each(|times| *times |= 1 << (slot % 64));
            }
        }
        let languages = u64::from(unit(seed, base + 5, index) < 0.9) | 1 << (1 + draw(seed, base + 6, index) % 7);
        let region = (20.0 * unit(seed, base + 7, index).powi(2)) as i64;
        Person { interests, times, languages, region }
    };
    (0..count as u64).map(person).collect()
}

/// `real...`: 70 less a score of interests, times, languages and region, whole numbers with many ties.
pub fn realistic(rows: usize, columns: usize, seed: u64) -> Dense {
    let (from, to) = (people(rows, seed, 0), people(columns, seed, 20));
    let cells = from.iter().flat_map(|from| {
        to.iter().map(move |to| {
            let interests = (from.interests & to.interests).count_ones().min(5);
            let times: u32 = from.times.iter().zip(&to.times).map(|(from, to)| (from & to).count_ones()).sum();
            let language = u32::from(from.languages & to.languages != 0);
            let region = u32::from(from.region == to.region);
            f64::from(70 - (6 * interests + 3 * times.min(6) + 10 * language + 12 * region).cast_signed())
        })
    });
    Dense { rows, columns, cells: cells.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_instances_are_those_of_the_others() {
        // The larger ones are compared before they are measured.
        for (name, known) in
            KNOWN.iter().filter(|(name, _)| !["2000", "5000", "0000"].iter().any(|end| name.ends_with(end)))
        {
            let instance = named(name).unwrap();
            assert!((instance.sum() - known.sum).abs() <= 1e-12 * known.sum, "{name}: {}", instance.sum());
        }
    }

    #[test]
    fn turned_twice_is_the_same() {
        let matrix = uniform(3, 5, 1);
        assert_eq!(matrix.turned().rows, 5);
        assert_eq!(matrix.turned().turned(), matrix);
    }
}
