// What was derived from the words of an event or statement follows what people decide about these.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Span } from '../../model/span.ts';
import { type OpenRecord, openRecord } from '../record.ts';
import { type Told, tell } from '../testing/build.ts';
import { ENGINES, type Place } from '../testing/engines.ts';
import { snapshot } from '../testing/snapshot.ts';
import type { AnyView, EventView, ItemKind, PositionView } from '../views.ts';

const TEXT = `Norway praised the Harbour Plan on Monday. Norway signed the Sound Pact. Sweden opposed the levy.
Sweden again rejected the levy. Finland said it was for the canal. Norway sent divers to the wreck. Norway met Sweden.`;

const spanOf = (words: string): Span => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];

const made = { rule: 'derived', why: 'in the test' };
const position = (actor: string, on: string, words: string, grounds: readonly string[]) => ({
  ...{ actor, on, stance: 'supports' as const, evidence: spanOf(words), statement: null, grounds, ...made },
});

const DEALINGS: Told = {
  id: 'dealings',
  text: TEXT,
  published: '2013-05-08',
  entities: [
    { kind: 'state', name: 'Norway', code: 'NOR' },
    { kind: 'state', name: 'Sweden', code: 'SWE' },
    { kind: 'state', name: 'Finland', code: 'FIN' },
    { kind: 'agreement', name: 'Harbour Plan' },
    { kind: 'agreement', name: 'Sound Pact' },
    { kind: 'issue', name: 'levy' },
    { kind: 'issue', name: 'canal' },
    { kind: 'activity', name: 'wreck' },
  ],
  events: [
    { type: 'SUPPORT', trigger: 'praised', actor: ['Norway'], about: ['Harbour Plan'], time: '2013-05-06' },
    { type: 'SUPPORT', trigger: 'signed', actor: ['Norway'], about: ['Sound Pact'] },
    { type: 'REJECT', trigger: 'opposed', actor: ['Sweden'], about: ['levy'] },
    { type: 'REJECT', trigger: 'rejected', actor: ['Sweden'], about: ['levy'] },
    { type: 'AID', trigger: 'sent', actor: ['Norway'], recipient: ['Sweden'] },
    { type: 'CONSULT', trigger: 'met', actor: ['Norway', 'Sweden'] },
  ],
  statements: [{ speaker: ['Finland'], cue: 'said', content: 'it was for the canal' }],
  rest: {
    agreements: [
      {
        entity: 'e5',
        developments: [
          {
            what: 'signed',
            by: ['e1'],
            time: null,
            evidence: spanOf('Norway signed the Sound Pact'),
            grounds: ['v2'],
            ...made,
          },
        ],
        obligations: [],
      },
    ],
    meetings: [
      {
        ...{ event: 'v6', parties: ['e1', 'e2'], body: null, level: null, place: null, time: null, state: 'held' },
        evidence: spanOf('Norway met Sweden'),
        ...made,
      },
    ],
    activities: [
      {
        ...{ entity: 'e8', parties: ['e1', 'e2'], state: 'under-way', figures: [], grounds: ['v5'] },
        evidence: spanOf('Norway sent divers to the wreck'),
        ...made,
      },
    ],
    positions: [
      {
        ...position('e1', 'e4', 'Norway praised the Harbour Plan', ['v1']),
        time: { value: '2013-05-06', basis: 'expression' },
      },
      position('e2', 'e6', 'Sweden opposed the levy', ['v3', 'v4']),
      position('e3', 'e7', 'it was for the canal', ['s1']),
    ],
  },
};

const ALL = ['machine', 'accepted', 'corrected', 'rejected', 'added'] as const;

describe.each(ENGINES)('what is derived, in a record in $engine', ({ newPlace }) => {
  let here: Place;
  let record: OpenRecord;

  beforeEach(async () => {
    here = await newPlace();
    record = await openRecord(here.place);
    await tell(record, DEALINGS);
  });
  afterEach(async () => {
    await record?.close();
    await here?.clear();
  });

  const event = async (words: string): Promise<EventView> => {
    const { items } = await record.events({ reviews: ALL });
    const found = items.find(({ evidence }) => evidence[0]?.quote.includes(words));
    if (!found) throw new Error(`no event has "${words}" in its words`);
    return found;
  };
  const derived = async (kind: ItemKind, words: string): Promise<AnyView> => {
    const { items } = await record.timeline({ kinds: [kind], reviews: ALL });
    const found = items.find(({ evidence }) => evidence[0]?.quote.includes(words));
    if (!found) throw new Error(`no ${kind} has "${words}" in its words`);
    return found;
  };
  const stand = async (words: string) => (await derived('position', words)) as PositionView;
  const idOf = async (name: string) => (await record.entities({ name })).items[0]?.id ?? '';

  it('is rejected with the event that tells it, and comes back with it', async () => {
    const before = await snapshot(record);
    const { id } = await event('praised');
    const entry = await record.decide({ what: 'reject', item: id }, 'Ada');
    const rejected = await stand('praised');
    expect(rejected.review).toBe('rejected');
    expect((await record.stands({})).items.map(({ on }) => on.name)).not.toContain('Harbour Plan');
    const history = await record.history(rejected.id);
    expect(history).toMatchObject({ entries: [], grounds: [{ item: { id }, entry: { id: entry.id, who: 'Ada' } }] });
    expect((await record.history(id))?.taken).toMatchObject([{ item: { id: rejected.id, review: 'rejected' } }]);
    await record.undo(entry.id, 'Ben');
    expect((await stand('praised')).review).toBe('machine');
    expect(await snapshot(record)).toEqual(before);
  });

  it.each([
    ['development', 'signed'],
    ['activity', 'divers'],
    ['meeting', 'met'],
  ] as const)('takes the %s out with its event', async (kind, words) => {
    const before = await snapshot(record);
    const entry = await record.decide({ what: 'reject', item: (await event(words)).id }, 'Ada');
    expect((await derived(kind, words)).review).toBe('rejected');
    await record.undo(entry.id, 'Ada');
    expect((await derived(kind, words)).review).toBe('machine');
    expect(await snapshot(record)).toEqual(before);
  });

  it('is rejected with the statement in whose words alone it stands', async () => {
    const [said] = (await record.statements({})).items;
    await record.decide({ what: 'reject', item: said?.id ?? '' }, 'Ada');
    expect((await stand('canal')).review).toBe('rejected');
  });

  it('stays while another event tells it, and is to be looked at again', async () => {
    const first = await record.decide({ what: 'reject', item: (await event('opposed')).id }, 'Ada');
    const { id, review } = await stand('levy');
    expect(review).toBe('machine');
    const [top] = (await record.queue({ kinds: ['position'] })).items;
    expect(top).toMatchObject({ item: { id }, reasons: ['what it rests on was corrected or rejected'] });
    await record.decide({ what: 'reject', item: (await event('rejected')).id }, 'Ada');
    expect((await stand('levy')).review).toBe('rejected');
    await record.undo(first.id, 'Ada');
    expect((await stand('levy')).review).toBe('machine');
  });

  it('is left alone by what is corrected of one of several events and is none of its own', async () => {
    const { id } = await stand('levy');
    const fields = { place: { kind: 'place', name: 'Oslo' }, recipient: [await idOf('Norway')] } as const;
    await record.decide({ what: 'correct', item: (await event('opposed')).id, fields }, 'Ada');
    expect((await record.history(id))?.shaken).toBe(false);
    await record.decide({ what: 'correct', item: (await event('opposed')).id, fields: { type: 'SUPPORT' } }, 'Ada');
    expect((await record.history(id))?.shaken).toBe(true);
  });

  it('stands where a person accepted it, before or after', async () => {
    const { id } = await stand('praised');
    const accepted = await record.decide({ what: 'accept', item: id }, 'Ben');
    await record.decide({ what: 'reject', item: (await event('praised')).id }, 'Ada');
    expect((await stand('praised')).review).toBe('accepted');
    await record.undo(accepted.id, 'Ben');
    expect((await stand('praised')).review).toBe('rejected');
    await record.decide({ what: 'accept', item: id }, 'Ben');
    expect((await stand('praised')).review).toBe('accepted');
  });

  it('gets the actor and the day that its event is corrected to', async () => {
    const before = await snapshot(record);
    const [sweden, finland] = [await idOf('Sweden'), await idOf('Finland')];
    const praise = await record.decide(
      { what: 'correct', item: (await event('praised')).id, fields: { actor: [sweden], time: '2013-04-29' } },
      'Ada',
    );
    expect(await stand('praised')).toMatchObject({
      ...{ actor: { name: 'Sweden' }, stance: 'supports', review: 'corrected', time: { value: '2013-04-29' } },
    });
    const signing = await record.decide(
      { what: 'correct', item: (await event('signed')).id, fields: { actor: [sweden, finland] } },
      'Ada',
    );
    const by = async () => {
      const signed = await derived('development', 'signed');
      return signed.kind === 'development' ? signed.by.map(({ name }) => name) : [];
    };
    expect(await by()).toEqual(['Sweden', 'Finland']);
    for (const { id } of [praise, signing]) await record.undo(id, 'Ada');
    expect(await snapshot(record)).toEqual(before);
  });

  it('gets the parties that its event is corrected to', async () => {
    const fields = { recipient: [await idOf('Finland')] };
    await record.decide({ what: 'correct', item: (await event('divers')).id, fields }, 'Ada');
    const sent = await derived('activity', 'divers');
    expect(sent.kind === 'activity' && sent.parties.map(({ name }) => name)).toEqual(['Norway', 'Finland']);
  });

  it('is a meeting to be looked at again where its event is none', async () => {
    await record.decide({ what: 'correct', item: (await event('met')).id, fields: { type: 'ACCUSE' } }, 'Ada');
    const { id, review } = await derived('meeting', 'met');
    expect(review).toBe('machine');
    expect((await record.history(id))?.shaken).toBe(true);
  });

  it('gets the speaker that its statement is corrected to', async () => {
    const [said] = (await record.statements({})).items;
    const fields = { speaker: [await idOf('Norway')] };
    await record.decide({ what: 'correct', item: said?.id ?? '', fields }, 'Ada');
    expect((await stand('canal')).actor.name).toBe('Norway');
  });

  it.each([
    ['type', { type: 'REJECT' }],
    ['modality', { modality: 'negated' }],
    ['actors', { actor: [] }],
    ['subject', { about: [] }],
  ])('is to be looked at again where it cannot follow another %s', async (_, fields) => {
    const before = await snapshot(record);
    const { id } = await stand('praised');
    const { uncertainty: least = 1 } =
      (await record.queue({ kinds: ['position'] })).items.find(({ item }) => item.id === id) ?? {};
    const entry = await record.decide({ what: 'correct', item: (await event('praised')).id, fields }, 'Ada');
    const [top] = (await record.queue({ kinds: ['position'] })).items;
    expect(top?.item).toMatchObject({ id, stance: 'supports', actor: { name: 'Norway' }, review: 'machine' });
    expect(top?.uncertainty).toBeCloseTo(least + 0.3);
    expect((await record.history(id))?.shaken).toBe(true);
    await record.decide({ what: 'accept', item: id }, 'Ben');
    expect((await record.history(id))?.shaken).toBe(false);
    expect((await record.queue({ kinds: ['position'] })).items.map(({ item }) => item.id)).not.toContain(id);
    await record.undo((await record.history(id))?.entries[0]?.id ?? '', 'Ben');
    expect((await record.history(id))?.shaken).toBe(true);
    await record.undo(entry.id, 'Ada');
    expect((await record.history(id))?.shaken).toBe(false);
    expect(await snapshot(record)).toEqual(before);
  });

  it('is left alone by a correction that does not touch it, or that is corrected back', async () => {
    const { id } = await event('praised');
    await record.decide({ what: 'correct', item: id, fields: { background: true } }, 'Ada');
    await record.decide({ what: 'correct', item: id, fields: { type: 'REJECT' } }, 'Ada');
    await record.decide({ what: 'correct', item: id, fields: { type: 'SUPPORT' } }, 'Ada');
    const { id: about, review } = await stand('praised');
    expect(review).toBe('machine');
    expect((await record.history(about))?.shaken).toBe(false);
  });

  it('follows after its document is taken out and put back', async () => {
    await record.decide({ what: 'reject', item: (await event('praised')).id }, 'Ada');
    await record.decide({ what: 'correct', item: (await event('signed')).id, fields: { type: 'REJECT' } }, 'Ada');
    const before = await snapshot(record);
    const { id } = await record.decide({ what: 'take-out', document: 'dealings' }, 'Ada');
    await record.undo(id, 'Ada');
    expect((await stand('praised')).review).toBe('rejected');
    expect((await record.history((await derived('development', 'signed')).id))?.shaken).toBe(true);
    expect(await snapshot(record)).toEqual(before);
  });

  it('follows after its document is read again', async () => {
    const { id } = await event('praised');
    await record.decide({ what: 'reject', item: id }, 'Ada');
    await tell(record, DEALINGS, { version: '2' });
    expect((await stand('praised')).review).toBe('rejected');
    await record.decide({ what: 'accept', item: (await event('praised')).id }, 'Ben');
    expect((await stand('praised')).review).toBe('machine');
  });

  it('leaves what a person merged with it to stand', async () => {
    const [one, other] = [await stand('praised'), await stand('levy')];
    await record.decide({ what: 'merge', items: [one.id, other.id] }, 'Ada');
    const merged = await snapshot(record);
    const entry = await record.decide({ what: 'reject', item: (await event('praised')).id }, 'Ada');
    expect((await stand('praised')).review).toBe('rejected');
    expect(await stand('levy')).toMatchObject({ id: other.id, review: 'machine' });
    await record.undo(entry.id, 'Ada');
    expect(await snapshot(record)).toEqual(merged);
  });
});
