"""Trains the parser for a given number of minutes and saves model.pt. See ../README.md for the data and the settings."""
import argparse
import os
import random
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import crf
import data
import evaluate
import vectors
from encode import IGNORE, Encoder, Inventory, batches, recased, to_batch
from gazetteer import Gazetteer
from model import TAGGERS, Embedder, Parser

BATCH_WORDS = 1200
RATE, WARM_UP, CLIP = 2e-3, 200, 5.0
LEMMA_WEIGHT, FEATS_WEIGHT = 0.5, 0.5
# Chance that a sentence stands with changed case this epoch; sentences that have names more often.
RECASED, RECASED_NAMES = 0.04, 0.10
# Part of each names-only corpus used in an epoch: noisy or far from news is used less.
SHARE = {'crossner': 0.5, 'wnut17': 0.3, 'btc': 0.3}


def build(folder, glove_rows, log, inventory=None):
    records = data.treebanks(folder) + data.names_corpora(folder)
    sources = {}
    for record in records:
        count = sources.setdefault(record['source'], [0, 0])
        count[0] += 1
        count[1] += len(record['forms'])
    for source, (sentences, words) in sources.items():
        log(f'{source}: {sentences} sentences, {words} words')
    words, integers, scales = vectors.load(folder, glove_rows)
    encoder = Encoder(inventory or Inventory.of(records), words, Gazetteer(os.path.join(folder, 'gazetteer.json')))
    return records, encoder, integers, scales


def network(encoder, integers, scales):
    glove = torch.tensor(np.concatenate([np.zeros((1, integers.shape[1]), np.float32), integers * scales[:, None]]))
    embedder = Embedder(glove, len(encoder.inventory.words) + 2)
    return embedder, Parser(embedder.size, encoder.inventory.sizes(), crf.allowed_matrix())


def loss_of(embedder, parser, batch):
    hidden = parser.encode(embedder(batch), batch['length'])

    def entropy(scores, gold):
        return F.cross_entropy(scores.reshape(-1, scores.shape[-1]), gold.reshape(-1), ignore_index=IGNORE)

    parts = []
    if (batch['head'] != IGNORE).any():
        tags = parser.tag_scores(hidden)
        weights = {'lemma': LEMMA_WEIGHT, 'feats': FEATS_WEIGHT}
        for kind in TAGGERS:
            if (batch[kind] != IGNORE).any():
                parts.append(weights.get(kind, 1.0) * entropy(tags[kind], batch[kind]))
        arcs, word, head = parser.arcs(hidden, batch['mask'])
        parts.append(entropy(arcs, batch['head']))
        parts.append(entropy(parser.relations(word, head, batch['head'].clamp(min=0)), batch['deprel']))
    rows = ((batch['names'] >= 0) & (batch['mask'] > 0)).any(1)
    if rows.any():
        scores = parser.name_scores(hidden[rows])
        lengths = batch['length'][rows]
        longest = int(lengths.max())
        parts.append(crf.loss(scores[:, :longest], parser.name_transitions(), lengths, batch['names'][rows][:, :longest]))
    return sum(parts)


def epoch_items(records, items, encoder, rng):
    """The sentences of one epoch: a share of the names-only corpora, and some sentences in other case."""
    chosen = []
    for record, item in zip(records, items):
        if rng.random() >= SHARE.get(record['source'], 1):
            continue
        if rng.random() < (RECASED_NAMES if 'names' in record else RECASED):
            item = encoder.encode(record, recased(record['forms'], rng))
        chosen.append(item)
    return chosen


def main():
    options = argparse.ArgumentParser()
    options.add_argument('--data', required=True)
    options.add_argument('--measure', help='folder of the measuring sets (trees/, names/ with docs.jsonl and gold.jsonl)')
    options.add_argument('--out', required=True)
    options.add_argument('--minutes', type=float, default=40)
    options.add_argument('--steps', type=int, default=0, help='stop after so many steps instead of minutes')
    options.add_argument('--seed', type=int, default=1)
    options.add_argument('--rate', type=float, default=RATE, help='highest learning rate')
    options.add_argument('--start', default='', help='folder of an earlier model.pt to go on from')
    options.add_argument('--glove-rows', type=int, default=160000)
    given = options.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(given.seed)
    rng = random.Random(given.seed)
    os.makedirs(given.out, exist_ok=True)
    log_file = open(os.path.join(given.out, 'training.log'), 'w', encoding='utf8')

    def log(text):
        print(text, flush=True)
        print(text, file=log_file, flush=True)

    # A run that goes on from an earlier one keeps its words and labels.
    saved = torch.load(os.path.join(given.start, 'model.pt')) if given.start else None
    inventory = Inventory(saved['labels'], saved['words']) if saved else None
    records, encoder, integers, scales = build(given.data, given.glove_rows, log, inventory)
    embedder, parser = network(encoder, integers, scales)
    if saved:
        embedder.load_state_dict(saved['embedder'])
        parser.load_state_dict(saved['parser'])
    log('labels: ' + ', '.join(f'{kind} {size}' for kind, size in encoder.inventory.sizes().items()))
    log(f'trained words {len(encoder.inventory.words)}, glove words {len(integers)}, seed {given.seed}')
    parameters = list(embedder.parameters()) + list(parser.parameters())
    log(f'parameters {sum(p.numel() for p in parameters)}')
    optimiser = torch.optim.Adam(parameters, lr=RATE, betas=(0.9, 0.95))
    items = [encoder.encode(record) for record in records]
    started, step, epoch, total = time.time(), 0, 0, 0.0
    done, next_check = 0.0, 0.4
    while done < 1:
        epoch_set = epoch_items(records, items, encoder, rng)
        for group in batches(epoch_set, BATCH_WORDS, rng):
            done = step / given.steps if given.steps else (time.time() - started) / (given.minutes * 60)
            if done >= 1:
                break
            for part in optimiser.param_groups:
                part['lr'] = given.rate * min(1, (step + 1) / WARM_UP) * (1 - done)
            optimiser.zero_grad()
            loss = loss_of(embedder, parser, to_batch([epoch_set[i] for i in group]))
            loss.backward()
            nn.utils.clip_grad_norm_(parameters, CLIP)
            optimiser.step()
            step += 1
            total += float(loss.detach())
            if step % 200 == 0:
                log(f'{time.time() - started:.0f} s, epoch {epoch}, step {step}, loss {total / 200:.3f}')
                total = 0.0
            if given.measure and done > next_check:
                next_check += 0.3
                evaluate.report(embedder, parser, encoder, given.measure, CHECKS, log)
        epoch += 1
    log(f'trained {time.time() - started:.0f} s, {epoch} epochs, {step} steps')
    torch.save({
        'embedder': embedder.state_dict(), 'parser': parser.state_dict(), 'labels': encoder.inventory.labels,
        'words': encoder.inventory.words, 'glove_rows': given.glove_rows,
    }, os.path.join(given.out, 'model.pt'))
    if given.measure:
        evaluate.report(embedder, parser, encoder, given.measure, None, log)


CHECKS = {'ewt-dev', 'uner-ewt-dev', 'crossner-politics-dev', 'conll2003-dev'}


if __name__ == '__main__':
    main()
