//! Who lives in the country: drawn by number, so that the same seed gives the same people everywhere.

use crate::dice::{draw, unit};

/// How many there are of whom, and what binds them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Variant {
    /// Whether distance matters; nationwide otherwise.
    pub distance: bool,
    /// Mentors and their places.
    pub supply: Supply,
    /// Whether scores are from 0 to 20, so that most are equal to others.
    pub ties: bool,
}

/// Mentors for `n` mentees, and the places that they have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Supply {
    /// `n` mentors with one place each.
    Balanced,
    /// `n` mentors with 1 to 3 places, 1.2 `n` in all.
    Ample,
    /// `n / 2` mentors with 1 to 3 places, 0.8 `n` in all.
    Scarce,
}

impl Variant {
    /// The variant of a short name: `N` for nationwide, then `B`, `A`, `S` for balanced, ample or scarce, or `T` for
    /// balanced with ties.
    pub fn named(name: &str) -> Option<Self> {
        let (distance, rest) = name.strip_prefix('N').map_or((true, name), |rest| (false, rest));
        let (supply, ties) = match rest {
            "B" => (Supply::Balanced, false),
            "A" => (Supply::Ample, false),
            "S" => (Supply::Scarce, false),
            "T" => (Supply::Balanced, true),
            _ => return None,
        };
        Some(Self { distance, supply, ties })
    }

    /// Mentors for so many mentees.
    pub const fn mentors(self, mentees: usize) -> usize {
        match self.supply {
            Supply::Balanced | Supply::Ample => mentees,
            Supply::Scarce => mentees / 2,
        }
    }
}

/// Words of 32 bits for 128 tags.
pub(super) const TAG_WORDS: usize = 4;
/// Words of 32 bits for the 336 half hours of a week.
pub(super) const TIME_WORDS: usize = 11;
/// Towns in the country.
const TOWNS: u64 = 300;

/// What both sides have.
#[derive(Debug, Clone, Copy)]
pub struct Person {
    /// 3 to 8 of 128 tags, the first ones common.
    pub tags: [u32; TAG_WORDS],
    /// Free half hours, in one to three clusters.
    pub time: [u32; TIME_WORDS],
    /// Lived experience, 16 kinds.
    pub lived: u32,
    /// Languages, 12 of them.
    pub languages: u32,
    /// 0, 1 or 2.
    pub gender: u32,
    /// One of 6.
    pub background: u32,
    /// In years.
    pub age: i32,
    /// Hectometres from the south-western corner.
    pub place: [i32; 2],
    /// Which town, in an order in which neighbours are near each other.
    pub town: u32,
}

/// A mentor.
#[derive(Debug, Clone, Copy)]
pub struct Mentor {
    /// What both sides have.
    pub person: Person,
    /// Whether meeting online is fine.
    pub online: bool,
    /// Places.
    pub places: u32,
}

/// A mentee.
#[derive(Debug, Clone, Copy)]
pub struct Mentee {
    /// What both sides have.
    pub person: Person,
    /// 0, 1 or 2; 0 is the most urgent.
    pub tier: u8,
    /// Kinds of experience wished for; none for most.
    pub wished: u32,
    /// 0 does not mind, 1 would rather have, 2 needs the same gender.
    pub same_gender: u32,
    /// The same of background.
    pub same_background: u32,
    /// Ages that are fine.
    pub ages: (i32, i32),
    /// Meets face to face within so many hectometres; none for online.
    pub radius: Option<i32>,
}

struct Dice {
    seed: u64,
    stream: u64,
    at: u64,
}

impl Dice {
    fn next(&mut self) -> u64 {
        self.at += 1;
        draw(self.seed, self.stream, self.at)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn unit(&mut self) -> f64 {
        self.at += 1;
        unit(self.seed, self.stream, self.at)
    }

    fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of so many, the first most often, falling as Zipf's law has it with this exponent.
    fn zipf(&mut self, many: u64, exponent: f64) -> u64 {
        // The inverse of the integral of x^-exponent stands for the sum.
        let rest = 1.0 - exponent;
        let top = (many as f64 + 1.0).powf(rest) - 1.0;
        ((self.unit() * top + 1.0).powf(1.0 / rest).floor() as u64).clamp(1, many) - 1
    }
}

fn set(words: &mut [u32], bit: u64) {
    if let Some(word) = words.get_mut((bit / 32) as usize) {
        *word |= 1 << (bit % 32);
    }
}

/// A town's middle in hectometres, on 350 by 600 km.
fn middle(seed: u64, town: u64) -> [i32; 2] {
    [(draw(seed, 90, town) % 3500) as i32, (draw(seed, 91, town) % 6000) as i32]
}

/// Every other bit of each number: an order in which neighbours stay near each other (Morton 1966).
fn morton([x, y]: [i32; 2]) -> u64 {
    (0..13).fold(0, |order, bit| order | (x as u64 >> bit & 1) << (2 * bit) | (y as u64 >> bit & 1) << (2 * bit + 1))
}

/// The towns in order of place.
pub(super) fn towns(seed: u64) -> Vec<u64> {
    let mut towns: Vec<u64> = (0..TOWNS).collect();
    towns.sort_by_key(|town| morton(middle(seed, *town)));
    towns
}

fn person(seed: u64, dice: &mut Dice, order: &[u32]) -> Person {
    let mut tags = [0; TAG_WORDS];
    for _ in 0..(3 + dice.below(6)) {
        set(&mut tags, dice.zipf(128, 0.9));
    }
    let mut time = [0; TIME_WORDS];
    for _ in 0..=dice.below(3) {
        // An evening, a weekend or a day, three to eight hours long.
        let day = dice.below(7);
        let start = day * 48 + if dice.percent(60) { 34 + dice.below(6) } else { 16 + dice.below(16) };
        for slot in start..start + 6 + dice.below(10) {
            set(&mut time, slot % 336);
        }
    }
    let lived = (0..dice.below(4)).fold(0, |lived, _| lived | 1 << dice.below(16));
    let mut languages = u32::from(dice.percent(95));
    for _ in 0..u64::from(languages == 0) + u64::from(dice.percent(20)) {
        languages |= 1 << (1 + dice.below(11));
    }
    let gender = dice.below(100);
    let town = dice.zipf(TOWNS, 0.8);
    let [x, y] = middle(seed, town);
    let jitter = |dice: &mut Dice| dice.below(81) as i32 - 40;
    Person {
        tags,
        time,
        lived,
        languages,
        gender: if gender < 49 { 0 } else { 1 + u32::from(gender >= 97) },
        background: dice.zipf(6, 1.5) as u32,
        age: 18 + dice.below(60) as i32,
        place: [x + jitter(dice), y + jitter(dice)],
        town: order.get(town as usize).copied().unwrap_or_default(),
    }
}

/// Where each town stands in order of place.
fn places(seed: u64) -> Vec<u32> {
    let mut order = vec![0; TOWNS as usize];
    for (at, town) in towns(seed).into_iter().enumerate() {
        if let Some(place) = order.get_mut(town as usize) {
            *place = at as u32;
        }
    }
    order
}

/// The mentors of a country, by whether they meet online, then by town.
pub(super) fn mentors(seed: u64, mentees: usize, variant: Variant) -> Vec<Mentor> {
    let order = places(seed);
    let mentor = |at: usize| {
        let mut dice = Dice { seed, stream: 1_000_000 + at as u64, at: 0 };
        let person = person(seed, &mut dice, &order);
        let online = dice.percent(50);
        let places = match (variant.supply, dice.below(100)) {
            (Supply::Balanced, _) | (Supply::Ample, ..85) | (Supply::Scarce, ..55) => 1,
            (Supply::Ample, ..95) | (Supply::Scarce, ..85) => 2,
            _ => 3,
        };
        Mentor { person, online, places }
    };
    let mut mentors: Vec<Mentor> = (0..variant.mentors(mentees)).map(mentor).collect();
    mentors.sort_by_key(|mentor| (mentor.online, mentor.person.town));
    mentors
}

/// The mentees of a country.
pub(super) fn mentees(seed: u64, many: usize, variant: Variant) -> Vec<Mentee> {
    let order = places(seed);
    let mentee = |at: usize| {
        let mut dice = Dice { seed, stream: 2_000_000 + at as u64, at: 0 };
        let mut person = person(seed, &mut dice, &order);
        // Mentees are younger.
        person.age = 11 + dice.below(50) as i32;
        let tier = match dice.below(100) {
            ..10 => 0,
            10..35 => 1,
            _ => 2,
        };
        let wished =
            if dice.percent(60) { (0..=dice.below(3)).fold(0, |wished, _| wished | 1 << dice.below(16)) } else { 0 };
        let mut wish = |must: u64, would: u64| match dice.below(100) {
            dice if dice < must => 2,
            dice if dice < must + would => 1,
            _ => 0,
        };
        let (same_gender, same_background) = (wish(15, 35), wish(5, 30));
        let ages = (person.age + dice.below(6) as i32 - 4, person.age + 25 + dice.below(20) as i32);
        let radius = (variant.distance && dice.percent(70)).then(|| 50 + dice.below(251) as i32);
        Mentee { person, tier, wished, same_gender, same_background, ages, radius }
    };
    (0..many).map(mentee).collect()
}
