// Decisions about a document as a whole: its title, date, publisher and the like, and that it is no part of the record.
import type { Kysely } from 'kysely';
import { Fault } from '../../../model/fault.ts';
import type { Tables } from '../../schema/tables.ts';
import type { Decision } from '../../views.ts';
import { DOCUMENT_FIELDS, documentFieldsOf } from '../document-fields.ts';
import { documentSubject } from '../journal.ts';
import { listTakenOut } from '../taken-out.ts';
import { checkSeen, type Draft, refuse } from './draft.ts';

export async function documentCorrection(
  db: Kysely<Tables>,
  { document: id, fields, seen }: Extract<Decision, { what: 'correct-document' }>,
): Promise<Pick<Draft, 'document' | 'text' | 'fields'>> {
  const row = await db.selectFrom('documents').selectAll().where('public_id', '=', id).executeTakeFirst();
  if (!row) throw new Fault('review-unknown', { what: 'document', id });
  await checkSeen(db, [documentSubject(row.id)], { id, seen });
  const now = documentFieldsOf(row);
  const changes = DOCUMENT_FIELDS.flatMap((name) => {
    const to = fields[name];
    return to === undefined || to === now[name] ? [] : [[name, { from: now[name], to }] as const];
  });
  if (changes.length === 0) refuse('every field has this value already');
  return { document: row.id, text: row.text_hash, fields: Object.fromEntries(changes) };
}

export async function documentOut(
  db: Kysely<Tables>,
  id: string,
): Promise<Pick<Draft, 'document'> & { readonly text: string; readonly source: string }> {
  const row = await db.selectFrom('documents').selectAll().where('public_id', '=', id).executeTakeFirst();
  if (row) return { document: row.id, text: row.text_hash, source: row.source_hash };
  const out = (await listTakenOut(db)).find(({ document }) => document.id === id);
  if (!out) throw new Fault('review-unknown', { what: 'document', id });
  const { who, when } = out.entry;
  refuse(`${who} took ${id} out of the record already (${when})`);
}
