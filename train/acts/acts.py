"""What teacher.py and train_acts.py share: passages as act_examples.c prints them, annotation, and the network.

A dossier is a folder with reports.jsonl and records.jsonl. A record is learned at one word, the predicate: the word of
its evidence that the others hang on. For each predicate and act, a mention is a doer or an addressee where the actor
that it names is one of the record's, compared by the part before the colon.
"""
import json
import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import dossier_uses  # noqa: F401

KINDS = ("meeting", "demand", "promise", "acceptance", "delivery", "refusal", "warning", "condition", "accusation",
         "denial", "support", "pressure")
VECTOR_SCALE = 4.0 / 127.0
HINT_SCALE = 4.0 / 127.0
PARTS = ("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
         "SYM", "VERB", "X")
PARTY_FEATURES = 9
NO_HEAD = 256


class Bytes:
    def __init__(self, data):
        self.data, self.at = data, 0

    def array(self, kind, *shape):
        values = np.frombuffer(self.data, kind, int(np.prod(shape)), self.at)
        self.at += values.nbytes
        return values.reshape(shape)

    def string(self):
        end = self.data.index(b"\0", self.at)
        text = self.data[self.at:end].decode()
        self.at = end + 1
        return text


def code(actor):
    name = actor.removeprefix("unnamed_").removeprefix("unnamed ").split(":")[0].strip()
    return "GROUP" if any(c.islower() for c in name) else name


TOKEN = np.dtype([("start", "<u4"), ("end", "<u4"), ("head", "<u4"), ("sentence", "<u4"), ("part", "u1")])


def read_passages(program, data, reports):
    """Passages of a file of reports; `report` is its line."""
    out = subprocess.run([program, data, reports], stdout=subprocess.PIPE, check=True).stdout
    reader, passages = Bytes(out), []
    while reader.at < len(out):
        report, count, features, width, mentions, pairs = (int(x) for x in reader.array("<u4", 6))
        passage = {"report": report, "count": count,
                   "features": reader.array("<u2", count, features).astype(np.int32),
                   "vectors": reader.array("i1", count, width), "tokens": reader.array(TOKEN, count),
                   "words": [reader.string() for _ in range(count)], "acts": []}
        found = [(int(reader.array("<u4", 1)[0]), reader.string()) for _ in range(mentions)]
        passage["mentions"] = [token for token, _ in found]
        passage["actors"] = [{code(a) for a in actors.split()} for _, actors in found]
        pair = reader.array("<u2", pairs, 2 + PARTY_FEATURES)
        passage["pairs"] = {}
        for i in range(0, pairs, max(1, mentions)):
            passage["pairs"][int(pair[i, 0])] = pair[i:i + mentions, 2:]
        passages.append(passage)
    return passages


def predicate_of(passage, start, end):
    """The word of the bytes that the others hang on: verbs first; None where the passage has no word there."""
    tokens = passage["tokens"]
    part = np.array([PARTS[p] for p in tokens["part"]])
    inside = [i for i in range(passage["count"])
              if tokens["start"][i] < end and tokens["end"][i] > start and part[i] != "PUNCT"]
    roots = [i for i in inside if int(tokens["head"][i]) not in set(inside)]
    for wanted in (("VERB", "AUX"), ("NOUN", "PROPN", "ADJ"), PARTS):
        for i in roots:
            if part[i] in wanted:
                return i
    return None


def annotate(passages, folder):
    """Gives the passages of a dossier its records: (predicate, kind, codes of who, codes of whom)."""
    reports = [json.loads(line) for line in open(Path(folder) / "reports.jsonl", encoding="utf-8") if line.strip()]
    number = {report["id"]: i for i, report in enumerate(reports)}
    lost = 0
    for line in open(Path(folder) / "records.jsonl", encoding="utf-8"):
        record = json.loads(line)
        text = reports[number[record["report"]]]["text"]
        at = text.find(record["evidence"])
        start = len(text[:at].encode())
        end = start + len(record["evidence"].encode())
        for passage in passages:
            if passage["report"] != number[record["report"]]:
                continue
            if not (passage["tokens"]["start"][0] < end and passage["tokens"]["end"][-1] > start):
                continue
            predicate = predicate_of(passage, start, end)
            if predicate is not None:
                passage["acts"].append((predicate, KINDS.index(record["kind"]), {code(a) for a in record["who"]},
                                        {code(a) for a in record["whom"]}))
                break
        else:
            lost += 1
    return lost


def read_dossier(program, data, folder):
    passages = read_passages(program, data, str(Path(folder) / "reports.jsonl"))
    lost = annotate(passages, folder)
    for passage in passages:
        passage["dossier"] = Path(folder).name
    if lost:
        print(f"{folder}: {lost} records without a word of their own")
    return passages


def table_rows(program):
    out = subprocess.run([program, "--tables"], stdout=subprocess.PIPE, check=True, text=True).stdout
    return [[int(x) for x in line.split()] for line in out.splitlines()]


class Convolution(nn.Module):
    def __init__(self, width, step):
        super().__init__()
        self.inner = nn.Conv1d(width, width, 3, padding=step, dilation=step)

    def forward(self, x, mask):
        return (x + F.relu(self.inner(x.transpose(1, 2)).transpose(1, 2))) * mask


class Network(nn.Module):
    """Scores of acts for every token; scores of doer and addressee for pairs of predicate and mention. While it learns
    it may have `hint`, which guesses from what it has read what the teacher's encoder tells of each token."""

    def __init__(self, token_rows, party_rows, vector_width, width=96, pair_width=48, layers=2, dropout=0.3):
        super().__init__()
        self.sizes = [width, pair_width, vector_width, layers, len(token_rows), len(party_rows), len(KINDS), 0]
        self.token_rows, self.party_rows = token_rows, party_rows
        self.tokens = nn.ModuleList(nn.Embedding(rows, width) for rows in token_rows)
        self.parties = nn.ModuleList(nn.Embedding(rows, pair_width) for rows in party_rows)
        for table in list(self.tokens) + list(self.parties):
            nn.init.normal_(table.weight, 0, 0.1)
        self.vectors = nn.Linear(vector_width, width)
        self.layers = nn.ModuleList(Convolution(width, 1 << i) for i in range(layers))
        self.act = nn.Linear(width, len(KINDS))
        nn.init.constant_(self.act.bias, -3.0)
        self.predicate = nn.Linear(width, pair_width)
        self.mention = nn.Linear(width, pair_width, bias=False)
        self.kind = nn.Embedding(len(KINDS), pair_width)
        nn.init.normal_(self.kind.weight, 0, 0.1)
        self.role = nn.Linear(pair_width, 2)
        self.dropout = nn.Dropout(dropout)
        self.hint = None

    def read(self, batch):
        features, vectors, mask = batch["features"], batch["vectors"], batch["mask"]
        x = self.vectors(vectors * VECTOR_SCALE)
        for i, table in enumerate(self.tokens):
            x = x + table(features[..., i])
        x = self.dropout(F.relu(x)) * mask
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def acts(self, x):
        return self.act(self.dropout(x))

    def roles(self, x, pairs):
        """`pairs`: rows, predicates, mentions, kinds, features."""
        rows, predicates, mentions, kinds, features = pairs
        x = self.dropout(x)
        z = self.predicate(x[rows, predicates]) + self.mention(x[rows, mentions]) + self.kind(kinds)
        for i, table in enumerate(self.parties):
            z = z + table(features[..., i])
        return self.role(self.dropout(F.relu(z)))


def stack(passages):
    """Tensors of a batch; `pairs` of all (act, mention) in it with their roles, None where there are none."""
    longest = max(p["count"] for p in passages)
    shape = (len(passages), longest)
    features = np.zeros(shape + (passages[0]["features"].shape[1],), np.int64)
    vectors = np.zeros(shape + (passages[0]["vectors"].shape[1],), np.float32)
    mask, acts = np.zeros(shape + (1,), np.float32), np.zeros(shape + (len(KINDS),), np.float32)
    pairs, roles = [[], [], [], [], []], []
    for i, p in enumerate(passages):
        n = p["count"]
        features[i, :n], vectors[i, :n], mask[i, :n] = p["features"], p["vectors"], 1
        if "act_scores" in p:
            acts[i, :n] = p["act_scores"]
        for predicate, kind, *told in p["acts"]:
            if "act_scores" not in p:
                acts[i, predicate, kind] = 1
            if predicate not in p["pairs"] or not p["mentions"]:
                continue
            for k, mention in enumerate(p["mentions"]):
                for column, value in zip(pairs, (i, predicate, mention, kind, p["pairs"][predicate][k].astype(np.int64))):
                    column.append(value)
                if len(told) == 1:
                    roles.append(told[0][k])
                else:
                    who, whom = told
                    roles.append([float(bool(p["actors"][k] & who)), float(bool(p["actors"][k] & whom))])
    if roles:
        pairs = [torch.tensor(np.array(column)) for column in pairs]
    batch = {name: torch.from_numpy(x) for name, x in
             (("features", features), ("vectors", vectors), ("mask", mask), ("acts", acts))}
    batch["pairs"] = pairs if roles else None
    batch["roles"] = torch.tensor(roles, dtype=torch.float32) if roles else None
    batch["passages"] = passages
    batch["hints"], batch["hinted"] = stack_hints(passages, longest)
    return batch


def place_of(passage):
    """Tells the passages of dossiers apart."""
    return passage["dossier"], passage["report"], int(passage["tokens"]["start"][0])


def stack_hints(passages, longest):
    """What the teacher's encoder tells of each token, and for which tokens; None, None where it tells of none."""
    width = next((p["hint"].shape[1] for p in passages if "hint" in p), 0)
    if not width:
        return None, None
    hints = np.zeros((len(passages), longest, width), np.float32)
    hinted = np.zeros((len(passages), longest, 1), np.float32)
    for i, p in enumerate(passages):
        if "hint" in p:
            hints[i, :p["count"]], hinted[i, :p["count"]] = p["hint"], 1
    return torch.from_numpy(hints) * HINT_SCALE, torch.from_numpy(hinted)


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


def losses(network, batch, word_dropout):
    """Of acts, of roles, and of what the network guesses of the teacher's vectors."""
    for column in (0, 1, 2):
        batch["features"][..., column][torch.rand(batch["features"].shape[:2]) < word_dropout] = 0
    x = network.read(batch)
    act_loss = (F.binary_cross_entropy_with_logits(network.acts(x), batch["acts"], reduction="none")
                * batch["mask"]).sum()
    role_loss = hint_loss = torch.zeros(())
    if batch["roles"] is not None:
        role_loss = F.binary_cross_entropy_with_logits(network.roles(x, batch["pairs"]), batch["roles"], reduction="sum")
    if network.hint is not None and batch["hints"] is not None:
        hint_loss = (((network.hint(x) - batch["hints"]) ** 2).mean(-1, keepdim=True) * batch["hinted"]).sum()
    return act_loss, role_loss, hint_loss


class Means:
    """Running means of the weights that are learned."""

    def __init__(self, network):
        self.learned = {n: p for n, p in network.named_parameters() if p.requires_grad}
        self.values = {n: p.detach().clone() for n, p in self.learned.items()}

    def follow(self, step, most):
        decay = min(most, (step + 1) / (step + 10))
        with torch.no_grad():
            for name, parameter in self.learned.items():
                self.values[name].mul_(decay).add_(parameter, alpha=1 - decay)


def score(network, passages, size=4000):
    """Fills `found` of every passage: probabilities of acts, and of roles for its annotated acts."""
    network.eval()
    with torch.inference_mode():
        for group in groups_of(sorted(passages, key=lambda p: p["count"]), size):
            batch = stack(group)
            x = network.read(batch)
            acts = torch.sigmoid(network.acts(x)).numpy()
            for i, p in enumerate(group):
                p["found"] = acts[i, :p["count"]]
            if batch["roles"] is not None:
                roles, at = torch.sigmoid(network.roles(x, batch["pairs"])).numpy(), 0
                for p in group:
                    p["roles"] = []
                    for predicate, *_ in p["acts"]:
                        n = len(p["mentions"]) if predicate in p["pairs"] else 0
                        p["roles"].append(roles[at:at + n])
                        at += n


def report(passages, limits=(0.2, 0.3, 0.4, 0.5, 0.6, 0.7)):
    """F1 of acts at several limits; of annotated acts, how many have the right doers and addressees."""
    gold = sum(len({a[:2] for a in p["acts"]}) for p in passages)
    for limit in limits:
        given = sum(int((p["found"] > limit).sum()) for p in passages)
        right = sum(p["found"][predicate, kind] > limit
                    for p in passages for predicate, kind in {a[:2] for a in p["acts"]})
        print(f"  acts at {limit}: p {right / max(given, 1):.3f} r {right / gold:.3f} f1 {2 * right / (given + gold):.3f}")
    counts = np.zeros(4)
    for p in passages:
        for (_, _, who, whom), roles in zip(p["acts"], p.get("roles", [])):
            sides = [set().union(*[a for a, r in zip(p["actors"], roles) if r[side] > 0.5] or [set()]) for side in (0, 1)]
            counts += [1, sides[0] == who, sides[1] == whom, sides[0] == who and sides[1] == whom]
    if counts[0]:
        print(f"  of {counts[0]:.0f} acts: who {counts[1] / counts[0]:.3f} whom {counts[2] / counts[0]:.3f} "
              f"both {counts[3] / counts[0]:.3f}", flush=True)
