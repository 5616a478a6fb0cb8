// Commands about documents that are no part of the record: take out, put back, list what was taken out.
import { Command } from 'commander';
import { Fault } from '../../model/fault.ts';
import type { OpenRecord } from '../../record/record.ts';
import { leavingWith } from '../../record/review/leaving.ts';
import type { DocumentView, TakenOut } from '../../record/views.ts';
import { documentWith } from '../document-with.ts';
import { withExamples } from '../examples.ts';
import { whenOf } from '../show/item-cells.ts';
import { column, id as idColumn, when, writeRows } from '../show/listing.ts';
import { writeLine } from '../stdout.ts';
import { decision, enter, noteOf } from './decide.ts';
import { addReviewOptions, type DecisionOptions, onRecord, type ReviewOptions, reviewerFrom } from './session.ts';

export const takeOutCommand = withExamples(
  decision('take-out', 'Takes documents out of the record, with all that they tell'),
  "review take-out 2013-10-brussels --note 'a private paper'",
)
  .argument('<ids...>', 'ids of documents, as "show documents" lists them')
  .addHelpText(
    'after',
    `
What other documents tell as well stays. Reading the same file again leaves the document out; a file whose words have
changed is another one. The text is kept aside in the record: "review put-back" brings it back with all decisions.`,
  )
  .action(async (ids: readonly string[], options: DecisionOptions) =>
    onRecord(options, async (record) => {
      const documents: DocumentView[] = [];
      for (const id of ids) documents.push(await documentWith(record, id));
      for (const document of documents) {
        const given = { what: 'take-out', document: document.id, ...noteOf(options) } as const;
        await enter(record, given, `${document.id} (${leavingWords(document)})`, options);
      }
    }),
  );

function leavingWords(document: DocumentView): string {
  const { items, staying } = leavingWith(document);
  const stay = staying === 0 ? '' : `, of which other documents tell ${staying}`;
  return `${items} item${items === 1 ? '' : 's'}${stay}`;
}

export const putBackCommand = withExamples(
  decision('put-back', 'Puts documents back that were taken out of the record'),
  'review put-back 2013-10-brussels',
)
  .argument('<ids...>', 'ids of documents, as "review taken-out" lists them')
  .action(async (ids: readonly string[], options: DecisionOptions) =>
    onRecord(options, async (record) => {
      const who = reviewerFrom(options);
      const all: TakenOut[] = [];
      for (const id of ids) all.push(await takenOutWith(record, id));
      for (const { document, items, entry } of all) {
        const undoing = await record.undo(entry.id, who, options.note);
        if (options.json) await writeLine(JSON.stringify(undoing));
        else
          await writeLine(
            `put back ${document.id} as ${who}; to take it out: rapporteur review take-out ${document.id}`,
          );
        if (items === null) {
          process.stderr.write(
            `${document.id} was never in this record: read its file again with "rapporteur read".\n`,
          );
        }
      }
    }),
  );

/** @throws Fault `option-value` */
async function takenOutWith(record: OpenRecord, id: string): Promise<TakenOut> {
  const found = (await record.takenOut()).find(({ document }) => document.id === id);
  if (found) return found;
  const isIn = (await record.document(id)) !== null;
  const reason = isIn
    ? 'this document is in the record'
    : 'no such document was taken out; "review taken-out" lists them';
  throw new Fault('option-value', { option: 'review put-back', value: `"${id}"`, reason });
}

export const takenOutCommand = addReviewOptions(
  withExamples(new Command('taken-out'), 'review taken-out')
    .summary('lists documents that were taken out of the record')
    .description('Lists documents that were taken out of the record, the latest first, with who did it and why.'),
).action(async (options: ReviewOptions) =>
  onRecord(
    options,
    async (record) => {
      const all = await record.takenOut();
      if (options.json) return writeLine(JSON.stringify(all, null, 2));
      const columns = [
        idColumn,
        when,
        column('title', 4),
        column('items'),
        column('by', 1),
        column('on'),
        column('why', 3),
      ];
      const rows = all.map(({ document, items, entry }) => [
        ...[document.id, whenOf(document.published), document.title ?? '', items === null ? '' : String(items)],
        ...[entry.who, entry.when.slice(0, 10), entry.note ?? ''],
      ]);
      if (rows.length > 0) await writeRows(columns, rows, false);
      else process.stderr.write('Nothing was taken out.\n');
    },
    { readOnly: true },
  ),
);
