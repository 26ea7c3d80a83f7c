#!/usr/bin/env python3
"""Trains data/addressees.model: whom an act is done to or asked of.

usage: train_addressees.py --examples PROGRAM --data DIRECTORY --dossiers FOLDER... [--check FOLDER...]
                           [--folds N] --out addressees.model
       train_addressees.py --examples PROGRAM --blank --out addressees.model

PROGRAM is build/train/addressee-examples, DIRECTORY build/data. A dossier has reports.jsonl and records.jsonl. An act
that readout finds is learned from where the annotation has a record of its kind, with words in common, by the same
doers; of each side in the report the network is told whether it is one to whom the act is done. --folds first measures
over that many parts of the dossiers, each learned from the others. --blank writes weights that find nobody, where
features were changed and PROGRAM, which loads all of readout, has no file that fits.

The weights hold no text: words are known by their hashes alone. The layout of the file and the arithmetic are those of
src/records/learned/addressee_model.c.
"""
import argparse
import json
import random
import re
import struct
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import dossier_uses
from weights_file import floats, matrix, table

KINDS = ("meeting", "demand", "promise", "acceptance", "delivery", "refusal", "warning", "condition", "accusation",
         "denial", "support", "pressure")
LEAST_OVERLAP = 0.5


def code(actor):
    name = actor.removeprefix("unnamed ").split(":")[0].strip()
    return "GROUP" if any(c.islower() for c in name) else name


def overlap(some, others):
    some, others = (Counter(re.findall(r"\w+", words.lower())) for words in (some, others))
    return 2 * sum((some & others).values()) / max(1, sum(some.values()) + sum(others.values()))


def read_acts(program, data, folder):
    """Acts as readout finds them: report, kind, words, codes of doers, sides with features."""
    path = Path(folder) / "reports.jsonl"
    reports = [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]
    out = subprocess.run([program, data, str(path)], stdout=subprocess.PIPE, check=True, text=True).stdout
    acts = []
    for line in out.splitlines():
        fields = line.split("\t")
        if fields[0] == "act":
            report, start, end, kind = map(int, fields[1:5])
            words = reports[report]["text"].encode()[start:end].decode(errors="replace")
            acts.append({"report": reports[report]["id"], "kind": KINDS[kind], "words": words,
                         "who": {code(actor) for actor in fields[5:]}, "sides": [], "ruled": set(), "rows": []})
        else:
            acts[-1]["sides"].append(code(fields[1]))
            acts[-1]["rows"].append([int(x) for x in fields[3:]])
            if fields[2] == "1":
                acts[-1]["ruled"].add(code(fields[1]))
    return acts


def annotate(acts, folder):
    """Those of the acts that the annotation has, by the same doers; `whom` is the annotation's."""
    records = [json.loads(line) for line in open(Path(folder) / "records.jsonl", encoding="utf-8") if line.strip()]
    pairs = sorted(((-overlap(record["evidence"], act["words"]), i, k) for i, record in enumerate(records)
                    for k, act in enumerate(acts)
                    if record["report"] == act["report"] and record["kind"] == act["kind"]))
    taken, found = (set(), set()), []
    for score, i, k in pairs:
        if -score < LEAST_OVERLAP or i in taken[0] or k in taken[1]:
            continue
        taken[0].add(i)
        taken[1].add(k)
        if {code(actor) for actor in records[i]["who"]} == acts[k]["who"] and acts[k]["rows"]:
            found.append(acts[k] | {"whom": {code(actor) for actor in records[i]["whom"]}})
    return found


class Network(nn.Module):
    def __init__(self, rows, width, dropout):
        super().__init__()
        self.tables = nn.ModuleList(nn.Embedding(count, width) for count in rows)
        for table in self.tables:
            nn.init.normal_(table.weight, 0, 0.05)
        self.bias = nn.Parameter(torch.zeros(width))
        self.hidden = nn.Linear(width, width)
        self.score = nn.Linear(width, 1)
        self.dropout = nn.Dropout(dropout)

    def forward(self, features):
        x = self.bias
        for i, table in enumerate(self.tables):
            x = x + table(features[:, i])
        x = self.dropout(F.relu(x))
        x = self.dropout(F.relu(self.hidden(x)))
        return self.score(x).squeeze(-1)


def train(acts, rows, options, seed):
    torch.manual_seed(seed)
    features = torch.tensor([row for act in acts for row in act["rows"]])
    wanted = torch.tensor([float(side in act["whom"]) for act in acts for side in act["sides"]])
    network = Network(rows, options.width, options.dropout)
    optimizer = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=options.decay)
    steps, step = options.epochs * -(-len(features) // options.batch), 0
    for _ in range(options.epochs):
        order = torch.randperm(len(features))
        for i in range(0, len(order), options.batch):
            part = order[i:i + options.batch]
            batch = features[part].clone()
            batch[torch.rand(batch.shape) < options.feature_dropout] = 0
            optimizer.param_groups[0]["lr"] = options.rate * (1 - step / steps)
            step += 1
            optimizer.zero_grad()
            F.binary_cross_entropy_with_logits(network(batch), wanted[part]).backward()
            optimizer.step()
    network.eval()
    return network


def score(network, acts):
    """How many acts have the right sides: as the rules have them, and as learned."""
    ruled = learned = 0
    with torch.inference_mode():
        for act in acts:
            odds = network(torch.tensor(act["rows"])).tolist()
            found = {side for side, x in zip(act["sides"], odds) if x > 0}
            ruled += act["ruled"] == act["whom"]
            learned += found == act["whom"]
    return np.array([len(acts), ruled, learned])


def tell(name, counts):
    print(f"{name}: of {counts[0]} acts {counts[1]} right by the rules, {counts[2]} as learned", flush=True)


def export(network, rows, width, path):
    with open(path, "wb") as file:
        file.write(b"ROWHOM1\0" + struct.pack(f"<{2 + len(rows)}I", width, len(rows), *rows))
        for embedding in network.tables:
            file.write(table(embedding))
        file.write(floats(network.bias) + matrix(network.hidden) + floats(network.hidden.bias))
        file.write(floats(network.score.weight) + floats(network.score.bias))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", required=True)
    parser.add_argument("--data")
    parser.add_argument("--dossiers", nargs="*", default=[])
    parser.add_argument("--check", nargs="*", default=[])
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--out", required=True)
    parser.add_argument("--blank", action="store_true")
    parser.add_argument("--width", type=int, default=32)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--batch", type=int, default=256)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--decay", type=float, default=0.01)
    parser.add_argument("--dropout", type=float, default=0.4)
    parser.add_argument("--feature-dropout", type=float, default=0.2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    dossier_uses.to_learn_from(options.dossiers)
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    out = subprocess.run([options.examples, "--tables"], stdout=subprocess.PIPE, check=True, text=True).stdout
    rows = [int(x) for x in out.split()]
    if options.blank:
        network = Network(rows, options.width, options.dropout)
        nn.init.zeros_(network.score.weight)
        nn.init.constant_(network.score.bias, -1.0)
        export(network, rows, options.width, options.out)
        return
    acts = defaultdict(list)
    for folder in options.dossiers + options.check:
        acts[folder] = annotate(read_acts(options.examples, options.data, folder), folder)
    total = np.zeros(3, int)
    for i in range(options.folds):
        own = options.dossiers[i::options.folds]
        others = [act for folder in options.dossiers if folder not in own for act in acts[folder]]
        total += score(train(others, rows, options, options.seed), [act for folder in own for act in acts[folder]])
    if options.folds:
        tell(f"{options.folds} folds", total)
    network = train([act for folder in options.dossiers for act in acts[folder]], rows, options, options.seed)
    if options.check:
        tell("check", score(network, [act for folder in options.check for act in acts[folder]]))
    export(network, rows, options.width, options.out)


if __name__ == "__main__":
    main()
