// The event coder on short invented sentences with frozen trees: one block for each verb class and pattern.
import { describe, expect, test } from 'vitest';
import type { Event } from '../../model/items.ts';
import { scoreOf } from '../../model/plover.ts';
import { contains } from '../../model/span.ts';
import { loadEventLexicon } from '../lexicon/events.ts';
import { LEXICON_FOLDER } from '../lexicon/lexicon.ts';
import { codeEvents } from './code-events.ts';
import type { CoderInput } from './coder.ts';
import { inputOf, readFixture } from './testing/cases.ts';

const lexicon = { events: loadEventLexicon([LEXICON_FOLDER]) };

function told(input: CoderInput, event: Event): string {
  const names = (ids: readonly string[]) => ids.map((id) => input.register.get(id)?.name).join(', ');
  return `${event.type} ${event.modality} | ${names(event.actor)} | ${names(event.recipient)}`.trim();
}

const CASES = readFixture(new URL('./events.fixture.txt', import.meta.url));

describe.each([...new Set(CASES.map(({ block }) => block))])('%s', (block) => {
  test.each(CASES.filter((one) => one.block === block))('$text', (one) => {
    const input = inputOf(one);
    expect(codeEvents(input, lexicon).map((event) => told(input, event))).toEqual(one.expected);
  });
});

describe('every event', () => {
  const all = CASES.flatMap((one) => {
    const input = inputOf(one);
    return codeEvents(input, lexicon).map((event) => ({ event, input, text: one.text }));
  });

  test('has evidence inside the text that holds its trigger', () => {
    for (const { event, text } of all) {
      expect(contains([0, text.length], event.evidence), text).toBe(true);
      expect(contains(event.evidence, event.trigger), text).toBe(true);
    }
  });

  test('has parties that the register knows, none of them actor and recipient at once', () => {
    for (const { event, input, text } of all) {
      for (const id of [...event.actor, ...event.recipient]) expect(input.register.get(id), text).not.toBeNull();
      expect(
        event.actor.filter((id) => event.recipient.includes(id)),
        text,
      ).toEqual([]);
    }
  });

  test('says which lexicon entry made it, and has the score of its type and mode', () => {
    for (const { event } of all) {
      expect(event.rule).toMatch(/\.tsv \w|duty/);
      expect(event.why).toContain(event.type);
      expect(event.score).toBe(scoreOf(event.type, event.mode));
    }
  });

  test('comes out the same a second time', () => {
    for (const one of CASES) expect(codeEvents(inputOf(one), lexicon)).toEqual(codeEvents(inputOf(one), lexicon));
  });
});

describe('passages and broken input', () => {
  const [first] = CASES;
  if (!first) throw new Error('the fixture is empty');

  test('nothing is taken from furniture, bylines and teasers', () => {
    for (const kind of ['furniture', 'byline', 'teaser', 'dateline'] as const) {
      const passages = [{ span: [0, first.text.length] as const, kind }];
      expect(codeEvents({ ...inputOf(first), passages }, lexicon)).toEqual([]);
    }
  });

  test('a headline that tells the same as the body makes one event', () => {
    const half = first.text.length + 1;
    const text = `${first.text}\n${first.text}`;
    const shifted = first.tokens.map((words) =>
      words.map((token) => ({ ...token, span: [token.span[0] + half, token.span[1] + half] as const })),
    );
    const input = inputOf({ text, tokens: [...first.tokens, ...shifted], entities: first.entities });
    for (const { name } of first.entities) {
      const entity = input.register.all().find((one) => one.name === name);
      const at = text.indexOf(name, half);
      if (entity) input.register.mention(entity.id, [at, at + name.length], 'name');
    }
    const passages = [
      { span: [0, half - 1] as const, kind: 'headline' as const },
      { span: [half, text.length] as const, kind: 'body' as const },
    ];
    const sentences = input.sentences.map((sentence, passage) => ({ ...sentence, passage }));
    const events = codeEvents({ ...input, passages, sentences }, lexicon);
    expect(events).toHaveLength(1);
    expect(events[0]?.evidence[0]).toBeGreaterThanOrEqual(half);
    expect(events[0]?.also).toHaveLength(1);
  });

  test('trees with circles and heads out of range give less, never an exception', () => {
    for (const shift of [1, 3, 7, 50]) {
      const broken = first.tokens.map((words) => words.map((token) => ({ ...token, head: (token.head * shift) % 13 })));
      expect(() => codeEvents({ ...inputOf(first), tokens: broken }, lexicon)).not.toThrow();
    }
  });

  test('a hundred thousand words of one event take seconds', { timeout: 20_000 }, () => {
    const copies = Array.from({ length: 12_000 }, () => first.tokens).flat();
    const input = {
      ...inputOf(first),
      tokens: copies,
      sentences: copies.map(() => ({ span: [0, 40] as const, passage: 0 })),
    };
    expect(codeEvents(input, lexicon)).toHaveLength(1);
  });
});
