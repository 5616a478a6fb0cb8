// What answers promises and what plans became, found in lists near their days, is what comparing all with all finds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeetingState } from '../../../model/items.ts';
import { openEngine } from '../../engines/open-engine.ts';
import { openRecord } from '../../record.ts';
import { type Told, tell } from '../../testing/build.ts';
import { ENGINES } from '../../testing/engines.ts';
import type { MeetingView } from '../../views.ts';
import { deedsOf } from '../deeds.ts';
import { answersAmong, askedBy } from './answers.ts';
import { fulfils } from './meetings.ts';

const PARTIES = [
  { kind: 'state', name: 'Norway', code: 'NOR' },
  { kind: 'state', name: 'Sweden', code: 'SWE' },
  { kind: 'person', name: 'Kari Berg', partOf: 'Norway' },
  { kind: 'body', name: 'Swedish Coast Guard', partOf: 'Sweden' },
  { kind: 'group', name: 'the fishermen' },
] as const;
const ISSUES = [
  { kind: 'issue', name: 'the cod quota' },
  { kind: 'issue', name: 'the sea cable' },
] as const;
const NAMES = PARTIES.map(({ name }) => name);
const DAYS = ['2012-03-01', '2012-06-15', '2012', '2012-06', '2013-02-20', '2011-12-30', '2011/2013', null];

const deed = fc.record({
  kind: fc.constantFrom(
    ['AGREE', '036'],
    ['REQUEST', '106'],
    ['AGREE', '033'],
    ['CONSULT', '040'],
    ['AID', '070'],
    ['REJECT', '125'],
    ['REJECT', '122'],
  ),
  actor: fc.subarray(NAMES, { minLength: 1, maxLength: 2 }),
  recipient: fc.subarray(NAMES, { maxLength: 2 }),
  about: fc.subarray(
    ISSUES.map(({ name }) => name),
    { maxLength: 1 },
  ),
  time: fc.constantFrom(...DAYS),
  planned: fc.constantFrom<MeetingState>('held', 'planned', 'considered', 'refused'),
});
const documents = fc.array(
  fc.record({
    deeds: fc.array(deed, { minLength: 1, maxLength: 6 }),
    published: fc.constantFrom('2012-03-02', '2012-07-01', '2012', undefined, '2013-03-01'),
  }),
  { minLength: 1, maxLength: 6 },
);
type Documents = typeof documents extends fc.Arbitrary<infer T> ? T : never;

function toldOf({ deeds, published }: Documents[number], at: number): Told {
  const triggers = deeds.map((_, n) => `deed${at}x${n}`);
  const events = deeds.map(({ kind: [type, cameo], actor, recipient, about, time }, n) => ({
    type: type as 'AGREE',
    cameo: cameo as string,
    trigger: triggers[n] as string,
    actor,
    recipient: recipient.filter((name) => !actor.includes(name)),
    about,
    time,
  }));
  const all = [...PARTIES, ...ISSUES];
  const text = `${all.map(({ name }) => name).join(' ')}. ${triggers.join('. ')}.`;
  const idOf = (name: string) => `e${all.findIndex((one) => one.name === name) + 1}`;
  const meetings = deeds.flatMap(({ kind: [type], actor, recipient, time, planned }, n) =>
    type !== 'CONSULT'
      ? []
      : [
          {
            event: `v${n + 1}`,
            parties: [...new Set([...actor, ...recipient])].map(idOf),
            body: null,
            level: null,
            place: null,
            time,
            state: planned,
            evidence: [text.indexOf(triggers[n] ?? ''), text.length] as const,
          },
        ],
  );
  const told = { id: `d${at}`, text, entities: all, events, rest: { meetings } };
  return (published === undefined ? told : { ...told, published }) as Told;
}

describe.each(ENGINES)('lists near their days in $engine', ({ engine, newPlace }) => {
  it('hold all answers, and all that plans became', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (documents) => {
        const { place, clear } = await newPlace();
        const record = await openRecord(place);
        for (const [at, one] of documents.entries()) await tell(record, toldOf(one, at));
        await record.settle();
        const { items: promises } = await record.promises();
        const { items: meetings } = await record.meetings();
        const pages = [(await record.promises({ limit: 1 })).items, (await record.meetings({ limit: 1 })).items];
        const engineOf = await openEngine(place, true);
        const leads = engineOf.db.selectFrom('items').select('key').whereRef('entry', '=', 'key');
        const keys = (await leads.where('kind', '=', 'event').execute()).map(({ key }) => key);
        const all = await deedsOf(engineOf.db, keys, null);
        const idOf = new Map(all.map(({ key, id }) => [key, id]));
        const asked = await askedBy(engineOf.db, all, null);
        const done = all.filter(({ modality }) => modality === 'actual');
        const expected = await answersAmong(engineOf.db, asked, done, null);
        const keyOf = new Map(all.map(({ key, id }) => [id, key]));
        await engineOf.close();
        await record.close();
        await clear();
        const sorted = (ids: readonly (string | undefined)[]) => [...ids].sort();
        expect(promises.map(({ answers }) => sorted(answers.map(({ event }) => event.id)))).toEqual(
          promises.map(({ event }) =>
            sorted((expected.get(keyOf.get(event.id) ?? 0) ?? []).map(({ key }) => idOf.get(key))),
          ),
        );
        const isPlan = ({ state }: MeetingView) => state === 'planned' || state === 'considered';
        const told = meetings.map(({ meeting }) => meeting);
        expect(meetings.map(({ became }) => became?.id ?? null)).toEqual(
          told.map((plan) => (isPlan(plan) && told.find((one) => !isPlan(one) && fulfils(plan, one))?.id) || null),
        );
        expect(pages).toEqual([promises.slice(0, 1), meetings.slice(0, 1)]);
      }),
      { numRuns: engine === 'SQLite' ? 60 : 6 },
    );
  }, 120_000);
});
