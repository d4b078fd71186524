//! Who supports mentors, and how many relationships they can look after.

use super::{Answer, AttributeKey, Person, PersonId};

/// Somebody who supervises mentors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supervisor {
    /// Who it is.
    pub id: PersonId,
    /// Most that the relationships of all their mentors together may count at a time.
    pub caseload: u32,
}

/// How much one relationship counts in a caseload, by the kind of mentor; 1 where the kind is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaseloadWeights {
    /// Of natural mentors.
    pub natural: u32,
    /// Of paid mentors.
    pub paid: u32,
    /// Of peer mentors, who need more supervision.
    pub peer: u32,
    /// Of volunteers.
    pub volunteer: u32,
}

impl Default for CaseloadWeights {
    /// A peer mentor's relationship counts twice.
    fn default() -> Self {
        Self { natural: 1, paid: 1, peer: 2, volunteer: 1 }
    }
}

impl CaseloadWeights {
    /// How much a relationship of this mentor counts.
    pub fn of(&self, mentor: &Person) -> u32 {
        match mentor.answers.get(&AttributeKey::new("role_type")) {
            Some(Answer::OneOf(role)) => match &**role {
                "natural" => self.natural,
                "paid" => self.paid,
                "peer" => self.peer,
                "volunteer" => self.volunteer,
                _ => 1,
            },
            _ => 1,
        }
    }
}
