// Parsers give the day behind a verb of saying to what is said: "Peru said on Tuesday it would close the port".
import type { Token } from '../../model/analysis.ts';

/**
 * The place of the verb right before a time that hangs on the clause behind it, whose subject follows the time: "said" for
 * "Tuesday" in "said on Tuesday it would close"; -1 for others ("said that on Tuesday it would").
 * @param time place of the time's head
 */
export function sayingBefore(tokens: readonly Token[], time: number): number {
  const { deprel = '', head = 0 } = tokens[time] ?? {};
  const verb = head - 1;
  if (!deprel.startsWith('obl') || verb <= time || tokens[verb]?.deprel !== 'ccomp') return -1;
  const saying = (tokens[verb]?.head ?? 0) - 1;
  if (saying < 0 || saying >= time || tokens[saying]?.upos !== 'VERB') return -1;
  if (tokens.slice(saying + 1, time).some((word) => word.head !== time + 1)) return -1;
  const subject = tokens.findIndex((word) => word.head === head && word.deprel.startsWith('nsubj'));
  return subject > time ? saying : -1;
}
