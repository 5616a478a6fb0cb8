// Opens a network in ONNX Runtime: the native library where it loads, else WebAssembly. Always one thread.
import type { InferenceSession } from 'onnxruntime-web';
import { libraryOf, type Runtime, type Session, wrap } from './session.ts';
import { openWebSession } from './web.ts';

export type { Runtime, Session } from './session.ts';

const NATIVE_OPTIONS: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  // Plans for memory are kept for every shape of a batch, of which there is no end; they save no time here.
  enableMemPattern: false,
  logSeverityLevel: 3,
};

/**
 * Opens a network. Without a wish the native library is tried first, since it is five times as fast; its package has no
 * build for every platform, and then WebAssembly does the same. Rejects when the wished runtime cannot be had.
 */
export async function openSession(model: Uint8Array, wish?: Runtime): Promise<Session> {
  if (wish !== 'wasm') {
    try {
      const ort = libraryOf(await import('onnxruntime-node'));
      return wrap(ort, await ort.InferenceSession.create(model, NATIVE_OPTIONS), 'native');
    } catch (error) {
      if (wish === 'native') throw error;
    }
  }
  return openWebSession(model);
}
