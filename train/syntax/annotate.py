#!/usr/bin/env python3
"""Let the teacher label open prose for the network to learn from.

usage: annotate.py --corpora DIR --readout PROGRAM --encoder DIR --state DIR [--words N] [--workers N]

Takes paragraphs of the corpora (those in the first or second person only where they are quoted), cuts them into words
with readout, and writes silver-*.npz below the state folder. Parts that are there already aren't made again.
"""
import argparse
import itertools
import json
import os
import random
import re
import subprocess

import numpy as np
import torch
import torch.multiprocessing as multiprocessing

import silver
import teacher
import treebank
from examples import K

SHARES = {  # of each source's third-person paragraphs
    "wikinews": 1.0, "wikipedia_current_events": 0.75, "kremlin_news": 1.0, "whitehouse_statements": 1.0,
    "history_at_state": 0.9, "australia_pm_media_releases": 1.0, "state_human_rights_reports": 0.35,
    "cia_world_factbook": 0.5, "us_presidential_addresses": 0.15}
PERSONAL = re.compile(r"\b(I|we|our|you|my|us|me)\b", re.I)
QUOTED = re.compile(r"[\"\u201c][^\"\u201d]*[\"\u201d]")


def paragraphs(folder, seed, limit=None):
    """Those to take; of each source the first `limit` reports."""
    chooser = random.Random(seed)
    for source, share in SHARES.items():
        keep_personal = source in ("wikinews", "us_presidential_addresses")
        with open(f"{folder}/{source}.jsonl", encoding="utf-8") as lines:
            for line in itertools.islice(lines, limit):
                for paragraph in json.loads(line)["text"].split("\n\n"):
                    personal = PERSONAL.search(QUOTED.sub(" ", paragraph))
                    if personal and not keep_personal and chooser.random() > 0.12:
                        continue
                    if chooser.random() < share:
                        yield paragraph


def sentences(options):
    """Lists of words, in random order."""
    text = f"{options.state}/open.txt"
    with open(text, "w", encoding="utf-8") as out:
        for paragraph in paragraphs(options.corpora, 7, options.reports):
            out.write(paragraph.replace("\n", " ") + "\n\n")
    words, found = [], []
    with subprocess.Popen([options.readout, "parse", text], stdout=subprocess.PIPE, encoding="utf-8") as program:
        for line in program.stdout:
            columns = line.split("\t", 2)
            if len(columns) == 3 and columns[0].isdigit():
                words.append(columns[1].replace(" ", ""))
            elif line == "\n":
                if 3 <= len(words) <= 90:
                    found.append(words)
                words = []
    random.Random(8).shuffle(found)
    return found


def best(scores):
    """The K best classes with weights that sum to one, the best one first."""
    weights, classes = torch.softmax(scores, -1).topk(K, -1)
    return classes.to(torch.int16), (weights / weights.sum(-1, keepdim=True)).to(torch.float16)


@torch.inference_mode()
def label(model, pieces, forms):
    """The fields of silver.save for sentences."""
    encoded = [pieces.encode(f) for f in forms]
    rows = [None] * len(forms)
    for group in teacher.batches([len(e[0]) for e in encoded], 3000, False):
        batch = teacher.collate([encoded[i] for i in group])
        with torch.autocast("cpu", torch.bfloat16):
            tags, names, arcs, labels = model(batch)
            heads, head_weights = best(arcs)
            relations = model.label_scores(labels, heads[..., 0].long())
        relations, relation_weights = best(relations)
        tags, tag_weights = best(tags)
        names = names.argmax(-1).to(torch.int16)
        for row, i in enumerate(group):
            words = slice(1, len(forms[i]) + 1)
            rows[i] = [t[row, words].numpy() for t in (tags, tag_weights, heads, head_weights, relations,
                                                       relation_weights, names)]
    fields = ("tags", "tag_weights", "heads", "head_weights", "relations", "relation_weights", "names")
    return {name: np.concatenate([row[k] for row in rows]) for k, name in enumerate(fields)}


def parts(found, part_words, limit):
    part, size, total = [], 0, 0
    for forms in found:
        part.append(forms)
        size += len(forms)
        if size >= part_words:
            yield part
            total += size
            part, size = [], 0
            if total >= limit:
                return


def work(rank, options):
    torch.set_num_threads(1)
    with open(f"{options.state}/tags.json") as file:
        tags = treebank.TagIndex(json.load(file))
    model = teacher.Teacher(options.encoder, len(tags.classes))
    model.load_state_dict(torch.load(f"{options.state}/teacher.pt")["model"])
    model.eval()
    pieces = teacher.WordPieces(options.encoder)
    with open(f"{options.state}/open.json") as file:
        found = json.load(file)
    for number, forms in enumerate(parts(found, options.part_words, options.words)):
        path = f"{options.state}/silver-{number:03}.npz"
        if number % options.workers == rank and not os.path.exists(path):
            silver.save(path + ".new.npz", forms, label(model, pieces, forms))
            os.replace(path + ".new.npz", path)
            print(path, flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--corpora", default="../shared/corpora")
    options.add_argument("--readout", default="build/readout")
    options.add_argument("--encoder", required=True)
    options.add_argument("--state", required=True)
    options.add_argument("--words", type=int, default=2000000)
    options.add_argument("--part-words", type=int, default=50000, help="words of a file")
    options.add_argument("--reports", type=int, help="of each source at most so many, to try the program")
    options.add_argument("--workers", type=int, default=2)
    options = options.parse_args()
    if not os.path.exists(f"{options.state}/open.json"):
        found = sentences(options)
        print(f"{len(found)} sentences, {sum(map(len, found))} words", flush=True)
        with open(f"{options.state}/open.json", "w") as out:
            json.dump(found, out)
    multiprocessing.spawn(work, (options,), options.workers)


if __name__ == "__main__":
    main()
