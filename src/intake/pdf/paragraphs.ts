// Rebuilds paragraphs from the lines of a PDF: by the room between lines, by indents, by short last lines, by size.
import type { PdfLine } from './lines.ts';

/** The text of a document's pages, a blank line between paragraphs; words cut at a line's end are whole again. */
export function joinParagraphs(pages: readonly (readonly PdfLine[])[]): string {
  const lines = pages.flat();
  const leading = usualLeading(pages);
  const words = new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}-]+/gu) ?? []));
  const paragraphs: string[][] = [];
  let before: PdfLine | null = null;
  for (const line of lines) {
    const paragraph = paragraphs.at(-1);
    if (before && paragraph && !isNewParagraph(before, line, leading)) paragraph.push(line.text);
    else paragraphs.push([line.text]);
    before = line;
  }
  return paragraphs.map((paragraph) => joinLines(paragraph, words)).join('\n\n');
}

function isNewParagraph(before: PdfLine, line: PdfLine, leading: number): boolean {
  if (Math.abs(before.size - line.size) > 0.8) return true;
  if (/[\p{L}\d]-$/u.test(before.text)) return false;
  const drop = before.y - line.y;
  const ended = /[.!?:…]["”’)\]]*$/.test(before.text);
  // A new page or column: the sentence goes on unless it was ended and the line before was short.
  if (drop <= 0 || drop > 6 * leading)
    return ended && (before.right < before.edge - 3 * line.size || /^["“‘«\p{Lu}\d•]/u.test(line.text));
  // Lines of a title are as far apart as their letters are large.
  if (drop > 1.35 * Math.max(leading, 1.25 * line.size)) return true;
  if (/^(?:[•▪–]|[-*] |\(?\d{1,2}[.)] |\(?[a-z]\) )/.test(line.text)) return true;
  if (line.x > before.x + 0.8 * line.size && line.x < before.x + 6 * line.size) return ended;
  return before.right < before.edge - 6 * line.size && (ended || /^\p{Lu}/u.test(line.text)) && line.x <= before.x + 1;
}

/**
 * Joins the lines of a paragraph. "opera-" + "tion" gives "operation"; the hyphen of "NATO-" + "Russia" and of
 * "1997-" + "2002" stays, and that of "counter-" + "narcotics" where the document writes the word so elsewhere.
 * @param words of the document, lower case
 */
export function joinLines(lines: readonly string[], words: ReadonlySet<string>): string {
  const parts = lines.map((line, i) => {
    const next = lines[i + 1];
    return next === undefined ? line : withSeam(line, next, words);
  });
  return parts.join('');
}

/** A line as it stands before the next: with a space, or without its last hyphen, or as it is. */
function withSeam(line: string, next: string, words: ReadonlySet<string>): string {
  const left = /[\p{L}-]*\p{Ll}(?=[\u00ad-]$)/u.exec(line.slice(-60))?.[0].toLowerCase();
  const right = /^\p{Ll}[\p{L}-]*/u.exec(next)?.[0].toLowerCase();
  if (left && right) return words.has(`${left}-${right}`) && !words.has(left + right) ? line : line.slice(0, -1);
  return /[\p{L}\d][-–/]$/u.test(line) && /^[\p{L}\d]/u.test(next) ? line : `${line} `;
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
