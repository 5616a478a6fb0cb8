// Finds whom a statement is made to, and the outlet to which it was made.
import { overlaps, type Span } from '../../model/span.ts';
import type { Attribution } from './attribution.ts';
import type { Forest } from './phrases.ts';
import type { Phrase } from './speakers.ts';

/** Verbs whose object is the listener. */
const TO_OBJECT: ReadonlySet<string> = new Set(
  'tell ask inform notify brief remind assure reassure advise warn urge order instruct beg invite promise persuade convince command call request thank'.split(
    ' ',
  ),
);

/** Where something is said rather than to whom: "told a news conference". */
const OCCASION = /^(?:conference|briefing|meeting|interview|session|hearing|summit|rally|forum|seminar|gathering)$/;

/**
 * The phrase of the listener: the object of "told reporters", the phrase with "to" of "said to the delegates",
 * "in an interview with the newspaper"; null where the text names none.
 */
export function addresseeOf({ cueAt, source, content }: Attribution, forest: Forest): Phrase | null {
  if (!cueAt) return null;
  const tree = forest.tree(cueAt.sentence);
  const taken = (span: Span) => [...source, ...content].some((piece) => overlaps(piece, span));
  const phraseAt = (at: number): Phrase | null => {
    const [, end] = tree.edges(at);
    const preposition = tree.childrenIn(at, 'case').at(-1);
    const first = preposition === undefined ? tree.edges(at)[0] : preposition + 1;
    if (OCCASION.test(tree.lemma(at))) return null;
    // A clause that the parser hung on the listener is what the listener is told: "told reporters that it had failed".
    let last = at;
    while (last < end && !taken(tree.span(last + 1))) last += 1;
    const span = tree.stretch(first, last);
    return span && !taken(span) ? { span, sentence: cueAt.sentence } : null;
  };
  const { word } = cueAt;
  if (TO_OBJECT.has(tree.lemma(word))) {
    for (const child of tree.childrenIn(word, 'iobj', 'obj', 'nsubj:pass')) {
      const phrase = phraseAt(child);
      if (phrase) return phrase;
    }
  }
  for (const child of tree.childrenIn(word, 'obl', 'nmod')) {
    const preposition = tree.preposition(child);
    const interview = preposition === 'in' && /^(?:interview|conversation|talk|call)$/.test(tree.lemma(child));
    const listener = preposition === 'to' ? child : interview ? tree.childIn(child, 'nmod') : null;
    const phrase = listener === null ? null : phraseAt(listener);
    if (phrase) return phrase;
  }
  return null;
}
