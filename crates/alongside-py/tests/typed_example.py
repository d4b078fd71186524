"""What a typed program sees; checked by mypy, and run."""

from __future__ import annotations

import sys
from pathlib import Path

from alongside import InvalidProgramme, Outcome, Programme, validate
from alongside.model import Finding, Issue, Proposal


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
    print(asked, outcome.status == "optimal", len(validate(path)))
    return len(findings)


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
