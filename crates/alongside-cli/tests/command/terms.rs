use super::Example;
use std::fs;

/// A programme whose people say the same in other words.
const PROGRAMME: &str = r#"
name = "Words of Nowhere"
support = "mentoring"
as_of = 2026-11-02
planned_months = 6

[safeguarding]
checks = []
why = "Everybody meets in a room with a coordinator."

[sheets.terms]
file = "terms.csv"

[[criteria]]
criterion = "shared_tags"
attribute = "interests"
weight = 1
why = "Something to talk about."

[[criteria]]
criterion = "coverage"
weight = 1
why = "What they came for."

[[criteria]]
criterion = "motivations"
weight = 1
why = "What volunteers came for."

[[mentors]]
id = "m1"
interests = ["footy", "choral singing"]
skills = ["ESOL", "CV"]
motivations = ["putting something back"]

[[mentees]]
id = "e1"
interests = ["soccer", "choir"]
goals = ["learning English", "finding a job"]
offers = ["giving something back"]
"#;

#[test]
fn the_words_to_begin_with_can_stand_in_a_programme() {
    let example = Example::new();
    let table = example.run("terms").ends(0).out;
    fs::write(example.path("terms.csv"), &table).unwrap();
    fs::write(example.path("words.toml"), PROGRAMME).unwrap();
    let told = example.run("validate words.toml --format json").ends(0).json();
    assert_eq!(told["issues"].as_array().unwrap().len(), 0, "{told:#}");
    let outcome = example.run("match words.toml --format json").ends(0).json();
    let parts = outcome["proposals"][0]["contributions"].as_array().unwrap();
    let because: Vec<String> = parts.iter().map(|part| part["because"].to_string()).collect();
    assert_eq!(because[0], r#"{"shared":["choir","football"]}"#);
    // Writing a CV is not finding a job, though both are about work.
    assert_eq!(because[1], r#"{"covered":{"stated":2,"terms":["English"]}}"#);
    assert_eq!(because[2], r#"{"covered":{"stated":1,"terms":["giving something back"]}}"#);
}

#[test]
fn every_kind_of_word_is_there_and_broader_terms_are_terms() {
    let table = Example::new().run("terms").ends(0).out;
    let mut lines = table.lines();
    assert_eq!(lines.next(), Some("term,synonyms,parent,attribute"));
    // No cell holds a comma, so that the table can be read line by line here and by eye anywhere.
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    assert!(rows.iter().all(|row| row.len() == 4), "{rows:?}");
    for (attribute, least) in [
        ("interests; dislikes", 100),
        ("goals; skills", 60),
        ("needs", 30),
        ("lived_experience", 30),
        ("motivations; offers", 12),
    ] {
        let of: Vec<_> = rows.iter().filter(|row| row[3] == attribute).collect();
        assert!(of.len() >= least, "{attribute}: {}", of.len());
        for row in &of {
            assert!(row[2].is_empty() || of.iter().any(|other| other[0] == row[2] && other[2].is_empty()), "{row:?}");
        }
    }
    assert!(rows.iter().all(|row| row[3].len() > 4));
}
