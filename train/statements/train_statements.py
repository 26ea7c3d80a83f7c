#!/usr/bin/env python3
"""Trains data/statements.model: which tokens are cues, and what each cue's source and content are.

usage: train_statements.py --examples PROGRAM --data DIRECTORY --gold GOLD.jsonl... --out statements.model
       train_statements.py --examples PROGRAM --labels LABELS... --start A.model --out statements.model
       train_statements.py --examples PROGRAM --average A.model B.model... --out statements.model

PROGRAM is build/train/attribution-examples, DIRECTORY build/data, GOLD annotated reports as in attribution_examples.c.
Passages of the split "train" are learned from; how well cues are found in the others is printed as a check. What is
written are the running means of the weights over the last steps. With --start, training goes on from earlier weights;
--average writes the mean of several files, where all but the first were trained with --start from the one before.
LABELS come from teacher.py: half of the time (--teacher) they stand for the annotation, and always where there is none.
The weights hold no text: words are known by their hashes alone. The layout of the file and the arithmetic are those of
src/statements/attribution_model.c.
"""
import argparse
import copy
import pickle
import random
import struct
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from weights_file import floats, matrix, table

VECTOR_SCALE = 4.0 / 127.0
ROLES = 6  # none, cue, source begins, source, content begins, content
IMPOSSIBLE = -10000.0
PAIR_FEATURES = 8
LIMIT = -0.1  # the score above which a token is a cue


class Reader:
    """Numbers from a file of bytes."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def array(self, kind, count):
        values = np.frombuffer(self.data, kind, count, self.at)
        self.at += values.nbytes
        return values


def read_examples(program, data, gold):
    out = subprocess.run([program, data, gold], stdout=subprocess.PIPE, check=True).stdout
    reader, passages = Reader(out), []
    while reader.at < len(out):
        train, count, features, width, attributions = (int(x) for x in reader.array("<u4", 5))
        passage = {"train": bool(train), "count": count,
                   "features": reader.array("<u2", count * features).reshape(count, features).astype(np.int32),
                   "vectors": reader.array("i1", count * width).reshape(count, width), "attributions": []}
        for _ in range(attributions):
            cue = int(reader.array("<u4", 1)[0])
            roles = reader.array("u1", count).astype(np.int64)
            pairs = reader.array("<u2", count * PAIR_FEATURES).reshape(count, PAIR_FEATURES).astype(np.int32)
            passage["attributions"].append((cue, repair(roles), pairs))
        passages.append(passage)
    return passages


def repair(roles):
    """A passage may begin within a span: what goes on there begins for the model."""
    roles = roles.copy()
    for i, role in enumerate(roles):
        if role in (3, 5) and (i == 0 or roles[i - 1] not in (role, role - 1)):
            roles[i] = role - 1
    return roles


class Convolution(nn.Module):
    def __init__(self, width, step):
        super().__init__()
        self.inner = nn.Conv1d(width, width, 3, padding=step, dilation=step)

    def forward(self, x, mask):
        return (x + F.relu(self.inner(x.transpose(1, 2)).transpose(1, 2))) * mask


class Network(nn.Module):
    def __init__(self, token_rows, pair_rows, vector_width, width, pair_width, layers, pair_layers, dropout):
        super().__init__()
        self.sizes = [width, pair_width, vector_width, layers, pair_layers, len(token_rows), len(pair_rows), 0]
        self.token_rows, self.pair_rows = token_rows, pair_rows
        self.tokens = nn.ModuleList(nn.Embedding(rows, width) for rows in token_rows)
        self.pairs = nn.ModuleList(nn.Embedding(rows, pair_width) for rows in pair_rows)
        for table in list(self.tokens) + list(self.pairs):
            nn.init.normal_(table.weight, 0, 0.1)
        self.vectors = nn.Linear(vector_width, width)
        self.layers = nn.ModuleList(Convolution(width, 1 << i) for i in range(layers))
        self.pair_layers = nn.ModuleList(Convolution(pair_width, 1 << i) for i in range(pair_layers))
        self.cue = nn.Linear(width, 1)
        self.token_pair = nn.Linear(width, pair_width)
        self.cue_pair = nn.Linear(width, pair_width, bias=False)
        self.out = nn.Linear(pair_width, ROLES)
        self.transitions = nn.Parameter(torch.zeros(ROLES, ROLES))
        self.dropout = nn.Dropout(dropout)

    def read(self, features, vectors, mask):
        x = self.vectors(vectors * VECTOR_SCALE)
        for i, table in enumerate(self.tokens):
            x = x + table(features[..., i])
        x = self.dropout(F.relu(x)) * mask
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def decode(self, x, rows, cues, pairs, mask):
        z = self.token_pair(self.dropout(x))[rows] + self.cue_pair(self.dropout(x[rows, cues]))[:, None]
        return self.decode_pairs(z, rows, pairs, mask)

    def decode_pairs(self, z, rows, pairs, mask):
        for i, table in enumerate(self.pairs):
            z = z + table(pairs[..., i])
        mask = mask[rows]
        z = self.dropout(F.relu(z)) * mask
        for layer in self.pair_layers:
            z = layer(z, mask)
        return self.out(self.dropout(z))


def barred():
    bars = torch.zeros(ROLES, ROLES)
    for role in (3, 5):
        for before in range(ROLES):
            if before not in (role, role - 1):
                bars[before, role] = IMPOSSIBLE
    start = torch.tensor([0, 0, 0, IMPOSSIBLE, 0, IMPOSSIBLE])
    return bars, start


BARS, START = barred()


def sequence_loss(scores, roles, mask, transitions):
    """Negative log likelihood of a linear chain."""
    transitions = transitions + BARS
    total = scores[:, 0] + START
    gold = total.gather(1, roles[:, :1]).squeeze(1)
    for t in range(1, scores.shape[1]):
        following = torch.logsumexp(total[:, :, None] + transitions, 1) + scores[:, t]
        inside = mask[:, t]
        total = torch.where(inside, following, total)
        step = transitions[roles[:, t - 1], roles[:, t]] + scores[:, t].gather(1, roles[:, t:t + 1]).squeeze(1)
        gold = gold + step * inside[:, 0]
    return torch.logsumexp(total, 1) - gold


def groups_of(passages, size):
    """Neighbours, about `size` tokens together."""
    batches, batch = [], []
    for passage in passages:
        if batch and passage["count"] * (len(batch) + 1) > size:
            batches.append(batch)
            batch = []
        batch.append(passage)
    return batches + [batch]


def make_batches(passages, size):
    batches = groups_of(sorted(passages, key=lambda p: p["count"] + random.random() * 8), size)
    random.shuffle(batches)
    return batches


def stack(batch):
    longest = max(p["count"] for p in batch)
    features = np.zeros((len(batch), longest, batch[0]["features"].shape[1]), np.int64)
    vectors = np.zeros((len(batch), longest, batch[0]["vectors"].shape[1]), np.float32)
    mask = np.zeros((len(batch), longest, 1), np.float32)
    cue_gold = np.zeros((len(batch), longest), np.float32)
    contents = np.zeros((len(batch), longest), np.float32)
    rows, cues, roles, pairs = [], [], [], []
    for i, passage in enumerate(batch):
        n = passage["count"]
        features[i, :n], vectors[i, :n], mask[i, :n] = passage["features"], passage["vectors"], 1
        for cue, own_roles, own_pairs in passage["attributions"]:
            cue_gold[i, cue] = 1
            contents[i, :n][own_roles >= 4] = 1
            rows.append(i)
            cues.append(cue)
            padded = np.zeros(longest, np.int64)
            padded[:n] = own_roles
            roles.append(padded)
            padded = np.zeros((longest, PAIR_FEATURES), np.int64)
            padded[:n] = own_pairs
            pairs.append(padded)
    tensors = [torch.from_numpy(x) for x in (features, vectors, mask, cue_gold, contents)]
    tensors += [torch.tensor(rows, dtype=torch.long), torch.tensor(cues, dtype=torch.long)]
    tensors += [torch.from_numpy(np.array(x)) if x else None for x in (roles, pairs)]
    return tensors


def drop_words(features, share):
    for column in (0, 1):
        features[..., column][torch.rand(features.shape[:2]) < share] = 0


def choose_labels(passage, teacher):
    """A labelled passage with the roles to learn from this time, the weight of each, and the probabilities of cues."""
    own = teacher if passage["train"] else 1.0  # others carry no annotation
    cues, chosen, weights = own * passage["cues"], [], []
    for cue, gold, pairs, drawn, weight in passage["attributions"]:
        if gold is not None:
            cues[cue] += 1 - own
        by_gold = gold is not None and random.random() >= own
        chosen.append((cue, gold if by_gold else random.choice(drawn).astype(np.int64), pairs))
        weights.append(1.0 if gold is not None else own * weight)
    return dict(passage, attributions=chosen), cues, weights


def stack_labels(batch, teacher):
    chosen = [choose_labels(passage, teacher) for passage in batch]
    tensors = stack([passage for passage, _, _ in chosen])
    tensors[3] = torch.zeros_like(tensors[3])
    for row, (passage, cues, _) in enumerate(chosen):
        tensors[3][row, :passage["count"]] = torch.from_numpy(cues.astype(np.float32))
    return tensors, torch.tensor([w for _, _, weights in chosen for w in weights])


def losses(network, batch, options):
    if "cues" in batch[0]:
        tensors, weights = stack_labels(batch, options.teacher)
    else:
        tensors, weights = stack(batch), 1.0
    features, vectors, mask, cue_gold, contents, rows, cues, roles, pairs = tensors
    drop_words(features, options.word_dropout)
    x = network.read(features, vectors, mask)
    scores = network.cue(network.dropout(x)).squeeze(-1)
    # the annotators of PolNeAR left out statements inside other statements: there, no cue tells little
    weight = mask[..., 0] * torch.where((contents > 0) & (cue_gold == 0), options.nested, 1.0)
    cue_loss = (F.binary_cross_entropy_with_logits(scores, cue_gold, reduction="none") * weight).sum()
    if len(rows) == 0:
        return cue_loss, torch.zeros(())
    out = network.decode(x, rows, cues, pairs, mask)
    return cue_loss, (weights * sequence_loss(out, roles, mask[rows] > 0, network.transitions)).sum()


def cue_accuracy(network, passages):
    """F1 of single cue tokens at several limits, for a quick look; the spans are measured with readout itself."""
    network.eval()
    scores, gold = [], []
    with torch.no_grad():
        for batch in make_batches(passages, 6000):
            features, vectors, mask, cue_gold = stack(batch)[:4]
            x = network.read(features, vectors, mask)
            inside = mask[..., 0] > 0
            scores.append(network.cue(x).squeeze(-1)[inside])
            gold.append(cue_gold[inside] > 0)
        scores, gold = torch.cat(scores), torch.cat(gold)
    found = {}
    for limit in (-1.5, -1.0, -0.75, -0.5, -0.25, 0.0):
        given = scores > limit
        found[limit] = round(float(2 * (given & gold).sum() / (given.sum() + gold.sum())), 4)
    return found


def follow(means, network, decay):
    """Moves the running means of the weights towards those of the network."""
    with torch.no_grad():
        for mean, weight in zip(means.parameters(), network.parameters()):
            mean.mul_(decay).add_(weight, alpha=1 - decay)


def train(network, passages, check, options):
    """Returns the network of the running means."""
    optimizer = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=options.decay, betas=(0.9, 0.98))
    steps = len(make_batches(passages, options.batch)) * options.epochs
    step, means = 0, copy.deepcopy(network)
    for epoch in range(options.epochs):
        network.train()
        start, sums = time.time(), [0.0, 0.0]
        for batch in make_batches(passages, options.batch):
            for group in optimizer.param_groups:
                group["lr"] = options.rate * min(1, (step + 1) / 200) * max(0.02, 1 - step / steps)
            step += 1
            cue_loss, role_loss = losses(network, batch, options)
            sums[0] += cue_loss.item()
            sums[1] += role_loss.item()
            optimizer.zero_grad()
            ((cue_loss + 0.3 * role_loss) / len(batch)).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            follow(means, network, min(options.mean, (step + 1) / (step + 10)))
        print(f"epoch {epoch + 1}: {time.time() - start:.0f} s, loss {sums[0]:.0f} {sums[1]:.0f}", flush=True)
        if check and epoch % 2 == 1:
            print("  cues", cue_accuracy(means, check), flush=True)
    return means


def export(network, path, limit):
    def convolutions(layers):
        return b"".join(floats(layer.inner.weight.permute(2, 1, 0)) + floats(layer.inner.bias) for layer in layers)

    with open(path, "wb") as file:
        file.write(b"ROSTAT1\0" + struct.pack("<8I", *network.sizes))
        file.write(struct.pack(f"<{len(network.token_rows)}I", *network.token_rows))
        file.write(struct.pack(f"<{len(network.pair_rows)}I", *network.pair_rows))
        for embedding in list(network.tokens) + list(network.pairs):
            file.write(table(embedding))
        file.write(matrix(network.vectors) + floats(network.vectors.bias) + convolutions(network.layers))
        file.write(matrix(network.cue) + floats(network.cue.bias - limit))
        file.write(matrix(network.token_pair) + matrix(network.cue_pair) + floats(network.token_pair.bias))
        file.write(convolutions(network.pair_layers) + matrix(network.out) + floats(network.out.bias))
        file.write(floats(network.transitions))


def load(network, path, limit):
    """The weights of a file that `export` has written."""
    reader = Reader(open(path, "rb").read())
    reader.at = 8
    sizes = [int(x) for x in reader.array("<u4", 8)]
    rows = [int(x) for x in reader.array("<u4", sizes[5] + sizes[6])]
    if sizes != network.sizes or rows != list(network.token_rows) + list(network.pair_rows):
        raise SystemExit(f"{path}: other sizes: {sizes}")

    def floats(parameter, shape, order=None):
        values = torch.from_numpy(reader.array("<f4", parameter.numel()).copy()).reshape(shape)
        parameter.data.copy_(values if order is None else values.permute(order))

    def matrix(linear):
        floats(linear.weight, linear.weight.shape[::-1], (1, 0))

    def convolutions(layers):
        for layer in layers:
            out, inputs, taps = layer.inner.weight.shape
            floats(layer.inner.weight, (taps, inputs, out), (2, 1, 0))
            floats(layer.inner.bias, layer.inner.bias.shape)

    for embedding in list(network.tokens) + list(network.pairs):
        scale = float(reader.array("<f4", 1)[0])
        count = embedding.weight.numel()
        embedding.weight.data.copy_(torch.from_numpy(reader.array("i1", count).astype(np.float32) * scale)
                                    .reshape(embedding.weight.shape))
        reader.at += -count % 4
    matrix(network.vectors)
    floats(network.vectors.bias, network.vectors.bias.shape)
    convolutions(network.layers)
    matrix(network.cue)
    floats(network.cue.bias, network.cue.bias.shape)
    network.cue.bias.data += limit
    matrix(network.token_pair)
    matrix(network.cue_pair)
    floats(network.token_pair.bias, network.token_pair.bias.shape)
    convolutions(network.pair_layers)
    matrix(network.out)
    floats(network.out.bias, network.out.bias.shape)
    floats(network.transitions, network.transitions.shape)


def average(network, paths, limit):
    """Gives the network the mean of the weights of several files."""
    states = []
    for path in paths:
        load(network, path, limit)
        states.append({name: tensor.clone() for name, tensor in network.state_dict().items()})
    network.load_state_dict({name: sum(s[name] for s in states) / len(states) for name in states[0]})


def vector_width(path):
    return struct.unpack("<3I", open(path, "rb").read(20)[8:])[2]


def table_rows(program):
    rows = subprocess.run([program, "--tables"], stdout=subprocess.PIPE, check=True, text=True).stdout
    return [[int(x) for x in line.split()] for line in rows.splitlines()]


def load_labels(path):
    with open(path, "rb") as file:
        return pickle.load(file)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", required=True)
    parser.add_argument("--data")
    parser.add_argument("--gold", nargs="+", default=[])
    parser.add_argument("--average", nargs="+", metavar="MODEL", help="write the mean of these, train nothing")
    parser.add_argument("--out", required=True)
    parser.add_argument("--epochs", type=int, default=16)
    parser.add_argument("--width", type=int, default=80)
    parser.add_argument("--pair-width", type=int, default=80)
    parser.add_argument("--layers", type=int, default=3)
    parser.add_argument("--pair-layers", type=int, default=2)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--decay", type=float, default=0.01)
    parser.add_argument("--batch", type=int, default=3000, help="tokens")
    parser.add_argument("--dropout", type=float, default=0.3)
    parser.add_argument("--word-dropout", type=float, default=0.2)
    parser.add_argument("--start", help="a file of weights to go on from")
    parser.add_argument("--limit", type=float, default=LIMIT, help="score above which a token is a cue")
    parser.add_argument("--labels", nargs="+", default=[], help="files of teacher.py")
    parser.add_argument("--teacher", type=float, default=0.5, help="share of its word where there is annotation")
    parser.add_argument("--nested", type=float, default=1.0, help="weight of words in a content as no cues")
    parser.add_argument("--mean", type=float, default=0.998, help="decay of the running means of the weights")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    token_rows, pair_rows = table_rows(options.examples)

    def create(vectors):
        return Network(token_rows, pair_rows, vectors, options.width, options.pair_width, options.layers,
                       options.pair_layers, options.dropout)

    if options.average:
        network = create(vector_width(options.average[0]))
        average(network, options.average, options.limit)
        export(network, options.out, options.limit)
        return
    passages = [p for gold in options.gold for p in read_examples(options.examples, options.data, gold)]
    check = [p for p in passages if not p["train"]]
    labelled = [p for path in options.labels for p in load_labels(path)]
    learned = labelled or [p for p in passages if p["train"]]
    network = create(learned[0]["vectors"].shape[1])
    if options.start:
        load(network, options.start, options.limit)
    print(len(learned), "passages to learn from,", len(check), "to check with", flush=True)
    export(train(network, learned, check, options), options.out, options.limit)


if __name__ == "__main__":
    main()
