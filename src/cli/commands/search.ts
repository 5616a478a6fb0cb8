// `rapporteur search`: full-text search over documents, statements and names, with the words around each match.

import { Command, Option } from 'commander';
import { ITEM_KINDS } from '../../model/items.ts';
import { datesIn } from '../../model/written-date.ts';
import type { OpenRecord } from '../../record/record.ts';
import type { AnyView, FindHit } from '../../record/views.ts';
import { EXIT_HELP } from '../exit.ts';
import { addFilterOptions, type FilterOptions, filterFrom } from '../filter-options.ts';
import { openToLook } from '../open-to-look.ts';
import { recordOption } from '../options.ts';
import { namesOf, whenOf } from '../show/item-cells.ts';
import { timeline } from '../show/item-listings.ts';
import { column, document, type Listing, type OutputOptions, when, words, writeListing } from '../show/listing.ts';

const KINDS = ['document', 'statement', 'entity'] as const;

interface Options extends FilterOptions, OutputOptions {
  readonly record: string;
  readonly kind?: FindHit['kind'];
}

export const searchCommand = addFilterOptions(
  new Command('search')
    .summary('full-text search with the words around each match')
    .description(
      'Finds documents, statements and names that hold all the words. "…" is a phrase, * any ending. A filter of who, what\n' +
        'or review leaves statements alone. A date among the words, such as 2007 or 23 October 2013, is taken as the time of\n' +
        'what is looked for; a date alone lists what is dated then. Between quotation marks it is a word like others.',
    )
    .argument('<words...>', 'words to look for')
    .addOption(recordOption())
    .addOption(new Option('--kind <kind>', 'only these').choices(KINDS)),
)
  .addOption(new Option('--json', 'as JSON').default(false).conflicts('csv'))
  .option('--csv', 'as comma-separated values', false)
  .addHelpText(
    'after',
    `
Examples:
  $ rapporteur search transit Afghanistan
  $ rapporteur search missile defence 2007
  $ rapporteur search 23 October 2013
  $ rapporteur search '"missile defence"' --actor Russia --from 2011
  $ rapporteur search 'helicopt*' --publisher Reuters --known 2013-06
${EXIT_HELP}`,
  )
  .action(async (typed: readonly string[], options: Options) => {
    const record = await openToLook(options.record);
    try {
      await search(record, typed.join(' '), options);
    } finally {
      await record.close();
    }
  });

async function search(record: OpenRecord, typed: string, options: Options): Promise<void> {
  const filter = await filterFrom(record, options);
  const dated = options.from !== undefined || options.to !== undefined;
  const { dates, rest } = dated || /["“*]/u.test(typed) ? { dates: [], rest: typed } : datesIn(typed);
  const [from, to] = [[...dates].sort()[0], [...dates].sort().at(-1)];
  if (from === undefined || to === undefined) return writeListing(record, hits(typed, options.kind), filter, options);
  const span = from === to ? from : `${from} to ${to}`;
  if (rest === '' && (options.kind ?? 'statement') === 'statement') {
    process.stderr.write(`What is dated ${span}:\n`);
    return writeListing(
      record,
      datedThen(options.kind === 'statement' ? 'statement' : undefined),
      { ...filter, from, to },
      options,
    );
  }
  process.stderr.write(`Dated ${span}, with the words: ${rest}\n`);
  const listing = hits(rest, options.kind);
  await writeListing(record, listing, { ...filter, from, to }, options);
  const [within, ever] = [await listing.ask(record, { ...filter, from, to }), await listing.ask(record, filter)];
  if (within.total > 0 || ever.total === 0) return;
  process.stderr.write(`Without the date ${ever.total} fit: leave it out, or give another one.\n`);
}

const datedThen = (kind: 'statement' | undefined): Listing<AnyView> => ({
  ...timeline,
  ask: (record, filter) => record.timeline({ ...filter, kinds: kind ? [kind] : ITEM_KINDS }),
});

const hits = (typed: string, kind: FindHit['kind'] | undefined): Listing<FindHit> => ({
  ask: (record, filter) => record.find(typed, kind === undefined ? filter : { ...filter, kinds: [kind] }),
  columns: [column('what'), when, column('who', 2), words, document],
  rows: (hit) => [cellsOf(hit)],
});

function cellsOf(hit: FindHit): readonly string[] {
  const text = marked(hit.snippet);
  switch (hit.kind) {
    case 'entity':
      return [hit.entityKind, '', hit.entity.name, text, `in ${hit.documents}`];
    case 'document':
      return [
        'document',
        whenOf(hit.document.published),
        hit.document.publisher ?? '',
        text,
        hit.document.title ?? hit.id,
      ];
    case 'statement':
      return ['statement', whenOf(hit.time), namesOf(hit.speaker), text, hit.document.title ?? hit.document.id];
  }
}

/** Matches between brackets: they are seen in a file as well as on a terminal. */
function marked({ text, matches }: FindHit['snippet']): string {
  let out = '';
  let at = 0;
  for (const [start, end] of matches) {
    if (start < at) continue;
    out += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return out + text.slice(at);
}
