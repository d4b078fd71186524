//! What no sheet can tell, asked one question at a time. Knows no terminal: whoever leads the talk reads the question
//! and hands in the answer.

use super::judge::is_sensitive;
use super::meaning::Meaning;
use super::proposal::Proposal;
use super::reading::Order;
use alongside::domain::{Basis, Date, Side, Support};
use alongside::input::DateOrder;
use std::collections::BTreeMap;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ask {
    /// The programme's name.
    Name,
    /// Mentoring or befriending.
    Support,
    /// The day from which the programme is seen.
    AsOf,
    /// How long a relationship is planned to last.
    Months,
    /// The checks that every mentor must hold.
    Checks,
    /// Why there are none.
    NoChecksWhy,
    /// How dates are written.
    Dates,
    /// From which columns people are told apart.
    Id(Side),
    /// What to do with a column that may be sensitive.
    Sensitive(Side, usize),
    /// On what basis such a column is used.
    Basis(Side, usize),
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub ask: Ask,
    /// The question.
    pub text: String,
    /// What may be answered by number, from 1; empty where any text will do.
    pub choices: Vec<String>,
    /// What an empty answer stands for.
    pub default: String,
}

/// What a column that may be sensitive is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SensitiveUse {
    /// Nothing: it is not read.
    LeftOut,
    /// Equality monitoring alone.
    Monitoring,
    /// Matching, on that basis.
    Matching(Basis),
}

/// The answers so far; what has none stays as the draft proposes it, or open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// The programme's name.
    pub name: Option<String>,
    /// Mentoring or befriending.
    pub support: Option<Support>,
    /// The day from which the programme is seen.
    pub as_of: Option<Date>,
    /// Where that day comes from, as the draft says it.
    pub as_of_said: &'static str,
    /// Months that a relationship is planned to last.
    pub months: Option<u16>,
    /// The checks that every mentor must hold; an empty list stands for none, and needs a why.
    pub checks: Option<Vec<String>>,
    /// Why no check is required.
    pub no_checks_why: Option<String>,
    /// How dates are written that could be read in two ways.
    pub dates: Option<DateOrder>,
    /// Which of the proposed ways tells people apart.
    pub ids: BTreeMap<Side, usize>,
    /// What columns that may be sensitive are used for.
    pub sensitive: BTreeMap<(Side, usize), SensitiveUse>,
}

impl Answers {
    /// No answer but the day, which has to come from somewhere; `said` tells from where.
    pub fn seen_from(as_of: Date, said: &'static str) -> Self {
        Self { as_of: Some(as_of), as_of_said: said, ..Self::default() }
    }
}

/// Words for the bases, in the order in which they are offered.
pub(super) const BASES: [(&str, Basis); 6] = [
    ("consent", Basis::Consent),
    ("safeguarding", Basis::Safeguarding),
    ("disability_support", Basis::DisabilitySupport),
    ("counselling", Basis::Counselling),
    ("social_care", Basis::SocialCare),
    ("not_for_profit_body", Basis::NotForProfitBody),
];

/// A talk about a proposal.
#[derive(Debug)]
pub struct Interview<'p> {
    proposal: &'p Proposal,
    answers: Answers,
    /// Questions still to be asked, the next one last.
    asks: Vec<Ask>,
}

impl<'p> Interview<'p> {
    /// Begins with the answers that are there already.
    pub fn new(proposal: &'p Proposal, answers: Answers) -> Self {
        let mut asks = vec![Ask::Name, Ask::Support, Ask::AsOf, Ask::Months, Ask::Checks];
        if proposal.sides().any(|(_, reading)| matches!(reading.order(), Order::Undecided)) {
            asks.push(Ask::Dates);
        }
        for (side, reading) in proposal.sides() {
            // A column of ids is taken as it is; where ids have to be made, people say from what.
            let ways = reading.ids();
            let made = ways.first().is_some_and(|way| !way.plain);
            if made && ways.len() > 1 && !(proposal.one_sheet && side == Side::Mentee) {
                asks.push(Ask::Id(side));
            }
        }
        let sensitive = proposal.sensitive().into_iter();
        let sensitive = sensitive.filter(|(side, ..)| !(proposal.one_sheet && *side == Side::Mentee));
        asks.extend(sensitive.map(|(side, column, _)| Ask::Sensitive(side, column)));
        asks.reverse();
        Self { proposal, answers, asks }
    }

    /// The next question; none when all are answered.
    pub fn question(&self) -> Option<Question> {
        self.asks.last().map(|ask| self.put(*ask))
    }

    /// Takes the answer to the question; an empty one is the default.
    ///
    /// # Errors
    /// Says what is wrong with the answer; the question stays.
    pub fn answer(&mut self, text: &str) -> Result<(), String> {
        let Some(ask) = self.asks.last().copied() else { return Ok(()) };
        let question = self.put(ask);
        let text = text.trim();
        let text = if text.is_empty() { question.default.clone() } else { text.to_owned() };
        if question.choices.is_empty() {
            self.take_text(ask, &text)?;
        } else {
            let number = text.parse::<usize>().ok().filter(|number| (1..=question.choices.len()).contains(number));
            let by_word = question.choices.iter().position(|choice| choice.eq_ignore_ascii_case(&text));
            let chosen = number.map(|number| number - 1).or(by_word);
            let chosen = chosen.ok_or_else(|| format!("answer with a number from 1 to {}", question.choices.len()))?;
            self.asks.pop();
            self.take_choice(ask, chosen);
        }
        Ok(())
    }

    /// The answers given.
    pub fn finish(self) -> Answers {
        self.answers
    }

    fn put(&self, ask: Ask) -> Question {
        let question = |text: &str, choices: Vec<String>, default: &str| Question {
            ask,
            text: text.to_owned(),
            choices,
            default: default.to_owned(),
        };
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        match ask {
            Ask::Name => question("What is the programme called?", vec![], "Our programme"),
            Ask::Support => {
                let (support, why) = self.proposal.support();
                let default = if support == Support::Befriending { "2" } else { "1" };
                question(&format!("What do you offer? ({why})"), words(&["mentoring", "befriending"]), default)
            }
            Ask::AsOf => {
                let day = self.answers.as_of.map(|day| day.to_string()).unwrap_or_default();
                question(
                    "From which day is the programme seen (YYYY-MM-DD)? Ages and checks count on it.",
                    vec![],
                    &day,
                )
            }
            Ask::Months => question("How many months is a relationship planned to last?", vec![], "12"),
            Ask::Checks => {
                let found = super::draft::checks_found(self.proposal).join(", ");
                let default = if found.is_empty() { "open" } else { &found };
                let text = "Which checks must every mentor hold? Names with commas between them; `none` if none is \
                            required, `open` to decide later";
                question(text, vec![], default)
            }
            Ask::NoChecksWhy => {
                question("Why is no check required? The reason is printed in every outcome.", vec![], "")
            }
            Ask::Dates => {
                let text = "Dates such as 04/07/2026 could be two days. How are they written?";
                question(text, words(&["day/month/year", "month/day/year", "not sure: leave it open"]), "3")
            }
            Ask::Id(side) => {
                let Some(reading) = self.proposal.side(side) else { return question("", vec![], "") };
                let ways = reading.ids();
                let named = |columns: &[usize]| {
                    let names: Vec<_> =
                        columns.iter().map(|column| format!("`{}`", reading.survey.header(*column))).collect();
                    names.join(" and ")
                };
                let choices = ways.iter().map(|way| {
                    let named = named(&way.columns);
                    let from =
                        if way.plain { format!("{named} as it stands") } else { format!("an id made from {named}") };
                    format!("{from}: {}", way.why)
                });
                question(&format!("What tells the {} apart?", side.plural()), choices.collect(), "1")
            }
            Ask::Sensitive(side, column) => {
                let (header, why) = self.column(side, column);
                let text = format!("The {} column `{header}` may be sensitive ({why}). What is it for?", side.plural());
                let choices =
                    ["leave it out", "monitoring only: nothing that decides can see it", "matching, on a legal basis"];
                question(&text, words(&choices), "1")
            }
            Ask::Basis(side, column) => {
                let (header, _) = self.column(side, column);
                let text =
                    format!("On what basis may `{header}` be used? (`alongside describe` tells more; with advice)");
                question(&text, BASES.iter().map(|(word, _)| (*word).to_owned()).collect(), "1")
            }
        }
    }

    fn column(&self, side: Side, column: usize) -> (&str, &str) {
        let reading = self.proposal.side(side);
        let header = reading.map_or("", |reading| reading.survey.header(column));
        let why = reading.and_then(|reading| reading.judged.get(column)).map_or("", |judged| judged.why.as_str());
        (header, why)
    }

    fn take_text(&mut self, ask: Ask, text: &str) -> Result<(), String> {
        if text.chars().any(char::is_control) {
            return Err("answer in one line of plain text".to_owned());
        }
        let mut next = None;
        match ask {
            Ask::Name => self.answers.name = Some(text.to_owned()),
            Ask::AsOf => {
                let day = text.parse::<Date>().map_err(|_| "write the day as YYYY-MM-DD, such as 2026-11-02")?;
                if self.answers.as_of != Some(day) {
                    self.answers.as_of_said = "as you said";
                }
                self.answers.as_of = Some(day);
            }
            Ask::Months => {
                let months = text.parse().ok().filter(|months| (1..=120).contains(months));
                self.answers.months = Some(months.ok_or("write a whole number from 1 to 120")?);
            }
            Ask::Checks => match text.to_lowercase().as_str() {
                "open" => self.answers.checks = None,
                "none" => {
                    self.answers.checks = Some(Vec::new());
                    next = Some(Ask::NoChecksWhy);
                }
                _ => {
                    let names = text.split(',').map(str::trim).filter(|name| !name.is_empty());
                    self.answers.checks = Some(names.map(str::to_owned).collect());
                }
            },
            Ask::NoChecksWhy if text.is_empty() => return Err("no check is left out without a reason".to_owned()),
            Ask::NoChecksWhy => self.answers.no_checks_why = Some(text.to_owned()),
            _ => {}
        }
        self.asks.pop();
        self.asks.extend(next);
        Ok(())
    }

    fn take_choice(&mut self, ask: Ask, chosen: usize) {
        match ask {
            Ask::Support => {
                self.answers.support = Some(if chosen == 0 { Support::Mentoring } else { Support::Befriending });
            }
            Ask::Dates => {
                let orders = [Some(DateOrder::DayMonthYear), Some(DateOrder::MonthDayYear), None];
                self.answers.dates = orders.get(chosen).copied().flatten();
            }
            Ask::Id(side) => {
                self.answers.ids.insert(side, chosen);
                if self.proposal.one_sheet {
                    self.answers.ids.insert(Side::Mentee, chosen);
                }
            }
            Ask::Sensitive(side, column) => match chosen {
                0 => self.use_for(side, column, SensitiveUse::LeftOut),
                1 => self.use_for(side, column, SensitiveUse::Monitoring),
                _ => self.asks.push(Ask::Basis(side, column)),
            },
            Ask::Basis(side, column) => {
                let basis = BASES.get(chosen).map_or(Basis::Consent, |(_, basis)| *basis);
                self.use_for(side, column, SensitiveUse::Matching(basis));
            }
            _ => {}
        }
    }

    fn use_for(&mut self, side: Side, column: usize, how: SensitiveUse) {
        self.answers.sensitive.insert((side, column), how);
        if self.proposal.one_sheet {
            self.answers.sensitive.insert((Side::Mentee, column), how);
        }
    }
}

/// Whether the draft may read the column: it is ordinary, or somebody gave a basis.
pub(super) fn may_read(proposal: &Proposal, answers: &Answers, side: Side, column: usize) -> bool {
    let meaning = proposal.side(side).and_then(|reading| reading.judged.get(column)).and_then(|judged| judged.meaning);
    let sensitive = match meaning {
        Some(Meaning::Sensitive(_) | Meaning::Monitoring) => true,
        Some(Meaning::Field(field)) => is_sensitive(field),
        _ => false,
    };
    !sensitive || matches!(answers.sensitive.get(&(side, column)), Some(SensitiveUse::Matching(_)))
}

#[cfg(test)]
mod tests {
    use super::super::survey::Survey;
    use super::*;

    fn proposal(mentors: &str, mentees: &str) -> Proposal {
        let survey = |text: &str, name: &str| Survey::of_bytes(text.as_bytes(), name, None).unwrap();
        Proposal::new(Some(survey(mentors, "mentors.csv")), Some(survey(mentees, "mentees.csv")))
    }

    fn today() -> Answers {
        Answers::seen_from("2026-11-02".parse().unwrap(), "today")
    }

    #[test]
    fn a_talk_takes_defaults_and_asks_again_what_it_cannot_use() {
        let proposal =
            proposal("Name,E-mail,Born\nPip,p@tea.example,4/7/1950\n", "Id,Faith\n1,Quaker\n2,none\n3,Quaker\n");
        let mut talk = Interview::new(&proposal, today());
        let script = [
            (Ask::Name, "Tea Club"),
            (Ask::Support, ""),
            (Ask::AsOf, "tomorrow"),
            (Ask::AsOf, "2026-12-01"),
            (Ask::Months, "0"),
            (Ask::Months, ""),
            (Ask::Checks, "none"),
            (Ask::NoChecksWhy, ""),
            (Ask::NoChecksWhy, "Everybody meets in the library."),
            (Ask::Dates, "1"),
            (Ask::Id(Side::Mentor), ""),
            (Ask::Sensitive(Side::Mentee, 1), "9"),
            (Ask::Sensitive(Side::Mentee, 1), "3"),
            (Ask::Basis(Side::Mentee, 1), "not_for_profit_body"),
        ];
        let mut refused = 0;
        for (ask, answer) in script {
            assert_eq!(talk.question().map(|question| question.ask), Some(ask));
            refused += usize::from(talk.answer(answer).is_err());
        }
        assert_eq!((talk.question(), refused), (None, 4));
        let answers = talk.finish();
        assert_eq!(answers.checks, Some(vec![]));
        assert_eq!(answers.dates, Some(DateOrder::DayMonthYear));
        assert_eq!((answers.as_of_said, answers.months), ("as you said", Some(12)));
        let used = answers.sensitive.get(&(Side::Mentee, 1));
        assert_eq!(used, Some(&SensitiveUse::Matching(Basis::NotForProfitBody)));
    }

    #[test]
    fn all_defaults_leave_open_what_only_people_can_know() {
        let proposal = proposal("Id,Born\n1,4/7/1950\n2,5/6/1950\n", "Id,Faith\n1,Quaker\n2,none\n");
        let mut talk = Interview::new(&proposal, today());
        while talk.question().is_some() {
            talk.answer("").unwrap();
        }
        let answers = talk.finish();
        assert_eq!((answers.checks, answers.dates), (None, None));
        assert_eq!(answers.sensitive.get(&(Side::Mentee, 1)), Some(&SensitiveUse::LeftOut));
    }
}
