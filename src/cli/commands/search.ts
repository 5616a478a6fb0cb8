// `rapporteur search`: full-text search over documents, statements and names, with the words around each match.

import { Command, Option } from 'commander';
import { ITEM_KINDS } from '../../model/items.ts';
import type { FindFilter } from '../../record/queries.ts';
import type { OpenRecord } from '../../record/record.ts';
import type { FindHit } from '../../record/views.ts';
import { EXIT_HELP } from '../exit.ts';
import { addFilterOptions, type FilterOptions, filterFrom } from '../filter-options.ts';
import { openToLook } from '../open-to-look.ts';
import { recordOption } from '../options.ts';
import { fittingItems, isAboutItems } from '../search/fitting.ts';
import { understand, understoodWords } from '../search/understood.ts';
import { namesOf, whenOf } from '../show/item-cells.ts';
import { timeline } from '../show/item-listings.ts';
import {
  column,
  document,
  idsOption,
  type Listing,
  type OutputOptions,
  when,
  words,
  writeListing,
} from '../show/listing.ts';

const KINDS = ['document', 'statement', 'entity'] as const;

interface Options extends FilterOptions, OutputOptions {
  readonly record: string;
  readonly kind?: FindHit['kind'];
}

export const searchCommand = addFilterOptions(
  new Command('search')
    .summary('full-text search with the words around each match')
    .description(
      'Finds documents, statements and names that hold all the words. "…" is a phrase, * any ending. A date among the words,\n' +
        'such as 2007 or 23 October 2013, is the time of what is looked for; several names that the record knows are those who\n' +
        'deal with one another, or what it is about; "who refused" asks for a kind of deed. What then fits is listed as items,\n' +
        'and where nothing does, the places that hold the words. Between quotation marks dates and names are words like others.\n' +
        'A filter of who, what or review leaves documents and names out.',
    )
    .argument('<words...>', 'words to look for')
    .addOption(recordOption())
    .addOption(new Option('--kind <kind>', 'only these').choices(KINDS)),
)
  .addOption(new Option('--json', 'as JSON').default(false).conflicts('csv'))
  .option('--csv', 'as comma-separated values', false)
  .addOption(idsOption())
  .addHelpText(
    'after',
    `
Examples:
  $ rapporteur search transit Afghanistan
  $ rapporteur search missile defence 2007
  $ rapporteur search 23 October 2013
  $ rapporteur search '"missile defence" 2011'
  $ rapporteur search what did Russia promise
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
  const { kind, from, to, actor, about, pair } = options;
  const understood = await understand(record, typed, {
    dates: from === undefined && to === undefined,
    // Of sides that an option names, others in the words would take the place.
    names: kind === undefined && [actor, about, pair].every((option) => option === undefined),
    deeds: kind === undefined,
  });
  const { span, sought } = understood;
  const dated = { ...filter, ...span };
  const isDated = span.from !== undefined;
  const asksItems = kind === undefined ? isAboutItems(understood, filter) : kind === 'statement' && sought === '';
  if (asksItems || isDated) process.stderr.write(`Read as: ${understoodWords(understood)}.\n`);
  if (asksItems) {
    const { page, note } = await fittingItems(
      record,
      understood,
      filter,
      kind === 'statement' ? ['statement'] : ITEM_KINDS,
    );
    if (page.total > 0 || sought === '') {
      if (note !== null) process.stderr.write(`${note}\n`);
      await writeListing(record, { ...timeline, ask: async () => page }, filter, options);
      if (sought !== '') await tellPlaces(record, sought, dated);
      return;
    }
  }
  const listing = hits(sought, kind);
  await writeListing(record, listing, dated, options);
  if (!isDated) return;
  const [within, ever] = [await listing.ask(record, dated), await listing.ask(record, filter)];
  if (within.total > 0 || ever.total === 0) return;
  process.stderr.write(`Without the date ${ever.total} fit: leave it out, or give another one.\n`);
}

/** Beside items that fit there may be sentences of which nothing was made. */
async function tellPlaces(record: OpenRecord, sought: string, filter: FindFilter): Promise<void> {
  const { total } = await record.find(sought, { ...filter, kinds: ['document'], limit: 0 });
  if (total > 0) process.stderr.write(`Documents that hold these words: ${total}; --kind document lists them.\n`);
}

const hits = (typed: string, kind: FindHit['kind'] | undefined): Listing<FindHit> => ({
  ask: (record, filter) => record.find(typed, kind === undefined ? filter : { ...filter, kinds: [kind] }),
  columns: [column('what'), when, column('who', 2), words, document],
  rows: (hit) => [cellsOf(hit)],
  ids: ({ id }) => [id],
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
