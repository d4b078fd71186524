//! Rows of bits, one bit a person.

use multiversion::multiversion;

/// Bits in a word.
pub(super) const WORD: usize = u64::BITS as usize;

/// Nobody of so many people.
pub(super) fn nobody(people: usize) -> Vec<u64> {
    vec![0; people.div_ceil(WORD)]
}

/// Everybody of so many people.
pub(super) fn everybody(people: usize) -> Vec<u64> {
    let mut bits = vec![u64::MAX; people.div_ceil(WORD)];
    if let (Some(last), rest @ 1..) = (bits.last_mut(), people % WORD) {
        *last = (1 << rest) - 1;
    }
    bits
}

/// Those of so many people for whom it holds.
pub(super) fn those(people: usize, holds: impl Fn(usize) -> bool) -> Vec<u64> {
    let mut bits = nobody(people);
    (0..people).filter(|at| holds(*at)).for_each(|at| set(&mut bits, at));
    bits
}

/// Puts one in.
pub(super) fn set(bits: &mut [u64], at: usize) {
    bits[at / WORD] |= 1 << (at % WORD);
}

/// Takes one out.
pub(super) fn clear(bits: &mut [u64], at: usize) {
    bits[at / WORD] &= !(1 << (at % WORD));
}

/// Everybody in a row, first to last.
pub(super) fn each(bits: &[u64]) -> impl Iterator<Item = usize> {
    bits.iter().enumerate().flat_map(|(word, bits)| {
        let mut left = *bits;
        std::iter::from_fn(move || {
            let bit = (left != 0).then(|| left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(word * WORD + bit)
        })
    })
}

/// How many there are.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn count(bits: &[u64]) -> usize {
    bits.iter().map(|word| u64::from(word.count_ones())).sum::<u64>() as usize
}

/// How many are in both.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn count_both(bits: &[u64], others: &[u64]) -> usize {
    bits.iter().zip(others).map(|(word, other)| u64::from((word & other).count_ones())).sum::<u64>() as usize
}

/// How many are in the first and not in the other.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn count_without(bits: &[u64], others: &[u64]) -> usize {
    bits.iter().zip(others).map(|(word, other)| u64::from((word & !other).count_ones())).sum::<u64>() as usize
}

/// Puts everybody of the other row in.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn join(bits: &mut [u64], others: &[u64]) {
    bits.iter_mut().zip(others).for_each(|(word, other)| *word |= other);
}

/// Takes everybody of the other row out.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn drop_all(bits: &mut [u64], others: &[u64]) {
    bits.iter_mut().zip(others).for_each(|(word, other)| *word &= !other);
}
