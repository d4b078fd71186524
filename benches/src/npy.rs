//! Arrays in the format of `NumPy` (`.npy`, versions 1 to 3): read whole, in row-major order, little-endian.

use std::fmt;
use std::io::{self, Write};

/// The first bytes of every such file.
const MAGIC: &[u8] = b"\x93NUMPY";

/// An array as it stands in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Array {
    /// Its extent in each dimension.
    pub shape: Vec<usize>,
    /// Its numbers, the last dimension varying fastest.
    pub numbers: Numbers,
}

/// The numbers of an array, of the kind that the file has.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Numbers {
    F64(Vec<f64>),
    F32(Vec<f32>),
    I64(Vec<i64>),
    I32(Vec<i32>),
    U16(Vec<u16>),
}

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NpyError {
    /// It does not begin as such a file does, or ends within its header.
    Header,
    /// A version that is not known.
    Version(u8),
    /// A kind of number that is not read, as the file names it.
    Kind(String),
    /// Column-major order.
    Order,
    /// Fewer or more bytes of numbers than the shape needs.
    Length {
        /// What it needs.
        expected: usize,
        /// What is there.
        given: usize,
    },
}

impl fmt::Display for NpyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Header => write!(f, "not an array in the format of NumPy"),
            Self::Version(version) => write!(f, "version {version} of the format is not known"),
            Self::Kind(kind) => write!(f, "numbers of kind {kind} are not read: use f8, f4, i8, i4 or u2"),
            Self::Order => write!(f, "the array is in column-major order"),
            Self::Length { expected, given } => write!(f, "{given} bytes of numbers, the shape needs {expected}"),
        }
    }
}

impl std::error::Error for NpyError {}

impl Array {
    /// Reads the bytes of a file.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn read(bytes: &[u8]) -> Result<Self, NpyError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(NpyError::Header)?;
        let (length, after) = match rest {
            [1, _, low, high, after @ ..] => (usize::from(u16::from_le_bytes([*low, *high])), after),
            [2 | 3, _, a, b, c, d, after @ ..] => (u32::from_le_bytes([*a, *b, *c, *d]) as usize, after),
            [version, ..] => return Err(NpyError::Version(*version)),
            [] => return Err(NpyError::Header),
        };
        let (header, data) = after.split_at_checked(length).ok_or(NpyError::Header)?;
        let header = std::str::from_utf8(header).map_err(|_| NpyError::Header)?;
        let order = value(header, "fortran_order").ok_or(NpyError::Header)?;
        if order.starts_with("True") {
            return Err(NpyError::Order);
        }
        let shape = shape(header).ok_or(NpyError::Header)?;
        let kind = value(header, "descr").and_then(|text| text.split(['\'', '"']).nth(1)).ok_or(NpyError::Header)?;
        let count = shape.iter().try_fold(1_usize, |product, extent| product.checked_mul(*extent));
        let numbers = match kind {
            "<f8" => Numbers::F64(numbers(data, count, f64::from_le_bytes)?),
            "<f4" => Numbers::F32(numbers(data, count, f32::from_le_bytes)?),
            "<i8" => Numbers::I64(numbers(data, count, i64::from_le_bytes)?),
            "<i4" => Numbers::I32(numbers(data, count, i32::from_le_bytes)?),
            "<u2" => Numbers::U16(numbers(data, count, u16::from_le_bytes)?),
            other => return Err(NpyError::Kind(other.to_owned())),
        };
        Ok(Self { shape, numbers })
    }
}

/// What stands behind a key of the header, which is written as Python writes a dictionary.
fn value<'h>(header: &'h str, key: &str) -> Option<&'h str> {
    let (_, after) = header.split_once(&format!("'{key}'"))?;
    Some(after.split_once(':')?.1.trim_start())
}

fn shape(header: &str) -> Option<Vec<usize>> {
    let (inside, _) = value(header, "shape")?.strip_prefix('(')?.split_once(')')?;
    inside.split(',').map(str::trim).filter(|extent| !extent.is_empty()).map(|extent| extent.parse().ok()).collect()
}

fn numbers<const SIZE: usize, T>(
    data: &[u8],
    count: Option<usize>,
    from: fn([u8; SIZE]) -> T,
) -> Result<Vec<T>, NpyError> {
    let expected = count.and_then(|count| count.checked_mul(SIZE)).unwrap_or(usize::MAX);
    let (chunks, rest) = data.as_chunks::<SIZE>();
    if !rest.is_empty() || data.len() != expected {
        return Err(NpyError::Length { expected, given: data.len() });
    }
    Ok(chunks.iter().map(|bytes| from(*bytes)).collect())
}

/// Writes an array of 64-bit floating-point numbers.
///
/// # Errors
/// Those of the writer.
pub fn write_f64(into: &mut impl Write, shape: &[usize], numbers: &[f64]) -> io::Result<()> {
    begin(into, "<f8", shape)?;
    numbers.iter().try_for_each(|number| into.write_all(&number.to_le_bytes()))
}

/// Writes an array of 64-bit whole numbers.
///
/// # Errors
/// Those of the writer.
pub fn write_i64(into: &mut impl Write, shape: &[usize], numbers: &[i64]) -> io::Result<()> {
    begin(into, "<i8", shape)?;
    numbers.iter().try_for_each(|number| into.write_all(&number.to_le_bytes()))
}

/// The header, filled up with spaces so that the numbers begin at a multiple of 64 bytes.
fn begin(into: &mut impl Write, kind: &str, shape: &[usize]) -> io::Result<()> {
    let mut extents = String::new();
    for extent in shape {
        extents.push_str(&extent.to_string());
        extents.push_str(", ");
    }
    let mut header = format!("{{'descr': '{kind}', 'fortran_order': False, 'shape': ({extents}), }}");
    while !(MAGIC.len() + 4 + header.len() + 1).is_multiple_of(64) {
        header.push(' ');
    }
    header.push('\n');
    let length = u16::try_from(header.len()).map_err(io::Error::other)?;
    into.write_all(MAGIC)?;
    into.write_all(&[1, 0])?;
    into.write_all(&length.to_le_bytes())?;
    into.write_all(header.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let (mut floats, mut wholes) = (Vec::new(), Vec::new());
        write_f64(&mut floats, &[2, 3], &[0.5, -1.0, 2.0, 3.0, 1e300, 5.0]).unwrap();
        write_i64(&mut wholes, &[2], &[i64::MIN, 7]).unwrap();
        let array = Array::read(&floats).unwrap();
        assert_eq!((array.shape.as_slice(), floats.len()), (&[2, 3][..], 128 + 48));
        assert_eq!(array.numbers, Numbers::F64(vec![0.5, -1.0, 2.0, 3.0, 1e300, 5.0]));
        assert_eq!(Array::read(&wholes).unwrap(), Array { shape: vec![2], numbers: Numbers::I64(vec![i64::MIN, 7]) });
    }

    #[test]
    fn what_is_not_such_an_array_is_refused_by_name() {
        let mut bytes = Vec::new();
        write_i64(&mut bytes, &[2], &[1, 2]).unwrap();
        assert_eq!(Array::read(b"PK\x03\x04"), Err(NpyError::Header));
        assert_eq!(Array::read(&bytes[..20]), Err(NpyError::Header));
        assert_eq!(Array::read(&bytes[..bytes.len() - 1]), Err(NpyError::Length { expected: 16, given: 15 }));
        let text = |from: &str, to: &str| {
            let changed = String::from_utf8_lossy(&bytes[6..]).replace(from, to);
            Array::read(&[MAGIC, changed.as_bytes()].concat())
        };
        assert_eq!(text("False", "True "), Err(NpyError::Order));
        assert_eq!(text("<i8", "<c8"), Err(NpyError::Kind("<c8".to_owned())));
        assert_eq!(text("\u{1}\0", "\u{9}\0"), Err(NpyError::Version(9)));
    }
}
