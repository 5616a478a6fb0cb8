// Which engine keeps a record: PostgreSQL for addresses, SQLite for paths.
import type { Engine } from './engine.ts';

/** @throws Fault as `openRecord` */
export async function openEngine(place: string, readOnly: boolean): Promise<Engine> {
  if (isAddress(place)) return (await import('./postgres/engine.ts')).openPostgres(place, readOnly);
  return (await import('./sqlite/engine.ts')).openSqlite(place, readOnly);
}

/** Whether a record is named by an address, as opposed to a path. */
export const isAddress = (place: string): boolean => /^postgres(?:ql)?:\/\//i.test(place);
