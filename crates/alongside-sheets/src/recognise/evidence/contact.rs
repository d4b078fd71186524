//! How people are reached: never needed for matching, and a poor id because it tells who somebody is.

pub(super) fn is_email(cell: &str) -> bool {
    let Some((name, host)) = cell.split_once('@') else { return false };
    let sound = |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || c == '@' || c == ',');
    sound(name) && sound(host) && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
}

/// Nine to fifteen digits, with the signs that people put between them; a bare number needs a leading 0 or plus.
pub(super) fn is_phone(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let signs = cell.chars().all(|c| c.is_ascii_digit() || "+()-. /".contains(c));
    signs && (9..=15).contains(&digits) && (cell.starts_with(['0', '+', '(']))
}

pub(super) fn is_link(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    let begins = ["http://", "https://", "www.", "linkedin.com/"].iter().any(|start| lower.starts_with(start));
    begins && !lower.contains(char::is_whitespace)
}
