//! What people answered, as decisions.

use super::Request;
use crate::compile::Compiled;
use crate::criteria::Criteria;
use crate::domain::{Decision, DecisionKind, Matching, PersonId, Rule, RuleKind, Side};
use crate::eligibility::Rules;
use crate::error::Error;

/// The programme with everything picked kept and everything declined barred; none where nothing was answered.
///
/// # Errors
/// [`Error::UnknownPerson`]; [`Error::NotACandidate`] for what could not be picked.
pub(crate) fn decided(
    compiled: &Compiled<'_>,
    rules: &Rules<'_>,
    criteria: &Criteria<'_>,
    request: &Request,
) -> Result<Option<Matching>, Error> {
    if request.picked.is_empty() && request.declined.is_empty() {
        return Ok(None);
    }
    let mut taken = vec![0_u32; compiled.mentors()];
    let mut chose = vec![false; compiled.mentees()];
    for (one, other) in &request.picked {
        let (mentee, mentor) = places(compiled, one, other)?;
        let refused = || Error::NotACandidate { mentee: one.clone(), mentor: other.clone() };
        let open = !compiled.fixed.is_out(mentee)
            && !request.declined.contains(&(one.clone(), other.clone()))
            && rules.allow(mentee, mentor)
            && criteria.reaches(mentee, mentor, criteria.fit(mentee, mentor));
        let (Some(taken), Some(chose)) = (taken.get_mut(mentor), chose.get_mut(mentee)) else { return Err(refused()) };
        if !open || *chose || *taken >= compiled.fixed.free(mentor) || !compiled.has_place(mentee, mentor) {
            return Err(refused());
        }
        (*taken, *chose) = (*taken + 1, true);
    }
    for (mentee, mentor) in &request.declined {
        places(compiled, mentee, mentor)?;
    }
    criteria.check()?;

    let mut matching = compiled.matching.clone();
    let decision = |kind, reason: &str| Decision {
        kind,
        by: "the mentee".to_owned(),
        on: matching.as_of,
        reason: reason.to_owned(),
    };
    let picked = request
        .picked
        .iter()
        .cloned()
        .map(|(mentee, mentor)| decision(DecisionKind::Keep { mentee, mentor }, "picked from a shortlist"));
    let declined = request
        .declined
        .iter()
        .cloned()
        .map(|(mentee, mentor)| decision(DecisionKind::Bar { mentee, mentor }, "declined, though on a shortlist"));
    let decisions: Vec<Decision> = picked.chain(declined).collect();
    matching.decisions.extend(decisions);
    matching.decisions.sort();
    if !request.declined.is_empty() && !matching.rules.iter().any(|rule| rule.kind == RuleKind::Decisions) {
        // Where the rule stands that heeds what is barred: behind those always in force.
        let before = |rule: &Rule| matches!(rule.kind, RuleKind::Preferences | RuleKind::PastPairs);
        let at = matching.rules.iter().rposition(before).map_or(matching.rules.len(), |at| at + 1);
        let kind = RuleKind::Decisions;
        matching.rules.insert(at, Rule { id: kind.name().into(), why: None, kind });
    }
    Ok(Some(matching))
}

fn places(compiled: &Compiled<'_>, mentee: &PersonId, mentor: &PersonId) -> Result<(usize, usize), Error> {
    let unknown = |side, id: &PersonId| Error::UnknownPerson { side, id: id.clone() };
    let at = compiled.mentee_at(mentee).ok_or_else(|| unknown(Side::Mentee, mentee))?;
    Ok((at, compiled.mentor_at(mentor).ok_or_else(|| unknown(Side::Mentor, mentor))?))
}
