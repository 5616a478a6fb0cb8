// Reads the tables that developments, activities, positions and meetings are told by.
import { Fault } from '../../model/fault.ts';
import {
  ACTIVITY_STATES,
  type ActivityState,
  DEVELOPMENTS,
  type DevelopmentKind,
  MEETING_LEVELS,
  type MeetingLevel,
  STANCES,
  type Stance,
} from '../../model/items.ts';
import { inflections } from './inflections.ts';
import { listOf, type Row, readTable, ruleOf } from './table.ts';

/** What a word says of the agreement it governs. */
export interface DevelopmentWord {
  readonly what: DevelopmentKind;
  /** What it says when negated; null for nothing. */
  readonly negated: DevelopmentKind | null;
  readonly rule: string;
}

export interface Tagged<Value> {
  readonly value: Value;
  readonly rule: string;
}

/** Where the matter of a stand is found and what the stand is. */
export interface StandWord {
  /** `obj`, a preposition, or `judged`: the matter is what the word is said of. */
  readonly governs: ReadonlySet<string>;
  /** What the word says by itself; null for nothing. */
  readonly stance: Stance | null;
  /** What it says when negated; null for nothing. */
  readonly negated: Stance | null;
  readonly rule: string;
}

/** What a deed may do to what it is done to. */
export const DEED_EFFECTS = ['furthers', 'ends', 'changes'] as const;

export interface Deed {
  /** `obj`, or the prepositions behind which the thing stands. */
  readonly governs: ReadonlySet<string>;
  readonly effect: (typeof DEED_EFFECTS)[number];
}

/** Whose wish a word of wishing tells: its subject's, or the speaker's ("it is necessary"). */
export const WISH_HOLDERS = ['subject', 'speaker'] as const;
export type WishHolder = (typeof WISH_HOLDERS)[number];

export interface DerivedLexicon {
  readonly developments: ReadonlyMap<string, DevelopmentWord>;
  readonly obligations: ReadonlySet<string>;
  readonly activityStates: ReadonlyMap<string, Tagged<ActivityState>>;
  readonly stances: ReadonlyMap<string, Tagged<Stance>>;
  /** Forms whose object, not subject, takes the stand: "infuriated". */
  readonly stancesOfObject: ReadonlySet<string>;
  /** Words of a stand on a matter that they govern, by form; a word may have several frames. */
  readonly stands: ReadonlyMap<string, readonly StandWord[]>;
  /** Deeds that further or end what they are done to, by form. */
  readonly deeds: ReadonlyMap<string, Deed>;
  /** Words by which somebody wants a deed done, by form. */
  readonly wishes: ReadonlyMap<string, Tagged<WishHolder>>;
  /** The stand told by what somebody says a matter does, by form of the verb. */
  readonly effects: ReadonlyMap<string, Tagged<Stance>>;
  /** In order; the first whose words stand in a text decides. */
  readonly levels: readonly { readonly words: readonly string[]; readonly level: MeetingLevel }[];
}

/** @throws Fault `lexicon-row` with file and line for a value that does not exist */
export function loadDerivedLexicon(folders: readonly string[]): DerivedLexicon {
  const under = folders.map((folder) => `${folder}/derived`);
  const developments = new Map<string, DevelopmentWord>();
  for (const row of readTable(under, 'developments.tsv', ['words', 'what', 'negated'], ['words', 'what'])) {
    const what = oneOf(DEVELOPMENTS, row.cells.what, row);
    const negated = row.cells.negated ? oneOf(DEVELOPMENTS, row.cells.negated, row) : null;
    spread(developments, row.cells.words, (word) => ({ what, negated, rule: ruleOf(row, word) }));
  }
  const obligations = new Map<string, true>();
  for (const { cells } of readTable(under, 'obligations.tsv', ['words'], ['words']))
    spread(obligations, cells.words, () => true);
  return Object.freeze({
    developments,
    obligations: new Set(obligations.keys()),
    activityStates: tagged(under, 'activity-states.tsv', 'state', ACTIVITY_STATES),
    stances: tagged(under, 'stances.tsv', 'stance', STANCES),
    stancesOfObject: objectStances(under),
    stands: standWords(under),
    deeds: deedWords(under),
    wishes: tagged(under, 'wishes.tsv', 'holder', WISH_HOLDERS),
    effects: tagged(under, 'effects.tsv', 'stance', STANCES),
    levels: readTable(under, 'meeting-levels.tsv', ['words', 'level'], ['words', 'level']).map((row) => ({
      words: listOf(row.cells.words),
      level: oneOf(MEETING_LEVELS, row.cells.level, row),
    })),
  });
}

function tagged<Value extends string, Column extends string>(
  folders: readonly string[],
  file: string,
  column: Column,
  values: readonly Value[],
): ReadonlyMap<string, Tagged<Value>> {
  const found = new Map<string, Tagged<Value>>();
  for (const row of readTable<'words' | Column>(folders, file, ['words', column], ['words', column])) {
    const value = oneOf(values, row.cells[column], row);
    spread(found, row.cells.words, (word) => ({ value, rule: ruleOf(row, word) }));
  }
  return found;
}

function objectStances(folders: readonly string[]): ReadonlySet<string> {
  const rows = readTable(folders, 'stances.tsv', ['words', 'stance', 'holder'], ['words', 'stance']);
  const ofObject = rows.filter(({ cells }) => cells.holder === 'object');
  return new Set(ofObject.flatMap(({ cells }) => listOf(cells.words)).flatMap((word) => inflections(word, 'verb')));
}

function standWords(folders: readonly string[]): ReadonlyMap<string, readonly StandWord[]> {
  const found = new Map<string, StandWord[]>();
  const columns = ['words', 'governs', 'stance', 'negated'] as const;
  for (const row of readTable(folders, 'stands.tsv', columns, ['words', 'governs'])) {
    const { words, governs, stance, negated } = row.cells;
    for (const word of listOf(words)) {
      const entry: StandWord = {
        governs: new Set(listOf(governs)),
        stance: stance ? oneOf(STANCES, stance, row) : null,
        negated: negated ? oneOf(STANCES, negated, row) : null,
        rule: ruleOf(row, word),
      };
      for (const form of new Set([...inflections(word, 'verb'), ...inflections(word, 'noun')]))
        found.set(form, [...(found.get(form) ?? []), entry]);
    }
  }
  return found;
}

function deedWords(folders: readonly string[]): ReadonlyMap<string, Deed> {
  const found = new Map<string, Deed>();
  const columns = ['words', 'governs', 'effect'] as const;
  for (const row of readTable(folders, 'deeds.tsv', columns, columns)) {
    const effect = oneOf(DEED_EFFECTS, row.cells.effect, row);
    const governs = new Set(listOf(row.cells.governs));
    spread(found, row.cells.words, () => ({ governs, effect }));
  }
  return found;
}

/** Enters a value under all forms of the words of a cell; the first row of a form stays. */
function spread<Value>(table: Map<string, Value>, words: string, entered: (word: string) => Value): void {
  for (const word of listOf(words)) {
    const value = entered(word);
    for (const form of [...inflections(word, 'verb'), ...inflections(word, 'noun')]) {
      if (!table.has(form)) table.set(form, value);
    }
  }
}

function oneOf<Value extends string>(values: readonly Value[], given: string, row: Row<string>): Value {
  const found = values.find((value) => value === given);
  if (!found) {
    throw new Fault('lexicon-row', {
      path: row.file,
      line: row.line,
      reason: `"${given}" is none of ${values.join(', ')}.`,
    });
  }
  return found;
}
