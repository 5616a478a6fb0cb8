// The content of a brief, whatever it is printed in: sections of dated entries, each with its words and numbered sources.
import type { AnyView, DocumentLink, RecordDate } from '../../record/views.ts';
import type { Selection, ViewOf } from '../selection/selection.ts';
import { dateWords, MODALITY_WORDS, namesOf, partiesOf } from '../text/words.ts';

export interface Entry {
  readonly id: string;
  readonly date: string;
  /** Who, or what it is about. */
  readonly subject: string;
  /** What, in a few words. */
  readonly what: string;
  /** Quad class of an event; null for other items. */
  readonly quad: 1 | 2 | 3 | 4 | null;
  /** Whether it took place, or holds, as opposed to planned, possible, denied or refused. */
  readonly happened: boolean;
  readonly quote: string;
  /** Numbers of the sources that tell it. */
  readonly sources: readonly number[];
}

export interface Source {
  readonly number: number;
  readonly document: DocumentLink;
  readonly url: string | null;
  readonly date: string;
}

export type Block =
  | { readonly kind: 'section'; readonly title: string; readonly note: string }
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'source'; readonly source: Source };

export const TITLE = 'A brief of the record';
export const PREFACE =
  'Each entry gives the words it rests on; the numbers name its sources, listed at the end. “About” marks a date that is not ' +
  "the text's own but that of its publication. What is planned, possible, denied or refused is marked as such.";

type Told = Pick<Entry, 'subject' | 'what' | 'quad' | 'happened'>;

interface Section<K extends AnyView['kind']> {
  readonly kind: K;
  readonly title: string;
  readonly note: string;
  readonly tell: (item: ViewOf<K>) => Told;
}

const section = <K extends AnyView['kind']>(
  kind: K,
  title: string,
  note: string,
  tell: (item: ViewOf<K>) => Omit<Told, 'quad' | 'happened'> & Partial<Told>,
): Section<K> => ({ kind, title, note, tell: (item) => ({ quad: null, happened: true, ...tell(item) }) });

const MEETINGS = section('meeting', 'Meetings', 'Held, planned, considered and refused.', (meeting) => ({
  subject: [meeting.body?.name, namesOf(meeting.parties.filter(({ id }) => id !== meeting.body?.id))]
    .filter(Boolean)
    .join(': '),
  what: [meeting.state, meeting.level?.replaceAll('-', ' '), meeting.place && `in ${meeting.place.name}`]
    .filter(Boolean)
    .join(', '),
  happened: meeting.state === 'held',
}));
const AGREEMENTS = section(
  'development',
  'Agreements',
  'What became of treaties and documents, by date.',
  (development) => ({
    subject: development.agreement.name,
    what: [development.what.replaceAll('-', ' '), development.by.length > 0 && `by ${namesOf(development.by)}`]
      .filter(Boolean)
      .join(' '),
  }),
);
const EVENTS = section('event', 'Chronology', 'What was done, by date; what has no date comes last.', (event) => ({
  subject: partiesOf(event),
  what: [
    MODALITY_WORDS[event.modality],
    event.type.toLowerCase(),
    event.mode && `(${event.mode})`,
    event.about.length > 0 && `on ${namesOf(event.about)}`,
  ]
    .filter(Boolean)
    .join(' '),
  quad: event.quad,
  happened: event.modality === 'actual',
}));
const POSITIONS = section('position', 'Positions', 'Where actors stand.', (position) => ({
  subject: position.actor.name,
  what: `${position.stance} on ${position.on.name}`,
}));
const ACTIVITIES = section(
  'activity',
  'Activities',
  'Projects, operations and exercises with their state.',
  (activity) => ({
    subject: activity.activity.name,
    what: [activity.state.replaceAll('-', ' '), namesOf(activity.parties)].filter(Boolean).join(', '),
    happened: activity.state !== 'refused',
  }),
);
const STATEMENTS = section('statement', 'Statements', 'Who said what.', (statement) => ({
  subject: namesOf(statement.speaker),
  what: [statement.cueText, statement.addressee.length > 0 && `to ${namesOf(statement.addressee)}`]
    .filter(Boolean)
    .join(' '),
}));

/** All blocks in their order; sources are numbered as they come up. */
export async function* blocksOf(selection: Selection): AsyncGenerator<Block> {
  const numbers = new Map<string, { readonly number: number; readonly document: DocumentLink }>();
  const numberOf = (document: DocumentLink): number => {
    const known = numbers.get(document.id) ?? { number: numbers.size + 1, document };
    numbers.set(document.id, known);
    return known.number;
  };
  async function* entries<K extends AnyView['kind']>({ kind, title, note, tell }: Section<K>): AsyncGenerator<Block> {
    let first = true;
    for await (const item of selection.standing(kind)) {
      if (first) yield { kind: 'section', title, note };
      first = false;
      yield { kind: 'entry', entry: { ...tell(item), ...words(item, numberOf) } };
    }
  }
  yield* entries(MEETINGS);
  yield* entries(AGREEMENTS);
  yield* entries(ACTIVITIES);
  yield* entries(EVENTS);
  yield* entries(POSITIONS);
  yield* entries(STATEMENTS);
  yield { kind: 'section', title: 'Sources', note: numbers.size === 0 ? 'Nothing in the record fits.' : '' };
  for (const { number, document } of numbers.values()) {
    const url = (await selection.library.get(document.id))?.url ?? null;
    yield { kind: 'source', source: { number, document, url, date: dateWords(document.published) } };
  }
}

function words(item: AnyView, numberOf: (document: DocumentLink) => number) {
  const date: RecordDate = item.time;
  const quote = item.kind === 'statement' ? item.contentText : (item.evidence[0]?.quote ?? '');
  const sources = [...new Set(item.evidence.map(({ document }) => numberOf(document)))];
  return { id: item.id, date: dateWords(date), quote, sources };
}
