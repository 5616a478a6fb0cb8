// When events are, in short invented sentences with frozen trees: what is to come, what only a thing in the sentence has as its
// date, what the text dates by a word next to it. All of them are published on Wednesday, 4 May 2016.
import { expect, test } from 'vitest';
import { findTimes } from '../../language/times/find-times.ts';
import { loadEventLexicon } from '../lexicon/events.ts';
import { LEXICON_FOLDER } from '../lexicon/lexicon.ts';
import { codeEvents } from './code-events.ts';
import { inputOf, readFixture } from './testing/cases.ts';

const lexicon = { events: loadEventLexicon([LEXICON_FOLDER]) };
const CASES = readFixture(new URL('./dated.fixture.txt', import.meta.url));
const published = { value: '2016-05-04', basis: 'stated' } as const;

test.each(CASES)('$text', (one) => {
  const undated = inputOf(one);
  const input = { ...undated, head: { ...undated.head, published } };
  const events = codeEvents({ ...input, times: findTimes(input) }, lexicon);
  expect(events.map(({ type, modality, time }) => `${type} ${modality} ${time.value}`)).toEqual(one.expected);
});
