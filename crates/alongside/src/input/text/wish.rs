//! A wish in one text: `prefer age 25..40`.

/// Strength, attribute and value as written.
pub(crate) fn split_wish(text: &str) -> Option<(&str, &str, &str)> {
    let (strength, rest) = text.trim().split_once(char::is_whitespace)?;
    let (attribute, value) = rest.trim_start().split_once(char::is_whitespace)?;
    Some((strength, attribute, value.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_parts_make_a_wish() {
        assert_eq!(split_wish(" must  gender woman or non-binary "), Some(("must", "gender", "woman or non-binary")));
        assert_eq!(split_wish("must gender"), None);
    }
}
