//! What ties one mentee to one mentor beside their answers: they meet, met, are related, or somebody decided about them.
//!
//! Everybody has one counterpart at most, found from either side without looking at anybody else: a programme of any
//! size can be asked for any of its pairs.

use super::Synthetic;
use super::dice::Dice;
use crate::domain::Side;

/// People among whom counterparts are sought, so that the numbers of two who belong together differ.
const NEIGHBOURS: u64 = 8;

/// What there is between two people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tie {
    /// They meet.
    Current,
    /// They met; whether they may again.
    Past { again: bool },
    /// A coordinator wants this pair.
    Keep,
    /// A coordinator does not want it.
    Bar,
    /// The pair waits for something to be settled.
    HoldPair,
    /// The mentee does.
    HoldMentee,
    /// The mentor does.
    HoldMentor,
    /// The mentee's `never` on the mentor's age is honoured.
    Honour,
    /// The mentee named the mentor from their own network, and knows them so.
    Natural { known_as: Option<&'static str> },
    /// They know each other.
    Known(&'static str),
}

/// Two people and what there is between them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tied {
    pub(super) tie: Tie,
    pub(super) mentee: u32,
    pub(super) mentor: u32,
    /// Which of the two say that they know each other.
    said_by: [bool; 2],
}

impl Tied {
    /// Number of the other one.
    pub(super) const fn other(&self, side: Side) -> u32 {
        match side {
            Side::Mentor => self.mentee,
            Side::Mentee => self.mentor,
        }
    }

    /// As what a side says that it knows the other.
    pub(super) const fn says(&self, side: Side) -> Option<&'static str> {
        let [mentee, mentor] = self.said_by;
        let said = match side {
            Side::Mentor => mentor,
            Side::Mentee => mentee,
        };
        match self.tie {
            Tie::Natural { known_as } if said => known_as,
            Tie::Known(relation) if said => Some(relation),
            _ => None,
        }
    }

    /// Whether the two suit each other in what has to fit: somebody brought them together with that in mind.
    pub(super) const fn suits(&self) -> bool {
        matches!(self.tie, Tie::Current | Tie::Keep | Tie::HoldPair | Tie::Natural { .. })
    }
}

/// What there is between somebody and their counterpart, if anything. Constant time.
pub(super) fn of(made: &Synthetic, side: Side, index: u32) -> Option<Tied> {
    let scheme = made.scheme as u64;
    let (block, within) = (u64::from(index) / NEIGHBOURS, u64::from(index) % NEIGHBOURS);
    // Exclusive or leads back to where it came from, so that both sides find each other.
    let turned = within ^ Dice::of(made.seed, 16 + scheme, block).roll(NEIGHBOURS);
    let counterpart = u32::try_from(block * NEIGHBOURS + turned).ok()?;
    let (mentee, mentor) = match side {
        Side::Mentor => (counterpart, index),
        Side::Mentee => (index, counterpart),
    };
    if mentee >= made.mentees || mentor >= made.mentors {
        return None;
    }
    let mut dice = Dice::of(made.seed, 24 + scheme, mentee.into());
    let tie = tie(&mut dice, made.scheme.traits().natural)?;
    let said_by = match dice.roll(10) {
        0..=4 => [true, true],
        5..=7 => [true, false],
        _ => [false, true],
    };
    Some(Tied { tie, mentee, mentor, said_by })
}

/// Draws one, in thousandths. Most people have none.
fn tie(dice: &mut Dice, natural: u64) -> Option<Tie> {
    let roll = dice.roll(1000);
    Some(match roll {
        0..=69 => Tie::Current,
        70..=119 => Tie::Past { again: dice.chance(15) },
        120..=127 => Tie::Keep,
        128..=139 => Tie::Bar,
        140..=145 => Tie::HoldPair,
        146..=155 => Tie::HoldMentee,
        156..=165 => Tie::HoldMentor,
        166..=175 => Tie::Honour,
        176..=183 => Tie::Known("kin"),
        184..=191 => Tie::Known("close friend"),
        192..=211 => Tie::Known("acquaintance"),
        212..=231 => Tie::Known("professional"),
        _ if roll >= 1000 - natural => Tie::Natural {
            known_as: match dice.roll(10) {
                0..=3 => Some("close friend"),
                4..=6 => Some("acquaintance"),
                7..=8 => Some("professional"),
                _ => None,
            },
        },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::synthetic::Scheme;

    #[test]
    fn both_find_each_other_and_nobody_else() {
        for (mentees, mentors) in [(1, 1), (13, 5), (300, 290)] {
            let made = Synthetic::new(Scheme::CareLeavers, 3).people(mentees, mentors);
            let found: Vec<_> = (0..mentees).filter_map(|at| of(&made, Side::Mentee, at)).collect();
            let mut named: Vec<_> = found.iter().map(|tied| tied.mentor).collect();
            named.sort_unstable();
            named.dedup();
            assert_eq!(named.len(), found.len(), "a mentor has one counterpart");
            for tied in &found {
                let back = of(&made, Side::Mentor, tied.mentor).unwrap();
                assert_eq!((back.mentee, back.tie), (tied.mentee, tied.tie));
            }
            let of_mentors = (0..mentors).filter(|at| of(&made, Side::Mentor, *at).is_some()).count();
            assert_eq!(of_mentors, found.len());
            assert!(mentees < 300 || (40..150).contains(&found.len()), "{}", found.len());
        }
    }
}
