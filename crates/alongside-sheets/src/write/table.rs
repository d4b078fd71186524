//! A table of results, whatever it is written to.

use alongside::domain::Date;
use std::fmt;

/// Takes cells from left to right, row by row. Nothing can fail before the end of a row.
pub(crate) trait Table {
    /// Why a row could not be written.
    type Error: fmt::Debug;

    fn text(&mut self, text: &str) -> &mut Self;
    fn number(&mut self, number: i64) -> &mut Self;
    fn date(&mut self, date: Date) -> &mut Self;
    fn end(&mut self) -> Result<(), Self::Error>;

    fn count(&mut self, count: usize) -> &mut Self {
        self.number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    fn number_or_blank(&mut self, number: Option<i64>) -> &mut Self {
        match number {
            Some(number) => self.number(number),
            None => self.text(""),
        }
    }

    fn date_or_blank(&mut self, date: Option<Date>) -> &mut Self {
        match date {
            Some(date) => self.date(date),
            None => self.text(""),
        }
    }
}
