// The items of the record with their entities, dates and evidence looked up, ready to show.

import type { DateBasis } from '../../model/document.ts';
import type {
  ActivityState,
  DevelopmentKind,
  EntityKind,
  MeetingLevel,
  MeetingState,
  Modality,
  Stance,
  StatementForm,
} from '../../model/items.ts';
import type { Context, EventType, Quad } from '../../model/plover.ts';
import type { Span } from '../../model/span.ts';

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
  /** Id of the event it is; empty where a person added it. */
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
