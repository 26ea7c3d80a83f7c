#!/usr/bin/env python3
"""Fine-tune a small pre-trained encoder (MiniLM, six layers) into a tagger and parser that labels raw text for the
network of readout to learn from.

usage: teacher.py --treebanks DIR --encoder DIR --state DIR [--epochs N]

Writes teacher.pt below the state folder after each epoch, and goes on from it when started again.
"""
import argparse
import json
import math
import os
import random
import time

import torch
import torch.multiprocessing as multiprocessing
import torch.nn as nn
import torch.nn.functional as F
from tokenizers import Tokenizer
from transformers import AutoModel

import training
import treebank

SHAPES = 7


def shape(form):
    """How a word is written, which an uncased encoder can't see."""
    if not any(c.isalpha() for c in form):
        return 5 if any(c.isdigit() for c in form) else 6
    if form.islower():
        return 0
    if form[0].isupper() and form[1:].islower():
        return 1
    if form.isupper():
        return 2 if len(form) > 1 else 4
    return 3


class WordPieces:
    def __init__(self, folder):
        self.tokenizer = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.first, self.last = (self.tokenizer.token_to_id(t) for t in ("[CLS]", "[SEP]"))
        self.unknown = self.tokenizer.token_to_id("[UNK]")
        self.known = {}

    def of(self, form):
        if form not in self.known:
            pieces = self.tokenizer.encode(form, add_special_tokens=False).ids[:12]
            self.known[form] = pieces or [self.unknown]
        return self.known[form]

    def encode(self, forms):
        """Pieces, the shape of each piece's word, and each word's first and last piece."""
        pieces, shapes, first, last = [self.first], [SHAPES], [0], [0]
        for form in forms:
            first.append(len(pieces))
            ids = self.of(form)
            pieces += ids
            shapes += [shape(form)] * len(ids)
            last.append(len(pieces) - 1)
        return pieces + [self.last], shapes + [SHAPES], first, last


class Mixture(nn.Module):
    """A weighted sum of the encoder's layers."""

    def __init__(self, layers):
        super().__init__()
        self.weights = nn.Parameter(torch.zeros(layers))
        with torch.no_grad():
            self.weights[-1] = 2.0

    def forward(self, layers):
        weights = torch.softmax(self.weights, 0)
        return sum(w * layer for w, layer in zip(weights, layers))


class Teacher(nn.Module):
    def __init__(self, encoder_folder, tag_count, arc=256, label=128, dropout=0.2):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder_folder, attn_implementation="eager")
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.encoder.pooler = None
        for module in self.encoder.modules():
            if hasattr(module, "dropout") and isinstance(module.dropout, nn.Dropout):
                module.dropout.p = 0.1
            if hasattr(module, "dropout_prob"):
                module.dropout_prob = 0.0
        width = self.encoder.config.hidden_size
        layers = self.encoder.config.num_hidden_layers + 1
        self.shapes = nn.Embedding(SHAPES + 1, width)
        nn.init.zeros_(self.shapes.weight)
        self.tag_mixture, self.tree_mixture = Mixture(layers), Mixture(layers)
        self.dropout = nn.Dropout(dropout)

        def project(size):
            return nn.Sequential(nn.Linear(width, size), nn.GELU(), nn.Dropout(dropout))

        self.tagger = nn.Sequential(project(width), nn.Linear(width, tag_count))
        self.namer = nn.Sequential(project(128), nn.Linear(128, treebank.NAME_TAG_COUNT))
        self.arc_dependent, self.arc_head = project(arc), project(arc)
        self.label_dependent, self.label_head = project(label), project(label)
        self.arc_weights = nn.Parameter(torch.zeros(arc + 1, arc))
        self.label_weights = nn.Parameter(torch.zeros(len(treebank.RELATIONS), label + 1, label + 1))

    def words(self, batch):
        embedded = self.encoder.embeddings.word_embeddings(batch["pieces"]) + self.shapes(batch["shapes"])
        out = self.encoder(inputs_embeds=embedded, attention_mask=batch["piece_mask"], output_hidden_states=True)

        def gather(hidden, index):
            return hidden.gather(1, index[..., None].expand(-1, -1, hidden.shape[-1]))

        both = [(gather(h, batch["first"]) + gather(h, batch["last"])) / 2 for h in out.hidden_states]
        return self.dropout(self.tag_mixture(both)), self.dropout(self.tree_mixture(both))

    def forward(self, batch):
        """Scores of tags, names, heads (dependent by head, position 0 the root), and the label parts."""
        for_tags, for_tree = self.words(batch)
        dependent, head = self.arc_dependent(for_tree), self.arc_head(for_tree)
        arcs = F.pad(dependent, (0, 1), value=1.0) @ self.arc_weights.to(dependent.dtype) @ head.transpose(1, 2)
        arcs = arcs.float() / math.sqrt(head.shape[-1])
        arcs = arcs.masked_fill(~batch["word_mask"][:, None, :], -1e9)
        own = torch.eye(arcs.shape[1], dtype=torch.bool)
        arcs = arcs.masked_fill(own[None], -1e9)
        labels = (F.pad(self.label_dependent(for_tree), (0, 1), value=1.0),
                  F.pad(self.label_head(for_tree), (0, 1), value=1.0))
        return self.tagger(for_tags).float(), self.namer(for_tags).float(), arcs, labels

    def label_scores(self, labels, heads):
        dependent, head = labels
        chosen = head.gather(1, heads[..., None].expand(-1, -1, head.shape[-1]))
        left = torch.einsum("bni,rij->bnrj", dependent, self.label_weights.to(dependent.dtype))
        return (left * chosen[:, :, None, :]).sum(-1).float()


def pad(rows, value):
    width = max(map(len, rows))
    return torch.tensor([row + [value] * (width - len(row)) for row in rows])


def collate(encoded, sentences=None, tags=None):
    pieces = pad([e[0] for e in encoded], 0)
    lengths = torch.tensor([len(e[2]) for e in encoded])
    batch = {
        "pieces": pieces,
        "piece_mask": (pieces != 0).long(),
        "shapes": pad([e[1] for e in encoded], SHAPES),
        "first": pad([e[2] for e in encoded], 0),
        "last": pad([e[3] for e in encoded], 0),
        "word_mask": torch.arange(int(lengths.max()))[None] < lengths[:, None],
    }
    if sentences:
        unknown = treebank.UNKNOWN
        batch["tags"] = pad([[unknown] + [tags.of(t) for t in s.tags] for s in sentences], unknown)
        batch["heads"] = pad([[unknown] + s.heads for s in sentences], unknown)
        batch["relations"] = pad([[unknown] + s.relations for s in sentences], unknown)
        batch["names"] = pad([[unknown] + s.names for s in sentences], unknown)
    return batch


def batches(lengths, limit, shuffle):
    """Indices grouped so that a batch has about `limit` pieces of about the same length."""
    order = list(range(len(lengths)))
    if shuffle:
        random.shuffle(order)
        pools = [order[i:i + 2048] for i in range(0, len(order), 2048)]
    else:
        pools = [order]
    groups = []
    for pool in pools:
        pool.sort(key=lambda i: lengths[i])
        group = []
        for i in pool:
            if group and (len(group) + 1) * lengths[i] > limit:
                groups.append(group)
                group = []
            group.append(i)
        groups.append(group)
    if shuffle:
        random.shuffle(groups)
    return groups


def losses(model, batch):
    tags, names, arcs, labels = model(batch)
    heads = batch["heads"]
    label_scores = model.label_scores(labels, heads.clamp(min=0))

    def entropy(scores, gold):
        if not (gold >= 0).any():
            return scores.sum() * 0
        return F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=treebank.UNKNOWN)

    return (entropy(tags, batch["tags"]), entropy(arcs, heads), entropy(label_scores, batch["relations"]),
            0.3 * entropy(names, batch["names"]))


@torch.inference_mode()
def evaluate(model, sentences, encoded, tags):
    model.eval()
    scores = training.Scores(tags.classes)
    for group in batches([len(e[0]) for e in encoded], 4000, False):
        batch = collate([encoded[i] for i in group], [sentences[i] for i in group], tags)
        with torch.autocast("cpu", torch.bfloat16):
            tag_scores, _, arcs, labels = model(batch)
            heads = arcs.argmax(-1)
            relations = model.label_scores(labels, heads).argmax(-1)
        scores.add(batch["heads"] >= 0, tag_scores.argmax(-1), batch["tags"].clamp(min=0), heads, batch["heads"],
                   relations, batch["relations"].clamp(min=0))
    model.train()
    return str(scores)


def work(rank, options):
    training.join_workers(rank, options.workers, 29511)
    random.seed(1)
    torch.manual_seed(1)
    train = sum(treebank.gold(options.treebanks, "train", options.sentences).values(), [])
    tags = treebank.TagIndex(treebank.tag_classes(train))
    with open(f"{options.state}/tags.json", "w") as out:
        json.dump(tags.classes, out)
    pieces = WordPieces(options.encoder)
    encoded = [pieces.encode(s.forms) for s in train]
    kept = [i for i, e in enumerate(encoded) if len(e[0]) <= 160]
    lengths = [len(encoded[i][0]) for i in kept]
    dev = list(treebank.gold(options.treebanks, "dev", options.sentences).items())
    model = Teacher(options.encoder, len(tags.classes))
    body = [p for n, p in model.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW([{"params": body, "lr": 3e-4}, {"params": heads, "lr": 1.5e-3}],
                                  betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    steps = options.epochs * (len(batches(lengths, options.batch, True)) // options.workers)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (0.06 * steps), max(0.0, 1.02 - step / steps) / 0.96))
    checkpoint, parts = f"{options.state}/teacher.pt", {"model": model, "optimizer": optimizer, "schedule": schedule}
    begin = training.restore(checkpoint, **parts)
    for epoch in range(begin, options.epochs):
        random.seed(100 + epoch)
        torch.manual_seed(1000 * epoch + rank)
        start, total, words = time.time(), torch.zeros(4), 0
        groups = batches(lengths, options.batch, True)
        groups = groups[:len(groups) // options.workers * options.workers]
        for number, group in enumerate(groups[rank::options.workers]):
            group = [kept[i] for i in group]
            batch = collate([encoded[i] for i in group], [train[i] for i in group], tags)
            with torch.autocast("cpu", torch.bfloat16):
                terms = losses(model, batch)
            optimizer.zero_grad(set_to_none=True)
            sum(terms).backward()
            training.share_gradients(body + heads, options.workers)
            nn.utils.clip_grad_norm_(body + heads, 2.0)
            optimizer.step()
            schedule.step()
            total += torch.stack([term.detach() for term in terms])
            words += int((batch["heads"] >= 0).sum()) * options.workers
            if number % 50 == 49 and rank == 0:
                print(f"  step {number + 1} loss {[round(t, 3) for t in (total / (number + 1)).tolist()]} "
                      f"{words / (time.time() - start):.0f} words/s", flush=True)
        name, sentences = dev[rank % 2]
        result = evaluate(model, sentences, [pieces.encode(s.forms) for s in sentences], tags)
        print(f"epoch {epoch + 1} {name} dev: {result}", flush=True)
        if rank == 0:
            training.save(checkpoint, epoch + 1, **parts)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--treebanks", default="../shared/treebanks")
    options.add_argument("--encoder", required=True)
    options.add_argument("--state", required=True)
    options.add_argument("--epochs", type=int, default=5)
    options.add_argument("--sentences", type=int, help="of each treebank at most so many, to try the program")
    options.add_argument("--batch", type=int, default=700, help="word pieces a worker takes in one step")
    options.add_argument("--workers", type=int, default=2)
    options = options.parse_args()
    multiprocessing.spawn(work, (options,), options.workers)


if __name__ == "__main__":
    main()
