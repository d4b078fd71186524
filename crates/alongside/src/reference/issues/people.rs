//! Notes on issues of what people answered.

use super::Note;
use crate::issue::IssueCode;
use crate::reference::Example;

pub(super) const NOTES: &[Note] = &[
    Note {
        code: IssueCode::BadId,
        comes: "The cell is empty, the id is longer than 256 bytes, or it holds a line break or another control \
            character; or one list names an id twice.",
        mend: "Give everybody an id of their own that tells nothing about them, such as a running number.",
        example: Example::Document(
            r#"[[mentees]]
id = "e1"

[[mentees]]
id = " ""#,
        ),
    },
    Note {
        code: IssueCode::DuplicateId,
        comes: "Somebody stands in the sheet twice, after signing up again, or two people were given one number. \
            Which of the two is meant cannot be told, so nothing is matched.",
        mend: "Remove the older row, or give one of them another id. The message names both places. Where people have \
            several rows on purpose, write `rows = \"several_per_person\"` for the sheet.",
        example: Example::Document(
            r#"[[mentees]]
id = "e1"

[[mentees]]
id = "e1""#,
        ),
    },
    Note {
        code: IssueCode::LookalikeId,
        comes: "Ids were typed by hand: one person may stand in the sheet twice under two spellings. Only \
            differences in capital letters are found.",
        mend: "Make sure that they are two people. If they are, give one of them an id that looks different.",
        example: Example::Document(
            r#"[[mentees]]
id = "e1a"

[[mentees]]
id = "E1A""#,
        ),
    },
    Note {
        code: IssueCode::DanglingId,
        comes: "An id is mistyped, or the person was taken off the list and is still named by others.",
        mend: "Mend the id, or remove it. This stops the run, since a mistyped exclusion would protect nobody.",
        example: Example::Cell { field: "exclusions", text: "nobody-has-this" },
    },
    Note {
        code: IssueCode::SelfExclusion,
        comes: "A person's own id was copied into their exclusions.",
        mend: "Leave it out: nobody is matched with themselves. Often another person was meant, so look whom.",
        example: Example::Document(
            r#"[[mentees]]
id = "e1"
exclusions = ["e1"]"#,
        ),
    },
    Note {
        code: IssueCode::RelationContradiction,
        comes: "One of the two wrote that they hardly know each other, and the other that they are close or family.",
        mend: "Ask them, and write the same on both sides. Until then the closer relation counts.",
        example: Example::Document(
            r#"[[mentors]]
id = "m1"
known_to = "e1 kin"

[[mentees]]
id = "e1"
known_to = "m1 acquaintance""#,
        ),
    },
    Note {
        code: IssueCode::BadNumber,
        comes: "A number has a unit, a comma or more than three decimals, or lies outside the range of its key.",
        mend: "Write digits, with a point before at most three decimals, in the range that the message names.",
        example: Example::Document(
            r#"[[criteria]]
criterion = "stated_preferences"
weight = 2.5
why = "What people asked for.""#,
        ),
    },
    Note {
        code: IssueCode::BadCapacity,
        comes: "The cell holds a remark or a range where a number of places is meant.",
        mend: "Write a whole number from 0 to 1000. Somebody who is resting has 0 places; a blank counts as 1.",
        example: Example::Cell { field: "capacity", text: "2 or 3" },
    },
    Note {
        code: IssueCode::BadAge,
        comes: "The cell holds words, a year of birth, or an age that contradicts the date of birth beside it.",
        mend: "Write whole years, or leave the cell blank. Keep only one of age and birth date.",
        example: Example::Cell { field: "age", text: "about sixty" },
    },
    Note {
        code: IssueCode::BadTier,
        comes: "The sheet has more tiers than `aim` declares, or words where numbers are meant.",
        mend: "Declare `tiers` under `aim`, or translate the words with `values` under the column.",
        example: Example::Cell { field: "priority_tier", text: "3" },
    },
    Note {
        code: IssueCode::BadDate,
        comes: "The day does not exist, or the sheet writes dates in another order than `sheets` declares.",
        mend: "Mend the cell, or declare `dates = \"day/month/year\"` or `dates = \"month/day/year\"` under \
            `sheets`.",
        example: Example::Cell { field: "waiting_since", text: "2026-02-30" },
    },
    Note {
        code: IssueCode::AmbiguousDate,
        comes: "The sheet writes days and months with two digits each and the programme does not say which comes \
            first. To guess would be wrong for some rows and right for others.",
        mend: "Declare `dates = \"day/month/year\"` or `dates = \"month/day/year\"` under `sheets`. One declaration \
            holds for both sheets.",
        example: Example::Cell { field: "waiting_since", text: "03/04/2026" },
    },
    Note {
        code: IssueCode::DateAhead,
        comes: "The year is mistyped, or the sheet is newer than the programme's `as_of`. Or somebody's `available_from` lies \
            after the planned end, so that they could never meet.",
        mend: "Mend the day, or move `as_of`. Until then a `waiting_since` counts as 0 days of waiting. Whoever begins only \
            after the end belongs into a later round.",
        example: Example::Cell { field: "waiting_since", text: "2099-01-01" },
    },
    Note {
        code: IssueCode::BadAvailability,
        comes: "People write sentences. Times in a sentence are not guessed at, and neither is whether `Tue 5-7` is in the \
            morning or in the afternoon.",
        mend: "Write days with times, parted by semicolons, such as `Mon 17:00-20:00; Sat am; weekdays evening`. The \
            forms are listed under [The programme file](programme-file.md). An hour from 1 to 7 needs `am` or `pm`, minutes, \
            or a clock of 24 hours: `5pm-7pm` or `17:00-19:00`. A blank is better than a guess.",
        example: Example::Cell { field: "availability", text: "most afternoons" },
    },
    Note {
        code: IssueCode::RoundedTime,
        comes: "Somebody wrote a time that is not on the hour or half hour. It is rounded inwards, so that nobody is \
            said to be free who is not.",
        mend: "Nothing, if the minutes do not matter. Otherwise write times on the half hour.",
        example: Example::Cell { field: "availability", text: "Mon 17:10-19:00" },
    },
    Note {
        code: IssueCode::BadPlace,
        comes: "The cell holds the name of a town, a street, a postcode with a letter too many, or coordinates with \
            longitude before latitude.",
        mend: "Write a postcode such as `SW1A 1AA`, its first half, an easting and northing such as `E 530000 N \
            180000`, or a latitude and longitude such as `51.5, -0.12`. A blank is better than a guess.",
        example: Example::Cell { field: "place", text: "by the old mill" },
    },
    Note {
        code: IssueCode::PlaceUnknown,
        comes: "The table that comes with the engine has the postcodes of England, Scotland and Wales. A postcode of \
            Northern Ireland, the Channel Islands or the Isle of Man is not in it, and neither is a mistyped or very \
            new one.",
        mend: "Mend the postcode, or write latitude and longitude. Until then distance is not known for this person; \
            it never counts as 0.",
        example: Example::Cell { field: "place", text: "BT1 1AA" },
    },
    Note {
        code: IssueCode::PlaceByOutcode,
        comes: "Somebody gave only the first half of a postcode, or the sector is too new for the table. The middle of \
            an outcode stands for all of it: half of all addresses are within 1.5 km of it, one in a hundred is more \
            than 12 km away.",
        mend: "Write whole postcodes where distances matter. Only the sector is used of them: half of all addresses \
            are within 0.8 km of its middle.",
        example: Example::Cell { field: "place", text: "SW1A" },
    },
    Note {
        code: IssueCode::BadRecord,
        comes: "A check or training item has no name, or ends before it begins, often because two dates were \
            exchanged; or an entry of `known_to` has no relation that is known.",
        mend: "Write `NAME ISSUED to EXPIRES`, several joined by `;`. Either date may be left out. For `known_to` \
            write `ID RELATION`, where the relation is kin, close_friend, acquaintance or professional.",
        example: Example::Cell { field: "checks", text: "enhanced DBS 2028-02-29 to 2025-03-01" },
    },
    Note {
        code: IssueCode::BadPreference,
        comes: "A wish is written as a sentence, or asks for a value that its attribute cannot have; or it is a mentor's \
            and about what a mentee needs or how they live, which may lower nobody's place. Or it is a `must` for no \
            preference, which nobody can have.",
        mend: "Write `STRENGTH ATTRIBUTE VALUE`, such as `prefer gender woman` or `must age 25..40`, several joined \
            by `;`. The strengths are `must`, `prefer`, `avoid` and `never`. Whoever has no preference needs no wish: \
            `prefer gender any` counts as none.",
        example: Example::Cell { field: "preferences", text: "would like a woman" },
    },
];
