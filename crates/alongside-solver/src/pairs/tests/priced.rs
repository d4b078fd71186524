//! Sets of columns by price.

use super::run::draw;
use crate::pairs::Priced;

#[test]
fn a_set_has_every_column_that_is_cheap_enough_and_few_that_are_dearer() {
    for seed in 0..60 {
        let first = (draw(seed, 1) % 200) as usize;
        let columns = first..first + 1 + (draw(seed, 2) % 700) as usize;
        let kinds = [1, 3, 40, 100_000][seed as usize % 4];
        let price = |column: usize| (draw(seed, 10 + column as u64) % kinds) as i64 - 20;
        let priced = Priced::new(columns.clone(), price);
        let mut sorted: Vec<i64> = columns.clone().map(price).collect();
        sorted.sort_unstable();
        for limit in sorted.iter().flat_map(|price| [price - 1, *price]).chain([i64::MIN, i64::MAX]) {
            let within = priced.at_most(limit);
            let has = |column: usize| within.word(column / 64) >> (column % 64) & 1 == 1;
            let cheap = |column: &usize| price(*column) <= limit;
            assert!(columns.clone().filter(cheap).all(has), "{seed} {limit}");
            let dear: Vec<i64> = columns.clone().filter(|column| !cheap(column) && has(*column)).map(price).collect();
            // One set is between: those that are dearer than asked for are among the next few by price.
            let below = sorted.partition_point(|price| *price <= limit);
            let most = sorted[(below + 2 * columns.len().div_ceil(32)).min(sorted.len() - 1)];
            assert!(below > 0 || dear.is_empty());
            assert!(dear.iter().all(|price| *price <= most), "{seed} {limit} {dear:?}");
        }
    }
}
