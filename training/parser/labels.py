"""Name labels made for this project by reading, kept beside the texts they belong to: `labels/*.tsv` hold places, no words.

`ewt-names.tsv`: sentence (sent_id of UD English EWT), first word, last word (counted from 1), type. Every training sentence was
read; one without a row has no names. `news-names.tsv`: document, start and end (UTF-16 code units of its text), type; a document
that has rows was read whole. Types and what is a name follow Universal NER (Mayhew et al. 2024).
"""
import json
import os
from collections import defaultdict

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'labels')


def rows(name):
    with open(os.path.join(FOLDER, name), encoding='utf8') as file:
        for line in file:
            if not line.startswith('#'):
                yield line.rstrip('\n').split('\t')


def ewt_names():
    """Sentence id -> (first, last, type) with words counted from 0, last inclusive."""
    found = defaultdict(list)
    for sentence, first, last, kind in rows('ewt-names.tsv'):
        found[sentence].append((int(first) - 1, int(last) - 1, kind))
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
