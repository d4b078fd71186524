//! What the rules have against the people of the other side, counted.

use super::bits;
use crate::eligibility::{Hurdle, Verdict};

/// What one rule has against them.
#[derive(Debug, Default)]
pub(crate) struct Objections<'r> {
    /// People it refuses.
    pub(crate) refused: usize,
    /// People for whom it needs something found out.
    pub(crate) needs_check: usize,
    /// Of both, those to whom no other rule objects.
    pub(crate) alone: usize,
    /// The same people by what stands in the way, in order.
    pub(crate) details: Vec<(Hurdle<'r>, usize)>,
    against: Vec<u64>,
}

/// What all rules have against them.
#[derive(Debug)]
pub(crate) struct Verdicts<'r> {
    people: usize,
    /// Each rule's objections, in the programme's order.
    pub(crate) rules: Vec<Objections<'r>>,
    /// People to whom any rule objects.
    any: Vec<u64>,
    /// People to whom several do.
    several: Vec<u64>,
    refused: Vec<u64>,
}

impl<'r> Verdicts<'r> {
    /// Of so many rules on so many people, none asked yet.
    pub(super) fn new(rules: usize, people: usize) -> Self {
        let objections = || Objections { against: bits::nobody(people), ..Objections::default() };
        Self {
            people,
            rules: (0..rules).map(|_| objections()).collect(),
            any: bits::nobody(people),
            several: bits::nobody(people),
            refused: bits::nobody(people),
        }
    }

    /// Asks all rules of one more person; what was known of another is forgotten.
    pub(super) fn ask(&mut self, mut ask: impl FnMut(usize, &mut Sink<'_, 'r>)) {
        for row in [&mut self.any, &mut self.several, &mut self.refused] {
            row.fill(0);
        }
        for (rule, of) in self.rules.iter_mut().enumerate() {
            if !of.details.is_empty() {
                of.against.fill(0);
                of.details.clear();
            }
            (of.refused, of.needs_check, of.alone) = (0, 0, 0);
            ask(rule, &mut Sink { people: self.people, refused: &mut self.refused, of });
            if of.details.is_empty() {
                continue;
            }
            for ((any, several), against) in self.any.iter_mut().zip(&mut self.several).zip(&of.against) {
                *several |= *any & against;
                *any |= against;
            }
        }
        for of in self.rules.iter_mut().filter(|of| !of.details.is_empty()) {
            of.alone = bits::count_without(&of.against, &self.several);
            of.details.sort_unstable_by_key(|(hurdle, _)| (hurdle.obstacle, hurdle.about));
        }
    }

    /// All people of the other side.
    pub(crate) const fn people(&self) -> usize {
        self.people
    }

    /// People whom at least one rule refuses.
    pub(crate) fn refused(&self) -> usize {
        bits::count(&self.refused)
    }

    /// People to whom at least one rule objects.
    pub(crate) fn objected(&self) -> usize {
        bits::count(&self.any)
    }

    /// How many of these people all rules allow.
    pub(crate) fn allowed_among(&self, people: &super::Crew) -> usize {
        bits::count_without(&people.0, &self.any)
    }

    /// How many of the people in both are allowed by all rules.
    pub(crate) fn allowed_among_both(&self, people: &super::Crew, others: &super::Crew) -> usize {
        let both = |word: usize| people.0[word] & others.0[word] & !self.any[word];
        (0..self.any.len()).map(|word| both(word).count_ones() as usize).sum()
    }

    /// People whom all rules allow, by their positions.
    pub(super) fn allowed(&self) -> impl Iterator<Item = usize> {
        let all = bits::everybody(self.people);
        let words: Vec<u64> = all.iter().zip(&self.any).map(|(all, any)| all & !any).collect();
        let found: Vec<usize> = bits::each(&words).collect();
        found.into_iter()
    }
}

/// Where a rule puts its objections to the people of the other side.
#[derive(Debug)]
pub(super) struct Sink<'s, 'r> {
    pub(super) people: usize,
    refused: &'s mut [u64],
    of: &'s mut Objections<'r>,
}

impl<'r> Sink<'_, 'r> {
    /// Each verdict holds for its people.
    pub(super) fn put_all(&mut self, parts: &[(Verdict<'r>, Vec<u64>)]) {
        for (verdict, people) in parts {
            self.put(*verdict, people);
        }
    }

    /// The verdict holds for these people, none of whom had one yet.
    pub(super) fn put(&mut self, verdict: Verdict<'r>, people: &[u64]) {
        let Some(hurdle) = verdict.hurdle() else { return };
        let many = bits::count(people);
        if many == 0 {
            return;
        }
        bits::join(&mut self.of.against, people);
        if matches!(verdict, Verdict::Refused(_)) {
            bits::join(self.refused, people);
        }
        self.count(verdict, hurdle, many);
    }

    /// The verdict holds for one person, who had none yet.
    pub(super) fn put_one(&mut self, verdict: Verdict<'r>, at: usize) {
        let Some(hurdle) = verdict.hurdle() else { return };
        bits::set(&mut self.of.against, at);
        if matches!(verdict, Verdict::Refused(_)) {
            bits::set(self.refused, at);
        }
        self.count(verdict, hurdle, 1);
    }

    fn count(&mut self, verdict: Verdict<'r>, hurdle: Hurdle<'r>, many: usize) {
        match verdict {
            Verdict::Refused(_) => self.of.refused += many,
            _ => self.of.needs_check += many,
        }
        match self.of.details.iter_mut().find(|(known, _)| *known == hurdle) {
            Some((_, known)) => *known += many,
            None => self.of.details.push((hurdle, many)),
        }
    }
}
