"""Name labels that are kept apart from the texts they belong to.

Universal NER's labels for UD English EWT (Mayhew et al. 2024) are matched to the treebank's sentences by their ids.
`labels/news-names.tsv` was made for this project by reading: document, start and end (UTF-16 code units of its text), type, no
words; a document that has rows was read whole. Types and what is a name follow Universal NER.
"""
import json
import os
from collections import defaultdict

NAME_TYPES = ('PER', 'ORG', 'LOC')
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'labels')


def rows(name):
    with open(os.path.join(FOLDER, name), encoding='utf8') as file:
        for line in file:
            if not line.startswith('#'):
                yield line.rstrip('\n').split('\t')


def ewt_names(folder):
    """Sentence id of EWT's training part -> labels of its words. Its other types (`OTH`) are no names here."""
    found = {}
    with open(os.path.join(folder, 'names/uner/en_ewt-ud-train.iob2'), encoding='utf8') as file:
        for line in file:
            if line.startswith('# sent_id'):
                found[line.split('=', 1)[1].strip()] = names = []
            elif line[0].isdigit():
                label = line.split('\t')[2].strip()
                names.append(label if label[2:] in NAME_TYPES else 'O')
    return found


def bio(length, spans):
    names = ['O'] * length
    for first, last, kind in spans:
        names[first:last + 1] = ['B-' + kind] + ['I-' + kind] * (last - first)
    return names


def news(folder):
    """Sentences of news that were read, words as the program splits them (`readings.jsonl`, from `code --tokens`)."""
    path = os.path.join(folder, 'news')
    if not os.path.exists(os.path.join(path, 'readings.jsonl')):
        return []
    with open(os.path.join(path, 'docs.jsonl'), encoding='utf8') as file:
        texts = {document['id']: document['text'].encode('utf-16-le') for document in map(json.loads, file)}
    spans = defaultdict(list)
    for document, start, end, kind in rows('news-names.tsv'):
        spans[document].append((int(start), int(end), kind))
    records = []
    with open(os.path.join(path, 'readings.jsonl'), encoding='utf8') as file:
        for reading in map(json.loads, file):
            if spans[reading['id']]:
                records += sentences_of(reading, texts[reading['id']], spans[reading['id']])
    return records


def sentences_of(reading, text, spans):
    for words in reading['tokens']:
        places = [tuple(word['span']) for word in words]
        begins, ends = ({place[side]: at for at, place in enumerate(places)} for side in (0, 1))
        names = [(begins[s], ends[e], kind) for s, e, kind in spans if s in begins and e in ends]
        forms = [text[2 * s:2 * e].decode('utf-16-le') for s, e in places]
        yield {'forms': forms, 'names': bio(len(forms), names), 'source': 'news'}
