// What all commands of the review share: whose decisions they are, and the record open for them.
import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { type Command, Option } from 'commander';
import { Fault } from '../../model/fault.ts';
import type { OpenRecord } from '../../record/record.ts';
import { whatWords } from '../../record/review/what-words.ts';
import type { ReviewEntry } from '../../record/views.ts';
import { openToLook } from '../open-to-look.ts';
import { recordOption } from '../options.ts';
import { writeLine } from '../stdout.ts';

export interface ReviewOptions {
  readonly record: string;
  readonly json: boolean;
}

export interface DecisionOptions extends ReviewOptions {
  readonly as?: string;
  readonly note?: string;
}

export const addReviewOptions = (command: Command): Command =>
  command.addOption(recordOption()).addOption(new Option('--json', 'as JSON').default(false));

export const addDecisionOptions = (command: Command): Command =>
  addReviewOptions(command)
    .option('--as <name>', "who decides (RAPPORTEUR_USER, git's user.name or your login without it)")
    .option('--note <text>', 'why');

/** Opens the record, runs `work` and closes it. A record that is not there is not made. */
export async function onRecord<T>(
  { record: place }: ReviewOptions,
  work: (record: OpenRecord) => Promise<T>,
  { readOnly = false } = {},
): Promise<T> {
  const { openRecord } = await import('../../record/record.ts');
  const looked = await openToLook(place);
  if (!readOnly) await looked.close();
  const record = readOnly ? looked : await openRecord(place);
  try {
    return await work(record);
  } finally {
    await record.close();
  }
}

/** @throws Fault `option-value` where nothing says who decides */
export function reviewerFrom({ as }: Pick<DecisionOptions, 'as'>): string {
  const name = as ?? process.env.RAPPORTEUR_USER ?? gitName() ?? loginName();
  if (!name?.trim())
    throw new Fault('option-value', { option: '--as', value: '""', reason: 'give the name of who decides' });
  return name.trim();
}

function gitName(): string | undefined {
  try {
    const name = execFileSync('git', ['config', 'user.name'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return name.trim() || undefined;
  } catch {
    return undefined;
  }
}

function loginName(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}

/** Says what was decided, and how to take it back. */
export async function tellEntry(entry: ReviewEntry, about: string, { json }: ReviewOptions): Promise<void> {
  if (json) await writeLine(JSON.stringify(entry));
  else {
    const what = whatWords(entry.what);
    await writeLine(`${what} ${about} as ${entry.who}; take it back with: rapporteur review undo ${entry.id}`);
  }
}
