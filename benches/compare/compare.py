#!/usr/bin/env python3
"""Measures the solver beside its peers on the same instances in the same run, and writes the table of the book.

    python3 benches/compare/compare.py [--rounds N] [--limit SECONDS] [--large] [--only NAME ...] [--out FILE]

Builds the programs, puts the peers into environments of their own below the target folder, writes the instances, and
runs everything in turn, round after round, one process and one thread each. A figure is the median over the rounds of
the processor's time for the solve alone. Every answer is compared with the known optimum. A peer that fails, needs
longer than the limit, or takes three times as long as the fastest is not asked again.
"""

import argparse
import datetime
import json
import os
import platform
import statistics
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))

INSTANCES = {
    "u100": 1.6086503699452117,
    "u200": 1.7709737226652793,
    "u500": 1.5588230169326787,
    "u1000": 1.6145868046010587,
    "u2000": 1.5709959888570033,
    "i100_1000": 0,
    "i100_2000": 0,
    "real500": 15064,
    "real1000": 28069,
    "real2000": 52816,
    "geo1000": 368436,
    "geo2000": 664867,
    "prod1000": 167167000,
    "const1000": 7000,
    "hidden1000": 0,
    "uneven1000": 9810.77058911951,
    "rectu": 0.3535083447276087,
    "rectreal": 23916,
    "tall": 0.3535083447276087,
    "sr1k20": 920408,
    "sc1k20": 742654,
    "sr10k20": 9214183,
    "sc10k20": 7003937,
    "sr10k50": 9680127,
    "sc10k50": 7213420,
    "br10k30": 9608375,
    "bc10k30": 8144543,
    "kr10k30": 8066110,
    "kc10k30": 6680295,
    "sh10k4": 5037084,
}
LARGE = {
    "u5000": 1.6737931690415155,
    "real5000": 121542,
    "sh100k4": 50025053,
    "sr100k20": 92106750,
    "sc100k20": 71184433,
    "sr100k50": 96800844,
    "sc100k50": 75263349,
}
PLACE = TARGET / "peers"
# What solvers for any graph are asked.
LITTLE = ("u100", "u200", "u500", "real500")
CRATES = ("pathfinding crate", "lapjv crate", "lsap crate")
# Two packages of the same module name, so that one needs an environment of its own.
APART = {"lap": "lap==0.5.13"}
OURS = "alongside"


def run(command, limit):
    """The line of JSON that a program prints, or a word on why there is none."""
    alone = {**os.environ, "OMP_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    # Not a limit on the processor's time: some systems then tell that time in steps of milliseconds only.
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit, env=alone)
    except subprocess.TimeoutExpired:
        return "over the limit"
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["failed"])[-1]
        return "overflow" if "Overflow" in last or "OVERFLOW" in last else "failed"
    return json.loads(done.stdout.strip().splitlines()[-1])


def environment(place, *wanted):
    """A Python of its own with these packages."""
    python = place / "bin" / "python"
    if not python.exists():
        venv.create(place, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted], check=True)
    return python


def among_peers():
    """Goes on in the environment of the peers, which is made first: their list needs one of them."""
    python = environment(PLACE, "--requirement", str(HERE / "requirements.txt"))
    if Path(sys.prefix).resolve() != PLACE.resolve():
        os.execv(python, [str(python), *sys.argv])


def programs():
    """Where the built programs and the peers' Pythons are."""
    bins = [word for name in ("instance", "instances", "peer") for word in ("--bin", name)]
    build = ["cargo", "build", "--release", "--locked", "--package", "alongside-benches", *bins]
    subprocess.run(build, cwd=ROOT, check=True)
    apart = {name: environment(TARGET / f"peers-{name}", package, "scipy") for name, package in APART.items()}
    return TARGET / "release", Path(sys.executable), apart


def repeats(path):
    """Small instances are solved many times a process."""
    return min(200, 40_000_000 // path.stat().st_size + 1)


def right(found, best):
    return isinstance(found, dict) and abs(found["total"] - best) <= 1e-9 * max(1, abs(best))


def known():
    """The peers for matrices, those for pairs, and of the first those for square ones and those for any graph."""
    import peers

    return peers.DENSE, peers.SPARSE, peers.SQUARE, peers.GENERAL


def asked(path, release, python, apart):
    """Solver -> the command that runs it on this instance."""
    times = str(repeats(path))
    dense, sparse, squares, general = known()
    commands = {OURS: [release / "instance", path, "--repeat", times, "--threads", "1"]}
    square = path.stem not in ("rectu", "rectreal", "tall")
    for peer in dense if path.suffix == ".npy" else sparse:
        if (square or peer not in squares) and (path.stem in LITTLE or peer not in general):
            commands[peer] = [apart.get(peer.split()[0], python), HERE / "peers.py", peer, path, times]
    whole = path.stem[0] != "u" and path.stem not in ("rectu", "tall")
    for crate in CRATES if path.suffix == ".npy" else ():
        if (square or crate != "lapjv crate") and (whole or crate != "pathfinding crate"):
            commands[crate] = [release / "peer", crate.removesuffix(" crate"), path, times]
    return {solver: [str(word) for word in command] for solver, command in commands.items()}


def measure(args, release, python, apart, folder):
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
            path = next(folder / f"{name}{end}" for end in (".npy", ".npz") if (folder / f"{name}{end}").exists())
            fastest = min((times[0] for times in table[name].values() if whole(times)), default=0.0)
            for solver, command in asked(path, release, python, apart).items():
                before = table[name].setdefault(solver, [])
                if before and (not whole(before) or (solver != OURS and before[0] > 3 * fastest)):
                    continue
                found = run(command, args.limit)
                if solver == OURS and not (right(found, best) and found["certificate"] == "verified"):
                    sys.exit(f"{name}: {found}, known is {best}")
                timed = found["cpu_ms"] if right(found, best) else found if isinstance(found, str) else "another total"
                before.append(timed)
                print(f"round {turn + 1} {name} {solver}: {timed}", file=sys.stderr, flush=True)
    return table


def figure(found):
    """The median of some times, to three digits or so, or why there are none."""
    if not whole(found):
        return found[-1] if found else ""
    middle = statistics.median(found)
    return f"{middle:.3f}" if middle < 1 else f"{middle:.2f}" if middle < 10 else f"{middle:,.0f}"


def page(table):
    """One line an instance: ours, the fastest peer, the ratio; then all peers, instance by instance."""
    lines = []
    for ending, kind in ((False, "matrix"), (True, "pairs")):
        shown = {name: found for name, found in table.items() if fits(found, ending)}
        if not shown:
            continue
        lines += [f"| {kind} | {OURS}, ms | fastest peer | its ms | ours to it |", "| --- | ---: | --- | ---: | ---: |"]
        for name, found in shown.items():
            mine = statistics.median(found[OURS])
            timed = {peer: statistics.median(times) for peer, times in found.items() if peer != OURS and whole(times)}
            best = min(timed, key=timed.get, default=None)
            theirs = f"{best} | {figure(found[best])} | {mine / timed[best]:.2f}" if best else "none in time | | "
            lines.append(f"| {name} | {figure(found[OURS])} | {theirs} |")
        lines.append("")
        dense, sparse, *_ = known()
        peers = [peer for peer in (*dense, *CRATES, *sparse) if any(peer in found for found in shown.values())]
        peers = list(dict.fromkeys(peers))
        lines += ["| solver | " + " | ".join(shown) + " |", "| --- |" + " ---: |" * len(shown)]
        for solver in (OURS, *peers):
            cells = " | ".join(figure(found.get(solver, [])) for found in shown.values())
            lines.append(f"| {solver} | {cells} |")
        lines.append("")
    return "\n".join(lines)


def taken(args, before, python):
    """The day, the machine, the versions and how busy the machine was."""
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "")
    rust = subprocess.run(["rustc", "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    load = " to ".join(f"{least:.1f}" for least in (before, os.getloadavg()[0]))
    begin = "CARGO_PROFILE_RELEASE_"
    profile = [(name.removeprefix(begin), value) for name, value in os.environ.items() if name.startswith(begin)]
    profile = ", ".join(f"{name.lower()} {value}" for name, value in profile)
    return (
        f"{datetime.date.today():%d %B %Y}; {os.cpu_count()} processors, {model or platform.machine()}; Rust {rust}, "
        f"Python {platform.python_version()}; release build{' with ' * bool(profile)}{profile}; "
        f"{args.rounds} rounds, at most {args.limit} s a process; load average {load}.\n"
    )


def fits(found, sparse):
    return ("HiGHS" in found) == sparse


def whole(times):
    return bool(times) and all(isinstance(time, float) for time in times)


def written(text, path):
    """Puts the table between the marks of a page that has them, or makes the file."""
    begin, end = "<!-- measured -->\n", "<!-- end of what was measured -->\n"
    before = path.read_text(encoding="utf-8") if path.exists() else begin + end
    head, rest = before.split(begin)
    path.write_text(f"{head}{begin}\n{text}\n{end}{rest.split(end)[1]}", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=int, default=20, help="seconds a process may take")
    parser.add_argument("--large", action="store_true", help="the instances that take minutes, too")
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--out", type=Path, help="the page to put the table into; otherwise print it")
    args = parser.parse_args()
    among_peers()
    release, python, apart = programs()
    folder = TARGET / "instances"
    folder.mkdir(parents=True, exist_ok=True)
    before = os.getloadavg()[0]
    table = measure(args, release, python, apart, folder)
    text = taken(args, before, python) + "\n" + page(table)
    if args.out:
        written(text, args.out)
    else:
        print(text)


if __name__ == "__main__":
    main()
