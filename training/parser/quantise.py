"""Turns the exported float graph into int8: DynamicQuantizeLSTM and MatMulInteger in place of LSTM and large MatMul or Gemm.

Weights are rounded to seven bits, which loses nothing here and is safe on processors without VNNI (their int8 multiply-add
saturates at 16 bits). LSTM nodes get the sentences' lengths, so that padding never reaches the backward direction.
"""
import numpy as np
import onnx
from onnx import helper, numpy_helper

LEVELS = 63
SMALLEST = 4096


def to_int8(weights, axis):
    scale = np.abs(weights).max(axis, keepdims=True) / LEVELS
    scale[scale == 0] = 1
    return np.clip(np.round(weights / scale), -LEVELS, LEVELS).astype(np.int8), np.squeeze(scale, axis).astype(np.float32)


def constants(graph):
    """Values of initialisers, constant nodes, and transposes or copies of them."""
    known = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    for node in graph.node:
        attributes = {a.name: helper.get_attribute_value(a) for a in node.attribute}
        if node.op_type == 'Constant' and 'value' in attributes:
            known[node.output[0]] = numpy_helper.to_array(attributes['value'])
        elif node.op_type == 'Transpose' and node.input[0] in known:
            known[node.output[0]] = known[node.input[0]].transpose(attributes['perm'])
        elif node.op_type == 'Identity' and node.input[0] in known:
            known[node.output[0]] = known[node.input[0]]
    return known


def without_dead(graph):
    """Drops nodes and initialisers that nothing uses."""
    while True:
        used = {i for node in graph.node for i in node.input} | {o.name for o in graph.output}
        kept = [node for node in graph.node if any(o in used for o in node.output)]
        if len(kept) == len(graph.node):
            break
        del graph.node[:]
        graph.node.extend(kept)
    used = {i for node in graph.node for i in node.input}
    kept = [i for i in graph.initializer if i.name in used]
    del graph.initializer[:]
    graph.initializer.extend(kept)


def quantised_lstm(node, known, name):
    """The node and its new initialisers; W and R go from [2, 4H, in] to [2, in, 4H]."""
    hidden = {a.name: helper.get_attribute_value(a) for a in node.attribute}['hidden_size']
    extra = []
    for which, source in (('W', node.input[1]), ('R', node.input[2])):
        integers, scale = to_int8(known[source].transpose(0, 2, 1), 1)
        extra += [
            numpy_helper.from_array(integers, f'{name}_{which}'),
            numpy_helper.from_array(scale, f'{name}_{which}_scale'),
            numpy_helper.from_array(np.zeros(scale.shape, np.int8), f'{name}_{which}_zero'),
        ]
    inputs = [node.input[0], f'{name}_W', f'{name}_R', node.input[3], 'length32', '', '', '']
    inputs += [f'{name}_{part}' for part in ('W_scale', 'W_zero', 'R_scale', 'R_zero')]
    made = helper.make_node('DynamicQuantizeLSTM', inputs, list(node.output), domain='com.microsoft',
                            hidden_size=hidden, direction='bidirectional')
    return [made], extra


def quantised_product(node, weights, bias, name, shared):
    """x @ weights (+ bias) in int8; inputs quantised once are shared between products."""
    integers, scale = to_int8(weights, 0)
    extra = [
        numpy_helper.from_array(integers, f'{name}_w'),
        numpy_helper.from_array(np.int8(0).reshape(()), f'{name}_zero'),
        numpy_helper.from_array(scale, f'{name}_scale'),
    ]
    made, source = [], node.input[0]
    if source not in shared:
        shared[source] = [f'{name}_x', f'{name}_x_scale', f'{name}_x_zero']
        made.append(helper.make_node('DynamicQuantizeLinear', [source], shared[source]))
    x, x_scale, x_zero = shared[source]
    result = node.output[0]
    made += [
        helper.make_node('MatMulInteger', [x, f'{name}_w', x_zero, f'{name}_zero'], [f'{name}_int']),
        helper.make_node('Cast', [f'{name}_int'], [f'{name}_float'], to=onnx.TensorProto.FLOAT),
        helper.make_node('Mul', [x_scale, f'{name}_scale'], [f'{name}_both']),
        helper.make_node('Mul', [f'{name}_float', f'{name}_both'], [result if bias is None else f'{name}_plain']),
    ]
    if bias is not None:
        made.append(helper.make_node('Add', [f'{name}_plain', bias], [result]))
    return made, extra


def quantise_graph(source, target, layers):
    model = onnx.load(source)
    graph = model.graph
    known = constants(graph)
    nodes, extra, shared = [helper.make_node('Cast', ['length'], ['length32'], to=onnx.TensorProto.INT32)], [], {}
    lstms = 0
    for at, node in enumerate(graph.node):
        made = None
        if node.op_type == 'LSTM':
            made, added = quantised_lstm(node, known, f'lstm{lstms}')
            lstms += 1
        elif node.op_type in ('MatMul', 'Gemm') and node.input[1] in known and known[node.input[1]].size >= SMALLEST:
            weights = known[node.input[1]]
            turned = any(a.name == 'transB' and a.i for a in node.attribute)
            bias = node.input[2] if len(node.input) > 2 else None
            made, added = quantised_product(node, weights.T if turned else weights, bias, f'product{at}', shared)
        if made is None:
            nodes.append(node)
        else:
            nodes += made
            extra += added
    assert lstms == layers
    del graph.node[:]
    graph.node.extend(nodes)
    graph.initializer.extend(extra)
    without_dead(graph)
    model.opset_import.append(helper.make_opsetid('com.microsoft', 1))
    onnx.save(model, target)
