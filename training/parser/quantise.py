"""Turns the exported float graph into int8: DynamicQuantizeLSTM and MatMulIntegerToFloat in place of LSTM and large MatMul.

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


def quantised_product(node, weights, bias, result, name, low_high, shared):
    """x @ weights (+ bias) in int8, x rounded to a fixed range; an x rounded once is shared between products."""
    integers, scale = to_int8(weights, 0)
    low, high = low_high
    x_scale = (high - low) / 255
    extra = [
        numpy_helper.from_array(integers, f'{name}_w'),
        numpy_helper.from_array(scale, f'{name}_scale'),
        numpy_helper.from_array(np.float32(x_scale).reshape(()), f'{name}_x_scale'),
        numpy_helper.from_array(np.uint8(round(-low / x_scale)).reshape(()), f'{name}_x_zero'),
    ]
    made, source = [], node.input[0]
    known = (source, low_high)
    if known not in shared:
        shared[known] = [f'{name}_x', f'{name}_x_scale', f'{name}_x_zero']
        made.append(helper.make_node('QuantizeLinear', [source, *shared[known][1:]], [shared[known][0]]))
    x, x_scale_name, x_zero = shared[known]
    inputs = [x, f'{name}_w', x_scale_name, f'{name}_scale', x_zero, '', bias]
    made.append(helper.make_node('MatMulIntegerToFloat', inputs, [result], domain='com.microsoft'))
    return made, extra


def biases(graph, known):
    """For each product's output: the Add that puts a constant bias on it, and the bias."""
    found = {}
    for node in graph.node:
        if node.op_type == 'Add':
            for bias, product in (tuple(node.input), tuple(node.input)[::-1]):
                if bias in known and known[bias].ndim == 1:
                    found[product] = (node, bias)
    return found


def quantise_graph(source, target, layers, ranges):
    """`ranges` gives the input range of products by node name; the other products read LSTM states, in -1..1."""
    model = onnx.load(source)
    graph = model.graph
    known = constants(graph)
    added_to = biases(graph, known)
    nodes, extra, shared = [helper.make_node('Cast', ['length'], ['length32'], to=onnx.TensorProto.INT32)], [], {}
    lstms, fused = 0, []
    for at, node in enumerate(graph.node):
        made = None
        if node in fused:
            continue
        if node.op_type == 'LSTM':
            made, added = quantised_lstm(node, known, f'lstm{lstms}')
            lstms += 1
        elif node.op_type == 'MatMul' and node.input[1] in known and known[node.input[1]].size >= SMALLEST:
            add, bias = added_to[node.output[0]]
            fused.append(add)
            made, added = quantised_product(
                node, known[node.input[1]], bias, add.output[0], f'product{at}', ranges.get(node.name, (-1.0, 1.0)), shared)
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
