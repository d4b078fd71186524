//! Notes on issues of the vocabulary and of supplied scores.

use super::Note;
use crate::issue::IssueCode;
use crate::reference::Example;

pub(super) const NOTES: &[Note] = &[
    Note {
        code: IssueCode::BadTerm,
        comes: "A vocabulary grew over the years or was put together from two lists: a word is given to two terms, a \
            synonym is named as the canonical term of another, a narrower term stands above a broader one, or a term is \
            not in the closed list of the attribute that the line names.",
        mend: "Each word is either a term of its own or the synonym of one such term; broader terms are given to terms, \
            not to synonyms, and nothing stands above itself.",
        example: Example::Document(
            r#"[[terms]]
term = "football"
parent = "sport"

[[terms]]
term = "sport"
parent = "football""#,
        ),
    },
    Note {
        code: IssueCode::NearMissTerm,
        comes: "Somebody's word differs by a slip of the pen, a plural, a space or a hyphen from a word of the \
            vocabulary or from one that others wrote. Alongside does not count them as the same: only you know whether \
            they are. What the person wrote is not repeated. The same goes for names in the programme file: broader terms, \
            training that a criterion counts, capabilities that a line requires.",
        mend: "If they mean the same, mend the cell or list the word in `terms` as a synonym. If they do not, list both \
            there as terms of their own, and nothing is said of them again.",
        example: Example::Document(
            r#"[[terms]]
term = "football"

[[mentors]]
id = "m1"
interests = ["fotball"]"#,
        ),
    },
    Note {
        code: IssueCode::DuplicateScore,
        comes: "A list of scores was pasted twice, or put together from two people's notes.",
        mend: "Keep one line for each pair, or give the lists to two criteria, each line with its `criterion`.",
        example: Example::Document(
            r#"[[criteria]]
criterion = "supplied"
weight = 1
why = "Noted after the taster day."

[[scores]]
mentee = "e1"
mentor = "m1"
points = 400

[[scores]]
mentee = "e1"
mentor = "m1"
points = 700"#,
        ),
    },
    Note {
        code: IssueCode::IdleScores,
        comes: "A sheet of scores is named, and the criterion that used it was taken out or never written.",
        mend: "Add a criterion `supplied`, or leave the sheet out.",
        example: Example::Document(
            r#"[[scores]]
mentee = "e1"
mentor = "m1"
points = 400"#,
        ),
    },
    Note {
        code: IssueCode::LooksLikeARank,
        comes: "A ranking was pasted where points belong: the numbers are 1, 2, 3 and so on, each once, of every mentee, \
            of every mentor or of all pairs. Counted as points, the first choice would earn least.",
        mend: "Set `ranked = true` in the criterion. For mentees' own ranked choices there are the field `choices` and \
            the criterion `ranked_choices`. If the numbers really are points, nothing needs to be done.",
        example: Example::Document(
            r#"[[criteria]]
criterion = "supplied"
weight = 1
why = "Ranked at the taster day."

[[scores]]
mentee = "e1"
mentor = "m1"
points = 1

[[scores]]
mentee = "e1"
mentor = "m2"
points = 2

[[scores]]
mentee = "e2"
mentor = "m1"
points = 3"#,
        ),
    },
];
