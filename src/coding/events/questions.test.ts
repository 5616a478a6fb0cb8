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

test.each([
  ['interview', 'Chad > Oman'],
  ['quotation', 'Chad > '],
])('"you" is whoever answers: %s', (rule, expected) => {
  const [first] = readFixture(new URL('./you.fixture.txt', import.meta.url));
  if (!first) throw new Error('the fixture is empty');
  const input = inputOf(first);
  const [chad, oman] = input.register.all();
  const end = first.text.indexOf('?') + 1;
  const answer = {
    ...{ id: 's1', speaker: [oman?.id ?? ''], addressee: [], source: null, cue: null, via: [], about: [] },
    ...{ content: [[end + 1, first.text.length] as const], form: 'direct' as const, rule, why: '' },
  };
  const passages = input.sentences.map(({ span }, at) => ({
    span,
    kind: at ? ('body' as const) : ('question' as const),
  }));
  const sentences = input.sentences.map(({ span }, passage) => ({ span, passage }));
  const [event] = codeEvents({ ...input, passages, sentences, statements: [answer] }, lexicon);
  const name = (id: string | undefined) => (id === undefined ? '' : input.register.get(id)?.name);
  expect(`${name(event?.actor[0])} > ${name(event?.recipient[0])}`).toBe(expected);
  expect(chad?.name).toBe('Chad');
});
