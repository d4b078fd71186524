//! What people are called on the screen: their ids, or their names where these are asked for.

use super::text::shown;
use alongside::domain::{Matching, Person, PersonId, Side};
use std::collections::BTreeMap;

/// Names to show in place of ids; empty where they were not asked for.
#[derive(Debug, Default)]
pub(crate) struct Names {
    mentors: BTreeMap<PersonId, String>,
    mentees: BTreeMap<PersonId, String>,
}

impl Names {
    /// The names that the sheets have.
    pub(crate) fn of(matching: &Matching) -> Self {
        Self {
            mentors: side(matching.mentors.iter().map(|mentor| &mentor.person)),
            mentees: side(matching.mentees.iter().map(|mentee| &mentee.person)),
        }
    }

    /// What the person is called: harmless for a terminal.
    pub(crate) fn person(&self, on: Side, id: &PersonId) -> String {
        let names = match on {
            Side::Mentor => &self.mentors,
            Side::Mentee => &self.mentees,
        };
        shown(names.get(id).map_or(id.as_str(), String::as_str)).into_owned()
    }

    /// A mentor.
    pub(crate) fn mentor(&self, id: &PersonId) -> String {
        self.person(Side::Mentor, id)
    }

    /// A mentee.
    pub(crate) fn mentee(&self, id: &PersonId) -> String {
        self.person(Side::Mentee, id)
    }
}

fn side<'a>(people: impl Iterator<Item = &'a Person>) -> BTreeMap<PersonId, String> {
    let named = people.filter_map(|person| Some((&person.id, person.name.as_deref()?.trim())));
    tell_apart(named.filter(|(_, name)| !name.is_empty()).collect())
}

/// Two people of one name are told apart by their ids.
fn tell_apart(named: Vec<(&PersonId, &str)>) -> BTreeMap<PersonId, String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, name) in &named {
        *counts.entry(name).or_default() += 1;
    }
    let called = |(id, name): (&PersonId, &str)| match counts.get(name) {
        Some(2..) => (id.clone(), format!("{name} ({id})")),
        _ => (id.clone(), name.to_owned()),
    };
    named.into_iter().map(called).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_take_the_place_of_ids_and_stay_distinct() {
        let ids: Vec<PersonId> = ["1", "2", "3", "4"].iter().map(|id| PersonId::new(id).unwrap()).collect();
        let named = vec![(&ids[0], "Ann"), (&ids[1], "Bo\u{1b}[2J"), (&ids[2], "Ann")];
        let names = Names { mentors: tell_apart(named), mentees: BTreeMap::new() };
        let shown: Vec<String> = ids.iter().map(|id| names.mentor(id)).collect();
        assert_eq!(shown, ["Ann (1)", "Bo\\u{1b}[2J", "Ann (3)", "4"]);
        assert_eq!(names.mentee(&ids[0]), "1");
    }
}
