"""Reads the treebanks and the names corpora into one kind of record.

A record is a dict: forms, and where the corpus gives them upos, xpos, feats, lemma, head, deprel (lists, one entry a word)
and names (list of `O`, `B-PER`, `I-PER` ...; None for a word whose label is not known). `source` says which corpus.
"""
import glob
import json
import os
import re

import labels

# Genres of GUM whose texts may be used commercially and redistributed (LICENSE.txt of github.com/amir-zeldes/gum):
# CC BY, CC BY-SA, public domain. Left out: fiction, whow, essay, letter, podcast (non-commercial), conversation, reddit.
GUM_GENRES = {'news', 'interview', 'bio', 'voyage', 'textbook', 'speech', 'vlog', 'academic', 'court'}
# Court documents from the Santa Barbara Corpus carry its own terms; left out with the conversations.
GUM_SKIP = {'GUM_court_carpet'}


def read_conllu(path):
    """Sentences of a CoNLL-U file with their document's id and the MISC column."""
    doc = sentence = ''
    with open(path, encoding='utf8') as file:
        blocks = file.read().strip().split('\n\n')
    for block in blocks:
        rows = []
        for line in block.split('\n'):
            if line.startswith('# newdoc id'):
                doc = line.split('=', 1)[1].strip()
            elif line.startswith('# sent_id'):
                sentence = line.split('=', 1)[1].strip()
            elif line and line[0] != '#':
                cells = line.split('\t')
                if cells[0].isdigit():
                    rows.append(cells)
        if rows:
            yield {
                'doc': doc,
                'sentence': sentence,
                'forms': [r[1] for r in rows],
                'lemma': [r[2] for r in rows],
                'upos': [r[3] for r in rows],
                'xpos': [r[4] for r in rows],
                'feats': [r[5] for r in rows],
                'head': [int(r[6]) for r in rows],
                'deprel': [r[7] for r in rows],
                'misc': [r[9] for r in rows],
            }


GUM_TYPES = {'person': 'PER', 'place': 'LOC', 'organization': 'ORG'}
# Small words that may stand between the proper nouns of one name.
LINKS = {
    'PER': {'de', 'von', 'van', 'al', '-', 'bin', 'ibn', 'la', 'du'},
    'LOC': {'of', 'the', '-', 'de', 'and', "'s", 'la', 'du'},
    'ORG': {'of', 'the', 'and', '&', '-', 'for', 'de', "'s", 'on', 'in', ','},
}


def gum_spans(misc):
    """The (start, end, fields) spans of GUM's Entity annotation in one sentence; end is the last word's index."""
    spans, open_spans = [], []
    for at, cell in enumerate(misc):
        found = re.search(r'(?:^|\|)Entity=([^|]*)', cell)
        if not found:
            continue
        for piece in re.findall(r'\([^()]+\)?|[^()]+\)', found.group(1)):
            fields = piece.strip('()').split('-')
            if piece.startswith('('):
                if piece.endswith(')'):
                    spans.append((at, at, fields))
                else:
                    open_spans.append((fields[0], at, fields))
                continue
            for k in range(len(open_spans) - 1, -1, -1):
                if open_spans[k][0] == fields[0]:
                    _, start, opened = open_spans.pop(k)
                    spans.append((start, at, opened))
                    break
    return spans


def gum_names(sentence):
    """Names in the UNER sense from GUM's entity spans: the run of proper nouns round a proper-noun head.

    GUM marks whole noun phrases ("General George Washington of Virginia"); a name is the part round the head that is tagged
    as a proper noun, with small words between. The longest spans come first: a name within a longer name keeps the longer
    one's label ("University of Oxford"), and names within events and things ("Google Science Fair") are none.
    """
    names = ['O'] * len(sentence['forms'])
    taken = [False] * len(names)
    proper = [tag.startswith('NNP') for tag in sentence['xpos']]
    low = [form.lower() for form in sentence['forms']]
    for start, end, fields in sorted(gum_spans(sentence['misc']), key=lambda s: s[0] - s[1]):
        heads = [i for i in range(start, end + 1) if not start <= sentence['head'][i] - 1 <= end]
        kind = GUM_TYPES.get(fields[1])
        if not heads or not proper[heads[0]]:
            continue
        first, last = proper_run(low, proper, LINKS.get(kind, set()), start, heads[0], end)
        if any(taken[first:last + 1]):
            continue
        for i in range(first, last + 1):
            taken[i] = True
        people = kind == 'PER' and sentence['xpos'][heads[0]] == 'NNPS'
        if kind and not people and not (first == last and low[first] in TITLES):
            names[first:last + 1] = ['B-' + kind] + ['I-' + kind] * (last - first)
    return strip_titles(names, low)


def proper_run(low, proper, links, start, head, end):
    """The widest run of proper nouns in [start, end] round `head`, with up to two linking words between two of them."""
    first = last = head
    grown = True
    while grown:
        grown = False
        for gap in (0, 1, 2):
            if first - gap - 1 >= start and proper[first - gap - 1] and all(w in links for w in low[first - gap:first]):
                first, grown = first - gap - 1, True
                break
        for gap in (0, 1, 2):
            if last + gap + 1 <= end and proper[last + gap + 1] and all(w in links for w in low[last + 1:last + gap + 1]):
                last, grown = last + gap + 1, True
                break
    return first, last


TITLES = {
    'president', 'minister', 'prime', 'secretary', 'senator', 'sen.', 'rep.', 'mr.', 'mr', 'mrs.', 'mrs', 'ms.', 'ms', 'dr.', 'dr',
    'king', 'queen', 'prince', 'princess', 'pope', 'general', 'gen.', 'colonel', 'col.', 'captain', 'professor', 'prof.', 'judge',
    'governor', 'gov.', 'mayor', 'chancellor', 'sir', 'lord', 'lady', 'ambassador', 'representative', 'congressman', 'officer',
    'ceo', 'chief', 'justice', 'deputy', 'vice', 'premier', 'sheikh', 'ayatollah', 'lieutenant', 'lt.', 'sgt.', 'sergeant', 'major',
}


def strip_titles(names, low):
    """Takes titles off the front of persons' names: UNER leaves them out ("President [Obama]")."""
    at = 0
    while at < len(names):
        if names[at] == 'B-PER' and low[at] in TITLES and at + 1 < len(names) and names[at + 1] == 'I-PER':
            names[at] = 'O'
            names[at + 1] = 'B-PER'
        if names[at] == 'B-PER' and low[at] in TITLES and (at + 1 == len(names) or names[at + 1] != 'I-PER'):
            names[at] = 'O'
        at += 1
    return names


def treebanks(folder):
    """EWT's training part with Universal NER's names, and GUM's training documents of open genres with those of the corpus."""
    records, named = [], labels.ewt_names(folder)
    for sentence in read_conllu(os.path.join(folder, 'trees/train.conllu')):
        sentence.pop('misc')
        names = named.get(sentence['sentence'])
        # One sentence was split since Universal NER was made; what its words are is not known.
        if not names or len(names) != len(sentence['forms']):
            names = [None] * len(sentence['forms'])
        records.append(dict(sentence, names=names, source='ewt'))
    train_docs = {s['doc'] for s in read_conllu(os.path.join(folder, 'trees/train-gum.conllu'))}
    for path in sorted(glob.glob(os.path.join(folder, 'gum/*.conllu'))):
        doc = os.path.basename(path)[:-len('.conllu')]
        if doc not in train_docs or doc.split('_')[1] not in GUM_GENRES or doc in GUM_SKIP:
            continue
        for sentence in read_conllu(path):
            sentence['names'] = gum_names(sentence)
            sentence.pop('misc')
            records.append(dict(sentence, source='gum'))
    return records


def read_columns(path, label_column=-1):
    """Sentences of a CoNLL-like file: words in the first column, IOB1 or IOB2 labels in another."""
    forms, labels = [], []
    with open(path, encoding='utf8') as file:
        for line in list(file) + ['\n']:
            cells = line.split()
            if not cells or cells[0] == '-DOCSTART-':
                if forms:
                    yield forms, labels
                forms, labels = [], []
            elif len(cells) >= 2:
                forms.append(cells[0])
                labels.append(cells[label_column])


def to_names(labels, types, unsure=()):
    """IOB1 or IOB2 labels of a corpus as ours; `types` maps its types, those in `unsure` become unknown (None)."""
    names, previous = [], None
    for label in labels:
        kind = None if label == 'O' else label[2:]
        target = types.get(kind)
        if kind in unsure:
            names.append(None)
        elif target is None:
            names.append('O')
        else:
            names.append(('I-' if label[0] == 'I' and previous == kind else 'B-') + target)
        previous = kind
    return names


def drop_article(names, forms):
    """"the" stands outside a name in UNER."""
    for at in range(len(names) - 1):
        if names[at] and names[at][0] == 'B' and forms[at].lower() == 'the' and names[at + 1] and names[at + 1][0] == 'I':
            names[at + 1] = 'B' + names[at][1:]
            names[at] = 'O'
    return names


def split_hyphens(forms, names):
    """Words at hyphens as the treebanks have them ("Cherche", "-", "Midi"); addresses and tags stay whole."""
    out_forms, out_names = [], []
    for form, name in zip(forms, names):
        whole = not re.fullmatch(r"[\w.'’]+(-[\w.'’]+)+", form) or re.search(r'[\d_]', form)
        pieces = [form] if whole else re.split('(-)', form)
        out_forms += pieces
        inner = 'I' + name[1:] if name and name != 'O' else name
        out_names += [name] + [inner] * (len(pieces) - 1)
    return out_forms, out_names


SIMPLE = {'PER': 'PER', 'ORG': 'ORG', 'LOC': 'LOC'}
CROSSNER = {
    **{t: 'PER' for t in ('person', 'politician', 'researcher', 'scientist', 'musicalartist', 'writer')},
    **{t: 'ORG' for t in ('organisation', 'politicalparty', 'university', 'band')},
    **{t: 'LOC' for t in ('country', 'location')},
}
# Types that may hold names of ours (a magazine is an organisation to some): left open.
CROSSNER_UNSURE = ('magazine', 'academicjournal', 'misc', 'conference')
WNUT = {'person': 'PER', 'location': 'LOC', 'corporation': 'ORG'}
COUNTRY_LIKE = {'u.s.', 'us', 'uk', 'u.k.', 'united states', 'united kingdom', 'eu'}


def names_corpora(folder):
    """Sentences with names only. Each corpus is optional: a missing file gives nothing."""
    records = []

    def add(source, pattern, types, unsure=(), column=-1):
        for path in sorted(glob.glob(os.path.join(folder, 'names', pattern))):
            for forms, labels in read_columns(path, column):
                forms, names = split_hyphens(forms, drop_article(to_names(labels, types, unsure), forms))
                names = [None if '@' in forms[max(0, i - 1):i + 1] else name for i, name in enumerate(names)]
                records.append({'forms': forms, 'names': names, 'source': source})

    add('wikigold', 'wikigold.conll.txt', SIMPLE)
    add('crossner-politics', 'crossner/politics-train.txt', CROSSNER, CROSSNER_UNSURE)
    add('crossner', 'crossner/[!p]*.txt', CROSSNER, CROSSNER_UNSURE)
    add('wnut17', 'wnut17train.conll', WNUT, ('group', 'creative-work', 'product'))
    add('btc', 'btc/*.conll', SIMPLE)
    return records + re3d(folder) + labels.news(folder)


def re3d(folder):
    """re3d's training sentences without the BBC's (non-commercial). It marks pronouns, descriptions and titles as entities
    too: such spans are left unknown, a plain capitalised span is a name."""
    closed = {tuple(forms) for path in glob.glob(os.path.join(folder, 'names/re3d/bbc/*')) for forms, _ in read_columns(path)}
    records = []
    for path in glob.glob(os.path.join(folder, 'names/re3d/train.conll')):
        for forms, labels in read_columns(path):
            if tuple(forms) in closed:
                continue
            names, at = [], 0
            while at < len(forms):
                end = at + 1
                if labels[at] != 'O':
                    while end < len(forms) and labels[end] == 'I' + labels[at][1:]:
                        end += 1
                names += re3d_span(forms[at:end], labels[at])
                at = end
            records.append({'forms': forms, 'names': names, 'source': 're3d'})
    return records


def re3d_span(forms, label):
    kind = {'Person': 'PER', 'Organisation': 'ORG', 'Location': 'LOC'}.get(label[2:])
    if kind is None:
        return ['O' if label == 'O' or label[2:] == 'Nationality' else None] * len(forms)
    start = 1 if forms[0].lower() == 'the' and len(forms) > 1 else 0
    while kind == 'PER' and start + 1 < len(forms) and forms[start].lower() in TITLES:
        start += 1
    core = forms[start:]
    if not all(form[0].isupper() or form in {'of', 'al', '-'} for form in core) or len(core[0]) < 2 or core[0] in PRONOUNS:
        lowered = all(not form[0].isupper() for form in forms) or core[0] in PRONOUNS
        return ['O' if lowered else None] * len(forms)
    if kind == 'ORG' and (len(core) == 1 or ' '.join(core).lower() in COUNTRY_LIKE):
        return ['O'] * start + [None] * len(core)
    return ['O'] * start + ['B-' + kind] + ['I-' + kind] * (len(core) - 1)


PRONOUNS = {'We', 'He', 'They', 'It', 'She', 'I', 'Our', 'His', 'Their', 'Its', 'The', 'Those', 'You', 'My', 'Her', 'These', 'This'}
