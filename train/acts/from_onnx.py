#!/usr/bin/env python3
"""Turns a BERT-like encoder in ONNX into a folder that transformers loads, for teacher.py.

usage: from_onnx.py MODEL.onnx TOKENIZER.json HEADS FOLDER

Matrices have lost their names in ONNX; they are known by the names of the products that use them. Needs onnx.
"""
import re
import shutil
import sys

import onnx
import torch
from onnx import numpy_helper
from transformers import BertConfig, BertModel


def weights(path):
    model = onnx.load(path)
    values = {v.name: numpy_helper.to_array(v) for v in model.graph.initializer}
    named = {name: torch.tensor(value.copy()) for name, value in values.items()
             if name.startswith(("embeddings.", "encoder.")) and "position_ids" not in name}
    for node in model.graph.node:
        for name in node.input if node.op_type == "MatMul" else ():
            if name in values and name not in named:
                key = re.sub(r"\.MatMul(_\d+)?$", "", node.name.strip("/").replace("/", ".")) + ".weight"
                named[key] = torch.tensor(values[name].T.copy())
    return named


def main():
    path, tokenizer, heads, folder = sys.argv[1:]
    named = weights(path)
    words, width = named["embeddings.word_embeddings.weight"].shape
    layers = 1 + max(int(name.split(".")[2]) for name in named if name.startswith("encoder.layer."))
    inner = named["encoder.layer.0.intermediate.dense.weight"].shape[0]
    config = BertConfig(vocab_size=words, hidden_size=width, num_hidden_layers=layers, num_attention_heads=int(heads),
                        intermediate_size=inner)
    encoder = BertModel(config, add_pooling_layer=False)
    encoder.load_state_dict(named)
    encoder.save_pretrained(folder)
    shutil.copy(tokenizer, folder + "/tokenizer.json")


if __name__ == "__main__":
    main()
