//! Files of numbers.

use alongside_benches::npy::{Array, Numbers};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

/// Longest archive member and longest file that is read.
const MOST_BYTES: u64 = 16 << 30;

/// What a file holds.
pub(crate) enum File {
    Dense(Array),
    Sparse(Pairs),
}

/// Pairs with scores, in order of row.
#[derive(Debug, Default)]
pub(crate) struct Pairs {
    pub(crate) starts: Vec<usize>,
    pub(crate) columns: Vec<u32>,
    pub(crate) scores: Vec<i64>,
    pub(crate) capacities: Vec<u32>,
    pub(crate) tiers: Vec<u8>,
}

pub(crate) fn file(path: &Path) -> Result<File, String> {
    let named = |error: String| format!("{}: {error}", path.display());
    let bytes = read(path).map_err(named)?;
    if bytes.starts_with(b"PK") {
        return pairs(&bytes).map(File::Sparse).map_err(named);
    }
    let array = Array::read(&bytes).map_err(|error| named(error.to_string()))?;
    if array.shape.len() == 2 { Ok(File::Dense(array)) } else { Err(named("a matrix has two dimensions".to_owned())) }
}

/// An answer made elsewhere: the column of each row.
pub(crate) fn solution(path: &Path) -> Result<Vec<Option<u32>>, String> {
    let named = |error: String| format!("{}: {error}", path.display());
    let array = Array::read(&read(path).map_err(named)?).map_err(|error| named(error.to_string()))?;
    let columns = whole(&array, "the answer").map_err(named)?;
    Ok(columns.into_iter().map(|column| u32::try_from(column).ok()).collect())
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    let file = std::fs::File::open(path).map_err(|error| error.to_string())?;
    if file.metadata().map_err(|error| error.to_string())?.len() > MOST_BYTES {
        return Err("the file is too long".to_owned());
    }
    let mut bytes = Vec::new();
    file.take(MOST_BYTES).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    Ok(bytes)
}

fn pairs(bytes: &[u8]) -> Result<Pairs, String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut arrays = BTreeMap::new();
    for at in 0..archive.len() {
        let member = archive.by_index(at).map_err(|error| error.to_string())?;
        let name = member.name().map_err(|error| error.to_string())?.trim_end_matches(".npy").to_owned();
        let mut bytes = Vec::new();
        member.take(MOST_BYTES).read_to_end(&mut bytes).map_err(|error| format!("{name}: {error}"))?;
        arrays.insert(name.clone(), Array::read(&bytes).map_err(|error| format!("{name}: {error}"))?);
    }
    let numbers = |name: &str| match arrays.get(name) {
        Some(array) => whole(array, name).map(Some),
        None => Ok(None),
    };
    let needed = |name: &str| numbers(name)?.ok_or_else(|| format!("there is no array {name}"));
    let starts: Vec<usize> = fit(&needed("ptr")?, "ptr")?;
    let columns: Vec<u32> = fit(&needed("col")?, "col")?;
    let scores = needed("score")?;
    let capacities: Vec<u32> = fit(&needed("cap")?, "cap")?;
    let rows = starts.len().saturating_sub(1);
    let tiers = match numbers("tier")? {
        Some(tiers) => fit(&tiers, "tier")?,
        None => vec![0; rows],
    };
    if scores.len() != columns.len() || starts.last() != Some(&columns.len()) || tiers.len() != rows {
        return Err("ptr, col, score and tier do not go together".to_owned());
    }
    let pairs = Pairs { starts, columns, scores, capacities, tiers };
    match numbers("floor")?.as_deref() {
        None => Ok(pairs),
        Some([floor]) => Ok(pairs.from(*floor)),
        Some(_) => Err("floor is one number".to_owned()),
    }
}

impl Pairs {
    /// Those with at least this score.
    fn from(self, floor: i64) -> Self {
        let mut kept = Self { capacities: self.capacities, tiers: self.tiers, ..Self::default() };
        kept.starts.push(0);
        for row in self.starts.windows(2) {
            let (Some(from), Some(to)) = (row.first(), row.last()) else { continue };
            let columns = self.columns.get(*from..*to).unwrap_or_default();
            let scores = self.scores.get(*from..*to).unwrap_or_default();
            for (column, score) in columns.iter().zip(scores).filter(|(_, score)| **score >= floor) {
                kept.columns.push(*column);
                kept.scores.push(*score);
            }
            kept.starts.push(kept.columns.len());
        }
        kept
    }
}

fn whole(array: &Array, name: &str) -> Result<Vec<i64>, String> {
    match &array.numbers {
        Numbers::I64(numbers) => Ok(numbers.clone()),
        Numbers::I32(numbers) => Ok(numbers.iter().map(|number| i64::from(*number)).collect()),
        Numbers::U16(numbers) => Ok(numbers.iter().map(|number| i64::from(*number)).collect()),
        Numbers::F32(_) | Numbers::F64(_) => Err(format!("{name} is not of whole numbers")),
    }
}

fn fit<T: TryFrom<i64>>(numbers: &[i64], name: &str) -> Result<Vec<T>, String> {
    let fit = |number: &i64| T::try_from(*number).map_err(|_| format!("{name} has a number out of range"));
    numbers.iter().map(fit).collect()
}
