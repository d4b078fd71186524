//! The words that made-up people are made of. Family names are put together from two halves, so that nobody takes them
//! for somebody.

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

/// Outcodes of made-up programmes, town by town, the largest first. The sectors are real so that distances are; there is
/// no street in them.
pub(super) const TOWNS: &[&[&str]] = &[
    &["LS1", "LS6", "LS7", "LS8", "LS9", "LS11", "LS12", "LS17"],
    &["BD1", "BD3", "BD5", "BD7", "BD9"],
    &["HD1", "HD3", "HD5"],
    &["WF1", "WF2", "WF8"],
    &["HX1", "HX3"],
    &["HG1", "HG2"],
];
