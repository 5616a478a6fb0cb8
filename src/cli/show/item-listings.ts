// Listings of items one by one, and of entities and documents.
import type { AnyView, DocumentListing, EntityView, ThreadSummary } from '../../record/views.ts';
import { entityCells, eventCells, itemCells, statementCells, whenOf } from './item-cells.ts';
import { column, document, type Listing, namedIn, when, words } from './listing.ts';

export const timeline: Listing<AnyView> = {
  ask: (record, filter) => record.timeline({ kinds: ['event', 'statement'], ...filter }),
  columns: [when, column('what'), column('who', 2), words, document],
  rows: (item) => [itemCells(item)],
  ids: ({ id }) => [id],
};

export const events: Listing<AnyView> = {
  ask: (record, filter) => record.events(filter),
  columns: [when, column('type', 1), column('actor', 2), column('recipient', 2), column('modality'), words],
  rows: (item) => [eventCells(item)],
  ids: ({ id }) => [id],
};

export const statements: Listing<AnyView> = {
  ask: (record, filter) => record.statements(filter),
  columns: [when, column('speaker', 2), column('cue', 1), words, document],
  rows: (item) => [statementCells(item)],
  ids: ({ id }) => [id],
};

export const entities: Listing<EntityView> = {
  ask: (record, filter) => record.entities(namedIn(filter)),
  columns: [
    column('kind'),
    column('name', 3),
    column('part of', 2),
    column('offices', 3),
    column('mentions'),
    column('documents'),
  ],
  rows: (entity) => [entityCells(entity)],
  ids: ({ id }) => [id],
};

export const documents: Listing<DocumentListing> = {
  ask: (record, filter) => {
    const { name, ...others } = namedIn(filter);
    return record.documents({ ...others, ...(name === undefined ? {} : { title: name }) });
  },
  columns: [
    column('published'),
    column('id', 3),
    column('publisher', 2),
    column('title', 4),
    column('events'),
    column('statements'),
  ],
  rows: ({ id, published, publisher, title, counts }) => [
    [whenOf(published), id, publisher ?? '', title ?? '', String(counts.event), String(counts.statement)],
  ],
};

export const threads: Listing<ThreadSummary> = {
  ask: (record, filter) => record.threads(namedIn(filter)),
  columns: [column('kind'), column('thread', 4), column('items'), column('documents'), column('from'), column('to')],
  rows: ({ entity, items, documents: told, from, to }) => [
    [entity.kind, entity.name, String(items), String(told), from ?? '–', to ?? '–'],
  ],
  ids: ({ entity }) => [entity.id],
};
