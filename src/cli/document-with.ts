// Finds the document that a person names by its id, or says where it is.
import { Fault } from '../model/fault.ts';
import type { OpenRecord } from '../record/record.ts';
import type { DocumentView } from '../record/views.ts';

/** @throws Fault `item-unknown`, with the way back for one that was taken out of the record */
export async function documentWith(record: OpenRecord, id: string): Promise<DocumentView> {
  const document = await record.document(id);
  if (document) return document;
  const out = (await record.takenOut()).find((taken) => taken.document.id === id)?.entry;
  const cure = out
    ? `${out.who} took it out of the record on ${out.when.slice(0, 10)}; "rapporteur review put-back ${id}" puts it back`
    : '"rapporteur show documents" lists them';
  throw new Fault('item-unknown', { what: 'document', id, cure });
}
