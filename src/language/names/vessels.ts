// Names of ships, which look like those of people: "the destroyer Donald Cook", "HMS Duncan".
import type { Name } from '../../model/analysis.ts';
import { type SentenceView, tokenAt } from './sentence.ts';

/** What a ship is called before its name. */
const VESSEL =
  /^(?:ship|warship|vessel|destroyer|frigate|cruiser|corvette|submarine|carrier|battleship|minesweeper|gunboat|icebreaker|tanker|freighter|trawler|ferry|yacht|flagship|cutter)$/;
/** Letters that a navy sets before the names of its ships. */
const PREFIX = /^(?:USS|USNS|HMS|HMAS|HMCS|HNLMS|HDMS|INS|TCG|ROKS|ORP|MV|SS)$/;
/** What marks a name found here. */
export const VESSEL_RULE = 'pattern:vessel';
const LONGEST = 3;

/**
 * The names of ships in a sentence: one to three capitalised words behind a kind of ship or a navy's letters, without these.
 * "The frigate Ana Torres left", "USS Cole".
 */
export function* vesselNames(view: SentenceView): Generator<Name> {
  for (let at = 0; at < view.atoms.length; at += 1) {
    const atom = view.atoms[at];
    if (!atom || !(VESSEL.test(atom.key) || PREFIX.test(view.text.slice(atom.start, atom.end)))) continue;
    const last = runFrom(view, at + 1);
    const [first, end] = [view.atoms[at + 1], view.atoms[last]];
    if (last > at && first && end)
      yield { span: [first.start, end.end], type: 'ORG', sentence: view.index, rule: VESSEL_RULE };
  }
}

function runFrom(view: SentenceView, from: number): number {
  let last = from - 1;
  for (let at = from; at < from + LONGEST; at += 1) {
    const atom = view.atoms[at];
    if (!atom || atom.shape === 'lower' || PREFIX.test(view.text.slice(atom.start, atom.end))) break;
    if (tokenAt(view, at)?.upos !== 'PROPN') break;
    last = at;
  }
  return last;
}
