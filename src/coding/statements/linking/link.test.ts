import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Token } from '../../../model/analysis.ts';
import type { Span } from '../../../model/span.ts';
import { Forest } from '../phrases.ts';
import { elementsOf, type Role, type Tagged } from './elements.ts';
import { type LinkWeights, link } from './link.ts';
import { CONTENT_FEATURES, SOURCE_FEATURES } from './pairs.ts';

const model = new URL('../../../../models/statements/model.json', import.meta.url);
const weights = (JSON.parse(readFileSync(model, 'utf8')) as { readonly link: LinkWeights }).link;

/** A word with the place of its head, from 1, and its relation: `said 0 root`. */
type Word = readonly [form: string, head: number, deprel: string];

/** Links tagged words of sentences given as words; `tags` are a role with the words it covers. */
function linked(sentences: readonly (readonly Word[])[], tags: readonly (readonly [Role, string])[]) {
  let text = '';
  const tokens = sentences.map((words) =>
    words.map(([form, head, deprel]): Token => {
      const span: Span = [text.length, text.length + form.length];
      text += `${form} `;
      return { span, lemma: form.toLowerCase(), upos: 'X', xpos: 'X', feats: '_', head, deprel };
    }),
  );
  const spans = tokens.map((words) => ({
    span: [words[0]?.span[0] ?? 0, words.at(-1)?.span[1] ?? 0] as const,
    passage: 0,
  }));
  const paragraph = { first: 0, end: spans.length, span: [0, text.length] as const, kind: 'body' as const, passage: 0 };
  const tagged = tags.map(([role, words]): Tagged => {
    const start = text.indexOf(words);
    return { role, span: [start, start + words.length] };
  });
  const elements = elementsOf(tagged, paragraph, spans, new Forest(tokens, text), text);
  const words = (pieces: readonly Span[]) => pieces.map((span) => text.slice(...span));
  return link(elements, weights, text).map(({ source, cue, content }) => [words(source), words(cue), words(content)]);
}

const first: readonly Word[] = [
  ['Amina', 2, 'nsubj'],
  ['said', 0, 'root'],
  ['rain', 4, 'nsubj'],
  ['came', 2, 'ccomp'],
  ['.', 2, 'punct'],
];
const second: readonly Word[] = [
  ['Boris', 2, 'nsubj'],
  ['denied', 0, 'root'],
  ['it', 2, 'obj'],
  ['.', 2, 'punct'],
];
const quotation: readonly Word[] = [
  ['"', 3, 'punct'],
  ['Nobody', 3, 'nsubj'],
  ['slept', 0, 'root'],
  ['.', 3, 'punct'],
  ['"', 3, 'punct'],
];

describe('link', () => {
  it('has a weight for each feature', () => {
    expect(weights.content).toHaveLength(CONTENT_FEATURES.length);
    expect(weights.source).toHaveLength(SOURCE_FEATURES.length);
  });

  it('keeps the parts of neighbouring sentences apart', () => {
    const tags = [
      ['source', 'Amina'],
      ['cue', 'said'],
      ['content', 'rain came'],
      ['source', 'Boris'],
      ['cue', 'denied'],
      ['content', 'it'],
    ] as const;
    expect(linked([first, second], tags)).toEqual([
      [['Amina'], ['said'], ['rain came']],
      [['Boris'], ['denied'], ['it']],
    ]);
  });

  it('gives a quotation without a cue to the cue before it', () => {
    const tags = [
      ['source', 'Amina'],
      ['cue', 'said'],
      ['content', 'rain came'],
      ['content', '" Nobody slept . "'],
    ] as const;
    expect(linked([first, quotation], tags)).toEqual([[['Amina'], ['said'], ['rain came', '" Nobody slept . "']]]);
  });

  it('leaves a cue without content in place, and contents without a cue out', () => {
    expect(linked([first], [['cue', 'said']])).toEqual([[[], ['said'], []]]);
    expect(linked([first], [['content', 'rain came']])).toEqual([]);
  });
});
