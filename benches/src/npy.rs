//! Arrays as numpy writes them (`.npy`, versions 1 to 3 of the format).
//!
//! Numbers of five kinds, little end first, row after row. Whatever else a file may hold is refused with its name.

use std::fmt;
use std::io::{self, Read};

/// Longest header read.
pub const MAX_HEADER: usize = 1 << 16;
/// Most cells read: 2^31, more than 40,000 squared.
pub const MAX_CELLS: usize = 1 << 31;
/// Most dimensions read.
pub const MAX_DIMENSIONS: usize = 8;

/// An array.
#[derive(Debug, Clone, PartialEq)]
pub struct Array {
    /// Its length in each dimension; none for a single number.
    pub shape: Vec<usize>,
    /// Its cells, row after row.
    pub cells: Cells,
}

/// The cells of an array.
#[derive(Debug, Clone, PartialEq)]
pub enum Cells {
    /// `<f8`
    F64(Vec<f64>),
    /// `<f4`
    F32(Vec<f32>),
    /// `<i8`
    I64(Vec<i64>),
    /// `<i4`
    I32(Vec<i32>),
    /// `<u2`
    U16(Vec<u16>),
}

/// Why an array was not read.
#[derive(Debug)]
pub enum NpyError {
    /// The bytes do not begin as an array does.
    NotNpy,
    /// A version of the format other than 1, 2 and 3.
    Version(u8),
    /// Something about the header: what.
    Header(&'static str),
    /// Cells of a kind that is not read, as the header names it.
    Kind(String),
    /// The cells stand column after column.
    ColumnsFirst,
    /// More cells than [`MAX_CELLS`], or than can be counted.
    TooLarge(Vec<usize>),
    /// Fewer bytes of cells than the shape says.
    Short {
        /// Bytes that the shape asks for.
        expected: usize,
        /// Bytes there are.
        found: usize,
    },
    /// Bytes after the last cell.
    Long,
    /// Reading failed.
    Io(io::Error),
}

impl fmt::Display for NpyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotNpy => f.write_str("not a .npy file: it does not begin with \\x93NUMPY"),
            Self::Version(version) => write!(f, "version {version} of the .npy format; 1, 2 and 3 are read"),
            Self::Header(what) => write!(f, "the header of the .npy file: {what}"),
            Self::Kind(kind) => write!(f, "cells of kind {kind:?}; <f8, <f4, <i8, <i4 and <u2 are read"),
            Self::ColumnsFirst => f.write_str("cells stand column after column (fortran_order), not row after row"),
            Self::TooLarge(shape) => write!(f, "an array of {shape:?} has more than {MAX_CELLS} cells"),
            Self::Short { expected, found } => write!(f, "{found} bytes of cells where the shape says {expected}"),
            Self::Long => f.write_str("bytes after the last cell"),
            Self::Io(error) => write!(f, "reading failed: {error}"),
        }
    }
}

impl std::error::Error for NpyError {}

impl From<io::Error> for NpyError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Reads one array, to the end of what is read from. Memory: the cells and a buffer of 64 KiB; nothing is set aside
/// for cells that do not come.
///
/// # Errors
///
/// What is wrong with the file.
pub fn read(mut from: impl Read) -> Result<Array, NpyError> {
    let mut start = [0; 8];
    if !filled(&mut from, &mut start)? || !start.starts_with(b"\x93NUMPY") {
        return Err(NpyError::NotNpy);
    }
    let [.., version, _] = start;
    let mut length = [0; 4];
    let bytes = match version {
        1 => 2,
        2 | 3 => 4,
        other => return Err(NpyError::Version(other)),
    };
    let Some(part) = length.get_mut(..bytes) else { return Err(NpyError::Version(version)) };
    if !filled(&mut from, part)? {
        return Err(NpyError::Header("it ends early"));
    }
    let length = u32::from_le_bytes(length) as usize;
    if length > MAX_HEADER {
        return Err(NpyError::Header("it is longer than 64 KiB"));
    }
    let mut header = vec![0; length];
    if !filled(&mut from, &mut header)? {
        return Err(NpyError::Header("it ends early"));
    }
    let header = std::str::from_utf8(&header).map_err(|_| NpyError::Header("it is no text"))?;
    let Header { kind, columns_first, shape } = parse(header)?;
    let count = shape.iter().try_fold(1usize, |count, length| count.checked_mul(*length));
    let Some(count) = count.filter(|count| *count <= MAX_CELLS) else { return Err(NpyError::TooLarge(shape)) };
    if columns_first && shape.iter().filter(|length| **length > 1).count() > 1 {
        return Err(NpyError::ColumnsFirst);
    }
    let cells = match kind.as_str() {
        "<f8" => Cells::F64(cells(&mut from, count, f64::from_le_bytes)?),
        "<f4" => Cells::F32(cells(&mut from, count, f32::from_le_bytes)?),
        "<i8" => Cells::I64(cells(&mut from, count, i64::from_le_bytes)?),
        "<i4" => Cells::I32(cells(&mut from, count, i32::from_le_bytes)?),
        "<u2" => Cells::U16(cells(&mut from, count, u16::from_le_bytes)?),
        _ => return Err(NpyError::Kind(kind)),
    };
    if filled(&mut from, &mut [0])? {
        return Err(NpyError::Long);
    }
    Ok(Array { shape, cells })
}

/// Whether there were enough bytes.
fn filled(from: &mut impl Read, into: &mut [u8]) -> io::Result<bool> {
    match from.read_exact(into) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}

fn cells<T, const N: usize>(from: &mut impl Read, count: usize, cell: fn([u8; N]) -> T) -> Result<Vec<T>, NpyError> {
    let expected = count.saturating_mul(N);
    let mut cells = Vec::new();
    let mut buffer = Vec::with_capacity(1 << 16);
    let mut found = 0;
    while found < expected {
        buffer.clear();
        let wanted = (expected - found).min(1 << 16);
        let read = from.take(wanted as u64).read_to_end(&mut buffer)?;
        found += read;
        if read < wanted {
            return Err(NpyError::Short { expected, found });
        }
        cells.extend(buffer.as_chunks::<N>().0.iter().map(|bytes| cell(*bytes)));
    }
    Ok(cells)
}

struct Header {
    kind: String,
    columns_first: bool,
    shape: Vec<usize>,
}

/// Reads a dictionary as Python writes it, with just the three keys of the format.
fn parse(header: &str) -> Result<Header, NpyError> {
    let wrong = NpyError::Header;
    let (mut kind, mut columns_first, mut shape) = (None, None, None);
    let mut rest = header.trim().strip_prefix('{').ok_or(wrong("it is no dictionary"))?.trim_start();
    while !rest.starts_with('}') {
        let (key, after) = quoted(rest).ok_or(wrong("a key is missing"))?;
        let value = after.trim_start().strip_prefix(':').ok_or(wrong("a key has no value"))?.trim_start();
        let after = match key {
            "descr" => {
                let (value, after) = quoted(value).ok_or(wrong("descr is no single kind of number"))?;
                kind = Some(value.to_owned());
                after
            }
            "fortran_order" => {
                let yes = value.strip_prefix("True");
                columns_first = Some(yes.is_some());
                yes.or(value.strip_prefix("False")).ok_or(wrong("fortran_order is neither True nor False"))?
            }
            "shape" => {
                let (inner, after) = value
                    .strip_prefix('(')
                    .and_then(|value| value.split_once(')'))
                    .ok_or(wrong("shape is not in brackets"))?;
                shape = Some(lengths(inner).ok_or(wrong("shape is no list of at most 8 lengths"))?);
                after
            }
            _ => return Err(wrong("a key is none of descr, fortran_order and shape")),
        };
        let after = after.trim_start();
        rest = match after.strip_prefix(',') {
            Some(after) => after.trim_start(),
            None if after.starts_with('}') => after,
            None => return Err(wrong("it does not end")),
        };
    }
    match (kind, columns_first, shape) {
        (Some(kind), Some(columns_first), Some(shape)) if rest.trim() == "}" => {
            Ok(Header { kind, columns_first, shape })
        }
        (Some(_), Some(_), Some(_)) => Err(wrong("something follows its end")),
        _ => Err(wrong("descr, fortran_order or shape is missing")),
    }
}

/// A text in quotes, and what follows it.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let quote = text.chars().next().filter(|quote| ['\'', '"'].contains(quote))?;
    text.get(1..)?.split_once(quote)
}

fn lengths(inner: &str) -> Option<Vec<usize>> {
    let inner = inner.trim();
    let inner = inner.strip_suffix(',').unwrap_or(inner);
    if inner.trim().is_empty() {
        return Some(Vec::new());
    }
    let lengths: Option<Vec<usize>> = inner.split(',').map(|length| length.trim().parse().ok()).collect();
    lengths.filter(|lengths| lengths.len() <= MAX_DIMENSIONS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(version: u8, header: &str, cells: &[u8]) -> Vec<u8> {
        let mut file = b"\x93NUMPY".to_vec();
        file.extend([version, 0]);
        let length = (header.len() as u32).to_le_bytes();
        file.extend(&length[..if version == 1 { 2 } else { 4 }]);
        file.extend(header.as_bytes());
        file.extend(cells);
        file
    }

    fn header(kind: &str, shape: &str) -> String {
        format!("{{'descr': '{kind}', 'fortran_order': False, 'shape': {shape}, }}      \n")
    }

    fn bytes<const N: usize>(cells: &[[u8; N]]) -> Vec<u8> {
        cells.concat()
    }

    #[test]
    fn every_kind_and_version_is_read() {
        for version in 1..=3 {
            let numbers = [1.5, -2.0, 0.0, 7.25, f64::MAX, 1e-300];
            let made = file(version, &header("<f8", "(2, 3)"), &bytes(&numbers.map(f64::to_le_bytes)));
            let array = Array { shape: vec![2, 3], cells: Cells::F64(numbers.to_vec()) };
            assert_eq!(read(made.as_slice()).unwrap(), array);
        }
        let made = file(1, &header("<f4", "(2,)"), &bytes(&[0.5f32, 3.0].map(f32::to_le_bytes)));
        assert_eq!(read(made.as_slice()).unwrap(), Array { shape: vec![2], cells: Cells::F32(vec![0.5, 3.0]) });
        let made = file(1, &header("<i8", "()"), &bytes(&[i64::MIN].map(i64::to_le_bytes)));
        assert_eq!(read(made.as_slice()).unwrap(), Array { shape: vec![], cells: Cells::I64(vec![i64::MIN]) });
        let made = file(1, &header("<i4", "(1, 2)"), &bytes(&[-1, 9].map(i32::to_le_bytes)));
        assert_eq!(read(made.as_slice()).unwrap(), Array { shape: vec![1, 2], cells: Cells::I32(vec![-1, 9]) });
        let made = file(1, &header("<u2", "(0, 2)"), &[]);
        assert_eq!(read(made.as_slice()).unwrap(), Array { shape: vec![0, 2], cells: Cells::U16(vec![]) });
        let many: Vec<u16> = (0..40_000).collect();
        let made: Vec<u8> = many.iter().flat_map(|cell| cell.to_le_bytes()).collect();
        let made = file(1, &header("<u2", "(200, 200)"), &made);
        assert_eq!(read(made.as_slice()).unwrap().cells, Cells::U16(many));
    }

    #[test]
    fn what_is_wrong_is_said() {
        let said = |file: &[u8]| read(file).unwrap_err().to_string();
        assert!(said(b"PK\x03\x04 and more").contains("does not begin"));
        assert!(said(b"\x93NUM").contains("does not begin"));
        assert!(said(&file(4, "", &[])).contains("version 4"));
        assert!(said(&file(1, &header("<u2", "(2)"), &[1])).contains("1 bytes of cells where the shape says 4"));
        assert!(said(&file(1, &header("<u2", "(1,)"), &[1, 2, 3])).contains("after the last cell"));
        assert!(said(&file(1, &header(">f8", "(1,)"), &[0; 8])).contains("\">f8\""));
        assert!(said(&file(1, &header("|O", "(1,)"), &[0; 8])).contains("\"|O\""));
        assert!(said(&file(1, &header("<f8", "(99999999999, 99999999999)"), &[])).contains("more than"));
        assert!(said(&file(1, &header("<f8", "(-1,)"), &[])).contains("list of at most 8 lengths"));
        assert!(said(&file(1, &header("<f8", "1"), &[])).contains("in brackets"));
        assert!(said(&file(1, "{'descr': '<f8'}", &[])).contains("missing"));
        assert!(said(&file(1, "{'colour': 1}", &[])).contains("none of"));
        assert!(said(&file(1, "[]", &[])).contains("no dictionary"));
        assert!(said(&file(1, "{'descr': [('a', '<f8')]}", &[])).contains("no single kind"));
        assert!(said(b"\x93NUMPY\x01\x00\xff\x00{").contains("ends early"));
        assert!(said(b"\x93NUMPY\x02\x00\xff\xff\xff\xff{").contains("longer"));
        let columns_first = header("<u2", "(2, 2)").replace("False", "True");
        assert!(said(&file(1, &columns_first, &[0; 8])).contains("fortran_order"));
    }

    #[test]
    fn one_row_has_the_same_order_either_way() {
        let header = header("<u2", "(1, 2)").replace("False", "True");
        assert_eq!(read(file(1, &header, &[1, 0, 2, 0]).as_slice()).unwrap().cells, Cells::U16(vec![1, 2]));
    }
}
