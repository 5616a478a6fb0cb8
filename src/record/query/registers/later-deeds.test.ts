// A stand on an agreement or activity is shown with the later deed of its holder that goes against it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActivityState, DevelopmentKind, Stance } from '../../../model/items.ts';
import { type OpenRecord, openRecord } from '../../record.ts';
import { type Told, tell } from '../../testing/build.ts';
import { ENGINES, type Place } from '../../testing/engines.ts';

const ENTITIES: Told['entities'] = [
  { kind: 'state', name: 'Norway', code: 'NOR' },
  { kind: 'state', name: 'Sweden', code: 'SWE' },
  { kind: 'agreement', name: 'Sound Pact' },
  { kind: 'activity', name: 'Reef Patrol' },
];
const TEXT = 'Norway and Sweden spoke of the Sound Pact and the Reef Patrol.';
const made = { evidence: [0, TEXT.length] as const, rule: 'by-hand', why: 'in the test' };

const stand = (id: string, published: string, stance: Stance, on = 'e3'): Told => ({
  ...{ id, published, text: TEXT, entities: ENTITIES },
  rest: {
    positions: [{ actor: 'e1', on, stance, statement: null, ...made }],
  },
});

const deed = (id: string, published: string, what: DevelopmentKind, time: string, by = 'e1'): Told => ({
  ...{ id, published, text: TEXT, entities: ENTITIES },
  rest: {
    agreements: [
      {
        entity: 'e3',
        developments: [
          { what, by: [by], time, ...(time === published ? { basis: 'published' as const } : {}), ...made },
        ],
        obligations: [],
      },
    ],
  },
});

/** Both take part in what one of them ends. */
const leaving = (state: ActivityState, doer: string): Told => ({
  ...{ id: 'later', published: '2010-04-09', text: TEXT, entities: ENTITIES },
  events: [{ type: 'RETREAT', trigger: 'spoke', actor: [doer], recipient: ['Sweden'], time: '2010-04-08' }],
  rest: { activities: [{ entity: 'e4', parties: ['e1', 'e2'], state, figures: [], grounds: ['v1'], ...made }] },
});

describe.each(ENGINES)('later deeds, in a record in $engine', ({ newPlace }) => {
  let here: Place;
  let record: OpenRecord;

  beforeEach(async () => {
    here = await newPlace();
    record = await openRecord(here.place);
  });
  afterEach(async () => {
    await record?.close();
    await here?.clear();
  });

  const shown = async (filter: Parameters<OpenRecord['stands']>[0] = {}) => {
    const [one] = (await record.stands(filter)).items;
    const [side] = (await record.issues(filter)).items[0]?.sides ?? [];
    expect(side?.deed?.id).toBe(one?.deed?.id);
    expect(side?.position.id).toBe(one?.latest.id);
    const words = one?.deed && (one.deed.kind === 'development' ? one.deed.what : one.deed.state);
    return one && [one.stance, one.latest.time.value, one.deed && `${words} ${one.deed.time.value}`];
  };

  it.each<[Stance, DevelopmentKind]>([
    ['opposes', 'signed'],
    ['opposes', 'ratified'],
    ['opposes', 'agreed'],
    ['supports', 'withdrawn'],
    ['supports', 'suspended'],
  ])('%s, then %s', async (stance, what) => {
    await tell(record, stand('first', '2007-03-10', stance));
    await tell(record, deed('later', '2010-04-09', what, '2010-04-08'));
    expect(await shown()).toEqual([stance, '2007-03-10', `${what} 2010-04-08`]);
  });

  it.each<[string, readonly Told[]]>([
    ['goes with the stand', [deed('later', '2010-04-09', 'ratified', '2010-04-08')]],
    ['was before it', [deed('later', '2010-04-09', 'withdrawn', '2005-04-08')]],
    ['may have been before it', [deed('later', '2010-04-09', 'withdrawn', '2007')]],
    ['is dated by its document alone', [deed('later', '2010-04-09', 'withdrawn', '2010-04-09')]],
    ['is of somebody else', [deed('later', '2010-04-09', 'withdrawn', '2010-04-08', 'e2')]],
    [
      'was taken back',
      [deed('later', '2010-04-09', 'withdrawn', '2010-04-08'), deed('latest', '2012-04-09', 'signed', '2012-04-08')],
    ],
    [
      'came before another stand',
      [deed('later', '2010-04-09', 'withdrawn', '2010-04-08'), stand('latest', '2011-01-01', 'supports')],
    ],
  ])('none that %s', async (_, others) => {
    await tell(record, stand('first', '2007-03-10', 'supports'));
    for (const other of others) await tell(record, other);
    const [stance, , later] = (await shown()) ?? [];
    expect([stance, later]).toEqual(['supports', null]);
  });

  it('an activity that its holder left, and not the other one', async () => {
    await tell(record, stand('first', '2007-03-10', 'supports', 'e4'));
    await tell(record, leaving('ended', 'Sweden'));
    expect(await shown()).toEqual(['supports', '2007-03-10', null]);
    await tell(record, leaving('ended', 'Norway'));
    expect(await shown()).toEqual(['supports', '2007-03-10', 'ended 2010-04-08']);
    await tell(record, leaving('under-way', 'Norway'));
    expect(await shown()).toEqual(['supports', '2007-03-10', null]);
  });

  it('none against who was only concerned', async () => {
    await tell(record, stand('first', '2007-03-10', 'concerned'));
    await tell(record, deed('later', '2010-04-09', 'signed', '2010-04-08'));
    expect(await shown()).toEqual(['concerned', '2007-03-10', null]);
  });

  it('as of a day, what had happened and was known by then', async () => {
    await tell(record, stand('first', '2007-03-10', 'supports'));
    await tell(record, deed('later', '2010-04-09', 'withdrawn', '2010-04-08'));
    const known = ['supports', '2007-03-10', 'withdrawn 2010-04-08'];
    const before = ['supports', '2007-03-10', null];
    expect(await shown({ asOf: { world: '2010-04-07' } })).toEqual(before);
    expect(await shown({ asOf: { world: '2010-04-08' } })).toEqual(known);
    expect(await shown({ asOf: { known: '2010-04-08' } })).toEqual(before);
    expect(await shown({ asOf: { known: '2010-04-09' } })).toEqual(known);
    expect(await shown({ to: '2009' })).toEqual(before);
  });

  it('none that a person rejected', async () => {
    await tell(record, stand('first', '2007-03-10', 'supports'));
    await tell(record, deed('later', '2010-04-09', 'withdrawn', '2010-04-08'));
    const [pact] = (await record.agreements({})).items;
    await record.decide({ what: 'reject', item: pact?.developments[0]?.id ?? '' }, 'Ada');
    expect(await shown()).toEqual(['supports', '2007-03-10', null]);
  });
});
