// Whom "they" stands for at the head of a sentence: those whom the sentence before has joined as its subject ("Chad and Niger met on
// Monday. They signed ...").
import type { EntityRegister } from '../model/annotations.ts';
import { bySpan } from '../model/span.ts';
import { startsIn } from './sentences-before.ts';

/** In characters: a longer sentence before tells of more than its subject, and what stands far from its start is none. */
const LONGEST = 400;
const LONGEST_START = 60;
const ENDED = /[.!?]["”’)]?\s+$/u;
/** Words of titles and nationalities. */
const TITLE =
  "(?:(?:\\p{Lu}[\\p{L}.’'-]*|foreign|prime|defen[cs]e|interior|finance|minister|president|premier|leader|chief|king|queen|of)\\s)";
/** What stands between the names of a list. */
const BETWEEN = new RegExp(`^(?:,|,? and)\\s(?:(?:the|its|his|her)\\s)?${TITLE}{0,5}$`, 'u');
/** What stands before the first: "On Monday, President ...". */
const BEFORE =
  /^["“‘(]?(?:(?:On|In|At|After|Last|Earlier)\s[^,]{1,30},\s)?(?:(?:The|Both)\s)?(?:\p{L}[\p{L}’'-]*\s){0,4}$/u;
const JOINED = /\band\s/u;
const ACTING: ReadonlySet<string> = new Set(['state', 'organization', 'person']);

/** @param offset of the pronoun; nobody where it does not open its sentence, or the subject before is not joined by "and" */
export function joinedBefore(text: string, register: EntityRegister, offset: number): readonly string[] {
  const before = text.slice(Math.max(0, offset - LONGEST), offset);
  const ended = ENDED.exec(before);
  if (!ended) return [];
  const from = offset - before.length;
  const last = startsIn(before.slice(0, ended.index)).at(-1);
  if (last === undefined && from > 0) return [];
  const start = from + (last ?? 0);
  const named = register
    .within([start, offset])
    .filter(({ kind }) => ACTING.has(kind))
    .flatMap(({ id, mentions }) => mentions.filter(({ form }) => form === 'name').map(({ span }) => ({ id, span })))
    .filter(({ span }) => span[0] >= start && span[1] <= offset)
    .sort((a, b) => bySpan(a.span, b.span));
  const [first] = named;
  if (!first || first.span[0] - start > LONGEST_START || !BEFORE.test(text.slice(start, first.span[0]))) return [];
  const run = [first];
  let isJoined = false;
  for (const next of named.slice(1)) {
    const gap = text.slice(run.at(-1)?.span[1], next.span[0]);
    if (!BETWEEN.test(gap)) break;
    run.push(next);
    isJoined ||= JOINED.test(gap);
  }
  return isJoined ? [...new Set(run.map(({ id }) => id))] : [];
}
