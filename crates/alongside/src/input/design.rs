//! What a programme is for: preset, purpose, setting, formality, and its own factors on weights.

use super::Node;
use super::keys::FACTOR;
use super::reader::{Source, TableReader, suggestion};
use crate::domain::{
    Attribute, Criterion, Design, FACTORS, FactorLine, Formality, MAX_FACTOR, OwnFactor, Preset, Purpose, Setting,
    SubGoal, Weighing, factor,
};
use crate::issue::{IssueCode, Issues};
use std::sync::Arc;

/// Most months to the next review.
pub(crate) const MAX_REVIEW_MONTHS: i64 = 24;

/// What the programme says of itself; no end is planned where a preset for befriending has a review and no
/// `planned_months`.
pub(crate) fn read_design(table: &TableReader<'_>, issues: &mut Issues) -> Design {
    let preset = table.choice("preset", Preset::WORDS, issues);
    let purpose = table.choice("purpose", Purpose::WORDS, issues);
    let review_months = table.integer("review_months", 1..=MAX_REVIEW_MONTHS, issues);
    let review_months = review_months.and_then(|months| u8::try_from(months).ok());
    let formality = table.choice("formality", Formality::WORDS, issues).or(preset.map(Preset::formality));
    let planned = table.node("planned_months").is_some();
    Design {
        preset,
        purpose,
        sub_goals: read_sub_goals(table, purpose, issues),
        setting: table.choice("setting", Setting::WORDS, issues),
        formality,
        review_months,
        open_ended: !planned && preset == Some(Preset::Befriending) && review_months.is_some(),
    }
}

pub(super) fn read_sub_goals(table: &TableReader<'_>, purpose: Option<Purpose>, issues: &mut Issues) -> Vec<SubGoal> {
    let mut goals = Vec::new();
    for word in table.texts("sub_goals", issues) {
        let place = || table.place("sub_goals");
        match SubGoal::WORDS.iter().find(|(known, _)| *known == word) {
            Some((_, goal)) if goals.contains(goal) => {
                issues.push(IssueCode::DuplicateName, place(), "a sub-goal stands there twice", "keep one of the two");
            }
            Some((_, goal)) => goals.push(*goal),
            None => {
                let remedy = suggestion(word, SubGoal::WORDS.iter().map(|(known, _)| *known));
                issues.push(IssueCode::UnknownValue, place(), "`sub_goals` has a word that is none of them", remedy);
            }
        }
    }
    if purpose != Some(Purpose::Targeted) && table.node("sub_goals").is_some() {
        let message = "`sub_goals` does nothing with this `purpose`";
        issues.push(IssueCode::BadSetting, table.place("sub_goals"), message, "write purpose = \"targeted\"");
    }
    goals
}

/// What a factor can be for the sake of.
pub(crate) fn sakes() -> impl Iterator<Item = &'static str> {
    let purposes = Purpose::WORDS.iter().map(|(word, _)| *word);
    purposes.chain(SubGoal::WORDS.iter().map(|(word, _)| *word))
}

/// The programme's own factors, for purposes and sub-goals that it has, or one of several programmes has.
pub(crate) fn read_factors(
    source: &Source,
    items: &[Node],
    designs: &[&Design],
    issues: &mut Issues,
) -> Vec<OwnFactor> {
    let words: Vec<(&str, &str)> = sakes().map(|word| (word, word)).collect();
    let in_force = |sake: &str| {
        designs.iter().any(|design| {
            design.purpose.is_some_and(|purpose| purpose.word() == sake)
                || design.sub_goals.iter().any(|goal| goal.word() == sake)
        })
    };
    let mut factors: Vec<OwnFactor> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let Some(table) = TableReader::new(source, format!("factors[{index}]"), item, &FACTOR, issues) else {
            continue;
        };
        let sake = table.required_choice("sake", &words, issues);
        let criterion = table.required_text("criterion", issues);
        let factor = table.required_integer("factor", 1..=MAX_FACTOR, issues);
        let (Some(sake), Some(criterion), Some(factor)) = (sake, criterion, factor) else { continue };
        if !in_force(sake) {
            let message = "the programme has no such purpose or sub-goal: the factor does nothing";
            issues.push(IssueCode::BadSetting, table.place("sake"), message, "leave it out, or name one it has");
        }
        if factors.iter().any(|known| *known.sake == *sake && *known.criterion == *criterion) {
            let message = "two factors on one criterion for the same sake";
            issues.push(IssueCode::DuplicateName, table.own_place(), message, "keep one of the two");
        }
        factors.push(OwnFactor { sake: sake.into(), criterion: criterion.into(), factor });
    }
    factors
}

/// Tells of a purpose or sub-goal that multiplies no weight above 0. `stated` says what a criterion weighs before factors.
pub(crate) fn tell_idle(
    (source, path): (&Source, &str),
    (design, own): (&Design, &[OwnFactor]),
    criteria: &[Criterion],
    stated: impl Fn(usize, &Criterion) -> i64,
    issues: &mut Issues,
) {
    if criteria.is_empty() {
        return;
    }
    // Sub-goals without the purpose `targeted` are refused as that.
    let goals = design.purpose == Some(Purpose::Targeted);
    for sake in design.sakes().filter(|sake| goals || design.purpose.is_some_and(|purpose| purpose.word() == *sake)) {
        let weighs = |(at, one): (usize, &Criterion)| stated(at, one) > 0 && factor(sake, one, own).factor > 1;
        if criteria.iter().enumerate().any(weighs) {
            continue;
        }
        let key = if design.purpose.is_some_and(|purpose| purpose.word() == sake) { "purpose" } else { "sub_goals" };
        let of = |line: &FactorLine| {
            let attribute = line.attribute.map(|attribute| format!(" on `{attribute}`")).unwrap_or_default();
            format!("`{}`{attribute}", line.criterion)
        };
        let would: Vec<String> = FACTORS.iter().filter(|line| line.sake == sake).map(of).collect();
        let message = format!("`{sake}` makes nothing weigh more: no criterion with a weight is one that it looks at");
        let remedy = format!("add a criterion that it looks at: {}; or name another in `factors`", would.join(", "));
        let place = source.place(&format!("{path}{key}"), None);
        issues.push(IssueCode::IdlePurpose, place, message, remedy);
    }
}

/// Puts the preset's criteria behind those of the file, but for the ids that the file has, and all factors on weights.
pub(crate) fn complete<'a>(
    source: &Source,
    criteria: &mut Vec<Criterion>,
    (design, factors): (&Design, &[OwnFactor]),
    attribute: impl Fn(&str) -> Option<&'a Attribute>,
    issues: &mut Issues,
) {
    if let Some(preset) = design.preset {
        let may_use = |name: &str| attribute(name).is_some_and(|known| known.basis.is_some());
        let brought = preset.criteria(may_use).into_iter();
        let named: Vec<Arc<str>> = criteria.iter().map(|one| one.id.clone()).collect();
        criteria.extend(brought.filter(|one| !named.contains(&one.id)));
    }
    for (index, factor) in factors.iter().enumerate() {
        if !criteria.iter().any(|one| one.id == factor.criterion) {
            let place = source.place(&format!("factors[{index}].criterion"), None);
            let remedy = suggestion(&factor.criterion, criteria.iter().map(|one| &*one.id));
            issues.push(IssueCode::UnknownValue, place, "a factor names an id that no criterion has", remedy);
        }
    }
    for criterion in criteria.iter_mut() {
        let factors = design.factors(criterion, factors);
        criterion.weight = factors.iter().fold(criterion.weight, |weight, one| weight.saturating_mul(one.factor));
        criterion.weighing = Weighing { factors, ..criterion.weighing.clone() };
    }
    tell_idle((source, ""), (design, factors), criteria, |_, one| one.weighing.stated, issues);
}
