// `rapporteur export`: the record, or a part of it, in a format that other programs read.
import { Command, InvalidArgumentError, Option } from 'commander';
import { EXPORTS } from '../../exports/exports.ts';
import type { ExportFormat } from '../../exports/format.ts';
import { type ExportOptions, LEFT_OUT, type LeftOut } from '../../exports/options.ts';
import { writePieces } from '../../exports/write-pieces.ts';
import { Fault } from '../../model/fault.ts';
import { EVENT_TYPES, type EventType } from '../../model/plover.ts';
import type { OpenRecord } from '../../record/record.ts';
import { entityNamed } from '../entity-named.ts';
import { EXIT_HELP } from '../exit.ts';
import { addAsOfOptions, asOfFrom, checkOrder, pairOption } from '../filter-options.ts';
import { openToLook } from '../open-to-look.ts';
import { dateOption, recordOption } from '../options.ts';
import { placeFor, saveArchive, saveFile, saveFolder } from '../save.ts';
import { writeLine } from '../stdout.ts';
import { tableLines, terminalWidth } from '../table.ts';

interface Options {
  readonly record: string;
  readonly to?: string;
  readonly out?: string;
  readonly table?: string;
  readonly all: boolean;
  readonly list: boolean;
  readonly from?: string;
  readonly until?: string;
  readonly type: readonly EventType[];
  readonly actor: readonly string[];
  readonly pair?: readonly [string, string];
  readonly document: readonly string[];
  readonly asOf?: string;
  readonly known?: string;
}

/** A parser of options that may be given again. */
const gather = (value: string, earlier: readonly string[] = []): readonly string[] => [...earlier, value];

export const exportCommand = addAsOfOptions(
  new Command('export')
    .summary('the record in another format')
    .description(
      'Writes the record, or a part of it, in a format that other programs read.\n' +
        'What a format cannot hold is left out and counted; docs/exports.md says how each format is filled.',
    )
    .addOption(recordOption())
    .option('--to <format>', 'the format; --list tells them all')
    .option(
      '-o, --out <path>',
      'a file; for formats of several files a folder, or an archive (.zip); standard output without it',
    )
    .option('--table <name>', 'one table of a format that has several')
    .option('--list', 'the formats: what they are for, and what they cannot hold', false)
    .option(
      '--all',
      'in formats that know only what happened on a day, also what is planned, denied or vaguely dated',
      false,
    )
    .option('--from <date>', 'from this date on: 2013, 2013-10, "23 October 2013"', dateOption)
    .option('--until <date>', 'up to this date', dateOption)
    .addOption(
      new Option('--type <type>', 'only events of this PLOVER type; may be given again')
        .argParser((value, earlier: readonly string[] = []) => {
          if (!EVENT_TYPES.includes(value as EventType)) {
            throw new InvalidArgumentError(`Known are ${EVENT_TYPES.join(', ')}.`);
          }
          return gather(value, earlier);
        })
        .default([], 'all'),
    )
    .addOption(
      new Option(
        '--actor <name>',
        'what this entity does or says, or people and bodies for it, by name, code or id; may be given again',
      )
        .argParser(gather)
        .default([], 'all'),
    )
    .option('--pair <a,b>', 'dealings between two states or organisations, by name, code or id', pairOption)
    .addOption(
      new Option('--document <id>', 'what this document tells; may be given again')
        .argParser(gather)
        .default([], 'all'),
    ),
)
  .addHelpText(
    'after',
    `
Formats: ${[...EXPORTS.keys()].join(', ')}

Examples:
  $ rapporteur export --list
  $ rapporteur export --to json > record.json
  $ rapporteur export --to csv --out tables/
  $ rapporteur export --to gdelt --from 2013 --until 2014 --out events.csv
  $ rapporteur export --to html --pair NATO,Russia --out brief.html
  $ rapporteur export --to pack --out evidence.zip
${EXIT_HELP}`,
  )
  .action(async (options: Options) => {
    if (options.list) return listFormats();
    const format = formatFor(options);
    const record = await openToLook(options.record);
    try {
      await exportTo(record, format, options);
    } finally {
      await record.close();
    }
  });

function formatFor({ to, table }: Options): ExportFormat {
  const known = [...EXPORTS.keys()].join(', ');
  if (to === undefined)
    throw new Fault('option-value', { option: '--to', value: 'empty', reason: `known are ${known}` });
  const format = EXPORTS.get(to);
  if (!format) throw new Fault('export-format', { format: to, known });
  if (table !== undefined && !format.tables?.includes(table)) {
    const reason = format.tables ? `${to} has ${format.tables.join(', ')}` : `${to} has no tables`;
    throw new Fault('option-value', { option: '--table', value: `"${table}"`, reason });
  }
  return format;
}

async function exportTo(record: OpenRecord, format: ExportFormat, options: Options): Promise<void> {
  const { out, table } = options;
  const counts = new Map<LeftOut, number>();
  const asked: ExportOptions = {
    filter: await filterOf(record, options),
    all: options.all,
    ...(table === undefined ? {} : { table }),
    onLeftOut: (reason) => counts.set(reason, (counts.get(reason) ?? 0) + 1),
  };
  const place = placeFor(out, format, table);
  if (place.kind === 'folder') {
    const count = await saveFolder(format.files(record, asked), place.path);
    process.stderr.write(`Wrote ${count} file${count === 1 ? '' : 's'} into ${place.path}.\n`);
  } else if (place.kind === 'archive' || place.kind === 'file') {
    if (place.kind === 'archive') await saveArchive(format.files(record, asked), place.path);
    else await saveFile(format.pieces(record, asked), place.path);
    process.stderr.write(`Wrote ${place.path}.\n`);
  } else {
    if (process.stdout.isTTY && !isText(format)) {
      throw new Fault('option-value', {
        option: '--out',
        value: 'empty',
        reason: `${format.name} is no text for a terminal`,
      });
    }
    await writePieces(format.pieces(record, asked), process.stdout);
  }
  const oneTable = place.kind === 'stdout' || place.kind === 'file';
  if (format.tables && table === undefined && oneTable) {
    const others = format.tables.slice(1).join(', ');
    process.stderr.write(
      `This is the table "${format.tables[0]}" alone; --table has ${others}; --out FOLDER has all.\n`,
    );
  }
  tellLeftOut(counts, options.all);
  await tellUndated(record, options.known);
}

/** Whether an undated document was known at a date cannot be said, so that none counts as known. */
async function tellUndated(record: OpenRecord, known: string | undefined): Promise<void> {
  if (known === undefined) return;
  const { leftOut = 0 } = await record.events({ asOf: { known: known }, limit: 1 });
  if (leftOut > 0) process.stderr.write(`Undated documents, not known by ${known}: ${leftOut}.\n`);
}

const isText = ({ mediaType }: ExportFormat): boolean => /^text\/|json|xml/.test(mediaType);

async function filterOf(record: OpenRecord, options: Options): Promise<NonNullable<ExportOptions['filter']>> {
  const idOf = async (option: string, name: string) => (await entityNamed(record, option, name)).id;
  const { from, until, type, actor, pair, document } = options;
  checkOrder(from, until, '--until');
  for (const id of document) {
    if (!(await record.document(id))) {
      const reason = 'the record has no such document; "rapporteur show sources" tells them';
      throw new Fault('option-value', { option: '--document', value: `"${id}"`, reason });
    }
  }
  return {
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { to: until }),
    ...(type.length === 0 ? {} : { types: type }),
    ...(actor.length === 0 ? {} : { actors: await Promise.all(actor.map((name) => idOf('--actor', name))) }),
    ...(pair === undefined ? {} : { pair: [await idOf('--pair', pair[0]), await idOf('--pair', pair[1])] }),
    ...(document.length === 0 ? {} : { documents: document }),
    ...asOfFrom(options),
  };
}

function tellLeftOut(counts: ReadonlyMap<LeftOut, number>, all: boolean): void {
  if (counts.size === 0) return;
  const parts = [...counts].map(([reason, count]) => `${count} ${LEFT_OUT[reason]}`);
  const cure = all || [...counts.keys()].every((reason) => reason === 'rejected') ? '' : ' --all takes in what it can.';
  process.stderr.write(`Left out: ${parts.join(', ')}.${cure}\n`);
}

async function listFormats(): Promise<void> {
  const columns = [
    { title: 'format', grow: 0 },
    { title: 'what it is', grow: 4 },
    { title: 'what it cannot hold', grow: 4 },
  ];
  const rows = [...EXPORTS.values()].map(({ name, summary, tables, loses }) => [
    name,
    tables ? `${summary}. Tables: ${tables.join(', ')}` : summary,
    loses,
  ]);
  for (const line of tableLines(columns, rows, terminalWidth())) await writeLine(line);
}
