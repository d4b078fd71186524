//! Solving again after an edit, against solving the edited problem from the start in another way.

use super::{compared, less};
use crate::oracle::case::Case;
use crate::oracle::draw::Draw;
use crate::oracle::family::{self, SIXTY, Size, TINY};
use crate::oracle::{Pair, Tuple, brute, share, worth};
use alongside_solver::verify::verify;
use alongside_solver::warm::{EditError, Live, NewPair, StartError};
use alongside_solver::{Control, solve};

/// A case being edited: those kept, and rows and columns taken out.
struct Edited {
    case: Case,
    kept: Vec<Pair>,
    gone_rows: Vec<usize>,
    gone_columns: Vec<usize>,
}

/// What one edit came to.
enum Made {
    Yes,
    /// Nothing to make it of.
    No,
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap()
}

fn values(draw: &mut Draw, levels: usize) -> Vec<i64> {
    let reach = draw.pick(&[0, 1, 3, 1000]);
    (0..levels).map(|_| draw.within(-reach, reach)).collect()
}

impl Edited {
    fn open(&self, row: usize) -> bool {
        !self.gone_rows.contains(&row) && self.kept.iter().all(|pair| pair.0 != row)
    }

    /// What is left to solve: kept rows have no pairs, their places are taken.
    fn rest(&self) -> Case {
        let mut rest = self.case.clone();
        for (row, column) in &self.kept {
            rest.capacities[*column] -= 1;
            rest.cells[*row].fill(None);
        }
        rest
    }

    /// Makes an edit on both.
    fn edit(&mut self, live: &mut Live, draw: &mut Draw) -> Result<Made, EditError> {
        let case = &mut self.case;
        let pairs: Vec<Pair> =
            case.pairs().into_iter().filter(|pair| self.kept.iter().all(|kept| kept.0 != pair.0)).collect();
        let pair = (!pairs.is_empty()).then(|| draw.pick(&pairs));
        let levels = case.levels;
        let rows: Vec<usize> = (0..self.case.rows()).filter(|row| self.open(*row)).collect();
        let columns: Vec<usize> =
            (0..self.case.columns()).filter(|column| !self.gone_columns.contains(column)).collect();
        let row = (!rows.is_empty()).then(|| draw.pick(&rows));
        let column = (!columns.is_empty()).then(|| draw.pick(&columns));
        let case = &mut self.case;
        match (draw.below(9), pair, row, column) {
            (0, Some((row, column)), ..) => {
                live.reject(number(row), number(column))?;
                case.cells[row][column] = None;
            }
            (1, _, Some(row), Some(column)) => {
                let values = values(draw, levels);
                live.set_pair(number(row), number(column), &values)?;
                case.cells[row][column] = Some(values);
            }
            (2, Some((row, column)), ..) if levels > 0 => {
                let level = draw.below(levels);
                let value = draw.within(-9, 9);
                live.set_value(number(row), number(column), level, value)?;
                case.cells[row][column].as_mut().unwrap()[level] = value;
            }
            (3, Some((row, column)), ..) => {
                let held = self.kept.iter().filter(|kept| kept.1 == column).count();
                if held == case.capacities[column] as usize {
                    return Ok(Made::No);
                }
                live.keep(number(row), number(column))?;
                self.kept.push((row, column));
            }
            (4, ..) if !self.kept.is_empty() => {
                let (row, _) = self.kept.swap_remove(draw.below(self.kept.len()));
                live.release(number(row))?;
            }
            (5, _, _, Some(column)) => {
                let held = self.kept.iter().filter(|kept| kept.1 == column).count();
                let places = held + draw.below(3);
                live.set_capacity(number(column), number(places))?;
                case.capacities[column] = number(places);
            }
            (6, _, Some(row), _) => {
                live.remove_row(number(row))?;
                case.cells[row].fill(None);
                self.gone_rows.push(row);
            }
            (7, _, _, Some(column)) if draw.chance(30) && self.kept.iter().all(|kept| kept.1 != column) => {
                live.remove_column(number(column))?;
                case.cells.iter_mut().for_each(|row| row[column] = None);
                case.capacities[column] = 0;
                self.gone_columns.push(column);
            }
            (8, ..) => {
                let tier = u8::try_from(draw.below(usize::from(case.tier_count))).unwrap();
                let chosen: Vec<usize> = columns.into_iter().filter(|_| draw.chance(20)).collect();
                let values: Vec<Vec<i64>> = chosen.iter().map(|_| values(draw, levels)).collect();
                let new: Vec<NewPair<'_>> = chosen
                    .iter()
                    .zip(&values)
                    .map(|(column, values)| NewPair { with: number(*column), values })
                    .collect();
                live.add_row(tier, &new)?;
                case.tiers.push(tier);
                case.demands.push(1);
                let mut cells = vec![None; case.columns()];
                chosen.into_iter().zip(values).for_each(|(column, values)| cells[column] = Some(values));
                case.cells.push(cells);
            }
            _ => return Ok(Made::No),
        }
        Ok(Made::Yes)
    }
}

/// Edits a random problem, and holds it after every edit against `best` of what is left. How many edits were made.
fn play(seed: u64, draw: &mut Draw, size: Size, edits: usize, best: &dyn Fn(&Case) -> Tuple) -> Option<u64> {
    let case = family::plain(draw, size);
    let problem = case.problem();
    let live = if seed.is_multiple_of(2) {
        Live::from_nothing(&problem)
    } else {
        Live::new(&problem, &solve::solve(&problem, &Control::default()).unwrap())
    };
    let mut live = match live {
        Err(StartError::Overflow) => return None,
        live => live.unwrap(),
    };
    let mut edited = Edited { case, kept: Vec::new(), gone_rows: Vec::new(), gone_columns: Vec::new() };
    let mut made = 0;
    for _ in 0..edits {
        match edited.edit(&mut live, draw) {
            Ok(Made::Yes) => made += 1,
            Ok(Made::No) => continue,
            // Values too large for the paths, which is said.
            Err(EditError::Value(_)) => return Some(made),
            Err(error) => panic!("seed {seed}: {error}"),
        }
        let rest = edited.rest();
        // A case too large to be tried is not.
        if size.edges == TINY.edges && rest.pairs().len() > 12 {
            return Some(made);
        }
        let (problem, solution) = (live.problem().unwrap(), live.solution());
        assert_eq!(problem, rest.problem(), "seed {seed}");
        let chosen = rest.pairs_of(&solution.edges);
        assert!(rest.allows(&chosen), "seed {seed}");
        assert_eq!(worth::objective(&rest, &chosen), best(&rest), "seed {seed}: {rest:?}");
        let proven = verify(&problem, &solution.edges, solution.certificate.as_ref().unwrap());
        assert!(proven.is_ok(), "seed {seed}: {proven:?}");
    }
    Some(made)
}

#[test]
fn after_every_edit_it_is_the_best_of_all() {
    let declared = share(100_000, 30);
    let (mut made, mut seed) = (0, 0);
    let mut problems = 0;
    while made < declared {
        seed += 1;
        let best = |case: &Case| brute::best(case, |chosen| worth::objective(case, chosen));
        if let Some(more) = play(seed, &mut Draw::new(seed ^ 0x3a83_0000), TINY, 12, &best) {
            made += more;
            problems += 1;
        }
    }
    compared(made, "edits of tiny problems, with every assignment of what is left");
    assert!(problems * 2 > seed && made > 3 * problems, "{made} edits of {problems}, {seed} tried");
}

#[test]
fn after_every_edit_it_is_as_good_as_a_plain_flow() {
    let declared = share(5_000, 40);
    let (mut made, mut problems, mut seed) = (0, 0, 0);
    while problems < declared {
        seed += 1;
        if let Some(more) = play(seed, &mut Draw::new(seed ^ 0x3a84_0000), SIXTY, 6, &less::best) {
            made += more;
            problems += 1;
        }
    }
    assert!(problems * 10 >= seed * 9, "{problems} of {seed}");
    compared(problems, "problems of up to 60 edited, with a plain flow");
    compared(made, "edits of these, with a plain flow");
}
