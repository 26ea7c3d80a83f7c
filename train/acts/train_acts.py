#!/usr/bin/env python3
"""Trains data/acts.model: which words tell an act, and which mentions are its doers and addressees.

usage: train_acts.py --examples PROGRAM --data DIRECTORY --dossiers FOLDER... [--labels LABELS...]
                     [--hints FILE] [--none REPORTS.jsonl...] [--check FOLDER...] [--init FILE] [--state FILE]
                     --out acts.model
       train_acts.py --examples PROGRAM --data DIRECTORY --blank --out acts.model

LABELS are teacher.py's, of texts that nobody has annotated, and FILE has what its encoder tells of the dossiers' words:
while it learns, the network also guesses the encoder's vectors (hints: Romero et al., FitNets, ICLR 2015). The reports
of --none tell no act at all. --blank writes weights that know nothing, where features were changed and PROGRAM, which
loads all of readout, has no file that fits.
The weights hold no text: words are known by their hashes alone. Networks learned from other seeds (--seed) may stand in
one file, one behind another: readout takes the mean of what they tell.
"""
import argparse
import pickle
import random
import time

import torch
import torch.nn as nn

import act_weights
import acts
from acts import dossier_uses

VECTOR_WIDTH = 256  # of the syntax network


def train(network, gold, labelled, check, options):
    means = acts.Means(network)
    optimizer = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=0.01, betas=(0.9, 0.98))
    each = len(acts.make_batches(gold * options.gold_times + labelled, options.batch))
    steps, step, start = each * options.epochs, 0, time.time()
    for epoch in range(options.epochs):
        network.train()
        sums = [0.0, 0.0, 0.0]
        for group in acts.make_batches(gold * options.gold_times + labelled, options.batch):
            for part in optimizer.param_groups:
                part["lr"] = options.rate * min(1, (step + 1) / 200) * max(0.02, 1 - step / steps)
            step += 1
            terms = acts.losses(network, acts.stack(group), options.word_dropout)
            sums = [s + t.item() for s, t in zip(sums, terms)]
            optimizer.zero_grad()
            ((terms[0] + 0.3 * terms[1] + options.hint_weight * terms[2]) / len(group)).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            means.follow(step, options.mean)
        print(f"epoch {epoch + 1}: {time.time() - start:.0f} s, loss {' '.join(f'{x:.0f}' for x in sums)}", flush=True)
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
    parser.add_argument("--hints", metavar="FILE")
    parser.add_argument("--hint-weight", type=float, default=1.0)
    parser.add_argument("--init", metavar="FILE", help="a state to go on from")
    parser.add_argument("--state", metavar="FILE", help="where the state of the network is kept, to go on from")
    parser.add_argument("--none", nargs="*", default=[])
    parser.add_argument("--check", nargs="*", default=[])
    parser.add_argument("--out", required=True)
    parser.add_argument("--blank", action="store_true")
    parser.add_argument("--width", type=int, default=160)
    parser.add_argument("--pair-width", type=int, default=48)
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=1500, help="tokens")
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--mean", type=float, default=0.998)
    parser.add_argument("--dropout", type=float, default=0.2)
    parser.add_argument("--word-dropout", type=float, default=0.2)
    parser.add_argument("--gold-times", type=int, default=2, help="how often an epoch has the dossiers")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    dossier_uses.to_learn_from(options.dossiers)
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    token_rows, party_rows = acts.table_rows(options.examples)
    network = acts.Network(token_rows, party_rows, VECTOR_WIDTH, options.width, options.pair_width, options.layers,
                           options.dropout)
    if options.blank:
        act_weights.export(network, options.out)
        return
    gold, check = ([p for folder in folders for p in acts.read_dossier(options.examples, options.data, folder)]
                   for folders in (options.dossiers, options.check))
    labelled = [p for path in options.labels for p in pickle.load(open(path, "rb"))]
    labelled += [p for path in options.none for p in acts.read_passages(options.examples, options.data, path)]
    if options.hints:
        hints = pickle.load(open(options.hints, "rb"))
        for passage in gold:
            passage["hint"] = hints[acts.place_of(passage)]
        network.hint = nn.Linear(options.width, gold[0]["hint"].shape[1])
    if options.init:
        network.load_state_dict(torch.load(options.init))
    train(network, gold, labelled, check, options)
    if options.state:
        torch.save(network.state_dict(), options.state)
    if check:
        acts.score(network, check)
        acts.report(check)
    act_weights.export(network, options.out)


if __name__ == "__main__":
    main()
