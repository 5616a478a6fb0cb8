// Takes documents in, writes them some fifty at a time, and brings what documents share up to date afterwards.
import { type Kysely, sql } from 'kysely';
import type { Document } from '../../model/document.ts';
import { Fault, reasonOf } from '../../model/fault.ts';
import type { Reading } from '../../model/reading.ts';
import type { Engine, Writing } from '../engines/engine.ts';
import { correctedDate, originalDocument } from '../review/apply-documents.ts';
import { isTakenOut } from '../review/taken-out.ts';
import type { Tables } from '../schema/tables.ts';
import { type Arrival, arrivalOf } from './arrival.ts';
import { emptyReading } from './empty-reading.ts';
import { fill } from './fill.ts';
import { type CountedSource, finishCounted, finishListed } from './finish-source.ts';
import { inTurn } from './in-turn.ts';
import { isStale, settleAll } from './settle.ts';
import type { Outcome, Source } from './source.ts';

/** Documents a transaction: enough to be fast, few enough to lose little when the machine stops. */
const BATCH = 50;

export interface Writer {
  /** Puts a document in, in the place of its earlier reading, if people did not take it out. Written with the next batch, or by `settle`. */
  add(document: Document, reading: Reading, source: Source): Promise<Outcome>;
  /** Whether the document (or, without id, every document of a finished source) is in the record as this reader reads it. */
  isCurrent(source: Source, id?: string): Promise<boolean>;
  /** Says that `ids` are all documents of the source; documents it had before and has no more are taken out. */
  finishSource(source: Source, ids: readonly string[]): Promise<void>;
  /** Finishes those sources of which all documents are in, whoever brought them; says of each whether they are. */
  finishCounted(sources: readonly CountedSource[]): Promise<readonly boolean[]>;
  /**
   * Writes what waits and merges entities and events anew where documents came or went.
   * @param patient whether to wait for another writer; one that is not gets a fault `record-unwritable`
   */
  settle(patient?: boolean): Promise<void>;
  /** Writes what waits. */
  commit(): Promise<void>;
}

export function createWriter(engine: Engine): Writer {
  const { db } = engine;
  const waiting = new Map<string, Arrival>();
  const ended = new Map<string, { readonly source: Source; readonly ids: ReadonlySet<string> }>();

  const flush = async () => {
    if (waiting.size === 0 && ended.size === 0) return;
    const arrivals = lastOfEach([...waiting.values()]);
    const finish = async (writing: Writing) => {
      for (const { source, ids } of ended.values()) await finishListed(writing.db, source, ids);
    };
    try {
      await engine.write(async (writing) => {
        await fill(writing, arrivals);
        await finish(writing);
      });
    } catch (error) {
      if (error instanceof Fault) throw error;
      await engine.write(async (writing) => {
        for (const arrival of arrivals) await fillOrExplain(writing, arrival);
        await finish(writing);
      });
    }
    waiting.clear();
    ended.clear();
  };

  return inTurn<Writer>({
    async add(document, reading, source) {
      const arrival = arrivalOf(document, reading, source);
      const facts = { id: document.id, text_hash: arrival.textHash, source_hash: source.hash };
      if (await isTakenOut(db, facts)) return 'left-out';
      const place = `${document.id}\n${source.path}`;
      const waits = waiting.get(place);
      if (waits && isSame(waits.source, source) && waits.textHash === arrival.textHash) return 'unchanged';
      const earlier = waits ? null : await earlierOf(db, arrival);
      if (earlier?.unchanged) return 'unchanged';
      waiting.set(place, arrival);
      if (waiting.size >= BATCH) await flush();
      return waits || earlier ? 'replaced' : 'added';
    },
    async isCurrent(source, id) {
      const end = ended.get(source.path);
      if (id === undefined && end) return isSame(end.source, source);
      if (id === undefined) return isFinished(db, source);
      const waits = waiting.get(`${id}\n${source.path}`);
      return waits ? isSame(waits.source, source) : isRead(db, source, id);
    },
    async finishSource(source, ids) {
      ended.set(source.path, { source, ids: new Set(ids) });
      if (ended.size >= BATCH) await flush();
    },
    async finishCounted(sources) {
      await flush();
      return engine.write(async (writing) => {
        const finished: boolean[] = [];
        for (const counted of sources) {
          finished.push(await finishCounted(writing.db, counted, (id) => isRead(writing.db, counted.source, id)));
        }
        return finished;
      });
    },
    commit: flush,
    async settle(patient = true) {
      await flush();
      if (await isStale(db)) await engine.write(settleAll, patient);
    },
  });
}

/** Of copies of a document that came together from several places, the last. */
function lastOfEach(arrivals: readonly Arrival[]): readonly Arrival[] {
  return [...new Map(arrivals.map((arrival) => [`${arrival.document.id}\n${arrival.textHash}`, arrival])).values()];
}

/** A reading that cannot be stored leaves its document with a diagnostic, and the other documents of the batch alone. */
async function fillOrExplain(writing: Writing, arrival: Arrival): Promise<void> {
  await sql`SAVEPOINT document`.execute(writing.db);
  try {
    await fill(writing, [arrival]);
  } catch (error) {
    await sql`ROLLBACK TO SAVEPOINT document`.execute(writing.db);
    await fill(writing, [{ ...arrival, reading: emptyReading(arrival.document, reasonOf(error)) }]);
  }
  await sql`RELEASE SAVEPOINT document`.execute(writing.db);
}

/** The reading that a document is to take the place of; null where there is none. */
async function earlierOf(
  db: Kysely<Tables>,
  { document, source, textHash }: Arrival,
): Promise<{ readonly unchanged: boolean } | null> {
  const rows = await db
    .selectFrom('documents')
    .select(['path', 'source_hash', 'text_hash', 'reader_version', 'counted_from'])
    .where('id', '=', document.id)
    .where((eb) => eb.or([eb('path', '=', source.path), eb('text_hash', '=', textHash)]))
    .execute();
  const here = rows.find(({ path }) => path === source.path);
  if (!here) return rows.length > 0 ? { unchanged: false } : null;
  const sameSource = here.source_hash === source.hash && here.reader_version === source.version;
  const sameDate = (source.countedFrom ?? null) === here.counted_from;
  return { unchanged: sameSource && sameDate && here.text_hash === textHash };
}

async function isFinished(db: Kysely<Tables>, { path, hash, version }: Source): Promise<boolean> {
  const query = db.selectFrom('sources').select('path').where('path', '=', path);
  return (await query.where('hash', '=', hash).where('reader_version', '=', version).executeTakeFirst()) !== undefined;
}

async function isRead(db: Kysely<Tables>, { path, hash, version }: Source, id: string): Promise<boolean> {
  const query = db.selectFrom('documents').selectAll().where('id', '=', id).where('path', '=', path);
  const same = query.where('source_hash', '=', hash).where('reader_version', '=', version);
  const row = await same.executeTakeFirst();
  if (!row) return false;
  const own = ((await originalDocument(db, row.key)) ?? row).published;
  const asked = (await correctedDate(db, { id, textHash: row.text_hash })) ?? own;
  return (row.counted_from ?? own) === asked;
}

const isSame = (a: Source, b: Source): boolean => a.path === b.path && a.hash === b.hash && a.version === b.version;
