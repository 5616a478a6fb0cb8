// Describes entities as most documents have them: name, code, owner, offices, names, counts.

import { type Kysely, sql } from 'kysely';
import type { Writing } from '../engines/engine.ts';
import { groupBy } from '../group-by.ts';
import { foldName } from '../identity/fold.ts';
import { inPieces } from '../query/links.ts';
import { namesOf } from '../query/names.ts';
import type { Tables } from '../schema/tables.ts';

/** @param roots keys of entities that others were merged into, or that stand alone */
export async function describe(writing: Writing, roots: ReadonlySet<number>): Promise<void> {
  for (const piece of inPieces([...roots])) {
    const said = await saidOf(writing.db, piece);
    const names = await namesOf(writing.db, piece);
    const documents = await documentsOf(writing.db, piece);
    const rows = [...said].map(([key, own]) => ({
      key,
      ...described(key, own),
      ...namedAs(mostFrequent(own.map(({ name, times }) => [name, times])) ?? '', names.get(key) ?? []),
      documents: documents.get(key) ?? 0,
      mentions: own.reduce((sum, { mentions }) => sum + mentions, 0),
    }));
    await writing.update('entities', rows);
  }
}

/** What documents say alike of an entity, and how many times. */
interface Said {
  readonly root: number;
  readonly name: string;
  readonly code: string | null;
  /** Key and id of the record's entity that it belongs to. */
  readonly owner: number | null;
  readonly owner_id: string | null;
  /** JSON list. */
  readonly offices: string;
  readonly times: number;
  readonly mentions: number;
}

async function saidOf(db: Kysely<Tables>, roots: readonly number[]): Promise<ReadonlyMap<number, readonly Said[]>> {
  const { rows } = await sql<Said>`
    SELECT s.root, s.name, s.code, q.key AS owner, q.id AS owner_id, s.offices, sum(s.times) AS times, sum(s.mentions) AS mentions
    FROM (
      SELECT e.entity AS root, d.name, d.code, d.part_of, d.offices, count(*) AS times, sum(d.mentions) AS mentions
      FROM entities e JOIN document_entities d ON d.entity = e.key WHERE e.entity IN (${sql.join(roots)})
      GROUP BY e.entity, d.name, d.code, d.part_of, d.offices
    ) AS s LEFT JOIN entities p ON p.key = s.part_of LEFT JOIN entities q ON q.key = p.entity
    GROUP BY s.root, s.name, s.code, q.key, q.id, s.offices`.execute(db);
  return groupBy(rows, ({ root }) => root);
}

async function documentsOf(db: Kysely<Tables>, roots: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ root: number; documents: number }>`
    SELECT e.entity AS root, count(DISTINCT d.document) AS documents
    FROM entities e JOIN document_entities d ON d.entity = e.key
    WHERE e.entity IN (${sql.join(roots)}) GROUP BY e.entity`.execute(db);
  return new Map(rows.map(({ root, documents }) => [root, documents]));
}

function described(key: number, said: readonly Said[]): Pick<Tables['entities'], 'code' | 'part_of' | 'offices'> {
  const owner = mostFrequent(said.flatMap(({ owner_id, times }) => (owner_id === null ? [] : [[owner_id, times]])));
  const offices = said.flatMap(({ offices, times }) =>
    (JSON.parse(offices) as string[]).map((one) => [one, times] as const),
  );
  return {
    code: mostFrequent(said.flatMap(({ code, times }) => (code === null ? [] : [[code, times]]))),
    part_of: said.find((row) => row.owner_id === owner && row.owner !== key)?.owner ?? null,
    offices: JSON.stringify(byFrequency(offices)),
  };
}

function namedAs(name: string, names: readonly string[]): Pick<Tables['entities'], 'name' | 'names' | 'folded'> {
  const folded = new Set([name, ...names].map(foldName));
  return { name, names: JSON.stringify(names), folded: [...folded].join('\n') };
}

type Counted = readonly (readonly [value: string, times: number])[];

/** Most frequent first; the longer, then the alphabetically first, of equally frequent ones. */
function byFrequency(values: Counted): readonly string[] {
  const counts = new Map<string, number>();
  for (const [value, times] of values) counts.set(value, (counts.get(value) ?? 0) + times);
  return [...counts].sort(([a, m], [b, n]) => n - m || b.length - a.length || (a < b ? -1 : 1)).map(([value]) => value);
}

const mostFrequent = (values: Counted): string | null => byFrequency(values)[0] ?? null;
