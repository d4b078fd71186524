"""The examples that the book ships are what is tested."""

import csv
import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = ROOT / "docs" / "examples"
WITH_PEOPLE = [
    EXAMPLES / "befriending" / "programme.toml",
    EXAMPLES / "embedded" / "programme.json",
    EXAMPLES / "mentoring" / "programme.toml",
    EXAMPLES / "pairs" / "programme.toml",
]


@pytest.fixture(params=WITH_PEOPLE, ids=lambda path: path.parent.name)
def example(request: pytest.FixtureRequest) -> Path:
    """Each programme that ships with its people."""
    return Path(request.param)


@pytest.fixture
def befriending(tmp_path: Path) -> Path:
    """A copy of the befriending example to spoil."""
    return Path(shutil.copytree(EXAMPLES / "befriending", tmp_path / "befriending"))


@pytest.fixture(scope="session")
def binary() -> Path:
    """The command, where it was built; `.ci/test` always builds it."""
    named = os.environ.get("ALONGSIDE_BIN")
    if named is None:
        pytest.skip("ALONGSIDE_BIN names no command")
    path = Path(named)
    assert path.is_file(), f"ALONGSIDE_BIN is {path}, where there is nothing"
    return path


def load(path: Path) -> dict[str, Any]:
    """The document of a programme file."""
    text = path.read_text(encoding="utf-8")
    document: dict[str, Any] = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
    return document


Change = Callable[[dict[str, str]], None]


def spoil(sheet: Path, row: int, change: Change) -> None:
    """Changes one row, counted as a spreadsheet does."""
    with sheet.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
        names = list(reader.fieldnames or [])
    change(rows[row - 2])
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(rows)


def crowd(people: int) -> dict[str, Any]:
    """A programme of so many mentors and mentees, each of whom could go with anybody."""
    document = load(EXAMPLES / "embedded" / "programme.json")
    document["rules"] = []
    document["aim"] = {"tiers": 1}
    for side in ("mentors", "mentees"):
        known = [dict(person) for person in document[side]]
        for person in known:
            person.pop("exclusions", None)
            person.pop("preferences", None)
            person.pop("choices", None)
        document[side] = [{**known[at % len(known)], "id": f"{side}-{at}"} for at in range(people)]
    return document
