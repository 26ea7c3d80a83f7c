#!/usr/bin/env python3
"""Train the sentence model of src/text (data/segmenter.model) on the treebanks.

usage: train_segmenter.py --features PROGRAM --data-directory DIR --output FILE [--shared DIR] [--state DIR]

PROGRAM is the built train/boundary-features: the features come from the C code, so training and run time cannot
differ. Text is made from the treebanks as the measuring script makes it: sentences joined by a space, a blank line
between paragraphs. Learns from EWT train and GUM train, chooses epoch and threshold on EWT dev and GUM dev.

The model: every feature has a row in one table; the rows of a place's features are added up, passed through a
rectifier and weighted. All is rounded to whole numbers, so that the result is the same on every machine.
"""
import argparse, os, struct, subprocess
from pathlib import Path

import numpy as np
import torch

FEATURES, BITS = 44, 15


def read_text(path):
    """-> text, byte offsets of sentence ends, byte offsets of paragraph ends."""
    text, ends, paragraphs, gap, size = [], [], [], "", 0
    for line in open(path, encoding="utf-8"):
        if line.startswith(("# newpar", "# newdoc")):
            if gap == " ":
                paragraphs.append(size)
            gap = "\n\n" if text else ""
        elif line.startswith("# text = "):
            piece = gap + line[9:].rstrip("\n")
            text.append(piece)
            size += len(piece.encode())
            ends.append(size)
            gap = " "
    paragraphs.append(size)
    return "".join(text) + "\n", ends, paragraphs


class Part:
    """One treebank file: the places where a sentence may end, and what is needed to score."""

    def __init__(self, path, args):
        name = Path(path).stem
        text, self.ends, self.paragraphs = read_text(path)
        raw, ends = args.state / f"{name}.txt", args.state / f"{name}.ends"
        raw.write_text(text, encoding="utf-8")
        ends.write_text("\n".join(map(str, self.ends)) + "\n")
        out = subprocess.run([args.features, args.data_directory, raw, ends], stdout=subprocess.PIPE, check=True).stdout
        kind = np.dtype([("label", "u1"), ("offset", "<u4"), ("features", "<u2", FEATURES)])
        rows = np.frombuffer(out, kind)
        self.labels = torch.from_numpy(rows["label"].astype(np.float32))
        self.offsets = rows["offset"].astype(np.int64)
        self.features = torch.from_numpy(rows["features"].astype(np.int64))

    def score(self, ends):
        """F1 of sentences."""
        spans = lambda marks: set(zip([0] + marks[:-1], marks))
        system = sorted(set(self.offsets[ends].tolist()) | set(self.paragraphs))
        gold = sorted(set(self.ends) | set(self.paragraphs))
        right = len(spans(system) & spans(gold))
        return 200.0 * right / (len(system) + len(gold))


class Model(torch.nn.Module):
    def __init__(self, width):
        super().__init__()
        self.table = torch.nn.EmbeddingBag(1 << BITS, width, mode="sum")
        torch.nn.init.normal_(self.table.weight, std=0.05)
        self.bias = torch.nn.Parameter(torch.zeros(width))
        self.out = torch.nn.Linear(width, 1)

    def forward(self, features, dropout=0.0):
        weights = None
        if dropout:
            weights = (torch.rand(features.shape) >= dropout).float() / (1 - dropout)
        hidden = torch.relu(self.table(features, per_sample_weights=weights) + self.bias)
        if dropout:
            hidden = torch.nn.functional.dropout(hidden, 0.2)
        return self.out(hidden).squeeze(1)


def quantize(models):
    """Whole numbers for the table (8 bits), the biases and the weights; several models stand side by side."""
    table = torch.cat([m.table.weight for m in models], 1).detach()
    bias = torch.cat([m.bias for m in models]).detach()
    out = torch.cat([m.out.weight[0] for m in models]).detach() / len(models)
    last = sum(m.out.bias.item() for m in models) / len(models)
    scale = 127 / table.abs().max().item()
    weight_scale = 32000 / out.abs().max().item()
    return (torch.round(table * scale).to(torch.int64), torch.round(bias * scale).to(torch.int64),
            torch.round(out * weight_scale).to(torch.int64), round(last * scale * weight_scale), scale * weight_scale)


def run_quantized(q, features):
    table, bias, out, last, scale = q
    hidden = torch.clamp(table[features].sum(1) + bias, min=0)
    return (hidden * out).sum(1) + last


def write_model(path, q, threshold):
    table, bias, out, last, scale = q
    limit = last - round(threshold * scale)
    with open(path, "wb") as f:
        f.write(struct.pack("<8sIIIIq", b"ROSENT1\0", BITS, table.shape[1], FEATURES, 0, limit))
        f.write(bias.numpy().astype("<i4").tobytes())
        f.write(out.numpy().astype("<i4").tobytes())
        f.write(table.numpy().astype("i1").tobytes())


def train_one(seed, train, devs, args):
    torch.manual_seed(seed)
    model = Model(args.width)
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.rate, weight_decay=args.decay)
    features = torch.cat([p.features for p in train])
    labels = torch.cat([p.labels for p in train])
    steps = args.epochs * (len(labels) // args.batch + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: max(0.02, 1 - s / steps))
    for epoch in range(args.epochs):
        order = torch.randperm(len(labels))
        total = 0.0
        for rows in order.split(args.batch):
            optimizer.zero_grad()
            loss = torch.nn.functional.binary_cross_entropy_with_logits(model(features[rows], args.dropout), labels[rows])
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item() * len(rows)
        with torch.no_grad():
            scores = [f"{p.score((model(p.features) > 0).numpy()):.2f}" for p in devs]
        print(f"seed {seed} epoch {epoch + 1} loss {total / len(labels):.4f} dev {' '.join(scores)}", flush=True)
    return model


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--features", required=True)
    ap.add_argument("--data-directory", required=True)
    ap.add_argument("--output", required=True)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--state", type=Path, default=Path("build/segmenter-training"))
    ap.add_argument("--width", type=int, default=16)
    ap.add_argument("--epochs", type=int, default=12)
    ap.add_argument("--batch", type=int, default=256)
    ap.add_argument("--rate", type=float, default=0.003)
    ap.add_argument("--decay", type=float, default=0.02)
    ap.add_argument("--dropout", type=float, default=0.2)
    ap.add_argument("--models", type=int, default=2)
    args = ap.parse_args()
    args.state.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    banks = args.shared / "treebanks"
    train = [Part(banks / name, args) for name in ("ewt/en_ewt-train.conllu", "gum/gum-train.conllu")]
    devs = [Part(banks / name, args) for name in ("ewt/en_ewt-dev.conllu", "gum/gum-dev.conllu")]
    for p in train + devs:
        reachable = p.score(p.labels.numpy() > 0)
        print(f"places {len(p.labels)}, ends {int(p.labels.sum())}, F1 that the places allow {reachable:.2f}")
    q = quantize([train_one(seed, train, devs, args) for seed in range(args.models)])
    best = (-1, 0)
    for threshold in np.arange(-1.5, 1.6, 0.25):
        scores = [p.score((run_quantized(q, p.features) > threshold * q[4]).numpy()) for p in devs]
        print(f"threshold {threshold:.2f} dev {' '.join(f'{s:.2f}' for s in scores)}")
        best = max(best, (sum(scores), threshold))
    write_model(args.output, q, best[1])
    print(f"threshold {best[1]:.2f}, {os.path.getsize(args.output)} bytes")


if __name__ == "__main__":
    main()
