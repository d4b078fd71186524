//! `activity_checks`: the mentor holds the check that the programme's activity with this mentee asks for.

use super::checks::{counting, held_until};
use super::kinds::Kinds;
use super::{Hurdle, Looks, Rule, Verdict};
use crate::compile::{Column, Compiled};
use crate::domain::{
    ADULT_AGE, Activity, AttributeKey, CheckRow, DELIVERY_METHODS, Date, Held, MenteeGroup, Requirement, normalise_term,
};
use crate::outcome::Obstacle;
use crate::reference::Reference;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "activity_checks",
    looks_at: "The mentee's age, the ways in which the two could meet (`delivery_methods`), the mentor's checks, and \
        what `[safeguarding.activity]` says of the programme: nation, how often, overnight, ways of meeting, who \
        mentees are.",
    why: "Which check a role must and may ask for follows from what people do with whom, how often and where. A weekly \
        mentor of a child meets on more than three days in thirty; since 1 September 2026 that is regulated activity \
        in England and Wales also under supervision. The table with all its rows and their sources is printed by \
        `alongside describe safeguarding.activity`. It is not legal advice.",
    effect: "The rule is in force where `[safeguarding.activity]` is declared. A mentee under 18 years belongs to \
        `children`, others to the group of adults that `mentees` names, or to `adults`. The ways are those of \
        `methods` that both have in `delivery_methods`; all of `methods`, where either is blank or nothing is in common. For each way, the first row that applies to nation, group, way, days and nights says which check is \
        required. In this order:\n\
        - all ways that both have in `delivery_methods` are others than those of `methods`: needs a check, \
        `outside_activity` about `delivery_methods`\n\
        - the mentee's age is blank, and children and adults do not require the same: needs a check, `blank` about \
        `age`\n\
        - the mentee's group is not among `mentees`: needs a check, `outside_activity` about `age`\n\
        - each check required, as for `checks`",
    settings: &[
        ("safeguarding.activity", "what the programme does with whom; see `describe safeguarding.activity`"),
        (
            "safeguarding.activity.table",
            "rows of your own, each with its `source`; one that has the name of a row that ships replaces it",
        ),
        ("safeguarding.checks", "what you require beyond that; the rule `checks` asks for it"),
    ],
    example: r#"[safeguarding]
checks = ["two references"]

[safeguarding.activity]
nation = "england"
mentees = ["children"]
days_in_30 = 5
valid_months = 36

[[mentors]]
id = "m1"
checks = ["enhanced DBS with children's barred list 2026-02-02", "two references to 2029-01-31"]

[[mentees]]
id = "e1"
age = 14"#,
    cannot_know: "What mentors really do, whether somebody supervises, and what changed in law since the table was \
        made. What a check found, it must never be told.",
};

/// Who is asked for which checks.
pub(super) struct ActivityChecks<'a> {
    activity: &'a Activity,
    /// Every check that some row in use requires.
    checks: Vec<Asked>,
    /// For each group and set of ways, places in `checks`, in the order asked.
    required: Vec<Vec<usize>>,
    /// For each kind of mentor, what their records say of each check.
    standing: Vec<Vec<Option<Obstacle>>>,
    /// Group of each mentee; none where the age is blank and tells.
    groups: Vec<Option<usize>>,
    ways_of_mentees: Vec<u8>,
    ways_of_mentors: Vec<u8>,
    stands: Vec<usize>,
    kinds: Kinds,
    age: Arc<str>,
    methods: Arc<str>,
}

/// A check that is asked for.
struct Asked {
    requirement: Requirement,
    /// All names of records that count.
    names: Vec<String>,
}

/// Children, adults.
const GROUPS: usize = 2;

/// Sets of ways of meeting.
const SETS: usize = 1 << DELIVERY_METHODS.len();

impl<'a> ActivityChecks<'a> {
    pub(super) fn new(compiled: &Compiled<'a>, activity: &'a Activity, until: Date) -> Self {
        let mut checks: Vec<Asked> = Vec::new();
        let mut required = vec![Vec::new(); GROUPS * SETS];
        for (at, group) in [MenteeGroup::Children, activity.adults()].into_iter().enumerate() {
            for set in 0..SETS {
                let ways = DELIVERY_METHODS.iter().enumerate().filter(|(way, _)| set >> way & 1 == 1);
                for row in ways.filter_map(|(_, way)| activity.row(group, way)) {
                    let Some(check) = row.check.as_ref().map(|label| place_of(&mut checks, row, label)) else {
                        continue;
                    };
                    if let Some(asked) = required.get_mut(at * SETS + set)
                        && !asked.contains(&check)
                    {
                        asked.push(check);
                    }
                }
            }
        }
        let matching = compiled.matching;
        let (ages, key) = (compiled.mentees.column(&AttributeKey::new("age")), AttributeKey::new("delivery_methods"));
        let groups = (0..compiled.mentees()).map(|mentee| Some(usize::from(ages.position(mentee)? >= ADULT_AGE)));
        let groups: Vec<Option<usize>> = groups.collect();
        let ways = |side: &Column, people: usize| (0..people).map(|person| ways_of(side, person)).collect::<Vec<u8>>();
        let ways_of_mentees = ways(compiled.mentees.column(&key), compiled.mentees());
        let ways_of_mentors = ways(compiled.mentors.column(&key), compiled.mentors());
        let said = matching.mentors.iter().map(|mentor| {
            checks.iter().map(|check| stands(&mentor.checks, check, matching.as_of, until)).collect::<Vec<_>>()
        });
        let (stands, standing) = super::kinds::numbered(said);
        let mentees = groups.iter().zip(&ways_of_mentees).map(|(group, ways)| (*group, *ways));
        let mentors = stands.iter().zip(&ways_of_mentors).map(|(stands, ways)| (*stands, *ways));
        let kinds = Kinds::new(mentees, mentors);
        let (age, methods) = ("age".into(), "delivery_methods".into());
        Self {
            activity,
            checks,
            required,
            standing,
            groups,
            ways_of_mentees,
            ways_of_mentors,
            stands,
            kinds,
            age,
            methods,
        }
    }

    /// Checks required of a group that could meet in these ways.
    fn required(&self, group: usize, ways: u8) -> &[usize] {
        self.required.get(group * SETS + usize::from(ways)).map_or(&[], Vec::as_slice)
    }

    /// The ways in which two people could meet; all that the programme has, where that is not known. None where they could
    /// meet in others alone, for which the activity as declared says nothing.
    fn ways(&self, mentee: usize, mentor: usize) -> Option<u8> {
        let all = ways_in(self.activity.methods.iter());
        let of = |ways: &[u8], person: usize| ways.get(person).copied().unwrap_or(0);
        match of(&self.ways_of_mentees, mentee) & of(&self.ways_of_mentors, mentor) {
            0 => Some(all),
            both => Some(both & all).filter(|covered| *covered != 0),
        }
    }
}

/// Where a check stands among those asked for.
fn place_of(checks: &mut Vec<Asked>, row: &CheckRow, label: &Arc<str>) -> usize {
    let name: Arc<str> = normalise_term(label).into();
    let same = |asked: &Asked| asked.requirement.name == name && asked.requirement.valid_months == row.valid_months;
    checks.iter().position(same).unwrap_or_else(|| {
        let names = counting(&name);
        let requirement = Requirement { name, label: label.clone(), valid_months: row.valid_months, roles: Vec::new() };
        checks.push(Asked { requirement, names });
        checks.len() - 1
    })
}

/// What stands in the way of a check, over all records that count for it.
fn stands(held: &[Held], asked: &Asked, as_of: Date, until: Date) -> Option<Obstacle> {
    let counts = |record: &Held| asked.names.iter().any(|name| **name == *record.name);
    held_until(held, counts, &asked.requirement, as_of, until, true).hurdle().map(|hurdle| hurdle.obstacle)
}

/// A set of ways of meeting, from words.
fn ways_in<'w>(words: impl Iterator<Item = &'w Arc<str>>) -> u8 {
    let place = |word: &Arc<str>| DELIVERY_METHODS.iter().position(|way| **way == **word);
    words.filter_map(place).fold(0, |ways, way| ways | 1 << way)
}

/// The ways that somebody accepts; none where they did not say.
fn ways_of(column: &Column, person: usize) -> u8 {
    let Some(terms) = column.terms(person) else { return 0 };
    let has = |way: &&str| {
        let place = column.index(&Arc::from(*way));
        place.is_some_and(|at| terms.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1))
    };
    let ways = DELIVERY_METHODS.iter().enumerate().filter(|(_, way)| has(way));
    ways.fold(0, |ways, (way, _)| ways | 1 << way)
}

impl Rule for ActivityChecks<'_> {
    fn looks(&self) -> Looks<'_> {
        Looks::Kinds(&self.kinds)
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        let needs_check = |obstacle, about| Verdict::NeedsCheck(Hurdle { obstacle, about: Some(about) });
        let Some(ways) = self.ways(mentee, mentor) else {
            return needs_check(Obstacle::OutsideActivity, &self.methods);
        };
        let group = match self.groups.get(mentee).copied().flatten() {
            Some(group) => group,
            None if self.required(0, ways) == self.required(1, ways) => 0,
            None => return needs_check(Obstacle::Blank, &self.age),
        };
        let known = self.groups.get(mentee).copied().flatten().is_some();
        if known && !self.activity.mentees.iter().any(|one| group_of(*one) == group) {
            return needs_check(Obstacle::OutsideActivity, &self.age);
        }
        let stands = self.stands.get(mentor).and_then(|kind| self.standing.get(*kind));
        Verdict::all(self.required(group, ways).iter().filter_map(|at| {
            let obstacle = stands?.get(*at).copied().flatten()?;
            let about = Some(&self.checks.get(*at)?.requirement.label);
            let hurdle = Hurdle { obstacle, about };
            Some(match obstacle {
                Obstacle::NotRecorded | Obstacle::ExpiryUnknown => Verdict::NeedsCheck(hurdle),
                _ => Verdict::Refused(hurdle),
            })
        }))
    }
}

/// The group's place: children, or adults of either kind.
const fn group_of(group: MenteeGroup) -> usize {
    match group {
        MenteeGroup::Children => 0,
        MenteeGroup::Adults | MenteeGroup::AdultsReceivingCare => 1,
    }
}
