//! The page that says which row of practice lives where claims nothing that is not there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A row: what practice asks, where it lives, the scenarios that show it.
struct Row {
    asks: String,
    lives: String,
    scenarios: Vec<String>,
}

fn rows() -> Vec<Row> {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/coverage.md")).unwrap();
    let lines = page.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| row |"));
    let row = |line: &str| {
        let mut cells = line.trim_matches('|').split(" |").map(|cell| cell.trim().to_owned());
        let (asks, lives) = (cells.next().unwrap(), cells.next().unwrap());
        let shows = cells.next().unwrap_or_default();
        let scenarios = shows.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        Row { asks, lives, scenarios }
    };
    lines.map(row).collect()
}

/// Whether a test of that name stands in that file; `file::name` under `scenarios`, `folder/file::name` elsewhere.
fn exists(scenario: &str) -> bool {
    let Some((file, name)) = scenario.split_once("::") else { return false };
    let file = if file.contains('/') { format!("{file}.rs") } else { format!("scenarios/{file}.rs") };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/engine").join(file);
    let Ok(text) = fs::read_to_string(path) else { return false };
    let test = format!("fn {name}()");
    let mut lines = text.lines().map(str::trim_start).zip(text.lines().skip(1).map(str::trim_start));
    lines.any(|(before, line)| before == "#[test]" && line.starts_with(&test))
}

#[test]
fn every_scenario_that_a_row_claims_exists() {
    let missing: Vec<String> = rows().into_iter().flat_map(|row| row.scenarios).filter(|one| !exists(one)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn a_row_either_works_and_is_shown_or_says_later() {
    let mut asked = BTreeSet::new();
    for row in rows() {
        assert!(asked.insert(row.asks.clone()), "{} stands twice", row.asks);
        if row.lives == "later" {
            assert!(row.scenarios.is_empty(), "{} is for later and claims a scenario", row.asks);
        } else {
            assert!(!row.lives.is_empty() && !row.scenarios.is_empty(), "{} is shown by nothing", row.asks);
        }
    }
    assert!(asked.len() > 90, "{}", asked.len());
}
