// What the web application may rely on: the addresses of the service, their query parameters and the JSON they answer.
// Types only, so that a browser bundle may import it.
export type {
  ActivityView,
  AnyView,
  DevelopmentView,
  DocumentLink,
  DocumentListing,
  DocumentText,
  DocumentView,
  EntityDetail,
  EntityLink,
  EntityView,
  EventView,
  Evidence,
  ItemKind,
  MeetingView,
  ObligationView,
  Page,
  PositionView,
  Quoted,
  RecordDate,
  RecordSummary,
  ReviewState,
  SearchHit,
  StatementView,
} from '../record/views.ts';

import type {
  AnyView,
  DocumentListing,
  DocumentView,
  EntityDetail,
  EntityView,
  EventView,
  Page,
  RecordSummary,
  SearchHit,
  StatementView,
} from '../record/views.ts';

/** Every list takes these. `limit` is 1 to 500 (100 without it). */
export interface PageQuery {
  readonly limit?: number;
  readonly offset?: number;
}

/** Filters of timeline, events and statements; all that are given must hold. A list is written comma-separated. */
export interface ItemQuery extends PageQuery {
  /** ISO date or partial date; items that can lie on or after its first day. */
  readonly from?: string;
  /** ISO date or partial date; items that can lie on or before its last day. */
  readonly to?: string;
  /** Event types (`CONSULT,REJECT`). */
  readonly type?: string;
  /** Entity ids; items in which one of them acts or speaks. */
  readonly actor?: string;
  /** Entity ids; items in which one of them takes any part, recipient, addressee, issue and place included. */
  readonly entity?: string;
  /** A document id; the parameter may be repeated (an id may hold a comma). */
  readonly document?: string;
  /** actual | planned | hypothetical | negated, several comma-separated. */
  readonly modality?: string;
  /** Words that stand in the sentence of the evidence. */
  readonly text?: string;
}

export interface TimelineQuery extends ItemQuery {
  /** Kinds of item, comma-separated; `event` without it. */
  readonly kind?: string;
}

export interface EntityQuery extends PageQuery {
  readonly kind?: string;
  /** Part of a name, upper and lower case alike. */
  readonly name?: string;
}

export interface SearchQuery extends PageQuery {
  readonly q: string;
}

/** Address -> answer of every GET endpoint. */
export interface Endpoints {
  '/api/record': RecordSummary;
  '/api/timeline': Page<AnyView>;
  '/api/documents': Page<DocumentListing>;
  '/api/documents/:id': DocumentView;
  '/api/statements': Page<StatementView>;
  '/api/events': Page<EventView>;
  '/api/events/:id': EventView;
  '/api/entities': Page<EntityView>;
  '/api/entities/:id': EntityDetail;
  '/api/items/:id': AnyView;
  '/api/search': Page<SearchHit>;
}

/** Every refusal: status 400 (bad value), 403 (foreign host), 404 (nothing there), 405 (not GET) or 500. */
export interface Refusal {
  readonly error: {
    /** `bad-query` | `not-found` | `bad-method` | `foreign-host` | `failed` */
    readonly code: string;
    readonly message: string;
    /** For `bad-query`: the parameter at fault. */
    readonly parameter?: string;
  };
}
