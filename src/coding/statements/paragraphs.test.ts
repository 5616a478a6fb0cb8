import { describe, expect, it } from 'vitest';
import type { Passage } from '../../model/document.ts';
import { paragraphsOf } from './paragraphs.ts';

/** Sentences end at full stops; each passage is a kind with its text. */
function paragraphs(...passages: readonly (readonly [Passage['kind'], string])[]) {
  const text = passages.map(([, part]) => part).join('\n\n');
  let start = 0;
  const placed = passages.map(([kind, part]): Passage => {
    const span = [start, start + part.length] as const;
    start += part.length + 2;
    return { span, kind };
  });
  const sentences = placed.flatMap(({ span }, passage) =>
    [...text.slice(...span).matchAll(/\S[^.]*\./g)].map((match) => ({
      span: [span[0] + match.index, span[0] + match.index + match[0].length] as const,
      passage,
    })),
  );
  return paragraphsOf({ text }, placed, sentences).map(({ span }) => text.slice(...span));
}

describe('paragraphsOf', () => {
  it('ends a paragraph at a blank line', () => {
    expect(paragraphs(['body', 'One. Two.\n\nThree.'])).toEqual(['One. Two.', 'Three.']);
  });

  it('ends a paragraph at a line break of a text with a paragraph a line', () => {
    expect(paragraphs(['body', 'One. Two.\nThree. Four.'])).toEqual(['One. Two.', 'Three. Four.']);
  });

  it('goes on over line breaks of a text wrapped to a column', () => {
    expect(paragraphs(['body', 'One is\nlong.\nTwo is\nshort.'])).toEqual(['One is\nlong.\nTwo is\nshort.']);
  });

  it('leaves out silent passages and ends a paragraph between passages', () => {
    expect(paragraphs(['furniture', 'Log in.'], ['heading', 'Title.'], ['body', 'One.'])).toEqual(['Title.', 'One.']);
  });
});
