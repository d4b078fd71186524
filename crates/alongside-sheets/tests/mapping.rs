//! What the mapping makes of cells.

mod support;

use alongside::IssueCode;
use alongside::input::{DateOrder, Document, Notation, Origin, build};
use support::{Folder, mentees, mentors};

#[test]
fn ids_stay_text_for_ever() {
    let read = mentors("id,name\n007,Ada Sample\n1234567890123456789,Bo Sample\n 1e5 ,Cy Sample\n", "");
    assert_eq!([0, 1, 2].map(|person| read.field(person, "id")), ["007", "1234567890123456789", "1e5"]);
}

#[test]
fn cells_are_trimmed_and_blanks_give_no_field() {
    let read = mentors("id,name,gender\n1,\u{a0} Ada Sample \u{a0},\" \u{a0}\"\n", "");
    assert_eq!(read.field(0, "name"), "Ada Sample");
    assert_eq!(read.people[0].field("gender"), None);
}

#[test]
fn columns_are_joined_and_ids_only_when_whole() {
    let mapping = "columns.id = { columns = [\"First\", \"Last\"], join = \"/\" }\n\
        columns.name = { columns = [\"First\", \"Last\"] }\n";
    let read = mentors("First,Last\nAda,Sample\nBo,\n", mapping);
    assert_eq!((read.field(0, "id"), read.field(0, "name")), ("Ada/Sample".into(), "Ada Sample".into()));
    assert_eq!((read.field(1, "id"), read.field(1, "name")), (String::new(), "Bo".into()));
    let place = read.people[1].field_place("name");
    assert_eq!((place.row, place.column.as_deref()), (Some(3), Some("First + Last")));
}

#[test]
fn coordinates_in_two_columns_become_one_place() {
    let mapping = "columns = { id = \"id\", place = { columns = [\"East\", \"North\"] } }";
    let read = mentors("id,East,North\n1,530000,180000\n2,,\n3,530000,\n", mapping);
    let written = [0, 1, 2].map(|person| read.field(person, "place"));
    assert_eq!(written, ["530000 180000", "", "530000"]);
    // What stands alone is no place, and is told with both headers.
    let text = format!("{PROGRAMME}[sheets.mentors]\nfile = \"m.csv\"\n{mapping}\n");
    let document = Document::parse(&text, Notation::Toml, None).unwrap();
    let issues = build(&document, read.people, Vec::new()).unwrap_err();
    let issue = issues.iter().find(|issue| issue.code == IssueCode::BadPlace).unwrap();
    assert_eq!((issue.place.row, issue.place.column.as_deref()), (Some(4), Some("East + North")));
    assert_eq!(issues.iter().filter(|issue| issue.code == IssueCode::BadPlace).count(), 1, "{issues}");
}

/// All that a programme needs but people.
const PROGRAMME: &str = "name = \"Kettle and Chat\"\nsupport = \"befriending\"\nas_of = 2026-11-02\n\
    planned_months = 12\nsafeguarding = { checks = [], why = \"They meet in a hall.\" }\n";

#[test]
fn values_are_translated_whole_or_item_by_item() {
    let mapping = "columns.id = \"id\"\n\
        columns.gender = { column = \"g\", values = { M = \"man\", \"prefer not to say\" = \"\" } }\n\
        columns.interests = { column = \"i\", separator = \",\", values = { footy = \"football\", none = \"\" } }\n\
        columns.languages = { column = \"l\", values = { eng = \"English\" } }\n";
    let read = mentors("id,g,i,l\n1, m ,\"Footy, art, ,\",fr; ENG\n2,Prefer Not To Say,none,Eng\n3,x,,\n", mapping);
    assert_eq!(read.field(0, "gender"), "man");
    assert_eq!(read.field(0, "interests"), "[football|art]");
    assert_eq!(read.field(0, "languages"), "[fr|English]");
    assert_eq!((read.field(1, "gender"), read.field(1, "interests")), (String::new(), String::new()));
    assert_eq!((read.field(1, "languages"), read.field(2, "gender")), ("English".into(), "x".into()));
}

#[test]
fn fixed_values_stand_in_every_row() {
    let read = mentors("id\n1\n2\n", "columns = { id = \"id\", delivery_methods = { fixed = \"telephone\" } }");
    assert_eq!(read.field(1, "delivery_methods"), "telephone");
}

#[test]
fn dates_in_columns_become_checks_and_training() {
    let mapping = "columns = { id = \"id\", checks = \"Checks\" }\n\
        checks = [{ name = \"dbs\", issued = \"From\", expires = \"To\" }]\n\
        training = [{ name = \"induction\", issued = \"T\" }]\n";
    let text = "id,Checks,From,To,T\n1,first aid; food,2026-01-02,,x\n2,,,2027-01-02,\n3,first aid; food,,,\n";
    let read = mentors(text, mapping);
    assert_eq!(read.field(0, "checks"), "[first aid|food|{name=dbs,issued=2026-01-02}]");
    assert_eq!(read.field(0, "training"), "[{name=induction,issued=x}]");
    assert_eq!(read.field(1, "checks"), "[{name=dbs,expires=2027-01-02}]");
    assert_eq!((read.field(2, "checks"), read.field(2, "training")), ("first aid; food".into(), String::new()));
    assert_eq!(read.people[0].field_place("checks").column.as_deref(), Some("Checks + From + To"));
}

#[test]
fn wishes_stand_only_where_their_cells_say_so() {
    let mapping = "columns.id = \"id\"\n[[sheets.mentees.preferences]]\nattribute = \"gender\"\nstrength = \"must\"\n\
        column = \"W\"\nvalues = { \"no preference\" = \"\" }\n\
        [[sheets.mentees.preferences]]\nattribute = \"languages\"\nstrength = \"prefer\"\ncolumn = \"L\"\n\
        separator = \"/\"\n[[sheets.mentees.preferences]]\nattribute = \"ethnicity\"\nstrength = \"prefer\"\n\
        value = \"same\"\nwhen = { column = \"Like me\", is = \"yes\" }\n";
    let read = mentees("id,W,L,Like me\n1,woman,a / b, YES \n2,No Preference,,no\n3,,,\n", mapping);
    assert_eq!(
        read.field(0, "preferences"),
        "[{attribute=gender,strength=must,value=woman}|{attribute=languages,strength=prefer,value=[a|b]}\
         |{attribute=ethnicity,strength=prefer,value=same}]"
    );
    assert_eq!((read.field(1, "preferences"), read.field(2, "preferences")), (String::new(), String::new()));
}

#[test]
fn mentors_have_wishes_in_columns_of_their_own_as_well() {
    let mapping = "columns = { id = \"id\", preferences = \"Wishes\" }\n[[sheets.mentors.preferences]]\n\
        attribute = \"age\"\nstrength = \"avoid\"\ncolumn = \"Rather not\"\n";
    let read = mentors("id,Wishes,Rather not\n1,prefer interests chess,18..25\n2,,\n", mapping);
    assert_eq!(read.field(0, "preferences"), "[prefer interests chess|{attribute=age,strength=avoid,value=18..25}]");
    assert_eq!(read.field(1, "preferences"), "");
}

#[test]
fn people_known_are_a_list_and_a_nomination_is_one_id() {
    let mapping = "columns.id = \"id\"\ncolumns.nominated_mentor = \"Named\"\n\
        columns.known_to = { column = \"Knows\", separator = \",\", values = { \"m2 aunt\" = \"m2 kin\" } }\n";
    let read = mentees("id,Named,Knows\n1,m 7,\"m1 close friend, M2 Aunt\"\n2,,\n", mapping);
    assert_eq!(
        (read.field(0, "nominated_mentor"), read.field(0, "known_to")),
        ("m 7".into(), "[m1 close friend|m2 kin]".into())
    );
    assert_eq!((read.field(1, "nominated_mentor"), read.field(1, "known_to")), (String::new(), String::new()));
}

#[test]
fn consent_is_what_the_answer_says_and_withdrawal_whatever_is_filled_in() {
    let mapping = "columns.id = \"id\"\nconsent = [{ attribute = \"ethnicity\", column = \"C\", is = \"I agree\", withdrawn = \"W\" }]\n";
    let read = mentors("id,C,W\n1,i AGREE,\n2,no,31/01/2026\n3,,by phone\n", mapping);
    let told = |person| (read.field(person, "consent"), read.field(person, "consent_withdrawn"));
    assert_eq!(told(0), ("[ethnicity]".into(), String::new()));
    assert_eq!(told(1), (String::new(), "[ethnicity 31/01/2026]".into()));
    assert_eq!(told(2), (String::new(), "[ethnicity]".into()));
}

#[test]
fn headers_that_name_fields_are_taken_where_none_are_declared() {
    let text = "[attributes.grade]\nkind = \"level\"\n[sheets.mentors]\nfile = \"m.csv\"\n";
    let folder = Folder::new().file("m.csv", "ID,Lived-Experience,Grade,monitoring.Faith,Biography\n1,a,b,c,d\n");
    let read = folder.read(text);
    let fields: Vec<_> = read.people[0].fields.iter().map(|(name, _)| &**name).collect();
    assert_eq!(fields, ["grade", "id", "lived_experience", "monitoring.faith"]);
    assert_eq!(read.people[0].field_place("grade").column.as_deref(), Some("Grade"));
}

#[test]
fn rows_carry_their_sheet_and_its_order_of_dates() {
    let folder = Folder::new().file("m.csv", "id;name\r\n\r\n1;\"Ada\r\nSample\"\r\n2;Bo Sample\r\n");
    let text = "[sheets]\ndates = \"day/month/year\"\nmentees = { file = \"m.csv\", delimiter = \";\" }\n";
    let read = folder.read(text);
    let rows: Vec<_> = read.people.iter().map(|person| person.place().row).collect();
    assert_eq!((rows, read.people[0].dates()), (vec![Some(3), Some(4)], DateOrder::DayMonthYear));
    assert!(matches!(&read.people[0].origin, Origin::Row { sheet, .. } if &*sheet.file == "m.csv"));
    assert_eq!(read.field(0, "name"), "Ada\r\nSample");
}
