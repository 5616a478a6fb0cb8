// What the record answers: the items of all documents with their entities, dates and evidence looked up, ready to show.
import type { MentionForm, TimexType } from '../model/analysis.ts';
import type { DateBasis, PassageKind } from '../model/document.ts';
import type {
  ActivityState,
  DevelopmentKind,
  Diagnostic,
  EntityKind,
  MeetingLevel,
  MeetingState,
  Modality,
  Stance,
  StatementForm,
} from '../model/items.ts';
import type { Context, EventType, Quad } from '../model/plover.ts';
import type { Span } from '../model/span.ts';

/** What a person decided about an item: `machine` where nobody looked yet. */
export type ReviewState = 'machine' | 'accepted' | 'corrected' | 'rejected' | 'added';

/**
 * A date that stays as uncertain as the text leaves it. `value` is the ISO date, partial date or interval itself;
 * `start` and `end` are the first and last day it can mean (`2013-10` is 2013-10-01 to 2013-10-31), null where unknown.
 */
export interface RecordDate {
  readonly value: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly basis: DateBasis | 'expression' | 'published';
}

export interface EntityLink {
  readonly id: string;
  readonly name: string;
  readonly kind: EntityKind;
  /** ISO 3166-1 alpha-3, for states. */
  readonly code: string | null;
}

export interface DocumentLink {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: RecordDate;
}

/** The words an item rests on. All spans count UTF-16 code units of the document's text. */
export interface Evidence {
  readonly document: DocumentLink;
  readonly span: Span;
  /** The words of `span`. */
  readonly quote: string;
  /** The word or words that name an event; null for other items. */
  readonly trigger: Span | null;
  /** Other places of the same document that tell the same. */
  readonly also: readonly Span[];
  /** The sentence (or sentences) around the span, for reading it in context. */
  readonly sentence: { readonly span: Span; readonly text: string };
  readonly rule: string | null;
  readonly why: string | null;
}

/** Words of one of the documents that tell an item. */
export interface Quoted {
  /** Id of the document. */
  readonly document: string;
  readonly span: Span;
  readonly quote: string;
}

interface ItemView {
  readonly id: string;
  readonly time: RecordDate;
  /** At least one; several where several documents tell the same. The first is the earliest document's. */
  readonly evidence: readonly Evidence[];
  readonly review: ReviewState;
}

export interface EventView extends ItemView {
  readonly kind: 'event';
  readonly type: EventType;
  readonly mode: string | null;
  /** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
  readonly quad: Quad;
  readonly contexts: readonly Context[];
  readonly actor: readonly EntityLink[];
  readonly recipient: readonly EntityLink[];
  readonly about: readonly EntityLink[];
  readonly place: EntityLink | null;
  readonly modality: Modality;
  readonly background: boolean;
  /** Id of the statement that reports it, null where a document itself does. */
  readonly statement: string | null;
  /** PLOVER's conflict-cooperation score, -10 to 10. */
  readonly score: number;
  readonly cameo: string | null;
}

export interface StatementView extends ItemView {
  readonly kind: 'statement';
  readonly speaker: readonly EntityLink[];
  readonly addressee: readonly EntityLink[];
  readonly about: readonly EntityLink[];
  readonly via: readonly EntityLink[];
  readonly form: StatementForm;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** The words of the cue, empty where there is none. */
  readonly cueText: string;
  /** The words of the content, pieces joined by " … ". */
  readonly contentText: string;
}

export interface MeetingView extends ItemView {
  readonly kind: 'meeting';
  /** Id of the event it is. */
  readonly event: string;
  readonly parties: readonly EntityLink[];
  readonly body: EntityLink | null;
  readonly level: MeetingLevel | null;
  readonly place: EntityLink | null;
  readonly state: MeetingState;
  readonly agenda: readonly Quoted[];
  readonly outcome: readonly Quoted[];
}

export interface DevelopmentView extends ItemView {
  readonly kind: 'development';
  readonly agreement: EntityLink;
  readonly what: DevelopmentKind;
  readonly by: readonly EntityLink[];
}

export interface ObligationView extends ItemView {
  readonly kind: 'obligation';
  readonly agreement: EntityLink;
}

export interface ActivityView extends ItemView {
  readonly kind: 'activity';
  readonly activity: EntityLink;
  readonly parties: readonly EntityLink[];
  readonly state: ActivityState;
  readonly figures: readonly { readonly span: Span; readonly value: number; readonly of: string }[];
}

export interface PositionView extends ItemView {
  readonly kind: 'position';
  readonly actor: EntityLink;
  readonly on: EntityLink;
  readonly stance: Stance;
  readonly statement: string | null;
}

/** Any item of the record; `kind` tells which. */
export type AnyView =
  | EventView
  | StatementView
  | MeetingView
  | DevelopmentView
  | ObligationView
  | ActivityView
  | PositionView;

export type ItemKind = AnyView['kind'];

export interface EntityView extends EntityLink {
  readonly partOf: EntityLink | null;
  readonly offices: readonly string[];
  /** Names the documents use for it, most frequent first. */
  readonly names: readonly string[];
  readonly documents: number;
  readonly mentions: number;
}

export interface EntityDetail extends EntityView {
  /** In date order; how often each document mentions it. */
  readonly mentionedIn: readonly { readonly document: DocumentLink; readonly mentions: number }[];
  /** Entities that belong to it. */
  readonly parts: readonly EntityLink[];
  /** How many items of each kind it takes part in, in any role. */
  readonly counts: Readonly<Record<ItemKind, number>>;
}

/** An entity with every place that mentions it. */
export interface EntityMentions extends EntityView {
  /** By document, as documents are ordered, then in text order; `document` is its id. */
  readonly mentionsAt: readonly { readonly document: string; readonly span: Span; readonly form: MentionForm }[];
}

/** All that was said and done about one issue, agreement, activity or body, by date. */
export interface ThreadView {
  readonly id: string;
  readonly entity: EntityLink;
  readonly items: readonly { readonly kind: ItemKind; readonly id: string; readonly time: RecordDate }[];
}

/** A row of the review journal. */
export interface ReviewEntry {
  /** Names the item by its words (`contentKeyOf`). */
  readonly item: string;
  readonly who: string;
  readonly when: string;
  readonly what: string;
  readonly change: unknown;
}

export interface DocumentListing extends DocumentLink {
  readonly author: string | null;
  readonly language: string | null;
  readonly url: string | null;
  /** Length of the text in UTF-16 code units. */
  readonly length: number;
  readonly counts: Readonly<Record<ItemKind, number>>;
}

/** A document's text with what the language and its head say of it. */
export interface DocumentText extends DocumentListing {
  readonly text: string;
  readonly passages: readonly { readonly span: Span; readonly kind: PassageKind }[];
  /** `passage` is the index of the passage it stands in. */
  readonly sentences: readonly { readonly span: Span; readonly passage: number }[];
  readonly entities: readonly (EntityLink & {
    readonly mentions: readonly { readonly span: Span; readonly form: MentionForm }[];
  })[];
  readonly times: readonly { readonly span: Span; readonly type: TimexType; readonly value: string }[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A document with all that was read in it. Its own evidence comes first in what other documents tell too. */
export interface DocumentView extends DocumentText {
  readonly statements: readonly StatementView[];
  readonly events: readonly EventView[];
  readonly meetings: readonly MeetingView[];
  readonly developments: readonly DevelopmentView[];
  readonly obligations: readonly ObligationView[];
  readonly activities: readonly ActivityView[];
  readonly positions: readonly PositionView[];
}

/** A sentence that full-text search found. */
export interface SearchHit {
  readonly document: DocumentLink;
  readonly sentence: { readonly span: Span; readonly text: string };
  /** The words that matched, as spans of the document. */
  readonly matches: readonly Span[];
  /** Ids of the items whose evidence lies in the sentence. */
  readonly items: readonly { readonly kind: ItemKind; readonly id: string }[];
}

/** A part of a longer list: `total` items match, `items` are those from `offset` on, at most `limit`. */
export interface Page<T> {
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
  readonly items: readonly T[];
}

export interface RecordSummary {
  readonly format: 1;
  /** Version of the program that answers. */
  readonly version: string;
  readonly documents: number;
  readonly entities: number;
  readonly counts: Readonly<Record<ItemKind, number>>;
  /** First and last day of what is dated, null where nothing is. */
  readonly from: string | null;
  readonly to: string | null;
  /** Events without a date. */
  readonly undated: number;
}
