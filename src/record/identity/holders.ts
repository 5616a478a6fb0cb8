// Who held an office on a day, by the lexicon's dated table: whom "the Secretary General of NATO" means in 2009 and in 2013.
import { LEXICON_FOLDER } from '../../coding/lexicon/lexicon.ts';
import { type Holder, loadPeople } from '../../coding/lexicon/people.ts';
import { daysOf } from '../dates.ts';
import { addTo } from '../group-by.ts';
import { foldName } from './fold.ts';

/** Words before an office that keep its present holder out of it. */
const NOT_NOW = /^(?:former|ex|then|late|next|new|future|incoming|outgoing|previous|first|acting|deputy|interim)\b/u;

/** "The post of president in Crimea" is another than that of the state which Crimea is in. */
const ELSEWHERE = /\bin \p{Lu}/u;

export type Holding =
  | { readonly kind: 'held'; readonly person: string }
  /** The table knows the office, but nobody, or more than one, who held it on that day. */
  | { readonly kind: 'outside'; readonly office: string; readonly of: string }
  /** The table does not list the office of this state or organisation at all. */
  | { readonly kind: 'unlisted' };

let table: ReadonlyMap<string, readonly Holder[]> | null = null;

/**
 * @param office as the record shows offices ("Secretary-General")
 * @param owner code of the state, or name of the organisation
 * @param date ISO date, possibly partial: all of it must fall to one holder
 * @param described the words of the text: "the former Secretary General" holds nothing
 */
export function holderOf(office: string, owner: string, date: string, described = office): Holding {
  if (NOT_NOW.test(foldName(office)) || NOT_NOW.test(foldName(described))) return { kind: 'unlisted' };
  if (ELSEWHERE.test(described)) return { kind: 'unlisted' };
  table ??= byOffice();
  const rows = table.get(keyOf(office, owner));
  const days = daysOf(date);
  if (!rows || !days) return { kind: 'unlisted' };
  const holding = rows.filter(({ from, to }) => {
    const [first, last] = [daysOf(from)?.start ?? '', to === '' ? '~' : (daysOf(to)?.end ?? '')];
    return first <= days.end && days.start <= last;
  });
  const people = new Set(holding.map(({ person }) => person));
  const [person] = people;
  if (person !== undefined && people.size === 1) return { kind: 'held', person };
  return { kind: 'outside', office, of: owner };
}

function byOffice(): ReadonlyMap<string, readonly Holder[]> {
  const rows = new Map<string, Holder[]>();
  const { holders } = loadPeople([LEXICON_FOLDER]);
  // A holder stands there under each of its names.
  for (const holder of new Set([...holders.values()].flat())) {
    const key = keyOf(holder.office, holder.of);
    addTo(rows, key, holder);
  }
  return rows;
}

const keyOf = (office: string, owner: string): string => `${foldName(office)}|${foldName(owner)}`;
