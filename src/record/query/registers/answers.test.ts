// What became of promises: each row is a promise and what was done, between states of its own in one record.
import { describe, expect, it } from 'vitest';
import type { MeetingLevel } from '../../../model/items.ts';
import type { EventType } from '../../../model/plover.ts';
import { openRecord } from '../../record.ts';
import { type Told, tell } from '../../testing/build.ts';
import { ENGINES } from '../../testing/engines.ts';

/** A promise or a deed, in a document of its own. */
interface One {
  readonly type?: EventType;
  readonly cameo?: string;
  readonly words?: string;
  readonly actor?: readonly string[];
  readonly recipient?: readonly string[];
  readonly about?: readonly string[];
  readonly place?: string;
  readonly time?: string | null;
  readonly basis?: 'expression' | 'published';
  readonly published?: string;
  /** Dates among the words. */
  readonly dates?: Readonly<Record<string, string>>;
  readonly level?: MeetingLevel;
  readonly background?: boolean;
}

const ENTITIES = [
  { kind: 'state', name: 'Norway' },
  { kind: 'state', name: 'Mali' },
  { kind: 'state', name: 'Chad' },
  { kind: 'person', name: 'Kari Berg', partOf: 'Norway' },
  { kind: 'person', name: 'Ada Diallo', partOf: 'Mali' },
  { kind: 'body', name: 'Norway-Mali Council', partOf: 'Norway' },
  { kind: 'group', name: 'experts' },
  { kind: 'place', name: 'Oslo' },
  { kind: 'place', name: 'Bamako' },
  { kind: 'issue', name: 'wells' },
  { kind: 'issue', name: 'grain' },
] as const;

/** Every row has parties of its own, so that no deed answers another row's promise. */
const named = (row: number, name: string) =>
  name.replace(/(?:Norway|Mali|Chad|Berg|Diallo|Oslo|Bamako|experts|wells|grain)/gu, (word) => word + letters(row));
const letters = (row: number) => String.fromCharCode(97 + Math.floor(row / 26), 97 + (row % 26));

function toldOf(row: number, id: string, one: One): Told {
  const words = named(row, one.words ?? id);
  const others = ENTITIES.map(({ name }) => named(row, name)).filter((name) => !words.includes(name));
  const text = `${others.join(' ')}. ${words}.`;
  const own = (names: readonly string[] = []) => names.map((name) => named(row, name));
  const start = text.indexOf(words.split(' ')[0] ?? '', text.indexOf('. '));
  const sentence = [start, text.length] as const;
  return {
    id: `${id}-${row}`,
    text,
    published: one.published ?? '2012-03-02',
    entities: ENTITIES.map((entity) => ({
      ...entity,
      name: named(row, entity.name),
      ...('partOf' in entity ? { partOf: named(row, entity.partOf) } : {}),
    })),
    events: [
      {
        type: one.type ?? 'AGREE',
        cameo: one.cameo ?? '036',
        trigger: words.split(' ')[0] ?? '',
        actor: own(one.actor),
        recipient: own(one.recipient),
        about: own(one.about),
        ...(one.place === undefined ? {} : { place: named(row, one.place) }),
        time: one.time === undefined ? (one.published ?? '2012-03-02') : one.time,
        basis: one.basis ?? 'expression',
      },
    ],
    rest: {
      times: Object.entries(one.dates ?? {}).map(([date, value]) => {
        const at = text.indexOf(date);
        return { span: [at, at + date.length], type: 'DATE', value };
      }),
      meetings: one.level
        ? [
            {
              event: 'v1',
              parties: ['e1', 'e2'],
              body: null,
              level: one.level,
              place: null,
              time: one.time ?? null,
              state: one.type === 'CONSULT' ? 'held' : 'planned',
              evidence: sentence,
            },
          ]
        : [],
    },
  };
}

const both = ['Norway', 'Mali'];
const talks: One = { words: 'agreed to meet again', actor: both };
const met: One = {
  type: 'CONSULT',
  cameo: '040',
  words: 'met',
  actor: both,
  published: '2012-06-06',
  time: '2012-06-05',
};
const aid: One = { cameo: '033', words: 'promised pumps', actor: ['Norway'], recipient: ['Mali'], about: ['wells'] };
const sent: One = {
  ...met,
  type: 'AID',
  cameo: '070',
  words: 'sent',
  actor: ['Norway'],
  recipient: ['Mali'],
  about: ['wells'],
};
const asked: One = { type: 'REQUEST', cameo: '106', words: 'asked for talks', actor: ['Norway'], recipient: ['Mali'] };
const inJune: One = { ...talks, words: 'agreed to meet in June', dates: { June: '2012-06' } };
const inOslo: One = { ...talks, words: 'agreed to meet in Oslo' };

const ROWS: readonly (readonly [string, One, One, 'fulfilled' | 'refused' | 'open'])[] = [
  ['the same two meet later', talks, met, 'fulfilled'],
  ['their ministers meet', talks, { ...met, actor: ['Kari Berg', 'Ada Diallo'] }, 'fulfilled'],
  ['the day is that of the promise', talks, { ...met, time: '2012-03-02' }, 'open'],
  ['it was before', talks, { ...met, time: '2012-02-28' }, 'open'],
  ['the month of the promise is all that is known', talks, { ...met, time: '2012-03' }, 'open'],
  ['nobody knows when', talks, { ...met, time: null }, 'open'],
  ['only the news of it is later', talks, { ...met, time: '2012-06-06', basis: 'published' }, 'open'],
  ['it comes years later', talks, { ...met, published: '2016-04-21', time: '2016-04-20' }, 'open'],
  ['one of them meets a third', talks, { ...met, actor: ['Norway', 'Chad'] }, 'open'],
  ['something else is done', talks, { ...met, type: 'COOPERATE', cameo: '060' }, 'open'],
  ['they meet in the month promised', inJune, met, 'fulfilled'],
  ['they meet before the month promised', inJune, { ...met, time: '2012-05-31' }, 'open'],
  ['they meet after the month promised', inJune, { ...met, time: '2012-07-01' }, 'open'],
  ['the date is that of the visit', { ...talks, time: '2012-06' }, met, 'fulfilled'],
  ['they meet before that date', { ...talks, time: '2012-06' }, { ...met, time: '2012-04-01' }, 'open'],
  [
    'a year off is promised',
    { ...talks, words: 'agreed on 2014', dates: { 2014: '2014' } },
    { ...met, published: '2014-06-06', time: '2014-06-05' },
    'fulfilled',
  ],
  ['they meet where they promised', inOslo, { ...met, place: 'Oslo' }, 'fulfilled'],
  ['the words name the place', inOslo, { ...met, words: 'met in Oslo' }, 'fulfilled'],
  ['they meet in another place', inOslo, { ...met, place: 'Bamako' }, 'open'],
  ['no place is told', inOslo, met, 'open'],
  ['they meet at the level promised', { ...talks, level: 'experts' }, { ...met, level: 'experts' }, 'fulfilled'],
  ['others meet than promised', { ...talks, level: 'experts' }, { ...met, level: 'foreign-ministers' }, 'open'],
  ['experts were to meet', { ...talks, recipient: ['experts'] }, met, 'open'],
  [
    'a person visits',
    { ...talks, actor: ['Kari Berg'], recipient: ['Mali', 'Bamako'] },
    { ...met, actor: ['Kari Berg'], recipient: ['Mali'] },
    'fulfilled',
  ],
  ['another person of the state does', { ...talks, actor: ['Kari Berg'], recipient: ['Mali'] }, met, 'open'],
  [
    'a minister offers talks on a matter',
    { ...talks, actor: ['Kari Berg'], recipient: ['Mali'], about: ['wells'] },
    { ...met, about: ['wells'] },
    'fulfilled',
  ],
  [
    'a council meets again',
    { ...talks, actor: ['Norway-Mali Council'] },
    { ...met, actor: ['Norway-Mali Council'] },
    'fulfilled',
  ],
  ['its members meet without it', { ...talks, actor: ['Norway-Mali Council'] }, met, 'open'],
  ['what was promised is sent', aid, sent, 'fulfilled'],
  ['something else is sent', aid, { ...sent, about: ['grain'] }, 'open'],
  ['what is sent is not told', aid, { ...sent, about: [] }, 'open'],
  ['the promise names no matter, the deed does', { ...aid, about: [] }, sent, 'open'],
  ['it is sent to a third', aid, { ...sent, recipient: ['Chad'] }, 'open'],
  ['whom it is for is not told again', aid, { ...sent, recipient: [] }, 'fulfilled'],
  ['somebody else sends it', aid, { ...sent, actor: ['Chad'] }, 'open'],
  ['a request is met', asked, met, 'fulfilled'],
  [
    'a request is refused',
    asked,
    { ...met, type: 'REJECT', cameo: '125', actor: ['Mali'], recipient: ['Norway'] },
    'refused',
  ],
  [
    'a refusal is recalled',
    asked,
    {
      ...met,
      type: 'REJECT',
      cameo: '125',
      words: 'refused in 1999',
      dates: { 1999: '1999' },
      time: '2012-06-06',
      basis: 'published',
      actor: ['Mali'],
      recipient: ['Norway'],
    },
    'open',
  ],
  [
    'another asked is refused',
    asked,
    { ...met, type: 'REJECT', cameo: '125', actor: ['Mali'], recipient: ['Chad'] },
    'open',
  ],
  [
    'the meeting in June is called off in May',
    inJune,
    { ...met, type: 'REJECT', cameo: '125', time: '2012-05-01', actor: ['Mali'], recipient: ['Norway'] },
    'refused',
  ],
  [
    'one walks out after June',
    inJune,
    { ...met, type: 'REJECT', cameo: '125', time: '2012-08-01', actor: ['Mali'], recipient: ['Norway'] },
    'open',
  ],
];

describe.each(ENGINES)('what became of promises in $engine', ({ newPlace }) => {
  it('is only what is meant beyond doubt', async () => {
    const { place, clear } = await newPlace();
    const record = await openRecord(place);
    for (const [row, [, promise, deed]] of ROWS.entries()) {
      await tell(record, toldOf(row, 'promise', promise));
      await tell(record, toldOf(row, 'deed', deed));
    }
    await record.settle();
    const { items } = await record.promises();
    await record.close();
    await clear();
    const outcomes = new Map(items.map(({ event, outcome }) => [event.evidence[0]?.document.id, outcome]));
    expect(ROWS.map(([name], row) => [name, outcomes.get(`promise-${row}`)])).toEqual(
      ROWS.map(([name, , , outcome]) => [name, outcome]),
    );
  }, 60_000);
});
