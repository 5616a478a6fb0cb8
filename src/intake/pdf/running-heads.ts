// Leaves out what is printed on page after page: running heads, footers and page numbers.
import type { PdfLine } from './lines.ts';

/** So many lines at a page's top and bottom can be running heads. */
const EDGE = 3;

/** The pages' lines without those that come back at the same edge of other pages, numbers aside, and page numbers. */
export function withoutRunningHeads(pages: readonly (readonly PdfLine[])[]): readonly (readonly PdfLine[])[] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(edgesOf(page).values())) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const often = Math.max(2, Math.ceil(0.4 * pages.length));
  return pages.map((page) => {
    const edges = edgesOf(page);
    return page.filter((line) => {
      const key = edges.get(line);
      return key === undefined || (!isPageNumber(line.text) && (counts.get(key) ?? 0) < often);
    });
  });
}

/** The lines at a page's edges, each with its edge and its text without numbers. */
function edgesOf(page: readonly PdfLine[]): ReadonlyMap<PdfLine, string> {
  const down = [...page].sort((a, b) => b.y - a.y);
  const keys = new Map<PdfLine, string>();
  for (const [i, line] of down.entries()) {
    const edge = i < Math.min(EDGE, down.length / 2) ? 'top' : i >= down.length - EDGE ? 'bottom' : null;
    if (edge) keys.set(line, `${edge} ${line.text.toLowerCase().replace(/\d+/g, '#')}`);
  }
  return keys;
}

/** "7", "- 7 -", "Page 7 of 12", "7/12", "vii". */
function isPageNumber(text: string): boolean {
  return /^\W*(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/|von|de)\s*\d{1,4})?\W*$/i.test(text);
}
