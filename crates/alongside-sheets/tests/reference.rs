//! That the reference's examples of sheets raise what they are shown for, and that the page on limits names the limits
//! that sheets have.

mod support;

use alongside::reference::{Example, entries};
use alongside_sheets::limits;
use support::Folder;

#[test]
fn examples_of_sheets_raise_their_issue_and_no_other() {
    let mut tried = 0;
    for entry in entries() {
        let Some(Example::Sheet { programme, rows }) = entry.example else { continue };
        let folder = Folder::new().file("mentors.csv", rows).file("mentees.csv", rows);
        let raised: Vec<_> = folder.read(programme).codes().into_iter().map(|code| code.name().to_owned()).collect();
        assert_eq!(raised, [entry.name.as_str()], "{programme}\n{rows}");
        tried += 1;
    }
    assert!(tried >= 8, "only {tried} examples are sheets");
}

#[test]
fn limits_of_sheets_are_those_of_the_page() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/reference/limits.md");
    let page = std::fs::read_to_string(page).unwrap().replace(',', "");
    let rows = [
        ("size of one sheet", format!("{} MiB", limits::MAX_FILE_BYTES >> 20)),
        (
            "a workbook with all its parts expanded and the text of one worksheet",
            format!("{} MiB", limits::MAX_EXPANDED_BYTES >> 20),
        ),
        ("how many times larger than its file a workbook expands beyond 16 MiB", limits::MAX_EXPANSION.to_string()),
        ("parts in the package of a workbook", limits::MAX_PARTS.to_string()),
        ("different texts in a workbook", limits::MAX_SHARED_TEXTS.to_string()),
        ("merged ranges of a worksheet; cells of it that hold errors", format!("{} each", limits::MAX_MARKED)),
        ("rows below the header", limits::MAX_ROWS.to_string()),
        ("columns", limits::MAX_COLUMNS.to_string()),
        ("columns joined into one field", limits::MAX_JOINED.to_string()),
        ("columns that the mapping of a sheet names those inside runs counted each time", limits::MAX_USES.to_string()),
        (
            "one cell as it stands in the file or as the text of a worksheet",
            format!("{} KiB", limits::MAX_CELL_BYTES >> 10),
        ),
        ("values taken from one sheet each item of a list counted", limits::MAX_VALUES.to_string()),
    ];
    for (limit, value) in rows {
        assert!(page.contains(&format!("\n| {limit} | {value} |\n")), "{limit}: {value}");
    }
    assert_eq!(limits::FREE_EXPANSION_BYTES, 16 << 20);
    let told = format!("| {}; one more line", limits::MAX_ISSUES_PER_CODE);
    assert!(page.contains(&told), "{told}");
}
