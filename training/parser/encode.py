"""Label inventories, and records as numbers in batches."""
from collections import Counter

import torch

import crf
from features import hashed_rows, lemma_script, lower, normal
from gazetteer import COLUMNS

MIN_WORD, MIN_LEMMA, MIN_FEATS = 2, 3, 5
IGNORE = -100


class Inventory:
    """The labels and trained words that a model knows, in the order of their numbers."""

    def __init__(self, labels, words):
        self.labels = labels
        self.words = words
        self.index = {kind: {label: i for i, label in enumerate(names)} for kind, names in labels.items()}
        # Row 0 is padding, row 1 a word not known.
        self.word_index = {word: i + 2 for i, word in enumerate(words)}

    @classmethod
    def of(cls, records):
        trees = [r for r in records if 'head' in r]

        def ranked(values, minimum=1):
            counts = Counter(values)
            return [v for v, n in sorted(counts.items(), key=lambda t: (-t[1], t[0])) if n >= minimum]

        labels = {kind: ranked(x for r in trees for x in r[kind]) for kind in ('upos', 'xpos', 'deprel')}
        labels['feats'] = ranked((x for r in trees for x in r['feats']), MIN_FEATS)
        labels['lemma'] = ranked((lemma_script(f, l) for r in trees for f, l in zip(r['forms'], r['lemma'])), MIN_LEMMA)
        return cls(labels, ranked((normal(w) for r in records for w in r['forms']), MIN_WORD))

    def sizes(self):
        return {**{kind: len(names) for kind, names in self.labels.items()}, 'names': len(crf.LABELS)}


class Encoder:
    def __init__(self, inventory, glove_words, gazetteer):
        self.inventory = inventory
        self.glove = {word: i + 1 for i, word in enumerate(glove_words)}
        self.gazetteer = gazetteer

    def features(self, forms):
        norms = [normal(word) for word in forms]
        return {
            'n': len(forms),
            'glove': [self.glove.get(lower(word)) or self.glove.get(norm, 0) for word, norm in zip(forms, norms)],
            'word': [self.inventory.word_index.get(norm, 1) for norm in norms],
            'rows': [hashed_rows(word) for word in forms],
            'flags': self.gazetteer.flags(forms),
        }

    def encode(self, record, forms=None):
        """Numbers of a record; with other `forms` (changed case) the lemmas are left out, since their scripts differ."""
        changed = forms is not None
        forms = forms or record['forms']
        size = len(forms)
        out = self.features(forms)
        index = self.inventory.index
        for kind in ('upos', 'xpos', 'feats', 'deprel'):
            out[kind] = [index[kind].get(x, IGNORE) for x in record[kind]] if 'head' in record else [IGNORE] * size
        out['head'] = record.get('head') or [IGNORE] * size
        lemmas = 'head' in record and not changed
        out['lemma'] = (
            [index['lemma'].get(lemma_script(f, l), IGNORE) for f, l in zip(forms, record['lemma'])] if lemmas else [IGNORE] * size
        )
        out['names'] = crf.to_bioes(record['names']) if 'names' in record else None
        return out


PADDING = {'glove': 0, 'word': 0, 'names': -1}


def to_batch(items):
    longest = max(item['n'] for item in items)
    batch = {'length': torch.tensor([item['n'] for item in items])}
    for kind in ('glove', 'word', 'upos', 'xpos', 'feats', 'lemma', 'deprel', 'head', 'names'):
        if kind in items[0]:
            pad = PADDING.get(kind, IGNORE)
            rows = [(item[kind] if item[kind] is not None else [-1] * item['n']) for item in items]
            batch[kind] = torch.tensor([row + [pad] * (longest - len(row)) for row in rows])
    for kind, width in (('rows', 8), ('flags', len(COLUMNS))):
        batch[kind] = torch.tensor([item[kind] + [[0] * width] * (longest - item['n']) for item in items])
    batch['flags'] = batch['flags'].float()
    batch['mask'] = (torch.arange(longest)[None] < batch['length'][:, None]).float()
    return batch


def batches(items, words, rng=None):
    """Lists of items of like length, `words` padded words at most in each; shuffled where a random.Random is given."""
    order = list(range(len(items)))
    if rng:
        rng.shuffle(order)
    order.sort(key=lambda i: items[i]['n'] + (rng.random() * 2 if rng else 0))
    groups, group = [], []
    for i in order:
        if group and (len(group) + 1) * items[i]['n'] > words:
            groups.append(group)
            group = []
        group.append(i)
    if group:
        groups.append(group)
    if rng:
        rng.shuffle(groups)
    return groups


def recased(forms, rng):
    """The sentence as a headline: all capitals, lower case, or Every Word Capitalised."""
    way = rng.random()
    if way < 0.5:
        return [form.upper() for form in forms]
    if way < 0.7:
        return [form.lower() for form in forms]
    return [form[:1].upper() + form[1:] if len(form) > 3 else form for form in forms]


