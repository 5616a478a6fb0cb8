// Decisions about what is said of a document: its title, date, publisher and the like.
import type { Kysely } from 'kysely';
import { Fault } from '../../../model/fault.ts';
import type { Tables } from '../../schema/tables.ts';
import type { Decision } from '../../views.ts';
import { DOCUMENT_FIELDS, documentFieldsOf } from '../document-fields.ts';
import { documentSubject } from '../journal.ts';
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
