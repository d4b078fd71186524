//! From bytes to text: UTF-8 or a refusal that says what the bytes are instead.

use alongside::issue::IssueCode;

/// Why bytes are not the text of a sheet.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Misread {
    pub(crate) code: IssueCode,
    /// Where the valid text ends, if it was text up to there.
    pub(crate) valid_up_to: Option<usize>,
    pub(crate) message: String,
    pub(crate) remedy: &'static str,
}

const SAVE_AS_UTF8: &str = "save it as \"CSV UTF-8\"";
const SAVE_AS_CSV: &str = "open it in a spreadsheet program and save it as \"CSV UTF-8\"";

/// Beginnings of files that are mistaken for sheets.
const STRANGERS: &[(&[u8], &str)] = &[
    (b"PK\x03\x04", "a workbook or another zip archive"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a workbook in the older format"),
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "a text document with formatting"),
];

/// Beginnings, white space aside, of pages and documents that are text but no table.
const MARKUP: &[(&str, &str)] =
    &[("<html", "a web page"), ("<!doctype html", "a web page"), ("<?xml", "an XML document")];

/// The text without its byte order mark. Time linear in the bytes; nothing is copied.
pub(crate) fn decode(bytes: &[u8]) -> Result<&str, Misread> {
    if let Some((_, what)) = STRANGERS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(not_csv(what));
    }
    let marks: [(&[u8], _); 4] = [
        (b"\xff\xfe\0\0", "UTF-32, little-endian"),
        (b"\0\0\xfe\xff", "UTF-32, big-endian"),
        (b"\xff\xfe", "UTF-16, little-endian"),
        (b"\xfe\xff", "UTF-16, big-endian"),
    ];
    if let Some((_, name)) = marks.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Err(encoding(None, format!("the text is encoded as {name}, not as UTF-8")));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.contains(&0) {
        return Err(not_csv("something other than text (it holds NUL bytes)"));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let further = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count().saturating_sub(1);
        let also = if further > 0 { format!("; {further} further places like it") } else { String::new() };
        encoding(Some(error.valid_up_to()), format!("the text is not UTF-8 here{also}"))
    })?;
    let beginning = text.trim_start().as_bytes();
    let begins =
        |markup: &str| beginning.get(..markup.len()).is_some_and(|start| start.eq_ignore_ascii_case(markup.as_bytes()));
    match MARKUP.iter().find(|(markup, _)| begins(markup)) {
        Some((_, what)) => Err(not_csv(what)),
        None => Ok(text),
    }
}

fn not_csv(what: &str) -> Misread {
    let message = format!("the file is {what}");
    Misread { code: IssueCode::NotCsv, valid_up_to: None, message, remedy: SAVE_AS_CSV }
}

fn encoding(valid_up_to: Option<usize>, message: String) -> Misread {
    Misread { code: IssueCode::Encoding, valid_up_to, message, remedy: SAVE_AS_UTF8 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_is_no_part_of_the_text() {
        assert_eq!(decode(b"\xef\xbb\xbfid,name"), Ok("id,name"));
        assert_eq!(decode(b""), Ok(""));
        assert_eq!(decode(b"PK,name"), Ok("PK,name"));
    }

    #[test]
    fn what_is_not_a_sheet_is_named() {
        let cases: [(&[u8], IssueCode, &str); 9] = [
            (b"PK\x03\x04\x14\0", IssueCode::NotCsv, "a workbook"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", IssueCode::NotCsv, "older format"),
            (b"%PDF-1.7", IssueCode::NotCsv, "PDF"),
            (b"\x89PNG\r\n", IssueCode::NotCsv, "picture"),
            (b" \n<!DOCTYPE html><html>", IssueCode::NotCsv, "web page"),
            (b"\xef\xbb\xbf<?xml version", IssueCode::NotCsv, "XML"),
            (b"a\0b", IssueCode::NotCsv, "NUL"),
            (b"\xff\xfei\0d\0", IssueCode::Encoding, "UTF-16, little-endian"),
            (b"\xfe\xff\0i\0d", IssueCode::Encoding, "UTF-16, big-endian"),
        ];
        for (bytes, code, word) in cases {
            let misread = decode(bytes).unwrap_err();
            assert!(misread.code == code && misread.message.contains(word), "{misread:?}");
        }
    }

    #[test]
    fn the_first_place_that_is_not_utf8_is_told_with_the_number_of_others() {
        let misread = decode(b"id\nZo\xeb\nZo\xeb\n").unwrap_err();
        assert_eq!((misread.code, misread.valid_up_to), (IssueCode::Encoding, Some(5)));
        assert!(misread.message.contains("1 further"));
    }
}
