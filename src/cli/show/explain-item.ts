// An item of the record, explained: its words, the rule that made it, and the steps from the document to the record.
import type { AnyView, EntityLink, Evidence } from '../../record/views.ts';
import { namesOf, whenOf } from './item-cells.ts';

export function explainedItem(item: AnyView): readonly string[] {
  const lines = [`${item.kind} ${item.id}  ${titleOf(item)}  ${whenOf(item.time)}`, ...partsOf(item)];
  for (const [at, evidence] of item.evidence.entries()) lines.push('', ...tellingLines(evidence, at + 1, item));
  lines.push('', 'steps', ...stepsOf(item).map((step, at) => `  ${at + 1}. ${step}`));
  return lines;
}

function titleOf(item: AnyView): string {
  switch (item.kind) {
    case 'event':
      return [item.type, item.mode, item.cameo && `CAMEO ${item.cameo}`, item.modality].filter(Boolean).join(' ');
    case 'statement':
      return item.form;
    case 'meeting':
      return [item.state, item.level].filter(Boolean).join(', ');
    case 'development':
      return `${item.agreement.name}: ${item.what}`;
    case 'obligation':
      return item.agreement.name;
    case 'activity':
      return `${item.activity.name}: ${item.state}`;
    case 'position':
      return `${item.actor.name} ${item.stance} ${item.on.name}`;
  }
}

/** Who takes which part. */
function partsOf(item: AnyView): readonly string[] {
  const parts: readonly (readonly [string, readonly EntityLink[]])[] =
    item.kind === 'event'
      ? [
          ['actor', item.actor],
          ['recipient', item.recipient],
          ['about', item.about],
          ['place', item.place ? [item.place] : []],
        ]
      : item.kind === 'statement'
        ? [
            ['speaker', item.speaker],
            ['addressee', item.addressee],
            ['via', item.via],
            ['about', item.about],
          ]
        : item.kind === 'meeting' || item.kind === 'activity'
          ? [['parties', item.parties]]
          : item.kind === 'development'
            ? [['by', item.by]]
            : [];
  return parts.flatMap(([name, entities]) => (entities.length > 0 ? [`  ${name}: ${namesOf(entities)}`] : []));
}

function tellingLines({ document, quote, sentence, span, rule, why }: Evidence, number: number, item: AnyView) {
  const count = item.evidence.length > 1 ? ` ${number} of ${item.evidence.length}` : '';
  return [
    `telling${count}: ${document.title ?? document.id} (${document.id}), characters ${span[0]}–${span[1]}`,
    `  words: “${quote}”`,
    ...(sentence.text === quote ? [] : [`  in: “${sentence.text}”`]),
    `  rule: ${rule ?? 'none named'}`,
    ...(why === null ? [] : [`  why: ${why}`]),
  ];
}

const TIME_BASES: Readonly<Record<AnyView['time']['basis'], string>> = {
  expression: 'a time expression in the words gives the date',
  published: "the text gives no date of its own: it is that of the document's publication",
  given: 'the date was given with the document',
  stated: 'the document prints the date',
  inferred: 'the date follows from what the text says',
  unknown: 'no date is known',
};

function stepsOf(item: AnyView): readonly string[] {
  const [first] = item.evidence;
  const rules = [...new Set(item.evidence.flatMap(({ rule }) => rule ?? []))];
  const reported = 'statement' in item && item.statement !== null ? item.statement : null;
  return [
    `read: ${first?.document.id ?? '–'} was cut into passages and sentences, and its words analysed`,
    `coded: ${rules.length > 0 ? rules.join('; ') : 'by a stage that names no rule'}`,
    ...(reported === null ? [] : [`reported: statement ${reported} says so, not the document itself`]),
    ...(item.kind === 'meeting' ? [`derived: from event ${item.event}`] : []),
    `dated: ${TIME_BASES[item.time.basis]}`,
    item.evidence.length > 1
      ? `merged: ${item.evidence.length} tellings agree in type, day and parties; "rapporteur show compare" tells how they differ`
      : 'merged: with nothing; no other document tells the same',
    `reviewed: ${item.review === 'machine' ? 'by nobody yet' : item.review}`,
  ];
}
