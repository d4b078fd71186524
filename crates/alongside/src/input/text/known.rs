//! A person who is known already, in one text: `m-07 close friend`.

use crate::domain::KnownAs;

/// The id as written and the relation at the end; none without either. A space will do for the underscore.
pub(crate) fn split_known(text: &str) -> Option<(String, KnownAs)> {
    let (before, last) = text.trim().rsplit_once(char::is_whitespace)?;
    let (id, relation) = match before.trim_end().rsplit_once(char::is_whitespace) {
        Some((id, close)) if close.eq_ignore_ascii_case("close") && last.eq_ignore_ascii_case("friend") => {
            (id, KnownAs::CloseFriend)
        }
        _ => (before, KnownAs::ALL.into_iter().find(|relation| relation.name().eq_ignore_ascii_case(last))?),
    };
    Some((id.trim().to_owned(), relation))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_relation_stands_last_and_ids_may_hold_spaces() {
        let split = |text| split_known(text).map(|(id, relation)| (id, relation.name()));
        assert_eq!(split("m-07 kin"), Some(("m-07".into(), "kin")));
        assert_eq!(split(" Old Tom  Close Friend "), Some(("Old Tom".into(), "close_friend")));
        assert_eq!(split("Old Tom close_friend"), Some(("Old Tom".into(), "close_friend")));
        assert_eq!(split("m-07 ACQUAINTANCE"), Some(("m-07".into(), "acquaintance")));
        assert_eq!(split("my close friend"), Some(("my".into(), "close_friend")));
        for text in ["m-07", "kin", "m-07 friend", "m-07 kinsman", "close friend", ""] {
            assert_eq!(split(text), None, "{text}");
        }
    }
}
