//! The best few of each row or column, in parts that can be put together.

use std::cmp::Ordering;

/// One pair on a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    /// The other side: a column on a row's list, a row on a column's.
    pub with: u32,
    /// The value less the column's price.
    pub gain: i64,
    /// What the list is in order of, largest first: the gain, unless the list says otherwise.
    pub rank: i64,
}

/// The list of one row or column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    /// The row or column.
    pub of: u32,
    /// The best first.
    pub pairs: Vec<Listed>,
    /// No pair that was asked for and not listed has a greater gain; [`i64::MAX`] where not all were looked at.
    pub rest: i64,
    /// Whether a pair was left out for want of room.
    pub full: bool,
    /// How many of the pairs gone over are allowed, on lists of rows that [`keep`](super::keep()) made; 0 on others.
    pub allowed: u32,
    /// Columns of pairs that come to what the potentials say and no more, on lists of a pass that goes on to ask after a
    /// further level; none on others.
    pub tight: Vec<u32>,
}

/// Lists of some rows or columns, ascending by row or column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lists {
    /// Most pairs on a list.
    pub length: usize,
    /// How many rows or columns there are on the other side.
    pub span: u32,
    /// The lists.
    pub of: Vec<List>,
}

/// Which of several equal pairs comes first on a list: each row and each column goes round the other side from a place
/// of its own, so that not everybody keeps the same few.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Turn {
    /// How many there are on the other side.
    pub(super) span: u32,
}

/// So many neighbours begin in the same stretch, which a cache then holds for all of them.
pub(super) const NEIGHBOURS: u32 = 64;
/// How far apart neighbours begin.
const STEP: u32 = 32;

impl Turn {
    /// Where neighbours begin, hashed by multiplication (Knuth, volume 3, section 6.4).
    pub(super) fn stretch(self, of: u32) -> u32 {
        let hash = (of / NEIGHBOURS).wrapping_mul(0x9e37_79b1);
        ((u64::from(hash) * u64::from(self.span)) >> 32) as u32
    }

    /// Which one of the other side comes first.
    pub(super) fn first(self, of: u32) -> u32 {
        let at = u64::from(self.stretch(of)) + u64::from(of % NEIGHBOURS * STEP);
        (at % u64::from(self.span.max(1))) as u32
    }

    /// Where `with` stands among equals, ascending; wraps round at 2^32, which keeps the order.
    pub(super) fn position(self, of: u32, with: u32) -> u32 {
        with.wrapping_sub(self.first(of))
    }
}

impl Listed {
    /// Whether this comes before another on the list of `of`: greater rank, then nearer in turn.
    pub(super) fn before(&self, turn: Turn, of: u32, other: &Self) -> Ordering {
        other.rank.cmp(&self.rank).then(turn.position(of, self.with).cmp(&turn.position(of, other.with)))
    }
}

impl List {
    /// Puts another part's list of the same row or column into this one. Parts must not share a pair. The outcome does
    /// not depend on the order of parts, as the order on a list is total.
    fn absorb(&mut self, other: Self, length: usize, turn: Turn) {
        self.rest = self.rest.max(other.rest);
        self.full |= other.full;
        self.allowed += other.allowed;
        self.tight.extend(other.tight);
        self.pairs.extend(other.pairs);
        let of = self.of;
        self.pairs.sort_unstable_by(|one, next| one.before(turn, of, next));
        if let Some(refused) = self.pairs.get(length) {
            self.full = true;
            // Ranks may say something else than gains, so the greatest of all refused is looked for.
            let gain = self.pairs[length..].iter().map(|pair| pair.gain).fold(refused.gain, i64::max);
            self.rest = self.rest.max(gain);
            self.pairs.truncate(length);
        }
    }
}

impl Lists {
    /// Puts another part of the work into this one: other rows, or the same rows with other columns. Parts must not
    /// share a pair. The outcome is the same in every order of parts. Time linear in both.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        let length = self.length.max(other.length);
        let span = self.span.max(other.span);
        let turn = Turn { span };
        let mut of: Vec<List> = Vec::with_capacity(self.of.len().max(other.of.len()));
        let (mut ours, mut theirs) = (self.of.into_iter().peekable(), other.of.into_iter().peekable());
        loop {
            let order = match (ours.peek(), theirs.peek()) {
                (None, None) => break,
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(one), Some(other)) => one.of.cmp(&other.of),
            };
            if order.is_eq() {
                if let (Some(mut one), Some(other)) = (ours.next(), theirs.next()) {
                    one.absorb(other, length, turn);
                    of.push(one);
                }
            } else {
                of.extend(if order.is_lt() { ours.next() } else { theirs.next() });
            }
        }
        Self { length, span, of }
    }

    /// Number of pairs on all lists.
    pub fn pairs(&self) -> usize {
        self.of.iter().map(|list| list.pairs.len()).sum()
    }
}
