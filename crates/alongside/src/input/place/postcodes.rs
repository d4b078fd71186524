//! The table of UK postcodes: the middle of each sector, and of each outcode.

use super::{Located, from_grid};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Made by `data/derive_postcodes.py`; its licence and origin are told in `data/README.md`.
const TABLE: &str = include_str!("../../../data/postcodes.txt");

/// Metres in one unit of the table.
const UNIT: f64 = 100.0;

/// An easting and a northing, in units of the table.
type Units = (i32, i32);

/// The middle of an outcode, and those of its sectors by digit.
type Middles = (Units, Vec<(u8, Units)>);

/// Outcodes with their middles.
type Table = BTreeMap<&'static str, Middles>;

/// The table, read when the first postcode is looked up: 14,000 lines of a sheet of people cost more.
fn table() -> &'static Table {
    static READ: OnceLock<Table> = OnceLock::new();
    READ.get_or_init(|| TABLE.lines().filter_map(line).collect())
}

/// One line: `AB10 3928 8049 1+8+11 6+0+2`.
fn line(line: &'static str) -> Option<(&'static str, Middles)> {
    if line.starts_with('#') {
        return None;
    }
    let mut parts = line.split(' ');
    let outcode = parts.next()?;
    let (east, north) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let sectors = parts.filter_map(|part| {
        let (digit, signed) = part.split_at_checked(1)?;
        let second = signed.rfind(['+', '-'])?;
        let (by_east, by_north) = signed.split_at_checked(second)?;
        let at = (east + by_east.parse::<i32>().ok()?, north + by_north.parse::<i32>().ok()?);
        Some((*digit.as_bytes().first()?, at))
    });
    Some((outcode, ((east, north), sectors.collect())))
}

/// A sector of an outcode, such as `SW1A 1`: the one of that number, counted round and round. None where the table does
/// not have the outcode, or no sector of it. Time logarithmic in the table.
pub(crate) fn sector_of(outcode: &str, number: u64) -> Option<String> {
    let (_, sectors) = table().get(outcode)?;
    let at = usize::try_from(number.checked_rem(sectors.len() as u64)?).ok()?;
    sectors.get(at).map(|(digit, _)| format!("{outcode} {}", char::from(*digit)))
}

/// Where an outcode and, if known, the digit of its sector are. Time logarithmic in the table.
pub(super) fn look_up(outcode: &str, sector: Option<u8>) -> Located {
    let Some((middle, sectors)) = table().get(outcode) else { return Located::NotInTable };
    let at = |(east, north): Units| from_grid(f64::from(east) * UNIT, f64::from(north) * UNIT);
    let sector = sector.and_then(|digit| sectors.iter().find(|(known, _)| *known == digit));
    match sector {
        Some((_, units)) => at(*units).map_or(Located::NotInTable, Located::Sector),
        None => at(*middle).map_or(Located::NotInTable, Located::Outcode),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole_sorted_and_within_the_grid() {
        let lines: Vec<_> = TABLE.lines().filter(|line| !line.starts_with('#')).collect();
        let outcodes: Vec<_> = lines.iter().map(|line| line.split(' ').next().unwrap()).collect();
        assert!(outcodes.is_sorted_by(|one, other| one < other));
        assert_eq!((outcodes.len(), table().len()), (2865, 2865), "every line is read");
        let written: usize = lines.iter().map(|line| line.split(' ').count() - 3).sum();
        let read: usize = table().values().map(|(_, sectors)| sectors.len()).sum();
        assert_eq!((written, read), (10_848, 10_848), "every sector is read");
        for (outcode, (middle, sectors)) in table() {
            assert!(sectors.is_sorted_by(|one, other| one.0 < other.0), "{outcode}");
            for (east, north) in sectors.iter().map(|(_, at)| at).chain([middle]) {
                assert!((600..6600).contains(east) && (0..12_200).contains(north), "{outcode}");
            }
        }
    }

    #[test]
    fn every_sector_is_found_however_its_postcodes_are_written() {
        for (outcode, (_, sectors)) in table() {
            for (digit, _) in sectors {
                let digit = char::from(*digit);
                let found = super::super::parse_place(&format!("{outcode} {digit}"));
                assert!(matches!(found, Ok(Located::Sector(_))), "{outcode} {digit}");
                for written in [format!("{outcode} {digit}ZZ"), format!(" {outcode}{digit}aa").to_lowercase()] {
                    assert_eq!(super::super::parse_place(&written), found, "{written}");
                }
            }
            assert!(matches!(super::super::parse_place(outcode), Ok(Located::Outcode(_))), "{outcode}");
        }
    }

    #[test]
    fn the_table_is_the_one_that_the_readme_names() {
        // FNV-1a of 64 bits (Fowler, Noll, Vo): a mark of identity, not of trust.
        let mark = TABLE
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |mark, byte| (mark ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
        let readme = include_str!("../../../data/README.md");
        assert!(readme.contains(&format!("{mark:016x}")), "{mark:016x}");
    }

    #[test]
    fn sectors_are_counted_round_and_round() {
        let three: Vec<_> = (0..4).map(|number| sector_of("SW1A", number).unwrap()).collect();
        assert_eq!(three, ["SW1A 0", "SW1A 1", "SW1A 2", "SW1A 0"]);
        assert_eq!(sector_of("ZZ1", 0), None);
    }

    #[test]
    fn sectors_first_outcodes_next_and_never_a_guess() {
        assert!(matches!(look_up("SW1A", Some(b'1')), Located::Sector(_)));
        assert!(matches!(look_up("SW1A", None), Located::Outcode(_)));
        assert!(matches!(look_up("SW1A", Some(b'9')), Located::Outcode(_)));
        for outcode in ["BT1", "GY1", "JE2", "IM1", "ZZ1", ""] {
            assert_eq!(look_up(outcode, Some(b'1')), Located::NotInTable, "{outcode}");
        }
    }
}
