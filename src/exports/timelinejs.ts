// TimelineJS: events as slides, for a page of a newsroom. A vague date is shown in words; the date behind it is partial.
import type { EventView, RecordDate } from '../record/views.ts';
import type { Exporter } from './format.ts';
import type { Selection } from './selection/selection.ts';
import { escapeMarkup } from './text/markup.ts';
import { dateWords, MODALITY_WORDS, namesOf, partiesOf } from './text/words.ts';

export const timelinejs: Exporter = {
  summary: 'events as slides of TimelineJS (JSON)',
  mediaType: 'application/json',
  ending: 'json',
  loses:
    'All but events; events without a date. A vague date is words beside a partial date. More than some hundred slides are slow there.',
  pieces,
};

const GROUPS = {
  1: 'Cooperation in words',
  2: 'Cooperation in deeds',
  3: 'Conflict in words',
  4: 'Conflict in deeds',
} as const;

async function* pieces(selection: Selection): AsyncGenerator<string> {
  yield '{"scale":"human","events":[';
  let before = '\n';
  for await (const event of selection.happened()) {
    const { start, end } = event.time;
    if (start === null || end === null) {
      selection.leftOut('undated');
      continue;
    }
    yield before + JSON.stringify(await slide(event, start, end, selection));
    before = ',\n';
  }
  yield '\n]}\n';
}

async function slide(event: EventView, start: string, end: string, { library }: Selection) {
  const last = endDate(event.time, start, end);
  return {
    unique_id: event.id,
    start_date: dateOf(event.time, start),
    ...(last && { end_date: last }),
    display_date: dateWords(event.time),
    group: GROUPS[event.quad],
    text: { headline: escapeMarkup(headline(event)), text: await body(event, library) },
  };
}

function headline({ type, mode, modality, actor, recipient, about }: EventView): string {
  const what = [MODALITY_WORDS[modality], type.toLowerCase(), mode && `(${mode})`].filter(Boolean).join(' ');
  const on = about.length > 0 ? `on ${namesOf(about)}` : '';
  return [[partiesOf({ actor, recipient }), what].filter(Boolean).join(': '), on].filter(Boolean).join(' ');
}

async function body({ evidence }: EventView, library: Selection['library']): Promise<string> {
  const quotes: string[] = [];
  for (const { quote, document } of evidence) {
    const url = (await library.get(document.id))?.url;
    const title = escapeMarkup([document.publisher, document.title ?? document.id].filter(Boolean).join(', '));
    const cited = url && /^https?:/.test(url) ? `<a href="${escapeMarkup(url)}">${title}</a>` : title;
    quotes.push(`<blockquote>${escapeMarkup(quote)}</blockquote><p>${cited}</p>`);
  }
  return quotes.join('');
}

interface SlideDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** As exact as the value is: a bare year has no month, and the beginning of anything else its day. */
function dateOf({ value }: RecordDate, day: string): SlideDate {
  const parts = (
    /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|\/|T)/.exec(value ?? '') ??
    /^(\d{4})-(\d{2})-(\d{2})/.exec(day) ??
    []
  ).slice(1);
  return slideDate(parts);
}

/** Only for dates that name two points or no plain one: the others are no span of time but a vague point. */
function endDate({ value }: RecordDate, start: string, end: string): SlideDate | null {
  const plain = /^\d{4}(?:-\d{2}){0,2}(?:T.*)?$/.test(value ?? '');
  return plain || start === end ? null : slideDate(end.split('-'));
}

function slideDate([year, month, day]: readonly (string | undefined)[]): SlideDate {
  return { year: Number(year), ...(month && { month: Number(month) }), ...(day && { day: Number(day) }) };
}
