// `rapporteur show`: the record as tables for a terminal, as CSV for a spreadsheet, or as JSON for another program.

import { Argument, Command, Option } from 'commander';
import { Fault } from '../../model/fault.ts';
import { ITEM_KINDS } from '../../model/items.ts';
import type { OpenRecord } from '../../record/record.ts';
import type { EntityView, Period } from '../../record/views.ts';
import { documentWith } from '../document-with.ts';
import { entityNamed } from '../entity-named.ts';
import { EXIT_HELP } from '../exit.ts';
import { addFilterOptions, asOfFrom, type FilterOptions, filterFrom } from '../filter-options.ts';
import { openToLook } from '../open-to-look.ts';
import { recordOption } from '../options.ts';
import { writeComparison, writeDocument, writeFound, writeThread, writeWords } from '../show/detail.ts';
import { documents, entities, events, statements, threads, timeline } from '../show/item-listings.ts';
import { idsOption, type OutputOptions, writeListing } from '../show/listing.ts';
import { activities, agreements, issues, meetings, positions, promises } from '../show/register-listings.ts';
import { people, sources, temperature } from '../show/relation-listings.ts';
import { subjectLike } from '../show/subject-like.ts';
import { writeLine } from '../stdout.ts';

interface Options extends FilterOptions, OutputOptions {
  readonly record: string;
  readonly by: Period;
}

const LISTINGS = {
  timeline,
  events,
  statements,
  meetings,
  agreements,
  activities,
  positions,
  promises,
  issues,
  people,
  entities,
  threads,
  documents,
  sources,
} as const;

/** What is shown one at a time, and what names it. */
const DETAILS = {
  thread: {
    what: 'the name of an issue, agreement, activity or body',
    example: '"missile defence"',
    cure: '"rapporteur show threads" lists them',
  },
  document: { what: 'the id of a document', example: 'summit-report', cure: '"rapporteur show documents" lists them' },
  compare: {
    what: 'the id of an event',
    example: 'v0123456789abcdef',
    cure: '"rapporteur show events --ids" lists them',
  },
} as const;

type Listed = keyof typeof LISTINGS | 'temperature';
type Detailed = keyof typeof DETAILS;

export const showCommand = addFilterOptions(
  new Command('show')
    .summary('timeline, meetings, agreements, positions, promises, people, sources and more')
    .description(
      'Shows what the record holds, by date; what has no date comes last. "~" marks a date that is not the text\'s own but\n' +
        'the day of publication. "thread NAME" is everything about one issue, agreement, activity or body; "document ID" all\n' +
        'that was read in one document; "compare EVENT" how the documents that tell an event differ (--ids gives ids).',
    )
    .addArgument(
      new Argument('<what>', 'what to show').choices([
        ...Object.keys(LISTINGS),
        'temperature',
        ...Object.keys(DETAILS),
      ]),
    )
    .argument(
      '[name]',
      'of a thread; id of a document or event; for lists, part of the name of their subject, or of the title',
    )
    .addOption(recordOption()),
)
  .option(
    '--text <words>',
    'with these words in the sentence (people, threads, entities, documents: in the name or title)',
  )
  .addOption(
    new Option('--by <period>', 'periods of the temperature').choices(['day', 'month', 'year']).default('month'),
  )
  .addOption(new Option('--json', 'as JSON, with all evidence').default(false).conflicts('csv'))
  .option('--csv', 'as comma-separated values', false)
  .addOption(idsOption())
  .addHelpText(
    'after',
    `
Examples:
  $ rapporteur show timeline --pair NATO,Russia --from 2013
  $ rapporteur show agreements CFE
  $ rapporteur show thread "missile defence" --as-of 2011-06
  $ rapporteur show meetings --known 2013-10-23
  $ rapporteur show temperature --pair IND,PAK --by year --csv
  $ rapporteur show compare v0123456789abcdef
  $ rapporteur show statements --text "missile defence" --json | jq .

From a line to the words it rests on:
  $ rapporteur show events --pair NATO,Russia --ids  # the last column names each line
  $ rapporteur explain v0123456789abcdef             # its words in every document, and what made it
  $ rapporteur show compare v0123456789abcdef        # how the documents that tell an event differ
  $ rapporteur review show v0123456789abcdef         # its fields, and what people decided about it
${EXIT_HELP}`,
  )
  .action(async (what: Listed | Detailed, name: string | undefined, options: Options) => {
    if (what in DETAILS && name === undefined) {
      throw new Fault('argument-missing', { command: `show ${what}`, ...DETAILS[what as Detailed] });
    }
    const record = await openToLook(options.record);
    try {
      if (what in DETAILS) await showDetail(record, what as Detailed, name ?? '', options);
      else await showList(record, what as Listed, name, options);
    } finally {
      await record.close();
    }
  });

async function showList(record: OpenRecord, what: Listed, name: string | undefined, options: Options): Promise<void> {
  const filter = { ...(await filterFrom(record, options)), ...(name === undefined ? {} : { name }) };
  if (what === 'temperature') return writeListing(record, temperature(options.by), filter, options);
  // Timelines and the like have no subject of their own: a name asks for what it takes part in.
  const subjectless = what === 'timeline' || what === 'events' || what === 'statements';
  const entity = subjectless && name !== undefined ? { entities: [(await entityNamed(record, what, name)).id] } : {};
  return writeListing(record, LISTINGS[what] as (typeof LISTINGS)['timeline'], { ...filter, ...entity }, options);
}

async function showDetail(record: OpenRecord, what: Detailed, name: string, options: Options): Promise<void> {
  const { json, csv } = options;
  if (what === 'thread') return showThread(record, name, options);
  if (what === 'document') {
    const document = await documentWith(record, name);
    return json ? writeJson(document) : writeDocument(document, options);
  }
  const comparison = await record.compare(name, asOfFrom(options).asOf);
  if (comparison) return json ? writeJson(comparison) : writeComparison(comparison, csv);
  throw new Fault('item-unknown', { what: 'event', id: name, cure: DETAILS[what].cure });
}

/** A subject by its name; where none bears it, what sentences with these words tell. */
async function showThread(record: OpenRecord, name: string, options: Options): Promise<void> {
  const { json, csv, limit } = options;
  const filter = { ...asOfFrom(options), limit };
  const entity = (await nameOrNull(record, name)) ?? (await likely(record, name));
  const thread = entity && (await record.thread(entity.id, filter));
  if (thread) {
    const mentions = await record.mentions(entity.id, filter);
    return json ? writeJson({ ...thread, mentions }) : writeThread(thread, mentions, options);
  }
  const told = await record.timeline({ ...filter, kinds: ITEM_KINDS, text: name });
  if (told.total === 0) {
    const found = await record.find(name, { ...filter, kinds: ['document'] });
    // Names like it are told by the fault where no sentence has the words either.
    if (found.total === 0) await entityNamed(record, 'show thread', name);
    return json ? writeJson(found) : writeFound(name, found, csv);
  }
  return json ? writeJson(told) : writeWords(name, told, options);
}

/** Says whom it took the name for, and who else may be meant. */
async function likely(record: OpenRecord, name: string): Promise<EntityView | null> {
  const found = await subjectLike(record, name);
  if (!found) return null;
  const others = found.others.length > 0 ? ` Others with these words: ${found.others.join('; ')}.` : '';
  process.stderr.write(`“${name}” is taken for ${found.entity.name}.${others}\n`);
  return found.entity;
}

async function nameOrNull(record: OpenRecord, name: string): Promise<EntityView | null> {
  try {
    return await entityNamed(record, 'show thread', name);
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

const writeJson = (view: unknown): Promise<void> => writeLine(JSON.stringify(view, null, 2));
