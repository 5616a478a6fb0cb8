// The brief as one HTML page that needs nothing else: for mail, print and reading without the network.
import type { Exporter } from '../format.ts';
import type { Selection } from '../selection/selection.ts';
import { escapeMarkup } from '../text/markup.ts';
import { type Block, blocksOf, type Entry, PREFACE, type Source, TITLE } from './blocks.ts';
import { STYLE } from './style.ts';

export const html: Exporter = {
  summary: 'a brief with numbered citations, one HTML page',
  mediaType: 'text/html; charset=utf-8',
  ending: 'html',
  loses: 'Offsets, codes and scores; other words of what several documents tell.',
  pieces,
};

/** A document's words are text here and nothing else; the page may neither run nor load anything. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const QUADS = {
  1: 'cooperation in words',
  2: 'cooperation in deeds',
  3: 'conflict in words',
  4: 'conflict in deeds',
} as const;

async function* pieces(selection: Selection): AsyncGenerator<string> {
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(TITLE)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeMarkup(TITLE)}</h1>
<p class="note">${escapeMarkup(PREFACE)}</p>
`;
  let list: 'ol' | 'ul' | null = null;
  const opened = (wanted: 'ol' | 'ul'): string => {
    if (list === wanted) return '';
    list = wanted;
    return `<${wanted}>\n`;
  };
  for await (const block of blocksOf(selection)) {
    if (block.kind === 'section') {
      if (list) yield `</${list}>\n`;
      list = null;
    } else yield opened(block.kind === 'source' ? 'ol' : 'ul');
    yield print(block);
  }
  yield `${list ? `</${list}>\n` : ''}</main>\n</body>\n</html>\n`;
}

function print(block: Block): string {
  switch (block.kind) {
    case 'section':
      return `<h2>${escapeMarkup(block.title)}</h2>\n${block.note ? `<p class="note">${escapeMarkup(block.note)}</p>\n` : ''}`;
    case 'entry':
      return entryItem(block.entry);
    case 'source':
      return sourceItem(block.source);
  }
}

function entryItem({ id, date, subject, what, quad, happened, quote, sources }: Entry): string {
  const cited = sources.map((number) => `<a href="#source-${number}">[${number}]</a>`).join(' ');
  const mark =
    quad === null
      ? ''
      : `<span class="mark q${quad}" role="img" aria-label="${QUADS[quad]}" title="${QUADS[quad]}"></span> `;
  const head = `${mark}<b>${escapeMarkup(subject)}</b> ${escapeMarkup(what)}`;
  return `<li id="${escapeMarkup(id)}"${happened ? '' : ' class="open"'}><span class="date">${escapeMarkup(date)}</span>
<p>${head}</p><blockquote>${escapeMarkup(quote)} ${cited}</blockquote></li>\n`;
}

function sourceItem({ number, document, url, date }: Source): string {
  const title = escapeMarkup(document.title ?? document.id);
  const linked = url && /^https?:/.test(url) ? `<a href="${escapeMarkup(url)}">${title}</a>` : title;
  const publisher = document.publisher === null ? '' : `${escapeMarkup(document.publisher)}, `;
  return `<li id="source-${number}" value="${number}">${publisher}<cite>${linked}</cite>, ${escapeMarkup(date)}</li>\n`;
}
