//! How people can meet: ways and forms in the order in which somebody likes them, and what each way needs.

use serde::{Deserialize, Serialize};

/// A way of meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// In person.
    FaceToFace,
    /// Over the internet.
    Internet,
    /// By telephone.
    Telephone,
}

impl Way {
    /// Every way, in order of its word.
    pub const ALL: [Self; 3] = [Self::FaceToFace, Self::Internet, Self::Telephone];

    /// The word of programme files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::FaceToFace => "face_to_face",
            Self::Internet => "internet",
            Self::Telephone => "telephone",
        }
    }

    /// The way of that word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.word() == word)
    }
}

/// Forms of support, in order of their words.
pub const MODELS: [&str; 4] = ["dedicated", "individually", "one_to_one", "together"];

/// Places in a short closed list, the one liked best first, none twice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InOrder([u8; 4]);

impl InOrder {
    /// In this order; what comes again and what lies beyond the list is left out.
    pub fn of(places: impl IntoIterator<Item = usize>) -> Self {
        let (mut order, mut filled) = (Self::default(), 0);
        for place in places {
            let one = u8::try_from(place + 1).unwrap_or(u8::MAX);
            if place < order.0.len()
                && !order.0.contains(&one)
                && let Some(free) = order.0.get_mut(filled)
            {
                *free = one;
                filled += 1;
            }
        }
        order
    }

    /// The places, the one liked best first.
    pub fn iter(&self) -> impl Iterator<Item = usize> + use<> {
        self.0.into_iter().take_while(|one| *one > 0).map(|one| usize::from(one) - 1)
    }

    /// The ways of meeting at these places.
    pub fn ways(&self) -> impl Iterator<Item = Way> + use<> {
        self.iter().filter_map(|place| Way::ALL.get(place).copied())
    }
}

/// What the programme's ways of meeting need.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Delivery {
    /// A way of meeting, and the attribute to which `no` must be neither one's answer.
    pub needs: Vec<(Way, &'static str)>,
    /// Thousandths of years below which a mentee meets online only where somebody supervises it.
    pub supervised_under: Option<i64>,
    /// Ways for which the two need a language in common.
    pub language_for: Vec<Way>,
    /// Of these, ways for which an interpreter of either will do as well.
    pub interpreter_for: Vec<Way>,
    /// The ways that a blank counts as; none where it stays unknown.
    pub usual_methods: InOrder,
    /// The forms of support that a blank counts as, likewise.
    pub usual_models: InOrder,
}

impl Delivery {
    /// Whether any way needs anything.
    pub const fn is_idle(&self) -> bool {
        self.needs.is_empty() && self.supervised_under.is_none() && self.language_for.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_keeps_what_was_named_first() {
        let order = InOrder::of([2, 0, 2, 7, 1]);
        assert_eq!(order.iter().collect::<Vec<_>>(), [2, 0, 1]);
        assert_eq!(order.ways().collect::<Vec<_>>(), [Way::Telephone, Way::FaceToFace, Way::Internet]);
        assert_eq!(InOrder::default().iter().count(), 0);
    }

    #[test]
    fn words_are_those_of_the_standard_attributes() {
        let listed = |name: &str| -> Vec<&str> {
            let found = crate::domain::STANDARD_ATTRIBUTES.iter().find(|one| one.name == name).unwrap();
            let mut values = found.values.to_vec();
            values.sort_unstable();
            values
        };
        assert_eq!(listed("delivery_methods"), Way::ALL.map(Way::word));
        assert_eq!(listed("delivery_models"), MODELS);
    }
}
