//! The queue of a search.

/// Entries by distance, the nearest first, of equal ones the newest. A radix heap (Ahuja, Mehlhorn, Orlin and Tarjan
/// 1990): entries stand in buckets by the highest bit in which their distance differs from the last one taken, which
/// suits searches, as these never go back. Each entry moves at most 64 times, mostly twice.
#[derive(Debug)]
pub(super) struct Queue {
    buckets: Vec<Vec<(u64, u32)>>,
    /// Which buckets hold something.
    filled: u128,
    /// The distance taken last.
    last: u64,
}

/// The distance as a number without sign, in the same order.
fn unsigned(distance: i64) -> u64 {
    distance.cast_unsigned() ^ (1 << 63)
}

impl Queue {
    pub(super) fn new() -> Self {
        Self { buckets: vec![Vec::new(); 65], filled: 0, last: 0 }
    }

    /// Empties it.
    pub(super) fn clear(&mut self) {
        while self.filled != 0 {
            self.buckets[self.filled.trailing_zeros() as usize].clear();
            self.filled &= self.filled - 1;
        }
        self.last = 0;
    }

    /// Adds an entry, which must not be nearer than the one taken last.
    #[inline]
    pub(super) fn push(&mut self, distance: i64, entry: u32) {
        self.put(unsigned(distance), entry);
    }

    #[inline]
    fn put(&mut self, distance: u64, entry: u32) {
        let bucket = (64 - (distance ^ self.last).leading_zeros()) as usize;
        self.buckets[bucket].push((distance, entry));
        self.filled |= 1 << bucket;
    }

    /// Takes the nearest.
    pub(super) fn pop(&mut self) -> Option<(i64, u32)> {
        if self.filled == 0 {
            return None;
        }
        if self.filled & 1 == 0 {
            let bucket = self.filled.trailing_zeros() as usize;
            self.filled &= self.filled - 1;
            let mut moved = std::mem::take(&mut self.buckets[bucket]);
            self.last = moved.iter().map(|(distance, _)| *distance).min().unwrap_or(self.last);
            for (distance, entry) in moved.drain(..) {
                self.put(distance, entry);
            }
            self.buckets[bucket] = moved;
        }
        let taken = self.buckets[0].pop();
        if self.buckets[0].is_empty() {
            self.filled &= !1;
        }
        taken.map(|(distance, entry)| ((distance ^ (1 << 63)).cast_signed(), entry))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cmp::Reverse;
    use std::collections::BinaryHeap;

    #[test]
    fn distances_come_out_as_from_a_heap() {
        let mut state = 1u64;
        let mut roll = |sides: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % sides
        };
        let mut queue = Queue::new();
        for round in 0..300 {
            queue.clear();
            let mut heap = BinaryHeap::new();
            let spread = [3, 100, 1 << 31][round % 3];
            let mut last = -50;
            for _ in 0..200 {
                for _ in 0..roll(4) {
                    let distance = last + roll(spread).cast_signed() * [1, 1 << 25][round % 2];
                    queue.push(distance, 0);
                    heap.push(Reverse(distance));
                }
                let taken = queue.pop().map(|(distance, _)| distance);
                assert_eq!(taken, heap.pop().map(|Reverse(distance)| distance));
                last = taken.unwrap_or(last);
            }
        }
    }
}
