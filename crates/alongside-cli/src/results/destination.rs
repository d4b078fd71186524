//! The folder that a result is to stand in, and what may be there already.

use super::staging::{Aside, Staging};
use super::{Fill, WriteError};
use crate::manifest::{Manifest, OutputFile, sha256};
use crate::render::text::shown;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The files of a result, the manifest last.
pub(crate) const RESULT_FILES: [&str; 5] =
    ["outcome.json", "proposals.csv", "unmatched.csv", "matching.xlsx", MANIFEST];

const MANIFEST: &str = "manifest.json";

/// A folder that may be written.
#[derive(Debug)]
pub(crate) struct Destination {
    /// Its real place.
    path: PathBuf,
    state: State,
}

/// What is at the destination now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Absent,
    Empty,
    EarlierResult,
}

impl Destination {
    /// A folder that is not there yet, or is empty.
    pub(crate) fn fresh(dir: &Path) -> Result<Self, WriteError> {
        Self::open(dir, |_, real| {
            let first = fs::read_dir(real)?.next().transpose()?;
            Ok(first.map_or(Ok(State::Empty), |_| Err("is not empty; name a new folder".to_owned())))
        })
    }

    /// A folder that is not there yet, is empty, or holds an earlier result that is to be exchanged.
    pub(crate) fn for_result(dir: &Path, replace: bool) -> Result<Self, WriteError> {
        Self::open(dir, |shown_dir, real| {
            Ok(state_of(real)?.and_then(|state| match state {
                State::EarlierResult if !replace => Err(format!(
                    "already holds a result; add --replace to exchange it, or name another folder than {shown_dir}"
                )),
                state => Ok(state),
            }))
        })
    }

    fn open(
        dir: &Path,
        look: impl FnOnce(&str, &Path) -> io::Result<Result<State, String>>,
    ) -> Result<Self, WriteError> {
        let name = shown(&dir.to_string_lossy()).into_owned();
        let refused = |why: String| WriteError::Refused(format!("{name} {why}"));
        let Some(last) = dir.file_name() else {
            return Err(refused("cannot be exchanged as a whole; name a folder to be made".to_owned()));
        };
        match fs::metadata(dir) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                if fs::symlink_metadata(dir).is_ok() {
                    return Err(refused("is a link that leads nowhere; name another folder".to_owned()));
                }
                let parent = dir.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
                let parent = match parent.canonicalize() {
                    Ok(parent) if parent.is_dir() => parent,
                    _ => {
                        return Err(refused("stands in a folder that is not there; make that folder first".to_owned()));
                    }
                };
                Ok(Self { path: parent.join(last), state: State::Absent })
            }
            Err(error) => Err(WriteError::Io { what: format!("cannot look at {name}"), error }),
            Ok(found) if !found.is_dir() => Err(refused("is a file; name a folder".to_owned())),
            Ok(_) => {
                let looking = || WriteError::io(format!("cannot look into {name}"));
                let path = dir.canonicalize().map_err(looking())?;
                if std::env::current_dir().and_then(|here| here.canonicalize()).is_ok_and(|here| here == path) {
                    return Err(refused("is the folder you stand in; name another one".to_owned()));
                }
                let state = look(&name, &path).map_err(looking())?.map_err(refused)?;
                Ok(Self { path, state })
            }
        }
    }

    /// Writes a new folder file by file, each piece by piece, aside, then puts it in place.
    pub(crate) fn stream(&self, files: &mut [(&str, Box<Fill<'_>>)]) -> Result<(), WriteError> {
        let staging = self.staging()?;
        for (name, fill) in files {
            staging.stream(name, fill)?;
        }
        staging.sync();
        staging.move_to(&self.path)
    }

    fn staging(&self) -> Result<Staging, WriteError> {
        let permissions = match self.state {
            State::Absent => None,
            State::Empty | State::EarlierResult => fs::metadata(&self.path).ok().map(|found| found.permissions()),
        };
        Staging::beside(&self.path, permissions)
    }

    /// Writes the files aside, then puts them in place as one. Tells of an earlier result that could not be removed
    /// after the exchange.
    pub(crate) fn write(&self, files: &[(&str, Vec<u8>)]) -> Result<Option<PathBuf>, WriteError> {
        let begun = self.begin()?;
        for (name, bytes) in files {
            begun.staging.put(name, bytes)?;
        }
        begun.finish()
    }

    /// Begins to write a result aside.
    pub(crate) fn begin(&self) -> Result<Begun<'_>, WriteError> {
        Ok(Begun { destination: self, staging: self.staging()? })
    }
}

/// A result of which some files may be written, aside.
#[derive(Debug)]
pub(crate) struct Begun<'d> {
    destination: &'d Destination,
    staging: Staging,
}

impl Begun<'_> {
    /// Writes one file piece by piece. Several may be written side by side.
    pub(crate) fn file(
        &self,
        name: &str,
        fill: impl FnOnce(&mut Aside) -> io::Result<()>,
    ) -> Result<OutputFile, WriteError> {
        let (bytes, sha256) = self.staging.digested(name, fill)?;
        Ok(OutputFile { name: name.to_owned(), sha256, bytes })
    }

    /// Puts the files in place as one. Tells of an earlier result that could not be removed after the exchange.
    pub(crate) fn finish(self) -> Result<Option<PathBuf>, WriteError> {
        let Self { destination, staging } = self;
        staging.sync();
        match destination.state {
            State::Absent | State::Empty => staging.move_to(&destination.path).map(|()| None),
            State::EarlierResult => {
                // A long run gives people time to put something there.
                let now = state_of(&destination.path).map_err(WriteError::io("cannot look at the earlier result"))?;
                let changed = || WriteError::Refused("the earlier result was changed during the run".to_owned());
                now.ok().filter(|state| *state != State::Absent).ok_or_else(changed)?;
                staging.exchange_with(&destination.path)
            }
        }
    }
}

/// What the folder holds, or why it may not be written over.
fn state_of(dir: &Path) -> io::Result<Result<State, String>> {
    let mut present = Vec::new();
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let name = entry.file_name();
        match RESULT_FILES.iter().find(|known| name == **known) {
            Some(known) if entry.file_type()?.is_file() => present.push(*known),
            _ => {
                let name = name.to_string_lossy();
                return Ok(Err(format!(
                    "holds something that is not part of a result ({}); name a new or empty folder",
                    shown(&name)
                )));
            }
        }
    }
    if present.is_empty() {
        return Ok(Ok(State::Empty));
    }
    let manifest = fs::read(dir.join(MANIFEST)).ok();
    let manifest = manifest.and_then(|bytes| serde_json::from_slice::<Manifest>(&bytes).ok());
    let Some(manifest) = manifest.filter(|manifest| manifest.format.starts_with("alongside-manifest/")) else {
        return Ok(Err("holds files without their manifest; name a new or empty folder".to_owned()));
    };
    for name in present.into_iter().filter(|name| *name != MANIFEST) {
        let hash = sha256(&fs::read(dir.join(name))?);
        if !manifest.outputs.iter().any(|output| output.name == name && output.sha256 == hash) {
            return Ok(Err(format!(
                "holds a result whose {name} was changed by hand; move that file elsewhere, or name another folder"
            )));
        }
    }
    Ok(Ok(State::EarlierResult))
}
