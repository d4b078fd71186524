//! From bytes to text, or a refusal that says what the bytes are instead.

use alongside::input::Encoding;
use alongside::issue::IssueCode;
use std::borrow::Cow;

/// Why bytes are not the text of a sheet.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Misread {
    pub(crate) code: IssueCode,
    /// The text before the fault, if it was text up to there.
    pub(crate) before: Option<String>,
    pub(crate) message: String,
    pub(crate) remedy: &'static str,
}

const SAVE_AS_UTF8: &str = "save it as \"CSV UTF-8\"";
const NAME_THE_ENCODING: &str =
    "save it as \"CSV UTF-8\"; if it comes from a Windows program, `encoding = \"windows-1252\"` may be what it is";
const SAVE_AS_CSV: &str = "open it in a spreadsheet program and save it as \"CSV UTF-8\"";
const OPEN_AS_WORKBOOK: &str =
    "a workbook is read where its name ends in `.xlsx` or `.xlsm`; otherwise save it as \"CSV UTF-8\"";

/// Beginnings of files that are mistaken for sheets, and what to do about them.
const STRANGERS: &[(&[u8], &str, &str)] = &[
    (b"PK\x03\x04", "a workbook or another zip archive", OPEN_AS_WORKBOOK),
    (b"PK\x05\x06", "an empty zip archive", SAVE_AS_CSV),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a workbook in the older format, or one with a password", SAVE_AS_CSV),
    (b"%PDF", "a PDF document", SAVE_AS_CSV),
    (b"\x89PNG", "a picture", SAVE_AS_CSV),
    (b"\xff\xd8\xff", "a picture", SAVE_AS_CSV),
    (b"GIF8", "a picture", SAVE_AS_CSV),
    (b"\x1f\x8b", "a compressed file", SAVE_AS_CSV),
    (b"{\\rtf", "a text document with formatting", SAVE_AS_CSV),
];

/// Beginnings, white space aside, of pages and documents that are text but no table.
const MARKUP: &[(&str, &str)] =
    &[("<html", "a web page"), ("<!doctype html", "a web page"), ("<?xml", "an XML document")];

/// What tells that bytes are Unicode, and in which form.
const MARKS: &[(&[u8], Encoding)] =
    &[(b"\xef\xbb\xbf", Encoding::Utf8), (b"\xff\xfe", Encoding::Utf16Le), (b"\xfe\xff", Encoding::Utf16Be)];

/// The text of a document, in UTF-8, without its byte order mark. Time linear in the bytes; nothing is copied.
pub(crate) fn decode(bytes: &[u8]) -> Result<&str, Misread> {
    refuse_strangers(bytes)?;
    match MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        Some((mark, Encoding::Utf8)) => utf8(bytes.get(mark.len()..).unwrap_or_default(), SAVE_AS_UTF8),
        Some((_, other)) => Err(encoding(None, format!("the text is encoded as {other}, not as UTF-8"), SAVE_AS_UTF8)),
        None => utf8(bytes, SAVE_AS_UTF8),
    }
    .and_then(plain)
}

/// The text of a sheet in the declared encoding, or else the one that its mark tells, or else UTF-8; with the encoding.
/// Time linear in the bytes; UTF-8 is not copied.
pub(crate) fn decode_sheet(bytes: &[u8], declared: Option<Encoding>) -> Result<(Cow<'_, str>, Encoding), Misread> {
    refuse_strangers(bytes)?;
    let marked = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark));
    let rest = marked.map_or(bytes, |(mark, _)| bytes.get(mark.len()..).unwrap_or_default());
    let encoding_used = match (declared, marked.map(|(_, marked)| *marked)) {
        (Some(declared), Some(marked)) if declared != marked => {
            let message = format!("{declared} is declared, but the file begins with the mark of {marked}");
            return Err(encoding(None, message, "take `encoding` out of the programme file"));
        }
        (Some(declared), _) => declared,
        (None, marked) => marked.unwrap_or(Encoding::Utf8),
    };
    let text: Cow<'_, str> = match encoding_used {
        Encoding::Utf8 => utf8(rest, NAME_THE_ENCODING)?.into(),
        Encoding::Utf16Le => utf16(rest, u16::from_le_bytes)?.into(),
        Encoding::Utf16Be => utf16(rest, u16::from_be_bytes)?.into(),
        Encoding::Windows1252 => windows1252(rest)?,
    };
    plain(&text)?;
    Ok((text, encoding_used))
}

fn refuse_strangers(bytes: &[u8]) -> Result<(), Misread> {
    if let Some((_, what, remedy)) = STRANGERS.iter().find(|(magic, ..)| bytes.starts_with(magic)) {
        return Err(not_csv(None, what, remedy));
    }
    let utf32: [(&[u8], _); 2] = [(b"\xff\xfe\0\0", "UTF-32, little-endian"), (b"\0\0\xfe\xff", "UTF-32, big-endian")];
    match utf32.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        Some((_, name)) => Err(encoding(None, format!("the text is encoded as {name}"), SAVE_AS_UTF8)),
        None => Ok(()),
    }
}

fn utf8<'b>(bytes: &'b [u8], remedy: &'static str) -> Result<&'b str, Misread> {
    std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).and_then(|valid| std::str::from_utf8(valid).ok());
        if let Some(before) = before.filter(|text| text.contains('\0')) {
            return nul(before);
        }
        let further = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count().saturating_sub(1);
        let also = if further > 0 { format!("; {further} further places like it") } else { String::new() };
        encoding(before.map(str::to_owned), format!("the text is not UTF-8 here{also}"), remedy)
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Misread> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    for decoded in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        let Ok(character) = decoded else {
            return Err(encoding(Some(text), "the text is not UTF-16 here".to_owned(), SAVE_AS_UTF8));
        };
        text.push(character);
    }
    if odd.is_empty() {
        Ok(text)
    } else {
        Err(encoding(Some(text), "the text ends in the middle of a letter".to_owned(), SAVE_AS_UTF8))
    }
}

fn windows1252(bytes: &[u8]) -> Result<Cow<'_, str>, Misread> {
    // Five of its bytes stand for nothing; the decoder keeps them as control characters.
    if let Some(at) = bytes.iter().position(|byte| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d)) {
        let (before, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes.get(..at).unwrap_or_default());
        let message = "a byte stands here that Windows-1252 does not have".to_owned();
        return Err(encoding(Some(before.into_owned()), message, SAVE_AS_UTF8));
    }
    Ok(encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0)
}

/// The text, if it can be a table.
fn plain(text: &str) -> Result<&str, Misread> {
    if text.contains('\0') {
        return Err(nul(text));
    }
    let beginning = text.trim_start().as_bytes();
    let begins =
        |markup: &str| beginning.get(..markup.len()).is_some_and(|start| start.eq_ignore_ascii_case(markup.as_bytes()));
    match MARKUP.iter().find(|(markup, _)| begins(markup)) {
        Some((_, what)) => Err(not_csv(None, what, SAVE_AS_CSV)),
        None => Ok(text),
    }
}

fn nul(text: &str) -> Misread {
    let before = text.split('\0').next().unwrap_or_default();
    not_csv(Some(before.to_owned()), "something other than text (it holds NUL bytes)", SAVE_AS_CSV)
}

fn not_csv(before: Option<String>, what: &str, remedy: &'static str) -> Misread {
    Misread { code: IssueCode::NotCsv, before, message: format!("the file is {what}"), remedy }
}

fn encoding(before: Option<String>, message: String, remedy: &'static str) -> Misread {
    Misread { code: IssueCode::Encoding, before, message, remedy }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_is_no_part_of_the_text() {
        assert_eq!(decode(b"\xef\xbb\xbfid,name"), Ok("id,name"));
        assert_eq!(decode(b""), Ok(""));
        assert_eq!(decode(b"PK,name"), Ok("PK,name"));
        assert_eq!(decode_sheet(b"\xef\xbb\xbfid", None), Ok(("id".into(), Encoding::Utf8)));
    }

    #[test]
    fn what_is_not_a_sheet_is_named() {
        let cases: [(&[u8], IssueCode, &str); 8] = [
            (b"PK\x03\x04\x14\0", IssueCode::NotCsv, "a workbook"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", IssueCode::NotCsv, "older format"),
            (b"%PDF-1.7", IssueCode::NotCsv, "PDF"),
            (b"\x89PNG\r\n", IssueCode::NotCsv, "picture"),
            (b" \n<!DOCTYPE html><html>", IssueCode::NotCsv, "web page"),
            (b"\xef\xbb\xbf<?xml version", IssueCode::NotCsv, "XML"),
            (b"a\0b", IssueCode::NotCsv, "NUL"),
            (b"\xff\xfe\0\0a\0\0\0", IssueCode::Encoding, "UTF-32"),
        ];
        for (bytes, code, word) in cases {
            let (document, sheet) = (decode(bytes).unwrap_err(), decode_sheet(bytes, None).unwrap_err());
            assert!(document == sheet && sheet.code == code && sheet.message.contains(word), "{sheet:?}");
        }
    }

    #[test]
    fn sheets_may_be_in_other_encodings_and_documents_may_not() {
        let text = "Pr\u{e9}nom;\u{1f600}";
        let units = || "\u{feff}".encode_utf16().chain(text.encode_utf16());
        let little: Vec<u8> = units().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = units().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode_sheet(&little, None), Ok((text.into(), Encoding::Utf16Le)));
        assert_eq!(decode_sheet(&big, None), Ok((text.into(), Encoding::Utf16Be)));
        assert_eq!(decode_sheet(&big[2..], Some(Encoding::Utf16Be)), Ok((text.into(), Encoding::Utf16Be)));
        assert!(decode(&big).unwrap_err().message.contains("UTF-16BE"));
        let declared = Some(Encoding::Windows1252);
        assert_eq!(decode_sheet(b"\x80 Zo\xeb", declared), Ok(("\u{20ac} Zo\u{eb}".into(), Encoding::Windows1252)));
        assert!(decode_sheet(&little, declared).unwrap_err().message.contains("the mark of UTF-16LE"));
    }

    #[test]
    fn the_first_place_that_is_wrong_is_told_with_what_stands_before_it() {
        let misread = decode_sheet(b"id\nZo\xeb\nZo\xeb\n", None).unwrap_err();
        assert_eq!((misread.code, misread.before.as_deref()), (IssueCode::Encoding, Some("id\nZo")));
        assert!(misread.message.contains("1 further"));
        assert_eq!(decode_sheet(b"a\nb\0c\xff", None).unwrap_err().before.as_deref(), Some("a\nb"));
        assert_eq!(decode_sheet(b"\xff\xfea\0\0\xd8b\0", None).unwrap_err().before.as_deref(), Some("a"));
        assert_eq!(decode_sheet(b"\xff\xfea\0b", None).unwrap_err().before.as_deref(), Some("a"));
        let misread = decode_sheet(b"a\x81", Some(Encoding::Windows1252)).unwrap_err();
        assert_eq!(misread.before.as_deref(), Some("a"));
    }
}
