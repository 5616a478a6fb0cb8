"""Writes what ships: model.onnx (int8), embeddings.bin, model.json, glove.txt and gazetteer.json.

The runtime looks word vectors up itself and runs only encoder, heads and argmax in ONNX.
"""
import argparse
import json
import os
import shutil

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import crf
import data
import vectors
from encode import Encoder, Inventory, batches, to_batch
from gazetteer import PHRASES, SINGLE, Gazetteer
from model import ARC_SIZE, HASH_SCALE, HIDDEN, LAYERS, RELATION_SIZE, TAGGERS
from quantise import quantise_graph
from sentinels import widen, widen_input
from train import network

OPSET = 14
# Training sentences that set how the views for arcs and relations are rounded.
CALIBRATION = 2000
INPUTS = ('x', 'mask', 'length')
OUTPUTS = ('upos', 'xpos', 'feats', 'lemma', 'head', 'deprel', 'names', 'arcs')


class Exported(nn.Module):
    """The parser without dropout and packing: ONNX's LSTM gets the lengths itself (see quantise.py)."""

    def __init__(self, parser):
        super().__init__()
        self.parser = parser

    def forward(self, x, mask, length):
        parser = self.parser
        x = widen_input(x).transpose(0, 1)
        for layer in parser.lstm:
            layer.batch_first = False
            x, _ = layer(x)
        # The sum keeps `length` an input of the graph until the LSTM nodes are given it.
        hidden = x.transpose(0, 1) + 0.0 * length.float().view(-1, 1, 1)
        tags = parser.tag_scores(hidden)
        arcs, word, head = parser.arcs(hidden, mask)
        heads = arcs.argmax(-1)
        best = [tags[kind].argmax(-1).int() for kind in TAGGERS]
        relations = parser.relations(word, head, heads).argmax(-1).int()
        names = parser.name_out(F.leaky_relu(parser.name_hidden(hidden), 0.1))
        return (*best, heads.int(), relations, names, arcs)


def export_graph(parser, input_size, path):
    mask = torch.ones(3, 9)
    mask[1, 6:] = 0
    axes = {'x': {0: 'batch', 1: 'word'}, 'mask': {0: 'batch', 1: 'word'}, 'length': {0: 'batch'}}
    axes.update({name: {0: 'batch', 1: 'word'} for name in OUTPUTS})
    axes['arcs'] = {0: 'batch', 1: 'word', 2: 'head'}
    torch.onnx.export(
        Exported(parser).eval(), (torch.randn(3, 9, input_size), mask, torch.tensor([9, 6, 9])), path,
        input_names=list(INPUTS), output_names=list(OUTPUTS), opset_version=OPSET, do_constant_folding=True, dynamic_axes=axes)


def rows_to_int8(table):
    scale = np.abs(table).max(1, keepdims=True) / 127
    scale[scale == 0] = 1
    return np.round(table / scale).astype(np.int8), scale[:, 0].astype(np.float32)


def pack_nibbles(integers):
    """Two numbers of -7..7 to a byte, the first in the low half, each plus 8."""
    shifted = (integers.astype(np.int16) + 8).astype(np.uint8)
    return shifted[:, 0::2] | (shifted[:, 1::2] << 4)


class Blob:
    """Tables of rows one after another in a file, each followed by its scales; remembers where they stand."""

    def __init__(self):
        self.bytes = b''
        self.tables = {}

    def add(self, name, integers, scales, bits, size):
        at = self._align()
        self.bytes += integers.tobytes()
        scales_at = self._align()
        self.bytes += scales.astype(np.float32).tobytes()
        self.tables[name] = {'rows': len(scales), 'size': size, 'bits': bits, 'at': at, 'scalesAt': scales_at}

    def _align(self):
        self.bytes += b'\0' * (-len(self.bytes) % 4)
        return len(self.bytes)


@torch.no_grad()
def activation_ranges(folder, embedder, parser, encoder):
    """(lowest, highest) input of the large products by the node's name; those not named read LSTM states, in -1..1.

    The views of words for arcs and relations are measured on training text; what lies beyond is clipped at run time.
    """
    embedder.eval()
    sentences = [s for s in data.treebanks(folder) if len(s['forms']) > 5][:CALIBRATION]
    items = [encoder.features(s['forms']) for s in sentences]
    views = {'/MatMul': (parser.arc, ARC_SIZE), '/rel_pair/MatMul': (parser.relation, RELATION_SIZE)}
    ranges = {name: (0.0, 0.0) for name in views}
    for group in batches(items, 3000):
        batch = to_batch([items[i] for i in group])
        hidden = parser.encode(embedder(batch), batch['length'])
        for name, (layer, size) in views.items():
            view = F.leaky_relu(layer(hidden), 0.1)[..., :size]
            low, high = ranges[name]
            ranges[name] = (min(low, float(view.min())), max(high, float(view.max())))
    # The learned root stands before the states.
    widest = max(1.0, float(parser.root.abs().max()))
    return {**ranges, '/arc/MatMul': (-widest, widest), '/relation/MatMul': (-widest, widest)}


def irregular_verbs():
    """Past forms to base, from lists/irregular-verbs.txt: edit scripts are too few for the rarer of them."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'lists/irregular-verbs.txt')
    with open(path, encoding='utf8') as file:
        verbs = [line.split() for line in file if line.strip() and line[0] != '#']
    return {form: base for base, *forms in verbs for form in forms}


def main():
    options = argparse.ArgumentParser()
    options.add_argument('--data', required=True)
    options.add_argument('--model', required=True, help='folder with model.pt')
    options.add_argument('--out', required=True)
    given = options.parse_args()
    os.makedirs(given.out, exist_ok=True)
    saved = torch.load(os.path.join(given.model, 'model.pt'))
    words, integers, scales = vectors.load(given.data, saved['glove_rows'])
    lists = os.path.join(given.data, 'gazetteer.json')
    encoder = Encoder(Inventory(saved['labels'], saved['words']), words, Gazetteer(lists))
    embedder, parser = network(encoder, integers, scales)
    embedder.load_state_dict(saved['embedder'])
    parser.load_state_dict(saved['parser'])
    parser.eval()

    blob = Blob()
    blob.add('glove', pack_nibbles(integers), scales, 4, integers.shape[1])
    for name, table in (('words', embedder.words), ('suffixes', embedder.suffixes), ('prefixes', embedder.prefixes)):
        weights = table.weight.detach().numpy()
        blob.add(name, *rows_to_int8(weights), 8, weights.shape[1])
    with open(os.path.join(given.out, 'embeddings.bin'), 'wb') as file:
        file.write(blob.bytes)
    with open(os.path.join(given.out, 'glove.txt'), 'w', encoding='utf8') as file:
        file.write('\n'.join(words))
    shutil.copy(lists, os.path.join(given.out, 'gazetteer.json'))
    transitions = parser.name_transitions().detach().numpy().clip(crf.NEVER)
    with open(os.path.join(given.out, 'model.json'), 'w', encoding='utf8') as file:
        json.dump({
            'inputSize': embedder.size, 'phraseLists': PHRASES, 'wordLists': SINGLE, 'hashScale': HASH_SCALE, 'tables': blob.tables,
            'labels': {**encoder.inventory.labels, 'names': crf.LABELS},
            'transitions': [[round(float(x), 4) for x in row] for row in transitions],
            'irregular': irregular_verbs(),
            'words': encoder.inventory.words,
        }, file, ensure_ascii=False, separators=(',', ':'))
    full = os.path.join(given.model, 'full.onnx')
    ranges = activation_ranges(given.data, embedder, parser, encoder)
    export_graph(widen(parser, HIDDEN, embedder.size), embedder.size, full)
    quantise_graph(full, os.path.join(given.out, 'model.onnx'), LAYERS, ranges)
    for name in sorted(os.listdir(given.out)):
        print(f'{name}: {os.path.getsize(os.path.join(given.out, name)) / 1e6:.2f} MB')


if __name__ == '__main__':
    main()
