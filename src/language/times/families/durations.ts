// Lengths of time: "three days", "a five-year plan", "the past two weeks", "decades", "half an hour".
import type { Form } from '../form.ts';
import { type Groups, type Place, type Rule, rule } from '../pattern.ts';
import { lengthValue, letterOf } from '../values/length.ts';
import { readNumber } from '../words/numbers.ts';

const ABOUT = '(?:ABOUT )?';
const WHICH =
  '(?:(?:the|these|those|its|his|her|their|every) )?(?:(?:first|last|past|next|coming|previous|preceding|following|final|latest|recent|other|same|opening|remaining) )?';
const KIND =
  '(?:(?:trading|business|working|consecutive|straight|full|calendar|fiscal|more|additional|extra|long|short|whole|solid|further|crucial|successive|other|academic|dark|difficult|bloody|tumultuous) ){0,2}';
const SINGULAR = '(?<unit>second|minute|hour|day|week|weekend|month|quarter|year|decade|century|fortnight)';
const PLURAL = '(?<unit>seconds|minutes|hours|days|weeks|weekends|months|quarters|years|decades|centuries)';
const OR_SO = '(?: or (?:so|more))?';

export const DURATION_RULES: readonly Rule[] = [
  rule(
    'duration:counted',
    `${ABOUT}${WHICH}${ABOUT}(?<count>NUMBER)(?:(?: to | or |[-–])NUMBER)?(?<half>[ -]and[ -]a[ -]half)? ${KIND}(?<unit>UNIT)(?<more>,? and a half)?(?:~(?:long|period|span)\\b)?${OR_SO}`,
    readCounted,
  ),
  // "a three-year plan": the article is the noun's.
  rule(
    'duration:hyphened',
    '(?<count>NUMBER)(?<half>[ -]and[ -]a[ -]half)?[-–](?<unit>UNIT)(?:[-–]long)?',
    readHyphened,
  ),
  rule(
    'duration:hours-minutes',
    '(?<hours>NUMBER)~hours?,?(?: and)? (?<minutes>NUMBER)~minutes?',
    ({ hours = '', minutes = '' }) => length((readNumber(hours) ?? 0) + (readNumber(minutes) ?? 0) / 60, 'TH'),
  ),
  rule('duration:one-and-a-half', `${ABOUT}(?:an?|one) ${SINGULAR} and a half`, ({ unit = '' }) =>
    length(1.5, letterOf(unit)),
  ),
  rule(
    'duration:half',
    `${ABOUT}(?:half an? |(?:a )?half[ -])(?<unit>hour|day|minute|year|century|decade)`,
    ({ unit = '' }) => length(0.5, letterOf(unit)),
  ),
  rule('duration:couple', `${ABOUT}${WHICH}(?:a )?couple(?: of)?(?: more)? (?<unit>UNIT)`, ({ unit = '' }) =>
    length(2, letterOf(unit)),
  ),
  rule(
    'duration:vague',
    `${ABOUT}${WHICH}(?:a few|few|several|many|some|a number of|(?:dozens|hundreds|thousands) of|countless|recent|coming)(?: more| recent| past| short| long)? ${PLURAL}`,
    ({ unit = '' }) => length(null, letterOf(unit)),
  ),
  rule(
    'duration:side',
    `(?:(?:the|these) )?(?<side>past|last|next|recent|coming|early|final|previous) ${PLURAL}`,
    readSide,
  ),
  rule('duration:the-past-unit', `(?:the|this) past ${SINGULAR}${OR_SO}`, ({ unit = '' }) => length(1, letterOf(unit))),
  rule(
    'duration:one',
    `${ABOUT}(?:an?|one|the whole|the entire|another)(?: full| whole| entire| extra| additional)? ${SINGULAR}(?: or (?:so|more|two))?`,
    readOne,
  ),
  rule('duration:plural', '(?<unit>minutes|hours|days|weeks|months|years|decades|centuries)(?:~long\\b)?', readPlural),
  rule(
    'duration:unit-long',
    '(?<unit>hour|day|week|month|year|decade|century)(?<many>s?)[-–]long',
    ({ unit = '', many }) => length(many === '' ? 1 : null, letterOf(unit)),
  ),
];

function length(count: number | null, letter: string): Form | null {
  const value = lengthValue(count, letter);
  return value === null ? null : { kind: 'fixed', type: 'DURATION', value };
}

/** Signs before a number that make it another's part: "$1.5", "4:30 days". */
const IN_NUMBER = /[$€£.,:\d-]$/;

/** An age is what somebody is, no time: "a 32-year-old", "55 years old". */
const AGED = /^[-–\s]olds?\b/i;

function readCounted(groups: Groups, place: Place): Form | null {
  const { text, start, end } = place;
  const { unit = '' } = groups;
  const letter = letterOf(unit);
  const words = text.slice(start, end);
  // "one day" is told by its own rule; "second half" and "one second" name no length, "ten seconds" do.
  if (/^one (?:day|second)$/i.test(words) || (letter === 'TS' && !/s$/i.test(unit))) return null;
  // "three quarters" are a fraction, "three consecutive quarters" are none.
  if (letter === 'Q' && (/^\s+of\b/.test(text.slice(end, end + 6)) || /^\S+\s\S+$/.test(words))) return null;
  return counted(groups, place);
}

function readHyphened(groups: Groups, place: Place): Form | null {
  return letterOf(groups.unit ?? '') === 'Q' ? null : counted(groups, place);
}

function counted({ count = '', unit = '', half, more }: Groups, { text, start, end, from }: Place): Form | null {
  const number = readNumber(count);
  if (number === null || AGED.test(text.slice(end, end + 5))) return null;
  if (/^\d/.test(text.charAt(start)) && IN_NUMBER.test(text.slice(Math.max(from, start - 1), start))) return null;
  return length(half === undefined && more === undefined ? number : number + 0.5, letterOf(unit));
}

function readSide({ unit = '', side = '' }: Groups, { text, end }: Place): Form | null {
  // "the last days of August" are of August.
  if (/^(?:last|early|final)$/i.test(side) && /^\s+of\b/.test(text.slice(end, end + 5))) return null;
  if (/past|previous/i.test(side) && /years/i.test(unit)) return { kind: 'fixed', type: 'DATE', value: 'PAST_REF' };
  return length(null, letterOf(unit));
}

/** A quantity before "a year" makes it a rhythm: "$3 million a year", "two meetings a year". */
const QUANTITY = /(?:\d|%|\b(?:percent|million|billion|thousand|hundred|once|twice|people|\p{Ll}{3,}s))\s$/iu;

/** These end in "s" or stand after a quantity, but "a year" after them is a length: "this lasts a year". */
const LASTING = /\b(?:for|in|within|after|than|about|nearly|almost|over|this|lasts|was|has)\s$/i;

/** "he was such a second": no length where one thing is told from others. */
const ONE_OF_KIND = /\b(?:such|what|not|quite|as|was|is|be|been)\s$/i;

/** "a year": a length, or a rhythm after a quantity; "one day" with a modal before it is some day to come. */
function readOne({ unit = '' }: Groups, { text, start, end, from }: Place): Form | null {
  const words = text.slice(start, end);
  const before = text.slice(Math.max(from, start - 40), start);
  const letter = letterOf(unit);
  if (/^(?:-|['’](?!s?\s))/.test(text.slice(end, end + 3))) return null;
  if (/^one day$/i.test(words) && /\b(?:will|would|could|may|might|can|to|that|['’]ll)\s$/i.test(before))
    return { kind: 'fixed', type: 'DATE', value: 'FUTURE_REF' };
  if (letter === 'TS' && !/\b(?:for|in|than|within)\s$/i.test(before)) return null;
  if (ONE_OF_KIND.test(before)) return null;
  const value = lengthValue(1, letter);
  if (/^an?\s/i.test(words) && QUANTITY.test(before) && !LASTING.test(before))
    return value === null ? null : { kind: 'fixed', type: 'SET', value };
  return length(1, letter);
}

/** Words after which "days" and the like are no length: a number not read, a kind of days, a part told with what follows. */
const NO_LENGTH =
  /[\d–-]\s?$|\b(?:per|old|other|spare|early|later|happier|school|visiting|working|business|office|trading|first|last|final|closing|opening|number of)\s$/i;

/** "for years", "days of fighting". */
function readPlural({ unit = '' }: Groups, { text, start, from }: Place): Form | null {
  return NO_LENGTH.test(text.slice(Math.max(from, start - 12), start)) ? null : length(null, letterOf(unit));
}
