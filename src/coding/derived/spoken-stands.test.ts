// Stands of speakers on what their words say of a matter, from short invented sentences with frozen trees.
import { expect, test } from 'vitest';
import type { Statement } from '../../model/items.ts';
import { codeEvents } from '../events/code-events.ts';
import { type Case, inputOf, readFixture } from '../events/testing/cases.ts';
import { loadEventLexicon } from '../lexicon/events.ts';
import { LEXICON_FOLDER } from '../lexicon/lexicon.ts';
import { findPositions } from './positions.ts';

const lexicon = { events: loadEventLexicon([LEXICON_FOLDER]) };

/** In each case the last of the entities that are states says all that follows "said" in the last sentence. */
function inputWithStatement(one: Case) {
  const input = inputOf(one);
  const speaker = input.register.all().findLast(({ kind }) => kind === 'state');
  const cue = one.text.lastIndexOf(' said ') + 1;
  const content = [cue + 'said '.length, one.text.length - 1] as const;
  const said: Statement = {
    id: 's1',
    speaker: speaker ? [speaker.id] : [],
    addressee: [],
    source: null,
    cue: [cue, cue + 'said'.length],
    content: [content],
    form: 'indirect',
    via: [],
    about: [],
    rule: 'test',
    why: 'test',
  };
  const so = { ...input, statements: [said] };
  return { ...so, events: codeEvents(so, lexicon) };
}

test.each(readFixture(new URL('./spoken-stands.fixture.txt', import.meta.url)))('$text', (one) => {
  const so = inputWithStatement(one);
  const name = (id: string) => so.register.get(id)?.name ?? '?';
  const told = findPositions(so, lexicon).map(
    ({ actor, stance, on }) => `position | ${name(actor)} | ${stance} | ${name(on)}`,
  );
  expect(told).toEqual(one.expected);
});
