//! What pairs use up of what a mentor offers.

use crate::compile::Compiled;
use crate::domain::{AttributeKey, Matching, RuleKind, Shortage};

/// The needs of mentees and what is left with mentors, in thousandths.
#[derive(Debug)]
pub(super) struct Load {
    pub(super) kind: Shortage,
    /// Of each mentee; 0 where it is not known.
    pub(super) needs: Vec<u32>,
    /// Of each mentor, what the pairs that stand leave; none where nobody knows what they offer.
    pub(super) left: Vec<Option<u64>>,
    /// How many of the smallest needs of mentees who take part add up to no more than so much, by the sum.
    sums: Vec<u64>,
}

/// What the programme's rules say is limited.
pub(super) fn kinds(matching: &Matching) -> Vec<Shortage> {
    let there = |is: fn(&RuleKind) -> bool| matching.rules.iter().any(|rule| is(&rule.kind));
    let hours = there(|kind| matches!(kind, RuleKind::Hours { .. })).then_some(Shortage::Hours);
    let contact = there(|kind| matches!(kind, RuleKind::Contact { .. })).then_some(Shortage::Contact);
    hours.into_iter().chain(contact).collect()
}

impl Load {
    pub(super) fn new(compiled: &Compiled<'_>, kind: Shortage, standing: &[Vec<u32>]) -> Self {
        let key = AttributeKey::new(if kind == Shortage::Hours { "hours_per_week" } else { "contacts_per_week" });
        let (mentees, mentors) = (compiled.mentees.column(&key), compiled.mentors.column(&key));
        let need = |mentee| u32::try_from(mentees.position(mentee).unwrap_or(0)).unwrap_or(0);
        let needs: Vec<u32> = (0..compiled.mentees()).map(need).collect();
        let left = (0..compiled.mentors()).map(|mentor| {
            let offered = u64::try_from(mentors.position(mentor)?).unwrap_or(0);
            let before = standing.get(mentor).into_iter().flatten();
            let used: u64 = before.filter_map(|mentee| needs.get(*mentee as usize)).map(|need| u64::from(*need)).sum();
            Some(offered.saturating_sub(used))
        });
        let left = left.collect();
        let takes_part = needs.iter().enumerate().filter(|(mentee, _)| !compiled.fixed.is_out(*mentee));
        let mut smallest: Vec<u32> = takes_part.map(|(_, need)| *need).collect();
        smallest.sort_unstable();
        let sums = smallest.iter().scan(0, |sum, need| {
            *sum += u64::from(*need);
            Some(*sum)
        });
        Self { kind, left, sums: sums.collect(), needs }
    }

    /// Whether the mentor can have these beside those that stand.
    pub(super) fn holds(&self, mentor: usize, members: &[u32]) -> bool {
        let Some(left) = self.left.get(mentor).copied().flatten() else { return true };
        let used = members.iter().filter_map(|mentee| self.needs.get(*mentee as usize)).map(|need| u64::from(*need));
        used.sum::<u64>() <= left
    }

    /// How many of the smallest needs fit.
    pub(super) fn fit(&self, mentor: usize) -> u32 {
        let left = self.left.get(mentor).copied().flatten();
        let fit = left.map_or(usize::MAX, |left| self.sums.partition_point(|sum| *sum <= left));
        u32::try_from(fit).unwrap_or(u32::MAX)
    }
}
