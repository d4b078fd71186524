//! Stands in for parts of the workspace that are not here yet.
use super::*;
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Role {
    Programme,
    Mentors,
    Mentees,
}
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Source {
    pub role: Role,
    pub name: String,
    pub sha256: String,
    pub bytes: u64,
}
impl Source {
    pub(crate) fn of(role: Role, name: &str, bytes: &[u8]) -> Self {
        Self { role, name: name.to_owned(), sha256: crate::manifest::sha256(bytes), bytes: bytes.len() as u64 }
    }
}
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct SheetSummary {
    pub side: Side,
    pub file: String,
    pub readable: bool,
    pub rows: usize,
    pub blank_rows: usize,
    pub refused_rows: usize,
    pub used: Vec<String>,
    pub unused: Vec<String>,
}
#[derive(Debug)]
pub(crate) struct Loaded {
    pub programme: Programme,
    pub warnings: Issues,
    pub sources: Vec<Source>,
    pub sheets: Vec<SheetSummary>,
}
#[derive(Debug)]
pub(crate) struct Failure {
    pub issues: Issues,
}
#[derive(Debug, Default)]
pub(crate) struct Overrides {
    pub mentors: Option<PathBuf>,
    pub mentees: Option<PathBuf>,
}
pub(crate) fn read_programme(path: &Path, over: &Overrides) -> Result<Loaded, Failure> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let document = Document::parse(&text, Notation::Toml, path.to_str()).map_err(|issues| Failure { issues })?;
    load(&document, Path::new("."), over, Vec::new())
}
pub(crate) fn load(document: &Document, _: &Path, _: &Overrides, sources: Vec<Source>) -> Result<Loaded, Failure> {
    let built = input::build(document, Vec::new()).map_err(|issues| Failure { issues })?;
    Ok(Loaded { programme: built.programme, warnings: built.warnings, sources, sheets: Vec::new() })
}
pub(crate) fn write_proposals(_: &Outcome, w: &mut impl io::Write) -> io::Result<()> {
    w.write_all(b"mentee,mentor\n")
}
pub(crate) fn write_unmatched(_: &Outcome, w: &mut impl io::Write) -> io::Result<()> {
    w.write_all(b"mentee\n")
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) enum FindingCode {
    NotEligible,
}
impl fmt::Display for FindingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not-eligible")
    }
}
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Finding {
    pub code: FindingCode,
    pub mentee: Option<PersonId>,
    pub mentor: Option<PersonId>,
    pub about: Option<String>,
    pub message: String,
}
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Proof {
    #[default]
    NotAsked,
    EveryLevel,
    ServedLevels,
    Refuted,
    Unfinished,
}
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Checked {
    pub pairs: usize,
    pub rules: usize,
    pub candidates: usize,
    pub proposals: usize,
    pub contributions: usize,
    pub wishes: usize,
    pub alternatives: usize,
    pub waiting: usize,
    pub idle: usize,
    pub reasons: usize,
    pub levels: usize,
    pub questions: usize,
    pub answers: usize,
    pub proof: Proof,
    pub proof_steps: u64,
}
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Audit {
    pub findings: Vec<Finding>,
    pub checked: Checked,
}
pub(crate) fn audit(_: &Programme, _: &Outcome) -> Audit {
    Audit { findings: Vec::new(), checked: Checked::default() }
}
