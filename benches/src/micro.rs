//! A kernel with the features that other engines were measured on: 128 interests and 168 half hours counted where they
//! are shared, 64 kinds of experience under a mask, a language in common, distance in space, a weighted sum. Integers
//! throughout, so that every instruction set has the same sums.

use crate::dice::draw;
use multiversion::multiversion;

/// Mentors looked at together: so many that a loop over them stays a loop, and is compiled to vectors as such.
pub const LANES: usize = 64;

/// As many numbers.
pub type Lanes<T> = [T; LANES];

/// So many mentors.
#[derive(Debug, Clone)]
pub struct Block {
    interests: [Lanes<u32>; 4],
    time: [Lanes<u32>; 6],
    lived: [Lanes<u32>; 2],
    languages: Lanes<u32>,
    place: [Lanes<i32>; 3],
}

/// A mentee.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    interests: [u32; 4],
    time: [u32; 6],
    wished: [u32; 2],
    languages: u32,
    place: [i32; 3],
    weights: [i32; 4],
}

/// So many mentors, in blocks; numbers that are no multiple of a block are rounded down.
pub fn mentors(many: usize) -> Vec<Block> {
    let block = |block: usize| {
        let word = |stream: u64, lane: usize| draw(1, stream, (block * LANES + lane) as u64) as u32;
        // Every fourth bit or so is set.
        let sparse = |stream: u64| std::array::from_fn(|lane| word(stream, lane) & word(stream + 50, lane));
        Block {
            interests: [0, 1, 2, 3].map(sparse),
            time: [10, 11, 12, 13, 14, 15].map(sparse),
            lived: [20, 21].map(sparse),
            languages: std::array::from_fn(|lane| 1 << (word(30, lane) % 4)),
            place: [40, 41, 42].map(|stream| std::array::from_fn(|lane| (word(stream, lane) % 4000) as i32)),
        }
    };
    (0..many / LANES).map(block).collect()
}

/// The mentee of that number.
pub fn mentee(at: u64) -> Row {
    let word = |stream: u64| draw(2, stream, at) as u32;
    let sparse = |stream: u64| word(stream) & word(stream + 50);
    Row {
        interests: [0, 1, 2, 3].map(sparse),
        time: [10, 11, 12, 13, 14, 15].map(sparse),
        wished: [20, 21].map(sparse),
        languages: 1 << (word(30) % 4) | 1,
        place: [40, 41, 42].map(|stream| (word(stream) % 4000) as i32),
        weights: [300, 120, 500, 3],
    }
}

/// Bits in common.
#[inline(always)]
fn count<const WORDS: usize>(words: &[Lanes<u32>; WORDS], own: &[u32; WORDS], lane: usize) -> i32 {
    let mut count = 0_i32;
    for (words, own) in words.iter().zip(own) {
        count = count.wrapping_add((words[lane] & own).count_ones() as i32);
    }
    count
}

#[inline(always)]
fn sums(row: &Row, blocks: &[Block], values: &mut [Lanes<i32>]) {
    for (block, values) in blocks.iter().zip(values) {
        for lane in 0..LANES {
            let mut squared = 0_i32;
            for (axis, own) in block.place.iter().zip(row.place) {
                let apart = axis[lane].wrapping_sub(own);
                squared = squared.wrapping_add(apart.wrapping_mul(apart));
            }
            let near = (1_i32 << 12).wrapping_sub(squared >> 12).max(0);
            let sum = count(&block.interests, &row.interests, lane)
                .wrapping_mul(row.weights[0])
                .wrapping_add(count(&block.time, &row.time, lane).wrapping_mul(row.weights[1]))
                .wrapping_add(count(&block.lived, &row.wished, lane).wrapping_mul(row.weights[2]))
                .wrapping_add(near.wrapping_mul(row.weights[3]));
            values[lane] = if block.languages[lane] & row.languages == 0 { i32::MIN } else { sum };
        }
    }
}

/// A mentee's sums with mentors, with the best instructions there are.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub fn best(row: &Row, blocks: &[Block], values: &mut [Lanes<i32>]) {
    sums(row, blocks, values);
}

/// The same without the widest instructions.
#[multiversion(targets("x86_64+avx2+fma+bmi2+popcnt"))]
pub fn avx2(row: &Row, blocks: &[Block], values: &mut [Lanes<i32>]) {
    sums(row, blocks, values);
}

/// The same with what every processor of its kind has.
pub fn baseline(row: &Row, blocks: &[Block], values: &mut [Lanes<i32>]) {
    sums(row, blocks, values);
}
