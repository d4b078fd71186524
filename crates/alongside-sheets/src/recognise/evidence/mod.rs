//! What a cell looks like, one kind of evidence a file. Nothing here keeps a cell.

mod contact;
mod date;
mod number;
mod place;
mod sensitive;
mod week;
mod words;

pub(super) use date::{Written, look as look_at_date};
pub(super) use number::number;
pub(super) use sensitive::{Category, categories};
pub(super) use words::{delivery_word, gender_word, ladder, plain, role_word};

/// What a cell can look like; one cell can look like several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Email,
    Phone,
    Link,
    Postcode,
    Date,
    /// A date with a time of day.
    Moment,
    Number,
    /// A whole number from 0.
    Whole,
    YesNo,
    /// 0, 1, a cross or a tick: what a ticked or unticked box leaves behind.
    Mark,
    Role,
    Gender,
    Delivery,
    /// Times of a week that the engine reads.
    Week,
    /// `3 years`, `18 months`.
    Duration,
    /// More than a few words.
    Prose,
}

impl Kind {
    /// What people call such a cell, in the singular.
    pub(super) const fn called(self) -> &'static str {
        match self {
            Self::Email => "an e-mail address",
            Self::Phone => "a telephone number",
            Self::Link => "a link",
            Self::Postcode => "a postcode",
            Self::Date => "a date",
            Self::Moment => "a date with a time",
            Self::Number => "a number",
            Self::Whole => "a whole number",
            Self::YesNo => "yes or no",
            Self::Mark => "a ticked or unticked box",
            Self::Role => "a role",
            Self::Gender => "a gender",
            Self::Delivery => "a way of meeting",
            Self::Week => "times of a week",
            Self::Duration => "a length of time",
            Self::Prose => "free text",
        }
    }
}

/// Every kind that the cell, which is trimmed and not empty, looks like.
pub(super) fn kinds(cell: &str) -> Vec<Kind> {
    let plain = plain(cell);
    let date = date::look(cell);
    let number = number::number(cell);
    let looks = [
        (Kind::Email, contact::is_email(cell)),
        (Kind::Phone, contact::is_phone(cell)),
        (Kind::Link, contact::is_link(cell)),
        (Kind::Postcode, place::is_postcode(cell)),
        (Kind::Date, date.is_some()),
        (Kind::Moment, date.is_some_and(|date| date.timed)),
        (Kind::Number, number.is_some()),
        (Kind::Whole, number.is_some_and(|milli| milli >= 0 && milli % 1000 == 0)),
        (Kind::YesNo, words::is_yes_no(&plain)),
        (Kind::Mark, words::is_mark(&plain)),
        (Kind::Role, role_word(&plain).is_some()),
        (Kind::Gender, gender_word(&plain)),
        (Kind::Delivery, words::is_delivery(cell)),
        (Kind::Week, week::is_week(cell)),
        (Kind::Duration, number::is_duration(&plain)),
        (Kind::Prose, cell.chars().count() > 60 && cell.split_whitespace().count() > 8 && !cell.contains([',', ';'])),
        (Kind::Prose, cell.split_whitespace().count() > 25),
    ];
    let mut kinds: Vec<Kind> = looks.into_iter().filter_map(|(kind, looks)| looks.then_some(kind)).collect();
    kinds.dedup();
    kinds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_look_like_what_they_are() {
        let cases: [(&str, &[Kind]); 18] = [
            ("pip.marmalade@tea.example", &[Kind::Email]),
            ("07700 900123", &[Kind::Phone]),
            ("https://tea.example/a", &[Kind::Link]),
            ("ZE1 0AA", &[Kind::Postcode]),
            ("2026-01-31", &[Kind::Date]),
            ("5/1/2019 1:00:27", &[Kind::Date, Kind::Moment]),
            ("3.5", &[Kind::Number]),
            ("42", &[Kind::Number, Kind::Whole]),
            ("0", &[Kind::Number, Kind::Whole, Kind::YesNo, Kind::Mark]),
            ("Ja", &[Kind::YesNo]),
            ("\u{2713}", &[Kind::Mark]),
            ("Befriender", &[Kind::Role]),
            ("Prefer not to say", &[Kind::Gender]),
            ("phone / video", &[Kind::Delivery]),
            ("Mon 17:00-20:00; Sat am", &[Kind::Week]),
            ("3 years", &[Kind::Duration]),
            ("knitting", &[]),
            ("31/13/2026", &[]),
        ];
        for (cell, expected) in cases {
            assert_eq!(kinds(cell), expected, "{cell}");
        }
    }
}
