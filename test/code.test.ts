// `rapporteur code` as a filter: one line out for each line in, nothing else on stdout, the same bytes every time.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { MAIN, rapporteur } from './program.ts';

const NEWS =
  'ISLAMABAD, March 3 - Pakistan rejected the Indian proposal on Thursday.\n\n' +
  '"We cannot accept a map drawn by one side," Foreign Minister Hina Rabbani Khar told reporters. ' +
  'India said it regretted the decision.';

const line = (id: string, text: string, rest = {}) => JSON.stringify({ id, text, ...rest });

interface Coded {
  readonly id: string | null;
  readonly format?: number;
  readonly error?: { readonly code: string; readonly message: string };
}

const parse = (stdout: string) =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((text) => JSON.parse(text) as Coded);

describe('rapporteur code', () => {
  test('gives one line for each line, readable or not, in order', async () => {
    const lines = [
      line('news', NEWS, { published: '2011-03-03' }),
      line('empty', ''),
      '{"id": "broken", "text": ',
      '',
      '[1, 2]',
      '{"id": "no-text"}',
      '{"id": "surrogate", "text": "The minister said \\ud83d so."}',
      line('quotes', '"'.repeat(500)),
      line('blank', ' \n\t\n '),
      line('controls', 'Iran\u0000 and\u0007 Iraq\u202e met.\r\nThey talked.'),
      line('separator', 'France\u2028and Germany met.'),
    ];
    const { stdout, code } = await rapporteur(['code', '--threads', '2'], { input: `${lines.join('\n')}\n` });
    const coded = parse(stdout);
    expect(coded.map(({ id }) => id)).toEqual([
      'news',
      'empty',
      null,
      null,
      null,
      'no-text',
      'surrogate',
      'quotes',
      'blank',
      'controls',
      'separator',
    ]);
    expect(coded.map((reading) => reading.error?.code ?? 'read')).toEqual([
      'read',
      'read',
      'line-not-json',
      'line-not-json',
      'line-not-document',
      'line-not-document',
      'read',
      'read',
      'read',
      'read',
      'read',
    ]);
    expect(coded[5]?.error?.message).toContain('"text" is missing');
    expect(code).toBe(1);
  });

  test('gives the same bytes twice, and whatever the number of threads', async () => {
    const input = Array.from({ length: 40 }, (_, at) => line(`d${at}`, NEWS.repeat(1 + (at % 3)))).join('\n');
    const [one, withTokens, two, five] = await Promise.all(
      [
        ['--threads', '1'],
        ['--threads', '3', '--tokens'],
        ['--threads', '2'],
        ['--threads', '5'],
      ].map((options) => rapporteur(['code', ...options], { input })),
    );
    expect(one?.code).toBe(0);
    expect(two?.stdout).toBe(one?.stdout);
    expect(five?.stdout).toBe(one?.stdout);
    expect(parse(withTokens?.stdout ?? '').map(({ id }) => id)).toEqual(parse(one?.stdout ?? '').map(({ id }) => id));
    expect(one?.stderr).toBe('');
  });

  test.each(['2', '4'])(
    'ends quietly in the middle of its work when the reader goes, with %s threads',
    async (threads) => {
      const input = Array.from({ length: 60 }, (_, at) => line(`d${at}`, NEWS.repeat(200))).join('\n');
      const child = spawn(process.execPath, [MAIN, 'code', '--threads', threads]);
      child.stdin.on('error', () => undefined);
      child.stdin.end(input);
      child.stdout.once('data', () => child.stdout.destroy());
      let said = '';
      child.stderr.on('data', (text) => {
        said += text;
      });
      const [code] = await once(child, 'close');
      expect({ code, said }).toEqual({ code: 0, said: '' });
    },
  );

  test('a published date is kept as given', async () => {
    const { stdout } = await rapporteur(['code', '-t', '1'], { input: line('a', NEWS, { published: '2011-03' }) });
    expect(JSON.parse(stdout).document.published).toEqual({ value: '2011-03', basis: 'given' });
  });

  test.each([
    ['300 KB of news', Array.from({ length: 1300 }, (_, at) => NEWS.replaceAll('Khar', `Khar${at}`)).join('\n\n')],
    ['300 KB without a full stop', 'Russia and NATO '.repeat(18_750)],
    ['5 MB without a space', 'x'.repeat(5_000_000)],
    ['5 MB of line breaks', '\n'.repeat(5_000_000)],
    ['100,000 opening brackets', '('.repeat(100_000)],
  ])(
    '%s gives one reading',
    async (_, text) => {
      const { stdout, code } = await rapporteur(['code', '-t', '1'], { input: line('big', text) });
      expect(code).toBe(0);
      const [reading] = parse(stdout);
      expect(reading?.format).toBe(1);
    },
    120_000,
  );
});
