//! One sheet, judged column by column, with what only shows across columns.

use super::evidence::{Kind, role_word};
use super::judge::{Judged, Sure, judge};
use super::meaning::Meaning;
use super::runs::{self, Run};
use super::survey::Survey;
use alongside::domain::Side;
use alongside::input::DateOrder;

/// One sheet, judged.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    pub(super) survey: Survey,
    /// One for each column; those of runs have no meaning of their own.
    pub(super) judged: Vec<Judged>,
    pub(super) runs: Vec<Run>,
}

/// From what people are told apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct IdFrom {
    pub(super) columns: Vec<usize>,
    /// Whether the column is taken as it stands; otherwise an opaque id is made.
    pub(super) plain: bool,
    pub(super) why: String,
}

/// What the dates of a sheet tell about their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// No date whose order could be in doubt.
    NoDoubt,
    Decided(DateOrder),
    /// Every date could be read in either order.
    Undecided,
    /// Some have a day above 12 first, others second.
    Mixed,
}

impl Reading {
    pub(super) fn of(survey: Survey) -> Self {
        let runs = runs::find(&survey.columns);
        let in_run = |index: usize| runs.iter().find(|run| run.holds(index));
        let judged = survey.columns.iter().enumerate().map(|(index, column)| match in_run(index) {
            Some(run) => {
                let why = format!("one of {} neighbouring columns of ticked boxes", run.len());
                Judged { meaning: None, sure: Sure::Likely, why }
            }
            None => judge(column),
        });
        Self { judged: judged.collect(), runs, survey }
    }

    /// The columns of that meaning, the surest first, then in the order of the sheet.
    pub(super) fn of_meaning(&self, meaning: Meaning) -> Vec<usize> {
        let mut found: Vec<(Sure, usize)> = self
            .judged
            .iter()
            .enumerate()
            .filter(|(_, judged)| judged.meaning == Some(meaning))
            .map(|(index, judged)| (judged.sure, index))
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, index)| index).collect()
    }

    /// Whether the column is read without anybody having looked: it is more than a guess.
    pub(super) fn is_sure(&self, column: usize) -> bool {
        self.judged.get(column).is_some_and(|judged| judged.sure < Sure::Guess)
    }

    /// Whether some of its dates have a time of day behind them.
    pub(super) fn has_times(&self, column: usize) -> bool {
        self.survey.columns.get(column).is_some_and(|column| column.facts.count(Kind::Moment) > 0)
    }

    pub(super) fn in_run(&self, column: usize) -> bool {
        self.runs.iter().any(|run| run.holds(column))
    }

    /// The column that says which side a row belongs to, and its words for a side, as they are spelt.
    pub(super) fn role(&self, side: Side) -> Option<(usize, Vec<String>)> {
        let column = *self.of_meaning(Meaning::Role).first()?;
        let words = self.survey.columns.get(column)?.facts.closed()?;
        let belongs =
            |word: &str| role_word(&super::evidence::plain(word)).is_some_and(|of| of.is_none_or(|of| of == side));
        let words: Vec<String> =
            words.into_iter().filter(|(word, _)| belongs(word)).map(|(word, _)| word.to_owned()).collect();
        (!words.is_empty()).then_some((column, words))
    }

    /// The ways in which people can be told apart, the best first; empty where no column does.
    pub(super) fn ids(&self) -> Vec<IdFrom> {
        let facts = |column: usize| self.survey.columns.get(column).map(|column| &column.facts);
        let apart = |column: &usize| facts(*column).is_some_and(super::facts::Facts::tells_apart);
        let mut ways = Vec::new();
        for column in self.of_meaning(Meaning::Field("id")).into_iter().filter(apart) {
            let rows = self.survey.rows;
            ways.push(IdFrom {
                columns: vec![column],
                plain: true,
                why: format!("{rows} rows, {rows} different cells"),
            });
        }
        let mail = |column: &usize| facts(*column).is_some_and(|facts| facts.mostly(Kind::Email));
        for column in self.of_meaning(Meaning::Contact).into_iter().filter(mail).filter(apart) {
            let why = "every row has an e-mail address of its own; the id made from it shows nothing of it";
            ways.push(IdFrom { columns: vec![column], plain: false, why: why.to_owned() });
        }
        let names = self.name_columns();
        if let [name] = names.as_slice() {
            if apart(name) {
                let why = "every row has a name of its own; two people of one name would be refused";
                ways.push(IdFrom { columns: names.clone(), plain: false, why: why.to_owned() });
            }
        } else if !names.is_empty() {
            let why = "the parts of the name together; two people of one name would be refused";
            ways.push(IdFrom { columns: names.clone(), plain: false, why: why.to_owned() });
        }
        // What nobody takes for an id, but tells all rows apart.
        if ways.is_empty() {
            let mail = self.of_meaning(Meaning::Contact).into_iter().find(|column| mail(column));
            if let (Some(mail), false) = (mail, names.is_empty()) {
                let columns = names.iter().copied().chain([mail]).collect();
                let why = "neither name nor e-mail address tells all rows apart; together they may";
                ways.push(IdFrom { columns, plain: false, why: why.to_owned() });
            }
        }
        ways
    }

    /// The columns of people's names, in the order in which they are written.
    pub(super) fn name_columns(&self) -> Vec<usize> {
        if let Some(whole) = self.of_meaning(Meaning::Field("name")).first() {
            return vec![*whole];
        }
        let part = |at| self.of_meaning(Meaning::NamePart(at)).first().copied();
        part(0).into_iter().chain(part(1)).collect()
    }

    /// The column of ids, where each id stands in several rows: one row for each person and thing.
    pub(super) fn long_form(&self) -> Option<usize> {
        let column = *self.of_meaning(Meaning::Field("id")).first()?;
        let facts = &self.survey.columns.get(column)?.facts;
        (facts.blank == 0 && facts.repeated > 0 && self.ids().iter().all(|way| !way.plain)).then_some(column)
    }

    /// What the dates tell about their order.
    pub(super) fn order(&self) -> Order {
        let dates = self.survey.columns.iter().filter(|column| column.facts.mostly(Kind::Date));
        let (mut day, mut month, mut either) = (0, 0, 0);
        for column in dates {
            day += column.facts.dates.day_first;
            month += column.facts.dates.month_first;
            either += column.facts.dates.either;
        }
        match (day, month, either) {
            (0, 0, 0) => Order::NoDoubt,
            (0, 0, _) => Order::Undecided,
            (_, 0, _) => Order::Decided(DateOrder::DayMonthYear),
            (0, _, _) => Order::Decided(DateOrder::MonthDayYear),
            _ => Order::Mixed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(text: &str) -> Reading {
        Reading::of(Survey::of_bytes(text.as_bytes(), "people.csv", None).unwrap())
    }

    #[test]
    fn an_id_column_comes_before_an_address_before_a_name() {
        let ways = reading("Name,E-mail,Ref\nPip,p@tea.example,1\nPop,q@tea.example,7\n").ids();
        let columns: Vec<_> = ways.iter().map(|way| (way.columns.clone(), way.plain)).collect();
        assert_eq!(columns, [(vec![2], true), (vec![1], false), (vec![0], false)]);
        let ways = reading("First name,Surname\nPip,Marmalade\nPip,Teacake\n").ids();
        assert_eq!(ways.first().map(|way| way.columns.clone()), Some(vec![0, 1]));
    }

    #[test]
    fn a_day_above_twelve_decides_for_the_whole_sheet() {
        assert_eq!(reading("Born\n4/7/1950\n31/1/1960\n").order(), Order::Decided(DateOrder::DayMonthYear));
        assert_eq!(reading("Born\n4/7/1950\n1/31/1960\n").order(), Order::Decided(DateOrder::MonthDayYear));
        assert_eq!(reading("Born\n4/7/1950\n5/6/1960\n").order(), Order::Undecided);
        assert_eq!(reading("Born\n31/7/1950\n5/26/1960\n").order(), Order::Mixed);
        assert_eq!(reading("Born\n1950-07-31\n").order(), Order::NoDoubt);
    }

    #[test]
    fn the_words_of_a_role_column_are_sorted_by_side() {
        let sheet = reading("Id,Role\n1,Mentor\n2,mentee\n3,Both\n4,mentee\n5,Mentor\n6,Both\n");
        assert_eq!(sheet.role(Side::Mentor).unwrap().1, ["Both", "Mentor"]);
        assert_eq!(sheet.role(Side::Mentee).unwrap().1, ["Both", "mentee"]);
    }

    #[test]
    fn ids_that_repeat_are_the_long_form() {
        let sheet = reading("Id,Interest\n1,tea\n1,cake\n2,tea\n");
        assert_eq!(sheet.long_form(), Some(0));
        assert_eq!(reading("Id,Interest\n1,tea\n2,cake\n").long_form(), None);
    }
}
