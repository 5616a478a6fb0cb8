// Reads the cue table of the lexicon: the words by which a text says that somebody says, thinks or wants something.

import { Fault } from '../../model/fault.ts';
import { EVENT_TYPES, type EventType } from '../../model/plover.ts';
import { inflections } from './inflections.ts';
import { listOf, readTable } from './table.ts';

export const CUE_KINDS = ['verb', 'noun', 'adjective', 'phrase', 'adverb'] as const;
export type CueKind = (typeof CUE_KINDS)[number];

/** Where source, addressee and content stand; the head of lexicon/cues.tsv shows each with a sentence. */
export const CUE_FRAMES = [
  'say',
  'tell',
  'ask',
  'call',
  'judge',
  'want',
  'show',
  'that',
  'be',
  'according',
  'sourceless',
] as const;
export type CueFrame = (typeof CUE_FRAMES)[number];

export const ATTITUDES = [
  'assert',
  'announce',
  'stress',
  'believe',
  'expect',
  'want',
  'promise',
  'ask',
  'warn',
  'accuse',
  'deny',
  'reject',
  'support',
  'praise',
  'concede',
  'doubt',
  'fear',
  'regret',
] as const;
/** What a speaker does by the statement. */
export type Attitude = (typeof ATTITUDES)[number];

/** One cue in one of its frames. */
export interface Cue {
  /** Dictionary form: "say", "point out", "according to". */
  readonly cue: string;
  readonly kind: CueKind;
  readonly frame: CueFrame;
  readonly attitude: Attitude;
  /** The verbal act's own type, where it is an event: to accuse is ACCUSE. */
  readonly event: EventType | null;
  /** Lemmas that, as head of the content, show that the word is no cue: "recall" an "ambassador". */
  readonly unless: ReadonlySet<string>;
}

export interface CueLexicon {
  /** By the first word in any of its inflected forms, in lower case; several where a word has several frames. */
  readonly byForm: ReadonlyMap<string, readonly Cue[]>;
}

const COLUMNS = ['cue', 'kind', 'frame', 'attitude', 'event', 'unless'] as const;

/**
 * Reads `cues.tsv` from the lexicon folders, later ones over earlier ones.
 * @throws Fault `lexicon-row` with file and line for a kind, frame, attitude or event type that does not exist
 */
export function loadCues(folders: readonly string[]): CueLexicon {
  const byForm = new Map<string, Cue[]>();
  for (const { cells, file, line } of readTable(folders, 'cues.tsv', COLUMNS, ['cue', 'kind', 'frame'])) {
    const among = <T extends string>(known: readonly T[], value: string, what: string): T => {
      const found = known.find((one) => one === value);
      if (found) return found;
      throw new Fault('lexicon-row', { path: file, line, reason: `"${value}" is no ${what}.` });
    };
    const cue: Cue = {
      cue: cells.cue.toLowerCase(),
      kind: among(CUE_KINDS, cells.kind, 'kind'),
      frame: among(CUE_FRAMES, cells.frame, 'frame'),
      attitude: among(ATTITUDES, cells.attitude, 'attitude'),
      event: cells.event ? among(EVENT_TYPES, cells.event, 'event type') : null,
      unless: new Set(listOf(cells.unless)),
    };
    for (const form of firstForms(cue)) {
      const known = byForm.get(form);
      if (known) known.push(cue);
      else byForm.set(form, [cue]);
    }
  }
  return Object.freeze({ byForm });
}

function firstForms({ cue, kind }: Cue): Iterable<string> {
  const [first = ''] = cue.split(' ');
  return kind === 'verb' || kind === 'noun' ? inflections(first, kind) : [first];
}
