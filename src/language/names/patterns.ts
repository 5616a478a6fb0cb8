// Names that show themselves by how they are built: treaties and documents, operations and exercises, organisations and places.
import type { Name } from '../../model/analysis.ts';
import type { Atom } from './atoms.ts';
import { CALENDAR } from './calendar.ts';
import type { KnownNames } from './known.ts';
import { type SentenceView, tokenAt } from './sentence.ts';
import { withStop } from './tidy.ts';
import { vesselNames } from './vessels.ts';

/** Prepositions and the like that may stand inside a document's name: "Treaty on the Non-Proliferation of Nuclear Weapons". */
const LINKS: ReadonlySet<string> = new Set(['of', 'on', 'for', 'and', 'the', 'in', 'to', 'against', 'with', '&']);
/** Parts of speech that a name is made of; keeps verbs of headlines out ("Minsk Signs Border Treaty"). */
const NOMINAL: ReadonlySet<string> = new Set(['PROPN', 'NOUN', 'ADJ', 'NUM']);
const LONGEST = 14;

/**
 * Names of agreements, operations, organisations, places and ships in a sentence, by pattern.
 * "the Treaty on Good-Neighbourly Relations", "the Lahore Declaration", "Resolution 1701", "Operation Blue Star", "exercise Northern Wind-2012".
 */
export function patternNames(view: SentenceView, known: KnownNames): readonly Name[] {
  if (view.shouted) return [];
  return [...vesselNames(view), ...documentNames(view, known), ...operationNames(view), ...nounNames(view, known)];
}

function* documentNames(view: SentenceView, known: KnownNames): Generator<Name> {
  const { atoms } = view;
  for (let at = 0; at < atoms.length; at += 1) {
    const noun = known.documentNouns.at(atoms, at);
    if (!noun || !isCapital(atoms[at])) continue;
    if (atoms[at]?.key === 'resolution' && !/^\d+$/.test(atoms[at + 1]?.key ?? '')) continue;
    const first = leftEdge(view, at);
    const last = rightEdge(view, noun.last);
    // "the Ceasefire Monitoring Mission": the noun only modifies another.
    const next = view.atoms[noun.last + 1];
    if (next && isCapital(next) && next.shape !== 'upper' && isProper(view, noun.last + 1)) continue;
    if (first < at || last > noun.last) yield nameOf(view, first, last, 'AGREEMENT', 'pattern:document');
    at = last;
  }
}

/** "the [European Union Withdrawal] Agreement": capitalised words before the noun, hyphens between them. */
function leftEdge(view: SentenceView, noun: number): number {
  let first = noun;
  for (let at = noun - 1; at >= 0 && noun - at < LONGEST; at -= 1) {
    const atom = view.atoms[at];
    if (atom?.key === '-') continue;
    if (!atom || !isCapital(atom) || LINKS.has(atom.key) || !isNominal(view, at) || isArticle(atom)) break;
    // A report's first word is capital whatever it is: "Upcoming Security Council elections".
    if (at === 0 && tokenAt(view, at)?.upos !== 'PROPN') break;
    first = at;
  }
  return first;
}

/** "Treaty [on Conventional Weapons in Asia]", "Work Programme [for 2013]", "Protocol [II]". */
function rightEdge(view: SentenceView, noun: number): number {
  let last = noun;
  let links = 0;
  for (let at = noun + 1; at < view.atoms.length && at - noun < LONGEST; at += 1) {
    const atom = view.atoms[at];
    if (!atom) break;
    // "The Lake Act of 1997 and the Rhine Declaration" are two.
    if (atom.key === 'and' && (at === noun + 1 || /^\d{4}$/.test(view.atoms[at - 1]?.key ?? ''))) break;
    // "Signed the Lake Accord in Oslo": where, and not what about.
    if (atom.key === 'in' && at === noun + 1) break;
    if (LINKS.has(atom.key) || atom.key === '-') {
      links += 1;
      if (links > 2) break;
      continue;
    }
    const number = /^\d+$/.test(atom.key) && (links > 0 || at === noun + 1) && !isDate(view, at);
    if (!number && (!isCapital(atom) || !isNominal(view, at) || CALENDAR.test(atom.key))) break;
    last = at;
    links = 0;
  }
  return last;
}

/** "Ratified the Lake Accord on [7] May", "in [2010]"; the number of "the Work Programme for 2013" is its own. */
const isDate = ({ atoms }: SentenceView, at: number): boolean =>
  CALENDAR.test(atoms[at + 1]?.key ?? '') || /^(?:on|in)$/.test(atoms[at - 1]?.key ?? '');

function* operationNames(view: SentenceView): Generator<Name> {
  const { atoms } = view;
  for (let at = 0; at < atoms.length; at += 1) {
    const key = atoms[at]?.key;
    if (key === 'operation' && isCapital(atoms[at])) {
      const last = properRun(view, at + 1, 3);
      if (last > at) yield nameOf(view, at, last, 'OPERATION', 'pattern:operation');
    } else if (key === 'exercise' || key === 'exercises' || key === 'drill' || key === 'drills') {
      const last = properRun(view, at + 1, 3);
      if (last > at) yield nameOf(view, at + 1, last, 'OPERATION', 'pattern:exercise');
    }
    const dated = datedName(view, at);
    if (
      dated > at &&
      ['exercise', 'exercises', 'drill', 'drills', 'manoeuvres', 'maneuvers'].includes(atoms[dated + 1]?.key ?? '')
    )
      yield nameOf(view, at, dated, 'OPERATION', 'pattern:dated-exercise');
  }
}

/** "the National Bank of Ukraine", "the Sea of Japan", "Lake Victoria": a noun that shows the type, with capitalised words around it. */
function* nounNames(view: SentenceView, known: KnownNames): Generator<Name> {
  for (let at = 0; at < view.atoms.length; at += 1) {
    const noun = known.nameNouns.at(view.atoms, at);
    const value = noun?.values[0];
    if (!noun || !value || !isProper(view, at)) continue;
    const last = value.leads ? properRun(view, noun.last + 1, 2) : ofPhrase(view, noun.last);
    const first = value.leads ? at : leftEdge(view, at);
    if (value.leads ? last > noun.last : first < at || last > noun.last) {
      yield nameOf(view, first, last, value.type, 'pattern:noun');
      at = last;
    }
  }
}

const isProper = (view: SentenceView, at: number) => tokenAt(view, at)?.upos === 'PROPN';

/** "Party [of Norway]", "Centre [for Defence and Strategic Studies]": one "of" or "for" with capitalised words behind it. */
function ofPhrase(view: SentenceView, noun: number): number {
  const link = view.atoms[noun + 1]?.key;
  if (link !== 'of' && link !== 'for') return noun;
  let last = noun;
  for (let at = noun + 2; at < view.atoms.length && at - noun < 9; at += 1) {
    const atom = view.atoms[at];
    if (atom?.key === 'the' || atom?.key === 'and' || atom?.key === '-' || (atom?.key === 'of' && last > noun))
      continue;
    if (!isCapital(atom) || !isNominal(view, at)) break;
    if (view.atoms[at - 1]?.key === 'and' && link === 'of' && !isSecondTask(view, noun, at)) break;
    last = at;
  }
  return last;
}

const DEPARTMENTS: ReadonlySet<string> = new Set(['ministry', 'department']);

/** "Ministry of Trade [and Industry]", but "the Bank of Ghana and Togo", "the Ministry of Trade and President Diop": two tasks of one department. */
function isSecondTask(view: SentenceView, noun: number, at: number): boolean {
  if (!DEPARTMENTS.has(view.atoms[noun]?.key ?? '')) return false;
  const from = view.tokenOf[at] ?? -1;
  let place = from;
  for (let steps = 0; place >= from && steps < LONGEST; steps += 1) place = (view.tokens[place]?.head ?? 0) - 1;
  return place < from && place > (view.tokenOf[noun] ?? -1);
}

/** Last place of "Northern Wind-2012" from its first atom on; the place itself where there is no year. */
function datedName(view: SentenceView, from: number): number {
  const last = properRun(view, from, 3);
  return /^(19|20)?\d\d$/.test(view.atoms[last]?.key ?? '') ? last : from;
}

/** Last of up to so many capitalised words from a place on, with "-2012" behind them; the place before where there are none. */
function properRun(view: SentenceView, from: number, most: number): number {
  let last = from - 1;
  for (let at = from; at < from + most; at += 1) {
    if (!isCapital(view.atoms[at]) || !isNominal(view, at)) break;
    last = at;
  }
  if (last < from) return last;
  const joined = view.atoms[last + 1]?.key === '-' ? 2 : 1;
  return /^(19|20)?\d\d$/.test(view.atoms[last + joined]?.key ?? '') && (joined === 2 || isYear(view.atoms[last + 1]))
    ? last + joined
    : last;
}

const isYear = (atom: Atom | undefined) => /^(19|20)\d\d$/.test(atom?.key ?? '');
const isCapital = (atom: Atom | undefined) => atom !== undefined && atom.shape !== 'lower';
const isArticle = (atom: Atom) => atom.key === 'the' || atom.key === 'a' || atom.key === 'an';
const isNominal = (view: SentenceView, at: number) => NOMINAL.has(tokenAt(view, at)?.upos ?? 'PROPN');

function nameOf(view: SentenceView, first: number, last: number, type: Name['type'], rule: string): Name {
  const start = view.atoms[first]?.start ?? view.span[0];
  const end = withStop(view.text, start, view.atoms[last]?.end ?? start);
  return { span: [start, end], type, sentence: view.index, rule };
}
