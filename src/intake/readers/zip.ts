// Reads zip files by what they hold: a Word document, a web archive (WACZ), or files of any kind.
import { basename, extname } from 'node:path';
import type { Entry } from 'yauzl';
import type { Document } from '../../model/document.ts';
import { Fault } from '../../model/fault.ts';
import { DEEPEST_XML, depthOfXml } from '../archives/xml-depth.ts';
import { openZip, type Zip } from '../archives/zip.ts';
import { bytesContent, type Content, collect, shownSize, streamContent } from '../content.ts';
import { kindOfName } from '../kinds.ts';
import { LARGEST_PART } from '../limits.ts';
import type { Opening } from '../reading.ts';
import { idOfPath } from '../unique-ids.ts';
import { withText } from '../with-text.ts';

/**
 * The documents of a zip file. `refuse` is told of each part that cannot be read; of parts whose names promise no kind
 * that is read nothing is said.
 * @throws Fault `file-broken`, `archive-limit`, or `file-kind` for a spreadsheet or slides
 */
export async function* readZip(content: Content, opening: Opening): AsyncGenerator<Document> {
  const { path, id } = opening;
  const zip = await openZip(content, path);
  try {
    const names = new Set(zip.entries.map(({ fileName }) => fileName));
    if (names.has('word/document.xml')) {
      await checkParts(zip, path);
      const { readApart } = await import('../apart/read-apart.ts');
      yield withText(await readApart('Word document', await content.bytes(), path, id), path);
    } else if (names.has('[Content_Types].xml') || names.has('mimetype')) {
      throw new Fault('file-kind', { path, what: 'an office file that is no Word document' });
    } else yield* readParts(zip, opening);
  } finally {
    zip.close();
  }
}

/** Unpacks every part once, with nothing kept: the library for Word documents unpacks and nests without a limit. */
async function checkParts(zip: Zip, path: string): Promise<void> {
  for (const entry of zip.entries) {
    const isXml = /\.(?:xml|rels)$/i.test(entry.fileName);
    if (isXml && entry.uncompressedSize > LARGEST_PART) {
      throw new Fault('part-too-large', { place: `${path}/${entry.fileName}`, limit: shownSize(LARGEST_PART) });
    }
    const depth = isXml ? await depthOfXml(zip.stream(entry)) : await drained(zip.stream(entry));
    if (depth > DEEPEST_XML) {
      throw new Fault('archive-limit', { path, reason: `${entry.fileName} nests more than ${DEEPEST_XML} elements` });
    }
  }
}

async function drained(stream: AsyncIterable<Uint8Array>): Promise<0> {
  for await (const _ of stream);
  return 0;
}

async function* readParts(zip: Zip, { path, refuse, openPart }: Opening): AsyncGenerator<Document> {
  const parts = wantedParts(zip.entries);
  if (!parts.length) {
    throw new Fault('file-broken', { path, kind: 'zip archive', reason: 'it holds no file of a kind that is read' });
  }
  for (const entry of parts) {
    const place = `${path}/${entry.fileName}`;
    try {
      const content = await contentOf(zip, entry, place);
      yield* openPart(content, { path: place, id: idOfPath(entry.fileName) });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      refuse(error);
    }
  }
}

/** The captures of a web archive; of other archives the files, without hidden ones, by name. */
function wantedParts(entries: readonly Entry[]): readonly Entry[] {
  const isCapture = ({ fileName }: Entry) => /^archive\/.+\.warc(?:\.gz)?$/i.test(fileName);
  const captures = entries.filter(isCapture);
  if (captures.length && entries.some(({ fileName }) => fileName === 'datapackage.json')) return captures;
  return entries
    .filter(({ fileName }) => !/(?:^|\/)(?:\.|__MACOSX\/)|\.meta\.json$/.test(fileName))
    .filter(({ fileName }) => kindOfName(fileName) !== null || extname(basename(fileName)) === '')
    .sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
}

/** Small parts are unpacked once into memory; larger ones, as captures are, are read as streams. */
async function contentOf(zip: Zip, entry: Entry, place: string): Promise<Content> {
  if (entry.uncompressedSize > LARGEST_PART) return streamContent(place, () => zip.stream(entry));
  return bytesContent(await collect(zip.stream(entry), LARGEST_PART, () => null), place);
}
