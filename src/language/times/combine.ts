// Joins expressions that stand beside each other and mean one time: "Friday morning", "3 p.m. on 5 May", "last year's third quarter".
import type { Draft, Form } from './form.ts';
import { coarsen } from './values/point.ts';

const BETWEEN = {
  /** "Friday, 5 May", "3 p.m. on Friday", "Friday at 3 p.m." */
  day: /^\s*,?\s*(?:(?:on|of|in|at|the|of the|on the)\s+)?$/i,
  apposition: /^\s*[,(]?\s*(?:the\s+)?$/i,
  year: /^\s*,?\s*(?:of|in|of the|in the)?\s*$/i,
  genitive: /^(?:['’]s?)?\s+$/,
};

/** A draft beside another as one, where they mean one time; null where they are two. */
export function join(text: string, left: Draft, right: Draft): Draft | null {
  if (right.span[0] - left.span[1] > 14) return null;
  const between = text.slice(left.span[1], right.span[0]);
  const form = joinForms(left, right, between);
  return form === null ? null : { span: [left.span[0], right.span[1]], form, rule: `${left.rule}+${right.rule}` };
}

function joinForms({ form: left }: Draft, { form: right }: Draft, between: string): Form | null {
  if (left.kind === 'clock' && left.day === null && isDay(right) && BETWEEN.day.test(between))
    return { ...left, day: right, bare: false };
  if (
    right.kind === 'clock' &&
    right.day === null &&
    isDay(left) &&
    BETWEEN.day.test(between) &&
    (!right.bare || /^\s+(?:in the\s+)?$|^\s$/i.test(between))
  )
    return { ...right, day: left, bare: false };
  if (
    left.kind === 'clock' &&
    right.kind === 'clock' &&
    right.day !== null &&
    left.day === null &&
    /^\s*(?:in the\s+)?$/.test(between)
  )
    return { ...left, day: right.day };
  if (left.kind === 'weekday' && isDate(right) && BETWEEN.apposition.test(between)) return right;
  if (left.kind === 'part' && left.side === 'near' && isYear(right) && BETWEEN.year.test(between))
    return inYear(left, right);
  if (
    right.kind === 'part' &&
    right.side === 'near' &&
    isYear(left) &&
    BETWEEN.genitive.test(between) &&
    right.part.grain !== 'day'
  )
    return inYear(right, left);
  if (left.kind === 'same' && left.grain === 'week' && isDate(right) && /^\s+of\s+$/.test(between))
    return { kind: 'holding', grain: 'week', of: right };
  if (left.kind === 'same' && left.grain === 'quarter' && right.kind === 'year-before' && /^\s+$/.test(between))
    return right;
  return null;
}

function inYear(part: Form & { kind: 'part' }, year: Form): Form {
  return { kind: 'in-year', part: part.part, year };
}

function isDay(form: Form): boolean {
  if (form.kind === 'weekday' || form.kind === 'day-of-month') return true;
  if (form.kind === 'offset' || form.kind === 'same') return form.grain === 'day';
  return isDate(form);
}

const isDate = (form: Form): boolean =>
  (form.kind === 'point' && form.point.grain === 'day') ||
  (form.kind === 'part' && (form.part.grain === 'day' || form.part.grain === 'thanksgiving'));

function isYear(form: Form): boolean {
  if (form.kind === 'point') return form.point.grain === 'year' && coarsen(form.point, 'year') !== null;
  return form.kind === 'year-before' || ((form.kind === 'offset' || form.kind === 'same') && form.grain === 'year');
}

/** "the opening months of the " and a little more. */
const LONGEST_PART = 36;

const PART_BEFORE =
  /(?:\b(?:(?:the\s+)?(?:very\s+)?(?:(?:middle|beginning|start|end|close|turn|eve|latter\s+part|early\s+part|later\s+part|latter\s+half|first\s+half|second\s+half|remainder|rest|(?:first|last|early|final|closing|opening)\s+(?:days|weeks|months))\s+of|early|late|mid)(?:\s+in)?|later|earlier|post|pre)(?:\s+(?:on|in))?[\s-]+(?:the\s+)?)$/i;

/** The start of an expression with the words before it that name a part of it: "early next year", "the end of October", "mid-1990s". */
export function startWithPart(text: string, from: number, draft: Draft): number {
  const { form, span } = draft;
  const datelike = form.kind !== 'fixed' && !(form.kind === 'clock' && form.day === null);
  if (!datelike) return span[0];
  const window = text.slice(Math.max(from, span[0] - LONGEST_PART), span[0]);
  const match = PART_BEFORE.exec(window);
  if (match === null) return span[0];
  return span[0] - match[0].length;
}
