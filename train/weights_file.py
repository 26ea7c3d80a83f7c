"""What the files of weights of the small networks have in common (src/statements/weights.c): numbers as little-endian
floats, matrices with a row for every input, tables of features as bytes with one scale."""
import struct

import numpy as np


def floats(tensor):
    return np.ascontiguousarray(tensor.detach().numpy().astype("<f4")).tobytes()


def matrix(linear):
    return floats(linear.weight.t())


def table(embedding):
    weight = embedding.weight.detach().numpy()
    scale = np.float32(max(float(np.abs(weight).max()), 1e-6) / 127)
    rows = np.clip(np.round(weight / scale), -127, 127).astype("i1").tobytes()
    return struct.pack("<f", scale) + rows + b"\0" * (-len(rows) % 4)
