//! Made-up people as a sheet.

use super::line::Lines;
use super::table::Table;
use crate::limits::MAX_FILE_BYTES;
use alongside::domain::Side;
use alongside::input::FurtherKind;
use alongside::synthetic::{Answered, Synthetic};
use std::io::{self, Write};

/// Writes the sheet of one side of a made-up programme, row by row, so that its size takes no memory. `written` hears of
/// every row.
///
/// # Errors
/// What `out` refuses, and [`io::ErrorKind::FileTooLarge`] for a sheet that could not be read again.
pub fn write_synthetic(made: &Synthetic, side: Side, out: &mut dyn Write, written: &mut dyn FnMut()) -> io::Result<()> {
    let mut out = Bounded { out, left: MAX_FILE_BYTES };
    let fields = made.fields(side);
    let mut line = Lines::new(&mut out);
    for field in &fields {
        line.text(made.header(side, field));
    }
    line.end()?;
    for index in 0..made.count(side) {
        row(made, &fields, &made.person(side, index), &mut line)?;
        written();
    }
    Ok(())
}

/// Writes a sheet that a made-up programme has beside people, row by row.
///
/// # Errors
/// As [`write_synthetic`].
pub fn write_synthetic_further(made: &Synthetic, kind: FurtherKind, out: &mut dyn Write) -> io::Result<()> {
    let mut out = Bounded { out, left: MAX_FILE_BYTES };
    let fields = made.further_fields(kind);
    let mut line = Lines::new(&mut out);
    for field in fields {
        line.text(field);
    }
    line.end()?;
    for answers in made.further(kind) {
        row(made, fields, &answers, &mut line)?;
    }
    Ok(())
}

/// One row; the answers stand in the order of the fields.
fn row<W: Write>(made: &Synthetic, fields: &[&str], answers: &[Answered], line: &mut Lines<'_, W>) -> io::Result<()> {
    let mut answers = answers.iter().peekable();
    for field in fields {
        match answers.next_if(|answer| answer.field == *field) {
            Some(answer) => line.text(&made.cell(answer)),
            None => line.text(""),
        };
    }
    line.end()
}

/// Takes no more than a reader of sheets would.
struct Bounded<'a> {
    out: &'a mut dyn Write,
    left: u64,
}

impl Write for Bounded<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let too_large = || {
            let message = format!("a sheet would be larger than the {MAX_FILE_BYTES} bytes that can be read again");
            io::Error::new(io::ErrorKind::FileTooLarge, message)
        };
        let left = self.left.checked_sub(bytes.len() as u64).ok_or_else(too_large)?;
        self.out.write_all(bytes)?;
        self.left = left;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Overrides, load};
    use alongside::input::{Document, Notation, build};
    use alongside::synthetic::Scheme;
    use std::fs::File;

    #[test]
    fn a_sheet_reads_back_as_the_people_it_was_made_of() {
        for scheme in Scheme::ALL {
            let made = Synthetic::new(scheme, 11).people(120, 90);
            let folder = tempfile::tempdir().unwrap();
            for (side, name) in [(Side::Mentor, "volunteers.csv"), (Side::Mentee, "waiting.csv")] {
                let (mut file, mut rows) = (File::create(folder.path().join(name)).unwrap(), 0);
                write_synthetic(&made, side, &mut file, &mut || rows += 1).unwrap();
                assert_eq!(rows, made.count(side));
            }
            let read = |text: &str| Document::parse(text, Notation::Toml, Some("p.toml")).unwrap();
            let names: Vec<_> = made.further_kinds().map(|kind| (kind, kind.name())).collect();
            for (kind, name) in &names {
                let mut file = File::create(folder.path().join(name)).unwrap();
                write_synthetic_further(&made, *kind, &mut file).unwrap();
            }
            let document = read(&made.programme_with_sheets("volunteers.csv", "waiting.csv", &names));
            let loaded = load(&document, folder.path(), &Overrides::default(), Vec::new())
                .unwrap_or_else(|failure| panic!("{scheme}: {failure}"));
            let people = [Side::Mentor, Side::Mentee]
                .into_iter()
                .flat_map(|side| (0..made.count(side)).map(move |at| made.record(side, at)));
            let further = made.further_kinds().flat_map(|kind| made.further_records(kind).collect::<Vec<_>>());
            let built = build(&read(&made.programme()), people.collect(), further.collect()).unwrap();
            assert_eq!(loaded.programme, built.programme, "{scheme}");
        }
    }

    #[test]
    fn what_could_not_be_read_again_is_not_written() {
        let mut sink = io::sink();
        let mut bounded = Bounded { out: &mut sink, left: 3 };
        assert!(bounded.write_all(b"abc").is_ok());
        assert_eq!(bounded.write_all(b"d").unwrap_err().kind(), io::ErrorKind::FileTooLarge);
    }
}
