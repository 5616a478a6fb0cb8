// The review as a person at a terminal meets it, and two people at once.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, rapporteur } from './program.ts';

const SAMPLE = '2011-06-sectoral-proposal-declined.txt';

describe('the review', () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'rapporteur-review-'));
    mkdirSync(join(cwd, 'reports'));
    copyFileSync(join(ROOT, 'samples', SAMPLE), join(cwd, 'reports', SAMPLE));
    const { code } = await rapporteur(['read', 'reports'], { cwd });
    expect(code).toBe(0);
  }, 60_000);
  afterAll(() => rmSync(cwd, { recursive: true, force: true }));

  const review = async (...args: string[]) => {
    const ran = await rapporteur(['review', ...args], { cwd });
    expect(ran.stderr).not.toContain('    at ');
    return ran;
  };
  const queued = async (...args: string[]) => {
    const { stdout } = await review('queue', '--json', ...args);
    return (JSON.parse(stdout) as { items: { item: { id: string } }[] }).items.map(({ item }) => item.id);
  };

  test('goes from the queue over decisions to agreement, and back', async () => {
    const [id = ''] = await queued('--kind', 'event');
    expect((await review('queue', '-n', '3')).stdout).toContain('why here');
    const accepted = await review('accept', id, '--as', 'Ada', '--note', 'as the text says');
    expect(accepted.stdout).toMatch(/^accepted v[0-9a-f]{16} .* as Ada; take it back with: rapporteur review undo r/);
    expect(await queued('--kind', 'event')).not.toContain(id);
    const corrected = await review('correct', id, 'time=2011-05', 'actor=+person:Kari Berg;Russia', '--as', 'Ben');
    expect(corrected.code).toBe(0);
    const shown = (await review('show', id)).stdout;
    expect(shown).toMatch(/time +2011-05/);
    expect(shown).toMatch(/actor +Kari Berg; Russia/);
    expect(shown).toContain('Ada: accepted “as the text says”');
    expect((await review('agreement')).stdout).toMatch(/Ada and Ben: 1 items, 0% alike, Cohen's kappa 0\.00/);
    expect((await review('undo', '--as', 'Ben')).stdout).toMatch(/^undone r/);
    expect((await review('show', id)).stdout).not.toMatch(/time +2011-05/);
    expect((await review('history')).stdout.trim().split('\n')).toHaveLength(3);
  });

  test('takes a rejected item out of what is shown', async () => {
    const [id = ''] = await queued('--kind', 'statement');
    await review('reject', id, '--as', 'Ada');
    const ids = async (...args: string[]) =>
      (await rapporteur(['show', 'statements', '--json', ...args], { cwd })).stdout.includes(id);
    expect(await ids()).toBe(false);
    expect(await ids('--review', 'rejected')).toBe(true);
  });

  test('takes a document out, leaves it out when its folder is read again, and puts it back', async () => {
    const id = SAMPLE.slice(0, -4);
    const shown = () => rapporteur(['show', 'timeline', '--json', '-n', '500'], { cwd });
    const read = (...args: string[]) => rapporteur(['read', 'reports', ...args], { cwd });
    const before = await shown();
    const taken = await review('take-out', id, '--as', 'Ada', '--note', 'the wrong file');
    expect(taken.stdout).toMatch(new RegExp(`^taken out ${id} \\(\\d+ items\\) as Ada; take it back with: .* undo r`));
    expect(JSON.parse((await shown()).stdout)).toMatchObject({ total: 0 });
    // Nor do decisions about its items tell of it: one was accepted above, with its words.
    const { stdout: exported } = await rapporteur(['export', '--to', 'json'], { cwd });
    expect((JSON.parse(exported) as { reviews: unknown[] }).reviews).toMatchObject([{ what: 'taken-out', items: [] }]);
    expect((await review('taken-out')).stdout).toMatch(/2011-06-08 .*Ada .*the wrong file/);
    expect((await review('show', id)).stdout).toMatch(/Ada: taken out “the wrong file”/);
    const again = await read();
    expect(again.stderr).toMatch(/Read 0 documents.*; 1 document left out, taken out of the record earlier\./);
    expect(again.stderr).toContain('to put it back: rapporteur review put-back ID');
    expect((await read('--dry-run')).stderr).toMatch(/Would read 0 documents.*1 document left out/);
    expect((await read('--again')).stderr).toMatch(/1 document left out/);
    const missed = await rapporteur(['show', 'document', id], { cwd });
    expect(missed.stderr).toMatch(/Ada took it out of the record on 20.*review put-back 2011-06/);
    const twice = await review('take-out', id);
    expect([twice.code, twice.stderr]).toEqual([2, missed.stderr]);
    expect((await review('put-back', 'nothing')).stderr).toMatch(/"nothing": no such document was taken out/);
    expect((await review('put-back', id, '--as', 'Ben')).stdout).toMatch(new RegExp(`^put back ${id} as Ben`));
    expect((await shown()).stdout).toBe(before.stdout);
    expect((await review('put-back', id)).stderr).toMatch(/this document is in the record/);
    expect((await read()).stderr).not.toContain('left out');
  });

  test('says what goes with an item, and what a stand went with', async () => {
    const { stdout } = await rapporteur(['show', 'events', '--json', '--type', 'REJECT'], { cwd });
    const events = (JSON.parse(stdout) as { items: { id: string; evidence: { quote: string }[] }[] }).items;
    const { id = '' } = events.find(({ evidence }) => evidence[0]?.quote.includes('turned down')) ?? {};
    const rejected = (await review('reject', id, '--as', 'Ada')).stdout;
    const [, stand = ''] = rejected.match(/^ {2}with it position (p[0-9a-f]{16}) .*: rejected$/mu) ?? [];
    expect((await review('show', stand)).stdout).toMatch(
      new RegExp(`^rests on event ${id} .*, rejected by Ada \\(r`, 'mu'),
    );
    await review('undo', '--as', 'Ada');
    const corrected = (await review('correct', id, 'modality=planned', '--as', 'Ada')).stdout;
    expect(corrected).toMatch(new RegExp(`with it position ${stand} .*: waits to be looked at again`, 'u'));
    expect((await review('show', stand)).stdout).toContain('it waits to be looked at again');
    await review('undo', '--as', 'Ada');
  }, 60_000);

  test('lets two people decide at the same moment', async () => {
    const ids = (await queued()).slice(0, 6);
    const ran = await Promise.all(ids.map((id, at) => review('accept', id, '--as', at % 2 ? 'Ada' : 'Ben')));
    expect(ran.map(({ code, stderr }) => [code, stderr])).toEqual(ids.map(() => [0, '']));
    const left = await queued();
    for (const id of ids) expect(left).not.toContain(id);
  }, 60_000);

  test('carries a journal to a record made anew', async () => {
    expect((await review('export', '--out', 'journal.jsonl')).code).toBe(0);
    await rapporteur(['read', 'reports', '--record', 'anew.db'], { cwd });
    const { stdout } = await review('import', 'journal.jsonl', '--record', 'anew.db');
    expect(stdout).toMatch(/entries taken in, 0 were here already; 0 in the journal hold for nothing here/);
    const [before, after] = await Promise.all(
      ['rapporteur.db', 'anew.db'].map(
        async (record) => (await rapporteur(['export', '--to', 'json', '--record', record], { cwd })).stdout,
      ),
    );
    expect(after).toBe(before);
    expect((await review('orphans')).stderr).toContain('Every decision that holds has its item');
  }, 60_000);

  test('items that look like different things are merged with --force alone', async () => {
    const { stdout } = await rapporteur(['show', 'timeline', '--json'], { cwd });
    const items = (JSON.parse(stdout) as { items: { id: string; kind: string; type: string }[] }).items;
    const [first, ...others] = items.filter(({ kind }) => kind === 'event');
    const ids = [first?.id ?? '', others.find(({ type }) => type !== first?.type)?.id ?? ''];
    const refused = await review('merge', ...ids);
    expect(refused.stderr).toMatch(/these differ in type.*--force/);
    expect(refused.code).toBe(2);
    expect((await review('merge', '--force', ...ids, '--as', 'Ada')).stdout).toMatch(/^merged v/);
    await review('undo', '--as', 'Ada');
  });

  test.each([
    ['an item that is not there', ['accept', 'v0'], /no item v0 in the record/],
    ['a record that is not there', ['accept', 'v0', '--record', 'no.db'], /no record no\.db/],
    ['a field that is none', ['add', 'event', SAMPLE.slice(0, -4), '0-20', 'colour=red'], /"colour": .*has type, mode/],
    ['an item that is none', ['show', 'v0000000000000000'], /no item, entity or document v0000000000000000/],
    ['an entity that is none', ['merge', 'Atlantis', 'Mu'], /"Atlantis" is none/],
    ['a file that is no journal', ['import', 'notes.txt'], /notes\.txt, line 1 is no entry of a journal/],
    [
      'a document that is not there',
      ['take-out', 'nothing'],
      /no document "nothing".*"rapporteur show documents" lists/,
    ],
    ['an entry that is not there', ['undo', 'r0'], /no entry of the journal r0/],
  ])('%s: one line on stderr, exit code 2', async (_, args, message) => {
    writeFileSync(join(cwd, 'notes.txt'), 'just notes\n');
    const { code, stdout, stderr } = await review(...args);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(message);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});
