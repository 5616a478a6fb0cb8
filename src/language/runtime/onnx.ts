// Opens a network in ONNX Runtime: the native library where it loads, else WebAssembly. Always one thread.
import type { InferenceSession, Tensor } from 'onnxruntime-web';

export type Runtime = 'native' | 'wasm';

/** A tensor by its numbers and its shape. Integers are passed as 64 bits. */
export type Feed =
  | { readonly type: 'float32'; readonly data: Float32Array; readonly shape: readonly number[] }
  | { readonly type: 'int64'; readonly data: readonly number[]; readonly shape: readonly number[] };

export interface Session {
  readonly runtime: Runtime;
  /** The outputs by name. Rejects on input that the network does not take, which is a fault of the program. */
  run(feeds: Readonly<Record<string, Feed>>): Promise<Readonly<Record<string, Tensor['data']>>>;
}

type Ort = typeof import('onnxruntime-web');

const NATIVE_OPTIONS: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  logSeverityLevel: 3,
};

const WASM_OPTIONS: InferenceSession.SessionOptions = {
  executionProviders: ['wasm'],
  graphOptimizationLevel: 'all',
  logSeverityLevel: 3,
};

/**
 * Opens a network. Without a wish the native library is tried first, since it is five times as fast; its package has no
 * build for every platform, and then WebAssembly does the same. Rejects when the wished runtime cannot be had.
 */
export async function openSession(model: Uint8Array, wish?: Runtime): Promise<Session> {
  if (wish !== 'wasm') {
    try {
      // The two packages share their types but for the session's construction.
      const ort = libraryOf(await import('onnxruntime-node'));
      return wrap(ort, await ort.InferenceSession.create(model, NATIVE_OPTIONS), 'native');
    } catch (error) {
      if (wish === 'native') throw error;
    }
  }
  const ort = libraryOf(await import('onnxruntime-web/wasm'));
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.proxy = false;
  return wrap(ort, await ort.InferenceSession.create(model, WASM_OPTIONS), 'wasm');
}

function libraryOf(module: unknown): Ort {
  const library = module as Ort & { default?: Ort };
  return library.default ?? library;
}

function wrap(ort: Ort, session: InferenceSession, runtime: Runtime): Session {
  return {
    runtime,
    async run(feeds) {
      const inputs: Record<string, Tensor> = {};
      for (const [name, { type, data, shape }] of Object.entries(feeds)) {
        inputs[name] =
          type === 'float32'
            ? new ort.Tensor('float32', data, shape)
            : new ort.Tensor('int64', BigInt64Array.from(data, BigInt), shape);
      }
      const outputs = await session.run(inputs);
      return Object.fromEntries(Object.entries(outputs).map(([name, tensor]) => [name, tensor.data]));
    },
  };
}
