// Runs the network in ONNX Runtime: the native library where it loads, else WebAssembly. Always one thread.
import type { InferenceSession, Tensor } from 'onnxruntime-web';

export type Runtime = 'native' | 'wasm';

/** Input of one batch: `x` is [batch, word, number], zeros where `mask` [batch, word] is zero. */
export interface NetworkInput {
  readonly batch: number;
  readonly longest: number;
  readonly x: Float32Array;
  readonly mask: Float32Array;
  readonly lengths: readonly number[];
}

/** Best label of each word [batch, word]; name scores [batch, word, label]; arc scores [batch, word, head from 0]. */
export interface NetworkOutput {
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
  readonly feats: Int32Array;
  readonly lemma: Int32Array;
  readonly deprel: Int32Array;
  readonly head: Int32Array;
  readonly names: Float32Array;
  readonly arcs: Float32Array;
}

export interface Network {
  readonly runtime: Runtime;
  run(input: NetworkInput): Promise<NetworkOutput>;
}

type Ort = typeof import('onnxruntime-web');

const NATIVE_OPTIONS: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  logSeverityLevel: 3,
};

/**
 * Opens the network. Without a wish the native library is tried first, since it is five times as fast; its package has no
 * build for every platform, and then WebAssembly does the same. Rejects when the wished runtime cannot be had.
 */
export async function openNetwork(model: Uint8Array, wish?: Runtime): Promise<Network> {
  if (wish !== 'wasm') {
    try {
      return await openNative(model);
    } catch (error) {
      if (wish === 'native') throw error;
    }
  }
  return openWasm(model);
}

async function openNative(model: Uint8Array): Promise<Network> {
  // The two packages share their types but for the session's construction.
  const ort = (await import('onnxruntime-node')) as unknown as Ort & { default?: Ort };
  const library = ort.default ?? ort;
  return wrap(library, await library.InferenceSession.create(model, NATIVE_OPTIONS), 'native');
}

async function openWasm(model: Uint8Array): Promise<Network> {
  const ort = (await import('onnxruntime-web/wasm')) as unknown as Ort & { default?: Ort };
  const library = ort.default ?? ort;
  library.env.wasm.numThreads = 1;
  library.env.wasm.proxy = false;
  const options: InferenceSession.SessionOptions = {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
  };
  return wrap(library, await library.InferenceSession.create(model, options), 'wasm');
}

function wrap(ort: Ort, session: InferenceSession, runtime: Runtime): Network {
  return {
    runtime,
    async run({ batch, longest, x, mask, lengths }) {
      const result = await session.run({
        x: new ort.Tensor('float32', x, [batch, longest, x.length / (batch * longest)]),
        mask: new ort.Tensor('float32', mask, [batch, longest]),
        length: new ort.Tensor('int64', BigInt64Array.from(lengths, BigInt), [batch]),
      });
      const integers = (name: string): Int32Array => dataOf(result[name]) as Int32Array;
      return {
        upos: integers('upos'),
        xpos: integers('xpos'),
        feats: integers('feats'),
        lemma: integers('lemma'),
        deprel: integers('deprel'),
        head: integers('head'),
        names: dataOf(result['names']) as Float32Array,
        arcs: dataOf(result['arcs']) as Float32Array,
      };
    },
  };
}

function dataOf(tensor: Tensor | undefined): Tensor['data'] {
  if (!tensor) throw new Error('the parser network lacks an output');
  return tensor.data;
}
