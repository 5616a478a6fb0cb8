// The cells that stand for an item in a table of the terminal.
import type { AnyView, EntityLink, EntityView, RecordDate, Stand } from '../../record/views.ts';

/** `2013-10`, or `~2013-10` where the date is not the text's own but that of its publication. */
export function whenOf({ value, basis }: RecordDate): string {
  if (value === null) return '–';
  return basis === 'published' || basis === 'inferred' ? `~${value}` : value;
}

export const namesOf = (entities: readonly EntityLink[]): string =>
  entities.map((entity) => entity.name).join(', ') || '–';

export const documentOf = ({ evidence: [first] }: AnyView): string => first?.document.title ?? first?.document.id ?? '';

export const quoteOf = (item: AnyView): string => item.evidence[0]?.quote ?? '';

/** `supports, then withdrawn 2014-05-03`: the latest stance, and what its holder did later that goes against it. */
export const stanceAndDeed = ({ stance, deed }: Pick<Stand, 'stance' | 'deed'>): string =>
  deed ? `${stance}, ${deedCell(deed)} ${whenOf(deed.time)}` : stance;

export const deedCell = (deed: NonNullable<Stand['deed']>): string =>
  `then ${deed.kind === 'development' ? deed.what : deed.state}`;

/** The mark of an event that did not simply happen. */
const MARKS = { actual: '', planned: ' (planned)', hypothetical: ' (possible)', negated: ' (not)' } as const;

export function timelineCells(item: AnyView): readonly string[] {
  if (item.kind === 'event') {
    const who = item.recipient.length ? `${namesOf(item.actor)} → ${namesOf(item.recipient)}` : namesOf(item.actor);
    return [whenOf(item.time), item.type + MARKS[item.modality], who, quoteOf(item), documentOf(item)];
  }
  const who = item.kind === 'statement' ? namesOf(item.speaker) : '';
  return [whenOf(item.time), item.kind, who, quoteOf(item), documentOf(item)];
}

export function eventCells(item: AnyView): readonly string[] {
  if (item.kind !== 'event') return [];
  const type = item.mode ? `${item.type} ${item.mode}` : item.type;
  return [whenOf(item.time), type, namesOf(item.actor), namesOf(item.recipient), item.modality, quoteOf(item)];
}

/** Items of any kind on one line each: state or type, parties and subject, words. */
export function itemCells(item: AnyView): readonly string[] {
  const row = (what: string, who: string) => [whenOf(item.time), what, who, quoteOf(item), documentOf(item)];
  switch (item.kind) {
    case 'development':
      return row(item.what, `${item.agreement.name}: ${namesOf(item.by)}`);
    case 'obligation':
      return row('obligation', item.agreement.name);
    case 'meeting':
      return row(['meeting', item.state, item.level].filter(Boolean).join(', '), namesOf(item.parties));
    case 'activity':
      return row(item.state, `${item.activity.name}: ${namesOf(item.parties)}`);
    case 'position':
      return row(item.stance, `${item.actor.name} on ${item.on.name}`);
    default:
      return timelineCells(item);
  }
}

export function statementCells(item: AnyView): readonly string[] {
  if (item.kind !== 'statement') return [];
  return [whenOf(item.time), namesOf(item.speaker), item.cueText || '–', item.contentText, documentOf(item)];
}

export function entityCells(entity: EntityView): readonly string[] {
  const { kind, name, code, partOf, offices, mentions, documents } = entity;
  return [
    kind,
    code ? `${name} (${code})` : name,
    partOf?.name ?? '',
    offices.join('; '),
    String(mentions),
    String(documents),
  ];
}
