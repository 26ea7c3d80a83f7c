#!/usr/bin/env python3
"""Write a trained network as the file that readout maps (src/syntax/model.h), with 8-bit weights.

usage: export.py --state DIR [--name NAME] [--out FILE]
"""
import argparse
import struct

import numpy as np
import torch

import treebank
from features import AFFIX_ROWS, SHAPE_ROWS
from network import BUCKETS, DISTANCES, STEPS, Network

LANES = 16
VERSION = 1
(SIZES, WORD_KEYS, WORD_VECTORS, WORD_SCALES, AFFIX_VECTORS, SHAPE_VECTORS, TABLE_SCALES, TAGS, RELATIONS,
 LABEL_DISTANCES, DISTANCE_STARTS, NEIGHBOURS, MATRIX) = range(1, 14)
EMBEDDING, HEADS, ARCS, LABELS, BLOCKS = 0, 1, 2, 3, 16


def padded(weight, bias):
    """With outputs filled up to whole lanes."""
    missing = -len(weight) % LANES
    return np.pad(weight, ((0, missing), (0, 0))), np.pad(bias, (0, missing))


def parts(*linears):
    """Linear layers over the same input as one, each padded."""
    pairs = []
    for linear in linears:
        bias = linear.bias if linear.bias is not None else torch.zeros(linear.out_features)
        pairs.append(padded(linear.weight.detach().numpy(), bias.detach().numpy()))
    return np.concatenate([w for w, _ in pairs]), np.concatenate([b for _, b in pairs])


def matrix(weight, bias):
    """Bytes of a matrix: weights in blocks of lanes, then the scale and the bias of each output."""
    scale = np.maximum(np.abs(weight).max(1), 1e-8) / 127
    small = np.rint(weight / scale[:, None]).astype(np.int8)
    outputs, inputs = small.shape
    blocks = small.reshape(outputs // LANES, LANES, inputs // 4, 4).transpose(0, 2, 1, 3)
    return blocks.tobytes() + (scale / STEPS).astype("<f4").tobytes() + bias.astype("<f4").tobytes()


def by_row(table):
    scale = np.maximum(np.abs(table).max(1), 1e-8) / 127
    return np.rint(table / scale[:, None]).astype(np.int8).tobytes(), scale.astype("<f4").tobytes()


def as_whole(table):
    scale = np.abs(table).max() / 127
    return np.rint(table / scale).astype(np.int8).tobytes(), scale


def sections(model, keys, tags):
    s = model.sizes
    yield SIZES, 0, struct.pack("<14I", s["width"], s["state"], s["blocks"], s["word"], s["affix"], s["shape"],
                                s["arc"], s["label"], s["words"], AFFIX_ROWS, SHAPE_ROWS, s["tags"],
                                len(treebank.RELATIONS), treebank.NAME_TAG_COUNT)
    yield WORD_KEYS, 0, keys.astype("<u8").tobytes()
    vectors, scales = by_row(model.word_table().detach().numpy())
    yield WORD_VECTORS, 0, vectors
    yield WORD_SCALES, 0, scales
    affixes, affix_scale = as_whole(model.affixes.weight.detach().numpy()[:AFFIX_ROWS])
    shapes, shape_scale = as_whole(model.shapes.weight.detach().numpy())
    yield AFFIX_VECTORS, 0, affixes
    yield SHAPE_VECTORS, 0, shapes
    yield TABLE_SCALES, 0, struct.pack("<2f", affix_scale, shape_scale)
    yield TAGS, 0, b"".join(part.encode() + b"\0" for tag in tags for part in tag)
    yield RELATIONS, 0, b"".join(name.encode() + b"\0" for name in treebank.RELATIONS)
    yield LABEL_DISTANCES, 0, model.label_distance.weight.detach().numpy().astype("<f4").tobytes()
    yield DISTANCE_STARTS, 0, np.array(DISTANCES, dtype="<u4").tobytes()
    yield MATRIX, EMBEDDING, matrix(*parts(model.embedding))
    yield MATRIX, HEADS, matrix(*parts(model.tagger, model.namer, model.arc_dependent, model.arc_head,
                                       model.label_dependent, model.label_head))
    extra = [torch.cat([model.arc_query.weight, model.arc_extra.weight]).detach().numpy(),
             torch.cat([model.arc_query.bias, model.arc_extra.bias]).detach().numpy()]
    yield MATRIX, ARCS, matrix(*padded(*extra))
    yield MATRIX, LABELS, matrix(*parts(model.labels))
    for i, block in enumerate(model.blocks):
        yield NEIGHBOURS, i, block.conv.detach().numpy().astype("<f4").tobytes()
        yield MATRIX, BLOCKS + 2 * i, matrix(*parts(block.inward))
        yield MATRIX, BLOCKS + 2 * i + 1, matrix(*parts(block.outward))


def write(path, found):
    found = list(found)
    offset = 16 + 24 * len(found)
    head, body = struct.pack("<8s2I", b"ROSYNTAX", VERSION, len(found)), b""
    for kind, index, data in found:
        gap = -offset % 64
        body += b"\0" * gap + data
        offset += gap
        head += struct.pack("<2I2Q", kind, index, offset, len(data))
        offset += len(data)
    with open(path, "wb") as out:
        out.write(head + body)
    return offset


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--state", required=True)
    options.add_argument("--name", default="network")
    options.add_argument("--out", default="data/syntax.model")
    options = options.parse_args()
    saved = torch.load(f"{options.state}/{options.name}.pt", map_location="cpu")
    vocabulary = np.load(f"{options.state}/vocabulary.npz")
    model = Network(static=torch.from_numpy(vocabulary["static"]), **saved["sizes"])
    model.load_state_dict(saved["model"])
    model.eval()
    size = write(options.out, sections(model, vocabulary["keys"], saved["tags"]))
    print(f"{options.out}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
