//! Free times of a week.

const DAYS: &[&str] = &["mon", "tue", "wed", "thu", "fri", "sat", "sun", "weekday", "weekend", "daily", "every day"];
const TIMES: &[&str] = &["am", "pm", "morning", "afternoon", "evening", "eve", "all day", "all-day"];

/// Whether every entry between semicolons begins with a day and has a time behind it.
pub(super) fn is_week(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    let mut entries = lower.split([';', '\n']).map(str::trim).filter(|entry| !entry.is_empty()).peekable();
    entries.peek().is_some()
        && entries.all(|entry| {
            let day = DAYS.iter().any(|day| entry.starts_with(day));
            let time = entry.bytes().any(|byte| byte.is_ascii_digit())
                || TIMES.iter().any(|time| entry.split([' ', ',', '&']).any(|word| word.starts_with(time)));
            day && time
        })
}
