#!/usr/bin/env python3
"""Learn data/lemmatizer.model: from a word and its tags to its lemma.

usage: train_lemmatizer.py --output FILE [--shared DIR]

Two decisions are learned from EWT train and GUM train, each by the longest ending of the word that is known:
  edit   how many bytes to take off the lower-cased word and what to put there (or which lemma stands for it whole)
  case   whether the lemma is written in lower case, as the word is, or with a capital
Both are learned for each pair of UPOS and XPOS and, for pairs that are rare, for each UPOS. An ending is kept only where
its decision differs from that of the next shorter one. Whole words are endings that begin with '^'.

Regular forms that the treebanks lack are taken from the raw corpora: of the bases that "negotiating" could have
("negotiat", "negotiate", …) the one that the corpora use most is its lemma. Those of the verbs in data/acts.tsv, which
the records are found by, are made from the verbs themselves.
"""
import argparse, json, re, struct
from collections import Counter, defaultdict
from pathlib import Path

LONGEST_ENDING, WHOLE = 6, 255
LOWER, KEEP, CAPITAL = 0, 1, 2
MASK = (1 << 64) - 1


def read_treebank(path):
    """Yields (form, lemma, upos, xpos, first word of its sentence), but for numbers and parts of torn words."""
    first = True
    for line in open(path, encoding="utf-8"):
        column = line.rstrip("\n").split("\t")
        if len(column) < 10:
            first = True
        elif column[0].isdigit():
            form, lemma, upos, xpos = column[1:5]
            if lemma != "_" and xpos != "GW" and not (upos == "NUM" and any(map(str.isdigit, form))):
                yield form, lemma, upos, xpos, first
            if any(map(str.isalpha, form)):
                first = False


def lower(text):
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def shape(form, first):
    """0 no capital, 1 a capital at the start of a sentence, 2 elsewhere, 3 all capitals, 4 other."""
    letters = [c for c in form if c.isalpha()]
    if not any(map(str.isupper, letters)):
        return 0
    if len(letters) > 1 and all(map(str.isupper, letters)):
        return 3
    if form[0].isupper() and not any(map(str.isupper, form[1:])):
        return 1 if first else 2
    return 4


def edit_of(form, lemma):
    """(bytes to take off the lower-cased form, what to put there)"""
    form, lowered = lower(form), lower(lemma)
    same = 0
    while same < min(len(form), len(lowered)) and form[same] == lowered[same]:
        same += 1
    if same == 0:
        return WHOLE, lemma
    return len(form[same:].encode()), lowered[same:]


def apply_edit(form, edit):
    if edit[0] == WHOLE:
        return edit[1]
    return lower(form).encode()[:len(lower(form).encode()) - edit[0]].decode() + edit[1]


def apply_case(form, edit, case):
    lemma = apply_edit(form, edit)
    if case == CAPITAL:
        return lemma[:1].upper() + lemma[1:]
    if case == LOWER:
        return lemma
    kept = len(lemma) - len(edit[1])
    return form[:kept] + (edit[1].upper() if shape(form, False) == 3 else edit[1])


def case_of(form, lemma, edit):
    for case in (LOWER, KEEP, CAPITAL):
        if apply_case(form, edit, case) == lemma:
            return case
    return None


class Endings:
    """Decisions by class and ending."""

    def __init__(self, root_types, types):
        """An ending must be that of so many different words; the empty one of `root_types`."""
        self.words, self.kept, self.root_types, self.types = defaultdict(Counter), {}, root_types, types

    def add(self, classes, form, decision, count=1):
        for name in classes:
            self.words[name, lower(form).encode()][decision] += count

    def find(self, name, form):
        whole = self.kept.get((name, b"^" + form))
        if whole is not None:
            return whole
        for size in range(min(LONGEST_ENDING, len(form)), -1, -1):
            found = self.kept.get((name, form[len(form) - size:]))
            if found is not None:
                return found
        return None

    def prune(self):
        endings = defaultdict(Counter)
        for (name, form), decisions in self.words.items():
            best = decisions.most_common(1)[0][0]
            if isinstance(best, tuple) and best[0] == WHOLE:
                continue
            for size in range(min(LONGEST_ENDING, len(form)) + 1):
                endings[name, form[len(form) - size:]][best] += 1
        for (name, ending), decisions in sorted(endings.items(), key=lambda e: (len(e[0][1]), e[0])):
            if sum(decisions.values()) < (self.types if ending else self.root_types):
                continue
            best = decisions.most_common(1)[0][0]
            if not ending or self.find(name, ending[1:]) != best:
                self.kept[name, ending] = best
        for (name, form), decisions in self.words.items():
            best = decisions.most_common(1)[0][0]
            if self.find(name, form) != best:
                self.kept[name, b"^" + form] = best


def bases(form):
    """Candidate lemmas of a regular form, with the XPOS that it may have."""
    if form.endswith("ies") and len(form) > 4:
        yield "NNS VBZ", [form[:-3] + "y", form[:-1]]
    elif form.endswith("es"):
        yield "NNS VBZ", [form[:-1], form[:-2]]
    elif form.endswith("s") and not form.endswith(("ss", "us", "is")):
        yield "NNS VBZ", [form[:-1]]
    for tags, ending in (("VBD VBN", "ed"), ("VBG", "ing")):
        stem = form[:-len(ending)]
        if form.endswith(ending) and len(stem) > 2:
            doubled = [stem[:-1]] if stem[-1] == stem[-2] else []
            yield tags, [stem, stem + "e"] + doubled + ([stem[:-1] + "y"] if form.endswith("ied") else [])


def regular_forms(folder, known, least=8):
    """Yields (form, lemma, upos, xpos) that the corpora speak for."""
    counts = Counter()
    for path in sorted(folder.glob("*.jsonl")):
        for line in open(path, encoding="utf-8"):
            counts.update(re.findall(r"(?<![\w.'’-])[a-z]+(?![\w'’-])", json.loads(line).get("text") or ""))
    for form, count in sorted(counts.items()):
        if count < 3:
            continue
        for tags, candidates in bases(form):
            base = max(candidates, key=lambda b: counts[b])
            if counts[base] >= least:
                for tag in tags.split():
                    if (form, tag) not in known:
                        yield form, base, "NOUN" if tag == "NNS" else "VERB", tag


def inflections(verb):
    """Yields (form, XPOS) of a regular verb. Of "rebut" both "rebuted" and "rebutted": what nobody writes does no harm."""
    stem = verb[:-1] if verb.endswith("e") else verb
    ends_in_y = len(verb) > 2 and verb[-1] == "y" and verb[-2] not in "aeiou"
    yield (verb[:-1] + "ies" if ends_in_y else verb + "es" if verb.endswith(("s", "x", "z", "ch", "sh")) else verb + "s"), "VBZ"
    stems = [stem] + ([stem + stem[-1]] if re.search("[^aeiou][aeiou][bdfglmnprt]$", verb) else [])
    for each in stems:
        yield (verb if verb.endswith(("ee", "oe", "ye")) else each) + "ing", "VBG"
        for tag in "VBD", "VBN":
            yield (verb[:-1] + "ied" if ends_in_y else each + "ed"), tag


def forms_of_acts(path, known, irregular):
    """Yields (form, lemma, upos, xpos) of the lexicon's verbs, but those that the treebanks show and those of verbs that
    they show to be irregular."""
    for line in open(path, encoding="utf-8"):
        predicates, part = (line.rstrip("\n").split("\t") + [""])[:2]
        if line.startswith("#") or part != "v":
            continue
        for verb in {predicate.split()[0] for predicate in predicates.split(",")}:
            for form, tag in inflections(verb) if verb.isalpha() and verb not in irregular else ():
                if (form, tag) not in known:
                    yield form, verb, "VERB", tag


def irregular_verbs(words):
    """Lemmas whose past the treebanks write otherwise than with -ed."""
    return {lemma for form, lemma, upos, xpos, _ in words
            if upos == "VERB" and xpos in ("VBD", "VBN") and not lower(form).endswith("ed")}


def learn(words, extra):
    edits, cases = Endings(root_types=8, types=2), Endings(root_types=3, types=12)
    for form, lemma, upos, xpos, first in words:
        edit = edit_of(form, lemma)
        edits.add((f"E{upos} {xpos}", f"E{upos}"), form, edit)
        case = case_of(form, lemma, edit)
        if case is not None and edit[0] != WHOLE:
            kind = shape(form, first)
            cases.add((f"C{kind}{upos} {xpos}", f"C{kind}{upos}"), form, case)
    for form, lemma, upos, xpos in extra:
        edits.add((f"E{upos} {xpos}", f"E{upos}"), form, edit_of(form, lemma))
    edits.prune()
    cases.prune()
    return edits, cases


def predict(edits, cases, form, upos, xpos, first):
    lowered, kind = lower(form).encode(), shape(form, first)
    either = lambda endings, head: next((d for d in (endings.find(f"{head}{upos} {xpos}", lowered), endings.find(f"{head}{upos}", lowered))
                                         if d is not None), None)
    edit = either(edits, "E") or (0, "")
    if edit[0] == WHOLE:
        return edit[1]
    if edit[0] > len(lowered):
        edit = (0, "")
    return apply_case(form, edit, either(cases, f"C{kind}") or LOWER)


def node_hash(name, ending):
    """base/hash.h over the class, then the ending from its last byte to its first."""
    value = 0xCBF29CE484222325
    for byte in name.encode() + ending[::-1]:
        value = (value ^ byte) * 0x100000001B3 & MASK
    value ^= value >> 30
    value = value * 0xBF58476D1CE4E5B9 & MASK
    value ^= value >> 27
    value = value * 0x94D049BB133111EB & MASK
    return value ^ value >> 31


def write_model(path, edits, cases):
    """Layout: src/syntax/lemmatizer.c."""
    scripts = sorted(set(edits.kept.values()))
    number = {script: i for i, script in enumerate(scripts)}
    nodes = [(node_hash(*key), number[value] + 1) for key, value in edits.kept.items()]
    nodes += [(node_hash(*key), value + 1) for key, value in cases.kept.items()]
    bits = 1
    while 1 << bits < 2 * len(nodes):
        bits += 1
    size, checks, values = 1 << bits, [0] * (1 << bits), [0] * (1 << bits)
    for value, decision in sorted(nodes):
        at = value & size - 1
        while values[at]:
            at = at + 1 & size - 1
        checks[at], values[at] = value >> 32, decision
    pool, table = b"", b""
    for taken, put in scripts:
        table += struct.pack("<IHH", len(pool), taken, len(put.encode()))
        pool += put.encode()
    with open(path, "wb") as f:
        f.write(struct.pack("<8sIIII", b"ROLEMM1\0", bits, len(scripts), len(pool), 0))
        f.write(struct.pack(f"<{size}I", *checks) + struct.pack(f"<{size}H", *values) + table + pool)
    print(f"{len(nodes)} endings, {len(scripts)} edits, {path.stat().st_size} bytes")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--output", type=Path, required=True)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    args = ap.parse_args()
    banks = args.shared / "treebanks"
    words = [w for name in ("ewt/en_ewt-train", "gum/gum-train") for w in read_treebank(banks / f"{name}.conllu")]
    known = {(lower(w[0]), w[3]) for w in words}
    acts = list(forms_of_acts(Path(__file__).parents[2] / "data" / "acts.tsv", known, irregular_verbs(words)))
    regular = list(regular_forms(args.shared / "corpora", known | {(form, xpos) for form, _, _, xpos in acts}))
    print(f"{len(words)} words, {len(regular)} regular forms from the corpora, {len(acts)} of the lexicon's verbs")
    extra = regular + sorted(acts)
    edits, cases = learn(words, extra)
    for name in ("ewt/en_ewt-dev", "gum/gum-dev"):
        dev = list(read_treebank(banks / f"{name}.conllu"))
        wrong = Counter((f, u, x, l, p) for f, l, u, x, s in dev if (p := predict(edits, cases, f, u, x, s)) != l)
        print(f"{name} with gold tags: {100 - 100 * sum(wrong.values()) / len(dev):.2f}; most frequent errors:")
        for (form, upos, xpos, lemma, said), count in wrong.most_common(12):
            print(f"  {count} {form} {upos} {xpos}: {lemma}, not {said}")
    write_model(args.output, edits, cases)


if __name__ == "__main__":
    main()
