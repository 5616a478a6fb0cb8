// Which statement a word stands in. Asked for every word of a document, so pieces of content are kept by stretches of text.
import type { Statement } from '../../model/items.ts';
import { contains, lengthOf, piecesOf, type Span } from '../../model/span.ts';

/** Length of a stretch in code units; a piece stands in the list of each one that it touches. */
const STRETCH = 512;

interface Piece {
  readonly span: Span;
  readonly statement: Statement;
}

type Index = ReadonlyMap<number, readonly Piece[]>;

/** One index for the statements of a document, however many sentences ask. */
const known = new WeakMap<readonly Statement[], Index>();

/**
 * The statement with the smallest content that holds a span, null where the document itself speaks. Of equals the first.
 * Costs the statements near the span, not all of the document.
 */
export function innermostStatement(statements: readonly Statement[], span: Span): Statement | null {
  let index = known.get(statements);
  if (!index) {
    index = indexOf(statements);
    known.set(statements, index);
  }
  let best: Piece | null = null;
  for (const piece of index.get(Math.floor(span[0] / STRETCH)) ?? []) {
    if (contains(piece.span, span) && (!best || lengthOf(piece.span) < lengthOf(best.span))) best = piece;
  }
  return best?.statement ?? null;
}

/** The statement whose cue begins at a word; null where the word is none. Of several the first. */
export function statementOfCue(statements: readonly Statement[], [start]: Span): Statement | null {
  let byCue = cues.get(statements);
  if (!byCue) {
    byCue = new Map();
    for (const statement of [...statements].reverse())
      for (const piece of piecesOf(statement.cue)) byCue.set(piece[0], statement);
    cues.set(statements, byCue);
  }
  return byCue.get(start) ?? null;
}

const cues = new WeakMap<readonly Statement[], Map<number, Statement>>();

/** The statements with a known speaker, of one document the same list each time. */
export function withSpeaker(statements: readonly Statement[]): readonly Statement[] {
  const cached = spoken.get(statements);
  if (cached) return cached;
  const found = statements.filter(({ speaker }) => speaker.length > 0);
  spoken.set(statements, found);
  return found;
}

/** The statements that give somebody's own words, so that "we" in them is his: "he accused us" is said by who answers. */
export function ownWords(statements: readonly Statement[]): readonly Statement[] {
  const cached = quoted.get(statements);
  if (cached) return cached;
  const found = statements.filter(({ speaker, form }) => speaker.length > 0 && form !== 'indirect');
  quoted.set(statements, found);
  return found;
}

const quoted = new WeakMap<readonly Statement[], readonly Statement[]>();

/** The speakers of the statement whose source is just the words at a span: whom "they" stands for in "they urged". */
export function speakersAt(statements: readonly Statement[], [start, end]: Span): readonly string[] {
  let bySource = sources.get(statements);
  if (!bySource) {
    bySource = new Map();
    for (const { source, speaker } of statements) {
      for (const piece of piecesOf(source)) if (speaker.length) bySource.set(`${piece[0]}-${piece[1]}`, speaker);
    }
    sources.set(statements, bySource);
  }
  return bySource.get(`${start}-${end}`) ?? [];
}

const sources = new WeakMap<readonly Statement[], Map<string, readonly string[]>>();

const spoken = new WeakMap<readonly Statement[], readonly Statement[]>();

function indexOf(statements: readonly Statement[]): Index {
  const index = new Map<number, Piece[]>();
  for (const statement of statements) {
    for (const span of statement.content) {
      for (let at = Math.floor(span[0] / STRETCH); at * STRETCH <= span[1]; at += 1) {
        const pieces = index.get(at);
        if (pieces) pieces.push({ span, statement });
        else index.set(at, [{ span, statement }]);
      }
    }
  }
  return index;
}
