//! The first worksheet: how many are served, and what it rests on.

use super::{Made, Sheet, capital};
use crate::write::table::Table;
use alongside::domain::Support;
use alongside::outcome::{Outcome, Status, telling};
use rust_xlsxwriter::XlsxError;

pub(super) fn summary(outcome: &Outcome) -> Made {
    let mut sheet = Sheet::new("Summary")?;
    sheet.header(&["What", "Number", "Remark"], &[38, 16, 60])?;
    put_summary(outcome, &mut sheet)?;
    sheet.close(outcome.levels.len() + outcome.totals.tiers.len() + 10, 3, false).map(Some)
}

/// One thing in each row: what, how many, and what to know of it.
fn put_summary(outcome: &Outcome, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let (programme, totals) = (&outcome.programme, &outcome.totals);
    let (mentor, mentee) = (programme.support.mentor(), programme.support.mentee());
    let offer = match programme.support {
        Support::Mentoring => "mentoring",
        Support::Befriending => "befriending",
    };
    sheet.text("Programme").text("").text(&programme.name).end()?;
    let period = format!("{offer} from {} to {}", programme.as_of, programme.planned_until);
    sheet.text("Period").text("").text(&period).end()?;
    if let Some(design) = &programme.design {
        sheet.text("Design").text("").text(&design.words()).end()?;
    }
    for report in &outcome.criteria {
        if let Some(weighing) = &report.weighing {
            let name = format!("Weight of {}", report.id.replace('_', " "));
            sheet.text(&name).number(report.weight).text(&weighing.words()).end()?;
        }
    }
    sheet.text(&format!("{}s", capital(mentee))).count(totals.mentees).text("").end()?;
    sheet.text("Proposed").count(totals.served).text(&format!("{mentee}s with a {mentor} proposed")).end()?;
    sheet.text("Waiting").count(totals.waiting).text(&format!("{mentee}s still waiting")).end()?;
    // With the two above these are all mentees.
    let standing = [
        ("Kept", totals.continuing, "with a pair that goes on"),
        ("Urgent", totals.urgent, "with a pair that a person must look at first"),
        ("On hold", totals.held, "held until something is settled"),
    ];
    for (name, people, remark) in standing.into_iter().filter(|(_, people, _)| *people > 0) {
        sheet.text(name).count(people).text(&format!("{mentee}s {remark}")).end()?;
    }
    for tier in &totals.tiers {
        let (name, remark) = (format!("Tier {}", tier.tier), format!("proposed, of {} in this tier", tier.mentees));
        sheet.text(&name).count(tier.served).text(&remark).end()?;
    }
    sheet.text(&format!("{}s", capital(mentor))).count(totals.mentors).text("").end()?;
    for ground in outcome.priority.iter().filter(|ground| ground.mentees > 0) {
        sheet.text(&format!("Tier {} by {}", ground.tier, ground.id)).count(ground.mentees).text(&ground.why).end()?;
    }
    let places = i64::try_from(totals.places).unwrap_or(i64::MAX);
    sheet.text("Places").number(places).text("of all of them together").end()?;
    sheet.text("Idle").count(outcome.idle.len()).text(&format!("{mentor}s with nobody proposed")).end()?;
    sheet.text("Total fit").number(totals.total_fit).text("to the programme's criteria").end()?;
    for level in telling(&outcome.levels) {
        let sure = if level.value == level.bound {
            "proved to be the greatest possible".to_owned()
        } else {
            format!("not proved; at most {} is possible", level.bound)
        };
        sheet.text(&format!("Aim: {}", level.level.words())).number(level.value).text(&sure).end()?;
    }
    for need in &outcome.recruitment {
        sheet.text(&format!("{}s to look for", capital(mentor))).text("").text(&need.words(programme.support)).end()?;
    }
    if let Some(stability) = &outcome.stability {
        let tiers = stability.tiers.iter().filter(|_| stability.tiers.len() > 1);
        let rows = tiers.map(|one| (format!(", tier {}", one.tier), one.most, one.fewer));
        for (of, most, fewer) in rows.chain([(String::new(), stability.most, stability.fewer)]) {
            let remark = match fewer {
                1.. => format!("{fewer} more than the stable matching serves"),
                0 => "as many as the stable matching serves".to_owned(),
                _ => format!("{} fewer than the stable matching serves", -fewer),
            };
            sheet.text(&format!("Could be served{of}")).count(most).text(&remark).end()?;
        }
    }
    let status = match outcome.status {
        Status::Optimal => "every level of the aim is proved",
        Status::Stable => "stable: no two would rather have each other",
        Status::BestFound => "stopped at the limit with the best found",
    };
    sheet.text("Result").text("").text(status).end()?;
    let seed = i64::try_from(programme.seed).ok().filter(|seed| *seed < 1 << 53);
    let remark = if seed.is_some() {
        "decides among equals".to_owned()
    } else {
        format!("decides among equals: {}", programme.seed)
    };
    sheet.text("Seed").number_or_blank(seed).text(&remark).end()?;
    sheet.text("Proposed by").text("").text(&format!("alongside {}", outcome.engine)).end()
}
