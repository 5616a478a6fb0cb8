// A copy of the record as it is at one moment.
import { Fault } from '../model/fault.ts';
import { isAddress } from './engines/open-engine.ts';

/**
 * Copies a record to a new file, which is a record itself. Others can read and write it meanwhile; what they write may or
 * may not be in the copy, but nothing is in it by half.
 * @param progress is told the share that is copied, 0 to 1
 * @throws Fault `file-unwritable`; `backup-elsewhere` for PostgreSQL, which has its own program; and as `openRecord`
 */
export async function backupRecord(
  place: string,
  file: string,
  progress: (share: number) => void = () => undefined,
): Promise<void> {
  if (isAddress(place)) {
    const { addressOf } = await import('./engines/postgres/address.ts');
    const { place: path, schema } = addressOf(place);
    throw new Fault('backup-elsewhere', { path, schema, file });
  }
  const { backupSqlite } = await import('./engines/sqlite/backup.ts');
  await backupSqlite(place, file, progress);
}
