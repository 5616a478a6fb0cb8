// The contract of a stage of the reader, and the check that no stage reads what is not written yet.
import type { AnnotationName, Annotations } from './annotations.ts';
import { Fault } from './fault.ts';

/** One step of reading a document: takes the annotations it names and gives the ones it names, changing none. */
export interface Stage {
  readonly name: string;
  readonly reads: readonly AnnotationName[];
  readonly writes: readonly AnnotationName[];
  readonly run: (so: Annotations) => Partial<Annotations> | Promise<Partial<Annotations>>;
}

/** Declares a stage so that the compiler holds its function to the annotations it declares. */
export function stage<R extends AnnotationName, W extends AnnotationName>(declared: {
  readonly name: string;
  readonly reads: readonly R[];
  readonly writes: readonly W[];
  readonly run: (so: Pick<Annotations, R>) => Pick<Annotations, W> | Promise<Pick<Annotations, W>>;
}): Stage {
  return declared as Stage;
}

/**
 * Refuses an order of stages in which something is read before it is written, or written twice.
 * @param given what is there before the first stage
 * @throws Fault `stage-order` naming the stage and the annotation
 */
export function checkOrder(stages: readonly Stage[], given: readonly AnnotationName[]): void {
  const writer = new Map<AnnotationName, string>(given.map((name) => [name, 'the input']));
  for (const { name, reads, writes } of stages) {
    for (const read of reads) {
      if (!writer.has(read))
        throw new Fault('stage-order', { stage: name, problem: `reads "${read}" before any stage writes it` });
    }
    for (const written of writes) {
      const first = writer.get(written);
      if (first)
        throw new Fault('stage-order', { stage: name, problem: `writes "${written}", which ${first} writes already` });
      writer.set(written, name);
    }
  }
}

/**
 * For each stage the annotations that none behind it reads: what may be let go once it has run.
 * @param wanted what must be there at the end
 */
export function lastReads(
  stages: readonly Stage[],
  wanted: readonly AnnotationName[],
): readonly (readonly AnnotationName[])[] {
  const needed = new Set(wanted);
  return stages
    .toReversed()
    .map(({ reads, writes }) => {
      const free = [...new Set([...reads, ...writes])].filter((name) => !needed.has(name));
      for (const name of reads) needed.add(name);
      return free;
    })
    .toReversed();
}
