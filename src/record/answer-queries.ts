// Answers the questions about what documents together say, from an open database.
import type { Kysely } from 'kysely';
import type { RecordQueries } from './queries.ts';
import { compareTellings } from './query/compare.ts';
import { find } from './query/find.ts';
import { latestNews } from './query/latest.ts';
import { mentionsOf } from './query/mentions.ts';
import { listActivities } from './query/registers/activities.ts';
import { findAgreement, listAgreements } from './query/registers/agreements.ts';
import { listIssues } from './query/registers/issues.ts';
import { latestMeetings, listMeetings } from './query/registers/meetings.ts';
import { latestPromises, listPromises } from './query/registers/promises.ts';
import { listStands } from './query/registers/stands.ts';
import { network } from './query/relations/network.ts';
import { overallTemperature } from './query/relations/overall.ts';
import { listPeople } from './query/relations/people.ts';
import { temperature } from './query/relations/temperature.ts';
import { findSources } from './query/sources.ts';
import { findThread } from './query/thread.ts';
import { listThreads } from './query/threads.ts';
import type { Tables } from './schema/tables.ts';

/** @param settled gives the database when everything that was added is written and merged */
export function answerQueries(settled: () => Promise<Kysely<Tables>>): RecordQueries {
  return {
    agreements: async (filter = {}) => listAgreements(await settled(), filter),
    agreement: async (id, filter = {}) => findAgreement(await settled(), id, filter),
    activities: async (filter = {}) => listActivities(await settled(), filter),
    meetings: async (filter = {}) => listMeetings(await settled(), filter),
    latestMeetings: async (filter = {}) => latestMeetings(await settled(), filter),
    promises: async (filter = {}) => listPromises(await settled(), filter),
    latestPromises: async (filter = {}) => latestPromises(await settled(), filter),
    stands: async (filter = {}) => listStands(await settled(), filter),
    issues: async (filter = {}) => listIssues(await settled(), filter),
    threads: async (filter = {}) => listThreads(await settled(), filter),
    thread: async (id, filter = {}) => findThread(await settled(), id, filter),
    mentions: async (id, filter = {}) => mentionsOf(await settled(), id, filter),
    temperature: async (filter = {}) => temperature(await settled(), filter),
    overallTemperature: async (filter = {}) => overallTemperature(await settled(), filter),
    network: async (filter = {}) => network(await settled(), filter),
    people: async (filter = {}) => listPeople(await settled(), filter),
    sources: async (asOf) => findSources(await settled(), asOf),
    compare: async (eventId, asOf) => compareTellings(await settled(), eventId, asOf),
    find: async (words, filter = {}) => find(await settled(), words, filter),
    latest: async (window = {}) => latestNews(await settled(), window),
  };
}
