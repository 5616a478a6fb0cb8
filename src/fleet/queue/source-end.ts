// The end of a source: all of its documents were submitted. It waits until they are recorded.
import { z } from 'zod';

const END = z.object({
  path: z.string(),
  hash: z.string(),
  /** How many documents it has. */
  documents: z.number().int().nonnegative(),
  /** Whether all parts of it could be opened. */
  whole: z.boolean(),
});

export type SourceEnd = z.infer<typeof END>;

export const encodeEnd = (end: SourceEnd): Uint8Array => new TextEncoder().encode(JSON.stringify(end));

/** Null where it is none; what another program put into the queue may be anything. */
export function parseEnd(bytes: Uint8Array): SourceEnd | null {
  try {
    return END.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch {
    return null;
  }
}
