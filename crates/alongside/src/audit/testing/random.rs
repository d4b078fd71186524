//! Small programmes with everything in them, from a seed.

use super::{Given, any_of, criterion, date, held, id, matching, mentee, mentor, number, one, required, rule, tags};
use crate::domain::{
    Activity, Answer, Basis, BasisRecord, Bounds, CapabilityRow, CheckRow, CriterionKind, Date, Decision, DecisionKind,
    Delivery, InOrder, Justification, KnownAs, LookupEntry, Matching, MenteeGroup, Nation, Nominations, OwnWeight,
    PersonId, Preference, Relation, Relationship, RelationshipStatus, RuleKind, Side, Strength, SuppliedScore,
    Traveller, UnknownAnswer, UnknownData, View, Vocabulary, Want, Way,
};

/// A small source of numbers that look random (Steele, Lea and Flood 2014, splitmix64).
#[derive(Debug, Clone)]
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `sides`.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % sides as u64) as usize
    }

    fn once_in(&mut self, sides: usize) -> bool {
        self.roll(sides) == 0
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.roll(from.len())]
    }

    fn some_of<'t>(&mut self, from: &[&'t str]) -> Vec<&'t str> {
        let mut terms: Vec<_> = from.iter().copied().filter(|_| self.once_in(2)).collect();
        if terms.is_empty() {
            terms.push(self.pick(from));
        }
        terms
    }
}

const INTERESTS: &[&str] = &["art", "chess", "cooking", "walks"];
const GENDERS: &[&str] = &["woman", "man", "other"];
const DAYS: &[&str] =
    &["2023-02-28", "2025-12-31", "2026-08-31", "2026-09-01", "2026-09-02", "2027-07-30", "2027-07-31"];

/// Every kind of rule and criterion over `mentees` and `mentors` people; tighter rules with `strict`.
pub(crate) fn programme(dice: &mut Dice, mentees: usize, mentors: usize, strict: bool) -> Matching {
    let mut made = matching();
    made.seed = dice.roll(1000) as u64;
    made.aim.tiers = 3;
    made.aim.longest_waiting_first = dice.pick(&[false, true]);
    made.aim.most_mentors = dice.pick(&[false, false, true]);
    made.aim.floor = dice.pick(&[0, 2000, 4500]);
    made.aim.mentee_floor = dice.pick(&[0, 0, 900]);
    made.aim.mentor_floor = dice.pick(&[0, 0, 900]);
    made.aim.first = dice.pick(&[&[][..], &[5], &[0, 4]]).to_vec();
    let unknown = dice.pick(&[UnknownData::NeedsCheck, UnknownData::Allow]);
    made.rules = [
        RuleKind::Themselves,
        RuleKind::Exclusions,
        RuleKind::KnownTo,
        RuleKind::Role,
        RuleKind::Checks { required: vec![required("dbs", Some(36))], until: made.planned_until },
        RuleKind::Training { required: vec![required("basics", Some(24)), required("online", None)] },
        RuleKind::Preferences,
    ]
    .map(rule)
    .to_vec();
    // From dice of their own, so that nothing else moves.
    let mut apart = Dice::new(made.seed ^ 0x0ac7_1e17);
    if apart.once_in(3) {
        made.delivery = Delivery {
            needs: vec![(Way::Telephone, "phone"), (Way::Internet, "device")],
            supervised_under: apart.pick(&[None, Some(18_000)]),
            language_for: apart.pick(&[&[][..], &[Way::Telephone], &Way::ALL]).to_vec(),
            interpreter_for: Vec::new(),
            ..Delivery::default()
        };
        made.delivery.interpreter_for = made.delivery.language_for.iter().copied().skip(apart.roll(2)).collect();
    }
    made.nominations = apart.pick(&[Nominations::First, Nominations::Candidate]);
    if apart.once_in(5) {
        made.rules.insert(5, rule(activity(&mut apart, made.planned_until)));
    }
    if strict {
        let years = |min, max| Bounds { min, max };
        let open = Bounds::default;
        made.rules.extend(
            [
                RuleKind::DeliveryMethod { unknown },
                RuleKind::DeliveryModel { unknown: UnknownData::Allow },
                RuleKind::DatesOverlap {
                    minimum_days: 60,
                    before_transition: apart.once_in(2),
                    unknown: UnknownData::Allow,
                },
                RuleKind::SharedLanguage { unknown: UnknownData::Allow },
                RuleKind::TimeOverlap { half_hours: 2, unknown },
                RuleKind::Travel {
                    who: dice.pick(&[Traveller::Mentor, Traveller::Mentee, Traveller::Either, Traveller::Both]),
                    max_km: dice.pick(&[None, Some(40)]),
                    unknown: UnknownData::Allow,
                },
                RuleKind::AgeBounds {
                    mentor: years(Some(18_000), None),
                    mentee: open(),
                    difference: years(Some(3000), None),
                    unknown: UnknownData::Allow,
                },
                RuleKind::CoLocation { unknown: UnknownData::Allow },
                RuleKind::CarerConsent { under: 18_000 },
                RuleKind::Capabilities {
                    table: vec![
                        capability("patience needed", None, &["Patience"]),
                        capability("art", Some("needs"), &["patience", "calm"]),
                    ],
                    unknown: UnknownData::Allow,
                },
                RuleKind::AttributeBounds {
                    attribute: super::key("grade"),
                    relation: None,
                    difference: years(Some(-1), None),
                    mentor: open(),
                    mentee: open(),
                    unknown: UnknownData::Allow,
                },
            ]
            .map(rule),
        );
    }
    // Each of these in half of the programmes, so that enough pairs are left.
    made.rules.retain(|rule| {
        let rare = matches!(
            rule.kind,
            RuleKind::CarerConsent { .. } | RuleKind::Capabilities { .. } | RuleKind::CoLocation { .. }
        );
        !rare || apart.once_in(2)
    });
    made.criteria = criteria(dice);
    made.own_weights = [0, 3, 5].map(|criterion| OwnWeight { criterion, min: 0, max: 10 }).to_vec();
    vocabulary(dice, &mut made);
    record(&mut made);
    for at in 0..mentees {
        let mut made_one = mentee(&format!("E{at:04}"));
        made_one.tier = dice.pick(&[1, 2, 3]);
        made_one.stated_tier = Some(made_one.tier);
        made_one.waiting_since = (!dice.once_in(4)).then(|| day(dice));
        // Dice of their own, so that everything else stays as it would be without weights.
        let mut choosing = Dice::new(made.seed * 1000 + at as u64);
        if choosing.once_in(3) {
            for bound in made.own_weights.clone() {
                if choosing.once_in(2) {
                    made_one.own_weights.insert(bound.criterion, choosing.pick(&[1, 2, 5, 9]));
                }
            }
        }
        for _ in 0..dice.roll(3) {
            made_one.choices.push(id(&format!("M{:04}", dice.roll(mentors.max(1)))));
        }
        if dice.once_in(4) {
            made_one.nominated_mentor = Some(id(&format!("M{:04}", dice.roll(mentors.max(1)))));
        }
        if apart.once_in(5) {
            made_one = made_one.answer("barred_from", tags(&[apart.pick(&["mill", "quay"])]));
        }
        if apart.once_in(5) {
            made_one = made_one.answer("existing_support", tags(&["mentor", "personal_adviser"]));
            made_one = made_one.answer("network_contacted", one(apart.pick(&["no", "yes"])));
            made_one = made_one.answer("own_network", one(apart.pick(&["small", "wide"])));
        }
        if apart.once_in(4) {
            made_one = made_one.answer("carer_informed_of", tags(&["whom to ring"]));
            made_one.carer_preferences.push(wish(&mut apart));
        }
        made_one = made_one.answer("carer_consent", one(apart.pick(&["yes", "yes", "yes", "no"])));
        if apart.once_in(6) {
            made_one =
                made_one.answer(apart.pick(&["needs", "relationship_barriers"]), tags(&["art", "patience needed"]));
        }
        made.mentees.push(answers(dice, made_one, mentors, "M"));
    }
    for at in 0..mentors {
        // Now and then somebody stands on both sides.
        let name = if dice.once_in(8) && at < mentees { format!("E{at:04}") } else { format!("M{at:04}") };
        let mut made_one = mentor(&name);
        made_one.capacity = dice.pick(&[0, 1, 1, 1, 2]);
        if !dice.once_in(10) {
            let expires = if dice.once_in(6) { dice.pick(DAYS) } else { "2028-01-31" };
            made_one.checks.push(held("dbs", Some("2025-01-31"), (!dice.once_in(5)).then_some(expires)));
        }
        if !apart.once_in(8) {
            made_one.checks.push(held(apart.pick(&["dbs basic", "enhanced dbs"]), Some("2025-01-31"), None));
        }
        for training in ["basics", "online"] {
            if !dice.once_in(12) {
                let issued = (!dice.once_in(5)).then(|| dice.pick(DAYS));
                made_one.training.push(held(training, issued, None));
                made_one.training.push(held(training, Some("2025-10-31"), None));
            }
        }
        if dice.once_in(3) {
            made_one = made_one.answer("role_type", one(dice.pick(&["volunteer", "peer", "natural"])));
        }
        if apart.once_in(2) {
            made_one = made_one.answer("attends", tags(&["park", apart.pick(&["mill", "quay", "pier"])]));
        }
        if apart.once_in(3) {
            made_one = made_one.answer("promised_months", number(apart.pick(&[2000, 11_000, 6999, 20_000])));
            made_one = made_one.answer("move_likely", one(apart.pick(&["yes", "no"])));
        }
        if !apart.once_in(3) {
            made_one = made_one.answer("capabilities", tags(&[apart.pick(&["patience", "calm"]), "patience"]));
        }
        made.mentors.push(answers(dice, made_one, mentees, "E"));
    }
    for nominated in made.mentees.iter().filter(|mentee| mentee.nominated_mentor.is_some()) {
        let (mentee, by, on) = (nominated.person.id.clone(), "A coordinator".to_owned(), date("2026-08-01"));
        let (mentor, reason) = (nominated.nominated_mentor.clone().unwrap(), "a trusted friend".to_owned());
        if dice.once_in(2) {
            let kind = DecisionKind::AllowCloseFriend { mentee, mentor };
            made.decisions.push(Decision { kind, by, on, reason });
        }
    }
    made.mentors.sort_by(|one, other| one.person.id.cmp(&other.person.id));
    if dice.once_in(3) {
        pairs(dice, &mut made);
    }
    supply(dice, &mut made);
    made
}

fn capability(term: &str, attribute: Option<&str>, requires: &[&str]) -> CapabilityRow {
    CapabilityRow {
        term: term.into(),
        attribute: attribute.map(super::key),
        requires: requires.iter().map(|&one| one.into()).collect(),
    }
}

/// What the programme does with whom: a row for each group by telephone and one for every way.
fn activity(dice: &mut Dice, until: Date) -> RuleKind {
    let row = |name: &str, mentees, methods: &[&str], check: Option<&str>| CheckRow {
        row: name.into(),
        nations: Vec::new(),
        mentees,
        methods: methods.iter().map(|&method| method.into()).collect(),
        from_days: None,
        overnight: false,
        check: check.map(Into::into),
        highest: None,
        valid_months: Some(36),
        source: "a test".into(),
        own: name == "adults",
    };
    let activity = Activity {
        nation: Nation::Wales,
        mentees: dice.pick(&[&[MenteeGroup::Children, MenteeGroup::Adults][..], &[MenteeGroup::Adults]]).to_vec(),
        days_in_30: 4,
        overnight: false,
        methods: ["face_to_face", "telephone"].map(Into::into).to_vec(),
        rows: vec![
            row("rung up", MenteeGroup::Children, &["telephone"], Some("dbs")),
            row("children", MenteeGroup::Children, &[], Some("basic DBS")),
            row("adults", MenteeGroup::Adults, &[], dice.pick(&[None, Some("dbs"), Some("Basic DBS")])),
        ],
    };
    RuleKind::ActivityChecks { activity: std::sync::Arc::new(activity), until }
}

/// Words that mean the same, and words above others, mostly.
fn vocabulary(dice: &mut Dice, made: &mut Matching) {
    if dice.once_in(3) {
        return;
    }
    let mut known = Vocabulary::default();
    known.synonyms.insert("chess".into(), "games".into());
    for (term, parent) in [("games", "leisure"), ("walks", "leisure"), ("cooking", "art"), ("woman", "man")] {
        known.parents.entry(term.into()).or_default().insert(parent.into());
    }
    known.synonyms.insert("other".into(), "man".into());
    let known = std::sync::Arc::new(known);
    for name in ["interests", "gender"] {
        made.attributes.get_mut(&super::key(name)).unwrap().vocabulary = known.clone();
    }
}

/// Scores of some pairs for the criteria that are supplied.
fn supply(dice: &mut Dice, made: &mut Matching) {
    for criterion in &mut made.criteria {
        let CriterionKind::Supplied { ranks, scores } = &mut criterion.kind else { continue };
        for mentee in &made.mentees {
            for mentor in &made.mentors {
                if dice.once_in(2) {
                    continue;
                }
                let number = if ranks.is_some() { dice.roll(9) + 1 } else { dice.roll(1001) };
                let number = i64::try_from(number).unwrap();
                let (mentee, mentor) = (mentee.person.id.clone(), mentor.person.id.clone());
                scores.push(SuppliedScore { mentee, mentor, number });
            }
        }
    }
}

/// Something of every kind on record.
fn record(made: &mut Matching) {
    let note = Some("minutes of May".to_owned());
    let ethnicity = made.attributes.get_mut(&super::key("ethnicity")).unwrap();
    ethnicity.basis = Some(BasisRecord { basis: Basis::Consent, note });
    let (attribute, reason) = (super::key("gender"), "asked for".to_owned());
    made.justifications.push(Justification { attribute: attribute.clone(), reason: reason.clone() });
    made.decisions.push(decision(DecisionKind::Honour { mentee: id("E0000"), attribute }));
}

fn decision(kind: DecisionKind) -> Decision {
    Decision { kind, by: "A coordinator".to_owned(), on: date("2026-08-01"), reason: "asked for".to_owned() }
}

/// Pairs that meet, met, are kept, barred or held: of each mentee at most one that stands.
fn pairs(dice: &mut Dice, made: &mut Matching) {
    let mentors: Vec<_> = made.mentors.iter().map(|it| it.person.id.clone()).collect();
    let mentees: Vec<_> = made.mentees.iter().map(|it| it.person.id.clone()).collect();
    if mentors.is_empty() {
        return;
    }
    let pair = |mentee: &PersonId, mentor: &PersonId, status, again| Relationship {
        mentee: mentee.clone(),
        mentor: mentor.clone(),
        status,
        started: Some(date("2025-02-03")),
        ended: None,
        again,
    };
    for mentee in &mentees {
        let mentor = mentors[dice.roll(mentors.len())].clone();
        let other = mentors[dice.roll(mentors.len())].clone();
        let (of_mentee, of_mentor) = (Some(mentee.clone()), Some(mentor.clone()));
        let kind = match dice.roll(12) {
            at @ (0 | 1) => {
                made.relationships.push(pair(mentee, &mentor, RelationshipStatus::Current, false));
                (at == 0).then(|| DecisionKind::Keep { mentee: mentee.clone(), mentor: mentor.clone() })
            }
            2 => Some(DecisionKind::Keep { mentee: mentee.clone(), mentor: mentor.clone() }),
            3 => Some(DecisionKind::Hold { mentee: of_mentee, mentor: of_mentor }),
            4 => Some(DecisionKind::Hold { mentee: of_mentee, mentor: None }),
            _ => None,
        };
        made.decisions.extend(kind.map(decision));
        match dice.roll(5) {
            0 if other != mentor => {
                let again = dice.once_in(3);
                made.relationships.push(pair(mentee, &other, RelationshipStatus::Past, again));
            }
            1 => made.decisions.push(decision(DecisionKind::Bar { mentee: mentee.clone(), mentor: other })),
            _ => {}
        }
    }
    if dice.once_in(4) {
        made.decisions.push(decision(DecisionKind::Hold { mentee: None, mentor: mentors.first().cloned() }));
    }
    made.relationships.sort();
    made.decisions.sort();
    made.rules.insert(5, rule(RuleKind::PastPairs));
    made.rules.insert(6, rule(RuleKind::Decisions));
}

fn day(dice: &mut Dice) -> Date {
    date(dice.pick(DAYS))
}

fn criteria(dice: &mut Dice) -> Vec<crate::domain::Criterion> {
    let entry =
        |mentee: &str, mentor: &str, points| LookupEntry { mentee: mentee.into(), mentor: mentor.into(), points };
    let grade = || super::key("grade");
    let kinds = [
        CriterionKind::SharedTags { attribute: super::key("interests"), full_at: 2, rare_counts_more: dice.once_in(2) },
        CriterionKind::SameValue { attribute: super::key("gender"), relation: Relation::Same },
        CriterionKind::LevelDistance { attribute: grade(), ideal: 1, span: 3 },
        CriterionKind::SharedTime { full_at_half_hours: 7 },
        CriterionKind::StatedPreferences { side: dice.pick(&[None, Some(Side::Mentee)]), attribute: None },
        CriterionKind::RankedChoices { ranks: 3 },
        CriterionKind::Distance { near_km: 2, far_km: 30 },
        CriterionKind::Lookup {
            mentee_attribute: grade(),
            mentor_attribute: super::key("gender"),
            entries: vec![entry("low", "woman", 900), entry("high", "man", 250)],
            otherwise: 400,
        },
        CriterionKind::Supplied { ranks: dice.pick(&[None, Some(9)]), scores: Vec::new() },
        CriterionKind::SharedDislikes { full_at: 1, rare_counts_more: dice.once_in(2) },
        CriterionKind::Coverage { mentee_attribute: super::key("goals"), mentor_attribute: super::key("skills") },
        CriterionKind::Motivations { mentee_attribute: super::key("skills"), mentor_attribute: super::key("goals") },
    ];
    let mut criteria = Vec::new();
    for kind in kinds {
        let unknown = dice.pick(&[UnknownAnswer::Neutral, UnknownAnswer::Lowest, UnknownAnswer::Ask]);
        let mut made = criterion(kind, unknown);
        made.weight = dice.pick(&[0, 1, 2, 3, 5]);
        made.weighing.stated = made.weight;
        made.view = dice.pick(&[View::Mentee, View::Mentor, View::Both]);
        criteria.push(made);
    }
    // From dice of their own, so that nothing else moves.
    let mut apart = Dice::new(dice.0 ^ 0x6c69_6b65);
    let mut carers =
        criterion(CriterionKind::CarerPreferences, apart.pick(&[UnknownAnswer::Lowest, UnknownAnswer::Ask]));
    carers.weight = apart.pick(&[0, 1]);
    carers.weighing.stated = carers.weight;
    criteria.push(carers);
    for attribute in ["delivery_methods", "delivery_models"] {
        let side = apart.pick(&[None, Some(Side::Mentee), Some(Side::Mentor)]);
        let kind = CriterionKind::DeliveryPreference { attribute: super::key(attribute), side };
        let mut made = criterion(kind, apart.pick(&[UnknownAnswer::Neutral, UnknownAnswer::Ask]));
        made.id = attribute.into();
        made.weight = apart.pick(&[0, 1, 2]);
        made.weighing.stated = made.weight;
        criteria.push(made);
    }
    // From dice of their own once more.
    let mut apart = Dice::new(dice.0 ^ 0x6c6f_6e67);
    let items = vec![required("basics", apart.pick(&[None, Some(6)])), required("online", None)];
    for kind in [CriterionKind::Duration, CriterionKind::TrainingHeld { items }] {
        let mut made =
            criterion(kind, apart.pick(&[UnknownAnswer::Neutral, UnknownAnswer::Lowest, UnknownAnswer::Ask]));
        made.weight = apart.pick(&[0, 1, 2]);
        made.weighing.stated = made.weight;
        criteria.push(made);
    }
    criteria
}

fn answers<P: Given>(dice: &mut Dice, mut made: P, others: usize, letter: &str) -> P {
    const ASKED: &[&str] = &[
        "interests",
        "gender",
        "grade",
        "age",
        "languages",
        "delivery_methods",
        "delivery_models",
        "dislikes",
        "goals",
        "skills",
        "available_from",
        "available_until",
    ];
    for &attribute in ASKED {
        if dice.once_in(5) {
            continue;
        }
        made = made.answer(
            attribute,
            match attribute {
                "interests" => tags(&dice.some_of(INTERESTS)),
                "gender" => one(dice.pick(GENDERS)),
                "grade" => Answer::Level(dice.roll(3) as u16),
                "age" => number(1000 * age(dice, letter)),
                "languages" => tags(&dice.some_of(&["english", "welsh", "polish"])),
                "delivery_models" => tags(&dice.some_of(&["one_to_one", "together", "individually"])),
                "dislikes" => tags(&dice.some_of(&["bingo", "karaoke"])),
                "goals" | "skills" => tags(&dice.some_of(&["cooking", "driving", "work"])),
                "available_from" => Answer::Date(day(dice)),
                "available_until" => Answer::Date(date(dice.pick(&["2026-10-30", "2026-12-01", "2028-01-31"]))),
                _ => tags(&dice.some_of(&["telephone", "internet", "face_to_face"])),
            },
        );
    }
    // From dice of their own, so that nothing else moves.
    let mut apart = Dice::new(dice.0 ^ 0x7761_7973);
    let named = made.person().answers.get("delivery_methods").cloned();
    let mut order = vec![apart.roll(3), apart.roll(3)];
    let named: Vec<_> = named.iter().flat_map(Answer::terms).filter_map(|word| Way::of_word(word)).collect();
    order.retain(|place| named.contains(&Way::ALL[*place]) || apart.once_in(8));
    order.extend((0..3).filter(|place| named.contains(&Way::ALL[*place])));
    made.person().ways = InOrder::of(order);
    made.person().models = InOrder::of([apart.roll(4), 3, 2, 1, 0]);
    if letter == "E" && apart.once_in(2) {
        let day = apart.pick(&["2026-08-30", "2026-09-01", "2026-09-02", "2027-01-10"]);
        made = made.answer("transition_date", Answer::Date(date(day)));
    }
    for field in ["phone", "device", "interpreter", "online_supervision"] {
        if apart.once_in(2) {
            made = made.answer(field, one(apart.pick(&["yes", "yes", "no"])));
        }
    }
    if !dice.once_in(5) {
        let start = dice.pick(&[330, 334, 10]);
        made = made.free(&[(start, start + 3 + dice.roll(6)), (60, 62)]);
    }
    if !dice.once_in(5) {
        let mut along = || i32::try_from(dice.roll(30_000)).unwrap();
        made = made.at([along(), along(), 6_300_000]);
    }
    if !dice.once_in(5) {
        made = made.answer("max_travel_km", number(dice.pick(&[5000, 12_500, 30_000])));
    }
    if dice.once_in(6) && others > 0 {
        made = made.excludes(&format!("{letter}{:04}", dice.roll(others)));
    }
    if dice.once_in(4) && others > 0 {
        let relation = dice.pick(&KnownAs::ALL);
        made = made.knows(&format!("{letter}{:04}", dice.roll(others)), relation);
    }
    for _ in 0..dice.roll(3) {
        let wish = wish(dice);
        made.person().preferences.push(wish);
    }
    made
}

/// Whole years: mentors exclude mentees by letter, and are older.
fn age(dice: &mut Dice, letter: &str) -> i64 {
    let years = if letter == "E" { 17 + dice.roll(50) } else { 12 + dice.roll(10) };
    i64::try_from(years).unwrap()
}

fn wish(dice: &mut Dice) -> Preference {
    let attribute = dice.pick(&["interests", "gender", "grade", "age"]);
    let want = match (attribute, dice.roll(3)) {
        (_, 0) => {
            if dice.once_in(2) {
                Want::Same
            } else {
                Want::Different
            }
        }
        ("interests", _) => any_of(&dice.some_of(INTERESTS)),
        ("gender", _) => any_of(&[dice.pick(GENDERS)]),
        ("grade", 1) => any_of(&["low", "middle"]),
        ("grade", _) => Want::Range { min: Some(0), max: Some(1) },
        _ => Want::Range { min: Some(20_000), max: dice.pick(&[None, Some(60_000)]) },
    };
    let hard = dice.once_in(6);
    let strength = match (hard, dice.once_in(2)) {
        (true, true) => Strength::Must,
        (true, false) => Strength::Never,
        (false, true) => Strength::Prefer,
        (false, false) => Strength::Avoid,
    };
    Preference { attribute: super::key(attribute), want, strength }
}
