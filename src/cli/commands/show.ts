// `rapporteur show`: the record as tables for a terminal, or as JSON for another program.
import { Argument, Command, Option } from 'commander';
import { EVENT_TYPES, type EventType } from '../../model/plover.ts';
import type { ItemFilter, OpenRecord } from '../../record/record.ts';
import type { AnyView, EntityView, ItemKind } from '../../record/views.ts';
import { EXIT_HELP } from '../exit.ts';
import { derivedCells, entityCells, eventCells, statementCells, timelineCells } from '../listing.ts';
import { dateOption, recordOption, wholeNumber } from '../options.ts';
import { writeLine } from '../stdout.ts';
import { type Column, tableLines, terminalWidth } from '../table.ts';

interface Options {
  readonly record: string;
  readonly json: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly type?: EventType;
  readonly text?: string;
  readonly limit: number;
}

/** What can be shown: how it is asked for, and its columns and cells. */
interface Listing<View> {
  readonly ask: (record: OpenRecord, filter: ItemFilter) => Promise<{ total: number; items: readonly View[] }>;
  readonly columns: readonly Column[];
  readonly cells: (view: View) => readonly string[];
}

const when: Column = { title: 'when', grow: 0 };
const words: Column = { title: 'words', grow: 5 };
const document: Column = { title: 'document', grow: 2 };

const timeline: Listing<AnyView> = {
  ask: (record, filter) => record.timeline({ kinds: ['event', 'statement'], ...filter }),
  columns: [when, { title: 'what', grow: 0 }, { title: 'who', grow: 2 }, words, document],
  cells: timelineCells,
};
const events: Listing<AnyView> = {
  ask: (record, filter) => record.events(filter),
  columns: [
    when,
    { title: 'type', grow: 1 },
    { title: 'actor', grow: 2 },
    { title: 'recipient', grow: 2 },
    { title: 'modality', grow: 1 },
    words,
  ],
  cells: eventCells,
};
const statements: Listing<AnyView> = {
  ask: (record, filter) => record.statements(filter),
  columns: [when, { title: 'speaker', grow: 2 }, { title: 'cue', grow: 1 }, words, document],
  cells: statementCells,
};
/** What is derived from events and statements, one kind of item each. */
const derived = (...kinds: ItemKind[]): Listing<AnyView> => ({
  ask: (record, filter) => record.timeline({ ...filter, kinds }),
  columns: [when, { title: 'what', grow: 0 }, { title: 'who', grow: 2 }, words, document],
  cells: derivedCells,
});
const entities: Listing<EntityView> = {
  ask: (record, { limit, text }) =>
    record.entities({ ...(limit === undefined ? {} : { limit }), ...(text === undefined ? {} : { name: text }) }),
  columns: [
    { title: 'kind', grow: 0 },
    { title: 'name', grow: 3 },
    { title: 'part of', grow: 2 },
    { title: 'offices', grow: 3 },
    { title: 'mentions', grow: 0 },
    { title: 'documents', grow: 0 },
  ],
  cells: entityCells,
};

const LISTINGS = {
  timeline,
  statements,
  events,
  agreements: derived('development', 'obligation'),
  meetings: derived('meeting'),
  activities: derived('activity'),
  positions: derived('position'),
};

export const showCommand = new Command('show')
  .summary('timeline, statements, events, agreements, meetings and more')
  .description(
    'Shows what the record holds, by date; what has no date comes last. "~" marks a date that is not the text\'s own but\n' +
      'the day of publication.',
  )
  .addArgument(new Argument('<what>', 'what to show').choices([...Object.keys(LISTINGS), 'entities']))
  .addOption(recordOption())
  .option('--from <date>', 'from this date on: 2013, 2013-10 or 2013-10-23', dateOption)
  .option('--to <date>', 'up to this date', dateOption)
  .addOption(new Option('--type <type>', 'events of this PLOVER type').choices(EVENT_TYPES))
  .option('--text <words>', 'with these words in the sentence (entities: in the name)')
  .option('-n, --limit <n>', 'at most this many', wholeNumber(1, 1_000_000), 100)
  .option('--json', 'as JSON, with all evidence', false)
  .addHelpText(
    'after',
    `
Examples:
  $ rapporteur show timeline
  $ rapporteur show events --type SANCTION --from 2007 --to 2008-08
  $ rapporteur show agreements
  $ rapporteur show statements --text "missile defence" --json | jq .
${EXIT_HELP}`,
  )
  .action(async (what: keyof typeof LISTINGS | 'entities', options: Options) => {
    const { openRecord } = await import('../../record/record.ts');
    const record = await openRecord(options.record, { readOnly: true });
    try {
      if (what === 'entities') await list(record, entities, options);
      else await list(record, LISTINGS[what], options);
    } finally {
      await record.close();
    }
  });

async function list<View>(record: OpenRecord, { ask, columns, cells }: Listing<View>, options: Options): Promise<void> {
  const { total, items } = await ask(record, filterOf(options));
  if (options.json) {
    await writeLine(JSON.stringify({ total, items }, null, 2));
    return;
  }
  if (total === 0) process.stderr.write('Nothing in the record fits.\n');
  else for (const line of tableLines(columns, items.map(cells), terminalWidth())) await writeLine(line);
  if (total > items.length) process.stderr.write(`${total - items.length} more: raise --limit to see them.\n`);
}

function filterOf({ from, to, type, text, limit }: Options): ItemFilter {
  return {
    limit,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(type === undefined ? {} : { types: [type] }),
    ...(text === undefined ? {} : { text }),
  };
}
