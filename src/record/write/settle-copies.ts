// Finds documents that are copies of one text, so that a wire report in ten papers counts as one source.
import type { Database } from 'better-sqlite3';
import { hashText, resemblance, sketch } from '../../intake/fingerprint.ts';

/** Copies of one report share at least so much of their word sequences; two reports of one event much less. */
const NEAR = 0.5;

/** Texts that share one of so many smallest hashes are compared: of copies with half in common, nearly all are found. */
const KEYS = 12;

/** Of the texts that share a hash so many are compared: boilerplate shared by thousands is no sign. */
const COMPARED = 200;

/** Shorter texts are compared for equality only. */
const SHORTEST = 200;

/** Sketches the documents that came, and groups copies anew. */
export function settleCopies(db: Database): void {
  const arrived = db
    .prepare('SELECT d.key FROM documents d LEFT JOIN sketches s ON s.document = d.key WHERE s.document IS NULL')
    .pluck()
    .all() as number[];
  const compare = comparer(db);
  for (const key of arrived) compare(key);
  groupCopies(db);
}

interface Sketched {
  readonly document: number;
  readonly words: string;
  readonly hashes: string;
}

function comparer(db: Database): (document: number) => void {
  const text = db.prepare('SELECT text FROM documents WHERE key = ?').pluck();
  const keep = db.prepare('INSERT INTO sketches (document, words, hashes) VALUES (?, ?, ?)');
  const keepKey = db.prepare('INSERT INTO sketch_keys (hash, document) VALUES (?, ?)');
  const equal = db
    .prepare(`SELECT document FROM sketches WHERE words = ? AND document <> ? ORDER BY document LIMIT ${COMPARED}`)
    .pluck();
  const sharing = db.prepare(
    `SELECT s.document, s.words, s.hashes FROM sketch_keys k JOIN sketches s ON s.document = k.document
     WHERE k.hash = ? AND k.document <> ? ORDER BY s.words, s.document LIMIT ${COMPARED}`,
  );
  const link = db.prepare(
    'INSERT INTO copies (document, other, kind, resemblance) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  return (document) => {
    const content = text.get(document) as string;
    const words = hashText(content);
    const hashes = content.length < SHORTEST ? [] : sketch(content);
    keep.run(document, words, JSON.stringify(hashes));
    for (const twin of equal.all(words, document) as number[]) link.run(document, twin, 'same', 1);
    const compared = new Set<number>();
    for (const hash of hashes.slice(0, KEYS)) {
      keepKey.run(hash, document);
      for (const other of sharing.all(hash, document) as Sketched[]) {
        if (compared.has(other.document) || other.words === words) continue;
        compared.add(other.document);
        const alike = resemblance(hashes, JSON.parse(other.hashes) as number[]);
        if (alike >= NEAR) link.run(document, other.document, 'near', alike);
      }
    }
  };
}

/** Copies of copies are one group, named after its first document by date. */
function groupCopies(db: Database): void {
  db.exec('DELETE FROM document_sources; INSERT INTO document_sources SELECT key, key FROM documents');
  const pairs = db.prepare('SELECT document, other FROM copies').raw().all() as [number, number][];
  const groups = new Map<number, number[]>();
  for (const [a, b] of pairs) {
    const [one, other] = [groups.get(a) ?? [a], groups.get(b) ?? [b]];
    if (one === other) continue;
    const [large, small] = one.length >= other.length ? [one, other] : [other, one];
    large.push(...small);
    for (const key of [...small, a, b]) groups.set(key, large);
  }
  const rank = db.prepare('SELECT published_start, id, text_hash, path FROM documents WHERE key = ?').raw();
  const place = (key: number) => {
    const [date, ...others] = rank.get(key) as (string | null)[];
    return JSON.stringify([date ?? '~', ...others]);
  };
  const count = db.prepare('UPDATE document_sources SET source = ? WHERE document = ?');
  for (const group of new Set(groups.values())) {
    const places = new Map(group.map((key) => [key, place(key)]));
    const first = group.reduce((best, key) => ((places.get(key) ?? '') < (places.get(best) ?? '') ? key : best));
    for (const key of group) count.run(first, key);
  }
}
