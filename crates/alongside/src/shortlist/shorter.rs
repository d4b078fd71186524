//! Why a list has fewer options than were asked for.

use super::{Kind, Request, Shorter, ShorterBecause, Shortlist};
use crate::domain::Support;
use crate::outcome::reasons_of;
use crate::round::Round;

/// Says of every list that is shorter than was asked for why it is. Whoever has no further candidates is told what the
/// rules said of everybody; nobody else's reasons are worked out.
pub(super) fn shorter(round: &Round<'_>, request: &Request, lists: &mut [(usize, Shortlist)]) {
    let short = |list: &Shortlist| list.options.len() < request.options.get() as usize;
    let candidates = |mentee: usize| round.graph.row(mentee).count();
    let all: Vec<usize> = lists
        .iter()
        .filter(|(mentee, list)| short(list) && candidates(*mentee) == list.options.len())
        .map(|(mentee, _)| *mentee)
        .collect();
    let mut reasons = reasons_of(round, &all).into_iter();
    for (mentee, list) in lists.iter_mut().filter(|(_, list)| short(list)) {
        let candidates = candidates(*mentee);
        let left_out = candidates - list.options.len();
        let because = match (left_out, request.kind) {
            (0, _) => ShorterBecause::NoMoreCandidates,
            (_, Kind::Proposal) => ShorterBecause::OnEnoughLists,
            (_, Kind::OneAfterAnother) => ShorterBecause::WouldCostAPlace,
            (_, Kind::Jointly) => ShorterBecause::NoPlaceToBackIt,
        };
        let said = if left_out == 0 { reasons.next() } else { None };
        let (asked, reasons) = said.map_or((None, Vec::new()), |(asked, reasons)| (Some(asked), reasons));
        list.shorter = Some(Shorter { because, candidates, left_out, asked, reasons });
    }
}

impl Shorter {
    /// The reason in a few words; `support` decides whether people are called mentors or befrienders.
    pub fn words(&self, support: Support) -> String {
        let mentor = support.mentor();
        let others = match self.left_out {
            1 => format!("the other {mentor} who could be proposed"),
            others => format!("the other {others} {mentor}s who could be proposed"),
        };
        let verb = |one: &'static str, many: &'static str| if self.left_out == 1 { one } else { many };
        match self.because {
            ShorterBecause::NoMoreCandidates if self.candidates == 0 => format!("no {mentor} could be proposed"),
            ShorterBecause::NoMoreCandidates if self.candidates == 1 => format!("no other {mentor} could be proposed"),
            ShorterBecause::NoMoreCandidates => format!("no {mentor} beside these could be proposed"),
            ShorterBecause::OnEnoughLists => {
                format!("{others} {} on as many lists as allowed", verb("stands", "stand"))
            }
            ShorterBecause::WouldCostAPlace => format!("{others} would cost somebody a place"),
            ShorterBecause::NoPlaceToBackIt => {
                format!("no place is left to back an option with {others}")
            }
        }
    }
}
