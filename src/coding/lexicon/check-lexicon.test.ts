import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkLexicon } from './check-lexicon.ts';

const folders: string[] = [];

function folderWith(file: string, ...lines: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'lexicon-'));
  folders.push(folder);
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), `${lines.join('\n')}\n`);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const VERBS = 'words\tframe\ttype\tmode\tcameo\tcontexts\tactor\trecipient';

describe('checkLexicon', () => {
  test("finds nothing in the project's own tables", () => {
    expect(checkLexicon()).toEqual([]);
  });

  test.each([
    ['a type that is none', ['snub\tobj=*\tSNUB\t\t12\t\t\t'], /^2 type: "SNUB" is none of AGREE/],
    ['a mode of another type', ['snub\tobj=*\tREJECT\tvisit\t12\t\t\t'], /^2 mode: "visit" is no mode of REJECT/],
    ['a code that is none', ['snub\tobj=*\tREJECT\t\t1x\t\t\t'], /^2 cameo: "1x" is no CAMEO code/],
    ['a context that is none', ['snub\tobj=*\tREJECT\t\t12\tculinary\t\t'], /^2 contexts: "culinary" is none of/],
    ['a class that is none', ['snub\tobj=@nobles\tREJECT\t\t12\t\t\t'], /^2 .*@?nobles/],
    [
      'the same entry twice',
      ['snub\t\tREJECT\t\t12\t\t\t', 'snub\t\tACCUSE\t\t11\t\t\t'],
      /^3 the same words and frame as in line 2/,
    ],
  ])('names %s with its line', (_, rows, message) => {
    const findings = checkLexicon(folderWith('events/verbs-dispute.tsv', VERBS, ...rows));
    expect(findings.map(({ line, message: text }) => `${line} ${text}`)).toEqual([expect.stringMatching(message)]);
  });

  test('names a table that nothing reads', () => {
    const [finding] = checkLexicon(folderWith('organisations.tsv', 'name'));
    expect(finding).toMatchObject({ file: 'organisations.tsv', line: 0 });
    expect(finding?.message).toContain('organizations.tsv');
  });

  test('accepts a good overlay', () => {
    expect(
      checkLexicon(folderWith('events/verbs-dispute.tsv', VERBS, 'snub\tobj=*\tREJECT\t\t12\tdiplomatic\t\t')),
    ).toEqual([]);
  });
});
