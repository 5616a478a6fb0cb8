// The event coder on short invented sentences with frozen trees: one block for each verb class and pattern.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Token } from '../../model/analysis.ts';
import type { EntityKind, Event } from '../../model/items.ts';
import { scoreOf } from '../../model/plover.ts';
import { contains } from '../../model/span.ts';
import { createRegister } from '../entities/register.ts';
import { loadEventLexicon } from '../lexicon/events.ts';
import { LEXICON_FOLDER } from '../lexicon/lexicon.ts';
import { codeEvents } from './code-events.ts';
import type { CoderInput } from './code-sentence.ts';

const lexicon = { events: loadEventLexicon([LEXICON_FOLDER]) };

/** A sentence with its tree (`form/lemma/upos/xpos/head/deprel`), its named entities and the events it tells. */
interface Case {
  readonly block: string;
  readonly text: string;
  readonly tokens: readonly (readonly Token[])[];
  readonly entities: readonly { readonly kind: EntityKind; readonly name: string }[];
  readonly expected: readonly string[];
}

function readFixture(): readonly Case[] {
  const source = readFileSync(new URL('./events.fixture.txt', import.meta.url), 'utf8');
  const cases: Case[] = [];
  let block = '';
  for (const part of source.split('\n\n')) {
    const lines = part.trim().split('\n');
    if (lines[0]?.startsWith('# ')) {
      block = lines[0].slice(2);
      continue;
    }
    const [text = '', , ...rest] = lines;
    const end = rest.indexOf('.');
    const trees = rest.slice(0, end - 1);
    const entities = (rest[end - 1] ?? '-').split('; ').flatMap((entry) => {
      const [kind, name] = entry.split(':');
      return kind && name ? [{ kind: kind as EntityKind, name }] : [];
    });
    const expected = rest.slice(end + 1, rest.lastIndexOf('.')).filter((line) => line !== 'none');
    cases.push({ block, text, tokens: readTrees(text, trees), entities, expected });
  }
  return cases;
}

function readTrees(text: string, trees: readonly string[]): readonly (readonly Token[])[] {
  let from = 0;
  return trees.map((tree) =>
    tree.split(' ').map((word) => {
      const [form = '', lemma = '', upos = '', xpos = '', head = '', deprel = ''] = word.split('/');
      const start = text.indexOf(form, from);
      from = start + form.length;
      return { span: [start, from] as const, lemma, upos, xpos, feats: '_', head: Number(head), deprel };
    }),
  );
}

function inputOf({ text, tokens, entities }: Pick<Case, 'text' | 'tokens' | 'entities'>): CoderInput {
  const register = createRegister();
  for (const { kind, name } of entities) {
    const at = text.indexOf(name);
    register.add({ kind, name, mentions: [{ span: [at, at + name.length], form: 'name' }] });
  }
  const sentences = tokens.map((words) => ({
    span: [words[0]?.span[0] ?? 0, words.at(-1)?.span[1] ?? 0] as const,
    passage: 0,
  }));
  const published = { value: null, basis: 'unknown' } as const;
  return {
    document: { id: 'test', text },
    head: { title: null, publisher: null, author: null, language: 'en', published },
    passages: [{ span: [0, text.length], kind: 'body' }],
    sentences,
    tokens,
    times: [],
    register,
    statements: [],
  };
}

function told(input: CoderInput, event: Event): string {
  const names = (ids: readonly string[]) => ids.map((id) => input.register.get(id)?.name).join(', ');
  return `${event.type} ${event.modality} | ${names(event.actor)} | ${names(event.recipient)}`.trim();
}

const CASES = readFixture();

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
      expect(event.rule).toMatch(/\.tsv:\d+|duty/);
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
