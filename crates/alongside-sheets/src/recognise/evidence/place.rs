//! Postcodes of the United Kingdom, whole (`ZE1 0AA`) or the outward half (`ZE1`).

/// Whether it has the shape of a postcode; which of them exist is not asked.
pub(super) fn is_postcode(cell: &str) -> bool {
    let tight: String = cell.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
    if !tight.is_ascii() || tight.len() > 7 {
        return false;
    }
    let inward = |part: &str| {
        let shape: Vec<bool> = part.bytes().map(|byte| byte.is_ascii_digit()).collect();
        shape == [true, false, false] && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    match tight.len().checked_sub(3).and_then(|at| tight.split_at_checked(at)) {
        Some((outward, rest)) if inward(rest) => is_outward(outward),
        _ => is_outward(&tight) && tight.len() >= 3,
    }
}

/// One or two letters, a digit, and perhaps one more digit or letter.
fn is_outward(part: &str) -> bool {
    let letters = part.bytes().take_while(u8::is_ascii_alphabetic).count();
    let rest = part.get(letters..).unwrap_or_default();
    let mut rest = rest.bytes();
    let digit = rest.next().is_some_and(|byte| byte.is_ascii_digit());
    let last = rest.next().is_none_or(|byte| byte.is_ascii_alphanumeric());
    (1..=2).contains(&letters) && digit && last && rest.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::is_postcode;

    #[test]
    fn the_shapes_of_postcodes() {
        assert!(["ZE1 0AA", "ze10aa", "W1A 1AA", "M1 1AE", "EC1A", "ZE1"].iter().all(|code| is_postcode(code)));
        assert!(["M1", "ZE", "12345", "grade 7", "ZE1 AAA", "M0001X2"].iter().all(|other| !is_postcode(other)));
    }
}
