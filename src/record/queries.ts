// The questions about what documents together say; `record.ts` adds opening and writing.
import type { EntityFilter } from './query/entities.ts';
import type { ItemFilter } from './query/item-filter.ts';
import type {
  ActivityHistory,
  AgreementView,
  AsOf,
  CompareView,
  FindHit,
  IssueView,
  LatestView,
  MeetingEntry,
  MentionView,
  NetworkView,
  OverallTemperature,
  Page,
  Period,
  PersonView,
  PromiseKind,
  PromiseOutcome,
  PromiseView,
  SourcesView,
  Stand,
  TemperatureView,
  ThreadDetail,
  ThreadList,
  ThreadSummary,
} from './views.ts';

/** What a register is asked for: a filter of its items, and the name of its subject. */
export interface RegisterFilter extends Omit<ItemFilter, 'kinds'> {
  /** Part of a name of the agreement, activity, body or issue; case, accents and punctuation make no difference. */
  readonly name?: string;
  /**
   * At most so many developments and obligations of each agreement are shown, tellings of an activity, positions and
   * shifts of a stand: the first by date; sides of an issue: those with most positions; all without it.
   */
  readonly shown?: number;
}

/** Part of an agreement's developments and obligations; all without it. */
export type AgreementFilter = Pick<ItemFilter, 'asOf' | 'limit' | 'offset'>;

export interface PromiseFilter extends RegisterFilter {
  readonly promises?: readonly PromiseKind[];
  readonly outcomes?: readonly PromiseOutcome[];
}

export interface TemperatureFilter extends Pick<ItemFilter, 'from' | 'to' | 'asOf'> {
  /** Two states or organisations, with what belongs to them; every pair without it. */
  readonly pair?: readonly [string, string];
  /** `month` without it. */
  readonly by?: Period;
}

export interface OverallFilter extends Omit<TemperatureFilter, 'pair'> {
  /** One side of all dealings: a state or organisation, with what belongs to it. */
  readonly entity?: string;
}

export interface NetworkFilter extends Pick<ItemFilter, 'from' | 'to' | 'asOf' | 'types' | 'entities' | 'about'> {
  /** At most so many of the strongest edges; 200 without it. */
  readonly limit?: number;
}

export type PeopleFilter = Omit<EntityFilter, 'kinds'>;

export interface FindFilter extends Omit<ItemFilter, 'kinds' | 'text' | 'entities'> {
  /** Ids of entities in any role; as with other filters of who takes part, leaves statements alone. */
  readonly entities?: readonly string[];
  /** All kinds without it. */
  readonly kinds?: readonly FindHit['kind'][];
}

export interface LatestMeetingsFilter extends RegisterFilter {
  /** So many meetings to come at most, and `limit` of the others, all of them among the last sixty. */
  readonly coming?: number;
}

export type MentionsFilter = Pick<ItemFilter, 'asOf' | 'limit' | 'offset'>;

export interface ThreadFilter extends Pick<ItemFilter, 'asOf' | 'limit' | 'offset'> {
  /** So many actors, shifts, meetings, developments, tellings and documents at most; all without it. */
  readonly shown?: number;
  /** Which of its lists are wanted: the others are empty, and told of in `totals` alone. All without it. */
  readonly lists?: readonly ThreadList[];
  /** Lists that are given as long as they are, whatever is `shown` of the others. */
  readonly whole?: readonly ThreadList[];
}

export interface RecordQueries {
  /** The register of agreements: each with its state, developments and obligations; those told of most first. */
  agreements(filter?: RegisterFilter): Promise<Page<AgreementView>>;
  agreement(id: string, filter?: AgreementFilter): Promise<AgreementView | null>;
  activities(filter?: RegisterFilter): Promise<Page<ActivityHistory>>;
  /** Meetings by date, a plan with what became of it and a meeting with its plans; `name` is of the body. */
  meetings(filter?: RegisterFilter): Promise<Page<MeetingEntry>>;
  /** The latest of those that have a date, the last first. */
  latestMeetings(filter?: LatestMeetingsFilter): Promise<readonly MeetingEntry[]>;
  /** Promises, offers and requests by date, with what became of them. */
  promises(filter?: PromiseFilter): Promise<Page<PromiseView>>;
  /** The same from the latest on, `limit` of them (50 without it), without counting all. */
  latestPromises(filter?: PromiseFilter): Promise<readonly PromiseView[]>;
  /** Where each actor stands on each subject, with shifts; `name` is of the subject. Those with most positions first. */
  stands(filter?: RegisterFilter): Promise<Page<Stand>>;
  /** Issues most argued over first. */
  issues(filter?: RegisterFilter): Promise<Page<IssueView>>;
  /** Issues, agreements, activities and bodies with two items or more; those with most items first. */
  threads(filter?: EntityFilter): Promise<Page<ThreadSummary>>;
  /** Everything about one entity, by its id; null where there is none. */
  thread(id: string, filter?: ThreadFilter): Promise<ThreadDetail | null>;
  /** The sentences that mention an entity, by the date of their document: also where no item was made of them. */
  mentions(id: string, filter?: MentionsFilter): Promise<Page<MentionView>>;
  temperature(filter?: TemperatureFilter): Promise<TemperatureView>;
  /** The same of all pairs together, or of all that one side is of. */
  overallTemperature(filter?: OverallFilter): Promise<OverallTemperature>;
  network(filter?: NetworkFilter): Promise<NetworkView>;
  people(filter?: PeopleFilter): Promise<Page<PersonView>>;
  sources(asOf?: AsOf): Promise<SourcesView>;
  /** How the documents that tell an event differ; null where there is no event of this id, or none tells it by then. */
  compare(eventId: string, asOf?: AsOf): Promise<CompareView | null>;
  /** Full-text search over documents, statements and names of entities. */
  find(words: string, filter?: FindFilter): Promise<Page<FindHit>>;
  /** The last documents by date of publication, with what each told first. */
  latest(window?: { readonly limit?: number; readonly asOf?: AsOf }): Promise<readonly LatestView[]>;
}
