"""The network of readout's syntax layer. src/syntax/network.c computes the same with 8-bit weights.

A word's vector is looked up (word, affixes, shape), then four blocks of a gated linear recurrence in both directions
pass over the sentence; linear heads read tags and names, and a biaffine one scores heads. Every input of a
matrix product is normalised and clipped to a fixed range, so that it fits a byte.
"""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

import treebank
from features import AFFIX_ROWS, SHAPE_ROWS

CLIP = 4.0  # products see values from -CLIP to CLIP
STEPS = 127 / CLIP
DISTANCES = [1, 2, 3, 4, 5, 7, 10, 15, 22]  # least distance of each bucket, to either side
BUCKETS = 2 * len(DISTANCES)


class Round(torch.autograd.Function):
    """Rounds to what a byte can hold; the gradient passes."""

    @staticmethod
    def forward(context, x):
        return torch.round(x * STEPS) / STEPS

    @staticmethod
    def backward(context, gradient):
        return gradient


def clip(x, rounded):
    x = x.clamp(-CLIP, CLIP)
    return Round.apply(x) if rounded else x


def normalize(x):
    """To a mean square of one."""
    return x * torch.rsqrt(x.square().mean(-1, keepdim=True) + 1e-5)


class Scan(torch.autograd.Function):
    """state[t] = keep[t] * state[t - 1] + new[t] along the first axis."""

    @staticmethod
    def forward(context, keep, new):
        states = torch.empty_like(new)
        states[0] = new[0]
        for t in range(1, len(new)):
            torch.addcmul(new[t], keep[t], states[t - 1], out=states[t])
        context.save_for_backward(keep, states)
        return states

    @staticmethod
    def backward(context, gradient):
        keep, states = context.saved_tensors
        total = gradient.clone()
        for t in range(len(total) - 2, -1, -1):
            total[t].addcmul_(keep[t + 1], total[t + 1])
        keep_gradient = torch.zeros_like(keep)
        keep_gradient[1:] = total[1:] * states[:-1]
        return keep_gradient, total


class Block(nn.Module):
    def __init__(self, width, state, dropout):
        super().__init__()
        self.state = state
        self.conv = nn.Parameter(torch.zeros(3, width))
        with torch.no_grad():
            self.conv[1] = 1.0
        self.inward = nn.Linear(width, 6 * state)
        self.outward = nn.Linear(2 * state, width)
        with torch.no_grad():
            self.inward.bias[2 * state:4 * state] = torch.linspace(-1.0, 3.0, state).repeat(2)
            self.outward.weight *= 0.5
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask, rounded):
        u = normalize(x) * mask
        before, after = F.pad(u[:-1], (0, 0, 0, 0, 1, 0)), F.pad(u[1:], (0, 0, 0, 0, 0, 1))
        u = clip(self.conv[0] * before + self.conv[1] * u + self.conv[2] * after, rounded)
        new, keep, gate = self.inward(u).float().chunk(3, -1)
        keep = torch.sigmoid(keep)
        new = new * (1 - keep) * mask
        s = self.state
        forward = Scan.apply(keep[..., :s], new[..., :s])
        backward = Scan.apply(keep[..., s:].flip(0), new[..., s:].flip(0)).flip(0)
        y = torch.cat([forward, backward], -1) * F.silu(gate)
        return x + self.dropout(self.outward(clip(normalize(y), rounded)).float())


class Network(nn.Module):
    def __init__(self, words, tags, static=None, width=256, state=128, blocks=4, word=128, affix=96, shape=32,
                 arc=128, label=128, dropout=0.1):
        super().__init__()
        self.sizes = dict(words=words, tags=tags, width=width, state=state, blocks=blocks, word=word, affix=affix,
                          shape=shape, arc=arc, label=label)
        self.rounded = False
        self.words = nn.Embedding(words + 1, word)
        self.affixes = nn.Embedding(AFFIX_ROWS + 1, affix, padding_idx=AFFIX_ROWS)
        self.shapes = nn.Embedding(SHAPE_ROWS, shape)
        for table in (self.words, self.affixes, self.shapes):
            nn.init.normal_(table.weight, std=0.1)
        with torch.no_grad():
            self.affixes.weight[AFFIX_ROWS] = 0
        # vectors made elsewhere, mixed in by a learned projection; folded into the table at export
        self.register_buffer("static", static, persistent=False)
        if static is not None:
            self.static_projection = nn.Linear(static.shape[1], word, bias=False)
            nn.init.normal_(self.static_projection.weight, std=0.5 / math.sqrt(static.shape[1]))
            with torch.no_grad():
                self.words.weight[static.abs().sum(1) > 0] = 0
        self.embedding = nn.Linear(word + affix + shape, width)
        self.embedding_dropout = nn.Dropout(0.15)
        self.blocks = nn.ModuleList(Block(width, state, dropout) for _ in range(blocks))
        self.dropout = nn.Dropout(0.2)
        self.tagger = nn.Linear(width, tags)
        self.namer = nn.Linear(width, treebank.NAME_TAG_COUNT)
        self.arc_dependent, self.arc_head = nn.Linear(width, arc), nn.Linear(width, arc)
        self.arc_query = nn.Linear(arc, arc)  # its scores of heads
        self.arc_extra = nn.Linear(arc, BUCKETS + 1)  # of distances, and of the root
        self.label_dependent, self.label_head = nn.Linear(width, label), nn.Linear(width, label, bias=False)
        self.label_distance = nn.Embedding(BUCKETS + 1, label)
        nn.init.zeros_(self.label_distance.weight)
        self.labels = nn.Linear(label, len(treebank.RELATIONS))
        self.inner_dropout = nn.Dropout(0.15)

    def word_table(self):
        table = self.words.weight
        if self.static is not None:
            table = table + self.static_projection(self.static)
        return table

    def encode(self, features, mask, own=None):
        """features: time by batch by Features.WIDTH; mask: time by batch by 1. `own` is 0 where a word shall be known
        by its static vector alone, as most words of the table are that no training text has."""
        rounded = self.rounded
        word = self.words(features[..., 0])
        if own is not None:
            word = word * own
        if self.static is not None:
            word = word + self.static_projection(F.embedding(features[..., 0], self.static)).float()
        affix = self.affixes(features[..., 1:-1]).sum(-2)
        x = torch.cat([word, affix, self.shapes(features[..., -1])], -1)
        x = self.embedding(self.embedding_dropout(clip(normalize(x), rounded))).float()
        for block in self.blocks:
            x = block(x, mask, rounded)
        return clip(normalize(x), rounded)

    def forward(self, features, mask, own=None):
        """Scores of tags and names, of heads (sentence by dependent by head, column 0 the root), and the vectors
        that label_scores needs."""
        final = self.dropout(self.encode(features, mask, own))
        tags, names = self.tagger(final).float(), self.namer(final).float()
        rounded = self.rounded
        dependent = self.inner_dropout(clip(F.relu(self.arc_dependent(final)).float(), rounded))
        head = clip(F.relu(self.arc_head(final)).float(), rounded)
        query = self.arc_query(dependent).float().transpose(0, 1)
        extra = self.arc_extra(dependent).float().transpose(0, 1)
        arcs = query @ head.permute(1, 2, 0)
        arcs = arcs.float() / math.sqrt(query.shape[-1])
        length = arcs.shape[1]
        arcs = arcs + extra.gather(2, distances(length)[None].expand(len(arcs), -1, -1))
        arcs = torch.cat([extra[..., -1:], arcs], -1)
        hidden = mask[..., 0].transpose(0, 1)
        outside = torch.cat([torch.ones_like(hidden[:, :1]), hidden], 1) == 0
        own = F.pad(torch.eye(length, dtype=torch.bool), (1, 0))
        arcs = arcs.masked_fill(outside[:, None] | own[None], -1e9)
        labels = (self.label_dependent(final).float(), self.label_head(final).float())
        return tags, names, arcs, labels

    def label_scores(self, labels, heads):
        """heads: sentence by word, 0 the root, n the n-th word."""
        dependent, head = (part.transpose(0, 1) for part in labels)
        count, length = heads.shape
        word = (heads - 1).clamp(min=0)
        chosen = head.gather(1, word[..., None].expand(-1, -1, head.shape[-1])) * (heads > 0)[..., None]
        position = torch.arange(length)[None]
        bucket = torch.where(heads > 0, bucket_of(word - position), torch.full_like(heads, BUCKETS))
        hidden = clip(F.relu(dependent + chosen + self.label_distance(bucket)), self.rounded)
        return self.labels(self.inner_dropout(hidden)).float()


def bucket_of(difference):
    """The bucket of a head's place minus the dependent's."""
    starts = torch.tensor(DISTANCES)
    bucket = torch.bucketize(difference.abs(), starts, right=True) - 1
    return bucket.clamp(min=0) + len(DISTANCES) * (difference < 0)


def distances(length):
    position = torch.arange(length)
    return bucket_of(position[None, :] - position[:, None])
