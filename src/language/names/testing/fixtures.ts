// Reads fixture files of sentences with their analysis, so that the rules are tested without a model.
import { readFileSync } from 'node:fs';
import type { Name, NameType, Sentence, Token } from '../../../model/analysis.ts';
import type { Passage } from '../../../model/document.ts';

/** One case: a text with its analysis and the lines that say what must come of it. */
export interface Fixture {
  readonly title: string;
  readonly document: { readonly id: string; readonly text: string };
  readonly passages: readonly Passage[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly (readonly Token[])[];
  readonly spans: readonly Name[];
  readonly expected: readonly string[];
}

/** The cases of a file: `## title`, the text, its words in columns with a blank line behind each sentence, expectations. */
export function readFixtures(path: URL): readonly Fixture[] {
  return readFileSync(path, 'utf8').split(/^## /m).slice(1).map(readFixture);
}

function readFixture(source: string): Fixture {
  const [title = '', text = '', ...lines] = source.split('\n');
  const sentences: Sentence[] = [];
  const tokens: Token[][] = [];
  const spans: Name[] = [];
  let at = 0;
  for (const block of lines.join('\n').split('\n\n')) {
    const rows = block.split('\n').filter((line) => line.includes('\t'));
    if (rows.length === 0) continue;
    const own: Token[] = [];
    for (const row of rows) {
      const [form = '', lemma = '', upos = '', xpos = '', head = '0', deprel = '', name = '_'] = row.split('\t');
      const start = text.indexOf(form, at);
      at = start + form.length;
      own.push({ span: [start, at], lemma, upos, xpos, feats: '_', head: Number(head), deprel });
      takeName(spans, name, [start, at], sentences.length);
    }
    sentences.push({ span: [own[0]?.span[0] ?? 0, at], passage: 0 });
    tokens.push(own);
  }
  return {
    title,
    document: { id: title, text },
    passages: [{ span: [0, text.length], kind: 'body' }],
    sentences,
    tokens,
    spans,
    expected: lines.filter((line) => /^[+@!-] /.test(line)),
  };
}

function takeName(spans: Name[], tag: string, span: Name['span'], sentence: number): void {
  const last = spans.at(-1);
  if (tag.startsWith('B-')) spans.push({ span, type: tag.slice(2) as NameType, sentence });
  else if (tag.startsWith('I-') && last) spans[spans.length - 1] = { ...last, span: [last.span[0], span[1]] };
}
