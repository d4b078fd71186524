//! Both sides together, and what is proposed for each column.

use super::draft;
use super::evidence::Category;
use super::interview::Answers;
use super::judge::is_sensitive;
use super::meaning::Meaning;
use super::reading::Reading;
use super::survey::Survey;
use alongside::domain::{Side, Support};
use serde::Serialize;

/// What was recognised in the sheets of a programme.
#[derive(Debug, Clone)]
pub struct Proposal {
    pub(super) mentors: Option<Reading>,
    pub(super) mentees: Option<Reading>,
    /// Whether both sides stand in one sheet, told apart by a column.
    pub(super) one_sheet: bool,
}

/// What is proposed for one column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ColumnProposal {
    /// Whose sheet it is.
    pub side: Side,
    /// Its header; neighbouring columns of ticked boxes are told as one, `First ... Last`.
    pub column: String,
    /// The field or attribute it becomes, or what it looks like; none where it was not recognised.
    pub proposed: Option<String>,
    /// Whether the draft reads it.
    pub read: bool,
    /// `certain`, `likely` or `guess`.
    pub sure: &'static str,
    /// Why, in words that tell nobody's answer.
    pub why: String,
}

impl Proposal {
    /// Brings two sheets together; either may be missing.
    pub fn new(mentors: Option<Survey>, mentees: Option<Survey>) -> Self {
        Self { mentors: mentors.map(Reading::of), mentees: mentees.map(Reading::of), one_sheet: false }
    }

    /// Proposes for a single sheet: of both sides where a column tells which one a row belongs to, otherwise of the
    /// side that its name and headers speak of.
    pub fn of_one(sheet: Survey) -> Self {
        let reading = Reading::of(sheet);
        if reading.role(Side::Mentor).is_some() && reading.role(Side::Mentee).is_some() {
            return Self { mentors: Some(reading.clone()), mentees: Some(reading), one_sheet: true };
        }
        let speaks_of = |words: &[&str]| {
            let headers = reading.survey.columns.iter().map(|column| column.header.to_lowercase());
            let told: usize = headers.filter(|header| words.iter().any(|word| header.contains(word))).count();
            let file = reading.survey.file.to_lowercase();
            told + 3 * words.iter().filter(|word| file.contains(**word)).count()
        };
        let mentees = speaks_of(&["mentee", "befriendee", "referr", "waiting", "student", "client", "goal"]);
        let mentors = speaks_of(&["mentors", "befrienders", "volunteer", "dbs", "capacity", "max mentees", "training"]);
        let (mentors, mentees) = if mentees > mentors { (None, Some(reading)) } else { (Some(reading), None) };
        Self { mentors, mentees, one_sheet: false }
    }

    /// The sheet of a side.
    pub(super) const fn side(&self, side: Side) -> Option<&Reading> {
        match side {
            Side::Mentor => self.mentors.as_ref(),
            Side::Mentee => self.mentees.as_ref(),
        }
    }

    /// The sides that have a sheet.
    pub(super) fn sides(&self) -> impl Iterator<Item = (Side, &Reading)> {
        [Side::Mentor, Side::Mentee].into_iter().filter_map(|side| self.side(side).map(|reading| (side, reading)))
    }

    /// What a column or run is proposed to be, in the order of the sheets.
    pub fn columns(&self, answers: &Answers) -> Vec<ColumnProposal> {
        let mut told = Vec::new();
        for (side, reading) in self.sides() {
            let fields = draft::fields(self, side, answers);
            for (index, judged) in reading.judged.iter().enumerate() {
                let run = reading.runs.iter().find(|run| run.holds(index));
                if run.is_some_and(|run| run.first != index) {
                    continue;
                }
                let line = fields.iter().find(|line| line.columns.contains(&index));
                let column = match run {
                    Some(run) => {
                        format!("{} ... {}", reading.survey.header(run.first), reading.survey.header(run.last))
                    }
                    None => reading.survey.header(index).to_owned(),
                };
                let role = self.one_sheet && judged.meaning == Some(Meaning::Role);
                let read = line.is_some_and(|line| line.read) || role || draft::in_table(reading, side, index);
                let proposed = match (line, judged.meaning) {
                    (Some(line), _) => Some(line.field.clone()),
                    (None, Some(meaning)) => Some(looks_like(meaning)),
                    (None, None) => None,
                };
                let why = line.map_or(&judged.why, |line| &line.why).clone();
                let sure = line.map_or(judged.sure, |line| line.sure).name();
                told.push(ColumnProposal { side, column, proposed, read, sure, why });
            }
        }
        told
    }

    /// The programme file: TOML, in the order in which a person reads it, each choice with its reason. Ends in a line
    /// feed; the same sheets and answers give the same text.
    pub fn draft(&self, answers: &Answers) -> String {
        draft::draft(self, answers)
    }

    /// Mentoring or befriending, whichever the headers speak of.
    pub(super) fn support(&self) -> (Support, &'static str) {
        let befriending = self.sides().any(|(_, reading)| {
            let headers = reading.survey.columns.iter().map(|column| column.header.to_lowercase());
            let named = std::iter::once(reading.survey.file.to_lowercase()).chain(headers);
            named.into_iter().any(|text| text.contains("befriend"))
        });
        if befriending {
            (Support::Befriending, "the sheets speak of befriending")
        } else {
            (Support::Mentoring, "the sheets do not speak of befriending")
        }
    }

    /// Columns that may tell what the law protects, each with what it may tell.
    pub(super) fn sensitive(&self) -> Vec<(Side, usize, Option<Category>)> {
        let mut found = Vec::new();
        for (side, reading) in self.sides() {
            for (index, judged) in reading.judged.iter().enumerate() {
                match judged.meaning {
                    Some(Meaning::Sensitive(category)) => found.push((side, index, Some(category))),
                    Some(Meaning::Field(field)) if is_sensitive(field) => found.push((side, index, None)),
                    Some(Meaning::Monitoring) => found.push((side, index, None)),
                    _ => {}
                }
            }
        }
        found
    }
}

/// What a column looks like that becomes no field.
fn looks_like(meaning: Meaning) -> String {
    match meaning {
        Meaning::Field(field) => field.to_owned(),
        Meaning::NamePart(_) => "name".to_owned(),
        Meaning::Contact => "contact details".to_owned(),
        Meaning::Moment => "when a form was sent".to_owned(),
        Meaning::Role => "role".to_owned(),
        Meaning::BothRoles => "whether somebody is on both sides".to_owned(),
        Meaning::Issued(held) | Meaning::Expires(held) if held.training => "training".to_owned(),
        Meaning::Issued(_) | Meaning::Expires(_) => "checks".to_owned(),
        Meaning::Attribute(hint) => hint.name.to_owned(),
        Meaning::Wish(attribute) => format!("a wish on {attribute}"),
        Meaning::Monitoring => "monitoring".to_owned(),
        Meaning::Sensitive(category) => format!("sensitive: {}", category.called()),
        Meaning::Consent => "consent".to_owned(),
        Meaning::Score => "a ranking or score".to_owned(),
        Meaning::Status => "status".to_owned(),
        Meaning::Notes => "free text".to_owned(),
    }
}
