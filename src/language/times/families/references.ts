// Words for the present, the past and the future as such: "now", "recently", "the future".
import type { Form } from '../form.ts';
import { type Place, type Rule, rule } from '../pattern.ts';

const date = (value: string): Form => ({ kind: 'fixed', type: 'DATE', value });
const PRESENT = date('PRESENT_REF');
const PAST = date('PAST_REF');
const FUTURE = date('FUTURE_REF');

export const REFERENCE_RULES: readonly Rule[] = [
  rule('reference:now', '(?:right )?now', (_, { text, end }) =>
    /^\s+that\b|^-/.test(text.slice(end, end + 8)) ? null : PRESENT,
  ),
  rule(
    'reference:present',
    'currently|presently|nowadays|these days|at present|at the (?:present )?moment|at this (?:time|moment|point)|the present(?: day| time)?',
    () => PRESENT,
  ),
  rule('reference:current', 'current', (_, place) => currentOf(place)),
  rule('reference:recent', '(?:more |most |only |just )?recently|lately', () => PAST),
  rule('reference:past', 'the(?: recent| distant)? past|long ago|some time ago|a while ago', (_, { text, end }) =>
    /^\s(?:few|several|\d|two|three|four|five|six|seven|eight|nine|ten|year|month|week|day|decade|quarter|couple|season|summer|winter|hour)|^-/.test(
      text.slice(end, end + 12),
    )
      ? null
      : PAST,
  ),
  rule(
    'reference:future',
    'soon|shortly|(?:the|its|their|his|her|our) (?:near |immediate |foreseeable |not-too-distant |distant )?future|a later date',
    (_, { text, end }) => (/^\s(?:as|after|before)\b/.test(text.slice(end, end + 8)) ? null : FUTURE),
  ),
];

/** "the current talks" are of the present; "current" as a stream or in electricity is none. */
function currentOf({ text, start, end, tagAt }: Place): Form | null {
  const tag = tagAt(start);
  if (tag !== '' && !tag.startsWith('JJ')) return null;
  return /^\s\p{L}/u.test(text.slice(end, end + 2)) ? PRESENT : null;
}
