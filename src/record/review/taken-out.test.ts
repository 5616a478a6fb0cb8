// The contract of taking documents out: nothing of them is anywhere, they stay out, and all of them comes back.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentHash } from '../../intake/fingerprint.ts';
import { type OpenRecord, openRecord } from '../record.ts';
import { documentOf, readingOf, type Told, tell } from '../testing/build.ts';
import { ENGINES, type Place } from '../testing/engines.ts';
import { expectTrueLists, expectTrueRegisters } from '../testing/lists.ts';
import { MEETING, REFUSAL, RETOLD, SAMPLES, UNDATED } from '../testing/samples.ts';
import { snapshot } from '../testing/snapshot.ts';

describe.each(ENGINES)('documents taken out of a record in $engine', ({ newPlace }) => {
  let here: Place;
  let record: OpenRecord;
  const others: { record: OpenRecord; place: Place }[] = [];

  beforeEach(async () => {
    here = await newPlace();
    record = await recordOf(here, SAMPLES);
  });
  afterEach(async () => {
    await record?.close();
    await here?.clear();
    for (const { record, place } of others.splice(0)) {
      await record.close();
      await place.clear();
    }
  });

  const recordOf = async ({ place }: Place, all: readonly Told[]) => {
    const opened = await openRecord(place);
    for (const told of all) await tell(opened, told);
    return opened;
  };
  const another = async (all: readonly Told[]) => {
    const place = await newPlace();
    const record = await recordOf(place, all);
    others.push({ record, place });
    return record;
  };
  const takeOut = (document: string, note?: string) =>
    record.decide({ what: 'take-out', document, ...(note === undefined ? {} : { note }) }, 'Ada');
  const sourceOf = (told: Told, version = '1') => ({
    path: `${told.id}.txt`,
    hash: contentHash(JSON.stringify(told)),
    version,
  });
  /** Everything that a record answers, and how it ties documents to their sources. */
  const all = async (of: OpenRecord) => ({
    record: await snapshot(of),
    sources: await of.sources(),
    documents: await of.documents(),
    search: await of.search('Norway'),
    network: await of.network(),
  });

  it.each(SAMPLES.map(({ id }) => [id]))('leaves a record that never had %s, and puts it back whole', async (id) => {
    const without = await another(SAMPLES.filter((told) => told.id !== id));
    const before = await all(record);
    const { id: entry } = await takeOut(id);
    expect(await all(record)).toEqual(await all(without));
    expect(await record.document(id)).toBeNull();
    await expectTrueLists(record);
    await expectTrueRegisters(record);
    await record.undo(entry, 'Ben');
    expect(await all(record)).toEqual(before);
    await expectTrueLists(record);
    await expectTrueRegisters(record);
    expect(await record.takenOut()).toEqual([]);
  });

  it('says who took what out, when and why, the latest first', async () => {
    await takeOut('undated');
    const { id, when } = await takeOut('meeting', 'a private paper');
    const taken = await record.takenOut();
    expect(taken.map(({ document }) => document.id)).toEqual(['meeting', 'undated']);
    expect(taken[0]).toEqual({
      document: {
        id: 'meeting',
        title: 'Talks in Bergen',
        publisher: null,
        published: { value: '2012-05-04', start: '2012-05-04', end: '2012-05-04', basis: 'given' },
      },
      items: 6,
      entry: { id, when, who: 'Ada', note: 'a private paper' },
    });
    expect(await record.history('meeting')).toMatchObject({
      document: 'meeting',
      fields: {},
      entries: [{ what: 'taken-out', note: 'a private paper', undone: null }],
    });
  });

  it('goes on with what other documents tell of the same event', async () => {
    const [shared] = (await record.events({ types: ['CONSULT'] })).items;
    expect(shared?.evidence.map(({ document }) => document.id)).toEqual(['meeting', 'retold']);
    await takeOut('meeting');
    const [left, ...more] = (await record.events({ types: ['CONSULT'] })).items;
    expect(more).toEqual([]);
    expect(left?.evidence.map(({ document }) => document.id)).toEqual(['retold']);
  });

  it('brings back what people decided: corrections, rejections, additions, merges, names, notes', async () => {
    const [refused] = (await record.events({ types: ['REJECT'] })).items;
    const [praised] = (await record.events({ types: ['SUPPORT'] })).items;
    const [said] = (await record.statements({ documents: ['refusal'] })).items;
    const [sweden] = (await record.entities({ name: 'Sweden' })).items;
    const decide = (decision: Parameters<OpenRecord['decide']>[0]) => record.decide(decision, 'Ada');
    await decide({
      what: 'correct',
      item: refused?.id ?? '',
      fields: { time: '2013-01-13', actor: ['Denmark'].map(state) },
    });
    await decide({ what: 'reject', item: said?.id ?? '' });
    await decide({
      what: 'add',
      kind: 'event',
      document: 'refusal',
      evidence: [0, 42],
      fields: { type: 'ACCUSE', trigger: [7, 15], actor: [sweden?.id ?? ''] },
    });
    await decide({ what: 'correct-document', document: 'refusal', fields: { title: 'No', published: '2013-01-16' } });
    await decide({ what: 'merge', items: [praised?.id ?? '', refused?.id ?? ''] });
    await decide({ what: 'note', on: 'refusal', note: 'ask again' });
    const before = await all(record);
    const history = await record.history(refused?.id ?? '');
    const { id } = await takeOut('refusal');
    expect((await record.events({ types: ['REJECT', 'ACCUSE'], documents: ['refusal'] })).total).toBe(0);
    expect((await record.events({ types: ['SUPPORT'] })).items[0]?.evidence).toHaveLength(1);
    expect(await record.takenOut()).toMatchObject([{ document: { title: 'No', published: { value: '2013-01-16' } } }]);
    // What rests with the document is no orphan, and speaks of it nowhere.
    expect(await record.orphans()).toEqual([]);
    const shown = await record.standingJournal();
    expect(shown.map(({ what }) => what)).toEqual(['merged', 'taken-out']);
    expect(JSON.stringify(shown)).not.toContain('Stockholm');
    expect((await record.reviewers()).reviewers).toMatchObject([{ corrected: 0, rejected: 0, added: 0 }]);
    expect((await record.history('refusal'))?.entries.map(({ what }) => what)).toEqual(['taken-out']);
    expect(await record.journal()).toHaveLength(7);
    await record.undo(id, 'Ada');
    expect(await all(record)).toEqual(before);
    expect(await record.history(refused?.id ?? '')).toEqual(history);
    await expectTrueLists(record);
  });

  it('comes back as decisions stand by then, be it that they were made or taken back while it was out', async () => {
    const before = await all(record);
    const corrected = await record.decide(
      { what: 'correct-document', document: 'refusal', fields: { title: 'No', published: '2014-02-01' } },
      'Ada',
    );
    const [refused] = (await record.events({ types: ['REJECT'] })).items;
    const rejected = await record.decide({ what: 'reject', item: refused?.id ?? '' }, 'Ada');
    const { id } = await takeOut('refusal');
    await record.undo(corrected.id, 'Ada');
    await record.undo(rejected.id, 'Ada');
    await record.undo(id, 'Ada');
    expect(await all(record)).toEqual(before);
    await expectTrueLists(record);
  });

  it('is left out when it is read again: by another version, from elsewhere, in other words of the same file', async () => {
    await record.settle();
    await record.finishSource(sourceOf(MEETING), ['meeting']);
    expect(await record.isCurrent(sourceOf(MEETING))).toBe(true);
    const { id } = await takeOut('meeting');
    // The next run goes through the file, and finds what it is to leave out.
    expect(await record.isCurrent(sourceOf(MEETING))).toBe(false);
    expect(await record.isTakenOut(documentOf(MEETING), sourceOf(MEETING))).toBe(true);
    expect(await record.isTakenOut(documentOf(RETOLD), sourceOf(RETOLD))).toBe(false);
    expect(await tell(record, MEETING, { version: '2' })).toBe('left-out');
    expect(await tell(record, MEETING, { path: 'copies/meeting.txt' })).toBe('left-out');
    const improved = { ...MEETING, text: `${MEETING.text}\n` };
    expect(await record.add(documentOf(improved), readingOf(improved), sourceOf(MEETING, '2'))).toBe('left-out');
    await record.finishSource(sourceOf(MEETING, '2'), ['meeting']);
    expect(await record.finishCounted([{ source: sourceOf(MEETING), documents: 1, whole: true }])).toEqual([false]);
    expect(await record.document('meeting')).toBeNull();
    expect(await record.isCurrent(sourceOf(MEETING, '2'))).toBe(false);
    await record.undo(id, 'Ada');
    expect(await tell(record, MEETING, { version: '2' })).toBe('replaced');
    expect(await record.isTakenOut(documentOf(MEETING), sourceOf(MEETING))).toBe(false);
  });

  it('takes in a file whose words have changed, which then stands in its place', async () => {
    const { id } = await takeOut('undated');
    const changed = { ...UNDATED, text: `${UNDATED.text} It was spring.` };
    expect(await tell(record, changed)).toBe('added');
    expect((await record.document('undated'))?.text).toBe(changed.text);
    await expect(record.undo(id, 'Ada')).rejects.toThrow('another text of undated.txt is in the record now');
    const second = await takeOut('undated');
    await record.undo(id, 'Ada');
    expect((await record.document('undated'))?.text).toBe(UNDATED.text);
    expect((await record.takenOut()).map(({ entry }) => entry.id)).toEqual([second.id]);
  });

  it('waits for its place where a colleague put it back, until that is free', async () => {
    const colleague = await another([UNDATED]);
    const { id } = await colleague.decide({ what: 'take-out', document: 'undated' }, 'Ben');
    await record.takeIn(await colleague.journal());
    const changed = { ...UNDATED, text: `${UNDATED.text} It was spring.` };
    await tell(record, changed);
    await colleague.undo(id, 'Ben');
    await record.takeIn(await colleague.journal());
    expect((await record.document('undated'))?.text).toBe(changed.text);
    await takeOut('undated');
    expect((await record.document('undated'))?.text).toBe(UNDATED.text);
  });

  it('is one of several of its id', async () => {
    const other = { ...UNDATED, text: 'Norway thanked Sweden. Nobody knows why.', events: [] };
    await tell(record, other, { path: 'other/undated.txt' });
    const ids = (await record.documents()).items.map(({ id }) => id).filter((id) => id.startsWith('undated~'));
    expect(ids).toHaveLength(2);
    const before = await all(record);
    const [first = '', second = ''] = ids;
    const texts = [(await record.document(first))?.text, (await record.document(second))?.text];
    const { id } = await takeOut(first);
    expect((await record.document('undated'))?.text).toBe(texts[1]);
    expect(await record.takenOut()).toMatchObject([{ document: { id: first } }]);
    await record.undo(id, 'Ada');
    expect(await all(record)).toEqual(before);
  });

  it('outlives its record: the journal keeps it out of another one, before and after it is read there', async () => {
    await takeOut('refusal');
    const journal = await record.journal();
    const read = await another(SAMPLES);
    await read.takeIn(journal);
    expect(await all(read)).toEqual(await all(record));
    expect(await read.takenOut()).toEqual(await record.takenOut());
    const empty = await another([]);
    await empty.takeIn(journal);
    expect(await empty.orphans()).toEqual([]);
    for (const told of SAMPLES) expect(await tell(empty, told)).toBe(told === REFUSAL ? 'left-out' : 'added');
    expect(await all(empty)).toEqual(await all(record));
    const [taken] = await empty.takenOut();
    expect(taken).toMatchObject({ document: { id: 'refusal', title: null }, items: null });
    // Nothing was kept of it there: the next reading takes it in.
    await empty.undo(taken?.entry.id ?? '', 'Ben');
    expect(await empty.document('refusal')).toBeNull();
    expect(await tell(empty, REFUSAL)).toBe('added');
  });

  it('is taken out of what another run had begun to read', async () => {
    const beside = await openRecord(here.place);
    const again = { ...UNDATED, id: 'late' };
    await tell(beside, again);
    // It waits to be written while the journal of a colleague comes that has it out.
    const colleague = await another([again]);
    await colleague.decide({ what: 'take-out', document: 'late' }, 'Ben');
    await record.takeIn(await colleague.journal());
    await beside.close();
    expect(await record.document('late')).toBeNull();
    expect(await record.takenOut()).toMatchObject([{ document: { id: 'late' }, items: 1 }]);
  });

  it('is refused for what is not there, and said to be done where it is', async () => {
    await expect(takeOut('nothing')).rejects.toMatchObject({ code: 'review-unknown' });
    await takeOut('meeting');
    await expect(takeOut('meeting')).rejects.toThrow(/Ada took meeting out of the record already \(20/);
  });
});

const state = (name: string) => ({ kind: 'state' as const, name });
