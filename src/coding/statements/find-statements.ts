// Finds the statements of a document: who says what to whom, in which words, relayed by whom.
import type { Statement } from '../../model/items.ts';
import { piecesOf } from '../../model/span.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { voiceOf } from '../voice.ts';
import { type Attribution, startOf } from './attribution.ts';
import { carryOver } from './continuations.ts';
import type { StatementInput } from './input.ts';
import { turnsOf } from './interview.ts';
import { MentionIndex } from './mention-index.ts';
import { paragraphsOf } from './paragraphs.ts';
import { Forest } from './phrases.ts';
import { quotationsOf } from './quotations.ts';
import { withOuterSpeakers } from './relays.ts';
import { attributionsByRule } from './rules/attribute.ts';
import { nestedIn } from './rules/nested.ts';
import { recoverSource } from './rules/recover-source.ts';
import { Speakers } from './speakers.ts';
import { StatementBuilder } from './statement-builder.ts';
import { attributionsByTagger } from './tagger/attribute.ts';
import type { Tagger } from './tagger/tagger.ts';

/**
 * The statements of a document in the order of the text, with ids `s1`, `s2`, …. Speakers and addressees that the
 * register lacks are added to it. No part of a statement lies in a silent passage. Never throws; linear in the text.
 * @param tagger finds source, cue and content; without one the cue lexicon and the trees do, which finds less
 */
export async function findStatements(
  so: StatementInput,
  lexicon: Pick<Lexicon, 'cues' | 'entities'>,
  tagger: Tagger | null,
): Promise<readonly Statement[]> {
  const { text } = so.document;
  const forest = new Forest(so.tokens, text);
  const paragraphs = paragraphsOf(so.document, so.passages, so.sentences);
  const quotations = quotationsOf(
    text,
    paragraphs.map(({ span }) => span),
  );
  const found = tagger
    ? await attributionsByTagger(so, paragraphs, forest, quotations, tagger)
    : paragraphs.flatMap((paragraph, p) => attributionsByRule(paragraph, forest, quotations[p] ?? [], lexicon.cues));
  const nested = tagger ? nestedIn(paragraphs, found, forest, quotations, lexicon.cues) : [];
  const sorted = [...found, ...nested].sort((a, b) => startOf(a) - startOf(b));
  const { attributions, further } = carryOver(sorted, paragraphs, quotations, text);
  const turns = turnsOf(text, so.head, paragraphs, so.register);
  const mentions = new MentionIndex(so.register);
  const speakers = new Speakers(so.register, mentions, forest, text, voiceOf(so));
  const builder = new StatementBuilder(so, lexicon, {
    speakers,
    mentions,
    forest,
    quotations: quotations.flat(),
    turns,
    we: voiceOf(so).we,
    orator: voiceOf(so).orator,
  });
  const statements = [
    ...builder.reported(
      attributions
        .map((one) => recoverSource(one, forest, lexicon.cues))
        .filter((one) => isStatement(one) && !isDisclaimed(one, forest))
        .filter((one) => !isDeed(one, forest) && !isHearsay(one, forest) && !isPutToListener(one, so, forest)),
      further,
    ),
    ...turns.map((turn) => builder.answer(turn)),
  ].sort((a, b) => firstOf(a) - firstOf(b) || lastOf(b) - lastOf(a));
  speakers.flush();
  return withOuterSpeakers(statements).map((statement, i) => ({ id: `s${i + 1}`, ...statement }));
}

/** Whether somebody identifiable says something: "It was expected to rain" has no source. */
function isStatement({ source, content }: Attribution): boolean {
  return source.length > 0 && content.length > 0;
}

/** "Oman had no wish to leave": what nobody wishes or plans is not stated as wished or planned. */
function isDisclaimed({ cueAt }: Attribution, forest: Forest): boolean {
  if (!cueAt) return false;
  const tree = forest.tree(cueAt.sentence);
  return (
    DISCLAIMED.test(tree.lemma(cueAt.word)) &&
    tree.childrenIn(cueAt.word, 'det').some((child) => /^(?:no|neither)$/.test(tree.form(child)))
  );
}

const DISCLAIMED = /^(?:wish|intention|desire|plan|ambition|interest|inclination)$/;

/** "Laid a wreath at the tomb", "exchanged lists of prisoners": what is done to a thing is not said. */
function isDeed({ cueAt, content }: Attribution, forest: Forest): boolean {
  const [first] = content;
  if (!cueAt || !first || content.length > 1) return false;
  const tree = forest.tree(cueAt.sentence);
  const head = tree.headOf(first);
  // "Recalled its representative Jan Kowal".
  const called = tree.lemma(cueAt.word) === 'recall' && head >= 0 && tree.upos(head) === 'PROPN';
  if (!(called || HANDLING.test(tree.lemma(cueAt.word))) || /^["“‘']/.test(tree.text.charAt(first[0]))) return false;
  return head >= 0 && tree.head(head) === cueAt.word && tree.relation(head) === 'obj';
}

const HANDLING =
  /^(?:lay|exchange|place|hang|plant|hoist|raise|aim|fire|throw|hand|carry|ship|build|open|close|cut|launch|inaugurate|unveil)$/;

/** "The envoy has been reported to have left": others tell it of him, and nobody is named who does. */
function isHearsay({ cueAt, source }: Attribution, forest: Forest): boolean {
  if (!cueAt) return false;
  const tree = forest.tree(cueAt.sentence);
  if (!TELLING_OF.test(tree.lemma(cueAt.word)) || tree.childIn(cueAt.word, 'aux:pass') === null) return false;
  const told = tree.childrenIn(cueAt.word, 'nsubj:pass');
  return source.length > 0 && source.every((span) => told.includes(tree.headOf(span)));
}

const TELLING_OF = /^(?:report|say|believe|know|understand|think|claim|allege|rumou?r|suppose|expect|estimate)$/;

/** "Minister, you said that ...": what an interviewer's question has the other say is his to answer. */
function isPutToListener({ source, cueAt }: Attribution, so: StatementInput, forest: Forest): boolean {
  if (!cueAt || so.passages[so.sentences[cueAt.sentence]?.passage ?? -1]?.kind !== 'question') return false;
  const tree = forest.tree(cueAt.sentence);
  return source.some((span) => tree.form(Math.max(0, tree.headOf(span))) === 'you');
}

function firstOf({ content, source, cue }: Omit<Statement, 'id'>): number {
  return startOf({ content, source: piecesOf(source), cue: piecesOf(cue) });
}

function lastOf({ content }: Omit<Statement, 'id'>): number {
  return Math.max(...content.map(([, end]) => end));
}
