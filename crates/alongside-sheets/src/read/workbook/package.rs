//! The package of a workbook: a zip archive whose parts are counted and measured before any is expanded.

use super::Refusal;
use crate::limits::{FREE_EXPANSION_BYTES, MAX_EXPANDED_BYTES, MAX_EXPANSION, MAX_PARTS};
use alongside::issue::IssueCode;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// What begins the entry of one part in the directory of an archive.
const ENTRY: &[u8] = b"PK\x01\x02";

/// An archive within the limits.
#[derive(Debug)]
pub(crate) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// From a part's name, small letters and `/` throughout, to its place and size. Where two parts have one name, the
    /// first is meant.
    parts: BTreeMap<String, (usize, u64)>,
    /// Bytes that may still be expanded.
    left: u64,
}

impl<'b> Package<'b> {
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Self, Refusal> {
        // The directory is counted in the bytes themselves: reading it takes memory for every entry.
        let entries = bytes.windows(ENTRY.len()).filter(|window| *window == ENTRY).count();
        if entries > MAX_PARTS {
            return Err(too_large(format!("the workbook has more than {MAX_PARTS} parts")));
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::damaged(None))?;
        let (mut parts, mut expanded) = (BTreeMap::new(), 0_u64);
        for index in 0..archive.len() {
            let part = archive.by_index_raw(index).map_err(|_| Refusal::damaged(None))?;
            expanded = expanded.saturating_add(part.size());
            let name = String::from_utf8_lossy(part.name_raw()).replace('\\', "/").to_lowercase();
            parts.entry(name.trim_start_matches('/').to_owned()).or_insert((index, part.size()));
        }
        if expanded > MAX_EXPANDED_BYTES {
            return Err(too_large(format!("the workbook expands to more than {MAX_EXPANDED_BYTES} bytes")));
        }
        if expanded > FREE_EXPANSION_BYTES && expanded / MAX_EXPANSION > bytes.len() as u64 {
            return Err(too_large(format!("the workbook expands to more than {MAX_EXPANSION} times its size")));
        }
        Ok(Self { archive, parts, left: MAX_EXPANDED_BYTES })
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&name.to_lowercase())
    }

    /// The text of a part that lists others, which has to be small.
    pub(crate) fn list(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        match self.parts.get(&name.to_lowercase()) {
            Some((_, size)) if *size > FREE_EXPANSION_BYTES => {
                Err(too_large(format!("the workbook's list of parts is larger than {FREE_EXPANSION_BYTES} bytes")))
            }
            _ => self.part(name),
        }
    }

    /// The text of a part, expanded to no more than it declares; none if there is no such part.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let Some((index, size)) = self.parts.get(&name.to_lowercase()).copied() else { return Ok(None) };
        let part = self.archive.by_index(index).map_err(|_| Refusal::damaged(None))?;
        let mut bytes = Vec::new();
        let limit = size.min(self.left);
        part.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| Refusal::damaged(None))?;
        if bytes.len() as u64 > limit {
            return Err(too_large("a part of the workbook expands to more than it declares".to_owned()));
        }
        self.left = self.left.saturating_sub(bytes.len() as u64);
        let text = String::from_utf8(bytes).map_err(|_| Refusal::damaged(None))?;
        Ok(Some(text))
    }
}

pub(super) fn too_large(message: String) -> Refusal {
    let remedy = "save a copy that holds only the worksheet and the columns that the programme uses";
    Refusal { code: IssueCode::LimitExceeded, row: None, message, remedy: remedy.to_owned() }
}
