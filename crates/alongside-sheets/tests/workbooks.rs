//! Workbooks: every value as a person sees it, and everything told that a person does not see.

mod support;

use alongside::issue::IssueCode;
use alongside_sheets::{SheetFormat, limits};
use rust_xlsxwriter::{Format, Formula, Workbook};
use support::package::{sheet_of, workbook, workbook_with, zipped};
use support::{Folder, Read};

const NAMED: &str = "columns = { id = \"Id\", name = \"Name\" }";

fn read(bytes: &[u8], mapping: &str) -> Read {
    Folder::new().file("m.xlsx", bytes).read(&format!("[sheets.mentors]\nfile = \"m.xlsx\"\n{mapping}"))
}

fn one(rows: &[&[&str]], after: &str) -> Read {
    read(&workbook(&[("People", "", &sheet_of(rows, after))]), NAMED)
}

fn expect(read: &Read, code: IssueCode, row: Option<u32>, column: Option<&str>) {
    let issue = read.issue();
    assert_eq!((issue.code, issue.place.row, issue.place.column.as_deref()), (code, row, column), "{issue}");
    assert!(!issue.remedy.is_empty());
    read.keeps_secret(&["Zebedee", "Sample"]);
}

#[test]
fn a_workbook_as_programs_write_it_is_read() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Volunteers").unwrap();
    sheet.write(0, 0, "Our volunteers").unwrap();
    for (column, header) in ["Id", "Name", "Since", "Time", "Free", "Hours", "Active"].iter().enumerate() {
        sheet.write(2, u16::try_from(column).unwrap(), *header).unwrap();
    }
    let date = Format::new().set_num_format("dd/mm/yyyy");
    let time = Format::new().set_num_format("hh:mm");
    sheet.write(3, 0, 123_456_789_012_345_i64).unwrap();
    sheet.write(3, 1, "Made \"Up\"\nSample").unwrap();
    sheet.write_with_format(3, 2, 46_027, &date).unwrap();
    sheet.write_with_format(3, 3, 0.729_166_666_666_666_6, &time).unwrap();
    sheet.write_formula(3, 4, Formula::new("=\"Mon \"&\"am\"").set_result("Mon am")).unwrap();
    sheet.write(3, 5, 0.1 + 0.2).unwrap();
    sheet.write(3, 6, true).unwrap();
    sheet.write(5, 0, "m2").unwrap();
    let mapping = "header_row = 3\n[sheets.mentors.columns]\nid = \"Id\"\nname = \"Name\"\nwaiting_since = \"Since\"\n\
        interests = \"Time\"\navailability = \"Free\"\nage = \"Hours\"\ngender = \"Active\"\n";
    let read = read(&book.save_to_buffer().unwrap(), mapping);
    expect(&read, IssueCode::StoredFormula, None, Some("Free"));
    let fields = ["id", "name", "waiting_since", "interests", "availability", "age", "gender"];
    let found: Vec<_> = fields.iter().map(|field| read.field(0, field)).collect();
    assert_eq!(found, ["123456789012345", "Made \"Up\"\nSample", "2026-01-05", "17:30", "Mon am", "0.3", "true"]);
    assert_eq!((read.field(1, "id").as_str(), read.people.len()), ("m2", 2));
    let sheet = &read.sheets[0];
    assert_eq!(sheet.format, Some(SheetFormat::Workbook { sheet: "Volunteers".into() }));
    assert_eq!((sheet.header_row, sheet.rows, sheet.blank_rows, sheet.refused_rows), (Some(3), 2, 1, 0));
}

#[test]
fn days_are_counted_as_the_workbook_says() {
    let styles = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
    let sheet = sheet_of(&[&["Id", "Name"], &["1", "<c s=\"1\"><v>44565</v></c>"]], "");
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let book = |since: &str| {
        zipped(&[
            (
                "_rels/.rels",
                &format!(
                    "<R><Relationship Id=\"r\" Type=\"{relations}/officeDocument\" Target=\"/xl/workbook.xml\"/></R>"
                ),
            ),
            (
                "xl/workbook.xml",
                &format!(
                    "<workbook><workbookPr date1904=\"{since}\"/><sheets><sheet name=\"A\" r:id=\"r1\"/></sheets></workbook>"
                ),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                &format!(
                    "<R><Relationship Id=\"r1\" Type=\"{relations}/worksheet\" Target=\"s.xml\"/><Relationship Id=\"r2\" Type=\"{relations}/styles\" Target=\"../xl/styles.xml\"/></R>"
                ),
            ),
            ("xl/s.xml", &sheet),
            ("xl/styles.xml", styles),
        ])
    };
    assert_eq!(read(&book("1"), NAMED).field(0, "name"), "2026-01-05");
    assert_eq!(read(&book("0"), NAMED).field(0, "name"), "2022-01-04");
}

#[test]
fn the_worksheet_is_chosen_by_name() {
    let sheet = sheet_of(&[&["Id", "Name"], &["1", "Sample"]], "");
    let other = sheet_of(&[&["Id", "Name"], &["1", "Sample"], &["2", "Zebedee"]], "");
    let two = workbook(&[("Men &amp; women", "", &sheet), ("Others", "", &other)]);
    let several = read(&two, NAMED);
    expect(&several, IssueCode::MissingWorksheet, None, None);
    assert!(several.issue().remedy.contains("`sheet = \"Men & women\"` under `sheets.mentors`"));
    assert_eq!(read(&two, &format!("sheet = \"Others\"\n{NAMED}")).people.len(), 2);
    let near = read(&two, &format!("sheet = \"Other\"\n{NAMED}"));
    expect(&near, IssueCode::MissingWorksheet, None, None);
    assert_eq!(near.issue().remedy, "did you mean `Others`?");
    let hidden = workbook(&[("A", "", &sheet), ("B", "state=\"hidden\"", &other)]);
    expect(&read(&hidden, NAMED), IssueCode::HiddenCells, None, None);
    let read = read(&hidden, &format!("sheet = \"B\"\n{NAMED}"));
    expect(&read, IssueCode::HiddenCells, None, None);
    assert_eq!(read.people.len(), 2);
}

#[test]
fn cells_without_a_value_refuse_their_row() {
    let rows: &[&[&str]] = &[
        &["Id", "Name", "Other"],
        &["1", "<c t=\"e\"><v>#N/A</v></c>", "x"],
        &["2", "<c><f>A1</f></c>", "x"],
        &["3", "Sample", "<c t=\"e\"><v>#REF!</v></c>"],
    ];
    let read = one(rows, "");
    let told: Vec<_> = read.issues.iter().map(|issue| (issue.code, issue.place.row)).collect();
    assert_eq!(told[1..], [(IssueCode::CellError, Some(2)), (IssueCode::CellError, Some(3))]);
    assert!(read.issues.iter().nth(1).unwrap().message.contains("#N/A"));
    assert_eq!((read.sheets[0].rows, read.sheets[0].refused_rows), (1, 2));
}

#[test]
fn merged_cells_are_refused_where_they_could_mislead() {
    let header: &[&[&str]] = &[&["Id", "Name"], &["1", "Sample"]];
    let merged = |range: &str| format!("<mergeCells><mergeCell ref=\"{range}\"/></mergeCells>");
    expect(&one(header, &merged("A1:B1")), IssueCode::MergedCells, Some(1), None);
    let rows: &[&[&str]] = &[&["Id", "Name"], &["1", "Sample"], &["2", ""], &["3", "Sample"]];
    let read = one(rows, &merged("B2:B3"));
    expect(&read, IssueCode::MergedCells, Some(2), Some("Name"));
    assert_eq!((read.sheets[0].rows, read.sheets[0].refused_rows), (1, 2));
    for harmless in [merged("B3:B3"), merged("C2:D3"), merged("A9:B10")] {
        assert!(one(rows, &harmless).issues.is_empty(), "{harmless}");
    }
}

#[test]
fn hidden_rows_and_columns_are_read_and_told() {
    let sheet = "<worksheet><cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData>\
        <row><c t=\"str\"><v>Id</v></c><c t=\"str\"><v>Name</v></c></row>\
        <row hidden=\"1\"><c><v>1</v></c></row><row hidden=\"1\"/></sheetData></worksheet>";
    let read = read(&workbook(&[("A", "", sheet)]), NAMED);
    assert_eq!(read.codes(), [IssueCode::HiddenCells; 2]);
    let told = read.issues.to_string();
    assert!(told.contains("1 row is hidden") && told.contains("\"Name\""), "{told}");
    assert_eq!(read.people.len(), 1);
}

#[test]
fn ids_longer_than_a_spreadsheet_keeps_are_told() {
    let read =
        one(&[&["Id", "Name"], &["<c><v>1.2345678901234568E+16</v></c>", "<c><v>12345678901234567</v></c>"]], "");
    expect(&read, IssueCode::LongNumber, None, Some("Id"));
    assert_eq!(read.field(0, "id"), "12345678901234568");
}

#[test]
fn columns_without_a_header_are_counted_and_blank_cells_are_no_fault() {
    let read = one(&[&["Id", "Name"], &["1"], &["2", "Sample", "", "x"], &["", ""]], "");
    expect(&read, IssueCode::UnusedColumn, Some(1), None);
    assert!(read.issue().message.contains("2 without a header"));
    assert_eq!((read.people.len(), read.sheets[0].blank_rows), (2, 0));
}

#[test]
fn what_is_no_workbook_is_refused_by_name() {
    let mut locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let cases: [(&str, Vec<u8>, &str); 8] = [
        ("m.xlsx", locked, "password"),
        ("m.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "older format"),
        ("m.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "older format"),
        ("m.ods", zipped(&[("content.xml", "<x/>")]), "OpenDocument"),
        ("m.xlsx", zipped(&[("content.xml", "<x/>")]), "OpenDocument"),
        ("m.xlsx", zipped(&[("a.txt", "x")]), "without a workbook"),
        ("m.xlsx", b"id\n1\n".to_vec(), "no workbook"),
        ("m.xlsx", b"PK\x03\x04".to_vec(), "damaged"),
    ];
    for (name, bytes, word) in cases {
        let read = Folder::new().file(name, bytes).read(&format!("[sheets.mentors]\nfile = \"{name}\"\n{NAMED}"));
        expect(&read, IssueCode::NotCsv, None, None);
        assert!(read.issue().message.contains(word), "{}", read.issue());
    }
    let text = Folder::new().file("m.xls", "id\tname\n1\tSample\n").read("sheets.mentors.file = \"m.xls\"");
    assert_eq!(text.people.len(), 1);
}

#[test]
fn limits_hold_before_memory_is_taken() {
    let far = sheet_of(&[&["Id", "Name"], &["1", "<c r=\"XFD2\"><v>1</v></c>"]], "");
    expect(&read(&workbook(&[("A", "", &far)]), NAMED), IssueCode::LimitExceeded, Some(2), None);
    let deep = sheet_of(&[&["Id", "Name"], &["1", "Sample"]], "")
        .replace("</sheetData>", "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row></sheetData>");
    assert_eq!(read(&workbook(&[("A", "", &deep)]), NAMED).people.len(), 2);
    let long = "Zebedee ".repeat(limits::MAX_CELL_BYTES / 8 + 1);
    expect(&one(&[&["Id", "Name"], &["1", &long]], ""), IssueCode::LimitExceeded, Some(2), Some("Name"));
    let bomb = format!("<x>{}</x>", " ".repeat(40 << 20));
    let read_bomb = read(&workbook(&[("A", "", &bomb)]), NAMED);
    expect(&read_bomb, IssueCode::LimitExceeded, None, None);
    assert!(read_bomb.issue().message.contains("100 times"));
    let names: Vec<String> = (0..=limits::MAX_PARTS).map(|at| format!("{at}")).collect();
    let parts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    expect(&read(&zipped(&parts), NAMED), IssueCode::LimitExceeded, None, None);
}

#[test]
fn declared_sizes_are_not_trusted() {
    let relations = "<R><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"s.xml\"/><Relationship Id=\"r2\" Type=\"x/sharedStrings\" Target=\"t.xml\"/></R>";
    let book = zipped(&[
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"A\" r:id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", relations),
        (
            "xl/t.xml",
            "<sst uniqueCount=\"18446744073709551615\"><si><t>Id</t></si><si><r><t>Na</t></r><r><t>me</t></r><rPh><t>x</t></rPh></si></sst>",
        ),
        (
            "xl/s.xml",
            "<worksheet><dimension ref=\"C3:A1\"/><sheetData><row spans=\"1:99999999\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row><row><c><v>1</v></c></row></sheetData></worksheet>",
        ),
    ]);
    let read = read(&book, NAMED);
    assert!(read.issues.is_empty() && read.people.len() == 1, "{}", read.issues);
}

#[test]
fn a_workbook_may_be_given_for_both_sides() {
    let people = sheet_of(&[&["Id", "Name"], &["1", "Sample"]], "");
    let book = workbook_with("", &[("M", "", &people), ("E", "", &people)]);
    let toml =
        "[sheets]\nmentors = { file = \"p.xlsm\", sheet = \"M\" }\nmentees = { file = \"p.xlsm\", sheet = \"E\" }\n";
    let read = Folder::new().file("p.xlsm", book).read(toml);
    assert!(read.issues.is_empty() && read.people.len() == 2, "{}", read.issues);
}
