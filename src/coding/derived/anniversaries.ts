// Years that an anniversary tells: "the tenth anniversary of the signing of the act".
import type { Development } from '../../model/items.ts';
import type { DerivedInput } from './input.ts';
import type { Placed } from './sentence-index.ts';

const UNITS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const TENS: Readonly<Record<string, number>> = {
  twentieth: 20, thirtieth: 30, fortieth: 40, fiftieth: 50, sixtieth: 60, seventieth: 70, eightieth: 80, ninetieth: 90, hundredth: 100,
}; // biome-ignore format: one table
const CARDINAL_TENS: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60 };

/** Words between an agreement and the anniversary that is of its making. */
const MAKING = /^(?:signing|signature|adoption|conclusion|entry|ratification|anniversary)$/;
const STEPS = 4;

/**
 * The making of an agreement, dated by an anniversary that a document celebrates: in 2007 "we marked the tenth anniversary of
 * the signing of the act" tells of a signing in 1997. Null where the document has no year.
 */
export function anniversaryAt(so: DerivedInput, { tree, at }: Placed): Development | null {
  let place = at;
  for (let step = 0; step < STEPS; step += 1) {
    place = tree.head(place);
    if (place < 0 || !MAKING.test(tree.lemma(place))) return null;
    if (tree.lemma(place) === 'anniversary') break;
  }
  if (tree.lemma(place) !== 'anniversary') return null;
  const age = tree
    .childrenIn(place, 'amod', 'nummod', 'compound')
    .map((child) => ageOf(tree.text.slice(...tree.span(child)).toLowerCase()))
    .find((years) => years !== null);
  const now = Number(so.head.published.value?.slice(0, 4) ?? Number.NaN);
  if (!age || !Number.isFinite(now)) return null;
  return {
    what: 'signed',
    by: [],
    time: String(now - age),
    evidence: tree.hullOf([...tree.childrenIn(place, 'amod', 'nummod'), place, ...tree.phrase(at)]),
    rule: 'anniversary',
    why: `anniversary of ${age} years in ${now} -> signed in ${now - age}`,
  };
}

/** 10 for "tenth" and "10th", 25 for "twenty-fifth"; null for other words. */
export function ageOf(word: string): number | null {
  const digits = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(word);
  if (digits) return Number(digits[1]);
  const unit = UNITS.indexOf(word) + 1;
  if (unit > 0) return unit;
  if (TENS[word]) return TENS[word] ?? null;
  const [ten = '', rest = ''] = word.split('-');
  const last = UNITS.indexOf(rest) + 1;
  const tens = CARDINAL_TENS[ten];
  return tens && last > 0 && last < 10 ? tens + last : null;
}
