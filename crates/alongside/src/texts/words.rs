//! How a text writes what it tells: labels, days, and letters that steer nothing.

use crate::domain::{AttributeKey, Date};

/// Labels of standard attributes of which the name is no plain word.
const LABELS: [(&str, &str); 24] = [
    ("attends", "Often at"),
    ("available_from", "Can take part from"),
    ("available_until", "Can take part until"),
    ("capabilities", "Trained in or good at"),
    ("contact_channels", "Can be reached by"),
    ("contacts_per_week", "Contacts a week"),
    ("delivery_methods", "Ways of meeting"),
    ("delivery_models", "Forms of support"),
    ("device", "Has a device and a connection"),
    ("ethnicity", "Ethnic group"),
    ("ethnicity_broad", "Broad ethnic group"),
    ("hearing_access", "Can follow a telephone call"),
    ("hours_per_week", "Hours a week"),
    ("interpreter", "Has an interpreter at hand"),
    ("max_travel_km", "Can travel, in kilometres"),
    ("motivations", "Hopes to gain"),
    ("move_likely", "Expects to move away"),
    ("network_contacted", "Was asked whom they know"),
    ("online_supervision", "Somebody supervises their contact online"),
    ("phone", "Can be rung"),
    ("promised_months", "Months promised"),
    ("purpose", "Comes for"),
    ("role_type", "Role"),
    ("shared_between_programmes", "May be shown to other programmes"),
];

/// What an attribute is called: in plain words where it is a standard one, otherwise by the name that the programme gave it.
pub(super) fn label(key: &AttributeKey) -> String {
    let known = LABELS.iter().find(|(name, _)| *name == key.as_str());
    known.map_or_else(|| capital(&key.as_str().replace('_', " ")), |(_, label)| (*label).to_owned())
}

/// A day as it stands in a letter: `1 January 2026`.
pub(super) fn day(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// The word with a great letter.
pub(super) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The line without what steers a terminal or turns the direction of reading, which cells can hold. Letters that join or
/// part others, as Persian and many signs need them, stay.
pub(super) fn plain(line: &str) -> String {
    let steers = |c: char| {
        let directs = matches!(
            c,
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        );
        c.is_control() || directs
    };
    line.chars().filter(|c| !steers(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{BROAD_ETHNICITY, STANDARD_ATTRIBUTES};
    use std::collections::BTreeSet;

    #[test]
    fn every_standard_attribute_has_a_label_of_its_own() {
        let names = || STANDARD_ATTRIBUTES.iter().map(|one| one.name).chain([BROAD_ETHNICITY]);
        let labels: BTreeSet<String> = names().map(|name| label(&AttributeKey::new(name))).collect();
        assert_eq!(labels.len(), names().count());
        assert!(LABELS.iter().all(|(name, _)| names().any(|known| known == *name)));
        assert_eq!(label(&AttributeKey::new("favourite_tea")), "Favourite tea");
    }

    #[test]
    fn days_stand_as_in_a_letter_and_letters_steer_nothing() {
        assert_eq!(day(jiff::civil::date(2026, 1, 1)), "1 January 2026");
        assert_eq!(plain("a\u{1b}[2J\u{7}\u{202e}b \u{200c}\u{e9}"), "a[2Jb \u{200c}\u{e9}");
    }
}
