#!/usr/bin/env python3
"""Trains the relation classifier and measures it by folds. Needs numpy and scikit-learn.

usage: train.py [--build FOLDER] [--dev FOLDER] [--own-only] [--folds] [--out FILE]

Learns from patterns-*.tsv (sentences of our own with S for the source and T for the target) and,
unless --own-only is given, from the pairs of FOLDER/gold.jsonl (default
../shared/bench/relate-dev). With --folds prints the macro F1 of five folds over texts (seed 1) and
writes nothing. What the classifier sees of a pair is told by the program print_relation_features,
so that training and running cannot differ."""
import argparse
import json
import os
import re
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.metrics import f1_score
from sklearn.svm import LinearSVC

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FILLERS = [("Ruritania", "Freedonia"), ("the president", "the opposition"), ("France", "Turkey"),
           ("Foreign Minister Ivan Petrov", "the European Union"), ("the army", "the rebels"),
           ("the council", "the government")]


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def own_pairs():
    """The patterns as sentences; the fillers take turns, so that no class goes with one of them."""
    rows = []
    for path in sorted(HERE.glob("patterns-*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            event, pattern = line.split("\t")
            source, target = FILLERS[len(rows) % len(FILLERS)]
            text = re.sub(r"\bS\b", source, re.sub(r"\bT\b", target, pattern))
            text = text[0].upper() + text[1:] + "."
            if text.startswith(source.capitalize()[:1] + source[1:]):
                source = text[: len(source)]
            elif text.startswith(target.capitalize()[:1] + target[1:]):
                target = text[: len(target)]
            rows.append({"id": f"own-{len(rows)}", "text": text, "source": source, "target": target,
                         "event": event})
    return rows


def features(program, rows):
    """One {key: value} a row, as the program tells them."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for number, row in enumerate(rows):
            file.write(json.dumps({**{k: row[k] for k in ("text", "source", "target")},
                                   "id": str(number)}) + "\n")
        file.flush()
        printed = subprocess.run([program, file.name], check=True, stdout=subprocess.PIPE, text=True,
                                 env={**os.environ, "READOUT_DATA": program.parents[1] / "data"}).stdout
    found = [{} for _ in rows]
    for line in printed.splitlines():
        number, *pairs = line.split("\t")
        found[int(number)] = {int(k): float(v) for k, v in (pair.split(":") for pair in pairs)}
    return found


class Space:
    """Keys of features to columns, with their rarity, as the weights' file keeps them."""

    def __init__(self, rows):
        self.keys = np.array(sorted({key for row in rows for key in row}), dtype=np.uint32)
        self.column = {int(key): i for i, key in enumerate(self.keys)}
        seen = np.zeros(len(self.keys))
        for row in rows:
            for key in row:
                seen[self.column[key]] += 1
        self.rarity = (np.log((1 + len(rows)) / (1 + seen)) + 1).astype(np.float32)

    def matrix(self, rows):
        data, indices, ends = [], [], [0]
        for row in rows:
            known = [(self.column[k], v) for k, v in row.items() if k in self.column]
            values = np.array([v * self.rarity[c] for c, v in known])
            data.append(values / (np.sqrt((values ** 2).sum()) or 1))
            indices += [c for c, _ in known]
            ends.append(len(indices))
        return sparse.csr_matrix((np.concatenate(data), indices, ends), (len(rows), len(self.keys)))


def fit(matrix, labels):
    return LinearSVC(C=1.0, class_weight="balanced", random_state=1).fit(matrix, labels)


def folds(own, dev, own_rows, dev_rows):
    labels = np.array([row["event"] for row in dev_rows])
    own_labels = np.array([row["event"] for row in own_rows])
    texts = sorted({row["text"] for row in dev_rows})
    order = np.random.RandomState(1).permutation(len(texts))
    fold = {texts[t]: i % 5 for i, t in enumerate(order)}
    part = np.array([fold[row["text"]] for row in dev_rows])
    said = np.empty(len(labels), object)
    for held in range(5):
        learn = [dev[i] for i in np.flatnonzero(part != held)] + own
        space = Space(learn)
        model = fit(space.matrix(learn), np.concatenate([labels[part != held], own_labels]))
        said[part == held] = model.predict(space.matrix([dev[i] for i in np.flatnonzero(part == held)]))
    space = Space(own)
    alone = fit(space.matrix(own), own_labels).predict(space.matrix(dev))
    print(f"own sentences alone: macro F1 {f1_score(labels, alone, average='macro'):.4f}")
    print(f"five folds over texts: macro F1 {f1_score(labels, said, average='macro'):.4f}  "
          f"accuracy {(labels == said).mean():.4f}")
    for event, score in zip(sorted(set(labels)), f1_score(labels, said, average=None)):
        print(f"  {event:10} {score:.3f}  of {(labels == event).sum()}")
    return labels, said


def write(path, space, model):
    classes = list(model.classes_)
    weights = model.coef_.T  # features x classes
    scales = np.abs(weights).max(axis=0) / 127
    small = np.rint(weights / scales).astype(np.int8)
    kept = np.flatnonzero(small.any(axis=1))
    with open(path, "wb") as out:
        out.write(b"RORELAT1" + struct.pack("<4I", 1, len(classes), len(kept), 0))
        for name in classes:
            out.write(name.encode().ljust(16, b"\0"))
        out.write(model.intercept_.astype("<f4").tobytes() + scales.astype("<f4").tobytes())
        out.write(space.keys[kept].astype("<u4").tobytes() + space.rarity[kept].astype("<f4").tobytes())
        out.write(small[kept].tobytes())


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--build", type=Path, default=ROOT / "build", metavar="FOLDER")
    ap.add_argument("--dev", type=Path, default=ROOT / "../shared/bench/relate-dev", metavar="FOLDER")
    ap.add_argument("--own-only", action="store_true")
    ap.add_argument("--folds", action="store_true")
    ap.add_argument("--errors", type=int, default=0, metavar="N")
    ap.add_argument("--out", type=Path, default=ROOT / "data/relation.model", metavar="FILE")
    args = ap.parse_args()
    subprocess.run(["ninja", "-C", args.build, "--quiet", "train/print_relation_features"], check=True)
    program = args.build / "train/print_relation_features"
    own_rows = own_pairs()
    own = features(program, own_rows)
    dev_rows = [] if args.own_only else read(args.dev / "gold.jsonl")
    dev = features(program, dev_rows)
    if args.folds:
        labels, said = folds(own, dev, own_rows, dev_rows)
        wrong = [i for i in range(len(labels)) if labels[i] != said[i]]
        for i in wrong[:args.errors]:
            row = dev_rows[i]
            print(labels[i], "taken for", said[i], "|", row["source"], "->", row["target"], "|", row["text"])
        return
    learn = own + dev
    space = Space(learn)
    model = fit(space.matrix(learn), [row["event"] for row in own_rows + dev_rows])
    write(args.out, space, model)


if __name__ == "__main__":
    sys.exit(main())
