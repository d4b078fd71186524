"""Sheets in memory, workbooks, and further sheets."""

import csv
import datetime
import json
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest
from conftest import EXAMPLES, load, spoil

from alongside import InvalidProgramme, Programme

WITH_SHEETS = ["befriending", "mentoring", "own-criterion", "pairs"]


def named_sheets(document: dict[str, Any]) -> list[str]:
    return [sheet["file"] for sheet in document["sheets"].values() if isinstance(sheet, dict)]


def held(folder: Path) -> dict[str, bytes | bytearray]:
    """Every sheet of a programme, as its bytes."""
    return {name: (folder / name).read_bytes() for name in named_sheets(load(folder / "programme.toml"))}


@pytest.mark.parametrize("name", WITH_SHEETS)
def test_sheets_in_memory_give_what_files_give(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = EXAMPLES / name
    read = Programme.read(folder / "programme.toml")
    sheets = held(folder)
    text = (folder / "programme.toml").read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    from_text = Programme.from_sheets(text, sheets)
    from_mapping = Programme.from_sheets(load(folder / "programme.toml"), sheets)
    for programme in (from_text, from_mapping):
        assert programme.match() == read.match()
        assert programme.summary == read.summary
    assert [issue.code for issue in from_text.warnings] == [issue.code for issue in read.warnings]
    changeable = {name: bytearray(content) for name, content in sheets.items()}
    assert Programme.from_sheets("\ufeff\n" + text, changeable).match() == read.match()


def test_a_programme_in_json_is_known_by_its_first_character() -> None:
    text = (EXAMPLES / "embedded" / "programme.json").read_text(encoding="utf-8")
    expected = Programme.from_json(text).match()
    assert Programme.from_sheets(f"\n {text}", {}).match() == expected
    with pytest.raises(InvalidProgramme) as refused:
        Programme.from_sheets('{"aim":\n{"tiers": 1,}}', {})
    assert [(issue.code, issue.place.line) for issue in refused.value.issues] == [("syntax", 2)]
    with pytest.raises(InvalidProgramme) as refused:
        Programme.from_sheets("aim = \n", {})
    assert {issue.code for issue in refused.value.issues} == {"syntax"}


def test_no_file_is_opened_for_a_sheet_that_was_not_handed_over(
    befriending: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(befriending)
    sheets = held(befriending)
    del sheets["mentees.csv"]
    with pytest.raises(InvalidProgramme) as refused:
        Programme.from_sheets(load(befriending / "programme.toml"), sheets)
    (issue,) = [issue for issue in refused.value.issues if issue.severity == "error"]
    assert (issue.code, issue.place.path) == ("file-missing", "sheets.mentees.file")


def test_faults_of_sheets_in_memory_are_placed(befriending: Path) -> None:
    spoil(befriending / "mentees.csv", 3, lambda row: row.update({"Weekday times": "zz tell nobody zz"}))
    with pytest.raises(InvalidProgramme) as refused:
        Programme.from_sheets(load(befriending / "programme.toml"), held(befriending))
    (issue,) = [issue for issue in refused.value.issues if issue.severity == "error"]
    assert (issue.code, issue.place.file, issue.place.row) == ("bad-availability", "mentees.csv", 3)
    assert "nobody" not in json.dumps(refused.value.issues)


def test_a_sheet_that_nobody_reads_is_no_secret() -> None:
    """It could be the one with the decisions."""
    sheets = held(EXAMPLES / "befriending")
    sheets["decisions\x1b.csv"] = b"decision,mentor,mentee,by,on,reason\n"
    with pytest.raises(ValueError, match=r'^sheets: the programme has no sheet with the file "decisions\\u\{1b\}.csv"$'):
        Programme.from_sheets(load(EXAMPLES / "befriending" / "programme.toml"), sheets)


@pytest.mark.parametrize(
    ("sheets", "message"),
    [
        ([b"id\n1\n"], "sheets: give a mapping of file names to bytes, not list"),
        ({1: b"id\n1\n"}, "sheets: a file name is int, not text"),
        ({"mentors.csv": "id\n1\n"}, 'sheets["mentors.csv"]: give the file\'s bytes, not str'),
    ],
)
def test_sheets_are_bytes_by_name(sheets: Any, message: str) -> None:
    with pytest.raises(TypeError) as refused:
        Programme.from_sheets({}, sheets)
    assert str(refused.value) == message


def test_a_sheet_beyond_the_limit_is_refused() -> None:
    sheets = held(EXAMPLES / "befriending") | {"mentees.csv": bytes((256 << 20) + 1)}
    with pytest.raises(InvalidProgramme) as refused:
        Programme.from_sheets(load(EXAMPLES / "befriending" / "programme.toml"), sheets)
    errors = [issue for issue in refused.value.issues if issue.severity == "error"]
    assert [(issue.code, issue.place.file) for issue in errors] == [("limit-exceeded", "mentees.csv")]


def test_rows_left_out_are_counted_with_their_reason() -> None:
    document = load(EXAMPLES / "own-criterion" / "programme.toml")
    rule = {"column": "likes_to", "is": ["sit and watch"], "why": "next round"}
    document["sheets"]["mentees"]["exclude"] = [rule]
    sheets = held(EXAMPLES / "own-criterion")
    rows = list(csv.DictReader(bytes(sheets["mentees.csv"]).decode().splitlines()))
    watching = sum(row["likes_to"] == "sit and watch" for row in rows)
    mentees = next(sheet for sheet in Programme.from_sheets(document, sheets).summary if sheet.role == "mentees")
    assert [(excluded.why, excluded.rows) for excluded in mentees.excluded] == [("next round", watching)]
    assert mentees.rows + watching == len(rows) > mentees.rows


def people_as_workbook() -> bytes:
    """The befriending example as one workbook that another program wrote; its days are days."""
    book = openpyxl.Workbook()
    book.active.title = "Read me"
    for side in ("mentors", "mentees"):
        sheet = book.create_sheet(side.capitalize())
        text = (EXAMPLES / "befriending" / f"{side}.csv").read_text(encoding="utf-8")
        for row in csv.reader(text.splitlines()):
            sheet.append([day(cell) for cell in row])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def day(cell: str) -> datetime.date | str | None:
    try:
        return datetime.date.fromisoformat(cell)
    except ValueError:
        return cell or None


def test_a_workbook_gives_what_text_gives(tmp_path: Path) -> None:
    document = load(EXAMPLES / "befriending" / "programme.toml")
    expected = Programme.read(EXAMPLES / "befriending" / "programme.toml").match()
    for side in ("mentors", "mentees"):
        document["sheets"][side]["file"] = "people.xlsx"
        document["sheets"][side]["sheet"] = side.capitalize()
        document["sheets"][side].pop("delimiter", None)
    book = people_as_workbook()
    in_memory = Programme.from_sheets(document, {"people.xlsx": book})
    assert in_memory.match() == expected
    (tmp_path / "people.xlsx").write_bytes(book)
    on_disk = Programme.from_dict(document, base=tmp_path)
    assert on_disk.match() == expected
    assert on_disk.summary == in_memory.summary
    assert [sheet.format for sheet in on_disk.summary] == [
        {"kind": "workbook", "sheet": "Mentors"},
        {"kind": "workbook", "sheet": "Mentees"},
    ]
    document["sheets"]["mentees"]["sheet"] = "Nobody"
    with pytest.raises(InvalidProgramme) as refused:
        Programme.from_sheets(document, {"people.xlsx": book})
    assert all(issue.place.file for issue in refused.value.issues)


def test_an_outcome_is_a_workbook_that_others_can_read(example: Path) -> None:
    outcome = Programme.read(example).match()
    written = outcome.to_workbook()
    assert written == outcome.to_workbook()
    book = openpyxl.load_workbook(BytesIO(written))
    rows = list(book["Proposals"].iter_rows(values_only=True))
    assert [(row[0], row[1], row[2]) for row in rows[1:]] == [
        (proposal.mentee, proposal.mentor, proposal.fit) for proposal in outcome.proposals
    ]
    assert [row[0] for row in book["Waiting"].iter_rows(values_only=True)][1:] == [
        waiting.mentee for waiting in outcome.unmatched
    ]
    assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_what_was_proposed_is_the_next_round_s_relationships() -> None:
    document = load(EXAMPLES / "embedded" / "programme.json")
    outcome = Programme.from_dict(document).match()
    columns = list(openpyxl.load_workbook(BytesIO(outcome.to_workbook()))["Proposals"].iter_rows(values_only=True))[0]
    document["sheets"] = {
        "relationships": {
            "file": "round-1.xlsx",
            "sheet": "Proposals",
            "columns": {"mentee": columns[0], "mentor": columns[1], "status": {"fixed": "current"}},
        }
    }
    programme = Programme.from_sheets(document, {"round-1.xlsx": outcome.to_workbook()})
    again = programme.match()
    met = [(pair.mentee, pair.mentor) for pair in outcome.proposals]
    assert [(pair.mentee, pair.mentor) for pair in again.kept] == met
    assert again.totals.continuing == len(met) > 0
    assert programme.check(again) == []
    explained = programme.explain(*met[0])
    assert explained.kept == again.kept[0]
    assert explained.proposal is None


def test_pairs_that_meet_and_decisions_stand_before_the_matching() -> None:
    programme = Programme.read(EXAMPLES / "pairs" / "programme.toml")
    outcome = programme.match()
    kept = {pair.mentee: pair for pair in outcome.kept}
    assert kept["B1"].current and kept["B1"].since == "2026-03-09"
    decision = kept["B4"].decision
    assert decision is not None and decision.on == "2026-10-20"
    (urgent,) = outcome.urgent
    assert (urgent.mentee, urgent.mentor) == ("B2", "V2")
    assert [objection.obstacle for objection in urgent.objections] == ["expired"]
    (hold,) = outcome.held
    assert (hold.mentee, hold.mentor) == ("B5", "V4")
    barred = programme.explain("B7", "V3").pair
    assert barred is not None
    assert {verdict.obstacle for verdict in barred.verdicts} >= {"barred"}
    assert programme.check(outcome) == []


def test_further_sheets_can_be_given_apart(tmp_path: Path) -> None:
    path = EXAMPLES / "own-criterion" / "programme.toml"
    expected = Programme.read(path).match()
    other = tmp_path / "october.csv"
    other.write_text("mentee,mentor,points\nb1,v1,0\n", encoding="utf-8")
    changed = Programme.read(path, scores=other).match()
    points = [
        part.points
        for pair in changed.proposals
        if (pair.mentee, pair.mentor) == ("b1", "v1")
        for part in pair.contributions
        if part.criterion == "open_day"
    ]
    assert changed != expected
    assert points in ([], [0])
    same = Programme.read(
        path,
        scores=EXAMPLES / "own-criterion" / "scores.csv",
        terms=str(EXAMPLES / "own-criterion" / "terms.csv"),
    )
    assert same.match() == expected
    pairs = EXAMPLES / "pairs" / "programme.toml"
    none_met = tmp_path / "nobody.csv"
    none_met.write_text("mentor,mentee,status,started,ended,again\n", encoding="utf-8")
    without = Programme.read(pairs, relationships=none_met, decisions=EXAMPLES / "pairs" / "decisions.csv").match()
    assert {pair.mentee for pair in without.kept} == {"B4"}


def test_a_vocabulary_says_what_a_word_was_counted_as() -> None:
    outcome = Programme.read(EXAMPLES / "own-criterion" / "programme.toml").match()
    told = [word for pair in outcome.proposals for part in pair.contributions for word in part.counted_as]
    assert ("potatoes", "gardening") in {(word.said, word.term) for word in told}
