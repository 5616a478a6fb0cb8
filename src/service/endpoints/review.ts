// The review as one reads it: what waits, what was decided, what holds for nothing any more, how well people agree.
import { QUERIES } from '../queries.ts';
import { endpoint } from './endpoint.ts';
import { filterOf, given } from './filter-of.ts';

export const REVIEW = [
  endpoint({
    path: '/api/review/queue',
    summary: 'Items that wait for a decision, those that most need a look first.',
    query: QUERIES.queue,
    run: ({ record, query }) =>
      record.queue({ ...filterOf(query), order: query.order, ...given('reviewer', query.reviewer) }),
  }),
  endpoint({
    path: '/api/review/history/:id',
    summary: 'All decisions about an item, an entity or a document, and what the reader said before.',
    query: QUERIES.none,
    run: ({ record, id }) => record.history(id),
  }),
  endpoint({
    path: '/api/review/orphans',
    summary: 'Decisions that hold for nothing in the record any more, and why.',
    query: QUERIES.none,
    run: ({ record }) => record.orphans(),
  }),
  endpoint({
    path: '/api/review/reviewers',
    summary: "Who decided how much, how far people agree (Cohen's kappa), how often each rule is right.",
    query: QUERIES.none,
    run: ({ record }) => record.reviewers(),
  }),
  endpoint({
    path: '/api/review/journal',
    summary: 'Every decision, oldest first, without those about what stands in documents that were taken out.',
    query: QUERIES.none,
    run: ({ record }) => record.standingJournal(),
  }),
  endpoint({
    path: '/api/review/taken-out',
    summary: 'Documents that were taken out of the record, the latest first. For who may review.',
    query: QUERIES.none,
    // Whoever only looks is not told the titles of what does not belong here.
    role: 'review',
    run: ({ record }) => record.takenOut(),
  }),
];
