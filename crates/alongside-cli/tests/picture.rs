//! The picture of a first match in the README and the tutorial: what the command prints, drawn.
//!
//! After a change, run `UPDATE_DOCS=1 cargo test -p alongside-cli --test picture`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const COMMAND: &str = "alongside match docs/examples/befriending/programme.toml";
/// Lines of the answer that are drawn.
const LINES: usize = 36;
/// Characters of a line, and the size of each in tenths of a unit.
const COLUMNS: usize = 100;
const WIDE: usize = 84;
const HIGH: usize = 190;
/// Between the window's edge and the text, and the bar above it.
const EDGE: usize = 200;
const BAR: usize = 380;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Text in one style, with the column where it begins.
#[derive(Debug, Clone, Default)]
struct Span {
    column: usize,
    class: Vec<&'static str>,
    text: String,
}

/// A line's text by its styles; spaces at either end of a span are left out.
fn spans(line: &str) -> Vec<Span> {
    let mut spans = vec![Span::default()];
    let mut column = 0;
    let mut parts = line.split("\u{1b}[");
    let mut take = |text: &str, class: Vec<&'static str>| {
        spans.push(Span { column, class, text: text.to_owned() });
        column += text.chars().count();
    };
    take(parts.next().unwrap_or_default(), Vec::new());
    let mut class = Vec::new();
    for part in parts {
        let (codes, text) = part.split_once('m').unwrap();
        for code in codes.split(';') {
            match code {
                "" | "0" => class.clear(),
                "1" => class.push("b"),
                "2" => class.push("d"),
                "31" => class.push("r"),
                "32" => class.push("g"),
                "33" => class.push("y"),
                other => panic!("the picture has no colour for {other}"),
            }
        }
        take(text, class.clone());
    }
    for span in &mut spans {
        let text = span.text.trim_end();
        let inner = text.trim_start();
        span.column += text.chars().count() - inner.chars().count();
        span.text = inner.to_owned();
    }
    spans.retain(|span| !span.text.is_empty());
    spans
}

fn tenths(value: usize) -> String {
    format!("{}.{}", value / 10, value % 10)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Every line is laid out by its columns, so that any font of fixed width will do.
fn drawn(answer: &str) -> String {
    let mut lines = vec![format!("\u{1b}[2m$\u{1b}[0m \u{1b}[1m{COMMAND}\u{1b}[0m")];
    lines.extend(answer.lines().take(LINES).map(str::to_owned));
    lines.push("\u{1b}[2m  ...\u{1b}[0m".to_owned());
    let width = 2 * EDGE + COLUMNS * WIDE;
    let height = BAR + lines.len() * HIGH + EDGE;
    let mut svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img" aria-labelledby="title desc">
<title id="title">A first match on a terminal</title>
<desc id="desc">The command {COMMAND}, and the beginning of its answer: how many people are proposed a befriender, each level of the aim and that it is proved, and the first proposals with their fit.</desc>
<style>
text {{ font: 14px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #d9dee3; white-space: pre; }}
.b {{ font-weight: bold; fill: #ffffff; }}
.d {{ fill: #97a3af; }}
.g {{ fill: #7fd08a; }}
.r {{ fill: #ff8a80; }}
.y {{ fill: #f0c75e; }}
</style>
<rect width="100%" height="100%" rx="9" fill="#1b2027"/>
<circle cx="22" cy="19" r="5.5" fill="#4a545f"/>
<circle cx="40" cy="19" r="5.5" fill="#4a545f"/>
<circle cx="58" cy="19" r="5.5" fill="#4a545f"/>
"##,
        tenths(width),
        tenths(height),
    );
    for (row, line) in lines.iter().enumerate() {
        let baseline = BAR + row * HIGH + 140;
        for span in spans(line) {
            let length = span.text.chars().count();
            assert!(span.column + length <= COLUMNS, "wider than {COLUMNS}: {line}");
            let class =
                if span.class.is_empty() { String::new() } else { format!(" class=\"{}\"", span.class.join(" ")) };
            writeln!(
                svg,
                r#"<text x="{}" y="{}" textLength="{}" xml:space="preserve"{class}>{}</text>"#,
                tenths(EDGE + span.column * WIDE),
                tenths(baseline),
                tenths(length * WIDE),
                escaped(&span.text),
            )
            .unwrap();
        }
    }
    svg.push_str("</svg>\n");
    svg
}

#[test]
fn the_picture_shows_what_the_command_prints() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_alongside"));
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM"] {
        command.env_remove(variable);
    }
    let arguments = COMMAND.split(' ').skip(1).chain(["--color", "always"]);
    let output = command.current_dir(root()).args(arguments).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let made = drawn(&String::from_utf8(output.stdout).unwrap());
    let path = root().join("docs/images/first-match.svg");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &made).unwrap();
    }
    assert!(
        fs::read_to_string(&path).unwrap_or_default() == made,
        "docs/images/first-match.svg is another picture: run UPDATE_DOCS=1 cargo test -p alongside-cli --test picture"
    );
    for page in ["README.md", "docs/tutorial/first-match.md"] {
        let text = fs::read_to_string(root().join(page)).unwrap();
        assert!(text.contains("images/first-match.svg)"), "{page} does not show the picture");
    }
}
