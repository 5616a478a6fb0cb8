// Copies a record's file while others read and write it.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Fault, reasonOf } from '../../../model/fault.ts';
import { openDatabase } from './open-database.ts';

/** Pages that are copied before others have their turn: 16 MB. */
const PAGES_AT_ONCE = 4096;

/** @throws Fault `file-unwritable`, and as `openDatabase` */
export async function backupSqlite(path: string, file: string, progress: (share: number) => void): Promise<void> {
  if (existsSync(file)) throw new Fault('file-unwritable', { path: file, reason: 'there is one already' });
  const connection = openDatabase(path, true, { outdated: true });
  const part = `${file}.part`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    await connection.backup(part, {
      progress({ totalPages, remainingPages }) {
        progress(1 - remainingPages / Math.max(totalPages, 1));
        return PAGES_AT_ONCE;
      },
    });
    renameSync(part, file);
    progress(1);
  } catch (error) {
    rmSync(part, { force: true });
    throw new Fault('file-unwritable', { path: file, reason: reasonOf(error) }, error);
  } finally {
    connection.close();
  }
}
