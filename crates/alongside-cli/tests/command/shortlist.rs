use super::Example;
use serde_json::Value;
use std::fs;

fn options(list: &Value) -> Vec<&str> {
    list["options"].as_array().unwrap().iter().map(|option| option["mentor"].as_str().unwrap()).collect()
}

/// People served together, tier by tier.
fn numbers(lists: &Value) -> Vec<u64> {
    let number = |tier: &Value, what: &str| tier[what].as_u64().unwrap();
    lists["tiers"].as_array().unwrap().iter().map(|tier| number(tier, "picked") + number(tier, "served")).collect()
}

#[test]
fn lists_begin_with_the_proposals() {
    let example = Example::new();
    let outcome = example.run("match programme.toml --format json").ends(0).json();
    let lists = example.run("shortlist programme.toml --options 4 --appearances 5 --format json").ends(0).json();
    assert_eq!((lists["kind"].as_str(), lists["appearances"].as_u64()), (Some("proposal"), Some(5)));
    for proposal in outcome["proposals"].as_array().unwrap() {
        let list = lists["lists"].as_array().unwrap().iter().find(|list| list["mentee"] == proposal["mentee"]).unwrap();
        let first = &list["options"][0];
        assert_eq!(first["mentor"], proposal["mentor"]);
        assert_eq!(first["contributions"], proposal["contributions"]);
        assert!(options(list).len() <= 4);
    }
}

#[test]
fn answers_are_entered_and_cost_nobody_a_place() {
    let example = Example::new();
    let line = "shortlist programme.toml --safe one-after-another --format json";
    let lists = example.run(line).ends(0).json();
    let (first, second) = (&lists["lists"][0], &lists["lists"][1]);
    assert_eq!((first["turn"].as_u64(), second["turn"].as_u64()), (Some(1), Some(2)));
    let (mentee, last) = (first["mentee"].as_str().unwrap(), *options(first).last().unwrap());
    let (other, declined) = (second["mentee"].as_str().unwrap(), options(second)[0]);
    let after = example.run(&format!("{line} --pick {mentee}={last}")).ends(0).json();
    assert_eq!(numbers(&after), numbers(&lists));
    assert!(after["lists"].as_array().unwrap().iter().all(|list| list["mentee"] != mentee));
    let after = example.run(&format!("{line} --pick {mentee}={last} --decline {other}={declined}")).ends(0).json();
    let list = after["lists"].as_array().unwrap().iter().find(|list| list["mentee"] == other).unwrap();
    assert!(!options(list).contains(&declined));
    assert!(numbers(&after) <= numbers(&lists));
    assert_eq!(after["declined"][0]["mentor"], declined);

    // The same as decisions of the programme.
    let mut text = fs::read_to_string(example.path("programme.toml")).unwrap();
    for (decision, mentee, mentor) in [("keep", mentee, last), ("bar", other, declined)] {
        let lines = format!(
            "\n[[decisions]]\ndecision = \"{decision}\"\nmentee = \"{mentee}\"\nmentor = \"{mentor}\"\nby = \"T. Snug\"\n\
             on = 2026-10-19\nreason = \"They said so.\"\n"
        );
        text.push_str(&lines);
    }
    fs::write(example.path("decided.toml"), text).unwrap();
    let decided = example.run(&line.replace("programme.toml", "decided.toml")).ends(0).json();
    let again = decided["lists"].as_array().unwrap().iter().find(|list| list["mentee"] == other).unwrap();
    assert_eq!(again["options"], list["options"]);
}

#[test]
fn lists_are_written_for_a_spreadsheet() {
    let example = Example::new();
    let run = example.run("shortlist programme.toml --out lists.csv").ends(0);
    assert!(run.err.contains("wrote lists.csv") && run.out.contains("Shortlists"), "{run:?}");
    let written = fs::read_to_string(example.path("lists.csv")).unwrap();
    assert_eq!(written, example.run("shortlist programme.toml --format csv").ends(0).out);
    let header = written.lines().next().unwrap();
    assert!(header.starts_with("mentee_id,tier,turn,option,mentor_id,proposed,fit,"), "{header}");
    assert!(header.ends_with(",wishes_met,against,remark"), "{header}");
    example.run("shortlist programme.toml --out lists.csv").ends(1);
    example.run("shortlist programme.toml --out lists.csv --force --safe jointly").ends(0);
    example.run("shortlist programme.toml --out lists.xlsx").ends(0);
    assert!(fs::read(example.path("lists.xlsx")).unwrap().starts_with(b"PK"));
    let lists: Value = {
        example.run("shortlist programme.toml --out lists.json").ends(0);
        serde_json::from_str(&fs::read_to_string(example.path("lists.json")).unwrap()).unwrap()
    };
    assert_eq!(lists["format"], "alongside-shortlists/1");
}

#[test]
fn answers_that_cannot_be_are_slips_of_the_command_line() {
    let example = Example::new();
    let said = |line: &str| example.run(&format!("shortlist programme.toml {line}")).ends(2).err;
    assert!(said("--pick 0004").contains("such as B07=V03"));
    assert!(said("--pick 00004=0113").contains("did you mean 0004?"));
    assert!(said("--decline 0004=9").contains("no befriender has"));
    // Two cannot have the only place of one.
    assert!(said("--pick 0004=0113 --pick 0004=0143").contains("may not be proposed"));
    assert!(said("--options 0").contains("from 1 to 100"));
    assert!(said("--safe jointly --appearances 2").contains("does nothing"));
    assert!(said("--force").contains("--out"));
}
