//! `delivery_preference`: how much the two like the way in which they can meet, or the form of support for both.

use super::{Blank, Criterion, Points, unknown};
use crate::compile::Compiled;
use crate::domain::{Answer, AttributeKey, InOrder, MODELS, POINTS_SCALE, Person, Side, Way};
use crate::eligibility::Ways;
use crate::outcome::Because;
use crate::reference::Reference;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "delivery_preference",
    looks_at: "The `delivery_methods` of both, in the order in which each wrote them, the one liked best first; or their \
        `delivery_models`.",
    why: "Methods and models should follow what people need, and people say what they would rather have (NCVO, on methods \
        and models of delivery). A visit to somebody who would sooner be rung up is possible, and not the best.",
    effect: "Of the ways that both accept and that are possible for the two, the one that the mentee likes best is taken: \
        what `delivery` takes out is not possible, nor is a way for which the two lack a language that `delivery.language` \
        asks for, nor face to face where a rule `travel` refuses it; what a blank leaves open counts as possible. A side \
        whose list has n ways and the one taken at place r gives 1000 × (n − r + 1) / n, rounded down, so that somebody's \
        only way has full points; the points are the mean of both, rounded down, or with `side` those of that side. A list \
        that is blank is unknown, and no possible way is 0. A list in a sheet of ticks has the order of its columns.",
    settings: &[
        ("attribute", "`delivery_methods` or `delivery_models`; `delivery_methods` when absent"),
        ("side", "`mentee` or `mentor`: whose order counts; both when absent"),
    ],
    example: r#"[[criteria]]
criterion = "delivery_preference"
side = "mentee"
weight = 2
why = "Whoever would rather be rung up is rung up where that is possible.""#,
    cannot_know: "How much less the second way is liked than the first, and whether a form only has boxes to tick, in \
        which case their order tells nothing: leave the criterion out then.",
};

/// Both sides' lists, as they are possible for each.
pub(super) struct DeliveryPreference<'a> {
    ways: Ways<'a>,
    methods: bool,
    side: Option<Side>,
    mentees: Vec<InOrder>,
    mentors: Vec<InOrder>,
    field: Arc<str>,
}

/// Place of what was taken in a closed list, its rank in a person's list and how many stand there.
type Liked = (usize, [(u32, u32); 2]);

impl<'a> DeliveryPreference<'a> {
    pub(super) fn new(compiled: &'a Compiled<'a>, attribute: &AttributeKey, side: Option<Side>) -> Self {
        let methods = attribute.as_str() == "delivery_methods";
        let vocabulary = compiled.matching.attributes.get(attribute).map(|one| &one.vocabulary);
        let list = |person: &Person| {
            let order = if methods { person.ways } else { person.models };
            let Some(Answer::Tags(left)) = person.answers.get(attribute) else { return InOrder::default() };
            let canonical = |term: &Arc<str>| vocabulary.map_or(term, |known| known.canonical(term)).clone();
            let left: Vec<Arc<str>> = left.iter().map(canonical).collect();
            let word = |place: usize| {
                if methods { Way::ALL.get(place).map(|way| way.word()) } else { MODELS.get(place).copied() }
            };
            InOrder::of(order.iter().filter(|place| left.iter().any(|term| Some(&**term) == word(*place))))
        };
        let matching = compiled.matching;
        Self {
            ways: Ways::new(compiled),
            methods,
            side,
            mentees: matching.mentees.iter().map(|one| list(&one.person)).collect(),
            mentors: matching.mentors.iter().map(|one| list(&one.person)).collect(),
            field: attribute.as_str().into(),
        }
    }

    fn lists(&self, mentee: usize, mentor: usize) -> [InOrder; 2] {
        [self.mentees.get(mentee), self.mentors.get(mentor)].map(|list| list.copied().unwrap_or_default())
    }

    /// None where a list is blank; within, none where nothing is possible.
    fn liked(&self, mentee: usize, mentor: usize) -> Option<Option<Liked>> {
        let [theirs, ours] = self.lists(mentee, mentor);
        if theirs.iter().next().is_none() || ours.iter().next().is_none() {
            return None;
        }
        let open = if self.methods { self.ways.open(mentee, mentor)? } else { [true; 3] };
        let possible = |place: &usize| !self.methods || open.get(*place).is_some_and(|open| *open);
        let taken = theirs.iter().find(|place| ours.iter().any(|other| other == *place) && possible(place));
        Some(taken.map(|taken| {
            let rank = |list: InOrder| {
                let (mut rank, mut many) = (0, 0);
                for place in list.iter() {
                    many += 1;
                    rank = if place == taken { many } else { rank };
                }
                (rank, many)
            };
            (taken, [rank(theirs), rank(ours)])
        }))
    }
}

impl Criterion for DeliveryPreference<'_> {
    fn points(&self, mentee: usize, mentor: usize) -> Points {
        let Some(liked) = self.liked(mentee, mentor) else { return Points::Unknown };
        let Some((_, [of_mentee, of_mentor])) = liked else { return Points::Known(0) };
        let points = |(rank, many): (u32, u32)| POINTS_SCALE * i64::from(many - rank + 1) / i64::from(many.max(1));
        Points::Known(match self.side {
            Some(Side::Mentee) => points(of_mentee),
            Some(Side::Mentor) => points(of_mentor),
            None => i64::midpoint(points(of_mentee), points(of_mentor)),
        })
    }

    fn because(&self, mentee: usize, mentor: usize) -> Because {
        match self.liked(mentee, mentor) {
            None => unknown(&self.blanks(mentee, mentor)),
            Some(None) => Because::NoWay,
            Some(Some((taken, [(of_mentee, _), (of_mentor, _)]))) => {
                let ways = Way::ALL.map(Way::word);
                let words = if self.methods { &ways[..] } else { &MODELS[..] };
                let way = words.get(taken).copied().unwrap_or_default().into();
                Because::Liked { way, of_mentee, of_mentor }
            }
        }
    }

    fn blanks(&self, mentee: usize, mentor: usize) -> Vec<Blank> {
        let [theirs, ours] = self.lists(mentee, mentor).map(|list| list.iter().next().is_none());
        Blank::sides(theirs, ours, &self.field)
    }
}
