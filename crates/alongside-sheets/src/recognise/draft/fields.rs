//! From the columns of one sheet to the fields of a person.

use super::toml::{list, pairs, quoted};
use super::{Line, attributes};
use crate::recognise::evidence::{Kind, delivery_word, plain};
use crate::recognise::facts::Facts;
use crate::recognise::interview::{Answers, SensitiveUse, may_read};
use crate::recognise::judge::{Sure, free_words};
use crate::recognise::meaning::Meaning;
use crate::recognise::proposal::Proposal;
use crate::recognise::reading::Reading;
use crate::recognise::runs::{Run, RunKind};
use alongside::domain::{STANDARD_ATTRIBUTES, Side};
use alongside::input::keys::PERSON;
use std::collections::BTreeSet;

/// Answers that stand for none.
const NONE_WORDS: &[&str] =
    &["n a", "na", "none", "nil", "nothing", "no preference", "keine", "aucun", "ninguno", "brak"];

/// Answers that stand for a blank where one answer is expected.
const BLANK_WORDS: &[&str] = &["prefer not to say", "no preference", "n a", "none", "any", "either"];

/// Fields that are lists without being attributes.
const LISTS: &[&str] = &["exclusions", "choices", "known_to"];

/// What the draft writes under `columns` of that side, in the order in which a person reads it.
pub(in crate::recognise) fn fields(proposal: &Proposal, side: Side, answers: &Answers) -> Vec<Line> {
    let Some(reading) = proposal.side(side) else { return Vec::new() };
    let mut lines: Vec<Line> = Vec::new();
    lines.extend(id_line(reading, side, answers));
    lines.extend(name_line(reading));
    let mut taken: BTreeSet<String> = lines.iter().map(|line| line.field.clone()).collect();
    for (index, judged) in reading.judged.iter().enumerate() {
        if lines.iter().any(|line| line.columns.contains(&index)) || reading.in_run(index) {
            continue;
        }
        match (judged.meaning, answers.sensitive.get(&(side, index))) {
            (Some(Meaning::Field(_) | Meaning::Sensitive(_) | Meaning::Monitoring), Some(SensitiveUse::Monitoring)) => {
                let name = super::toml::attribute_name(reading.survey.header(index));
                let field = format!("monitoring.{name}");
                let source = quoted(reading.survey.header(index));
                let why = "kept for equality monitoring alone, as you said".to_owned();
                lines.push(Line { field, source, columns: vec![index], sure: Sure::Certain, why, read: true });
            }
            (Some(Meaning::Field(field)), _) if !matches!(field, "id" | "name") && taken.insert(field.to_owned()) => {
                lines.extend(field_line(proposal, reading, side, field, answers));
            }
            (Some(Meaning::Sensitive(_)), Some(SensitiveUse::Matching(_))) => {
                let field = super::toml::attribute_name(reading.survey.header(index));
                let source = source(reading, &[index], true, None);
                let why = "sensitive; used on the basis that you gave".to_owned();
                lines.push(Line { field, source, columns: vec![index], sure: Sure::Likely, why, read: true });
            }
            (Some(Meaning::Attribute(hint)), _) => {
                let Some(declared) = attributes::declared(proposal, hint.name) else { continue };
                if taken.insert(hint.name.to_owned()) {
                    let source =
                        source(reading, &[index], declared.kind == "tags", declared.duration.then_some("months"));
                    let (read, sure) = (declared.settled && reading.is_sure(index), judged.sure);
                    let why =
                        if declared.settled { judged.why.clone() } else { format!("{}; {}", judged.why, declared.why) };
                    lines.push(Line { field: hint.name.to_owned(), source, columns: vec![index], sure, why, read });
                }
            }
            _ => {}
        }
    }
    lines.extend(reading.runs.iter().find(|run| run.kind != RunKind::OneHot).map(|run| hours_line(reading, run)));
    if !taken.contains("interests") {
        lines.extend(one_hot_line(proposal, reading, side));
    }
    lines
}

fn id_line(reading: &Reading, side: Side, answers: &Answers) -> Option<Line> {
    let field = "id".to_owned();
    if let Some(column) = reading.long_form() {
        let why = "several rows have the same one: they are gathered into one person".to_owned();
        let source = quoted(reading.survey.header(column));
        return Some(Line { field, source, columns: vec![column], sure: Sure::Likely, why, read: true });
    }
    let ways = reading.ids();
    let chosen = answers.ids.get(&side).copied().unwrap_or(0);
    let way = ways.get(chosen).or(ways.first())?;
    let headers = || way.columns.iter().map(|column| reading.survey.header(*column));
    let source = match (way.plain, way.columns.first()) {
        (true, Some(column)) => quoted(reading.survey.header(*column)),
        _ => format!("{{ made_from = {} }}", list(headers())),
    };
    let sure = if way.plain { Sure::Certain } else { Sure::Likely };
    Some(Line { field, source, columns: way.columns.clone(), sure, why: way.why.clone(), read: true })
}

fn name_line(reading: &Reading) -> Option<Line> {
    let columns = reading.name_columns();
    let why = "shown only where somebody asks for names".to_owned();
    let sure = columns.iter().filter_map(|column| reading.judged.get(*column)).map(|judged| judged.sure).max()?;
    let source = match columns.as_slice() {
        [one] => quoted(reading.survey.header(*one)),
        _ => format!("{{ columns = {} }}", list(columns.iter().map(|column| reading.survey.header(*column)))),
    };
    Some(Line { field: "name".to_owned(), source, read: sure < Sure::Guess, columns, sure, why })
}

fn field_line(
    proposal: &Proposal,
    reading: &Reading,
    side: Side,
    field: &'static str,
    answers: &Answers,
) -> Option<Line> {
    let all = reading.of_meaning(Meaning::Field(field));
    let list = is_list(field);
    // Answers to several questions make one list; of columns for one answer, the surest is it.
    let columns: Vec<usize> = if list {
        let sure = |column: &usize| reading.is_sure(*column);
        let certain: Vec<usize> = all.iter().copied().filter(sure).collect();
        let mut columns = if certain.is_empty() { all } else { certain };
        columns.sort_unstable();
        columns
    } else {
        all.into_iter().take(1).collect()
    };
    let column = *columns.first()?;
    let judged = reading.judged.get(column)?;
    let mut line = Line {
        field: field.to_owned(),
        source: source(reading, &columns, list, None),
        sure: judged.sure,
        why: judged.why.clone(),
        read: judged.sure < Sure::Guess && columns.iter().all(|column| may_read(proposal, answers, side, *column)),
        columns,
    };
    let one_sided = match field {
        "capacity" => Some(Side::Mentor),
        "waiting_since" | "priority_tier" | "choices" | "nominated_mentor" => Some(Side::Mentee),
        _ => None,
    };
    if one_sided.is_some_and(|only| only != side) {
        line.read = false;
        line.why = format!("{}; only {} have this field", line.why, one_sided.map_or("", Side::plural));
    } else if !PERSON.names().any(|name| name == field) {
        line.read = false;
        line.why = format!("{}; this version has no such field", line.why);
    }
    if line.columns.len() > 1 {
        line.why = format!("{}; {} columns are joined", line.why, line.columns.len());
    }
    Some(line)
}

pub(super) fn is_list(field: &str) -> bool {
    STANDARD_ATTRIBUTES.iter().any(|one| one.name == field && one.kind == "tags") || LISTS.contains(&field)
}

/// Where the field's text comes from, with what has to be done to it.
fn source(reading: &Reading, columns: &[usize], list_field: bool, duration: Option<&str>) -> String {
    let all: Vec<&Facts> =
        columns.iter().filter_map(|column| reading.survey.columns.get(*column)).map(|column| &column.facts).collect();
    let headers: Vec<&str> = columns.iter().map(|column| reading.survey.header(*column)).collect();
    let mut settings: Vec<String> = Vec::new();
    let mut signs: Vec<char> = Vec::new();
    if list_field {
        for sign in all.iter().flat_map(|facts| facts.separators()) {
            if !signs.contains(&sign) {
                signs.push(sign);
            }
        }
        let spelt = signs.iter().map(ToString::to_string).collect::<Vec<_>>();
        match signs.as_slice() {
            [] | [';'] => {}
            [one] => settings.push(format!("separator = {}", quoted(&one.to_string()))),
            _ => settings.push(format!("separators = {}", list(spelt.iter().map(String::as_str)))),
        }
        let ignored = spelt_among(&all, NONE_WORDS);
        if !ignored.is_empty() {
            settings.push(format!("ignore = {}", list(ignored.iter().map(String::as_str))));
        }
        if headers.len() > 1 {
            let sign = signs.first().copied().unwrap_or(';');
            let join = if sign == '\n' { sign.to_string() } else { format!("{sign} ") };
            settings.insert(0, format!("join = {}", quoted(&join)));
        }
    }
    settings.extend(duration.map(|unit| format!("duration = {}", quoted(unit))));
    if !list_field && columns.iter().any(|column| reading.has_times(*column)) {
        settings.push("drop_time = true".to_owned());
    }
    let values = translations(&all);
    if !values.is_empty() {
        settings.push(format!("values = {}", pairs(values.iter().map(|(from, to)| (from.as_str(), to.as_str())))));
    }
    let named = match headers.as_slice() {
        [one] if settings.is_empty() => return quoted(one),
        [one] => format!("column = {}", quoted(one)),
        _ => format!("columns = {}", list(headers)),
    };
    settings.insert(0, named);
    format!("{{ {} }}", settings.join(", "))
}

/// Which of these words stand in the columns, as they are spelt there.
fn spelt_among(all: &[&Facts], words: &[&str]) -> Vec<String> {
    let mut found: BTreeSet<String> = BTreeSet::new();
    for facts in all {
        found.extend(facts.spelt().filter(|(plain, _)| words.contains(plain)).map(|(_, spelt)| spelt.to_owned()));
    }
    found.into_iter().collect()
}

/// Words of closed lists that the engine calls otherwise.
fn translations(all: &[&Facts]) -> Vec<(String, String)> {
    let [facts] = all else { return Vec::new() };
    if facts.mostly(Kind::Delivery) {
        let mut words: BTreeSet<String> = BTreeSet::new();
        let signs = facts.separators();
        for (_, spelt) in facts.spelt() {
            words.extend(
                spelt.split(signs.as_slice()).map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned),
            );
        }
        let known = words.into_iter().filter_map(|word| Some((delivery_word(&word)?.to_owned(), word)));
        return known.filter(|(term, word)| term != word).map(|(term, word)| (word, term)).collect();
    }
    if facts.mostly(Kind::Gender) {
        return spelt_among(all, BLANK_WORDS).into_iter().map(|word| (word, String::new())).collect();
    }
    match free_words(facts) {
        Some(words) if !facts.mostly(Kind::Week) => {
            words.into_iter().map(|(word, times)| (word, times.to_owned())).collect()
        }
        _ => Vec::new(),
    }
}

fn hours_line(reading: &Reading, run: &Run) -> Line {
    let RunKind::Hours { minutes } = run.kind else { return one_hot(reading, run, &[], Sure::Guess) };
    let (first, last) = (reading.survey.header(run.first), reading.survey.header(run.last));
    let run_of = format!("first = {}, last = {}", quoted(first), quoted(last));
    let each = if minutes == 60 { String::new() } else { format!(", minutes = {minutes}") };
    let source = format!("{{ hours = {{ {run_of} }}, starts = \"Mon 00:00\"{each} }}");
    let why = format!(
        "{} columns of ticked boxes, numbered from first to last: one for each {minutes} minutes of a week. CHECK that \
         the first is Monday at midnight",
        run.len()
    );
    let (columns, sure) = ((run.first..=run.last).collect(), Sure::Likely);
    Line { field: "availability".to_owned(), source, columns, sure, why, read: true }
}

/// Ticked boxes that both sides have become interests: what is ticked on both is shared.
fn one_hot_line(proposal: &Proposal, reading: &Reading, side: Side) -> Option<Line> {
    let runs = || reading.runs.iter().filter(|run| run.kind == RunKind::OneHot);
    let other = match side {
        Side::Mentor => proposal.mentees.as_ref(),
        Side::Mentee => proposal.mentors.as_ref(),
    };
    let Some(other) = other else { return runs().next().map(|run| one_hot(reading, run, &[], Sure::Guess)) };
    let theirs: BTreeSet<String> = other
        .runs
        .iter()
        .filter(|run| run.kind == RunKind::OneHot)
        .flat_map(|run| (run.first..=run.last).map(|column| plain(other.survey.header(column))))
        .collect();
    let run = runs().max_by_key(|run| run.len())?;
    let shared: Vec<usize> =
        (run.first..=run.last).filter(|column| theirs.contains(&plain(reading.survey.header(*column)))).collect();
    let sure = if shared.len() >= 3 { Sure::Likely } else { Sure::Guess };
    Some(one_hot(reading, run, if sure == Sure::Likely { &shared } else { &[] }, sure))
}

fn one_hot(reading: &Reading, run: &Run, shared: &[usize], sure: Sure) -> Line {
    let all: Vec<usize> = (run.first..=run.last).collect();
    let columns = if shared.is_empty() { all } else { shared.to_vec() };
    let headers: Vec<&str> = columns.iter().map(|column| reading.survey.header(*column)).collect();
    let whole = columns.len() == run.len();
    let from = match (headers.first(), headers.last()) {
        (Some(first), Some(last)) if whole && columns.len() > 3 => {
            format!("{{ first = {}, last = {} }}", quoted(first), quoted(last))
        }
        _ => list(headers.iter().copied()),
    };
    // `Interests [Chess]` stands for chess.
    let inner: Vec<(&str, &str)> = headers
        .iter()
        .filter_map(|header| Some((*header, header.split_once('[')?.1.strip_suffix(']')?.trim())))
        .collect();
    let names = if inner.len() == headers.len() { format!(", names = {}", pairs(inner)) } else { String::new() };
    let source = format!("{{ one_hot = {from}{names} }}");
    let why = match sure {
        Sure::Guess => {
            format!("{} neighbouring columns of ticked boxes; the sheets do not say what they are together", run.len())
        }
        _ => format!(
            "{} neighbouring columns of ticked boxes, which both sheets have; call them `skills` or `goals` where that is meant",
            columns.len()
        ),
    };
    Line { field: "interests".to_owned(), source, columns, sure, why, read: sure < Sure::Guess }
}
