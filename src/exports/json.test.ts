// The JSON export: part 2 of the format, the same bytes whatever the order of reading, and no break on size.
import { Writable } from 'node:stream';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenRecord, openRecord } from '../record/record.ts';
import { type Told, tell } from '../record/testing/build.ts';
import { MEETING, SAMPLES, UNDATED } from '../record/testing/samples.ts';
import { EXPORTS } from './exports.ts';
import type { ExportFormat } from './format.ts';
import { NEWS } from './testing/dealings.ts';
import { writePieces } from './write-pieces.ts';

/** Collects what is written, taking a little at a time. */
class Collector extends Writable {
  readonly chunks: string[] = [];
  constructor() {
    super({ highWaterMark: 64, decodeStrings: false });
  }
  override _write(chunk: string | Buffer, _encoding: string, done: () => void): void {
    this.chunks.push(chunk.toString());
    setImmediate(done);
  }
}

async function exported(record: OpenRecord): Promise<string> {
  const out = new Collector();
  await writePieces((EXPORTS.get('json') as ExportFormat).pieces(record), out);
  expect(out.writableEnded).toBe(false);
  return out.chunks.join('');
}

async function exportOf(told: readonly Told[], before: readonly Told[] = []): Promise<string> {
  const record = await openRecord(':memory:');
  for (const one of before) await tell(record, one);
  if (before.length > 0) await record.settle();
  for (const one of told) await tell(record, one);
  const text = await exported(record);
  await record.close();
  return text;
}

interface Item {
  readonly id: string;
  readonly review: string;
  readonly document: string;
  readonly entity: string;
  readonly actor: readonly string[];
  readonly evidence: readonly { readonly document: string; readonly span: readonly [number, number] }[];
  readonly [field: string]: unknown;
}
type Export = Record<string, readonly Item[]> & { readonly format: number };

describe('the JSON export', () => {
  it('marks the day of publication that stands for an unknown day', async () => {
    const { meetings, agreements } = JSON.parse(await exportOf([NEWS])) as Export;
    const marked = { time: '2013-05-06', basis: 'published' };
    expect(meetings).toMatchObject([marked]);
    expect(agreements?.[0]?.developments).toMatchObject([marked]);
  });

  let record: OpenRecord;
  let whole: Export;
  beforeEach(async () => {
    record = await openRecord(':memory:');
    for (const told of SAMPLES) await tell(record, told);
    whole = JSON.parse(await exported(record)) as Export;
  });
  afterEach(() => record.close());

  it('has every list of the format', () => {
    expect(Object.keys(whole)).toEqual([
      ...['format', 'documents', 'entities', 'statements', 'events', 'agreements'],
      ...['meetings', 'activities', 'positions', 'threads', 'reviews'],
    ]);
    expect(whole.format).toBe(1);
    for (const list of ['entities', 'statements', 'events', 'agreements', 'meetings', 'positions', 'threads']) {
      expect(whole[list]?.length, list).toBeGreaterThan(0);
      if (list === 'entities' || list === 'threads') continue;
      for (const { review } of whole[list] ?? []) expect(review, list).toBe('machine');
    }
  });

  it('carries what people decided, rejected items too', async () => {
    const [first, second] = whole.events ?? [];
    await record.decide({ what: 'reject', item: first?.id ?? '' }, 'Ada');
    await record.decide({ what: 'accept', item: second?.id ?? '' }, 'Ada');
    const { events, reviews } = JSON.parse(await exported(record)) as Export;
    expect(events?.find(({ id }) => id === first?.id)?.review).toBe('rejected');
    expect(events?.find(({ id }) => id === second?.id)?.review).toBe('accepted');
    expect(reviews).toMatchObject([
      { who: 'Ada', what: 'rejected' },
      { who: 'Ada', what: 'accepted' },
    ]);
  });

  it('marks entities that people merged or renamed', async () => {
    const [one, two, three] = whole.entities ?? [];
    const merged = await record.decide({ what: 'merge-entities', entities: [one?.id ?? '', two?.id ?? ''] }, 'Ada');
    const renamed = await record.decide(
      { what: 'correct-entity', entity: three?.id ?? '', fields: { name: 'Another name' } },
      'Ada',
    );
    const { entities } = JSON.parse(await exported(record)) as Export;
    const corrected = entities?.filter(({ review }) => review === 'corrected').map(({ id }) => id);
    expect(corrected?.sort()).toEqual([one?.id, three?.id].sort());
    for (const { id } of [merged, renamed]) await record.undo(id, 'Ada');
    const back = (JSON.parse(await exported(record)) as Export).entities;
    expect(back?.every(({ review }) => review === 'machine')).toBe(true);
  });

  it('names only documents, entities and items that it has', () => {
    const known = new Set(
      Object.values(whole).flatMap((list) => (Array.isArray(list) ? list.map(({ id }) => id) : [])),
    );
    const text = JSON.stringify(whole.events) + JSON.stringify(whole.positions) + JSON.stringify(whole.meetings);
    const named = [...text.matchAll(/"([evsmtpg][0-9a-f]{16})"/g)].map(([, id]) => id ?? '');
    expect(named.length).toBeGreaterThan(20);
    for (const id of named) expect(known).toContain(id);
  });

  it('gives the evidence of every telling, beside its document', () => {
    const meeting = whole.events?.find(({ type }) => type === 'CONSULT');
    expect(meeting?.evidence.map(({ document }) => document)).toEqual(['meeting', 'retold']);
    const texts = new Map(whole.documents?.map(({ id, text }) => [id, text as string]));
    expect(meeting?.evidence.map(({ document, span }) => texts.get(document)?.slice(...span))).toEqual([
      'Norway met Sweden in Bergen on 3 May.',
      'In May the talks between Sweden and Norway were held.',
    ]);
    expect(whole.statements?.map(({ document }) => document)).toEqual(['meeting', 'refusal']);
  });

  it('gathers a thread about the agreement, by date', () => {
    const treaty = whole.entities?.find(({ name }) => name === 'Fjord Fisheries Treaty');
    const thread = whole.threads?.find(({ entity }) => entity === treaty?.id);
    const items = (thread?.items ?? []) as { kind: string; time: string }[];
    expect(items.map(({ kind, time }) => `${time} ${kind}`)).toEqual([
      '2012-05-03 development',
      '2012-05-03 development',
      '2012-05-04 position',
      '2012-05-04 statement',
      '2012-05-04 obligation',
      '2013-01-14 event',
      '2013-01-15 statement',
    ]);
  });
});

describe('the same documents', () => {
  const PAIR = UNDATED.entities ?? [];
  const many: readonly Told[] = [
    ...SAMPLES,
    { ...MEETING, id: 'wire copy', published: '2012-05-04' },
    {
      ...UNDATED,
      id: 'other',
      text: 'Norway, said Ola Berg of Norway, praised Sweden.',
      entities: [...PAIR, { kind: 'person', name: 'Ola Berg', partOf: 'Norway', offices: ['Envoy'] }],
    },
    {
      ...UNDATED,
      id: 'short',
      text: 'Berg praised Sweden.',
      entities: [
        { kind: 'person', name: 'Berg', offices: ['envoy'] },
        { kind: 'state', name: 'Sweden', code: 'SWE' },
      ],
      events: [{ type: 'SUPPORT', trigger: 'praised', actor: ['Berg'], recipient: ['Sweden'], time: '2012-05-03' }],
    },
    {
      id: 'council',
      text: 'The Sweden-Norway Council (SNC) met. Norway and Sweden paid.',
      entities: [
        ...PAIR,
        { kind: 'body', name: 'Sweden-Norway Council', partOf: 'Norway', names: ['Sweden-Norway Council', 'SNC'] },
      ],
      events: [{ type: 'CONSULT', trigger: 'met', actor: ['Sweden-Norway Council'], time: '2012-05' }],
    },
    {
      id: 'envoys',
      text: 'The SNC and the envoys of Norway and Sweden talked. The Norway-Sweden Council closed.',
      entities: [
        ...PAIR,
        { kind: 'body', name: 'SNC' },
        { kind: 'body', name: 'Norway-Sweden Council', partOf: 'Sweden' },
        { kind: 'group', name: 'envoys of Norway and Sweden' },
      ],
      events: [
        { type: 'CONSULT', trigger: 'talked', actor: ['envoys of Norway and Sweden', 'SNC'], time: '2012-05-03' },
      ],
    },
  ];

  it('merge as meant', async () => {
    const whole = JSON.parse(await exportOf(many)) as Export;
    const bodies = whole.entities?.filter(({ kind }) => kind === 'body') ?? [];
    expect(bodies.map(({ names }) => names)).toEqual([['SNC', 'Norway-Sweden Council', 'Sweden-Norway Council']]);
    const meetings = whole.events?.filter(({ type }) => type === 'CONSULT') ?? [];
    expect(meetings.map(({ evidence }) => evidence.map(({ document }) => document))).toEqual([
      ['meeting', 'wire copy', 'retold', 'council', 'envoys'],
    ]);
  });

  it('give the same bytes in whatever order they come', async () => {
    const expected = await exportOf(many);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...many], { minLength: many.length }), async (shuffled) => {
        expect(await exportOf(shuffled)).toBe(expected);
      }),
      { numRuns: 15 },
    );
  });

  it('give the same bytes whatever an earlier state of the record was', async () => {
    const expected = await exportOf(many);
    const earlier = many.map((told) => ({ ...UNDATED, id: told.id, published: '1999' }));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(earlier), async (before) => {
        expect(await exportOf(many, before)).toBe(expected);
      }),
      { numRuns: 10 },
    );
  });
});
