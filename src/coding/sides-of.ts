// The states and organisations that parties belong to: of a minister the state, of a state itself.
import type { EntityRegister } from '../model/annotations.ts';

/** A minister is of a government that is of a state. */
const MOST_ABOVE = 4;

/** Those at the top of what some parties belong to, each once; a party of nobody stands for itself. */
export function sidesOf(register: EntityRegister, ids: readonly string[]): readonly string[] {
  return [
    ...new Set(
      ids.map((id) => {
        let top = id;
        for (let step = 0; step < MOST_ABOVE; step += 1) {
          const above = register.get(top)?.partOf ?? null;
          if (above === null) break;
          top = above;
        }
        return top;
      }),
    ),
  ];
}
