//! The value of a pair in the last level.

use crate::domain::PersonId;

/// FNV-1a over the seed (lowest byte first), the mentee's id, a zero byte and the mentor's id, then the finaliser of
/// splitmix64, of which the highest 36 bits count.
pub(super) fn tie_value(seed: u64, mentee: &PersonId, mentor: &PersonId) -> i128 {
    let mut hash: u64 = 14_695_981_039_346_656_037;
    let mut eat = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(1_099_511_628_211);
    (0..8).for_each(|place| eat((seed >> (8 * place)) as u8));
    mentee.as_str().bytes().for_each(&mut eat);
    eat(0);
    mentor.as_str().bytes().for_each(&mut eat);

    hash ^= hash >> 30;
    hash = hash.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash ^= hash >> 27;
    hash = hash.wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^= hash >> 31;
    i128::from(hash >> 28)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Worked out apart from this code, with a few lines of Python over the documented formula.
    #[test]
    fn values_are_those_of_the_formula() {
        let value =
            |seed, mentee, mentor| tie_value(seed, &PersonId::new(mentee).unwrap(), &PersonId::new(mentor).unwrap());
        assert_eq!(value(0, "a", "b"), 20_991_414_816);
        assert_eq!(value(2026, "E001", "R\u{e9}my"), 18_911_137_977);
        assert_eq!(value(u64::MAX, "ab", "c"), 32_714_192_837);
        assert_eq!(value(u64::MAX, "a", "bc"), 678_196_516);
    }
}
