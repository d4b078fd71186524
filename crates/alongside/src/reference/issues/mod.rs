//! What the reference says of issue codes beyond their meaning.

mod document;
mod files;
mod law;
mod pairs;
mod people;
mod terms;
mod wishes;

use super::page::Text;
use super::{Entry, Example, plain};
use crate::issue::{IssueCode, Severity};

/// What is known of one code.
#[derive(Debug, Clone, Copy)]
struct Note {
    code: IssueCode,
    /// How it comes about in practice.
    comes: &'static str,
    /// How to mend it.
    mend: &'static str,
    /// What raises it.
    example: Example,
}

/// An entry for every code.
pub(super) fn entries() -> impl Iterator<Item = Entry> {
    IssueCode::ALL.iter().map(|code| entry(*code))
}

fn entry(code: IssueCode) -> Entry {
    let mut text = Text::default();
    let severity = match code.severity() {
        Severity::Error => "An error: nothing is matched until it is mended.",
        Severity::Warning => "A warning: the run goes on.",
    };
    text.paragraph(&format!("{} {severity}", plain(code.meaning())));
    let lists = [document::NOTES, files::NOTES, people::NOTES, wishes::NOTES, law::NOTES, terms::NOTES, pairs::NOTES];
    let note = lists.into_iter().flatten().find(|note| note.code == code);
    if let Some(note) = note {
        text.labelled("How it comes about", note.comes);
        text.labelled("How to mend it", note.mend);
        text.labelled("Example", note.example.lead());
        note.example.show(&mut text);
    }
    Entry { kind: "issue", name: code.name().to_owned(), text: text.finish(), example: note.map(|note| note.example) }
}
