// Finds documents that are copies of one text, so that a wire report in ten papers counts as one source.
import { type Kysely, sql } from 'kysely';
import { hashText, resemblance, sketch } from '../../intake/fingerprint.ts';
import type { Writing } from '../engines/engine.ts';
import { inPieces } from '../query/links.ts';
import type { Tables } from '../schema/tables.ts';

/** Copies of one report share at least so much of their word sequences; two reports of one event much less. */
const NEAR = 0.5;

/** Texts that share one of so many smallest hashes are compared: of copies with half in common, nearly all are found. */
const KEYS = 12;

/** Of the texts that share a hash so many are compared: boilerplate shared by thousands is no sign. */
const COMPARED = 200;

/** Shorter texts are compared for equality only. */
const SHORTEST = 200;

/** Sketches the documents that came, and groups copies anew. */
export async function settleCopies(writing: Writing): Promise<void> {
  const { db } = writing;
  const { rows } = await sql<{ key: number }>`SELECT d.key FROM documents d LEFT JOIN sketches s ON s.document = d.key
    WHERE s.document IS NULL ORDER BY d.key`.execute(db);
  for (const piece of inPieces(rows.map(({ key }) => key))) {
    const texts = await db.selectFrom('documents').select(['key', 'text']).where('key', 'in', piece).execute();
    const sketched = texts.map(({ key, text }) => sketchedOf(key, text));
    await writing.insert(
      'sketches',
      sketched.map(({ document, words, hashes }) => ({ document, words, hashes: JSON.stringify(hashes) })),
    );
    await writing.insert(
      'sketch_keys',
      sketched.flatMap(({ document, hashes }) => hashes.slice(0, KEYS).map((hash) => ({ hash, document }))),
    );
    const copies: Tables['copies'][] = [];
    for (const one of sketched) copies.push(...(await copiesOf(db, one)));
    await writing.insert('copies', copies);
  }
  await groupCopies(writing);
}

interface Sketched {
  readonly document: number;
  readonly words: string;
  readonly hashes: readonly number[];
}

function sketchedOf(document: number, text: string): Sketched {
  return { document, words: hashText(text), hashes: text.length < SHORTEST ? [] : sketch(text) };
}

/** The documents before this one that say the same; those after it are compared with it in their turn. */
async function copiesOf(
  db: Kysely<Tables>,
  { document, words, hashes }: Sketched,
): Promise<readonly Tables['copies'][]> {
  const sharing = [
    sql`SELECT * FROM (SELECT document, words, hashes FROM sketches WHERE words = ${words} AND document < ${document}
      ORDER BY document LIMIT ${sql.lit(COMPARED)}) AS equal`,
    ...hashes.slice(0, KEYS).map(
      (
        hash,
      ) => sql`SELECT * FROM (SELECT s.document, s.words, s.hashes FROM sketch_keys k JOIN sketches s ON s.document = k.document
        WHERE k.hash = ${hash} AND k.document < ${document} ORDER BY s.words, s.document LIMIT ${sql.lit(COMPARED)}) AS near`,
    ),
  ];
  const { rows } = await sql<Tables['sketches']>`${sql.join(sharing, sql` UNION `)}`.execute(db);
  return rows.flatMap((other): Tables['copies'][] => {
    if (other.words === words) return [{ document, other: other.document, kind: 'same', resemblance: 1 }];
    const alike = resemblance(hashes, JSON.parse(other.hashes) as number[]);
    return alike < NEAR ? [] : [{ document, other: other.document, kind: 'near', resemblance: alike }];
  });
}

/** Copies of copies are one group, named after its first document by date. */
async function groupCopies(writing: Writing): Promise<void> {
  const { db } = writing;
  const sources = await sourcesOf(db);
  const before = await db.selectFrom('document_sources').selectAll().execute();
  const known = new Map(before.map(({ document, source }) => [document, source]));
  const documents = await db.selectFrom('documents').select('key').execute();
  const moved = documents.flatMap(({ key: document }) => {
    const source = sources.get(document) ?? document;
    return known.get(document) === source ? [] : [{ document, source }];
  });
  for (const piece of inPieces(moved.map(({ document }) => document))) {
    await db.deleteFrom('document_sources').where('document', 'in', piece).execute();
  }
  await writing.insert('document_sources', moved);
}

/** The document that each one with copies counts as. */
async function sourcesOf(db: Kysely<Tables>): Promise<ReadonlyMap<number, number>> {
  const groups = new Map<number, number[]>();
  for (const { document: a, other: b } of await db.selectFrom('copies').select(['document', 'other']).execute()) {
    const [one, other] = [groups.get(a) ?? [a], groups.get(b) ?? [b]];
    if (one === other) continue;
    const [large, small] = one.length >= other.length ? [one, other] : [other, one];
    large.push(...small);
    for (const key of [...small, a, b]) groups.set(key, large);
  }
  const places = await placesOf(db, [...groups.keys()]);
  const sources = new Map<number, number>();
  for (const group of new Set(groups.values())) {
    const first = group.reduce((best, key) => ((places.get(key) ?? '') < (places.get(best) ?? '') ? key : best));
    for (const key of group) sources.set(key, first);
  }
  return sources;
}

/** What orders documents: date, then id, words and path. */
async function placesOf(db: Kysely<Tables>, documents: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const places = new Map<number, string>();
  for (const piece of inPieces(documents)) {
    const columns = ['key', 'published_start', 'id', 'text_hash', 'path'] as const;
    for (const row of await db.selectFrom('documents').select(columns).where('key', 'in', piece).execute()) {
      places.set(row.key, JSON.stringify([row.published_start ?? '~', row.id, row.text_hash, row.path]));
    }
  }
  return places;
}
