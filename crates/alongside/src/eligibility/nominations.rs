//! Natural mentors whom mentees nominated: pairs that stand before the matching, and wait for their checks.

use super::{Rules, Verdict};
use crate::compile::Compiled;
use crate::domain::{Answer, AttributeKey, Nominations, RuleKind};

impl Rules<'_> {
    /// Makes pairs of mentees and the natural mentors whom they nominated, where no rule but those of checks and training
    /// refuses them. Time: that of laying the rules out, where anybody nominated a natural mentor.
    #[must_use]
    pub fn settle_nominations(mut compiled: Compiled<'_>) -> Compiled<'_> {
        let matching = compiled.matching;
        if matching.nominations == Nominations::Candidate {
            return compiled;
        }
        let key = AttributeKey::new("role_type");
        let natural = |mentor: usize| {
            let role = matching.mentors.get(mentor).and_then(|mentor| mentor.person.answers.get(&key));
            matches!(role, Some(Answer::OneOf(role)) if &**role == "natural")
        };
        let mut named: Vec<(u8, usize, usize)> = (0..)
            .zip(&matching.mentees)
            .filter(|(at, _)| !compiled.fixed.is_out(*at))
            .filter_map(|(at, mentee)| Some((mentee.tier, at, compiled.mentor_at(mentee.nominated_mentor.as_ref()?)?)))
            .filter(|(_, _, mentor)| natural(*mentor))
            .collect();
        if named.is_empty() {
            return compiled;
        }
        {
            let rules = Rules::new(&compiled);
            named.retain(|(_, mentee, mentor)| {
                let mut said = rules.verdicts(*mentee, *mentor).zip(&matching.rules);
                said.all(|(verdict, rule)| match (verdict, &rule.kind) {
                    // What is missing, or has lapsed, can be put in order while the two wait.
                    (Verdict::Eligible, _)
                    | (_, RuleKind::Checks { .. } | RuleKind::ActivityChecks { .. } | RuleKind::Training { .. }) => {
                        true
                    }
                    (_, RuleKind::Decisions) | (Verdict::Refused(_), _) => false,
                    (Verdict::NeedsCheck(_), _) => true,
                })
            });
        }
        named.sort_unstable();
        compiled.nominate(named.into_iter().map(|(_, mentee, mentor)| (mentee, mentor)));
        compiled
    }
}
