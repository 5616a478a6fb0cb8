// What the web application may rely on: the addresses of the service and the JSON they answer. openapi.json says the
// same with every parameter. Types only, so that a browser bundle may import it.
export type * from '../record/views.ts';

import type {
  ActivityHistory,
  AgreementView,
  AnyView,
  CompareView,
  DocumentListing,
  DocumentView,
  EntityDetail,
  EntityView,
  EventView,
  FindHit,
  IssueView,
  LatestView,
  MarksView,
  MeetingEntry,
  NetworkView,
  Orphan,
  OverallTemperature,
  Page,
  PersonView,
  PromiseView,
  QueueEntry,
  RecordSummary,
  ReviewEntry,
  ReviewersView,
  ReviewHistory,
  SearchHit,
  SourcesView,
  Stand,
  StatementView,
  TakenOut,
  TemperatureView,
  ThreadDetail,
  ThreadSummary,
} from '../record/views.ts';

/** Address -> answer of every GET endpoint. */
export interface Endpoints {
  '/api/record': RecordSummary;
  '/api/timeline': Page<AnyView>;
  '/api/marks': MarksView;
  '/api/documents': Page<DocumentListing>;
  '/api/documents/:id': DocumentView;
  '/api/statements': Page<StatementView>;
  '/api/events': Page<EventView>;
  '/api/events/:id': EventView;
  '/api/entities': Page<EntityView>;
  '/api/entities/:id': EntityDetail;
  '/api/items/:id': AnyView;
  '/api/search': Page<SearchHit>;
  '/api/find': Page<FindHit>;
  '/api/agreements': Page<AgreementView>;
  '/api/agreements/:id': AgreementView;
  '/api/activities': Page<ActivityHistory>;
  '/api/meetings': Page<MeetingEntry>;
  '/api/meetings/latest': readonly MeetingEntry[];
  '/api/promises': Page<PromiseView>;
  '/api/promises/latest': readonly PromiseView[];
  '/api/stands': Page<Stand>;
  '/api/issues': Page<IssueView>;
  '/api/threads': Page<ThreadSummary>;
  '/api/threads/:id': ThreadDetail;
  '/api/temperature': TemperatureView;
  '/api/temperature/overall': OverallTemperature;
  '/api/network': NetworkView;
  '/api/people': Page<PersonView>;
  '/api/sources': SourcesView;
  '/api/compare/:id': CompareView;
  '/api/latest': readonly LatestView[];
  '/api/review/queue': Page<QueueEntry>;
  '/api/review/history/:id': ReviewHistory;
  '/api/review/orphans': readonly Orphan[];
  '/api/review/reviewers': ReviewersView;
  '/api/review/journal': readonly ReviewEntry[];
  '/api/review/taken-out': readonly TakenOut[];
}

/** Every refusal: status 400 (bad value), 401 (not logged in), 403, 404 (nothing there), 405, 413, 429 or 500. */
export interface Refusal {
  readonly error: {
    /** `bad-query` | `not-found` | `bad-method` | `foreign-host` | `failed` … */
    readonly code: string;
    readonly message: string;
    /** For `bad-query`: the parameter at fault. */
    readonly parameter?: string;
  };
}
