#!/usr/bin/env python3
"""Train the network of readout's syntax layer on gold trees and, where there are some, on the teacher's labels.

usage: train.py --treebanks DIR --state DIR --name NAME [--silver FILE.npz ...] [--epochs N] [--silver-words N]

An epoch is all gold trees plus a random part of the silver ones. Writes NAME.pt below the state folder after each
epoch and goes on from it when started again. EWT's and GUM's dev parts tell how it goes; test parts aren't read.
"""
import argparse
import random
import time

import numpy as np
import torch
import torch.multiprocessing as multiprocessing
import torch.nn as nn

import examples
import silver
import training
import treebank
from features import Features
from network import Network


def losses(model, batch, gold_names=1.0):
    tags, names, arcs, labels = model(batch["features"], batch["mask"], batch["own"])
    words = batch["words"]

    def soft(scores, targets, weights):
        logs = torch.log_softmax(scores, -1).gather(-1, targets)
        return -(logs * weights).sum() / words

    relation_scores = model.label_scores(labels, batch["heads"][..., 0])
    known = batch["names"] >= 0
    name_loss = tags.sum() * 0
    if known.any():
        name_loss = nn.functional.cross_entropy(
            names.transpose(0, 1).flatten(0, 1), batch["names"].flatten(), ignore_index=treebank.UNKNOWN)
    return (soft(tags.transpose(0, 1), batch["tags"], batch["tag_weights"]),
            soft(arcs, batch["heads"], batch["head_weights"]),
            soft(relation_scores, batch["relations"], batch["relation_weights"]),
            0.3 * gold_names * name_loss)


@torch.inference_mode()
def evaluate(model, data, matrix, classes):
    model.eval()
    scores = training.Scores(classes)
    for group in examples.groups(data, 4000, None):
        batch = examples.batch(data, group, matrix)
        tags, _, arcs, labels = model(batch["features"], batch["mask"])
        heads = arcs.argmax(-1)
        relations = model.label_scores(labels, heads).argmax(-1)
        known = batch["mask"][..., 0].transpose(0, 1) > 0
        scores.add(known, tags.argmax(-1).transpose(0, 1), batch["tags"][..., 0], heads, batch["heads"][..., 0],
                   relations, batch["relations"][..., 0])
    model.train()
    return str(scores)


def word_counts(matrix, data, words):
    """How often the gold and silver examples have each word of the table."""
    counts = np.zeros(words + 1)
    for part in data:
        np.add.at(counts, matrix[part.forms, 0], 1)
    return counts


def load(options):
    folder, state = options.treebanks, options.state
    vocabulary = np.load(f"{state}/vocabulary.npz")
    features = Features(vocabulary["keys"])
    gold = sum(treebank.gold(folder, "train", options.sentences).values(), [])
    tags = treebank.TagIndex(treebank.tag_classes(gold))
    gold = (gold + examples.changed_case(gold, 0.04, 1) + examples.without_stop(gold, 0.06, 2))
    train = examples.of_trees([s for s in gold if len(s.forms) <= 120], features, tags)
    dev = {name: examples.of_trees(sentences, features, tags)
           for name, sentences in treebank.gold(folder, "dev", options.sentences, names=False).items()}
    extra = [silver.load(path, features) for path in options.silver]
    return features, tags, train, dev, extra, torch.from_numpy(vocabulary["static"])


def plan(train, extra, options, chooser, is_last=False):
    """The batches of one epoch: (examples, group). The last one has less silver."""
    out = [(train, group) for group in examples.groups(train, options.batch, chooser)]
    total = sum(len(part.forms) for part in extra)
    for part in extra:
        share = min(1.0, options.silver_words / max(1, total)) * (0.7 if is_last else 1.0)
        indices = chooser.sample(range(len(part)), int(len(part) * share))
        out += [(part, group) for group in examples.groups(part, options.batch, chooser, indices)]
    chooser.shuffle(out)
    return out[:len(out) // options.workers * options.workers]


def work(rank, options):
    training.join_workers(rank, options.workers, options.port)
    torch.manual_seed(options.seed)
    features, tags, train, dev, extra, static = load(options)
    matrix = features.matrix()
    words = len(features.keys)
    counts = word_counts(matrix, [train] + extra, words)
    model = Network(words, len(tags.classes), static, blocks=options.blocks, dropout=options.dropout)
    parameters = list(model.parameters())
    tables = [p for n, p in model.named_parameters() if n.split(".")[0] in ("words", "affixes", "shapes")]
    others = [p for n, p in model.named_parameters() if n.split(".")[0] not in ("words", "affixes", "shapes")]
    optimizer = torch.optim.AdamW([{"params": tables, "weight_decay": 0.0}, {"params": others, "weight_decay": 0.02}],
                                  lr=options.rate, betas=(0.9, 0.98), eps=1e-8, fused=True)
    if options.start:
        model.load_state_dict(torch.load(options.start)["model"])
    each = len(plan(train, extra, options, random.Random(0))) // options.workers
    steps = options.epochs * each
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / min(400, 0.1 * steps), max(0.0, 1.01 - step / steps)))
    checkpoint = f"{options.state}/{options.name}.pt"
    parts = {"model": model, "optimizer": optimizer, "schedule": schedule}
    begin = training.restore(checkpoint, **parts)
    for epoch in range(begin, options.epochs):
        model.rounded = epoch >= options.epochs - options.rounded_epochs
        torch.manual_seed(1000 * epoch + rank)
        np.random.seed(1000 * epoch + rank)
        start, total, seen = time.time(), torch.zeros(4), 0
        batches = plan(train, extra, options, random.Random(100 + epoch), epoch + 1 == options.epochs)
        for number, (part, group) in enumerate(batches[rank::options.workers]):
            batch = examples.batch(part, group, matrix, counts)
            with torch.autocast("cpu", torch.bfloat16):
                terms = losses(model, batch, 1.0 if part is train else 0.5)
            optimizer.zero_grad(set_to_none=True)
            sum(terms).backward()
            training.share_gradients(parameters, options.workers)
            nn.utils.clip_grad_norm_(parameters, 1.0)
            optimizer.step()
            schedule.step()
            total += torch.stack([term.detach() for term in terms])
            seen += batch["words"] * options.workers
            if number % 100 == 99 and rank == 0:
                print(f"  step {number + 1}/{each} loss {[round(t, 3) for t in (total / (number + 1)).tolist()]} "
                      f"{seen / (time.time() - start):.0f} words/s", flush=True)
        if rank == 0:
            model.rounded = True
            for name, data in dev.items():
                print(f"epoch {epoch + 1} {name} dev: {evaluate(model, data, matrix, tags.classes)}", flush=True)
            training.save(checkpoint, epoch + 1, {"sizes": model.sizes, "tags": tags.classes}, **parts)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--treebanks", default="../shared/treebanks")
    options.add_argument("--state", required=True)
    options.add_argument("--name", default="network")
    options.add_argument("--start", help="a trained network to go on from")
    options.add_argument("--silver", nargs="*", default=[])
    options.add_argument("--silver-words", type=int, default=600000, help="words of silver in each epoch")
    options.add_argument("--epochs", type=int, default=12)
    options.add_argument("--sentences", type=int, help="of each treebank at most so many, to try the program")
    options.add_argument("--rounded-epochs", type=int, default=1, help="last epochs that train with rounded values")
    options.add_argument("--batch", type=int, default=900, help="words a worker takes in one step")
    options.add_argument("--rate", type=float, default=2e-3)
    options.add_argument("--dropout", type=float, default=0.1)
    options.add_argument("--blocks", type=int, default=4)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--port", type=int, default=29512)
    options.add_argument("--seed", type=int, default=1)
    options = options.parse_args()
    if options.workers == 1:
        work(0, options)
    else:
        multiprocessing.spawn(work, (options,), options.workers)


if __name__ == "__main__":
    main()
