//! Words of short closed lists, in several languages. A cell is compared in its plain form.

use unicode_normalization::UnicodeNormalization;

/// Small letters in Unicode form C, with single spaces in place of everything between words.
pub(in crate::recognise) fn plain(text: &str) -> String {
    let lower: String = text.nfc().flat_map(char::to_lowercase).collect();
    let mut plain = String::with_capacity(lower.len());
    for c in lower.chars() {
        if c.is_alphanumeric() || is_part_of_word(c) {
            plain.push(c);
        } else if !plain.is_empty() && !plain.ends_with(' ') {
            plain.push(' ');
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// Marks that stand for a whole word, and signs inside words of some scripts.
const fn is_part_of_word(c: char) -> bool {
    matches!(c, '\u{2713}' | '\u{2714}' | '\u{2717}' | '\u{2718}' | '\u{2611}' | '\u{2610}' | '\u{300}'..='\u{36f}')
}

const YES_NO: &[&str] = &[
    "yes",
    "no",
    "y",
    "n",
    "true",
    "false",
    "0",
    "1",
    "ja",
    "nein",
    "oui",
    "non",
    "s\u{ed}",
    "si",
    "tak",
    "nie",
    "ie",
    "na",
    "ydw",
    "nac ydw",
    "\u{442}\u{430}\u{43a}",
    "\u{43d}\u{456}",
    "\u{646}\u{639}\u{645}",
    "\u{644}\u{627}",
    "\u{6c1}\u{627}\u{6ba}",
    "\u{646}\u{6c1}\u{6cc}\u{6ba}",
    "sim",
    "n\u{e3}o",
    "da",
    "nu",
    "evet",
    "hay\u{131}r",
];

const MARKS: &[&str] = &["0", "1", "x", "true", "false", "\u{2713}", "\u{2714}", "\u{2611}", "\u{2610}", "\u{2717}"];

const GENDERS: &[&str] = &[
    "male",
    "female",
    "man",
    "woman",
    "m",
    "f",
    "boy",
    "girl",
    "non binary",
    "nonbinary",
    "nb",
    "other",
    "prefer not to say",
    "no preference",
    "any",
    "either",
    "m\u{e4}nnlich",
    "weiblich",
    "divers",
    "mann",
    "frau",
    "homme",
    "femme",
    "hombre",
    "mujer",
    "m\u{119}\u{17c}czyzna",
    "kobieta",
    "dyn",
    "menyw",
    "benyw",
    "gwryw",
    "\u{447}\u{43e}\u{43b}\u{43e}\u{432}\u{456}\u{43a}",
    "\u{436}\u{456}\u{43d}\u{43a}\u{430}",
    "\u{630}\u{643}\u{631}",
    "\u{623}\u{646}\u{62b}\u{649}",
    "\u{645}\u{631}\u{62f}",
    "\u{639}\u{648}\u{631}\u{62a}",
];

pub(super) fn is_yes_no(plain: &str) -> bool {
    YES_NO.contains(&plain)
}

pub(super) fn is_mark(plain: &str) -> bool {
    MARKS.contains(&plain)
}

pub(in crate::recognise) fn gender_word(plain: &str) -> bool {
    GENDERS.contains(&plain)
}

/// Which side, or both (none), a role's word names.
pub(in crate::recognise) fn role_word(plain: &str) -> Option<Option<alongside::domain::Side>> {
    use alongside::domain::Side::{Mentee, Mentor};
    const MENTORS: &[&str] = &[
        "mentor",
        "mentors",
        "befriender",
        "befrienders",
        "volunteer",
        "mentorin",
        "mentore",
        "mentora",
        "wolontariusz",
        "mentorka",
        "cyfaill",
        "\u{43c}\u{435}\u{43d}\u{442}\u{43e}\u{440}",
        "\u{645}\u{631}\u{634}\u{62f}",
    ];
    const MENTEES: &[&str] = &[
        "mentee",
        "mentees",
        "befriendee",
        "befriendees",
        "mentoree",
        "protege",
        "prot\u{e9}g\u{e9}",
        "young person",
        "participant",
        "podopieczny",
        "\u{43f}\u{456}\u{434}\u{43e}\u{43f}\u{456}\u{447}\u{43d}\u{438}\u{439}",
    ];
    const BOTH: &[&str] =
        &["both", "mentor and mentee", "mentor mentee", "beides", "beide", "les deux", "ambos", "oba"];
    let known = |list: &[&str]| list.contains(&plain);
    match () {
        () if known(MENTORS) => Some(Some(Mentor)),
        () if known(MENTEES) => Some(Some(Mentee)),
        () if known(BOTH) => Some(None),
        () => None,
    }
}

/// Words for ways of meeting, each with the engine's term.
const DELIVERY: &[(&str, &str)] = &[
    ("face to face", "face_to_face"),
    ("face_to_face", "face_to_face"),
    ("in person", "face_to_face"),
    ("home", "face_to_face"),
    ("home visit", "face_to_face"),
    ("visit", "face_to_face"),
    ("out and about", "face_to_face"),
    ("pers\u{f6}nlich", "face_to_face"),
    ("en personne", "face_to_face"),
    ("osobi\u{15b}cie", "face_to_face"),
    ("phone", "telephone"),
    ("telephone", "telephone"),
    ("by phone", "telephone"),
    ("phone call", "telephone"),
    ("telefon", "telephone"),
    ("t\u{e9}l\u{e9}phone", "telephone"),
    ("online", "internet"),
    ("internet", "internet"),
    ("video", "internet"),
    ("video call", "internet"),
    ("zoom", "internet"),
    ("teams", "internet"),
    ("virtual", "internet"),
    ("remote", "internet"),
];

/// The engine's term for a way of meeting, if the word is known.
pub(in crate::recognise) fn delivery_word(word: &str) -> Option<&'static str> {
    let plain = plain(word);
    DELIVERY.iter().find(|(known, _)| *known == plain || *known == word.trim()).map(|(_, term)| *term)
}

/// Whether the cell is a list of known ways of meeting.
pub(super) fn is_delivery(cell: &str) -> bool {
    let mut items = cell.split([',', ';', '/', '|']).map(str::trim).filter(|item| !item.is_empty()).peekable();
    items.peek().is_some() && items.all(|item| delivery_word(item).is_some())
}

/// Ladders of words that are known to be in order, lowest first, in plain form; `|` stands between two spellings.
const LADDERS: &[(&str, &[&str])] = &[
    ("skill levels", &["none", "beginner", "basic", "novice", "intermediate", "advanced", "proficient", "expert"]),
    (
        "amounts",
        &["none", "very low", "low", "a little", "little", "some", "medium", "moderate", "high", "a lot", "very high"],
    ),
    (
        "civil service grades",
        &[
            "aa",
            "ao",
            "eo",
            "heo",
            "seo",
            "g7|grade 7",
            "g6|grade 6",
            "scs1|scs 1",
            "scs2|scs 2",
            "scs3|scs 3",
            "scs4|scs 4",
        ],
    ),
    (
        "career stages",
        &[
            "student",
            "intern",
            "apprentice",
            "trainee",
            "graduate",
            "junior",
            "associate",
            "mid level",
            "mid",
            "senior",
            "lead",
            "principal",
            "manager",
            "head",
            "director",
            "executive",
        ],
    ),
    (
        "school years",
        &[
            "reception",
            "year 1",
            "year 2",
            "year 3",
            "year 4",
            "year 5",
            "year 6",
            "year 7",
            "year 8",
            "year 9",
            "year 10",
            "year 11",
            "year 12",
            "year 13",
        ],
    ),
    ("years of study", &["first year", "second year", "third year", "fourth year", "fifth year", "postgraduate"]),
    ("urgency", &["routine", "low", "normal", "medium", "high", "urgent"]),
];

/// The name of the ladder on which all the words stand, and its words in order, if there are at least two of them.
pub(in crate::recognise) fn ladder<'w>(
    words: &(impl Iterator<Item = &'w str> + Clone),
) -> Option<(&'static str, Vec<String>)> {
    LADDERS.iter().find_map(|(name, steps)| {
        let mut placed: Vec<(usize, &str)> = Vec::new();
        for word in words.clone() {
            let word_plain = plain(word);
            placed.push((steps.iter().position(|step| step.split('|').any(|step| step == word_plain))?, word));
        }
        placed.sort_unstable();
        let distinct = placed.windows(2).all(|pair| matches!(pair, [one, two] if one.0 != two.0));
        (placed.len() >= 2 && distinct).then(|| (*name, placed.into_iter().map(|(_, word)| word.to_owned()).collect()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_meet() {
        assert_eq!(plain("  What's your E-mail?\n"), "what s your e mail");
        assert_eq!(plain("F\u{e9}minin"), plain("FE\u{301}MININ"));
        assert_eq!(plain("\u{627}\u{644}\u{627}\u{633}\u{645}"), "\u{627}\u{644}\u{627}\u{633}\u{645}");
    }

    #[test]
    fn words_stand_on_one_ladder() {
        let (name, order) = ladder(&["SEO", "Grade 7", "EO"].into_iter()).unwrap();
        assert_eq!((name, order), ("civil service grades", vec!["EO".into(), "SEO".into(), "Grade 7".into()]));
        assert_eq!(ladder(&["G7", "Grade 7"].into_iter()), None, "two spellings of one step have no order");
        assert_eq!(ladder(&["red", "blue"].into_iter()), None);
        assert_eq!(ladder(&["expert"].into_iter()), None);
    }
}
