//! What becomes of the text of a cell.

use super::at::{At, Tally};
use super::duration::Durations;
use super::fold::{Translations, fold, fold_into};
use crate::report::Report;
use alongside::input::{Node, Reading, TextConfig, Value};
use alongside::issue::{IssueCode, Place};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What says yes and no where the programme does not say.
const YES: &[&str] = &["yes", "y", "true", "1"];
const NO: &[&str] = &["no", "n", "false", "0"];

/// What a text becomes, in the order of the fields.
#[derive(Debug, Default)]
pub(crate) struct Shape {
    pub(crate) separators: Vec<String>,
    before: Option<String>,
    trim: Vec<char>,
    ignore: BTreeSet<String>,
    drop_time: bool,
    values: Translations,
    last: Last,
    /// Whether the engine will split the text at `;`, so that all of this holds for each item.
    list: bool,
    /// Cells whose time of day was dropped.
    pub(crate) dropped: Tally,
    /// Cells of a list that may hold several items and were taken as one.
    pub(crate) unsplit: Tally,
}

/// What is made of it in the end.
#[derive(Debug, Default)]
enum Last {
    #[default]
    Text,
    YesNo {
        yes: BTreeSet<String>,
        no: BTreeSet<String>,
    },
    Duration(Durations),
}

/// Where a text stands, for what is said of it.
#[derive(Debug)]
pub(crate) struct Spot<'s> {
    pub(crate) field: &'s Arc<str>,
    pub(crate) columns: &'s [usize],
}

impl Shape {
    pub(crate) fn of(config: &TextConfig, list: bool, place: &Place, report: &mut Report) -> Self {
        let set = |words: &[String]| words.iter().map(|word| fold(word)).collect();
        let words = |declared: &Option<Vec<String>>, usual: &[&str]| match declared {
            Some(words) => set(words),
            None => usual.iter().map(|word| (*word).to_owned()).collect(),
        };
        let last = match &config.reading {
            Reading::Text => Last::Text,
            Reading::YesNo { yes, no } => Last::YesNo { yes: words(yes, YES), no: words(no, NO) },
            Reading::Duration(duration) => Last::Duration(Durations::of(duration)),
        };
        if let Last::YesNo { yes, no } = &last
            && yes.intersection(no).next().is_some()
        {
            let message = "one word says both yes and no";
            let remedy = "list it under `yes` or under `no`, and the other words with it";
            report.push(IssueCode::BadSetting, place.clone(), message, remedy);
        }
        Self {
            separators: config.separators.clone(),
            before: config.before.clone(),
            trim: config.trim.chars().collect(),
            ignore: set(&config.ignore),
            drop_time: config.drop_time,
            values: Translations::new(&config.values, place, report),
            last,
            list,
            ..Self::default()
        }
    }

    /// Translations alone, and separators.
    pub(crate) fn plain(separators: &[String], values: Translations) -> Self {
        Self { separators: separators.to_vec(), values, ..Self::default() }
    }

    /// A list field that is taken as it stands.
    pub(crate) fn as_it_stands(list: bool) -> Self {
        Self { list, ..Self::default() }
    }

    /// The value that a text becomes; none when it is blank, becomes so, or cannot be read, which is told.
    pub(crate) fn node(&self, text: &str, spot: &Spot<'_>, at: &mut At<'_>) -> Option<Node> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        if !self.separators.is_empty() {
            let items: Vec<Node> =
                self.split(text).filter_map(|item| self.item(item, spot, at)).map(Node::text).collect();
            return (!items.is_empty()).then(|| Node::new(Value::List(items)));
        }
        if self.list && text.contains([';', '\n']) && !self.translates_whole(text, at) {
            if self.is_plain() {
                return Some(Node::text(text));
            }
            let items = text.split([';', '\n']).filter_map(|item| self.item(item, spot, at));
            let items: Vec<Node> = items.map(Node::text).collect();
            return (!items.is_empty()).then(|| Node::new(Value::List(items)));
        }
        let read = self.item(text, spot, at)?;
        if self.list && read.contains([',', '|']) && matches!(read, Cow::Borrowed(_)) {
            self.unsplit.add(at.row);
        }
        Some(Node::text(read))
    }

    /// The items between the separators; a longer separator goes before a shorter one at the same place.
    fn split<'t>(&'t self, text: &'t str) -> impl Iterator<Item = &'t str> {
        let mut rest = Some(text);
        std::iter::from_fn(move || {
            let now = rest?;
            let found = self.separators.iter().filter_map(|separator| Some((now.find(separator.as_str())?, separator)));
            match found.min_by_key(|(at, separator)| (*at, std::cmp::Reverse(separator.len()))) {
                Some((at, separator)) => {
                    rest = now.get(at + separator.len()..);
                    now.get(..at)
                }
                None => rest.take(),
            }
        })
    }

    /// Whether nothing is done to a text but what the engine does itself.
    fn is_plain(&self) -> bool {
        let cut = self.before.is_some() || !self.trim.is_empty() || self.drop_time;
        !cut && self.ignore.is_empty() && self.values.is_empty() && matches!(self.last, Last::Text)
    }

    fn translates_whole(&self, text: &str, at: &mut At<'_>) -> bool {
        self.values.get(text, at.buffer).is_some()
    }

    /// One item, or a whole cell; none when it is blank, becomes so, or cannot be read.
    fn item<'t>(&'t self, text: &'t str, spot: &Spot<'_>, at: &mut At<'_>) -> Option<Cow<'t, str>> {
        let cut = self.before.as_deref().and_then(|before| text.split_once(before)).map_or(text, |(kept, _)| kept);
        let text = cut.trim_matches(|c: char| c.is_whitespace() || self.trim.contains(&c));
        if text.is_empty() {
            return None;
        }
        if !self.ignore.is_empty() {
            fold_into(text, at.buffer);
            if self.ignore.contains(at.buffer.as_str()) {
                return None;
            }
        }
        // What is translated is not one cell taken as one item by mistake: it counts as changed.
        let text: Cow<'_, str> = match self.values.get(text, at.buffer) {
            Some("") => return None,
            Some(translated) => Cow::Owned(translated.to_owned()),
            None => Cow::Borrowed(text),
        };
        let day = if self.drop_time { day_of(&text) } else { None };
        let text = match day {
            Some(day) => {
                self.dropped.add(at.row);
                Cow::Owned(day.to_owned())
            }
            None => text,
        };
        match &self.last {
            Last::Text => Some(text),
            Last::YesNo { yes, no } => {
                fold_into(&text, at.buffer);
                let (yes, no) = (yes.contains(at.buffer.as_str()), no.contains(at.buffer.as_str()));
                match (yes, no) {
                    (true, false) => Some("yes".into()),
                    (false, true) => Some("no".into()),
                    _ => {
                        let remedy = "list its word under `yes` or `no`, or translate it under `values`";
                        at.unreadable(spot.columns, spot.field, "the cell says neither yes nor no", remedy);
                        None
                    }
                }
            }
            Last::Duration(durations) => match durations.read(&text) {
                Ok(number) => Some(number.into()),
                Err(unread) => {
                    let (message, remedy) = unread.told();
                    at.unreadable(spot.columns, spot.field, message, remedy);
                    None
                }
            },
        }
    }
}

/// The date before a time of day, as in `5/1/2019 1:00:27` or `2019-05-01T01:00`; none where there is no such time.
pub(crate) fn day_of(text: &str) -> Option<&str> {
    let (day, time) = text.split_once(|c: char| c.is_whitespace() || c == 'T')?;
    let number = |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let date = day.split(['-', '/', '.']).count() == 3 && day.split(['-', '/', '.']).all(number);
    let clock = time.trim().split(char::is_whitespace).next().unwrap_or_default();
    let clock = clock.split(['.', 'Z', '+']).next().unwrap_or_default();
    let clock = clock.trim_end_matches(['a', 'A', 'p', 'P', 'm', 'M']);
    let parts: Vec<&str> = clock.split(':').collect();
    let time = (2..=3).contains(&parts.len()) && parts.iter().all(|part| part.len() <= 2 && number(part));
    (date && time).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::day_of;

    #[test]
    fn only_a_time_of_day_is_dropped() {
        for (text, day) in [
            ("5/1/2019 1:00:27", "5/1/2019"),
            ("2019-05-01T01:00:00Z", "2019-05-01"),
            ("01.05.2019 13:05", "01.05.2019"),
            ("2019/05/01 1:00:27 PM GMT+1", "2019/05/01"),
            ("5/1/2019 1:00pm", "5/1/2019"),
        ] {
            assert_eq!(day_of(text), Some(day), "{text}");
        }
        for text in ["5/1/2019", "5/1/2019 or so", "5/1/2019 6/1/2019", "Mon 1:00", "5/1/2019 100", "1:00 5/1/2019"] {
            assert_eq!(day_of(text), None, "{text}");
        }
    }
}
