//! `known_to`: family and close friends are not matched as strangers are.

use super::{Hurdle, Looks, Records, Rule, Verdict};
use crate::compile::Compiled;
use crate::domain::{Answer, AttributeKey, DecisionKind, KnownAs, Mentee, Mentor};
use crate::outcome::Obstacle;
use crate::reference::Reference;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "known_to",
    looks_at: "What the two say in `known_to` of how they know each other: `kin`, `close_friend`, `acquaintance` or \
        `professional`. Where they say different things, the closest counts.",
    why: "Mentoring and befriending are support from somebody who is neither family nor a close friend (NCVO, on what \
        mentoring and befriending are). A trusted adult whom a young person names from their own network can be a \
        good mentor, once the same checks are passed (Foundations practice guide, on natural mentors). What people \
        say of this has to hold in every programme, so the rule is always in force; where nobody says anything, it \
        asks nothing.",
    effect: "Neither says anything, or `professional`: eligible. `kin`: refused as `kin`, whoever nominated whom. \
        `close_friend` or `acquaintance`, in this order:\n\
        - the mentee's `nominated_mentor` is not this mentor, or the mentor's `role_type` is known and not \
        `natural`: refused as `close_friend` or `acquaintance`\n\
        - the mentor's `role_type` is blank: needs a check, `blank` about `role_type`\n\
        - `acquaintance`: eligible\n\
        - `close_friend` with a coordinator's decision `allow_close_friend` for the two under `decisions`: eligible; \
        without it: needs a check, `undecided_friend`",
    settings: &[],
    example: r#"[[mentors]]
id = "m1"
role_type = "natural"

[[mentees]]
id = "e1"
nominated_mentor = "m1"
known_to = ["m1 close friend"]

[[decisions]]
decision = "allow_close_friend"
mentee = "e1"
mentor = "m1"
by = "Tabitha Snugglethorpe"
on = 2026-10-12
reason = "Her late mother's friend; checks passed, and both know whom to call.""#,
    cannot_know: "What nobody says. An id that nobody has is refused as `dangling-id`, since a mistyped one would let \
        family be matched; different words on the two sides are told as `relation-contradiction`.",
};

/// What stands in the way of one pair.
#[derive(Debug, Clone, Copy)]
enum Standing {
    Refused(Obstacle),
    RoleBlank,
    Undecided,
}

/// For each mentee, the mentors known too well, in order.
pub(super) struct KnownTo {
    known: Vec<Vec<(usize, Standing)>>,
    about: Arc<str>,
}

impl KnownTo {
    pub(super) fn new(compiled: &Compiled<'_>) -> Self {
        let (mentees, mentors) = (&compiled.matching.mentees, &compiled.matching.mentors);
        let mut known: Vec<Vec<(usize, KnownAs)>> = mentees
            .iter()
            .map(|mentee| {
                let stated = mentee.person.known_to.iter();
                stated.filter_map(|(id, relation)| Some((compiled.mentor_at(id)?, *relation))).collect()
            })
            .collect();
        for (at, mentor) in mentors.iter().enumerate() {
            for (id, relation) in &mentor.person.known_to {
                if let Some(known) = compiled.mentee_at(id).and_then(|mentee| known.get_mut(mentee)) {
                    known.push((at, *relation));
                }
            }
        }
        let standings = known.into_iter().zip(mentees).map(|(mut known, mentee)| {
            // The closest relation of each mentor first, and only that.
            known.sort_unstable_by(|one, other| (one.0, other.1).cmp(&(other.0, one.1)));
            known.dedup_by_key(|(mentor, _)| *mentor);
            let standing = |(at, relation)| Some((at, standing(compiled, mentee, mentors.get(at)?, relation)?));
            known.into_iter().filter_map(standing).collect()
        });
        Self { known: standings.collect(), about: "role_type".into() }
    }
}

/// What stands in the way of two people who know each other so.
fn standing(compiled: &Compiled<'_>, mentee: &Mentee, mentor: &Mentor, relation: KnownAs) -> Option<Standing> {
    let refused = match relation {
        KnownAs::Professional => return None,
        KnownAs::Kin => return Some(Standing::Refused(Obstacle::Kin)),
        KnownAs::CloseFriend => Obstacle::CloseFriend,
        KnownAs::Acquaintance => Obstacle::Acquaintance,
    };
    if mentee.nominated_mentor.as_ref() != Some(&mentor.person.id) {
        return Some(Standing::Refused(refused));
    }
    match mentor.person.answers.get(&AttributeKey::new("role_type")) {
        Some(Answer::OneOf(role)) if &**role == "natural" => {}
        Some(_) => return Some(Standing::Refused(refused)),
        None => return Some(Standing::RoleBlank),
    }
    let decided = || {
        let (mentee, mentor) = (mentee.person.id.clone(), mentor.person.id.clone());
        let wanted = DecisionKind::AllowCloseFriend { mentee, mentor };
        // Decisions stand in order of kind.
        compiled.matching.decisions.binary_search_by(|one| one.kind.cmp(&wanted)).is_ok()
    };
    (relation == KnownAs::CloseFriend && !decided()).then_some(Standing::Undecided)
}

impl Rule for KnownTo {
    fn looks(&self) -> Looks<'_> {
        let known = self.known.iter().enumerate();
        let pairs = known.flat_map(|(mentee, known)| known.iter().map(move |(mentor, _)| (mentee, *mentor)));
        Looks::Records(Records::of_pairs(pairs.collect()))
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        let known = self.known.get(mentee).map_or(&[][..], Vec::as_slice);
        let found = known.binary_search_by_key(&mentor, |(at, _)| *at).ok().and_then(|at| known.get(at));
        match found.map(|(_, standing)| *standing) {
            None => Verdict::Eligible,
            Some(Standing::Refused(obstacle)) => Verdict::refused(obstacle),
            Some(Standing::RoleBlank) => {
                Verdict::NeedsCheck(Hurdle { obstacle: Obstacle::Blank, about: Some(&self.about) })
            }
            Some(Standing::Undecided) => {
                Verdict::NeedsCheck(Hurdle { obstacle: Obstacle::UndecidedFriend, about: None })
            }
        }
    }

    fn could_object(&self) -> bool {
        self.known.iter().any(|known| !known.is_empty())
    }
}
