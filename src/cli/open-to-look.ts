// Opens a record for a command that only looks at it.
import type { OpenRecord } from '../record/record.ts';

/**
 * As `openRecord`, read-only; says so where what an older version made has to be brought up to date first.
 * @throws Fault as `openRecord`
 */
export async function openToLook(path: string): Promise<OpenRecord> {
  const { openRecord } = await import('../record/record.ts');
  const onUpgrade = () =>
    process.stderr.write(
      `Bringing ${path} up to date: an older version made it. A large record takes a minute or more.\n`,
    );
  return openRecord(path, { readOnly: true, onUpgrade });
}
