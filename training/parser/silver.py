"""Gives EWT's training sentences names from a trained model: they have gold tags and trees, but no open name labels.

The gold tags say which words may be names at all, the model says of which type, and a document's other mentions settle the
doubtful ones. What stays doubtful is left open (the CRF learns nothing from it). Output: records as JSON lines for
`train.py --extra`, in place of the same sentences without names.
"""
import argparse
import json
import os
from collections import Counter, defaultdict

import numpy as np
import torch

import crf
import data
import vectors
from encode import Encoder, Inventory, batches, to_batch
from gazetteer import PHRASES, Gazetteer
from train import network

# How much a gold proper noun speaks for a name, and how sure a name (or its absence) must be to count.
PROPER_BONUS = 1.0
SURE_NAME, SURE_NONE = 0.6, 0.35
# A list's voice in the type of a name, in mentions.
LIST_VOTES = 2
# The least chance that a listed name is one.
LISTED = 0.85
LINKS = {'of', 'the', 'and', '&', '-', 'for', 'de', 'von', 'van', 'al', "'s", 'la', 'bin', ','}


def load(folder, model_folder):
    saved = torch.load(os.path.join(model_folder, 'model.pt'))
    words, integers, scales = vectors.load(folder, saved['glove_rows'])
    encoder = Encoder(Inventory(saved['labels'], saved['words']), words, Gazetteer(os.path.join(folder, 'gazetteer.json')))
    embedder, parser = network(encoder, integers, scales)
    embedder.load_state_dict(saved['embedder'])
    parser.load_state_dict(saved['parser'])
    return embedder.eval(), parser.eval(), encoder


def constrain(scores, sentence):
    """Only proper nouns and small words between them may be in names; small words do not begin or end one."""
    scores = scores.copy()
    proper = [tag in ('NNP', 'NNPS') for tag in sentence['xpos']]
    low = [form.lower() for form in sentence['forms']]
    for at in range(len(proper)):
        if proper[at]:
            scores[at, 1:] += PROPER_BONUS
            continue
        between = low[at] in LINKS and any(proper[max(0, at - 2):at]) and any(proper[at + 1:at + 3])
        # An ordinary word inside a name stands between two proper nouns ("Bank of England").
        for label in range(1, len(crf.LABELS)):
            if not between or crf.LABELS[label][0] != 'I':
                scores[at, label] = crf.NEVER
    return scores


@torch.no_grad()
def scored(embedder, parser, encoder, sentences):
    items = [encoder.features(s['forms']) for s in sentences]
    out = [None] * len(items)
    for group in batches(items, 3000):
        batch = to_batch([items[i] for i in group])
        names = parser.name_scores(parser.encode(embedder(batch), batch['length'])).numpy()
        for row, i in enumerate(group):
            out[i] = names[row, :items[i]['n']]
    return out


def candidates(scores, transitions, sentence):
    """Spans of the best labelling with the probability of each type, and the chance of a name at each word."""
    limited = constrain(scores, sentence)
    chances = crf.marginals(limited, transitions)
    found = []
    for start, end, _ in crf.spans(crf.decode(limited, transitions)):
        inside = chances[start:end].mean(0)
        types = {kind: float(sum(inside[k] for k, label in enumerate(crf.LABELS) if label.endswith(kind))) for kind in crf.TYPES}
        found.append((start, end, types))
    return found, 1 - chances[:, 0]


def settle(document, lists):
    """One type for a form throughout a document. A listed name votes for its type; a single word that ends a person's longer
    name there is that person."""
    votes, persons = defaultdict(Counter), Counter()
    for sentence, (found, _) in document:
        for start, end, types in found:
            votes[surface(sentence, start, end)].update(types)
            if end - start > 1:
                persons[sentence['forms'][end - 1].lower()] += types['PER']
    decided = {}
    for form, types in votes.items():
        if ' ' not in form and persons[form] > 0.8:
            types = types + Counter({'PER': persons[form]})
        types.update({lists[form]: LIST_VOTES} if form in lists else {})
        decided[form] = {kind: value / sum(types.values()) for kind, value in types.items()}
    return decided


def surface(sentence, start, end):
    return ' '.join(sentence['forms'][start:end]).lower()


def label(sentence, found, chance, decided, lists):
    names = ['O' if value < SURE_NONE else None for value in chance]
    for start, end, own in found:
        form = surface(sentence, start, end)
        # "Americans", "Muslims": peoples and believers are no names in Universal NER.
        if end - start == 1 and sentence['xpos'][start] == 'NNPS' and form not in lists:
            names[start] = 'O'
            continue
        types = decided[form]
        both = {kind: (own[kind] + 2 * types.get(kind, 0)) / (sum(own.values()) + 2) for kind in crf.TYPES}
        best = max(both, key=both.get)
        is_name = max(float(np.mean(chance[start:end])), LISTED if form in lists else 0)
        sure = both[best] * is_name >= SURE_NAME
        for k in range(start, end):
            names[k] = (('B-' if k == start else 'I-') + best) if sure else None
    return names


def main():
    options = argparse.ArgumentParser()
    options.add_argument('--data', required=True)
    options.add_argument('--model', required=True)
    options.add_argument('--out', required=True)
    given = options.parse_args()
    torch.set_num_threads(1)
    embedder, parser, encoder = load(given.data, given.model)
    transitions = parser.name_transitions().detach().numpy()
    organisations, *places = (encoder.gazetteer.phrases[PHRASES.index(kind)] for kind in ('organisation', 'country', 'place'))
    lists = {**{form: 'LOC' for names in places for form in names}, **{form: 'ORG' for form in organisations}}
    sentences = [s for s in data.treebanks(given.data) if s['source'] == 'ewt']
    documents = defaultdict(list)
    for sentence, scores in zip(sentences, scored(embedder, parser, encoder, sentences)):
        documents[sentence['doc']].append((sentence, candidates(scores, transitions, sentence)))
    counts = Counter()
    with open(given.out, 'w', encoding='utf8') as file:
        for document in documents.values():
            decided = settle(document, lists)
            for sentence, (found, chance) in document:
                names = label(sentence, found, chance, decided, lists)
                counts.update(name if name is None or name == 'O' else name[2:] for name in names if not name or name[0] != 'I')
                file.write(json.dumps(dict(sentence, names=names, source='ewt'), ensure_ascii=False) + '\n')
    print(dict(counts))


if __name__ == '__main__':
    main()
