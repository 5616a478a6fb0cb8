// What an interviewer's question tells, and what it only asks or takes for granted.
import { expect, test } from 'vitest';
import { loadEventLexicon } from '../lexicon/events.ts';
import { LEXICON_FOLDER } from '../lexicon/lexicon.ts';
import { codeEvents } from './code-events.ts';
import { inputOf, readFixture } from './testing/cases.ts';

const lexicon = { events: loadEventLexicon([LEXICON_FOLDER]) };

test.each(readFixture(new URL('./questions.fixture.txt', import.meta.url)))('$text', (one) => {
  const input = inputOf(one);
  const passages = [{ span: [0, one.text.length] as const, kind: 'question' as const }];
  const told = codeEvents({ ...input, passages }, lexicon).map(({ type, modality, actor, recipient }) => {
    const names = (ids: readonly string[]) => ids.map((id) => input.register.get(id)?.name).join(', ');
    return `${type} ${modality} | ${names(actor)} | ${names(recipient)}`.trim();
  });
  expect(told).toEqual(one.expected);
});
