// Reads the shipped parser's files from the package, once for all who use them.
import { readFileSync } from 'node:fs';
import { decodeModelFiles, type ModelFiles } from './model.ts';

// From src/language/analysis and from dist/language/analysis alike.
const FOLDER = new URL('../../../models/parser/', import.meta.url);

let files: ModelFiles | null = null;

/** The files of the model; rejects with the file system's error when one is missing. */
export async function readModelFiles(): Promise<ModelFiles> {
  files ??= decodeModelFiles((name) => readFileSync(new URL(name, FOLDER)));
  return files;
}
