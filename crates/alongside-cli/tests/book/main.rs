//! The pages of the book and the README: every `console` block is run, and what it shows is what comes out.
//!
//! Each page is read in a folder of its own that holds `docs/examples`, so lines are written as from the project's
//! root. In a block
//!
//! - `$ LINE` is given to `sh`, with the command `alongside` on its path;
//! - what follows is what is printed, line by line, notes and errors included;
//! - `...` stands for any number of lines;
//! - `# exits with 4` says with what the line ends, where it is not 0.
//!
//! A comment after a block, `<!-- picture NAME 1-36: TITLE -->`, draws those lines of its last answer, in colour, as
//! `docs/images/NAME.svg`. After a change, run `UPDATE_DOCS=1 cargo test -p alongside-cli --test book` and look at it.
//!
//! What a reader does in an editor stands in a comment that readers do not see:
//! `<!-- edit FILE: OLD => NEW -->`, with `\n` between the lines of the new text. The old text has to be there. The page that `alongside init` puts beside its sheets
//! cannot know where it will lie and says `FOLDER`.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod picture;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Pages that tell how to do something without the command.
const WITHOUT_COMMANDS: [&str; 1] = ["docs/how-to/python.md"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every page that readers see, by its path from the root.
fn pages() -> Vec<String> {
    let mut found = vec!["README.md".to_owned()];
    let mut folders = vec!["docs".to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(root().join(&folder)).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{folder}/{}", entry.file_name().into_string().unwrap());
            if entry.file_type().unwrap().is_dir() {
                folders.push(path);
            } else if Path::new(&path).extension().is_some_and(|extension| extension == "md") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// What a page has the reader do.
#[derive(Debug)]
enum Step {
    Run(Shown),
    Edit { file: String, old: String, new: String },
}

/// One command line and what the page shows of it.
#[derive(Debug)]
struct Shown {
    line: usize,
    command: String,
    code: i32,
    printed: Vec<String>,
    picture: Option<Picture>,
}

/// A picture of an answer.
#[derive(Debug)]
struct Picture {
    name: String,
    lines: RangeInclusive<usize>,
    title: String,
}

impl Picture {
    /// From `NAME 1-36: TITLE`.
    fn read(text: &str) -> Option<Self> {
        let (what, title) = text.split_once(": ")?;
        let (name, lines) = what.split_once(' ')?;
        let (first, last) = lines.split_once('-')?;
        let lines = first.parse().ok()?..=last.parse().ok()?;
        Some(Self { name: name.to_owned(), lines, title: title.trim_end_matches("-->").trim_end().to_owned() })
    }

    /// Whether the picture in the book is the one this answer gives; makes it so where asked to.
    fn check(&self, page: &str, command: &str, answer: &str) -> Result<(), String> {
        let made = picture::drawn(&self.title, command, answer, self.lines.clone());
        let path = root().join(format!("docs/images/{}.svg", self.name));
        if std::env::var_os("UPDATE_DOCS").is_some() {
            fs::write(&path, &made).unwrap();
        }
        if !fs::read_to_string(root().join(page)).unwrap().contains(&format!("images/{}.svg)", self.name)) {
            return Err(format!("{page} does not show the picture {}", self.name));
        }
        let same = fs::read_to_string(&path).unwrap_or_default() == made;
        let remedy = "run UPDATE_DOCS=1 cargo test -p alongside-cli --test book";
        if same { Ok(()) } else { Err(format!("{page}: docs/images/{}.svg is another picture: {remedy}", self.name)) }
    }
}

/// The steps of a page, with their lines, and how many `console` blocks it has.
fn steps(page: &str, text: &str) -> (Vec<(usize, Step)>, usize) {
    let mut steps: Vec<(usize, Step)> = Vec::new();
    let (mut fence, mut blocks) = (None, 0);
    for (index, line) in text.lines().enumerate() {
        let at = index + 1;
        if let Some(language) = line.trim_start().strip_prefix("```") {
            fence = if fence.is_some() { None } else { Some(language.to_owned()) };
            blocks += usize::from(fence.as_deref() == Some("console"));
            continue;
        }
        match fence.as_deref() {
            None => {
                if let Some(edit) = line.strip_prefix("<!-- edit ") {
                    let (file, change) = edit.split_once(": ").unwrap_or_else(|| panic!("{page}:{at}: no file"));
                    let (old, new) = change.split_once(" => ").unwrap_or_else(|| panic!("{page}:{at}: no change"));
                    let new = new.trim_end_matches("-->").trim_end().replace("\\n", "\n");
                    steps.push((at, Step::Edit { file: file.to_owned(), old: old.to_owned(), new }));
                } else if let Some(text) = line.strip_prefix("<!-- picture ") {
                    let Some((_, Step::Run(shown))) = steps.last_mut() else {
                        panic!("{page}:{at}: a picture of what?")
                    };
                    shown.picture = Picture::read(text);
                    assert!(shown.picture.is_some(), "{page}:{at}: write `picture NAME 1-36: TITLE`");
                }
            }
            Some("console") => {
                if let Some(command) = line.strip_prefix("$ ") {
                    let shown =
                        Shown { line: at, command: command.to_owned(), code: 0, printed: Vec::new(), picture: None };
                    steps.push((at, Step::Run(shown)));
                } else if let Some((_, Step::Run(shown))) = steps.last_mut().filter(|_| blocks > 0) {
                    match line.strip_prefix("# exits with ") {
                        Some(code) => shown.code = code.parse().unwrap_or_else(|_| panic!("{page}:{at}: {code}?")),
                        None => shown.printed.push(line.trim_end().to_owned()),
                    }
                } else {
                    panic!("{page}:{at}: a console block begins with `$ `");
                }
            }
            Some(other) => {
                let runs = line.starts_with("alongside ") || line.starts_with("$ ");
                assert!(!runs, "{page}:{at}: a command in a block of `{other}` is never run; write `console`");
            }
        }
    }
    (steps, blocks)
}

/// Where the printed lines part from those shown: the first line of the page that does not fit.
fn differs(shown: &[String], printed: &[&str]) -> Option<usize> {
    let (mut at, mut skipping) = (0, false);
    for (index, line) in shown.iter().enumerate() {
        if line == "..." {
            skipping = true;
            continue;
        }
        let rest = printed.get(at..).unwrap_or_default();
        let found = if skipping {
            rest.iter().position(|printed| printed.trim_end() == line)
        } else {
            rest.first().filter(|printed| printed.trim_end() == line).map(|_| 0)
        };
        match found {
            Some(ahead) => at += ahead + 1,
            None => return Some(index),
        }
        skipping = false;
    }
    (!skipping && at < printed.len()).then_some(shown.len())
}

fn run(page: &str, folder: &Path, shown: &Shown) -> Result<(), String> {
    let binary = Path::new(env!("CARGO_BIN_EXE_alongside")).parent().unwrap();
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap_or_default());
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("{{ {}\n}} 2>&1", shown.command)).current_dir(folder).env("PATH", path);
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM", "COLUMNS", "ALONGSIDE_CONFIG"] {
        command.env_remove(variable);
    }
    if shown.picture.is_some() {
        command.env("CLICOLOR_FORCE", "1");
    }
    let output = command.output().unwrap();
    let answer = String::from_utf8(output.stdout).unwrap();
    let text = picture::plain(&answer);
    let place = format!("{page}:{}: $ {}", shown.line, shown.command);
    if output.status.code() != Some(shown.code) {
        return Err(format!("{place}\nended with {:?}, not with {}:\n{text}", output.status.code(), shown.code));
    }
    let printed: Vec<&str> = text.lines().collect();
    match differs(&shown.printed, &printed) {
        None => shown.picture.as_ref().map_or(Ok(()), |picture| picture.check(page, &shown.command, &answer)),
        Some(index) => {
            let line = shown.printed.get(index).map_or("(nothing more)", String::as_str);
            Err(format!("{place}\nthe page goes on: {line}\nwhat is printed is\n{text}"))
        }
    }
}

#[test]
fn every_console_block_shows_what_comes_out() {
    let mut counts = BTreeMap::new();
    let mut faults = Vec::new();
    let mut pictures = BTreeSet::new();
    for page in pages() {
        let text = fs::read_to_string(root().join(&page)).unwrap();
        let text = text.replace("FOLDER/", "docs/examples/befriending/");
        let (steps, blocks) = steps(&page, &text);
        counts.insert(page.clone(), blocks);
        if steps.is_empty() {
            continue;
        }
        let folder = tempfile::tempdir().unwrap();
        copy(&root().join("docs/examples"), &folder.path().join("docs/examples"));
        for (at, step) in steps {
            match step {
                Step::Run(shown) => {
                    pictures.extend(shown.picture.iter().map(|picture| format!("{}.svg", picture.name)));
                    faults.extend(run(&page, folder.path(), &shown).err());
                }
                Step::Edit { file, old, new } => {
                    let path = folder.path().join(&file);
                    let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("{page}:{at}: no {file}"));
                    assert!(text.contains(&old), "{page}:{at}: {file} has no `{old}`");
                    fs::write(&path, text.replace(&old, &new)).unwrap();
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n\n"));
    assert_eq!(pictures, drawn_pictures(), "pictures that no page draws, or the other way round");
    for (page, blocks) in &counts {
        let shows = page.starts_with("docs/tutorial/") || page.starts_with("docs/how-to/");
        if shows || page.starts_with("docs/examples/") {
            assert_eq!(*blocks == 0, WITHOUT_COMMANDS.contains(&page.as_str()), "{page}: {blocks} console blocks");
        }
    }
}

/// The pictures that are there.
fn drawn_pictures() -> BTreeSet<String> {
    let entries = fs::read_dir(root().join("docs/images")).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn shown_lines_are_compared_in_order_and_none_is_left_over() {
    let fits = |shown: &[&str], printed: &[&str]| {
        let shown: Vec<String> = shown.iter().map(|line| (*line).to_owned()).collect();
        differs(&shown, printed).is_none()
    };
    assert!(fits(&["a", "...", "c"], &["a", "b", "c"]));
    assert!(fits(&["a", "..."], &["a"]));
    assert!(!fits(&["a", "c"], &["a", "b", "c"]));
    assert!(!fits(&["a"], &["a", "b"]));
    assert!(!fits(&["...", "b", "...", "a"], &["a", "b"]));
    assert!(!fits(&[], &["a"]));
}

#[test]
fn the_readme_starts_with_the_two_lines_that_work() {
    let text = fs::read_to_string(root().join("README.md")).unwrap();
    let first = "cargo run --release -p alongside-cli -- match docs/examples/befriending/programme.toml";
    assert!(text.contains(&format!("```sh\n{first}\nbash .ci/test\n```")), "README.md");
    assert!(root().join(".ci/test").is_file());
}

/// The first block that begins with this line.
fn block<'a>(text: &'a str, fence: &str) -> &'a str {
    text.split_once(&format!("{fence}\n")).unwrap().1.split_once("```").unwrap().0
}

#[test]
fn the_readme_and_the_crate_show_the_same_rust() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let source = fs::read_to_string(root().join("crates/alongside/src/lib.rs")).unwrap();
    let lines = source.lines().filter_map(|line| line.strip_prefix("//!"));
    let shown = lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).filter(|line| !line.trim().starts_with("# a"));
    // Tests of a crate's documentation are run in its folder.
    let shown = shown.collect::<Vec<_>>().join("\n").replace("\"../../docs/", "\"docs/");
    assert_eq!(block(&readme, "```rust,no_run"), block(&shown, "```"));
}
