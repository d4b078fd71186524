//! The words that made-up people are made of. Family names are put together from two halves, so that nobody takes them
//! for somebody.

/// What mentors hope to gain and mentees have to give.
pub(super) const GAINS: &[&str] =
    &["giving something back", "meeting people", "using what I know", "another culture", "practising a language"];

pub(super) const WOMEN: &[&str] = &[
    "Agnes",
    "Beryl",
    "Clementine",
    "Dorothea",
    "Edith",
    "Farida",
    "Gwendolen",
    "Hester",
    "Ines",
    "Juniper",
    "Khadija",
    "Lavinia",
    "Marigold",
    "Nerys",
    "Odette",
    "Perpetua",
    "Rosamund",
    "Selam",
    "Tabitha",
    "Ursula",
    "Verity",
    "Winifred",
    "Yusra",
    "Zainab",
];

pub(super) const MEN: &[&str] = &[
    "Algernon", "Barnaby", "Cyril", "Dawit", "Edmund", "Farhad", "Gethin", "Horace", "Idris", "Jasper", "Kofi",
    "Lancelot", "Mordecai", "Ned", "Oswald", "Percival", "Quentin", "Rufus", "Sayed", "Tobias", "Ulric", "Vernon",
    "Wilfred", "Yonas",
];

pub(super) const FIRST_HALVES: &[&str] = &[
    "Apple", "Bramble", "Button", "Candle", "Clover", "Crumpet", "Dapple", "Ember", "Feather", "Foxglove", "Gingham",
    "Hazel", "Inkwell", "Jumble", "Kettle", "Lantern", "Marrow", "Nettle", "Otter", "Pepper", "Quill", "Rumble",
    "Saffron", "Teasel", "Thimble", "Tumble", "Velvet", "Walnut", "Whistle", "Wren",
];

pub(super) const SECOND_HALVES: &[&str] = &[
    "bank", "beck", "bottom", "bury", "combe", "croft", "dale", "feather", "field", "garth", "ham", "hollow", "ingham",
    "knot", "low", "mere", "nook", "pot", "ridge", "shaw", "spoon", "stitch", "thorpe", "thwaite", "wick", "worthy",
];

pub(super) const ETHNICITIES: &[&str] = &[
    "White British",
    "Pakistani",
    "Black African",
    "Indian",
    "White Irish",
    "Black Caribbean",
    "Mixed",
    "Bangladeshi",
    "Arab",
    "Chinese",
    "Roma",
];

pub(super) const FAITHS: &[&str] = &["none", "Christian", "Muslim", "Hindu", "Sikh", "Jewish", "Buddhist"];

pub(super) const DISABILITIES: &[&str] = &["no", "no", "no", "yes", "prefer not to say"];

/// Who decides in made-up programmes.
pub(super) const COORDINATORS: &[&str] = &["Prudence Thistlepot, coordinator", "Ambrose Wrenspoon, coordinator"];

/// Reasons of decisions.
pub(super) const KEPT: &[&str] =
    &["They met at the open day and asked for each other", "A good start last year, cut short by a move"];

pub(super) const BARRED: &[&str] = &["They are neighbours and would rather not", "They work in the same team"];

pub(super) const PAIR_HELD: &[&str] =
    &["A first meeting is arranged; both will say afterwards", "Waiting for a call back before they are introduced"];

pub(super) const MENTEE_HELD: &[&str] = &["In hospital until the spring", "Moving house; asked for a call next month"];

pub(super) const MENTOR_HELD: &[&str] = &["Away until the new year", "Supervision first: to be talked over"];

pub(super) const HONOURED: &[&str] = &["A bad experience, told in confidence; the wish is understood"];

pub(super) const FRIEND_ALLOWED: &[&str] =
    &["Talked over with both; checks are the same as for all, and both know whom to call"];
