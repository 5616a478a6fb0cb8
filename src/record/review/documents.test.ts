// The contract of corrections of documents: they hold in every view, move what the date dates, and outlive a re-reading.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenRecord, openRecord } from '../record.ts';
import { documentOf, tell } from '../testing/build.ts';
import { ENGINES, type Place } from '../testing/engines.ts';
import { expectTrueLists } from '../testing/lists.ts';
import { MEETING, REFUSAL, SAMPLES, UNDATED } from '../testing/samples.ts';
import { snapshot } from '../testing/snapshot.ts';

describe.each(ENGINES)('corrections of documents in a record in $engine', ({ newPlace }) => {
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

  const correct = (document: string, fields: object) =>
    record.decide({ what: 'correct-document', document, fields }, 'Ada');
  const statementDates = async (document: string) =>
    (await record.statements({ documents: [document] })).items.map(({ time }) => [time.value, time.basis]);

  it('puts title, publisher, author, language and address right, and takes them back', async () => {
    const before = await snapshot(record);
    const entry = await correct('meeting', {
      title: 'Talks at the fjord',
      publisher: 'The Courier',
      author: 'Kari Dahl',
      language: 'no',
      url: 'https://courier.example/talks',
    });
    expect(entry).toMatchObject({ what: 'corrected', who: 'Ada', document: 'meeting' });
    expect(await record.document('meeting')).toMatchObject({
      title: 'Talks at the fjord',
      publisher: 'The Courier',
      author: 'Kari Dahl',
      language: 'no',
      url: 'https://courier.example/talks',
    });
    expect((await record.statements({ publishers: ['The Courier'] })).total).toBe(1);
    await expectTrueLists(record);
    const history = await record.history('meeting');
    expect(history).toMatchObject({ machine: { publisher: null }, fields: { publisher: 'The Courier' } });
    await record.undo(entry.id, 'Ben');
    expect(await snapshot(record)).toEqual(before);
  });

  it('moves what the document dates, and what was known by a day, along with its date', async () => {
    const { id } = await correct('refusal', { published: '2014-02-01' });
    expect(await statementDates('refusal')).toEqual([['2014-02-01', 'published']]);
    expect((await record.statements({ asOf: { known: '2013' }, documents: ['refusal'] })).total).toBe(0);
    await expectTrueLists(record);
    // The text says when the plan was rejected; that day does not move with the document's.
    expect((await record.events({ types: ['REJECT'] })).items[0]?.time.value).toBe('2013-01-14');
    expect((await record.history('refusal'))?.outdated).toEqual({ countedFrom: '2013-01-15', file: 'refusal.txt' });
    await record.undo(id, 'Ada');
    expect(await statementDates('refusal')).toEqual([['2013-01-15', 'published']]);
    expect((await record.history('refusal'))?.outdated).toBeUndefined();
  });

  it('dates a document that had no date, and what it says', async () => {
    await tell(record, {
      ...UNDATED,
      id: 'voice',
      statements: [{ speaker: ['Norway'], cue: 'praised', content: 'Sweden' }],
    });
    const before = await snapshot(record);
    expect(await statementDates('voice')).toEqual([[null, 'unknown']]);
    const { id } = await correct('voice', { published: '2012-07' });
    expect(await statementDates('voice')).toEqual([['2012-07', 'published']]);
    await record.undo(id, 'Ada');
    expect(await snapshot(record)).toEqual(before);
  });

  it('leaves a date alone that a person gave the item itself', async () => {
    const [said] = (await record.statements({ documents: ['refusal'] })).items;
    await record.decide({ what: 'correct', item: said?.id ?? '', fields: { time: '2013-01-13' } }, 'Ada');
    const { id } = await correct('refusal', { published: '2014-02-01' });
    expect(await statementDates('refusal')).toEqual([['2013-01-13', 'expression']]);
    await record.undo(id, 'Ada');
    expect(await statementDates('refusal')).toEqual([['2013-01-13', 'expression']]);
  });

  it('holds when the document is read again, from the corrected date, and is taken back after that', async () => {
    const { id } = await correct('refusal', { published: '2014-02-01', publisher: 'The Courier' });
    const source = { path: 'refusal.txt', hash: 'h', version: '2' };
    expect(await record.correctedDate(documentOf(REFUSAL))).toBe('2014-02-01');
    const { readingOf } = await import('../testing/build.ts');
    const dated = { ...REFUSAL, published: '2014-02-01' };
    await record.add(documentOf(REFUSAL), readingOf(dated), { ...source, countedFrom: '2014-02-01' });
    await record.finishSource(source, ['refusal']);
    await record.settle();
    expect(await record.isCurrent(source)).toBe(true);
    expect(await record.isCurrent(source, 'refusal')).toBe(true);
    expect(await record.document('refusal')).toMatchObject({
      publisher: 'The Courier',
      published: { value: '2014-02-01' },
    });
    expect((await record.history('refusal'))?.outdated).toBeUndefined();
    await record.undo(id, 'Ada');
    expect(await record.document('refusal')).toMatchObject({ publisher: null, published: { value: '2013-01-15' } });
    expect((await record.history('refusal'))?.outdated).toEqual({ countedFrom: '2014-02-01', file: 'refusal.txt' });
    expect(await record.isCurrent(source, 'refusal')).toBe(false);
  });

  it('is asked for without writing what waits, which is written many documents at a time', async () => {
    await record.settle();
    await tell(record, { ...UNDATED, id: 'waiting' });
    expect(await record.correctedDate(documentOf(UNDATED))).toBeUndefined();
    const beside = await openRecord(here.place, { readOnly: true });
    const { total } = await beside.documents();
    await beside.close();
    expect(total).toBe(SAMPLES.length);
  });

  it('has a corrected date read anew by the next run, and a corrected title not', async () => {
    const source = { path: 'meeting.txt', hash: 'x', version: '1' };
    await tell(record, MEETING, { path: 'meeting.txt' });
    await record.finishSource(source, ['meeting']);
    await correct('meeting', { title: 'Talks at the fjord' });
    expect(await record.isCurrent(source)).toBe(true);
    await correct('meeting', { published: '2012-05-06' });
    expect(await record.isCurrent(source)).toBe(false);
  });

  it('is kept and told as orphaned when the document is gone', async () => {
    const { id } = await correct('undated', { title: 'Praise' });
    await record.finishSource({ path: 'undated.txt', hash: 'none', version: '1' }, []);
    expect(await record.orphans()).toMatchObject([
      { entry: { id }, target: { document: 'undated' }, reason: 'document-missing' },
    ]);
    await tell(record, UNDATED);
    expect(await record.orphans()).toEqual([]);
    expect(await record.document('undated')).toMatchObject({ title: 'Praise' });
  });

  it.each([
    [{}, 'every field has this value already'],
    [{ title: 'Talks in Bergen' }, 'every field has this value already'],
    [{ published: 'soon' }, 'give a date as 2013-10-23, 2013-10 or 2013'],
    [{ published: '2013-02-30' }, 'give a date as 2013-10-23, 2013-10 or 2013'],
    [{ url: 'javascript:alert(1)' }, 'give an address that begins with http:// or https://'],
    [{ language: 'English' }, 'give a code of two or three letters'],
    [{ color: 'red' }, 'color'],
  ])('refuses %j', async (fields, reason) => {
    await expect(correct('meeting', fields)).rejects.toThrow(reason);
  });

  it('refuses what somebody else decided about since it was seen', async () => {
    await correct('meeting', { title: 'Talks at the fjord' });
    const late = { what: 'correct-document', document: 'meeting', fields: { title: 'Talks' }, seen: null } as const;
    await expect(record.decide(late, 'Ben')).rejects.toMatchObject({ code: 'review-conflict' });
  });
});
