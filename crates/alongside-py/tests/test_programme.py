"""Reading programmes, and what is said of wrong ones."""

import datetime
import json
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import EXAMPLES, load, spoil

import alongside
from alongside import AlongsideError, InvalidProgramme, Programme

SECRET = "zz tell nobody zz"


def test_examples_are_read_and_matched(example: Path) -> None:
    programme = Programme.read(example)
    outcome = programme.match()
    assert outcome.status == "optimal"
    assert outcome.totals.served == len(outcome.proposals) > 0
    assert outcome.totals.waiting == len(outcome.unmatched)
    assert all(issue.severity == "warning" for issue in programme.warnings)
    assert programme.validate() == programme.warnings == alongside.validate(example)


def test_the_summary_accounts_for_every_row_and_field(example: Path) -> None:
    for sheet in Programme.read(example).summary:
        assert sheet.readable and sheet.people > 0
        assert all(field.answered + field.blank == sheet.people for field in sheet.fields)
        assert all(term.people >= 5 for field in sheet.fields for term in field.common)


def test_a_mapping_gives_what_its_file_gives(example: Path) -> None:
    read = Programme.read(str(example)).match().to_json()
    assert Programme.from_dict(load(example), base=example.parent).match().to_json() == read
    frozen = types.MappingProxyType(load(example))
    assert Programme.from_dict(frozen, base=str(example.parent)).match().to_json() == read


def test_a_text_gives_what_its_file_gives() -> None:
    path = EXAMPLES / "embedded" / "programme.json"
    text = path.read_text(encoding="utf-8")
    assert Programme.from_json(text).match() == Programme.read(path).match()


def test_relative_sheets_of_a_mapping_are_seen_from_the_current_folder(
    befriending: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = load(befriending / "programme.toml")
    with pytest.raises(InvalidProgramme) as refused:
        Programme.from_dict(document)
    assert {issue.code for issue in refused.value.issues} == {"file-missing"}
    monkeypatch.chdir(befriending)
    assert Programme.from_dict(document).match().proposals


def test_sheets_can_be_given_apart(befriending: Path, tmp_path: Path) -> None:
    path = befriending / "programme.toml"
    expected = Programme.read(path).match()
    moved = (befriending / "mentees.csv").rename(tmp_path / "october.csv")
    assert [issue.code for issue in alongside.validate(path)] == ["file-missing"]
    assert Programme.read(path, mentees=moved).match() == expected
    both = Programme.read(path, mentors=befriending / "mentors.csv", mentees=str(moved))
    assert both.match() == expected


def test_every_problem_is_told_with_its_place_and_without_the_cell(befriending: Path) -> None:
    sheet = befriending / "mentees.csv"
    spoil(sheet, 3, lambda row: row.update({"Weekday times": SECRET}))
    spoil(sheet, 4, lambda row: row.update({"Referred": SECRET}))
    path = befriending / "programme.toml"
    with pytest.raises(InvalidProgramme) as refused:
        Programme.read(path)
    issues = refused.value.issues
    assert issues == alongside.validate(path)
    errors = [issue for issue in issues if issue.severity == "error"]
    assert {(issue.code, issue.place.row, issue.place.file) for issue in errors} == {
        ("bad-availability", 3, "mentees.csv"),
        ("bad-date", 4, "mentees.csv"),
    }
    assert {issue["place"]["column"] for issue in errors} == {"Weekday times + Weekend times", "Referred"}
    assert all(issue.message and issue.remedy for issue in issues)
    assert any(issue.severity == "warning" for issue in issues)
    told = str(refused.value)
    assert "mentees.csv, row 3" in told
    assert "warning" not in told
    for text in (told, repr(refused.value), json.dumps(issues)):
        assert SECRET not in text
    assert isinstance(refused.value, AlongsideError)


def test_what_shows_a_programme_shows_nobody(example: Path) -> None:
    programme = Programme.read(example)
    document = load(EXAMPLES / "embedded" / "programme.json")
    for text in (repr(programme), repr(programme.match())):
        assert len(text) < 80
        assert not any(person["name"] in text or person["id"] in text for person in document["mentors"])


def test_a_missing_file_is_an_issue() -> None:
    with pytest.raises(InvalidProgramme) as refused:
        Programme.read("nowhere.toml")
    (issue,) = refused.value.issues
    assert (issue.code, issue.place.file, issue.place.row) == ("file-missing", "nowhere.toml", None)


def test_json_faults_are_issues() -> None:
    with pytest.raises(InvalidProgramme) as refused:
        Programme.from_json('{"aim":\n{"tiers": 1,}}')
    (issue,) = refused.value.issues
    assert (issue.code, issue.place.line) == ("syntax", 2)


class Unusual:
    def __repr__(self) -> str:
        return SECRET


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({1, 2}, "set"),
        (b"bytes", "bytes"),
        (Unusual(), "Unusual"),
        (datetime.datetime(2026, 11, 2, 9, 30), "datetime"),
        (iter([]), "list_iterator"),
    ],
)
def test_other_types_are_refused_by_name_and_place(value: object, name: str) -> None:
    with pytest.raises(TypeError, match=rf"^mentees\[1\]\.age: a programme cannot hold {name}$"):
        Programme.from_dict({"mentees": ({"id": "1"}, {"id": "2", "age": value})})
    with pytest.raises(TypeError, match=f"^a programme is a mapping, not {name}$"):
        Programme.from_dict(value)  # type: ignore[arg-type]


def test_keys_are_text() -> None:
    with pytest.raises(TypeError, match="^aim: a key is int, not text$"):
        Programme.from_dict({"aim": {1: 2}})


def test_half_a_character_is_no_text_and_is_not_shown() -> None:
    with pytest.raises(ValueError, match=r"^mentees\[0\]\.name: ") as refused:
        Programme.from_dict({"mentees": [{"name": f"{SECRET}\ud800"}]})
    assert SECRET not in str(refused.value)
    assert refused.value.__context__ is None


def deep(levels: int) -> dict[str, Any]:
    value: Any = 1
    for _ in range(levels):
        value = [value]
    return {"aim": value}


def endless_dict() -> dict[str, Any]:
    value: dict[str, Any] = {}
    value["again"] = value
    return value


def endless_list() -> dict[str, Any]:
    value: list[Any] = []
    value.append(value)
    return {"again": value}


def wide() -> dict[str, Any]:
    value: Any = "x" * 1024
    for _ in range(20):
        value = [value] * 4
    return {"aim": value}


@pytest.mark.parametrize("make", [lambda: deep(100_000), endless_dict, endless_list, wide])
def test_the_document_is_bounded(make: Callable[[], dict[str, Any]]) -> None:
    with pytest.raises(InvalidProgramme) as refused:
        Programme.from_dict(make())
    assert [issue.code for issue in refused.value.issues] == ["limit-exceeded"]


@pytest.mark.parametrize("number", [2**70, -(2**70), float("nan"), float("inf"), 1.5, True, None])
def test_odd_numbers_are_the_engine_s_to_judge(number: object) -> None:
    document = load(EXAMPLES / "embedded" / "programme.json")
    document["planned_months"] = number
    with pytest.raises(InvalidProgramme) as refused:
        Programme.from_dict(document)
    assert {issue.place.path for issue in refused.value.issues} == {"planned_months"}


def test_a_day_may_be_a_date_or_text() -> None:
    document = load(EXAMPLES / "embedded" / "programme.json")
    expected = Programme.from_dict(document).match()
    document["as_of"] = datetime.date.fromisoformat(document["as_of"])
    assert Programme.from_dict(document).match() == expected


def test_nothing_can_be_changed_afterwards(example: Path) -> None:
    programme = Programme.read(example)
    with pytest.raises(AttributeError):
        programme.warnings = []  # type: ignore[misc]
    outcome = programme.match()
    outcome.proposals.clear()
    outcome.proposals[0]["fit"] = 0
    assert outcome == programme.match()
    with pytest.raises(TypeError):
        Programme()
