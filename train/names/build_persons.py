#!/usr/bin/env python3
"""Derive data/names/persons.tsv.

usage: build_persons.py OFFICES

OFFICES  folder with officeholders.tsv and foreign-ministers-2022.tsv (Wikidata, CC0)

Keeps heads of state and government, foreign, defence and interior ministers, spokespersons, envoys and ambassadors
since 1990, and adds persons_own.tsv. Needed only to derive the table anew; the build reads the table."""
import csv
import re
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parents[1] / "data/names/persons.tsv"
OFFICES = [
    (r"deputy.*(foreign|external)|foreign.*deputy", "deputy foreign"),
    (r"(foreign|external) affairs|foreign minister|secretary of state for foreign|^(united states )?secretary of state$", "foreign"),
    (r"deputy.*(defence|defense)", None),
    (r"(defence|defense)", "defence"),
    (r"deputy prime minister|vice[- ]premier|deputy chair", "deputy government head"),
    (r"^(prime minister|premier|chancellor|taoiseach|president of the (government|council of ministers)|chairman of the council of ministers)( of .*)?$", "government head"),
    (r"^vice[- ]president( of .*)?$", "deputy head"),
    (r"^(president|king|queen|emir|sultan|grand duke|monarch|head of state|supreme leader)( of (the )?[a-z -]+)?$", "head"),
    (r"interior|internal affairs|home (secretary|affairs)", "interior"),
    (r"spokes", "spokesperson"),
    (r"permanent representative|ambassador to the united (nations|states)|ambassador to russia|ambassador to the russian", "ambassador"),
    (r"national security advis|security council", "security adviser"),
    (r"chief of (the )?(general|defence|defense) staff", "officer"),
]
CODES = {"united-kingdom": "GBR", "united-states": "USA", "congo-kinshasa": "COD", "central-african-republic": "CAF",
         "south-sudan": "SSD", "south-korea": "KOR", "north-korea": "PRK", "czechia": "CZE", "new-zealand": "NZL",
         "south-africa": "ZAF", "sri-lanka": "LKA", "saudi-arabia": "SAU", "bosnia-herzegovina": "BIH",
         "north-macedonia": "MKD", "hong-kong": "HKG", "ivory-coast": "CIV", "burkina-faso": "BFA",
         "united-arab-emirates": "ARE", "kosovo": "XKX", "turkey": "TUR", "taiwan": "TWN", "abkhazia": "ABKHAZIA",
         "south-ossetia": "SOUTH-OSSETIA", "artsakh": "ARTSAKH"}


def rows(path):
    with open(path, encoding="utf-8") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def codes():
    known = dict(CODES)
    for line in open(HERE.parents[1] / "data/names/countries.tsv", encoding="utf-8"):
        if line[0] != "#":
            code, *rest = line.rstrip("\n").split("\t")
            for name in rest[3].split("|"):
                known.setdefault(name.lower().replace(" ", "-"), code)
    return known


def office_of(position):
    position = position.lower()
    if re.search(r"first lady|shadow|former|wife|state secretary|parliamentary|senate|assembly|chamber|court|bank", position):
        return None
    for pattern, office in OFFICES:
        if re.search(pattern, position):
            return office
    return None


def plain(name):
    name = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return re.sub(r"\s+", " ", "".join(c for c in name if not unicodedata.combining(c))).strip()


def main():
    folder, known = Path(sys.argv[1]), codes()
    own = [line.rstrip("\n").split("\t") for line in open(HERE / "persons_own.tsv", encoding="utf-8") if line[0] != "#"]
    found = [row + [""] * (5 - len(row)) for row in own]
    have = {(plain(n).lower(), row[2]) for row in found for n in row[0].split("|")}
    for file in ("officeholders.tsv", "foreign-ministers-2022.tsv"):
        for row in rows(folder / file):
            code = known.get(row["country"].lower().replace(" ", "-"))
            office = office_of(row["position"])
            end = row.get("end") or ""
            name = row["person"].replace("|", " ").strip()
            if not code or not office or " " not in name or (end and end < "1990") or re.search(r"\d|\(|Q\d", name):
                continue
            if (plain(name).lower(), office) in have:
                continue
            start = row.get("start") or ""
            # tables made in 2022 leave the last term open: it says nothing of later years
            found.append([name, code, office, start, end or "2022"])
    found = sorted({tuple(row) for row in found})
    with open(OUT, "w", encoding="utf-8") as out:
        out.write("# Persons in office. Derived by train/names/build_persons.py from Wikidata (CC0, by EveryPolitician, to 2022) and\n"
                  "# readout's own list (train/names/persons_own.tsv).\n"
                  "# names: as written, separated by \"|\"\n# body: actor that the person speaks for\n"
                  "# office: see agents.tsv\n# from, to: days, months or years; empty: open\n# names\tbody\toffice\tfrom\tto\n")
        out.writelines("\t".join(row) + "\n" for row in found)
    print(len(found), "terms of office")


if __name__ == "__main__":
    main()
