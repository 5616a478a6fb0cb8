// The tables of event data: columns to the letter, nothing told as done that was not, no day made up.
import { describe, expect, it } from 'vitest';
import { DEALINGS, TALKS } from '../testing/dealings.ts';
import { exported } from '../testing/export.ts';

const cells = (text: string) =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t'));

describe('GDELT', () => {
  it('has 61 columns and a row for each pair of those who met, either way', async () => {
    const { text, leftOut } = await exported('gdelt', DEALINGS);
    const rows = cells(text);
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toHaveLength(61);
    expect(rows.map((row) => [row[5], row[15]])).toEqual([
      ['NORGOVMIL', 'IGOWSTNAT'],
      ['IGOWSTNAT', 'NORGOVMIL'],
    ]);
    expect(leftOut).toEqual({ planned: 1, negated: 1, hypothetical: 1, vague: 2, undated: 1 });
  });

  it('fills the columns as the codebook says', async () => {
    const [row = []] = cells((await exported('gdelt', DEALINGS)).text);
    const column = (number: number) => row[number - 1];
    expect(Number(column(1))).toBeLessThan(2 ** 53);
    expect([2, 3, 4, 5].map(column)).toEqual(['20130203', '201302', '2013', '2013.0904']);
    expect([6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map(column)).toEqual([
      'NORGOVMIL',
      'KARI BERG',
      'NOR',
      '',
      '',
      '',
      '',
      'GOV',
      'MIL',
      '',
    ]);
    expect([16, 17, 18, 19, 23].map(column)).toEqual(['IGOWSTNAT', 'NATO', 'WST', 'NAT', 'IGO']);
    expect([26, 27, 28, 29, 30, 31].map(column)).toEqual(['1', '046', '046', '04', '1', '7']);
    expect([32, 33, 34, 35].map(column)).toEqual(['2', '2', '2', '']);
    expect([52, 53, 54].map(column)).toEqual(['', 'Bergen, Norway', 'NO']);
    expect([60, 61].map(column)).toEqual(['20130204000000', 'Talks in Bergen <b>& after</b>, 2013-02-04']);
  });

  it('takes in the rest where asked to, on the first day it can have been', async () => {
    const { text, leftOut } = await exported('gdelt', DEALINGS, { all: true });
    expect(
      cells(text)
        .map((row) => row[1])
        .sort(),
    ).toEqual(['20130203', '20130203', '20130204', '20130301', '20130301', '20130301', '20130204', '20130410'].sort());
    expect(leftOut).toEqual({});
  });

  it('gives an event the same number in every export', async () => {
    const ids = (text: string) => cells(text).map(([id]) => id);
    const whole = ids((await exported('gdelt', DEALINGS, { all: true })).text);
    expect(new Set(whole).size).toBe(whole.length);
    const part = ids((await exported('gdelt', DEALINGS, { filter: { to: '2013-02-03' } })).text);
    expect(part).toHaveLength(2);
    for (const id of part) expect(whole).toContain(id);
  });

  it('has 16 columns of mentions for the same rows', async () => {
    const events = cells((await exported('gdelt', DEALINGS)).text);
    const mentions = cells((await exported('gdelt-mentions', DEALINGS)).text);
    expect(mentions).toHaveLength(4);
    for (const row of mentions) expect(row).toHaveLength(16);
    expect(new Set(mentions.map(([id]) => id))).toEqual(new Set(events.map(([id]) => id)));
    const points = [...TALKS.text];
    const [first = []] = mentions;
    expect(points.slice(Number(first[9])).join('')).toMatch(/^met NATO/);
    expect(points.slice(Number(first[7])).join('')).toMatch(/^Kari Berg/);
    expect(first.slice(2, 7)).toEqual(['20130204000000', '2', '', 'Talks in Bergen <b>& after</b>, 2013-02-04', '2']);
    expect(Number(first[12])).toBe(points.length);
  });
});

describe('POLECAT', () => {
  const HEADER =
    'Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|Story People|Story Organizations|Story Locations|Language|Version';

  it('has the 40 columns of the releases, and None where nothing is known', async () => {
    const [header = [], ...rows] = cells((await exported('polecat', DEALINGS)).text);
    expect(header).toEqual(HEADER.split('|'));
    expect(rows).toHaveLength(1);
    const row = Object.fromEntries(header.map((name, at) => [name, rows[0]?.[at]]));
    expect(row).toMatchObject({
      'Event Date': '2013-02-03',
      'Event Type': 'CONSULT',
      'Event Mode': 'multilateral',
      'Actor Name': 'Kari Berg; Norway; NATO',
      'Actor Country': 'NOR; NOR; IGO',
      'Actor COW': '385; 385; None',
      'Recipient Name': 'None',
      'Primary Actor Sector': 'GOV; None; None',
      Country: 'NOR',
      Source: 'None',
      'Story People': 'Kari Berg',
    });
    for (const cell of rows[0] ?? []) expect(cell).not.toBe('');
  });
});

describe('PLOVER', () => {
  it('has the required fields, all parties of a meeting as actors, and marks what did not happen', async () => {
    const { text } = await exported('plover', DEALINGS, { all: true });
    const records = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(records).toHaveLength(7);
    for (const record of records) {
      expect(record).toMatchObject({
        id: expect.any(String),
        date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        event: [expect.any(String)],
      });
      expect(record.actor).not.toEqual([]);
    }
    expect(records[0]).toMatchObject({
      actor: [{ code: 'NOR', sector: 'GOVMIL', entity_text: 'Kari Berg' }, { code: 'NOR' }, { code: 'IGO' }],
      recipient: [],
      mode: ['multilateral'],
      num_articles: 2,
    });
    const place = records[0]?.text_info as { start: number; end: number } | undefined;
    expect([...TALKS.text].slice(place?.start, place?.end).join('')).toBe(
      'Kari Berg of Norway met NATO in Bergen on 3 February.',
    );
    expect(
      records.filter(({ mode }) => (mode as string[]).some((one) => /future|negation|hypothetical/.test(one))),
    ).toHaveLength(3);
  });

  it('keeps a vague date as an interval and leaves out what has none', async () => {
    const { text, leftOut } = await exported('plover', DEALINGS);
    const dates = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { date: string; enddate?: string });
    expect(dates.map(({ date, enddate }) => [date, enddate])).toEqual([
      ['2013-02-03', undefined],
      ['2013-03-01', '2013-03-31'],
      ['2013-03-01', '2013-05-31'],
    ]);
    expect(leftOut.undated).toBe(1);
  });
});

describe('CAMEO', () => {
  it('has date, source, target and code of what two sides did', async () => {
    const { text } = await exported('cameo', DEALINGS);
    expect(cells(text).map((row) => row.slice(0, 4))).toEqual([
      ['20130203', 'NORGOVMIL', 'IGOWSTNAT', '046'],
      ['20130203', 'IGOWSTNAT', 'NORGOVMIL', '046'],
    ]);
  });
});
