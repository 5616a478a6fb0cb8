// Every system that the relationship between NATO and Russia was made of can be asked for by name, and shows its state,
// dates and words: read from five documents written for this test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entityNamed } from '../src/cli/entity-named.ts';
import { type OpenRecord, openRecord } from '../src/record/record.ts';
import type { ThreadDetail } from '../src/record/views.ts';
import { rapporteur } from './program.ts';

const TEXTS = new URL('systems/', import.meta.url).pathname;

let folder: string;
let record: OpenRecord;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'systems-'));
  const { stderr, code } = await rapporteur(['read', TEXTS], { cwd: folder });
  expect(stderr).toContain('Read 5 documents');
  expect(code).toBe(0);
  record = await openRecord(join(folder, 'rapporteur.db'), { readOnly: true });
}, 120_000);
afterAll(async () => {
  await record?.close();
  rmSync(folder, { recursive: true });
});

const idOf = async (name: string): Promise<string> => (await entityNamed(record, 'thread', name)).id;
const threadOf = async (name: string): Promise<ThreadDetail> => (await record.thread(await idOf(name))) as ThreadDetail;

interface Telling {
  readonly evidence: readonly { readonly quote: string }[];
}
const quotes = (items: readonly Telling[]): string =>
  items.flatMap(({ evidence }) => evidence.map(({ quote }) => quote)).join(' … ');

describe('agreements', () => {
  it.each([
    ['Founding Act', 'signed', '1997-05-27', /signed in Paris/],
    ['Rome Declaration', 'signed', '2002-05-28', /Rome Declaration was signed/],
    ['CFE Treaty', 'suspended', '2007-12-12', /will suspend the CFE Treaty/],
    [
      'Partnership for Peace Status of Forces Agreement',
      'entered-into-force',
      '2007-09',
      /entered into force for Russia/,
    ],
    ['Work Programme for 2013', 'agreed', '2012-12', /agreed the NATO-Russia Council Work Programme/],
    ['European Security Treaty', 'rejected', '2009-12-17', /Medvedev proposed/],
    ['agreement on Syrian chemical weapons', 'agreed', '2013-09-14', /reached the agreement/],
    ['Action Plan on Terrorism', 'implemented', null, /share information/],
  ])('%s is %s', async (name, what, date, words) => {
    const thread = await threadOf(name);
    expect(thread.state).toMatchObject({ what, time: { value: date } });
    expect(quotes(thread.agreement?.developments ?? [])).toMatch(words);
    expect((await record.mentions(thread.entity.id)).total).toBeGreaterThan(0);
  });

  it('the adapted treaty: ratified by one side, not by the other', async () => {
    const { agreement } = await threadOf('Adapted CFE Treaty');
    const told = agreement?.developments.map(({ what, by }) => [what, by.map(({ name }) => name).join()]);
    expect(told).toContainEqual(['ratified', 'Russia']);
    expect(told).toContainEqual(['not-ratified', 'NATO']);
    expect(agreement?.contradictions.map(({ about }) => about)).toContain('ratification');
  });

  it('the act that one side says is broken, and the other kept', async () => {
    const { agreement } = await threadOf('Founding Act');
    const compliance = agreement?.contradictions.find(({ about }) => about === 'compliance');
    expect(quotes(compliance?.claims ?? [])).toMatch(/violates the Founding Act.*complies with the Founding Act/s);
  });

  it('the document whose change is asked for and refused', async () => {
    const { agreement } = await threadOf('Vienna Document 2011');
    expect(agreement?.contradictions.map(({ about }) => about)).toContain('amendment');
  });
});

it('the Council and its meetings', async () => {
  const { meetings } = await threadOf('NATO-Russia Council');
  const told = meetings.map(({ meeting: { time, state, level, place } }) =>
    [time.value, state, level, place?.name.toLowerCase()].join(' '),
  );
  expect(told).toEqual([
    '2007-06 held ambassadors moscow',
    expect.stringMatching(/^2007-12-07 planned foreign-ministers/),
    '2013-02-22 planned defence-ministers brussels',
    '2013-10-23 held defence-ministers brussels',
    '2016-04-20 planned ambassadors brussels',
  ]);
});

describe('matters in dispute', () => {
  it.each([
    ['missile defence', /opposes|concerned/, /missile defence/],
    ['NATO enlargement', /Russia opposes/, /draws new lines|opposes NATO enlargement/],
    ['strategic arms cuts', /conditional/, /deeper strategic arms cuts/],
    ['military build-up', /Russia opposes/, /Russian concerns is the military build-up/],
  ])('%s', async (name, state, words) => {
    const thread = await threadOf(name);
    expect(thread.state?.what).toMatch(state);
    expect(thread.state?.time.value).toMatch(/^20\d\d/);
    expect(quotes(thread.items.items)).toMatch(words);
    expect(thread.positions.cells.length).toBeGreaterThan(0);
  });
});

describe('joint work', () => {
  it.each([
    ['Operation Active Endeavour', 'under-way', /frigate Ladny took part/],
    ['training of counter-narcotics officers', 'under-way', /Domodedovo/],
    ['video conferences', 'agreed', /regular video conferences/],
    ['joint coordination centre', 'refused', /Pentagon refused/],
    ['providing helicopters', 'proposed', /helicopters for the Afghan army/],
    ['transit of supplies', 'under-way', /transit of supplies/],
    ['project on the compatibility', 'under-way', /air traffic control systems/],
  ])('%s is %s', async (name, state, words) => {
    const { items } = await record.activities({ name });
    const told = items.find(({ state: now }) => now?.what === state);
    expect(quotes(told?.tellings ?? [])).toMatch(words);
    expect(told?.tellings[0]?.time.value).toMatch(/^20\d\d/);
  });

  it('counts the specialists that were trained', async () => {
    const { items } = await record.activities({ name: 'training of counter-narcotics officers' });
    expect(items[0]?.figures).toContainEqual(expect.objectContaining({ value: 138, of: 'specialists' }));
  });
});

it('the suspension of contacts in March 2014', async () => {
  const pair = [await idOf('NATO'), await idOf('RUS')] as const;
  const { items } = await record.events({ pair, types: ['SANCTION'], from: '2014', text: 'contacts' });
  expect(items[0]?.time.value).toBe('2014-03');
  expect(quotes(items)).toMatch(/suspended political contacts/);
});

it.each([
  ['exercises', /exercises/],
  ['build-up', /build-up/],
  ['Ladny', /Ladny/],
  ['138 specialists', /138 specialists/],
  ['maintenance of Afghan helicopters', /maintenance of Afghan helicopters/],
  ['air traffic', /air traffic/],
  ['civil emergencies', /civil emergencies/],
  ['web site', /web site of the NATO-Russia Council/],
  ['political contacts', /political contacts/],
  ['Syrian chemical weapons', /Syrian chemical weapons/],
])('"%s" is found with its words and a date', async (name, words) => {
  const { items } = await record.find(name, { kinds: ['document'] });
  const found = items.find(({ snippet }) => words.test(snippet.text));
  expect(found).toMatchObject({ document: { published: { value: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) } } });
});

it.each(['NATO-Russia Council', '138 specialists', 'web site'])(
  '"show thread %s" shows words and dates',
  async (name) => {
    const { stdout, code } = await rapporteur(['show', 'thread', name], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(name);
    expect(stdout).toMatch(/20\d\d-\d\d/);
  },
);

it('explains an item by its words, its rule and the steps that made it', async () => {
  const { items } = await record.events({ types: ['SANCTION'], from: '2014', to: '2014', text: 'contacts' });
  const { stdout, code } = await rapporteur(['explain', items[0]?.id ?? ''], { cwd: folder });
  expect(code).toBe(0);
  expect(stdout).toMatch(/words: “NATO suspended political contacts/);
  expect(stdout).toMatch(/rule: verbs-\w+\.tsv \w/);
  expect(stdout).toMatch(/dated: a time expression/);
  const none = await rapporteur(['explain', 'v0000000000000000'], { cwd: folder });
  expect(none.code).toBe(2);
  expect(none.stderr).toMatch(/there is no item "v0000000000000000" in the record\. .*--ids/);
});

it.each([
  'timeline',
  'events',
  'statements',
  'meetings',
  'agreements',
  'activities',
  'positions',
  'promises',
  'issues',
])('show %s names each line with --ids, by the id that explain takes', async (what) => {
  const { stdout } = await rapporteur(['show', what, '--ids', '--csv', '-n', '5'], { cwd: folder });
  const [head, ...rows] = stdout.trim().split('\n');
  expect(head).toMatch(/,id$/);
  for (const row of rows) expect(row).toMatch(/,[vsmdoap][0-9a-f]{16}$/);
  const { code } = await rapporteur(['explain', rows[0]?.slice(-17) ?? ''], { cwd: folder });
  expect(code).toBe(0);
});

it('gives tables as CSV, and the state of things on a day', async () => {
  const { stdout } = await rapporteur(['show', 'agreements', 'Rome', '--csv'], { cwd: folder });
  expect(stdout.split('\n')[0]).toBe('agreement,state,when,development,by,words,document');
  expect(stdout).toContain('Rome Declaration,signed 2002-05-28,2002-05-28,signed');
  const then = JSON.parse((await rapporteur(['as-of', '2000', '--json'], { cwd: folder })).stdout);
  expect(then.agreements.map(({ agreement }: { agreement: { name: string } }) => agreement.name)).toEqual([
    'NATO-Russia Founding Act',
  ]);
  const found = await rapporteur(['search', 'frigate', 'Ladny'], { cwd: folder });
  expect(found.stdout).toMatch(/\[frigate\] \[Ladny\]/);
  const dated = await rapporteur(['search', 'frigate Ladny', 'in May 1983'], { cwd: folder });
  expect(dated.stdout).toBe('');
  expect(dated.stderr).toMatch(/^Read as: .*in May 1983\.\n/);
  expect(dated.stderr).toMatch(/Without the date \d+ fit/);
  const alone = await rapporteur(['search', '28 May 2002', '--csv'], { cwd: folder });
  expect(alone.stdout).toMatch(/^2002-05-28,signed,/m);
});
