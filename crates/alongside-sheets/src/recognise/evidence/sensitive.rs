//! Words that tell something the law protects most. They flag a column; they never decide what a person is.

use super::plain;

/// What a column may tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::recognise) enum Category {
    Ethnicity,
    Faith,
    Health,
    Orientation,
    Offences,
    Politics,
}

impl Category {
    pub(in crate::recognise) const fn called(self) -> &'static str {
        match self {
            Self::Ethnicity => "ethnic origin",
            Self::Faith => "faith or belief",
            Self::Health => "health or disability",
            Self::Orientation => "sexual orientation or gender identity",
            Self::Offences => "offences or convictions",
            Self::Politics => "politics or trade unions",
        }
    }

    /// `special_category` or `criminal_offence`, as the programme file says it.
    pub(in crate::recognise) const fn sensitivity(self) -> &'static str {
        match self {
            Self::Offences => "criminal_offence",
            _ => "special_category",
        }
    }

    /// The protected characteristic, as the programme file says it.
    pub(in crate::recognise) const fn protected(self) -> Option<&'static str> {
        match self {
            Self::Ethnicity => Some("race"),
            Self::Faith => Some("religion_or_belief"),
            Self::Health => Some("disability"),
            Self::Orientation => Some("sexual_orientation"),
            Self::Offences | Self::Politics => None,
        }
    }
}

/// Words and groups of words in answers, each with what it tells; a star stands for any ending.
const WORDS: &[(Category, &[&str])] = &[
    (
        Category::Ethnicity,
        &[
            "white british",
            "white irish",
            "white other",
            "black british",
            "black african",
            "black caribbean",
            "caribbean",
            "pakistani",
            "bangladeshi",
            "asian british",
            "south asian",
            "mixed race",
            "mixed heritage",
            "mixed ethnic*",
            "gypsy",
            "irish traveller",
            "roma",
            "bame",
            "minoritised ethnic*",
            "ethnic minorit*",
        ],
    ),
    (
        Category::Faith,
        &[
            "christian*",
            "muslim*",
            "hindu*",
            "sikh*",
            "jewish",
            "buddhis*",
            "atheis*",
            "agnostic",
            "catholic*",
            "protestant",
            "church of england",
            "islam",
            "no religion",
            "quaker",
        ],
    ),
    (
        Category::Health,
        &[
            "disab*",
            "depress*",
            "anxiety",
            "autis*",
            "adhd",
            "wheelchair",
            "dementia",
            "epileps*",
            "diabet*",
            "dyslexi*",
            "bipolar",
            "deaf",
            "blind",
            "hearing loss",
            "sight loss",
            "memory loss",
            "mental health",
            "learning difficult*",
            "chronic illness",
            "ptsd",
            "neurodiver*",
            "cancer",
            "stroke",
            "hiv",
        ],
    ),
    (
        Category::Orientation,
        &[
            "gay",
            "lesbian",
            "bisexual",
            "heterosexual",
            "straight",
            "queer",
            "asexual",
            "pansexual",
            "homosexual",
            "transgender",
            "trans man",
            "trans woman",
            "lgbt*",
            "aromantic",
        ],
    ),
    (Category::Offences, &["convict*", "prison", "probation", "criminal", "offen*", "caution*"]),
    (Category::Politics, &["labour party", "conservative party", "trade union", "liberal democrat*"]),
];

/// What the cell's words may tell.
pub(in crate::recognise) fn categories(cell: &str) -> impl Iterator<Item = Category> + use<> {
    let plain = plain(cell);
    let words: Vec<String> = plain.split(' ').map(str::to_owned).collect();
    WORDS.iter().filter(move |(_, phrases)| phrases.iter().any(|phrase| holds(&words, phrase))).map(|(one, _)| *one)
}

/// Whether the words hold the phrase, one word after the other.
fn holds(words: &[String], phrase: &str) -> bool {
    let parts: Vec<&str> = phrase.split(' ').collect();
    words.windows(parts.len()).any(|window| {
        window.iter().zip(&parts).all(|(word, part)| match part.strip_suffix('*') {
            Some(stem) => word.starts_with(stem),
            None => word == part,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telling_words_are_noticed_and_others_are_not() {
        let told = |cell: &str| categories(cell).collect::<Vec<_>>();
        assert_eq!(told("I have anxiety"), [Category::Health]);
        assert_eq!(told("White British"), [Category::Ethnicity]);
        assert_eq!(told("Gay, Non-binary"), [Category::Orientation]);
        assert_eq!(told("gardening, jazz"), []);
        assert_eq!(told("gayle"), []);
    }
}
