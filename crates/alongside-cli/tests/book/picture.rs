//! Pictures of a terminal in the book: what the command prints, drawn.

use std::fmt::Write;

/// Characters of a line, and the size of each in tenths of a unit.
const COLUMNS: usize = 100;
const WIDE: usize = 84;
const HIGH: usize = 190;
/// Between the window's edge and the text, and the bar above it.
const EDGE: usize = 200;
const BAR: usize = 380;

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

/// The answer without its colours.
pub(crate) fn plain(answer: &str) -> String {
    let mut parts = answer.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('m').map_or(part, |(_, rest)| rest))
}

/// The line as a window of this width shows it: broken at spaces, each piece in the style that holds where it begins.
fn broken(line: &str) -> Vec<String> {
    let shown: Vec<char> = plain(line).chars().collect();
    let mut ends = Vec::new();
    let mut start = 0;
    while shown.len() - start > COLUMNS {
        let end = (start + 1..=start + COLUMNS).rev().find(|at| shown.get(*at) == Some(&' '));
        start = end.map_or(start + COLUMNS, |at| at + 1);
        ends.push(start);
    }
    let mut pieces = vec![String::new()];
    let (mut style, mut column) = (String::new(), 0);
    for (index, part) in line.split("\u{1b}[").enumerate() {
        let mut text = part;
        if index > 0 {
            let (codes, rest) = part.split_once('m').unwrap();
            style = format!("\u{1b}[{codes}m");
            pieces.last_mut().unwrap().push_str(&style);
            text = rest;
        }
        for letter in text.chars() {
            if ends.contains(&column) {
                pieces.push(style.clone());
            }
            pieces.last_mut().unwrap().push(letter);
            column += 1;
        }
    }
    pieces
}

#[test]
fn a_line_is_broken_at_a_space_and_keeps_its_style() {
    let word = "x".repeat(59);
    assert_eq!(broken("short"), ["short"]);
    assert_eq!(
        broken(&format!("\u{1b}[1m{word} {word}\u{1b}[0m y")),
        [format!("\u{1b}[1m{word} "), format!("\u{1b}[1m{word}\u{1b}[0m y"),]
    );
    let long = "x".repeat(COLUMNS + 1);
    assert_eq!(broken(&long), [long[1..].to_owned(), "x".to_owned()]);
}

/// A command and some lines of its answer as a window. Every line is laid out by its columns, so that any font of fixed
/// width will do.
pub(crate) fn drawn(title: &str, command: &str, answer: &str, lines: std::ops::RangeInclusive<usize>) -> String {
    let all: Vec<&str> = answer.lines().collect();
    let mut shown = vec![format!("\u{1b}[2m$\u{1b}[0m \u{1b}[1m{command}\u{1b}[0m")];
    let more = || "\u{1b}[2m  ...\u{1b}[0m".to_owned();
    if *lines.start() > 1 {
        shown.push(more());
    }
    shown
        .extend(all.iter().skip(lines.start() - 1).take(lines.end() + 1 - lines.start()).flat_map(|line| broken(line)));
    if all.len() > *lines.end() {
        shown.push(more());
    }
    let lines = shown;
    let width = 2 * EDGE + COLUMNS * WIDE;
    let height = BAR + lines.len() * HIGH + EDGE;
    let command = escaped(command);
    let mut svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img" aria-labelledby="title desc">
<title id="title">{2}</title>
<desc id="desc">The command {command}, and lines of its answer; the same text stands on the page.</desc>
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
        escaped(title),
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
