//! `programme`: of several programmes in one run, the mentee's is for them, and the mentor is theirs to propose.

use super::kinds::{Kinds, numbered};
use super::{Hurdle, Looks, Rule, Verdict};
use crate::compile::Compiled;
use crate::domain::{
    AGREES_TO_SHARING, APPROVED_FOR, Matching, Person, REFERRED_TO, Sharing, Unfit, UnfitReason, UnknownData, sharing,
};
use crate::outcome::Obstacle;
use crate::reference::Reference;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "programme",
    looks_at: "The mentee's `programme`, the mentor's `programmes` and `shared_between_programmes`, the agreements \
        (`shares_with`) between the programmes, and what `mentees` and `mentors` of each programme name: ages, groups, area.",
    why: "Services of one council or charity often look for the same volunteers, and a volunteer who waits in one while a \
        child waits in another helps nobody. Lent by hand, volunteers are promised twice; in one run every place is given \
        once, to the pair that the whole is best served by. But a volunteer's data is not the council's to pass around: \
        a programme shows its volunteers only to those it says, and only those who agreed.",
    effect: "Of these, in this order, the first that is refused decides, else the first that needs a check:\n\
        - the mentee's `programme` is blank: needs-check, `blank` about `programme`, and nothing else is asked: nobody is \
        sent to a programme by a computer\n\
        - the programme is not for the mentee: refused, `mentee_not_eligible` about `age`, the first group's attribute, or \
        the area's; where what would tell is blank: `blank` about it\n\
        - the mentor's `programmes` is blank: needs-check, `blank` about `programmes`\n\
        - the mentor is not of the mentee's programme, and none of theirs names it under `shares_with`: refused, \
        `not_shared`\n\
        - one does, and the mentor's `shared_between_programmes` is `no`: refused, `sharing_refused`; blank: needs-check, \
        `blank` about it, for whoever was not asked has not agreed\n\
        - the mentee's programme does not take such mentors: refused, `mentor_not_eligible`, or `blank`, as for the mentee\n\
        A mentor's `capacity` is one over all programmes.",
    settings: &[(
        "unknown",
        "`needs_check` or `allow`: what happens where an age, group or area is blank; `needs_check` when absent. A blank \
            `programme`, `programmes` or `shared_between_programmes` always needs a check",
    )],
    example: r#"[[programmes]]
id = "visitors"
name = "Independent visitors"
mentees = { ages = { max = 18 }, groups = [{ attribute = "care_status", any_of = "in_care" }] }
shares_with = ["leaving-care"]

[[programmes]]
id = "leaving-care"
mentees = { ages = { min = 16, max = 25 } }

[[rules]]
rule = "programme"
why = "Each service is commissioned for these ages."

[[mentors]]
id = "m1"
programmes = ["visitors"]
shared_between_programmes = "yes"

[[mentees]]
id = "e1"
age = 17
programme = "leaving-care""#,
    cannot_know: "Whether an agreement between two programmes is in force on paper, and whether a referral was to the right \
        programme: `alongside programmes` lists which fit, and people decide.",
};

/// What one question of the rule comes to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Fine,
    Refused(Obstacle, Option<Arc<str>>),
    Open(Arc<str>),
}

impl Part {
    fn verdict(&self) -> Verdict<'_> {
        match self {
            Self::Fine => Verdict::Eligible,
            Self::Refused(obstacle, about) => Verdict::Refused(Hurdle { obstacle: *obstacle, about: about.as_ref() }),
            Self::Open(about) => Verdict::NeedsCheck(Hurdle { obstacle: Obstacle::Blank, about: Some(about) }),
        }
    }

    /// What keeps somebody out: the first refusal, else the first blank where blanks do not pass.
    fn unfit(unfit: &[Unfit], unknown: UnknownData, obstacle: Obstacle) -> Self {
        let refused = unfit.iter().find(|one| one.reason != UnfitReason::Blank);
        match (refused, unfit.first()) {
            (Some(one), _) => Self::Refused(obstacle, Some(one.about.clone())),
            (None, Some(one)) if unknown == UnknownData::NeedsCheck => Self::Open(one.about.clone()),
            _ => Self::Fine,
        }
    }
}

/// A kind of mentee: the programme they were referred to, and whether it is for them. None where nothing is said.
type Referred = Option<(usize, Part)>;

/// A kind of mentor: for each programme whether they are theirs or shared with it, and whether it takes them.
type Offered = Vec<[Part; 2]>;

/// People by what the rule tells of them.
pub(super) struct Programme {
    mentees: Vec<Referred>,
    mentors: Vec<Offered>,
    kinds: Kinds,
    referral: Arc<str>,
}

impl Programme {
    /// Time linear in people times programmes.
    pub(super) fn new(compiled: &Compiled<'_>, unknown: UnknownData) -> Self {
        let matching = compiled.matching;
        let referred = matching.mentees.iter().map(|mentee| -> Referred {
            let at = matching.programme_of(&mentee.person)?;
            let unfit = matching.programmes.get(at)?.mentees.unfit(&mentee.person, &matching.attributes);
            Some((at, Part::unfit(&unfit, unknown, Obstacle::MenteeNotEligible)))
        });
        let (of_mentees, mentees) = numbered(referred);
        let (of_mentors, mentors) =
            numbered(matching.mentors.iter().map(|mentor| offered(matching, &mentor.person, unknown)));
        let kinds = Kinds { mentees: of_mentees, mentors: of_mentors };
        Self { mentees, mentors, kinds, referral: REFERRED_TO.into() }
    }
}

fn offered(matching: &Matching, mentor: &Person, unknown: UnknownData) -> Offered {
    let of = matching.programmes_of(mentor);
    let shown = |to: usize| {
        let Some(of) = &of else { return Part::Open(APPROVED_FOR.into()) };
        let sharer = |at: &usize| matching.programmes.get(*at).is_some_and(|one| one.shares_with.contains(&to));
        if of.contains(&to) {
            Part::Fine
        } else if !of.iter().any(sharer) {
            Part::Refused(Obstacle::NotShared, None)
        } else {
            match sharing(mentor) {
                Sharing::Agreed => Part::Fine,
                Sharing::Refused => Part::Refused(Obstacle::SharingRefused, None),
                Sharing::NotSaid => Part::Open(AGREES_TO_SHARING.into()),
            }
        }
    };
    let programmes = matching.programmes.iter().enumerate();
    let taken = programmes.map(|(at, one)| {
        let unfit = one.mentors.unfit(mentor, &matching.attributes);
        [shown(at), Part::unfit(&unfit, unknown, Obstacle::MentorNotEligible)]
    });
    taken.collect()
}

impl Rule for Programme {
    fn looks(&self) -> Looks<'_> {
        Looks::Kinds(&self.kinds)
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        let referred = self.kinds.mentees.get(mentee).and_then(|kind| self.mentees.get(*kind)?.as_ref());
        let Some((programme, fits)) = referred else {
            return Verdict::NeedsCheck(Hurdle { obstacle: Obstacle::Blank, about: Some(&self.referral) });
        };
        let offered = self.kinds.mentors.get(mentor).and_then(|kind| self.mentors.get(*kind)?.get(*programme));
        let offered = offered.into_iter().flatten();
        Verdict::all(std::iter::once(fits).chain(offered).map(Part::verdict))
    }
}
