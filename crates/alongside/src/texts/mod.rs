//! What a mentee, a mentor or a carer may read about a pair.
//!
//! A text is made from the reader's own answers and from what the programme discloses of the other person to that reader
//! at that stage, and from nothing else: no counts, no other people, no fit, no reasons against anybody. Whatever else
//! changes in the programme, the text stays the same byte for byte. For a carer the reader's own answers are the
//! mentee's, of which only their times and their place are used.
//!
//! Answers are taken as people gave them and as far as they may be used. So two things that are not told themselves show
//! in what is: a mentor's experiences are those that they agreed to share, and as soon as any mentor was asked, a blank
//! agrees to nothing; and the times of other services are not among anybody's free times. Of both no more shows than that
//! something is not told.

mod facts;
mod words;

use crate::compile::Compiled;
use crate::domain::{Audience, Matching, Mentee, Mentor, PairStage, Person, PersonId, Side, Week};
use crate::eligibility::Rules;
use crate::error::Error;
use facts::{apart, days, facts};
use words::plain;

/// Whether somebody may be told of the pair: every rule finds it eligible, or the two meet already. Ask before a text is
/// sent; the text itself cannot say, as whatever else changes must not change it. Time linear in the people.
///
/// # Errors
/// [`Error::UnknownPerson`], [`Error::NotEligible`].
pub fn may_be_told(matching: &Matching, mentee: &PersonId, mentor: &PersonId) -> Result<(), Error> {
    let unknown = |side, id: &PersonId| Error::UnknownPerson { side, id: id.clone() };
    let compiled = Compiled::new(matching);
    let row = compiled.mentee_at(mentee).ok_or_else(|| unknown(Side::Mentee, mentee))?;
    let column = compiled.mentor_at(mentor).ok_or_else(|| unknown(Side::Mentor, mentor))?;
    let meets = compiled.fixed.pairs.iter().any(|pair| pair.current && (pair.mentee, pair.mentor) == (row, column));
    if meets || Rules::new(&compiled).allow(row, column) {
        return Ok(());
    }
    Err(Error::NotEligible { mentee: mentee.clone(), mentor: mentor.clone() })
}

/// The text about a pair for one reader at one stage; whoever the two are, it says nothing of whether they should meet, for
/// which there is [`may_be_told`]. Lines end with a line break.
///
/// # Errors
/// [`Error::UnknownPerson`].
pub fn text(
    matching: &Matching,
    mentee: &PersonId,
    mentor: &PersonId,
    reader: Audience,
    stage: PairStage,
) -> Result<String, Error> {
    let unknown = |side, id: &PersonId| Error::UnknownPerson { side, id: id.clone() };
    let mentee = matching.mentee(mentee).ok_or_else(|| unknown(Side::Mentee, mentee))?;
    let mentor = matching.mentor(mentor).ok_or_else(|| unknown(Side::Mentor, mentor))?;
    Ok(Reading { matching, mentee, mentor, reader, stage }.text())
}

/// Who reads about whom.
#[derive(Clone, Copy)]
struct Reading<'a> {
    matching: &'a Matching,
    mentee: &'a Mentee,
    mentor: &'a Mentor,
    reader: Audience,
    stage: PairStage,
}

impl<'a> Reading<'a> {
    /// Whose answers are the reader's own, or of the reader's family.
    fn own(&self) -> &'a Person {
        match self.reader {
            Audience::Mentee | Audience::Carer => &self.mentee.person,
            Audience::Mentor => &self.mentor.person,
        }
    }

    /// Whom the text is about.
    fn other(&self) -> &'a Person {
        match self.reader {
            Audience::Mentee | Audience::Carer => &self.mentor.person,
            Audience::Mentor => &self.mentee.person,
        }
    }

    /// Whether the reader is told this of the other.
    fn told(&self, what: &str) -> bool {
        let of = |one: &&crate::domain::Disclosure| one.what.as_str() == what;
        self.matching.disclosure.iter().find(of).is_some_and(|one| one.tells(self.reader, self.stage))
    }

    fn text(&self) -> String {
        let support = self.matching.support;
        let word = match self.reader {
            Audience::Mentee | Audience::Carer => support.mentor(),
            Audience::Mentor => support.mentee(),
        };
        let name = self.other().name.as_deref().filter(|_| self.told("name"));
        let mut lines = vec![self.opening(word, name), String::new()];
        let known = lines.len();
        lines.extend(facts(self));
        if self.told("place")
            && let Some(apart) = apart(self.own(), self.other())
        {
            lines.push(format!("- {apart}"));
        }
        if self.told("availability")
            && let Some(shared) = self.shared_days()
        {
            lines.push(format!("- {shared}"));
        }
        if lines.len() == known {
            lines.push("We will tell you more when we talk.".to_owned());
        }
        lines.push(String::new());
        lines.push(self.closing());
        lines.iter().flat_map(|line| [plain(line), "\n".to_owned()]).collect()
    }

    fn opening(&self, word: &str, name: Option<&str>) -> String {
        let whose =
            if self.reader == Audience::Carer { "for your child or the person you care for" } else { "for you" };
        let who = name.map_or_else(String::new, |name| format!(": {name}"));
        match self.stage {
            PairStage::Proposed => format!("We would like to suggest a {word} {whose}{who}."),
            PairStage::Introduced => format!("A first meeting with the {word} we suggested {whose}{who}."),
            PairStage::Matched => format!("The {word} who was found {whose}{who}."),
        }
    }

    fn shared_days(&self) -> Option<String> {
        let own: &Week = self.own().availability.as_ref()?;
        let theirs = self.other().availability.as_ref()?;
        let days = days(&own.shared(theirs));
        let both = if self.reader == Audience::Carer { "Both" } else { "You both" };
        (!days.is_empty()).then(|| format!("{both} have time on {days}."))
    }

    fn closing(&self) -> String {
        let coordinator = "the coordinator who sent you this";
        match (self.stage, self.reader) {
            (PairStage::Matched, _) => format!("If anything is not right, tell {coordinator}."),
            (_, Audience::Carer) => format!("Nothing is settled. Ask {coordinator} whatever you would like to know."),
            _ => format!(
                "You can say yes, no, or ask {coordinator} whatever you would like to know. A no costs nothing."
            ),
        }
    }
}
