import { describe, expect, it } from 'vitest';
import type { Span } from '../../model/span.ts';
import type { Attribution } from './attribution.ts';
import { carryOver } from './continuations.ts';
import { quotationsOf } from './quotations.ts';

/** Carries over in a text of one paragraph a line, with attributions given as cue and content. */
function carried(lines: readonly string[], attributions: readonly (readonly [cue: string, content: string | null])[]) {
  const text = lines.join('\n');
  let start = 0;
  const paragraphs = lines.map((line, p) => {
    const span: Span = [start, start + line.length];
    start += line.length + 1;
    return { first: p, end: p + 1, span, kind: 'body' as const, passage: 0 };
  });
  const spanOf = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];
  const given = attributions.map(
    ([cue, content]): Attribution => ({
      source: [spanOf(cue)],
      cue: [spanOf(cue)],
      content: content === null ? [] : [spanOf(content)],
      cueAt: null,
      rule: 'test',
      why: '',
    }),
  );
  const quotations = quotationsOf(
    text,
    paragraphs.map(({ span }) => span),
  );
  const found = carryOver(given, paragraphs, quotations, text);
  const words = ({ content }: Attribution) => content.map((span) => text.slice(...span));
  return { own: found.attributions.map(words), further: found.further.map(({ attribution }) => words(attribution)) };
}

describe('carryOver', () => {
  it('makes a quotation in a paragraph of its own a statement of its own', () => {
    const lines = ['"We wait," he said.', '"Nobody came."', '"Nobody will."'];
    expect(carried(lines, [['he said', '"We wait,"']])).toEqual({
      own: [['"We wait,"']],
      further: [['"Nobody came."'], ['"Nobody will."']],
    });
  });

  it('lengthens a quotation that had no closing mark', () => {
    const lines = ['He said: "We wait.', '"Nobody came."'];
    expect(carried(lines, [['He said', '"We wait.']])).toEqual({ own: [['"We wait.', '"Nobody came."']], further: [] });
  });

  it('takes the paragraph after a colon as what is said', () => {
    const lines = ['Later she told the press that:', 'Nothing can be changed.'];
    expect(carried(lines, [['she told', null]])).toEqual({ own: [['Nothing can be changed.']], further: [] });
  });

  it('takes the paragraph after a colon as a further statement where the cue has its content', () => {
    const lines = ['She added that the plan was pointless:', 'Nobody needs it.', 'Rain fell.'];
    expect(carried(lines, [['She added', 'that the plan was pointless']])).toEqual({
      own: [['that the plan was pointless']],
      further: [['Nobody needs it.']],
    });
  });

  it.each([
    ['after indirect speech', ['He said that they wait.', '"Nobody came."'], 'that they wait'],
    [
      'that is only part of a paragraph',
      ['"We wait," He said.', '"Nobody" is the name of the ship that came.'],
      '"We wait,"',
    ],
    ['after a paragraph of something else', ['"We wait," He said.', 'Rain fell.', '"Nobody came."'], '"We wait,"'],
  ])('leaves a quotation alone %s', (_, lines, content) => {
    const { own, further } = carried(lines, [['He said', content]]);
    expect([own, further]).toEqual([[[content]], []]);
  });
});
