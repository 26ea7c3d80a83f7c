#!/usr/bin/env python3
"""Fine-tunes a small pre-trained encoder beside the features of the act model, and lets it tell the acts of
texts that nobody has annotated, for train_acts.py.

usage: teacher.py --examples PROGRAM --data DIRECTORY --encoder DIR --state FILE --dossiers FOLDER...
                  [--init FILE] [--check FOLDER...] [--texts REPORTS.jsonl... --out LABELS] [--beside MODEL]
                  [--epochs N] [--seed N]

PROGRAM is build/train/act-examples, DIRECTORY build/data. With --check the dossiers named there are scored after every
second epoch. With --texts the passages of those files are labelled, and those of the dossiers too, with probabilities
of every act at every word, and for likely ones of every mention to be doer or addressee; with --beside they are mixed
with those of an act network that was learned before, the acts a quarter, doers and addressees half. --init goes on from an
earlier state; after every epoch the state so far stands beside FILE.
"""
import argparse
import os
import pickle
import random
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from tokenizers import Tokenizer
from transformers import AutoModel

import act_weights
import acts
from acts import dossier_uses

LONGEST = 510      # pieces of a passage that the encoder reads
LIKELY = 0.15      # probability of an act from which its parties are told
BESIDE = (0.25, 0.5)  # weight of the network beside the teacher: of acts, of parties


class Teacher(acts.Network):
    """The student's network with the encoder's vectors of a passage added wherever it reads tokens."""

    def __init__(self, folder, frozen_layers, *sizes, **more):
        super().__init__(*sizes, **more)
        self.pieces = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
        self.pieces.no_padding()
        self.pieces.no_truncation()
        self.known = {}
        self.encoder = AutoModel.from_pretrained(folder, attn_implementation="sdpa")
        self.encoder.pooler = None
        frozen = [self.encoder.embeddings] + list(self.encoder.encoder.layer[:frozen_layers])
        for parameter in (p for module in frozen for p in module.parameters()):
            parameter.requires_grad_(False)
        width = self.sizes[0]
        self.norm = nn.LayerNorm(self.encoder.config.hidden_size)
        self.deep = nn.Linear(self.encoder.config.hidden_size, width)
        self.beside = nn.Linear(2 * width, width)
        self.encoded = None  # of the batch read last

    def pieces_of(self, word):
        if word not in self.known:
            self.known[word] = self.pieces.encode(word, add_special_tokens=False).ids[:8] or [100]
        return self.known[word]

    def encode(self, passages, longest):
        rows, first = [], torch.zeros(len(passages), longest, dtype=torch.long)
        for i, passage in enumerate(passages):
            row = [101]
            for t, word in enumerate(passage["words"]):
                first[i, t] = min(len(row), LONGEST - 1)
                row += self.pieces_of(word)
            rows.append(row[:LONGEST] + [102])
        pieces = torch.zeros(len(rows), max(map(len, rows)), dtype=torch.long)
        for i, row in enumerate(rows):
            pieces[i, :len(row)] = torch.tensor(row)
        with torch.autocast("cpu", torch.bfloat16):
            hidden = self.encoder(input_ids=pieces, attention_mask=(pieces != 0).long()).last_hidden_state
        hidden = self.norm(hidden.float())
        return self.dropout(hidden.gather(1, first[..., None].expand(-1, -1, hidden.shape[-1])))

    def read(self, batch):
        x = super().read(batch)
        self.encoded = self.encode(batch["passages"], x.shape[1])
        deep = F.relu(self.deep(self.encoded))
        return F.relu(self.beside(torch.cat([x, deep], -1))) * batch["mask"]


def create(options, vectors):
    token_rows, party_rows = acts.table_rows(options.examples)
    return Teacher(options.encoder, options.frozen, token_rows, party_rows, vectors, width=192, pair_width=96,
                   dropout=options.dropout)


def train(network, passages, check, options):
    means = acts.Means(network)
    body = [p for n, p in means.learned.items() if n.startswith("encoder.")]
    head = [p for n, p in means.learned.items() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW([{"params": body}, {"params": head}], betas=(0.9, 0.98), weight_decay=0.01)
    steps, step, start = len(acts.make_batches(passages, options.batch)) * options.epochs, 0, time.time()
    for epoch in range(options.epochs):
        network.train()
        sums = [0.0, 0.0]
        for group in acts.make_batches(passages, options.batch):
            slope = min(1, (step + 1) / 60) * max(0.02, 1 - step / steps)
            for each, rate in zip(optimizer.param_groups, (options.body_rate, options.rate)):
                each["lr"] = rate * slope
            step += 1
            terms = acts.losses(network, acts.stack(group), options.word_dropout)
            sums = [s + t.item() for s, t in zip(sums, terms)]
            optimizer.zero_grad()
            ((terms[0] + 0.3 * terms[1]) / len(group)).backward()
            nn.utils.clip_grad_norm_(body + head, 5.0)
            optimizer.step()
            means.follow(step, 0.99)
        print(f"epoch {epoch + 1}: {time.time() - start:.0f} s, loss {sums[0]:.0f} {sums[1]:.0f}", flush=True)
        torch.save(network.state_dict() | means.values, f"{options.state}.{epoch + 1}")
        if check and (epoch % 3 == 2 or epoch + 1 == options.epochs):
            acts.score(network, check)
            acts.report(check)
    network.load_state_dict(network.state_dict() | means.values)


def likely(passage):
    """Acts that are likely, without their parties yet."""
    nobody = [[0.0, 0.0]] * len(passage["mentions"])
    return [(int(predicate), int(kind), nobody) for predicate, kind in np.argwhere(passage["act_scores"] > LIKELY)
            if int(predicate) in passage["pairs"]]


def mean(tensors, weight):
    """Of one, itself; of two, the second with that weight."""
    chances = [torch.sigmoid(tensor) for tensor in tensors]
    return chances[0] if len(chances) == 1 else torch.lerp(*chances, weight)


def keep_hints(encoded, group):
    """Gives passages `hint`: the encoder's vector of every token, as bytes."""
    for vectors, passage in zip(encoded.numpy(), group):
        rounded = np.round(vectors[:passage["count"]] / acts.HINT_SCALE)
        passage["hint"] = np.clip(rounded, -127, 127).astype("i1")


def read_hints(network, passages):
    network.eval()
    with torch.inference_mode():
        for group in acts.groups_of(sorted(passages, key=lambda p: p["count"]), 4000):
            keep_hints(network.encode(group, max(p["count"] for p in group)), group)


def label(networks, passages):
    """Gives passages `act_scores`, (predicate, kind, roles of the mentions) of likely acts, and hints. The first of the
    networks is the teacher."""
    for network in networks:
        network.eval()
    with torch.inference_mode():
        for group in acts.groups_of(sorted(passages, key=lambda p: p["count"]), 4000):
            for passage in group:
                passage["acts"] = []
            read = [network.read(acts.stack(group)) for network in networks]
            keep_hints(networks[0].encoded, group)
            scores = mean([network.acts(x) for network, x in zip(networks, read)], BESIDE[0]).numpy()
            for i, passage in enumerate(group):
                passage["act_scores"] = scores[i, :passage["count"]].copy()
                passage["acts"] = likely(passage)
            pairs, at, roles = acts.stack(group)["pairs"], 0, []
            if pairs:
                roles = mean([network.roles(x, pairs) for network, x in zip(networks, read)], BESIDE[1]).tolist()
            for passage in group:
                told = []
                for predicate, kind, nobody in passage["acts"]:
                    told.append((predicate, kind, roles[at:at + len(nobody)]))
                    at += len(nobody)
                passage["acts"] = told
                passage["pairs"] = {p: passage["pairs"][p] for p, *_ in told}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--state", required=True)
    parser.add_argument("--dossiers", nargs="+", required=True)
    parser.add_argument("--check", nargs="*", default=[])
    parser.add_argument("--texts", nargs="*", default=[])
    parser.add_argument("--out")
    parser.add_argument("--hints", metavar="FILE")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--batch", type=int, default=1000, help="tokens")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--body-rate", type=float, default=2e-4, help="of the encoder")
    parser.add_argument("--frozen", type=int, default=2, help="the lowest layers of the encoder, which stay as they are")
    parser.add_argument("--dropout", type=float, default=0.4)
    parser.add_argument("--word-dropout", type=float, default=0.5)
    parser.add_argument("--beside", nargs=1, default=[], metavar="MODEL")
    parser.add_argument("--init", help="an earlier state to go on from")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    dossier_uses.to_learn_from(options.dossiers)
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    passages, check = ([p for folder in folders for p in acts.read_dossier(options.examples, options.data, folder)]
                       for folders in (options.dossiers, options.check))
    network = create(options, passages[0]["vectors"].shape[1])
    if os.path.exists(options.state):
        network.load_state_dict(torch.load(options.state))
    else:
        if options.init:
            network.load_state_dict(torch.load(options.init))
        train(network, passages, check, options)
        torch.save(network.state_dict(), options.state)
    if options.check:
        print("means of the weights")
        acts.score(network, check)
        acts.report(check)
    if options.out:
        texts = [p for path in options.texts for p in acts.read_passages(options.examples, options.data, path)]
        label([network] + [act_weights.load(path) for path in options.beside], texts)
        with open(options.out, "wb") as file:
            pickle.dump([p for p in texts if p["count"] > 3], file)
    if options.hints:
        read_hints(network, passages)
        with open(options.hints, "wb") as file:
            pickle.dump({acts.place_of(p): p["hint"] for p in passages}, file)


if __name__ == "__main__":
    main()
