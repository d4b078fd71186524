//! Tuples: one integer a word, compared lexicographically.

/// A tuple of `N` words. Its order is that of arrays, which is lexicographic.
pub(super) type Tuple<const N: usize> = [i64; N];

/// Nothing.
pub(super) const fn zero<const N: usize>() -> Tuple<N> {
    [0; N]
}

/// The sum. No sum leaves 64 bits: the layout of the words proves it before the run, see [`super::words`].
#[inline]
pub(super) fn plus<const N: usize>(mut left: Tuple<N>, right: Tuple<N>) -> Tuple<N> {
    for (left, right) in left.iter_mut().zip(right) {
        *left = left.wrapping_add(right);
    }
    left
}

/// The difference, as safe as the sum.
#[inline]
pub(super) fn minus<const N: usize>(mut left: Tuple<N>, right: Tuple<N>) -> Tuple<N> {
    for (left, right) in left.iter_mut().zip(right) {
        *left = left.wrapping_sub(right);
    }
    left
}
