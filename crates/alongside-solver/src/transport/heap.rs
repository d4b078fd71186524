//! A queue of items by distance.

/// A heap in which every key has four below it, as fewer levels mean fewer cache lines (Johnson 1975). Smallest first.
#[derive(Debug)]
pub(super) struct Heap<K> {
    keys: Vec<K>,
}

impl<K: Copy + Ord> Heap<K> {
    pub(super) fn new() -> Self {
        Self { keys: Vec::new() }
    }

    pub(super) fn clear(&mut self) {
        self.keys.clear();
    }

    #[inline]
    pub(super) fn push(&mut self, key: K) {
        let mut at = self.keys.len();
        self.keys.push(key);
        while at > 0 {
            let above = (at - 1) / 4;
            if self.keys[above] <= key {
                break;
            }
            self.keys[at] = self.keys[above];
            at = above;
        }
        self.keys[at] = key;
    }

    #[inline]
    pub(super) fn pop(&mut self) -> Option<K> {
        let last = self.keys.pop()?;
        let Some(first) = self.keys.first().copied() else { return Some(last) };
        let mut at = 0;
        loop {
            let below = at * 4 + 1;
            let Some(children) = self.keys.get(below..self.keys.len().min(below + 4)).filter(|some| !some.is_empty())
            else {
                break;
            };
            let (mut least, mut which) = (children[0], 0);
            for (index, key) in children.iter().enumerate().skip(1) {
                if *key < least {
                    (least, which) = (*key, index);
                }
            }
            if last <= least {
                break;
            }
            self.keys[at] = least;
            at = below + which;
        }
        self.keys[at] = last;
        Some(first)
    }
}
