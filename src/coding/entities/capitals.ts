// Metonymy: whether a capital stands for its government ("Oslo refused") or for the city ("talks in Oslo").

import { headIn, type SentenceView } from '../../language/names/sentence.ts';
import type { Token } from '../../model/analysis.ts';
import type { Span } from '../../model/span.ts';

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
const MOTION: ReadonlySet<string> = new Set([
  'go',
  'come',
  'travel',
  'arrive',
  'fly',
  'return',
  'leave',
  'visit',
  'trip',
  'visitor',
  'flight',
  'journey',
  'move',
  'head',
  'drive',
  'tour',
  'depart',
  'fled',
  'flee',
  'invite',
  'invitation',
  'way',
  'route',
  'march',
  'back',
  'bring',
  'take',
  'bind',
  'land',
  'summon',
  'recall',
  'stop',
  'meeting',
  'meet',
  'fire',
  'report',
  'leave',
  'reach',
  'enter',
  'km',
  'kilometer',
  'kilometre',
  'mile',
]);
const OF_A_CITY: ReadonlySet<string> = new Set([
  'airport',
  'region',
  'suburb',
  'street',
  'hotel',
  'talk',
  'summit',
  'meeting',
  'conference',
  'university',
  'court',
  'bureau',
  'district',
  'resident',
  'area',
  'visit',
  'hospital',
  'time',
  'office',
  'airfield',
  'metro',
  'subway',
  'station',
  'zone',
  'neighborhood',
  'neighbourhood',
  'stadium',
  'institute',
]);

/**
 * Whether a capital's name at a span means the place.
 * "in Nairobi", "flew to Nairobi", "visited Nairobi", "the Nairobi summit", "NAIROBI (Agency) -": the place.
 * "Nairobi said", "Nairobi's demand", "relations between Nairobi and Kampala", "gave Nairobi a week": the government.
 */
export function isPlaceOnly(view: SentenceView, span: Span): boolean {
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
    return WHITHER.has(preposition) && above !== undefined && MOTION.has(above.lemma.toLowerCase());
  }
  if (own.deprel === 'compound' || own.deprel === 'amod')
    return above !== undefined && OF_A_CITY.has(above.lemma.toLowerCase());
  if (own.deprel === 'obj')
    return (
      above !== undefined && /^(?:visit|leave|reach|tour|enter|attack|bomb|capture|seize|shell)$/.test(above.lemma)
    );
  if (own.deprel === 'root' || own.deprel === 'appos' || own.deprel === 'list')
    return view.atoms.length > 4 || view.atoms.length <= 2;
  return false;
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
