// `rapporteur explain`: what is read in a text and why: each statement and event with its words, rule and reason.
import { existsSync } from 'node:fs';
import { Command } from 'commander';
import type { Document } from '../../model/document.ts';
import { Fault } from '../../model/fault.ts';
import type { Event, Statement } from '../../model/items.ts';
import type { Reading } from '../../model/reading.ts';
import { piecesOf, type Span, textOf } from '../../model/span.ts';
import { EXIT_HELP } from '../exit.ts';
import { isItemId } from '../item-id.ts';
import { openToLook } from '../open-to-look.ts';
import { dateOption, lexiconOption, recordOption } from '../options.ts';
import { explainedItem } from '../show/explain-item.ts';
import { writeLine } from '../stdout.ts';

interface Options {
  readonly record: string;
  readonly lexicon: readonly string[];
  readonly published?: string;
}

/** One word with an extension is meant as a file, whether or not it is there. */
const FILE_NAME = /^\S+\.(?:txt|text|md|markdown|x?html?|pdf|docx|json|jsonl|ndjson)$/i;

export const explainCommand = new Command('explain')
  .summary('what is read in a text, or how an item of the record was made, and why')
  .description(
    'Reads a text, or the documents of a file, and prints each statement and event with the words it comes from, the\n' +
      'rule or lexicon entry that made it, and the reason in words. Of an item of the record, named by its id, it prints the\n' +
      'words in every document that tells it, the rules, and the steps that made it.',
  )
  .argument('<item>', 'an id of an item, a text in quotation marks, or a file')
  .addOption(recordOption())
  .addOption(lexiconOption())
  .option('--published <date>', 'the date to count "yesterday" from', dateOption)
  .addHelpText(
    'after',
    `
Examples:
  $ rapporteur explain "India on Monday rejected Pakistan's offer of talks."
  $ rapporteur explain communique.pdf
  $ rapporteur explain v0123456789abcdef --record talks.db
  $ rapporteur explain --lexicon my-terms/ "India shelved the accord."
${EXIT_HELP}`,
  )
  .action(async (given: string, { record, lexicon, published }: Options) => {
    if (isItemId(given) && !existsSync(given)) return explainItem(given, record);
    if (!existsSync(given) && FILE_NAME.test(given)) throw new Fault('file-missing', { path: given });
    const { createReader } = await import('../../reader.ts');
    const reader = await createReader({ lexicon });
    const dated = published === undefined ? {} : { published };
    const documents: readonly Document[] = existsSync(given)
      ? await (await import('../../intake/open.ts')).openFile(given)
      : [{ id: 'text', text: given, ...dated }];
    for (const document of documents) {
      const reading = await reader.read({ ...document, ...dated });
      for (const line of explanationOf(document.text, reading)) await writeLine(line);
    }
  });

async function explainItem(id: string, path: string): Promise<void> {
  const record = await openToLook(path);
  try {
    const item = await record.item(id);
    if (!item) {
      throw new Fault('item-unknown', { what: 'item', id, cure: '"rapporteur show timeline --ids" lists ids' });
    }
    for (const line of explainedItem(item)) await writeLine(line);
  } finally {
    await record.close();
  }
}

/** Sentence by sentence: its words, then what is read in them. */
function explanationOf(text: string, reading: Reading): readonly string[] {
  const name = (id: string) => reading.entities.find((entity) => entity.id === id)?.name ?? id;
  const items = [
    ...reading.statements.map((statement) => ({
      at: placeOf(statement),
      lines: statementLines(text, statement, name),
    })),
    ...reading.events.map((event) => ({ at: event.trigger[0], lines: eventLines(text, event, name) })),
  ].sort((a, b) => a.at - b.at);
  const lines = reading.sentences.flatMap(({ span }) => {
    const inside = items.filter(({ at }) => at >= span[0] && at < span[1]);
    return inside.length ? [quote(text, span), ...inside.flatMap((item) => item.lines), ''] : [];
  });
  return lines.length ? lines : ['Nothing is read in this text.'];
}

function placeOf({ cue, content }: Statement): number {
  return piecesOf(cue)[0]?.[0] ?? content[0]?.[0] ?? 0;
}

function statementLines(text: string, statement: Statement, name: (id: string) => string): readonly string[] {
  const speaker = statement.speaker.map(name).join(', ') || 'nobody named';
  return [
    `  statement  ${speaker} (${statement.form}): ${statement.content.map((span) => quote(text, span)).join(' … ')}`,
    ...reasonLines(statement),
  ];
}

function eventLines(text: string, event: Event, name: (id: string) => string): readonly string[] {
  const who = (ids: readonly string[]) => ids.map(name).join(', ') || 'nobody named';
  const roles = event.recipient.length ? `${who(event.actor)} → ${who(event.recipient)}` : who(event.actor);
  const type = [event.type, event.mode, event.cameo && `CAMEO ${event.cameo}`].filter(Boolean).join(' ');
  const when = event.time.value ? `, ${event.time.value} (${event.time.basis})` : '';
  return [
    `  event ${event.id.padEnd(4)} ${type}: ${roles}; trigger ${quote(text, event.trigger)}; ${event.modality}${when}`,
    ...(event.answers ?? []).map(({ event: id, how }) => `             ${how}: ${id}`),
    ...reasonLines(event),
  ];
}

function reasonLines({ rule, why }: { readonly rule?: string; readonly why?: string }): readonly string[] {
  return [why && `             ${why}`, rule && `             rule: ${rule}`].filter(
    (line) => line !== undefined && line !== '',
  ) as string[];
}

function quote(text: string, span: Span): string {
  return `“${textOf(text, span).replace(/\s+/g, ' ')}”`;
}
