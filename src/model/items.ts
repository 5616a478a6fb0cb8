// The items of a reading (format.md, part 1): entities, statements, events and what is derived from them.
import type { Mention } from './analysis.ts';
import type { Context, EventType } from './plover.ts';
import type { Span, SpanOrPieces } from './span.ts';

/** What any item may carry: the rule or model that made it, and a line for a person. */
export interface Reasoned {
  readonly rule?: string;
  readonly why?: string;
}

export const ENTITY_KINDS = [
  'state',
  'organization',
  'body',
  'person',
  'group',
  'agreement',
  'activity',
  'issue',
  'place',
] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** The kinds of item that a record keeps, events first. */
export const ITEM_KINDS = [
  'event',
  'statement',
  'meeting',
  'development',
  'obligation',
  'activity',
  'position',
] as const;

export interface Entity extends Reasoned {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** ISO 3166-1 alpha-3, for states. */
  readonly code: string | null;
  /** Id of the state or organisation it belongs to. */
  readonly partOf: string | null;
  readonly offices: readonly string[];
  readonly mentions: readonly Mention[];
}

export const STATEMENT_FORMS = ['direct', 'indirect', 'mixed'] as const;
export type StatementForm = (typeof STATEMENT_FORMS)[number];

/** Reported speech, writing, thought or intention with its source (PolNeAR: source, cue, content). */
export interface Statement extends Reasoned {
  readonly id: string;
  readonly speaker: readonly string[];
  readonly addressee: readonly string[];
  readonly source: SpanOrPieces;
  readonly cue: SpanOrPieces;
  readonly content: readonly Span[];
  readonly form: StatementForm;
  /** Who relays it: outlet, newspaper, expert, in the order from the document inwards. */
  readonly via: readonly string[];
  readonly about: readonly string[];
  /** When it was said, where the text tells: "said on Monday"; nothing stands for the day of publication. */
  readonly time?: EventTime;
  /** Id of the place or state where it was said, where the text tells. */
  readonly place?: string;
}

export const MODALITIES = ['actual', 'planned', 'hypothetical', 'negated'] as const;
export type Modality = (typeof MODALITIES)[number];

/** When something was: an ISO date, partial date or interval, and what it rests on. */
export interface EventTime {
  readonly value: string | null;
  readonly basis: 'expression' | 'published' | 'unknown';
}

/** What a plain date rests on where that is not the text: on the day of publication, which stands for an unknown day. */
interface Dated {
  readonly time: string | null;
  readonly basis?: 'published';
}

/** A promise, offer or request of the same document that an event answers. */
export interface Answer {
  /** Id of the promise or request. */
  readonly event: string;
  readonly how: 'fulfilled' | 'refused';
}

export interface Event extends Reasoned {
  readonly id: string;
  readonly type: EventType;
  readonly mode: string | null;
  readonly contexts: readonly Context[];
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  readonly about: readonly string[];
  readonly place: string | null;
  readonly trigger: Span;
  readonly evidence: Span;
  /** Other places of the document that tell the same. */
  readonly also?: readonly Span[];
  readonly time: EventTime;
  readonly modality: Modality;
  readonly background: boolean;
  /** Id of the statement that reports it, null where the document itself does. */
  readonly statement: string | null;
  readonly score: number;
  /** CAMEO code of two to four digits, as a string. */
  readonly cameo?: string;
  /** The promises and requests that it fulfils or refuses. */
  readonly answers?: readonly Answer[];
}

export const DEVELOPMENTS = [
  'proposed',
  'negotiated',
  'signed',
  'ratified',
  'not-ratified',
  'entered-into-force',
  'implemented',
  'suspended',
  'withdrawn',
  'violated',
  'accused-of-violation',
  'amended',
  'amendment-proposed',
  'amendment-rejected',
  'rejected',
  'reaffirmed',
  'agreed',
  'adopted',
] as const;
export type DevelopmentKind = (typeof DEVELOPMENTS)[number];

/** What is derived from events, statements and words that tell it alone. */
interface Derived extends Reasoned {
  /** Ids of the events or the statement that it rests on: where all of them are wrong, so is it. */
  readonly grounds?: readonly string[];
}

export interface Development extends Derived, Dated {
  readonly what: DevelopmentKind;
  readonly by: readonly string[];
  readonly evidence: Span;
}

export interface Obligation extends Reasoned {
  readonly evidence: Span;
}

export interface Agreement {
  readonly entity: string;
  readonly developments: readonly Development[];
  readonly obligations: readonly Obligation[];
}

export const MEETING_LEVELS = [
  'heads',
  'foreign-ministers',
  'defence-ministers',
  'ambassadors',
  'officials',
  'experts',
  'other',
] as const;
export type MeetingLevel = (typeof MEETING_LEVELS)[number];
export const MEETING_STATES = ['held', 'planned', 'considered', 'refused'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

export interface Meeting extends Reasoned, Dated {
  readonly event: string;
  readonly parties: readonly string[];
  readonly body: string | null;
  readonly level: MeetingLevel | null;
  readonly place: string | null;
  readonly state: MeetingState;
  readonly evidence: Span;
  readonly agenda?: readonly Span[];
  readonly outcome?: readonly Span[];
}

export const ACTIVITY_STATES = [
  'proposed',
  'agreed',
  'planned',
  'under-way',
  'completed',
  'suspended',
  'ended',
  'refused',
  'averted',
] as const;
export type ActivityState = (typeof ACTIVITY_STATES)[number];

export interface Figure {
  readonly span: Span;
  readonly value: number;
  readonly of: string;
}

export interface Activity extends Derived {
  readonly entity: string;
  readonly parties: readonly string[];
  readonly state: ActivityState;
  readonly evidence: Span;
  readonly figures: readonly Figure[];
}

export const STANCES = ['supports', 'opposes', 'conditional', 'concerned', 'neutral'] as const;
export type Stance = (typeof STANCES)[number];

export interface Position extends Derived {
  readonly actor: string;
  readonly on: string;
  readonly stance: Stance;
  readonly evidence: Span;
  readonly statement: string | null;
  /** The date that the text gives the act by which the stand is taken: "rejected the plan on Monday". */
  readonly time?: EventTime;
}

/** Something that could not be read, with its place; the rest of the document is read all the same. */
export interface Diagnostic {
  readonly code: string;
  readonly span: Span | null;
  readonly message: string;
}
