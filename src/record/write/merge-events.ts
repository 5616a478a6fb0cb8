// Finds which events of different documents are one event. Conservative: rather two entries than two events in one.
import { addTo } from '../group-by.ts';

/** What is compared of one telling. Entities are ids of the record's, after merging. */
export interface Telling {
  readonly key: number;
  readonly document: number;
  readonly modality: string;
  readonly type: string;
  /** First and last day it can have been. */
  readonly start: string;
  readonly end: string;
  /** Orders tellings of one document by their place in it. */
  readonly n: number;
  readonly trigger: string;
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  readonly about: readonly string[];
  readonly place: string | null;
  /** Whether the only actor is a body, as in "the Council met". */
  readonly ofBody: boolean;
  /** Of a meeting: the parties that each body or group that met has in its name ("NATO-Russia Council"). */
  readonly named: readonly (readonly string[])[];
  /** Of a meeting: the rank of those who met, null where it is not known. */
  readonly level: string | null;
}

/** Events with more parties than this are compared by their first ones only, to stay linear. */
const MOST_PARTIES = 8;

/**
 * Groups of two or more tellings of one event. Two documents tell the same when type, modality and day agree, one doer
 * and one receiver (or two parties) are the same, and the trigger or what it is about is the same; for CONSULT, where
 * "talks" and "met" are one thing, two parties (or the body that met) and the day are enough. A partial date joins the one day it holds that
 * fits; where two fit it joins none. A group that would hold two events of one document, two places or two levels, falls
 * apart into those that agree in everything. The order of the tellings makes no difference.
 */
export function sameEvents(tellings: readonly Telling[]): readonly (readonly number[])[] {
  const byTie = new Map<string, Tied[]>();
  for (const telling of tellings) for (const tie of tiesOf(telling)) addTo(byTie, tie, telling);
  return groupsOf(tellings, [...byTie.values()].flatMap(joinedBy));
}

/**
 * As `sameEvents`, of tellings of which it is known already which of them ties join.
 * @param joined all that ties join of these tellings, and of no others
 */
export function groupsOf(
  tellings: readonly Telling[],
  joined: Iterable<readonly number[]>,
): readonly (readonly number[])[] {
  const sets = new Sets();
  for (const keys of joined) sets.join(keys);
  const byKey = new Map(tellings.map((telling) => [telling.key, telling]));
  return sets
    .groups()
    .map((group) => group.flatMap((key) => byKey.get(key) ?? []))
    .flatMap((group) => (agrees(group) ? [group] : alike(group)))
    .filter((group) => group.length > 1)
    .map((group) => group.map(({ key }) => key).sort((a, b) => a - b));
}

/** What a tie looks at of a telling that has it. */
export type Tied = Pick<Telling, 'key' | 'document' | 'n' | 'start' | 'end'>;

/** Tellings of one tie that agree in rank, by their days. */
interface Ranked {
  readonly wide: Map<string, { readonly start: string; readonly end: string; readonly keys: number[] }>;
  readonly exact: Map<string, number[]>;
}

/**
 * Sets of tellings that one tie joins: those of the same days, and those of a partial date with those of the one day
 * that it holds.
 * @param tied all tellings that have the tie
 */
export function joinedBy(tied: readonly Tied[]): readonly (readonly number[])[] {
  const joined: (readonly number[])[] = [];
  for (const { wide, exact } of ranked(tied)) {
    for (const keys of exact.values()) if (keys.length > 1) joined.push(keys);
    for (const { start, end, keys } of wide.values()) {
      const fits = [...exact].filter(([day]) => start <= day && day <= end);
      const all = fits.length === 1 ? [...keys, ...(fits[0]?.[1] ?? [])] : keys;
      if (all.length > 1) joined.push(all);
    }
  }
  return joined;
}

/**
 * The second event of a document that has the same tie and days is only compared with the second of others, so that
 * "met in the morning and again at night" stays two.
 */
export function ranked(tied: readonly Tied[]): readonly Ranked[] {
  const ranks: Ranked[] = [];
  const seen = new Map<string, number>();
  for (const { start, end, key, document } of [...tied].sort((a, b) => a.document - b.document || a.n - b.n)) {
    const days = `${start}|${end}`;
    const rank = seen.get(`${document}|${days}`) ?? 0;
    seen.set(`${document}|${days}`, rank + 1);
    ranks[rank] ??= { wide: new Map(), exact: new Map() };
    const { wide, exact } = ranks[rank];
    if (start === end) addTo(exact, start, key);
    else if (wide.has(days)) wide.get(days)?.keys.push(key);
    else wide.set(days, { start, end, keys: [key] });
  }
  return ranks;
}

/** What two tellings must have in common, beside their days, to be of one event: one of these is enough. */
export function tiesOf(telling: Telling): readonly string[] {
  return [...new Set(bareTies(telling))];
}

function bareTies(telling: Telling): readonly string[] {
  const { type, modality, trigger, actor, recipient, about } = telling;
  if (type === 'CONSULT') {
    const meetings = meetingPairs(telling);
    if (meetings.length > 0) return meetings.map((pair) => `${modality}|${pair}`);
  }
  const matters = [stemOf(trigger), ...[...new Set(about)].sort().slice(0, MOST_PARTIES)];
  return pairsOf(actor, recipient).flatMap((pair) => matters.map((matter) => `${modality}|${pair}|${matter}`));
}

/**
 * All pairs of those who met, hosts and guests alike, and of those who met in their names: "the ambassadors of NATO and
 * Russia met" and "the NATO-Russia Council met" are both a meeting of NATO and Russia.
 */
function meetingPairs({ actor, recipient, ofBody, named }: Telling): readonly string[] {
  const pairs = [[...actor, ...recipient], ...named].flatMap(unorderedPairs);
  return [...new Set([...pairs, ...(ofBody ? actor : [])])];
}

function unorderedPairs(parties: readonly string[]): readonly string[] {
  const sorted = [...new Set(parties)].sort().slice(0, MOST_PARTIES);
  return sorted.flatMap((first, at) => sorted.slice(at + 1).map((second) => `${first}+${second}`));
}

/** Doer and receiver, or two who do it together, in one order. */
function pairsOf(actor: readonly string[], recipient: readonly string[]): readonly string[] {
  const doers = [...new Set(actor)].sort().slice(0, MOST_PARTIES);
  const receivers = [...new Set(recipient)].sort().slice(0, MOST_PARTIES);
  if (receivers.length > 0) return doers.flatMap((doer) => receivers.map((receiver) => `${doer}>${receiver}`));
  if (doers.length === 1) return [`${doers[0]}`];
  return unorderedPairs(doers);
}

/** "criticised", "criticises" and "criticism" share five letters; shorter words are compared whole. */
const stemOf = (trigger: string): string => trigger.toLowerCase().trim().slice(0, 5);

function agrees(group: readonly Telling[]): boolean {
  const places = new Set(group.flatMap(({ place }) => place ?? []));
  const levels = new Set(group.flatMap(({ level }) => level ?? []));
  const documents = new Set(group.map(({ document }) => document));
  return places.size < 2 && levels.size < 2 && documents.size === group.length;
}

/** Parts of a group that agree in every field, at most one telling of a document each. */
function alike(group: readonly Telling[]): readonly (readonly Telling[])[] {
  const parts = new Map<string, Telling[]>();
  const seen = new Map<string, number>();
  for (const telling of [...group].sort((a, b) => a.document - b.document || a.n - b.n)) {
    const { document, modality, start, end, trigger, actor, recipient, about, place, level } = telling;
    const sorted = [actor, recipient, about].map((list) => [...new Set(list)].sort().join(','));
    const signature = [modality, start, end, stemOf(trigger), ...sorted, place, level].join('|');
    const rank = seen.get(`${document}|${signature}`) ?? 0;
    seen.set(`${document}|${signature}`, rank + 1);
    addTo(parts, `${signature}#${rank}`, telling);
  }
  return [...parts.values()];
}

/** Disjoint sets with path halving. */
class Sets {
  readonly #parent = new Map<number, number>();

  rootOf(key: number): number {
    let at = key;
    for (let up = this.#parent.get(at) ?? at; up !== at; up = this.#parent.get(at) ?? at) {
      const above = this.#parent.get(up) ?? up;
      this.#parent.set(at, above);
      at = above;
    }
    return at;
  }

  join(keys: readonly number[]): void {
    const [first, ...others] = keys;
    if (first === undefined) return;
    for (const key of others) {
      const a = this.rootOf(first);
      const b = this.rootOf(key);
      if (a !== b) this.#parent.set(Math.max(a, b), Math.min(a, b));
      this.#parent.set(Math.min(a, b), Math.min(a, b));
    }
  }

  groups(): readonly (readonly number[])[] {
    const groups = new Map<number, number[]>();
    for (const key of this.#parent.keys()) {
      const root = this.rootOf(key);
      addTo(groups, root, key);
    }
    return [...groups.values()];
  }
}
