// A reading: what one document says, as `code` prints it (format.md, part 1).
import type { Sentence, Timex, Token } from './analysis.ts';
import type { DocumentHead, Passage } from './document.ts';
import type { Activity, Agreement, Diagnostic, Entity, Event, Meeting, Position, Statement } from './items.ts';

export const FORMAT = 1;

export interface Reading {
  readonly format: typeof FORMAT;
  readonly id: string;
  readonly document: DocumentHead;
  readonly passages: readonly Passage[];
  readonly sentences: readonly Sentence[];
  /** One list a sentence; only where asked for. */
  readonly tokens?: readonly (readonly Token[])[];
  readonly entities: readonly Entity[];
  readonly times: readonly Timex[];
  readonly statements: readonly Statement[];
  readonly events: readonly Event[];
  readonly agreements: readonly Agreement[];
  readonly meetings: readonly Meeting[];
  readonly activities: readonly Activity[];
  readonly positions: readonly Position[];
  readonly diagnostics?: readonly Diagnostic[];
}

/** Stands in a reading's place where a line could not be read. */
export interface Unreadable {
  readonly id: string | null;
  readonly error: { readonly code: string; readonly message: string };
}
