// What is counted once and kept gives the same answers as counting the events anew, whatever came and went.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '../model/plover.ts';
import type { OverallFilter } from './queries.ts';
import { type OpenRecord, openRecord } from './record.ts';
import { tell } from './testing/build.ts';
import { ENGINES, type Place } from './testing/engines.ts';
import { generated } from './testing/generate.ts';
import { expectTrueLists, expectTrueRegisters } from './testing/lists.ts';
import { MEETING, RETOLD, SAMPLES } from './testing/samples.ts';
import type { TemperatureRow } from './views.ts';

const AS_OF = [
  {},
  { world: '2012-05-31' },
  { world: '2012' },
  { known: '2012-05-31' },
  { known: '2012-06-17', world: '2012-05-20' },
];

describe.each(ENGINES)('counts of pairs in $engine', ({ newPlace }) => {
  let here: Place;
  let record: OpenRecord;

  beforeEach(async () => {
    here = await newPlace();
    record = await openRecord(here.place);
    for (const told of SAMPLES) await tell(record, told);
    for (let n = 0; n < 30; n += 1) await tell(record, generated(n));
  });
  afterEach(async () => {
    await record.close();
    await here.clear();
  });

  /** Any filter but a pair has the events counted anew. */
  const agree = async () => {
    const kept = await record.network({ limit: 1000 });
    expect(kept.edges.length).toBeGreaterThan(10);
    expect(kept).toEqual(await record.network({ limit: 1000, types: EVENT_TYPES }));
    for (const asOf of AS_OF) {
      const dealt = await record.network({ limit: 1000, asOf });
      expect(dealt).toEqual(await record.network({ limit: 1000, asOf, types: EVENT_TYPES }));
      for (const by of ['month', 'year'] as const) {
        const { rows } = await record.temperature({ by, asOf });
        expect(rows).toEqual((await record.temperature({ by, asOf, from: '1000', to: '2999' })).rows);
        await addUp(rows, { by, asOf });
      }
    }
    await expectTrueLists(record, true);
    await expectTrueRegisters(record, true);
    expect((await record.temperature()).undated).toBe((await record.temperature({ asOf: {} })).undated);
  };

  /** The overall temperature is that of all pairs, or of those of one side, together. */
  const addUp = async (rows: readonly TemperatureRow[], filter: OverallFilter) => {
    for (const side of [undefined, rows[0]?.pair[0].id]) {
      const { points } = await record.overallTemperature(side === undefined ? filter : { ...filter, entity: side });
      const own = rows.filter(({ pair }) => side === undefined || pair.some(({ id }) => id === side));
      expect(points.map(({ period }) => period)).toEqual([...new Set(own.map(({ period }) => period))].sort());
      for (const { period, events, sum, quads } of points) {
        const there = own.filter((row) => row.period === period);
        const total = (of: (row: TemperatureRow) => number) => there.reduce((so, row) => so + of(row), 0);
        expect([events, quads[3]]).toEqual([total((row) => row.events), total((row) => row.quads[3])]);
        expect(sum).toBeCloseTo(
          total((row) => row.sum),
          1,
        );
      }
    }
  };

  it('hold after documents came, changed, merged with others and went', async () => {
    await agree();
    await tell(
      record,
      {
        ...generated(3),
        text: generated(4).text,
        events: generated(4).events ?? [],
        entities: generated(4).entities ?? [],
      },
      { version: '2', path: 'generated-3.txt' },
    );
    await tell(record, { ...MEETING, events: [], rest: {} }, { version: '2' });
    await agree();
    await record.finishSource({ path: `${RETOLD.id}.txt`, hash: 'none', version: '1' }, []);
    await record.finishSource({ path: 'generated-9.txt', hash: 'none', version: '1' }, []);
    await agree();
  }, 180_000);

  it('follow a person who turns out to act for another side', async () => {
    const praise = (id: string, owner?: 'Norway' | 'Sweden') =>
      tell(record, {
        id,
        text: `Ulla Roe praised Denmark on ${id}. Norway and Sweden heard it.`,
        entities: [
          { kind: 'state', name: 'Denmark', code: 'DNK' },
          { kind: 'state', name: 'Norway', code: 'NOR' },
          { kind: 'state', name: 'Sweden', code: 'SWE' },
          { kind: 'person', name: 'Ulla Roe', ...(owner ? { partOf: owner } : {}) },
        ],
        events: [
          { type: 'SUPPORT', trigger: 'praised', actor: ['Ulla Roe'], recipient: ['Denmark'], time: '2031-05-02' },
        ],
      });
    const whose = async () =>
      (await record.temperature()).rows
        .filter(({ period }) => period === '2031-05')
        .map(({ pair }) => pair.map(({ code }) => code));
    await praise('one');
    expect(await whose()).toEqual([]);
    await praise('two', 'Sweden');
    expect(await whose()).toEqual([['DNK', 'SWE']]);
    await praise('three', 'Norway');
    await praise('four', 'Norway');
    expect(await whose()).toEqual([['DNK', 'NOR']]);
    await agree();
  });
});
