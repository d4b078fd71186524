//! Which of several programmes fit a person, and why the others do not.
//!
//! A list for whoever refers people, or finds volunteers a place: it says what each programme asks and whether that is so.
//! Nobody is put into a programme by it.

use crate::domain::{
    Matching, Mentee, Mentor, OneProgramme, Person, PersonId, Programme, Sharing, Side, Support, Unfit, UnfitReason,
    sharing,
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Everybody, and which programmes fit them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Programmes {
    /// The programmes, in the file's order; none where the file is one programme.
    pub programmes: Vec<ProgrammeName>,
    /// Mentees, by id.
    pub mentees: Vec<PersonProgrammes>,
    /// Mentors, by id.
    pub mentors: Vec<PersonProgrammes>,
}

/// One of the programmes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeName {
    /// Its id.
    pub programme: Arc<str>,
    /// Its name.
    pub name: String,
}

/// Which programmes fit one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonProgrammes {
    /// Who.
    pub person: PersonId,
    /// Mentee or mentor.
    pub side: Side,
    /// The programme that a mentee was referred to, or those that a mentor was approved for, by id.
    pub programmes: Vec<Arc<str>>,
    /// Every programme, in the file's order.
    pub each: Vec<ProgrammeFit>,
}

/// Whether one programme fits one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeFit {
    /// The programme, by id.
    pub programme: Arc<str>,
    /// Whether it is the person's own: the one they were referred to, or one that they were approved for.
    pub own: bool,
    /// What it has against the person, in order of ages, groups, area, purposes; a blank is something to ask for.
    pub unfit: Vec<Unfit>,
    /// Of a mentor, how they come to be shown to it; none for mentees.
    pub shown: Option<Shown>,
}

/// How a mentor comes to be shown to a programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// They were approved for it.
    Own,
    /// These of their programmes share with it; and what the mentor says of that.
    SharedBy {
        /// By id, in the file's order.
        programmes: Vec<Arc<str>>,
        /// Whether they agree.
        sharing: Sharing,
    },
    /// They are of other programmes, and none of these shares with it.
    NotShared,
    /// It is not known which programmes they are of.
    NotSaid,
}

impl Programmes {
    /// The same of one person alone, who may stand on both sides; none where nobody has the id.
    #[must_use]
    pub fn only(mut self, id: &PersonId) -> Option<Self> {
        self.mentees.retain(|one| one.person == *id);
        self.mentors.retain(|one| one.person == *id);
        (!self.mentees.is_empty() || !self.mentors.is_empty()).then_some(self)
    }
}

impl ProgrammeFit {
    /// What is in the way, in a few words; nothing where it fits. Of what speaks against it for good, no blank is told beside.
    pub fn words(&self, support: Support) -> String {
        let mentor = support.mentor();
        let shown = match &self.shown {
            None | Some(Shown::Own | Shown::SharedBy { sharing: Sharing::Agreed, .. }) => None,
            Some(Shown::SharedBy { sharing: Sharing::Refused, .. }) => {
                Some(format!("the {mentor} does not agree to be shared"))
            }
            Some(Shown::SharedBy { sharing: Sharing::NotSaid, .. }) => {
                Some(format!("ask whether the {mentor} agrees to be shared"))
            }
            Some(Shown::NotShared) => Some("no programme of theirs shares with it".to_owned()),
            Some(Shown::NotSaid) => Some("not known: programmes".to_owned()),
        };
        let refused = self.is_refused();
        let open = matches!(self.shown, Some(Shown::NotSaid | Shown::SharedBy { sharing: Sharing::NotSaid, .. }));
        let shown = shown.into_iter().filter(|_| !refused || !open);
        let unfit = self.unfit.iter().filter(|one| !refused || one.reason != UnfitReason::Blank);
        shown.chain(unfit.map(words)).collect::<Vec<_>>().join(", ")
    }

    /// Whether a mentee could be referred to it, or a mentor proposed to its mentees, as things are.
    pub fn fits(&self) -> bool {
        let shown = matches!(self.shown, None | Some(Shown::Own | Shown::SharedBy { sharing: Sharing::Agreed, .. }));
        shown && self.unfit.is_empty()
    }

    /// Whether nothing that may still be found out would make it fit.
    pub fn is_refused(&self) -> bool {
        matches!(self.shown, Some(Shown::NotShared | Shown::SharedBy { sharing: Sharing::Refused, .. }))
            || self.unfit.iter().any(|one| one.reason != UnfitReason::Blank)
    }
}

/// One thing that a programme has against somebody, in a few words.
fn words(unfit: &Unfit) -> String {
    let about = unfit.about.replace('_', " ");
    match unfit.reason {
        UnfitReason::TooYoung => "too young".to_owned(),
        UnfitReason::TooOld => "too old".to_owned(),
        UnfitReason::NotInGroup => format!("in none of its groups ({about})"),
        UnfitReason::OutsideArea => format!("outside its area ({about})"),
        UnfitReason::OtherPurpose => "not for what they come for (purpose)".to_owned(),
        UnfitReason::Blank => format!("not known: {about}"),
    }
}

/// Every person against every programme. Time linear in people times programmes.
pub(crate) fn programmes(programme: &Programme) -> Programmes {
    let matching = programme.matching();
    let listed = |one: &OneProgramme| ProgrammeName { programme: one.id.clone(), name: one.name.clone() };
    Programmes {
        programmes: matching.programmes.iter().map(listed).collect(),
        mentees: matching.mentees.iter().map(|mentee| of_mentee(matching, mentee)).collect(),
        mentors: matching.mentors.iter().map(|mentor| of_mentor(matching, mentor)).collect(),
    }
}

fn of_mentee(matching: &Matching, mentee: &Mentee) -> PersonProgrammes {
    let own: Vec<usize> = matching.programme_of(&mentee.person).into_iter().collect();
    person(matching, Side::Mentee, &mentee.person, &own, |_| None)
}

fn of_mentor(matching: &Matching, mentor: &Mentor) -> PersonProgrammes {
    let of = matching.programmes_of(&mentor.person);
    let own = of.clone().unwrap_or_default();
    let shown = |at: usize| {
        if of.is_none() {
            return Some(Shown::NotSaid);
        }
        if own.contains(&at) {
            return Some(Shown::Own);
        }
        let sharers = own.iter().filter_map(|from| matching.programmes.get(*from));
        let sharers: Vec<Arc<str>> =
            sharers.filter(|one| one.shares_with.contains(&at)).map(|one| one.id.clone()).collect();
        let said = sharing(&mentor.person);
        Some(if sharers.is_empty() { Shown::NotShared } else { Shown::SharedBy { programmes: sharers, sharing: said } })
    };
    person(matching, Side::Mentor, &mentor.person, &own, shown)
}

fn person(
    matching: &Matching,
    side: Side,
    person: &Person,
    own: &[usize],
    shown: impl Fn(usize) -> Option<Shown>,
) -> PersonProgrammes {
    let id = |at: &usize| matching.programmes.get(*at).map(|one| one.id.clone());
    let each = matching.programmes.iter().enumerate().map(|(at, one)| {
        let asked = if side == Side::Mentee { &one.mentees } else { &one.mentors };
        ProgrammeFit {
            programme: one.id.clone(),
            own: own.contains(&at),
            unfit: asked.unfit(person, &matching.attributes),
            shown: shown(at),
        }
    });
    PersonProgrammes {
        person: person.id.clone(),
        side,
        programmes: own.iter().filter_map(id).collect(),
        each: each.collect(),
    }
}
