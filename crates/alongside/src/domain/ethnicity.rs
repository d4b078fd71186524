//! Lists of ethnic groups, from broad to narrow.

/// One broad group with its groups, as they are printed.
pub type BroadGroup = (&'static str, &'static [&'static str]);

/// The list of the 2021 census in England and Wales: 19 groups in 5 (gov.uk, list of ethnic groups).
pub const ENGLAND_WALES_2021: &[BroadGroup] = &[
    ("Asian or Asian British", &["Indian", "Pakistani", "Bangladeshi", "Chinese", "Any other Asian background"]),
    (
        "Black, Black British, Caribbean or African",
        &["Caribbean", "African", "Any other Black, Black British, or Caribbean background"],
    ),
    (
        "Mixed or multiple ethnic groups",
        &[
            "White and Black Caribbean",
            "White and Black African",
            "White and Asian",
            "Any other Mixed or multiple ethnic background",
        ],
    ),
    (
        "White",
        &[
            "English, Welsh, Scottish, Northern Irish or British",
            "Irish",
            "Gypsy or Irish Traveller",
            "Roma",
            "Any other White background",
        ],
    ),
    ("Other ethnic group", &["Arab", "Any other ethnic group"]),
];

/// What the names of groups begin with that gather all who are in none of the others: to have one in common is no match.
pub const ANY_OTHER: &str = "Any other";

/// What somebody writes who would rather not say; a blank.
pub const PREFER_NOT_TO_SAY: &str = "prefer not to say";

/// The attribute of broad groups, which follows from `ethnicity`.
pub const BROAD_ETHNICITY: &str = "ethnicity_broad";
