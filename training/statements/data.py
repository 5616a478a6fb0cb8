"""Reads what prepare.mjs wrote and makes batches of windows of like length."""
import json
import os
import random

import numpy as np
import torch

from model import VECTOR

FEATURES = 26


class Corpus:
    def __init__(self, folder):
        read = lambda name, kind: np.fromfile(os.path.join(folder, name), kind)
        self.windows = json.load(open(os.path.join(folder, "windows.json")))
        self.rows = torch.from_numpy(read("rows.i32", np.int32).reshape(-1, FEATURES))
        self.labels = torch.from_numpy(read("labels.u8", np.uint8))
        self.forms = torch.from_numpy(read("forms.i32", np.int32)).long()
        self.vectors = torch.from_numpy(read("vectors.f32", np.float32).reshape(-1, VECTOR))

    def batch(self, windows):
        n = max(w["words"] for w in windows)
        rows = torch.zeros(len(windows), n, FEATURES, dtype=torch.long)
        labels = torch.zeros(len(windows), n, dtype=torch.long)
        vectors = torch.zeros(len(windows), n, VECTOR)
        for b, w in enumerate(windows):
            at = slice(w["start"], w["start"] + w["words"])
            rows[b, : w["words"]] = self.rows[at].long()
            labels[b, : w["words"]] = self.labels[at].long()
            vectors[b, : w["words"]] = self.vectors[self.forms[at]]
        return vectors, rows, labels, torch.tensor([w["words"] for w in windows])


def batches(windows, words, shuffle):
    """Lists of windows of like length with about `words` words each."""
    order = list(windows)
    if shuffle:
        random.shuffle(order)
        order.sort(key=lambda w: w["words"] + 6 * random.random())
    else:
        order.sort(key=lambda w: w["words"])
    found, current = [], []
    for window in order:
        if current and (len(current) + 1) * window["words"] > words:
            found.append(current)
            current = []
        current.append(window)
    found.append(current)
    if shuffle:
        random.shuffle(found)
    return found


def spans_of(labels):
    """(role, start, end) of a label sequence."""
    found, start = set(), None
    for i, label in enumerate(list(labels) + [0]):
        if start is not None and (label == 0 or label % 2 == 1 or (label + 1) // 2 != start[0]):
            found.add((start[0], start[1], i))
            start = None
        if label and start is None:
            start = ((label + 1) // 2, i)
    return found
