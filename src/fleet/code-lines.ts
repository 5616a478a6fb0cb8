// A line of document in, a line of reading out: what one worker does.
import { parseDocumentLine } from '../intake/json-lines.ts';
import { Fault, reasonOf } from '../model/fault.ts';
import type { Unreadable } from '../model/reading.ts';
import type { Reader } from '../reader.ts';
import { withLittleGarbage } from './garbage.ts';

export interface CodedLines {
  /** One JSON text for each line given. */
  readonly lines: readonly string[];
  /** How many of them are errors in a reading's place. */
  readonly failed: number;
}

/**
 * Codes the lines side by side, since documents that are read together share the network's batches.
 * @param tokens whether the readings carry words, tags and trees
 */
export async function codeLines(reader: Reader, lines: readonly string[], tokens: boolean): Promise<CodedLines> {
  return withLittleGarbage(lines, async () => {
    const results = await Promise.all(lines.map((line) => codeLine(reader, line, tokens)));
    return {
      lines: results.map((result) => JSON.stringify(result)),
      failed: results.filter((result) => 'error' in result).length,
    };
  });
}

async function codeLine(reader: Reader, line: string, tokens: boolean) {
  const parsed = parseDocumentLine(line);
  if (!parsed.ok) {
    const { id, code, reason } = parsed.unreadable;
    return unreadable(id, code, new Fault(code, { reason }).message);
  }
  try {
    return await reader.read(parsed.document, { tokens });
  } catch (error) {
    // A text must never end the run: what a stage throws is a fault of the program, told in the reading's place.
    return unreadable(parsed.document.id, 'program-fault', reasonOf(error));
  }
}

const unreadable = (id: string | null, code: string, message: string): Unreadable => ({ id, error: { code, message } });
