//! What practice asks beside what a match turns on most: how people can be reached, who looks after them, where they must
//! not be, how long a mentor can promise to stay.

use super::dice::Dice;
use super::people::{Person, day};
use super::scheme::Scheme;
use crate::domain::Side;

/// Who is asked for a field: one side or both, in some kinds of programme.
struct Asked {
    field: &'static str,
    side: Option<Side>,
    schemes: &'static [Scheme],
}

const fn of(side: Side, field: &'static str, schemes: &'static [Scheme]) -> Asked {
    Asked { field, side: Some(side), schemes }
}

const fn both(field: &'static str, schemes: &'static [Scheme]) -> Asked {
    Asked { field, side: None, schemes }
}

/// In the order of the sheets.
const ASKED: &[Asked] = &[
    both("phone", &[Scheme::Befriending, Scheme::Resettlement]),
    both("hearing_access", &[Scheme::Befriending]),
    both("device", &[Scheme::Befriending, Scheme::CareLeavers]),
    of(Side::Mentee, "online_supervision", &[Scheme::CareLeavers]),
    of(Side::Mentee, "other_services", &[Scheme::Befriending, Scheme::Resettlement]),
    of(Side::Mentee, "wants_to_try", &[Scheme::Workplace]),
    of(Side::Mentee, "relationship_barriers", &[Scheme::CareLeavers, Scheme::Resettlement]),
    of(Side::Mentor, "capabilities", &Scheme::ALL),
    of(Side::Mentor, "promised_months", &Scheme::ALL),
    both("move_likely", &Scheme::ALL),
    of(Side::Mentee, "carer_consent", &[Scheme::CareLeavers]),
    of(Side::Mentee, "carer_informed_of", &[Scheme::CareLeavers]),
    of(Side::Mentee, "carer_preferences", &[Scheme::CareLeavers]),
    of(Side::Mentee, "placement_type", &[Scheme::CareLeavers]),
    of(Side::Mentee, "care_status", &[Scheme::CareLeavers]),
    of(Side::Mentee, "transition_date", &[Scheme::CareLeavers]),
    both("attends", &[Scheme::Resettlement]),
    both("barred_from", &[Scheme::Resettlement]),
    of(Side::Mentee, "existing_support", &[Scheme::CareLeavers]),
    of(Side::Mentee, "network_contacted", &[Scheme::CareLeavers]),
    of(Side::Mentee, "own_network", &[Scheme::CareLeavers]),
];

/// The fields asked of a side in a kind of programme.
pub(super) fn fields(scheme: Scheme, side: Side) -> impl Iterator<Item = &'static str> {
    let asked = move |one: &&Asked| one.schemes.contains(&scheme) && one.side.is_none_or(|own| own == side);
    ASKED.iter().filter(asked).map(|one| one.field)
}

const BARRIERS: &[&str] = &["mistrust of adults", "anxiety", "trauma", "autism", "anger", "stammer"];
const CAPABLE: &[&str] = &["trauma-informed", "communication", "regulation", "access"];
const PLACEMENTS: &[&str] = &["foster", "residential", "semi_independent", "kinship", "supported", "independent"];
const STATUSES: &[&str] = &["in_care", "care_leaver", "at_risk", "previously_in_care"];
const SUPPORTED_BY: &[&str] = &["personal_adviser", "independent_visitor"];
const NETWORKS: &[&str] = &["small", "wide"];
const SITES: &[&str] = &["Nettle Estate", "Far Moor gym", "Cinder Lane", "the old tram depot", "Quince Market"];
const SERVICES: &[&str] = &["day centre: Tue 10:00-12:00", "clinic: Thu am", "lunch club: Fri 12:00-14:00"];
const INFORMED: &[&str] = &["complaints procedure", "whom to ring", "where they meet"];

impl Person<'_> {
    /// Answers what practice asks, by dice of its own, so that nothing else turns on it.
    pub(super) fn practice(&mut self, index: u32) {
        let what = 64 + self.made.scheme as u64 * 2 + u64::from(self.side == Side::Mentee);
        let mut dice = Dice::of(self.made.seed, what, u64::from(index));
        // Whoever does not come in person has what another way needs, or would have no way left.
        let ways = self.answers.iter().find(|answer| answer.field == "delivery_methods");
        let comes = ways.is_none_or(|ways| ways.items.iter().any(|way| way == "face_to_face"));
        for field in fields(self.made.scheme, self.side) {
            // Every field costs the same dice, whoever answers it.
            let (roll, kind) = (dice.roll(100), dice.roll(1 << 16));
            let mut own = Dice::of(self.made.seed, what + 16, kind);
            let yes = if own.chance(94) { "yes" } else { "no" };
            match field {
                "phone" | "device" | "hearing_access" | "online_supervision" if !comes => self.put(field, ["yes"]),
                "phone" | "device" | "hearing_access" | "online_supervision" | "carer_consent" if roll < 88 => {
                    self.put(field, [yes]);
                }
                "move_likely" if roll < 25 => self.put(field, [if yes == "no" { "yes" } else { "no" }]),
                "other_services" if roll < 9 => self.put(field, [own.pick(SERVICES)]),
                "wants_to_try" if roll < 20 => self.put(field, [own.pick(self.traits.interests)]),
                "relationship_barriers" if roll < 14 => self.put(field, [own.common(BARRIERS)]),
                "capabilities" if roll < 55 => {
                    let count = own.between(1, 4);
                    let capabilities = own.several(CAPABLE, count);
                    self.put(field, capabilities);
                }
                "promised_months" if roll < 60 => self.put(field, [own.between(6, 36).to_string()]),
                "carer_informed_of" if roll < 40 => self.put(field, [own.pick(INFORMED)]),
                "carer_preferences" if roll < 8 => {
                    let wished = own.common(self.traits.interests);
                    self.put(field, [format!("prefer interests {wished}")]);
                }
                "placement_type" if roll < 85 => self.put(field, [own.common(PLACEMENTS)]),
                "care_status" if roll < 92 => self.put(field, [own.common(STATUSES)]),
                "transition_date" if roll < 20 => {
                    self.put(field, [day(i64::try_from(own.between(5, 500)).unwrap_or(0))]);
                }
                "attends" if roll < 30 => self.put(field, [own.pick(SITES)]),
                "barred_from" if roll < 4 => self.put(field, [own.pick(SITES)]),
                "network_contacted" if roll < 70 => self.put(field, [yes]),
                "own_network" if roll < 60 => self.put(field, [own.pick(NETWORKS)]),
                "existing_support" if roll < 12 => self.put(field, [own.common(SUPPORTED_BY)]),
                _ => {}
            }
        }
    }
}
