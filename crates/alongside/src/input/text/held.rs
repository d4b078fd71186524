//! A check or training item in one text: `enhanced DBS 2025-03-01 to 2028-02-29`.

/// Name, day of issue and last valid day as written; either day may be absent.
pub(crate) fn split_held(text: &str) -> (String, Option<&str>, Option<&str>) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_day = |word: &&str| word.bytes().filter(u8::is_ascii_digit).count() >= 4 && word.len() >= 8;
    let (name, issued, expires) = match words.as_slice() {
        [name @ .., issued, "to", expires] if is_day(issued) && is_day(expires) => {
            (name, Some(*issued), Some(*expires))
        }
        [name @ .., "to", expires] if is_day(expires) => (name, None, Some(*expires)),
        [name @ .., issued] if is_day(issued) => (name, Some(*issued), None),
        name => (name, None, None),
    };
    (name.join(" "), issued, expires)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_but_the_name_may_be_absent() {
        let split = |text| {
            let (name, issued, expires) = split_held(text);
            (name, issued.map(str::to_owned), expires.map(str::to_owned))
        };
        let day = |text: &str| Some(text.to_owned());
        assert_eq!(
            split("enhanced DBS 2025-03-01 to 2028-02-29"),
            ("enhanced DBS".into(), day("2025-03-01"), day("2028-02-29"))
        );
        assert_eq!(split("induction"), ("induction".into(), None, None));
        assert_eq!(split("first aid 01/02/2026"), ("first aid".into(), day("01/02/2026"), None));
        assert_eq!(split("PVG to 2028-02-29"), ("PVG".into(), None, day("2028-02-29")));
        assert_eq!(split("level 2 safeguarding"), ("level 2 safeguarding".into(), None, None));
    }
}
