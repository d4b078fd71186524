//! What two people answered, looked up afresh every time.

use super::words::{counts_as, has, named};
use alongside::domain::{Answer, AttributeKey, Matching, Mentee, Mentor, Person, Preference, Strength, Want, Way};

pub(crate) use alongside::domain::Side;

/// A mentee and a mentor of a programme.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair<'a> {
    pub(crate) matching: &'a Matching,
    pub(crate) mentee: &'a Mentee,
    pub(crate) mentor: &'a Mentor,
}

impl<'a> Pair<'a> {
    pub(crate) fn person(self, side: Side) -> &'a Person {
        match side {
            Side::Mentee => &self.mentee.person,
            Side::Mentor => &self.mentor.person,
        }
    }

    pub(crate) fn other(self, side: Side) -> &'a Person {
        match side {
            Side::Mentee => &self.mentor.person,
            Side::Mentor => &self.mentee.person,
        }
    }

    pub(crate) fn answer(self, side: Side, attribute: &str) -> Option<&'a Answer> {
        self.person(side).answers.get(&AttributeKey::new(attribute))
    }

    pub(crate) fn position(self, side: Side, attribute: &str) -> Option<i64> {
        self.answer(side, attribute).map(|answer| answer.position().unwrap())
    }
}

/// Whether two answers agree.
pub(crate) fn alike(matching: &Matching, attribute: &str, one: &Answer, other: &Answer) -> bool {
    let key = &AttributeKey::new(attribute);
    match (one, other) {
        (Answer::Tags(_), Answer::Tags(_)) => {
            let meets = |one, other| !named(matching, key, one).is_disjoint(&has(matching, key, other));
            meets(one, other) || meets(other, one)
        }
        (Answer::OneOf(one), Answer::OneOf(other)) => {
            let counted = counts_as(matching, key, one);
            counted == counts_as(matching, key, other) && !matching.attributes[key].no_match.contains(&counted)
        }
        _ => one == other,
    }
}

/// Whole metres between the two; none where a place is blank.
pub(crate) fn metres_apart(pair: Pair<'_>) -> Option<i64> {
    let (one, other) = (pair.mentee.person.place?.metres(), pair.mentor.person.place?.metres());
    let along = |axis: usize| f64::from(one[axis]) - f64::from(other[axis]);
    // Sums of squares of whole metres on the globe stand exactly in a float, and so does the floor of their root.
    Some((along(0) * along(0) + along(1) * along(1) + along(2) * along(2)).sqrt().floor() as i64)
}

/// Ways of meeting that both named.
pub(crate) fn common_ways(pair: Pair<'_>) -> Vec<String> {
    let named = |side| match pair.answer(side, "delivery_methods") {
        Some(Answer::Tags(ways)) => ways.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    };
    let theirs = named(Side::Mentor);
    named(Side::Mentee).into_iter().filter(|way| theirs.contains(way)).collect()
}

/// Whether the two have the language that a way asks for, or an interpreter where that will do; none when open.
pub(super) fn spoken(pair: Pair<'_>, way: &str) -> Option<bool> {
    let delivery = &pair.matching.delivery;
    let names = |ways: &[Way]| ways.iter().any(|one| one.word() == way);
    if !names(&delivery.language_for) {
        return Some(true);
    }
    let interpreted = |side| pair.answer(side, "interpreter") == Some(&Answer::OneOf("yes".into()));
    if names(&delivery.interpreter_for) && (interpreted(Side::Mentee) || interpreted(Side::Mentor)) {
        return Some(true);
    }
    let (theirs, ours) = (pair.answer(Side::Mentee, "languages")?, pair.answer(Side::Mentor, "languages")?);
    Some(alike(pair.matching, "languages", theirs, ours))
}

pub(crate) fn blank(person: &Person, attribute: &str) -> bool {
    !person.answers.contains_key(&AttributeKey::new(attribute))
}

/// Whether the thing wished about holds of the other; none when open.
pub(super) fn holds(matching: &Matching, own: &Person, wish: &Preference, other: &Person) -> Option<bool> {
    let key = &wish.attribute;
    let theirs = other.answers.get(&wish.attribute);
    match &wish.want {
        Want::Same => Some(alike(matching, key.as_str(), own.answers.get(&wish.attribute)?, theirs?)),
        Want::Different => {
            let (one, other) = (own.answers.get(&wish.attribute)?, theirs?);
            if untold(matching, key, one, other) { None } else { Some(!alike(matching, key.as_str(), one, other)) }
        }
        Want::AnyOf(terms) => {
            let theirs = has(matching, key, theirs?);
            Some(terms.iter().any(|wished| theirs.contains(&counts_as(matching, key, wished))))
        }
        Want::Range { min, max } => {
            let at = theirs?.position()?;
            Some(min.is_none_or(|min| min <= at) && max.is_none_or(|max| at <= max))
        }
    }
}

/// Whether the pair goes along with the wish; none when open.
pub(super) fn met(matching: &Matching, own: &Person, wish: &Preference, other: &Person) -> Option<bool> {
    let holds = holds(matching, own, wish, other)?;
    Some(match wish.strength {
        Strength::Must | Strength::Prefer => holds,
        Strength::Avoid | Strength::Never => !holds,
    })
}

/// Whether nobody knows: both are of any other background, or the like.
pub(super) fn untold(matching: &Matching, key: &AttributeKey, one: &Answer, other: &Answer) -> bool {
    let (Answer::OneOf(one), Answer::OneOf(other)) = (one, other) else { return false };
    let one = counts_as(matching, key, one);
    one == counts_as(matching, key, other) && matching.attributes[key].no_match.contains(&one)
}
