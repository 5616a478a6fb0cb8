// Leaves out what is printed on page after page: running heads, footers and page numbers.
import type { PdfLine } from './lines.ts';

/** So many lines at a page's top and bottom can be running heads. */
const EDGE = 3;

/** The pages' lines without those that come back at the same edge of other pages, numbers aside, and page numbers. */
export function withoutRunningHeads(pages: readonly (readonly PdfLine[])[]): readonly (readonly PdfLine[])[] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(page.flatMap((line, i) => (atEdge(page, i) ? [keyOf(page, line, i)] : [])))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const often = Math.max(2, Math.ceil(0.4 * pages.length));
  return pages.map((page) =>
    page.filter((line, i) => {
      if (!atEdge(page, i)) return true;
      return !isPageNumber(line.text) && (counts.get(keyOf(page, line, i)) ?? 0) < often;
    }),
  );
}

const atEdge = (page: readonly PdfLine[], i: number): boolean => i < EDGE || i >= page.length - EDGE;

/** A line's text without its numbers, and the edge it stands at. */
function keyOf(page: readonly PdfLine[], { text }: PdfLine, i: number): string {
  return `${i < page.length / 2 ? 'top' : 'bottom'} ${text.toLowerCase().replace(/\d+/g, '#')}`;
}

/** "7", "- 7 -", "Page 7 of 12", "7/12", "vii". */
function isPageNumber(text: string): boolean {
  return /^\W*(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/|von|de)\s*\d{1,4})?\W*$/i.test(text);
}
