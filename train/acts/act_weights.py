"""The file of weights of the act networks: writes one network, reads one. Its layout is that of
src/records/learned/act_model.c."""
import struct

import torch

import acts
from weights_file import floats, matrix, table

MAGIC = b"ROACTS1\0"


def export(network, path):
    with open(path, "wb") as file:
        file.write(MAGIC + struct.pack("<8I", *network.sizes))
        file.write(struct.pack(f"<{len(network.token_rows)}I", *network.token_rows))
        file.write(struct.pack(f"<{len(network.party_rows)}I", *network.party_rows))
        for embedding in list(network.tokens) + list(network.parties):
            file.write(table(embedding))
        file.write(matrix(network.vectors) + floats(network.vectors.bias))
        for layer in network.layers:
            file.write(floats(layer.inner.weight.permute(2, 1, 0)) + floats(layer.inner.bias))
        file.write(matrix(network.act) + floats(network.act.bias))
        file.write(matrix(network.predicate) + floats(network.predicate.bias) + matrix(network.mention))
        file.write(floats(network.kind.weight) + matrix(network.role) + floats(network.role.bias))


def take_table(data, embedding):
    rows, width = embedding.weight.shape
    scale = data.array("<f4", 1)[0]
    values = data.array("i1", rows, width).astype("f4") * scale
    data.at += -(rows * width) % 4
    embedding.weight.copy_(torch.from_numpy(values))


def take(data, tensor, *stored):
    """Fills a tensor; `stored` is the order in which the file has its dimensions."""
    order = stored or tuple(range(tensor.dim()))
    values = torch.from_numpy(data.array("<f4", *(tensor.shape[i] for i in order)).copy())
    tensor.copy_(values.permute([order.index(i) for i in range(tensor.dim())]))


def load(path):
    """The network of a file that has one."""
    data = acts.Bytes(open(path, "rb").read())
    if data.data[:8] != MAGIC:
        raise ValueError(f"{path}: no weights of act networks")
    data.at = 8
    width, pair_width, vector_width, layers, tokens, parties, *_ = (int(x) for x in data.array("<u4", 8))
    rows = [[int(x) for x in data.array("<u4", count)] for count in (tokens, parties)]
    network = acts.Network(*rows, vector_width, width, pair_width, layers)
    with torch.no_grad():
        for embedding in list(network.tokens) + list(network.parties):
            take_table(data, embedding)
        take(data, network.vectors.weight, 1, 0)
        take(data, network.vectors.bias)
        for layer in network.layers:
            take(data, layer.inner.weight, 2, 1, 0)
            take(data, layer.inner.bias)
        for linear in (network.act, network.predicate):
            take(data, linear.weight, 1, 0)
            take(data, linear.bias)
        take(data, network.mention.weight, 1, 0)
        take(data, network.kind.weight)
        take(data, network.role.weight, 1, 0)
        take(data, network.role.bias)
    return network
