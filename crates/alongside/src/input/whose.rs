//! Whom a warning counts, where the programme says that its ids tell nothing about people.

use super::people::ReadPerson;

/// Ids that a warning names at most.
const NAMED: usize = 10;

/// Of whom something is told: `: e1, e2 and 3 more`; nothing where ids may tell who somebody is.
pub(crate) fn whose<'p>(opaque_ids: bool, people: impl Iterator<Item = &'p ReadPerson>) -> String {
    if !opaque_ids {
        return String::new();
    }
    let ids: Vec<&str> = people.map(|read| read.person.id.as_str()).collect();
    let (named, more) = ids.split_at(ids.len().min(NAMED));
    match (named.is_empty(), more.len()) {
        (true, _) => String::new(),
        (_, 0) => format!(": {}", named.join(", ")),
        (_, more) => format!(": {} and {more} more", named.join(", ")),
    }
}
