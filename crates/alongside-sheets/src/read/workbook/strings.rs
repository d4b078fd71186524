//! The texts that the cells of a workbook share.

use super::package::too_large;
use super::{Refusal, xml};
use crate::limits::MAX_SHARED_TEXTS;
use quick_xml::events::Event;

/// The shared texts, in order. The number that the part declares is not trusted.
pub(crate) fn read(part: &str) -> Result<Vec<String>, Refusal> {
    let (mut reader, mut strings, mut gathered) = (xml::reader(part), Vec::new(), Gathered::default());
    let mut text = String::new();
    loop {
        let event = reader.read_event().map_err(|_| Refusal::damaged(None))?;
        match &event {
            Event::End(element) if element.local_name().as_ref() == "si" => {
                strings.push(xml::unescape(std::mem::take(&mut text)));
                if strings.len() > MAX_SHARED_TEXTS {
                    return Err(too_large(format!("the workbook has more than {MAX_SHARED_TEXTS} texts")));
                }
            }
            Event::Eof => return Ok(strings),
            _ => gathered.take(&event, &mut text)?,
        }
    }
}

/// Gathers the text of `t` elements, pieces with formats of their own one after another; how it is pronounced, which
/// some languages note beside it, is left out.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    in_text: bool,
    in_pronunciation: bool,
}

impl Gathered {
    pub(crate) fn take(&mut self, event: &Event<'_>, text: &mut String) -> Result<(), Refusal> {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "t" => self.in_text = !self.in_pronunciation,
                "rPh" => self.in_pronunciation = true,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "t" => self.in_text = false,
                "rPh" => self.in_pronunciation = false,
                _ => {}
            },
            Event::Text(piece) if self.in_text => text.push_str(&piece.xml10_content()),
            Event::CData(piece) if self.in_text => text.push_str(&piece.xml10_content()),
            Event::GeneralRef(reference) if self.in_text => xml::push_reference(reference, text)?,
            _ => {}
        }
        Ok(())
    }
}
