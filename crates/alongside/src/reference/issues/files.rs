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
            wrong. If it was written by a Windows program of western Europe, `encoding = \"windows-1252\"` under the \
            sheet reads it as it is; look at some names with accents afterwards, because nothing in a file tells that \
            this is right.",
        example: Example::Words("A sheet in which the é of a name is a single byte."),
    },
    Note {
        code: IssueCode::NotCsv,
        comes: "A workbook was given under a name that ends in `.csv`; it is in the older format (.xls), in that of \
            another program (.ods), has a password, or is damaged; a page was saved from a browser; the sheet uses \
            another delimiter than the programme says; or a quotation mark is opened and never closed.",
        mend: "Let the name of a workbook end in `.xlsx`. Open any other file in a spreadsheet program and save it as \
            an Excel workbook (.xlsx) or as \"CSV UTF-8\", without a password. Where the programme declares a \
            `delimiter`, correct it or take it out.",
        example: Example::Sheet {
            programme: r#"[sheets.mentors]
file = "mentors.csv"
delimiter = ","
columns = { id = "Number", capacity = "Places" }"#,
            rows: "Number;Places
m1;2",
        },
    },
    Note {
        code: IssueCode::UnsureDelimiter,
        comes: "Header and rows can be taken apart in two ways alike, as in a small sheet whose every row holds one \
            comma and one semicolon.",
        mend: "Write under the sheet which one it is: `delimiter = \",\"`, `\";\"`, `\"|\"` or `\"tab\"`.",
        example: Example::Sheet {
            programme: r#"[sheets.mentors]
file = "mentors.csv""#,
            rows: "id,name;capacity
m1,Up;2",
        },
    },
    Note {
        code: IssueCode::MissingWorksheet,
        comes: "A workbook holds a worksheet for each year, or one was renamed since the programme was written.",
        mend: "Write `sheet = \"NAME\"` under the sheet, with the name on its tab. The message lists the names, or the \
            one that is close.",
        example: Example::Words(
            "A workbook with the worksheets `2025` and `2026`, and a programme that names neither.",
        ),
    },
    Note {
        code: IssueCode::MergedCells,
        comes: "A title stands over several columns, or one cell was drawn over the rows of a team. Only the first of \
            merged cells holds the text; the others are blank, whatever the screen shows.",
        mend: "Unmerge the cells and fill in each one. Where the merged row is a title above the headers, say where \
            those stand: `header_row = 3`. Merged cells in columns that the programme does not use do no harm.",
        example: Example::Words("\"Free times\" in one cell over the columns of the seven days."),
    },
    Note {
        code: IssueCode::CellError,
        comes: "A lookup found nothing (`#N/A`), a formula refers to a column that was deleted (`#REF!`), or the \
            workbook was made by a program that writes formulas without working them out.",
        mend: "Mend or clear the cell, and save the workbook in a spreadsheet program. The row is refused until then; \
            errors in columns that the programme does not use do no harm.",
        example: Example::Words("`#N/A` in the column that is mapped to `capacity`."),
    },
    Note {
        code: IssueCode::StoredFormula,
        comes: "A column is worked out from others, as an age from a birth date. A workbook stores the value beside \
            the formula, and that is what is read: nothing is worked out anew.",
        mend: "Nothing, if the workbook was saved by a spreadsheet program since it was last changed. An age that \
            depends on the day on which it is looked at is better mapped from the birth date.",
        example: Example::Words("`=YEAR(TODAY())-YEAR(C2)` in the column that is mapped to `age`."),
    },
    Note {
        code: IssueCode::HiddenCells,
        comes: "A filter is on, or somebody hid rows, columns or a worksheet. Hidden rows and columns are read like \
            any others; hidden worksheets only where they are named.",
        mend: "Look at what is hidden. Delete rows that are not meant; leave out of the file what should not travel \
            with it.",
        example: Example::Words("A filter shows the volunteers of one town, and all of them are read."),
    },
    Note {
        code: IssueCode::LongNumber,
        comes: "Numbers as long as those of membership cards were entered or pasted as numbers. A spreadsheet keeps 15 \
            digits and makes the rest zero, so that two people can end up with one id.",
        mend: "Format the column as text and enter the ids again, from where they come from.",
        example: Example::Words("The id 12345678901234567, stored as 12345678901234568."),
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
