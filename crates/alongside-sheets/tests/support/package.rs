//! Workbooks put together part by part, for what no program writes.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A package of these parts, by name.
pub fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook of worksheets, each with its name, attributes of its own, and XML.
pub fn workbook(sheets: &[(&str, &str, &str)]) -> Vec<u8> {
    workbook_with("", sheets)
}

/// The same with more in front of the list of worksheets.
pub fn workbook_with(properties: &str, sheets: &[(&str, &str, &str)]) -> Vec<u8> {
    let listed: Vec<String> = sheets
        .iter()
        .enumerate()
        .map(|(at, (name, attributes, _))| {
            format!("<sheet name=\"{name}\" sheetId=\"{at}\" r:id=\"r{at}\" {attributes}/>")
        })
        .collect();
    let related: Vec<String> = (0..sheets.len())
        .map(|at| format!("<Relationship Id=\"r{at}\" Type=\"{RELATIONS}/worksheet\" Target=\"sheet{at}.xml\"/>"))
        .collect();
    let root = format!(
        "<Relationships><Relationship Id=\"r\" Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let book = format!("<workbook xmlns:r=\"{RELATIONS}\">{properties}<sheets>{}</sheets></workbook>", listed.concat());
    let relations = format!("<Relationships>{}</Relationships>", related.concat());
    let names: Vec<String> = (0..sheets.len()).map(|at| format!("xl/sheet{at}.xml")).collect();
    let mut parts = vec![
        ("_rels/.rels", root.as_str()),
        ("xl/workbook.xml", book.as_str()),
        ("xl/_rels/workbook.xml.rels", relations.as_str()),
    ];
    parts.extend(names.iter().zip(sheets).map(|(name, (_, _, xml))| (name.as_str(), *xml)));
    zipped(&parts)
}

/// The XML of a worksheet with these rows of texts; a cell that begins with `<` stands as it is.
pub fn sheet_of(rows: &[&[&str]], after: &str) -> String {
    let cell = |text: &&str| {
        if text.starts_with('<') {
            (*text).to_owned()
        } else {
            format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>")
        }
    };
    let rows: Vec<String> =
        rows.iter().map(|row| format!("<row>{}</row>", row.iter().map(cell).collect::<String>())).collect();
    format!("<worksheet><sheetData>{}</sheetData>{after}</worksheet>", rows.concat())
}
