// The library as another program uses it: imported by its own name, with every example of the documentation run.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Example, examplesOf } from './examples.ts';
import { inFolder, ROOT } from './program.ts';

const EXAMPLES = ['README.md', 'docs/library.md'].flatMap(examplesOf).filter(({ entry }) => entry === 'rapporteur');

/** Runs an example as a module inside the package, where `rapporteur` means the built package itself. */
function run({ code }: Example, record: string): Promise<{ readonly printed: string; readonly faults: string }> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, ['--input-type=module'], {
      cwd: ROOT,
      env: { ...process.env, RECORD: record },
    });
    let printed = '';
    let faults = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      faults += text;
    });
    child.on('error', failed);
    child.on('close', () => done({ printed, faults }));
    child.stdin.end(code);
  });
}

test('README and docs/library.md have examples', () => {
  expect(EXAMPLES.length).toBeGreaterThan(6);
});

test.each(EXAMPLES)(
  '$title prints what it says',
  async (example) => {
    await inFolder(async (folder) => {
      const { printed, faults } = await run(example, join(folder, 'r.db'));
      expect(faults).toBe('');
      expect(printed.split('\n').slice(0, -1)).toEqual(example.prints);
    });
  },
  60_000,
);

test('gives nothing but what is meant to be used', async () => {
  const { printed } = await run(
    {
      title: '',
      entry: '',
      prints: [],
      code: "import * as all from 'rapporteur'; console.log(Object.keys(all).sort().join(' '));",
    },
    '',
  );
  expect(printed.trim().split(' ')).toMatchInlineSnapshot(`
    [
      "ACTIVITY_STATES",
      "CONTEXTS",
      "DEVELOPMENTS",
      "ENTITY_KINDS",
      "EVENT_TYPES",
      "EXPORTS",
      "FORMAT",
      "Fault",
      "ITEM_KINDS",
      "MEETING_LEVELS",
      "MEETING_STATES",
      "MENTION_FORMS",
      "MODALITIES",
      "NAME_TYPES",
      "PASSAGE_KINDS",
      "PLOVER",
      "PROGRAM_VERSION",
      "RECIPROCAL_TYPES",
      "SILENT_PASSAGES",
      "STANCES",
      "STATEMENT_FORMS",
      "TIMEX_TYPES",
      "annotate",
      "bySpan",
      "contains",
      "createAnalyser",
      "createReader",
      "duplicateIndex",
      "findChains",
      "findHead",
      "findNames",
      "findTimes",
      "hull",
      "lengthOf",
      "loadLexicon",
      "openBytes",
      "openFile",
      "openRecord",
      "overlaps",
      "piecesOf",
      "read",
      "readerVersion",
      "sameSpan",
      "scoreOf",
      "segment",
      "sortPassages",
      "textOf",
      "trimSpan",
    ]
  `);
}, 60_000);
