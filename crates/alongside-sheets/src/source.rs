//! The files that a programme was read from, each with the digest of its bytes.

use alongside::domain::Side;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// What a file was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The programme file.
    Programme,
    /// The mentors' sheet.
    Mentors,
    /// The mentees' sheet.
    Mentees,
    /// The sheet of relationships.
    Relationships,
    /// The sheet of decisions.
    Decisions,
    /// The sheet of terms.
    Terms,
    /// The sheet of scores.
    Scores,
}

impl Role {
    /// Whose sheet it is, if it is one of people.
    pub const fn side(self) -> Option<Side> {
        match self {
            Self::Mentors => Some(Side::Mentor),
            Self::Mentees => Some(Side::Mentee),
            _ => None,
        }
    }
}

/// One file read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// What it was read as.
    pub role: Role,
    /// Its name as the user gave it.
    pub name: String,
    /// SHA-256 of exactly the bytes read, in lower-case hexadecimal digits.
    pub sha256: String,
    /// How many bytes were read.
    pub bytes: u64,
}

impl Source {
    /// Describes bytes already read. Time linear in their number.
    pub fn of(role: Role, name: &str, bytes: &[u8]) -> Self {
        let digits = b"0123456789abcdef";
        let digit = |half: u8| digits.get(usize::from(half)).copied().map_or('0', char::from);
        let digest = Sha256::digest(bytes);
        let sha256 = digest.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect();
        Self { role, name: name.to_owned(), sha256, bytes: bytes.len() as u64 }
    }
}

/// Where the files are that a programme names.
#[derive(Debug, Clone, Copy)]
pub enum Files<'a> {
    /// On the disk; relative names are seen from this folder.
    Folder(&'a Path),
    /// In memory, by exactly the names that the programme gives them. Nothing else is opened.
    Held(&'a BTreeMap<String, Vec<u8>>),
}

impl<'a> Files<'a> {
    /// The bytes of a file, if they are no more than that.
    pub(crate) fn read(self, name: &str, path: &Path, limit: u64) -> Result<Cow<'a, [u8]>, NotRead> {
        match self {
            Self::Folder(_) => read_bounded(path, limit).map(Cow::Owned),
            Self::Held(files) => match files.get(name) {
                Some(bytes) if bytes.len() as u64 > limit => Err(NotRead::TooLarge),
                Some(bytes) => Ok(Cow::Borrowed(bytes)),
                None => Err(NotRead::Unavailable("it was not handed over".to_owned())),
            },
        }
    }

    /// Where a file that the programme names is.
    pub(crate) fn path(self, name: &str) -> PathBuf {
        match self {
            Self::Folder(base) => base.join(name),
            Self::Held(_) => PathBuf::from(name),
        }
    }
}

/// Why a file was not read.
#[derive(Debug)]
pub(crate) enum NotRead {
    /// It cannot be opened or read; the words say why.
    Unavailable(String),
    /// It is larger than allowed.
    TooLarge,
}

/// Reads a file of at most that many bytes; a larger one is refused before memory is taken for it, also when it has no
/// size of its own, as a pipe has none, or grows while it is read.
pub(crate) fn read_bounded(path: &Path, limit: u64) -> Result<Vec<u8>, NotRead> {
    let unavailable = |error: io::Error| NotRead::Unavailable(why(&error));
    let file = File::open(path).map_err(unavailable)?;
    let metadata = file.metadata().map_err(unavailable)?;
    if metadata.is_dir() {
        return Err(NotRead::Unavailable("it is a folder".to_owned()));
    }
    if metadata.len() > limit {
        return Err(NotRead::TooLarge);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(unavailable)?;
    if bytes.len() as u64 > limit { Err(NotRead::TooLarge) } else { Ok(bytes) }
}

fn why(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::PermissionDenied => "it may not be read".to_owned(),
        kind => kind.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_that_of_the_bytes() {
        let source = Source::of(Role::Mentors, "m.csv", b"abc");
        assert_eq!(source.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(source.bytes, 3);
    }

    #[test]
    fn reading_stops_at_the_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x");
        std::fs::write(&path, [b'x'; 10]).unwrap();
        assert_eq!(read_bounded(&path, 10).unwrap().len(), 10);
        assert!(matches!(read_bounded(&path, 9), Err(NotRead::TooLarge)));
        assert!(matches!(read_bounded(folder.path(), 9), Err(NotRead::Unavailable(_))));
        assert!(matches!(read_bounded(&folder.path().join("y"), 9), Err(NotRead::Unavailable(_))));
    }
}
