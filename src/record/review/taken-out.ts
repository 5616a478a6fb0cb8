// Which documents are taken out of the record: by decisions of the journal that hold.
import type { Kysely } from 'kysely';
import { daysOf } from '../dates.ts';
import { addTo } from '../group-by.ts';
import { documentLink } from '../query/links.ts';
import type { DocumentRow, Tables } from '../schema/tables.ts';
import type { TakenOut } from '../views.ts';
import type { ReviewEntry } from './entry.ts';
import { holding } from './holding.ts';
import { documentSubject, entriesAbout, isEmpty } from './journal.ts';

/** What a decision knows a document by. */
type Facts = Pick<DocumentRow, 'id' | 'text_hash' | 'source_hash'>;

/**
 * The same id with the same text, or out of the same file, of which a better version of the program may read other words.
 * A file whose words have changed is another one.
 */
const isAbout = ({ document, text, source }: ReviewEntry, { id, text_hash, source_hash }: Facts): boolean =>
  document === id && (text === text_hash || source === source_hash);

/** The decision that keeps a document out of the record, the last where there are several. */
type TakenOutBy = (document: Facts) => ReviewEntry | undefined;

/** @param ids of the documents that are asked about; null for all */
export async function takenOutBy(db: Kysely<Tables>, ids: readonly string[] | null): Promise<TakenOutBy> {
  const byId = new Map<string, ReviewEntry[]>();
  for (const entry of await takenOutEntries(db, ids)) addTo(byId, entry.document ?? '', entry);
  return (document) => byId.get(document.id)?.findLast((entry) => isAbout(entry, document));
}

/** Decisions that hold and take documents out, oldest first. */
export async function takenOutEntries(
  db: Kysely<Tables>,
  ids: readonly string[] | null,
): Promise<readonly ReviewEntry[]> {
  const asked = ids ?? (await everTakenOut(db));
  const entries = await entriesAbout(db, asked.map(documentSubject));
  return holding(entries).filter(({ what }) => what === 'taken-out');
}

/** Comes after the subjects of all documents: `;` follows `:`. */
const AFTER_DOCUMENTS = 'document;';

/** Ids of documents that were taken out, be it that they were put back since. */
async function everTakenOut(db: Kysely<Tables>): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('reviews')
    .select('change')
    .where('what', '=', 'taken-out')
    .where('key', 'in', (eb) =>
      // By an index: a journal may have a hundred thousand entries about items.
      eb
        .selectFrom('review_subjects')
        .select('review')
        .where('subject', '>=', documentSubject(''))
        .where('subject', '<', AFTER_DOCUMENTS),
    )
    .execute();
  return [...new Set(rows.flatMap(({ change }) => (JSON.parse(change) as ReviewEntry).document ?? []))];
}

/** Whether a document that comes is to be left out. */
export async function isTakenOut(db: Kysely<Tables>, document: Facts): Promise<boolean> {
  // Asked for each document that comes; in most records nobody decided about anything.
  return !(await isEmpty(db)) && (await takenOutBy(db, [document.id]))(document) !== undefined;
}

/** What was taken out, the latest first. */
export async function listTakenOut(db: Kysely<Tables>): Promise<readonly TakenOut[]> {
  const entries = await takenOutEntries(db, null);
  const aside = await db
    .selectFrom('taken_out')
    .select(['id', 'text_hash', 'source_hash', 'public_id', 'title', 'publisher', 'published', 'published_basis'])
    .select('items')
    .execute();
  return entries.toReversed().map((entry): TakenOut => {
    const { id, who, when, note, document } = entry;
    const row = aside.find((one) => isAbout(entry, one)) ?? { ...NOWHERE, public_id: document ?? '' };
    const days = daysOf(row.published);
    return {
      document: documentLink({ ...row, published_start: days?.start ?? null, published_end: days?.end ?? null }),
      items: row.items,
      entry: { id, who, when, note },
    };
  });
}

/** All that is known of a document that was never in this record. */
const NOWHERE = { title: null, publisher: null, published: null, published_basis: 'unknown', items: null } as const;
