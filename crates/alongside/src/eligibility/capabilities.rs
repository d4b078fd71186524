//! `capabilities`: the mentor can do what a barrier or need of the mentee asks for.

use super::kinds::{Kinds, numbered};
use super::{Hurdle, Looks, Rule, Verdict};
use crate::compile::{Column, Compiled};
use crate::domain::{AttributeKey, CAPABILITIES, CapabilityRow, NEEDING, UnknownData, normalise_term};
use crate::outcome::Obstacle;
use crate::reference::Reference;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "capabilities",
    looks_at: "The mentee's `relationship_barriers` and `needs`, the mentor's `capabilities`, and a table that says \
        which barrier or need asks for which capability.",
    why: "Those who find relationships hardest may gain most from one, if the mentor knows how to meet what makes it \
        hard (Foundations practice guide, second key principle). So a barrier asks something of the mentor and takes \
        nothing from the mentee: it opens or closes pairs, counts for no criterion and lowers nobody's place. Where \
        nobody can do what is asked, the outcome names the capability, which is whom to recruit or what to train.",
    effect: "The table is your own lines, then those of the starting table whose need none of yours has. A mentee \
        requires what the lines ask for whose need is among their answers, or above one of them in your vocabulary; a \
        blank asks for nothing. In this order:\n\
        - nothing is required: eligible\n\
        - the mentor's `capabilities` are blank: `blank` about `capabilities`\n\
        - the mentor does not have one that is required, the first in the table's order: refused, \
        `capability_missing` about it\n\
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
    /// For each kind of mentor, whether they have each; none where it is not known.
    has: Vec<Option<Vec<bool>>>,
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
        let has = (0..compiled.mentors()).map(|mentor| {
            let known = !column.is_blank(mentor);
            known.then(|| {
                terms.iter().map(|term| term.is_some_and(|term| has_term(column, mentor, term))).collect::<Vec<_>>()
            })
        });
        let (of_mentors, has) = numbered(has);
        let kinds = Kinds { mentees: of_mentees.clone(), mentors: of_mentors.clone() };
        Self { labels, required, has, of_mentees, of_mentors, kinds, unknown, about: CAPABILITIES.into() }
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
        let Some(has) = self.of_mentors.get(mentor).and_then(|kind| self.has.get(*kind)?.as_ref()) else {
            return Verdict::blank(self.unknown, &self.about);
        };
        self.missing(required, has).next().unwrap_or(Verdict::Eligible)
    }

    fn further(&self, mentee: usize, mentor: usize) -> Vec<Verdict<'_>> {
        let required = self.of_mentees.get(mentee).and_then(|kind| self.required.get(*kind)).map_or(&[][..], |all| all);
        let has = self.of_mentors.get(mentor).and_then(|kind| self.has.get(*kind)?.as_ref());
        has.map_or_else(Vec::new, |has| self.missing(required, has).skip(1).collect())
    }

    fn could_object(&self) -> bool {
        self.required.iter().any(|required| !required.is_empty())
    }
}
