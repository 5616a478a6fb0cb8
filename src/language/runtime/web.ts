// Opens a network in the WebAssembly build of ONNX Runtime: in a browser, in a worker, or in Node. Always one thread.
import type { InferenceSession } from 'onnxruntime-web';
import { libraryOf, type Session, wrap } from './session.ts';

const WASM_OPTIONS: InferenceSession.SessionOptions = {
  executionProviders: ['wasm'],
  graphOptimizationLevel: 'all',
  logSeverityLevel: 3,
};

/**
 * Opens a network.
 * @param binary the bytes of ONNX Runtime's `ort-wasm-simd-threaded.wasm`; without them it looks for the file beside its
 *   own program
 */
export async function openWebSession(model: Uint8Array, binary?: ArrayBuffer): Promise<Session> {
  const ort = libraryOf(await import('onnxruntime-web/wasm'));
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.proxy = false;
  if (binary) ort.env.wasm.wasmBinary = binary;
  return wrap(ort, await ort.InferenceSession.create(model, WASM_OPTIONS), 'wasm');
}
