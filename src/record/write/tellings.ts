// Loads what is compared of the tellings of events and developments.
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { groupBy } from '../group-by.ts';
import { inPieces } from '../query/links.ts';
import type { Tables } from '../schema/tables.ts';
import { byDocument, type Ordered } from './by-document.ts';
import type { Telling } from './merge-events.ts';

/** A telling with the entry it is part of now. */
export interface BlockTelling extends Telling {
  readonly kind: 'event' | 'development';
  readonly entry: number;
}

interface Row extends Ordered, Pick<Telling, 'document' | 'type' | 'start' | 'end' | 'trigger'> {
  readonly kind: 'event' | 'development';
  readonly entry: number;
  readonly modality: string | null;
  readonly level: string | null;
}

interface Part {
  readonly item: number;
  readonly document: number;
  readonly role: string;
  /** Key of the entity the document names, id and kind of the record's. */
  readonly entity: number;
  readonly id: string;
  readonly kind: string;
}

/** Stands for those whom the text does not name; no entity has this id. */
const NOBODY = '';

/** Meetings of this level may be of any. */
const UNKNOWN_LEVEL = 'other';

/** The tellings of a block: the most exact date first, then the earliest document, then the place in it. */
export const tellingsIn = (db: Kysely<Tables>, block: string): Promise<readonly BlockTelling[]> =>
  load(db, [sql`i.block = ${block}`]);

/** Those of these items that are compared with others, in the same order. */
export const tellingsOf = (db: Kysely<Tables>, items: readonly number[]): Promise<readonly BlockTelling[]> =>
  load(
    db,
    inPieces(items).map((piece) => sql`i.block IS NOT NULL AND i.key IN (${sql.join(piece)})`),
  );

/** What is asked of an item (`i`). */
type Asked = RawBuilder<unknown>;

async function load(db: Kysely<Tables>, asked: readonly Asked[]): Promise<readonly BlockTelling[]> {
  const loaded: Loaded[] = [];
  for (const one of asked) loaded.push(...(await loadPiece(db, one)));
  return loaded.sort((a, b) => inOrder(a.row, b.row)).map(({ telling }) => telling);
}

interface Loaded {
  readonly row: Row;
  readonly telling: BlockTelling;
}

async function loadPiece(db: Kysely<Tables>, asked: Asked): Promise<readonly Loaded[]> {
  const { rows } = await sql<Row>`
    SELECT i.key, i.kind, i.entry, i.document, i.state AS modality, i.type, i.time_start AS start, i.time_end AS "end", i.n,
      coalesce(i.trigger, '') AS trigger,
      (SELECT nullif(min(m.type), ${UNKNOWN_LEVEL}) FROM items m WHERE m.refers = i.key AND m.kind = 'meeting') AS level,
      d.published_start AS published, d.id, d.text_hash AS hash
    FROM items i JOIN documents d ON d.key = i.document WHERE ${asked}`.execute(db);
  const parts = groupBy(await partsOf(db, asked), ({ item }) => item);
  const named = await namedIn(db, asked);
  return rows.map((row) => {
    const own = parts.get(row.key) ?? [];
    return { row, telling: row.kind === 'event' ? eventTelling(row, own, named) : developmentTelling(row, own) };
  });
}

async function partsOf(db: Kysely<Tables>, asked: Asked): Promise<readonly Part[]> {
  const { rows } = await sql<Part>`
    SELECT r.item, i.document, r.role, r.entity, e.id, e.kind
    FROM items i JOIN roles r ON r.item = i.key JOIN entities m ON m.key = r.entity JOIN entities e ON e.key = m.entity
    WHERE ${asked} ORDER BY r.item, r.role, r.n`.execute(db);
  return rows;
}

type NamedIn = ReadonlyMap<string, readonly { readonly id: string }[]>;
const placeOf = (document: number, entity: number): string => `${document}|${entity}`;

/** Ids of the parties that each document's names for what takes part hold, by document and entity. */
async function namedIn(db: Kysely<Tables>, asked: Asked): Promise<NamedIn> {
  const { rows } = await sql<{ document: number; entity: number; id: string }>`
    SELECT x.document, x.entity, w.id FROM named_parties p
      JOIN document_entities x ON x.document = p.document AND x.n = p.n
      JOIN entities q ON q.key = p.entity JOIN entities w ON w.key = q.entity
    WHERE p.document IN (SELECT i.document FROM items i WHERE ${asked})
    ORDER BY x.document, x.n, w.id`.execute(db);
  return groupBy(rows, ({ document, entity }) => placeOf(document, entity));
}

const inOrder = (a: Row, b: Row): number => lengthOf(a) - lengthOf(b) || byDocument(a, b);
const lengthOf = ({ start, end }: Row): number => Date.parse(end) - Date.parse(start);

const inRole = (parts: readonly Part[], role: string) => parts.filter((part) => part.role === role).map(({ id }) => id);

function eventTelling({ modality, ...row }: Row, parts: readonly Part[], named: NamedIn): BlockTelling {
  const actors = parts.filter(({ role }) => role === 'actor');
  const met = parts.filter(({ role }) => role === 'actor' || role === 'recipient');
  return {
    ...row,
    modality: modality ?? '',
    actor: inRole(parts, 'actor'),
    recipient: inRole(parts, 'recipient'),
    about: inRole(parts, 'about'),
    place: inRole(parts, 'place')[0] ?? null,
    ofBody: actors.length === 1 && actors[0]?.kind === 'body',
    named: met.map(({ document, entity }) => (named.get(placeOf(document, entity)) ?? []).map(({ id }) => id)),
  };
}

/** What became of an agreement is compared as an event of its own type, done to the agreement by the same ones. */
function developmentTelling(row: Row, parts: readonly Part[]): BlockTelling {
  const by = inRole(parts, 'by');
  return {
    ...row,
    modality: '',
    actor: by.length > 0 ? by : [NOBODY],
    recipient: inRole(parts, 'agreement'),
    about: [],
    place: null,
    ofBody: false,
    named: [],
  };
}
