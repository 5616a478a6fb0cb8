"""Makes the int8 tagger's results independent of what else stands in a batch, as training/parser/sentinels.py does for the
parser and explains: two more inputs at the ends of a fixed range, and in each direction two more units whose state runs to
+1 and -1. Nothing reads them.

Here on the arrays of one direction of one layer, gates in ONNX's order (input, output, forget, cell).
"""
import numpy as np
from onnx import helper, numpy_helper

LIMIT = 4.0
EXTRA = 2
# A gate's bias at which sigmoid and tanh are 1 in single precision.
OPEN = 20.0


def widen_columns(matrix, hidden):
    """[..., 4 * hidden] to [..., 4 * (hidden + EXTRA)], zeros in the new columns."""
    gates = matrix.reshape(*matrix.shape[:-1], 4, hidden)
    pad = [(0, 0)] * (gates.ndim - 1) + [(0, EXTRA)]
    return np.pad(gates, pad).reshape(*matrix.shape[:-1], 4 * (hidden + EXTRA))


def widen_input_weights(matrix, hidden, first):
    """[in, 4 * hidden]: rows for the constants of the input, or for the extra units of both directions below."""
    if first:
        rows = np.pad(matrix, [(0, EXTRA), (0, 0)])
    else:
        rows = np.concatenate([np.pad(half, [(0, EXTRA), (0, 0)]) for half in np.split(matrix, 2)])
    return widen_columns(rows, hidden)


def widen_recurrent_weights(matrix, hidden):
    return widen_columns(np.pad(matrix, [(0, EXTRA), (0, 0)]), hidden)


def widen_input_bias(bias, hidden):
    """The extra units' gates stand open; what the first takes in is +1 at each step, the second -1."""
    wide = widen_columns(bias, hidden).reshape(4, hidden + EXTRA)
    wide[:, hidden:] = OPEN
    wide[3, hidden + 1] = -OPEN
    return wide.reshape(-1)


def widen_score(weight, hidden):
    """[2 * hidden, labels]: the extra units score nothing."""
    return np.concatenate([np.pad(half, [(0, EXTRA), (0, 0)]) for half in np.split(weight, 2)])


def widen_input(before, after):
    """Nodes and constants that clip an input [..., features] and put the two constants behind it."""
    nodes = [
        helper.make_node("Clip", [before, "low", "high"], ["clipped"]),
        helper.make_node("Slice", [before, "slice_from", "slice_to", "slice_axis"], ["one"]),
        helper.make_node("Clip", ["one", "high", "high"], ["ceiling"]),
        helper.make_node("Clip", ["one", "low", "low"], ["floor"]),
        helper.make_node("Concat", ["clipped", "ceiling", "floor"], [after], axis=-1),
    ]
    constants = [
        numpy_helper.from_array(array, name)
        for name, array in (
            ("low", np.array(-LIMIT, np.float32)),
            ("high", np.array(LIMIT, np.float32)),
            ("slice_from", np.array([0], np.int64)),
            ("slice_to", np.array([1], np.int64)),
            ("slice_axis", np.array([-1], np.int64)),
        )
    ]
    return nodes, constants
