#!/usr/bin/env python3
"""Train the sentence model of src/text (data/segmenter.model) on the treebanks.

usage: train_segmenter.py --features PROGRAM --data-directory DIR --output FILE [--shared DIR] [--state DIR]

PROGRAM is the built train/boundary-features: the features come from the C code, so training and run time cannot
differ. Text is made from the treebanks as the measuring script makes it: sentences joined by a space, a blank line
between paragraphs; twice more with what news writes more often: abbreviations at the ends of sentences, and curly
quotation marks. To them come sentences of open news prose, whose ends rules can tell but for hard paragraphs, which are
left out. Learns from EWT train and GUM train, chooses the threshold on EWT dev and GUM dev.

The model: every feature has a row in one table; the rows of a place's features are added up, passed through a
rectifier and weighted. All is rounded to whole numbers, so that the result is the same on every machine.
"""
import argparse, json, os, random, re, struct, subprocess
from pathlib import Path

import numpy as np
import torch

FEATURES, BITS = 44, 15


def sentences(path):
    """Yields (starts a paragraph, text, XPOS of its words)."""
    fresh, text, tags = True, "", []
    for line in list(open(path, encoding="utf-8")) + ["\n"]:
        if line.startswith(("# newpar", "# newdoc")):
            fresh = True
        elif line.startswith("# text = "):
            text = line[9:].rstrip("\n")
        elif line[:1].isdigit():
            column = line.split("\t")
            if column[0].isdigit():
                tags.append(column[4])
        elif text:
            yield fresh, text, tags
            fresh, text, tags = False, "", []


def unchanged(rows):
    return rows


def paragraphs_with(rows, sign):
    kept = []
    for row in list(rows) + [(True, "", [])]:
        if row[0]:
            if any(sign in text for _, text, _ in kept):
                yield from kept
            kept = []
        kept.append(row)


def abbreviated(rows):
    """The same with abbreviations that news writes and the treebanks seldom have, at the ends of sentences and inside."""
    random.seed(1)
    places, firms = ["the U.S.", "the U.N.", "the U.K.", "Washington, D.C.", "the E.U."], ["Inc.", "Corp.", "Ltd.", "Co."]
    for fresh, text, tags in rows:
        if text.endswith(".") and len(tags) > 4 and tags[-2] in ("NN", "NNS", "NNP"):
            head, word = text[:-1].rsplit(" ", 1)
            if word.isalpha() and random.random() < 0.3:
                last = random.choice(places) if tags[-2] == "NNP" or random.random() < 0.5 else random.choice(["5 p.m.", "10 a.m.", "Jan. 5."])
                text = f"{head} {word} {random.choice(firms)}" if tags[-2] == "NNP" and random.random() < 0.3 else f"{head} {last}"
        text = re.sub(r"\b(American|British|European)(?= [A-Za-z])",
                      lambda m: {"American": "U.S.", "British": "U.K.", "European": "E.U."}[m[1]] if random.random() < 0.7 else m[1], text)
        yield fresh, text, tags


def curly(rows):
    """The same with curly quotation marks for straight ones."""
    for fresh, text, tags in paragraphs_with(rows, '"'):
        text = re.sub(r'(^|[\s(\[—-])"(?=\S)', r"\1“", text).replace('"', "”")
        text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
        yield fresh, text, tags


STARTERS = set("""The A An He She It They We I You This That These Those There Here But And In On At For From With After Before
Since While When If As Although However Meanwhile Moreover His Her Its Their Our My Both All Some Many Most One Two Three Several
Not No Now Then By During Under According Earlier Later Also""".split())
ENDING = re.compile(r"""(\S*?)([.!?…]["”’)\]]*) +(?=["“‘(\[]*[A-Z0-9])""")


def split_news(paragraph, kinds):
    """Sentences of well-edited prose, [] where it cannot be told: a full stop behind an abbreviation ends one only before
    a word that begins sentences."""
    found, start = [], 0
    for match in ENDING.finditer(paragraph):
        word, stop = match[1].lstrip("(\"“‘'"), match[2]
        following = re.match(r"[\"“‘(\[]*([\w’']+)", paragraph[match.end():])[1].split("’")[0].split("'")[0]
        kind = kinds.get(word, "dotted" if re.fullmatch(r"(\w\.)+\w|[A-Z]", word) else "")
        if stop[0] in "!?" and len(stop) > 1 and following not in STARTERS:
            return []
        if stop == "." and kind:
            if kind == "title" or following not in STARTERS or re.fullmatch("[A-Z]", word):
                continue
        found.append(paragraph[start:match.end()].strip())
        start = match.end()
    return found + [paragraph[start:].strip()]


def hard(rows, kinds):
    """Whether a paragraph holds what the treebanks seldom have: an abbreviation before a space, or a quotation mark."""
    text = " ".join(rows)
    return any(sign in text for sign in '"“”') or any(
        word in kinds or re.fullmatch(r"(\w\.)+\w", word) for word in re.findall(r"(\S+)\. ", text))


def read_news(args):
    """Rows from the open corpora."""
    table = (line.rstrip("\n").split("\t") for line in open(args.data_directory / "tokens.tsv", encoding="utf-8"))
    kinds = {r[1]: r[0] for r in table if r[0] in ("abbreviation", "company", "month", "number", "title")}
    random.seed(2)
    for name, share in (("wikinews", 1.0), ("wikipedia_current_events", 0.06), ("whitehouse_statements", 0.1), ("history_at_state", 0.2)):
        for line in open(args.shared / f"corpora/{name}.jsonl", encoding="utf-8"):
            if random.random() > share:
                continue
            for paragraph in json.loads(line)["text"].split("\n\n"):
                rows = split_news(paragraph.strip().replace("\n", " "), kinds)
                if hard(rows, kinds):
                    yield from ((i == 0, text, []) for i, text in enumerate(rows) if text)


def join(rows):
    """-> text, byte offsets of sentence ends, byte offsets of paragraph ends."""
    pieces, ends, paragraphs, size = [], [], [], 0
    for fresh, text, _ in rows:
        gap = "" if not pieces else "\n\n" if fresh else " "
        if gap == "\n\n":
            paragraphs.append(size)
        pieces.append(gap + text)
        size += len(pieces[-1].encode())
        ends.append(size)
    return "".join(pieces) + "\n", ends, paragraphs + [size]


class Part:
    """One treebank file: the places where a sentence may end, and what is needed to score."""

    def __init__(self, name, rows, args, weight=1.0):
        self.weight = weight
        text, self.ends, self.paragraphs = join(rows)
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
    weights = torch.cat([torch.full_like(p.labels, p.weight) for p in train])
    steps = args.epochs * (len(labels) // args.batch + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: max(0.02, 1 - s / steps))
    for epoch in range(args.epochs):
        order = torch.randperm(len(labels))
        total = 0.0
        for rows in order.split(args.batch):
            optimizer.zero_grad()
            loss = torch.nn.functional.binary_cross_entropy_with_logits(
                model(features[rows], args.dropout), labels[rows], weights[rows])
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
    ap.add_argument("--data-directory", type=Path, required=True)
    ap.add_argument("--output", required=True)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--state", type=Path, default=Path("build/segmenter-training"))
    ap.add_argument("--width", type=int, default=16)
    ap.add_argument("--epochs", type=int, default=4)
    ap.add_argument("--batch", type=int, default=256)
    ap.add_argument("--rate", type=float, default=0.003)
    ap.add_argument("--decay", type=float, default=0.02)
    ap.add_argument("--dropout", type=float, default=0.4)
    ap.add_argument("--news-weight", type=float, default=0.3)
    ap.add_argument("--models", type=int, default=4)
    args = ap.parse_args()
    args.state.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    banks = args.shared / "treebanks"
    parts = lambda folder, bank, kind: [Part(f"{bank}-{kind}-{change.__name__}", change(sentences(banks / folder / f"{bank}-{kind}.conllu")), args)
                                        for change in (unchanged, abbreviated, curly)]
    both = lambda kind: parts("ewt", "en_ewt", kind) + parts("gum", "gum", kind)
    devs = both("dev")
    train = both("train") + [Part("news", read_news(args), args, args.news_weight)]
    for p in train + devs:
        reachable = p.score(p.labels.numpy() > 0)
        print(f"places {len(p.labels)}, ends {int(p.labels.sum())}, F1 that the places allow {reachable:.2f}")
    q = quantize([train_one(seed, train, devs, args) for seed in range(args.models)])
    best = (-1, 0)
    for threshold in np.arange(-1.5, 1.6, 0.25):
        scores = [p.score((run_quantized(q, p.features) > threshold * q[4]).numpy()) for p in devs]
        print(f"threshold {threshold:.2f} dev {' '.join(f'{s:.2f}' for s in scores)}")
        best = max(best, (sum(scores) + 2 * scores[0], threshold))
    write_model(args.output, q, best[1])
    print(f"threshold {best[1]:.2f}, {os.path.getsize(args.output)} bytes")


if __name__ == "__main__":
    main()
