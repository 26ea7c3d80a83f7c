"""Universal Dependencies treebanks as training examples."""
from collections import Counter
from dataclasses import dataclass

# Relations in the order of ro_deprel (include/readout/syntax.h).
RELATIONS = """root acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound
compound:prt conj cop csubj csubj:outer csubj:pass dep det det:predet discourse dislocated expl fixed flat goeswith
iobj list mark nmod nmod:desc nmod:poss nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl obl:agent
obl:unmarked orphan parataxis punct reparandum vocative xcomp""".split()
RELATION_INDEX = {name: i for i, name in enumerate(RELATIONS)}

# Parts of speech in the order of ro_upos.
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()

# Name tags: 0 none, then a first word and a following word of each kind of ro_name_tag.
NAME_KINDS = ["person", "organization", "place", "other"]
NAME_TAG_COUNT = 1 + 2 * len(NAME_KINDS)
UNKNOWN = -100  # a label that the loss leaves out


@dataclass
class Sentence:
    forms: list
    tags: list  # (UPOS, XPOS, FEATS)
    heads: list  # from 1; 0: the root
    relations: list  # indices into RELATIONS
    names: list  # name tags, UNKNOWN where the treebank has none


def relation_index(name):
    return RELATION_INDEX.get(name, RELATION_INDEX.get(name.split(":")[0], RELATION_INDEX["dep"]))


def read(path, names=False):
    """The sentences of a CoNLL-U file; `names`: whether its Entity annotation gives name tags."""
    sentences, rows = [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 10 and columns[0].isdigit():
                rows.append(columns)
            elif not line.strip() and rows:
                sentences.append(sentence_of(rows, names))
                rows = []
    if rows:
        sentences.append(sentence_of(rows, names))
    return sentences


def gold(folder, part, limit=None, names=True):
    """The sentences of EWT's and GUM's train or dev part by treebank; of each at most `limit`."""
    return {"ewt": read(f"{folder}/ewt/en_ewt-{part}.conllu")[:limit],
            "gum": read(f"{folder}/gum/gum-{part}.conllu", names)[:limit]}


def sentence_of(rows, names):
    return Sentence(
        forms=[r[1].replace(" ", "") for r in rows],
        tags=[(r[3], r[4], r[5]) for r in rows],
        heads=[int(r[6]) for r in rows],
        relations=[relation_index(r[7]) for r in rows],
        names=name_tags(rows) if names else [UNKNOWN] * len(rows))


def mentions(rows):
    """Entity mentions of a sentence that begin and end in it: (first, last, type, head positions)."""
    open_mentions, found = [], []
    for i, row in enumerate(rows):
        for field in row[9].split("|"):
            if field.startswith("Entity="):
                read_brackets(field[7:], i, open_mentions, found)
    return found


def read_brackets(text, i, open_mentions, found):
    at = 0
    while at < len(text):
        if text[at] == "(":
            end = at + 1
            while end < len(text) and text[end] not in "()":
                end += 1
            open_mentions.append((i, text[at + 1:end].split("-")))
            at = end
        elif text[at] == ")":
            close(open_mentions, None, i, found)
            at += 1
        else:
            end = text.find(")", at)
            close(open_mentions, text[at:end], i, found)
            at = end + 1


def close(open_mentions, identifier, i, found):
    for k in range(len(open_mentions) - 1, -1, -1):
        first, fields = open_mentions[k]
        if identifier is None or fields[0] == identifier:
            del open_mentions[k]
            heads = [int(h) for h in fields[5].split(",") if h.isdigit()] if len(fields) > 5 else []
            found.append((first, i, fields[1], heads))
            return


def name_tags(rows):
    """Name tags from entity mentions whose head is a proper noun: the run of proper nouns around the head,
    the widest mention first."""
    tags = [0] * len(rows)
    proper = [r[4] in ("NNP", "NNPS") for r in rows]
    for first, last, kind, heads in sorted(mentions(rows), key=lambda m: m[0] - m[1]):
        if kind == "time" or not heads or first + heads[0] - 1 > last or not proper[first + heads[0] - 1]:
            continue
        kind = kind if kind in NAME_KINDS else "other"
        start, end = name_run(rows, proper, first, last, first + heads[0] - 1, kind)
        if not any(tags[start:end + 1]):
            tag = 1 + 2 * NAME_KINDS.index(kind)
            tags[start:end + 1] = [tag] + [tag + 1] * (end - start)
    return tags


INSIDE_NAMES = {"of", "for", "the", "and", "&", "-", "on", "de", "la", "al", "bin", "von", "van"}


def name_run(rows, proper, first, last, head, kind):
    inside = {"-", "de", "la", "al", "bin", "von", "van"} if kind == "person" else INSIDE_NAMES
    start = end = head
    for step in (-1, 1):
        at, gap = head, 0
        while first <= at + step <= last:
            at += step
            if proper[at]:
                start, end, gap = min(start, at), max(end, at), 0
            elif rows[at][1].lower() in inside and gap < 2:
                gap += 1
            else:
                break
    return start, end


def tag_classes(sentences, least=2):
    """The whole tags (UPOS, XPOS, FEATS) that occur `least` times, the frequent ones first."""
    counts = Counter(tag for s in sentences for tag in s.tags)
    return [tag for tag, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if n >= least]


class TagIndex:
    """Whole tags to class numbers; rare ones fall back to the most frequent class of the same UPOS and XPOS."""

    def __init__(self, classes):
        self.classes = [tuple(c) for c in classes]
        self.exact = {c: i for i, c in enumerate(self.classes)}
        self.by_xpos, self.by_upos = {}, {}
        for i, (upos, xpos, _) in enumerate(self.classes):
            self.by_xpos.setdefault((upos, xpos), i)
            self.by_upos.setdefault(upos, i)

    def of(self, tag):
        if tag in self.exact:
            return self.exact[tag]
        return self.by_xpos.get(tag[:2], self.by_upos.get(tag[0], 0))
