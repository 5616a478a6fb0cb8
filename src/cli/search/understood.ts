// What a query is taken for: its names looked up in the record, and all of it told in words.
import type { EventType } from '../../model/plover.ts';
import { pointWords } from '../../record/date-words.ts';
import type { OpenRecord } from '../../record/record.ts';
import { type Meaning, meaningOf, readQuery, soughtIn, spanOf, stretchesOf } from '../../record/typed/read-query.ts';

/** So many entities are looked at for each stretch of words; those in most documents come first. */
const CALLED_SO = 20;

export interface Understood extends Pick<Meaning, 'actors' | 'subjects'> {
  readonly types: readonly EventType[];
  readonly span: { readonly from?: string; readonly to?: string };
  /** Words, phrases and open words that name nobody and nothing. */
  readonly rest: string;
  /** All that a text has to hold, names included. */
  readonly sought: string;
}

interface Taken {
  /** Whether a date among the words is their time; else it is a word like others. */
  readonly dates: boolean;
  /** Whether a name among the words is a side or a subject. */
  readonly names: boolean;
  /** Whether a verb among the words asks for a kind of deed. */
  readonly deeds: boolean;
}

export async function understand(record: OpenRecord, typed: string, taken: Taken): Promise<Understood> {
  const asked = readQuery(typed, taken.dates);
  const query = taken.deeds ? asked : { ...asked, deeds: new Map() };
  const words = query.words.filter((word) => !query.deeds.has(word));
  const { actors, subjects, rest } = taken.names
    ? meaningOf(words, await calledSo(record, words))
    : { actors: [], subjects: [], rest: words };
  return {
    actors,
    subjects,
    types: [...new Set(query.deeds.values())],
    span: spanOf(query.dates),
    rest: [...rest, ...query.exact].join(' '),
    sought: soughtIn(query, query.deeds) || (query.dates.length > 0 ? '' : typed),
  };
}

async function calledSo(record: OpenRecord, words: readonly string[]) {
  const found = stretchesOf(words).map(async (name) => {
    const { items } = await record.entities({ name, limit: CALLED_SO });
    return [name, items] as const;
  });
  return new Map(await Promise.all(found));
}

/** `Javad Zarif (person), Emmanuel Macron (person), words “drone strike”, in August 2019`. */
export function understoodWords({ actors, subjects, types, span, rest }: Understood): string {
  return [
    ...[...actors, ...subjects].map(({ name, kind }) => `${name} (${kind})`),
    ...types.map((type) => `deed ${type}`),
    ...(rest ? [`words ${quoted(rest)}`] : []),
    ...timeWords(span),
  ].join(', ');
}

/** A phrase brings its own quotation marks. */
const quoted = (words: string): string => (words.includes('"') ? words : `“${words}”`);

function timeWords({ from, to }: Understood['span']): readonly string[] {
  if (from === undefined || to === undefined) return [];
  if (from !== to) return [`from ${pointWords(from)} to ${pointWords(to)}`];
  return [`${from.length === 'yyyy-mm-dd'.length ? 'on' : 'in'} ${pointWords(from)}`];
}
