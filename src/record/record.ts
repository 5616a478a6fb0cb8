// The record: all that the documents together say, in a SQLite file or PostgreSQL. Opens it, takes documents in, answers.
import type { Document } from '../model/document.ts';
import { Fault } from '../model/fault.ts';
import type { Reading } from '../model/reading.ts';
import { answerQueries } from './answer-queries.ts';
import type { Engine } from './engines/engine.ts';
import { openEngine } from './engines/open-engine.ts';
import type { RecordQueries } from './queries.ts';
import { type DocumentFilter, documentTexts, findDocument, listDocuments } from './query/documents.ts';
import { type EntityFilter, entityMentions, findEntity, listEntities } from './query/entities.ts';
import { findItems } from './query/filter.ts';
import { hydrate } from './query/hydrate.ts';
import type { ItemFilter } from './query/item-filter.ts';
import { inPieces } from './query/links.ts';
import { type MarksFilter, marks } from './query/marks.ts';
import { search } from './query/search.ts';
import { summarise } from './query/summary.ts';
import { threads } from './query/threads.ts';
import { reviewDesk } from './review/review-desk.ts';
import type { Reviewing } from './review/reviewing.ts';
import type {
  AnyView,
  AsOf,
  DocumentListing,
  DocumentText,
  DocumentView,
  EntityDetail,
  EntityMentions,
  EntityView,
  EventView,
  ItemKind,
  MarksView,
  Page,
  RecordSummary,
  SearchHit,
  StatementView,
  ThreadView,
} from './views.ts';
import type { CountedSource } from './write/finish-source.ts';
import { isStale } from './write/settle.ts';
import type { Outcome, Source } from './write/source.ts';
import { createWriter, type Writer } from './write/writer.ts';

export type * from './queries.ts';
export type { EntityFilter } from './query/entities.ts';
export type { ItemFilter } from './query/item-filter.ts';
export type { MarksFilter } from './query/marks.ts';
export type { QueueFilter } from './review/reviewing.ts';
export type { CountedSource } from './write/finish-source.ts';
export type { Outcome, Source } from './write/source.ts';

/** A part of a list; all of it where nothing is said. */
export interface Window {
  readonly limit?: number;
  readonly offset?: number;
}

/**
 * An open record. Answers are sorted by date, then document, then place in it, and are the same whatever the order in
 * which documents came. A record open for writing answers with all that was added.
 */
export interface OpenRecord extends RecordQueries, Reviewing {
  /** Where it is, as people name it: the path, or the address without its password. */
  readonly path: string;
  /**
   * Puts a document in, in the place of its earlier reading; skips it where source and reader are the same. Documents
   * are written some fifty at a time: `settle` or `close` writes the last ones.
   * @throws Fault `record-unwritable`
   */
  add(document: Document, reading: Reading, source: Source): Promise<Outcome>;
  /** Whether reading can be spared: the document (without id: the whole finished source) is in, by the same reader. */
  isCurrent(source: Source, id?: string): Promise<boolean>;
  /** Says that the source has these documents and no others; the others are taken out. */
  finishSource(source: Source, ids: readonly string[]): Promise<void>;
  /**
   * Finishes those sources of which all documents are in, whoever brought them, and takes out what they have no more.
   * @returns whether all documents are in, for each source
   */
  finishCounted(sources: readonly CountedSource[]): Promise<readonly boolean[]>;
  /** Writes what waits, and merges entities and events where documents came or went. */
  settle(): Promise<void>;
  /** Writes what waits and leaves the merging to a later `settle`, in this program or another that writes this record. */
  commit(): Promise<void>;

  summary(): Promise<Omit<RecordSummary, 'version'>>;
  /** Items of any kind (events where none is named) by date; undated ones last. */
  timeline(filter?: ItemFilter): Promise<Page<AnyView>>;
  /** Items as dates alone, for drawing; counted by period where they are more than `most`. */
  marks(filter: MarksFilter): Promise<MarksView>;
  events(filter?: Omit<ItemFilter, 'kinds'>): Promise<Page<EventView>>;
  statements(filter?: Omit<ItemFilter, 'kinds'>): Promise<Page<StatementView>>;
  /** An item by its id, or by the id of one telling of it; null where there is none. */
  item(id: string): Promise<AnyView | null>;
  entities(filter?: EntityFilter): Promise<Page<EntityView>>;
  /** @param shown so many of the documents that mention it at most; all without it */
  entity(id: string, asOf?: AsOf, shown?: number): Promise<EntityDetail | null>;
  documents(filter?: DocumentFilter): Promise<Page<DocumentListing>>;
  document(id: string): Promise<DocumentView | null>;
  search(words: string, window?: Window): Promise<Page<SearchHit>>;

  /** All items of a kind that fit, ordered as in the timeline, read piece by piece. */
  every<K extends ItemKind>(kind: K, filter?: Omit<ItemFilter, 'kinds'>): AsyncIterable<Extract<AnyView, { kind: K }>>;
  /** The texts of all documents, or of those with these ids. */
  everyDocument(ids?: readonly string[]): AsyncIterable<DocumentText>;
  everyEntity(): AsyncIterable<EntityMentions>;
  everyThread(): AsyncIterable<ThreadView>;
  /** Another number as soon as anybody has changed the record; null where that cannot be told, as of one open for writing. */
  state(): number | null;
  /** Runs `work`; on a read-only record, on one state of it: what is written meanwhile is not seen. */
  steadily<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const ALL = -1;

export interface OpenOptions {
  readonly readOnly?: boolean;
  /** Called before a read-only record of an older version is brought up to date, which may take minutes. */
  readonly onUpgrade?: (() => void) | undefined;
}

/**
 * Opens the record in a SQLite file, or in PostgreSQL where `place` is an address
 * (`postgres://USER@HOST/DATABASE?schema=NAME`); makes it where there is none, unless read-only.
 * @throws Fault `record-missing`, `record-foreign`, `record-newer`, `record-older`, `record-unwritable`,
 * `record-unreadable`, `record-folder`, `record-unreachable` or `record-address`
 */
export async function openRecord(
  place: string,
  { readOnly = false, onUpgrade }: OpenOptions = {},
): Promise<OpenRecord> {
  const engine = await (readOnly ? openForReading(place, onUpgrade) : openEngine(place, false));
  const writer: Writer | null = readOnly ? null : createWriter(engine);
  let readers = 0;
  let held = Promise.resolve();
  const settled = async () => {
    await writer?.settle();
    return engine.db;
  };
  const writing = () => {
    if (!writer) throw new TypeError('the record was opened read-only');
    return writer;
  };
  const pageOf = async <V extends AnyView>(filter: ItemFilter): Promise<Page<V>> => {
    const db = await settled();
    const { total, keys, leftOut } = await findItems(db, filter);
    const items = (await hydrate(db, keys, filter)) as readonly V[];
    const page = { total, offset: filter.offset ?? 0, limit: filter.limit ?? ALL, items };
    return leftOut === undefined ? page : { ...page, leftOut };
  };
  return {
    ...answerQueries(settled),
    ...reviewDesk(settled, engine, readOnly),
    path: engine.place,
    add: async (document, reading, source) => writing().add(document, reading, source),
    isCurrent: async (source, id) => writing().isCurrent(source, id),
    finishSource: async (source, ids) => writing().finishSource(source, ids),
    finishCounted: async (sources) => writing().finishCounted(sources),
    settle: async () => writing().settle(),
    commit: async () => writing().commit(),
    summary: async () => summarise(await settled()),
    timeline: (filter = {}) => pageOf({ kinds: ['event'], ...filter }),
    marks: async (filter) => marks(await settled(), filter),
    events: (filter = {}) => pageOf({ ...filter, kinds: ['event'] }),
    statements: (filter = {}) => pageOf({ ...filter, kinds: ['statement'] }),
    async item(id) {
      const db = await settled();
      const row = await db.selectFrom('items').select('entry').where('id', '=', id).executeTakeFirst();
      const [view] = row ? await hydrate(db, [row.entry]) : [];
      return view ?? null;
    },
    entities: async (filter = {}) => listEntities(await settled(), filter),
    entity: async (id, asOf, shown) => findEntity(await settled(), id, asOf, shown),
    documents: async (filter = {}) => listDocuments(await settled(), filter),
    document: async (id) => findDocument(await settled(), id),
    search: async (words, { limit = ALL, offset = 0 } = {}) => search(await settled(), words, { limit, offset }),
    async *every(kind, filter = {}) {
      const db = await settled();
      const { keys } = await findItems(db, { ...filter, kinds: [kind] });
      for (const piece of inPieces(keys)) yield* (await hydrate(db, piece, filter)) as never[];
    },
    async *everyDocument(ids) {
      yield* documentTexts(await settled(), ids);
    },
    async *everyEntity() {
      yield* entityMentions(await settled());
    },
    async *everyThread() {
      yield* threads(await settled());
    },
    async steadily(work) {
      await settled();
      // A writer's own transactions would clash with a lasting one.
      if (writer) return work();
      readers += 1;
      if (readers === 1) held = engine.hold();
      await held;
      try {
        return await work();
      } finally {
        readers -= 1;
        if (readers === 0) await engine.release();
      }
    },
    state: () => (writer ? null : engine.state()),
    async close() {
      await writer?.settle();
      await engine.close();
    },
  };
}

/** Brings up to date, before it is read, what an older version or a run that was stopped left; shows it as it is where it cannot. */
async function openForReading(place: string, onUpgrade: OpenOptions['onUpgrade']): Promise<Engine> {
  try {
    const engine = await openEngine(place, true);
    if (await isStale(engine.db)) await settleBeside(place);
    return engine;
  } catch (error) {
    if (!(error instanceof Fault && error.code === 'record-older')) throw error;
    onUpgrade?.();
    if (!(await settleBeside(place))) throw error;
    return openEngine(place, true);
  }
}

/** Whether the record could be written. */
async function settleBeside(place: string): Promise<boolean> {
  try {
    const engine = await openEngine(place, false);
    try {
      // A writer at work will merge what it leaves; whoever only looks does not wait for it.
      await createWriter(engine).settle(false);
    } finally {
      await engine.close();
    }
    return true;
  } catch (error) {
    if (error instanceof Fault) return false;
    throw error;
  }
}
