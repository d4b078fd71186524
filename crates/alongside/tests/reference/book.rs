//! The pages of the book that are made from the engine's texts, and the links of its contents.

use alongside::reference::{Entry, entries};
use std::fmt::Write;
use std::path::PathBuf;

/// One generated page.
struct Page {
    file: &'static str,
    title: &'static str,
    kind: &'static str,
    intro: &'static str,
}

const PAGES: [Page; 5] = [
    Page {
        file: "programme-file.md",
        title: "The programme file",
        kind: "section",
        intro: "A programme file says everything about a matching round but the people, who mostly stand in sheets: \
                what mentors must hold, what refuses a pair, what suits better, and what comes first. It is written \
                in TOML, or in JSON with the same keys. Each table that it can have is described here by its path; \
                `[]` at the end of a path is left out, `NAME` stands for a name of your own.\n\n\
                A whole programme file, with notes on every part, is in [Befriending: Kettle and \
                Chat](../examples/befriending/README.md).",
    },
    Page {
        file: "rules.md",
        title: "Rules",
        kind: "rule",
        intro: "What refuses a pair. Each rule answers *eligible*, *refused* or *needs a check* for every mentee and \
                every mentor; a pair is proposed only where all rules answer *eligible*, and no weight buys a refusal \
                off. Those up to `preferences` are always in force (`activity_checks` where the programme declares its \
                activity), the next two wherever there are records that they look at, the others where `[[rules]]` lists them. Where an \
                answer is `blank`, `unknown` says what follows: `needs_check`, the pair is held back until somebody \
                finds out, or `allow`, it is let through. See [Eligibility and \
                safeguarding](../concepts/eligibility.md), and the [specification](specification.md) for the exact \
                wording that the engine and the audit are both written from.",
    },
    Page {
        file: "criteria.md",
        title: "Criteria",
        kind: "criterion",
        intro: "What makes one allowed pair suit better than another. Each criterion gives a pair 0 to 1000 points; \
                points times weight, added up, are the pair's fit. A fit says how well a pair meets what the \
                programme and its people asked for. It is not a probability, and it does not foretell how two people \
                will get on. See [Fit and criteria](../concepts/fit.md), and the [specification](specification.md) \
                for the exact wording.",
    },
    Page {
        file: "issues.md",
        title: "Issues",
        kind: "issue",
        intro: "What can be wrong, or odd, in what a programme reads. All problems are told at once, each with its \
                place, and none with what somebody answered. An error stops the run; a warning does not. Examples \
                are made up.",
    },
    Page {
        file: "findings.md",
        title: "Findings",
        kind: "finding",
        intro: "What `alongside check` can find in an outcome. A finding means that the outcome is not what the \
                programme and the sheets give now. There are three causes: the programme or a sheet was changed since \
                the round, the outcome was edited or made by something else, or the engine is at fault. First see \
                whether the files are those of the round; `manifest.json` beside the outcome names them. If they \
                were changed, match again. If they were not, and nobody edited the outcome, we would like to know. \
                One change often brings several findings.",
    },
];

const MADE: &str = "<!-- Made from the engine's own texts. Change those, then run \
                    UPDATE_DOCS=1 cargo test -p alongside --test reference -->";

fn docs() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs")
}

fn page(page: &Page) -> String {
    let entries: Vec<Entry> = entries().into_iter().filter(|entry| entry.kind == page.kind).collect();
    let mut text = format!("# {}\n\n{MADE}\n\n", page.title);
    for paragraph in page.intro.split("\n\n") {
        wrap(&mut text, paragraph);
        text.push('\n');
    }
    let links: Vec<String> =
        entries.iter().map(|entry| format!("[`{0}`](#{1})", entry.name, anchor(&entry.name))).collect();
    wrap(&mut text, &format!("{}.", links.join(", ")));
    for entry in &entries {
        write!(text, "\n## `{}`\n\n{}\n", entry.name, entry.text).unwrap();
    }
    text
}

/// What a heading of that name is linked by.
fn anchor(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric() || *c == '-' || *c == '_').collect::<String>().to_lowercase()
}

fn wrap(text: &mut String, paragraph: &str) {
    let mut width = 0;
    for word in paragraph.split(' ') {
        let length = word.chars().count();
        let break_here = width > 0 && width + 1 + length > 118;
        text.push_str(if break_here {
            "\n"
        } else if width > 0 {
            " "
        } else {
            ""
        });
        width = if break_here || width == 0 { length } else { width + 1 + length };
        text.push_str(word);
    }
    text.push('\n');
}

#[test]
fn the_generated_pages_say_what_the_engine_says() {
    let update = std::env::var_os("UPDATE_DOCS").is_some();
    for one in &PAGES {
        let path = docs().join("reference").join(one.file);
        let made = page(one);
        if update {
            std::fs::write(&path, &made).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            committed == made,
            "docs/reference/{} is not what the engine says: run UPDATE_DOCS=1 cargo test -p alongside --test reference",
            one.file
        );
    }
}

/// The targets of a page's links to other pages of the book, without what follows `#`.
fn links(text: &str) -> Vec<&str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let pages = targets.filter(|target| !target.contains("://") && !target.starts_with('#'));
    pages.map(|target| target.split('#').next().unwrap_or(target)).collect()
}

#[test]
fn the_contents_lead_to_pages_that_exist_and_every_page_is_among_them() {
    let summary = std::fs::read_to_string(docs().join("SUMMARY.md")).unwrap();
    let linked = links(&summary);
    for target in &linked {
        assert!(docs().join(target).is_file(), "SUMMARY.md links to {target}");
    }
    for folder in ["", "tutorial", "how-to", "concepts", "reference", "decisions"] {
        for file in std::fs::read_dir(docs().join(folder)).unwrap() {
            let name = file.unwrap().file_name().into_string().unwrap();
            let page = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
            let is_page = PathBuf::from(&name).extension().is_some_and(|extension| extension == "md");
            assert!(!is_page || name == "SUMMARY.md" || linked.contains(&page.as_str()), "SUMMARY.md lacks {page}");
        }
    }
}

#[test]
fn links_between_pages_lead_somewhere() {
    let summary = std::fs::read_to_string(docs().join("SUMMARY.md")).unwrap();
    for page in links(&summary) {
        let path = docs().join(page);
        let text = std::fs::read_to_string(&path).unwrap();
        for target in links(&text) {
            assert!(path.parent().unwrap().join(target).exists(), "{page} links to {target}");
        }
    }
}

#[test]
fn exit_codes_have_their_rows() {
    let text = std::fs::read_to_string(docs().join("reference/exit-codes.md")).unwrap();
    for entry in entries().iter().filter(|entry| entry.kind == "exit") {
        let code = entry.name.trim_start_matches("exit-");
        let meaning = entry.text.split("\n\n").next().unwrap().replace('\n', " ");
        assert!(text.contains(&format!("\n| {code} | {meaning}")), "{code}: {meaning}");
    }
    assert_eq!(text.lines().filter(|line| line.starts_with("| ")).count(), 8);
}
