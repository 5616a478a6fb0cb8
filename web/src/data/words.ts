// The words the page uses for what the record holds.
import { MONTHS, pointWords } from '../../../src/record/date-words.ts';
import type {
  AnyView,
  EntityLink,
  EventView,
  ItemKind,
  MeetingView,
  RecordDate,
} from '../../../src/service/contract.ts';

const BASIS: Readonly<Record<string, string>> = {
  published: 'day of publication',
  inferred: 'inferred from the text',
};

/** What is said beside a date that cannot be read. */
export const HOW_TO_WRITE_DATES = 'write 2007, 2007-12 or 31 December 2007';

/** A date as far as it is known: `23 October 2013`, `October 2013`, `2013`, `October – November 2013`. */
export function dateWords({ value }: Pick<RecordDate, 'value'>): string {
  if (value === null) return 'undated';
  return value.split('/').map(pointWords).join(' – ');
}

/** What an uncertain date rests on; empty where the text gives the date. */
export function basisWords({ value, basis }: RecordDate): string {
  return value === null ? '' : (BASIS[basis] ?? '');
}

/** The moment of a decision, in UTC: `12 May 2026, 14:05`. */
export const momentWords = (when: string): string =>
  `${dateWords({ value: when.slice(0, 10) })}, ${when.slice(11, 16)}`;

/** The dates looked at: `as of 31 December 2007, as known by 2008`; empty for now. */
export const asOfWords = ({ world, known }: { readonly world: string; readonly known: string }): string =>
  [world && `as of ${dateWords({ value: world })}`, known && `as known by ${dateWords({ value: known })}`]
    .filter(Boolean)
    .join(', ');

/** A score with its sign: `+3.2`, `−6`. */
export const scoreWords = (score: number, digits = 1): string =>
  `${score > 0 ? '+' : ''}${score.toFixed(digits)}`.replace('-', '−');

/** What the service says of itself, as a sentence of the page. */
export const sentenceOf = (message: string): string =>
  message.charAt(0).toUpperCase() + message.slice(1) + (/[.!?]$/.test(message) ? '' : '.');

export function yearOf(date: RecordDate): string {
  return date.start?.slice(0, 4) ?? '';
}

/** Stands where a text names nobody. */
const NOBODY = 'nobody named';

/** `NATO and Russia`, `the United States, France and Germany`, or `nobody named`. */
export function listWords(entities: readonly EntityLink[], most = 4): string {
  const names = entities.slice(0, most).map((entity) => entity.name);
  if (entities.length > most) names.push(`${entities.length - most} more`);
  return names.length < 2 ? (names[0] ?? NOBODY) : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Who did it, and to whom where that is known. */
export function partiesOf(event: EventView): string {
  const actors = listWords(event.actor);
  return event.recipient.length ? `${actors} → ${listWords(event.recipient)}` : actors;
}

/** The line that names an item. */
export function titleOf(item: AnyView): string {
  switch (item.kind) {
    case 'event':
      return partiesOf(item);
    case 'statement':
      return listWords(item.speaker);
    case 'meeting':
      return listWords(item.parties);
    case 'development':
    case 'obligation':
      return item.agreement.name;
    case 'activity':
      return item.activity.name;
    case 'position':
      return `${item.actor.name} on ${item.on.name}`;
  }
}

/** The line that says what kind of thing an item is. */
export function labelOf(item: AnyView): string {
  switch (item.kind) {
    case 'event':
      return [verbOf(item.type), item.mode?.replaceAll('-', ' ')].filter(Boolean).join(' · ');
    case 'statement':
      return [item.cueText || 'says', item.form].join(' · ');
    case 'meeting':
      return ['meeting', levelWords(item.level), item.state].filter(Boolean).join(' · ');
    case 'development':
      return ['agreement', item.what.replaceAll('-', ' ')].join(' · ');
    case 'obligation':
      return 'agreement · obligation';
    case 'activity':
      return ['activity', item.state.replace('-', ' ')].join(' · ');
    case 'position':
      return ['position', item.stance].join(' · ');
  }
}

/** Who meets; empty where that is not told. */
export const levelWords = (level: MeetingView['level']): string =>
  level === null || level === 'other' ? '' : level === 'heads' ? 'leaders' : level.replace('-', ' ');

/** How an agreement, activity, meeting or issue stands: `under way`, `supports`; an event's type as a verb. */
export const stateWords = (what: string): string =>
  VERBS[what.toUpperCase() as EventView['type']] ?? what.replaceAll('-', ' ');

/** What an event type means as a verb, for lines that read as sentences. */
const VERBS: Readonly<Record<EventView['type'], string>> = {
  AGREE: 'agrees or promises',
  CONSULT: 'meets or talks',
  SUPPORT: 'supports',
  CONCEDE: 'concedes',
  COOPERATE: 'cooperates',
  AID: 'gives aid',
  RETREAT: 'steps back',
  REQUEST: 'asks or proposes',
  ACCUSE: 'accuses or criticises',
  REJECT: 'rejects',
  THREATEN: 'threatens or warns',
  PROTEST: 'protests',
  SANCTION: 'suspends or sanctions',
  MOBILIZE: 'mobilises',
  COERCE: 'coerces',
  ASSAULT: 'attacks',
};

export const verbOf = (type: EventView['type']): string => VERBS[type];

export const QUAD_WORDS = [
  'words',
  'cooperation in words',
  'cooperation in deeds',
  'conflict in words',
  'conflict in deeds',
] as const;

const KIND_WORDS: Readonly<Record<EntityLink['kind'], string>> = {
  state: 'state',
  organization: 'organisation',
  body: 'body',
  person: 'person',
  group: 'group',
  agreement: 'agreement',
  activity: 'activity',
  issue: 'issue',
  place: 'place',
};

export const kindWords = (kind: EntityLink['kind']): string => KIND_WORDS[kind];

/** Kinds of item in the plural, as headings and filters name them. */
export const ITEM_WORDS: Readonly<Record<ItemKind, string>> = {
  event: 'Events',
  statement: 'Statements',
  meeting: 'Meetings',
  development: 'Agreements',
  obligation: 'Obligations',
  activity: 'Activities',
  position: 'Positions',
};

const REVIEW_WORDS: Readonly<Record<AnyView['review'], string>> = {
  machine: 'read by the program, not reviewed',
  accepted: 'accepted by a person',
  corrected: 'corrected by a person',
  rejected: 'rejected by a person',
  added: 'added by a person',
};

export const reviewWords = (state: AnyView['review']): string => REVIEW_WORDS[state];

/** Rules that have no words of their own, and what they do. */
const RULES: Readonly<Record<string, string>> = {
  tagger: 'the network that finds reported speech',
  interview: 'the turns of an interview',
  duty: 'a duty told in the text',
  'activity-states': 'how the activity is told',
};

/** What each table of the lexicon holds; beginnings of their names. */
const TABLES: readonly (readonly [table: string, holds: string])[] = [
  ['verbs', 'verb'],
  ['nouns', 'noun'],
  ['adjectives', 'adjective'],
  ['cues', 'speech word'],
  ['stances', 'word of taking a stand'],
  ['activity', 'word on an activity'],
  ['developments', 'word on an agreement'],
  ['obligations', 'word of duty'],
];

/** What a rule goes by, for a person: `verbs-help.tsv free obj=*` -> `the verb “free”`. */
export function ruleWords(rule: string): string {
  const [, table = '', words = ''] = /^([\w-]+)\.tsv(?: ([^=!]+?))?(?: !?[\w*]+=.*)?$/.exec(rule) ?? [];
  const holds = TABLES.find(([begin]) => table.startsWith(begin))?.[1];
  if (holds) return words ? `the ${holds} “${words}”` : `a ${holds}`;
  return RULES[rule] ?? `the rule ${rule}`;
}

/** Whether it happened, in words. */
export const MODALITY_WORDS: Readonly<Record<EventView['modality'], string>> = {
  actual: 'yes',
  planned: 'planned',
  hypothetical: 'only possible',
  negated: 'no, denied',
};

/** `1 event`, `3,204 events`. */
export function countWords(number: number, word: string, plural = `${word}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? word : plural}`;
}

/** A day, month or year short enough for a table: `23 Oct 2013`, `Oct 2013`; `~23 Oct 2013` where the text does not give it. */
export function shortDate({ value, basis }: Pick<RecordDate, 'value'> & Partial<Pick<RecordDate, 'basis'>>): string {
  const words = dateWords({ value }).replace(/[A-Z][a-z]+/g, (name) =>
    MONTHS.includes(name) ? name.slice(0, 3) : name,
  );
  return value !== null && basis !== undefined && basis in BASIS ? `~${words}` : words;
}
