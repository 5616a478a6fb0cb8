// What became of a stand on an agreement: the deed by which its holder later went against it.
import type { Kysely } from 'kysely';
import type { DevelopmentKind, Stance } from '../../../model/items.ts';
import { groupBy } from '../../group-by.ts';
import type { RegisterFilter } from '../../queries.ts';
import type { Tables } from '../../schema/tables.ts';
import type { DevelopmentView } from '../../views.ts';
import { hydrateByKey } from '../hydrate.ts';
import { inPieces } from '../links.ts';
import { compare } from '../order.ts';
import { subjectItems } from '../subjects.ts';

/** What an actor does to an agreement by which it shows whether it is for it. */
const DEEDS: Readonly<Partial<Record<DevelopmentKind, Stance>>> = {
  agreed: 'supports',
  adopted: 'supports',
  signed: 'supports',
  ratified: 'supports',
  reaffirmed: 'supports',
  rejected: 'opposes',
  suspended: 'opposes',
  withdrawn: 'opposes',
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
): Promise<ReadonlyMap<string, DevelopmentView>> {
  const asked = stands.filter(({ stance, end }) => AGAINST[stance] !== undefined && end !== null);
  const bySubject = groupBy(asked, ({ subject }) => subject);
  const agreements = await agreementsAmong(db, [...bySubject.keys()]);
  const found = new Map<string, number>();
  for (const [subject, held] of bySubject) {
    if (!agreements.has(subject)) continue;
    const deeds = await deedsOn(db, filter, subject, held);
    for (const stand of held) {
      const last = deeds.findLast(({ actor, start }) => actor === stand.actor && start > (stand.end ?? ''));
      if (last && DEEDS[last.what] === AGAINST[stand.stance]) found.set(standKey(stand), last.entry);
    }
  }
  const views = await hydrateByKey(db, [...new Set(found.values())], filter);
  return new Map(
    [...found].flatMap(([key, entry]) => {
      const view = views.get(entry);
      return view?.kind === 'development' ? [[key, view] as const] : [];
    }),
  );
}

export const standKey = ({ actor, subject }: Pick<LatestStand, 'actor' | 'subject'>): string => `${actor} ${subject}`;

async function agreementsAmong(db: Kysely<Tables>, subjects: readonly number[]): Promise<ReadonlySet<number>> {
  const agreements = new Set<number>();
  for (const piece of inPieces(subjects)) {
    const rows = db.selectFrom('entities').select('key').where('key', 'in', piece).where('kind', '=', 'agreement');
    for (const { key } of await rows.execute()) agreements.add(key);
  }
  return agreements;
}

/** By date. */
async function deedsOn(
  db: Kysely<Tables>,
  { name: _, limit: _limit, offset: _offset, shown: _shown, ...filter }: RegisterFilter,
  subject: number,
  held: readonly LatestStand[],
) {
  const first = held.map(({ end }) => end ?? '').reduce((a, b) => (a < b ? a : b));
  const rows = await (await subjectItems(db, filter, { kinds: ['development'], role: 'agreement' }, subject))
    .innerJoin('items as t', 't.key', 'i.key')
    .innerJoin('roles as b', 'b.item', 'i.key')
    .innerJoin('entities as by', 'by.key', 'b.entity')
    .where('e.key', '=', subject)
    .where('b.role', '=', 'by')
    .where(
      'by.entity',
      'in',
      held.map(({ actor }) => actor),
    )
    .where('t.type', 'in', Object.keys(DEEDS))
    .where('t.time_basis', '=', 'expression')
    .where('t.time_start', '>', first)
    .select(['by.entity as actor', 'i.entry', 't.type as what', 't.time_start as start', 't.time_end as end'])
    .execute();
  return rows
    .map((row) => ({ ...row, start: row.start ?? '', what: row.what as DevelopmentKind }))
    .sort((a, b) => compare(a.start, b.start) || compare(a.end ?? '', b.end ?? '') || a.entry - b.entry);
}
