// Cuts a model's name span down to the name: no article, possessive ending or stray sign; a person's title stands apart.
import type { Name } from '../../model/analysis.ts';
import type { Span } from '../../model/span.ts';
import { trimSpan } from '../../model/span.ts';
import { atomsOf } from './atoms.ts';
import { CALENDAR } from './calendar.ts';
import type { KnownNames } from './known.ts';

const LEADING =
  /^(?:(?:the|a|an)\s+|(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+[–—-]\s+|["'“”‘’(«[\s,;:–—-]+)/i;
const TRAILING = /(?:['’]s?|["“”‘’)»\],;:!?\s–—-]+|\s(?:of|for|the|and|in|on|to|at|by))$/;

/** "Mary Robinson Wednesday told": agencies write the day without a preposition. */
const WEEKDAY_END = /\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/**
 * The name without what does not belong to it; null where nothing is left.
 * "the Sejm's" gives "Sejm"; "Ms Ardern" gives "Ardern" with the title "Ms".
 */
export function tidyName(text: string, name: Name, known: KnownNames): Name | null {
  const span = tidySpan(text, name.span);
  if (span[0] >= span[1] || !/[\p{L}\p{N}]/u.test(text.slice(...span))) return null;
  if (isNoName(text.slice(...span), known) || (name.type === 'ORG' && isOffices(text, span))) return null;
  return name.type === 'PER' ? withoutTitle(text, { ...name, span: beforeRole(text, span) }, known) : { ...name, span };
}

/** "Ana Cruz - Analyst": what lists of people put behind a dash is no part of the name. */
function beforeRole(text: string, [start, end]: Span): Span {
  const dash = text.slice(start, end).search(/\s[-–—]\s/);
  return dash > 0 ? [start, start + dash] : [start, end];
}

/** "Joint Statement by Peru": a kind of paper before its issuer. */
const PAPER =
  /^(?:(?:joint|press|final|official)\s+)?(?:statement|communiqu[eé]|press release)\s+(?:by|of|from|between)\s+/i;
const OFFICES =
  /^(?:\p{Lu}\p{L}+\s){0,3}(?:Ministers|Presidents|Leaders|Ambassadors|Representatives|Secretaries|Envoys|Heads of (?:State|Government|Delegation))(?:\s(?:and|of|from)\s|$)/u;
const OFFICE_OF = /^(?:\p{Lu}\p{L}+\s){0,2}Minister (?:of|for)\s/u;
const HEADS_OF = /Heads of State and $/i;

/** "Foreign Ministers of Peru and Chile", "Heads of State and Government of Peru": people told by their offices, in the plural, are no organisation. */
export function isOffices(text: string, [start, end]: Span): boolean {
  const words = text.slice(start, end);
  return OFFICES.test(words) || OFFICE_OF.test(words) || HEADS_OF.test(text.slice(Math.max(0, start - 20), start));
}

function tidySpan(text: string, span: Span): Span {
  let [start, end] = trimSpan(text, span);
  start += PAPER.exec(text.slice(start, end))?.[0].length ?? 0;
  for (let cut = LEADING.exec(text.slice(start, end)); cut && cut[0].length < end - start; ) {
    start += cut[0].length;
    cut = LEADING.exec(text.slice(start, end));
  }
  for (let cut = TRAILING.exec(text.slice(start, end)); cut && cut.index > 0; ) {
    end = start + cut.index;
    cut = TRAILING.exec(text.slice(start, end));
  }
  const day = WEEKDAY_END.exec(text.slice(start, end));
  if (day && day.index > 0) end = start + day.index;
  return [start, withStop(text, start, end)];
}

/** The stop of a shortened last word belongs to the name: "Tokyo Electric Power Co." */
export function withStop(text: string, start: number, end: number): number {
  return text.charAt(end) === '.' && /\s(?:Corp|Inc|Ltd|Co|Bros|Jr|Sr)$/.test(text.slice(start, end)) ? end + 1 : end;
}

/** "President", "Foreign Ministers", "Kenyan", "July": offices, nationalities and dates are no names. */
export function isNoName(words: string, known: KnownNames): boolean {
  if (CALENDAR.test(words.toLowerCase())) return true;
  const atoms = atomsOf(words);
  const singular = atomsOf(words.replace(/s$/, ''));
  return (
    known.titles.at(singular, 0)?.last === singular.length - 1 ||
    known.nationalities.at(atoms, 0)?.last === atoms.length - 1
  );
}

/** "Amir-Hosseini" begins with no emir. */
const JOINED = /[-‐‑]/;

/** Cuts behind the last title inside the span and looks for one just before it. */
function withoutTitle(text: string, name: Name, known: KnownNames): Name {
  const atoms = atomsOf(text, ...name.span);
  let inside: Span | null = null;
  for (let at = 0; at < atoms.length && at < 12; at += 1) {
    const title = known.titles.at(atoms, at);
    if (!title || title.last + 1 >= atoms.length || JOINED.test(text.charAt(title.end))) continue;
    inside = [title.start, title.end];
    at = title.last;
  }
  if (inside) {
    const start = skipMarks(text, inside[1], name.span[1]);
    if (start < name.span[1]) return { ...name, span: [start, name.span[1]], title: inside };
  }
  const before = titleBefore(text, name.span[0], known);
  return before ? { ...name, title: before } : name;
}

function skipMarks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /[\s.,]/.test(text.charAt(at))) at += 1;
  return at;
}

/** The longest title that ends where the name begins: "Deputy Foreign Minister" before "Grushko". */
export function titleBefore(text: string, start: number, known: KnownNames): Span | null {
  const from = Math.max(0, start - 60);
  const atoms = atomsOf(text, from, start);
  for (let at = Math.max(0, atoms.length - 6); at < atoms.length; at += 1) {
    if (at === 0 && from > 0) continue;
    const title = known.titles.at(atoms, at);
    if (!title) continue;
    const rest = text.slice(title.end, start);
    if (/^\.?[ \t]{0,3}\n?[ \t]*$/.test(rest) && rest.length > 0) return [title.start, title.end];
  }
  return null;
}
