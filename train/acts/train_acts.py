#!/usr/bin/env python3
"""Trains data/acts.model: which words tell an act, and which mentions are its doers and addressees.

usage: train_acts.py --examples PROGRAM --data DIRECTORY --dossiers FOLDER... [--labels LABELS...]
                     [--none REPORTS.jsonl...] [--check FOLDER...] --out acts.model
       train_acts.py --examples PROGRAM --data DIRECTORY --blank --out acts.model

LABELS are teacher.py's, of texts that nobody has annotated; the reports of --none tell no act at all. --blank writes
weights that know nothing, where features were changed and PROGRAM, which loads all of readout, has no file that fits.
The weights hold no text: words are known by their hashes alone. The layout of the file and the arithmetic are those of
src/records/learned/act_model.c.
"""
import argparse
import pickle
import random
import struct
import time

import numpy as np
import torch
import torch.nn as nn

import acts

VECTOR_WIDTH = 256  # of the syntax network


def export(network, path):
    def floats(tensor):
        return np.ascontiguousarray(tensor.detach().numpy().astype("<f4")).tobytes()

    def matrix(linear):
        return floats(linear.weight.t())

    def table(embedding):
        weight = embedding.weight.detach().numpy()
        scale = np.float32(max(float(np.abs(weight).max()), 1e-6) / 127)
        rows = np.clip(np.round(weight / scale), -127, 127).astype("i1").tobytes()
        return struct.pack("<f", scale) + rows + b"\0" * (-len(rows) % 4)

    with open(path, "wb") as file:
        file.write(b"ROACTS1\0" + struct.pack("<8I", *network.sizes))
        file.write(struct.pack(f"<{len(network.token_rows)}I", *network.token_rows))
        file.write(struct.pack(f"<{len(network.party_rows)}I", *network.party_rows))
        for embedding in list(network.tokens) + list(network.parties):
            file.write(table(embedding))
        file.write(matrix(network.vectors) + floats(network.vectors.bias))
        for layer in network.layers:
            file.write(floats(layer.inner.weight.permute(2, 1, 0)) + floats(layer.inner.bias))
        file.write(matrix(network.act) + floats(network.act.bias))
        file.write(matrix(network.predicate) + floats(network.predicate.bias) + matrix(network.mention))
        file.write(floats(network.kind.weight) + matrix(network.role) + floats(network.role.bias))


def train(network, gold, labelled, check, options):
    means = acts.Means(network)
    optimizer = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=0.01, betas=(0.9, 0.98))
    each = len(acts.make_batches(gold * options.gold_times + labelled, options.batch))
    steps, step, start = each * options.epochs, 0, time.time()
    for epoch in range(options.epochs):
        network.train()
        sums = [0.0, 0.0]
        for group in acts.make_batches(gold * options.gold_times + labelled, options.batch):
            for part in optimizer.param_groups:
                part["lr"] = options.rate * min(1, (step + 1) / 200) * max(0.02, 1 - step / steps)
            step += 1
            terms = acts.losses(network, acts.stack(group), options.word_dropout)
            sums = [s + t.item() for s, t in zip(sums, terms)]
            optimizer.zero_grad()
            ((terms[0] + 0.3 * terms[1]) / len(group)).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            means.follow(step, options.mean)
        print(f"epoch {epoch + 1}: {time.time() - start:.0f} s, loss {sums[0]:.0f} {sums[1]:.0f}", flush=True)
        if check and epoch % 4 == 3 and epoch + 1 < options.epochs:
            acts.score(network, check)
            acts.report(check)
    network.load_state_dict(network.state_dict() | means.values)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--dossiers", nargs="*", default=[])
    parser.add_argument("--labels", nargs="*", default=[])
    parser.add_argument("--none", nargs="*", default=[])
    parser.add_argument("--check", nargs="*", default=[])
    parser.add_argument("--out", required=True)
    parser.add_argument("--blank", action="store_true")
    parser.add_argument("--width", type=int, default=96)
    parser.add_argument("--pair-width", type=int, default=48)
    parser.add_argument("--layers", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--batch", type=int, default=1500, help="tokens")
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--mean", type=float, default=0.998)
    parser.add_argument("--dropout", type=float, default=0.42)
    parser.add_argument("--word-dropout", type=float, default=0.4)
    parser.add_argument("--gold-times", type=int, default=2, help="how often an epoch has the dossiers")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    token_rows, party_rows = acts.table_rows(options.examples)
    network = acts.Network(token_rows, party_rows, VECTOR_WIDTH, options.width, options.pair_width, options.layers,
                           options.dropout)
    if options.blank:
        export(network, options.out)
        return
    gold, check = ([p for folder in folders for p in acts.read_dossier(options.examples, options.data, folder)]
                   for folders in (options.dossiers, options.check))
    labelled = [p for path in options.labels for p in pickle.load(open(path, "rb"))]
    labelled += [p for path in options.none for p in acts.read_passages(options.examples, options.data, path)]
    train(network, gold, labelled, check, options)
    if check:
        acts.score(network, check)
        acts.report(check)
    export(network, options.out)


if __name__ == "__main__":
    main()
