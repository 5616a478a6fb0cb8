// The analyser in Node: the shipped model, read from the package.
import { openSession } from '../runtime/onnx.ts';
import type { Runtime } from '../runtime/session.ts';
import { type Analyser, analyserOver } from './core.ts';
import { readModelFiles } from './model-files.ts';
import { networkOf } from './network.ts';
import { type Parser, parserOf } from './parser.ts';

export type { Analyser } from './core.ts';

export interface AnalyserOptions {
  /** `native` or `wasm` to insist on one; without, the native library where it loads. */
  readonly runtime?: Runtime;
}

/** Loads the shipped model (about 0.2 s, 60 MB). Rejects if its files are missing or a wished runtime cannot be had. */
export async function createAnalyser(options: AnalyserOptions = {}): Promise<Analyser> {
  return analyserOver(await openParser(options));
}

/** The parser by itself, which another thread may lend. Rejects as `createAnalyser` does. */
export async function openParser(options: AnalyserOptions = {}): Promise<Parser> {
  const files = await readModelFiles();
  return parserOf(files, networkOf(await openSession(files.network, options.runtime)));
}
