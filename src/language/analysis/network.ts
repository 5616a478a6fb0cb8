// The parser's network: its inputs and outputs by name and shape, over an opened session.
import type { Runtime, Session } from '../runtime/session.ts';

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
  /** Which ONNX runtime does the work. */
  readonly runtime: Runtime;
  run(input: NetworkInput): Promise<NetworkOutput>;
}

/** The parser seen as a network: names and shapes as training/parser/export.py gives them. */
export function networkOf(session: Session): Network {
  return {
    runtime: session.runtime,
    async run({ batch, longest, x, mask, lengths }) {
      const outputs = await session.run({
        x: { type: 'float32', data: x, shape: [batch, longest, x.length / (batch * longest)] },
        mask: { type: 'float32', data: mask, shape: [batch, longest] },
        length: { type: 'int64', data: lengths, shape: [batch] },
      });
      const output = (name: keyof NetworkOutput) => {
        const data = outputs[name];
        if (!data) throw new Error(`the parser network lacks the output ${name}`);
        return data;
      };
      const integers = (name: keyof NetworkOutput) => output(name) as Int32Array;
      return {
        upos: integers('upos'),
        xpos: integers('xpos'),
        feats: integers('feats'),
        lemma: integers('lemma'),
        deprel: integers('deprel'),
        head: integers('head'),
        names: output('names') as Float32Array,
        arcs: output('arcs') as Float32Array,
      };
    },
  };
}
