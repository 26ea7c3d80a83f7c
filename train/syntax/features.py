"""What the network sees of a word. src/syntax/word_features.c computes the same."""
import numpy as np

MASK = (1 << 64) - 1
PREFIXES, SUFFIXES = 4, 5
AFFIXES = PREFIXES + SUFFIXES
AFFIX_ROWS = 32768
SHAPE_ROWS = 1024
FOLDED = {"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"',
          "\u2010": "-", "\u2011": "-"}


def hash_bytes(data):
    """ro_hash of src/base/hash.c."""
    value = 0xCBF29CE484222325
    for byte in data:
        value = ((value ^ byte) * 0x100000001B3) & MASK
    value ^= value >> 30
    value = (value * 0xBF58476D1CE4E5B9) & MASK
    value ^= value >> 27
    value = (value * 0x94D049BB133111EB) & MASK
    return value ^ value >> 31


def lower(c):
    """One code point to one code point."""
    small = c.lower()
    return small if len(small) == 1 else c


def normalize(form):
    """Lower-cased, with all digits as 0 and curly quotes straight."""
    return "".join("0" if "0" <= c <= "9" else FOLDED.get(c) or lower(c) for c in form)


def word_key(normal):
    return hash_bytes(normal.encode())


def affix_rows(normal):
    """Table rows of the first 1 to 4 and last 1 to 5 code points; AFFIX_ROWS where the word is shorter."""
    rows = []
    for kind, count in ((0, PREFIXES), (16, SUFFIXES)):
        for k in range(1, count + 1):
            if len(normal) < k:
                rows.append(AFFIX_ROWS)
            else:
                part = normal[-k:] if kind else normal[:k]
                rows.append(hash_bytes(bytes([kind + k]) + part.encode()) % AFFIX_ROWS)
    return rows


def shape(form):
    """The word's letters as X and x, digits as d, other signs as they are, runs cut at three."""
    out = []
    for c in form:
        kind = "d" if "0" <= c <= "9" else "X" if lower(c) != c else "x" if c.isalpha() else FOLDED.get(c, c)
        if len(out) < 3 or not out[-1] == out[-2] == out[-3] == kind:
            out.append(kind)
    return "".join(out)


def shape_row(form):
    return hash_bytes(shape(form).encode()) % SHAPE_ROWS


class Features:
    """Rows of features for forms, each computed once. `keys` are the sorted hashes of the words of the table."""

    WIDTH = 1 + AFFIXES + 1

    def __init__(self, keys):
        self.keys = np.asarray(keys, dtype=np.uint64)
        self.index = {int(k): i for i, k in enumerate(self.keys)}
        self.known = {}
        self.rows = []

    def of(self, form):
        """The number of the form's row in `matrix`."""
        number = self.known.get(form)
        if number is None:
            normal = normalize(form)
            word = self.index.get(word_key(normal), len(self.keys))
            number = self.known[form] = len(self.rows)
            self.rows.append([word] + affix_rows(normal) + [shape_row(form)])
        return number

    def matrix(self):
        return np.array(self.rows, dtype=np.int64)
