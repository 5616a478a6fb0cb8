import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { loadCues } from './cues.ts';
import { LEXICON_FOLDER } from './lexicon.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

function folderWith(...rows: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'cues-'));
  made.push(folder);
  writeFileSync(join(folder, 'cues.tsv'), ['cue\tkind\tframe\tattitude\tevent\tunless', ...rows].join('\n'));
  return folder;
}

describe('loadCues', () => {
  it('finds the project’s cues by every form of their first word', () => {
    const { byForm } = loadCues([LEXICON_FOLDER]);
    for (const form of ['says', 'said', 'told', 'urging', 'pledges', 'denied', 'according']) {
      expect(byForm.get(form), form).not.toBeUndefined();
    }
    expect(byForm.get('accused')?.[0]).toMatchObject({ frame: 'judge', attitude: 'accuse', event: 'ACCUSE' });
    expect(byForm.get('pointed')?.map(({ cue }) => cue)).toContain('point out');
  });

  it('lets an overlay add and remove a cue', () => {
    const first = folderWith('say\tverb\tsay\tassert\t', 'moot\tverb\tsay\tassert\t');
    const { byForm } = loadCues([first, folderWith('-moot\tverb\tsay\t\t', 'aver\tverb\tsay\tassert\t')]);
    expect(byForm.has('moots')).toBe(false);
    expect(byForm.has('avers')).toBe(true);
  });

  it('names file and line of a frame that does not exist', () => {
    expect(() => loadCues([folderWith('say\tverb\tspeak\tassert\t')])).toThrow(
      /cues\.tsv, line 2: "speak" is no frame/,
    );
  });
});
