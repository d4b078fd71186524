//! Notes on issues of files and sheets.

use super::Note;
use crate::issue::IssueCode;
use crate::reference::Example;

pub(super) const NOTES: &[Note] = &[
    Note {
        code: IssueCode::FileMissing,
        comes: "The name is mistyped, the file lies in another folder, or it was renamed when it was exported. Names \
            are seen from the folder of the programme file.",
        mend: "Check the name and the folder. The message says why the file could not be read.",
        example: Example::Sheet {
            programme: r#"[sheets.mentors]
file = "mentros.csv""#,
            rows: "id
m1",
        },
    },
    Note {
        code: IssueCode::Encoding,
        comes: "A spreadsheet was saved as plain \"CSV\", which many programs write in an encoding of their own. It \
            shows wherever a name has an accent.",
        mend: "Save the sheet again and choose \"CSV UTF-8\". The message names the first row in which it goes \
            wrong.",
        example: Example::Words(
            "A sheet saved as \"Unicode text\", which is UTF-16, or one in which the é of a name is a single byte.",
        ),
    },
    Note {
        code: IssueCode::NotCsv,
        comes: "A workbook was given as it is, with its ending changed to `.csv`; a page was saved from a browser; \
            the sheet uses another delimiter than the programme says; or a quotation mark is opened and never \
            closed.",
        mend: "Open the file in a spreadsheet program and save it as \"CSV UTF-8\". Where the cells are parted by \
            semicolons or tabs, write `delimiter = \";\"` or `delimiter = \"tab\"` under the sheet.",
        example: Example::Sheet {
            programme: r#"[sheets.mentors]
file = "mentors.csv"
columns = { id = "Number", capacity = "Places" }"#,
            rows: "Number;Places
m1;2",
        },
    },
    Note {
        code: IssueCode::Syntax,
        comes: "A quotation mark, bracket or equals sign is missing, or a key stands twice in a TOML table. Every \
            such place of a TOML file is told at once.",
        mend: "Mend the line that is named, and compare it with the examples in this book.",
        example: Example::Document(
            "[aim
tiers = 2",
        ),
    },
    Note {
        code: IssueCode::LimitExceeded,
        comes: "A sheet has far more rows or columns than a matching round can have, one cell holds a whole \
            document, or brackets are nested without end. Often the wrong file was named.",
        mend: "Check that it is the right file; export only the columns that you use. The limits are listed under \
            [Limits](limits.md).",
        example: Example::Words("A sheet with 1,000,001 rows, or a programme whose lists are nested 65 deep."),
    },
    Note {
        code: IssueCode::EmptySheet,
        comes: "The export went wrong, a filter hid every row, or the sheet is still to be filled in.",
        mend: "Export it again with its header and rows. A side that really has nobody yet is left out of `sheets`.",
        example: Example::Sheet {
            programme: r#"[sheets.mentors]
file = "mentors.csv"
columns = { id = "Number" }"#,
            rows: "Number",
        },
    },
    Note {
        code: IssueCode::MissingColumn,
        comes: "A column was renamed or deleted since the programme was written, or no column is mapped to `id`. \
            Headers are compared exactly, but for white space at the ends.",
        mend: "Change the name in the programme file or in the sheet. The message names a header that is close, if \
            there is one.",
        example: Example::Sheet {
            programme: r#"[sheets.mentors]
file = "mentors.csv"
columns = { id = "Number", capacity = "Places free" }"#,
            rows: "Number,Places
m1,2",
        },
    },
    Note {
        code: IssueCode::RepeatedHeader,
        comes: "A form asks two questions under one title, and both become columns of that name.",
        mend: "Give each column a header of its own in the sheet. Repeated headers that the programme does not use \
            do no harm.",
        example: Example::Sheet {
            programme: r#"[sheets.mentors]
file = "mentors.csv"
columns = { id = "Number", interests = "Likes" }"#,
            rows: "Number,Likes,Likes
m1,chess,rowing",
        },
    },
    Note {
        code: IssueCode::RaggedRow,
        comes: "A cell holds the delimiter and no quotation marks around it, or the file was edited by hand.",
        mend: "Put the cell in quotation marks, or export the sheet again from its spreadsheet. A row like this is \
            not guessed at: its cells could slip under other headers.",
        example: Example::Sheet {
            programme: r#"[sheets.mentors]
file = "mentors.csv"
columns = { id = "Number", interests = "Likes" }"#,
            rows: "Number,Likes
m1,chess, rowing",
        },
    },
    Note {
        code: IssueCode::UnusedColumn,
        comes: "Sheets hold more than a matching needs. That is as it should be: what is not named is not loaded.",
        mend: "Nothing, if the columns listed are those you mean to leave out. If one of them should count, map it. \
            Better still, leave out of the export what nobody needs here.",
        example: Example::Sheet {
            programme: r#"[sheets.mentors]
file = "mentors.csv"
columns = { id = "Number" }"#,
            rows: "Number,Telephone
m1,01632 960000",
        },
    },
    Note {
        code: IssueCode::MonitoringForMatching,
        comes: "A form asks for ethnicity once, and the answer is mapped to both `ethnicity` and \
            `monitoring.ethnicity`. What people told you for monitoring may not decide about any one of them (Data \
            Protection Act 2018, Schedule 1, paragraph 8). This is not legal advice.",
        mend: "Ask twice, with a word on what each answer is for, or use the column for one of the two.",
        example: Example::Sheet {
            programme: r#"[sheets.mentees]
file = "mentees.csv"
columns = { id = "Ref", ethnicity = "Group", monitoring.ethnicity = "Group" }"#,
            rows: "Ref,Group
e1,any",
        },
    },
];
