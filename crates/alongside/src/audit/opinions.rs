//! What the rules say of pairs, a rule asked once for all people who are alike in everything that it reads.

use super::book::Book;
use super::facts::{answer, position, words};
use super::pairing::Pair;
use super::rules::Verdict;
use crate::domain::{CapabilityRow, Matching, Person, Rule, RuleKind, normalise_term};
use std::collections::{BTreeMap, BTreeSet};

/// The rules of a programme, ready to be asked about all its pairs.
#[derive(Debug)]
pub(super) struct Opinions<'b, 'a> {
    book: &'b Book<'a>,
    /// For each rule what it said of people alike; none for rules that have to be asked pair by pair.
    alike: Vec<Option<Alike<'a>>>,
}

/// One rule's verdict on each combination of people alike.
#[derive(Debug)]
struct Alike<'a> {
    mentees: Vec<usize>,
    mentors: Vec<usize>,
    /// Kinds of mentors.
    kinds: usize,
    said: Vec<Verdict<'a>>,
}

/// Most combinations that a rule is asked about beforehand.
const MOST: usize = 1 << 17;

/// What a person has in one field.
type Reading<'a> = Option<(Option<i64>, Vec<&'a str>)>;

impl<'b, 'a> Opinions<'b, 'a> {
    /// Asks the rules that can be asked beforehand.
    pub(super) fn of(book: &'b Book<'a>) -> Self {
        let alike = book.matching.rules.iter().enumerate().map(|(at, rule)| Alike::of(book, at, rule));
        Self { book, alike: alike.collect() }
    }

    /// What every rule says of the pair at these places, in order of the rules.
    pub(super) fn verdicts(&self, places: (usize, usize), pair: Pair<'a>) -> impl Iterator<Item = Verdict<'a>> + '_ {
        (0..self.alike.len()).map(move |rule| self.verdict(rule, places, pair))
    }

    /// Whether every rule allows the pair: what was asked beforehand is looked at first.
    pub(super) fn allow(&self, places: (usize, usize), pair: Pair<'a>) -> bool {
        let asked = |beforehand: bool| {
            let rules = self.alike.iter().enumerate().filter(move |(_, alike)| alike.is_some() == beforehand);
            rules.map(|(rule, _)| self.verdict(rule, places, pair))
        };
        asked(true).chain(asked(false)).all(|verdict| verdict == Verdict::Eligible)
    }

    fn verdict(&self, rule: usize, (mentee, mentor): (usize, usize), pair: Pair<'a>) -> Verdict<'a> {
        let said = self.alike.get(rule).and_then(Option::as_ref).and_then(|alike| alike.said(mentee, mentor));
        said.or_else(|| self.book.verdict(rule, pair)).unwrap_or(Verdict::Eligible)
    }
}

impl<'a> Alike<'a> {
    fn of(book: &Book<'a>, at: usize, rule: &'a Rule) -> Option<Self> {
        let matching = book.matching;
        let mentees = || matching.mentees.iter().map(|mentee| &mentee.person);
        let mentors = || matching.mentors.iter().map(|mentor| &mentor.person);
        let (mentees, mentors) = match reads(book.matching, rule) {
            Reads::Answers(fields) => (Kinds::of(mentees(), &fields), Kinds::of(mentors(), &fields)),
            Reads::Mentor => (Kinds::of(mentees(), &[]), Kinds::apart(matching.mentors.len())),
            Reads::More => return None,
        };
        if mentees.first.len().saturating_mul(mentors.first.len()) > MOST {
            return None;
        }
        let with = |mentee: usize| mentors.first.iter().map(move |mentor| (mentee, *mentor));
        let pairs = mentees.first.iter().flat_map(|mentee| with(*mentee));
        let said: Option<Vec<_>> = pairs.map(|(mentee, mentor)| book.verdict(at, book.pair(mentee, mentor)?)).collect();
        Some(Self { mentees: mentees.of, kinds: mentors.first.len(), mentors: mentors.of, said: said? })
    }

    fn said(&self, mentee: usize, mentor: usize) -> Option<Verdict<'a>> {
        self.said.get(self.mentees.get(mentee)? * self.kinds + self.mentors.get(mentor)?).copied()
    }
}

/// What a rule reads of the two people.
enum Reads<'r> {
    /// Their answers to these attributes.
    Answers(Vec<&'r str>),
    /// The mentor's records.
    Mentor,
    /// More than that.
    More,
}

fn reads<'r>(matching: &Matching, rule: &'r Rule) -> Reads<'r> {
    match &rule.kind {
        RuleKind::Checks { .. } | RuleKind::Training { .. } => Reads::Mentor,
        RuleKind::DeliveryMethod { .. } => Reads::Answers(vec!["delivery_methods", "languages", "interpreter"]),
        RuleKind::DeliveryModel { .. } => Reads::Answers(vec!["delivery_models"]),
        RuleKind::Hours { .. } => Reads::Answers(vec!["hours_per_week"]),
        RuleKind::Contact { .. } => Reads::Answers(vec!["contact_channels", "contact_times", "contacts_per_week"]),
        RuleKind::SharedLanguage { .. } => Reads::Answers(vec!["languages"]),
        RuleKind::DatesOverlap { .. } => Reads::Answers(vec!["available_from", "available_until", "transition_date"]),
        RuleKind::AgeBounds { .. } => Reads::Answers(vec!["age"]),
        RuleKind::CoLocation { .. } => Reads::Answers(vec!["barred_from", "attends"]),
        RuleKind::CarerConsent { .. } => Reads::Answers(vec!["age", "carer_consent"]),
        // Training of that name counts as the capability.
        RuleKind::Capabilities { table, .. } if trains(matching, table) => Reads::More,
        RuleKind::Capabilities { .. } => Reads::Answers(vec!["relationship_barriers", "needs", "capabilities"]),
        RuleKind::Programme { bears_on, .. } => {
            let named = ["programme", "programmes", "shared_between_programmes"].into_iter();
            Reads::Answers(named.chain(bears_on.iter().map(crate::domain::AttributeKey::as_str)).collect())
        }
        RuleKind::AttributeBounds { attribute, .. } => Reads::Answers(vec![attribute.as_str()]),
        RuleKind::ActivityChecks { .. }
        | RuleKind::Themselves
        | RuleKind::Exclusions
        | RuleKind::KnownTo
        | RuleKind::Role
        | RuleKind::Preferences
        | RuleKind::PastPairs
        | RuleKind::Decisions
        | RuleKind::Goals
        | RuleKind::TimeOverlap { .. }
        | RuleKind::Travel { .. } => Reads::More,
    }
}

/// Whether some mentor has a training record by the name of a capability.
fn trains(matching: &Matching, table: &[CapabilityRow]) -> bool {
    let names: BTreeSet<String> = table.iter().flat_map(|row| &row.requires).map(|one| normalise_term(one)).collect();
    matching.mentors.iter().flat_map(|mentor| &mentor.training).any(|held| names.contains(&*held.name))
}

/// People of one side by kind.
struct Kinds {
    /// The kind of each.
    of: Vec<usize>,
    /// The first person of each kind.
    first: Vec<usize>,
}

impl Kinds {
    /// By their answers to these fields.
    fn of<'p>(people: impl Iterator<Item = &'p Person>, fields: &[&str]) -> Self {
        let mut known: BTreeMap<Vec<Reading<'p>>, usize> = BTreeMap::new();
        let mut kinds = Self { of: Vec::new(), first: Vec::new() };
        for (at, person) in people.enumerate() {
            let key = fields.iter().map(|field| {
                let found = answer(person, field)?;
                Some((position(found), words(found).map(|word| &**word).collect()))
            });
            let kind = *known.entry(key.collect()).or_insert_with(|| {
                kinds.first.push(at);
                kinds.first.len() - 1
            });
            kinds.of.push(kind);
        }
        kinds
    }

    /// Everybody one of a kind.
    fn apart(people: usize) -> Self {
        Self { of: (0..people).collect(), first: (0..people).collect() }
    }
}
