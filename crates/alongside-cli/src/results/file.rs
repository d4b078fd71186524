//! One file, written whole or not at all.

use super::WriteError;
use super::staging::Staging;
use crate::render::text::shown;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A file that may be written.
#[derive(Debug)]
pub(crate) struct NewFile {
    path: PathBuf,
    over: bool,
}

/// Its name while it is written aside.
const ASIDE: &str = "file";

impl NewFile {
    /// A file in a folder that is there; what is at its place is only written over with `over`.
    pub(crate) fn at(path: &Path, over: bool) -> Result<Self, WriteError> {
        let name = shown(&path.to_string_lossy()).into_owned();
        let refused = |why: &str| WriteError::Refused(format!("{name} {why}"));
        match fs::symlink_metadata(path) {
            Ok(found) if found.is_dir() => return Err(refused("is a folder; name a file")),
            Ok(_) if !over => return Err(already(&name)),
            _ => {}
        }
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        match (parent.canonicalize(), path.file_name()) {
            (Ok(parent), Some(last)) if parent.is_dir() => Ok(Self { path: parent.join(last), over }),
            _ => Err(refused("stands in a folder that is not there; make that folder first")),
        }
    }

    /// The folder in which it will stand.
    pub(crate) fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new("."))
    }

    /// Writes it aside, then puts it in place.
    pub(crate) fn write(&self, bytes: &[u8]) -> Result<(), WriteError> {
        let staging = Staging::beside(&self.path, None)?;
        staging.put(ASIDE, bytes)?;
        let name = shown(&self.path.to_string_lossy()).into_owned();
        staging.release(ASIDE, &self.path, self.over).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => already(&name),
            _ => WriteError::Io { what: format!("cannot put {name} in place"), error },
        })
    }
}

fn already(name: &str) -> WriteError {
    WriteError::Refused(format!(
        "{name} is there already; add --force to write over it, or name another file with --out"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_written_over_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("programme.toml");
        let file = NewFile::at(&path, false).unwrap();
        // Somebody else was quicker.
        fs::write(&path, "theirs").unwrap();
        assert!(matches!(file.write(b"ours"), Err(WriteError::Refused(_))));
        assert_eq!(fs::read_to_string(&path).unwrap(), "theirs");
        assert!(NewFile::at(&path, false).is_err());
        NewFile::at(&path, true).unwrap().write(b"ours").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "ours");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(NewFile::at(folder.path(), true).is_err());
        assert!(NewFile::at(&folder.path().join("no/where.toml"), false).is_err());
    }
}
