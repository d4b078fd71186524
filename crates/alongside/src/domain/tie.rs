//! The open choice among equal optima.

use super::PersonId;

/// Bits of a tie value: sums over a million pairs stay far from overflow, and two different optimal matchings get
/// the same sum with a chance below pairs / 2^36, where only pairs count that some optimum has (isolation lemma, Mulmuley, Vazirani and Vazirani 1987).
const BITS: u32 = 36;

/// The pair's value in the last level of the aim, from the seed and the two ids alone.
///
/// FNV-1a over the seed's eight bytes (lowest first), the mentee's id, a zero byte and the mentor's id, mixed by the
/// finaliser of splitmix64; the highest 36 bits are kept. Written out so that anyone can work it out again.
pub fn tie_break(seed: u64, mentee: &PersonId, mentor: &PersonId) -> i64 {
    tie_break_of(tie_begun(seed, mentee), mentor.as_str())
}

/// The part of a tie value that turns on the seed and the mentee, for all mentors alike.
pub(crate) fn tie_begun(seed: u64, mentee: &PersonId) -> u64 {
    hashed(0xcbf2_9ce4_8422_2325, seed.to_le_bytes().into_iter().chain(mentee.as_str().bytes()).chain([0]))
}

/// The value of the mentee's pair with a mentor.
pub(crate) fn tie_break_of(begun: u64, mentor: &str) -> i64 {
    let hash = hashed(begun, mentor.bytes());
    let mixed = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    ((mixed ^ (mixed >> 31)) >> (64 - BITS)).cast_signed()
}

fn hashed(begun: u64, bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(begun, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
