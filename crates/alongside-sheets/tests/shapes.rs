//! Sheets as people keep them: marked columns, timetables, one sheet for both sides, several rows for one person.

mod support;

use alongside::domain::Side;
use alongside::input::{DateOrder, PersonRecord};
use alongside::issue::IssueCode;
use support::{Folder, Read, mentees, mentors};

/// The rows and columns that issues name, with their codes.
fn places(read: &Read) -> Vec<(IssueCode, Option<u32>, Option<&str>)> {
    read.issues.iter().map(|issue| (issue.code, issue.place.row, issue.place.column.as_deref())).collect()
}

#[test]
fn marked_columns_become_the_terms_of_their_headers() {
    let text = "id,Sports,Art ,General,General,Travel\n1,1,0,0,1,x\n2,,yes,0,no,\n3,0,0,0,0,0\n";
    let mapping = "columns = { id = \"id\", interests = { one_hot = { first = \"Sports\", last = \"Travel\" }, \
        names = { \"Art\" = \"painting\", \"General (1)\" = \"\" } } }";
    let read = mentors(text, mapping);
    assert_eq!(read.field(0, "interests"), "[Sports|General (2)|Travel]");
    assert_eq!(read.field(1, "interests"), "[painting]");
    assert_eq!(read.people[2].field("interests"), None);
    // The column left out is not loaded, and said to be so.
    assert_eq!(places(&read), [(IssueCode::UnusedColumn, Some(1), None)]);
    assert_eq!(read.sheets[0].unused, ["General (1)"]);
}

#[test]
fn what_is_neither_marked_nor_unmarked_is_told_cell_by_cell() {
    let text = "id,Sports,Art\n1,1,sometimes\n2,2,0\n";
    let read = mentors(text, "columns = { id = \"id\", interests = { one_hot = [\"Sports\", \"Art\"] } }");
    let code = IssueCode::UnreadableCell;
    assert_eq!(places(&read), [(code, Some(2), Some("Art")), (code, Some(3), Some("Sports"))]);
    read.keeps_secret(&["sometimes"]);
    let mapping = "columns = { id = \"id\", interests = { one_hot = [\"Sports\", \"Art\"], marks = [\"1\", \"2\"], \
        unmarked = [\"0\", \"sometimes\"] } }";
    let read = mentors(text, mapping);
    assert_eq!([read.field(0, "interests"), read.field(1, "interests")], ["[Sports]", "[Sports]"]);
    assert!(read.issues.is_empty(), "{}", read.issues);
}

#[test]
fn several_sources_are_united_without_saying_anything_twice() {
    let mapping = "columns.id = \"id\"\ncolumns.interests = [{ one_hot = [\"Sports\", \"Art\"] }, \
        { column = \"Other\", separators = [\",\", \" / \"], trim = \". \", ignore = [\"N/A\", \"none\"] }]\n";
    let text = "id,Sports,Art,Other\n1,1,1,\"Art, Chess / Tea., \"\n2,0,1,n/a\n3,0,0,\"none, .\"\n";
    let read = mentors(text, mapping);
    assert_eq!(read.field(0, "interests"), "[Sports|Art|Chess|Tea]");
    assert_eq!(read.field(1, "interests"), "[Art]");
    assert_eq!(read.people[2].field("interests"), None);
    assert_eq!(read.people[0].field_place("interests").column.as_deref(), Some("Sports + Art + Other"));
    let read = mentors(text, "columns.id = \"id\"\ncolumns.gender = [\"Sports\", \"Art\"]\n");
    assert_eq!(read.issue().code, IssueCode::BadSetting);
}

#[test]
fn a_timetable_of_168_columns_becomes_availability() {
    let header: Vec<String> = (1..=168).map(|hour| format!("Avail {hour}")).collect();
    let marked =
        |hours: &[usize]| -> String { (0..168).map(|hour| if hours.contains(&hour) { ",1" } else { ",0" }).collect() };
    let text = format!("id,{}\n1{}\n2{}\n", header.join(","), marked(&[0, 17, 18, 167]), marked(&[]));
    let mapping = |rest: &str| {
        format!(
            "columns = {{ id = \"id\", availability = {{ hours = {{ first = \"Avail 1\", last = \"Avail 168\" }}, {rest} }} }}"
        )
    };
    let read = mentors(&text, &mapping("starts = \"Mon 00:00\""));
    assert_eq!(read.field(0, "availability"), "Mon 00:00-01:00; Mon 17:00-19:00; Sun 23:00-24:00");
    assert_eq!(read.people[1].field("availability"), None);
    // A week that begins on Sunday runs into Monday.
    let read = mentors(&text, &mapping("starts = \"Sun 00:00\""));
    assert_eq!(read.field(0, "availability"), "Sat 23:00-24:00; Sun 00:00-01:00; Sun 17:00-19:00");
    // Half hours would need twice as many columns.
    let read = mentors(&text, &mapping("starts = \"Mon 00:00\", minutes = 30"));
    assert_eq!(read.issue().code, IssueCode::ColumnRun);
    assert!(read.issue().message.contains("168 columns, where 336"), "{}", read.issue());
    let read = mentors(&text, &mapping("starts = \"Mon 00:00\", ends = \"Sun 23:00\""));
    assert_eq!(read.issue().code, IssueCode::ColumnRun);
    let read = mentors(&text, &mapping("starts = \"Mon 00:00\", minutes = 30, ends = \"Thu 12:00\""));
    assert_eq!(read.field(0, "availability"), "Mon 00:00-00:30; Mon 08:30-09:30; Thu 11:30-12:00");
}

#[test]
fn runs_must_stand_in_order_and_belong_to_the_right_field() {
    let text = "id,A,B,,C\n1,1,1,1,1\n";
    let of = |field: &str| mentors(text, &format!("columns = {{ id = \"id\", {field} }}")).issue().code;
    assert_eq!(of("interests = { one_hot = { first = \"B\", last = \"A\" } }"), IssueCode::ColumnRun);
    assert_eq!(of("interests = { one_hot = { first = \"B\", last = \"C\" } }"), IssueCode::ColumnRun);
    assert_eq!(of("gender = { one_hot = [\"A\", \"B\"] }"), IssueCode::BadSetting);
    assert_eq!(
        of("interests = { hours = [\"A\"], starts = \"Mon 00:00\", ends = \"Mon 01:00\" }"),
        IssueCode::BadSetting
    );
    assert_eq!(of("name = { made_from = [\"A\", \"B\"] }"), IssueCode::BadSetting);
    assert_eq!(of("interests = { one_hot = [\"A\"], names = { B = \"bee\" } }"), IssueCode::BadSetting);
}

#[test]
fn a_key_without_its_company_is_told() {
    for column in [
        "{ column = \"A\", join = \"/\" }",
        "{ column = \"A\", marks = [\"1\"] }",
        "{ column = \"A\", yes = [\"ja\"] }",
        "{ column = \"A\", unit = \"years\" }",
        "{ one_hot = [\"A\"], separator = \",\" }",
        "{ one_hot = [\"A\"], minutes = 30 }",
        "{ one_hot = [\"A\"], marks = [\"x\"], unmarked = [\"X\"] }",
        "{ made_from = [\"A\"], names = { A = \"b\" } }",
        "{ column = \"A\", separator = \",\", separators = [\",\"] }",
        "{ column = \"A\", yes_no = true, duration = \"months\" }",
        "{ column = \"A\", yes_no = true, yes = [\"no\"] }",
        "{ column = \"A\", drop_time = false }",
        "{ one_hot = [] }",
        "[]",
    ] {
        let read = mentors("id,A\n1,1\n", &format!("columns = {{ id = \"id\", interests = {column} }}"));
        assert!(read.codes().contains(&IssueCode::BadSetting), "{column}: {}", read.issues);
    }
}

#[test]
fn lengths_of_time_become_numbers_and_nothing_is_guessed() {
    let mapping = "columns = { id = \"id\", months_known = { column = \"How long?\", duration = \"months\", \
        units = { Jahre = \"years\" }, values = { \"a while\" = \"\" } } }";
    let text = "id,How long?\n1,3 years\n2,1 Year 6 months\n3,2 jahre\n4,A while\n5,2-3 years\n6,4\n7,3+ years\n";
    let read = Folder::new()
        .file("m.csv", text)
        .read(&format!("[attributes.months_known]\nkind = \"number\"\n[sheets.mentors]\nfile = \"m.csv\"\n{mapping}"));
    assert_eq!([0, 1, 2, 3].map(|one| read.field(one, "months_known")), ["36", "18", "24", ""]);
    let rows: Vec<_> = places(&read);
    let column = Some("How long?");
    let code = IssueCode::UnreadableCell;
    assert_eq!(rows, [(code, Some(6), column), (code, Some(7), column), (code, Some(8), column)]);
    read.keeps_secret(&["2-3"]);
}

#[test]
fn yes_and_no_are_read_in_any_language() {
    let declared = "[attributes.car]\nkind = \"one_of\"\n[sheets.mentors]\nfile = \"m.csv\"\n";
    let read = |text: &str, column: &str| {
        let mapping = format!("columns = {{ id = \"id\", car = {{ column = \"C\", yes_no = true{column} }} }}");
        Folder::new().file("m.csv", text).read(&format!("{declared}{mapping}"))
    };
    let english = read("id,C\n1,Yes\n2,FALSE\n3,\n4,maybe\n", "");
    assert_eq!([0, 1, 2, 3].map(|one| english.field(one, "car")), ["yes", "no", "", ""]);
    assert_eq!(places(&english), [(IssueCode::UnreadableCell, Some(5), Some("C"))]);
    english.keeps_secret(&["maybe"]);
    let text = "id,C\n1,TAK\n2,nie\n3,\u{646}\u{639}\u{645}\n4,N\u{49}E\n";
    let other = read(text, ", yes = [\"tak\", \"\u{646}\u{639}\u{645}\"], no = [\"Nie\"]");
    assert_eq!([0, 1, 2, 3].map(|one| other.field(one, "car")), ["yes", "no", "yes", "no"]);
    // Words of one's own take the place of the English ones.
    assert_eq!(places(&read("id,C\n1,yes\n", ", yes = [\"tak\"]")), [(IssueCode::UnreadableCell, Some(2), Some("C"))]);
}

#[test]
fn sheets_of_other_languages_need_nothing_else() {
    let german = "Nr.,Wof\u{fc}r interessieren Sie sich?,Geburtsdatum\n1,\"Kochen, Fu\u{df}ball\",03.04.1990\n";
    let mapping = "dates = \"day/month/year\"\ncolumns = { id = \"Nr.\", interests = { column = \"Wofu\u{308}r \
        interessieren...\", separator = \",\", values = { \"FU\u{df}BALL\" = \"football\" } }, birth_date = \"Geburtsdatum\" }";
    let read = mentors(german, mapping);
    assert_eq!((read.field(0, "interests"), read.issues.len()), ("[Kochen|football]".into(), 0));
    let arabic = "\u{200f}\u{627}\u{644}\u{631}\u{642}\u{645},\u{627}\u{644}\u{647}\u{648}\u{627}\u{64a}\u{627}\u{62a}\n\
        1,\u{642}\u{631}\u{627}\u{621}\u{629}\u{60c} \u{637}\u{628}\u{62e}\n";
    let mapping = "columns = { id = \"\u{627}\u{644}\u{631}\u{642}\u{645}\", interests = { column = \
        \"\u{627}\u{644}\u{647}\u{648}\u{627}\u{64a}\u{627}\u{62a}\", separator = \"\u{60c}\" } }";
    let read = mentors(arabic, mapping);
    assert_eq!(read.field(0, "interests"), "[\u{642}\u{631}\u{627}\u{621}\u{629}|\u{637}\u{628}\u{62e}]");
}

#[test]
fn cells_are_cut_before_a_sign() {
    let mapping = "columns = { id = \"id\", interests = { column = \"L\", separator = \";\", before = \"(\" } }";
    let read = mentors("id,L\n1,Chess (weekly); Tea\n2,(none)\n", mapping);
    assert_eq!((read.field(0, "interests"), read.field(1, "interests")), ("[Chess|Tea]".into(), String::new()));
}

#[test]
fn a_cell_of_a_list_with_commas_is_said_to_be_one_item() {
    let read = mentors("id,L\n1,chess\n2,\"chess, tea\"\n3,\"a, b\"\n", "columns = { id = \"id\", interests = \"L\" }");
    assert_eq!(places(&read), [(IssueCode::UnsplitList, None, Some("L"))]);
    assert!(read.issue().message.contains("2 cells, the first in row 3"), "{}", read.issue());
    let mapping = "columns = { id = \"id\", interests = { column = \"L\", values = { \"chess, tea\" = \"chess, tea\", \
        \"a, b\" = \"c\" } } }";
    let read = mentors("id,L\n1,chess\n2,\"chess, tea\"\n3,\"a, b\"\n", mapping);
    assert!(read.issues.is_empty(), "{}", read.issues);
}

#[test]
fn the_time_of_a_timestamp_is_dropped_where_that_is_declared() {
    let mapping = "dates = \"month/day/year\"\ncolumns = { id = \"id\", waiting_since = { column = \"Timestamp\", drop_time = true } }";
    let read = mentees("id,Timestamp\n1,5/1/2019 1:00:27\n2,5/2/2019\n3,2019-05-03 10:00\n4,soon\n", mapping);
    assert_eq!(
        [0, 1, 2, 3].map(|one| read.field(one, "waiting_since")),
        ["5/1/2019", "5/2/2019", "2019-05-03", "soon"]
    );
    assert_eq!(places(&read), [(IssueCode::TimeDropped, None, Some("Timestamp"))]);
    assert!(read.issue().message.contains("2 cells, the first in row 2"));
    let mapping = "columns.id = \"id\"\nchecks = [{ name = \"dbs\", issued = \"D\", drop_time = true }]\n";
    let read = mentors("id,D\n1,2026-01-02 00:00\n", mapping);
    assert_eq!(read.field(0, "checks"), "[{name=dbs,issued=2026-01-02}]");
    assert_eq!(read.issue().code, IssueCode::TimeDropped);
}

#[test]
fn each_sheet_writes_dates_its_own_way() {
    let folder = Folder::new().file("a.csv", "id\n1\n").file("b.csv", "id\n2\n");
    let read = folder.read(
        "[sheets]\ndates = \"day/month/year\"\nmentors = { file = \"a.csv\", dates = \"month/day/year\" }\n\
         mentees = { file = \"b.csv\" }\n",
    );
    let orders: Vec<_> = read.people.iter().map(PersonRecord::dates).collect();
    assert_eq!(orders, [DateOrder::MonthDayYear, DateOrder::DayMonthYear]);
}

const SHARED: &str = "[sheets.mentors]\nfile = \"p.csv\"\nonly = { column = \"Role\", is = [\"Mentor\", \"Both\"] }\n\
    columns.id = \"Id\"\nexclude = [{ column = \"Status\", is = \"withdrawn\", why = \"withdrew\" }]\n\
    [sheets.mentees]\nfile = \"./p.csv\"\nonly = { column = \"Role\", is = [\"Mentee\", \"both\"] }\ncolumns.id = \"Id\"\n";

#[test]
fn both_sides_can_share_one_sheet() {
    let text = "Id,Role,Status\n1,mentor,\n2,MENTEE,\n3,Both,\n4,Mentor,Withdrawn\n,,\n5,Mentee,withdrawn\n";
    let read = Folder::new().file("p.csv", text).read(SHARED);
    let people: Vec<_> = (0..read.people.len()).map(|one| (read.people[one].side, read.field(one, "id"))).collect();
    let expected =
        [(Side::Mentor, "1"), (Side::Mentor, "3"), (Side::Mentee, "2"), (Side::Mentee, "3"), (Side::Mentee, "5")];
    assert_eq!(people, expected.map(|(side, id)| (side, id.to_owned())));
    let [mentors, mentees] = read.sheets.as_slice() else { unreachable!() };
    assert_eq!((mentors.rows, mentors.other_side_rows, mentors.excluded[0].rows, mentors.blank_rows), (2, 2, 1, 1));
    assert_eq!((mentees.rows, mentees.other_side_rows, mentees.unclaimed_rows, mentees.blank_rows), (3, 2, 0, 1));
    assert_eq!((mentors.all_rows(), mentees.all_rows(), mentors.excluded[0].why.as_str()), (6, 6, "withdrew"));
    assert!(!read.issues.has_errors(), "{}", read.issues);
}

#[test]
fn a_row_that_nobody_takes_is_told_once_with_its_number() {
    let text = "Id,Role,Status\n1,mentor,\n2,mentee,\n3,trustee,\n4,,\n5,Mentor,withdrawn\n";
    let read = Folder::new().file("p.csv", text).read(SHARED);
    let errors: Vec<_> = places(&read).into_iter().filter(|(code, ..)| *code == IssueCode::UnclaimedRow).collect();
    let place = |row| (IssueCode::UnclaimedRow, Some(row), Some("Role"));
    assert_eq!(errors, [place(4), place(5)]);
    assert_eq!((read.sheets[0].unclaimed_rows, read.sheets[0].all_rows()), (2, 5));
    read.keeps_secret(&["trustee"]);
    // An empty text is a blank cell.
    let excluded =
        SHARED.replace("exclude = [", "exclude = [{ column = \"Role\", is = [\"trustee\", \"\"], why = \"staff\" }, ");
    let read = Folder::new().file("p.csv", text).read(&excluded);
    assert!(!read.issues.has_errors(), "{}", read.issues);
    assert_eq!((read.sheets[0].excluded[0].rows, read.sheets[0].unclaimed_rows), (2, 0));
    // What one side leaves out on purpose is not nobody's on the other.
    assert_eq!((read.sheets[1].other_side_rows, read.sheets[1].unclaimed_rows), (4, 0));
}

#[test]
fn rows_of_one_person_are_gathered() {
    let mapping = "rows = \"several_per_person\"\ncolumns = { id = \"Id\", name = \"Name\", interests = \"Interest\", languages = { column = \
        \"Speaks\", separator = \",\" }, availability = \"Free\" }";
    let text = "Id,Name,Interest,Speaks,Free\n1,Ada Sample,chess,\"en,pl\",Mon am\n2,Bo Sample,art,,\n\
        1,,tea; chess,\"pl,ar\",Tue am\n,Cy Sample,tea,,\n1,Ada Other,,,\n";
    let read = mentors(text, mapping);
    assert_eq!((read.people.len(), read.sheets[0].people, read.sheets[0].rows), (2, 2, 4));
    assert_eq!((read.field(0, "interests"), read.field(0, "languages")), ("[chess|tea]".into(), "[en|pl|ar]".into()));
    assert_eq!((read.field(0, "availability"), read.field(0, "name")), ("[Mon am|Tue am]".into(), "Ada Sample".into()));
    let told = [(IssueCode::BadId, Some(5), Some("Id")), (IssueCode::ConflictingRows, Some(6), Some("Name"))];
    assert_eq!(places(&read), told);
    assert!(read.issues.iter().last().unwrap().message.contains("row 2"));
    assert_eq!((read.sheets[0].refused_rows, read.sheets[0].all_rows()), (1, 5));
    read.keeps_secret(&["Ada", "Sample", "Other"]);
}

#[test]
fn ids_are_made_and_told_apart() {
    let mapping = "columns = { id = { made_from = [\"Name\", \"E-mail\"], prefix = \"p\" }, name = \"Name\" }";
    let text = "Name,E-mail\nAda Sample,ada@example.org\nBo Sample,\nADA  sample ,Ada@example.org\nAda Sample,other@example.org\n";
    let read = mentors(text, mapping);
    let ids: Vec<_> = (0..read.people.len()).map(|one| read.field(one, "id")).collect();
    assert_eq!((ids.len(), ids[0].as_str()), (2, "pvgydha7sztly"));
    assert_ne!(ids[0], ids[1]);
    let told = [(IssueCode::BadId, Some(3), Some("E-mail")), (IssueCode::DuplicateId, Some(4), Some("Name + E-mail"))];
    assert_eq!(places(&read), told);
    assert!(read.issues.iter().last().unwrap().message.contains("row 2"), "{}", read.issues);
    assert_eq!((read.sheets[0].refused_rows, read.sheets[0].all_rows()), (2, 4));
    read.keeps_secret(&["Ada", "Bo Sample", "example.org"]);
    // The other side makes the same id of the same person, whatever else the row says.
    let other = mentees("E-mail,x,Name\nada@example.org,1,Ada Sample\n", mapping);
    assert_eq!(other.field(0, "id"), ids[0]);
    // Where rows are gathered, the same parts are the same person.
    let read = mentors(text, &format!("rows = \"several_per_person\"\n{}", mapping.replace(", name = \"Name\"", "")));
    assert_eq!((read.people.len(), read.sheets[0].rows, read.codes()), (2, 3, vec![IssueCode::BadId]));
}

#[test]
fn repeated_headers_have_names_of_their_own() {
    let read = mentors("id,Likes,Likes\n1,chess,tea\n", "columns = { id = \"id\", interests = \"Likes\" }");
    assert!(read.issue().remedy.contains("`Likes (1)`, `Likes (2)`"), "{}", read.issue());
    let read = mentors("id,Likes,Likes\n1,chess,tea\n", "columns = { id = \"id\", interests = \"Likes (2)\" }");
    assert_eq!((read.field(0, "interests"), read.sheets[0].unused.join(",")), ("tea".into(), "Likes (1)".into()));
    // Headers that are names of fields are not lost by being repeated.
    let read = mentors("id,Interests,interests\n1,chess,tea\n", "");
    assert_eq!(read.issue().code, IssueCode::RepeatedHeader);
}

#[test]
fn questions_are_headers_by_their_beginning() {
    let text = "id,\"Would you mind\na dog?\",Would you like tea?\n1,No,Yes\n";
    let read = mentors(text, "columns = { id = \"id\", interests = \"Would you mind...\" }");
    assert_eq!(read.people[0].field_place("interests").column.as_deref(), Some("Would you mind a dog?"));
    let read = mentors(text, "columns = { id = \"id\", interests = \"Would you...\" }");
    assert_eq!(read.issue().code, IssueCode::RepeatedHeader);
    assert!(read.issue().remedy.contains("`Would you like tea?`"), "{}", read.issue());
}

#[test]
fn a_condition_that_is_never_met_is_told() {
    let mapping = "columns.id = \"id\"\npreferences = [{ attribute = \"gender\", strength = \"prefer\", value = \"same\", \
        when = { column = \"Q\", is = [\"yes\", \"y\"] } }]\nconsent = [{ attribute = \"ethnicity\", column = \"C\" }]\n";
    let read = mentees("id,Q,C\n1,\"Yes, please\",ja\n2,,\n", mapping);
    assert_eq!(
        places(&read),
        [(IssueCode::IdleCondition, None, Some("Q")), (IssueCode::IdleCondition, None, Some("C"))]
    );
    read.keeps_secret(&["please", "`ja`"]);
    assert!(mentees("id,Q,C\n1,Y,YES\n2,no,no\n", mapping).issues.is_empty());
    assert!(mentees("id,Q,C\n1,,\n", mapping).issues.is_empty());
}
