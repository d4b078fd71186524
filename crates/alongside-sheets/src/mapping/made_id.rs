//! Ids worked out from other columns: the same parts give the same id in every sheet, every time, on every machine.
//!
//! Each part is put into Unicode normalisation form C, its runs of white space become one space and those at its ends
//! none, capital letters become small ones, and the result is put into form C again. SHA-256 runs over the parts in
//! their order, each as the number of its bytes in UTF-8 (eight bytes, the greatest first) and then those bytes. The id
//! is the prefix and the first twelve characters of the digest in Base32 (RFC 4648) in small letters.

use super::columns::Columns;
use crate::read::Cells;
use alongside::issue::Place;
use sha2::{Digest, Sha256};
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// Characters of an id behind its prefix, five bits each.
const LENGTH: usize = 12;

/// Which columns an id is made from.
#[derive(Debug)]
pub(crate) struct MadeIdPlan {
    columns: Vec<usize>,
    prefix: String,
}

/// An id and the digest that it is short for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct MadeId {
    pub(crate) id: String,
    pub(crate) digest: [u8; 32],
}

impl MadeIdPlan {
    pub(crate) fn of(
        headers: &[String],
        prefix: &str,
        field: &Arc<str>,
        place: &Place,
        columns: &mut Columns<'_>,
    ) -> Option<Self> {
        let found: Vec<_> = headers.iter().map(|header| columns.find(header, field, place)).collect();
        let columns = found.into_iter().collect::<Option<Vec<_>>>()?;
        Some(Self { columns, prefix: prefix.to_owned() })
    }

    /// The id of this row, or the column whose part is blank.
    pub(crate) fn id(&self, cells: Cells<'_>) -> Result<MadeId, usize> {
        let mut hash = Sha256::new();
        for column in &self.columns {
            let part = normalised(&cells.cell(*column));
            if part.is_empty() {
                return Err(*column);
            }
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        let digest: [u8; 32] = hash.finalize().into();
        Ok(MadeId { id: format!("{}{}", self.prefix, base32(&digest)), digest })
    }
}

fn normalised(part: &str) -> String {
    let part: String = part.nfc().collect();
    part.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().nfc().collect()
}

fn base32(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let bit = |index: usize| bytes.get(index / 8).is_some_and(|byte| (byte >> (7 - index % 8)) & 1 == 1);
    let value = |at: usize| (0..5).fold(0_usize, |value, step| value * 2 + usize::from(bit(at * 5 + step)));
    (0..LENGTH).filter_map(|at| ALPHABET.get(value(at)).copied().map(char::from)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Row, Rows};

    fn id(row: &str, prefix: &str) -> Result<String, usize> {
        let mut read = Row::default();
        assert!(Rows::new(row, b',').read(&mut read));
        let plan = MadeIdPlan { columns: vec![0, 1], prefix: prefix.to_owned() };
        plan.id(Cells::new(&read, row)).map(|made| made.id)
    }

    #[test]
    fn capital_letters_white_space_and_unicode_forms_do_not_matter_but_the_parts_do() {
        let one = id("Ren\u{e9} Sample,rene@example.org", "").unwrap();
        assert_eq!(id(" REN\u{c9}  sample ,Rene@Example.ORG", "").unwrap(), one);
        assert_eq!(id("Rene\u{301} Sample,rene@example.org", "").unwrap(), one);
        assert_ne!(id("Rene Sample,rene@example.org", "").unwrap(), one);
        assert_ne!(id("ab,c", "").unwrap(), id("a,bc", "").unwrap());
        assert_eq!(id("Ren\u{e9} Sample,rene@example.org", "m-").unwrap(), format!("m-{one}"));
        assert_eq!((id("a, \u{a0}", ""), id(",b", "")), (Err(1), Err(0)));
    }

    /// Worked out with another language's own libraries.
    #[test]
    fn anybody_can_work_it_out_again() {
        assert_eq!(id("Ada Sample,ada@example.org", "").unwrap(), "vgydha7sztly");
        assert_eq!(id("\u{141}ukasz \u{1e9e},\u{39f}\u{394}\u{39f}\u{3a3}", "").unwrap(), "kvxwtk66hasc");
    }
}
