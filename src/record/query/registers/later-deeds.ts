// What became of a stand: the deed by which its holder later went against it.
import type { Kysely } from 'kysely';
import type { ActivityState, DevelopmentKind, EntityKind, Stance } from '../../../model/items.ts';
import { groupBy } from '../../group-by.ts';
import type { RegisterFilter } from '../../queries.ts';
import { groundsAround } from '../../review/grounds.ts';
import type { Role, Tables } from '../../schema/tables.ts';
import type { ActivityView, DevelopmentView } from '../../views.ts';
import { hydrateByKey } from '../hydrate.ts';
import { inPieces } from '../links.ts';
import { compare } from '../order.ts';
import { type Register, subjectItems } from '../subjects.ts';

/** What an actor does to an agreement or activity by which it shows whether it is for it, and where that is told. */
interface Deeds extends Register {
  readonly who: Role;
  readonly stances: Readonly<Partial<Record<DevelopmentKind | ActivityState, Stance>>>;
  /** Whether those in the role are all that take part, so that the event which tells it says whose deed it is. */
  readonly isOfAll: boolean;
}

const DEEDS: Readonly<Partial<Record<EntityKind, Deeds>>> = {
  agreement: {
    kinds: ['development'],
    role: 'agreement',
    who: 'by',
    isOfAll: false,
    stances: {
      agreed: 'supports',
      adopted: 'supports',
      signed: 'supports',
      ratified: 'supports',
      reaffirmed: 'supports',
      rejected: 'opposes',
      suspended: 'opposes',
      withdrawn: 'opposes',
    },
  },
  activity: {
    kinds: ['activity'],
    role: 'activity',
    who: 'party',
    isOfAll: true,
    stances: { suspended: 'opposes', ended: 'opposes' },
  },
};
/** Who is concerned or sets conditions may sign, and may leave. */
const AGAINST: Readonly<Partial<Record<Stance, Stance>>> = { supports: 'opposes', opposes: 'supports' };

/** The latest stand of an actor on a subject, by their keys. */
export interface LatestStand {
  readonly actor: number;
  readonly subject: number;
  readonly stance: Stance;
  /** The last day that its date can mean; null where it is not dated. */
  readonly end: string | null;
}

/**
 * The last deed of each holder after its stand, where it goes against this: "opposed the treaty" in 2007, "signed the treaty on
 * Thursday" in 2010. Only deeds that the text dates: one that a later document recalls has the date of that document. By `standKey`.
 */
export async function deedsAgainst(
  db: Kysely<Tables>,
  filter: RegisterFilter,
  stands: readonly LatestStand[],
): Promise<ReadonlyMap<string, DevelopmentView | ActivityView>> {
  const asked = stands.filter(({ stance, end }) => AGAINST[stance] !== undefined && end !== null);
  const bySubject = groupBy(asked, ({ subject }) => subject);
  const kinds = await kindsOf(db, [...bySubject.keys()]);
  const found = new Map<string, number>();
  for (const [subject, held] of bySubject) {
    const known = DEEDS[kinds.get(subject) ?? 'issue'];
    if (!known) continue;
    const deeds = await deedsOn(db, filter, known, subject, held);
    for (const stand of held) {
      const last = deeds.findLast(({ actor, start }) => actor === stand.actor && start > (stand.end ?? ''));
      if (last && known.stances[last.what] === AGAINST[stand.stance]) found.set(standKey(stand), last.entry);
    }
  }
  const views = await hydrateByKey(db, [...new Set(found.values())], filter);
  return new Map(
    [...found].flatMap(([key, entry]) => {
      const view = views.get(entry);
      return view?.kind === 'development' || view?.kind === 'activity' ? [[key, view] as const] : [];
    }),
  );
}

export const standKey = ({ actor, subject }: Pick<LatestStand, 'actor' | 'subject'>): string => `${actor} ${subject}`;

async function kindsOf(db: Kysely<Tables>, subjects: readonly number[]): Promise<ReadonlyMap<number, EntityKind>> {
  const kinds = new Map<number, EntityKind>();
  for (const piece of inPieces(subjects)) {
    const rows = await db.selectFrom('entities').select(['key', 'kind']).where('key', 'in', piece).execute();
    for (const { key, kind } of rows) kinds.set(key, kind);
  }
  return kinds;
}

/** Who did what by an item, one row for each of them. */
interface Deed {
  readonly actor: number;
  readonly key: number;
  readonly entry: number;
  readonly what: DevelopmentKind | ActivityState;
  readonly start: string;
  readonly end: string;
}

/** By date. */
async function deedsOn(
  db: Kysely<Tables>,
  { name: _, limit: _limit, offset: _offset, shown: _shown, ...filter }: RegisterFilter,
  { who, stances, isOfAll, ...register }: Deeds,
  subject: number,
  held: readonly LatestStand[],
): Promise<readonly Deed[]> {
  const first = held.map(({ end }) => end ?? '').reduce((a, b) => (a < b ? a : b));
  const rows = await (await subjectItems(db, filter, register, subject))
    .innerJoin('items as t', 't.key', 'i.key')
    .innerJoin('roles as b', 'b.item', 'i.key')
    .innerJoin('entities as by', 'by.key', 'b.entity')
    .where('e.key', '=', subject)
    .where('b.role', '=', who)
    .where(
      'by.entity',
      'in',
      held.map(({ actor }) => actor),
    )
    .where('t.type', 'in', Object.keys(stances))
    .where('t.time_basis', '=', 'expression')
    .where('t.time_start', '>', first)
    .select(['by.entity as actor', 'i.key', 'i.entry', 't.type as what', 't.time_start as start', 't.time_end as end'])
    .execute();
  const deeds = rows.map((row) => ({
    ...{ ...row, start: row.start ?? '', end: row.end ?? '' },
    what: row.what as Deed['what'],
  }));
  const done = isOfAll ? await toldOfDoers(db, deeds) : deeds;
  return done.toSorted((a, b) => compare(a.start, b.start) || compare(a.end, b.end) || a.entry - b.entry);
}

/** "Oman left the patrols of the two": of all that take part, those whom the events that tell it have as actors. */
async function toldOfDoers(db: Kysely<Tables>, deeds: readonly Deed[]): Promise<readonly Deed[]> {
  if (deeds.length === 0) return deeds;
  const grounds = await groundsAround(
    db,
    deeds.map(({ key }) => key),
  );
  const events = new Set(deeds.flatMap(({ key }) => grounds.get(key) ?? []));
  const doers = new Set<string>();
  for (const piece of inPieces([...events])) {
    const rows = await db
      .selectFrom('roles as r')
      .innerJoin('entities as e', 'e.key', 'r.entity')
      .where('r.item', 'in', piece)
      .where('r.role', '=', 'actor')
      .select(['r.item', 'e.entity'])
      .execute();
    for (const { item, entity } of rows) doers.add(`${item} ${entity}`);
  }
  return deeds.filter(({ key, actor }) => (grounds.get(key) ?? []).some((event) => doers.has(`${event} ${actor}`)));
}
