// What waits for a decision, and in which order, found in the items themselves and not in what is kept of them.
import type { Kysely } from 'kysely';
import { compare } from '../query/order.ts';
import { standingJournal } from '../review/standing.ts';
import { scoreOf, wrongShares } from '../review/uncertainty.ts';
import type { Tables } from '../schema/tables.ts';

const TOWARDS = ['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'SANCTION', 'AID', 'COERCE', 'ASSAULT', 'SUPPORT'];

export interface WaitingItem {
  readonly id: string;
  readonly kind: string;
  readonly rule: string;
}

/** By uncertainty, the greatest first, or by date alone; undated ones last; then by id. */
export async function waitingIn(db: Kysely<Tables>, order: 'uncertain' | 'date'): Promise<readonly WaitingItem[]> {
  const wrong = wrongShares(await standingJournal(db));
  const items = await db.selectFrom('items').selectAll().execute();
  const roles = await db.selectFrom('roles').selectAll().execute();
  const decided = new Set(items.filter(({ review }) => review !== 'machine').map(({ entry }) => entry));
  const looked = new Set((await db.selectFrom('shaken').select('item').execute()).map(({ item }) => item));
  const shaken = new Set(items.filter(({ key }) => looked.has(key)).map(({ entry }) => entry));
  const rows = items
    .filter(({ key, entry }) => key === entry && !decided.has(entry))
    .map(({ key, id, kind, type, state, time_start, rule }) => {
      const own = new Set<string>(roles.filter(({ item }) => item === key).map(({ role }) => role));
      const acts = ['actor', 'speaker', 'party', 'by'].some((role) => own.has(role));
      const who = kind !== 'obligation' && !acts ? 1 : 0;
      const whom = kind === 'event' && TOWARDS.includes(type ?? '') && !own.has('recipient') ? 2 : 0;
      const when = time_start === null ? 4 : 0;
      const modality = kind === 'event' && state !== 'actual' ? 8 : 0;
      const ground = shaken.has(key) ? 16 : 0;
      const score = order === 'date' ? 0 : scoreOf(who + whom + when + modality + ground, rule ?? '', wrong);
      return { id, kind, rule: rule ?? '', score, day: time_start ?? '~' };
    });
  return rows.sort((a, b) => b.score - a.score || compare(a.day, b.day) || compare(a.id, b.id));
}
