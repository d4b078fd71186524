//! The words that made-up people answer with. Few, so that people share them.

pub(super) const INTERESTS: &[&str] = &["chess", "gardening", "choir", "kites", "board games"];
pub(super) const LANGUAGES: &[&str] = &["English", "Polish", "Arabic"];
pub(super) const EXPERIENCE: &[&str] = &["care", "bereavement", "prison"];
pub(super) const METHODS: &[&str] = &["face_to_face", "telephone", "internet"];
pub(super) const MODELS: &[&str] = &["one_to_one", "together", "individually"];
pub(super) const DISLIKES: &[&str] = &["bingo", "karaoke", "crowds"];
pub(super) const GOALS: &[&str] = &["cooking", "driving", "finding work", "nursing"];
pub(super) const SKILLS: &[&str] = &["cooking", "driving", "finding work", "juggling"];
pub(super) const BARRIERS: &[&str] = &["trauma", "Stammer", "stutter", "anger", "never named"];
pub(super) const NEEDS: &[&str] = &["step-free access", "bingo", "trauma"];
pub(super) const CAPABILITIES: &[&str] = &["Trauma-informed", "communication", "patience", "regulation", "access"];
pub(super) const ROLES: &[&str] = &["volunteer", "peer", "paid"];
pub(super) const RELATIONS: &[&str] = &["kin", "close_friend", "close friend", "Acquaintance", "professional"];
pub(super) const TRADES: &[&str] = &["joinery", "catering", "nursing"];
pub(super) const AREAS: &[&str] = &["Lower Tumble", "Upper Fold", "Far Moor"];
pub(super) const GENDERS: &[&str] = &["woman", "man", "non-binary"];
pub(super) const ETHNICITIES: &[&str] = &["Irish", "Caribbean", "Indian"];
pub(super) const FAITHS: &[&str] = &["quaker", "sikh"];
pub(super) const GRADES: &[&str] = &["AA", "AO", "EO", "HEO"];
pub(super) const HOURS: &[f64] = &[0.0, 1.5, 2.0, 3.125, 6.0];
pub(super) const AGES: &[i64] = &[17, 18, 25, 34, 41, 68];
pub(super) const TIMES: &[&str] = &[
    "Mon 17:00-20:00",
    "Tue am",
    "Sat am",
    "weekdays evening",
    "Sun 23:00-01:00",
    "Mon 00:00-01:30",
    "Wed 18:30-19:00",
    "every day all day",
];

/// In and around one town and far from it, in every form, the same place in several forms among them.
pub(super) const PLACES: &[&str] = &[
    "M1 1AE",
    "M1 1",
    "M14 5",
    "OL1 1AA",
    "E 384500 N 398200",
    "384500 398200",
    "53.48, -2.24",
    "53.4801, -2.2401",
    "SW1A 1AA",
    "ZE1 0AA",
    "BT1 1AA",
    "M1",
    "36.8 S, 174.8 E",
];
pub(super) const TRAVELS: &[f64] = &[0.0, 0.5, 2.0, 8.0, 12.125, 300.0, 20_000.0];

/// The day of every made-up programme.
pub(super) const AS_OF: &str = "2026-09-01";

/// Days around [`AS_OF`] and around the ends of planned periods.
pub(super) const DAYS: &[&str] = &[
    "2021-02-28",
    "2024-02-29",
    "2025-08-31",
    "2026-03-31",
    "2026-08-31",
    "2026-09-01",
    "2026-09-02",
    "2026-12-01",
    "2027-03-01",
    "2027-11-01",
    "2029-01-01",
];
