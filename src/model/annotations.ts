// Everything the reader's stages say of one document, by the name under which stages read and write it.
import type { Chain, MentionForm, Name, Sentence, Timex, Token } from './analysis.ts';
import type { Document, DocumentHead, Passage } from './document.ts';
import type { Activity, Agreement, Diagnostic, Entity, Event, Meeting, Position, Statement } from './items.ts';
import type { Span } from './span.ts';

/** The entities found so far. Later stages add to it: a speaker without a name, an issue that only an event mentions. */
export interface EntityRegister {
  /** In the order of their first mention. */
  all(): readonly Entity[];
  get(id: string): Entity | null;
  /** The entity with the smallest mention that holds or equals the span; null where none does. */
  at(span: Span): Entity | null;
  /** All entities with a mention inside the span, in text order, without repetition. */
  within(span: Span): readonly Entity[];
  /** Adds an entity, or a mention to the one of the same kind and name. Returns its id. */
  add(entity: NewEntity): string;
  mention(id: string, span: Span, form: MentionForm): void;
}

export type NewEntity = Pick<Entity, 'kind' | 'name' | 'mentions'> & Partial<Omit<Entity, 'id'>>;

/**
 * A list for each sentence of a document. An array of arrays is one; of a long document the lists are made when they are
 * asked for, so that not all stand at once: look at one sentence after another, and keep none that is not needed.
 */
export interface PerSentence<Item> extends Iterable<readonly Item[]> {
  readonly length: number;
  /** Undefined where there is no such sentence; the index must not be negative. */
  at(sentence: number): readonly Item[] | undefined;
}

export interface Annotations {
  readonly document: Document;
  readonly passages: readonly Passage[];
  /** What is given with the document or stated in its own lines. */
  readonly statedHead: DocumentHead;
  /** The same, with a date inferred from the text where none is stated. */
  readonly head: DocumentHead;
  readonly sentences: readonly Sentence[];
  /** Spans of the syntactic words of each sentence. */
  readonly words: PerSentence<Span>;
  /** With the same spans as `words`. */
  readonly tokens: PerSentence<Token>;
  /** Name spans as the network found them, before rules and lists correct them. */
  readonly nameSpans: readonly Name[];
  readonly names: readonly Name[];
  readonly times: readonly Timex[];
  readonly chains: readonly Chain[];
  readonly register: EntityRegister;
  readonly statements: readonly Statement[];
  readonly events: readonly Event[];
  readonly agreements: readonly Agreement[];
  readonly meetings: readonly Meeting[];
  readonly activities: readonly Activity[];
  readonly positions: readonly Position[];
  readonly diagnostics: readonly Diagnostic[];
}

export type AnnotationName = keyof Annotations;
