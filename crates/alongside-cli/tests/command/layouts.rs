//! Sheets in the layouts of existing schemes: each is read, matched and checked as it stands, and what the guide says
//! is refused is refused, with its code.

use super::Example;
use std::fs;
use std::path::{Path, PathBuf};

fn layouts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/examples/layouts")
}

/// A layout in a folder of its own.
fn layout(name: &str) -> Example {
    let dir = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(layouts().join(name)).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), dir.path().join(entry.file_name())).unwrap();
    }
    Example { dir }
}

/// Changes the named layout and says with which code, and where, it is refused.
#[track_caller]
fn refused(scheme: &Example, parts: &[&str]) {
    for command in ["validate", "match"] {
        let run = scheme.run(&format!("{command} programme.toml")).ends(3);
        let said = run.out + &run.err;
        for part in parts {
            assert!(said.contains(part), "{command} does not say {part}:\n{said}");
        }
    }
}

#[test]
fn every_layout_is_read_matched_and_found_right() {
    let mut seen = Vec::new();
    for entry in fs::read_dir(layouts()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let scheme = layout(&name);
        let programmes = scheme.names().into_iter().filter(|file| file.starts_with("programme"));
        for programme in programmes {
            let read = scheme.run(&format!("validate {programme}")).ends(0);
            assert!(read.out.contains("ready to match"), "{name}/{programme}: {}", read.out);
            scheme.run(&format!("match {programme} --out out --replace --quiet")).ends(0);
            let checked = scheme.run(&format!("check {programme} out")).ends(0);
            assert!(checked.out.contains("nothing wrong found"), "{name}/{programme}: {}", checked.out);
            let outcome = scheme.run(&format!("match {programme} --format json --quiet")).ends(0).json();
            let served = outcome["totals"]["served"].as_u64().unwrap();
            let mentees = outcome["totals"]["mentees"].as_u64().unwrap();
            assert!(2 * served > mentees, "{name}/{programme}: {served} of {mentees}");
            assert_eq!(outcome["status"], "optimal", "{name}/{programme}");
        }
        seen.push(name);
    }
    seen.sort();
    assert_eq!(seen, ["availability-grid", "civil-service", "google-forms-school", "mentornet", "one-hot-skills"]);
}

#[test]
fn a_form_that_nobody_filled_in_matches_nobody() {
    let scheme = layout("civil-service");
    let sheet = fs::read_to_string(scheme.path("mentees.csv")).unwrap();
    let header = sheet.lines().next().unwrap();
    let blank = ",".repeat(header.matches(',').count());
    fs::write(scheme.path("mentees.csv"), format!("{header}\n{blank}\n{blank}\n")).unwrap();
    refused(&scheme, &["error[empty-sheet] mentees.csv"]);
}

#[test]
fn a_word_for_free_time_that_the_file_does_not_translate_is_refused() {
    let scheme = layout("mentornet");
    scheme.replace("mentees.csv", "Beginner,Weekdays,", "Beginner,Now and then,");
    refused(&scheme, &["error[bad-availability] mentees.csv, row 3, column \"availability\""]);
}

#[test]
fn a_heading_that_stands_twice_is_used_by_its_number_only() {
    let scheme = layout("one-hot-skills");
    scheme.replace("programme.toml", "last = \"General (1)\"", "last = \"General\"");
    refused(&scheme, &["error[repeated-header]", "General (1)", "General (2)"]);
}

#[test]
fn a_mark_that_is_neither_yes_nor_no_and_a_second_person_of_one_name_are_refused() {
    let scheme = layout("one-hot-skills");
    scheme.replace("mentees.csv", "Barnaby,1,", "Barnaby,2,");
    scheme.replace("mentees.csv", "Zebedee,", "Clementine,");
    refused(&scheme, &["mentees.csv, row 2, column \"Career\"", "error[duplicate-id] mentees.csv, row 4"]);
}

#[test]
fn a_fourth_spelling_of_a_school_and_a_form_sent_twice_are_refused() {
    let scheme = layout("google-forms-school");
    scheme.replace("mentees.csv", "Good Shepherd", "The Good Shepherd");
    refused(&scheme, &["mentees.csv, row 5, column \"Grade school attended\""]);
    let scheme = layout("google-forms-school");
    let sheet = fs::read_to_string(scheme.path("mentees.csv")).unwrap();
    let first = sheet.lines().nth(1).unwrap();
    fs::write(scheme.path("mentees.csv"), format!("{sheet}{first}\n")).unwrap();
    refused(&scheme, &["error[duplicate-id] mentees.csv, row 14", "row 2"]);
    // Neither the name nor the address is in the message or in the outcome.
    for command in ["validate", "match"] {
        let run = scheme.run(&format!("{command} programme.toml"));
        assert!(!format!("{}{}", run.out, run.err).contains("Persimmon"));
    }
}

#[test]
fn no_child_is_named_in_an_outcome() {
    let scheme = layout("google-forms-school");
    let outcome = scheme.run("match programme.toml --format json").ends(0).out;
    for row in fs::read_to_string(scheme.path("mentees.csv")).unwrap().lines().skip(1) {
        let mut cells = row.split(',').skip(1);
        let (address, name) = (cells.next().unwrap(), cells.next().unwrap());
        assert!(!outcome.contains(address) && !outcome.contains(name));
    }
}

#[test]
fn dates_that_could_be_two_days_and_times_behind_dates_are_refused_unless_the_file_says_how() {
    let scheme = layout("google-forms-school");
    scheme.replace("programme.toml", "dates = \"month/day/year\"", "");
    refused(&scheme, &["error[ambiguous-date]"]);
    let scheme = layout("google-forms-school");
    scheme.replace("programme.toml", ", drop_time = true", "");
    refused(&scheme, &["error[bad-date] mentees.csv, row 2, column \"Timestamp\""]);
}

#[test]
fn hours_that_do_not_make_a_week_are_refused() {
    let scheme = layout("availability-grid");
    scheme.replace("programme.toml", "last = \"Avail 168\"", "last = \"Avail 167\"");
    refused(&scheme, &["error[column-run]", "the run has 167 columns"]);
}

#[test]
fn a_team_that_a_volunteer_requires_is_the_one_proposed() {
    let scheme = layout("availability-grid");
    let outcome = scheme.run("match programme.toml --format json").ends(0).json();
    let pairs = outcome["proposals"].as_array().unwrap();
    let required: Vec<_> = pairs
        .iter()
        .flat_map(|pair| pair["wishes"].as_array().unwrap().iter().map(move |wish| (pair, wish)))
        .filter(|(_, wish)| wish["strength"] == "must")
        .collect();
    assert!(!required.is_empty());
    for (pair, wish) in required {
        assert_eq!(pair["mentor"], wish["want"]);
    }
}
