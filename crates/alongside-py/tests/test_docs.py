"""The book's Python runs as it stands."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import EXAMPLES, ROOT

PAGES = [page for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))] if "```python" in page.read_text()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_s_python_runs(page: Path, tmp_path: Path) -> None:
    """One page is one session, in a folder that has nothing but the examples."""
    shutil.copytree(EXAMPLES, tmp_path / "docs" / "examples")
    blocks = re.findall(r"^```python\n(.*?)^```$", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    script = tmp_path / "page.py"
    script.write_text("\n".join(blocks), encoding="utf-8")
    environment = {**os.environ, "PYTHONWARNINGS": "default"}
    command = [sys.executable, str(script)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    assert " with " in done.stdout


def test_there_are_such_pages() -> None:
    assert {page.name for page in PAGES} >= {"README.md", "python.md"}
