// The registers: agreements, activities, meetings, promises, positions, threads.
import { QUERIES } from '../queries.ts';
import { endpoint } from './endpoint.ts';
import { asOfOf, filterOf, given } from './filter-of.ts';

export const REGISTERS = [
  endpoint({
    path: '/api/agreements',
    summary: 'The register of agreements: state, developments and obligations of each.',
    query: QUERIES.shownRegister,
    run: ({ record, query }) =>
      record.agreements({ ...filterOf(query), ...given('name', query.name), shown: query.shown }),
  }),
  endpoint({
    path: '/api/agreements/:id',
    summary: 'One agreement, with a part of its developments and obligations.',
    query: QUERIES.agreement,
    run: ({ record, id, query }) => record.agreement(id, filterOf(query)),
  }),
  endpoint({
    path: '/api/activities',
    summary: 'Operations, exercises, projects and the like, with state and figures.',
    query: QUERIES.shownRegister,
    run: ({ record, query }) =>
      record.activities({ ...filterOf(query), ...given('name', query.name), shown: query.shown }),
  }),
  endpoint({
    path: '/api/meetings',
    summary: 'Meetings by date, a plan with what became of it.',
    query: QUERIES.register,
    run: ({ record, query }) => record.meetings({ ...filterOf(query), ...given('name', query.name) }),
  }),
  endpoint({
    path: '/api/meetings/latest',
    summary: 'The latest meetings that have a date, the last first.',
    query: QUERIES.latestMeetings,
    run: ({ record, query }) =>
      record.latestMeetings({ ...filterOf(query), ...given('name', query.name), ...given('coming', query.coming) }),
  }),
  endpoint({
    path: '/api/promises',
    summary: 'Promises, offers and requests by date, with what became of them.',
    query: QUERIES.promises,
    run: ({ record, query }) =>
      record.promises({
        ...filterOf(query),
        ...given('name', query.name),
        ...given('promises', query.promise),
        ...given('outcomes', query.outcome),
      }),
  }),
  endpoint({
    path: '/api/promises/latest',
    summary: 'The latest promises, offers and requests, the last first.',
    query: QUERIES.promises,
    run: ({ record, query }) =>
      record.latestPromises({
        ...filterOf(query),
        ...given('name', query.name),
        ...given('promises', query.promise),
        ...given('outcomes', query.outcome),
      }),
  }),
  endpoint({
    path: '/api/stands',
    summary: 'Where each actor stands on each subject, with shifts.',
    query: QUERIES.shownRegister,
    run: ({ record, query }) => record.stands({ ...filterOf(query), ...given('name', query.name), shown: query.shown }),
  }),
  endpoint({
    path: '/api/issues',
    summary: 'Issues most argued over first, with the latest stance of each side.',
    query: QUERIES.shownRegister,
    run: ({ record, query }) => record.issues({ ...filterOf(query), ...given('name', query.name), shown: query.shown }),
  }),
  endpoint({
    path: '/api/threads',
    summary: 'Issues, agreements, activities and bodies that things were said and done about.',
    query: QUERIES.entities,
    run: ({ record, query: { kind, name, limit, offset, ...dates } }) =>
      record.threads({ limit, offset, ...given('kinds', kind), ...given('name', name), ...asOfOf(dates) }),
  }),
  endpoint({
    path: '/api/threads/:id',
    summary: 'All that was said and done about one entity.',
    query: QUERIES.thread,
    run: ({ record, id, query }) =>
      record.thread(id, {
        ...filterOf(query),
        ...given('shown', query.shown),
        ...given('lists', query.lists),
        ...given('whole', query.whole),
      }),
  }),
];
