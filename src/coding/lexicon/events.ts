// Reads the event tables of the lexicon: what verbs, nouns and adjectives mean in which frame.
import { Fault } from '../../model/fault.ts';
import { MODALITIES, type Modality } from '../../model/items.ts';
import { CONTEXTS, type Context, EVENT_TYPES, type EventType } from '../../model/plover.ts';
import { type DerivedLexicon, loadDerivedLexicon } from './derived.ts';
import { inflections, type TriggerKind } from './inflections.ts';
import { listOf, type Row, readTable, ruleOf } from './table.ts';

export const EVENT_FILES = {
  verb: ['verbs-agree.tsv', 'verbs-help.tsv', 'verbs-dispute.tsv', 'verbs-force.tsv'],
  noun: ['nouns.tsv'],
  adjective: ['adjectives.tsv'],
} as const satisfies Record<TriggerKind, readonly string[]>;

/** One requirement of a frame: some slot holds (or does not hold) one of the words, an event, a party, or anything. */
export interface Condition {
  readonly slot: string;
  readonly wanted: boolean;
  readonly words: ReadonlySet<string>;
  /** The filler is itself an event of one of these types. */
  readonly types: ReadonlySet<EventType>;
  readonly any: boolean;
  readonly party: boolean;
  readonly place: boolean;
  readonly person: boolean;
}

/** One sense of a trigger word. */
export interface EventEntry {
  readonly kind: TriggerKind;
  readonly word: string;
  /** Second part of a phrasal verb: "off" in "call off". */
  readonly particle: string | null;
  readonly conditions: readonly Condition[];
  readonly type: EventType;
  readonly mode: string | null;
  readonly cameo: string;
  readonly contexts: readonly Context[];
  /** Slots that give the actors and the recipients, best first; empty for the default of the kind. */
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  readonly rule: string;
}

/** What an attitude of one type towards an act of another makes of it: AGREE + AID is a promise of aid. */
export interface Composition {
  readonly mode: string | null;
  readonly cameo: string;
}

export interface EventLexicon {
  /** By kind and surface or dictionary form, both in lower case. */
  readonly entries: Readonly<Record<TriggerKind, ReadonlyMap<string, readonly EventEntry[]>>>;
  /** The last words of the nouns of two: "drill" of "air drill". */
  readonly compoundHeads: ReadonlySet<string>;
  /** Named classes of words: `people`, `agreement`, `troops`. */
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Verbs that only carry an event noun, with the preposition that the noun needs ("engage in"), or "". */
  readonly lightVerbs: ReadonlyMap<string, ReadonlySet<string>>;
  /** Event types that a light verb only speaks of, by its dictionary form. */
  readonly lightExcept: ReadonlyMap<string, ReadonlySet<string>>;
  /** Light verbs whose subject undergoes the noun: "face", "receive". */
  readonly invertedVerbs: ReadonlySet<string>;
  readonly compositions: ReadonlyMap<string, Composition>;
  /** Words that make what they govern planned, hypothetical or negated. */
  readonly governors: ReadonlyMap<string, Exclude<Modality, 'actual'>>;
  /** Dictionary forms of the verbs of all tables, by every form of theirs. */
  readonly baseForms: ReadonlyMap<string, string>;
  /** Words that show a context wherever they stand in the clause. */
  readonly contextWords: ReadonlyMap<string, readonly Context[]>;
  /** What agreements, meetings, activities and positions are told by. */
  readonly derived: DerivedLexicon;
}

const COLUMNS = ['words', 'frame', 'type', 'mode', 'cameo', 'contexts', 'actor', 'recipient'] as const;

/**
 * Reads the event tables from the lexicon folders, later ones over earlier ones.
 * @throws Fault `lexicon-row` with file and line for a type, context or class that does not exist
 */
export function loadEventLexicon(folders: readonly string[]): EventLexicon {
  const under = folders.map((folder) => `${folder}/events`);
  const classes = readClasses(under);
  const entries: Record<TriggerKind, Map<string, EventEntry[]>> = {
    verb: new Map(),
    noun: new Map(),
    adjective: new Map(),
  };
  for (const kind of Object.keys(EVENT_FILES) as TriggerKind[]) {
    for (const file of EVENT_FILES[kind]) {
      for (const row of readTable(under, file, COLUMNS, ['words', 'frame'])) {
        for (const entry of entriesOf(row, kind, classes)) index(entries[kind], entry);
      }
    }
  }
  const light = readLightVerbs(under);
  const governors = readGovernors(under);
  return Object.freeze({
    entries,
    compoundHeads: new Set([...entries.noun.keys()].map((words) => words.split(/[ -]/).at(-1) ?? words)),
    classes,
    ...light,
    compositions: readCompositions(under),
    governors,
    baseForms: readBaseForms(
      entries.verb,
      [...governors.keys()].map((words) => words.split(' ')[0] ?? words),
    ),
    contextWords: readContextWords(under, classes),
    derived: loadDerivedLexicon(folders),
  });
}

function index(table: Map<string, EventEntry[]>, entry: EventEntry): void {
  for (const form of inflections(entry.word, entry.kind)) {
    const known = table.get(form);
    if (known) known.push(entry);
    else table.set(form, [entry]);
  }
}

function readClasses(folders: readonly string[]): Map<string, ReadonlySet<string>> {
  const classes = new Map<string, Set<string>>();
  for (const row of readTable(folders, 'classes.tsv', ['class', 'words'], ['class', 'words'])) {
    const words = classes.get(row.cells.class) ?? new Set<string>();
    for (const word of listOf(row.cells.words)) {
      if (!word.startsWith('@')) words.add(word.toLowerCase());
      else for (const inner of classNamed(word, classes, row)) words.add(inner);
    }
    classes.set(row.cells.class, words);
  }
  return classes;
}

function classNamed(
  name: string,
  classes: ReadonlyMap<string, ReadonlySet<string>>,
  row: Row<string>,
): Iterable<string> {
  const words = classes.get(name.slice(1));
  if (!words) throw refuse(row, `there is no class "${name}" above this row`);
  return words;
}

function refuse(row: Row<string>, reason: string): Fault {
  return new Fault('lexicon-row', { path: row.file, line: row.line, reason: `${reason}.` });
}

function* entriesOf(
  row: Row<(typeof COLUMNS)[number]>,
  kind: TriggerKind,
  classes: ReadonlyMap<string, ReadonlySet<string>>,
): Generator<EventEntry> {
  const { words, frame, type, mode, cameo, contexts, actor, recipient } = row.cells;
  if (!EVENT_TYPES.includes(type as EventType)) throw refuse(row, `"${type}" is no event type`);
  for (const context of listOf(contexts)) {
    if (!CONTEXTS.includes(context as Context)) throw refuse(row, `"${context}" is no context`);
  }
  const conditions = frame
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => conditionOf(part, classes, row))
    // A frame fails at its first condition that is not met, so what takes long to look for comes last.
    .sort((a, b) => Number(SEARCHED.has(a.slot)) - Number(SEARCHED.has(b.slot)));
  for (const word of listOf(words)) {
    const [head = '', ...particle] = word.toLowerCase().split(' ');
    yield {
      kind,
      word: kind === 'verb' ? head : word.toLowerCase(),
      particle: kind === 'verb' && particle.length ? particle.join(' ') : null,
      conditions,
      type: type as EventType,
      mode: mode || null,
      cameo,
      contexts: listOf(contexts) as readonly Context[],
      actor: listOf(actor),
      recipient: listOf(recipient),
      rule: ruleOf(row, frame ? `${word} ${frame}` : word),
    };
  }
}

/** Slots that are met anywhere in the clause, or by what the rest of the text says. */
const SEARCHED: ReadonlySet<string> = new Set(['any', 'told']);

/** `obj=@aid|money`, `!obj=*`, `with=party`. */
function conditionOf(part: string, classes: ReadonlyMap<string, ReadonlySet<string>>, row: Row<string>): Condition {
  const wanted = !part.startsWith('!');
  const [slot = '', value = '*'] = part.replace(/^!/, '').split('=');
  const words = new Set<string>();
  const types = new Set<EventType>();
  let any = false;
  let party = false;
  let place = false;
  let person = false;
  for (const choice of value.split('|')) {
    if (choice === '*') any = true;
    else if (choice === 'party') party = true;
    else if (choice === 'place') place = true;
    else if (choice === 'person') person = true;
    else if (EVENT_TYPES.includes(choice as EventType)) types.add(choice as EventType);
    else if (choice.startsWith('@')) for (const word of classNamed(choice, classes, row)) words.add(word);
    else words.add(choice.replaceAll('_', ' ').toLowerCase());
  }
  return { slot, wanted, words, types, any, party, place, person };
}

function readLightVerbs(
  folders: readonly string[],
): Pick<EventLexicon, 'lightVerbs' | 'lightExcept' | 'invertedVerbs'> {
  const verbs = new Map<string, Set<string>>();
  const inverted = new Set<string>();
  const except = new Map<string, ReadonlySet<string>>();
  const columns = ['verb', 'preposition', 'subject', 'except'] as const;
  for (const row of readTable(folders, 'light-verbs.tsv', columns, ['verb', 'preposition'])) {
    for (const verb of listOf(row.cells.verb)) {
      if (row.cells.subject === 'recipient') inverted.add(verb);
      if (row.cells.except) except.set(verb, new Set(listOf(row.cells.except)));
      const [head = ''] = verb.split(' ');
      for (const form of inflections(head, 'verb')) {
        const prepositions = verbs.get(form) ?? new Set<string>();
        prepositions.add(row.cells.preposition);
        verbs.set(form, prepositions);
      }
    }
  }
  return { lightVerbs: verbs, lightExcept: except, invertedVerbs: inverted };
}

function readCompositions(folders: readonly string[]): Map<string, Composition> {
  const columns = ['attitude', 'act', 'mode', 'cameo'] as const;
  return new Map(
    readTable(folders, 'compositions.tsv', columns, ['attitude', 'act']).map(({ cells }) => [
      `${cells.attitude} ${cells.act}`,
      { mode: cells.mode || null, cameo: cells.cameo },
    ]),
  );
}

/** The verb each form belongs to; a form that is itself a dictionary form stays one. */
function readBaseForms(
  verbs: ReadonlyMap<string, readonly EventEntry[]>,
  others: readonly string[],
): Map<string, string> {
  const words = new Set([...verbs.values()].flat().map(({ word }) => word));
  for (const word of others) words.add(word);
  const bases = new Map([...words].map((word) => [word, word]));
  for (const word of words) {
    for (const form of inflections(word, 'verb')) if (!bases.has(form)) bases.set(form, word);
  }
  return bases;
}

function readGovernors(folders: readonly string[]): Map<string, Exclude<Modality, 'actual'>> {
  const governors = new Map<string, Exclude<Modality, 'actual'>>();
  for (const row of readTable(folders, 'governors.tsv', ['words', 'makes'], ['words', 'makes'])) {
    const makes = MODALITIES.find((modality) => modality === row.cells.makes);
    if (!makes || makes === 'actual') throw refuse(row, `"${row.cells.makes}" is no modality that a governor gives`);
    for (const word of listOf(row.cells.words)) if (!governors.has(word)) governors.set(word, makes);
  }
  return governors;
}

function readContextWords(
  folders: readonly string[],
  classes: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, readonly Context[]> {
  const found = new Map<string, readonly Context[]>();
  for (const row of readTable(folders, 'context-words.tsv', ['context', 'words'], ['context', 'words'])) {
    const context = row.cells.context as Context;
    if (!CONTEXTS.includes(context)) throw refuse(row, `"${context}" is no context`);
    for (const word of listOf(row.cells.words)) {
      const expanded = word.startsWith('@') ? classNamed(word, classes, row) : [word.toLowerCase()];
      for (const one of expanded) found.set(one, [...(found.get(one) ?? []), context]);
    }
  }
  return found;
}
