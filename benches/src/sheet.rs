//! A sheet of mentors with every field that a mentor can have, headers being the fields' names.

use crate::dice::Dice;
use crate::people::{AREAS, BACKGROUNDS, GENDERS, GOALS, INTERESTS, LANGUAGES, LEVELS, METHODS, TALK, TIMES};

/// The header.
const HEADER: &str = "id,name,age,gender,ethnicity,languages,interests,lived_experience,availability,delivery_methods,\
exclusions,capacity,checks,training,preferences,consent,topics,area,talk,support_level,hours,start,\
monitoring.disability,faith,dislikes,goals,skills,needs,place,max_travel_km,delivery_models,role_type,available_from,\
available_until,known_to,birth_date,consent_withdrawn\n";

/// So many rows in CSV, a quarter of them with cells in quotation marks.
pub fn mentors(rows: usize) -> String {
    let mut dice = Dice::new(rows as u64);
    let mut sheet = String::with_capacity(rows * 500);
    sheet.push_str(HEADER);
    for at in 0..rows {
        let quoted = if at % 4 == 0 { "\"Up, \"\"Made\"\"" } else { "\"" };
        let name = if at % 4 == 0 { format!("{quoted} {at}\"") } else { format!("Made Up {at}") };
        let list = |words: Vec<&str>| words.join("; ");
        let cells = [
            format!("m{at:06}"),
            name,
            (20 + dice.roll(60)).to_string(),
            dice.pick(GENDERS).to_owned(),
            dice.pick(BACKGROUNDS).to_owned(),
            list(dice.some(LANGUAGES, 1, 2)),
            list(dice.some(INTERESTS, 2, 6)),
            if dice.once_in(3) { "care".to_owned() } else { String::new() },
            list(dice.some(TIMES, 2, 4)),
            list(dice.some(METHODS, 1, 3)),
            if at > 0 && dice.once_in(8) { format!("m{:06}", at - 1) } else { String::new() },
            (1 + dice.roll(3)).to_string(),
            "DBS 2025-06-30 to 2028-06-30".to_owned(),
            "safeguarding 2025-09-01; induction 2025-07-01".to_owned(),
            format!("prefer interests {}", dice.pick(INTERESTS)),
            "ethnicity 2026-02-01; lived_experience".to_owned(),
            list(dice.some(GOALS, 1, 3)),
            dice.pick(AREAS).to_owned(),
            dice.pick(TALK).to_owned(),
            dice.pick(LEVELS).to_owned(),
            format!("{}.5", dice.roll(6)),
            format!("2026-11-{:02}", 2 + dice.roll(28)),
            dice.pick(&["no", "yes"]).to_owned(),
            dice.pick(&["Quaker", "Jewish", "none"]).to_owned(),
            list(dice.some(INTERESTS, 1, 2)),
            list(dice.some(GOALS, 1, 2)),
            list(dice.some(GOALS, 1, 3)),
            "large print".to_owned(),
            format!("LS{} {}", 1 + dice.roll(16), 1 + dice.roll(8)),
            (3 + dice.roll(20)).to_string(),
            "one_to_one; together".to_owned(),
            "volunteer".to_owned(),
            format!("2026-10-{:02}", 1 + dice.roll(28)),
            format!("2027-12-{:02}", 1 + dice.roll(28)),
            if at > 0 && dice.once_in(8) { format!("m{:06} acquaintance", at - 1) } else { String::new() },
            format!("{}-05-17", 1946 + dice.roll(60)),
            String::new(),
        ];
        sheet.push_str(&cells.join(","));
        sheet.push('\n');
    }
    sheet
}
