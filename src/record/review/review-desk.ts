// The review of an open record: decisions in, the journal and what can be learnt from it out.
import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { contentHash } from '../../intake/fingerprint.ts';
import { Fault } from '../../model/fault.ts';
import type { Engine, Writing } from '../engines/engine.ts';
import type { Tables } from '../schema/tables.ts';
import { isPlaceTaken } from '../write/set-aside.ts';
import { settleDecided } from '../write/settle.ts';
import { applyToDocuments, correctedDate } from './apply-documents.ts';
import { applyToItems } from './apply-items.ts';
import { applyTakenOut } from './apply-taken-out.ts';
import { draftOf } from './decide.ts';
import { decisionSchema } from './decision.ts';
import { type Draft, refuse } from './drafts/draft.ts';
import { type ReviewEntry, reviewEntrySchema } from './entry.ts';
import { historyOf } from './history.ts';
import { takenBack } from './holding.ts';
import { append, entriesAbout, entryById, isEmpty, latestTime, readJournal, subjectsOf } from './journal.ts';
import { knownKeys } from './named-entities.ts';
import { orphansIn } from './orphans.ts';
import { queue } from './queue.ts';
import { reviewersIn } from './reviewers.ts';
import type { Reviewing } from './reviewing.ts';
import { mark } from './stale.ts';
import { standingJournal } from './standing.ts';
import { isTakenOut, listTakenOut } from './taken-out.ts';

/** @param settled the database with all that was added */
export function reviewDesk(settled: () => Promise<Kysely<Tables>>, engine: Engine, readOnly: boolean): Reviewing {
  const write = async <T>(work: (writing: Writing) => Promise<T>): Promise<T> => {
    if (readOnly) throw new TypeError('the record was opened read-only');
    await settled();
    return engine.write(work);
  };
  const enter = (who: string, draft: (db: Kysely<Tables>) => Promise<Draft>) =>
    write(async (writing) => {
      const entry = entryFrom(await draft(writing.db), checkedName(who), await latestTime(writing.db));
      await apply(writing, await append(writing.db, [entry]));
      return entry;
    });
  return {
    decide: async (decision, who) => {
      const { success, data, error } = decisionSchema.safeParse(decision);
      if (!success) refuse(reasonIn(error.issues));
      return enter(who, (db) => draftOf(db, data));
    },
    undo: (id, who, note) => enter(who, (db) => undoing(db, id, note ?? null)),
    history: async (id) => historyOf(await settled(), id),
    queue: async (filter = {}) => queue(await settled(), filter),
    // Asked before each document that is read: what waits to be written has no say in it and goes on waiting.
    correctedDate: async ({ id, text }) => {
      const { db } = engine;
      return (await isEmpty(db)) ? undefined : correctedDate(db, { id, textHash: contentHash(text) });
    },
    isTakenOut: ({ id, text }, { hash }) =>
      isTakenOut(engine.db, { id, text_hash: contentHash(text), source_hash: hash }),
    takenOut: async () => listTakenOut(await settled()),
    orphans: async () => orphansIn(await settled()),
    reviewers: async () => reviewersIn(await standingJournal(await settled())),
    journal: async () => readJournal(await settled()),
    standingJournal: async () => standingJournal(await settled()),
    takeIn: async (entries) => {
      for (const [at, entry] of entries.entries()) {
        const { success, error } = reviewEntrySchema.safeParse(entry);
        if (!success) refuse(`entry ${at + 1} of the journal: ${reasonIn(error.issues)}`);
      }
      return write(async (writing) => {
        const added = await append(writing.db, entries);
        await apply(writing, added);
        return { added: added.length, known: entries.length - added.length };
      });
    },
  };
}

async function apply(writing: Writing, entries: readonly ReviewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const { db } = writing;
  const documents = [...new Set(entries.flatMap(({ document }) => document ?? []))];
  if (documents.length > 0) {
    await applyTakenOut(writing, documents);
    await applyToDocuments(db, documents);
  }
  await applyToItems(db, [...new Set(entries.flatMap(subjectsOf))]);
  const entities = entries.flatMap((entry) => [...entry.entities, ...(entry.from?.entities ?? [])]);
  const owners = entries.flatMap(({ fields }) => (fields.partOf ? [fields.partOf.from, fields.partOf.to] : []));
  const keys = await knownKeys(db, [...entities, ...(owners.filter(Boolean) as typeof entities)]);
  if (keys.size > 0) await mark(db, 'stale_entities', new Set(keys.values()));
  await settleDecided(writing, new Set(entries.map(({ id, undoes }) => undoes ?? id)), documents.length > 0);
}

async function undoing(db: Kysely<Tables>, id: string, note: string | null): Promise<Draft> {
  const entry = await entryById(db, id);
  if (!entry) throw new Fault('review-unknown', { what: 'entry of the journal', id });
  const by = takenBack(await entriesAbout(db, subjectsOf(entry))).get(id);
  if (by) throw new Fault('review-undone', { id, by: by.id, who: by.who, when: by.when });
  await checkPlace(db, entry);
  const { items, entities, from, document, text } = entry;
  const back = Object.entries(entry.fields).map(
    ([name, change]) => [name, { from: change.to, to: change.from }] as const,
  );
  return {
    ...{ what: 'undone', items, entities, from, document, fields: Object.fromEntries(back), note, undoes: id },
    ...(text === undefined ? {} : { text }),
  };
}

/** A document is put back where it stood, or not at all. */
async function checkPlace(db: Kysely<Tables>, { what, document, text }: ReviewEntry): Promise<void> {
  if (what !== 'taken-out') return;
  const aside = db.selectFrom('taken_out').select(['id', 'text_hash', 'path']).where('id', '=', document);
  const row = await aside.where('text_hash', '=', text ?? '').executeTakeFirst();
  if (row && (await isPlaceTaken(db, row))) {
    refuse(`another text of ${row.path} is in the record now; take that one out of the record first`);
  }
}

/** Times only go forward, so that the last decision is the last one also where clocks differ. */
function entryFrom(draft: Draft, who: string, latest: string): ReviewEntry {
  const now = new Date().toISOString();
  const when = now > latest ? now : new Date(Date.parse(latest) + 1).toISOString();
  return { id: `r${randomBytes(8).toString('hex')}`, who, when, ...draft };
}

function checkedName(who: string): string {
  const name = who.trim();
  if (name === '' || name.length > 200 || /\p{Cc}/u.test(name)) refuse('a reviewer has a name of 1 to 200 characters');
  return name;
}

const reasonIn = (issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string =>
  issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))[0] ??
  'it does not fit';
