// Merging what came with what ties connect it to gives what merging everything anew gives.
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openEngine } from '../engines/open-engine.ts';
import { openRecord } from '../record.ts';
import { type Told, tell } from '../testing/build.ts';
import { ENGINES } from '../testing/engines.ts';

const NAMES = ['Norway', 'Sweden', 'Finland'];

/** Few parties, words and days, so that much is told again, by exact and by partial dates. */
const event = fc.record({
  type: fc.constantFrom('CONSULT', 'REJECT'),
  trigger: fc.constantFrom('met', 'spurned', 'talks'),
  actor: fc.subarray(NAMES, { minLength: 1 }),
  recipient: fc.subarray(NAMES, { maxLength: 1 }),
  about: fc.subarray(['fish quota']),
  place: fc.constantFrom(undefined, undefined, 'Oslo', 'Bergen'),
  time: fc.constantFrom('2013-10-02', '2013-10-20', '2013-10', '2013-11-05', '2013', '2013-12-24/2014-01-02'),
});
const step = fc.array(
  fc.record({ document: fc.nat(7), version: fc.nat(3), events: fc.array(event, { maxLength: 4 }) }),
  { minLength: 1, maxLength: 3 },
);

function toldOf(document: number, events: readonly (typeof event extends fc.Arbitrary<infer T> ? T : never)[]): Told {
  const kinds = [...NAMES.map((name) => ({ kind: 'state', name }) as const)];
  return {
    id: `d${document}`,
    text: `Norway Sweden Finland met over fish quota in Oslo and Bergen, spurned talks. ${document} ${events.length}.`,
    published: `2013-12-0${document + 1}`,
    entities: [
      ...kinds,
      { kind: 'issue', name: 'fish quota' },
      { kind: 'place', name: 'Oslo' },
      { kind: 'place', name: 'Bergen' },
    ],
    events: events.map(({ place, ...told }) => ({
      ...told,
      type: told.type as 'CONSULT',
      ...(place ? { place } : {}),
    })),
  };
}

describe.each(ENGINES)('merging in $engine', ({ engine, newPlace }) => {
  it('step by step comes to what merging everything anew comes to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        const { place, clear } = await newPlace();
        const record = await openRecord(place);
        for (const documents of steps) {
          for (const { document, version, events } of documents) {
            await tell(record, toldOf(document, events), { version: String(version) });
          }
          await record.settle();
        }
        await record.close();
        const opened = await openEngine(place, false);
        const entries = async () =>
          (await sql`SELECT key, entry FROM items ORDER BY key`.execute(opened.db)).rows as readonly unknown[];
        const before = await entries();
        await sql`INSERT INTO stale_blocks SELECT DISTINCT block FROM items WHERE block IS NOT NULL`.execute(opened.db);
        await opened.close();
        const again = await openRecord(place);
        await again.settle();
        await again.close();
        const reopened = await openEngine(place, true);
        const after = (await sql`SELECT key, entry FROM items ORDER BY key`.execute(reopened.db)).rows;
        await reopened.close();
        await clear();
        expect(before).toEqual(after);
      }),
      { numRuns: engine === 'SQLite' ? 60 : 5 },
    );
  }, 120_000);
});
