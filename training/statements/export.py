"""Writes the trained tagger as the files the program reads: int8 ONNX network, int8 table of features, description.

usage: python3 export.py --model FILE.pt --cues cues.json --link link.json --out models/statements

The network is quantised by hand: weights to 7 bits, which older processors add up without overflow, one scale for each
output unit; activations at run time (DynamicQuantizeLSTM), by a range that is the same for every batch (sentinels.py).
"""
import argparse
import json
import os

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper

from model import Tagger
from sentinels import (
    EXTRA,
    widen_columns,
    widen_input,
    widen_input_bias,
    widen_input_weights,
    widen_recurrent_weights,
    widen_score,
)
from train import ROWS

LIMIT = 63


def quantised(weight):
    """[..., in, out] to int8 with a scale for each output."""
    scale = np.abs(weight).max(-2) / LIMIT
    scale[scale == 0] = 1
    values = np.clip(np.round(weight / scale[..., None, :]), -LIMIT, LIMIT).astype(np.int8)
    return values, scale.astype(np.float32)


def onnx_order(matrix, hidden):
    """PyTorch's gates (input, forget, cell, output) to ONNX's (input, output, forget, cell)."""
    i, f, c, o = np.split(matrix, 4)
    return np.concatenate([i, o, f, c])


def network(model, hidden):
    nodes, constants, x, width = [], [], "inputs", hidden + EXTRA
    add = lambda name, array: constants.append(numpy_helper.from_array(array, name)) or name
    nodes.append(helper.make_node("Transpose", ["x"], ["steps"], perm=[1, 0, 2]))
    more_nodes, more_constants = widen_input("steps", x)
    nodes.extend(more_nodes)
    constants.extend(more_constants)
    nodes.append(helper.make_node("Cast", ["length"], ["length32"], to=onnx.TensorProto.INT32))
    for depth, layer in enumerate(model.layers):
        weights = {name: value.detach().numpy() for name, value in layer.named_parameters()}
        both = lambda name: [onnx_order(weights[name + end], hidden) for end in ("_l0", "_l0_reverse")]
        wide = {
            "W": [widen_input_weights(m.T, hidden, depth == 0) for m in both("weight_ih")],
            "R": [widen_recurrent_weights(m.T, hidden) for m in both("weight_hh")],
        }
        inputs = {}
        for key, matrices in wide.items():
            values, scale = quantised(np.stack(matrices))
            inputs[key] = add(f"{key}{depth}", values)
            inputs[key + "s"] = add(f"{key}{depth}s", scale)
            inputs[key + "z"] = add(f"{key}{depth}z", np.zeros_like(scale).astype(np.int8))
        bias = np.stack(
            [
                np.concatenate([widen_input_bias(own, hidden), widen_columns(state, hidden)])
                for own, state in zip(both("bias_ih"), both("bias_hh"))
            ]
        )
        nodes.append(
            helper.make_node(
                "DynamicQuantizeLSTM",
                [x, inputs["W"], inputs["R"], add(f"b{depth}", bias.astype(np.float32)), "length32", "", "", ""]
                + [inputs["Ws"], inputs["Wz"], inputs["Rs"], inputs["Rz"]],
                [f"y{depth}"],
                domain="com.microsoft",
                hidden_size=width,
                direction="bidirectional",
            )
        )
        # [word, direction, batch, hidden] to [word, batch, 2 * hidden]
        nodes.append(helper.make_node("Transpose", [f"y{depth}"], [f"t{depth}"], perm=[0, 2, 1, 3]))
        shape = add(f"shape{depth}", np.array([0, 0, 2 * width], np.int64))
        nodes.append(helper.make_node("Reshape", [f"t{depth}", shape], [f"h{depth}"]))
        x = f"h{depth}"
    nodes.append(helper.make_node("Transpose", [x], ["words"], perm=[1, 0, 2]))
    weight = widen_score(model.score.weight.detach().numpy().T, hidden)
    nodes.append(helper.make_node("MatMul", ["words", add("score", weight.astype(np.float32))], ["raw"]))
    nodes.append(helper.make_node("Add", ["raw", add("score_bias", model.score.bias.detach().numpy())], ["scores"]))
    floats, ints = onnx.TensorProto.FLOAT, onnx.TensorProto.INT64
    graph = helper.make_graph(
        nodes,
        "statements",
        [
            helper.make_tensor_value_info("x", floats, ["batch", "word", model.layers[0].input_size]),
            helper.make_tensor_value_info("length", ints, ["batch"]),
        ],
        [helper.make_tensor_value_info("scores", floats, ["batch", "word", weight.shape[1]])],
        constants,
    )
    opsets = [helper.make_opsetid("", 14), helper.make_opsetid("com.microsoft", 1)]
    made = helper.make_model(graph, opset_imports=opsets)
    made.ir_version = 8
    return made


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", required=True)
    parser.add_argument("--cues", required=True)
    parser.add_argument("--link", required=True)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    saved = torch.load(args.model)
    model = Tagger(ROWS, **saved["shape"]).eval()
    model.load_state_dict(saved["weights"])
    os.makedirs(args.out, exist_ok=True)
    onnx.save(network(model, saved["shape"]["hidden"]), os.path.join(args.out, "model.onnx"))

    table = model.table.weight.detach().numpy()
    scale = np.abs(table).max(1) / 127
    scale[scale == 0] = 1
    rows = np.round(table / scale[:, None]).astype(np.int8).tobytes()
    rows += b"\0" * (-len(rows) % 4)
    with open(os.path.join(args.out, "embeddings.bin"), "wb") as file:
        file.write(rows + scale.astype(np.float32).tobytes())
    start, step = (t.detach().numpy() for t in model.crf())
    description = {
        "table": {"rows": table.shape[0], "size": table.shape[1], "scalesAt": len(rows)},
        "transitions": {
            "start": [round(float(v), 4) for v in start],
            "step": [[round(float(v), 4) for v in row] for row in step],
        },
        "cues": json.load(open(args.cues)),
        "link": json.load(open(args.link)),
    }
    with open(os.path.join(args.out, "model.json"), "w") as file:
        json.dump(description, file)
    for name in ("model.onnx", "embeddings.bin", "model.json"):
        print(name, os.path.getsize(os.path.join(args.out, name)))


if __name__ == "__main__":
    main()
