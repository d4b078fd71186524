//! One made-up person.

use super::dice::Dice;
use super::scheme::{Scheme, SideTraits, Traits};
use super::ties::{self, Tie};
use super::{AS_OF, Answered, Synthetic, words};
use crate::domain::Side;
use crate::input::sector_of;
use jiff::ToSpan;
use std::borrow::Cow;

/// Draws a person; everything about them follows from the seed, their side and their number.
pub(super) fn draw(made: &Synthetic, side: Side, index: u32) -> Vec<Answered> {
    let what = made.scheme as u64 * 2 + u64::from(side == Side::Mentee);
    let dice = Dice::of(made.seed, what, u64::from(index));
    let traits = made.scheme.traits();
    let looked_after = ties::of(made, side, index).is_some_and(|tied| tied.suits());
    let mut person = Person { made, side, traits, dice, looked_after, answers: Vec::with_capacity(24) };
    person.who(index);
    person.likes();
    person.meeting();
    match side {
        Side::Mentor => person.mentor(),
        Side::Mentee => person.mentee(),
    }
    person.wishes();
    person.law();
    person.tie(index);
    person.gains();
    person.practice(index);
    let order = made.fields(side);
    let mut answers = person.answers;
    answers.retain(|answer| order.contains(&answer.field));
    answers.sort_by_key(|answer| order.iter().position(|field| *field == answer.field));
    answers
}

/// A day so many days from the programme's; before it when negative.
pub(super) fn day(days: i64) -> String {
    AS_OF.checked_add(days.days()).unwrap_or(AS_OF).to_string()
}

/// A person being drawn.
pub(super) struct Person<'a> {
    pub(super) made: &'a Synthetic,
    pub(super) side: Side,
    pub(super) traits: &'static Traits,
    dice: Dice,
    /// Whether somebody brought this person together with another, and keeps an eye on both.
    looked_after: bool,
    pub(super) answers: Vec<Answered>,
}

impl Person<'_> {
    pub(super) fn put<T: Into<Cow<'static, str>>>(&mut self, field: &'static str, items: impl IntoIterator<Item = T>) {
        let items: Vec<_> = items.into_iter().map(Into::into).collect();
        if !items.is_empty() {
            self.answers.push(Answered { field, items });
        }
    }

    /// Puts terms as people write them: some of those that have another word for it use that.
    fn put_in_words(&mut self, field: &'static str, mut terms: Vec<&'static str>) {
        let vocabulary = self.made.scheme.vocabulary();
        for term in &mut terms {
            let known = vocabulary.iter().find(|known| known.word == *term && known.fields.contains(&field));
            let synonyms = known.map_or(&[][..], |known| known.synonyms);
            if !synonyms.is_empty() && self.dice.chance(20) {
                *term = self.dice.pick(synonyms);
            }
        }
        self.put(field, terms);
    }

    fn has(&self, field: &str) -> bool {
        self.answers.iter().any(|answer| answer.field == field)
    }

    fn own(&self) -> &'static SideTraits {
        match self.side {
            Side::Mentor => &self.traits.mentors,
            Side::Mentee => &self.traits.mentees,
        }
    }

    fn ago(&mut self, nearest: u64, furthest: u64) -> i64 {
        -i64::try_from(self.dice.between(nearest, furthest)).unwrap_or(0)
    }

    /// The id of somebody on the other side.
    fn other(&mut self) -> Option<String> {
        let side = if self.side == Side::Mentor { Side::Mentee } else { Side::Mentor };
        let count = self.made.count(side);
        let index = self.dice.roll(u64::from(count));
        (count > 0).then(|| id(self.made, side, u32::try_from(index).unwrap_or(0)))
    }

    fn who(&mut self, index: u32) {
        self.put("id", [id(self.made, self.side, index)]);
        let own = self.own();
        let woman = self.dice.chance(own.women);
        let first = self.dice.pick(if woman { words::WOMEN } else { words::MEN });
        let (one, two) = (self.dice.pick(words::FIRST_HALVES), self.dice.pick(words::SECOND_HALVES));
        self.put("name", [format!("{first} {one}{two}")]);
        let age = self.dice.between(own.ages.0, own.ages.1);
        match self.dice.roll(100) {
            0..=89 => {
                let days = i64::try_from(age * 365 + age / 4 + self.dice.roll(360)).unwrap_or(0);
                self.put("birth_date", [day(-days)]);
            }
            90..=95 => self.put("age", [age.to_string()]),
            _ => {}
        }
        match self.dice.roll(100) {
            0..=94 => self.put("gender", [if woman { "woman" } else { "man" }]),
            95..=96 => self.put("gender", ["non-binary"]),
            _ => {}
        }
        if self.dice.chance(97) {
            let first = self.dice.chance(self.traits.first_language);
            let mut spoken: Vec<&str> = self.traits.languages.first().copied().filter(|_| first).into_iter().collect();
            let further = if spoken.is_empty() { 2 } else { u64::from(self.dice.chance(25)) };
            for one in self.dice.several(self.traits.languages.get(1..).unwrap_or_default(), further) {
                spoken.push(one);
            }
            self.put_in_words("languages", spoken);
        }
        if self.dice.chance(98) {
            // People live in clusters: mostly in the largest towns, anywhere within them.
            let towns = self.traits.towns;
            let town = towns.get(self.dice.skewed(towns.len())).copied().unwrap_or_default();
            let (outcode, number) = (self.dice.pick(town), self.dice.roll(1 << 16));
            self.put("place", sector_of(outcode, number));
        }
    }

    fn likes(&mut self) {
        if self.dice.chance(93) {
            let count = self.dice.between(1, 4);
            let interests = self.dice.several(self.traits.interests, count);
            if self.dice.chance(18) {
                let unloved = self.dice.common(self.traits.dislikes);
                self.put_in_words(
                    "dislikes",
                    Some(unloved).filter(|one| !interests.contains(one)).into_iter().collect(),
                );
            }
            self.put_in_words("interests", interests);
        }
        let own = self.own();
        if self.dice.chance(own.own.1) && !own.own.0.is_empty() {
            let word = self.dice.common(own.own.0);
            self.put(self.traits.own, [word]);
        }
    }

    fn meeting(&mut self) {
        let own = self.own();
        if self.dice.chance(94) {
            let count = self.dice.between(1, 2);
            let times = self.dice.several(own.times, count);
            self.put("availability", times);
        }
        if self.dice.chance(95) {
            let count = self.dice.between(1, 3);
            let methods = self.dice.several(own.methods, count);
            self.put("delivery_methods", methods);
        }
        if self.dice.chance(30) {
            let models = ["one_to_one", "together", "individually", "dedicated"];
            let model = self.dice.common(&models);
            // Only befriending asks which form of support suits somebody.
            self.put("delivery_models", Some(model).filter(|_| self.made.scheme == Scheme::Befriending));
        }
        // Those who are asked to come say how far.
        if self.dice.chance(if self.side == Side::Mentor { 90 } else { 55 }) {
            let far = self.dice.common(own.travel);
            self.put("max_travel_km", Some(far).filter(|far| !far.is_empty()));
        }
        if self.dice.chance(20) {
            let days = i64::try_from(self.dice.roll(120)).unwrap_or(0) - 60;
            self.put("available_from", [day(days)]);
        }
        if self.dice.chance(6) {
            let days = i64::try_from(self.dice.between(200, 700)).unwrap_or(0);
            self.put("available_until", [day(days)]);
        }
        if self.dice.chance(2) {
            let other = self.other();
            self.put("exclusions", other);
        }
    }

    fn mentor(&mut self) {
        match self.dice.roll(100) {
            0..=24 => {}
            25..=74 => self.put("capacity", ["1"]),
            75..=89 => self.put("capacity", ["2"]),
            90..=95 => self.put("capacity", ["3"]),
            _ => self.put("capacity", ["0"]),
        }
        let checks = self.held(self.traits.checks);
        self.put("checks", checks);
        let training = self.held(self.traits.training);
        self.put("training", training);
        if self.dice.chance(85) {
            let count = self.dice.between(1, 3);
            let skills = self.dice.several(self.traits.goals, count);
            self.put_in_words("skills", skills);
        }
        if self.dice.chance(80) {
            let role = self.dice.pick(self.traits.role_types);
            self.put("role_type", [role]);
        }
    }

    /// Most hold what they need, some have let it lapse, some lack one or all of it.
    fn held(&mut self, items: &[(&'static str, u64)]) -> Vec<String> {
        let mut held = Vec::new();
        if self.dice.chance(2) {
            return held;
        }
        for (name, months) in items {
            // Of those with a pair that stands, most checks are followed up.
            let roll = self.dice.roll(100);
            let roll = if self.looked_after && self.dice.chance(80) { roll.min(89) } else { roll };
            let issued = if roll < 90 { self.ago(20, 500) } else { self.ago(900, 1500) };
            let expires = issued + i64::try_from(months * 30).unwrap_or(0);
            match roll {
                97.. => {}
                _ if *months > 0 => held.push(format!("{name} {} to {}", day(issued), day(expires))),
                _ => held.push(format!("{name} {}", day(issued))),
            }
        }
        held
    }

    fn mentee(&mut self) {
        if self.dice.chance(97) {
            // Long waits are rarer than short ones.
            let longest = self.dice.between(10, 500);
            let days = self.ago(1, longest);
            self.put("waiting_since", [day(days)]);
        }
        if self.dice.chance(90) {
            let tier = self.traits.tiers - self.dice.skewed(usize::try_from(self.traits.tiers).unwrap_or(1)) as u64;
            self.put("priority_tier", [tier.to_string()]);
        }
        if self.dice.chance(60) {
            let count = self.dice.between(1, 2);
            let goals = self.dice.several(self.traits.goals, count);
            self.put_in_words("goals", goals);
        }
        if self.dice.chance(12) {
            let need = self.dice.common(self.traits.needs);
            self.put("needs", [need]);
        }
        if self.dice.chance(self.traits.choosers) && !self.has("exclusions") {
            let mut choices: Vec<String> = Vec::new();
            for _ in 0..self.dice.between(1, 3) {
                let other = self.other();
                choices.extend(other.filter(|other| !choices.contains(other)));
            }
            if self.traits.choices_count {
                self.put("choices", choices);
            }
        }
    }

    fn wishes(&mut self) {
        let woman = self.answers.iter().any(|answer| answer.field == "gender" && answer.items == ["woman"]);
        let mut wishes = Vec::new();
        match (self.side, self.dice.roll(100)) {
            (Side::Mentee, 0..=5) | (Side::Mentor, 0..=2) if woman => wishes.push("must gender woman".to_owned()),
            (Side::Mentee, 6..=15) => wishes.push("prefer gender same".to_owned()),
            _ => {}
        }
        match self.dice.roll(100) {
            0..=9 => {
                let wished = self.dice.common(self.traits.interests);
                wishes.push(format!("prefer interests {wished}"));
            }
            10..=13 => {
                let unwished = self.dice.common(self.traits.interests);
                wishes.push(format!("avoid interests {unwished}"));
            }
            14..=16 if self.traits.personal => wishes.push("prefer faith same".to_owned()),
            17..=19 if self.side == Side::Mentee => wishes.push("prefer age 30..65".to_owned()),
            _ => {}
        }
        self.put("preferences", wishes);
    }

    /// What a mentor hopes for, and what a mentee has to give. Last, so that nothing else turns on it.
    fn gains(&mut self) {
        let (field, often) = match self.side {
            Side::Mentor => ("motivations", 50),
            Side::Mentee => ("offers", 30),
        };
        if self.side == Side::Mentor && self.dice.chance(85) {
            // Most agree that all they told is shared; who says nothing shares nothing.
            let told = self.answers.iter().find(|answer| answer.field == "lived_experience");
            if let Some(items) = told.map(|answer| answer.items.clone()) {
                self.put("shareable_experiences", items);
            }
        }
        if self.dice.chance(often) {
            let count = self.dice.between(1, 2);
            let gains = self.dice.several(words::GAINS, count);
            self.put(field, gains);
        }
    }

    /// Sensitive answers, whether they may be used, and what is asked for monitoring alone.
    fn law(&mut self) {
        let mut consent: Vec<&'static str> = Vec::new();
        if self.traits.personal {
            let ethnicity = self.dice.common(words::ETHNICITIES);
            if self.dice.chance(30) {
                self.put("ethnicity", [ethnicity]);
                consent.push("ethnicity");
            }
            if self.dice.chance(22) {
                let faith = self.dice.common(words::FAITHS);
                self.put("faith", [faith]);
                consent.push("faith");
            }
            if self.dice.chance(50) {
                self.put("monitoring.ethnicity", [ethnicity]);
            }
        }
        if self.dice.chance(16) {
            let lived = self.dice.common(self.traits.lived_experience);
            self.put("lived_experience", [lived]);
            consent.push("lived_experience");
        }
        if self.has("needs") {
            consent.push("needs");
        }
        if self.dice.chance(40) {
            let answer = self.dice.pick(words::DISABILITIES);
            self.put("monitoring.disability", [answer]);
        }
        // Some answer and forget the box beside it; the engine then leaves the answer aside.
        if self.dice.chance(92) {
            let withdrawn = if self.dice.chance(2) { consent.pop() } else { None };
            self.put("consent", consent);
            self.put("consent_withdrawn", withdrawn);
        }
    }

    /// What there is between this person and their counterpart on the other side.
    fn tie(&mut self, index: u32) {
        let Some(tied) = ties::of(self.made, self.side, index) else { return };
        let side = if self.side == Side::Mentor { Side::Mentee } else { Side::Mentor };
        let other = id(self.made, side, tied.other(self.side));
        if let Some(relation) = tied.says(self.side) {
            self.put("known_to", [format!("{other} {relation}")]);
        }
        match (tied.tie, self.side) {
            (Tie::Natural { .. }, Side::Mentor) => self.set("role_type", Some("natural")),
            (Tie::Natural { .. }, Side::Mentee) => self.put("nominated_mentor", [other.clone()]),
            (Tie::Honour, Side::Mentee) => self.put_wish("never age 18..29"),
            (Tie::Current, _) => {
                self.answers.retain(|answer| !["available_from", "waiting_since"].contains(&answer.field));
            }
            _ => {}
        }
        if !tied.suits() {
            return;
        }
        // Whoever brought the two together saw to it that they can meet.
        for answer in &mut self.answers {
            match answer.field {
                "exclusions" => answer.items.retain(|item| *item != other),
                "preferences" => answer.items.retain(|wish| !wish.starts_with("must")),
                "capacity" if answer.items == ["0"] => answer.items = vec!["1".into()],
                _ => {}
            }
        }
        self.answers.retain(|answer| !answer.items.is_empty());
        if self.side == Side::Mentee {
            self.meet(draw(self.made, Side::Mentor, tied.mentor));
        }
    }

    /// Takes over what has to fit a mentor.
    fn meet(&mut self, mentor: Vec<Answered>) {
        const TAKEN: [&str; 5] = ["languages", "place", "availability", "delivery_methods", "delivery_models"];
        for mut answer in mentor {
            let level = answer.field == self.traits.own;
            match self.made.scheme {
                Scheme::Workplace if level => {
                    let grade = answer.items.first().map_or("", |grade| &**grade);
                    answer.items = vec![one_grade_below(grade).into()];
                }
                Scheme::Befriending if level => {}
                _ if TAKEN.contains(&answer.field) => {}
                _ => continue,
            }
            self.answers.retain(|own| own.field != answer.field);
            self.answers.push(answer);
        }
    }

    fn set(&mut self, field: &'static str, value: Option<&'static str>) {
        self.answers.retain(|answer| answer.field != field);
        self.put(field, value);
    }

    fn put_wish(&mut self, wish: &'static str) {
        match self.answers.iter_mut().find(|answer| answer.field == "preferences") {
            Some(answer) => answer.items.push(wish.into()),
            None => self.put("preferences", [wish]),
        }
    }
}

/// Ids of one width, so that every tool sorts them alike; they tell nothing about anybody.
pub(super) fn id(made: &Synthetic, side: Side, index: u32) -> String {
    let letter = match side {
        Side::Mentor => made.scheme.traits().mentors.letter,
        Side::Mentee => made.scheme.traits().mentees.letter,
    };
    let width = made.count(side).to_string().len().max(3);
    format!("{letter}{:0width$}", u64::from(index) + 1)
}

/// What somebody whom a mentor at work supports is.
fn one_grade_below(grade: &str) -> &'static str {
    match grade {
        "director" => "head of unit",
        "head of unit" => "manager",
        "manager" => "senior officer",
        _ => "officer",
    }
}
