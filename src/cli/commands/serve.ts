// `rapporteur serve`: the record in a browser, on this machine only unless told otherwise.
import { existsSync } from 'node:fs';
import { availableParallelism, userInfo } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { isAddress } from '../../record/engines/open-engine.ts';
import type { OpenRecord } from '../../record/record.ts';
import { LOG_LEVELS, type LogLevel } from '../../service/operation/levels.ts';
import { PROGRAM_VERSION } from '../../version.ts';
import { EXIT_HELP } from '../exit.ts';
import { openToLook } from '../open-to-look.ts';
import { lexiconOption, recordOption, threadsOption, wholeNumber } from '../options.ts';

interface Options {
  readonly record: string;
  readonly host: string;
  readonly port: number;
  readonly access?: string;
  readonly readOnly: boolean;
  readonly new: boolean;
  readonly maxUpload: number;
  readonly log: LogLevel;
  readonly threads: number;
  readonly answerThreads: number;
  readonly lexicon: readonly string[];
}

/** Threads that answer on a machine with many cores: each holds a cache of the record. */
const MOST_THREADS = 4;

export const serveCommand = new Command('serve')
  .summary('look at the record in a browser')
  .description(
    'Starts the service and prints its address. It answers this machine only, without a log-in; with --host it answers\n' +
      'others too, and then everybody logs in with a token: one that is printed, or those of --access. Where no record is\n' +
      'named and there is none in this folder, it begins an empty one.',
  )
  .addOption(recordOption())
  .option('--host <address>', 'the address to listen on', '127.0.0.1')
  .option('-p, --port <n>', 'the port; 0 takes any that is free', wholeNumber(0, 65_535), 4040)
  .option('--access <file>', 'who may log in, as made by "rapporteur access"')
  .addOption(
    new Option('--new', 'begin an empty record where the file named is not there').default(false).conflicts('readOnly'),
  )
  .option('--read-only', 'nothing can be added or decided', false)
  .option('--max-upload <MB>', 'what may be uploaded at once', wholeNumber(1, 4096), 64)
  .addOption(threadsOption())
  .addOption(
    new Option('--answer-threads <n>', 'threads that answer questions, beside the one that takes them; 0 for none')
      .argParser(wholeNumber(0, 64))
      .default(answerThreads(), 'one for each core, 4 at most, none on a single one'),
  )
  .addOption(lexiconOption())
  .addOption(
    new Option('--log <level>', 'what is told on stderr, one JSON object a line: info tells of each request')
      .choices(LOG_LEVELS)
      .default('error'),
  )
  .addHelpText(
    'after',
    `
/health says whether the record answers; /metrics is for Prometheus. Ctrl+C ends what was accepted, then stops.

Examples:
  $ rapporteur serve
  $ rapporteur serve --record talks.db --port 8080
  $ rapporteur serve --record mine.db --new
  $ rapporteur access add Ada --role review && rapporteur serve --host 0.0.0.0 --access access.json
${EXIT_HELP}`,
  )
  .action(async (options: Options, command: Command) => {
    const { record: path, host, port, readOnly, maxUpload } = options;
    const [{ openRecord }, { startService }, { createUploadReader }, { createLog }] = await Promise.all([
      import('../../record/record.ts'),
      import('../../service/start.ts'),
      import('../read-uploads.ts'),
      import('../../service/operation/log.ts'),
    ]);
    const { access, token } = await accessOf(options);
    // A record that was named and is not there is more likely misspelt than wanted empty.
    const begins = options.new || command.getOptionValueSource('record') === 'default';
    if (begins && !readOnly && !isAddress(path) && !existsSync(path)) await begin(path);
    const record = await openToLook(path);
    const reader = createUploadReader(options);
    let writer: Promise<OpenRecord> | null = null;
    const writable = () => {
      writer ??= openRecord(path);
      // Where it could not be opened, the next decision tries again.
      writer.catch(() => {
        writer = null;
      });
      return writer;
    };
    const service = await startService({
      record,
      version: PROGRAM_VERSION,
      host,
      port,
      webRoot: fileURLToPath(new URL('../../web', import.meta.url)),
      access,
      log: createLog(options.log),
      threads: options.answerThreads,
      largestUpload: maxUpload * 1024 * 1024,
      ...(readOnly ? {} : { read: reader.read, writable }),
    });
    process.stdout.write(`Rapporteur shows ${path} at ${service.url}\n`);
    if (token) process.stdout.write(`Other machines can reach it. Log in with the token ${token}\n`);
    process.stderr.write('Stop it with Ctrl+C.\n');
    const stop = async () => {
      process.stderr.write('Stopping: answers and readings that were accepted are brought to their end …\n');
      await service.close();
      await reader.close();
      await (await writer)?.close();
      await record.close();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  });

async function begin(path: string): Promise<void> {
  const { openRecord } = await import('../../record/record.ts');
  await (await openRecord(path)).close();
  process.stderr.write(`There was no record ${path}: it is new and empty. Add documents on the page.\n`);
}

function answerThreads(): number {
  const cores = availableParallelism();
  return cores === 1 ? 0 : Math.min(cores, MOST_THREADS);
}

/** On this machine alone its user may do all; elsewhere those with a token, of whom there is at least one. */
async function accessOf({ host, access: file }: Options) {
  const [{ isLoopback }, { readUsers, makeToken, hashToken }] = await Promise.all([
    import('../../service/security.ts'),
    import('../../service/access/tokens.ts'),
  ]);
  const local = { name: nameOfUser(), role: 'administer' as const };
  if (file !== undefined) return { access: { users: await readUsers(file), local }, token: null };
  if (isLoopback(host)) return { access: { users: null, local }, token: null };
  const token = makeToken();
  return { access: { users: new Map([[hashToken(token), local]]), local }, token };
}

function nameOfUser(): string {
  try {
    return userInfo().username;
  } catch {
    // A user without an entry in the system's list, as in some containers.
    return 'local';
  }
}
