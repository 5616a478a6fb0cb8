// Rebuilds paragraphs from the lines of a PDF: by the room between lines, by indents, by short last lines, by size.
import type { PdfLine } from './lines.ts';

/** The text of a document's pages, a blank line between paragraphs; words cut at a line's end are whole again. */
export function joinParagraphs(pages: readonly (readonly PdfLine[])[]): string {
  const lines = pages.flat();
  const leading = usualLeading(pages);
  const right = quantile(
    lines.map((line) => line.right),
    0.9,
  );
  const paragraphs: string[] = [];
  let before: PdfLine | null = null;
  for (const line of lines) {
    const last = paragraphs.length - 1;
    if (before && !isNewParagraph(before, line, leading, right))
      paragraphs[last] = joinWords(paragraphs[last] ?? '', line.text);
    else paragraphs.push(line.text);
    before = line;
  }
  return paragraphs.join('\n\n');
}

function isNewParagraph(before: PdfLine, line: PdfLine, leading: number, right: number): boolean {
  if (Math.abs(before.size - line.size) > 0.8) return true;
  const drop = before.y - line.y;
  const ended = /[.!?:…]["”’)\]]*$/.test(before.text);
  // A new page or column: the sentence goes on unless it was ended and the line before was short.
  if (drop <= 0 || drop > 6 * leading)
    return (
      ended &&
      (before.right < right - 3 * line.size || /^["“‘«\p{Lu}\d•]/u.test(line.text)) &&
      !/\b[a-z]+-$/.test(before.text)
    );
  // Lines of a title are as far apart as their letters are large.
  if (drop > 1.35 * Math.max(leading, 1.25 * line.size)) return true;
  if (/^(?:[•▪–]|[-*] |\(?\d{1,2}[.)] |\(?[a-z]\) )/.test(line.text)) return true;
  if (line.x > before.x + 0.8 * line.size && line.x < before.x + 6 * line.size) return ended;
  return before.right < right - 6 * line.size && (ended || /^\p{Lu}/u.test(line.text)) && line.x <= before.x + 1;
}

/** "co-" + "operation" gives "cooperation"; the hyphen of "NATO-" + "Russia" and "1997-" + "2002" stays. */
export function joinWords(before: string, after: string): string {
  if (/\p{Ll}[\u00ad-]$/u.test(before) && /^\p{Ll}/u.test(after)) return before.slice(0, -1) + after;
  if (/[\p{L}\d][-–/]$/u.test(before) && /^[\p{L}\d]/u.test(after)) return before + after;
  return `${before} ${after}`;
}

/** The commonest room between two lines of a page, in points. */
function usualLeading(pages: readonly (readonly PdfLine[])[]): number {
  const drops = pages.flatMap((page) =>
    page.slice(1).flatMap((line, i) => {
      const drop = (page[i]?.y ?? 0) - line.y;
      return drop > 2 && drop < 60 ? [Math.round(drop * 2) / 2] : [];
    }),
  );
  return quantile(drops, 0.4) || 14;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
