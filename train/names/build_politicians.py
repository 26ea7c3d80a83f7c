#!/usr/bin/env python3
"""Put the politicians of politicians.txt into data/names/offices.tsv.

usage: build_politicians.py

Each speaks for his state on the days when his party governs, by data/names/actors.tsv, else for its opposition; who only
leads a party has no row for the days when it governs. Rows that the table has for the same offices are replaced, so the
program may be run again and after build_offices.py.
"""
import re
import unicodedata
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
NAMES = HERE.parent.parent / "data" / "names"
OF_PARTIES = re.compile(r"senator|congress(wo)?man|committee chair|speaker of the (house|eastern)|house (majority|minority)|opposition|"
                        r"leader|lawmaker|candidate|politician|^deputy$|dissident", re.I)
SEATS = re.compile(r"senator|congress(wo)?man|committee chair|speaker|house |lawmaker|^deputy$|governor|mayor", re.I)
LEADERS = re.compile(r"leader|president|prime minister|chair")
KNOWN, LEADING, NAMESAKES = 22, 24, 3


def plain(name):
    return "".join(c for c in unicodedata.normalize("NFKD", name.translate(str.maketrans("ıİđĐøØłŁ", "iIdDoOlL")))
                   if not unicodedata.combining(c))


def day(text, last=False):
    """The first or last day that a date of the table means."""
    year, month, number = (list(map(int, text.split("-"))) + [0, 0])[:3]
    if number:
        return date(year, month, number)
    if not last:
        return date(year, month or 1, 1)
    return date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1) - timedelta(1)


def terms_of_parties():
    """(home, name of a party) -> the days between which it governs"""
    terms = {}
    for line in open(NAMES / "actors.tsv", encoding="utf-8"):
        cells = line.rstrip("\n").split("\t") + [""] * 4
        for name in cells[4].split("|") if cells[1] == "party" else []:
            days = terms.setdefault((cells[3], name), [])
            if cells[0] == cells[3]:
                days.append((day(cells[6]) if cells[6] else date.min, day(cells[7], True) if cells[7] else date.max))
    return terms


def split_term(start, end, governing):
    """The parts of a term of office: (from, to, whether the party governs then)"""
    at = start
    for first, last in sorted(governing):
        if last < at or first > end:
            continue
        if first > at:
            yield at, first - timedelta(1), False
        yield max(at, first), min(end, last), True
        at = min(end, last) + timedelta(1) if last < end else None
        if at is None:
            return
    yield at, end, False


def main():
    terms = terms_of_parties()
    lines = [line.rstrip("\n").split(";") for line in open(HERE / "politicians.txt", encoding="utf-8") if line[0] != "#"]
    offices = defaultdict(set)
    for home, _, name, _, office, _, _ in lines:
        offices[home, plain(name)].add(office)
    head, rows, weights, surnames = [], [], {}, defaultdict(set)
    for line in open(NAMES / "offices.tsv", encoding="utf-8"):
        if line.startswith("#"):
            head.append(line)
            continue
        cells = (line.rstrip("\n").split("\t") + [""] * 7)[:7]
        home = cells[0].removesuffix("-OPP")
        listed = offices.get((home, cells[1]))
        surnames[cells[1].split()[-1]].add(cells[1])
        mine = listed and (cells[3] in listed or OF_PARTIES.search(cells[3]) or
                           cells[3] == "speaker of parliament" and home in ("USA", "LBY"))
        if mine:
            weights[home, cells[1]] = max(int(cells[6] or 0), weights.get((home, cells[1]), 0))
        else:
            rows.append(cells)
    for home, party, name, others, office, start, end in lines:
        name = plain(name)
        others = "|".join(dict.fromkeys(plain(o) for o in others.split(",") if o and plain(o) != name))
        assert party == "opposition" or (home, party) in terms, f"{home} has no party {party}"
        governing = terms.get((home, party), [])
        common = len(surnames[name.split()[-1]]) > NAMESAKES
        weight = LEADING if LEADERS.search(office) and not common else KNOWN
        weight = max(weight, weights.get((home, name), 0)) if not common else weight
        for first, last, governs in split_term(day(start), day(end, True) if end else date.max, governing):
            if not governs or SEATS.search(office):
                rows.append([home if governs else home + "-OPP", name, others, office, first.isoformat(),
                             last.isoformat() if last < date.max else "", str(weight)])
    spellings = defaultdict(dict)
    for row in rows:
        spellings[row[0].removesuffix("-OPP"), row[1]].update(dict.fromkeys(filter(None, row[2].split("|"))))
    for row in rows:
        row[2] = "|".join(spellings[row[0].removesuffix("-OPP"), row[1]])
    rows.sort(key=lambda r: (r[0], r[1], r[4]))
    with open(NAMES / "offices.tsv", "w", encoding="utf-8") as out:
        out.writelines(head)
        out.writelines("\t".join(row) + "\n" for row in rows)
    print(len(rows), "terms of office")


if __name__ == "__main__":
    main()
