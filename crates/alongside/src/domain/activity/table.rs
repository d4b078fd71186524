//! The rows that ship with the engine, from public guidance, each with its source.

use super::MenteeGroup;
use super::MenteeGroup::{Adults, AdultsReceivingCare, Children};
use super::Nation;

/// What has to be said wherever the table is shown.
pub const TABLE_NOTE: &str = "The table was put together in November 2026 from the sources that it names. It is not \
    legal advice, law changes, and what a role may ask for depends on what somebody really does: hold it against the \
    guidance of your nation, and replace rows that do not fit. Asking for too little puts people at risk; asking for \
    a higher check than the role allows is unlawful.";

/// One row, before it is taken into a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShippedRow {
    /// Its name.
    pub row: &'static str,
    /// Nations that it is about.
    pub nations: &'static [Nation],
    /// Whom the mentees belong to.
    pub mentees: MenteeGroup,
    /// Ways of meeting that it is about; every way where empty.
    pub methods: &'static [&'static str],
    /// Days in 30 from which it applies; any where absent.
    pub from_days: Option<u8>,
    /// Whether it applies only where people are together overnight.
    pub overnight: bool,
    /// The check required; none where absent.
    pub check: Option<&'static str>,
    /// The highest check that may be asked for; where absent, the one required.
    pub highest: Option<&'static str>,
    /// Where that is from, and when it was read.
    pub source: &'static str,
}

const ENGLAND_AND_WALES: &[Nation] = &[Nation::England, Nation::Wales];
const SCOTLAND: &[Nation] = &[Nation::Scotland];
const NORTHERN_IRELAND: &[Nation] = &[Nation::NorthernIreland];
const IN_PERSON: &[&str] = &["face_to_face"];

const REGULATED: &str = "Safeguarding Vulnerable Groups Act 2006, schedule 4, as changed by the Crime and Policing Act \
    2026 from 1 September 2026: unpaid activity counts as regulated also under supervision \
    (schools.norfolk.gov.uk, guidance of 26 June 2026; read November 2026)";
const WITH_CHILDREN: &str = "gov.uk, DBS guidance leaflet on working with children in the charity sector, updated 7 \
    August 2024; read November 2026";
const WITH_ADULTS: &str = "gov.uk, DBS guidance leaflet on working with adults in the charity sector, updated 7 August \
    2024; read November 2026";
const PVG: &str = "Disclosure (Scotland) Act 2020, in force since 1 April 2025: membership of the PVG scheme for \
    regulated roles; ask Disclosure Scotland which roles are; read November 2026";
const ACCESS_NI: &str = "justice-ni.gov.uk, regulated activity and enhanced checks; in Northern Ireland day-to-day \
    supervision still takes activity with children out of it, so replace the row where mentors are supervised; read \
    November 2026";

const CHILDREN_LIST: Option<&str> = Some("enhanced DBS with children's barred list");
const ENHANCED: Option<&str> = Some("enhanced DBS");
const BASIC: Option<&str> = Some("basic DBS");
const NI_LIST: Option<&str> = Some("AccessNI enhanced with children's barred list");
const NI_ENHANCED: Option<&str> = Some("AccessNI enhanced");
const NI_BASIC: Option<&str> = Some("AccessNI basic");

/// Days in 30 from which activity counts as often: more than three.
const OFTEN: Option<u8> = Some(4);

/// The rows, in the order in which they are asked.
pub const SHIPPED_ROWS: &[ShippedRow] = &[
    often("england-wales-children-often", ENGLAND_AND_WALES, Children, CHILDREN_LIST, REGULATED),
    overnight("england-wales-children-overnight", ENGLAND_AND_WALES, Children, CHILDREN_LIST, REGULATED),
    otherwise("england-wales-children", ENGLAND_AND_WALES, Children, (ENHANCED, None), WITH_CHILDREN),
    often("england-wales-care-often", ENGLAND_AND_WALES, AdultsReceivingCare, ENHANCED, WITH_ADULTS),
    overnight("england-wales-care-overnight", ENGLAND_AND_WALES, AdultsReceivingCare, ENHANCED, WITH_ADULTS),
    otherwise("england-wales-care", ENGLAND_AND_WALES, AdultsReceivingCare, (None, BASIC), WITH_ADULTS),
    otherwise("england-wales-adults", ENGLAND_AND_WALES, Adults, (None, BASIC), WITH_ADULTS),
    otherwise("scotland-children", SCOTLAND, Children, (Some("PVG"), None), PVG),
    otherwise("scotland-care", SCOTLAND, AdultsReceivingCare, (Some("PVG"), None), PVG),
    otherwise("scotland-adults", SCOTLAND, Adults, (None, Some("level 1 disclosure")), PVG),
    often("northern-ireland-children-often", NORTHERN_IRELAND, Children, NI_LIST, ACCESS_NI),
    overnight("northern-ireland-children-overnight", NORTHERN_IRELAND, Children, NI_LIST, ACCESS_NI),
    otherwise("northern-ireland-children", NORTHERN_IRELAND, Children, (NI_ENHANCED, None), ACCESS_NI),
    often("northern-ireland-care-often", NORTHERN_IRELAND, AdultsReceivingCare, NI_ENHANCED, ACCESS_NI),
    overnight("northern-ireland-care-overnight", NORTHERN_IRELAND, AdultsReceivingCare, NI_ENHANCED, ACCESS_NI),
    otherwise("northern-ireland-care", NORTHERN_IRELAND, AdultsReceivingCare, (None, NI_BASIC), ACCESS_NI),
    otherwise("northern-ireland-adults", NORTHERN_IRELAND, Adults, (None, NI_BASIC), ACCESS_NI),
];

type Check = Option<&'static str>;

const fn often(
    row: &'static str,
    nations: &'static [Nation],
    mentees: MenteeGroup,
    check: Check,
    source: &'static str,
) -> ShippedRow {
    let row = otherwise(row, nations, mentees, (check, None), source);
    ShippedRow { from_days: OFTEN, ..row }
}

const fn overnight(
    row: &'static str,
    nations: &'static [Nation],
    mentees: MenteeGroup,
    check: Check,
    source: &'static str,
) -> ShippedRow {
    let row = otherwise(row, nations, mentees, (check, None), source);
    ShippedRow { overnight: true, methods: IN_PERSON, ..row }
}

const fn otherwise(
    row: &'static str,
    nations: &'static [Nation],
    mentees: MenteeGroup,
    (check, highest): (Check, Check),
    source: &'static str,
) -> ShippedRow {
    ShippedRow { row, nations, mentees, methods: &[], from_days: None, overnight: false, check, highest, source }
}
