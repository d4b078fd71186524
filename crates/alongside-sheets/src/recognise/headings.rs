//! From the words of a header to what the column may be.

use super::dictionary::entries;
use super::evidence::plain;
use super::meaning::Meaning;

/// What a header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) meaning: Meaning,
    /// The phrase that was found.
    pub(super) phrase: &'static str,
    /// Whether the header is that phrase and nothing else.
    pub(super) whole: bool,
    /// Whether the header is a long question, in which a word or two may mean something else.
    pub(super) question: bool,
}

/// Words from which on a header counts as a question.
const QUESTION_WORDS: usize = 6;

/// What the header says, if it says anything known: the longest phrase found in it.
pub(super) fn read(header: &str) -> Option<Said> {
    let plain = plain(header);
    let words: Vec<&str> = plain.split(' ').filter(|word| !word.is_empty()).collect();
    let mut best: Option<(usize, Said)> = None;
    for (meaning, phrases) in entries() {
        for phrase in *phrases {
            let parts: Vec<&str> = phrase.split(' ').collect();
            let whole = parts.len() == words.len() && holds(&words, &parts);
            if !whole && !holds(&words, &parts) {
                continue;
            }
            // Whole headers first, then phrases of more words, then of more letters.
            let weight = usize::from(whole) * 10_000 + parts.len() * 100 + phrase.chars().count().min(99);
            if best.is_none_or(|(most, _)| weight > most) {
                let question = words.len() >= QUESTION_WORDS || header.trim_end().ends_with('?');
                best = Some((weight, Said { meaning: *meaning, phrase, whole, question }));
            }
        }
    }
    best.map(|(_, said)| said)
}

fn holds(words: &[&str], parts: &[&str]) -> bool {
    words.windows(parts.len()).any(|window| {
        window.iter().zip(parts).all(|(word, part)| match part.strip_suffix('*') {
            Some(stem) => word.starts_with(stem),
            None => word == part,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Meaning::{Attribute, Contact, Field, Notes, Wish};

    #[test]
    fn headers_of_many_tongues_are_known() {
        for (header, field) in [
            ("Date of Birth", "birth_date"),
            ("Geburtsdatum", "birth_date"),
            ("Date de naissance", "birth_date"),
            ("Data urodzenia", "birth_date"),
            ("Дата народження", "birth_date"),
            ("تاريخ الميلاد", "birth_date"),
            ("تاریخ پیدائش", "birth_date"),
            ("Dyddiad geni", "birth_date"),
            ("Fecha de nacimiento", "birth_date"),
            ("Hobbies & interests", "interests"),
            ("PRE\u{301}FE\u{301}RENCES : loisirs", "interests"),
            ("max_mentees", "capacity"),
            ("What are your hobbies?", "interests"),
        ] {
            assert_eq!(read(header).map(|said| said.meaning), Some(Field(field)), "{header}");
        }
    }

    #[test]
    fn the_longest_phrase_wins() {
        assert_eq!(read("Preferred gender of mentor").unwrap().meaning, Wish("gender"));
        assert_eq!(read("email address").unwrap().meaning, Contact);
        assert!(
            matches!(read("Grade school attended").unwrap().meaning, Attribute(hint) if hint.name == "organisation")
        );
        assert_eq!(read("Your job title or role").unwrap().meaning, Notes);
        assert_eq!(read("xyzzy"), None);
        let said = read("Would the student mind having a mentor of a different gender?").unwrap();
        assert_eq!((said.meaning, said.whole, said.question), (Wish("gender"), false, true));
    }
}
