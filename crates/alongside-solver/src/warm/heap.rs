//! The queue of a search.

use super::tuple::Tuple;

/// A heap with four children a node (Johnson, 1975), smallest distance first. A column that is found again nearer is
/// put in once more; whoever takes out the older entry sees that it is stale.
#[derive(Debug, Clone, Default)]
pub(crate) struct Heap<const W: usize> {
    entries: Vec<Entry<W>>,
}

#[derive(Debug, Clone, Copy)]
struct Entry<const W: usize> {
    distance: Tuple<W>,
    node: u32,
}

impl<const W: usize> Heap<W> {
    /// Empties it; its memory stays.
    pub(crate) fn clear(&mut self) {
        self.entries.clear();
    }

    /// Puts a node in. Time: logarithmic.
    #[inline]
    pub(crate) fn push(&mut self, distance: Tuple<W>, node: u32) {
        let entry = Entry { distance, node };
        let mut at = self.entries.len();
        self.entries.push(entry);
        while at > 0 {
            let parent = (at - 1) / 4;
            if distance >= self.entries[parent].distance {
                break;
            }
            self.entries[at] = self.entries[parent];
            at = parent;
        }
        self.entries[at] = entry;
    }

    /// The smallest distance.
    #[inline]
    pub(crate) fn nearest(&self) -> Option<Tuple<W>> {
        self.entries.first().map(|entry| entry.distance)
    }

    /// Takes out the nearest. Time: logarithmic.
    #[inline]
    pub(crate) fn pop(&mut self) -> Option<(Tuple<W>, u32)> {
        let first = *self.entries.first()?;
        let last = self.entries.pop()?;
        let length = self.entries.len();
        if length > 0 {
            let mut at = 0;
            loop {
                let child = 4 * at + 1;
                if child >= length {
                    break;
                }
                let mut least = child;
                for other in child + 1..length.min(child + 4) {
                    if self.entries[other].distance < self.entries[least].distance {
                        least = other;
                    }
                }
                if self.entries[least].distance >= last.distance {
                    break;
                }
                self.entries[at] = self.entries[least];
                at = least;
            }
            self.entries[at] = last;
        }
        Some((first.distance, first.node))
    }
}
