// Coders that start with the first document: a run over unchanged files is quick.
import type { Coders } from '../fleet/coders.ts';
import { TASKS_AT_ONCE } from '../fleet/ordered.ts';

export interface LazyCoders extends Coders {
  /** How many tasks keep them all busy. */
  readonly atOnce: number;
}

export function lazyCoders(options: { readonly threads: number; readonly lexicon: readonly string[] }): LazyCoders {
  let coders: Promise<Coders> | null = null;
  const open = async (): Promise<Coders> => {
    const { openCoders } = await import('../fleet/coders.ts');
    return openCoders({ ...options, tokens: false });
  };
  return {
    atOnce: TASKS_AT_ONCE * options.threads,
    async code(lines) {
      coders ??= open();
      return (await coders).code(lines);
    },
    async close() {
      await (await coders)?.close();
    },
  };
}
