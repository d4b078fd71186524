//! What each criterion gives a pair, and why.

mod counted;
mod coverage;
mod delivery_preference;
mod distance;
mod duration;
mod level_distance;
mod lookup;
mod own;
mod ranked_choices;
mod same_value;
mod shared_tags;
mod shared_time;
mod stated_preferences;
mod supplied;
mod training_held;

use super::pairing::{MENTEE_FIRST, Pair, side_word};
use crate::domain::{Answer, AttributeKey, Criterion, CriterionKind, Matching, OwnCriteria, OwnCriterion, Side};
use crate::outcome::{Because, CountedAs, Unit};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Full points.
pub(super) const FULL: i128 = 1000;

/// Data that is blank: whose, and which field.
pub(super) type Blank<'a> = (Side, &'a str);

/// What points rest on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Ground<'a> {
    Unknown(Vec<Blank<'a>>),
    /// Both answered, and their answers leave it open.
    Untold(&'a AttributeKey),
    NoWish,
    NoChoice,
    Shared(Vec<&'a Arc<str>>),
    Covered(u32, Vec<&'a Arc<str>>),
    Same(bool),
    Difference(i64, Unit),
    HalfHours(u32),
    Kilometres(u32),
    NotInPerson,
    Wishes {
        asked: u32,
        met: u32,
        open: u32,
        blanks: Vec<Blank<'a>>,
        carer: bool,
    },
    Choice(Option<u32>),
    Liked(&'a str, usize, usize),
    NoWay,
    Sure {
        days: i64,
        of: i64,
    },
    Training(u32, Vec<&'a Arc<str>>),
    InTable(bool),
    Supplied(i64),
    SuppliedRank(i64),
    NotSupplied([Blank<'a>; 1]),
    Own(Option<String>),
}

/// Points and what they rest on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Score<'a> {
    pub(super) points: i128,
    pub(super) ground: Ground<'a>,
}

/// A criterion with what it needs to know of the whole programme.
pub(super) struct Scale<'a> {
    pub(super) criterion: &'a Criterion,
    matching: &'a Matching,
    /// What the points are multiplied by.
    weight: i128,
    /// Points that an unknown earns.
    unknown: i128,
    /// What a shared term is worth, where rare ones count more.
    worth: BTreeMap<&'a str, i128>,
    /// What the words of each person stand for, where a vocabulary says more than the words themselves.
    stands: Option<shared_tags::Stands<'a>>,
    /// The embedding program's criterion of that id.
    own: Option<&'a dyn OwnCriterion>,
}

impl std::fmt::Debug for Scale<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Scale").field("criterion", &self.criterion.id).finish_non_exhaustive()
    }
}

impl<'a> Scale<'a> {
    /// Reads off the programme what the criterion needs.
    pub(super) fn of(matching: &'a Matching, criterion: &'a Criterion, own: OwnCriteria<'a>) -> Self {
        use crate::domain::UnknownAnswer::{Ask, Lowest, Neutral};
        let unknown = match criterion.unknown {
            Neutral | Ask => 500,
            Lowest => 0,
        };
        let worth = match &criterion.kind {
            CriterionKind::SharedTags { attribute, rare_counts_more: true, .. } => {
                shared_tags::worth(matching, attribute)
            }
            CriterionKind::SharedDislikes { rare_counts_more: true, .. } => shared_tags::worth(matching, &dislikes()),
            _ => BTreeMap::new(),
        };
        let stands = match &criterion.kind {
            CriterionKind::SharedTags { attribute, .. } => shared_tags::stands(matching, attribute),
            CriterionKind::SharedDislikes { .. } => shared_tags::stands(matching, &dislikes()),
            _ => None,
        };
        let own = match &criterion.kind {
            CriterionKind::Own => own.named(&criterion.id).next(),
            _ => None,
        };
        let weight = super::weights::weight(matching, criterion);
        Self { criterion, matching, weight, unknown, worth, stands, own }
    }

    /// The criterion's weight.
    pub(super) fn weight(&self) -> i128 {
        self.weight
    }

    /// What of a weight counts to the mentor's fit.
    pub(super) fn of_mentor(&self, weight: i128) -> i128 {
        super::weights::of_mentor(self.criterion, weight)
    }

    /// Whether it is the embedding program's own and was not brought along.
    pub(super) fn is_missing(&self) -> bool {
        matches!(self.criterion.kind, CriterionKind::Own) && self.own.is_none()
    }

    /// The words that count as the terms on which the pair's points rest.
    pub(super) fn counted_as(&self, pair: Pair<'_>) -> Vec<CountedAs> {
        counted::counted_as(self.matching, &self.criterion.kind, pair)
    }

    /// The points of the pair.
    pub(super) fn score(&self, pair: Pair<'a>) -> Score<'a> {
        match &self.criterion.kind {
            CriterionKind::SharedTags { attribute, full_at, rare_counts_more } => {
                let worth = rare_counts_more.then_some(&self.worth);
                self.both(pair, [attribute.as_str(); 2], |mentee, mentor| {
                    let shared = shared_tags::shared(self.stands.as_ref(), pair, mentee, mentor);
                    shared_tags::score(self.matching, attribute, *full_at, worth, shared)
                })
            }
            CriterionKind::SharedDislikes { full_at, rare_counts_more } => {
                let worth = rare_counts_more.then_some(&self.worth);
                self.both(pair, ["dislikes"; 2], |mentee, mentor| {
                    let shared = shared_tags::shared(self.stands.as_ref(), pair, mentee, mentor);
                    shared_tags::score(self.matching, &dislikes(), *full_at, worth, shared)
                })
            }
            CriterionKind::Coverage { mentee_attribute, mentor_attribute } => {
                self.both(pair, [mentee_attribute.as_str(), mentor_attribute.as_str()], |mentee, mentor| {
                    coverage::score(self.matching, [mentee_attribute, mentor_attribute], mentee, mentor)
                })
            }
            CriterionKind::Motivations { mentee_attribute, mentor_attribute } => {
                self.both(pair, [mentee_attribute.as_str(), mentor_attribute.as_str()], |mentee, mentor| {
                    coverage::score(self.matching, [mentor_attribute, mentee_attribute], mentor, mentee)
                })
            }
            CriterionKind::SameValue { attribute, relation } => {
                self.both(pair, [attribute.as_str(); 2], |mentee, mentor| {
                    same_value::score(self.matching, attribute, (*relation, self.unknown), mentee, mentor)
                })
            }
            CriterionKind::LevelDistance { attribute, ideal, span } => {
                self.both(pair, [attribute.as_str(); 2], |mentee, mentor| {
                    level_distance::score(*ideal, *span, mentee, mentor)
                })
            }
            CriterionKind::SharedTime { full_at_half_hours } => {
                shared_time::score(*full_at_half_hours, pair).unwrap_or_else(|blanks| self.unknown(blanks))
            }
            CriterionKind::Distance { near_km, far_km } => {
                distance::score(*near_km, *far_km, pair).unwrap_or_else(|blanks| self.unknown(blanks))
            }
            CriterionKind::StatedPreferences { side, attribute } => {
                stated_preferences::score(self.matching, *side, attribute.as_ref(), self.unknown, pair)
            }
            CriterionKind::RankedChoices { ranks } => ranked_choices::score(*ranks, self.unknown, pair),
            CriterionKind::Lookup { mentee_attribute, mentor_attribute, entries, otherwise } => {
                self.both(pair, [mentee_attribute.as_str(), mentor_attribute.as_str()], |mentee, mentor| {
                    let matching = self.matching;
                    let keys = [mentee_attribute, mentor_attribute];
                    lookup::score(matching, keys, entries, *otherwise, [mentee, mentor])
                })
            }
            CriterionKind::Duration => {
                duration::score(self.matching, pair).unwrap_or_else(|blank| self.unknown(vec![blank]))
            }
            CriterionKind::TrainingHeld { items } => training_held::score(self.matching, items, pair),
            CriterionKind::CarerPreferences => stated_preferences::of_carer(self.matching, self.unknown, pair),
            CriterionKind::DeliveryPreference { attribute, side } => {
                delivery_preference::score(self.matching, attribute, *side, pair)
                    .unwrap_or_else(|blanks| self.unknown(blanks))
            }
            CriterionKind::Supplied { ranks, scores } => supplied::score(*ranks, scores, self.unknown, pair),
            CriterionKind::Own => own::score(self.own, self.unknown, pair),
        }
    }

    /// Points that rest on an answer of each: the mentee's to the first attribute, the mentor's to the second.
    fn both(
        &self,
        pair: Pair<'a>,
        fields: [&'a str; 2],
        score: impl FnOnce(&'a Answer, &'a Answer) -> Score<'a>,
    ) -> Score<'a> {
        let [mentee, mentor] = fields;
        let answers =
            (super::facts::answer(&pair.mentee.person, mentee), super::facts::answer(&pair.mentor.person, mentor));
        match answers {
            (Some(mentee), Some(mentor)) => score(mentee, mentor),
            (of_mentee, of_mentor) => self.unknown(blanks(fields, [of_mentee.is_none(), of_mentor.is_none()])),
        }
    }

    /// Points of an unknown.
    fn unknown(&self, blanks: Vec<Blank<'a>>) -> Score<'a> {
        Score { points: self.unknown, ground: Ground::Unknown(blanks) }
    }
}

/// The attribute of what people would rather not do.
fn dislikes() -> AttributeKey {
    AttributeKey::new("dislikes")
}

/// The fields that are blank, the mentee's first.
fn blanks(fields: [&str; 2], blank: [bool; 2]) -> Vec<Blank<'_>> {
    MENTEE_FIRST.into_iter().zip(fields).zip(blank).filter_map(|(field, blank)| blank.then_some(field)).collect()
}

impl<'a> Score<'a> {
    /// What the points rest on, as an outcome has it.
    pub(super) fn because(&self) -> Because {
        match &self.ground {
            Ground::Unknown(blanks) => {
                Because::Unknown(blanks.iter().map(|(side, field)| format!("{} {field}", side_word(*side))).collect())
            }
            Ground::Untold(attribute) => Because::Unknown(
                MENTEE_FIRST.iter().map(|side| format!("{} {}", side_word(*side), attribute.as_str())).collect(),
            ),
            Ground::NoWish => Because::NoWish,
            Ground::NoChoice => Because::NoChoice,
            Ground::Shared(labels) => Because::Shared(labels.iter().map(|&label| label.clone()).collect()),
            Ground::Covered(stated, labels) => {
                Because::Covered { stated: *stated, terms: labels.iter().map(|&label| label.clone()).collect() }
            }
            Ground::Same(agree) => Because::Same(*agree),
            Ground::Difference(by, unit) => Because::Difference { by: *by, unit: *unit },
            Ground::HalfHours(shared) => Because::SharedHalfHours(*shared),
            Ground::Kilometres(apart) => Because::DistanceKm(*apart),
            Ground::NotInPerson => Because::NotInPerson,
            Ground::Wishes { asked, met, open, carer: false, .. } => {
                Because::Wishes { asked: *asked, met: *met, unknown: *open }
            }
            Ground::Wishes { asked, met, open, .. } => {
                Because::CarerWishes { asked: *asked, met: *met, unknown: *open }
            }
            Ground::Choice(rank) => Because::Choice(*rank),
            Ground::Liked(way, of_mentee, of_mentor) => {
                let rank = |rank: usize| u32::try_from(rank).unwrap_or(u32::MAX);
                Because::Liked { way: (*way).into(), of_mentee: rank(*of_mentee), of_mentor: rank(*of_mentor) }
            }
            Ground::NoWay => Because::NoWay,
            Ground::Sure { days, of } => Because::SureDays { sure: *days, planned: *of },
            Ground::Training(listed, labels) => {
                Because::TrainingHeld { listed: *listed, items: labels.iter().map(|&label| label.clone()).collect() }
            }
            Ground::InTable(named) => Because::InTable(*named),
            Ground::Supplied(points) => Because::Supplied(*points),
            Ground::SuppliedRank(rank) => Because::SuppliedRank(*rank),
            Ground::NotSupplied(_) => Because::NotSupplied,
            Ground::Own(words) => Because::Own(words.clone()),
        }
    }

    /// The blanks for which the pair is unknown under the criterion.
    pub(super) fn blanks(&self) -> &[Blank<'a>] {
        match &self.ground {
            Ground::Unknown(blanks) | Ground::Wishes { blanks, .. } => blanks,
            Ground::NotSupplied(blanks) => blanks,
            _ => &[],
        }
    }
}
