// The part of the record that an export is about: its items, and the documents and entities that these name.
import { ITEM_KINDS } from '../../model/items.ts';
import type { ItemFilter, OpenRecord } from '../../record/record.ts';
import { REVIEW_STATES } from '../../record/review/states.ts';
import type {
  AnyView,
  DocumentText,
  EntityMentions,
  EventView,
  ItemKind,
  PromiseView,
  ReviewEntry,
  ThreadView,
} from '../../record/views.ts';
import type { ExportOptions, LeftOut } from '../options.ts';
import { entitiesOf } from './entities-of.ts';
import { createLibrary, type Library } from './library.ts';
import { createRegister, type Register } from './register.ts';

export type ViewOf<K extends ItemKind> = Extract<AnyView, { kind: K }>;

export interface Selection {
  /** Whether what did not happen, or has no exact day, goes in too. */
  readonly all: boolean;
  /** Items of a kind, whatever people decided about them: for formats that carry the decision. */
  items<K extends ItemKind>(kind: K): AsyncIterable<ViewOf<K>>;
  /** Items of a kind without those that were rejected. */
  standing<K extends ItemKind>(kind: K): AsyncIterable<ViewOf<K>>;
  /** Events for formats that know only what happened. */
  happened(): AsyncIterable<EventView>;
  /** Promises, offers and requests by date, with what became of them; whatever people decided about them. */
  promises(): AsyncIterable<PromiseView>;
  /** Documents that tell one of the items; all where nothing is filtered. */
  documents(): AsyncIterable<DocumentText>;
  /** Entities that take part in one of the items; all where nothing is filtered. */
  entities(): AsyncIterable<EntityMentions>;
  threads(): AsyncIterable<ThreadView>;
  /** Decisions, without those about what was taken out of the record. */
  journal(): Promise<readonly ReviewEntry[]>;
  /** Texts of documents, looked up one by one. */
  readonly library: Library;
  /** What entities belong to, looked up for the items at hand. */
  readonly register: Register;
  leftOut(reason: LeftOut): void;
}

/** What the items of a filter name. */
interface Named {
  readonly items: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  readonly entities: ReadonlySet<string>;
}

/** Binds a record and what is asked for; nothing is read before an iteration begins. */
export function select(record: OpenRecord, { filter = {}, all = false, onLeftOut }: ExportOptions): Selection {
  const whole = Object.values(filter).every((value) => value === undefined);
  let named: Promise<Named> | null = null;
  const namedInItems = () => {
    named ??= collect(record, filter);
    return named;
  };
  const leftOut = (reason: LeftOut) => onLeftOut?.(reason);

  const { reviews = REVIEW_STATES } = filter;
  const items = <K extends ItemKind>(kind: K) => record.every(kind, { ...filter, reviews });
  async function* standing<K extends ItemKind>(kind: K): AsyncGenerator<ViewOf<K>> {
    for await (const item of items(kind)) {
      if (item.review === 'rejected') leftOut('rejected');
      else yield item;
    }
  }
  return {
    all,
    items,
    standing,
    async *happened() {
      for await (const event of standing('event')) {
        if (all || event.modality === 'actual') yield event;
        else leftOut(event.modality);
      }
    },
    async *promises() {
      for (let offset = 0; ; offset += PIECE) {
        const page = await record.promises({ ...filter, reviews, limit: PIECE, offset });
        // The register knows promises by their type, whatever types are asked for.
        yield* page.items.filter(({ event }) => filter.types?.includes(event.type) ?? true);
        if (offset + PIECE >= page.total) return;
      }
    },
    async *documents() {
      if (whole) yield* record.everyDocument();
      else for (const ids of inPieces([...(await namedInItems()).documents])) yield* record.everyDocument(ids);
    },
    async *entities() {
      const kept = whole ? null : (await namedInItems()).entities;
      for await (const entity of record.everyEntity()) if (!kept || kept.has(entity.id)) yield entity;
    },
    async *threads() {
      const kept = whole ? null : (await namedInItems()).items;
      for await (const thread of record.everyThread()) {
        const items = kept ? thread.items.filter(({ id }) => kept.has(id)) : thread.items;
        if (items.length > 0) yield { ...thread, items };
      }
    },
    journal: () => record.standingJournal(),
    library: createLibrary(record),
    register: createRegister(record),
    leftOut,
  };
}

async function collect(record: OpenRecord, filter: ItemFilter): Promise<Named> {
  const named = { items: new Set<string>(), documents: new Set<string>(), entities: new Set<string>() };
  for (const kind of ITEM_KINDS) {
    for await (const item of record.every(kind, filter)) {
      named.items.add(item.id);
      for (const { document } of item.evidence) named.documents.add(document.id);
      for (const { id } of entitiesOf(item)) named.entities.add(id);
    }
  }
  return named;
}

/** Lists are asked for in pieces of this size. */
const PIECE = 500;

/** Ids in the order of the alphabet, so that the bytes are always the same. */
function* inPieces(ids: readonly string[]): Generator<readonly string[]> {
  const sorted = [...ids].sort();
  for (let at = 0; at < sorted.length; at += PIECE) yield sorted.slice(at, at + PIECE);
}
