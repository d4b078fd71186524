//! Notes on issues of what people wish, and of answers against each other.

use super::Note;
use crate::issue::IssueCode;
use crate::reference::Example;

pub(super) const NOTES: &[Note] = &[
    Note {
        code: IssueCode::ContradictoryWishes,
        comes: "Somebody has a `must` and a `never`, or a `prefer` and an `avoid`, for one and the same, or wishes for the \
            same as their own and for another: two forms were put together, or a column was mapped twice.",
        mend: "Ask which of the two is meant, and take the other out. Until then a `must` and a `never` refuse everybody, and \
            a `prefer` and an `avoid` take from each other what they give.",
        example: Example::Document(
            r#"[[criteria]]
criterion = "stated_preferences"
weight = 1
why = "What people asked for."

[[mentees]]
id = "e1"
preferences = ["prefer gender woman", "avoid gender woman"]"#,
        ),
    },
    Note {
        code: IssueCode::WishNobodyMeets,
        comes: "The word of a `must` is misspelt (`wman`), or is another than the one that answers have (`female`); or there \
            really is nobody like that on the other side. Whoever has the wish is proposed nobody.",
        mend: "Hold the word against the answers of the other side. If both mean the same, write it in one way, or list one \
            in `terms` as a synonym of the other. If nobody is like that, the wish tells whom to look for; ask as well \
            whether it could be a `prefer`. What was wished is not repeated here.",
        example: Example::Document(
            r#"[[mentors]]
id = "m1"
gender = "woman"

[[mentees]]
id = "e1"
preferences = ["must gender wman"]"#,
        ),
    },
    Note {
        code: IssueCode::WishWithoutOwnAnswer,
        comes: "Somebody wishes for a person of the same faith, say, or of another, and what their own is was not asked, not \
            answered, or may not be used for want of consent. Then it stays open with everybody: a `must` or `never` asks \
            for a check of every pair, and a `prefer` or `avoid` makes no difference.",
        mend: "Ask them for their own answer, or take the wish out.",
        example: Example::Document(
            r#"[basis.faith]
basis = "consent"

[[mentees]]
id = "e1"
preferences = ["must faith same"]"#,
        ),
    },
    Note {
        code: IssueCode::ContradictoryAnswers,
        comes: "One activity stands both in `interests` and in `dislikes` of a person: a tick in the wrong row, or two forms \
            that were put together.",
        mend: "Ask which of the two holds, and take it out of the other. Until then both count.",
        example: Example::Document(
            r#"[[mentees]]
id = "e1"
interests = ["bingo", "chess"]
dislikes = ["bingo"]"#,
        ),
    },
    Note {
        code: IssueCode::IdleSetting,
        comes: "The aim has `longest_waiting_first`, and the column that says since when somebody waits was not mapped or \
            was left empty: nobody comes before anybody else.",
        mend: "Fill in `waiting_since`, or leave the setting out.",
        example: Example::Document(
            r#"[aim]
longest_waiting_first = true

[[mentees]]
id = "e1""#,
        ),
    },
    Note {
        code: IssueCode::LowOwnWeight,
        comes: "The numbers that a mentee gives are held against what the criteria weigh that they say nothing of, with the \
            factors of purposes. Where a criterion weighs 40 and nobody may give it more than 20, the greatest number makes \
            it count for less than no number at all.",
        mend: "Raise `max` to what the criterion weighs, or further. `validate` prints what each weighs.",
        example: Example::Document(
            r#"[own_weights]
interests = { max = 5 }
goals = { max = 9 }

[[criteria]]
criterion = "shared_tags"
id = "interests"
attribute = "interests"
weight = 8
why = "Something to talk about."

[[criteria]]
criterion = "coverage"
id = "goals"
weight = 5
why = "What they came for.""#,
        ),
    },
];
