//! The kinds of checks that the nations have, and which of them stand above which.

/// One kind of check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckLevel {
    /// Its name, as it is printed; records and requirements name it in any capital letters.
    pub name: &'static str,
    /// Other names under which it is found on record, in small letters.
    pub also: &'static [&'static str],
    /// Whose it is; checks of different bodies are never compared.
    pub body: &'static str,
    /// Checks that it stands directly above: who holds it holds what these tell as well.
    pub above: &'static [&'static str],
}

const DBS: &str = "Disclosure and Barring Service";
const SCOTLAND: &str = "Disclosure Scotland";
const ACCESS_NI: &str = "AccessNI";

/// Every kind, those below before those above.
pub const CHECK_LEVELS: &[CheckLevel] = &[
    level("basic DBS", &["dbs basic", "basic dbs check"], DBS, &[]),
    level("standard DBS", &["dbs standard", "standard dbs check"], DBS, &["basic DBS"]),
    level("enhanced DBS", &["dbs enhanced", "enhanced dbs check"], DBS, &["standard DBS"]),
    level(
        "enhanced DBS with children's barred list",
        &[
            "enhanced dbs with children\u{2019}s barred list",
            "enhanced dbs with childrens barred list",
            "enhanced dbs with child barred list",
            "enhanced dbs + children's barred list",
        ],
        DBS,
        &["enhanced DBS"],
    ),
    level(
        "enhanced DBS with adults' barred list",
        &[
            "enhanced dbs with adults\u{2019} barred list",
            "enhanced dbs with adults barred list",
            "enhanced dbs with adult barred list",
            "enhanced dbs + adults' barred list",
        ],
        DBS,
        &["enhanced DBS"],
    ),
    level(
        "enhanced DBS with both barred lists",
        &["enhanced dbs with barred lists", "enhanced dbs + both barred lists"],
        DBS,
        &["enhanced DBS with children's barred list", "enhanced DBS with adults' barred list"],
    ),
    level("level 1 disclosure", &["basic disclosure", "basic disclosure scotland"], SCOTLAND, &[]),
    level("level 2 disclosure", &["enhanced disclosure", "standard disclosure"], SCOTLAND, &["level 1 disclosure"]),
    level("PVG", &["pvg scheme", "pvg scheme membership", "pvg membership"], SCOTLAND, &["level 2 disclosure"]),
    level("AccessNI basic", &["basic accessni", "accessni basic check"], ACCESS_NI, &[]),
    level("AccessNI standard", &["standard accessni"], ACCESS_NI, &["AccessNI basic"]),
    level("AccessNI enhanced", &["enhanced accessni", "accessni enhanced check"], ACCESS_NI, &["AccessNI standard"]),
    level(
        "AccessNI enhanced with children's barred list",
        &[
            "accessni enhanced with children\u{2019}s barred list",
            "accessni enhanced with childrens barred list",
            "enhanced accessni with children's barred list",
        ],
        ACCESS_NI,
        &["AccessNI enhanced"],
    ),
    level(
        "AccessNI enhanced with adults' barred list",
        &[
            "accessni enhanced with adults\u{2019} barred list",
            "accessni enhanced with adults barred list",
            "enhanced accessni with adults' barred list",
        ],
        ACCESS_NI,
        &["AccessNI enhanced"],
    ),
];

const fn level(
    name: &'static str,
    also: &'static [&'static str],
    body: &'static str,
    above: &'static [&'static str],
) -> CheckLevel {
    CheckLevel { name, also, body, above }
}
