//! What ways of meeting need: a way that needs what somebody does not have is not one of theirs.

use super::Node;
use super::attributes::Attributes;
use super::keys::{DELIVERY, DELIVERY_LANGUAGE};
use super::people::ReadPerson;
use super::reader::{Source, TableReader, suggestion};
use super::whose::whose;
use crate::domain::{Answer, AttributeKey, Delivery, InOrder, MODELS, Rule, RuleKind, Side, TermSet, UnknownData, Way};
use crate::issue::{IssueCode, Issues};

/// What the telephone can need, and what the internet can.
const CAN_NEED: [(&str, Way, &[&str]); 2] =
    [("telephone_needs", Way::Telephone, &["phone", "hearing_access"]), ("internet_needs", Way::Internet, &["device"])];

/// Reads `delivery`; nothing is needed where it is absent.
pub(crate) fn read_delivery(source: &Source, node: Option<&Node>, issues: &mut Issues) -> Delivery {
    let mut read = Delivery::default();
    let table = node.and_then(|node| TableReader::new(source, "delivery", node, &DELIVERY, issues));
    let Some(table) = table else { return read };
    for (key, way, can) in CAN_NEED {
        for word in table.texts(key, issues) {
            if let Some(needed) = can.iter().find(|needed| **needed == word) {
                read.needs.push((way, needed));
            } else {
                unknown_word(&table, key, word, can.iter().copied(), issues);
            }
        }
    }
    for word in table.texts("usual_models", issues) {
        if !MODELS.contains(&word) {
            unknown_word(&table, "usual_models", word, MODELS.into_iter(), issues);
        }
    }
    let models = table.texts("usual_models", &mut Issues::default());
    read.usual_models = InOrder::of(models.iter().filter_map(|word| MODELS.iter().position(|model| model == word)));
    let usual = ways(&table, "usual_methods", issues);
    read.usual_methods = InOrder::of(usual.iter().filter_map(|way| Way::ALL.iter().position(|known| known == way)));
    let years = table.integer("online_supervision_under", 1..=130, issues);
    read.supervised_under = years.map(|years| years * 1000);
    let Some(node) = table.node("language") else { return read };
    let Some(language) = TableReader::new(source, table.below("language"), node, &DELIVERY_LANGUAGE, issues) else {
        return read;
    };
    read.language_for = if language.node("needed_for").is_some() {
        ways(&language, "needed_for", issues)
    } else {
        vec![Way::Telephone]
    };
    read.interpreter_for = ways(&language, "interpreter_for", issues);
    if let Some(way) = read.interpreter_for.iter().find(|way| !read.language_for.contains(way)) {
        let message = format!("`interpreter_for` has `{}`, which needs no language in common", way.word());
        let remedy = "add it to `needed_for`, or take it out here";
        issues.push(IssueCode::BadSetting, language.place("interpreter_for"), message, remedy);
    }
    read
}

fn unknown_word<'w>(
    table: &TableReader<'_>,
    key: &str,
    word: &str,
    known: impl Iterator<Item = &'w str>,
    issues: &mut Issues,
) {
    let message = format!("`{key}` has a word that it cannot have");
    issues.push(IssueCode::UnknownValue, table.place(key), message, suggestion(word, known));
}

/// The ways of meeting that a key lists, each once.
fn ways(table: &TableReader<'_>, key: &str, issues: &mut Issues) -> Vec<Way> {
    let mut ways = Vec::new();
    for word in table.texts(key, issues) {
        match Way::of_word(word) {
            Some(way) if ways.contains(&way) => {}
            Some(way) => ways.push(way),
            None => unknown_word(table, key, word, Way::ALL.into_iter().map(Way::word), issues),
        }
    }
    ways
}

/// Where `delivery` says that a way needs something, somebody has to ask for a way that is possible: puts the rule
/// `delivery_method` in force, unless the programme lists it itself.
pub(crate) fn ask_for_a_way(delivery: &Delivery, source: &Source, rules: &mut Vec<Rule>, issues: &mut Issues) {
    let kind = RuleKind::DeliveryMethod { unknown: UnknownData::NeedsCheck };
    let listed = rules.iter().any(|rule| matches!(rule.kind, RuleKind::DeliveryMethod { .. }));
    if delivery.is_idle() || listed {
        return;
    }
    if rules.iter().any(|rule| &*rule.id == kind.name()) {
        let message = "another rule has the id `delivery_method`, which `delivery` puts in force";
        let remedy = "give that rule another `id`, or list `delivery_method` with one of its own";
        issues.push(IssueCode::DuplicateName, source.place("delivery", None), message, remedy);
    }
    let at = rules.iter().position(|rule| rule.kind == RuleKind::Preferences).map_or(rules.len(), |at| at + 1);
    rules.insert(at, Rule { id: kind.name().into(), why: None, kind });
}

/// Has everybody who left it blank meet as is usual, and tells how many that are.
pub(crate) fn fill_usual(
    delivery: &Delivery,
    (side, opaque_ids): (Side, bool),
    people: &mut [ReadPerson],
    issues: &mut Issues,
) {
    let methods: Vec<&str> = delivery.usual_methods.ways().map(Way::word).collect();
    let models: Vec<&str> = delivery.usual_models.iter().filter_map(|at| MODELS.get(at).copied()).collect();
    for (name, usual) in [("delivery_methods", methods), ("delivery_models", models)] {
        let key = AttributeKey::new(name);
        let left_blank = |read: &ReadPerson| !usual.is_empty() && !read.person.answers.contains_key(&key);
        let blank = || people.iter().filter(|read| left_blank(read));
        let (filled, ids, place) = (blank().count(), whose(opaque_ids, blank()), blank().next().map(ReadPerson::place));
        for read in people.iter_mut().filter(|read| left_blank(read)) {
            let answer = Answer::Tags(usual.iter().map(|word| (*word).into()).collect());
            read.person.count_instead(&key, Some(answer));
            if name == "delivery_methods" {
                read.person.ways = delivery.usual_methods;
            } else {
                read.person.models = delivery.usual_models;
            }
        }
        let Some(mut place) = place else { continue };
        (place.row, place.line, place.path) = (None, None, Some(side.plural().to_owned()));
        let words = usual.join(", ").replace('_', " ");
        let message =
            format!("{filled} of the {} left `{name}` blank and are taken to want {words}{ids}", side.plural());
        let remedy = "ask them; `[delivery]` says what is usual, and without it a blank is not known";
        issues.push(IssueCode::TakenAsUsual, place, message, remedy);
    }
}

/// Takes the ways out that cannot be, and tells how many people have none left, which then counts as not known.
/// Where a rule lets blanks through, `blanks_pass`, that would match them in a way that is not possible: refused.
pub(crate) fn apply(
    delivery: &Delivery,
    (side, blanks_pass, opaque_ids): (Side, bool, bool),
    people: &mut [ReadPerson],
    attributes: &Attributes,
    issues: &mut Issues,
) {
    if delivery.needs.is_empty() && delivery.supervised_under.is_none() {
        return;
    }
    let methods = AttributeKey::new("delivery_methods");
    let mut none_left: Vec<usize> = Vec::new();
    for (at, read) in people.iter_mut().enumerate() {
        let answers = &read.person.answers;
        let said = |attribute: &str| match answers.get(attribute) {
            Some(Answer::OneOf(word)) => Some(**word == *"yes"),
            _ => None,
        };
        let mut impossible: Vec<&str> = delivery
            .needs
            .iter()
            .filter(|(_, needed)| said(needed) == Some(false))
            .map(|(way, _)| way.word())
            .collect();
        let age = answers.get("age").and_then(Answer::position);
        let young =
            side == Side::Mentee && delivery.supervised_under.is_some_and(|under| age.is_none_or(|age| age < under));
        if young && said("online_supervision") != Some(true) {
            impossible.push(Way::Internet.word());
        }
        let Some(Answer::Tags(ways)) = answers.get(&methods) else { continue };
        let can = |way: &std::sync::Arc<str>| !impossible.contains(&&*attributes.counts_as(&methods, way));
        let left: TermSet = ways.iter().filter(|way| can(way)).cloned().collect();
        if left.len() == ways.len() {
            continue;
        }
        if left.is_empty() {
            none_left.push(at);
        }
        read.person.count_instead(&methods, (!left.is_empty()).then_some(Answer::Tags(left)));
    }
    let left = || none_left.iter().filter_map(|at| people.get(*at));
    if let Some(mut place) = left().next().map(ReadPerson::place) {
        let (none_left, ids) = (none_left.len(), whose(opaque_ids, left()));
        (place.row, place.line, place.path) = (None, None, Some(side.plural().to_owned()));
        let message =
            format!("{none_left} of the {} accept no way of meeting that is possible for them{ids}", side.plural());
        let remedy = "ask which other way would do; until then it counts as not known";
        if blanks_pass {
            let message = format!(
                "{none_left} of the {} have no possible way of meeting left, and `delivery_method` lets blanks through",
                side.plural()
            );
            let remedy = "take `unknown = \"allow\"` out of the rule `delivery_method`, or see to what they lack";
            issues.push(IssueCode::BadSetting, place.clone(), message, remedy);
        }
        issues.push(IssueCode::NoWayLeft, place, message, remedy);
    }
}
