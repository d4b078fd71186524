//! The events of XML that the parts of a workbook are made of.

use super::Refusal;
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// A part being read. Empty elements come as a start and an end.
pub(crate) fn reader(part: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(part.trim_start_matches('\u{feff}'));
    reader.config_mut().expand_empty_elements = true;
    reader
}

/// Calls `found` for each element of that name, whatever stands around it.
pub(crate) fn each(
    part: &str,
    name: &str,
    mut found: impl FnMut(&BytesStart<'_>) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let mut reader = reader(part);
    loop {
        match reader.read_event().map_err(|_| Refusal::damaged(None))? {
            Event::Start(element) if element.local_name().as_ref() == name => found(&element)?,
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// An attribute's text, its prefix aside.
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let attributes = attributes.with_checks(false).filter_map(Result::ok);
    let mut found = attributes.filter(|attribute| attribute.key.local_name().as_ref() == name);
    let found = found.next()?;
    let text = found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?;
    Some(text.into_owned())
}

/// Whether an attribute says yes.
pub(crate) fn flag(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| matches!(value.trim(), "1" | "true" | "on"))
}

/// Adds what `&amp;`, `&#233;` and their like stand for. Names that XML itself does not have are refused, so that
/// nothing is ever expanded.
pub(crate) fn push_reference(reference: &BytesRef<'_>, text: &mut String) -> Result<(), Refusal> {
    let character = match &**reference {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => match reference.resolve_char_ref() {
            Ok(Some(character)) => character,
            _ => return Err(Refusal::damaged(None)),
        },
    };
    text.push(character);
    Ok(())
}

/// Undoes `_x000D_` and its like, by which workbooks write what XML cannot.
pub(crate) fn unescape(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("_x") {
        plain.push_str(before);
        let code = after.get(..5).and_then(|code| code.strip_suffix('_'));
        let code = code.filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match code.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?)) {
            Some(character) => {
                plain.push(character);
                rest = after.get(5..).unwrap_or_default();
            }
            None => {
                plain.push_str("_x");
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_undone_and_their_likeness_is_not() {
        assert_eq!(unescape("a_x000D_b_x005F_x000A_".into()), "a\rb_x000A_");
        assert_eq!(unescape("my_xylophone _x12".into()), "my_xylophone _x12");
        assert_eq!(unescape("_xD800_".into()), "_xD800_");
    }
}
