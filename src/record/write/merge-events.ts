// Finds which events of different documents are one event. Conservative: rather two entries than two events in one.

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
  const sets = new Sets();
  const links = linksOf(tellings);
  for (const group of links.byDay.values()) sets.join(group);
  for (const [wide, narrow] of containments(links, sets)) sets.join([wide, narrow]);
  const byKey = new Map(tellings.map((telling) => [telling.key, telling]));
  return sets
    .groups()
    .map((group) => group.flatMap((key) => byKey.get(key) ?? []))
    .flatMap((group) => (agrees(group) ? [group] : alike(group)))
    .filter((group) => group.length > 1)
    .map((group) => group.map(({ key }) => key).sort((a, b) => a - b));
}

interface Links {
  /** Link and days -> keys of the tellings that share both. */
  readonly byDay: ReadonlyMap<string, readonly number[]>;
  /** Link -> its tellings by their days. */
  readonly byLink: ReadonlyMap<
    string,
    readonly { readonly start: string; readonly end: string; readonly key: number }[]
  >;
}

/**
 * The second event of a document that has the same link is only compared with the second of others, so that
 * "met in the morning and again at night" stays two.
 */
function linksOf(tellings: readonly Telling[]): Links {
  const byDay = new Map<string, number[]>();
  const byLink = new Map<string, { start: string; end: string; key: number }[]>();
  const seen = new Map<string, number>();
  for (const telling of [...tellings].sort((a, b) => a.document - b.document || a.n - b.n)) {
    const { start, end, key, document } = telling;
    for (const bare of bareLinks(telling)) {
      const count = `${document}|${bare}|${start}|${end}`;
      const rank = seen.get(count) ?? 0;
      seen.set(count, rank + 1);
      const link = `${bare}#${rank}`;
      push(byDay, `${link}|${start}|${end}`, key);
      push(byLink, link, { start, end, key });
    }
  }
  return { byDay, byLink };
}

function bareLinks(telling: Telling): readonly string[] {
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

/** Pairs of a telling with a partial date and the one it fits, judged on what the exact days joined. */
function containments({ byLink }: Links, sets: Sets): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const tellings of byLink.values()) {
    const wide = tellings.filter(({ start, end }) => start !== end);
    const exact = tellings.filter(({ start, end }) => start === end);
    if (wide.length === 0 || exact.length === 0) continue;
    const days = new Map(exact.map(({ start, key }) => [`${start}|${sets.rootOf(key)}`, { start, key }]));
    const spans = new Map(wide.map((telling) => [`${telling.start}|${telling.end}`, telling]));
    for (const { start, end, key } of spans.values()) {
      const fits = [...days.values()].filter((day) => start <= day.start && day.start <= end);
      const only = fits[0];
      if (only && fits.length === 1) found.push([key, only.key]);
    }
  }
  return found;
}

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
    push(parts, `${signature}#${rank}`, telling);
  }
  return [...parts.values()];
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
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
      const group = groups.get(root);
      if (group) group.push(key);
      else groups.set(root, [key]);
    }
    return [...groups.values()];
  }
}
