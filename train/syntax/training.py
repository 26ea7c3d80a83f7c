"""What the training of teacher and network share: workers that share their gradients, checkpoints, scores."""
import os

import torch
import torch.distributed as distributed

import treebank


def join_workers(rank, workers, port):
    """One process of `workers`, each of which takes its share of the batches."""
    torch.set_num_threads(1)
    if workers == 1:
        return
    os.environ.setdefault("MASTER_ADDR", "127.0.0.1")
    os.environ["MASTER_PORT"] = str(port)
    distributed.init_process_group("gloo", rank=rank, world_size=workers)


def share_gradients(parameters, workers):
    """The mean of all workers' gradients, in one message."""
    if workers == 1:
        return
    flat = torch.cat([(p.grad if p.grad is not None else torch.zeros_like(p)).flatten() for p in parameters])
    distributed.all_reduce(flat)
    flat /= workers
    at = 0
    for p in parameters:
        p.grad = flat[at:at + p.numel()].view_as(p)
        at += p.numel()


def restore(path, **parts):
    """Puts the checkpoint, where there is one, into model, optimizer and schedule. The number of epochs done."""
    if not os.path.exists(path):
        return 0
    saved = torch.load(path)
    for name, part in parts.items():
        part.load_state_dict(saved[name])
    return saved["epoch"]


def save(path, epoch, facts=None, **parts):
    """Replaces the checkpoint in one step; `facts` are kept beside the parts."""
    states = {name: part.state_dict() for name, part in parts.items()}
    torch.save({**states, "epoch": epoch, **(facts or {})}, path + ".new")
    os.replace(path + ".new", path)


class Scores:
    """Counts words whose whole tag, part of speech, head, and head and relation are right."""

    def __init__(self, classes):
        self.upos = torch.tensor([treebank.UPOS.index(c[0]) for c in classes])
        self.base = torch.tensor([treebank.relation_index(r.split(":")[0]) for r in treebank.RELATIONS])
        self.right = torch.zeros(5)

    def add(self, known, tags, gold_tags, heads, gold_heads, relations, gold_relations):
        head_right = (heads == gold_heads) & known
        label_right = self.base[relations] == self.base[gold_relations]
        self.right += torch.stack([
            ((tags == gold_tags) & known).sum(), ((self.upos[tags] == self.upos[gold_tags]) & known).sum(),
            head_right.sum(), (head_right & label_right).sum(), known.sum()])

    def __str__(self):
        return "whole tag %.2f UPOS %.2f UAS %.2f LAS %.2f" % tuple(100 * self.right[:4] / self.right[4])
