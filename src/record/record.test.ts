// The contract of the record: what was added is there, once, merged, in order, and survives closing.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reading } from '../model/reading.ts';
import { type OpenRecord, openRecord, type Source } from './record.ts';
import { documentOf, readingOf, tell } from './testing/build.ts';
import { ENGINES, type Place } from './testing/engines.ts';
import { MEETING, REFUSAL, RETOLD, SAMPLES, UNDATED } from './testing/samples.ts';

describe.each(ENGINES)('a record in $engine', ({ newPlace }) => {
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

  describe('adding documents', () => {
    it('adds, skips what is unchanged, and replaces what changed', async () => {
      expect(await tell(record, MEETING)).toBe('added');
      expect(await tell(record, MEETING)).toBe('unchanged');
      await record.settle();
      expect(await tell(record, MEETING)).toBe('unchanged');
      expect(await tell(record, MEETING, { version: '2' })).toBe('replaced');
      expect(await tell(record, { ...REFUSAL, id: 'meeting' }, { version: '2' })).toBe('replaced');
      const { items } = await record.events();
      expect(items.map(({ type }) => type)).toEqual(['REJECT']);
      expect((await record.summary()).documents).toBe(1);
      expect((await record.search('Bergen')).total).toBe(0);
    });

    it('keeps two documents that share an id but neither source nor words', async () => {
      await tell(record, MEETING, { path: 'a/report.txt' });
      await tell(record, { ...REFUSAL, id: 'meeting' }, { path: 'b/report.txt' });
      const { items } = await record.documents();
      expect(items).toHaveLength(2);
      expect(new Set(items.map(({ id }) => id)).size).toBe(2);
      for (const { id } of items) expect(id).toMatch(/^meeting~[0-9a-f]{8}$/);
    });

    it('finds documents by parts of their titles, in any order and case', async () => {
      await tell(record, { ...MEETING, id: 'a', title: 'Communiqué of the Élysée: 100_percent' });
      await tell(record, { ...REFUSAL, id: 'b', title: 'ÉLYSÉE turns down the plan' });
      await tell(record, { ...REFUSAL, id: 'no-title' });
      const titled = async (title: string) => (await record.documents({ title })).items.map(({ id }) => id).sort();
      expect(await titled('élysée')).toEqual(['a', 'b']);
      expect(await titled(' plan  Élysée ')).toEqual(['b']);
      expect(await titled('commun')).toEqual(['a']);
      expect(await titled('0_p')).toEqual(['a']);
      expect(await titled('n_p')).toEqual([]);
      expect(await titled('No-Title')).toEqual(['no-title']);
      expect(await record.documents({ title: 'élysée', limit: 1, offset: 1 })).toMatchObject({ total: 2, offset: 1 });
      expect((await record.documents({ ids: ['b', 'nowhere'] })).items.map(({ id }) => id)).toEqual(['b']);
    });

    it('dates words and stands by the act that their cue is, where the text gives its day, and else by the document', async () => {
      const text = 'Peru rejected the offer on Monday. Peru hoped for another. Peru may refuse the loan in June.';
      const spans = text
        .split('. ')
        .map((sentence) => [text.indexOf(sentence), text.indexOf(sentence) + sentence.length] as const);
      const position = (statement: string, at: number) =>
        ({ actor: 'e1', on: 'e2', stance: 'opposes', statement, evidence: spans[at] ?? [0, 1] }) as const;
      await tell(record, {
        id: 'offer',
        text,
        published: '2011-05-05',
        entities: [
          { kind: 'state', name: 'Peru', code: 'PER' },
          { kind: 'issue', name: 'offer' },
        ],
        events: [
          { type: 'REJECT', trigger: 'rejected', actor: ['Peru'], time: '2011-05-02' },
          { type: 'REJECT', trigger: 'refuse', actor: ['Peru'], time: '2011-06', modality: 'hypothetical' },
        ],
        statements: [
          { speaker: ['Peru'], cue: 'rejected', content: 'the offer' },
          { speaker: ['Peru'], cue: 'hoped', content: 'for another' },
          { speaker: ['Peru'], cue: 'refuse', content: 'the loan' },
        ],
        rest: { positions: [position('s1', 0), position('s2', 1)] },
      });
      const dates = async (kind: 'statement' | 'position') =>
        (await record.timeline({ kinds: [kind] })).items.map(({ time }) => `${time.value} ${time.basis}`).sort();
      expect(await dates('statement')).toEqual([
        '2011-05-02 expression',
        '2011-05-05 published',
        '2011-05-05 published',
      ]);
      expect(await dates('position')).toEqual(['2011-05-02 expression', '2011-05-05 published']);
    });

    it('takes a file that moved for the same document', async () => {
      await tell(record, MEETING, { path: 'a/report.txt' });
      await record.settle();
      expect(await tell(record, MEETING, { path: 'b/report.txt' })).toBe('replaced');
      expect((await record.documents()).items.map(({ id }) => id)).toEqual(['meeting']);
    });

    it('loses no copy of a file when the other one changes', async () => {
      const [a, b] = ['a/report.txt', 'b/report.txt'].map((path) => ({ path, hash: 'h', version: '1' })) as [
        Source,
        Source,
      ];
      for (const source of [a, b]) {
        await record.add(documentOf(MEETING), readingOf(MEETING), source);
        await record.finishSource(source, [MEETING.id]);
      }
      await record.settle();
      expect((await record.isCurrent(a)) && (await record.isCurrent(b))).toBe(false);
      await record.add(documentOf({ ...REFUSAL, id: MEETING.id }), readingOf({ ...REFUSAL, id: MEETING.id }), b);
      await record.settle();
      expect(await record.isCurrent(a)).toBe(false);
      await record.add(documentOf(MEETING), readingOf(MEETING), a);
      expect((await record.summary()).documents).toBe(2);
    });

    it('keeps the documents beside one whose reading is broken, and says so of that one', async () => {
      const source = { path: 'broken.txt', hash: 'h', version: '1' };
      const broken = {
        ...readingOf(REFUSAL),
        passages: [{ span: [Number.NaN, 3], kind: 'body' }],
      } as unknown as Reading;
      await tell(record, MEETING);
      await record.add(documentOf(REFUSAL), broken, source);
      await record.add(documentOf(UNDATED), {} as Reading, source);
      await tell(record, RETOLD);
      expect((await record.documents()).items.map(({ id, counts }) => [id, counts.event])).toEqual([
        ['meeting', 1],
        ['retold', 2],
        ['refusal', 0],
        ['undated', 0],
      ]);
      for (const id of ['refusal', 'undated']) {
        expect((await record.document(id))?.diagnostics.map(({ code }) => code)).toEqual(['reading-not-stored']);
      }
    });

    it('knows which sources are done, and takes out what a source has no more', async () => {
      const source = { path: 'many.jsonl', hash: 'h1', version: '1' };
      await tell(record, MEETING, { path: source.path });
      await tell(record, REFUSAL, { path: source.path });
      expect(await record.isCurrent(source)).toBe(false);
      await record.finishSource(source, ['meeting', 'refusal']);
      expect(await record.isCurrent(source)).toBe(true);
      expect(await record.isCurrent({ ...source, version: '2' })).toBe(false);
      await record.finishSource({ ...source, hash: 'h2' }, ['refusal']);
      expect((await record.documents()).items.map(({ id }) => id)).toEqual(['refusal']);
      expect((await record.entities({ name: 'Bergen' })).total).toBe(0);
    });

    it('finishes sources by the number of their documents, where several writers bring them', async () => {
      const source = { path: 'many.jsonl', hash: 'h1', version: '1' };
      const other = await openRecord(here.place);
      const counted = (hash: string, documents: number, whole = true) => ({
        source: { ...source, hash },
        ...{ documents, whole },
      });
      await record.add(documentOf(MEETING), readingOf(MEETING), source);
      expect(await record.finishCounted([counted('h1', 2)])).toEqual([false]);
      await other.add(documentOf(REFUSAL), readingOf(REFUSAL), source);
      await other.commit();
      expect(await record.finishCounted([counted('h0', 2), counted('h1', 2, false)])).toEqual([false, true]);
      expect(await record.isCurrent(source)).toBe(false);
      expect(await record.finishCounted([counted('h1', 2)])).toEqual([true]);
      expect(await record.isCurrent(source)).toBe(true);
      await record.add(documentOf(REFUSAL), readingOf(REFUSAL), { ...source, hash: 'h2' });
      expect(await record.finishCounted([counted('h2', 1)])).toEqual([true]);
      await other.close();
      expect((await record.documents()).items.map(({ id }) => id)).toEqual(['refusal']);
    });

    it('is whole after closing and opening, read-only too', async () => {
      for (const told of SAMPLES) await tell(record, told);
      const before = await record.timeline();
      await record.close();
      const reader = await openRecord(here.place, { readOnly: true });
      expect(await reader.timeline()).toEqual(before);
      await expect(reader.settle()).rejects.toThrow('read-only');
      await reader.close();
      record = await openRecord(here.place);
      expect(await record.timeline()).toEqual(before);
    });
  });

  describe('merging', () => {
    beforeEach(async () => {
      for (const told of SAMPLES) await tell(record, told);
    });

    it('makes one entity of a state in all documents, and of a surname with the full name of the same state', async () => {
      const states = await record.entities({ kinds: ['state'] });
      expect(states.items.map(({ code, documents }) => [code, documents])).toEqual([
        ['SWE', 4],
        ['NOR', 4],
      ]);
      const { items: persons } = await record.entities({ kinds: ['person'] });
      expect(persons).toHaveLength(1);
      expect(persons[0]).toMatchObject({ name: 'Kari Berg', documents: 2, partOf: { code: 'NOR' } });
      expect(persons[0]?.names).toEqual(['Berg', 'Kari Berg']);
    });

    it('keeps a surname apart when a second person has it, and joins it again when that one goes', async () => {
      await tell(record, {
        ...UNDATED,
        id: 'other',
        text: 'Ola Berg of Norway praised Sweden.',
        entities: [...(UNDATED.entities ?? []), { kind: 'person', name: 'Ola Berg', partOf: 'Norway' }],
      });
      const names = async () => (await record.entities({ kinds: ['person'] })).items.map(({ name }) => name).sort();
      expect(await names()).toEqual(['Berg', 'Kari Berg', 'Ola Berg']);
      await tell(record, { ...UNDATED, id: 'other', text: 'Norway praised Sweden again.' });
      expect(await names()).toEqual(['Kari Berg']);
    });

    it('counts an entity anew when the document with its other name goes', async () => {
      await record.finishSource({ path: 'retold.txt', hash: 'none', version: '1' }, []);
      const { items: persons } = await record.entities({ kinds: ['person'] });
      expect(persons).toMatchObject([{ name: 'Kari Berg', names: ['Kari Berg'], documents: 1, mentions: 1 }]);
    });

    it('joins the tellings of one meeting under the more exact date, with all evidence', async () => {
      const { items } = await record.events({ types: ['CONSULT'] });
      expect(items).toHaveLength(1);
      expect(items[0]?.time).toEqual({
        value: '2012-05-03',
        start: '2012-05-03',
        end: '2012-05-03',
        basis: 'expression',
      });
      expect(items[0]?.evidence.map(({ document, quote }) => [document.id, quote])).toEqual([
        ['meeting', 'Norway met Sweden in Bergen on 3 May.'],
        ['retold', 'In May the talks between Sweden and Norway were held.'],
      ]);
    });

    it('joins a meeting of a council with one of the sides in its name', async () => {
      const council = { kind: 'body', name: 'Norway-Sweden Council', partOf: 'Norway' } as const;
      const envoys = { kind: 'group', name: 'envoys of Sweden and Norway' } as const;
      const states = UNDATED.entities ?? [];
      const tellAs = async (id: string, text: string, who: typeof council | typeof envoys) =>
        await tell(record, {
          id,
          text,
          entities: [...states, who],
          events: [{ type: 'CONSULT', trigger: 'met', actor: [who.name], time: '2014-02-03' }],
        });
      await tellAs('council', 'The Norway-Sweden Council met. Norway and Sweden paid.', council);
      await tellAs('envoys', 'The envoys of Sweden and Norway met. Norway paid.', envoys);
      const { items } = await record.events({ from: '2014' });
      expect(items.map(({ actor, evidence }) => [actor.map(({ name }) => name), evidence.length])).toEqual([
        [['Norway-Sweden Council', 'envoys of Sweden and Norway'], 2],
      ]);
    });

    it('joins what documents tell of an agreement', async () => {
      const { items } = await record.timeline({ kinds: ['development'] });
      const told = items.flatMap((item) => (item.kind === 'development' ? [item] : []));
      expect(told.map(({ what, time, evidence }) => [what, time.value, evidence.length])).toEqual([
        ['reaffirmed', '2012-05-03', 2],
        ['proposed', '2012-05-03', 1],
      ]);
      expect(told[0]?.by.map(({ name }) => name)).toEqual(['Kari Berg']);
    });

    it('takes a merge back when the telling goes', async () => {
      await tell(record, { ...UNDATED, id: 'meeting' });
      const { items } = await record.events({ types: ['CONSULT'] });
      expect(items.map(({ time, evidence }) => [time.value, evidence.length])).toEqual([['2012-05', 1]]);
    });
  });

  describe('queries', () => {
    beforeEach(async () => {
      for (const told of SAMPLES) await tell(record, told);
    });

    it('orders the timeline by date, what is undated last', async () => {
      const { total, items } = await record.timeline();
      expect(total).toBe(4);
      expect(items.map(({ time, kind }) => [kind, time.value])).toEqual([
        ['event', '2012-05-03'],
        ['event', '2012-06'],
        ['event', '2013-01-14'],
        ['event', null],
      ]);
      const all = await record.timeline({ kinds: ['event', 'statement', 'meeting', 'development', 'position'] });
      expect(all.items.map(({ kind, time }) => `${time.value} ${kind}`)).toEqual([
        '2012-05-03 event',
        '2012-05-03 meeting',
        '2012-05-03 development',
        '2012-05-03 development',
        '2012-05-04 position',
        '2012-05-04 statement',
        '2012-06 event',
        '2013-01-14 event',
        '2013-01-15 statement',
        'null event',
      ]);
    });

    it.each([
      [{ from: '2012-06-15', to: '2012' }, ['ACCUSE']],
      [{ from: '2013' }, ['REJECT']],
      [{ to: '2012-05' }, ['CONSULT']],
      [{ types: ['REJECT', 'SUPPORT'] as const }, ['REJECT', 'SUPPORT']],
      [{ documents: ['retold'] }, ['CONSULT', 'ACCUSE']],
      [{ text: 'plan' }, ['REJECT']],
      [{ text: '"talks between"' }, ['CONSULT']],
      [{ modalities: ['planned'] as const }, []],
      [{ limit: 2, offset: 1 }, ['ACCUSE', 'REJECT']],
    ])('filters events by %j', async (filter, types) => {
      expect((await record.events(filter)).items.map(({ type }) => type)).toEqual(types);
    });

    it.each([
      ['KARI', 1],
      ['kári berg', 1],
      ['fjord-fisheries', 1],
      ['%', 0],
      ['nobody', 0],
    ])('finds entities by a part of a name: %s', async (name, total) => {
      expect((await record.entities({ name })).total).toBe(total);
    });

    it('finds what an entity did, and what it took part in', async () => {
      const [sweden] = (await record.entities({ name: 'swed' })).items;
      const ids = [sweden?.id ?? ''];
      expect((await record.events({ actors: ids })).items.map(({ type }) => type)).toEqual(['CONSULT', 'REJECT']);
      expect((await record.events({ entities: ids })).total).toBe(3);
      const detail = await record.entity(ids[0] ?? '');
      expect(detail?.counts).toMatchObject({ event: 3, statement: 1, meeting: 1 });
      expect(detail?.mentionedIn.map(({ document }) => document.id)).toEqual([
        'meeting',
        'retold',
        'refusal',
        'undated',
      ]);
    });

    it('gives a document with its text and all items, and each item by its id', async () => {
      const view = await record.document('meeting');
      expect(view?.text).toBe(MEETING.text);
      expect(view?.statements[0]).toMatchObject({
        speaker: [{ name: 'Kari Berg' }],
        cueText: 'said',
        contentText: 'the Fjord Fisheries Treaty must stand',
      });
      expect(view?.meetings[0]?.event).toBe(view?.events[0]?.id);
      expect(view?.positions[0]?.statement).toBe(view?.statements[0]?.id);
      for (const item of [...(view?.events ?? []), ...(view?.statements ?? []), ...(view?.positions ?? [])]) {
        expect(await record.item(item.id)).toEqual(item);
        for (const { span, quote, document } of item.evidence) {
          if (document.id === 'meeting') expect(MEETING.text.slice(...span)).toBe(quote);
        }
      }
      expect(await record.document('nothing')).toBeNull();
      expect(await record.item('nothing')).toBeNull();
      expect(await record.entity('nothing')).toBeNull();
    });

    it('puts the evidence of the page first on a document page', async () => {
      const view = await record.document('retold');
      expect(view?.events[0]?.evidence.map(({ document }) => document.id)).toEqual(['retold', 'meeting']);
    });

    it('goes through items, texts and entities that are asked for', async () => {
      const types: string[] = [];
      for await (const { type } of record.every('event', { from: '2013' })) types.push(type);
      expect(types).toEqual(['REJECT']);
      const texts: string[] = [];
      for await (const { text } of record.everyDocument(['refusal', 'nothing', 'meeting'])) texts.push(text);
      expect(texts).toEqual([MEETING.text, REFUSAL.text]);
      const { items } = await record.entities({ kinds: ['state'] });
      const asked = items.slice(1).map(({ id }) => id);
      expect((await record.entities({ ids: asked })).items).toEqual(items.slice(1));
    });

    it('finds sentences and where the words stand in the document', async () => {
      const { total, items } = await record.search('fisheries sign');
      expect(total).toBe(1);
      const [hit] = items;
      expect(hit?.matches.map((span) => REFUSAL.text.slice(...span))).toEqual(['sign', 'Fisheries']);
      expect(hit?.items.map(({ kind }) => kind)).toEqual(['statement']);
      expect((await record.search('norw*')).total).toBe(4);
    });

    it.each([
      '',
      '"',
      '""',
      '*',
      'XOR',
      'NEAR(',
      'a OR',
      "';--",
      '\0',
      'text:Norway',
      '{',
      '\ud800',
      '(((((',
      '^',
      '-',
    ])('takes %j for words, not for a command', async (typed) => {
      expect((await record.search(typed)).total).toBe(0);
      expect((await record.events({ text: typed })).total).toBe(0);
    });
  });
});
