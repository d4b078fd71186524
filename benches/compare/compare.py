#!/usr/bin/env python3
"""Measures the solver beside its peers on the same instances in the same run, and writes the table of the book.

    python3 benches/compare/compare.py [--rounds N] [--limit SECONDS] [--large] [--only NAME ...] [--out FILE]

Builds the programs, puts the peers into an environment of their own below the target folder, writes the instances, and
runs everything in turn, round after round, one process and one thread each. A figure is the median over the rounds of
the processor's time for the solve alone. A peer that needs longer than the limit on an instance is not asked again.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import venv
from pathlib import Path

from peers import DENSE, SPARSE

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))

INSTANCES = {
    "u100": 1.6086503699452117,
    "u200": 1.7709737226652793,
    "u500": 1.5588230169326787,
    "u1000": 1.6145868046010587,
    "u2000": 1.5709959888570033,
    "i100_2000": 0,
    "real500": 15064,
    "real1000": 28069,
    "real2000": 52816,
    "geo1000": 368436,
    "geo2000": 664867,
    "prod1000": 167167000,
    "rectu": 0.3535083447276087,
    "rectreal": 23916,
    "sr1k20": 920408,
    "sc1k20": 742654,
    "sr10k20": 9214183,
    "sc10k20": 7003937,
    "br10k30": 9608375,
    "bc10k30": 8144543,
}
LARGE = {
    "u5000": 1.6737931690415155,
    "real5000": 121542,
    "sr10k50": 9680127,
    "sc10k50": 7213420,
    "sr100k20": 92106750,
    "sc100k20": 71184433,
    "sr100k50": 96800844,
    "sc100k50": 75263349,
}
OURS = "alongside"


def run(command, limit):
    """The line of JSON that a program prints, or a word on why there is none."""
    alone = {**os.environ, "OMP_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit, env=alone)
    except subprocess.TimeoutExpired:
        return "over the limit"
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["failed"])[-1]
        return "overflow" if "Overflow" in last or "OVERFLOW" in last else "failed"
    return json.loads(done.stdout.strip().splitlines()[-1])


def programs():
    """Where the built programs and the peers' Python are."""
    build = ["cargo", "build", "--release", "--locked", "--package", "alongside-benches", "--bins"]
    subprocess.run(build, cwd=ROOT, check=True)
    place = TARGET / "peers"
    if not (place / "bin" / "python").exists():
        venv.create(place, with_pip=True)
    python = place / "bin" / "python"
    wanted = ["install", "--quiet", "--disable-pip-version-check", "--requirement", str(HERE / "requirements.txt")]
    subprocess.run([python, "-m", "pip", *wanted], check=True)
    return TARGET / "release", python


def repeats(name):
    """Small instances are solved several times a process."""
    size = int("".join(digit for digit in name.split("k")[0] if digit.isdigit()) or 1000)
    return 9 if size <= 500 and "k" not in name else 3 if size <= 1000 and "k" not in name else 1


def right(found, best):
    return isinstance(found, dict) and abs(found["total"] - best) <= 1e-9 * max(1, abs(best))


def measure(args, release, python, folder):
    """Instance -> solver -> its figures, round by round, or why it has none."""
    chosen = {**INSTANCES, **(LARGE if args.large else {})}
    if args.only:
        chosen = {name: best for name, best in {**INSTANCES, **LARGE}.items() if name in args.only}
    missing = [name for name in chosen if not any((folder / f"{name}{end}").exists() for end in (".npy", ".npz"))]
    if missing:
        subprocess.run([release / "instances", folder, *missing], check=True)
    table = {name: {} for name in chosen}
    for turn in range(args.rounds):
        for name, best in chosen.items():
            dense = (folder / f"{name}.npy").exists()
            path = folder / f"{name}{'.npy' if dense else '.npz'}"
            times = str(repeats(name))
            commands = {OURS: [release / "instance", path, "--repeat", times, "--threads", "1"]}
            square = name not in ("rectu", "rectreal")
            for peer in DENSE if dense else SPARSE:
                if square or peer not in ("lapjv (src-d)", "OR-tools assignment"):
                    commands[peer] = [python, HERE / "peers.py", peer, path, times]
            for crate in ("pathfinding", "lapjv crate", "lsap crate") if dense else ():
                if square or crate != "lapjv crate":
                    commands[crate] = [release / "peer", crate.removesuffix(" crate"), path, times]
            for solver, command in commands.items():
                before = table[name].setdefault(solver, [])
                if before and not isinstance(before[-1], float):
                    continue
                found = run([str(word) for word in command], args.limit)
                if isinstance(found, dict):
                    if solver == OURS and found["certificate"] != "verified":
                        sys.exit(f"{name}: {found['certificate']}")
                    if solver == OURS and not right(found, best):
                        sys.exit(f"{name}: {found['total']} is not {best}")
                    before.append(found["cpu_ms"] if right(found, best) else "another total")
                else:
                    before.append(found)
                print(f"round {turn + 1} {name} {solver}: {before[-1]}", file=sys.stderr, flush=True)
    return table


def figure(found):
    if not found or not isinstance(found[-1], float):
        return found[-1] if found else ""
    middle = statistics.median(found)
    return f"{middle:.2f}" if middle < 10 else f"{middle:.0f}"


def page(table, rounds):
    """The table, one line an instance; ratios against the fastest peer."""
    lines = []
    for kind, peers in (("matrix", [*DENSE, "pathfinding", "lapjv crate", "lsap crate"]), ("pairs", list(SPARSE))):
        shown = {name: found for name, found in table.items() if set(found) & set(peers) - {"x"} and fits(found, kind)}
        if not shown:
            continue
        lines += [f"| {kind} | {OURS} | fastest peer | ratio | " + " | ".join(peers) + " |"]
        lines += ["| --- | ---: | --- | ---: |" + " ---: |" * len(peers)]
        for name, found in shown.items():
            mine = statistics.median(found[OURS])
            timed = {peer: statistics.median(times) for peer, times in found.items() if peer != OURS and whole(times)}
            best = min(timed, key=timed.get) if timed else None
            ratio = f"{timed[best] / mine:.1f}" if best else ""
            cells = " | ".join(figure(found.get(peer, [])) for peer in peers)
            lines.append(f"| {name} | {figure(found[OURS])} | {best or ''} | {ratio} | {cells} |")
        lines.append("")
    return "\n".join(lines)


def fits(found, kind):
    return ("HiGHS" in found) == (kind == "pairs")


def whole(times):
    return bool(times) and all(isinstance(time, float) for time in times)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=float, default=60.0, help="seconds a process may take")
    parser.add_argument("--large", action="store_true", help="the instances that take minutes, too")
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--out", type=Path, help="write the table there; otherwise print it")
    args = parser.parse_args()
    release, python = programs()
    folder = TARGET / "instances"
    folder.mkdir(parents=True, exist_ok=True)
    text = page(measure(args, release, python, folder), args.rounds)
    if args.out:
        args.out.write_text(text, encoding="utf-8")
    else:
        print(text)


if __name__ == "__main__":
    main()
