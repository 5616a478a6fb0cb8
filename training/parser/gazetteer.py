"""Lists of names (countries, cities, people's names) and where they occur in a sentence.

The lists come from gazetteer.mjs as one JSON file: {country, city, organisation, place, bigCity, first, person: [lower-cased phrase]}.
The runtime (src/language/analysis/gazetteer.ts) marks words in the same way.
"""
import json

from features import lower

# One flag per column: first and further words of a listed country, city, organisation, other place; then single words:
# a city of 200,000 people, a first name, a part of people's names, a capital at the start.
PHRASES = ('country', 'city', 'organisation', 'place')
SINGLE = ('bigCity', 'first', 'person')
COLUMNS = tuple(f'{kind}-{part}' for kind in PHRASES for part in 'BI') + SINGLE + ('capital',)
LONGEST = 5


class Gazetteer:
    def __init__(self, path):
        with open(path, encoding='utf8') as file:
            lists = json.load(file)
        self.phrases = [set(lists[kind]) for kind in PHRASES]
        self.single = [set(lists[kind]) for kind in SINGLE]

    def flags(self, forms):
        """The 0/1 flags of COLUMNS for each word; the longest listed phrase that begins with a capital counts, left to right."""
        low = [lower(form) for form in forms]
        capital = [form[:1] != word[:1] for form, word in zip(forms, low)]
        rows = [[0] * len(COLUMNS) for _ in forms]
        for offset, phrases in zip(range(0, 2 * len(PHRASES), 2), self.phrases):
            at = 0
            while at < len(low):
                length = self._longest(low, at, phrases) if capital[at] else 0
                for k in range(length):
                    rows[at + k][offset + (k > 0)] = 1
                at += max(1, length)
        for row, word, initial in zip(rows, low, capital):
            row[2 * len(PHRASES):] = [int(word in names) for names in self.single] + [int(initial)]
        return rows

    @staticmethod
    def _longest(low, at, phrases):
        for length in range(min(LONGEST, len(low) - at), 0, -1):
            if ' '.join(low[at:at + length]) in phrases:
                return length
        return 0
