//! How long an audit of 500 by 500 people takes; run it with `--release -- --ignored --nocapture timing`.

use crate::audit::allotment::Allotment;
use crate::audit::book::Book;
use crate::audit::survey::Survey;
use crate::audit::testing::outcome::outcome_answering;
use crate::audit::testing::programme;
use crate::audit::testing::random::{self, Dice};
use crate::audit::{Proof, audit};
use crate::domain::Matching;
use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;
use std::time::Instant;

/// The best matching by an assignment solver of another hand, levels weighed into one number each.
fn best(matching: &Matching) -> Vec<Option<usize>> {
    let book = Book::of(matching, crate::domain::OwnCriteria::default());
    let nobody = Allotment::of(&book, vec![None; matching.mentees.len()]);
    let survey = Survey::of(&book, &nobody);
    let places: Vec<usize> = (0..matching.mentors.len()).flat_map(|at| vec![at; book.free(at) as usize]).collect();
    let unserved = matching.mentees.len();
    let value = |(mentee, place): (usize, usize)| -> i128 {
        let Some(&mentor) = places.get(place) else { return 0 };
        let Some(quality) = survey.rows[mentee].quality(mentor) else { return -(1 << 115) };
        let tier = 1_i128 << (10 * (2 - u32::from(matching.mentees[mentee].tier)));
        quality.iter().fold(tier, |sum, part| (sum << 50) + part)
    };
    let values = Matrix::from_fn(matching.mentees.len(), places.len() + unserved, value);
    kuhn_munkres(&values).1.into_iter().map(|place| places.get(place).copied()).collect()
}

#[test]
#[ignore = "measures"]
fn timing() {
    for strict in [false, true] {
        let mut made = random::programme(&mut Dice::new(5), 500, 500, strict);
        made.aim.first.clear();
        made.aim.floor = 0;
        // Two levels of quality and two tiers fit into one number.
        made.mentees.iter_mut().for_each(|mentee| {
            mentee.tier = mentee.tier.min(2);
            mentee.stated_tier = Some(mentee.tier);
        });
        made.aim.tiers = 2;
        let chosen = best(&made);
        let began = Instant::now();
        let book = Book::of(&made, crate::domain::OwnCriteria::default());
        let survey = Survey::of(&book, &Allotment::of(&book, chosen.clone()));
        println!("pass over all pairs {:?}, {} questions", began.elapsed(), survey.questions.len());
        let programme = programme(made);
        let stated = outcome_answering(&programme, &chosen, |_, _, _, _, _| false);
        let began = Instant::now();
        let found = audit(&programme, &stated);
        println!("all {:?} {:?}", began.elapsed(), found.checked);
        let unasked = crate::outcome::Outcome { questions: Vec::new(), ..stated };
        let began = Instant::now();
        let found_unasked = audit(&programme, &unasked);
        println!("without answers to questions {:?} {}", began.elapsed(), found_unasked.findings.len());
        assert_eq!(found.checked.proof, Proof::EveryLevel);
    }
}
