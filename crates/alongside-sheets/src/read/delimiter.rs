//! Which sign stands between the cells of a text, where the programme does not say.

use super::{Row, Rows};

/// The signs that can be found out, as bytes, as declared and as called.
pub(crate) const DELIMITERS: [(u8, &str, &str); 4] =
    [(b',', ",", "commas"), (b';', ";", "semicolons"), (b'|', "|", "vertical bars"), (b'\t', "tab", "tabs")];

/// Most of the text that is looked at, and most rows.
const SAMPLE_BYTES: usize = 1 << 20;
const SAMPLE_ROWS: u32 = 200;

/// The sign as a programme file writes it.
pub(crate) fn written(delimiter: u8) -> &'static str {
    DELIMITERS.iter().find(|known| known.0 == delimiter).map_or(",", |known| known.1)
}

/// The sign, as a programme file writes it, in a word.
pub(crate) fn called(written: &str) -> &'static str {
    DELIMITERS.iter().find(|known| known.1 == written).map_or("commas", |known| known.2)
}

/// How well a text reads with one delimiter; the greater the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    /// No quotation mark stands beside another delimiter inside a cell, as it does where that one parts the cells.
    whole: bool,
    /// Rows as wide as the header, in thousandths.
    even: u32,
    /// Columns of the header.
    width: usize,
}

/// The delimiter under which the header has several cells and the rows below it as many; a comma where none parts the
/// header. The delimiters that fit equally well are the error. Looks at the first 200 rows, within the first MiB.
pub(crate) fn detect(text: &str, header_row: Option<u32>) -> Result<u8, Vec<u8>> {
    let end = (0..=text.len().min(SAMPLE_BYTES)).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    let sample = text.get(..end).unwrap_or_default();
    let fits = DELIMITERS.iter().filter_map(|known| {
        let fit = fit(sample, known.0, header_row, sample.len() < text.len())?;
        (fit.width > 1).then_some((fit, known.0))
    });
    let fits: Vec<(Fit, u8)> = fits.collect();
    let Some(best) = fits.iter().map(|(fit, _)| *fit).max() else { return Ok(b',') };
    let equal: Vec<u8> = fits.iter().filter(|(fit, _)| *fit == best).map(|(_, delimiter)| *delimiter).collect();
    match equal.as_slice() {
        [only] => Ok(*only),
        _ => Err(equal),
    }
}

fn fit(sample: &str, delimiter: u8, header_row: Option<u32>, cut: bool) -> Option<Fit> {
    let (mut rows, mut row) = (Rows::new(sample, delimiter), Row::default());
    let (mut width, mut seen, mut even, mut whole) = (None, 0_u32, 0_u32, true);
    while seen < SAMPLE_ROWS && rows.read(&mut row) {
        if header_row.is_some_and(|header| row.number < header) || row.is_blank(sample) {
            continue;
        }
        let first = width.is_none();
        let width = *width.get_or_insert(row.width);
        // The last row of a sample may be cut off.
        if !first && cut && rows.is_at_end() {
            break;
        }
        seen += 1;
        even += u32::from(row.width == width && !row.unclosed);
        whole &= !(0..row.width.min(crate::limits::MAX_COLUMNS)).any(|cell| row.is_torn(sample, cell));
    }
    Some(Fit { whole, even: even * 1000 / seen.max(1), width: width? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_that_parts_header_and_rows_alike_is_taken() {
        assert_eq!(detect("id;likes, most\n1;chess, go\n2;rowing\n", None), Ok(b';'));
        assert_eq!(detect("id,likes\n1,chess; go\n2,rowing\n", None), Ok(b','));
        assert_eq!(detect("id\tname\n1\tUp, Made\n", None), Ok(b'\t'));
        assert_eq!(detect("id|name|town\n1|a,b|c;d\n", None), Ok(b'|'));
        assert_eq!(detect("\nid\n1\n2\n", None), Ok(b','));
        assert_eq!(detect("", None), Ok(b','));
    }

    #[test]
    fn quotation_marks_tell_one_sign_from_another() {
        assert_eq!(detect("id,\"chess; go\"\n1,\"a; b\"\n2,\"c; d\"\n", None), Ok(b','));
        assert_eq!(detect("id;\"Up, Made\"\n1;\"x, y\"\n", None), Ok(b';'));
    }

    #[test]
    fn a_preamble_is_not_looked_at() {
        assert_eq!(detect("Report, of, the, autumn\n\nid;name\n1;a\n", Some(3)), Ok(b';'));
    }

    #[test]
    fn what_cannot_be_told_is_not_guessed() {
        assert_eq!(detect("a,b;c\n1,2;3\n", None), Err(vec![b',', b';']));
    }
}
