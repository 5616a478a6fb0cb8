// The answers of the service as schemas: what openapi.json says of them, held to the contract by the compiler and to
// what the service really answers by tests.
import { z } from 'zod';
import type * as contract from '../contract.ts';
import { documentListing, documentView, entityDetail, entityView, pageOf, summary } from './documents.ts';
import * as items from './items.ts';
import {
  activityHistory,
  agreement,
  issue,
  meetingEntry,
  promise,
  stand,
  threadDetail,
  threadSummary,
} from './registers.ts';
import { marks, network, overallTemperature, person, temperature } from './relations.ts';
import { history, journal, orphans, queueEntry, reviewers, takenOut } from './review.ts';
import { comparison, findHit, latest, searchHit, sources } from './sources.ts';

export const ANSWERS = {
  '/api/record': summary,
  '/api/timeline': pageOf(items.anyItem),
  '/api/marks': marks,
  '/api/documents': pageOf(documentListing),
  '/api/documents/:id': documentView,
  '/api/statements': pageOf(items.statement),
  '/api/events': pageOf(items.event),
  '/api/events/:id': items.event,
  '/api/entities': pageOf(entityView),
  '/api/entities/:id': entityDetail,
  '/api/items/:id': items.anyItem,
  '/api/search': pageOf(searchHit),
  '/api/find': pageOf(findHit),
  '/api/agreements': pageOf(agreement),
  '/api/agreements/:id': agreement,
  '/api/activities': pageOf(activityHistory),
  '/api/meetings': pageOf(meetingEntry),
  '/api/meetings/latest': z.array(meetingEntry),
  '/api/promises': pageOf(promise),
  '/api/promises/latest': z.array(promise),
  '/api/stands': pageOf(stand),
  '/api/issues': pageOf(issue),
  '/api/threads': pageOf(threadSummary),
  '/api/threads/:id': threadDetail,
  '/api/temperature': temperature,
  '/api/temperature/overall': overallTemperature,
  '/api/network': network,
  '/api/people': pageOf(person),
  '/api/sources': sources,
  '/api/compare/:id': comparison,
  '/api/latest': latest,
  '/api/review/queue': pageOf(queueEntry),
  '/api/review/history/:id': history,
  '/api/review/orphans': orphans,
  '/api/review/reviewers': reviewers,
  '/api/review/journal': journal,
  '/api/review/taken-out': takenOut,
} satisfies { [P in keyof contract.Endpoints]: z.ZodType<contract.Endpoints[P]> };

export const REFUSAL = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string(), parameter: z.string().optional() }),
});

/** What openapi.json says once, by name. */
export const PARTS = z.registry<{ id: string }>();
for (const [name, schema] of Object.entries({
  RecordDate: items.recordDate,
  EntityLink: items.entityLink,
  DocumentLink: items.documentLink,
  Evidence: items.evidence,
  Event: items.event,
  Statement: items.statement,
  Meeting: items.meeting,
  Development: items.development,
  Obligation: items.obligation,
  Activity: items.activity,
  Position: items.position,
  Item: items.anyItem,
  DocumentListing: documentListing,
  Document: documentView,
  EntityView: entityView,
  Entity: entityDetail,
  Agreement: agreement,
  ActivityHistory: activityHistory,
  MeetingEntry: meetingEntry,
  Promise: promise,
  Stand: stand,
  Issue: issue,
  Person: person,
  Temperature: temperature,
  OverallTemperature: overallTemperature,
  Network: network,
  Marks: marks,
  Sources: sources,
  Comparison: comparison,
  Refusal: REFUSAL,
})) {
  PARTS.add(schema, { id: name });
}

/** `/api/agreements/:id` -> `AgreementsAnswer`; answers that are a part by themselves keep its name. */
for (const [path, schema] of Object.entries(ANSWERS)) {
  const words = path.split('/').filter((word) => word !== 'api' && /^\w/.test(word));
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  if (!PARTS.has(schema)) PARTS.add(schema, { id: `${name}Answer` });
}
