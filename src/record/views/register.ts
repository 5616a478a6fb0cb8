// The registers: agreements and activities with their state, meetings with what became of plans, promises with their
// outcome, and where each side stands on each issue.
import type { ActivityState, DevelopmentKind, Stance } from '../../model/items.ts';
import type { EntityView } from './entities.ts';
import type {
  ActivityView,
  DevelopmentView,
  EntityLink,
  EventView,
  MeetingView,
  ObligationView,
  PositionView,
  RecordDate,
} from './items.ts';

/** Developments of one agreement that cannot all be true, or that two sides tell differently. */
export interface Contradiction {
  /** What they differ about: `compliance`, `ratification`, `validity` or `amendment`. */
  readonly about: string;
  /** By date. Their evidence says who claims what. */
  readonly claims: readonly DevelopmentView[];
  /** How many claims there are: of an agreement told of often not all are shown. */
  readonly total: number;
}

export interface AgreementView {
  readonly agreement: EntityView;
  /** The last dated development that changes what the agreement is; null where none is told. */
  readonly state: {
    readonly what: DevelopmentKind;
    readonly time: RecordDate;
    /** Id of the development. */
    readonly development: string;
    /** Whether a development of the same or a later date claims otherwise. */
    readonly contradicted: boolean;
  } | null;
  /** By date, undated ones last. */
  readonly developments: readonly DevelopmentView[];
  readonly contradictions: readonly Contradiction[];
  readonly obligations: readonly ObligationView[];
  /** How many there are; those shown may be a part. */
  readonly totals: { readonly developments: number; readonly obligations: number };
}

export interface ActivityHistory {
  readonly activity: EntityView;
  readonly state: { readonly what: ActivityState; readonly time: RecordDate; readonly item: string } | null;
  readonly parties: readonly EntityLink[];
  /** By date. */
  readonly tellings: readonly ActivityView[];
  /** How many there are; those shown may be a part. */
  readonly total: number;
  /** Numbers that any telling gives, each with its words' item; different numbers for one thing stand side by side. */
  readonly figures: readonly { readonly value: number; readonly of: string; readonly items: readonly string[] }[];
}

/** A meeting of the calendar, with the plans that led to it or what became of the plan. */
export interface MeetingEntry {
  readonly meeting: MeetingView;
  /** For a meeting that was planned or considered: the one held or refused; null where none is told. */
  readonly became: MeetingView | null;
  /** For a meeting held or refused: what was planned before, by date. */
  readonly plans: readonly MeetingView[];
}

export type PromiseKind = 'promise' | 'offer' | 'request';
export type PromiseOutcome = 'fulfilled' | 'refused' | 'open';

export interface PromiseView {
  readonly promise: PromiseKind;
  readonly event: EventView;
  /** `open`: nothing found since. */
  readonly outcome: PromiseOutcome;
  /** The event that settles it; null while open. */
  readonly answer: EventView | null;
  /** All events that can answer it, by date, the settling one among them. */
  readonly answers: readonly { readonly how: 'fulfilled' | 'refused'; readonly event: EventView }[];
}

/** Where one actor stands on one subject, over time. */
export interface Stand {
  readonly actor: EntityLink;
  readonly on: EntityLink;
  /** The latest dated stance. */
  readonly stance: Stance;
  /** The position that tells it. */
  readonly latest: PositionView;
  /** What the actor did later to the agreement or activity that goes against it: it left what it had supported. */
  readonly deed: DevelopmentView | ActivityView | null;
  /** By date, undated ones last. */
  readonly positions: readonly PositionView[];
  readonly shifts: readonly PositionShift[];
  /** How many positions there are; those shown, and the shifts, may be a part. */
  readonly total: number;
}

/** A change from one stance to another between two dated positions of one actor on one subject. */
export interface PositionShift {
  readonly actor: EntityLink;
  readonly on: EntityLink;
  readonly before: PositionView;
  readonly after: PositionView;
}

/** An issue, agreement or activity over which sides differ, with the latest stance of each. */
export interface IssueView {
  readonly issue: EntityLink;
  readonly positions: number;
  /** Sides that support times sides that oppose, so that what is argued over comes first. */
  readonly contest: number;
  /** Those with most positions first. */
  readonly sides: readonly {
    readonly actor: EntityLink;
    readonly stance: Stance;
    readonly position: PositionView;
    readonly deed: Stand['deed'];
  }[];
  /** How many sides there are in all, of which a part may be shown. */
  readonly total: number;
}
