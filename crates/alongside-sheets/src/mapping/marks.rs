//! Cells that are marked or not.

use super::fold::{fold, fold_into};
use alongside::input::MarksConfig;
use std::collections::BTreeSet;

/// What is a mark where the programme does not say; as the reference of the programme file lists them.
const MARKED: &[&str] =
    &["1", "x", "yes", "y", "true", "tick", "ticked", "checked", "\u{2713}", "\u{2714}", "\u{2611}"];

/// What is none.
const UNMARKED: &[&str] = &["0", "no", "n", "false", "\u{2610}"];

/// What to do about a cell that is neither.
pub(crate) const REMEDY: &str = "mend the cell, or list it under `marks` or `unmarked`";

/// The marks of one sheet's columns.
#[derive(Debug)]
pub(crate) struct Marks {
    marked: BTreeSet<String>,
    unmarked: BTreeSet<String>,
}

impl Marks {
    /// What is declared on one side is not taken for the other, whatever is usual.
    pub(crate) fn of(config: &MarksConfig) -> Self {
        let words = |declared: &Option<Vec<String>>, usual: &[&str]| -> BTreeSet<String> {
            match declared {
                Some(words) => words.iter().map(|word| fold(word)).collect(),
                None => usual.iter().map(|word| fold(word)).collect(),
            }
        };
        let (mut marked, mut unmarked) = (words(&config.marks, MARKED), words(&config.unmarked, UNMARKED));
        if config.marks.is_some() {
            unmarked.retain(|word| !marked.contains(word));
        } else {
            marked.retain(|word| !unmarked.contains(word));
        }
        Self { marked, unmarked }
    }

    /// Whether the cell is marked; none when it is neither marked nor not. A blank is not marked.
    pub(crate) fn read(&self, cell: &str, buffer: &mut String) -> Option<bool> {
        fold_into(cell, buffer);
        // U+FE0F asks for a coloured picture of the sign before it.
        let word = buffer.trim_end_matches('\u{fe0f}');
        if self.marked.contains(word) {
            Some(true)
        } else if word.is_empty() || self.unmarked.contains(word) {
            Some(false)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(marks: &Marks, cell: &str) -> Option<bool> {
        marks.read(cell, &mut String::new())
    }

    #[test]
    fn nothing_but_a_mark_is_one() {
        let usual = Marks::of(&MarksConfig::default());
        for (cell, marked) in [("1", true), (" X ", true), ("\u{2714}\u{fe0f}", true), ("FALSE", false), (" ", false)] {
            assert_eq!(read(&usual, cell), Some(marked), "{cell}");
        }
        for cell in ["2", "1.0", "maybe", "-", "\u{2717}", "xx"] {
            assert_eq!(read(&usual, cell), None, "{cell}");
        }
    }

    #[test]
    fn declared_marks_stand_in_for_the_usual_ones() {
        let words = |words: &[&str]| Some(words.iter().map(|word| (*word).to_owned()).collect());
        let marks = Marks::of(&MarksConfig { marks: words(&["Ja", "0"]), unmarked: None });
        assert_eq!([read(&marks, "JA"), read(&marks, "0"), read(&marks, "no")], [Some(true), Some(true), Some(false)]);
        assert_eq!(read(&marks, "yes"), None);
        let marks = Marks::of(&MarksConfig { marks: None, unmarked: words(&["x"]) });
        assert_eq!([read(&marks, "x"), read(&marks, "1"), read(&marks, "0")], [Some(false), Some(true), None]);
    }
}
