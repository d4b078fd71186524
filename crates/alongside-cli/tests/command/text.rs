use super::Example;
use std::fs;

/// What steers a terminal in whatever people of a programme can write.
const STEERING: &str = r#"
name = "Second \u001b[31mWind"
support = "befriending"
as_of = 2026-11-02
planned_months = 12
[safeguarding]
checks = []
why = "Everybody meets in a \u001b[31mroom with a coordinator."
[disclosure]
interests = { mentee = "proposed", mentor = "proposed", carer = "proposed" }
name = { mentee = "proposed", mentor = "proposed", carer = "proposed" }
[[criteria]]
criterion = "shared_tags"
attribute = "interests"
weight = 1
why = "Something to \u001b]0;owned\u0007talk about."
[[mentors]]
id = "m1"
name = "Wini\u001b[31mfred \u202eOake"
interests = "ba\u001b[2Jking; che\u202ess"
[[mentors]]
id = "m\u202e2"
[[mentees]]
id = "e1"
name = "Dot \u009bLarch"
interests = "BA\u001b[2JKING; knit\u0007ting"
preferences = "prefer interests \u001b[31mlace"
exclusions = [{ id = "m\u202e2", reason = "they \u001b[31mfell out" }]
"#;

#[test]
fn nothing_that_people_write_steers_a_terminal() {
    let example = Example::new();
    fs::write(example.path("steering.toml"), STEERING).unwrap();
    let text = |reader: &str| format!("text steering.toml --mentee e1 --mentor m1 --reader {reader} --stage matched");
    let lines = [
        "validate steering.toml".to_owned(),
        "match steering.toml --all --names".to_owned(),
        "explain steering.toml e1".to_owned(),
        "explain steering.toml e1 m\u{202e}2".to_owned(),
        "shortlist steering.toml".to_owned(),
        text("mentee"),
        text("mentor"),
        text("carer"),
    ];
    for line in lines {
        let run = example.run(&line).ends(0);
        for shown in [run.out, run.err] {
            let steers = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
            assert!(!shown.chars().any(steers), "{line}: {shown:?}");
        }
    }
    let run = example.run(&text("mentee")).ends(0);
    assert!(run.out.contains("befriender who was found for you: Wini[31mfred Oake.\n"), "{}", run.out);
    assert!(run.out.contains("- Interests: you both said ba[2jking; they also said chess.\n"), "{}", run.out);
}
