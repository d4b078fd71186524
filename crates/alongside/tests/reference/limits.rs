//! That the page on limits names the limits that the engine keeps.

use crate::wrap;
use alongside::domain::{MAX_TIERS, PersonId};
use alongside::input::{MAX_DEPTH, MAX_DOCUMENT_BYTES};
use alongside::outcome::MAX_ALTERNATIVES;
use alongside::solve::problem::{MAX_EDGES, MAX_LEVELS, MAX_ROWS, MAX_VALUE};
use alongside::{Programme, QUESTIONS_TRIED};

/// The number in the row of that limit; `MiB`, `KiB` and `million` are multiplied out.
fn limit(section: &str, row: &str) -> usize {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/reference/limits.md");
    let page = std::fs::read_to_string(page).unwrap();
    let section = page.split(&format!("## {section}\n")).nth(1).unwrap().split("\n## ").next().unwrap().to_owned();
    let line = section.lines().find(|line| line.starts_with(&format!("| {row} |"))).unwrap();
    let value = line.split('|').nth(2).unwrap().trim();
    let digits: String = value.chars().take_while(|c| c.is_ascii_digit() || *c == ',').filter(|c| *c != ',').collect();
    let unit = match value {
        value if value.contains("MiB") => 1 << 20,
        value if value.contains("KiB") => 1 << 10,
        value if value.contains("million") => 1_000_000,
        _ => 1,
    };
    digits.parse::<usize>().unwrap() * unit
}

fn sound(example: &str) -> bool {
    Programme::from_toml(&wrap::programme(example)).is_ok()
}

/// That the example is sound with the limit and not with one more.
fn holds(section: &str, row: &str, example: impl Fn(usize) -> String) {
    let most = limit(section, row);
    assert!(sound(&example(most)), "{row}: {most} is refused");
    assert!(!sound(&example(most + 1)), "{row}: {} is accepted", most + 1);
}

#[test]
fn limits_of_documents_are_those_of_the_page() {
    let section = "Programme documents";
    assert_eq!(limit(section, "size"), MAX_DOCUMENT_BYTES);
    assert_eq!(limit(section, "nesting of tables and lists"), MAX_DEPTH);
    assert_eq!(limit(section, "priority tiers"), usize::from(MAX_TIERS));
    assert_eq!(limit(section, "criteria that the aim puts first"), MAX_LEVELS - 2);
    holds(section, "priority tiers", |tiers| format!("[aim]\ntiers = {tiers}\n"));
    holds(section, "criteria that the aim puts first", |count| {
        let criterion =
            |at| format!("[[criteria]]\ncriterion = \"stated_preferences\"\nid = \"c{at}\"\nweight = 1\nwhy = \"w\"\n");
        let ids: Vec<String> = (0..count).map(|at| format!("\"c{at}\"")).collect();
        format!("[aim]\nfirst = [{}]\n{}", ids.join(", "), (0..count).map(criterion).collect::<String>())
    });
    holds(section, "weight of a criterion", |weight| {
        format!("[[criteria]]\ncriterion = \"stated_preferences\"\nweight = {weight}\nwhy = \"w\"\n")
    });
    holds(section, "terms above one term of a vocabulary", |above| {
        let line = |at| format!("[[terms]]\nterm = \"t{at}\"\nparent = \"t{}\"\n", at + 1);
        (0..above).map(line).collect::<Vec<_>>().concat()
    });
    holds(section, "lines of a vocabulary, each synonym in a list counted as one", |lines| {
        let synonyms: Vec<String> = (1..lines).map(|at| format!("\"s{at}\"")).collect();
        format!("[[terms]]\nterm = \"t\"\nsynonyms = [{}]\n", synonyms.join(","))
    });
    holds(section, "rank among supplied scores", |rank| {
        let criterion = "[[criteria]]\ncriterion = \"supplied\"\nranked = true\nweight = 1\nwhy = \"w\"\n";
        format!("{criterion}[[scores]]\nmentee = \"e1\"\nmentor = \"m1\"\npoints = {rank}\n")
    });
    holds(section, "words in the order of a level", |words| {
        let words: Vec<String> = (0..words).map(|at| format!("\"w{at}\"")).collect();
        format!("[attributes.grade]\nkind = \"level\"\nsensitivity = \"ordinary\"\norder = [{}]\n", words.join(", "))
    });
    holds(section, "planned months", |months| {
        format!("name = \"n\"\nsupport = \"mentoring\"\nas_of = 2026-11-02\nplanned_months = {months}\n")
    });
    holds(section, "`valid_months`", |months| {
        format!("[safeguarding]\nchecks = [{{ name = \"c\", valid_months = {months} }}]\n")
    });
    holds(section, "`full_at`, `ranks`", |ranks| {
        format!("[[criteria]]\ncriterion = \"ranked_choices\"\nranks = {ranks}\nweight = 1\nwhy = \"w\"\n")
    });
    holds(section, "`full_at`, `ranks`", |terms| {
        let attribute = "attribute = \"interests\"\nweight = 1\nwhy = \"w\"";
        format!("[[criteria]]\ncriterion = \"shared_tags\"\nfull_at = {terms}\n{attribute}\n")
    });
}

#[test]
fn limits_of_people_are_those_of_the_page() {
    let section = "People";
    assert_eq!(limit(section, "length of an id"), PersonId::MAX_BYTES);
    holds(section, "length of an id", |bytes| format!("[[mentors]]\nid = \"{}\"\n", "m".repeat(bytes)));
    holds(section, "capacity of one mentor", |places| format!("[[mentors]]\nid = \"m1\"\ncapacity = {places}\n"));
    holds(section, "age", |age| format!("[[mentors]]\nid = \"m1\"\nage = {age}\n"));
    holds(section, "length of a place, as text", |bytes| {
        format!("[[mentors]]\nid = \"m1\"\nplace = \"{:0<bytes$}\"\n", "51.5, -0.12")
    });
    holds(section, "distances in settings", |km| format!("[[rules]]\nrule = \"travel\"\nmax_km = {km}\n"));
    for sign in ["", "-"] {
        holds(section, "numbers", |number| {
            let declared = "[attributes.hours]\nkind = \"number\"\nsensitivity = \"ordinary\"\n";
            format!("{declared}[[mentors]]\nid = \"m1\"\nhours = {sign}{number}\n")
        });
    }
}

#[test]
fn limits_of_solving_are_those_of_the_page() {
    let section = "Solving";
    assert_eq!(limit(section, "mentees"), MAX_ROWS);
    assert_eq!(limit(section, "pairs that may be proposed"), MAX_EDGES);
    assert_eq!(
        limit(section, "distance of a pair's worth at one level of the aim from 0"),
        usize::try_from(MAX_VALUE).unwrap()
    );
    assert_eq!(limit(section, "questions tried out for criteria that ask"), QUESTIONS_TRIED);
    assert_eq!(limit(section, "alternatives listed for a proposal"), MAX_ALTERNATIVES);
}
