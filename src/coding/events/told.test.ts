// What somebody else tells of a deed is a charge; what the text itself tells of it is the deed.
import { expect, test } from 'vitest';
import type { Statement } from '../../model/items.ts';
import { loadEventLexicon } from '../lexicon/events.ts';
import { LEXICON_FOLDER } from '../lexicon/lexicon.ts';
import { codeEvents } from './code-events.ts';
import { inputOf, readFixture } from './testing/cases.ts';

const lexicon = { events: loadEventLexicon([LEXICON_FOLDER]) };

const [CASE] = readFixture(new URL('./told.fixture.txt', import.meta.url));
if (!CASE) throw new Error('the fixture holds no case');

const said = (speaker: string): Statement => ({
  id: 's1',
  speaker: [speaker],
  addressee: [],
  source: [0, 5],
  cue: [6, 10],
  content: [[11, CASE.text.length - 1]],
  form: 'indirect',
  via: [],
  about: [],
});

test.each([
  ['the other side', 'Kenya', ['ACCUSE Kenya > Somalia']],
  ['the side itself', 'Somalia', ['REJECT Somalia > ']],
])('told by %s', (_, name, expected) => {
  const input = inputOf(CASE);
  const speaker = input.register.all().find((entity) => entity.name === name)?.id ?? '';
  const names = (ids: readonly string[]) => ids.map((id) => input.register.get(id)?.name).join(', ');
  const events = codeEvents({ ...input, statements: [said(speaker)] }, lexicon);
  expect(events.map((event) => `${event.type} ${names(event.actor)} > ${names(event.recipient)}`)).toEqual(expected);
});
