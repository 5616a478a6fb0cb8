// What an agreement has come to, by what was told of it, one development a year.
import { expect, it } from 'vitest';
import type { DevelopmentKind } from '../../../model/items.ts';
import { openRecord } from '../../record.ts';
import { tell } from '../../testing/build.ts';
import { ENGINES } from '../../testing/engines.ts';

const ROWS: readonly { readonly told: readonly DevelopmentKind[]; readonly state: DevelopmentKind }[] = [
  { told: ['proposed', 'negotiated'], state: 'negotiated' },
  { told: ['negotiated', 'signed'], state: 'signed' },
  // Talks on a treaty that stands, or on a draft of it, do not undo it.
  { told: ['signed', 'negotiated'], state: 'signed' },
  { told: ['entered-into-force', 'suspended', 'negotiated', 'proposed'], state: 'suspended' },
  { told: ['signed', 'withdrawn', 'implemented'], state: 'implemented' },
  // A proposal that was turned down may be made again.
  { told: ['proposed', 'rejected', 'proposed'], state: 'proposed' },
];

it.each(ENGINES)('in $engine, talks and drafts change nothing about what is concluded', async ({ newPlace }) => {
  const { place, clear } = await newPlace();
  const record = await openRecord(place);
  for (const [at, { told }] of ROWS.entries()) {
    const text = 'They dealt with the pact again. '.repeat(told.length);
    await tell(record, {
      id: `d${at}`,
      text,
      published: '2015-01-01',
      entities: [{ kind: 'agreement', name: `Pact ${at}`, names: ['pact'] }],
      rest: {
        agreements: [
          {
            entity: 'e1',
            developments: told.map((what, nth) => ({
              what,
              by: [],
              time: `${2000 + nth}-05-04`,
              evidence: [nth * 32, nth * 32 + 31],
            })),
            obligations: [],
          },
        ],
      },
    });
  }
  const { items } = await record.agreements();
  const states = new Map(items.map(({ agreement, state }) => [agreement.name, state?.what]));
  expect(ROWS.map((_, at) => states.get(`Pact ${at}`))).toEqual(ROWS.map(({ state }) => state));
  await record.close();
  await clear();
});
