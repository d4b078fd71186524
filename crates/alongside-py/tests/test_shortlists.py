"""Lists of options to choose from."""

from __future__ import annotations

import csv
import io
import json

import pytest
from conftest import EXAMPLES

from alongside import LimitExceeded, NotACandidate, Programme, Shortlists, UnknownPerson, schema

MENTORING = EXAMPLES / "mentoring" / "programme.toml"


def together(lists: Shortlists) -> list[int]:
    return [tier.picked + tier.served for tier in lists.tiers]


def test_lists_begin_with_the_proposals() -> None:
    programme = Programme.read(MENTORING)
    proposed = {one.mentee: one.mentor for one in programme.match().proposals}
    lists = programme.shortlist(options=3, appearances=4)
    assert (lists.kind, lists.to_dict()["appearances"]) == ("proposal", 4)
    assert {one.mentee: one.options[0].mentor for one in lists.lists if one.mentee in proposed} == proposed
    for one in lists.lists:
        assert (one.shorter is None) == (len(one.options) == 3)
        for option in one.options:
            assert option.fit == sum(part.contribution for part in option.contributions)


def test_no_pick_from_a_safe_list_costs_a_place_until_all_have_picked() -> None:
    programme = Programme.read(MENTORING)
    lists = programme.shortlist(safe="one_after_another")
    most, picked = together(lists), []
    while open_lists := [one for one in lists.lists if one.options]:
        assert [one.turn for one in open_lists] == list(range(1, len(open_lists) + 1))
        picked.append((open_lists[0].mentee, open_lists[0].options[-1].mentor))
        lists = programme.shortlist(safe="one_after_another", picked=picked)
        assert together(lists) == most
    assert [(pair.mentee, pair.mentor) for pair in lists.picked] == picked
    assert sum(tier.picked for tier in lists.tiers) == len(picked) == sum(most)


def test_joint_lists_share_no_place() -> None:
    programme = Programme.read(MENTORING)
    lists = programme.shortlist(options=2, safe="jointly")
    first = [(one.mentee, one.options[0].mentor) for one in lists.lists if one.options]
    assert together(programme.shortlist(safe="jointly", picked=first)) == together(lists)


def test_what_is_declined_is_on_no_list() -> None:
    programme = Programme.read(MENTORING)
    before = programme.shortlist(safe="one_after_another").lists[0]
    declined = [(before.mentee, option.mentor) for option in before.options]
    lists = programme.shortlist(safe="one_after_another", declined=declined)
    after = next(one for one in lists.lists if one.mentee == before.mentee)
    assert not {option.mentor for option in after.options} & {mentor for _, mentor in declined}


def test_lists_are_written() -> None:
    programme = Programme.read(MENTORING)
    lists = programme.shortlist()
    rows = list(csv.DictReader(io.StringIO(lists.to_csv())))
    assert [(row["mentee_id"], row["mentor_id"]) for row in rows if row["mentor_id"]] == [
        (one.mentee, option.mentor) for one in lists.lists for option in one.options
    ]
    assert lists.to_workbook()[:2] == b"PK"
    assert json.loads(lists.to_json()) == lists.to_dict()
    assert set(lists.to_dict()) == set(schema("shortlists")["required"])
    assert lists == programme.shortlist()
    assert lists != programme.shortlist(safe="jointly")


def test_what_cannot_be_is_refused() -> None:
    programme = Programme.read(MENTORING)
    with pytest.raises(ValueError, match="^options: "):
        programme.shortlist(options=0)
    with pytest.raises(ValueError, match="^appearances: "):
        programme.shortlist(appearances=-1)
    with pytest.raises(ValueError, match="^appearances: "):
        programme.shortlist(safe="jointly", appearances=3)
    with pytest.raises(ValueError, match="^safe: "):
        programme.shortlist(safe="together")  # type: ignore[arg-type]
    with pytest.raises(UnknownPerson):
        programme.shortlist(picked=[("nobody", "m-01")])
    lists = programme.shortlist()
    mentee = next(one.mentee for one in lists.lists if one.shorter and not one.shorter.candidates)
    with pytest.raises(NotACandidate) as raised:
        programme.shortlist(picked=[(mentee, "m-01")])
    assert mentee not in str(raised.value)
    assert not issubclass(NotACandidate, LimitExceeded)
