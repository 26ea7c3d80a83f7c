#!/usr/bin/env python3
"""Derive data/names/first-names.tsv from first_names.txt and two open lists.

usage: build_first_names.py FAKER NAMES

FAKER  the unpacked PyPI package Faker (MIT): first names of sixty countries by sex
NAMES  the unpacked PyPI package names: dist.male.first and dist.female.first of the US Census of 1990 (public domain)

A name that both sexes bear is left out, unless one of them bears it five times as often.
"""
import importlib, pkgutil, re, sys, unicodedata
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parent.parent / "data" / "names" / "first-names.tsv"
HEADER = """\
# First names with the sex of those who bear them, and short forms. Derived by train/names/build_first_names.py from
# Faker (MIT), the US Census of 1990 (public domain) and readout's own list; correct it here.
# name: without diacritics
# sex: male, female; empty where both bear it
# full: for a short form the names that it stands for, separated by "|"
# name	sex	full
"""
CYRILLIC = dict(zip("абвгдезийклмнопрстуфцыэґіїєјќѓљњ",
                    "a b v g d e z i y k l m n o p r s t u f ts y e g i yi ye j kj gj lj nj".split()))
CYRILLIC |= {"ж": "zh", "х": "kh", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya", "ё": "yo"}
GEORGIAN = dict(zip("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
                    "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h".split()))
GREEK = dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split()))
LETTERS = {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "ə": "a", "þ": "th", "ð": "d", "œ": "oe"}


def plain(name):
    name = "".join(c for c in unicodedata.normalize("NFKD", name.lower().replace("й", "y")) if not unicodedata.combining(c))
    for table in (LETTERS, CYRILLIC, GEORGIAN, GREEK):
        name = "".join(table.get(c, c) for c in name)
    name = re.sub("(?<=[bcdfghklmnpqrstvxz])iy$|yy$", "y", name)
    return name if re.fullmatch("[a-z]{2,}(['-][a-z]+)?", name) else None


def bearers(faker, census):
    """For each name how often either sex has it."""
    counts = defaultdict(lambda: {"male": 0.0, "female": 0.0})
    sys.path.insert(0, str(faker))
    import faker.providers.person as persons
    for module in pkgutil.iter_modules(persons.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        if module.name in ("en", "en_US"):
            continue  # the census tells these better
        for sex in ("male", "female"):
            for name in {plain(n) for n in getattr(provider, f"first_names_{sex}", ())} - {None}:
                counts[name][sex] += 1
    for sex in ("male", "female"):
        for line in (census / "names" / f"dist.{sex}.first").open():
            name, share = line.split()[:2]
            counts[name.lower()][sex] += max(float(share) * 10, 0.5)
    return counts


def read_own():
    sexes, full = defaultdict(set), defaultdict(set)
    for line in (HERE / "first_names.txt").open(encoding="utf-8"):
        kind, _, rest = line.rstrip("\n").partition(" ")
        if kind in "mf":
            for name in rest.split():
                sexes[plain(name)].add("male" if kind == "m" else "female")
        elif kind == "=":
            for form in rest.split("; "):
                short, *names = form.lower().split()
                full[short].update(names)
    return sexes, full


def sex_of(name, counts, own):
    if len(own.get(name, ())) == 1:
        return next(iter(own[name]))
    male, female = counts[name]["male"], counts[name]["female"]
    if name in own or max(male, female) < 5 * min(male, female):
        return ""
    return "male" if male > female else "female"


def main():
    faker, census = map(Path, sys.argv[1:3])
    counts = bearers(faker, census)
    own, full = read_own()
    with OUT.open("w", encoding="utf-8") as out:
        out.write(HEADER)
        for name in sorted(set(counts) | set(own) | set(full)):
            sex = sex_of(name, counts, own)
            if sex or full[name]:
                out.write(f"{name.title()}\t{sex}\t{'|'.join(n.title() for n in sorted(full[name]))}\n")


if __name__ == "__main__":
    main()
