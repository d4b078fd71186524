mod larger;
mod model;
pub(crate) mod oracle;
mod starts;

use super::{EditError, Live, NewPair, StartError};
use crate::verify::verify;
use crate::{Problem, ProblemParts};
use model::Model;
use oracle::{Dice, all, best, key, proves, tiny};

fn compare(live: &Live, model: &Model) {
    let problem = live.problem().unwrap();
    assert_eq!(problem, model.problem());
    let solution = live.solution();
    assert!(proves(&problem, &solution), "{problem:?} {solution:?}");
    assert!(verify(&problem, &solution.edges, solution.certificate.as_ref().unwrap()).is_ok());
    assert_eq!(live.certificate(), solution.certificate.clone().unwrap());
    assert_eq!((live.objective().served, live.objective().totals), (&solution.served[..], &solution.totals[..]));
    let (top, optimal) = best(&problem, &all(&problem), problem.level_count());
    assert_eq!(key(&solution), top);
    let given = solution.assignment(&problem);
    if let [(_, only)] = &optimal[..] {
        assert_eq!(&given, only);
    }
    for (row, column) in (0..).zip(&given) {
        assert_eq!(live.assignment_of(row), column.or(model.kept.get(&row).copied()));
    }
    assert_eq!(live.kept(), model.kept.iter().map(|(row, column)| (*row, *column)).collect::<Vec<_>>());
}

fn assigned(live: &Live, model: &Model) -> Vec<Option<u32>> {
    let rows = 0..u32::try_from(model.tiers.len()).unwrap();
    rows.map(|row| live.assignment_of(row).filter(|_| !model.kept.contains_key(&row))).collect()
}

/// Makes random edits one after another and compares after each; how many were made, and how many refused.
fn play(problem: &Problem, dice: &mut Dice, edits: usize, room: Option<u64>) -> (usize, usize) {
    let mut live = Live::from_nothing(problem).unwrap();
    if let Some(room) = room {
        live.narrow(room);
    }
    let mut model = Model::of(problem);
    compare(&live, &model);
    let (mut made, mut refused) = (0, 0);
    for _ in 0..edits {
        let mut replayed = assigned(&live, &model);
        let Some(moved) = model.edit(&mut live, dice) else {
            refused += 1;
            continue;
        };
        made += 1;
        compare(&live, &model);
        replayed.resize(model.tiers.len(), None);
        for step in moved {
            assert_eq!(replayed[step.row as usize], step.from);
            assert_ne!(step.from, step.to);
            replayed[step.row as usize] = step.to;
        }
        assert_eq!(replayed, assigned(&live, &model));
        if model.tiers.len() > 7 {
            break;
        }
    }
    (made, refused)
}

#[test]
fn every_edit_leaves_a_proved_optimum() {
    let (mut made, mut refused) = (0, 0);
    for seed in 0..4000 {
        let mut dice = Dice::new(seed);
        let problem = tiny(&mut dice, 5, 4);
        let (more_made, more_refused) = play(&problem, &mut dice, 12, None);
        (made, refused) = (made + more_made, refused + more_refused);
    }
    assert!(made > 15_000 && refused > 5000, "{made} {refused}");
}

#[test]
fn prices_laid_anew_all_the_time_prove_it_too() {
    for seed in 4000..5500 {
        let mut dice = Dice::new(seed);
        let problem = tiny(&mut dice, 5, 4);
        play(&problem, &mut dice, 12, Some(seed % 3));
    }
}

#[test]
fn levels_that_fill_many_words_are_kept_apart() {
    for seed in 0..1000 {
        let mut dice = Dice::wide(seed);
        let problem = tiny(&mut dice, 5, 4);
        play(&problem, &mut dice, 8, None);
    }
}

#[test]
fn values_that_outgrow_their_words_get_wider_ones() {
    for seed in 0..1000 {
        let mut dice = Dice::new(seed);
        let problem = tiny(&mut dice, 5, 4);
        dice.scale = 1 << 30;
        play(&problem, &mut dice, 8, None);
    }
}

#[test]
fn values_too_large_for_the_paths_are_refused_and_nothing_changes() {
    let rows = 40_000;
    let mut parts =
        ProblemParts { tier_count: 1, tiers: vec![0; rows], capacities: vec![1; rows], ..Default::default() };
    parts.row_starts = std::iter::once(0).chain(std::iter::repeat_n(1, rows)).collect();
    (parts.columns, parts.levels) = (vec![0], vec![vec![1 << 30]]);
    let mut live = Live::from_nothing(&Problem::new(parts.clone()).unwrap()).unwrap();
    let before = live.problem().unwrap();
    for value in [1 << 40, -(1 << 40), (1 << 40) + 1, i64::MIN, i64::MAX] {
        assert_eq!(live.set_value(0, 0, 0, value).err(), Some(EditError::Value(value)));
        assert_eq!(live.set_pair(1, 1, &[value]).err(), Some(EditError::Value(value)));
        let pairs = [NewPair { with: 3, values: &[value] }];
        assert_eq!(live.add_row(0, &pairs).err(), Some(EditError::Value(value)));
        assert_eq!(live.add_column(1, &pairs).err(), Some(EditError::Value(value)));
    }
    let pairs = [NewPair { with: 3, values: &[1] }, NewPair { with: 3, values: &[2] }];
    assert_eq!(live.add_row(0, &pairs).err(), Some(EditError::Twice(3)));
    assert_eq!(live.add_row(1, &[]).err(), Some(EditError::NoTier(1)));
    assert_eq!(live.set_pair(1, 1, &[1, 2]).err(), Some(EditError::Levels));
    assert_eq!(live.set_pair(1, 1, &[]).err(), Some(EditError::Levels));
    assert_eq!(live.set_value(0, 0, 1, 1).err(), Some(EditError::Levels));
    assert_eq!(live.problem().unwrap(), before);
    assert_eq!(live.objective().totals, [1 << 30]);
    parts.levels[0][0] = 1 << 40;
    assert_eq!(Live::from_nothing(&Problem::new(parts).unwrap()).err(), Some(StartError::Overflow));
}
