//! From header and cells of one column to what it is taken for, how surely, and why.

use super::evidence::Kind;
use super::facts::Facts;
use super::headings::{self, Said};
use super::meaning::Meaning;
use super::survey::Column;
use alongside::domain::{STANDARD_ATTRIBUTES, Sensitivity};

/// How sure a reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// The header and the cells say so.
    Certain,
    /// One of the two says so, and the other does not speak against it.
    Likely,
    /// It could be; nothing is read before somebody has looked.
    Guess,
}

impl Sure {
    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Likely => "likely",
            Self::Guess => "guess",
        }
    }
}

/// What one column is taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Judged {
    pub(super) meaning: Option<Meaning>,
    pub(super) sure: Sure,
    /// Why, in words that tell nobody's answer.
    pub(super) why: String,
}

/// Judges one column that is no part of a run. Time linear in the dictionary.
pub(super) fn judge(column: &Column) -> Judged {
    let (facts, said) = (&column.facts, headings::read(&column.header));
    let told = |meaning, sure, why: String| Judged { meaning, sure, why };
    if let Some(category) = facts.sensitive().first().filter(|_| !keeps_its_meaning(said)) {
        let count = facts.categories.get(category).copied().unwrap_or(0);
        let why = format!("{} of {} cells hold words about {}", count, facts.filled, category.called());
        return told(Some(Meaning::Sensitive(*category)), Sure::Likely, why);
    }
    let is_id = said.is_some_and(|said| said.meaning == Meaning::Field("id"));
    if facts.counts_up() && !is_id {
        let why = format!("the numbers 1 to {}, each once: it looks like a ranking or a score of people", facts.filled);
        return told(Some(Meaning::Score), Sure::Likely, why);
    }
    match said {
        Some(said) => by_header(said, facts),
        None => by_cells(facts),
    }
}

/// Whether telling words among the cells change nothing about what the header says.
fn keeps_its_meaning(said: Option<Said>) -> bool {
    said.is_some_and(|said| match said.meaning {
        Meaning::Field(field) => is_sensitive(field) || matches!(field, "gender" | "languages" | "id" | "name"),
        Meaning::NamePart(_) | Meaning::Contact | Meaning::Monitoring => said.whole,
        _ => false,
    })
}

/// Whether the standard field needs a basis.
pub(super) fn is_sensitive(field: &str) -> bool {
    STANDARD_ATTRIBUTES.iter().any(|one| one.name == field && one.sensitivity != Sensitivity::Ordinary)
}

fn by_header(said: Said, facts: &Facts) -> Judged {
    let Said { meaning, phrase, whole, question } = said;
    let stray = !whole && question && !phrase.contains(' ');
    let phrase = phrase.replace('*', "...");
    let header = if whole { format!("the header is `{phrase}`") } else { format!("the header holds `{phrase}`") };
    let sure = match (whole, stray) {
        (true, _) => Sure::Certain,
        (_, true) => Sure::Guess,
        _ => Sure::Likely,
    };
    let told = |meaning, sure, why: String| Judged { meaning, sure, why };
    let expected = meaning.expected();
    if facts.filled == 0 {
        return told(
            Some(meaning),
            sure.max(Sure::Likely),
            format!("{header}; no cell is filled, so nothing confirms it"),
        );
    }
    let Some(best) = expected.iter().max_by_key(|kind| facts.count(**kind)) else {
        return told(Some(meaning), sure, header);
    };
    let seen = format!("{} of {} cells look like {}", facts.count(*best), facts.filled, best.called());
    if facts.mostly(*best) {
        return told(Some(meaning), sure, format!("{header}; {seen}"));
    }
    let few = format!("{header}, but only {seen}");
    if meaning.needs_its_kind() || (meaning == Meaning::Field("availability") && free_words(facts).is_none()) {
        return told(None, Sure::Guess, few);
    }
    told(Some(meaning), sure.max(Sure::Likely), few)
}

fn by_cells(facts: &Facts) -> Judged {
    let says_nothing = "the header is not known";
    let told = |meaning, sure, why: String| Judged { meaning, sure, why };
    if facts.filled == 0 {
        return told(None, Sure::Guess, format!("{says_nothing}, and no cell is filled"));
    }
    let looks = [
        (Kind::Email, Meaning::Contact, Sure::Likely),
        (Kind::Phone, Meaning::Contact, Sure::Likely),
        (Kind::Link, Meaning::Contact, Sure::Likely),
        (Kind::Moment, Meaning::Moment, Sure::Likely),
        (Kind::Week, Meaning::Field("availability"), Sure::Likely),
        (Kind::Delivery, Meaning::Field("delivery_methods"), Sure::Likely),
        (Kind::Role, Meaning::Role, Sure::Likely),
        (Kind::Postcode, Meaning::Field("place"), Sure::Guess),
        (Kind::Prose, Meaning::Notes, Sure::Likely),
    ];
    for (kind, meaning, sure) in looks {
        if facts.mostly(kind) {
            let why = format!("{} of {} cells look like {}", facts.count(kind), facts.filled, kind.called());
            return told(Some(meaning), sure, format!("{says_nothing}; {why}"));
        }
    }
    let what = [Kind::Date, Kind::YesNo, Kind::Duration, Kind::Number, Kind::Gender].into_iter();
    let what = what.filter(|kind| facts.mostly(*kind)).map(Kind::called).next();
    let why = match (what, facts.is_list(), facts.closed()) {
        (Some(what), _, _) => format!("each cell looks like {what}, but the header does not say of what"),
        (None, true, _) => format!("{says_nothing}; the cells are lists"),
        (None, _, Some(words)) => format!("{says_nothing}; the cells use {} words again and again", words.len()),
        _ => says_nothing.to_owned(),
    };
    told(None, Sure::Guess, why)
}

/// Words for free times that are clear enough to be written in the engine's way.
const FREE_WORDS: &[(&str, &str)] = &[
    ("weekdays", "weekdays all day"),
    ("weekends", "weekends all day"),
    ("mornings", "daily am"),
    ("afternoons", "daily pm"),
    ("evenings", "daily evening"),
    ("weekday mornings", "weekdays am"),
    ("weekday afternoons", "weekdays pm"),
    ("weekday evenings", "weekdays evening"),
    ("any time", "daily all day"),
    ("anytime", "daily all day"),
    ("flexible", "daily all day"),
];

/// Every word of the column, each with the times that it is taken for; none when one of them is not known.
pub(super) fn free_words(facts: &Facts) -> Option<Vec<(String, &'static str)>> {
    let words = facts.closed()?;
    let known = |word: &str| {
        let plain = super::evidence::plain(word);
        FREE_WORDS.iter().find(|(known, _)| *known == plain).map(|(_, times)| *times)
    };
    words.into_iter().map(|(word, _)| Some((word.to_owned(), known(word)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::evidence::Category;
    use super::*;

    fn judged(header: &str, cells: &[&str]) -> Judged {
        let mut facts = Facts::new();
        for cell in cells {
            facts.add(cell);
        }
        judge(&Column { header: header.to_owned(), facts })
    }

    #[test]
    fn header_and_cells_together_are_certain() {
        let one = judged("Date of birth", &["31/01/1950", "4/7/1961"]);
        assert_eq!((one.meaning, one.sure), (Some(Meaning::Field("birth_date")), Sure::Certain));
        assert!(one.why.contains("2 of 2 cells look like a date"), "{}", one.why);
    }

    #[test]
    fn cells_that_contradict_the_header_win_where_the_engine_needs_their_kind() {
        let one = judged("Age", &["adult", "retired", "48"]);
        assert_eq!((one.meaning, one.sure), (None, Sure::Guess));
        assert!(one.why.contains("only 1 of 3"), "{}", one.why);
    }

    #[test]
    fn a_ranking_of_people_is_pointed_out() {
        let one = judged("Suitability", &["2", "1", "3", "4"]);
        assert_eq!(one.meaning, Some(Meaning::Score));
        let id = judged("No.", &["1", "2", "3"]);
        assert_eq!(id.meaning, Some(Meaning::Field("id")));
    }

    #[test]
    fn telling_words_flag_a_column_whatever_its_header() {
        let one = judged("Anything you want us to know", &["I use a wheelchair", "", "living with dementia"]);
        assert_eq!(one.meaning, Some(Meaning::Sensitive(Category::Health)));
        assert!(!one.why.contains("wheelchair"));
        let own = judged("Ethnicity", &["White British", "Black British"]);
        assert_eq!(own.meaning, Some(Meaning::Field("ethnicity")));
    }

    #[test]
    fn a_word_in_a_long_question_is_only_a_guess() {
        let one = judged("How would you describe the area where your grandparents lived?", &["green", "flat"]);
        assert_eq!(one.sure, Sure::Guess);
    }
}
