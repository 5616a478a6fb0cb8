// Dyadic CAMEO events, as PETRARCH writes them: date, source, target, code, sentences, address, source of the story.
// Source of the layout: openeventdata/petrarch2, PETRwriter.py.
import type { EventView } from '../../record/views.ts';
import { actorCodes } from '../codes/actor-codes.ts';
import { cameoOf } from '../codes/cameo.ts';
import type { Exporter } from '../format.ts';
import type { Registered } from '../selection/register.ts';
import type { Selection } from '../selection/selection.ts';
import { tabLine } from '../text/delimited.ts';
import { compact, dayOf } from './day.ts';
import { dyadsOf } from './dyads.ts';
import { sentenceNumber } from './tellings.ts';

export const cameo: Exporter = {
  summary: 'date, source, target and code of each dyadic event, tab-separated, no header, as PETRARCH writes them',
  mediaType: 'text/tab-separated-values; charset=utf-8',
  ending: 'txt',
  loses: 'Names, words, modality and vague dates (left out), events without two parties that have a code.',
  pieces,
};

async function* pieces(selection: Selection): AsyncGenerator<string> {
  for await (const event of selection.happened()) {
    const day = dayOf(event, selection);
    if (day === null) continue;
    const [url, sentences] = await tellingOf(event, selection);
    for (const { source, target } of await dyadsOf(event, selection.register)) {
      const from = codeOf(source);
      const to = codeOf(target);
      if (!from) selection.leftOut('no-actor');
      else if (!to) selection.leftOut('no-recipient');
      else {
        const outlet = event.evidence[0]?.document.publisher ?? '';
        yield tabLine([compact(day), from, to, cameoOf(event).code, sentences, url, outlet]);
      }
    }
  }
}

const codeOf = (actor: Registered | null): string => (actor ? actorCodes(actor).cameo : '');

/** Address of the first document, and the sentences of all as `document_sentence`. */
async function tellingOf(event: EventView, { library }: Selection): Promise<readonly [string, string]> {
  const places: string[] = [];
  let address = '';
  for (const { document, trigger, span } of event.evidence) {
    const text = await library.get(document.id);
    if (!text) continue;
    address ||= text.url ?? '';
    places.push(`${document.id}_${sentenceNumber(text, trigger ?? span)}`);
  }
  return [address, places.join(';')];
}
