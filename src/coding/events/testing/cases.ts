// Short sentences with frozen trees for the tests of events and of what is derived from them.
import { readFileSync } from 'node:fs';
import type { Token } from '../../../model/analysis.ts';
import type { EntityKind } from '../../../model/items.ts';
import { createRegister } from '../../entities/register.ts';
import type { CoderInput } from '../coder.ts';

/** A sentence with its tree (`form/lemma/upos/xpos/head/deprel`), its named entities and the events it tells. */
export interface Case {
  readonly block: string;
  readonly text: string;
  readonly tokens: readonly (readonly Token[])[];
  /** `owner` is the name of one that stands before it in the list. */
  readonly entities: readonly { readonly kind: EntityKind; readonly name: string; readonly owner?: string }[];
  readonly expected: readonly string[];
}

/**
 * Reads a fixture: blocks under `# name`; each case is its text, a dot, one tree a line, the entities (`kind:name`, `kind:name < owner`),
 * a dot, what is expected, a dot, with empty lines between.
 */
export function readFixture(file: URL): readonly Case[] {
  const source = readFileSync(file, 'utf8');
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
      const [kind, name, owner] = entry.split(/:| < /);
      return kind && name ? [{ kind: kind as EntityKind, name, ...(owner ? { owner } : {}) }] : [];
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

/** What the coder takes, with the case's entities in a new register. */
export function inputOf({ text, tokens, entities }: Pick<Case, 'text' | 'tokens' | 'entities'>): CoderInput {
  const register = createRegister();
  for (const { kind, name, owner } of entities) {
    const at = text.indexOf(name);
    const partOf = register.all().find((other) => other.name === owner)?.id ?? null;
    register.add({ kind, name, partOf, mentions: [{ span: [at, at + name.length], form: 'name' }] });
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
