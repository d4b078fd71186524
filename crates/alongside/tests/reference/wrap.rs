//! Puts an example into the smallest programme that it can stand in.

const HEAD: &str = "name = \"Example\"\nsupport = \"mentoring\"\nas_of = 2026-11-02\nplanned_months = 12\n";
const SAFEGUARDING: &str = "[safeguarding]\nchecks = []\nwhy = \"an example\"\n";
const CRITERIA: &str = "[[criteria]]\ncriterion = \"stated_preferences\"\nid = \"asked\"\nweight = 1\nwhy = \"an example\"\n\
    [[criteria]]\ncriterion = \"ranked_choices\"\nid = \"chosen\"\nweight = 1\nwhy = \"an example\"\n\
    [[criteria]]\ncriterion = \"shared_time\"\nid = \"free\"\nweight = 1\nwhy = \"an example\"\n";
const MENTORS: &str = "[[mentors]]\nid = \"m1\"\n[[mentors]]\nid = \"m2\"\n";
const MENTEES: &str = "[[mentees]]\nid = \"e1\"\n[[mentees]]\nid = \"e2\"\n";

/// The example with whatever it does not have itself; a JSON document stays as it is.
pub(crate) fn programme(example: &str) -> String {
    // A key counts only where it stands above all tables.
    let tables = example.lines().position(|line| line.starts_with('[')).unwrap_or(usize::MAX);
    let has = |beginnings: &[&str]| {
        let begins = |(at, line): (usize, &str)| {
            beginnings.iter().any(|one| line.starts_with(one) && (one.starts_with('[') || at < tables))
        };
        example.lines().enumerate().any(begins)
    };
    let unless = |beginnings: &[&str], part: &'static str| if has(beginnings) { "" } else { part };
    [
        if example.starts_with("name =") { "" } else { HEAD },
        example,
        "\n",
        unless(&["[safeguarding]"], SAFEGUARDING),
        unless(&["[[criteria]]", "criteria ="], CRITERIA),
        unless(&["[[mentors]]", "mentors ="], MENTORS),
        unless(&["[[mentees]]", "mentees ="], MENTEES),
    ]
    .concat()
}

/// A person with that text in that field.
pub(crate) fn person(field: &str, text: &str) -> String {
    let (side, id) = match field {
        "capacity" | "checks" | "training" => ("mentors", "m1"),
        _ => ("mentees", "e1"),
    };
    programme(&format!("[[{side}]]\nid = \"{id}\"\n{field} = \"{text}\"\n"))
}
