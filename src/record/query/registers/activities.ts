// The register of activities: what each has come to, who takes part, and every figure that documents give.
import type { Kysely } from 'kysely';
import type { Activity } from '../../../model/items.ts';
import { addTo } from '../../group-by.ts';
import type { RegisterFilter } from '../../queries.ts';
import type { EntityRow, Tables } from '../../schema/tables.ts';
import type { ActivityHistory, ActivityView, EntityLink, EntityView, Page, RecordDate } from '../../views.ts';
import { knownDay } from '../as-of.ts';
import { entityViews } from '../entities.ts';
import { hydrate, hydrateByKey } from '../hydrate.ts';
import { entityLinks } from '../links.ts';
import { inListOrder } from '../list-order.ts';
import { listing } from '../listing.ts';
import { byDate } from '../order.ts';
import { limitOf } from '../page.ts';
import { itemsOfSubject, subjectPage, subjectWith } from '../subjects.ts';

const REGISTER = { kinds: ['activity'], role: 'activity' } as const;

/** A telling of an activity without its words. */
interface Fact {
  readonly key: number;
  readonly id: string;
  readonly state: Activity['state'];
  readonly time: RecordDate;
  readonly parties: readonly EntityLink[];
  readonly figures: Activity['figures'];
}

export async function listActivities(db: Kysely<Tables>, filter: RegisterFilter): Promise<Page<ActivityHistory>> {
  const { total, subjects } = await subjectPage(db, filter, REGISTER);
  return {
    total,
    offset: filter.offset ?? 0,
    limit: filter.limit ?? -1,
    items: await historiesOf(db, filter, subjects),
  };
}

export async function findActivity(
  db: Kysely<Tables>,
  id: string,
  filter: Pick<RegisterFilter, 'asOf' | 'shown'>,
): Promise<ActivityHistory | null> {
  const row = await subjectWith(db, id);
  const [history] = row ? await historiesOf(db, filter, [row]) : [];
  return history && history.total > 0 ? history : null;
}

async function historiesOf(
  db: Kysely<Tables>,
  filter: RegisterFilter,
  subjects: readonly EntityRow[],
): Promise<readonly ActivityHistory[]> {
  const activities = await entityViews(db, subjects);
  const histories: ActivityHistory[] = [];
  for (const [at, activity] of activities.entries()) {
    const subject = subjects[at] as EntityRow;
    const isKnown = knownDay(filter.asOf) !== null;
    histories.push(await (isKnown ? knownHistory : historyOf)(db, filter, activity, subject));
  }
  return histories;
}

async function historyOf(
  db: Kysely<Tables>,
  filter: RegisterFilter,
  activity: EntityView,
  subject: EntityRow,
): Promise<ActivityHistory> {
  const facts = await factsOf(db, filter, subject);
  const shown = facts.slice(0, limitOf(filter.shown)).map(({ key }) => key);
  const views = (await hydrateByKey(db, shown, filter)) as ReadonlyMap<number, ActivityView>;
  return summed(
    activity,
    facts,
    shown.flatMap((key) => views.get(key) ?? []),
  );
}

/** As of a day of knowledge an item is what the tellings known by then say. */
async function knownHistory(
  db: Kysely<Tables>,
  filter: RegisterFilter,
  activity: EntityView,
  subject: EntityRow,
): Promise<ActivityHistory> {
  const keys = await itemsOfSubject(db, filter, REGISTER, subject);
  const views = ((await hydrate(db, keys, filter)) as readonly ActivityView[]).toSorted(byDate);
  return summed(
    activity,
    views.map((view, key) => ({ ...view, key })),
    views.slice(0, limitOf(filter.shown)),
  );
}

/** By date. */
async function factsOf(db: Kysely<Tables>, filter: RegisterFilter, subject: EntityRow): Promise<readonly Fact[]> {
  const items = { ...filter, kinds: REGISTER.kinds };
  const rows = await inListOrder((await listing(db, items, { about: subject.key })).selectAll('l'))
    .select(['i.id', 'i.time_value', 'i.time_basis', 'i.time_start', 'i.time_end', 'i.details'])
    .execute();
  const taking = await (await listing(db, items, { about: subject.key }))
    .innerJoin('items as t', 't.entry', 'l.item')
    .innerJoin('roles as r', 'r.item', 't.key')
    .where('r.role', '=', 'party')
    .select(['l.item', 'r.entity'])
    .orderBy((eb) => eb('t.key', '<>', eb.ref('l.item')))
    .orderBy('t.key')
    .orderBy('r.n')
    .execute();
  const links = await entityLinks(
    db,
    taking.map(({ entity }) => entity),
  );
  const parties = new Map<number, EntityLink[]>();
  for (const { item, entity } of taking) {
    const link = links.get(entity);
    if (link) addTo(parties, item, link);
  }
  return rows.map((row) => ({
    key: row.item,
    id: row.id,
    state: row.type as Fact['state'],
    time: { value: row.time_value, start: row.time_start, end: row.time_end, basis: row.time_basis },
    parties: parties.get(row.item) ?? [],
    figures: (JSON.parse(row.details) as { readonly figures: Fact['figures'] }).figures,
  }));
}

function summed(activity: EntityView, facts: readonly Fact[], tellings: readonly ActivityView[]): ActivityHistory {
  const last = facts.findLast(({ time }) => time.end !== null) ?? facts.at(-1);
  const parties = new Map<string, EntityLink>();
  for (const party of facts.flatMap((fact) => fact.parties)) parties.set(party.id, party);
  return {
    activity,
    state: last ? { what: last.state, time: last.time, item: last.id } : null,
    parties: [...parties.values()],
    tellings,
    total: facts.length,
    figures: figuresOf(facts),
  };
}

function figuresOf(facts: readonly Fact[]): ActivityHistory['figures'] {
  const found = new Map<string, { value: number; of: string; items: string[] }>();
  for (const { id, figures } of facts) {
    for (const { value, of } of figures) {
      const key = `${value} ${of.toLowerCase()}`;
      const figure = found.get(key) ?? { value, of, items: [] };
      found.set(key, figure);
      if (!figure.items.includes(id)) figure.items.push(id);
    }
  }
  return [...found.values()];
}
