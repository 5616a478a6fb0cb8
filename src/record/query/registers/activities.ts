// The register of activities: what each has come to, who takes part, and every figure that documents give.
import type { Kysely } from 'kysely';
import type { RegisterFilter } from '../../queries.ts';
import type { Tables } from '../../schema/tables.ts';
import type { ActivityHistory, ActivityView, EntityLink, EntityView, Page } from '../../views.ts';
import { entityViews } from '../entities.ts';
import { hydrate } from '../hydrate.ts';
import { byDate, latest } from '../order.ts';
import { itemsOfSubjects, subjectPage } from '../subjects.ts';

export async function listActivities(db: Kysely<Tables>, filter: RegisterFilter): Promise<Page<ActivityHistory>> {
  const register = { kinds: ['activity'], role: 'activity' } as const;
  const { total, subjects } = await subjectPage(db, filter, register);
  const keysOf = await itemsOfSubjects(db, filter, register, subjects);
  const items = new Map<string, ActivityView[]>();
  const keys = [...new Set([...keysOf.values()].flat())];
  for (const view of (await hydrate(db, keys, filter)) as readonly ActivityView[]) {
    items.set(view.activity.id, [...(items.get(view.activity.id) ?? []), view]);
  }
  const activities = await entityViews(db, subjects);
  return {
    total,
    offset: filter.offset ?? 0,
    limit: filter.limit ?? -1,
    items: activities.map((activity) => historyOf(activity, (items.get(activity.id) ?? []).toSorted(byDate))),
  };
}

function historyOf(activity: EntityView, tellings: readonly ActivityView[]): ActivityHistory {
  const last = latest(tellings);
  const parties = new Map<string, EntityLink>();
  for (const party of tellings.flatMap((telling) => telling.parties)) parties.set(party.id, party);
  return {
    activity,
    state: last && { what: last.state, time: last.time, item: last.id },
    parties: [...parties.values()],
    tellings,
    figures: figuresOf(tellings),
  };
}

function figuresOf(tellings: readonly ActivityView[]): ActivityHistory['figures'] {
  const found = new Map<string, { value: number; of: string; items: string[] }>();
  for (const { id, figures } of tellings) {
    for (const { value, of } of figures) {
      const key = `${value} ${of.toLowerCase()}`;
      const figure = found.get(key) ?? { value, of, items: [] };
      found.set(key, figure);
      if (!figure.items.includes(id)) figure.items.push(id);
    }
  }
  return [...found.values()];
}
