// What derived items rest on.
import { describe, expect, test } from 'vitest';
import type { Event } from '../../model/items.ts';
import { codeEvents } from '../events/code-events.ts';
import { inputOf, readFixture } from '../events/testing/cases.ts';
import { loadEventLexicon } from '../lexicon/events.ts';
import { LEXICON_FOLDER } from '../lexicon/lexicon.ts';
import { findActivities } from './activities.ts';
import { findAgreements } from './agreements.ts';
import { groundsAt, sharedGrounds } from './grounds.ts';
import { findPositions } from './positions.ts';

const lexicon = { events: loadEventLexicon([LEXICON_FOLDER]), entities: { concluded: new Map<string, string>() } };

describe('in a text', () => {
  const CASES = readFixture(new URL('./derived.fixture.txt', import.meta.url)).map((one) => {
    const input = inputOf(one);
    const so = { ...input, events: codeEvents(input, lexicon) };
    const developments = findAgreements(so, lexicon).flatMap((agreement) => agreement.developments);
    return { so, derived: [...developments, ...findActivities(so, lexicon), ...findPositions(so, lexicon)] };
  });
  const inCase = (words: string) => {
    const found = CASES.find(({ so }) => so.document.text.startsWith(words));
    if (!found) throw new Error(`no case begins with "${words}"`);
    const triggerOf = (id: string) => {
      const event = found.so.events.find((one) => one.id === id);
      return event && found.so.document.text.slice(...event.trigger);
    };
    return found.derived.map(({ grounds = [] }) => grounds.map(triggerOf));
  };

  test('a development and the stands of those who signed rest on the signing', () => {
    expect(inCase('Kenya and Uganda signed the Lake Charter')).toEqual([['signed'], ['signed'], ['signed']]);
  });

  test('what no event tells rests on its words', () => {
    expect(inCase('The Coastal Accord entered into force')).toEqual([[]]);
  });

  test('grounds are events of the text, by their ids', () => {
    const grounds = CASES.flatMap(({ so, derived }) =>
      derived.flatMap((item) => (item.grounds ?? []).map((id) => so.events.some((event) => event.id === id))),
    );
    expect(grounds.length).toBeGreaterThan(50);
    expect(grounds).not.toContain(false);
  });
});

describe('the grounds at words', () => {
  const events = [{ id: 'v1', trigger: [5, 12] }] as unknown as readonly Event[];

  test('are the event that they tell, else the statement that they stand in', () => {
    expect(groundsAt({ events }, [5, 12], 's1')).toEqual(['v1']);
    expect(groundsAt({ events }, [20, 25], 's1')).toEqual(['s1']);
    expect(groundsAt({ events }, [20, 25])).toEqual([]);
  });

  test('are shared by what is told twice, and none where words alone tell it, too', () => {
    expect(sharedGrounds(['v1'], ['v1', 'v2'])).toEqual(['v1', 'v2']);
    expect(sharedGrounds(['v1'], [])).toEqual([]);
  });
});
