// States and organisations that stand in the name of something else: both sides in "the ambassadors of NATO and Russia".
import type { Entity } from '../../model/items.ts';
import { foldName } from './fold.ts';

/** States and organisations of a document by each of their names: folded name -> id. */
export function partiesOf(entities: readonly Entity[], text: string): ReadonlyMap<string, string> {
  return new Map(
    entities
      .filter(({ kind }) => kind === 'state' || kind === 'organization')
      .flatMap(({ id, name, mentions }) => {
        const names = mentions.filter(({ form }) => form === 'name').map(({ span }) => text.slice(...span));
        return [name, ...names].map((one) => [foldName(one), id] as const);
      }),
  );
}

/** Longest name, in words, that is looked for. */
const LONGEST = 5;

/**
 * Finds the parties named in a name, each once, in its order. The longer of two names wins: "South Korea" names no Korea.
 * @param parties folded name -> id of the state or organisation
 */
export function namedParties(name: string, parties: ReadonlyMap<string, string>): readonly string[] {
  const words = foldName(name).split(' ');
  const found = new Set<string>();
  for (let at = 0; at < words.length; ) {
    let taken = 1;
    for (let length = Math.min(LONGEST, words.length - at); length > 0; length -= 1) {
      const party = parties.get(words.slice(at, at + length).join(' '));
      if (party === undefined) continue;
      found.add(party);
      taken = length;
      break;
    }
    at += taken;
  }
  return [...found];
}
