//! Against brute force over all plans, and against another solver.

use super::{Case, Dice, Tuning, solve_by};
use crate::control::Control;
use crate::solution::SolveError;
use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

/// The greatest total of all plans, by trying every one.
fn brute(case: &Case) -> Option<i128> {
    fn go(case: &Case, bidder: usize, edge: usize, wanted: u32, room: &mut [u32]) -> Option<i128> {
        if wanted == 0 {
            if bidder + 1 == case.demands.len() {
                let full = room.iter().zip(&case.required).all(|(room, required)| !required || *room == 0);
                return full.then_some(0);
            }
            return go(case, bidder + 1, case.starts[bidder + 1], case.demands[bidder + 1], room);
        }
        let mut best = None;
        for at in edge..case.starts[bidder + 1] {
            let item = case.items[at] as usize;
            if room[item] > 0 {
                room[item] -= 1;
                let rest = go(case, bidder, at + 1, wanted - 1, room);
                room[item] += 1;
                best = best.max(rest.map(|rest| rest + i128::from(case.values[at])));
            }
        }
        best
    }
    go(case, 0, 0, *case.demands.first()?, &mut case.capacities.clone())
}

/// A case of up to 5 by 5. `turned`: bidders want several, items take one.
fn tiny(dice: &mut Dice, turned: bool) -> Case {
    let (bidders, items) = (1 + dice.below(5) as usize, 1 + dice.below(5) as usize);
    let spread = [0, 1, 3, 20, 1 << 20, 1 << 40][dice.below(6) as usize];
    let density = 1 + dice.below(4);
    let mut row = |_| {
        let mut row = Vec::new();
        for item in 0..items as u32 {
            if dice.below(4) < density {
                row.push((item, dice.within(-spread, spread)));
            }
        }
        row
    };
    let rows: Vec<_> = (0..bidders).map(&mut row).collect();
    let mut case = Case::plain(&rows, items);
    let several = if turned { &mut case.demands } else { &mut case.capacities };
    for one in several {
        *one = dice.below(4) as u32;
    }
    if dice.below(2) == 0 {
        case.required.fill_with(|| dice.below(3) == 0);
    }
    case
}

#[test]
fn every_tiny_case_is_as_good_as_brute_force() {
    let mut dice = Dice(1);
    let (mut plans, mut none) = (0, 0);
    for round in 0..60_000 {
        let case = tiny(&mut dice, round % 2 == 0);
        match brute(&case) {
            Some(best) => {
                plans += 1;
                assert_eq!(case.best(), best, "{case:?}");
                assert_eq!(case.best_the_long_way(), best, "{case:?}");
                let spread = [1, 30, 1 << 21, 1 << 45][dice.below(4) as usize];
                let prices: Vec<i64> = case.capacities.iter().map(|_| dice.within(-spread, spread)).collect();
                assert_eq!(case.best_from(&prices), best, "{case:?} from {prices:?}");
            }
            None => {
                none += 1;
                assert_eq!(case.solve(), Err(SolveError::Unsound), "{case:?}");
                let long = solve_by(&case.transport(), None, &Control::default(), Tuning { auction: 0, alone: 0 });
                assert_eq!(long, Err(SolveError::Unsound), "{case:?}");
            }
        }
    }
    assert!(plans > 5000 && none > 5000, "{plans} with a plan, {none} without");
}

#[test]
fn complete_cases_agree_with_another_solver() {
    let mut dice = Dice(2);
    for round in 0..120 {
        let items = 1 + dice.below(60) as usize;
        let bidders = 1 + dice.below(items as u64) as usize;
        let spread = [2, 20, 1000, 1 << 30][round % 4];
        let matrix = Matrix::from_fn(bidders, items, |_| dice.within(-spread, spread));
        let case = Case::complete(bidders, items, |bidder, item| matrix[(bidder as usize, item as usize)]);
        assert_eq!(case.best(), i128::from(kuhn_munkres(&matrix).0));
    }
}
