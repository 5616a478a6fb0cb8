// Metonymy: whether a capital stands for its government ("Oslo refused") or for the city ("talks in Oslo").

import { headIn, type SentenceView } from '../../language/names/sentence.ts';
import type { Token } from '../../model/analysis.ts';
import type { Span } from '../../model/span.ts';
import type { CapitalRole, CapitalWords } from '../lexicon/capital-words.ts';

const WHERE: ReadonlySet<string> = new Set([
  'in',
  'at',
  'near',
  'outside',
  'inside',
  'around',
  'throughout',
  'across',
  'via',
  'through',
  'within',
  'into',
  'over',
  'off',
  'toward',
  'towards',
]);
const WHITHER: ReadonlySet<string> = new Set(['to', 'from', 'for', 'into', 'on']);
/**
 * Whether a capital's name at a span means the place.
 * "in Nairobi", "flew to Nairobi", "visited Nairobi", "the Nairobi summit", "NAIROBI (Agency) -": the place.
 * "Nairobi said", "Nairobi's demand", "relations between Nairobi and Kampala", "gave Nairobi a week": the government.
 */
export function isPlaceOnly(view: SentenceView, span: Span, words: CapitalWords): boolean {
  const shows = (token: Token | undefined, role: CapitalRole) =>
    token !== undefined && (hasRole(words, token.lemma, role) || hasRole(words, view.text.slice(...token.span), role));
  const head = headIn(view, span);
  const token = view.tokens[head];
  if (!token) return true;
  if (opensDateline(view, span) || /^-(?:based|born|bound|area)\b/i.test(view.text.slice(span[1], span[1] + 8)))
    return true;
  const leader = leaderOf(view, head);
  const own = view.tokens[leader] ?? token;
  const above = view.tokens[own.head - 1];
  const preposition = prepositionOf(view, leader) ?? prepositionOf(view, head);
  if (preposition) {
    if (WHERE.has(preposition)) return true;
    return WHITHER.has(preposition) && shows(above, 'motion');
  }
  if (own.deprel === 'compound' || own.deprel === 'amod') return shows(above, 'city');
  if (own.deprel === 'obj') return shows(above, 'act');
  if (doesWhatIsToCome(view, leader)) return false;
  if (own.deprel === 'root' || own.deprel === 'appos' || own.deprel === 'list')
    return view.atoms.length > 4 || view.atoms.length <= 2;
  return false;
}

/** "Oslo, Riga to sign pact": in a headline the infinitive tells what those before it will do. */
function doesWhatIsToCome(view: SentenceView, place: number): boolean {
  const own = view.tokens[place];
  const root = own?.deprel === 'appos' ? own.head - 1 : place;
  if (view.tokens[root]?.deprel !== 'root') return false;
  return view.tokens.some(({ head, deprel, xpos }) => head - 1 === root && deprel === 'acl' && xpos === 'VB');
}

function hasRole(words: CapitalWords, word: string, role: CapitalRole): boolean {
  return words.get(word.toLowerCase())?.has(role) ?? false;
}

/** The first of joined names: what holds for "Oslo" in "in Oslo and Stockholm" holds for both. */
function leaderOf(view: SentenceView, place: number): number {
  let at = place;
  for (let step = 0; step < 12; step += 1) {
    const token = view.tokens[at];
    if (token?.deprel !== 'conj' || token.head < 1 || token.head - 1 >= at) return at;
    at = token.head - 1;
  }
  return at;
}

/** The preposition that marks a noun, looked for just before it. */
function prepositionOf(view: SentenceView, place: number): string | null {
  for (let at = place - 1; at >= 0 && place - at < 6; at -= 1) {
    const token: Token | undefined = view.tokens[at];
    if (token?.deprel === 'case' && token.head - 1 === place && token.xpos !== 'POS')
      return view.text.slice(...token.span).toLowerCase();
  }
  return null;
}

/** "BRUSSELS (Reuters) -", "Cairo, 4 May -": the place of writing at the head of a report. */
function opensDateline(view: SentenceView, span: Span): boolean {
  if (span[0] - view.span[0] > 2) return false;
  return (
    /^[^.!?]{0,40}?(?:\s[-–—]{1,2}\s|\((?:[A-Z][\w/ -]{1,30})\))/.test(view.text.slice(span[1], span[1] + 60)) &&
    !/^\s*[-–—]\s?\p{Lu}/u.test(view.text.slice(span[1], span[1] + 3))
  );
}
