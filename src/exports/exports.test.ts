// What holds for every format: the same bytes each time, only what was asked for, one state of the record, made piece by piece.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OpenRecord, openRecord } from '../record/record.ts';
import { type Told, tell } from '../record/testing/build.ts';
import { generated } from '../record/testing/generate.ts';
import { EXPORTS } from './exports.ts';
import { DEALINGS, TALKS, VAGUE } from './testing/dealings.ts';
import { bytesOf, exported, formatNamed, textOf, withRecord } from './testing/export.ts';

const NAMES = [...EXPORTS.keys()];
/** Bytes of whole files, whose words may be in any order of reading. */
const contentOf = (record: OpenRecord, name: string) => bytesOf(formatNamed(name).pieces(record));

describe.each(NAMES)('%s', (name) => {
  it('gives the same bytes each time, in whatever order documents came', async () => {
    const first = await withRecord(DEALINGS, (record) => contentOf(record, name));
    expect(first.length).toBeGreaterThan(0);
    const second = await withRecord([...DEALINGS].reverse(), (record) => contentOf(record, name));
    expect(second.equals(first)).toBe(true);
  });

  it('says what it is and what it cannot hold', () => {
    const { summary, loses, mediaType, ending } = formatNamed(name);
    expect(summary).toMatch(/^.{10,}[^.]$/);
    expect(loses).toMatch(/\.$/);
    expect(mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+(?:; .+)?$/);
    expect(ending).toMatch(/^[a-z.]+$/);
  });

  it('is whole over an empty record', async () => {
    await withRecord([], async (record) => {
      const bytes = await contentOf(record, name);
      if (!['gdelt', 'gdelt-mentions', 'plover', 'cameo', 'ftm'].includes(name))
        expect(bytes.length).toBeGreaterThan(0);
      if (/json|timelinejs/.test(name)) expect(() => JSON.parse(bytes.toString())).not.toThrow();
    });
  });
});

describe('what is asked for', () => {
  const events = async (told: readonly Told[], filter: object) => {
    const { text } = await exported('json', told, { filter });
    const record = JSON.parse(text) as Record<string, { id: string; type?: string; document?: string }[]>;
    return record;
  };

  it('has the documents and entities of its items, no others', async () => {
    const record = await events(DEALINGS, { documents: ['vague'], types: ['THREATEN'] });
    expect(record.events?.map(({ type }) => type)).toEqual(['THREATEN']);
    expect(record.documents?.map(({ id }) => id)).toEqual(['vague']);
    expect(record.entities).toHaveLength(2);
    expect(record.statements).toEqual([]);
  });

  it('knows at a date only what was published by then', async () => {
    const { text } = await exported('csv', DEALINGS, { table: 'evidence', filter: { asOf: { known: '2013-03' } } });
    expect(text).toContain('talks');
    expect(text).not.toContain('vague');
  });

  it('takes dealings of a pair only', async () => {
    await withRecord(DEALINGS, async (record) => {
      const ids = (await record.entities({ kinds: ['state'] })).items.map(({ id }) => id);
      const text = await textOf(formatNamed('csv').pieces(record, { filter: { pair: [ids[0] ?? '', ids[1] ?? ''] } }));
      expect(text.split('\r\n').length - 2).toBe(6);
      expect(text).not.toContain('NATO');
    });
  });

  it('is a part of the whole, whatever the filter', async () => {
    const whole = new Set((await events([TALKS, VAGUE], {})).events?.map(({ id }) => id));
    const day = fc
      .integer({ min: 1, max: 28 })
      .map((number) => `2013-0${1 + (number % 5)}-${String(number).padStart(2, '0')}`);
    await fc.assert(
      fc.asyncProperty(day, day, async (from, to) => {
        for (const { id } of (await events([TALKS, VAGUE], { from, to })).events ?? []) expect(whole).toContain(id);
      }),
      { numRuns: 5 },
    );
  });

  it('leaves out what people rejected, save where the format says so', async () => {
    await withRecord(DEALINGS, async (record) => {
      const rejecting: OpenRecord = {
        ...record,
        async *every(kind, filter) {
          for await (const item of record.every(kind, filter)) yield { ...item, review: 'rejected' } as typeof item;
        },
      };
      for (const name of ['gdelt', 'plover', 'cameo', 'gdelt-mentions']) {
        expect(await textOf(formatNamed(name).pieces(rejecting)), name).toBe('');
      }
      expect(await textOf(formatNamed('csv').pieces(rejecting))).toContain('rejected');
      expect(await textOf(formatNamed('html').pieces(rejecting))).toContain('Nothing in the record fits.');
    });
  });
});

describe('a large record', () => {
  it('is read as it is written out, on one state of it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'exports-'));
    try {
      const path = join(folder, 'record.db');
      const writer = await openRecord(path);
      for (let n = 0; n < 60; n += 1) await tell(writer, generated(n));
      await writer.settle();
      const reader = await openRecord(path, { readOnly: true });
      let lines = 0;
      for await (const piece of formatNamed('csv').pieces(reader)) {
        lines += String(piece).split('\r\n').length - 1;
        if (lines === 10) for (let n = 60; n < 70; n += 1) await tell(writer, generated(n));
        if (lines === 11) await writer.settle();
      }
      expect(lines).toBe(1 + (await reader.events({ limit: 1 })).total - 100);
      // Who stops half-way leaves nothing open.
      for await (const _ of formatNamed('csv').pieces(reader)) break;
      for await (const { pieces } of formatNamed('pack').files(reader)) for await (const _ of pieces()) break;
      await reader.close();
      await writer.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 30_000);
});
