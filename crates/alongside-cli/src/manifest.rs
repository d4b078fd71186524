//! The manifest beside a result: what went in, what came out.

use crate::backend::Source;
use alongside::Outcome;
use alongside::outcome::Status;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::fmt::Write;

/// The version of this model.
pub(crate) const MANIFEST_FORMAT: &str = "alongside-manifest/1";

/// What went into a result and what came out. No moment of time: the same input gives the same bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// [`MANIFEST_FORMAT`].
    pub(crate) format: String,
    /// Version of the engine.
    pub(crate) engine: String,
    /// The seed that decides among equals.
    pub(crate) seed: u64,
    /// The programme's name.
    pub(crate) programme: String,
    /// Whether every level is proved.
    pub(crate) status: Status,
    /// What was read.
    pub(crate) inputs: Vec<InputFile>,
    /// What was written.
    pub(crate) outputs: Vec<OutputFile>,
}

/// One file read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct InputFile {
    /// What it is: programme, mentors, mentees, relationships, decisions, terms, scores.
    pub(crate) role: String,
    /// Name as the user gave it.
    pub(crate) name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub(crate) sha256: String,
    /// Its length.
    pub(crate) bytes: u64,
}

/// One file written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct OutputFile {
    /// Its name in the folder.
    pub(crate) name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub(crate) sha256: String,
    /// Its length.
    pub(crate) bytes: u64,
}

impl Manifest {
    /// The manifest of an outcome and of the files it is written to.
    pub(crate) fn new(outcome: &Outcome, sources: &[Source], outputs: Vec<OutputFile>) -> Self {
        let inputs = sources.iter().map(|source| InputFile {
            role: crate::backend::role(source.role).to_owned(),
            name: source.name.clone(),
            sha256: source.sha256.clone(),
            bytes: source.bytes,
        });
        Self {
            format: MANIFEST_FORMAT.to_owned(),
            engine: outcome.engine.clone(),
            seed: outcome.programme.seed,
            programme: outcome.programme.name.clone(),
            status: outcome.status,
            inputs: inputs.collect(),
            outputs,
        }
    }
}

/// SHA-256 of what is added piece by piece.
#[derive(Debug, Default)]
pub(crate) struct Digest(Sha256);

impl Digest {
    pub(crate) fn add(&mut self, bytes: &[u8]) {
        sha2::Digest::update(&mut self.0, bytes);
    }

    pub(crate) fn hexadecimal(self) -> String {
        sha2::Digest::finalize(self.0).iter().fold(String::with_capacity(64), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

/// SHA-256 in hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    let mut digest = Digest::default();
    digest.add(bytes);
    digest.hexadecimal()
}

#[cfg(test)]
mod tests {
    #[test]
    fn hashes_are_those_that_sha256sum_prints() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(super::sha256(b""), empty);
    }
}
