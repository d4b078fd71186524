//! The country's pairs, sixteen at a time.

#![allow(
    clippy::needless_bitwise_bool,
    clippy::needless_range_loop,
    reason = "a branch in the middle of a lane would end the loop's being one of many"
)]

use super::person::{Mentee, Mentor, TAG_WORDS, TIME_WORDS, Variant, mentees, mentors};
use alongside_solver::ProblemParts;
use alongside_solver::pairs::{AllPairs, Bar, NOT_ALLOWED};
use multiversion::multiversion;
use std::ops::Range;
use std::sync::Arc;

/// Pairs worked on together.
const LANES: usize = 16;

/// The people, and what a solver has to know of them beside their pairs.
#[derive(Debug)]
pub struct Country {
    /// Mentees: the rows.
    pub mentees: Vec<Mentee>,
    /// Mentors: the columns.
    pub mentors: Vec<Mentor>,
    /// Tiers, places.
    pub frame: ProblemParts,
    /// Which country.
    pub variant: Variant,
}

impl Country {
    /// The country of a seed with so many mentees.
    pub fn new(seed: u64, many: usize, variant: Variant) -> Self {
        let (mentees, mentors) = (mentees(seed, many, variant), mentors(seed, many, variant));
        let frame = ProblemParts {
            tier_count: 3,
            tiers: mentees.iter().map(|mentee| mentee.tier).collect(),
            capacities: mentors.iter().map(|mentor| mentor.places).collect(),
            ..ProblemParts::default()
        };
        Self { mentees, mentors, frame, variant }
    }

    /// All pairs of the country.
    pub fn scores(&self) -> Scores {
        let rows = self.mentees.iter().map(|mentee| Row::new(mentee, self.variant)).collect();
        Scores { rows: Arc::new(rows), columns: Columns::new(&self.mentors) }
    }
}

/// A mentee as the kernel wants it.
#[derive(Debug, Clone)]
pub struct Row {
    mentee: Mentee,
    /// Points for each kind of experience wished for that a mentor has; all together 1200.
    each_wished: i32,
    /// Squared hectometres up to which a mentor may be, and what a score of distance loses for each 2^12 of them.
    reach: i32,
    loss: i32,
    online: u32,
    /// Points that need no mentor to tell.
    sure: i32,
    ties: bool,
}

impl Row {
    fn new(mentee: &Mentee, variant: Variant) -> Self {
        let wishes = mentee.wished.count_ones() as i32;
        let reach = mentee.radius.map_or(i32::MAX, |radius| radius * radius);
        // Squares are counted in steps of 16, so that all products fit.
        let loss = mentee.radius.map_or(0, |radius| (1200 << 12) / (radius * radius / 16).max(1));
        let sure = if wishes == 0 { 600 } else { 0 } + if mentee.same_gender == 0 { 250 } else { 0 };
        Self {
            each_wished: if wishes == 0 { 0 } else { 1200 / wishes },
            reach,
            loss,
            online: u32::from(mentee.radius.is_none() && variant.distance),
            sure: sure + if mentee.same_background == 0 { 200 } else { 0 },
            ties: variant.ties,
            mentee: *mentee,
        }
    }
}

type Lanes<T> = [T; LANES];

/// The mentors, sixteen by sixteen, one array a field; past the last mentor, mentors who speak no language.
#[derive(Debug, Clone)]
struct Columns {
    many: usize,
    blocks: Vec<Block>,
    /// Where each town's mentors are, whether they meet online or not.
    towns: Vec<TownRange>,
}

#[derive(Debug, Clone)]
struct TownRange {
    columns: Range<usize>,
    online: bool,
    low: [i32; 2],
    high: [i32; 2],
}

#[derive(Debug, Clone, Copy)]
struct Block {
    tags: [Lanes<u32>; TAG_WORDS],
    lived: Lanes<u32>,
    languages: Lanes<u32>,
    gender: Lanes<u32>,
    background: Lanes<u32>,
    age: Lanes<i32>,
    x: Lanes<i32>,
    y: Lanes<i32>,
    online: Lanes<u32>,
    time: [Lanes<u32>; TIME_WORDS],
}

const NOBODY: Block = Block {
    tags: [[0; LANES]; TAG_WORDS],
    lived: [0; LANES],
    languages: [0; LANES],
    gender: [0; LANES],
    background: [0; LANES],
    age: [0; LANES],
    x: [0; LANES],
    y: [0; LANES],
    online: [0; LANES],
    time: [[0; LANES]; TIME_WORDS],
};

impl Block {
    fn put(&mut self, lane: usize, mentor: &Mentor) {
        let person = &mentor.person;
        for (words, word) in self.tags.iter_mut().zip(person.tags) {
            words[lane] = word;
        }
        for (words, word) in self.time.iter_mut().zip(person.time) {
            words[lane] = word;
        }
        self.lived[lane] = person.lived;
        self.languages[lane] = person.languages;
        self.gender[lane] = person.gender;
        self.background[lane] = person.background;
        self.age[lane] = person.age;
        [self.x[lane], self.y[lane]] = person.place;
        self.online[lane] = u32::from(mentor.online);
    }

    /// Copies one lane of another block.
    fn copy(&mut self, lane: usize, from: &Self, other: usize) {
        let words = self.tags.iter_mut().chain(&mut self.time).zip(from.tags.iter().chain(&from.time));
        words.for_each(|(words, from)| words[lane] = from[other]);
        self.lived[lane] = from.lived[other];
        self.languages[lane] = from.languages[other];
        self.gender[lane] = from.gender[other];
        self.background[lane] = from.background[other];
        self.age[lane] = from.age[other];
        (self.x[lane], self.y[lane]) = (from.x[other], from.y[other]);
        self.online[lane] = from.online[other];
    }
}

impl Columns {
    fn new(mentors: &[Mentor]) -> Self {
        let block = |mentors: &[Mentor]| {
            let mut block = NOBODY;
            mentors.iter().enumerate().for_each(|(lane, mentor)| block.put(lane, mentor));
            block
        };
        let mut from = 0;
        let same = |one: &Mentor, next: &Mentor| (one.online, one.person.town) == (next.online, next.person.town);
        let towns = mentors.chunk_by(same).map(|people| {
            let places = people.iter().map(|mentor| mentor.person.place);
            let ends = places.fold(([i32::MAX; 2], [i32::MIN; 2]), |(low, high), [x, y]| {
                ([low[0].min(x), low[1].min(y)], [high[0].max(x), high[1].max(y)])
            });
            let columns = from..from + people.len();
            from += people.len();
            TownRange { columns, online: people.first().is_some_and(|one| one.online), low: ends.0, high: ends.1 }
        });
        let towns = towns.collect();
        Self { many: mentors.len(), blocks: mentors.chunks(LANES).map(block).collect(), towns }
    }

    fn select(&self, columns: &[u32]) -> Self {
        let block = |columns: &[u32]| {
            let mut block = NOBODY;
            for (lane, column) in columns.iter().enumerate() {
                let column = *column as usize;
                block.copy(lane, &self.blocks[column / LANES], column % LANES);
            }
            block
        };
        let place = |column: usize| columns.partition_point(|one| (*one as usize) < column);
        let towns = self.towns.iter().map(|town| {
            let columns = place(town.columns.start)..place(town.columns.end);
            TownRange { columns, ..town.clone() }
        });
        let towns = towns.filter(|town| !town.columns.is_empty()).collect();
        Self { many: columns.len(), blocks: columns.chunks(LANES).map(block).collect(), towns }
    }
}

/// All pairs of a country, worked out when asked for.
#[derive(Debug, Clone)]
pub struct Scores {
    rows: Arc<Vec<Row>>,
    columns: Columns,
}

/// How far off a value at most is before time was counted.
const TIME: i32 = 2400;

/// One field of sixteen mentors after the other, and the score of each pair; [`NOT_ALLOWED`] for those ruled out.
#[inline(always)]
fn without_time(row: &Row, block: &Block) -> (Lanes<bool>, Lanes<i32>) {
    let mentee = &row.mentee;
    let person = &mentee.person;
    let mut allowed = [false; LANES];
    let mut score = [0; LANES];
    for lane in 0..LANES {
        let speaks = block.languages[lane] & person.languages;
        let age = block.age[lane];
        let same_gender = i32::from(block.gender[lane] == person.gender);
        let same_background = i32::from(block.background[lane] == person.background);
        let dx = block.x[lane].wrapping_sub(person.place[0]);
        let dy = block.y[lane].wrapping_sub(person.place[1]);
        let squared = dx.wrapping_mul(dx).wrapping_add(dy.wrapping_mul(dy));
        // All is worked out without a branch, and without looking for overflow, which the sizes rule out; the compiler
        // makes one instruction of sixteen.
        allowed[lane] = (speaks != 0)
            & (age >= mentee.ages.0)
            & (age <= mentee.ages.1)
            & ((mentee.same_gender != 2) | (same_gender == 1))
            & ((mentee.same_background != 2) | (same_background == 1))
            & (squared <= row.reach)
            & (block.online[lane] >= row.online);
        let mut shared = 0_u32;
        for (theirs, own) in block.tags.iter().zip(&person.tags) {
            shared = shared.wrapping_add((theirs[lane] & own).count_ones());
        }
        let tags = (shared as i32).wrapping_mul(800).min(3200);
        let lived = ((block.lived[lane] & mentee.wished).count_ones() as i32).wrapping_mul(row.each_wished);
        let lost = (squared.min(row.reach) >> 4).wrapping_mul(row.loss) >> 12;
        let near = 1200_i32.wrapping_sub(lost.min(1200));
        let years = 800_i32.wrapping_sub(age.wrapping_sub(person.age).wrapping_abs().wrapping_mul(20).min(800));
        let gender = same_gender.wrapping_mul(if mentee.same_gender == 0 { 0 } else { 500 });
        let background = same_background.wrapping_mul(if mentee.same_background == 0 { 0 } else { 400 });
        let language = (speaks.count_ones() as i32).wrapping_mul(150).min(300);
        let parts = [tags, lived, near, years, gender, background, language];
        score[lane] = parts.into_iter().fold(row.sure, i32::wrapping_add);
    }
    (allowed, score)
}

#[inline(always)]
fn time_of(row: &Row, block: &Block, lane: usize) -> i32 {
    let mut shared = 0_u32;
    for (theirs, own) in block.time.iter().zip(&row.mentee.person.time) {
        shared = shared.wrapping_add((theirs[lane] & own).count_ones());
    }
    (shared as i32).wrapping_mul(200).min(TIME)
}

/// From 0..=10000 to 0..=20 where scores are to be equal often.
#[inline(always)]
fn coarse(score: i32, ties: bool) -> i32 {
    if ties { score.wrapping_mul(8389) >> 22 } else { score }
}

/// The scores of a row with whole blocks of columns.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
fn score(row: &Row, blocks: &[Block], least: i32, open: bool, prices: &[Lanes<i32>], values: &mut [Lanes<i32>]) {
    for ((block, prices), values) in blocks.iter().zip(prices).zip(values) {
        let (allowed, mut score) = without_time(row, block);
        let mut any = 0;
        for lane in 0..LANES {
            let can = open | (coarse(score[lane].wrapping_add(TIME), row.ties) >= least.wrapping_add(prices[lane]));
            any |= i32::from(allowed[lane] & can);
        }
        if any == 0 {
            *values = [NOT_ALLOWED; LANES];
            continue;
        }
        for lane in 0..LANES {
            score[lane] = score[lane].wrapping_add(time_of(row, block, lane));
        }
        for lane in 0..LANES {
            let score = coarse(score[lane], row.ties);
            values[lane] = if allowed[lane] { score } else { NOT_ALLOWED };
        }
    }
}

impl AllPairs for Scores {
    type Row = Row;

    fn rows(&self) -> usize {
        self.rows.len()
    }

    fn columns(&self) -> usize {
        self.columns.many
    }

    fn levels(&self) -> usize {
        1
    }

    fn most(&self, _: usize) -> i32 {
        if self.rows.first().is_some_and(|row| row.ties) { 20 } else { 10_000 }
    }

    fn ranges(&self, row: &Row, into: &mut Vec<Range<usize>>) {
        let begin = into.len();
        let place = row.mentee.person.place;
        for town in &self.columns.towns {
            if row.online == 1 && !town.online {
                continue;
            }
            let apart = |axis: usize| (town.low[axis] - place[axis]).max(place[axis] - town.high[axis]).max(0);
            if row.reach < i32::MAX && apart(0) * apart(0) + apart(1) * apart(1) > row.reach {
                continue;
            }
            match into.get(begin..).and_then(<[_]>::last) {
                Some(last) if last.end == town.columns.start => {
                    let at = into.len() - 1;
                    into[at].end = town.columns.end;
                }
                _ => into.push(town.columns.clone()),
            }
        }
    }

    fn prepare(&self, row: usize) -> Row {
        self.rows[row].clone()
    }

    fn values(&self, row: &Row, columns: Range<usize>, bar: Bar<'_>, values: &mut [i32]) {
        let open = bar.is_open();
        let mut at = columns.start;
        let mut done = 0;
        while at < columns.end {
            let (block, lane) = (at / LANES, at % LANES);
            if lane == 0 && columns.end - at >= LANES {
                let many = (columns.end - at) / LANES;
                let (prices, _) = bar.prices[done..].as_chunks::<LANES>();
                let (into, _) = values[done..].as_chunks_mut::<LANES>();
                score(
                    row,
                    &self.columns.blocks[block..block + many],
                    bar.least,
                    open,
                    &prices[..many],
                    &mut into[..many],
                );
                at += many * LANES;
                done += many * LANES;
                continue;
            }
            // A block that begins or ends within.
            let many = (LANES - lane).min(columns.end - at);
            let mut prices = [[0; LANES]];
            prices[0][lane..lane + many].copy_from_slice(&bar.prices[done..done + many]);
            let mut into = [[NOT_ALLOWED; LANES]];
            score(row, &self.columns.blocks[block..=block], bar.least, open, &prices, &mut into);
            values[done..done + many].copy_from_slice(&into[0][lane..lane + many]);
            at += many;
            done += many;
        }
    }

    fn value(&self, _: usize, row: usize, column: usize) -> Option<i64> {
        // One lane of the same code: what is proved of the passes does not depend on what is scored.
        let row = &self.rows[row];
        let block = &self.columns.blocks[column / LANES];
        let lane = column % LANES;
        let (allowed, score) = without_time(row, block);
        allowed[lane].then(|| i64::from(coarse(score[lane] + time_of(row, block, lane), row.ties)))
    }

    fn select(&self, columns: &[u32]) -> Self {
        Self { rows: Arc::clone(&self.rows), columns: self.columns.select(columns) }
    }
}
