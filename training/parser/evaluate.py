"""Scores on given words: tags, lemmas, trees and names. The shipped weights are scored from raw text by the project itself."""
import json
import os
import re
import time
from collections import Counter

import torch

import crf
from encode import batches, to_batch
from features import apply_script

TREE_KEYS = ('lemma', 'upos', 'xpos', 'head', 'deprel')


def tree_sets(folder):
    """Sentences of the measuring parts by sub-set (ewt-dev, ewt-test ...), with words cut out of the text."""
    texts = {}
    with open(os.path.join(folder, 'trees/docs.jsonl'), encoding='utf8') as file:
        for line in file:
            doc = json.loads(line)
            texts[doc['id']] = doc['text']
    sets = {}
    with open(os.path.join(folder, 'trees/gold.jsonl'), encoding='utf8') as file:
        for line in file:
            gold = json.loads(line)
            text = Utf16(texts[gold['id']])
            for sentence in gold['sentences']:
                words = sentence['words']
                record = {key: [word[key] for word in words] for key in TREE_KEYS}
                record['spans'] = [word['span'] for word in words]
                record['forms'] = [text.cut(*word['span']) for word in words]
                for name in {gold['subset'], gold['subset'] + (':news' if '_news_' in gold['id'] else '')}:
                    sets.setdefault(name, []).append(record)
    return sets


class Utf16:
    """Cuts a text at UTF-16 offsets."""

    def __init__(self, text):
        self.units = text.encode('utf-16-le', 'surrogatepass')

    def cut(self, start, end):
        return self.units[2 * start:2 * end].decode('utf-16-le', 'surrogatepass')


def name_sets(folder):
    """Sentences (one a paragraph, words by a simple pattern) and gold names by sub-set."""
    docs = {}
    with open(os.path.join(folder, 'names/docs.jsonl'), encoding='utf8') as file:
        for line in file:
            doc = json.loads(line)
            docs[doc['id']] = doc['text']
    sets = {}
    with open(os.path.join(folder, 'names/gold.jsonl'), encoding='utf8') as file:
        for line in file:
            gold = json.loads(line)
            text = docs[gold['id']]
            wide = any(ord(char) > 0xFFFF for char in text)
            units = [0]
            for char in text:
                units.append(units[-1] + (2 if wide and ord(char) > 0xFFFF else 1))
            sentences = []
            for paragraph in re.finditer(r'[^\n]+', text):
                found = list(re.finditer(WORD, paragraph.group()))
                if found:
                    base = paragraph.start()
                    sentences.append({
                        'forms': [m.group() for m in found],
                        'spans': [(units[base + m.start()], units[base + m.end()]) for m in found],
                    })
            sets.setdefault(gold['subset'], []).append((sentences, gold))
    return sets


WORD = r"(?:[A-Z]\.)+|(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Jr|Sr|Inc|Corp|Ltd|Co|No|vs)\.|\d[\d.,]*\d|\w+(?=n't)|n't|\w+|'\w+|\.\.\.|[^\w\s]"


@torch.no_grad()
def predict(embedder, parser, encoder, sentences, trees=True):
    """Best labels for each sentence, as lists of strings and heads (no tree repair), and name spans by word."""
    embedder.eval()
    parser.eval()
    items = [encoder.features(s['forms']) for s in sentences]
    out = [None] * len(items)
    labels = encoder.inventory.labels
    transitions = parser.name_transitions().numpy()
    for group in batches(items, 3000):
        batch = to_batch([items[i] for i in group])
        hidden = parser.encode(embedder(batch), batch['length'])
        names = parser.name_scores(hidden).numpy()
        if trees:
            tags = {kind: scores.argmax(-1).tolist() for kind, scores in parser.tag_scores(hidden).items()}
            arcs, word, head = parser.arcs(hidden, batch['mask'])
            heads = arcs.argmax(-1)
            relations = parser.relations(word, head, heads).argmax(-1).tolist()
            heads = heads.tolist()
        for row, i in enumerate(group):
            n = items[i]['n']
            out[i] = {'names': crf.spans(crf.decode(names[row, :n], transitions))}
            if trees:
                out[i].update({kind: [labels[kind][x] for x in tags[kind][row][:n]] for kind in tags})
                out[i]['head'] = heads[row][:n]
                out[i]['deprel'] = [labels['deprel'][x] for x in relations[row][:n]]
    embedder.train()
    parser.train()
    return out


def score_trees(sentences, predictions):
    counts = Counter()
    for gold, guess in zip(sentences, predictions):
        for k, form in enumerate(gold['forms']):
            counts['n'] += 1
            for kind in ('upos', 'xpos'):
                counts[kind] += guess[kind][k] == gold[kind][k]
            counts['lemma'] += apply_script(form, guess['lemma'][k]).lower() == gold['lemma'][k].lower()
            attached = guess['head'][k] == gold['head'][k]
            counts['uas'] += attached
            counts['las'] += attached and guess['deprel'][k].split(':')[0] == gold['deprel'][k].split(':')[0]
    return {kind: 100 * counts[kind] / counts['n'] for kind in ('upos', 'xpos', 'lemma', 'uas', 'las')}


def score_names(documents, predict_sentences):
    """Typed span F1; a name predicted within a span to ignore does not count."""
    right = guessed = expected = 0
    sentences = [s for doc, _ in documents for s in doc]
    predictions = iter(predict_sentences(sentences))
    by_type = Counter()
    for doc, gold in documents:
        found = set()
        for sentence in doc:
            for start, end, kind in next(predictions)['names']:
                span = (sentence['spans'][start][0], sentence['spans'][end - 1][1])
                if not any(a <= span[0] and span[1] <= b for a, b in gold['ignore']):
                    found.add((*span, kind))
        wanted = {(*name['span'], name['type']) for name in gold['names']}
        right += len(found & wanted)
        guessed += len(found)
        expected += len(wanted)
    return {'f1': 200 * right / max(1, guessed + expected), 'p': 100 * right / max(1, guessed), 'r': 100 * right / max(1, expected),
            'counts': (right, guessed, expected)}


def report(embedder, parser, encoder, folder, which=None, log=print):
    """Prints all figures; `which` limits the sub-sets."""
    started = time.time()
    for name, sentences in sorted(tree_sets(folder).items()):
        if which and name not in which:
            continue
        scores = score_trees(sentences, predict(embedder, parser, encoder, sentences))
        log(f'  {name}: ' + ' '.join(f'{kind} {value:.2f}' for kind, value in scores.items()))
    total = Counter()
    for name, documents in sorted(name_sets(folder).items()):
        if which and name not in which:
            continue
        scores = score_names(documents, lambda s: predict(embedder, parser, encoder, s, trees=False))
        total.update(dict(zip('rge', scores['counts'])))
        log(f"  names {name}: F1 {scores['f1']:.2f} P {scores['p']:.2f} R {scores['r']:.2f}")
    if total:
        log(f"  names, all of these: F1 {200 * total['r'] / max(1, total['g'] + total['e']):.2f}")
    log(f'  [{time.time() - started:.0f} s]')
