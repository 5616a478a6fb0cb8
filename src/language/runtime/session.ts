// A network opened in some build of ONNX Runtime, whichever it is. No files, no imports of a build at run time.
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

/** What the builds of ONNX Runtime have in common; they share their types but for the session's construction. */
export type Ort = typeof import('onnxruntime-web');

/** The library in a module imported from either package, which may wrap it as its default. */
export function libraryOf(module: unknown): Ort {
  const library = module as Ort & { default?: Ort };
  return library.default ?? library;
}

/** A session of the library as the networks of this project use it. */
export function wrap(ort: Ort, session: InferenceSession, runtime: Runtime): Session {
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
