"""What the model sees of one word: hashed affixes, shape, normal form; and edit scripts for lemmas.

The runtime (src/language/analysis/features.ts) computes the same from the same UTF-16 code units; change both together.
"""
import re

TABLE_ROWS = 8192
SUFFIXES = (1, 2, 3, 4)
PREFIXES = (1, 2, 3)


def lower(word):
    """Lower case as JavaScript's toLowerCase gives it, for the characters English text has."""
    return word.lower()


def fnv1a(text):
    """32-bit FNV-1a over UTF-16 code units, with the high half folded in."""
    value = 0x811C9DC5
    units = text.encode('utf-16-le', 'surrogatepass')
    for at in range(0, len(units), 2):
        value ^= units[at] | (units[at + 1] << 8)
        value = (value * 0x01000193) & 0xFFFFFFFF
    return value ^ (value >> 15)


def shape(word):
    """`Obama-led` -> `Xxxx-xxx`: classes of characters, runs cut at three, twelve characters at most."""
    out, last, run = '', '', 0
    for char in word:
        if '0' <= char <= '9':
            kind = 'd'
        elif char != char.lower():
            kind = 'X'
        elif char != char.upper():
            kind = 'x'
        else:
            kind = char
        run = run + 1 if kind == last else 1
        last = kind
        if run <= 3:
            out += kind
    return out[:12]


_rows = {}


def hashed_rows(word):
    """Rows in the suffix table (four) and in the prefix and shape table (three and one)."""
    rows = _rows.get(word)
    if rows is None:
        low = lower(word)
        keys = [f's{n}{low[-n:]}' for n in SUFFIXES] + [f'p{n}{low[:n]}' for n in PREFIXES] + [f'sh{shape(word)}']
        rows = _rows[word] = [fnv1a(key) % TABLE_ROWS for key in keys]
    return rows


def normal(word):
    """The form under which trained word vectors are kept: lower case, every digit a zero."""
    return re.sub('[0-9]', '0', lower(word))


def lemma_script(form, lemma):
    """How the lemma comes from the form: `=` keeps it; else case (l lower, k kept), letters to drop, letters to add."""
    low, low_lemma = lower(form), lower(lemma)
    if lemma == form and form != low:
        return '='
    same = 0
    while same < min(len(low), len(low_lemma)) and low[same] == low_lemma[same]:
        same += 1
    case = 'l' if lemma == low_lemma else 'k'
    return f'{case}{len(low) - same}|{low_lemma[same:]}'


def apply_script(form, script):
    """The lemma that a script makes of a form; the lower-cased form where the script does not fit."""
    if script == '=':
        return form
    low = lower(form)
    drop, add = script[1:].split('|', 1)
    keep = len(low) - int(drop)
    if keep < 0:
        return low
    return (form if script[0] == 'k' else low)[:keep] + add
