// Finds the words of the cue lexicon in a sentence, with the frames they may stand in.
import type { Cue, CueLexicon } from '../../lexicon/cues.ts';
import type { Phrases } from '../phrases.ts';

/** A cue of the lexicon at its place. */
export interface CueWord {
  readonly at: number;
  /** Its last word: "out" in "point out". */
  readonly last: number;
  readonly cues: readonly Cue[];
}

const PARTS: Readonly<Record<string, ReadonlySet<string>>> = {
  verb: new Set(['VERB', 'AUX']),
  noun: new Set(['NOUN']),
  adjective: new Set(['ADJ', 'VERB']),
  phrase: new Set(['VERB', 'ADP', 'ADV', 'SCONJ', 'NOUN']),
  adverb: new Set(['ADV']),
};

const ANY_PART: ReadonlySet<string> = new Set(Object.values(PARTS).flatMap((parts) => [...parts]));

/** All cues of a sentence in text order. A phrase ("call for") takes the place of the word alone. */
export function cueWordsOf(tree: Phrases, lexicon: CueLexicon): readonly CueWord[] {
  const found: CueWord[] = [];
  for (let at = 0; at < tree.size; at += 1) {
    if (!ANY_PART.has(tree.upos(at))) continue;
    const known = lexicon.byForm.get(tree.form(at)) ?? lexicon.byForm.get(tree.lemma(at));
    if (!known) continue;
    const fitting = known.filter((cue) => PARTS[cue.kind]?.has(tree.upos(at)));
    if (!fitting.length) continue;
    const longest = fitting.map((cue) => ({ cue, last: lastOf(tree, at, cue.cue) })).filter(({ last }) => last >= 0);
    const last = Math.max(at, ...longest.map((one) => one.last));
    const cues = longest.filter((one) => one.last === last).map(({ cue }) => cue);
    if (cues.length) found.push({ at, last, cues });
  }
  return found;
}

/** The place of a cue's last word, which may stand up to two words after the one before it ("made it clear"); or -1. */
function lastOf(tree: Phrases, at: number, cue: string): number {
  let place = at;
  for (const word of cue.split(' ').slice(1)) {
    const next = [place + 1, place + 2, place + 3].find((one) => one < tree.size && tree.form(one) === word);
    if (next === undefined) return -1;
    place = next;
  }
  return place;
}
