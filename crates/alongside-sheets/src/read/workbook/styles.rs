//! Which cells show their number as a moment: the styles of a workbook, as far as that goes.

use super::value::Shown;
use super::{Refusal, xml};
use quick_xml::events::Event;
use std::collections::BTreeMap;

/// What each style of cells shows, in order.
pub(crate) fn read(part: &str) -> Result<Vec<Shown>, Refusal> {
    let (mut formats, mut styles): (BTreeMap<u32, Shown>, Vec<Shown>) = (BTreeMap::new(), Vec::new());
    let (mut reader, mut in_cells) = (xml::reader(part), false);
    loop {
        match reader.read_event().map_err(|_| Refusal::damaged(None))? {
            Event::Start(element) => match element.local_name().as_ref() {
                "cellXfs" => in_cells = true,
                "numFmt" => {
                    let id = xml::attribute(&element, "numFmtId").and_then(|id| id.trim().parse().ok());
                    if let (Some(id), Some(code)) = (id, xml::attribute(&element, "formatCode")) {
                        formats.insert(id, of_code(&code));
                    }
                }
                "xf" if in_cells => {
                    let id = xml::attribute(&element, "numFmtId").and_then(|id| id.trim().parse().ok()).unwrap_or(0);
                    styles.push(formats.get(&id).copied().unwrap_or_else(|| built_in(id)));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => in_cells = false,
            Event::Eof => return Ok(styles),
            _ => {}
        }
    }
}

/// The formats that stand in no workbook: ECMA-376 part 1, 18.8.30, those of East Asian days among them.
const fn built_in(id: u32) -> Shown {
    match id {
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => Shown::Moment,
        46 => Shown::Duration,
        _ => Shown::Number,
    }
}

/// What a format code shows; only its first section, the one for positive numbers, counts.
fn of_code(code: &str) -> Shown {
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match character {
            ';' => break,
            // The next character stands for itself, for its width, or fills the cell.
            '\\' | '_' | '*' => _ = characters.next(),
            '"' => _ = characters.find(|character| *character == '"'),
            // A colour, a condition, a language; or hours, minutes or seconds that may exceed a day.
            '[' => {
                let inside: String = characters.by_ref().take_while(|character| *character != ']').collect();
                let unit = |unit: char| inside.chars().all(|character| character.eq_ignore_ascii_case(&unit));
                if !inside.is_empty() && (unit('h') || unit('m') || unit('s')) {
                    return Shown::Duration;
                }
            }
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => return Shown::Moment,
            'G' | 'g' if code.trim().eq_ignore_ascii_case("general") => return Shown::Number,
            _ => {}
        }
    }
    Shown::Number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn format_codes_tell_moments_from_numbers() {
        for code in ["dd/mm/yyyy", "[$-809]dd mmmm yyyy;@", "h:mm AM/PM", "[Red]yyyy-mm-dd", "\\D d"] {
            assert_eq!(of_code(code), Shown::Moment, "{code}");
        }
        for code in ["General", "0.00", "#,##0 \"days\"", "[Red]0;[Blue]d", "\\d0", "0_d", "0*y", "@", "0.0E+00"] {
            assert_eq!(of_code(code), Shown::Number, "{code}");
        }
        for code in ["[h]:mm", "[Blue][HH]:mm:ss", "[ss]"] {
            assert_eq!(of_code(code), Shown::Duration, "{code}");
        }
    }
}
