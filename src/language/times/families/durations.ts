// Lengths of time: "three days", "a five-year plan", "the past two weeks", "decades", "a 32-year-old man".
import type { Form } from '../form.ts';
import { type Groups, type Place, type Rule, rule } from '../pattern.ts';
import { readNumber } from '../words/numbers.ts';
import { letterOf, trimmed } from './relative.ts';

const LEAD = '(?:ABOUT )?';
const SPAN =
  '(?:(?:the|these|those|its|his|her|their|every) )?(?:(?:first|last|past|next|coming|previous|preceding|following|final|latest|recent|other|same|opening|remaining) )?';
const KIND =
  '(?:(?:trading|business|working|consecutive|straight|full|calendar|fiscal|more|additional|extra|long|short|whole|solid|further|crucial|successive|other|academic|dark|difficult|bloody|tumultuous) ){0,2}';

export const DURATION_RULES: readonly Rule[] = [
  rule(
    'duration:counted',
    `${LEAD}${SPAN}(?:ABOUT )?(?<count>NUMBER)(?:(?: to | or |[-–])NUMBER)?(?<half>(?: |-)and(?: |-)a(?: |-)half)? ${KIND}(?<unit>UNIT)(?<half2>,? and a half)?(?:~(?:long|period|span)\\b)?(?: or (?:so|more))?`,
    readCounted,
  ),
  // "a three-year plan", "the 32-year-old": the article is the noun's.
  rule(
    'duration:hyphened',
    `(?<count>NUMBER)(?<half>[- ]and[- ]a[- ]half)?(?<dash>[-–])(?<unit>UNIT)(?:[-–]long)?`,
    readCounted,
  ),
  rule(
    'duration:hours-minutes',
    '(?<hours>NUMBER)~hours?,?(?: and)? (?<minutes>NUMBER)~minutes?',
    ({ hours = '', minutes = '' }) => {
      const [h, m] = [readNumber(hours), readNumber(minutes)];
      return h === null || m === null
        ? null
        : { kind: 'fixed', type: 'DURATION', value: `PT${trimmed(h)}H${trimmed(m)}M` };
    },
  ),
  rule(
    'duration:minute-and-a-half',
    `${LEAD}(?:an?|one) (?<unit>minute|hour|day|week|month|year|decade|century) and a half`,
    ({ unit = '' }) => duration(1.5, letterOf(unit)),
  ),
  rule('duration:half', `${LEAD}half an? (?<unit>hour|day|minute|year|century|decade)`, ({ unit = '' }) =>
    duration(0.5, letterOf(unit)),
  ),
  rule('duration:half-hour', `${LEAD}(?:a )?half[- ](?<unit>hour|day|year|century|decade)`, ({ unit = '' }) =>
    duration(0.5, letterOf(unit)),
  ),
  rule('duration:couple', `${LEAD}${SPAN}(?:a )?couple(?: of)?(?: more)? (?<unit>UNIT)`, ({ unit = '' }) =>
    duration(2, letterOf(unit)),
  ),
  rule(
    'duration:vague',
    `${LEAD}${SPAN}(?:a few|few|several|many|some|a number of|(?:dozens|hundreds|thousands) of|countless|recent|coming)(?: more| recent| past| short| long)? (?<unit>minutes|hours|days|weeks|weekends|months|years|decades|centuries|seconds|quarters)`,
    readVague,
  ),
  rule(
    'duration:side',
    '(?:(?:the|these) )?(?<side>past|last|next|recent|coming|early|final|previous) (?<unit>hours|days|weeks|months|years|decades|centuries)',
    readSide,
  ),
  rule(
    'duration:the-past-unit',
    '(?:the|this) past (?<unit>day|week|month|year|decade|century|quarter|hour|weekend)(?: or (?:so|more))?',
    ({ unit = '' }) => duration(1, letterOf(unit)),
  ),
  rule(
    'duration:one',
    `${LEAD}(?:an?|one|the whole|the entire|a full|a whole|an entire|another)(?: full| whole| extra| additional)? (?<unit>second|minute|hour|day|week|weekend|month|quarter|year|decade|century|fortnight)(?: or (?:so|more|two))?`,
    readOne,
  ),
  rule('duration:plural', '(?<unit>hours|days|weeks|months|years|decades|centuries|minutes)(?:~long\\b)?', readPlural),
  rule('duration:unit-long', '(?<unit>hour|day|week|month|year|decade|decades|century)[-–]long', ({ unit = '' }) =>
    unit.endsWith('s') ? duration(null, letterOf(unit)) : duration(1, letterOf(unit)),
  ),
];

/** The TIMEX3 value of a length; `null` for a number that is not told (`PXM`). */
function duration(count: number | null, letter: string): Form | null {
  if (letter === '') return null;
  if (letter === 'ML') return null;
  // "two decades" are twenty years; only a number of decades that is not told stays one of decades.
  if (count !== null && (letter === 'DE' || letter === 'CE'))
    return duration(count * (letter === 'DE' ? 10 : 100), 'Y');
  const told = count === null ? 'X' : trimmed(letter === 'F' ? count * 2 : count);
  if (letter === 'TH' && count !== null && !Number.isInteger(count)) return fixed(mixed(count, 'H', 'M'));
  if (letter === 'TM' && count !== null && !Number.isInteger(count)) return fixed(mixed(count, 'M', 'S'));
  if (letter === 'Y' && count === 0.5) return fixed('P6M');
  const unit = letter === 'F' ? 'W' : letter;
  return fixed(unit.startsWith('T') ? `PT${told}${unit.slice(1)}` : `P${told}${unit}`);
}

/** 5.5 hours as `PT5H30M`. */
function mixed(count: number, unit: string, part: string): string {
  const whole = Math.floor(count);
  return `PT${whole > 0 ? `${whole}${unit}` : ''}${Math.round((count - whole) * 60)}${part}`;
}

const fixed = (value: string): Form => ({ kind: 'fixed', type: 'DURATION', value });

function readCounted({ count = '', unit = '', half, half2, dash = '' }: Groups, place: Place): Form | null {
  const number = readNumber(count);
  const letter = letterOf(unit);
  if (number === null || letter === '') return null;
  const { text, start, end, from } = place;
  const before = text.slice(Math.max(from, start - 3), start);
  if (/[$€£.,:\d-]$/.test(before) && /^\d/.test(text.charAt(start))) return null;
  // "one day" is some day or other; "second half" no seconds; "two nights" are nights.
  // An age is what somebody is, no time: "a 32-year-old", "55 years old".
  if (/^[-–\s]olds?\b/i.test(text.slice(end, end + 5))) return null;
  if (/^one day$/i.test(text.slice(start, end))) return null;
  // Three quarters are a fraction, "three consecutive quarters" are none.
  if (
    letter === 'Q' &&
    (dash !== '' || /^\s+of\b/.test(text.slice(end, end + 6)) || /^\S+\s\S+$/.test(text.slice(start, end)))
  )
    return null;
  if (letter === 'TS' && !/s$/i.test(unit) && !/[-–]/.test(dash) && number !== 1) return null;
  if (letter === 'TS' && /^min|^sec$|^hr$|^yr$/i.test(unit)) return null;
  if (!/s$/i.test(unit) && !/[-–]/.test(dash) && number !== 1 && /\d/.test(count) && number > 200) return null;
  if (/^(?:['’]s?)?\s+(?:earlier|later)\b/.test(text.slice(end, end + 10))) return null;
  return duration(half === undefined && half2 === undefined ? number : number + 0.5, letter);
}

function readVague({ unit = '' }: Groups, { text, start, end }: Place): Form | null {
  if (/years?$/i.test(unit) && /^(?:the )?recent/i.test(text.slice(start, end))) return duration(null, 'Y');
  return duration(null, letterOf(unit));
}

function readSide({ unit = '', side = '' }: Groups, { text, end }: Place): Form | null {
  // "the last days of August" are of August.
  if (/^(?:last|early|final)$/i.test(side) && /^\s+of\b/.test(text.slice(end, end + 5))) return null;
  if (/past|previous/i.test(side) && /years/i.test(unit)) return { kind: 'fixed', type: 'DATE', value: 'PAST_REF' };
  return duration(null, letterOf(unit));
}

/** "a year": a length after a preposition of length or a verb, a rhythm after a quantity ("$3 million a year"). */
function readOne({ unit = '' }: Groups, { text, start, end, from, to }: Place): Form | null {
  const words = text.slice(start, end);
  const before = text.slice(Math.max(from, start - 40), start);
  const after = text.slice(end, Math.min(to, end + 14));
  const letter = letterOf(unit);
  if (/^[-'’]/.test(after) && !/^['’]s?\s/.test(after)) return null;
  if (/^one day$/i.test(words))
    return !/\b(?:will|would|could|may|might|can|to|that|[’']ll)\s$/i.test(before)
      ? duration(1, 'D')
      : { kind: 'fixed', type: 'DATE', value: 'FUTURE_REF' };
  if (/^an? second$/i.test(words) && !/\b(?:for|in|than|within)\s$/i.test(before)) return null;
  if (/\b(?:such|what|not|quite|as|was|is|be|been)\s$/i.test(before) && !/for|old/.test(before)) return null;
  if (
    /^an?\s/i.test(words) &&
    /(?:\d|percent|%|million|billion|thousand|hundred|\b(?:once|twice|times|dollars|tons|people|barrels|hours|days|weeks|months|cents|shares|units|copies|cars|passengers|pounds|students|cases|\p{Ll}{3,}s))\s$/iu.test(
      before,
    ) &&
    !/\b(?:for|in|within|after|than|about|nearly|almost|over|this|lasts|was|has)\s$/i.test(before)
  )
    return { kind: 'fixed', type: 'SET', value: letter.startsWith('T') ? `PT1${letter.slice(1)}` : `P1${letter}` };
  return duration(1, letter);
}

/** "for years", "days of fighting": but not "the years", which are told elsewhere, or "days" after a number not read. */
function readPlural({ unit = '' }: Groups, { text, start, from }: Place): Form | null {
  const before = text.slice(Math.max(from, start - 14), start);
  if (
    /(?:\d|\bper|\bold|\bother|\bspare|\bearly|\blater|\bhappier|\bschool|\bvisiting|\bworking|\bbusiness|\boffice)[\s-]$/i.test(
      before,
    )
  )
    return null;
  if (/[-–]$|\b(?:first|last|early|final|closing|opening|number of)\s$/i.test(before)) return null;
  return duration(null, letterOf(unit));
}
