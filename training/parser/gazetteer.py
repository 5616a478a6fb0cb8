"""Lists of names (countries, cities, people's names) and where they occur in a sentence.

The lists come from gazetteer.mjs as one JSON file: {country, city, bigCity, first, person: [lower-cased phrase]}.
The runtime (src/language/analysis/gazetteer.ts) marks words in the same way.
"""
import json

from features import lower

# One flag per column: first and further words of a listed country, city; a city of 200,000; first names; name parts.
COLUMNS = ('country-B', 'country-I', 'city-B', 'city-I', 'bigCity', 'first', 'person', 'capital')
LONGEST = 5


class Gazetteer:
    def __init__(self, path):
        with open(path, encoding='utf8') as file:
            lists = json.load(file)
        self.country = set(lists['country'])
        self.city = set(lists['city'])
        self.big = set(lists['bigCity'])
        self.first = set(lists['first'])
        self.person = set(lists['person'])

    def flags(self, forms):
        """Eight 0/1 flags for each word; the longest listed phrase from left to right counts."""
        low = [lower(form) for form in forms]
        rows = [[0] * len(COLUMNS) for _ in forms]
        for offset, phrases in ((0, self.country), (2, self.city)):
            at = 0
            while at < len(low):
                length = self._longest(low, at, phrases)
                for k in range(length):
                    rows[at + k][offset + (k > 0)] = 1
                at += max(1, length)
        for row, form, word in zip(rows, forms, low):
            row[4] = int(word in self.big)
            row[5] = int(word in self.first)
            row[6] = int(word in self.person)
            row[7] = int(form[:1] != word[:1])
        return rows

    @staticmethod
    def _longest(low, at, phrases):
        for length in range(min(LONGEST, len(low) - at), 0, -1):
            if ' '.join(low[at:at + length]) in phrases:
                return length
        return 0
