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
            Headers are compared exactly, but for white space.",
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
        mend: "Name one of them by its number from the left, as in `Likes (2)`; the message lists the names. Or name \
            several of them, with `columns` or `one_hot`. The same is raised where a name that ends in `...` is the \
            beginning of several headers: write more of it. Repeated headers that the programme does not use do no \
            harm.",
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
        code: IssueCode::UnreadableCell,
        comes: "A column that should hold marks holds a remark; a yes or no is a \"maybe\"; a length of time is \
            \"2-3 years\" or \"a while\".",
        mend: "Mend the cell, or tell the programme what it means: `marks` and `unmarked` for marks, `yes` and `no` \
            for answers, `units`, `unit` and `at_least` for lengths of time, `values` and `ignore` for anything.",
        example: Example::Sheet {
            programme: r#"[sheets.mentors]
file = "mentors.csv"
columns = { id = "Number", interests = { one_hot = ["Chess", "Rowing"] } }"#,
            rows: "Number,Chess,Rowing
m1,x,perhaps",
        },
    },
    Note {
        code: IssueCode::ColumnRun,
        comes: "A column was inserted into a timetable or taken out of it, the run begins or ends elsewhere, or a \
            column inside it has no header.",
        mend: "Mend `first` and `last`. For a timetable, say when it `starts` and `ends` and how many `minutes` each \
            column lasts: the columns must fill that time exactly, so that no hour slips to another day.",
        example: Example::Sheet {
            programme: r#"[sheets.mentors]
file = "mentors.csv"

[sheets.mentors.columns]
id = "Number"
availability = { hours = { first = "10h", last = "12h" }, starts = "Sat 10:00", ends = "Sat 12:00" }"#,
            rows: "Number,10h,11h,12h
m1,1,0,0",
        },
    },
    Note {
        code: IssueCode::UnclaimedRow,
        comes: "One sheet holds both sides, and the column that tells them apart is blank in a row or holds a word \
            that neither side's `only` lists.",
        mend: "Mend the cell, add its word to the `only` of a side, or leave such rows out on purpose with `exclude` \
            and a reason. Nobody is left out without one.",
        example: Example::Sheet {
            programme: r#"[sheets.mentors]
file = "mentors.csv"
only = { column = "Role", is = "mentor" }
columns = { id = "Number" }"#,
            rows: "Number,Role
m1,mentor
m2,trustee",
        },
    },
    Note {
        code: IssueCode::ConflictingRows,
        comes: "A sheet with several rows for each person says one thing in one row and another in the next, or two \
            people share an id.",
        mend: "Mend the row that is wrong. Only lists, such as interests, may differ from row to row; a blank agrees \
            with everything.",
        example: Example::Sheet {
            programme: r#"[sheets.mentors]
file = "mentors.csv"
rows = "several_per_person"
columns = { id = "Number", interests = "Likes", gender = "Gender" }"#,
            rows: "Number,Likes,Gender
m1,chess,woman
m1,rowing,man",
        },
    },
    Note {
        code: IssueCode::IdleCondition,
        comes: "An `only`, `exclude`, `when` or consent waits for an answer that the sheet writes otherwise: the \
            programme says `yes`, the form says \"Yes, please\".",
        mend: "Compare both, and list the answer as the sheet has it. If the answer just does not occur this time, \
            nothing needs mending.",
        example: Example::Sheet {
            programme: r#"[sheets.mentors]
file = "mentors.csv"
columns = { id = "Number" }
exclude = [{ column = "Status", is = "withdrawn", why = "withdrew" }]"#,
            rows: "Number,Status
m1,active
m2,has left",
        },
    },
    Note {
        code: IssueCode::UnsplitList,
        comes: "A form writes several answers into one cell with commas between them. Lists are split at `;` and \
            line breaks alone, because a comma may belong to an answer.",
        mend: "Write `separator = \",\"` for the column. Where the comma does belong to the answer, translate it to \
            itself under `values`, and the warning goes.",
        example: Example::Sheet {
            programme: r#"[sheets.mentors]
file = "mentors.csv"
columns = { id = "Number", interests = "Likes" }"#,
            rows: "Number,Likes
m1,\"chess, rowing\"",
        },
    },
    Note {
        code: IssueCode::TimeDropped,
        comes: "A form stamps each answer with day and time, and the programme says `drop_time = true`.",
        mend: "Nothing, if the day is what counts. The message says how many cells and where the first is.",
        example: Example::Sheet {
            programme: r#"[sheets.mentees]
file = "mentees.csv"
dates = "month/day/year"
columns = { id = "Number", waiting_since = { column = "Timestamp", drop_time = true } }"#,
            rows: "Number,Timestamp
e1,5/13/2026 1:00:27",
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
