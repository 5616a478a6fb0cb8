// Makes an entry of the journal from a decision: finds what it is about, checks it, and writes down what it rests on.
import type { Kysely } from 'kysely';
import { Fault } from '../../model/fault.ts';
import type { Tables } from '../schema/tables.ts';
import type { Decision } from '../views.ts';
import { anchorsOf } from './anchors.ts';
import { addition } from './drafts/added-item.ts';
import { documentCorrection, documentOut } from './drafts/documents.ts';
import type { Draft } from './drafts/draft.ts';
import { entityCorrection, entityOf, mergedEntities, partedEntity } from './drafts/entities.ts';
import { correction, merged, parted, seenItem, tellings } from './drafts/items.ts';

const NOTHING: Omit<Draft, 'what'> = {
  items: [],
  entities: [],
  document: null,
  from: null,
  fields: {},
  note: null,
  undoes: null,
};

/** @throws Fault `review-decision`, `review-unknown` or `review-conflict` */
export async function draftOf(db: Kysely<Tables>, decision: Decision): Promise<Draft> {
  const note = decision.note ?? null;
  switch (decision.what) {
    case 'accept':
      return { ...NOTHING, what: 'accepted', note, items: await seenItem(db, decision) };
    case 'reject':
      return { ...NOTHING, what: 'rejected', note, items: await seenItem(db, decision) };
    case 'correct':
      return { ...NOTHING, note, ...(await correction(db, decision)) };
    case 'add':
      return { ...NOTHING, note, ...(await addition(db, decision)) };
    case 'merge':
      return { ...NOTHING, what: 'merged', note, items: await merged(db, decision.items) };
    case 'merge-entities':
      return { ...NOTHING, what: 'merged', note, entities: await mergedEntities(db, decision.entities) };
    case 'split':
      return { ...NOTHING, what: 'split', note, ...(await parted(db, decision)) };
    case 'split-entity':
      return { ...NOTHING, what: 'split', note, ...(await partedEntity(db, decision)) };
    case 'correct-entity':
      return { ...NOTHING, what: 'corrected', note, ...(await entityCorrection(db, decision)) };
    case 'correct-document':
      return { ...NOTHING, what: 'corrected', note, ...(await documentCorrection(db, decision)) };
    case 'take-out':
      return { ...NOTHING, what: 'taken-out', note, ...(await documentOut(db, decision.document)) };
    case 'note':
      return { ...NOTHING, what: 'noted', note, ...(await noted(db, decision.on)) };
  }
}

async function noted(db: Kysely<Tables>, id: string): Promise<Partial<Pick<Draft, 'items' | 'entities' | 'document'>>> {
  const item = await db.selectFrom('items').select('id').where('id', '=', id).executeTakeFirst();
  if (item) return { items: await anchorsOf(db, await tellings(db, id)) };
  const entity = await db.selectFrom('entities').select('key').where('id', '=', id).executeTakeFirst();
  if (entity) return { entities: [(await entityOf(db, id)).named] };
  const document = await db.selectFrom('documents').select('id').where('public_id', '=', id).executeTakeFirst();
  if (document) return { document: document.id };
  throw new Fault('review-unknown', { what: 'item, entity or document', id });
}
