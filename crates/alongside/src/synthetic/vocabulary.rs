//! The vocabularies of made-up programmes: words that mean the same, and words that stand below others.

use super::Scheme;

/// A term.
#[derive(Debug)]
pub(super) struct Term {
    pub(super) word: &'static str,
    /// What some people write instead.
    pub(super) synonyms: &'static [&'static str],
    /// The broader term.
    pub(super) parent: Option<&'static str>,
    /// The attributes whose word it is.
    pub(super) fields: &'static [&'static str],
}

const LIKED: &[&str] = &["interests", "dislikes"];
const WORKED_ON: &[&str] = &["goals", "skills"];
const SPOKEN: &[&str] = &["languages"];

const fn term(
    fields: &'static [&'static str],
    word: &'static str,
    synonyms: &'static [&'static str],
    parent: Option<&'static str>,
) -> Term {
    Term { word, synonyms, parent, fields }
}

impl Scheme {
    pub(super) const fn vocabulary(self) -> &'static [Term] {
        match self {
            Self::Befriending => BEFRIENDING,
            Self::CareLeavers => CARE_LEAVERS,
            Self::Workplace => WORKPLACE,
            Self::Resettlement => RESETTLEMENT,
        }
    }
}

const BEFRIENDING: &[Term] = &[
    term(LIKED, "knitting", &[], Some("needlework")),
    term(LIKED, "crochet", &["crocheting"], Some("needlework")),
    term(LIKED, "football", &["soccer"], Some("sport")),
    term(LIKED, "rugby league", &["rugby"], Some("sport")),
    term(LIKED, "bowls", &[], Some("sport")),
    term(LIKED, "brass bands", &[], Some("music")),
    term(LIKED, "jazz", &[], Some("music")),
    term(LIKED, "baking", &["cakes and bread"], Some("cooking")),
    term(LIKED, "crosswords", &["word puzzles"], None),
    term(LIKED, "card games", &["whist"], None),
    term(LIKED, "model railways", &["model trains"], None),
    term(LIKED, "birdwatching", &["garden birds"], None),
    term(WORKED_ON, "learning to use a tablet", &["tablets and telephones"], None),
    term(WORKED_ON, "a walk each week", &[], Some("getting out again")),
    term(WORKED_ON, "meeting others", &["making new friends"], Some("company")),
];

const CARE_LEAVERS: &[Term] = &[
    term(LIKED, "football", &["soccer"], Some("sport")),
    term(LIKED, "basketball", &[], Some("sport")),
    term(LIKED, "boxing", &[], Some("sport")),
    term(LIKED, "climbing", &["bouldering"], Some("sport")),
    term(LIKED, "skateboarding", &["the skatepark"], Some("sport")),
    term(LIKED, "drumming", &[], Some("music")),
    term(LIKED, "film", &["going to the cinema"], None),
    term(LIKED, "gaming", &["video games"], None),
    term(LIKED, "drawing", &["making art"], None),
    term(LIKED, "baking", &[], Some("cooking")),
    term(WORKED_ON, "driving", &["driving lessons"], Some("getting about")),
    term(WORKED_ON, "finding work", &["getting a job"], None),
    term(WORKED_ON, "college and training", &["apprenticeships"], None),
    term(WORKED_ON, "a flat of my own", &["moving into a flat"], None),
];

const WORKPLACE: &[Term] = &[
    term(&["interests", "goals", "skills"], "leading people", &["leadership"], None),
    term(&["interests", "goals", "skills"], "speaking in public", &["presentations"], None),
    term(&["interests"], "procurement", &["buying and contracts"], Some("finance")),
    term(&["interests"], "communications", &["press and media"], None),
    term(&["interests"], "project work", &["project management"], None),
    term(&["interests"], "digital services", &["websites and apps"], None),
    term(WORKED_ON, "a promotion", &["moving up a grade"], None),
    term(WORKED_ON, "working with data", &["analysing data"], None),
    term(WORKED_ON, "work and family", &["flexible hours"], None),
];

const RESETTLEMENT: &[Term] = &[
    term(LIKED, "football", &["soccer"], Some("sport")),
    term(LIKED, "cricket", &[], Some("sport")),
    term(LIKED, "swimming", &[], Some("sport")),
    term(LIKED, "volleyball", &[], Some("sport")),
    term(LIKED, "sewing", &["tailoring"], None),
    term(LIKED, "repairing things", &["mending"], None),
    term(LIKED, "calligraphy", &["beautiful writing"], None),
    term(WORKED_ON, "English", &["English conversation"], Some("study")),
    term(WORKED_ON, "finding work", &["job search"], None),
    term(WORKED_ON, "papers and forms", &["letters from the council"], None),
    term(WORKED_ON, "housing", &["a place to live"], None),
    term(SPOKEN, "Farsi", &["Persian"], None),
    term(SPOKEN, "Kurdish", &["Sorani"], None),
];
