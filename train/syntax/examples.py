"""Training examples as flat arrays: gold trees and the teacher's labels in one form."""
import random

import numpy as np
import torch

import treebank

K = 4  # the teacher's best answers that are kept for each word


class Examples:
    """Sentences one after another. `heads`, `relations` and `tags` are words by K, with weights that sum to one."""

    FIELDS = ("forms", "tags", "tag_weights", "heads", "head_weights", "relations", "relation_weights", "names")

    def __init__(self, starts, **fields):
        self.starts = starts
        for name in self.FIELDS:
            setattr(self, name, fields[name])

    def __len__(self):
        return len(self.starts) - 1


def one(values):
    out = np.zeros((len(values), K), dtype=np.int16)
    out[:, 0] = values
    weights = np.zeros((len(values), K), dtype=np.float16)
    weights[:, 0] = 1
    return out, weights


def of_trees(sentences, features, tags):
    flat = lambda get: [value for s in sentences for value in get(s)]
    tag, tag_weights = one(flat(lambda s: [tags.of(t) for t in s.tags]))
    head, head_weights = one(flat(lambda s: s.heads))
    relation, relation_weights = one(flat(lambda s: s.relations))
    starts = np.cumsum([0] + [len(s.forms) for s in sentences])
    forms = np.array(flat(lambda s: [features.of(f) for f in s.forms]), dtype=np.int32)
    names = np.array(flat(lambda s: s.names), dtype=np.int16)
    return Examples(starts, forms=forms, tags=tag, tag_weights=tag_weights, heads=head, head_weights=head_weights,
                    relations=relation, relation_weights=relation_weights, names=names)


def changed_case(sentences, share, seed):
    """A share of the sentences again, as headlines or in capitals, as news writes them now and then."""
    chooser = random.Random(seed)
    out = []
    for s in sentences:
        if chooser.random() < share and len(s.forms) > 2:
            change = chooser.choice([str.upper, str.title, str.title, str.lower])
            out.append(treebank.Sentence([change(f) if f.isalpha() else f for f in s.forms], s.tags, s.heads,
                                         s.relations, s.names))
    return out


def without_stop(sentences, share, seed):
    """A share of the sentences again, without their final full stop, as headings stand."""
    chooser = random.Random(seed)
    out = []
    for s in sentences:
        if chooser.random() < share and s.forms[-1] == "." and len(s.forms) > 3 and len(s.forms) not in s.heads:
            out.append(treebank.Sentence(s.forms[:-1], s.tags[:-1], s.heads[:-1], s.relations[:-1], s.names[:-1]))
    return out


def groups(examples, limit, chooser, indices=None):
    """Batches of sentences of about the same length, about `limit` words each."""
    lengths = np.diff(examples.starts)
    order = list(range(len(examples))) if indices is None else list(indices)
    if chooser:
        chooser.shuffle(order)
    pool_size = 4096 if chooser else len(order)
    out = []
    for i in range(0, len(order), max(1, pool_size)):
        group = []
        for k in sorted(order[i:i + pool_size], key=lambda k: lengths[k]):
            if group and (len(group) + 1) * lengths[k] > limit:
                out.append(group)
                group = []
            group.append(k)
        out.append(group)
    if chooser:
        chooser.shuffle(out)
    return out


def batch(examples, group, matrix, counts=None):
    """Tensors of one batch: features time-major, labels sentence-major. `counts`, how often the training has each
    word of the table, turns rare words into unknown ones, or into ones known by their static vector, now and then."""
    lengths = np.array([examples.starts[k + 1] - examples.starts[k] for k in group])
    width = int(lengths.max())
    index = np.zeros((len(group), width), dtype=np.int64)
    mask = np.arange(width)[None] < lengths[:, None]
    for row, k in enumerate(group):
        index[row, :lengths[row]] = np.arange(examples.starts[k], examples.starts[k + 1])
    features = matrix[examples.forms[index]]
    own = None
    if counts is not None:
        count = counts[features[..., 0]]
        own = np.random.random(index.shape) >= 0.02 + 0.5 / (0.6 + count)
        own = torch.from_numpy(own.T.astype(np.float32))[..., None]
        unknown = np.random.random(index.shape) < 0.01 + 0.15 / (0.16 + count)
        features[..., 0] = np.where(unknown, len(counts) - 1, features[..., 0])
    features[~mask] = 0
    out = {"features": torch.from_numpy(features).transpose(0, 1).contiguous(), "own": own,
           "mask": torch.from_numpy(mask.T.astype(np.float32))[..., None], "words": int(lengths.sum())}
    for name, weight in (("tags", "tag_weights"), ("heads", "head_weights"), ("relations", "relation_weights")):
        weights = getattr(examples, weight)[index].astype(np.float32) * mask[..., None]
        classes = np.where(weights > 0, getattr(examples, name)[index], 0).astype(np.int64)
        out[name], out[weight] = torch.from_numpy(classes), torch.from_numpy(weights)
    names = examples.names[index].astype(np.int64)
    names[~mask] = treebank.UNKNOWN
    out["names"] = torch.from_numpy(names)
    return out
