//! Notes on issues of the programme file.

use super::Note;
use crate::issue::IssueCode;
use crate::reference::Example;

pub(super) const NOTES: &[Note] = &[
    Note {
        code: IssueCode::UnknownKey,
        comes: "A key is mistyped, or stands in a table where it does not belong.",
        mend: "Take the key that the message suggests, or look it up under [The programme file](programme-file.md).",
        example: Example::Document(
            "[aim]
teirs = 2",
        ),
    },
    Note {
        code: IssueCode::DuplicateKey,
        comes: "Two systems both wrote a value, or a field of a sheet is mapped twice. JSON's own grammar lets it \
            through. In a TOML file the same fault is told as `syntax`.",
        mend: "Keep the one that is meant.",
        example: Example::Document(r#"{ "aim": { "tiers": 1, "tiers": 2 } }"#),
    },
    Note {
        code: IssueCode::MissingKey,
        comes: "A line was forgotten, or is still commented out.",
        mend: "Add it; the message says what it is.",
        example: Example::Document(
            r#"[[criteria]]
criterion = "shared_tags"
attribute = "interests"
why = "Something to talk about.""#,
        ),
    },
    Note {
        code: IssueCode::WrongType,
        comes: "A number stands in quotation marks, one word where a list is meant, or a text where a table is \
            meant.",
        mend: "Write the value as the message says.",
        example: Example::Document(
            r#"[aim]
tiers = "two""#,
        ),
    },
    Note {
        code: IssueCode::UnknownValue,
        comes: "A word is mistyped, or the form lets people answer something that the programme does not list. Words \
            of people's answers are compared without regard to capital letters.",
        mend: "Take the word that the message suggests, add the new one to `values` or `order`, or translate it with \
            `values` under the column.",
        example: Example::Document(
            r#"[[rules]]
rule = "shared_language"
unknown = "maybe""#,
        ),
    },
    Note {
        code: IssueCode::BadSetting,
        comes: "A setting stands at a rule or criterion that does not heed it, a range ends before it begins, a rule \
            that is always in force is listed, or a field belongs to the other side. A setting that does nothing is \
            refused, since somebody meant something by it.",
        mend: "Leave it out, or move it where it works; the message says which settings are heeded there.",
        example: Example::Document(
            r#"[[rules]]
rule = "shared_language"
minimum_minutes = 60"#,
        ),
    },
    Note {
        code: IssueCode::UnknownAttribute,
        comes: "The name is mistyped, or the attribute is asked for and never declared under `attributes`.",
        mend: "Take the name that the message suggests, or declare the attribute.",
        example: Example::Document(
            r#"[[criteria]]
criterion = "shared_tags"
attribute = "intrests"
weight = 2
why = "Something to talk about.""#,
        ),
    },
    Note {
        code: IssueCode::AttributeKind,
        comes: "`shared_tags` needs tags, `level_distance` and bounds need something with an order, `lookup` needs \
            one word or a level.",
        mend: "Use another criterion or rule for the attribute, or declare the attribute with the kind that its \
            answers really have.",
        example: Example::Document(
            r#"[[criteria]]
criterion = "shared_tags"
attribute = "gender"
weight = 2
why = "Agreed by the trustees.""#,
        ),
    },
    Note {
        code: IssueCode::DuplicateName,
        comes: "A criterion was copied and its `id` was not, or an attribute is called like a field that is there \
            already.",
        mend: "Give one of them another `id` or name. Outcomes tell them apart by it.",
        example: Example::Document(
            r#"[[rules]]
rule = "shared_language"

[[rules]]
rule = "shared_language"
unknown = "allow""#,
        ),
    },
    Note {
        code: IssueCode::WeightsAllZero,
        comes: "Weights were set to zero one after the other, to see what changes.",
        mend: "Give at least one criterion a weight above zero, or leave the criteria out, which says openly that \
            any allowed pair will do.",
        example: Example::Document(
            r#"[[criteria]]
criterion = "stated_preferences"
weight = 0
why = "What people asked for.""#,
        ),
    },
    Note {
        code: IssueCode::NoCriteria,
        comes: "A first programme file has rules and nothing that says what suits better.",
        mend: "Add criteria, wishes first. If any allowed pair really is as good as another, nothing needs doing: as \
            many as possible are served, and the seed decides the rest.",
        example: Example::Document("criteria = []"),
    },
    Note {
        code: IssueCode::IdlePurpose,
        comes: "The programme says what it is for, and has nothing that this would make count for more: a purpose \
            `targeted` beside criteria on company alone, a sub-goal `integration` where nobody's languages count.",
        mend: "Add one of the criteria that the message names, or say in `factors` which of the programme's own should \
            weigh more. Where the purpose is only to be told, the warning can stand: nothing else goes wrong.",
        example: Example::Document(
            r#"preset = "befriending"
purpose = "targeted""#,
        ),
    },
    Note {
        code: IssueCode::NobodyOnOneSide,
        comes: "No sheet is named for the side, and nobody is listed in the programme.",
        mend: "Name a sheet under `sheets`, or list the people. Without them everybody on the other side is left \
            waiting.",
        example: Example::Document("mentors = []"),
    },
];
