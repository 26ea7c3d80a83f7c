"""The teacher's labels of raw text, kept as flat arrays in .npz files."""
import numpy as np

from examples import Examples


def save(path, forms, fields):
    """`forms`: one list of words a sentence; `fields`: arrays over all words."""
    starts = np.cumsum([0] + [len(f) for f in forms])
    known, numbers = {}, []
    for sentence in forms:
        for form in sentence:
            numbers.append(known.setdefault(form, len(known)))
    np.savez(path, starts=starts, words=np.array("\n".join(known)), numbers=np.array(numbers, dtype=np.int32), **fields)


def load(path, features):
    file = np.load(path)
    rows = np.array([features.of(form) for form in str(file["words"]).split("\n")], dtype=np.int32)
    fields = {name: file[name] for name in Examples.FIELDS if name != "forms"}
    return Examples(file["starts"], forms=rows[file["numbers"]], **fields)
