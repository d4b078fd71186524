//! What holds of every sheet.

mod support;

use alongside::issue::IssueCode;
use proptest::prelude::*;
use support::{Folder, mentors};

const MAPPING: &str = "columns = { id = \"Id\", name = \"Name\", gender = \"Gender\", interests = { column = \"Interests\", separator = \",\" } }\n";
const HEADERS: [&str; 4] = ["Id", "Name", "Gender", "Interests"];

#[expect(clippy::unwrap_used, reason = "a test that fails here should stop here")]
fn written(rows: &[Vec<String>], delimiter: u8, crlf: bool) -> Vec<u8> {
    let terminator = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).terminator(terminator).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        mentors(&bytes, "");
        mentors([b"Id,Name\n", bytes.as_slice()].concat(), "columns.id = \"Id\"");
    }

    #[test]
    fn no_row_is_lost(rows in prop::collection::vec("[ab, ]{0,4}|\"[a,\n]{0,3}\",[a ]|[a ]{0,2},\"x\"\"y\"", 1..20)) {
        let read = mentors(format!("Id,Name\n{}\n", rows.join("\n")), "columns.id = \"Id\"\ncolumns.name = \"Name\"");
        let sheet = &read.sheets[0];
        if sheet.readable {
            prop_assert_eq!(sheet.all_rows(), rows.len());
            prop_assert_eq!(sheet.rows, read.people.len());
            let told = read.issues.iter().filter(|issue| issue.place.row.is_some_and(|row| row > 1)).count();
            prop_assert_eq!(sheet.refused_rows, told);
        } else {
            prop_assert!(read.people.is_empty() && read.issues.has_errors());
        }
    }

    #[test]
    fn rows_add_up_whatever_becomes_of_them(
        rows in prop::collection::vec(("[ab]?", "mentor|mentee|both|trustee|", "left|", "[xy]{0,2}|,|1"), 1..20),
        several: bool,
        made: bool,
        shared: bool,
    ) {
        let rows: Vec<String> = rows.iter().map(|(id, role, status, mark)| format!("{id},{role},{status},{mark}")).collect();
        let text = format!("Id,Role,Status,Mark\n{}\n", rows.join("\n"));
        let id = if made { "{ made_from = [\"Id\", \"Mark\"] }" } else { "\"Id\"" };
        let gathered = if several { "rows = \"several_per_person\"\n" } else { "" };
        let side = |side: &str, role: &str| format!(
            "[sheets.{side}]\nfile = \"p.csv\"\n{gathered}only = {{ column = \"Role\", is = [\"{role}\", \"both\"] }}\n\
             exclude = [{{ column = \"Status\", is = \"left\", why = \"left\" }}]\n\
             columns = {{ id = {id}, interests = {{ one_hot = [\"Mark\"] }} }}\n"
        );
        let mentees = if shared { side("mentees", "mentee") } else { String::new() };
        let read = Folder::new().file("p.csv", &text).read(&format!("{}{mentees}", side("mentors", "mentor")));
        for sheet in &read.sheets {
            if sheet.readable {
                prop_assert_eq!(sheet.all_rows(), rows.len());
                let people = read.people.iter().filter(|person| person.side == sheet.side).count();
                prop_assert_eq!(sheet.people, people);
                prop_assert!(people == sheet.rows || (several && people < sheet.rows));
                prop_assert!(shared || sheet.other_side_rows == 0);
            } else {
                prop_assert!(read.people.is_empty() && read.issues.has_errors());
            }
        }
        let unclaimed = read.issues.iter().filter(|issue| issue.code == IssueCode::UnclaimedRow).count();
        let first = &read.sheets[0];
        prop_assert_eq!(first.unclaimed_rows, if first.readable { unclaimed } else { 0 });
    }

    #[test]
    fn cells_read_back_as_written(
        cells in prop::collection::vec(("[a-z]{1,4}", "[a-z\"',;|\t\r\n]{0,12}z"), 1..12),
        delimiter in prop::sample::select(vec![(b',', ","), (b';', ";"), (b'|', "|"), (b'\t', "tab")]),
        crlf: bool,
        mark: bool,
    ) {
        let mut rows = vec![vec!["Id".to_owned(), "Name".to_owned()]];
        rows.extend(cells.iter().map(|(id, name)| vec![id.clone(), name.clone()]));
        let mut bytes = if mark { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
        bytes.extend(written(&rows, delimiter.0, crlf));
        let mapping = format!("delimiter = \"{}\"\ncolumns = {{ id = \"Id\", name = \"Name\" }}", delimiter.1);
        let read = mentors(bytes, &mapping);
        prop_assert!(read.issues.is_empty(), "{}", read.issues);
        prop_assert_eq!(read.people.len(), cells.len());
        for (index, (id, name)) in cells.iter().enumerate() {
            prop_assert_eq!(&read.field(index, "id"), id);
            prop_assert_eq!(read.field(index, "name"), name.trim());
        }
    }

    #[test]
    fn the_order_of_columns_does_not_matter(
        rows in prop::collection::vec(prop::collection::vec("[a-c, ]{0,5}", 4), 1..8),
        order in Just(vec![0_usize, 1, 2, 3]).prop_shuffle(),
    ) {
        let mut table: Vec<Vec<String>> = vec![HEADERS.map(str::to_owned).to_vec()];
        table.extend(rows);
        let shuffled: Vec<Vec<String>> =
            table.iter().map(|row| order.iter().map(|column| row[*column].clone()).collect()).collect();
        let (one, other) = (mentors(written(&table, b',', false), MAPPING), mentors(written(&shuffled, b',', true), MAPPING));
        prop_assert_eq!(one.people, other.people);
        prop_assert_eq!(one.issues, other.issues);
    }
}

#[test]
fn sources_are_the_bytes_read() {
    let folder = Folder::new().file("m.csv", "\u{feff}id\n1\n").file("n.csv", "id\n2\n");
    let read = folder.read("sheets = { mentors.file = \"m.csv\", mentees.file = \"n.csv\" }");
    let told: Vec<_> = read.sources.iter().map(|source| (source.name.as_str(), source.bytes)).collect();
    assert_eq!(told, [("m.csv", 8), ("n.csv", 5)]);
    assert_eq!(read.sources[0].sha256.len(), 64);
}
