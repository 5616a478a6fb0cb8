// Commands that decide: accept, reject, correct, add, merge, split, note, undo.
import { Argument, Command } from 'commander';
import { Fault } from '../../model/fault.ts';
import type { Span } from '../../model/span.ts';
import type { OpenRecord } from '../../record/record.ts';
import { DOCUMENT_FIELDS } from '../../record/review/document-fields.ts';
import { FIELDS } from '../../record/review/fields.ts';
import { unlikeness, unlikeWords } from '../../record/review/unlike.ts';
import type { AnyView, Decision, ItemKind } from '../../record/views.ts';
import { documentWith } from '../document-with.ts';
import { entityNamed } from '../entity-named.ts';
import { summaryOf, withExamples } from '../examples.ts';
import { isItemId } from '../item-id.ts';
import { entityFrom, fieldValues, nameAndValue, spanFrom } from './field-values.ts';
import { nameOf } from './name-of.ts';
import { addDecisionOptions, type DecisionOptions, onRecord, reviewerFrom, tellEntry } from './session.ts';
import { takenFrom, tellTaken } from './taken.ts';

/** A command that decides; `what` says so in a sentence without its full stop. */
export const decision = (name: string, what: string) =>
  addDecisionOptions(new Command(name).summary(summaryOf(what)).description(`${what}.`));

export const noteOf = ({ note }: DecisionOptions) => (note === undefined ? {} : { note });

/** Enters a decision in the name of who decides, and says so. */
export async function enter(
  record: OpenRecord,
  given: Decision,
  about: string,
  options: DecisionOptions,
): Promise<void> {
  await tellEntry(await record.decide(given, reviewerFrom(options)), about, options);
}

/** The same about an item, and what it means for what was derived from its words. */
async function enterOn(
  record: OpenRecord,
  given: Extract<Decision, { item: string }>,
  item: AnyView,
  options: DecisionOptions,
): Promise<void> {
  const before = await takenFrom(record, item.id);
  await enter(record, given, nameOf(item), options);
  if (!options.json) await tellTaken(before, await takenFrom(record, item.id));
}

/** @throws Fault `review-unknown` */
async function itemWith(record: OpenRecord, id: string): Promise<AnyView> {
  const item = await record.item(id);
  if (!item) throw new Fault('review-unknown', { what: 'item', id });
  return item;
}

const judge = (what: 'accept' | 'reject', summary: string, ...examples: readonly string[]) =>
  withExamples(decision(what, summary), ...examples)
    .argument('<ids...>', 'ids of items, as "review queue" and "show --json" print them')
    .action(async (ids: readonly string[], options: DecisionOptions) =>
      onRecord(options, async (record) => {
        const items: AnyView[] = [];
        for (const id of ids) items.push(await itemWith(record, id));
        for (const item of items) await enterOn(record, { what, item: item.id, ...noteOf(options) }, item, options);
      }),
    );

export const acceptCommand = judge(
  'accept',
  'Says that items are right as they stand',
  'review accept v0123456789abcdef s0123456789abcdef',
);
export const rejectCommand = judge(
  'reject',
  'Takes items that are wrong out of every view',
  "review reject v0123456789abcdef --note 'a plan, not a deed'",
);

export const correctCommand = decision('correct', 'Changes fields of an item, entity or document')
  .argument('<id>', 'id of an item, entity or document, or the name of an entity')
  .argument('<fields...>', 'NAME=VALUE; several values with ";" between, "none" for no value')
  .addHelpText(
    'after',
    () =>
      `\nFields of each kind:\n${fieldHelp()}\n  entity       name, code, partOf\n  document     ${DOCUMENT_FIELDS.join(', ')}`,
  )
  .addHelpText(
    'after',
    `
Examples:
  $ rapporteur review correct v0123456789abcdef modality=planned time=2013-10
  $ rapporteur review correct v0123456789abcdef 'actor=Norway;Sweden' 'trigger=turned down'
  $ rapporteur review correct s0123456789abcdef 'speaker=+person:Kari Berg' --note 'named in the caption'
  $ rapporteur review correct 'Foreign Ministry' 'name=Ministry of Foreign Affairs' partOf=NOR
  $ rapporteur review correct 2013-10-brussels published=2013-10-24 'publisher=The Courier'

A document's new date counts at once where the document as a whole is dated. Days that its text names, such as
"yesterday", are counted from it when the file is read again: rapporteur read FILE.`,
  )
  .action(async (id: string, given: readonly string[], options: DecisionOptions) =>
    onRecord(options, async (record) => {
      const history = await record.history(id);
      if (history?.document && !history.item) return correctDocument(record, history.document, given, options);
      if (!history?.item) return correctEntity(record, id, given, options);
      const { item, fields, document } = history;
      const text = document === null ? '' : ((await record.document(document))?.text ?? '');
      const near = (fields.evidence ?? [0, text.length]) as Span;
      const values = await fieldValues(given, { record, kind: item.kind, text, near });
      await enterOn(record, { what: 'correct', item: id, fields: values, ...noteOf(options) }, item, options);
    }),
  );

async function correctEntity(
  record: OpenRecord,
  typed: string,
  given: readonly string[],
  options: DecisionOptions,
): Promise<void> {
  if (isItemId(typed)) throw new Fault('review-unknown', { what: 'item', id: typed });
  const entity = await entityNamed(record, 'the entity', typed);
  const fields: Extract<Decision, { what: 'correct-entity' }>['fields'] = {};
  for (const [name, value] of given.map(nameAndValue)) {
    const none = value === '' || value === 'none';
    if (name === 'name') fields.name = value;
    else if (name === 'code') fields.code = none ? null : value;
    else if (name === 'partOf') fields.partOf = none ? null : await entityFrom(record, name, value);
    else
      throw new Fault('option-value', {
        option: 'a field',
        value: `"${name}"`,
        reason: 'an entity has name, code, partOf',
      });
  }
  const about = `${entity.id} (${entity.name})`;
  await enter(record, { what: 'correct-entity', entity: entity.id, fields, ...noteOf(options) }, about, options);
}

async function correctDocument(
  record: OpenRecord,
  id: string,
  given: readonly string[],
  options: DecisionOptions,
): Promise<void> {
  const values = given.map(nameAndValue).map(([name, value]) => {
    if ((DOCUMENT_FIELDS as readonly string[]).includes(name)) {
      return [name, value === '' || value === 'none' ? null : value] as const;
    }
    const reason = `a document has ${DOCUMENT_FIELDS.join(', ')}`;
    throw new Fault('option-value', { option: 'a field', value: `"${name}"`, reason });
  });
  const fields = Object.fromEntries(values) as Extract<Decision, { what: 'correct-document' }>['fields'];
  await enter(record, { what: 'correct-document', document: id, fields, ...noteOf(options) }, id, options);
  const outdated = (await record.history(id))?.outdated;
  if (!outdated || options.json) return;
  const again = outdated.file === null ? 'upload it again' : `rapporteur read …/${outdated.file}`;
  process.stderr.write(
    `Days that its text names are still counted from ${outdated.countedFrom ?? 'no date'}; to count anew: ${again}\n`,
  );
}

const fieldHelp = (): string =>
  Object.entries(FIELDS)
    .map(([kind, fields]) => `  ${kind.padEnd(12)} ${Object.keys(fields).join(', ')}`)
    .join('\n');

export const addCommand = decision('add', 'Adds an item that the reader missed')
  .addArgument(new Argument('<kind>', 'what it is').choices(Object.keys(FIELDS)))
  .argument('<document>', 'id of the document')
  .argument('<words>', 'the words that tell it, letter by letter, or their place as 120-180')
  .argument('<fields...>', 'NAME=VALUE, as for "correct"')
  .addHelpText(
    'after',
    `
Examples:
  $ rapporteur review add event report 'Norway turned down the plan' type=REJECT 'trigger=turned down' actor=Norway
  $ rapporteur review add position report 'Sweden is against the treaty' actor=Sweden 'on=Fisheries Treaty' stance=opposes`,
  )
  .action(async (kind: ItemKind, id: string, words: string, given: readonly string[], options: DecisionOptions) =>
    onRecord(options, async (record) => {
      const { text } = await documentWith(record, id);
      const evidence = spanFrom('the words', words, { text, near: [0, 0] });
      const fields = await fieldValues(given, { record, kind, text, near: evidence });
      await enter(
        record,
        { what: 'add', kind, document: id, evidence, fields, ...noteOf(options) },
        `one ${kind} to ${id}`,
        options,
      );
    }),
  );

export const mergeCommand = withExamples(
  decision('merge', 'Says that items are one, or entities'),
  'review merge v0123456789abcdef v123456789abcdef0',
  "review merge 'NATO-Russia Council' NRC",
)
  .argument('<ids...>', 'two or more: ids of items, or ids or names of entities; the first one leads')
  .option('--force', 'also items that differ in type, lie more than a week apart or have no party in common', false)
  .action(async (typed: readonly string[], options: DecisionOptions & { readonly force: boolean }) =>
    onRecord(options, async (record) => {
      const [first = '', ...others] = typed;
      if (await record.item(first)) {
        const items = [first, ...others];
        if (!options.force) await refuseUnlike(record, items);
        return enter(record, { what: 'merge', items, ...noteOf(options) }, items.join(', '), options);
      }
      const found = [];
      for (const one of typed) found.push(await entityNamed(record, 'an entity', one));
      const given: Decision = { what: 'merge-entities', entities: found.map(({ id }) => id), ...noteOf(options) };
      await enter(record, given, found.map(({ name }) => name).join(', '), options);
    }),
  );

/** @throws Fault `review-decision` for items that look like different things, `review-unknown` */
async function refuseUnlike(record: OpenRecord, ids: readonly string[]): Promise<void> {
  const items: AnyView[] = [];
  for (const id of ids) items.push(await itemWith(record, id));
  const unlike = unlikeness(items);
  if (unlike.length === 0) return;
  const reason = `these ${unlikeWords(unlike)}: ${items.map(nameOf).join(', ')}. To merge them all the same give --force`;
  throw new Fault('review-decision', { reason });
}

export const splitCommand = withExamples(
  decision('split', 'Takes tellings out of an item, or names out of an entity'),
  'review split v0123456789abcdef 2013-10-brussels',
)
  .argument('<id>', 'id of an item, or id or name of an entity')
  .argument(
    '<parts...>',
    'ids of the documents that tell something else; of an entity, ids that "review history" lists',
  )
  .action(async (id: string, parts: readonly string[], options: DecisionOptions) =>
    onRecord(options, async (record) => {
      const list = [...parts];
      if (await record.item(id)) {
        return enter(record, { what: 'split', item: id, documents: list, ...noteOf(options) }, id, options);
      }
      const entity = await entityNamed(record, 'the entity', id);
      const given: Decision = { what: 'split-entity', entity: entity.id, parts: list, ...noteOf(options) };
      await enter(record, given, entity.name, options);
    }),
  );

export const noteCommand = withExamples(
  decision('note', 'Puts a note on an item, entity or document'),
  "review note v0123456789abcdef 'ask Kari whether this is the spring meeting'",
)
  .argument('<id>', 'id of the item, entity or document')
  .argument('<text>', 'the note')
  .action(async (on: string, note: string, options: DecisionOptions) =>
    onRecord(options, (record) => enter(record, { what: 'note', on, note }, on, options)),
  );

export const undoCommand = withExamples(
  decision('undo', 'Takes entries of the journal back; undoing an undo makes the first hold again'),
  'review undo',
  'review undo r0123456789abcdef',
)
  .argument('[entries...]', 'ids of entries; your last one that holds without any')
  .action(async (ids: readonly string[], options: DecisionOptions) =>
    onRecord(options, async (record) => {
      const who = reviewerFrom(options);
      const entries = ids.length > 0 ? ids : [await lastOf(record, who)];
      for (const id of entries) await tellEntry(await record.undo(id, who, options.note), id, options);
    }),
  );

async function lastOf(record: OpenRecord, who: string): Promise<string> {
  const { holding } = await import('../../record/review/holding.ts');
  const last = holding(await record.journal()).findLast((entry) => entry.who === who);
  if (last) return last.id;
  throw new Fault('review-decision', { reason: `no decision of ${who} holds; "rapporteur review history" lists all` });
}
