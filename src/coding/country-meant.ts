// Which state "the country", "the Gulf state" or "the kingdom" is: one that the text has just named.
import type { EntityRegister } from '../model/annotations.ts';
import type { Span } from '../model/span.ts';
import type { Tree } from './events/tree.ts';
import { sentencesBefore } from './sentences-before.ts';

/** Words for a state that say nothing of which. */
const STATE = /^(?:country|nation|state|kingdom|sultanate|emirate|monarchy|republic|archipelago)$/;
/** What makes it another than the one just named, or one of several. */
const OTHER =
  /^(?:other|another|neighbou?ring|third|first|second|last|same|only|whole|entire|host|member|both|each|every|two|next|poor|rich)$/;
/** In code units: what is told further back is told of another. */
const REACH = 300;
/** Whether a word is one by which a state just named is called: as who does something, or as whose something is. */
export function isCountry(tree: Tree, at: number): boolean {
  if (tree.upos(at) !== 'NOUN' || !STATE.test(tree.lemma(at)) || tree.token(at).xpos !== 'NN') return false;
  if (!/^(?:nsubj(?::pass)?|nmod:poss)$/.test(tree.deprel(at)) || tree.childIn(at, 'nmod', 'acl') !== null)
    return false;
  const before = tree.childrenIn(at, 'det', 'amod', 'compound', 'nummod', 'nmod:poss').map((child) => tree.form(child));
  return before.includes('the') && !before.some((word) => OTHER.test(word));
}

/**
 * The state that a word for a country stands for: in its own sentence the last one named before it ("Chad said the country would"),
 * else the first of the sentence before that its own does not name as another party ("Qatar recalled its envoy from Cairo. The Gulf
 * state accused Egypt"). Nobody where there is none.
 */
export function countryMeant(text: string, register: EntityRegister, tree: Tree, at: number): readonly string[] {
  const start = tree.span(0)[0];
  const [offset] = tree.span(at);
  const own = namedIn(register, [start, offset]).at(-1);
  if (own) return [own];
  const [before] = sentencesBefore(text, start, REACH);
  const others = new Set(namedIn(register, [offset, tree.span(tree.size - 1)[1]]));
  const first = before ? namedIn(register, before).find((id) => !others.has(id)) : undefined;
  return first ? [first] : [];
}

/** The states that a stretch of text names, in the order in which it does. */
function namedIn(register: EntityRegister, [from, to]: Span): readonly string[] {
  return register
    .within([from, to])
    .filter(({ kind }) => kind === 'state')
    .flatMap(({ id, mentions }) =>
      mentions.flatMap(({ span }) => (span[0] >= from && span[1] <= to ? [{ id, start: span[0] }] : [])),
    )
    .sort((a, b) => a.start - b.start)
    .map(({ id }) => id);
}
