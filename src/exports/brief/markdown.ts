// The brief in Markdown (CommonMark), for notes and wikis.
import type { Exporter } from '../format.ts';
import type { Selection } from '../selection/selection.ts';
import { type Block, blocksOf, type Entry, PREFACE, type Source, TITLE } from './blocks.ts';

export const markdown: Exporter = {
  summary: 'a brief with numbered citations, Markdown',
  mediaType: 'text/markdown; charset=utf-8',
  ending: 'md',
  loses: 'Offsets, codes and scores; other words of what several documents tell.',
  pieces,
};

async function* pieces(selection: Selection): AsyncGenerator<string> {
  yield `# ${plain(TITLE)}\n\n${plain(PREFACE)}\n`;
  for await (const block of blocksOf(selection)) yield print(block);
}

function print(block: Block): string {
  switch (block.kind) {
    case 'section':
      return `\n## ${plain(block.title)}\n\n${block.note ? `${plain(block.note)}\n\n` : ''}`;
    case 'entry':
      return entryLines(block.entry);
    case 'source':
      return sourceLine(block.source);
  }
}

function entryLines({ date, subject, what, quote, sources, happened }: Entry): string {
  const head = [subject, what].filter(Boolean).join(' – ');
  const told = happened ? plain(head) : `*${plain(head)}*`;
  const cited = sources.map((number) => `[\\[${number}\\]](#source-${number})`).join(' ');
  return `- **${plain(date)}** ${told}\n  > ${plain(quote)} ${cited}\n`;
}

function sourceLine({ number, document, url, date }: Source): string {
  const parts = [document.publisher, document.title ?? document.id, date].filter((part) => part !== null);
  const address = url && /^https?:[^\s<>]+$/.test(url) ? ` <${url}>` : '';
  return `${number}. <a id="source-${number}"></a>${plain(parts.join(', '))}${address}\n`;
}

/** Text without meaning for Markdown, on one line. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+])/, '\\$1');
}
