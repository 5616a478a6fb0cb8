// Runs an export over documents told by hand, for tests.
import { type OpenRecord, openRecord } from '../../record/record.ts';
import { type Told, tell } from '../../record/testing/build.ts';
import { EXPORTS } from '../exports.ts';
import type { ExportFormat, Pieces } from '../format.ts';
import type { ExportOptions, LeftOut } from '../options.ts';

export function formatNamed(name: string): ExportFormat {
  const format = EXPORTS.get(name);
  if (!format) throw new Error(`no format ${name}`);
  return format;
}

export async function bytesOf(pieces: Pieces): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const piece of pieces) chunks.push(Buffer.from(piece as string));
  return Buffer.concat(chunks);
}

export const textOf = async (pieces: Pieces): Promise<string> => (await bytesOf(pieces)).toString('utf8');

/** Runs `work` with a record of these documents. */
export async function withRecord<T>(told: readonly Told[], work: (record: OpenRecord) => Promise<T>): Promise<T> {
  const record = await openRecord(':memory:');
  try {
    for (const one of told) await tell(record, one);
    return await work(record);
  } finally {
    await record.close();
  }
}

export interface Exported {
  readonly text: string;
  readonly leftOut: Readonly<Partial<Record<LeftOut, number>>>;
}

/** The text that a format makes of these documents, and what it leaves out. */
export function exported(name: string, told: readonly Told[], options: ExportOptions = {}): Promise<Exported> {
  return withRecord(told, async (record) => {
    const leftOut: Partial<Record<LeftOut, number>> = {};
    const onLeftOut = (reason: LeftOut) => {
      leftOut[reason] = (leftOut[reason] ?? 0) + 1;
    };
    return { text: await textOf(formatNamed(name).pieces(record, { ...options, onLeftOut })), leftOut };
  });
}
