"""What a typed program sees; checked by mypy, and run."""

from __future__ import annotations

import sys
from pathlib import Path

from alongside import InvalidProgramme, Outcome, Programme, validate
from alongside.model import Finding, Issue, Obstacle, Proposal


def best(outcome: Outcome) -> Proposal | None:
    return max(outcome.proposals, key=lambda proposal: proposal.fit, default=None)


def rows(issues: list[Issue]) -> list[int]:
    return [issue.place.row for issue in issues if issue.place.row is not None]


def main(path: Path) -> int:
    try:
        programme = Programme.read(path)
    except InvalidProgramme as invalid:
        return len(rows(invalid.issues))
    outcome = programme.match(time_limit=60, threads=2)
    findings: list[Finding] = programme.check(outcome)
    proposal = best(outcome)
    if proposal is not None:
        pair = programme.explain(proposal.mentee, proposal.mentor).pair
        lost: int = proposal.against.lost if proposal.against else 0
        shown: str = f"{proposal.mentor} {pair.fit if pair else 0} {lost} {proposal['tier']}"
        print(shown)
    asked: int = sum(waiting.asked.candidates for waiting in outcome.unmatched)
    met: list[str] = [f"{pair.mentor} since {pair.since}" for pair in outcome.kept if pair.current]
    against: list[Obstacle] = [objection.obstacle for pair in outcome.urgent for objection in pair.objections]
    sheets = {name: path.with_name(name).read_bytes() for name in ("mentors.csv", "mentees.csv")}
    same = Programme.from_sheets(path.read_text(encoding="utf-8"), sheets)
    rows_read: int = sum(sheet.rows for sheet in same.summary if sheet.role == "mentees")
    print(len(met), len(against), rows_read, len(same.match().to_workbook()))
    print(asked, outcome.status == "optimal", len(validate(path)))
    return len(findings)


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
