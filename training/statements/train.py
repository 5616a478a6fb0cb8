"""Trains the statement tagger; keeps the averaged weights that do best on the held-out part of the training documents.

usage: OMP_NUM_THREADS=1 python3 train.py --data FOLDER --out FILE.pt
"""
import argparse
import copy
import random
import time
from collections import Counter

import numpy as np
import torch
import torch.nn as nn

from data import Corpus, batches, spans_of
from model import ROLES, Tagger

ROWS = 32768 + 8192


def evaluate(model, corpus, windows):
    """Exact F1 of the spans of each role, in per cent."""
    model.eval()
    right, found, gold = Counter(), Counter(), Counter()
    for part in batches(windows, 4000, False):
        vectors, rows, labels, lengths = corpus.batch(part)
        with torch.no_grad():
            paths = model.decode(model(vectors, rows, lengths), lengths)
        for b, path in enumerate(paths):
            mine, theirs = spans_of(path), spans_of(labels[b, : len(path)].tolist())
            for counter, spans in ((found, mine), (gold, theirs), (right, mine & theirs)):
                counter.update(role for role, _, _ in spans)
    return {name: 200 * right[i] / max(1, found[i] + gold[i]) for i, name in enumerate(ROLES, 1)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--test", help="a second folder, reported at the end and never chosen by")
    parser.add_argument("--out", required=True)
    parser.add_argument("--init", help="weights to start from, as an earlier run wrote them")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--batch", type=int, default=1600)
    parser.add_argument("--width", type=int, default=64)
    parser.add_argument("--hidden", type=int, default=160)
    parser.add_argument("--layers", type=int, default=2)
    parser.add_argument("--dropout", type=float, default=0.45)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(1)
    random.seed(args.seed)
    np.random.seed(args.seed)
    torch.manual_seed(args.seed)

    corpus = Corpus(args.data)
    train = [w for w in corpus.windows if not w["heldOut"]]
    held = [w for w in corpus.windows if w["heldOut"]]
    shape = {"width": args.width, "hidden": args.hidden, "layers": args.layers}
    model = Tagger(ROWS, dropout=args.dropout, **shape)
    if args.init:
        model.load_state_dict(torch.load(args.init)["weights"])
    average = copy.deepcopy(model)
    optimiser = torch.optim.Adam(model.parameters(), lr=args.rate, betas=(0.9, 0.95))
    print(f"{len(train)} windows to learn from, {len(held)} held out, {vars(args)}", flush=True)

    begin, step, best = time.time(), 0, -1.0
    steps = args.epochs * len(batches(train, args.batch, False))
    for epoch in range(args.epochs):
        total, done = 0.0, 0
        for part in batches(train, args.batch, True):
            for group in optimiser.param_groups:
                group["lr"] = args.rate * min(1, (step + 1) / 200) * max(0.02, 1 - step / steps)
            inputs, rows, labels, lengths = corpus.batch(part)
            optimiser.zero_grad()
            loss = model.loss(model(inputs, rows, lengths), labels, lengths)
            (loss / 40).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimiser.step()
            step += 1
            total, done = total + float(loss), done + int(lengths.sum())
            keep = min(0.998, step / (step + 100))
            with torch.no_grad():
                for mean, now in zip(average.parameters(), model.parameters()):
                    mean.mul_(keep).add_(now, alpha=1 - keep)
        model.train()
        f1 = evaluate(average, corpus, held)
        mean = sum(f1.values()) / 3
        print(
            f"{time.time() - begin:.0f}s epoch {epoch} step {step} loss {total / max(1, done):.4f} held out "
            + " ".join(f"{name} {value:.1f}" for name, value in f1.items())
            + f" mean {mean:.2f}",
            flush=True,
        )
        if mean > best:
            best = mean
            torch.save({"weights": average.state_dict(), "shape": shape, "args": vars(args)}, args.out)
    if args.test:
        model.load_state_dict(torch.load(args.out)["weights"])
        test = Corpus(args.test)
        print("test", evaluate(model, test, test.windows))


if __name__ == "__main__":
    main()
