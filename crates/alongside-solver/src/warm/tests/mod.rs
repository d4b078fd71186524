mod model;
pub(crate) mod oracle;

use super::Live;
use model::Model;
use oracle::{Dice, all, best, key, proves, tiny};

fn compare(live: &Live, model: &Model) {
    let problem = live.problem().unwrap();
    assert_eq!(problem, model.problem());
    let solution = live.solution();
    assert!(proves(&problem, &solution), "{problem:?} {solution:?}");
    assert_eq!(live.certificate(), solution.certificate.clone().unwrap());
    assert_eq!((live.objective().served, live.objective().totals), (&solution.served[..], &solution.totals[..]));
    let (top, optimal) = best(&problem, &all(&problem), problem.level_count());
    assert_eq!(key(&solution), top);
    let given = solution.assignment(&problem);
    if let [(_, only)] = &optimal[..] {
        assert_eq!(&given, only);
    }
    for (row, column) in given.iter().enumerate() {
        let kept = model.kept.get(&(row as u32)).copied();
        assert_eq!(live.assignment_of(row as u32), column.or(kept));
    }
    assert_eq!(live.kept(), model.kept.iter().map(|(row, column)| (*row, *column)).collect::<Vec<_>>());
}

fn assigned(live: &Live, model: &Model) -> Vec<Option<u32>> {
    (0..model.tiers.len() as u32)
        .map(|row| live.assignment_of(row).filter(|_| !model.kept.contains_key(&row)))
        .collect()
}

#[test]
fn every_edit_leaves_a_proved_optimum() {
    let mut refused = 0;
    let mut made = 0;
    for seed in 0..1500 {
        let mut dice = Dice(seed);
        let problem = tiny(&mut dice, 5, 4);
        let mut live = Live::from_nothing(&problem).unwrap();
        let mut model = Model::of(&problem);
        if seed % 3 == 0 {
            // Prices that have to be laid anew all the time.
            live.narrow(2);
        }
        compare(&live, &model);
        for _ in 0..10 {
            let before = assigned(&live, &model);
            let Some(moved) = model.edit(&mut live, &mut dice) else {
                refused += 1;
                continue;
            };
            made += 1;
            compare(&live, &model);
            let mut after = assigned(&live, &model);
            let mut replayed = before;
            replayed.resize(after.len(), None);
            for step in moved {
                assert_eq!(replayed[step.row as usize], step.from);
                assert_ne!(step.from, step.to);
                replayed[step.row as usize] = step.to;
            }
            after.truncate(replayed.len());
            assert_eq!(replayed, after);
            if model.tiers.len() > 7 {
                break;
            }
        }
    }
    assert!(made > 5000 && refused > 1000, "{made} {refused}");
}
