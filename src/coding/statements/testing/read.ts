// Reads short passages for the tests of statements: all stages up to entities, then statements, with names for ids.
import { findHead } from '../../../intake/head/find-head.ts';
import { sortPassages } from '../../../intake/passages/sort-passages.ts';
import { createAnalyser } from '../../../language/analysis/analyser.ts';
import { annotate } from '../../../language/analysis/annotate.ts';
import { findChains } from '../../../language/coreference/find-chains.ts';
import { findNames } from '../../../language/names/find-names.ts';
import { segment } from '../../../language/segmentation/segment.ts';
import { dateDocument } from '../../../language/times/date-document.ts';
import type { Statement } from '../../../model/items.ts';
import { piecesOf, type SpanOrPieces } from '../../../model/span.ts';
import { findEntities } from '../../entities/find-entities.ts';
import { loadLexicon } from '../../lexicon/lexicon.ts';
import { findStatements } from '../find-statements.ts';
import type { StatementInput } from '../input.ts';
import type { Tagger } from '../tagger/tagger.ts';

/** A statement in words. */
export interface Told {
  readonly speaker: readonly string[];
  readonly addressee: readonly string[];
  readonly via: readonly string[];
  readonly source: string;
  readonly cue: string;
  readonly content: string;
  readonly form: string;
  readonly statement: Statement;
}

const lexicon = loadLexicon();
const analyser = createAnalyser();

/** All that stands before statements in the reader. */
export async function analysed(text: string): Promise<StatementInput> {
  const document = { id: 'test', text };
  const passages = sortPassages(document);
  const { sentences, words } = segment(text, passages);
  const { tokens, nameSpans } = await annotate(await analyser, text, sentences, words);
  const { known } = lexicon.entities;
  const names = findNames({ document, sentences, tokens, spans: nameSpans }, known);
  const statedHead = findHead(document, passages);
  const { head, times } = dateDocument({ document, statedHead, passages, sentences, tokens });
  const so = { document, head, passages, sentences, tokens, names, times };
  const chains = findChains(so, known);
  return { ...so, register: findEntities({ ...so, chains }, lexicon.entities) };
}

/** The statements of a text, by the tagger or, without one, by the rules. */
export async function told(text: string, tagger: Tagger | null): Promise<readonly Told[]> {
  const so = await analysed(text);
  const found = await findStatements(so, lexicon, tagger);
  const names = (ids: readonly string[]) => ids.map((id) => so.register.get(id)?.name ?? id);
  const words = (spans: SpanOrPieces) =>
    piecesOf(spans)
      .map(([start, end]) => text.slice(start, end))
      .join(' … ');
  return found.map((statement) => ({
    speaker: names(statement.speaker),
    addressee: names(statement.addressee),
    via: names(statement.via),
    source: words(statement.source),
    cue: words(statement.cue),
    content: words(statement.content),
    form: statement.form,
    statement,
  }));
}
