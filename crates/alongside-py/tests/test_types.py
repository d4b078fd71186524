"""The types say what the compiled module has."""

import subprocess
import sys
from pathlib import Path

from conftest import EXAMPLES

HERE = Path(__file__).parent


def python(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)


def test_the_stubs_are_true() -> None:
    done = python("-m", "mypy.stubtest", "alongside")
    assert done.returncode == 0, done.stdout


def test_typed_programs_pass_and_run() -> None:
    done = python("-m", "mypy", "--strict", ".")
    assert done.returncode == 0, done.stdout
    done = python("typed_example.py", EXAMPLES / "mentoring" / "programme.toml")
    assert done.returncode == 0, done.stderr


def test_a_slip_is_found(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text("from alongside import Outcome\ndef f(o: Outcome) -> str:\n    return o.proposals[0].fit\n")
    assert 'got "int", expected "str"' in python("-m", "mypy", "--strict", wrong).stdout
    wrong.write_text("from alongside import Outcome\ndef f(o: Outcome) -> int:\n    return o.proposals[0].fitt\n")
    assert '"Proposal" has no attribute "fitt"' in python("-m", "mypy", "--strict", wrong).stdout
