// What queries find in a small record: a strike and a meeting told in passing by a document that came out later.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenRecord, openRecord } from '../../record/record.ts';
import { tell } from '../../record/testing/build.ts';
import { fittingItems, isAboutItems } from './fitting.ts';
import { understand, understoodWords } from './understood.ts';

const KENYA = { kind: 'state', name: 'Kenya' } as const;
const UGANDA = { kind: 'state', name: 'Uganda' } as const;
const OTIENO = { kind: 'person', name: 'Grace Otieno', partOf: 'Kenya' } as const;
const MUKASA = { kind: 'person', name: 'Paul Mukasa', partOf: 'Uganda' } as const;

let record: OpenRecord;

beforeAll(async () => {
  record = await openRecord(':memory:');
  await tell(record, {
    id: 'look-back',
    published: '2021-05-01',
    text:
      'Kenya attacked Uganda with a drone strike on 3 January 2020. Grace Otieno met Paul Mukasa in August 2019. ' +
      'Otieno condemned Kenya before Mukasa had left in March 2018.',
    entities: [KENYA, UGANDA, OTIENO, MUKASA],
    events: [
      { type: 'ASSAULT', trigger: 'attacked', actor: ['Kenya'], recipient: ['Uganda'], time: '2020-01-03' },
      { type: 'CONSULT', trigger: 'met', actor: ['Grace Otieno', 'Paul Mukasa'], time: '2019-08' },
      { type: 'ACCUSE', trigger: 'condemned', actor: ['Grace Otieno'], recipient: ['Kenya'], time: '2018-03' },
    ],
  });
});
afterAll(() => record.close());

const READ_ALL = { dates: true, names: true, deeds: true };

test.each([
  ['drone strike 3 January 2020', 'words “drone strike”, on 3 January 2020', ['ASSAULT'], null],
  ['"drone strike" 2020', 'words "drone strike", in 2020', ['ASSAULT'], null],
  ['drone January 2020', 'words “drone”, in January 2020', ['ASSAULT'], null],
  [
    'Otieno Mukasa August 2019',
    'Grace Otieno (person), Paul Mukasa (person), in August 2019',
    ['CONSULT'],
    /in sentences with/,
  ],
  ['Otieno Mukasa 2018', 'Grace Otieno (person), Paul Mukasa (person), in 2018', ['ACCUSE'], /in sentences with/],
  ['what did Kenya attack in 2020', 'Kenya (state), deed ASSAULT, in 2020', ['ASSAULT'], null],
  ['Kenya frigate 2020', 'Kenya (state), words “frigate”, in 2020', ['ASSAULT'], /Without the words frigate/],
  ['drone 2019', 'words “drone”, in 2019', [], null],
  ['2018 to 2019', 'from 2018 to 2019', ['ACCUSE', 'CONSULT'], null],
])('%s', async (typed, words, types, note) => {
  const understood = await understand(record, typed, READ_ALL);
  expect(understoodWords(understood)).toBe(words);
  expect(isAboutItems(understood, {})).toBe(true);
  const fitting = await fittingItems(record, understood, {}, ['event']);
  expect(fitting.page.items.map((item) => item.kind === 'event' && item.type)).toEqual(types);
  if (note === null) expect(fitting.note).toBeNull();
  else expect(fitting.note).toMatch(note);
});

test('words, alone or beside one name, ask where they stand', async () => {
  for (const typed of ['drone strike', 'Otieno', 'Kenya drone', '"Grace Otieno"']) {
    expect(isAboutItems(await understand(record, typed, READ_ALL), {})).toBe(false);
  }
  const dated = await understand(record, 'drone strike', READ_ALL);
  expect(isAboutItems(dated, { from: '2020' })).toBe(true);
});

test('a verb is a word where places are asked for', async () => {
  const { types, sought } = await understand(record, 'who condemned Kenya', { ...READ_ALL, deeds: false });
  expect({ types, sought }).toEqual({ types: [], sought: 'condemned Kenya' });
});

test('names are words where an option names the sides', async () => {
  const { actors, rest } = await understand(record, 'Kenya drone 2020', { ...READ_ALL, names: false });
  expect({ actors, rest }).toEqual({ actors: [], rest: 'Kenya drone' });
});
