//! `capabilities`: the mentor can do what a barrier or need of the mentee asks for.

use super::checks::held_until;
use super::kinds::{Kinds, numbered};
use super::{Hurdle, Looks, Rule, Verdict};
use crate::compile::{Column, Compiled};
use crate::domain::{
    AttributeKey, CAPABILITIES, CapabilityRow, Date, Matching, Mentor, NEEDING, Requirement, RuleKind, UnknownData,
    normalise_term,
};
use crate::outcome::Obstacle;
use crate::reference::Reference;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "capabilities",
    looks_at: "The mentee's `relationship_barriers` and `needs`, the mentor's `capabilities` and `training`, and a \
        table that says which barrier or need asks for which capability or training.",
    why: "Those who find relationships hardest may gain most from one, if the mentor knows how to meet what makes it \
        hard (Foundations practice guide, second key principle). So a barrier asks something of the mentor and takes \
        nothing from the mentee: it opens or closes pairs, counts for no criterion and lowers nobody's place. Where \
        nobody can do what is asked, the outcome names the capability, which is whom to recruit or what to train.",
    effect: "The table is your own lines, then those of the starting table whose need none of yours has. A mentee \
        requires what the lines ask for whose need is among their answers, or above one of them in your vocabulary; a \
        blank asks for nothing. In this order:\n\
        - nothing is required: eligible\n\
        - the mentor has all that is required: eligible\n\
        - the mentor's `capabilities` are blank: `blank` about `capabilities`\n\
        - else refused, `capability_missing` about the first that the mentor does not have, in the table's order\n\
        A mentor has a capability who says so in `capabilities`, or holds training of that name on the day, as the rule \
        `training` would have it. So a line can ask for a training item that only those with this need call for.\n\
        The starting table: `trauma-informed` for abuse, bereavement, domestic abuse, mistrust of adults, neglect and \
        trauma; `communication` for autism, deafness, hearing loss, learning disability, memory loss, selective \
        mutism, speech and language, and a stammer; `regulation` for ADHD, anger, anxiety, emotional regulation and \
        self-harm; `access` for sight loss, step-free access and wheelchair.",
    settings: &[
        (
            "table",
            "your own lines, each with `need`, `requires` and, where it is about one of the two, `attribute`; one \
                whose need is in the starting table takes that line's place, and `requires = []` asks for nothing",
        ),
        (
            "unknown",
            "`needs_check` or `allow`: what happens to a pair where something is required and the mentor's \
                `capabilities` are blank; `needs_check` when absent",
        ),
    ],
    example: r#"[basis.relationship_barriers]
basis = "safeguarding"

[[rules]]
rule = "capabilities"
table = [{ need = "school refusal", requires = ["regulation", "patience with lateness"] }]

[[mentors]]
id = "m1"
capabilities = ["trauma-informed", "regulation", "patience with lateness"]

[[mentees]]
id = "e1"
relationship_barriers = ["trauma", "school refusal"]"#,
    cannot_know: "How much somebody struggles, and how good a mentor is at what they say they can do. What nobody \
        declares asks for nothing.",
};

/// What each mentee requires and each mentor has.
pub(super) struct Capabilities {
    /// Capabilities as they are printed.
    labels: Vec<Arc<str>>,
    /// For each kind of mentee, the capabilities required, in order.
    required: Vec<Vec<usize>>,
    /// For each kind of mentor, whether they said what they can do, and whether they have each.
    has: Vec<(bool, Vec<bool>)>,
    of_mentees: Vec<usize>,
    of_mentors: Vec<usize>,
    kinds: Kinds,
    unknown: UnknownData,
    about: Arc<str>,
}

impl Capabilities {
    pub(super) fn new(compiled: &Compiled<'_>, table: &[CapabilityRow], unknown: UnknownData) -> Self {
        let (mut names, mut labels): (Vec<Arc<str>>, Vec<Arc<str>>) = (Vec::new(), Vec::new());
        let mut place = |label: &Arc<str>| {
            let name: Arc<str> = normalise_term(label).into();
            names.iter().position(|known| *known == name).unwrap_or_else(|| {
                names.push(name);
                labels.push(label.clone());
                labels.len() - 1
            })
        };
        let lines: Vec<(&CapabilityRow, Vec<usize>)> =
            table.iter().map(|row| (row, row.requires.iter().map(&mut place).collect())).collect();
        let term_in = |key: &AttributeKey, column: &Column, term: &Arc<str>| {
            let attribute = compiled.matching.attributes.get(key)?;
            column.index(attribute.vocabulary.canonical(term))
        };
        let needing = NEEDING.map(|name| {
            let key = AttributeKey::new(name);
            let column = compiled.mentees.column(&key);
            let asking = lines.iter().map(|(row, _)| {
                let looked_for = row.attribute.as_ref().is_none_or(|attribute| *attribute == key);
                looked_for.then(|| term_in(&key, column, &row.term)).flatten()
            });
            (column, asking.collect::<Vec<_>>())
        });
        let required = (0..compiled.mentees()).map(|mentee| {
            let mut required = Vec::new();
            for (line, (_, capabilities)) in lines.iter().enumerate() {
                let asks = |(column, asking): &(&Column, Vec<Option<usize>>)| {
                    asking.get(line).copied().flatten().is_some_and(|term| has_term(column, mentee, term))
                };
                if needing.iter().any(asks) {
                    required.extend(capabilities.iter().copied());
                }
            }
            let mut seen = vec![false; labels_of(&lines)];
            required.retain(|at| seen.get_mut(*at).is_some_and(|seen| !std::mem::replace(seen, true)));
            required
        });
        let (of_mentees, required) = numbered(required);
        let key = AttributeKey::new(CAPABILITIES);
        let column = compiled.mentors.column(&key);
        let terms: Vec<Option<usize>> = names.iter().map(|name| term_in(&key, column, name)).collect();
        let trained = Trained::new(compiled.matching, &names);
        let has = compiled.matching.mentors.iter().enumerate().map(|(at, mentor)| {
            let said = |term: &Option<usize>| term.is_some_and(|term| has_term(column, at, term));
            let has = terms.iter().enumerate().map(|(place, term)| said(term) || trained.in_it(mentor, place));
            (!column.is_blank(at), has.collect::<Vec<bool>>())
        });
        let (of_mentors, has) = numbered(has);
        let kinds = Kinds { mentees: of_mentees.clone(), mentors: of_mentors.clone() };
        Self { labels, required, has, of_mentees, of_mentors, kinds, unknown, about: CAPABILITIES.into() }
    }
}

/// Training that counts as what it is about: capabilities by that name.
struct Trained<'a> {
    items: Vec<Requirement>,
    as_of: Date,
    names: &'a [Arc<str>],
}

impl<'a> Trained<'a> {
    fn new(matching: &Matching, names: &'a [Arc<str>]) -> Self {
        let required = |rule: &crate::domain::Rule| match &rule.kind {
            RuleKind::Training { required } => required.clone(),
            _ => Vec::new(),
        };
        Self { items: matching.rules.iter().flat_map(required).collect(), as_of: matching.as_of, names }
    }

    /// Whether the mentor holds training of that name on the day, as the rule `training` would have it.
    fn in_it(&self, mentor: &Mentor, place: usize) -> bool {
        let Some(name) = self.names.get(place) else { return false };
        if mentor.training.iter().all(|record| record.name != *name) {
            return false;
        }
        let months = self.items.iter().find(|item| item.name == *name).and_then(|item| item.valid_months);
        let item = Requirement { name: name.clone(), label: name.clone(), valid_months: months, roles: Vec::new() };
        held_until(&mentor.training, |record| record.name == *name, &item, self.as_of, self.as_of, false).is_eligible()
    }
}

/// One more than the greatest capability that any line requires.
fn labels_of(lines: &[(&CapabilityRow, Vec<usize>)]) -> usize {
    lines.iter().flat_map(|(_, capabilities)| capabilities).max().map_or(0, |most| most + 1)
}

fn has_term(column: &Column, person: usize, term: usize) -> bool {
    column.terms(person).is_some_and(|terms| terms.get(term / 64).is_some_and(|word| word >> (term % 64) & 1 == 1))
}

impl Capabilities {
    /// What the mentor lacks of what is required, in the order of the table.
    fn missing<'v>(&'v self, required: &'v [usize], has: &'v [bool]) -> impl Iterator<Item = Verdict<'v>> {
        let lacks = required.iter().filter(|at| !has.get(**at).is_some_and(|has| *has));
        lacks
            .filter_map(|at| self.labels.get(*at))
            .map(|about| Verdict::Refused(Hurdle { obstacle: Obstacle::CapabilityMissing, about: Some(about) }))
    }
}

impl Rule for Capabilities {
    fn looks(&self) -> Looks<'_> {
        Looks::Kinds(&self.kinds)
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        let required = self.of_mentees.get(mentee).and_then(|kind| self.required.get(*kind)).map_or(&[][..], |all| all);
        if required.is_empty() {
            return Verdict::Eligible;
        }
        let Some((known, has)) = self.of_mentors.get(mentor).and_then(|kind| self.has.get(*kind)) else {
            return Verdict::blank(self.unknown, &self.about);
        };
        match self.missing(required, has).next() {
            None => Verdict::Eligible,
            Some(_) if !known => Verdict::blank(self.unknown, &self.about),
            Some(missing) => missing,
        }
    }

    fn further(&self, mentee: usize, mentor: usize) -> Vec<Verdict<'_>> {
        let required = self.of_mentees.get(mentee).and_then(|kind| self.required.get(*kind)).map_or(&[][..], |all| all);
        let has = self.of_mentors.get(mentor).and_then(|kind| self.has.get(*kind)).filter(|(known, _)| *known);
        has.map_or_else(Vec::new, |(_, has)| self.missing(required, has).skip(1).collect())
    }

    fn could_object(&self) -> bool {
        self.required.iter().any(|required| !required.is_empty())
    }
}
