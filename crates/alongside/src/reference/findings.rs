//! What the reference says of findings beyond their meaning.

use super::page::Text;
use super::{Entry, plain};
use crate::audit::FindingCode;

/// An entry for every code.
pub(super) fn entries() -> impl Iterator<Item = Entry> {
    FindingCode::ALL.iter().map(|code| {
        let mut text = Text::default();
        text.paragraph(&plain(code.meaning()));
        text.labelled("What to do", advice(*code));
        Entry { kind: "finding", name: code.name().to_owned(), text: text.finish(), example: None }
    })
}

/// What it means for the coordinator, and what to do.
const fn advice(code: FindingCode) -> &'static str {
    match code {
        FindingCode::FormatVersion => {
            "The audit reads one version of the format. Use the version of `alongside` that wrote the outcome, or \
                match again with this one."
        }
        FindingCode::EngineVersion => {
            "Nothing may be wrong; what follows from the difference is told on its own. Check with the version that \
                wrote the outcome, or match again."
        }
        FindingCode::ProgrammeSummary => {
            "The outcome belongs to another programme, or the programme file was changed since: its name, day, seed \
                or floor. Check against the file of that round, or match again."
        }
        FindingCode::Status => {
            "The outcome calls itself the best found, and its own bounds prove every level. The proposal can stand; \
                but the outcome was edited, or the engine is at fault."
        }
        FindingCode::OwnCriterion => {
            "Audit with the Rust program that matched: it has the criterion. Whatever else is found here may follow from \
                its absence."
        }
        FindingCode::UnknownPerson => {
            "Somebody was added, taken off or renumbered since. Check against the sheets of that round; if they are \
                the same, the outcome was changed."
        }
        FindingCode::RepeatedMentee => {
            "Two people would be told to expect the same person. Tell nobody before it is clear; match again."
        }
        FindingCode::CapacityExceeded => {
            "A mentor has fewer places than when it was matched, or pairs were added by hand. Match again with the \
                places as they are."
        }
        FindingCode::Meeting => {
            "Somebody's free times were changed since, or the meeting was moved by hand. Ask the people concerned when they \
                can meet: the time in the outcome is a possible one, and nobody has agreed to it."
        }
        FindingCode::NotEligible => {
            "Do not let this pair meet on the strength of the outcome. A check may have run out or been taken off \
                the sheet since, or the pair was put in by hand. `alongside explain` says which rule it is."
        }
        FindingCode::BelowFloor => {
            "An answer, a weight or the floor was changed since, or the pair was put in by hand. Match again."
        }
        FindingCode::Tier => "Tiers were changed since. Match again: they decide who comes first.",
        FindingCode::Order => {
            "Nothing is missing. The lists were sorted by another program; where order carries no meaning for you, \
                it does no harm."
        }
        FindingCode::ContributionList => {
            "Criteria were added, removed or reordered since, or the outcome was edited. Match again before the \
                numbers are shown to anybody."
        }
        FindingCode::Points => {
            "An answer or a setting of the criterion was changed since. The reason given for the pair may not hold; \
                match again."
        }
        FindingCode::Weight => "Weights were changed since. Match again: the choice of pairs rests on them.",
        FindingCode::Contribution => {
            "The outcome was edited, or written by something else. Do not explain the pair with these numbers."
        }
        FindingCode::Because => {
            "An answer was changed since, or the text was edited. Do not give this reason to anybody; match again."
        }
        FindingCode::Fit => {
            "The parts do not add up, so the outcome was edited or written by something else. Match again."
        }
        FindingCode::Wishes => {
            "Wishes or the answers that they turn on were changed since. Look at the pair with a person's eyes \
                before anybody is told; match again."
        }
        FindingCode::StaffFacts => {
            "What could end the relationship early, or what a carer said, was changed since. Look at the pair again \
                before anybody is told; match again."
        }
        FindingCode::Ways => {
            "How somebody can be reached, or what they speak, was changed since. Ask again how the two would meet before \
                anybody is told; match again."
        }
        FindingCode::Against => {
            "The point you were asked to look at is not the one that costs most. Match again, and look again."
        }
        FindingCode::Alternatives => "Whoever chose among them saw the wrong ones. Match again, and choose again.",
        FindingCode::KeptMissing => {
            "A pair that meets would be told nothing, or a rule that speaks against it would go unseen. A relationship \
                or decision was added since, or the outcome was edited; match again."
        }
        FindingCode::KeptUnfounded => {
            "A relationship or decision was taken out or changed since, or a rule now speaks against the pair. Match \
                again before anybody is told that the pair goes on."
        }
        FindingCode::KeptFacts => "A date or a decision was changed since. Match again where it is reported.",
        FindingCode::Objections => {
            "A check may have run out since, or been renewed. Ask `alongside explain` what stands against the pair \
                before you act."
        }
        FindingCode::HeldList => {
            "Something was decided since. Match again: who is held is left out, and a place may be reserved."
        }
        FindingCode::WaitingMissing => {
            "Somebody was dropped without a word. Find out who before anything else, then match again."
        }
        FindingCode::WaitingUnfounded => {
            "Somebody is told to wait who has a proposal. Match again before people are told."
        }
        FindingCode::WaitingTime => "A date was changed since. Match again where waiting time is reported.",
        FindingCode::IdleMissing => "A volunteer would hear nothing. Find out who, then match again.",
        FindingCode::IdleUnfounded => {
            "A volunteer would be told that nobody was found, and somebody was. Match again before people are told."
        }
        FindingCode::Capacity => "Places were changed since. Match again: somebody who waits might be served.",
        FindingCode::Reasons => {
            "Answers or rules were changed since. Do not act on these counts, nor give them as reasons; match again."
        }
        FindingCode::Asked => {
            "The counts do not divide everybody on the other side as the rules do now. Match again before they are \
                reported."
        }
        FindingCode::NeededElsewhere => {
            "Places or candidates were changed since. Match again before it is said that others came first."
        }
        FindingCode::Servable => {
            "It matters: either somebody waits for want of mentors, or mentors went to others. Match again before \
                recruitment is planned on it."
        }
        FindingCode::ServedElsewhere => "Proposals or candidates were changed since. Match again.",
        FindingCode::RuleList => {
            "Rules were added, removed or reordered since. Match again: pairs may be allowed that should not be, or \
                refused that need not be."
        }
        FindingCode::CriterionList => "Criteria were added, removed or reordered since. Match again.",
        FindingCode::CriterionPoints => {
            "The sum over the proposals is another one. If no single pair is faulted, the outcome was edited."
        }
        FindingCode::Records => {
            "A basis, justification or decision was changed since, or taken out of the outcome. Do not file the \
                outcome as a record before it is clear."
        }
        FindingCode::Recruitment => {
            "Wishes, answers or places were changed since. Match again before you look for mentors by these numbers."
        }
        FindingCode::Programmes => {
            "A referral, an approval, an agreement to share or a programme's conditions were changed since. Match again: \
                whom a programme may see depends on them."
        }
        FindingCode::Totals => {
            "A number of the summary is wrong, so do not report it. If nothing else is found, the outcome was \
                edited."
        }
        FindingCode::TierTotals => {
            "A number of the summary is wrong, so do not report it; or the number of tiers was changed since."
        }
        FindingCode::LevelList => "The aim was changed since: its tiers, its quality or its `first`. Match again.",
        FindingCode::LevelValue => {
            "The proposals do not reach what the outcome claims, or reach more. Match again before results are \
                compared."
        }
        FindingCode::LevelBound => {
            "The claim that the level is proved, or how far it is from being proved, does not hold. Take the outcome \
                as the best found."
        }
        FindingCode::QuestionMissing => {
            "Somebody might have been asked and was not. Match again, and look at the questions."
        }
        FindingCode::QuestionUnfounded => {
            "Nobody needs to be asked this; the blank was filled in since, or the criterion no longer asks."
        }
        FindingCode::QuestionPairs => "Answers were changed since. Match again before you choose whom to ring first.",
        FindingCode::QuestionTried => {
            "The library was told to try another number of questions, or another version wrote the outcome. What was \
                tried is checked all the same."
        }
        FindingCode::QuestionAnswer => {
            "Somebody would be rung for nothing, or not rung where it counts. Match again, and look at the \
                questions."
        }
        FindingCode::Certificate => {
            "The matching may still be the best: the audit then proves it in another way and says so, or names what could \
                be better. But the outcome was edited, or the programme changed since, or the engine is at fault."
        }
        FindingCode::NotOptimal => {
            "Somebody may be left waiting who could be served, or a better matching of the same size was missed. If \
                programme and sheets are those of the round, it is a fault of the engine, and we would like to know."
        }
        FindingCode::Stability => {
            "Do not report what stability costs before it is clear. Places, answers or the aim were changed since, or the \
                outcome was edited; match again."
        }
        FindingCode::BlockingPair => {
            "The two could come to you and ask why they were not put together. An answer or a place was changed since, or \
                pairs were put in by hand; match again."
        }
        FindingCode::StableChoice => {
            "Nobody would rather have somebody whom they can get, but other pairs were promised. An answer, the seed or a \
                place was changed since, or pairs were put in by hand; match again."
        }
        FindingCode::ProofUnfinished => {
            "Nothing is shown to be wrong. The programme is larger than the audit can prove within its limit; \
                everything else was checked."
        }
    }
}
