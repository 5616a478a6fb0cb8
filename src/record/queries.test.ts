// The contract of the questions about what documents together say, on documents written for it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ITEM_KINDS, MODALITIES } from '../model/items.ts';
import { isComing } from './coming.ts';
import { type OpenRecord, openRecord } from './record.ts';
import { REVIEW_STATES } from './review/states.ts';
import { tell } from './testing/build.ts';
import { ENGINES, type Place } from './testing/engines.ts';
import { RELATIONSHIP } from './testing/relationship.ts';
import type { EntityLink } from './views.ts';

describe.each(ENGINES)('a record in $engine', ({ newPlace }) => {
  let here: Place;
  let record: OpenRecord;
  let ids: ReadonlyMap<string, string>;

  beforeAll(async () => {
    here = await newPlace();
    record = await openRecord(here.place);
    for (const told of RELATIONSHIP) await tell(record, told);
    ids = new Map((await record.entities()).items.map(({ name, id }) => [name, id]));
  });
  afterAll(async () => {
    await record?.close();
    await here?.clear();
  });

  const id = (name: string): string => ids.get(name) ?? `no ${name}`;
  const names = (links: readonly EntityLink[]): readonly string[] => links.map(({ name }) => name).sort();
  const tellers = (view: { readonly evidence: readonly { readonly document: { readonly id: string } }[] }) =>
    view.evidence.map(({ document }) => document.id);
  const theMeeting = async () =>
    (await record.events({ types: ['CONSULT'], modalities: ['actual'] })).items.filter(
      ({ evidence }) => evidence.length > 1,
    );

  describe('one event told by several documents', () => {
    it('is one, with all its evidence', async () => {
      const meetings = await theMeeting();
      expect(meetings).toHaveLength(1);
      expect(meetings.flatMap(tellers)).toEqual(['wire', 'met', 'reprint', 'other']);
    });

    it('counts reports, outlets and independent sources apart, and keeps what they differ on', async () => {
      const [event] = await theMeeting();
      const view = await record.compare(event?.id ?? '');
      expect(view).toMatchObject({ reports: 4, outlets: 4, independent: 3 });
      expect(view?.method).toContain('Broder');
      const differing = new Map(
        view?.differences.map(({ field, values }) => [field, values.map(({ value }) => value)]),
      );
      expect(differing.get('numbers')).toEqual(['40 experts', '55 experts']);
      expect(differing.has('date')).toBe(false);
      expect(differing.has('saidBy')).toBe(false);
      // The joint council and its two sides are one company in other words.
      expect(differing.has('actor') || differing.has('recipient')).toBe(false);
      expect(view?.tellings.find(({ document }) => document.id === 'other')?.fields.saidBy).toEqual(['Grace Otieno']);
      const sources = new Map(view?.tellings.map(({ document, source }) => [document.id, source]));
      expect(sources.get('wire')).toBe(sources.get('reprint'));
      expect(await record.compare('v0000')).toBeNull();
    });

    it('is found among all events, and by its id, also by an earlier date', async () => {
      const [event] = await theMeeting();
      const retold = await record.events({ retold: true });
      expect(retold.items.map((item) => item.id)).toContain(event?.id);
      for (const item of retold.items) expect(new Set(tellers(item)).size).toBeGreaterThan(1);
      const all = (await record.events()).items.filter((item) => new Set(tellers(item)).size > 1);
      expect(retold.total).toBe(all.length);
      expect((await record.events({ retold: true, asOf: { known: '2011-05-12' } })).total).toBe(0);
      expect((await record.events({ ids: [event?.id ?? '', 'v0'] })).items.map((item) => item.id)).toEqual([event?.id]);
    });

    it('shows copies of one text as one source', async () => {
      const { duplicates, publishers } = await record.sources();
      expect(duplicates.map(({ documents, kind }) => [documents.map((one) => one.id), kind])).toEqual([
        [['wire', 'reprint'], 'near'],
      ]);
      expect(duplicates[0]?.resemblance).toBeGreaterThan(0.8);
      expect(publishers.map(({ publisher, documents, independent }) => [publisher, documents, independent])).toEqual([
        ['Hill Herald', 2, 2],
        ['Lake Post', 2, 2],
        ['Coast Wire', 1, 1],
        ['Plains Daily', 1, 0],
        [null, 1, 1],
      ]);
    });

    it('takes a publisher in capitals for the same one, also where it filters', async () => {
      const place = await newPlace();
      const other = await openRecord(place.place);
      for (const told of RELATIONSHIP) {
        await tell(other, told.id === 'wire' ? { ...told, publisher: 'HILL HERALD' } : told);
      }
      const { publishers } = await other.sources();
      expect(publishers.find(({ publisher }) => publisher === 'Hill Herald')?.documents).toBe(3);
      expect(publishers.map(({ publisher }) => publisher)).not.toContain('HILL HERALD');
      const [some, same] = [['Hill Herald'], ['hill heralD']];
      expect(await other.timeline({ publishers: same })).toEqual(await other.timeline({ publishers: some }));
      expect((await other.timeline({ publishers: same })).total).toBeGreaterThan(0);
      await other.close();
      await place.clear();
    });

    it('forgets the copy when its document changes', async () => {
      const place = await newPlace();
      const other = await openRecord(place.place);
      for (const told of RELATIONSHIP) await tell(other, told);
      expect((await other.sources()).duplicates).toHaveLength(1);
      await tell(other, { id: 'reprint', text: 'Nothing to report.' });
      expect((await other.sources()).duplicates).toEqual([]);
      await other.close();
      await place.clear();
    });
  });

  describe('registers', () => {
    it('tells what an agreement has come to, and contradictory claims side by side', async () => {
      const { items, total } = await record.agreements();
      expect(total).toBe(1);
      expect(items[0]?.state).toMatchObject({ what: 'suspended', time: { value: '2013-03-03' } });
      expect(items[0]?.developments.map(({ what, time }) => [what, time.value])).toEqual([
        ['signed', '2011-05-12'],
        ['suspended', '2013-03-03'],
        ['accused-of-violation', null],
        ['accused-of-violation', null],
      ]);
      const compliance = items[0]?.contradictions.find(({ about }) => about === 'compliance');
      expect(compliance?.claims.map(({ by }) => names(by))).toEqual([['Uganda'], ['Kenya']]);
      expect(await record.agreement(id('Lake Treaty'))).toEqual(items[0]);
      const { developments = [], state, totals } = items[0] ?? {};
      expect(totals).toEqual({ developments: developments.length, obligations: items[0]?.obligations.length });
      // A part of it says where all of it stands.
      const part = await record.agreement(id('Lake Treaty'), { offset: 1, limit: 1 });
      expect(part).toMatchObject({ state, totals, developments: developments.slice(1, 2), obligations: [] });
      expect(part?.contradictions.map(({ about, total }) => [about, total])).toEqual(
        items[0]?.contradictions.map(({ about, claims }) => [about, claims.length]),
      );
      expect((await record.agreements({ shown: 1 })).items[0]?.developments).toEqual(developments.slice(0, 1));
      expect(await record.agreement(id('Kenya'))).toBeNull();
      expect((await record.agreements({ name: 'lake' })).total).toBe(1);
      expect((await record.agreements({ name: 'sea' })).items).toEqual([]);
    });

    it('links a planned meeting with the one held', async () => {
      const { items } = await record.meetings();
      expect(items.map(({ meeting, became, plans }) => [meeting.state, became?.state ?? null, plans.length])).toEqual([
        ['planned', 'held', 0],
        ['held', null, 1],
      ]);
      expect((await record.meetings({ name: 'Uganda Council' })).total).toBe(2);
      expect((await record.meetings({ name: 'no such body' })).total).toBe(0);
    });

    it('tells what became of an offer, or that nothing was found since', async () => {
      const { items } = await record.promises();
      expect(items.map(({ promise, outcome, answer }) => [promise, outcome, answer?.time.value ?? null])).toEqual([
        ['offer', 'fulfilled', '2011-05-12'],
        ['request', 'open', null],
      ]);
      expect((await record.promises({ outcomes: ['open'] })).items.map(({ promise }) => promise)).toEqual(['request']);
      expect((await record.promises({ promises: ['offer'], limit: 1, offset: 1 })).items).toEqual([]);
    });

    it('marks a shift of position', async () => {
      const { items } = await record.stands({ name: 'dam' });
      expect(items).toHaveLength(1);
      expect(items[0]).toMatchObject({ stance: 'opposes', on: { name: 'dam' }, actor: { name: 'Kenya' } });
      expect(items[0]?.shifts.map(({ before, after }) => [before.stance, after.stance])).toEqual([
        ['supports', 'opposes'],
      ]);
      const [issue] = (await record.issues()).items;
      expect(issue).toMatchObject({ issue: { name: 'dam' }, positions: 2, sides: [{ stance: 'opposes' }] });
    });

    it('tells the state and the figures of an activity', async () => {
      const { items } = await record.activities();
      expect(items[0]).toMatchObject({ activity: { name: 'dam survey' }, state: { what: 'under-way' } });
      expect(items[0]?.figures).toMatchObject([{ value: 12, of: 'engineers' }]);
    });
  });

  describe('relations', () => {
    it('counts the events between two sides, and each point can be looked up', async () => {
      const pair = [id('Kenya'), id('Uganda')] as const;
      const { rows, undated } = await record.temperature({ pair, by: 'year' });
      expect(rows.map(({ period, events }) => [period, events])).toEqual([
        ['2011', 2],
        ['2013', 2],
        ['2014', 1],
      ]);
      expect(undated).toBe(0);
      for (const { period, events, sum } of rows) {
        const behind = await record.events({ pair, from: period, to: period, modalities: ['actual'] });
        expect(behind.total).toBe(events);
        expect(behind.items.reduce((total, { score }) => total + score, 0)).toBeCloseTo(sum);
      }
      // The request is dated to a year only: it stands in no month.
      expect((await record.temperature({ pair, by: 'month' })).undated).toBe(1);
      expect((await record.temperature({ pair: [pair[1], pair[0]], by: 'year' })).rows).toEqual(rows);
      expect((await record.temperature({ by: 'year' })).rows).toEqual(rows);
    });

    it('counts a minister for the state, and a joint council for both sides', async () => {
      const pair = [id('Uganda'), id('Kenya')] as const;
      const { items } = await record.events({ pair });
      expect(items.map(({ type, modality }) => `${type} ${modality}`).sort()).toEqual([
        'ACCUSE actual',
        'AGREE actual',
        'CONSULT actual',
        'CONSULT planned',
        'REQUEST actual',
        'SANCTION actual',
      ]);
    });

    it('gives the latest meetings and promises first, as the whole lists end', async () => {
      for (const asOf of [{}, { world: '2011-05-20' }, { known: '2011-05-13' }]) {
        const dated = (await record.meetings({ asOf })).items.filter(({ meeting }) => meeting.time.start !== null);
        expect(await record.latestMeetings({ asOf, limit: 2 })).toEqual(dated.toReversed().slice(0, 2));
        const [coming, others] = [true, false].map((is) => dated.toReversed().filter((one) => isComing(one) === is));
        const some = await record.latestMeetings({ asOf, limit: 1, coming: 1 });
        expect(some.filter(isComing)).toEqual(coming?.slice(0, 1));
        expect(some.filter((one) => !isComing(one))).toEqual(others?.slice(0, 1));
        expect(await record.latestMeetings({ asOf, limit: 60, coming: 60 })).toEqual(dated.toReversed());
        const open = (await record.promises({ asOf, outcomes: ['open'] })).items;
        const undated = open.filter(({ event }) => event.time.start === null);
        const latest = [...open.filter((one) => !undated.includes(one)).toReversed(), ...undated];
        expect(await record.latestPromises({ asOf, outcomes: ['open'] })).toEqual(latest);
        expect(await record.latestPromises({ asOf, outcomes: ['open'], limit: 1 })).toEqual(latest.slice(0, 1));
      }
      expect(await record.latestMeetings()).not.toEqual([]);
      expect(await record.latestPromises()).not.toEqual([]);
    });

    it('gives what stands in no doubt by a day as the whole list of that day does', async () => {
      for (const world of ['2011-05-01', '2011-05-20', '2012']) {
        const whole = (await record.events({ asOf: { world }, from: '0001' })).items;
        for (const modality of MODALITIES) {
          const asked = await record.events({ asOf: { world }, from: '0001', modalities: [modality] });
          expect(asked.items).toEqual(whole.filter((event) => event.modality === modality));
        }
      }
    });

    it('draws who deals with whom', async () => {
      const { nodes, edges } = await record.network();
      expect(nodes.map(({ entity }) => entity.name).sort()).toEqual(['Kenya', 'Uganda']);
      const acts = edges.find(({ from, to }) => from === id('Uganda') && to === id('Kenya'));
      expect(acts?.quads[3]).toBe(1);
    });

    it('tells of people what offices they had when, and whom they dealt with', async () => {
      const { items } = await record.people();
      expect(items[0]).toMatchObject({ person: { name: 'Grace Otieno' }, statements: 1, events: 1 });
      expect(items[0]?.offices).toMatchObject([{ office: 'Foreign Minister', from: '2011-04-02', to: '2011-05-14' }]);
      expect(items[0]?.dealtWith.map(({ entity }) => entity.name)).toContain('Uganda');
    });
  });

  describe('threads', () => {
    it('lists subjects by how much is told of them', async () => {
      const { items } = await record.threads();
      expect(items.map(({ entity }) => entity.name)).toContain('Lake Treaty');
      expect(items.every((thread, at) => thread.items <= (items[at - 1]?.items ?? Number.POSITIVE_INFINITY))).toBe(
        true,
      );
      const council = items.find(({ entity }) => entity.name === 'Kenya-Uganda Council');
      expect(council).toMatchObject({ from: '2011-05-01', to: '2011-05-31' });
    });

    it('quotes every sentence that mentions a subject, as far as it was known', async () => {
      const { items, total } = await record.mentions(id('Lake Treaty'));
      expect(items.map(({ document, sentence }) => [document.id, sentence.text])).toEqual([
        ['met', 'Kenya signed the Lake Treaty.'],
        ['turn', 'Kenya suspended the Lake Treaty on 3 March.'],
      ]);
      expect(total).toBe(2);
      expect((await record.mentions(id('Lake Treaty'), { asOf: { known: '2012' } })).total).toBe(1);
      expect((await record.mentions(id('Lake Treaty'), { limit: 1, offset: 1 })).items).toEqual(items.slice(1));
      expect((await record.mentions('e0000')).items).toEqual([]);
    });

    it('gathers state, positions, meetings and sources of a subject', async () => {
      const dam = await record.thread(id('dam'));
      expect(dam?.positions.periods).toEqual(['2011', '2013']);
      expect(dam?.positions.cells.map(({ period, stance }) => [period, stance])).toEqual([
        ['2011', 'supports'],
        ['2013', 'opposes'],
      ]);
      expect(dam?.shifts).toHaveLength(1);
      const treaty = await record.thread(id('Lake Treaty'), { limit: 2 });
      expect(treaty?.state).toMatchObject({ what: 'suspended' });
      expect(treaty?.items.items).toHaveLength(2);
      expect(treaty?.items.total).toBeGreaterThan(2);
      const council = await record.thread(id('Kenya-Uganda Council'));
      expect(council?.meetings).toHaveLength(2);
      expect(council?.publishers.map(({ publisher }) => publisher)).toEqual(['Lake Post']);
      expect(await record.thread('e0000')).toBeNull();
    });

    it('gives the lists of a thread that are wanted, and counts the others', async () => {
      const whole = await record.thread(id('dam'));
      const sources = await record.thread(id('dam'), { lists: ['publishers'] });
      expect(whole?.publishers.length).toBeGreaterThan(1);
      expect(sources?.publishers).toEqual(whole?.publishers);
      const none = { actors: [], periods: [], cells: [] };
      expect(sources).toMatchObject({ positions: none, shifts: [], meetings: [], totals: whole?.totals });
      expect(sources?.entity).toEqual({ ...whole?.entity, mentionedIn: [] });
      const stands = await record.thread(id('dam'), { lists: ['actors', 'documents'], shown: 1 });
      expect(stands?.positions.actors).toEqual(whole?.positions.actors.slice(0, 1));
      expect(stands).toMatchObject({ publishers: [], shifts: [], entity: { mentionedIn: [{}] } });
      const all = await record.thread(id('dam'), { lists: ['actors', 'documents'], whole: ['actors'], shown: 1 });
      expect(all?.positions).toEqual(whole?.positions);
      expect(all?.entity).toEqual(stands?.entity);
      const course = await record.thread(id('Lake Treaty'), { lists: ['course'] });
      expect(course?.agreement).toEqual((await record.thread(id('Lake Treaty')))?.agreement);
    });
  });

  describe('as of', () => {
    it('tells the world of a day: what comes later has not happened, what is planned is planned', async () => {
      const asOf = { world: '2011-04-30' };
      const { items } = await record.events({ asOf });
      expect(items.map(({ type, modality }) => [type, modality])).toEqual([
        ['AGREE', 'actual'],
        ['CONSULT', 'planned'],
      ]);
      const [plan] = (await record.meetings({ asOf })).items;
      expect(plan).toMatchObject({ meeting: { state: 'planned' }, became: null });
      expect((await record.promises({ asOf })).items[0]).toMatchObject({ outcome: 'open', answer: null });
      expect((await record.agreement(id('Lake Treaty'), { asOf: { world: '2012' } }))?.state?.what).toBe('signed');
      expect((await record.stands({ asOf: { world: '2012' } })).items[0]).toMatchObject({
        stance: 'supports',
        shifts: [],
      });
    });

    it('tells what documents published by a day knew, with their evidence alone, and how many have no date', async () => {
      const asOf = { known: '2011-05-12' };
      const page = await record.events({ asOf, modalities: ['actual'], types: ['CONSULT'] });
      expect(page.items.map(tellers)).toEqual([['wire']]);
      expect(page.leftOut).toBe(1);
      const later = await record.events({ asOf: { known: '2011-05-13' }, modalities: ['actual'], types: ['CONSULT'] });
      expect(later.items.map(tellers)).toEqual([['wire', 'met', 'reprint']]);
      expect((await record.agreements({ asOf })).items).toEqual([]);
      expect(
        (await record.temperature({ by: 'year', asOf })).rows.map(({ period, events }) => [period, events]),
      ).toEqual([['2011', 2]]);
      expect((await record.thread(id('dam'), { asOf }))?.shifts).toEqual([]);
    });

    it('holds in lists of documents, entities, people, threads and sources, and says what it leaves out', async () => {
      const asOf = { known: '2011' };
      const heard = (await record.documents({ asOf })).items.map(({ id: document }) => document);
      expect(heard.length).toBeGreaterThan(1);
      expect(heard.length).toBeLessThan(RELATIONSHIP.length);
      for (const document of heard) expect((await record.document(document))?.published.end?.slice(0, 4)).toBe('2011');
      expect(await record.documents({ asOf: { world: '2011' } })).toEqual(await record.documents({ asOf }));
      const all = await record.entities();
      const then = await record.entities({ asOf });
      expect(then.total).toBeLessThan(all.total);
      for (const { id: entity, documents } of then.items) {
        const mentioned = (await record.entity(entity, asOf))?.mentionedIn.map(({ document }) => document.id) ?? [];
        expect(mentioned).toHaveLength(documents);
        expect(heard).toEqual(expect.arrayContaining(mentioned));
      }
      expect((await record.people({ asOf })).total).toBeLessThanOrEqual((await record.people()).total);
      expect((await record.threads({ asOf: { known: '2010' } })).items).toEqual([]);
      const before = (await record.threads({ asOf })).items.find(({ entity }) => entity.name === 'dam');
      const now = (await record.threads()).items.find(({ entity }) => entity.name === 'dam');
      expect(before?.items ?? 0).toBeLessThan(now?.items ?? 0);
      const { publishers } = await record.sources(asOf);
      expect(publishers.reduce((sum, { documents }) => sum + documents, 0)).toBe(heard.length);
      const [event] = await theMeeting();
      expect(await record.compare(event?.id ?? '', { known: '2010' })).toBeNull();
      const told = (await record.compare(event?.id ?? '', asOf))?.tellings.map(({ document }) => document.id);
      expect(heard).toEqual(expect.arrayContaining(told ?? ['none']));
      const waiting = (await record.queue({ asOf })).items;
      expect(waiting.length).toBeGreaterThan(0);
      for (const { item } of waiting) expect(heard).toContain(item.evidence[0]?.document.id);
    });

    it('takes both dates at once', async () => {
      const both = await record.events({ asOf: { world: '2011-04', known: '2013' } });
      expect(both.items.map(({ type }) => type)).toEqual(['AGREE', 'CONSULT']);
    });
  });

  describe('filters and search', () => {
    it('narrows by recipient, subject, publisher, rule and review', async () => {
      const types = async (filter: Parameters<OpenRecord['events']>[0]) =>
        (await record.events(filter)).items.map(({ type }) => type);
      expect(await types({ recipients: [id('Kenya')] })).toEqual(['ACCUSE']);
      expect(await types({ about: [id('Lake Treaty')] })).toEqual(['ACCUSE', 'SANCTION']);
      expect(await types({ publishers: ['Plains Daily'] })).toEqual(['CONSULT']);
      expect(await types({ rules: ['no-such-rule'] })).toEqual([]);
      expect(await types({ reviews: ['accepted'] })).toEqual([]);
      expect((await types({ reviews: ['machine', 'accepted'] })).length).toBe((await record.events()).total);
      expect(await types({ entities: [] })).toEqual([]);
    });

    it('takes those who act for a state for it, unless the state alone is asked for', async () => {
      const [kenya, minister] = [id('Kenya'), id('Grace Otieno')];
      const ids = async (filter: Parameters<OpenRecord['timeline']>[0]) =>
        (await record.timeline({ kinds: ITEM_KINDS, ...filter })).items.map((item) => item.id);
      const [offer] = (await record.promises()).items;
      for (const own of [{ actors: [minister] }, { entities: [minister] }, { pair: [kenya, id('Uganda')] as const }]) {
        expect(await ids(own)).toContain(offer?.event.id);
      }
      for (const side of [{ actors: [kenya] }, { entities: [kenya] }]) {
        expect(await ids(side)).toEqual(expect.arrayContaining([...(await ids({ actors: [minister] }))]));
        expect((await record.promises(side)).items.map(({ event }) => event.id)).toContain(offer?.event.id);
        const asked = { ...side, asOf: { known: '2011-04-02' } };
        expect(await ids(asked)).toContain(offer?.event.id);
      }
      const alone = await ids({ themselves: [kenya] });
      expect(alone).not.toContain(offer?.event.id);
      expect(await ids({ entities: [kenya] })).toEqual(expect.arrayContaining([...alone]));
      // Nobody acts for a minister or an issue.
      expect(await ids({ themselves: [minister] })).toEqual(await ids({ entities: [minister] }));
    });

    it('takes no meeting in a city for one of its state', async () => {
      const place = await newPlace();
      const other = await openRecord(place.place);
      const [chad, mali] = [
        { kind: 'state', name: 'Chad' },
        { kind: 'state', name: 'Mali' },
      ] as const;
      const entities = [
        chad,
        mali,
        { kind: 'state', name: 'Norway' },
        { kind: 'place', name: 'Oslo', partOf: 'Norway' },
      ] as const;
      const met = { type: 'CONSULT', trigger: 'met', actor: ['Chad', 'Mali'], place: 'Oslo', time: '2012-05' } as const;
      await tell(other, { id: 'met', text: 'Chad and Mali met in Oslo. Norway is cold.', entities, events: [met] });
      const norway = (await other.entities({ name: 'Norway' })).items[0]?.id ?? '';
      const oslo = (await other.entities({ name: 'Oslo' })).items[0]?.id ?? '';
      for (const reviews of [undefined, REVIEW_STATES]) {
        const asked = reviews ? { reviews } : {};
        expect((await other.events({ ...asked, entities: [norway] })).total).toBe(0);
        expect((await other.events({ ...asked, entities: [oslo] })).total).toBe(1);
      }
      await other.close();
      await place.clear();
    });

    it('finds documents, statements and names with the words around each match', async () => {
      const all = await record.find('dam');
      expect(all.items.map(({ kind }) => kind)).toEqual([
        ...Array(2).fill('entity'),
        ...Array(7).fill('document'),
        'statement',
      ]);
      for (const { snippet } of all.items) {
        expect(snippet.matches.length).toBeGreaterThan(0);
        for (const span of snippet.matches) expect(snippet.text.slice(...span).toLowerCase()).toBe('dam');
      }
      const statements = await record.find('"55 experts"', { kinds: ['statement'] });
      expect(statements.items).toMatchObject([{ kind: 'statement', speaker: [{ name: 'Grace Otieno' }] }]);
      expect((await record.find('experts', { from: '2011-05-14' })).items.map((hit) => hit.id)).toHaveLength(2);
      expect((await record.find('dam', { actors: [id('Grace Otieno')] })).items.map(({ kind }) => kind)).toEqual([
        'statement',
      ]);
      expect((await record.find('dam', { limit: 3, offset: 1 })).items).toEqual(all.items.slice(1, 4));
      expect((await record.find('" * ')).total).toBe(0);
    });

    it('tells what the last documents brought', async () => {
      const [turn, other] = await record.latest({ limit: 2 });
      expect(turn?.document.id).toBe('turn');
      expect(turn?.news[0]?.kind).toBe('development');
      expect(other?.document.id).toBe('other');
      expect(other?.news).toEqual([]);
      for (const asOf of [{ known: '2012' }, { world: '2012' }]) {
        expect((await record.latest({ limit: 1, asOf }))[0]?.document.id).toBe('other');
      }
    });
  });
});
