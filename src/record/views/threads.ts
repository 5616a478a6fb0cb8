// Threads: everything said and done about one issue, agreement, activity or body.
import type { EntityDetail } from './entities.ts';
import type { AnyView, EntityLink, ItemKind, RecordDate } from './items.ts';
import type { Page } from './page.ts';
import type { ActivityHistory, AgreementView, MeetingEntry, PositionShift, Stand } from './register.ts';
import type { PublisherView } from './sources.ts';

/** All that was said and done about one issue, agreement, activity or body, by date. */
export interface ThreadView {
  readonly id: string;
  readonly entity: EntityLink;
  readonly items: readonly { readonly kind: ItemKind; readonly id: string; readonly time: RecordDate }[];
}

export interface ThreadSummary {
  readonly entity: EntityLink;
  readonly items: number;
  /** That name it. */
  readonly documents: number;
  readonly counts: Readonly<Record<ItemKind, number>>;
  /** First and last day of what is dated, null where nothing is. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Who stood where on a subject in each year: one cell an actor, year and stance. */
export interface PositionMatrix {
  readonly actors: readonly EntityLink[];
  /** Years in which any of these took a stand, in order; `undated` last. */
  readonly periods: readonly string[];
  readonly cells: readonly {
    /** Id of the actor. */
    readonly actor: string;
    readonly period: string;
    readonly stance: Stand['positions'][number]['stance'];
    /** Id of the position quoted: the first of the cell. */
    readonly position: string;
    readonly quote: string;
    /** Id of the document quoted. */
    readonly document: string;
    /** Positions of the same actor, period and stance, the quoted one included. */
    readonly number: number;
  }[];
}

/** What a thread lists beside its items. `course`: the developments of an agreement, the tellings of an activity. */
export type ThreadList = 'actors' | 'shifts' | 'meetings' | 'course' | 'documents' | 'publishers';

export interface ThreadDetail {
  readonly entity: EntityDetail;
  /** What the subject has come to, in words of the register: `suspended`, `under-way`, `held`; null where nothing says. */
  readonly state: { readonly what: string; readonly time: RecordDate; readonly item: string } | null;
  /** Of an agreement. */
  readonly agreement: AgreementView | null;
  /** Of an activity. */
  readonly activity: ActivityHistory | null;
  readonly items: Page<AnyView>;
  readonly positions: PositionMatrix;
  readonly shifts: readonly PositionShift[];
  readonly meetings: readonly MeetingEntry[];
  readonly publishers: readonly PublisherView[];
  /** Of what is shown in part where so much is not asked for: all actors, shifts and meetings, and documents that mention it. */
  readonly totals: {
    readonly actors: number;
    readonly shifts: number;
    readonly meetings: number;
    readonly documents: number;
  };
}
