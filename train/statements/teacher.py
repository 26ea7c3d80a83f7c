#!/usr/bin/env python3
"""Fine-tunes a small pre-trained encoder (MiniLM) beside the features of the statement model, and lets it say more
about cues and roles than annotation does, for train_statements.py --labels.

usage: teacher.py train --examples PROGRAM --data DIRECTORY --gold GOLD.jsonl --encoder DIR --start FIRST.model
                        --state DIR [--epochs N]
       teacher.py label --examples PROGRAM --data DIRECTORY --texts GOLD.jsonl --encoder DIR --state DIR
                        [--beside A.model] [--share S] --out LABELS

FIRST.model has weights of a few epochs of train_statements.py, which do not know the training texts by heart. `train`
writes teacher.pt below the state folder every hundred steps and goes on from it. `label` writes, for each passage of
the texts, the probability of every token to be the head of a cue, and for each likely cue sequences of roles drawn
from the teacher's distribution; with --beside, the mean of the teacher and of other weights decides. TEXTS are as
GOLD; where they carry no annotation, the teacher's word is all there is.
"""
import argparse
import os
import pickle
import random
import subprocess
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from tokenizers import Tokenizer
from transformers import AutoModel

import train_statements as student
from train_statements import ROLES, Network, Reader

FROZEN_LAYERS = 2  # the lowest ones of the encoder
LONGEST = 510      # pieces of a passage that the encoder reads
CANDIDATE = -3.0   # the installed model's score from which a token may be a cue
SAMPLES = 8        # sequences of roles for a cue
LEAST = 0.15       # probability of a cue that gets roles


def read_candidates(program, data, texts):
    """Passages with their words; an attribution is (cue, annotated roles or None, features)."""
    out = subprocess.run([program, data, texts, "--candidates", str(CANDIDATE)], stdout=subprocess.PIPE, check=True)
    reader, passages, data = Reader(out.stdout), [], out.stdout
    while reader.at < len(data):
        train, count, features, width, attributions = (int(x) for x in reader.array("<u4", 5))
        passage = {"train": bool(train), "count": count, "attributions": [], "words": [],
                   "features": reader.array("<u2", count * features).reshape(count, features),
                   "vectors": reader.array("i1", count * width).reshape(count, width)}
        for _ in range(attributions):
            cue = int(reader.array("<u4", 1)[0])
            roles = reader.array("u1", count).astype(np.int64)
            pairs = reader.array("<u2", count * student.PAIR_FEATURES).reshape(count, student.PAIR_FEATURES)
            passage["attributions"].append((cue & 0x7fffffff, None if cue >> 31 else student.repair(roles), pairs))
        for _ in range(count):
            end = data.index(b"\0", reader.at)
            passage["words"].append(data[reader.at:end].decode())
            reader.at = end + 1
        passages.append(passage)
    return passages


class WordPieces:
    def __init__(self, folder):
        self.tokenizer = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.first, self.last, self.unknown = (self.tokenizer.token_to_id(t) for t in ("[CLS]", "[SEP]", "[UNK]"))
        self.known = {}

    def of(self, word):
        if word not in self.known:
            self.known[word] = self.tokenizer.encode(word, add_special_tokens=False).ids[:8] or [self.unknown]
        return self.known[word]

    def encode(self, batch, longest):
        """Pieces and their mask, and the first and last piece of every word."""
        rows, first, last = [], np.zeros((len(batch), longest), np.int64), np.zeros((len(batch), longest), np.int64)
        for b, passage in enumerate(batch):
            row = [self.first]
            for t, word in enumerate(passage["words"]):
                first[b, t] = min(len(row), LONGEST - 1)
                row += self.of(word)
                last[b, t] = min(len(row), LONGEST) - 1
            rows.append(row[:LONGEST] + [self.last])
        pieces = np.zeros((len(batch), max(map(len, rows))), np.int64)
        for b, row in enumerate(rows):
            pieces[b, :len(row)] = row
        pieces, first, last = (torch.from_numpy(x) for x in (pieces, first, last))
        return pieces, (pieces != 0).long(), first, last


class Teacher(Network):
    """The student's network with the encoder's vectors of a passage added wherever it reads tokens."""

    def __init__(self, folder, *sizes):
        super().__init__(*sizes)
        self.pieces = WordPieces(folder)
        self.encoder = AutoModel.from_pretrained(folder, attn_implementation="sdpa")
        self.encoder.pooler = None
        frozen = [self.encoder.embeddings] + list(self.encoder.encoder.layer[:FROZEN_LAYERS])
        for parameter in (p for module in frozen for p in module.parameters()):
            parameter.requires_grad_(False)
        deep, width, pair = self.encoder.config.hidden_size, self.sizes[0], self.sizes[1]
        self.norm = nn.LayerNorm(deep)
        self.deep_in, self.deep_out = nn.Linear(deep, width), nn.Linear(deep, width)
        self.deep_pair, self.deep_cue = nn.Linear(deep, pair), nn.Linear(deep, pair)
        for layer in (self.deep_in, self.deep_out, self.deep_pair, self.deep_cue):
            nn.init.normal_(layer.weight, 0, 0.01)
            nn.init.zeros_(layer.bias)

    def encode(self, batch, longest):
        pieces, mask, first, last = self.pieces.encode(batch, longest)
        with torch.autocast("cpu", torch.bfloat16):
            hidden = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        hidden = hidden.float()
        ends = [hidden.gather(1, i[..., None].expand(-1, -1, hidden.shape[-1])) for i in (first, last)]
        return self.dropout(self.norm((ends[0] + ends[1]) / 2))

    def read_with(self, features, vectors, mask, deep):
        x = self.vectors(vectors * student.VECTOR_SCALE) + self.deep_in(deep)
        for i, table in enumerate(self.tokens):
            x = x + table(features[..., i])
        x = self.dropout(F.relu(x)) * mask
        for layer in self.layers:
            x = layer(x, mask)
        return (x + self.deep_out(deep)) * mask

    def decode_with(self, x, rows, cues, pairs, mask, deep):
        token = (self.token_pair(self.dropout(x)) + self.deep_pair(deep))[rows]
        cue = self.cue_pair(self.dropout(x[rows, cues])) + self.deep_cue(deep[rows, cues])
        return self.decode_pairs(token + cue[:, None], rows, pairs, mask)


def losses(network, batch, word_dropout):
    gold = [dict(p, attributions=[a for a in p["attributions"] if a[1] is not None]) for p in batch]
    features, vectors, mask, cue_gold, _, rows, cues, roles, pairs = student.stack(gold)
    student.drop_words(features, word_dropout)
    deep = network.encode(batch, features.shape[1])
    x = network.read_with(features, vectors, mask, deep)
    scores = network.cue(network.dropout(x)).squeeze(-1)
    cue_loss = (F.binary_cross_entropy_with_logits(scores, cue_gold, reduction="none") * mask[..., 0]).sum()
    if len(rows) == 0:
        return cue_loss, torch.zeros(())
    out = network.decode_with(x, rows, cues, pairs, mask, deep)
    return cue_loss, student.sequence_loss(out, roles, mask[rows] > 0, network.transitions).sum()


def create(options, vectors):
    token_rows, pair_rows = student.table_rows(options.examples)
    return Teacher(options.encoder, token_rows, pair_rows, vectors, 80, 80, 3, 2, 0.3)


class Means:
    """Running means of the weights that are learned."""

    def __init__(self, network):
        self.learned = {n: p for n, p in network.named_parameters() if p.requires_grad}
        self.values = {n: p.detach().clone() for n, p in self.learned.items()}

    def follow(self, step):
        decay = min(0.995, (step + 1) / (step + 10))
        with torch.no_grad():
            for name, parameter in self.learned.items():
                self.values[name].mul_(decay).add_(parameter, alpha=1 - decay)


def train(options):
    passages = [p for p in read_candidates(options.examples, options.data, options.gold) if p["train"]]
    torch.manual_seed(options.seed)
    network = create(options, passages[0]["vectors"].shape[1])
    student.load(network, options.start, 0.0)
    means = Means(network)
    body = [p for n, p in means.learned.items() if n.startswith("encoder.")]
    head = [p for n, p in means.learned.items() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW([{"params": body}, {"params": head}], betas=(0.9, 0.98), weight_decay=0.01)
    random.seed(options.seed)
    each = len(student.make_batches(passages, options.batch))
    steps, step, path = int(each * options.epochs), 0, os.path.join(options.state, "teacher.pt")
    if os.path.exists(path):
        state = torch.load(path)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        means.values, step = state["means"], state["step"]
    network.train()
    start, sums = time.time(), [0.0, 0.0]
    while step < steps:
        random.seed(options.seed * 100 + step // each)
        for batch in student.make_batches(passages, options.batch)[step % each:each]:
            torch.manual_seed(step)
            slope = min(1, (step + 1) / 100) * max(0.02, 1 - step / steps)
            for group, rate in zip(optimizer.param_groups, (options.body_rate, options.rate)):
                group["lr"] = rate * slope
            step += 1
            terms = losses(network, batch, options.word_dropout)
            sums = [s + t.item() for s, t in zip(sums, terms)]
            optimizer.zero_grad()
            ((terms[0] + 0.3 * terms[1]) / len(batch)).backward()
            nn.utils.clip_grad_norm_(body + head, 5.0)
            optimizer.step()
            means.follow(step)
            if step % 100 == 0 or step == steps:
                print(f"step {step} of {steps}: {time.time() - start:.0f} s, loss {sums[0]:.0f} {sums[1]:.0f}", flush=True)
                sums = [0.0, 0.0]
                torch.save({"network": network.state_dict(), "optimizer": optimizer.state_dict(),
                            "means": means.values, "step": step}, path + ".new")
                os.replace(path + ".new", path)
            if step == steps:
                break


def score_passages(network, passages):
    """The cue scores of every passage, and the role scores of its candidates."""
    found = []
    for batch in student.groups_of(passages, 3000):
        plain = [dict(p, attributions=[(c, np.zeros(p["count"], np.int64), q) for c, _, q in p["attributions"]])
                 for p in batch]
        features, vectors, mask, _, _, rows, cues, _, pairs = student.stack(plain)
        if isinstance(network, Teacher):
            deep = network.encode(batch, features.shape[1])
            x = network.read_with(features, vectors, mask, deep)
            out = network.decode_with(x, rows, cues, pairs, mask, deep) if len(rows) else []
        else:
            x = network.read(features, vectors, mask)
            out = network.decode(x, rows, cues, pairs, mask) if len(rows) else []
        scores, at = network.cue(x).squeeze(-1).numpy(), 0
        for b, passage in enumerate(batch):
            n, many = passage["count"], len(passage["attributions"])
            found.append((scores[b, :n], [o[:n].numpy() for o in out[at:at + many]]))
            at += many
    return found


def draw_roles(scores, transitions, cues, chooser):
    """Sequences of roles for cues of passages of one length, from the linear chain's distribution."""
    length = scores.shape[1]
    scores = scores.astype(np.float64)
    for row, cue in zip(scores, cues):
        row[cue, [r for r in range(ROLES) if r != 1]] += 2 * student.IMPOSSIBLE
    steps = transitions.astype(np.float64) + student.BARS.numpy()
    total = np.zeros_like(scores)
    total[:, 0] = scores[:, 0] + student.START.numpy()
    for t in range(1, length):
        total[:, t] = np.logaddexp.reduce(total[:, t - 1, :, None] + steps, 1) + scores[:, t]
    noise = chooser.gumbel(size=(length, len(scores), SAMPLES, ROLES))
    drawn = np.zeros((len(scores), SAMPLES, length), np.uint8)
    for t in range(length - 1, -1, -1):
        weight = total[:, t, None] + noise[t]
        if t + 1 < length:
            weight = weight + steps.T[drawn[:, :, t + 1]]
        drawn[:, :, t] = weight.argmax(-1)
    return drawn


def label(options):
    passages = read_candidates(options.examples, options.data, options.texts)
    if any(p["train"] for p in passages):  # what is held out of annotated texts stays so
        passages = [p for p in passages if p["train"]]
    chooser, random_part = np.random.default_rng(1), random.Random(options.seed)
    passages = [p for p in passages if random_part.random() < options.share]
    network = create(options, passages[0]["vectors"].shape[1])
    state = torch.load(os.path.join(options.state, "teacher.pt"))
    network.load_state_dict(state["network"] | state["means"])
    networks = [network]
    for path in options.beside:
        networks.append(Network(*student.table_rows(options.examples), passages[0]["vectors"].shape[1], 80, 80, 3, 2, 0.0))
        student.load(networks[-1], path, student.LIMIT)
    for each in networks:
        each.eval()
    transitions = torch.stack([n.transitions for n in networks]).mean(0).detach().numpy()
    with torch.inference_mode():
        passages.sort(key=lambda p: p["count"])
        readings = [score_passages(n, passages) for n in networks]
    for i, passage in enumerate(passages):
        own = [reading[i] for reading in readings]
        passage["cues"] = sum(1 / (1 + np.exp(-cues)) for cues, _ in own) / len(own)
        labels = []
        for k, (cue, roles, pairs) in enumerate(passage["attributions"]):
            weight = float(passage["cues"][cue])
            if roles is None and weight < LEAST:
                continue
            scores = sum(role_scores[k] for _, role_scores in own) / len(own)
            drawn = draw_roles(scores[None], transitions, [cue], chooser)[0]
            labels.append((cue, roles, pairs, drawn, weight))
        passage["attributions"] = labels
        del passage["words"]
    with open(options.out, "wb") as file:
        pickle.dump(passages, file)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=("train", "label"))
    parser.add_argument("--examples", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--state", required=True)
    parser.add_argument("--gold", help="annotated reports to learn from")
    parser.add_argument("--start", help="weights to go on from")
    parser.add_argument("--epochs", type=float, default=1.3)
    parser.add_argument("--batch", type=int, default=1200, help="tokens")
    parser.add_argument("--rate", type=float, default=1.5e-3)
    parser.add_argument("--body-rate", type=float, default=2e-4, help="of the encoder")
    parser.add_argument("--word-dropout", type=float, default=0.2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--texts", help="reports to label")
    parser.add_argument("--beside", nargs="*", default=[], metavar="MODEL", help="weights that have a say in labels")
    parser.add_argument("--share", type=float, default=1.0, help="of the texts' passages")
    parser.add_argument("--out", help="file of labels")
    options = parser.parse_args()
    torch.set_num_threads(1)
    train(options) if options.task == "train" else label(options)


if __name__ == "__main__":
    main()
