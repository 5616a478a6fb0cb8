// Finds date, author and publisher of a page where it shows them to the reader only, and not in its head.
import { authorIn } from '../head/find-head.ts';
import { copyrightOwner } from '../head/find-publisher.ts';
import { findPrintedDates } from '../head/printed-dates.ts';
import { isByline } from '../passages/signs/bylines.ts';
import { isDateLine } from '../passages/signs/datelines.ts';
import type { TextBlock } from './blocks.ts';
import type { PageHead } from './read-meta.ts';

/** So many blocks between title and article are looked at, and as many at the page's end. */
const NEAR = 12;

/**
 * What stands between a page's title and its first paragraph, and in its last lines.
 * @param blocks of the whole page
 * @param article the article's own blocks, from `findProse`
 */
export function readVisibleHead(blocks: readonly TextBlock[], article: readonly TextBlock[]): PageHead {
  const first = blocks.findIndex(({ text }) => text === article[0]?.text);
  const above = blocks.slice(Math.max(0, first - NEAR), Math.max(0, first));
  const title = above.findLastIndex(({ element }) => element.tag === 'h1');
  const lines = above
    .slice(title === -1 ? 0 : title)
    .filter(({ text }) => text.length <= 160)
    .flatMap(({ text }) => text.split(/\s*[·|•\n]\s*/));
  const dated = lines.find((line) => isDateLine(line, line.length) && !/\bupdated\b/i.test(line.slice(0, 20)));
  const byline = lines.find((line) => isByline(line, line.length));
  const owner = blocks.slice(-NEAR).map(({ text }) => copyrightOwner(text.slice(0, 300)));
  const head = {
    published: dated ? findPrintedDates(dated)[0]?.value : undefined,
    author: byline ? authorIn(byline) : undefined,
    publisher: owner.find((name) => name !== null) ?? undefined,
  };
  return Object.fromEntries(Object.entries(head).filter(([, value]) => value));
}
