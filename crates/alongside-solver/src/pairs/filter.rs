//! Finding the few pairs of interest among the values of a tile, sixteen at a time.

use super::source::{MAX_BLOCK_VALUE, NOT_ALLOWED};
use multiversion::multiversion;

/// Pairs looked at together.
pub(super) const GROUP: usize = 16;

/// Adds the number of each group of sixteen in which some value reaches `least` and its price. What is left over
/// behind the last whole group counts as one more group, always named. The sums cannot overflow: bars lie in
/// `-2^30 ..= 2^30`, prices nearer to 0 than 2^30.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn reaching(values: &[i32], prices: &[i32], least: i32, groups: &mut Vec<u32>) {
    let (wholes, rest) = values.as_chunks::<GROUP>();
    let (price_wholes, _) = prices.as_chunks::<GROUP>();
    for (group, (values, prices)) in wholes.iter().zip(price_wholes).enumerate() {
        let mut any = 0;
        for (value, price) in values.iter().zip(prices) {
            any |= i32::from(*value >= least.wrapping_add(*price));
        }
        if any != 0 {
            groups.push(group as u32);
        }
    }
    if !rest.is_empty() {
        groups.push(wholes.len() as u32);
    }
}

/// Adds a level's values, each counted so many times, to sums of 64 bits.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn add_level(values: &[i32], unit: i64, sums: &mut [i64]) {
    for (sum, value) in sums.iter_mut().zip(values) {
        *sum = sum.wrapping_add(i64::from(*value).wrapping_mul(unit));
    }
}

/// What values within [`MAX_BLOCK_VALUE`] have to reach to come to `least` and their prices.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn last_level_bars(prices: &[i64], least: i64, bars: &mut [i32]) {
    let most = i64::from(MAX_BLOCK_VALUE) + 1;
    for (bar, price) in bars.iter_mut().zip(prices) {
        *bar = price.wrapping_add(least).clamp(-most, most) as i32;
    }
}

/// How many of the values are of pairs that are allowed.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn allowed(values: &[i32]) -> u32 {
    values.iter().fold(0_u32, |many, value| many.wrapping_add(u32::from(*value != NOT_ALLOWED)))
}

/// The same for groups in which some value reaches `least` and its price, or what its column asks of values alone.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn reaching_either(values: &[i32], prices: &[i32], least: i32, or: &[i32], groups: &mut Vec<u32>) {
    let (wholes, rest) = values.as_chunks::<GROUP>();
    let (price_wholes, _) = prices.as_chunks::<GROUP>();
    let (or_wholes, _) = or.as_chunks::<GROUP>();
    for (group, (values, (prices, or))) in wholes.iter().zip(price_wholes.iter().zip(or_wholes)).enumerate() {
        let mut any = 0;
        for (value, (price, or)) in values.iter().zip(prices.iter().zip(or)) {
            any |= i32::from(*value >= least.wrapping_add(*price)) | i32::from(*value >= *or);
        }
        if any != 0 {
            groups.push(group as u32);
        }
    }
    if !rest.is_empty() {
        groups.push(wholes.len() as u32);
    }
}
