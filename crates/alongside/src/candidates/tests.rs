//! A programme too large to list has the outcome that it has when it is listed.

use super::{CandidateGraph, ProgrammePairs, over_all_pairs};
use crate::compile::Compiled;
use crate::control::Control;
use crate::criteria::Criteria;
use crate::domain::Side;
use crate::eligibility::Rules;
use crate::input::{Document, Notation, build};
use crate::solve::solve;
use crate::synthetic::{Scheme, Synthetic};

#[test]
fn over_all_pairs_is_as_good_as_listed_and_proved_by_the_separate_checker() {
    for (at, scheme) in Scheme::ALL.into_iter().enumerate() {
        let made = Synthetic::new(scheme, 40 + at as u64).people(300, 260);
        let document = Document::parse(&made.programme(), Notation::Toml, None).unwrap();
        let mentors = (0..260).map(|at| made.record(Side::Mentor, at));
        let people = mentors.chain((0..300).map(|at| made.record(Side::Mentee, at))).collect();
        let further = made.further_kinds().flat_map(|kind| made.further_records(kind).collect::<Vec<_>>());
        let programme = build(&document, people, further.collect()).unwrap().programme;
        let compiled = Compiled::new(programme.matching());
        let (rules, criteria) = (Rules::new(&compiled), Criteria::new(&compiled));
        let graph = CandidateGraph::by_reference(&compiled, &rules, &criteria);
        assert_eq!(graph, CandidateGraph::new(&compiled, &rules, &criteria));
        let whole = graph.problem(&compiled).unwrap();
        let listed = solve(&whole, &alongside_solver::Control::default()).unwrap();
        let pairs = ProgrammePairs::new(&compiled, &rules, &criteria).unwrap();
        let found = over_all_pairs(&compiled, &pairs, &Control::default()).unwrap();
        assert_eq!((found.candidates, &found.solution.totals), (graph.len(), &listed.totals));
        assert_eq!(found.solution.served, listed.served);
        let kept = found.graph.problem(&compiled).unwrap();
        assert_eq!(found.solution.assignment(&kept), listed.assignment(&whole));
        assert!(found.graph.len() < graph.len(), "{scheme:?} keeps all {}", graph.len());
        // The certificate holds over all pairs, not only those kept.
        let certificate = found.solution.certificate.unwrap();
        alongside_solver::verify::verify(&whole, &listed.edges, &certificate).unwrap();
        for mentee in 0..compiled.mentees() {
            assert_eq!(pairs.row(mentee), graph.row(mentee).collect::<Vec<_>>());
        }
    }
}
