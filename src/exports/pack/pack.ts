// A pack of evidence: facts, the texts they rest on, hashes of all, and a program that checks them without the network.

import { createHash } from 'node:crypto';
import { ITEM_KINDS } from '../../model/items.ts';
import { hashOf } from '../../record/hash.ts';
import type { AnyView, DocumentText } from '../../record/views.ts';
import { PROGRAM_VERSION } from '../../version.ts';
import type { Exporter, ExportFile, Pieces } from '../format.ts';
import type { Selection } from '../selection/selection.ts';
import { zipped } from '../zip.ts';
import { CHECKER } from './checker.ts';
import { factOf } from './fact.ts';

export const pack: Exporter = {
  summary: 'facts, the texts they rest on, hashes, and a program that checks them offline; a folder or ZIP archive',
  mediaType: 'application/zip',
  ending: 'zip',
  loses:
    'The files that the texts were taken from; entities beyond the names of those who take part; the review journal.',
  pieces: (selection) => zipped(filesOf(selection)),
  files: filesOf,
};

const README = `A pack of evidence, made by Rapporteur ${PROGRAM_VERSION}

facts.jsonl       one fact a line: what it is, when, who takes part, and the words it rests on
documents.jsonl   one document a line: title, publisher, date, address, file
sources/          the texts of the documents, to the letter
manifest.json     SHA-256 of every file
check.mjs         checks all of it without the network:  node check.mjs

Offsets ("start", "end") count UTF-16 code units of the text, end exclusive, as JavaScript's slice does.
The checker prints a fingerprint. Whoever has it from the maker of the pack knows that nothing was exchanged.
`;

async function* filesOf(selection: Selection): AsyncGenerator<ExportFile> {
  const hashes: Record<string, string> = {};
  /** A file whose hash stands in the manifest once it was read. */
  const hashed = (name: string, pieces: () => Pieces): ExportFile => ({
    name,
    async *pieces() {
      const hash = createHash('sha256');
      for await (const piece of pieces()) {
        hash.update(piece);
        yield piece;
      }
      hashes[name] = hash.digest('hex');
    },
  });
  yield hashed('README.txt', () => once(README));
  for await (const document of selection.documents()) yield hashed(sourceFile(document), () => once(document.text));
  yield hashed('documents.jsonl', () => documentLines(selection));
  yield hashed('facts.jsonl', () => factLines(selection));
  yield { name: 'check.mjs', pieces: () => once(CHECKER) };
  yield {
    name: 'manifest.json',
    pieces: () =>
      once(`${JSON.stringify({ format: 1, program: `rapporteur ${PROGRAM_VERSION}`, files: hashes }, null, 1)}\n`),
  };
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** Ids may hold what no file system takes. */
const sourceFile = ({ id }: DocumentText): string => `sources/${hashOf(id)}.txt`;

async function* documentLines(selection: Selection): AsyncGenerator<string> {
  for await (const document of selection.documents()) {
    const { id, title, publisher, author, language, url, published, length } = document;
    const file = sourceFile(document);
    const dated = { published: published.value, published_basis: published.basis };
    yield `${JSON.stringify({ id, file, title, publisher, author, language, url, ...dated, length })}\n`;
  }
}

async function* factLines(selection: Selection): AsyncGenerator<string> {
  for (const kind of ITEM_KINDS) {
    for await (const item of selection.standing(kind as AnyView['kind'])) yield `${JSON.stringify(factOf(item))}\n`;
  }
}
