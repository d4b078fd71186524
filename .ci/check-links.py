"""Every relative link in README.md and the book leads to a file, and every fragment to a heading in it."""

import re
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).resolve().parent.parent
FENCE = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"`[^`\n]*`")
LINK = re.compile(r"\[([^\]]*)\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$", re.MULTILINE)


def prose(page: Path) -> str:
    """The page without blocks of code, its lines where they were."""
    return FENCE.sub(lambda block: "\n" * block.group().count("\n"), page.read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    """The names by which headings are linked to; a repeated one is numbered."""
    counts: Counter[str] = Counter()
    names = set()
    for title in HEADING.findall(prose(page)):
        shown = LINK.sub(lambda link: link.group(1), title)
        name = re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", shown).strip().lower())
        names.add(f"{name}-{counts[name]}" if counts[name] else name)
        counts[name] += 1
    return names


def faults(page: Path) -> list[str]:
    """What is wrong with the page's links."""
    told = []
    text = CODE.sub("", prose(page))
    for match in LINK.finditer(text):
        link = match.group(2)
        if re.match(r"[a-z][a-z0-9+.-]*:", link):
            continue
        path, _, fragment = unquote(link).partition("#")
        leads_to = (page.parent / path).resolve() if path else page
        here = f"{page.relative_to(ROOT)}:{text.count(chr(10), 0, match.start()) + 1}: {link}"
        if ROOT not in leads_to.parents or not leads_to.exists():
            told.append(f"{here}: there is no such file")
        elif fragment and leads_to.suffix == ".md" and fragment not in anchors(leads_to):
            told.append(f"{here}: there is no such heading")
    return told


def main() -> int:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    told = [fault for page in pages for fault in faults(page)]
    print(*told, f"{len(pages)} pages, {len(told)} broken links", sep="\n")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
