// What the last documents changed: of each, the items that nobody told before it.
import type { Kysely } from 'kysely';
import type { Tables } from '../schema/tables.ts';
import type { AnyView, AsOf, LatestView } from '../views.ts';
import { heardBy } from './as-of.ts';
import { documentListings } from './documents.ts';
import { hydrate } from './hydrate.ts';
import { inPieces } from './links.ts';

const DOCUMENTS = 10;

/** Items shown of one document. */
const MOST = 12;

export async function latestNews(
  db: Kysely<Tables>,
  { limit = DOCUMENTS, asOf }: { readonly limit?: number; readonly asOf?: AsOf },
): Promise<readonly LatestView[]> {
  const rows = await db
    .selectFrom('documents')
    .selectAll()
    .where('published_start', 'is not', null)
    .where(heardBy('documents', asOf))
    .orderBy('published_start', 'desc')
    .orderBy('public_id')
    .limit(limit)
    .execute();
  const listings = await documentListings(db, rows);
  const latest: LatestView[] = [];
  for (const [at, document] of listings.entries()) {
    const row = rows[at];
    if (row) latest.push({ document, news: await newsOf(db, row.key, row.published_start ?? '', asOf) });
  }
  return latest;
}

/** What the document tells and no earlier one does: developments and meetings first, then events by how much they weigh. */
async function newsOf(db: Kysely<Tables>, document: number, day: string, asOf?: AsOf): Promise<readonly AnyView[]> {
  const told = await db
    .selectFrom('items')
    .where('document', '=', document)
    .where('kind', 'in', ['event', 'meeting', 'development', 'position'])
    .where('background', '=', 0)
    .where('review', '<>', 'rejected')
    .select('entry')
    .distinct()
    .execute();
  const entries = told.map(({ entry }) => entry);
  const earlier = await toldBefore(db, entries, day);
  const views = await hydrate(
    db,
    entries.filter((entry) => !earlier.has(entry)),
    { asOf },
  );
  const met = new Set(views.flatMap((view) => (view.kind === 'meeting' ? [view.event] : [])));
  return views
    .filter((view) => view.kind !== 'event' || (view.modality === 'actual' && !met.has(view.id)))
    .toSorted((a, b) => weightOf(b) - weightOf(a) || (a.id < b.id ? -1 : 1))
    .slice(0, MOST);
}

async function toldBefore(db: Kysely<Tables>, entries: readonly number[], day: string): Promise<ReadonlySet<number>> {
  const earlier = new Set<number>();
  for (const piece of inPieces(entries)) {
    const rows = await db
      .selectFrom('items as i')
      .innerJoin('documents as d', 'd.key', 'i.document')
      .where('i.entry', 'in', piece)
      .where('d.published_start', '<', day)
      .select('i.entry')
      .distinct()
      .execute();
    for (const { entry } of rows) earlier.add(entry);
  }
  return earlier;
}

/** Scores go to 10 either way. */
const WEIGHTS = { development: 9, meeting: 8, position: 4 } as const;

const weightOf = (view: AnyView): number => {
  if (view.kind === 'event') return Math.abs(view.score);
  return view.kind in WEIGHTS ? WEIGHTS[view.kind as keyof typeof WEIGHTS] : 0;
};
