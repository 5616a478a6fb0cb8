// Meetings as a calendar (iCalendar, RFC 5545). Days are whole days; a vague date spans all the days it can mean.
import type { MeetingView } from '../record/views.ts';
import type { Exporter } from './format.ts';
import type { Selection } from './selection/selection.ts';
import { dateWords, namesOf } from './text/words.ts';

export const ics: Exporter = {
  summary: 'meetings as a calendar (iCalendar)',
  mediaType: 'text/calendar; charset=utf-8',
  ending: 'ics',
  loses:
    'All but meetings; meetings without a date. A vague date is an event over all its days, a day of publication TENTATIVE, both marked APPROXIMATE; parties are words, not attendees.',
  pieces,
};

/** A calendar knows no meeting that was only thought of; the category tells it from a planned one. */
const STATES: Readonly<Record<MeetingView['state'], { readonly status: string; readonly category: string }>> = {
  held: { status: 'CONFIRMED', category: 'HELD' },
  planned: { status: 'TENTATIVE', category: 'PLANNED' },
  considered: { status: 'TENTATIVE', category: 'CONSIDERED' },
  refused: { status: 'CANCELLED', category: 'REFUSED' },
};

async function* pieces(selection: Selection): AsyncGenerator<string> {
  yield fold('BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Rapporteur//Record//EN', 'CALSCALE:GREGORIAN');
  yield fold(`X-WR-CALNAME:${escaped('Meetings of the record')}`);
  for await (const meeting of selection.standing('meeting')) {
    const { start, end } = meeting.time;
    if (start === null || end === null) selection.leftOut('undated');
    else yield fold(...(await eventLines(meeting, start, end, selection)));
  }
  yield fold('END:VCALENDAR');
}

async function eventLines(meeting: MeetingView, start: string, end: string, { library }: Selection) {
  const { status, category } = STATES[meeting.state];
  const isGiven = meeting.time.basis === 'expression';
  const [words] = meeting.evidence;
  const document = words ? await library.get(words.document.id) : null;
  const categories = [
    category,
    ...(meeting.level ? [meeting.level.toUpperCase()] : []),
    ...(isGiven && start === end ? [] : ['APPROXIMATE']),
  ];
  return [
    'BEGIN:VEVENT',
    // Made of the meeting's words: a calendar that has it already takes the new one in its place.
    `UID:${meeting.id}@rapporteur`,
    `DTSTAMP:${compact(document?.published.start ?? start)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(start)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(end))}`,
    `SUMMARY:${escaped(titleOf(meeting))}`,
    `DESCRIPTION:${escaped(descriptionOf(meeting))}`,
    ...(meeting.place ? [`LOCATION:${escaped(meeting.place.name)}`] : []),
    ...(document?.url && /^https?:[^\s]+$/.test(document.url) ? [`URL:${document.url}`] : []),
    `CATEGORIES:${categories.map(escaped).join(',')}`,
    // That it was held is told, but not that it was on this day.
    `STATUS:${isGiven || status !== 'CONFIRMED' ? status : 'TENTATIVE'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const titleOf = ({ body, parties }: MeetingView): string => body?.name ?? (namesOf(parties) || 'Meeting');

function descriptionOf({ parties, level, time, state, evidence }: MeetingView): string {
  const facts = [
    parties.length > 0 && `Parties: ${namesOf(parties)}`,
    level && `Level: ${level.replaceAll('-', ' ')}`,
    `When: ${dateWords(time)} (${state})`,
  ];
  const quotes = evidence.map(({ quote, document }) => `"${quote}" - ${document.title ?? document.id}`);
  return [...facts.filter(Boolean), ...quotes].join('\n');
}

const compact = (day: string): string => day.replaceAll('-', '');

/** The end of days is the day after the last. */
function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** Text as a value: control characters but the line break cannot stand in it. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, ' ')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

/** A line has at most this many octets; the rest goes on lines that begin with a space. */
const WIDEST = 75;

function fold(...lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Breaks only between characters: half of one would be read as two wrong ones. */
function folded(line: string): string {
  let out = '';
  let width = 0;
  for (const sign of line) {
    const octets = Buffer.byteLength(sign);
    if (width + octets > WIDEST) {
      out += '\r\n ';
      width = 1;
    }
    out += sign;
    width += octets;
  }
  return out;
}
