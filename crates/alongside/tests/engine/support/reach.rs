//! The generator reaches what the laws are about: a law over programmes in which nothing happens holds nothing.

use super::{Blueprint, blueprints, outcome, programme, sample};
use alongside::Outcome;
use alongside::domain::Programme;
use alongside::outcome::{Because, LevelName, Met, Obstacle};
use std::collections::{BTreeMap, BTreeSet};

/// How often each case was met.
#[derive(Debug, Default)]
struct Seen(BTreeMap<&'static str, usize>);

impl Seen {
    fn note(&mut self, case: &'static str, met: bool) {
        *self.0.entry(case).or_default() += usize::from(met);
    }

    /// Groups of people who have candidates only among themselves, as far as proposals and alternatives tell.
    fn parts(outcome: &Outcome) -> usize {
        let mut parts: Vec<BTreeSet<&str>> = Vec::new();
        for proposal in &outcome.proposals {
            let mut part: BTreeSet<&str> = proposal.alternatives.iter().map(|other| other.mentor.as_str()).collect();
            part.insert(proposal.mentor.as_str());
            let (touching, apart) = parts.into_iter().partition(|other: &BTreeSet<&str>| !other.is_disjoint(&part));
            parts = apart;
            parts.push(touching.into_iter().fold(part, |all, one| &all | &one));
        }
        parts.len()
    }

    fn look(&mut self, programme: &Programme, outcome: &Outcome) {
        let matching = programme.matching();
        let waiting = &outcome.unmatched;
        self.note("waits though servable", waiting.iter().any(|one| one.servable));
        self.note(
            "waits below the floor only",
            waiting.iter().any(|one| one.asked.below_floor == one.asked.all && one.asked.all > 0),
        );
        self.note(
            "waits for checks only",
            waiting.iter().any(|one| one.asked.needs_check == one.asked.all && one.asked.all > 0),
        );
        self.note(
            "waits, all refused",
            waiting.iter().any(|one| one.asked.refused == one.asked.all && one.asked.all > 0),
        );
        self.note("waits, all places needed elsewhere", waiting.iter().any(|one| one.needed_elsewhere > 1));
        self.note("a pair that meets and goes on", outcome.kept.iter().any(|one| one.current));
        self.note("a nominated pair that goes on", outcome.kept.iter().any(|one| one.nominated));
        self.note("a nominated pair that waits", outcome.urgent.iter().any(|one| one.nominated));
        self.note("a pair that a coordinator keeps", outcome.kept.iter().any(|one| !one.current));
        self.note("an urgent pair", !outcome.urgent.is_empty());
        self.note("a pair held", outcome.held.iter().any(|one| one.mentee.is_some() && one.mentor.is_some()));
        self.note("a mentor held", outcome.held.iter().any(|one| one.mentee.is_none()));
        self.note("somebody settled", outcome.idle.iter().any(|one| one.asked.settled > 0));
        let over = |at: &alongside::domain::Mentor| {
            outcome.urgent.iter().filter(|one| one.mentor == at.person.id).count() > at.capacity as usize
        };
        self.note("more pairs than places", matching.mentors.iter().any(over));
        self.note("somebody without place", waiting.iter().any(|one| one.asked.without_place > 0));
        let earlier = |tier| waiting.iter().any(|one| one.tier < tier && one.servable);
        self.note("later tier waits", outcome.totals.tiers.iter().any(|tier| tier.tier > 1 && tier.waiting > 0));
        self.note(
            "earlier tier waits though servable while a later one is served",
            outcome.proposals.iter().any(|one| earlier(one.tier)),
        );
        self.note("idle mentor with candidates", outcome.idle.iter().any(|one| one.served_elsewhere > 0));
        self.note("idle mentor without capacity", outcome.idle.iter().any(|one| one.capacity == 0));
        let mut used: BTreeMap<_, usize> = BTreeMap::new();
        outcome.proposals.iter().for_each(|one| *used.entry(&one.mentor).or_default() += 1);
        self.note("several places of one mentor used", used.values().any(|used| *used > 1));
        self.note("several parts", Self::parts(outcome) > 1);
        let equals = |one: &alongside::outcome::Proposal| one.alternatives.iter().any(|other| other.fit == one.fit);
        self.note("equal fits", outcome.proposals.iter().any(equals));
        self.note("questions", !outcome.questions.is_empty());
        let changing = |best: bool| {
            outcome.questions.iter().any(|one| if best { one.best_changes } else { one.worst_changes } == Some(true))
        };
        self.note("question whose best answer changes the proposal", changing(true));
        self.note("question whose worst answer changes the proposal", changing(false));
        self.note(
            "question about a mentor",
            outcome.questions.iter().any(|one| one.side == alongside::domain::Side::Mentor),
        );
        self.note(
            "criterion before total fit",
            outcome.levels.iter().any(|one| matches!(one.level, LevelName::Criterion(_))),
        );
        let levels = |of: &dyn Fn(&LevelName) -> bool| outcome.levels.iter().any(|one| of(&one.level) && one.value > 0);
        self.note("a least fit", levels(&|level| matches!(level, LevelName::LeastFit)));
        self.note("a least fit that is covered", outcome.certificate.iter().any(|one| one.cover.is_some()));
        self.note("a step of fit", levels(&|level| matches!(level, LevelName::FitAtLeast(_))));
        self.note("a choice", levels(&|level| matches!(level, LevelName::Choice(_))));
        self.note("a choice of some rank or better", levels(&|level| matches!(level, LevelName::ChoiceWithin(2))));
        self.note(
            "a natural mentor proposed to a friend",
            outcome.proposals.iter().any(|one| {
                let mentee = matching.mentee(&one.mentee).unwrap();
                let close = mentee.person.known_to.get(&one.mentor) == Some(&alongside::domain::KnownAs::CloseFriend);
                close && mentee.nominated_mentor.as_ref() == Some(&one.mentor)
            }),
        );
        self.note("a mentor of another programme", outcome.proposals.iter().any(|one| !one.shared_by.is_empty()));
        self.note(
            "weights of a programme",
            outcome.programmes.iter().any(|one| !one.weights.is_empty() && one.served > 0),
        );
        let most = matching.attributes.values().map(|one| one.labels.len()).max();
        self.note("more terms than a word of bits", most > Some(64));
        self.note("no criterion", matching.criteria.is_empty());
        self.note("nobody on one side", matching.mentors.is_empty() != matching.mentees.is_empty());
        self.note(
            "one person on both sides",
            matching.mentors.iter().any(|one| matching.mentee(&one.person.id).is_some()),
        );
        self.note(
            "hard wish in a proposal",
            outcome.proposals.iter().flat_map(|one| &one.wishes).any(|wish| wish.strength.is_hard()),
        );
        self.note(
            "open wish",
            outcome.proposals.iter().flat_map(|one| &one.wishes).any(|wish| wish.met == Met::Unknown),
        );
        self.note("several tiers served", outcome.totals.tiers.iter().filter(|tier| tier.served > 0).count() > 1);
        self.note(
            "alternative with a free place",
            outcome.proposals.iter().flat_map(|one| &one.alternatives).any(|one| one.places_free > 0),
        );
        self.note("more than three candidates", outcome.proposals.iter().any(|one| one.alternatives.len() == 3));
        let counted = outcome.proposals.iter().flat_map(|one| &one.contributions).flat_map(|part| &part.counted_as);
        self.note("word that counts as another", counted.count() > 0);
        for because in outcome.proposals.iter().flat_map(|one| &one.contributions).map(|part| &part.because) {
            self.note(
                match because {
                    Because::Unknown(_) => "because: unknown",
                    Because::NoWish => "because: no wish",
                    Because::NoChoice => "because: no choice",
                    Because::Shared(_) => "because: shared",
                    Because::Covered { .. } => "because: covered",
                    Because::Same(_) => "because: same",
                    Because::Difference { .. } => "because: difference",
                    Because::SharedHalfHours(_) => "because: shared half hours",
                    Because::DistanceKm(0) => "because: no distance",
                    Because::DistanceKm(_) => "because: distance",
                    Because::NotInPerson => "because: not in person",
                    Because::Wishes { .. } => "because: wishes",
                    Because::CarerWishes { .. } => "because: the carer's wishes",
                    Because::Choice(_) => "because: choice",
                    Because::Liked { .. } => "because: liked",
                    Because::SureDays { .. } => "because: sure days",
                    Because::TrainingHeld { .. } => "because: training held",
                    Because::NoWay => "because: no way",
                    Because::InTable(_) => "because: in table",
                    Because::Supplied(_) => "because: supplied",
                    Because::SuppliedRank(_) => "because: supplied rank",
                    Because::NotSupplied => "because: not supplied",
                    Because::Own(_) => "because: own",
                },
                true,
            );
        }
    }
}

#[test]
fn small_programmes_are_worth_asking_about() {
    let mut seen = Seen::default();
    let mut obstacles: BTreeSet<Obstacle> = BTreeSet::new();
    for blueprint in sample(2400, 1, &blueprints(6)) {
        let document = blueprint.document();
        let (programme, outcome) = (programme(&document), outcome(&document));
        seen.look(&programme, &outcome);
        let reasons = outcome.unmatched.iter().flat_map(|one| &one.reasons);
        let reasons = reasons.chain(outcome.idle.iter().flat_map(|one| &one.reasons));
        obstacles.extend(reasons.flat_map(|one| &one.details).map(|detail| detail.obstacle));
    }
    let rare: Vec<_> = seen.0.iter().filter(|(_, count)| **count < 5).collect();
    assert!(rare.is_empty(), "hardly ever met: {rare:?}\n{seen:#?}");
    assert!(seen.0.len() > 35, "{}", seen.0.len());
    // Every one of the obstacles that the reference lists.
    assert_eq!(obstacles.len(), 38, "{obstacles:?}");
}

#[test]
fn larger_programmes_come_apart_and_fill_up() {
    let mut seen = Seen::default();
    let mut largest = 0;
    for blueprint in sample(40, 2, &blueprints(40)) {
        let document = blueprint.document();
        let (programme, outcome) = (programme(&document), outcome(&document));
        largest = largest.max(outcome.proposals.len());
        seen.look(&programme, &outcome);
    }
    assert!(largest >= 20, "{largest}");
    for case in ["several parts", "several places of one mentor used", "waits though servable", "later tier waits"] {
        assert!(seen.0[case] > 3, "{case}: {seen:#?}");
    }
}

#[test]
fn taking_a_person_out_of_a_blueprint_leaves_the_others() {
    let blueprint = Blueprint { shape: 7, mentors: vec![1, 2, 3], mentees: vec![4, 5] };
    let fewer = Blueprint { mentors: vec![1, 2], ..blueprint.clone() };
    let (all, fewer) = (blueprint.document(), fewer.document());
    for field in ["age", "interests", "gender", "capacity", "checks"] {
        assert_eq!(all["mentors"][1][field], fewer["mentors"][1][field]);
    }
    assert_eq!(all["rules"], fewer["rules"]);
    assert_eq!(all["criteria"], fewer["criteria"]);
}
