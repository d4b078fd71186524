//! The outcome's facts as people read them, the same in every front end.

use super::{
    Against, Because, Contribution, CountedAs, Exclusion, FloorOf, GroundReport, GroupNeed, Level, LevelName, Meeting,
    Met, MissedFloor, Obstacle, PossibleWay, ProgrammeReport, Record, RecruitmentNeed, Refusals, ShortOf, StaffFact,
    Unit, WishResult,
};
use crate::domain::{Design, Milli, PersonId, SaidBy, Shortage, Side, StableMethod, Support, Weighing};
use std::sync::Arc;

fn minutes(half_hours: u32) -> String {
    match (half_hours / 2, half_hours % 2) {
        (0, 0) => "no time".to_owned(),
        (0, _) => "30 min".to_owned(),
        (hours, 0) => format!("{hours} h"),
        (hours, _) => format!("{hours} h 30 min"),
    }
}

fn difference(by: i64, unit: Unit, mentor: &str) -> String {
    let size = i64::try_from(by.unsigned_abs()).unwrap_or(i64::MAX);
    let plural = if size == 1 { "" } else { "s" };
    match (unit, by.signum()) {
        (Unit::Levels, 0) => "on the same level".to_owned(),
        (Unit::Levels, 1) => format!("the {mentor} stands {size} level{plural} higher"),
        (Unit::Levels, _) => format!("the {mentor} stands {size} level{plural} lower"),
        (Unit::Thousandths, 0) => "the same number".to_owned(),
        (Unit::Thousandths, 1) => format!("the {mentor}'s is {} more", Milli(size)),
        (Unit::Thousandths, _) => format!("the {mentor}'s is {} less", Milli(size)),
        (Unit::Days, 0) => "the same day".to_owned(),
        (Unit::Days, 1) => format!("the {mentor}'s is {size} day{plural} later"),
        (Unit::Days, _) => format!("the {mentor}'s is {size} day{plural} earlier"),
    }
}

impl Because {
    /// The fact in a few words; `support` decides whether people are called mentors or befrienders.
    pub fn words(&self, support: Support) -> String {
        let (mentor, mentee) = (support.mentor(), support.mentee());
        match self {
            Self::Unknown(blanks) => {
                let named = blanks.iter().map(|blank| match blank.split_once(' ') {
                    Some(("mentor", field)) => format!("{mentor}'s {field}"),
                    Some((_, field)) => format!("{mentee}'s {field}"),
                    None => blank.clone(),
                });
                format!("not known: {}", named.collect::<Vec<_>>().join(", ").replace('_', " "))
            }
            Self::NoWish => "no wish stated".to_owned(),
            Self::NoChoice => format!("the {mentee} chose nobody"),
            Self::Shared(terms) if terms.is_empty() => "nothing shared".to_owned(),
            Self::Shared(terms) => format!("shared: {}", terms.join(", ")),
            Self::Covered { stated, terms } if terms.is_empty() => format!("none of {stated} covered"),
            Self::Covered { stated, terms } => format!("{} of {stated} covered: {}", terms.len(), terms.join(", ")),
            Self::Same(true) => "the same".to_owned(),
            Self::Same(false) => "different".to_owned(),
            Self::Difference { by, unit } => difference(*by, *unit, mentor),
            Self::SharedHalfHours(half_hours) => format!("{} a week shared", minutes(*half_hours)),
            Self::DistanceKm(0) => "less than 1 km apart".to_owned(),
            Self::DistanceKm(km) => format!("about {km} km apart"),
            Self::NotInPerson => "they do not meet in person".to_owned(),
            Self::Wishes { asked, met, unknown } => {
                let open = if *unknown > 0 { format!(", {unknown} not known") } else { String::new() };
                format!("{met} of {asked} preferences met{open}")
            }
            Self::CarerWishes { asked, met, unknown } => {
                let open = if *unknown > 0 { format!(", {unknown} not known") } else { String::new() };
                format!("{met} of {asked} of the carer's own wishes met{open}")
            }
            Self::Choice(Some(rank)) => format!("choice number {rank} of the {mentee}"),
            Self::Choice(None) => format!("not among the {mentee}'s choices"),
            Self::Liked { way, of_mentee, of_mentor } => {
                let way = way.replace('_', " ");
                format!("{way}: number {of_mentee} for the {mentee}, number {of_mentor} for the {mentor}")
            }
            Self::NoWay => "no way that both accept is possible".to_owned(),
            Self::SureDays { sure, planned } => {
                format!("the {mentor} can promise {sure} of {planned} days: about length, no judgement of risk")
            }
            Self::TrainingHeld { listed, items } if items.is_empty() => format!("holds none of {listed}"),
            Self::TrainingHeld { listed, items } => {
                format!("holds {} of {listed}: {}", items.len(), items.join(", "))
            }
            Self::InTable(true) => "named in the table".to_owned(),
            Self::InTable(false) => "not named in the table".to_owned(),
            Self::Supplied(points) => format!("supplied: {points} points"),
            Self::SuppliedRank(rank) => format!("supplied: rank {rank}"),
            Self::NotSupplied => "no score supplied".to_owned(),
            Self::Own(Some(words)) => words.clone(),
            Self::Own(None) => "by a criterion of this programme's own".to_owned(),
        }
    }
}

impl Contribution {
    /// What the points rest on, in a few words, and which words counted as others.
    pub fn words(&self, support: Support) -> String {
        let counted: Vec<String> = self.counted_as.iter().map(CountedAs::words).collect();
        let own = self.own_weight.map(|own| format!("the {} weighs it {own}", support.mentee()));
        std::iter::once(self.because.words(support)).chain(counted).chain(own).collect::<Vec<_>>().join("; ")
    }
}

impl CountedAs {
    /// The word and what it counts as.
    pub fn words(&self) -> String {
        format!("{} counts as {}", self.said, self.term)
    }
}

impl Obstacle {
    /// What stands in the way, in a few words; `about` is the check, training item or attribute.
    pub fn words(self, about: Option<&str>, support: Support) -> String {
        let (mentor, mentee) = (support.mentor(), support.mentee());
        if let (Self::NoneShared, Some(about)) = (self, about) {
            return format!("no {} in common", about.replace('_', " "));
        }
        // Only the rule on ages names nothing: it looks at one attribute.
        let about = about.unwrap_or("age").replace('_', " ");
        match self {
            Self::SamePerson => "the same person".to_owned(),
            Self::Excluded => "one excludes the other".to_owned(),
            Self::NotRecorded => format!("no {about} on record"),
            Self::ExpiryUnknown => format!("it is not known when {about} expires"),
            Self::NotYetIssued => format!("{about} is dated after the day of the run"),
            Self::Expired => format!("{about} has expired"),
            Self::ExpiresInPeriod => format!("{about} expires before the planned period ends"),
            Self::PastPair => "they met before".to_owned(),
            Self::Barred => "a coordinator barred the pair".to_owned(),
            Self::OnHold => "a coordinator holds the pair, or one of the two".to_owned(),
            Self::WishOfMentee => format!("against the {mentee}'s wish on {about}"),
            Self::WishOfMentor => format!("against the {mentor}'s wish on {about}"),
            Self::UnknownForWishOfMentee => format!("not known: {about}, on which the {mentee}'s wish turns"),
            Self::UnknownForWishOfMentor => format!("not known: {about}, on which the {mentor}'s wish turns"),
            // Ways that nobody can take count as none said, so a blank would be half of the truth.
            Self::Blank if about == "delivery methods" => "not known: a way of meeting that is possible".to_owned(),
            Self::Blank => format!("not known: {about}"),
            Self::NoneShared => "nothing in common".to_owned(),
            Self::NotEnough => format!("the {mentor} has less than the {mentee} needs"),
            Self::TooShort => "shared time is too short".to_owned(),
            Self::MentorOutOfBounds => format!("the {mentor}'s {about} lies outside the bounds"),
            Self::MenteeOutOfBounds => format!("the {mentee}'s {about} lies outside the bounds"),
            Self::DifferenceOutOfBounds => format!("the difference in {about} lies outside the bounds"),
            Self::NotSame => format!("{about} differs"),
            Self::NotDifferent => format!("{about} is the same"),
            Self::Kin => "they are family".to_owned(),
            Self::CloseFriend => "they are close friends".to_owned(),
            Self::Acquaintance => {
                format!("they know each other, and the {mentor} is no natural {mentor} whom the {mentee} nominated")
            }
            Self::UndecidedFriend => "close friends: a coordinator has to decide".to_owned(),
            Self::NotNominated => format!("the {mentor} is there only for a {mentee} who nominated them"),
            Self::TooFar => "too far to travel".to_owned(),
            Self::CapabilityMissing => format!("the {mentee} needs somebody with this capability: {about}"),
            Self::StartsTooLate => format!("they could start only when the {mentee}'s transition is past"),
            Self::NoCommonLanguage => {
                "no language in common, which every way of meeting that both accept needs".to_owned()
            }
            Self::CoLocation => "one is barred from a place where the other is".to_owned(),
            Self::CarerRefuses => format!("the {mentee}'s carer does not consent"),
            Self::MenteeNotEligible => format!("the {mentee}'s {about} is outside what their programme is for"),
            Self::NotShared => format!("the {mentor}'s programmes do not share with the {mentee}'s"),
            Self::SharingRefused => format!("the {mentor} does not agree to be shown to other programmes"),
            Self::MentorNotEligible => {
                format!("the {mentor}'s {about} is outside what the {mentee}'s programme asks of {mentor}s")
            }
            Self::OutsideActivity if about == "delivery methods" => {
                "the activity as declared does not cover the ways in which the two could meet".to_owned()
            }
            Self::OutsideActivity => format!("the activity as declared does not cover the {mentee}'s {about}"),
        }
    }
}

impl MissedFloor {
    /// Which floor, and by how much, in a few words.
    pub fn words(&self, support: Support) -> String {
        let Self { of, reached, floor } = self;
        match of {
            FloorOf::Pair => format!("its fit, {reached}, lies below the floor, {floor}"),
            FloorOf::Mentee => {
                format!("the {}'s part of it, {reached}, lies below `mentee_floor`, {floor}", support.mentee())
            }
            FloorOf::Mentor => {
                format!("the {}'s part of it, {reached}, lies below `mentor_floor`, {floor}", support.mentor())
            }
        }
    }
}

impl ShortOf {
    /// How many have a place and not enough of what.
    pub fn words(&self) -> String {
        let has =
            if self.candidates == 1 { "1 has a place".to_owned() } else { format!("{} have a place", self.candidates) };
        let none = match self.of {
            Shortage::Hours => "no hours left",
            Shortage::Contact => "no contact left between meetings",
            Shortage::Dedicated => "dedicated support, which leaves no room for another mentee",
            Shortage::SeveralMentees => "no time and company that suit everybody",
        };
        format!("{has} and {none}")
    }
}

impl Meeting {
    /// A possible time, and with whom; `called` prints the other mentees. Nothing where there is neither.
    pub fn words(&self, called: impl Fn(&PersonId) -> String) -> Option<String> {
        let time = self.begins.as_ref().map(|begins| format!("could meet {begins}"));
        let others: Vec<String> = self.together_with.iter().map(called).collect();
        let with = (!others.is_empty()).then(|| format!("together with {}", others.join(", ")));
        let parts: Vec<String> = time.into_iter().chain(with).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

impl PossibleWay {
    /// The way, and what is missing where it is not possible, in a few words.
    pub fn words(&self, support: Support) -> String {
        let named = |missing: &String| match missing.split_once(' ') {
            Some(("mentee", what)) => format!("the {}'s {}", support.mentee(), what.replace('_', " ")),
            Some(("mentor", what)) => format!("the {}'s {}", support.mentor(), what.replace('_', " ")),
            _ if missing == "language" => "a language in common".to_owned(),
            _ => missing.clone(),
        };
        let missing = self.missing.iter().map(named).collect::<Vec<_>>().join(", ");
        let way = self.way.word().replace('_', " ");
        match self.possible {
            Met::Yes => way,
            Met::No => format!("{way} is not possible: {missing}"),
            Met::Unknown => format!("{way}, if {missing} allows: not known"),
        }
    }
}

/// How a mentor of other programmes comes to be proposed to somebody of this one; nothing where none shares them.
pub fn shared_words(programme: Option<&str>, shared_by: &[Arc<str>], support: Support) -> Option<String> {
    let programme = programme.filter(|_| !shared_by.is_empty())?;
    Some(format!("a {} of {}, shared with {programme}", support.mentor(), shared_by.join(" and ")))
}

impl ProgrammeReport {
    /// What the programme says of itself, in a few words; nothing where it says nothing.
    pub fn words(&self) -> String {
        let design = Design {
            purpose: self.purpose,
            sub_goals: self.sub_goals.clone(),
            setting: self.setting,
            ..Design::default()
        };
        design.words()
    }
}

impl StaffFact {
    /// The fact in a few words.
    pub fn words(&self, support: Support) -> String {
        let (mentor, mentee) = (support.mentor(), support.mentee());
        match self {
            Self::Excluded(Exclusion { by, reason }) => {
                let (who, whom) = if *by == Side::Mentee { (mentee, mentor) } else { (mentor, mentee) };
                format!("for staff: the {who} excludes the {whom}: {reason}")
            }
            Self::PromiseEnds(day) => {
                format!("for staff: the {mentor} promised to be there until {day}, before the end")
            }
            Self::MenteeUntil(day) => format!("for staff: the {mentee} can take part until {day}, before the end"),
            Self::MentorUntil(day) => format!("for staff: the {mentor} can take part until {day}, before the end"),
            Self::MoveLikely(Side::Mentee) => format!("for staff: the {mentee} is likely to move"),
            Self::MoveLikely(Side::Mentor) => format!("for staff: the {mentor} is likely to move"),
            Self::ExistingSupport(list) => {
                let who: Vec<String> = list.iter().map(|one| one.replace('_', " ")).collect();
                format!("for staff: the {mentee} has support already: {}", who.join(", "))
            }
            Self::NetworkContacted(false) => {
                format!("for staff: nobody has asked yet whom the {mentee} knows and would name")
            }
            Self::NetworkContacted(true) => format!("for staff: the {mentee} was asked whom they know and would name"),
            Self::OwnNetwork(size) => {
                format!(
                    "for staff: the {mentee}'s own network is {size}: perhaps a former carer, a teacher, a club leader or \
                     a relative they lost touch with is somebody to ask about"
                )
            }
            Self::CarerInformedOf(list) => format!("for staff: the carer was informed of {}", list.join(", ")),
            Self::CarerWish(wish) => {
                let met = match wish.met {
                    Met::Yes => "met",
                    Met::No => "not met",
                    Met::Unknown => "not known",
                };
                let attribute = wish.attribute.replace('_', " ");
                format!("for staff: the carer's own wish, {} {attribute} {}: {met}", wish.strength.name(), wish.want)
            }
        }
    }
}

impl LevelName {
    /// The level in a few words.
    pub fn words(&self) -> String {
        match self {
            Self::TierServed(tier) => format!("tier {tier} served"),
            Self::PeopleServed => "people served".to_owned(),
            Self::MentorsUsed => "volunteers with somebody proposed".to_owned(),
            Self::DaysWaited => "days waited by those served".to_owned(),
            Self::LeastFit => "least fit of a pair".to_owned(),
            Self::FitAtLeast(fit) => format!("fit of {fit} or more"),
            Self::Choice(rank) => format!("choice {rank}"),
            Self::ChoiceWithin(rank) => format!("choice {rank} or better"),
            Self::Criterion(id) => format!("points of {id}"),
            Self::TotalFit => "total fit".to_owned(),
            Self::Seed => "choice of the seed".to_owned(),
        }
    }
}

impl GroundReport {
    /// The tier and the reason for it, in a few words.
    pub fn words(&self) -> String {
        let promise = self.promised_days.map_or_else(String::new, |days| format!(" of {days} days"));
        format!("tier {} by {}{promise}: {}", self.tier, self.id, self.why)
    }
}

impl StableMethod {
    /// Which of the stable matchings, in a few words.
    pub fn words(self, support: Support) -> String {
        match self {
            Self::BestForMentees => format!("the best for all {}s", support.mentee()),
            Self::MoreServed => "ties used to serve more people".to_owned(),
        }
    }
}

impl Design {
    /// What the programme says of itself, in a few words; nothing where it says nothing.
    pub fn words(&self) -> String {
        let mut parts = Vec::new();
        parts.extend(self.preset.map(|preset| format!("preset {}", preset.word())));
        if let Some(purpose) = self.purpose {
            let goals: Vec<&str> = self.sub_goals.iter().map(|goal| goal.word()).collect();
            let goals = if goals.is_empty() { String::new() } else { format!(" ({})", goals.join(", ")) };
            parts.push(format!("purpose {}{goals}", purpose.word()));
        }
        parts.extend(self.setting.map(|setting| format!("setting {}", setting.word())));
        parts.extend(self.formality.map(|formality| formality.word().to_owned()));
        if self.open_ended {
            parts.push("no end planned".to_owned());
        }
        parts.extend(self.review_months.map(|months| format!("next review after {months} months")));
        parts.join("; ")
    }
}

impl Weighing {
    /// Where the weight comes from, in a few words.
    pub fn words(&self) -> String {
        let by = match self.by {
            SaidBy::Preset => "the preset",
            SaidBy::File | SaidBy::Engine => "the file",
        };
        let factors = self.factors.iter().map(|one| {
            let by = if one.by == SaidBy::File { " by the file" } else { "" };
            format!(", x {} for {}{by}", one.factor, one.sake)
        });
        format!("{} from {by}{}", self.stated, factors.collect::<String>())
    }
}

impl WishResult {
    /// The wish and what became of it, in a few words.
    pub fn words(&self, support: Support) -> String {
        let who = match self.side {
            Side::Mentor => support.mentor(),
            Side::Mentee => support.mentee(),
        };
        let met = match self.met {
            Met::Yes => "met",
            Met::No => "not met",
            Met::Unknown => "not known",
        };
        let attribute = self.attribute.replace('_', " ");
        format!("{who}: {} {attribute} {}: {met}", self.strength.name(), self.want)
    }
}

impl Refusals {
    /// The counts of one rule in a few words.
    pub fn words(&self) -> String {
        let mut parts = Vec::new();
        if self.refused > 0 {
            parts.push(format!("{} refused", self.refused));
        }
        if self.needs_check > 0 {
            parts.push(format!("{} to be checked", self.needs_check));
        }
        if self.alone > 0 {
            parts.push(format!("{} by this rule alone", self.alone));
        }
        format!("{}: {}", self.rule, parts.join(", "))
    }
}

impl Refusals {
    /// The checks, training items and capabilities that are lacking, each once, in the order of the details; a word for
    /// whom to recruit and what to ask for.
    pub fn lacking(&self) -> Vec<&str> {
        let mut lacking: Vec<&str> = Vec::new();
        for detail in &self.details {
            let names = matches!(
                detail.obstacle,
                Obstacle::CapabilityMissing
                    | Obstacle::NotRecorded
                    | Obstacle::ExpiryUnknown
                    | Obstacle::NotYetIssued
                    | Obstacle::Expired
                    | Obstacle::ExpiresInPeriod
            );
            if let Some(about) = detail.about.as_deref().filter(|about| names && !lacking.contains(about)) {
                lacking.push(about);
            }
        }
        lacking
    }
}

impl Record {
    /// Of what kind it is, about what or whom, and what was written down; `called` prints people.
    pub fn words(&self, called: impl Fn(Side, &PersonId) -> String) -> [String; 3] {
        let plain = |key: &str| key.replace('_', " ");
        match self {
            Self::Basis { attribute, basis, note } => {
                let note = note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
                ["basis".to_owned(), plain(attribute), format!("{}{note}", plain(basis.name()))]
            }
            Self::Reason { of, attribute, reason } => {
                ["reason".to_owned(), plain(attribute), format!("{of}: {reason}")]
            }
            Self::CheckRow { row, check, source } => {
                let check = check.as_deref().unwrap_or("no check");
                ["table of checks".to_owned(), row.to_string(), format!("asks for {check}: {source}")]
            }
            Self::Justification { attribute, reason } => ["justification".to_owned(), plain(attribute), reason.clone()],
            Self::Decision { decision, mentee, mentor, attribute, by, on, reason } => {
                let mentee = mentee.as_ref().map(|id| called(Side::Mentee, id));
                let mentor = mentor.as_ref().map(|id| called(Side::Mentor, id));
                let who = [mentee, mentor].into_iter().flatten().collect::<Vec<_>>().join(" with ");
                match attribute {
                    Some(attribute) => {
                        ["decision".to_owned(), plain(attribute), format!("for {who}, by {by} on {on}: {reason}")]
                    }
                    None => [decision.clone(), who, format!("by {by} on {on}: {reason}")],
                }
            }
        }
    }
}

impl RecruitmentNeed {
    /// What is lacking, in a few words. Numbers below five are not told: few people stand behind them.
    pub fn words(&self, support: Support) -> String {
        let (mentor, mentee) = (support.mentor(), support.mentee());
        let few = |number: u64| if number < 5 { "fewer than 5".to_owned() } else { number.to_string() };
        let group = |one: &GroupNeed| format!("{} ({} asked, {} places)", one.what, one.asked, few(one.places));
        let groups: Vec<String> = self.groups.iter().map(group).collect();
        format!(
            "{} {mentee}s asked for {mentor}s by {}, and {} more places with such {mentor}s are needed{}{}",
            few(self.asked as u64),
            self.attribute.replace('_', " "),
            few(self.short),
            if groups.is_empty() { "" } else { ": " },
            groups.join("; ")
        )
    }
}

impl Against {
    /// The strongest point against a pair, in a few words.
    pub fn words(&self) -> String {
        format!("{} costs {} of fit", self.criterion, self.lost)
    }
}

/// The levels to show people: without the seed's, and of levels of fit only those at which somebody falls away, for a
/// hundred lines of the same count tell nobody anything.
pub fn telling(levels: &[Level]) -> impl Iterator<Item = &Level> {
    let next = levels.iter().skip(1).map(Some).chain([None]);
    let tells = |(level, next): &(&Level, Option<&Level>)| match level.level {
        LevelName::Seed => false,
        LevelName::FitAtLeast(_) => {
            let after = next.filter(|next| matches!(next.level, LevelName::FitAtLeast(_)));
            let alike = after.is_some_and(|after| (after.value, after.bound) == (level.value, level.bound));
            let nobody = level.value == 0 && level.bound == 0;
            !alike && !nobody
        }
        _ => true,
    };
    levels.iter().zip(next).filter(tells).map(|(level, _)| level)
}
