#!/usr/bin/env python3
"""Derives postcodes.txt from Code-Point Open.

    python3 derive_postcodes.py CSV_FOLDER            writes postcodes.txt beside this script
    python3 derive_postcodes.py CSV_FOLDER --measure  says how far the table is from the postcodes themselves

CSV_FOLDER holds the files of Code-Point Open, one for each postcode area, as `ab.csv` or `ab.csv.gz`: no header;
postcode, positional quality, easting, northing, and whatever follows. README.md says where the present table is from.
Only the standard library is needed.
"""

import csv
import gzip
import hashlib
import math
import sys
from pathlib import Path

UNIT = 100  # metres of the national grid in one unit of the table

HEADER = """\
# Where UK postcodes are: the middle of each outcode and of each sector, in units of 100 m of the national grid.
# A line: outcode, easting, northing, then each sector's digit with its difference from the outcode, east and north.
# Contains OS data © Crown copyright and database right 2024
# Contains Royal Mail data © Royal Mail copyright and Database right 2024
# Contains National Statistics data © Crown copyright and database right 2024
# Licensed under the Open Government Licence v3.0. Made by derive_postcodes.py; see README.md beside it.
"""


def postcodes(folder):
    """Every located postcode: outcode, sector digit, easting, northing."""
    files = sorted(path for path in folder.iterdir() if path.name.endswith((".csv", ".csv.gz")))
    if not files:
        sys.exit(f"no .csv or .csv.gz file in {folder}")
    without = 0
    for path in files:
        opened = gzip.open(path, "rt", encoding="ascii") if path.suffix == ".gz" else path.open(encoding="ascii")
        with opened as lines:
            for row in csv.reader(lines):
                code = "".join(row[0].split()).upper()
                easting, northing = int(row[2]), int(row[3])
                if easting == 0 and northing == 0:
                    without += 1  # the source's way of saying that it does not know
                    continue
                yield code[:-3], code[-3], easting, northing
    print(f"{without} postcodes without a position left out", file=sys.stderr)


def middles(folder):
    """The mean position of each outcode and of each sector, in units, halves away from zero."""
    sums = {}
    for outcode, digit, easting, northing in postcodes(folder):
        for key in ((outcode, ""), (outcode, digit)):
            total = sums.setdefault(key, [0, 0, 0])
            total[0] += easting
            total[1] += northing
            total[2] += 1
    rounded = lambda total, count: (2 * total + count * UNIT) // (2 * count * UNIT)
    return {key: (rounded(e, n), rounded(f, n)) for key, (e, f, n) in sums.items()}


def written(table):
    lines = []
    for outcode, sectors in sorted(by_outcode(table).items()):
        east, north = sectors.pop("")
        parts = [f"{digit}{e - east:+}{n - north:+}" for digit, (e, n) in sorted(sectors.items())]
        lines.append(f"{outcode} {east} {north} {' '.join(parts)}\n")
    return HEADER + "".join(lines)


def by_outcode(table):
    grouped = {}
    for (outcode, digit), at in table.items():
        grouped.setdefault(outcode, {})[digit] = at
    return grouped


def measure(folder, table):
    """How far the middles are from the postcodes, in kilometres: half, nine in ten, 99 in 100 are nearer."""
    for name, key in (("sector", lambda o, d: (o, d)), ("outcode", lambda o, _: (o, ""))):
        away = []
        for outcode, digit, easting, northing in postcodes(folder):
            east, north = table[key(outcode, digit)]
            away.append(math.hypot(easting - east * UNIT, northing - north * UNIT))
        away.sort()
        at = lambda share: away[min(len(away) - 1, int(share * len(away)))] / 1000
        print(f"{name}: {len(away)} postcodes; {at(0.5):.2f} km median, {at(0.9):.2f} p90, {at(0.99):.2f} p99")


def main():
    folder = Path(sys.argv[1])
    table = middles(folder)
    if "--measure" in sys.argv[2:]:
        measure(folder, table)
        return
    text = written(table).encode("utf-8")
    (Path(__file__).parent / "postcodes.txt").write_bytes(text)
    outcodes = sum(1 for _, digit in table if not digit)
    print(f"{outcodes} outcodes, {len(table) - outcodes} sectors, {len(text)} bytes")
    print(f"SHA-256 {hashlib.sha256(text).hexdigest()}")


if __name__ == "__main__":
    main()
