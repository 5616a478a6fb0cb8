// Which column of a table, or field of a JSON object, holds which field of a document.
import { Fault } from '../../model/fault.ts';

/** The fields of a document that a column can hold. */
export const DOCUMENT_FIELDS = ['id', 'text', 'title', 'published', 'publisher', 'author', 'url', 'language'] as const;

export type DocumentField = (typeof DOCUMENT_FIELDS)[number];

/** Names of columns by the field they hold, as `--columns text=body,date=pub_date` gives them. */
export type Columns = Readonly<Partial<Record<DocumentField, string>>>;

/** Names that tables of news give their columns, the likeliest first; compared without case, spaces and underscores. */
const USUAL: Readonly<Record<DocumentField, readonly string[]>> = {
  id: ['id', 'docid', 'documentid', 'articleid', 'uuid', 'guid'],
  text: ['text', 'body', 'content', 'fulltext', 'article', 'articletext', 'story', 'maintext', 'bodytext', 'snippet'],
  title: ['title', 'headline', 'heading', 'subject'],
  published: [
    'published', 'date', 'pubdate', 'publicationdate', 'datepublished', 'publishedat', 'publishdate', 'publicationdatetime', 'datetime', 'timestamp', 'day',
  ], // biome-ignore format: a list of names
  publisher: ['publisher', 'publication', 'outlet', 'source', 'newspaper', 'media', 'medianame', 'journal', 'agency'],
  author: ['author', 'authors', 'byline', 'creator', 'writer', 'reporter'],
  url: ['url', 'link', 'address', 'href', 'permalink', 'canonicalurl', 'sourceurl'],
  language: ['language', 'lang'],
};

/** Other words for a field on the left side of `--columns`. */
const ALIASES: Readonly<Record<string, DocumentField>> = { date: 'published', source: 'publisher', body: 'text' };

/**
 * Reads the value of `--columns`: pairs of a field and a column's name, `text=body,date=pub_date`.
 * @throws Fault `option-value`
 */
export function parseColumns(value: string): Columns {
  const columns: Partial<Record<DocumentField, string>> = {};
  for (const pair of value.split(',')) {
    const at = pair.indexOf('=');
    const [left, column] = [pair.slice(0, Math.max(0, at)).trim().toLowerCase(), pair.slice(at + 1).trim()];
    const field = ALIASES[left] ?? DOCUMENT_FIELDS.find((one) => one === left);
    if (at === -1 || !field || !column) {
      const reason = `write pairs as text=body,date=pub_date; the fields are ${DOCUMENT_FIELDS.join(', ')}`;
      throw new Fault('option-value', { option: '--columns', value: `"${value}"`, reason });
    }
    columns[field] = column;
  }
  return columns;
}

/**
 * The place of each field's column in a table's header: by the names given, else by the usual ones.
 * @throws Fault `columns-missing` where no column holds the text, or one that is named is not there
 */
export function placeColumns(
  header: readonly string[],
  given: Columns,
  path: string,
): ReadonlyMap<DocumentField, number> {
  const places = new Map<DocumentField, number>();
  const missing = (field: string) => new Fault('columns-missing', { path, field, known: header.join(', ') });
  for (const field of DOCUMENT_FIELDS) {
    const named = given[field];
    const exact = header.findIndex((name) => name.trim() === named);
    const alike = (named === undefined ? USUAL[field] : [named]).map((name) =>
      header.findIndex((column) => plain(column) === plain(name)),
    );
    const found = [exact, ...alike].find((place) => place !== -1);
    if (found !== undefined) places.set(field, found);
    else if (named !== undefined) throw missing(`"${named}"`);
  }
  if (!places.has('text')) throw missing('the text');
  return places;
}

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The separator of a table, by the one that its first line has most of. */
export function separatorOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1);
  const counts = [',', '\t', ';', '|'].map((mark) => [mark, line.split(mark).length] as const);
  return counts.reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}

/** Whether a text begins with the header of a table of documents: short names, one of which is usual for a text. */
export function looksLikeTable(text: string): boolean {
  const [line = '', next = ''] = text.split(/\r?\n/, 2);
  const mark = separatorOf(text);
  if (line.length > 2000 || next.split(mark).length < line.split(mark).length || /[.!?]$/.test(line)) return false;
  const cells = line.split(mark).map((cell) => cell.trim().replace(/^"|"$/g, ''));
  if (cells.length < 2 || cells.some((cell) => cell.length > 40 || cell === '')) return false;
  const others = Object.entries(USUAL).flatMap(([field, names]) => (field === 'text' ? [] : names));
  return cells.some((cell) => USUAL.text.includes(plain(cell))) && cells.some((cell) => others.includes(plain(cell)));
}
