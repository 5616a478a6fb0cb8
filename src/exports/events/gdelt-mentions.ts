// GDELT 2.0's table of mentions: 16 columns, a row for each place that tells an event of the event table.
// Source: GDELT Event codebook V2.0 (2015-02-19), "Mentions".
import type { Evidence } from '../../record/views.ts';
import type { Exporter } from '../format.ts';
import type { Selection } from '../selection/selection.ts';
import { tabLine } from '../text/delimited.ts';
import { lengthInPoints, pointsBefore } from '../text/points.ts';
import { compact } from './day.ts';
import { addedAt, type GdeltEvent, gdeltEvents } from './gdelt.ts';
import { citationOf, mentionIn, sentenceNumber } from './tellings.ts';

export const gdeltMentions: Exporter = {
  summary: "the mentions of gdelt's events: 16 columns, tab-separated, no header",
  mediaType: 'text/tab-separated-values; charset=utf-8',
  ending: 'csv',
  loses: 'The words themselves. Tone stays empty, and confidence where nobody reviewed the event.',
  pieces,
};

/** Types of source in the codebook. */
const WEB = 1;
const CITATION_ONLY = 2;

/** Where GDELT found no place for a part of the event. */
const NOT_FOUND = -1;

async function* pieces(selection: Selection): AsyncGenerator<string> {
  for await (const row of gdeltEvents(selection)) {
    for (const words of row.event.evidence) yield await mention(row, words, selection);
  }
}

async function mention({ id, event, dyad }: GdeltEvent, words: Evidence, { library }: Selection): Promise<string> {
  const document = await library.get(words.document.id);
  if (!document) return '';
  const offset = (at: number | null) => (at === null ? NOT_FOUND : pointsBefore(document.text, at));
  const published = document.published.start;
  return tabLine([
    id,
    addedAt(event),
    published === null ? '' : `${compact(published)}000000`,
    document.url === null ? CITATION_ONLY : WEB,
    document.publisher ?? '',
    document.url ?? citationOf(document),
    sentenceNumber(document, words.trigger ?? words.span),
    offset(mentionIn(document, words.sentence.span, dyad.source)),
    offset(mentionIn(document, words.sentence.span, dyad.target)),
    offset(words.trigger?.[0] ?? words.span[0]),
    1,
    // The reader gives reasons, not a probability; a person's decision is certain.
    event.review === 'machine' ? '' : 100,
    lengthInPoints(document.text),
    ...['', '', ''],
  ]);
}
