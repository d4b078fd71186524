//! What the command's exit codes say.

use super::Entry;
use super::page::Text;

/// Each code with its meaning and what a script can rely on.
const EXITS: [(u8, &str, &str); 7] = [
    (
        0,
        "Done. People may still be waiting.",
        "What was asked for is on standard output or in the folder named. Whether everybody was served is a matter of \
            the outcome, not of the command: read `totals`.",
    ),
    (
        1,
        "It could not run: a file could not be read or written, a declared limit, or an internal error.",
        "Nothing was written. Standard error says what was tried and why it failed.",
    ),
    (
        2,
        "The command line asks for something that is not there: an option, a person, an entry of the reference, \
         a programme that lies near.",
        "Nothing was read or written. Standard error names what is close to it.",
    ),
    (
        3,
        "The input is wrong.",
        "Nothing was matched. Every problem is told at once, as data with `--format json`; each has a code that \
            `alongside describe` explains.",
    ),
    (
        4,
        "The audit found something wrong in an outcome.",
        "The findings are on standard output. Nobody should be told of a match before they are understood.",
    ),
    (
        5,
        "Stopped at a declared limit. The best matching found is written, with its bounds.",
        "As many people of each tier are served as can be. The pairs may be less good than they could be; `levels` says \
            by how much at most.",
    ),
    (130, "Interrupted. Nothing is half written.", "What was there before is still there. Run the command again."),
];

/// An entry for every code, named `exit-0` and so on.
pub(super) fn entries() -> impl Iterator<Item = Entry> {
    EXITS.iter().map(|(code, meaning, rely)| {
        let mut text = Text::default();
        text.paragraph(meaning);
        text.paragraph(rely);
        Entry { kind: "exit", name: format!("exit-{code}"), text: text.finish(), example: None }
    })
}
