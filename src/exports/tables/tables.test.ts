// CSV and Parquet, as programs of others read them.

import { parse } from 'csv-parse/sync';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { generated } from '../../record/testing/generate.ts';
import { RELATIONSHIP } from '../../record/testing/relationship.ts';
import { DEALINGS, NEWS, TALKS } from '../testing/dealings.ts';
import { bytesOf, exported, formatNamed, withRecord } from '../testing/export.ts';
import { TABLES } from './tables.ts';

const rowsOf = async (table: string) =>
  parse((await exported('csv', DEALINGS, { table })).text, { columns: true }) as Record<string, string>[];

describe('CSV', () => {
  it('has all events with their dates as uncertain as they are, whatever their modality', async () => {
    const events = await rowsOf('events');
    expect(events).toHaveLength(7);
    expect(events.find(({ type }) => type === 'SUPPORT')).toMatchObject({
      date: '2013-SP',
      date_first: '2013-03-01',
      date_last: '2013-05-31',
      actor: 'Russia',
      recipient_code: 'NOR',
      score: '5',
      modality: 'actual',
    });
    expect(events.map(({ modality }) => modality).sort()).toEqual([
      'actual',
      'actual',
      'actual',
      'actual',
      'hypothetical',
      'negated',
      'planned',
    ]);
    expect(events.find(({ type }) => type === 'CONSULT')).toMatchObject({
      articles: '2',
      mentions: '2',
      mode: 'multilateral',
    });
  });

  it.each(['events', 'meetings', 'developments'])('says of %s that their day is that of publication', async (table) => {
    const { text } = await exported('csv', [NEWS], { table });
    expect(parse(text, { columns: true })).toMatchObject([{ date: '2013-05-06', date_basis: 'published' }]);
  });

  it('gives states and organisations their codes, and nothing where nobody has one', async () => {
    const events = await rowsOf('events');
    for (const { actor_code: actors = '', recipient_code: recipients = '' } of events) {
      expect(`${actors}|${recipients}`).not.toMatch(/(?:^|\|); |; (?:;|\||$)/);
    }
    const meeting = events.find(({ type }) => type === 'CONSULT');
    expect(meeting?.actor_code?.split('; ').sort()).toEqual(['IGOWSTNAT', 'NOR']);
  });

  it('tells whose side people and places are on, each side once', async () => {
    const told = {
      ...TALKS,
      events: [{ type: 'CONSULT', trigger: 'met', actor: ['Kari Berg'], recipient: ['Bergen'] }],
    } as const;
    const { text } = await exported(
      'csv',
      [
        { ...told, rest: {} },
        { ...TALKS, id: 'talks/2' },
      ],
      { table: 'events' },
    );
    const events: Record<string, string>[] = parse(text, { columns: true });
    const [visit] = events.filter(({ actor }) => actor === 'Kari Berg');
    expect(visit).toMatchObject({ actor_code: '', actor_side: 'NOR', recipient_code: '', recipient_side: 'NOR' });
    const [meeting] = events.filter(({ mode }) => mode === 'multilateral');
    expect(meeting?.actor_side?.split('; ').sort()).toEqual(['IGOWSTNAT', 'NOR']);
  });

  it('guards what a document says against spreadsheets', async () => {
    const [statement] = await rowsOf('statements');
    expect(statement?.content).toBe('"=1+1, we sign the Fjord Fisheries Treaty"');
    expect((await exported('csv', DEALINGS, { table: 'evidence' })).text).not.toMatch(/(?:^|,)"?=/m);
  });

  it('has promises and requests with what became of them, and no other deeds', async () => {
    const { text } = await exported('csv', RELATIONSHIP, { table: 'promises' });
    const promises: Record<string, string>[] = parse(text, { columns: true });
    expect(promises.map(({ what, by, to, state }) => [what, by, to, state])).toEqual([
      ['offer', 'Grace Otieno', 'Uganda', 'fulfilled'],
      ['request', 'Kenya', 'Uganda', 'open'],
    ]);
    const [offer, request] = promises;
    const events: Record<string, string>[] = parse((await exported('csv', RELATIONSHIP)).text, { columns: true });
    const answer = events.find(({ id }) => id === offer?.answer);
    expect(answer).toMatchObject({ date: offer?.answer_date, quote: offer?.answer_quote });
    expect(request).toMatchObject({ answer: '', answers: '', review: 'machine' });
    expect(events.map(({ id }) => id)).toContain(request?.id);
    const asked = await exported('csv', RELATIONSHIP, { table: 'promises', filter: { types: ['REQUEST'] } });
    expect(parse(asked.text, { columns: true })).toEqual([request]);
  });

  it('gives each role and each piece of evidence a row', async () => {
    const roles = await rowsOf('roles');
    const [meeting] = (await rowsOf('events')).filter(({ mode }) => mode === 'multilateral');
    const parties = roles.filter(({ item }) => item === meeting?.id).map(({ role, name }) => `${role} ${name}`);
    expect(parties.sort()).toEqual(['actor Kari Berg', 'actor NATO', 'actor Norway', 'place Bergen']);
    const evidence = (await rowsOf('evidence')).filter(({ item }) => item === meeting?.id);
    const texts = new Map(DEALINGS.map(({ id, text }) => [id, text]));
    expect(evidence).toHaveLength(2);
    for (const { document, start, end, quote } of evidence) {
      expect(texts.get(document ?? '')?.slice(Number(start), Number(end))).toBe(quote);
    }
  });
});

describe('Parquet', () => {
  it.each(TABLES.map(({ name }) => name))('has the rows of the CSV table %s, typed', async (table) => {
    const [csv, file] = await withRecord(DEALINGS, async (record) => [
      await bytesOf(formatNamed('csv').pieces(record, { table })),
      await bytesOf(formatNamed('parquet').pieces(record, { table })),
    ]);
    const buffer = new Uint8Array(file as Buffer).buffer;
    const rows = await parquetReadObjects({ file: buffer });
    const expected = parse(csv as Buffer, { columns: true }) as Record<string, string>[];
    const plain = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value == null ? '' : String(value)])),
    );
    const unguarded = expected.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value.replace(/^'(?=[=+\-@\t\r])/, '')])),
    );
    expect(plain).toEqual(unguarded);
    expect(parquetMetadata(buffer).schema).toHaveLength(
      1 + (TABLES.find(({ name }) => name === table)?.columns.length ?? 0),
    );
  });

  it('is written group by group', async () => {
    const told = Array.from({ length: 110 }, (_, n) => generated(n));
    await withRecord(told, async (record) => {
      const sizes: number[] = [];
      const chunks: Uint8Array[] = [];
      for await (const piece of formatNamed('parquet').pieces(record, { table: 'roles' })) {
        sizes.push(piece.length);
        chunks.push(piece as Uint8Array);
      }
      expect(sizes).toHaveLength(2);
      const file = new Uint8Array(Buffer.concat(chunks)).buffer;
      const rows = await parquetReadObjects({ file, columns: ['item', 'role', 'entity'] });
      expect(rows.length).toBeGreaterThan(5000);
      expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
    });
  }, 60_000);
});
