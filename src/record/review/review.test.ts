// The contract of the review: decisions hold, show in every view, can be taken back, and outlive a re-reading.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenRecord, openRecord } from '../record.ts';
import { type Told, tell } from '../testing/build.ts';
import { ENGINES, type Place } from '../testing/engines.ts';
import { MEETING, REFUSAL, RETOLD, SAMPLES, UNDATED } from '../testing/samples.ts';
import { snapshot } from '../testing/snapshot.ts';
import type { AnyView, EventView } from '../views.ts';

describe.each(ENGINES)('the review of a record in $engine', ({ engine, newPlace }) => {
  let here: Place;
  let record: OpenRecord;

  beforeEach(async () => {
    here = await newPlace();
    record = await openRecord(here.place);
    for (const told of SAMPLES) await tell(record, told);
  });
  afterEach(async () => {
    await record?.close();
    await here?.clear();
  });

  const event = async (trigger: string): Promise<EventView> => {
    const { items } = await record.events({ reviews: ['machine', 'accepted', 'corrected', 'rejected', 'added'] });
    const found = items.find(({ evidence }) =>
      evidence.some(({ document, trigger: span, quote, span: [start] }) =>
        span ? quote.slice(span[0] - start, span[1] - start) === trigger && document : false,
      ),
    );
    if (!found) throw new Error(`no event is triggered by "${trigger}"`);
    return found;
  };
  const entity = async (name: string): Promise<string> => {
    const { items } = await record.entities({ name });
    return items.find((one) => one.name === name)?.id ?? '';
  };

  describe('deciding about items', () => {
    it('accepts, and says who and when', async () => {
      const { id } = await event('rejected');
      const entry = await record.decide({ what: 'accept', item: id, note: 'clear' }, 'Ada');
      expect(entry).toMatchObject({ what: 'accepted', who: 'Ada', note: 'clear' });
      expect((await event('rejected')).review).toBe('accepted');
      const history = await record.history(id);
      expect(history?.entries.map(({ id: one, undone }) => [one, undone])).toEqual([[entry.id, null]]);
    });

    it('takes rejected items out of every view, unless they are asked for', async () => {
      const { id } = await event('rejected');
      const before = await record.summary();
      const temperature = async () => (await record.temperature({ by: 'year' })).rows.map(({ period }) => period);
      expect(await temperature()).toContain('2013');
      await record.decide({ what: 'reject', item: id }, 'Ada');
      const listed = async (filter: object) => (await record.events(filter)).items.map((item) => item.id);
      expect(await listed({})).not.toContain(id);
      expect(await listed({ reviews: ['rejected'] })).toEqual([id]);
      expect(await listed({ asOf: { known: '2020' } })).not.toContain(id);
      expect(await temperature()).not.toContain('2013');
      expect((await record.summary()).counts.event).toBe(before.counts.event - 1);
      expect((await record.document('refusal'))?.events).toEqual([]);
      expect((await record.item(id))?.review).toBe('rejected');
    });

    it('corrects any field, and keeps what the reader had', async () => {
      const { id } = await event('rejected');
      const [norway, sweden] = [await entity('Norway'), await entity('Sweden')];
      await record.decide(
        {
          what: 'correct',
          item: id,
          fields: { type: 'ACCUSE', actor: [norway], recipient: [sweden], time: '2012-11', modality: 'planned' },
        },
        'Ada',
      );
      const corrected = await event('rejected');
      expect(corrected).toMatchObject({
        id,
        type: 'ACCUSE',
        quad: 3,
        score: -3,
        modality: 'planned',
        review: 'corrected',
        time: { value: '2012-11', start: '2012-11-01', end: '2012-11-30', basis: 'expression' },
      });
      expect(corrected.actor.map(({ name }) => name)).toEqual(['Norway']);
      expect((await record.events({ types: ['ACCUSE'], from: '2012-11', to: '2012-11' })).items).toHaveLength(1);
      expect((await record.events({ types: ['REJECT'] })).items).toEqual([]);
      const history = await record.history(id);
      expect(history?.machine).toMatchObject({ type: 'REJECT', time: '2013-01-14', modality: 'actual' });
      expect(history?.fields).toMatchObject({ type: 'ACCUSE', time: '2012-11' });
      expect(history?.entries[0]?.fields.type).toEqual({ from: 'REJECT', to: 'ACCUSE' });
    });

    it('makes an entity where a correction names one that no document does', async () => {
      const { id } = await event('rejected');
      const before = await snapshot(record);
      const { id: entry } = await record.decide(
        { what: 'correct', item: id, fields: { recipient: [{ kind: 'person', name: 'Lars Ek' }] } },
        'Ada',
      );
      expect((await event('rejected')).recipient.map(({ name }) => name)).toEqual(['Lars Ek']);
      expect((await record.entities({ name: 'lars ek' })).total).toBe(1);
      await record.undo(entry, 'Ada');
      expect(await snapshot(record)).toEqual(before);
    });

    it('lets a meeting follow the event that it is', async () => {
      const { id } = await event('met');
      await record.decide({ what: 'correct', item: id, fields: { time: '2012-05-04', modality: 'planned' } }, 'Ada');
      const meeting = async () => (await record.timeline({ kinds: ['meeting'] })).items[0];
      expect(await meeting()).toMatchObject({ state: 'planned', time: { value: '2012-05-04' }, review: 'corrected' });
      await record.decide({ what: 'reject', item: id }, 'Ada');
      expect(await meeting()).toBeUndefined();
    });

    it('corrects every telling of an event', async () => {
      const { id, evidence } = await event('met');
      expect(evidence).toHaveLength(2);
      await record.decide({ what: 'correct', item: id, fields: { place: null, time: '2012-05-02' } }, 'Ada');
      const after = await event('met');
      expect(after).toMatchObject({ place: null, time: { value: '2012-05-02' } });
      expect(after.evidence).toHaveLength(2);
    });

    it('adds what was missed', async () => {
      const { text } = UNDATED;
      const start = text.indexOf('knows');
      const fields = { type: 'CONSULT', trigger: [start, start + 5], actor: [await entity('Norway')], time: '2011' };
      const before = await snapshot(record);
      const entry = await record.decide(
        { what: 'add', kind: 'event', document: 'undated', evidence: [22, text.length], fields },
        'Ada',
      );
      const added = await event('knows');
      expect(added).toMatchObject({ type: 'CONSULT', review: 'added', score: 2.5, time: { value: '2011' } });
      expect(added.evidence[0]).toMatchObject({ quote: 'Nobody knows when.', rule: 'review', why: 'added by Ada' });
      expect((await record.events({ text: 'knows' })).items).toHaveLength(1);
      await record.undo(entry.id, 'Ada');
      expect(await snapshot(record)).toEqual(before);
    });

    it('takes notes on items, entities and documents', async () => {
      const { id } = await event('rejected');
      for (const on of [id, await entity('Norway'), 'refusal']) {
        await record.decide({ what: 'note', on, note: 'look again' }, 'Ada');
        expect((await record.history(on))?.entries.map(({ note }) => note)).toEqual(['look again']);
      }
      expect((await event('rejected')).review).toBe('machine');
    });

    it('refuses, in words that help, what cannot be decided', async () => {
      const { id } = await event('rejected');
      const refused = async (decision: object, who = 'Ada') =>
        await record.decide(decision as never, who).then(
          () => 'done',
          (error: Error) => error.message,
        );
      expect(await refused({ what: 'accept', item: 'v0' })).toMatch(/no item v0/);
      expect(await refused({ what: 'correct', item: id, fields: { colour: 'red' } })).toMatch(/no field "colour"/);
      expect(await refused({ what: 'correct', item: id, fields: { time: '2013-02-30' } })).toMatch(/time: a date is/);
      expect(await refused({ what: 'correct', item: id, fields: { type: 'REJECT' } })).toMatch(/already/);
      expect(await refused({ what: 'correct', item: id, fields: { mode: 'visit' } })).toMatch(/REJECT has no mode/);
      expect(await refused({ what: 'correct', item: id, fields: { trigger: [60, 70] } })).toMatch(/outside/);
      expect(await refused({ what: 'merge', items: [id, id] })).toMatch(/one item already/);
      expect(await refused({ what: 'shout', item: id })).toMatch(/cannot be decided/);
      expect(await refused({ what: 'accept', item: id }, ' ')).toMatch(/reviewer has a name/);
      expect(await record.journal()).toEqual([]);
    });

    it('refuses a decision about an item that somebody else decided about meanwhile', async () => {
      const { id } = await event('rejected');
      const { id: first } = await record.decide({ what: 'accept', item: id, seen: null }, 'Ada');
      await expect(record.decide({ what: 'reject', item: id, seen: null }, 'Ben')).rejects.toMatchObject({
        code: 'review-conflict',
      });
      await record.decide({ what: 'reject', item: id, seen: first }, 'Ben');
      expect((await event('rejected')).review).toBe('rejected');
    });
  });

  describe('merging and splitting', () => {
    it('merges events that the reader kept apart, and takes it back', async () => {
      const before = await snapshot(record);
      const [one, other] = [await event('rejected'), await event('praised')];
      const { id } = await record.decide({ what: 'merge', items: [one.id, other.id] }, 'Ada');
      const merged = await event('praised');
      expect(merged).toMatchObject({ id: one.id, type: 'REJECT' });
      expect(merged.evidence).toHaveLength(2);
      await record.undo(id, 'Ben');
      expect(await snapshot(record)).toEqual(before);
    });

    it('splits an event that the reader merged, its meeting too, and keeps it split', async () => {
      const { id } = await event('met');
      await record.decide({ what: 'split', item: id, documents: ['retold'] }, 'Ada');
      expect((await event('met')).evidence).toHaveLength(1);
      expect((await event('talks')).evidence).toHaveLength(1);
      await tell(record, RETOLD, { version: '2' });
      expect((await event('talks')).evidence).toHaveLength(1);
      expect((await record.timeline({ kinds: ['meeting'] })).items).toHaveLength(1);
    });

    it('splits off the telling that leads', async () => {
      const { id } = await event('met');
      await record.decide({ what: 'split', item: id, documents: ['meeting'] }, 'Ada');
      expect((await event('met')).evidence.map(({ document }) => document.id)).toEqual(['meeting']);
      expect((await event('talks')).evidence.map(({ document }) => document.id)).toEqual(['retold']);
    });

    it('merges and splits entities', async () => {
      const before = await snapshot(record);
      const [norway, sweden] = [await entity('Norway'), await entity('Sweden')];
      const merge = await record.decide({ what: 'merge-entities', entities: [norway, sweden] }, 'Ada');
      expect((await record.entity(sweden))?.id).toBe(norway);
      expect((await record.events({ actors: [sweden] })).items.length).toBeGreaterThan(1);
      await tell(record, REFUSAL, { version: '2' });
      expect((await record.entity(sweden))?.id).toBe(norway);
      await record.undo(merge.id, 'Ada');
      expect((await record.entity(sweden))?.id).toBe(sweden);
      const person = (await record.entity(await entity('Kari Berg')))?.id ?? '';
      expect((await record.entity(person))?.documents).toBe(2);
      const merged = (await record.history(person))?.merged ?? [];
      expect(merged).toHaveLength(2);
      await record.decide({ what: 'split-entity', entity: person, parts: [merged[1]?.id ?? ''] }, 'Ada');
      expect((await record.entity(person))?.documents).toBe(1);
      const [split] = (await record.journal()).slice(-1);
      await record.undo(split?.id ?? '', 'Ada');
      await tell(record, REFUSAL, { version: '1' });
      expect(await snapshot(record)).toEqual(before);
    });

    it('renames an entity, through re-readings', async () => {
      const before = await snapshot(record);
      const id = await entity('Norway');
      const fields = { name: 'Kingdom of Norway', partOf: { kind: 'organization', name: 'EFTA' } } as const;
      const entry = await record.decide({ what: 'correct-entity', entity: id, fields }, 'Ada');
      await tell(record, MEETING, { version: '2' });
      expect(await record.entity(id)).toMatchObject({ name: 'Kingdom of Norway', partOf: { name: 'EFTA' } });
      expect((await record.entities({ name: 'kingdom' })).total).toBe(1);
      await record.undo(entry.id, 'Ada');
      await tell(record, MEETING, { version: '1' });
      expect(await snapshot(record)).toEqual(before);
    });
  });

  describe('a re-reading', () => {
    const decided = async () => {
      const { id } = await event('rejected');
      await record.decide({ what: 'correct', item: id, fields: { time: '2012' } }, 'Ada');
      return id;
    };

    it('by a better version keeps decisions about the same words', async () => {
      const id = await decided();
      await tell(
        record,
        { ...REFUSAL, events: REFUSAL.events?.map((one) => ({ ...one, modality: 'negated', about: [] })) ?? [] },
        { version: '2' },
      );
      expect(await record.item(id)).toMatchObject({
        review: 'corrected',
        modality: 'negated',
        time: { value: '2012' },
      });
      expect(await record.orphans()).toEqual([]);
    });

    it('that finds another type at these words leaves the decision an orphan', async () => {
      await decided();
      await tell(
        record,
        { ...REFUSAL, events: REFUSAL.events?.map((one) => ({ ...one, type: 'ACCUSE' as const })) ?? [] },
        { version: '2' },
      );
      expect((await event('rejected')).review).toBe('machine');
      expect(await record.orphans()).toMatchObject([{ reason: 'reads-otherwise', entry: { who: 'Ada' } }]);
      await tell(record, REFUSAL, { version: '3' });
      expect((await event('rejected')).review).toBe('corrected');
      expect(await record.orphans()).toEqual([]);
    });

    it('that comes to see what the person saw keeps the correction', async () => {
      const { id } = await event('rejected');
      await record.decide({ what: 'correct', item: id, fields: { type: 'ACCUSE' } }, 'Ada');
      await tell(
        record,
        { ...REFUSAL, events: REFUSAL.events?.map((one) => ({ ...one, type: 'ACCUSE' as const })) ?? [] },
        { version: '2' },
      );
      expect(await event('rejected')).toMatchObject({ type: 'ACCUSE', review: 'corrected' });
      expect(await record.orphans()).toEqual([]);
    });

    it('of a text that has moved finds the same words, and never a look-alike', async () => {
      await decided();
      const moved: Told = { ...REFUSAL, text: `Menu. ${REFUSAL.text}` };
      await tell(record, moved, { version: '2' });
      expect((await event('rejected')).review).toBe('corrected');
      const twice: Told = { ...REFUSAL, text: `${REFUSAL.text} Later. ${REFUSAL.text}` };
      await tell(record, twice, { version: '3' });
      expect((await event('rejected')).review).toBe('machine');
      expect(await record.orphans()).toMatchObject([{ reason: 'ambiguous' }]);
      const gone: Told = { ...REFUSAL, text: REFUSAL.text.replace('Monday', 'Tuesday') };
      await tell(record, gone, { version: '4' });
      expect((await event('rejected')).review).toBe('machine');
      expect(await record.orphans()).toMatchObject([{ reason: 'words-missing' }]);
    });

    it('puts an added item where its words have moved to', async () => {
      const at = UNDATED.text.indexOf('knows');
      const fields = { type: 'ACCUSE', trigger: [at, at + 5], actor: [await entity('Norway')] };
      await record.decide({ what: 'add', kind: 'event', document: 'undated', evidence: [22, 40], fields }, 'Ada');
      await tell(record, { ...UNDATED, text: `News! ${UNDATED.text}` }, { version: '2' });
      const added = await event('knows');
      expect(added).toMatchObject({ review: 'added', evidence: [{ span: [29, 46], trigger: [at + 6, at + 11] }] });
      await record.finishSource({ path: 'undated.txt', hash: '-', version: '3' }, []);
      await record.settle();
      expect(await record.orphans()).toMatchObject([{ reason: 'document-missing' }]);
    });
  });

  describe('the journal', () => {
    it('holds for two who decide at once', async () => {
      await record.settle();
      // Two that write one file from one process would wait for each other for ever: there, both share the record.
      const other = engine === 'SQLite' ? record : await openRecord(here.place);
      const [one, two] = [await event('rejected'), await event('praised')];
      await Promise.all([
        record.decide({ what: 'accept', item: one.id }, 'Ada'),
        other.decide({ what: 'reject', item: two.id }, 'Ben'),
        record.decide({ what: 'note', on: two.id, note: 'hm' }, 'Ada'),
        other.decide({ what: 'note', on: one.id, note: 'hm' }, 'Ben'),
      ]);
      if (other !== record) await other.close();
      expect(await record.journal()).toHaveLength(4);
      expect((await event('praised')).review).toBe('rejected');
      expect((await event('rejected')).review).toBe('accepted');
    });

    it('goes to another record and holds there, once', async () => {
      const { id } = await event('rejected');
      const first = await record.decide({ what: 'correct', item: id, fields: { time: '2012' } }, 'Ada');
      await record.decide(
        { what: 'merge-entities', entities: [await entity('Norway'), await entity('Sweden')] },
        'Ada',
      );
      await record.undo(first.id, 'Ben');
      await record.undo((await record.journal()).at(-1)?.id ?? '', 'Ada');
      const there = await newPlace();
      const other = await openRecord(there.place);
      try {
        for (const told of [...SAMPLES].reverse()) await tell(other, told);
        const journal = await record.journal();
        expect(await other.takeIn(journal)).toEqual({ added: 4, known: 0 });
        expect(await other.takeIn(journal)).toEqual({ added: 0, known: 4 });
        expect(await snapshot(other)).toEqual(await snapshot(record));
        expect((await other.item(id))?.time.value).toBe('2012');
      } finally {
        await other.close();
        await there.clear();
      }
    });

    it('refuses to take an entry back twice', async () => {
      const { id } = await event('rejected');
      const entry = await record.decide({ what: 'accept', item: id }, 'Ada');
      await record.undo(entry.id, 'Ada');
      await expect(record.undo(entry.id, 'Ben')).rejects.toMatchObject({ code: 'review-undone' });
      await expect(record.undo('r0', 'Ben')).rejects.toMatchObject({ code: 'review-unknown' });
    });
  });

  describe('the queue', () => {
    it('holds what nobody decided about, the most uncertain first, and says why', async () => {
      const all = await record.queue();
      expect(all.items.map(({ uncertainty }) => uncertainty)).toEqual(
        all.items.map(({ uncertainty }) => uncertainty).toSorted((a, b) => b - a),
      );
      const undated = all.items.find(({ item }) => (item as AnyView).evidence[0]?.document.id === 'undated');
      expect(undated?.reasons).toContain('no date');
      const first = all.items[0]?.item.id ?? '';
      await record.decide({ what: 'accept', item: first }, 'Ada');
      expect((await record.queue()).total).toBe(all.total - 1);
      expect((await record.queue({ reviewer: 'Ada' })).total).toBe(all.total - 1);
      expect((await record.queue({ reviewer: 'Ben' })).total).toBe(all.total);
      expect((await record.queue({ kinds: ['event'], types: ['REJECT'], limit: 1 })).total).toBe(1);
    });

    it('puts items of rules that were found wrong before others', async () => {
      const { id } = await event('rejected');
      await record.decide({ what: 'reject', item: id }, 'Ada');
      const { items } = await record.queue({ kinds: ['event'] });
      expect(items[0]?.reasons).toContain('its rule was wrong in 1 of 1');
    });
  });
});
