// What the rules decide of a text's blocks, and the facts about the text that they share.
import type { PassageKind } from '../../model/document.ts';
import type { Block } from './blocks.ts';

/** A block's kind and the rule that gave it. */
export interface Mark {
  readonly kind: PassageKind;
  readonly rule: string;
}

/** The blocks of a text with the kinds found so far: rules fill the places that are still null, and change no other. */
export interface Sheet {
  readonly blocks: readonly Block[];
  readonly marks: (Mark | null)[];
  /** Place of the first and last block of the document's own prose; equal to the number of blocks, and -1, where there is none. */
  readonly firstProse: number;
  readonly lastProse: number;
}

/** Marks a block unless a rule before has. */
export function mark(sheet: Pick<Sheet, 'marks'>, at: number, kind: PassageKind, rule: string): void {
  sheet.marks[at] ??= { kind, rule };
}
