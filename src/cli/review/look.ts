// Commands that look: the queue, one item in full, the journal, agreement, orphans.
import { Command, Option } from 'commander';
import { Fault } from '../../model/fault.ts';
import { FIELDS } from '../../record/review/fields.ts';
import { whatWords } from '../../record/review/what-words.ts';
import type {
  HistoryEntry,
  ItemKind,
  Orphan,
  QueueEntry,
  ReviewEntry,
  ReviewersView,
  ReviewHistory,
} from '../../record/views.ts';
import { entityNamed } from '../entity-named.ts';
import { summaryOf, withExamples } from '../examples.ts';
import { addFilterOptions, type FilterOptions, filterFrom } from '../filter-options.ts';
import { isItemId } from '../item-id.ts';
import { wholeNumber } from '../options.ts';
import { itemCells } from '../show/item-cells.ts';
import { column, document, id, when, words, writeRows } from '../show/listing.ts';
import { writeLine } from '../stdout.ts';
import { nameOf } from './name-of.ts';
import { addReviewOptions, onRecord, type ReviewOptions, reviewerFrom } from './session.ts';

const READ_ONLY = { readOnly: true };

const look = (name: string, what: string) =>
  addReviewOptions(new Command(name).summary(summaryOf(what)).description(`${what}.`));

interface QueueOptions extends FilterOptions, ReviewOptions {
  readonly kind?: ItemKind;
  readonly rule?: string;
  readonly document?: string;
  readonly order: 'uncertain' | 'date';
  readonly secondOpinion: boolean;
  readonly as?: string;
}

export const queueCommand = addFilterOptions(
  look('queue', 'Lists items that nobody decided about, those first that most need a look'),
)
  .addOption(new Option('--kind <kind>', 'only these').choices(Object.keys(FIELDS)))
  .option('--text <words>', 'with these words in the sentence')
  .option('--rule <rule>', 'made by this rule or model')
  .option('--document <id>', 'told by this document')
  .addOption(new Option('--order <order>', 'what comes first').choices(['uncertain', 'date']).default('uncertain'))
  .option('--second-opinion', 'also what others decided about, but not you', false)
  .option('--as <name>', 'who you are, for --second-opinion')
  .addHelpText(
    'after',
    `
An item is the more uncertain the more of these hold: nobody acts or speaks in it; its type is done to somebody, and
nobody is named; it has no date; it is planned, possible or denied; its rule was often found wrong in this review; what
it rests on was corrected or rejected in a way that it could not follow.

Examples:
  $ rapporteur review queue --kind event --type REJECT -n 20
  $ rapporteur review queue --document summit-report --order date
  $ rapporteur review queue --second-opinion --as Ada`,
  )
  .action(async (options: QueueOptions) =>
    onRecord(
      options,
      async (record) => {
        const { kind, rule, document: from, order, secondOpinion } = options;
        const { reviews: _, ...filter } = await filterFrom(record, options);
        const page = await record.queue({
          ...filter,
          order,
          ...(kind === undefined ? {} : { kinds: [kind] }),
          ...(rule === undefined ? {} : { rules: [rule] }),
          ...(from === undefined ? {} : { documents: [from] }),
          ...(secondOpinion ? { reviewer: reviewerFrom(options) } : {}),
        });
        if (options.json) return writeLine(JSON.stringify(page, null, 2));
        const columns = [id, when, column('what'), column('who', 2), words, document, column('why here', 2)];
        if (page.items.length > 0) await writeRows(columns, page.items.map(queueCells), false);
        process.stderr.write(
          page.total === 0 ? 'Nothing waits.\n' : `${page.items.length} of ${page.total} that wait.\n`,
        );
      },
      READ_ONLY,
    ),
  );

const queueCells = ({ item, reasons }: QueueEntry): readonly string[] => [
  item.id,
  ...itemCells(item),
  reasons.join('; '),
];

export const showCommand = withExamples(
  look('show', 'Shows an item with its words, its fields as read and as they stand, and its history'),
  'review show v0123456789abcdef',
  "review show 'NATO-Russia Council'",
  'review show 2013-10-brussels',
)
  .argument('<id>', 'id of an item or document, or id or name of an entity')
  .action(async (typed: string, options: ReviewOptions) =>
    onRecord(
      options,
      async (record) => {
        const history =
          (await record.history(typed)) ??
          (isItemId(typed) ? null : await record.history((await entityNamed(record, 'review show', typed)).id));
        if (!history) throw new Fault('review-unknown', { what: 'item, entity or document', id: typed });
        if (options.json) await writeLine(JSON.stringify(history, null, 2));
        else await writeHistory(history);
      },
      READ_ONLY,
    ),
  );

async function writeHistory({
  item,
  entity,
  document,
  merged,
  machine,
  fields,
  entries,
  outdated,
  grounds,
  taken,
  shaken,
}: ReviewHistory): Promise<void> {
  if (item) {
    await writeLine(`${item.kind} ${item.id}, ${item.review}`);
    for (const { document: told, sentence, rule, why } of item.evidence) {
      await writeLine(`  ${told.title ?? told.id}: “${sentence.text.replace(/\s+/gu, ' ').trim()}”`);
      if (rule !== null) await writeLine(`    by ${rule}${why === null ? '' : `: ${why}`}`);
    }
  } else if (document !== null) await writeLine(`document ${document}`);
  const rows = Object.entries(fields).map(([name, now]) => {
    const was = machine[name];
    const changed = name in machine && JSON.stringify(was) !== JSON.stringify(now);
    return [name, readable(now), changed ? readable(was) : ''];
  });
  if (rows.length > 0) await writeRows([column('field'), column('value', 3), column('as read', 2)], rows, false);
  if (outdated) {
    const file = outdated.file === null ? 'its address, or upload it again,' : outdated.file;
    await writeLine(
      `Days that its text names are counted from ${outdated.countedFrom ?? 'no date'}; read ${file} again with "rapporteur read".`,
    );
  }
  if (entity) await writeLine(`${entity.kind} ${entity.id}, ${entity.name}`);
  if (merged.length > 1) {
    await writeLine('put together from:');
    for (const { id, name } of merged) await writeLine(`  ${id}  ${name}`);
  }
  for (const { item: ground, entry } of grounds) {
    const decided = entry ? `, ${entry.what} by ${entry.who} (${entry.id})` : '';
    await writeLine(`rests on ${ground.kind} ${nameOf(ground)}${decided}`);
  }
  if (shaken) await writeLine('What it rests on was corrected or rejected since: it waits to be looked at again.');
  for (const one of taken) {
    await writeLine(
      `its words tell ${one.item.kind} ${nameOf(one.item)}${one.shaken ? ', to be looked at again' : ''}`,
    );
  }
  await writeLine(entries.length > 0 ? 'History:' : 'Nobody decided about it.');
  for (const entry of entries) await writeLine(`  ${entryLine(entry)}`);
}

/** A field's value in a word or two. */
function readable(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (Array.isArray(value)) {
    const isSpan = value.length === 2 && value.every((part) => typeof part === 'number');
    return isSpan ? value.join('-') : value.map(readable).join('; ') || '–';
  }
  if (typeof value === 'object') return 'name' in value ? String(value.name) : JSON.stringify(value);
  return String(value);
}

function entryLine(entry: ReviewEntry & Partial<HistoryEntry>): string {
  const { id, when: time, who, what, fields, note, undoes, undone } = entry;
  const changes = Object.entries(fields).map(([name, { from, to }]) => `${name}: ${readable(from)} → ${readable(to)}`);
  const parts = [
    undoes === null ? whatWords(what) : `${what} ${undoes}`,
    changes.join(', '),
    note === null ? '' : `“${note}”`,
    undone ? `(taken back by ${undone.who})` : '',
  ];
  return `${time.slice(0, 16).replace('T', ' ')}  ${id}  ${who}: ${parts.filter(Boolean).join(' ')}`;
}

interface HistoryOptions extends ReviewOptions {
  readonly limit: number;
}

export const historyCommand = withExamples(
  look('history', 'Lists the journal, the latest decisions last, without those about what was taken out'),
  'review history -n 10',
)
  .option('-n, --limit <n>', 'the last so many', wholeNumber(1, 1_000_000), 50)
  .action(async (options: HistoryOptions) =>
    onRecord(
      options,
      async (record) => {
        const all = await record.standingJournal();
        const last = all.slice(-options.limit);
        if (options.json) return writeLine(JSON.stringify(last, null, 2));
        for (const entry of last) await writeLine(`${entryLine(entry)}${subjectOf(entry)}`);
        if (all.length === 0) process.stderr.write('Nobody decided about anything.\n');
        if (all.length > last.length)
          process.stderr.write(`${all.length - last.length} earlier: raise --limit to see them.\n`);
      },
      READ_ONLY,
    ),
  );

/** What an entry is about, in words of the document or names. */
function subjectOf({ items, entities, document: on }: ReviewEntry): string {
  const about = items[0]?.triggerWords ?? items[0]?.words ?? entities.map(({ name }) => name).join(', ');
  const short = about.length > 60 ? `${about.slice(0, 60)}…` : about;
  return short ? `  [${short.replace(/\s+/gu, ' ')}]` : on === null ? '' : `  [${on}]`;
}

export const agreementCommand = withExamples(
  look('agreement', 'Tells who decided how much, how far people agree, and how often each rule is right'),
  'review agreement',
).action(async (options: ReviewOptions) =>
  onRecord(
    options,
    async (record) => {
      const view = await record.reviewers();
      if (options.json) await writeLine(JSON.stringify(view, null, 2));
      else await writeAgreement(view);
    },
    READ_ONLY,
  ),
);

const percent = (share: number): string => `${(share * 100).toFixed(0)}%`;

async function writeAgreement({ reviewers, pairs, rules }: ReviewersView): Promise<void> {
  if (reviewers.length === 0) {
    process.stderr.write('Nobody decided about anything.\n');
    return;
  }
  await writeRows(
    [column('reviewer', 2), ...['accepted', 'corrected', 'rejected', 'added', 'last'].map((title) => column(title))],
    reviewers.map(({ who, accepted, corrected, rejected, added, to }) => [
      who,
      ...[accepted, corrected, rejected, added].map(String),
      to.slice(0, 10),
    ]),
    false,
  );
  for (const { one, other, items, agreement, kappa, disagreements } of pairs) {
    const beyond = kappa === null ? 'not defined: both always decide alike' : kappa.toFixed(2);
    await writeLine(`\n${one} and ${other}: ${items} items, ${percent(agreement)} alike, Cohen's kappa ${beyond}`);
    for (const { target, one: first, other: second } of disagreements) {
      await writeLine(`  ${one} ${first}, ${other} ${second}: ${target.kind} “${target.words}” (${target.document})`);
    }
  }
  if (rules.length === 0) return;
  await writeLine('');
  await writeRows(
    [column('rule', 2), ...['kind', 'accepted', 'corrected', 'rejected', 'right', '95%'].map((title) => column(title))],
    rules.map(({ rule, kind, accepted, corrected, rejected, precision, low, high }) => [
      rule,
      kind,
      ...[accepted, corrected, rejected].map(String),
      percent(precision),
      `${percent(low)}-${percent(high)}`,
    ]),
    false,
  );
}

const REASONS: Readonly<Record<Orphan['reason'], string>> = {
  'document-missing': 'its document is not in the record',
  'words-missing': 'its words do not stand in the document any more',
  'reads-otherwise': 'the words are there, but nothing of that type is read in them now',
  ambiguous: 'several items fit',
  'entity-missing': 'no document names the entity any more',
};

export const orphansCommand = withExamples(
  look('orphans', 'Lists decisions that hold for nothing in the record any more, and why'),
  'review orphans',
).action(async (options: ReviewOptions) =>
  onRecord(
    options,
    async (record) => {
      const orphans = await record.orphans();
      if (options.json) return writeLine(JSON.stringify(orphans, null, 2));
      for (const { entry, target, reason } of orphans) {
        const what =
          'words' in target
            ? `${target.kind} “${target.words}” in ${target.document}`
            : 'document' in target
              ? `document ${target.document}`
              : `${target.kind} ${target.name}`;
        await writeLine(`${entry.id}  ${entry.who} ${entry.what} ${what}: ${REASONS[reason]}`);
      }
      if (orphans.length === 0) process.stderr.write('Every decision that holds has its item.\n');
    },
    READ_ONLY,
  ),
);
