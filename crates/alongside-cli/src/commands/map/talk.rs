//! Leads the talk on a terminal: one question, one line of answer.

use crate::backend::{Answers, Interview, Question};
use crate::render::style::{self, paint};
use crate::render::text::{Put, shown};
use crate::stop::Stop;
use std::io::BufRead;

/// Asks until nothing is left to ask. The end of the input takes the defaults for what was not answered.
pub(super) fn hold(
    mut interview: Interview<'_>,
    answers: &mut impl BufRead,
    say: &mut dyn FnMut(&str),
) -> Result<Answers, Stop> {
    say("A few questions that no sheet can answer. Enter takes the answer in brackets.\n");
    let mut ended = false;
    while let Some(question) = interview.question() {
        let mut line = String::new();
        if !ended {
            say(&put(&question));
            ended = answers.read_line(&mut line).map_err(|error| Stop::io("cannot read the answer", &error))? == 0;
        }
        if let Err(why) = interview.answer(&line) {
            if ended {
                return Err(Stop::Usage("the answers ended before the questions did; nothing was written".to_owned()));
            }
            say(&paint(style::WARNING, shown(&why)));
        }
    }
    Ok(interview.finish())
}

fn put(question: &Question) -> String {
    let mut text = paint(style::HEADING, shown(&question.text));
    for (number, choice) in question.choices.iter().enumerate() {
        text.put(format_args!("\n  {} {}", number + 1, shown(choice)));
    }
    if !question.default.is_empty() {
        text.put(format_args!(" [{}]", shown(&question.default)));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::{Proposal, Survey};

    #[test]
    fn answers_are_read_line_by_line_and_asked_again_where_they_are_of_no_use() {
        let survey = |text: &str| Survey::of_bytes(text.as_bytes(), "people.csv", None).unwrap();
        let proposal = Proposal::new(Some(survey("Id,Name\n1,Pip\n")), Some(survey("Id,Likes\n1,tea\n")));
        let start = Answers::seen_from("2026-11-02".parse().unwrap(), "as you said");
        let mut said = Vec::new();
        let mut script = "Tea Club\nboth\n2\n\n\nnone\nNobody meets alone.\n".as_bytes();
        let talk = Interview::new(&proposal, start.clone());
        let answers = hold(talk, &mut script, &mut |line| said.push(line.to_owned())).unwrap();
        assert_eq!(answers.name.as_deref(), Some("Tea Club"));
        assert_eq!(answers.support, Some(alongside::domain::Support::Befriending));
        assert_eq!(answers.no_checks_why.as_deref(), Some("Nobody meets alone."));
        assert!(said.iter().any(|line| line.contains("answer with a number")), "{said:?}");
        // A talk that ends where there is no default ends without a file.
        let mut script = "Tea Club\n1\n\n\nnone\n".as_bytes();
        assert!(hold(Interview::new(&proposal, start), &mut script, &mut |_| {}).is_err());
    }
}
