// The analyser in Node: the shipped model, read from the package.
import { openSession } from '../runtime/onnx.ts';
import type { Runtime } from '../runtime/session.ts';
import { type Analyser, analyserOf } from './core.ts';
import { readModelFiles } from './model-files.ts';
import { networkOf } from './network.ts';

export type { Analyser } from './core.ts';

export interface AnalyserOptions {
  /** `native` or `wasm` to insist on one; without, the native library where it loads. */
  readonly runtime?: Runtime;
}

/** Loads the shipped model (about 0.2 s, 60 MB). Rejects if its files are missing or a wished runtime cannot be had. */
export async function createAnalyser(options: AnalyserOptions = {}): Promise<Analyser> {
  const files = await readModelFiles();
  return analyserOf(files, networkOf(await openSession(files.network, options.runtime)));
}
