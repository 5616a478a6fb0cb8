"""Makes the int8 network's results independent of what else stands in a batch.

ONNX Runtime's DynamicQuantizeLSTM rounds its input and, at each time step, its state by the range of values over the whole
batch, so that one sentence's numbers would change with its neighbours. Constants that are always at the ends of the range fix
it: two more inputs of +LIMIT and -LIMIT (the rest are clipped to it), and in each direction two more units whose gates are held
open and whose state runs to +1 and -1 as fast as any can. Nothing reads them: their weights to all else are zero.

After t steps those units stand at tanh(t), which bounds every other unit; in single precision that is 1 from nine steps on.
The runtime therefore batches sentences of fewer than ten words by equal length only.
"""
import torch
import torch.nn as nn

LIMIT = 4.0
EXTRA = 2
# A gate's bias at which sigmoid and tanh are 1 in single precision.
OPEN = 20.0


def widen(parser, hidden, input_size):
    """Changes the parser in place: `EXTRA` more inputs and `EXTRA` more units a direction. Gates stand as i, f, g, o."""
    layers = nn.ModuleList()
    for depth, old in enumerate(parser.lstm):
        # Columns of the old input among the new.
        kept = list(range(input_size)) if depth == 0 else both_directions(hidden)
        width = input_size + EXTRA if depth == 0 else 2 * (hidden + EXTRA)
        new = nn.LSTM(width, hidden + EXTRA, batch_first=True, bidirectional=True)
        rows = [gate * (hidden + EXTRA) + unit for gate in range(4) for unit in range(hidden)]
        for suffix in ('', '_reverse'):
            copy_into(new, old, f'weight_ih_l0{suffix}', rows, kept)
            copy_into(new, old, f'weight_hh_l0{suffix}', rows, list(range(hidden)))
            copy_into(new, old, f'bias_ih_l0{suffix}', rows, None)
            copy_into(new, old, f'bias_hh_l0{suffix}', rows, None)
            bias = getattr(new, f'bias_ih_l0{suffix}').data.view(4, hidden + EXTRA)
            bias[:, hidden:] = OPEN
            bias[2, hidden + 1] = -OPEN
        layers.append(new)
    parser.lstm = layers
    for name in ('tags', 'arc', 'relation', 'name_hidden'):
        old = getattr(parser, name)
        new = nn.Linear(2 * (hidden + EXTRA), old.out_features)
        new.weight.data.zero_()
        new.weight.data[:, both_directions(hidden)] = old.weight.data
        new.bias.data.copy_(old.bias.data)
        setattr(parser, name, new)
    root = torch.zeros(2 * (hidden + EXTRA))
    root[both_directions(hidden)] = parser.root.data
    parser.root = nn.Parameter(root)
    return parser


def both_directions(hidden):
    return list(range(hidden)) + list(range(hidden + EXTRA, 2 * hidden + EXTRA))


def copy_into(new, old, name, rows, columns):
    target, source = getattr(new, name).data, getattr(old, name).data
    target.zero_()
    if columns is None:
        target[rows] = source
    else:
        target[torch.tensor(rows)[:, None], torch.tensor(columns)[None]] = source


def widen_input(x):
    """The network's first operation: clips the features and puts the two constants behind them."""
    clipped = x.clamp(-LIMIT, LIMIT)
    high = torch.ones_like(x[..., :1]) * LIMIT
    return torch.cat([clipped, high, -high], -1)
