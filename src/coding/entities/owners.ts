// Whose a body, office or group is: the states and organisations that stand before its noun or after it with "of".

import { CALENDAR } from '../../language/names/calendar.ts';
import { atomFrom, type SentenceView, tokensIn } from '../../language/names/sentence.ts';
import type { Anchor, EntitySentence } from './entity-sentence.ts';

/** Owners found, with the span from the first word of theirs to the noun's end or to the end of the "of" phrase. */
export interface Owners {
  readonly anchors: readonly Anchor[];
  readonly start: number;
  readonly end: number;
}

const JOINTS: ReadonlySet<string> = new Set([',', 'and', 'or', '&', '/']);
const WITHIN_PHRASE: ReadonlySet<string> = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM', 'PUNCT', 'PART', 'ADP', 'X']);
const REACH = 9;

/**
 * Owners before a noun that begins at an atom: "Kenya's [foreign ministry]", "senior Peruvian and Chilean [officials]",
 * "the former U.S. [ambassador]". Several where they are joined.
 */
export function ownersBefore(sentence: EntitySentence, atom: number): Owners | null {
  const { view, anchors } = sentence;
  const found: Anchor[] = [];
  let expectAnother = true;
  let joined = false;
  let start = view.atoms[atom]?.start ?? 0;
  for (let at = atom - 1; at >= 0 && atom - at <= REACH; at -= 1) {
    const here = view.atoms[at];
    if (!here) break;
    const anchor = anchors.endingAt(here.end);
    if (anchor) {
      if (!expectAnother || found.some(({ draft }) => draft === anchor.draft)) break;
      found.unshift(anchor);
      start = anchor.span[0];
      at = atomFrom(view, anchor.span[0]);
      expectAnother = false;
      continue;
    }
    if (found.length === 0) {
      if (!mayStandBetween(view, at)) break;
    } else if (JOINTS.has(here.key) && (joined || here.key !== ',')) {
      expectAnother = true;
      joined = true;
    } else break;
  }
  return found.length ? { anchors: found, start, end: view.atoms[atom]?.end ?? start } : null;
}

/** Adjectives, nouns and a possessive ending may stand between owner and noun; a verb, comma or preposition ends the phrase. */
function mayStandBetween(view: SentenceView, at: number): boolean {
  const key = view.atoms[at]?.key ?? '';
  if (key === "'" || key === 's' || key === '-') return true;
  if (CALENDAR.test(key)) return false;
  const token = view.tokens[view.tokenOf[at] ?? -1];
  if (!token) return /^\p{L}+$/u.test(key);
  if (token.upos === 'ADP' || token.upos === 'PUNCT') return false;
  return (
    WITHIN_PHRASE.has(token.upos) || (token.upos === 'VERB' && (token.deprel === 'amod' || token.deprel === 'compound'))
  );
}

/** Owners after a noun that ends at an atom: "[parliament] of Georgia", "[ambassador] to the African Union". */
export function ownersAfter(
  sentence: EntitySentence,
  atom: number,
  prepositions: ReadonlySet<string> = OF,
): Owners | null {
  const { view, anchors } = sentence;
  if (!prepositions.has(view.atoms[atom + 1]?.key ?? '')) return null;
  const found: Anchor[] = [];
  let end = view.atoms[atom]?.end ?? 0;
  let expectAnother = true;
  for (let at = atom + 2; at < view.atoms.length && at <= atom + 2 + REACH; at += 1) {
    const here = view.atoms[at];
    if (!here) break;
    const anchor = anchors.startingAt(here.start);
    if (anchor && !anchor.adjectival) {
      if (!expectAnother || modifiesNext(view, anchor)) break;
      found.push(anchor);
      end = anchor.span[1];
      at = atomFrom(view, anchor.span[1]) - 1;
      expectAnother = false;
    } else if (found.length > 0 && JOINTS.has(here.key)) expectAnother = true;
    else if (here.key !== 'the') break;
  }
  return found.length ? { anchors: found, start: view.atoms[atom]?.start ?? 0, end } : null;
}

const OF: ReadonlySet<string> = new Set(['of']);

/** "the [parliament] of Georgia's neighbour", "[troops] of the NATO countries": the state owns what follows it, not what went before. */
function modifiesNext(view: SentenceView, anchor: Anchor): boolean {
  const next = view.atoms[atomFrom(view, anchor.span[1])];
  if (next?.key === "'") return true;
  const [, last] = tokensIn(view, anchor.span);
  const token = view.tokens[last];
  return token !== undefined && token.deprel === 'compound' && token.head - 1 > last;
}
