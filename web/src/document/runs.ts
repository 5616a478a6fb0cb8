// A document's text cut into runs: stretches of characters that lie in the same marks.
import type { DocumentView, EventView, StatementView } from '../../../src/service/contract.ts';

type Span = readonly [start: number, end: number];

/** What a marked stretch is to its item; `name` and `date` belong to no item. */
export type Role = 'trigger' | 'evidence' | 'content' | 'source' | 'cue' | 'name' | 'date';

/** What a reader can have marked in the text. */
export const LAYERS = ['statements', 'events', 'names', 'dates'] as const;
export type Layer = (typeof LAYERS)[number];

export interface Mark {
  readonly span: Span;
  /** Id of the item, of the entity for a name, the value for a date. */
  readonly of: string;
  readonly role: Role;
  /** Quad class of an event, 0 for everything else. */
  readonly quad: number;
}

export interface Run {
  readonly span: Span;
  readonly text: string;
  /** The marks it lies in, the shortest first: a click means the most specific. */
  readonly marks: readonly Mark[];
}

export const isItem = ({ role }: Mark): boolean => role !== 'name' && role !== 'date';

type Marked = Pick<DocumentView, 'id' | 'events' | 'statements' | 'entities' | 'times'>;

/** The marks of a document in the layers wanted, in text order. */
export function marksOf(document: Marked, layers: ReadonlySet<Layer>): readonly Mark[] {
  const marks = [
    ...(layers.has('statements') ? document.statements.flatMap(statementMarks) : []),
    ...(layers.has('events') ? document.events.flatMap((event) => eventMarks(event, document.id)) : []),
    ...(layers.has('names') ? nameMarks(document) : []),
    ...(layers.has('dates')
      ? document.times.map(({ span, value }) => ({ span, of: value, role: 'date' as const, quad: 0 }))
      : []),
  ];
  return marks.sort((a, b) => a.span[0] - b.span[0]);
}

function statementMarks({ id, source, cue, content }: StatementView): readonly Mark[] {
  const as = (role: Role) => (span: Span) => ({ span, of: id, role, quad: 0 });
  return [...source.map(as('source')), ...cue.map(as('cue')), ...content.map(as('content'))];
}

function eventMarks({ id, quad, evidence }: EventView, document: string): readonly Mark[] {
  return evidence
    .filter((told) => told.document.id === document)
    .flatMap(({ span, trigger, also }) => [
      ...[span, ...also].map((place) => ({ span: place, of: id, role: 'evidence' as const, quad })),
      ...(trigger ? [{ span: trigger, of: id, role: 'trigger' as const, quad }] : []),
    ]);
}

function nameMarks({ entities }: Pick<DocumentView, 'entities'>): readonly Mark[] {
  return entities.flatMap(({ id, mentions }) =>
    mentions
      .filter(({ form }) => form === 'name')
      .map(({ span }) => ({ span, of: id, role: 'name' as const, quad: 0 })),
  );
}

/**
 * Cuts `text.slice(...within)` where a mark begins or ends. Every character is in exactly one run.
 * @param marks of the whole document; those outside `within` do not count
 */
export function runsOf(text: string, within: Span, marks: readonly Mark[]): readonly Run[] {
  const here = marks.filter(({ span }) => span[0] < within[1] && within[0] < span[1] && span[0] < span[1]);
  const cuts = new Set<number>(within);
  for (const { span } of here) for (const cut of span) if (cut > within[0] && cut < within[1]) cuts.add(cut);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, at) => {
    const span: Span = [start, places[at + 1] ?? within[1]];
    return {
      span,
      text: text.slice(...span),
      marks: here.filter((mark) => mark.span[0] <= span[0] && span[1] <= mark.span[1]).sort(byLength),
    };
  });
}

function byLength(a: Mark, b: Mark): number {
  return a.span[1] - a.span[0] - (b.span[1] - b.span[0]);
}
