import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadEntityLexicon } from '../lexicon/entities.ts';
import type { UnnamedHolder } from './context.ts';
import { Drafts, type Post } from './drafts.ts';
import { giveTitledOwners } from './titled-owners.ts';

const lexicon = loadEntityLexicon([fileURLToPath(new URL('../../../lexicon/', import.meta.url))]);
const made = { rule: 'test', why: 'test' };

/** The owners of two ministers after a headline with an office of Chad. */
function ownersOf(office: string, titled: boolean, ...posts: readonly string[]): readonly (string | undefined)[] {
  const drafts = new Drafts(lexicon, '');
  const chad = drafts.named('state', 'Chad', made);
  const persons = posts.map((held, at) => {
    const person = drafts.named('person', `Idris ${'AB'[at]}`, made);
    person.posts.push({ office: held, rank: 'foreign', owner: null });
    return person;
  });
  const post: Post = { office, rank: 'foreign', owner: chad };
  const unnamed: UnnamedHolder = { span: [0, 5], post, titled, definite: true, alone: true, rule: 'test' };
  giveTitledOwners({ unnamed: [unnamed], drafts } as unknown as Parameters<typeof giveTitledOwners>[0]);
  return persons.map(({ owner }) => owner?.name);
}

test('the only one who holds the office of the headline is of its state', () => {
  expect(ownersOf('Foreign Minister', true, 'Foreign Minister')).toEqual(['Chad']);
  expect(ownersOf('Foreign Minister', true, 'Foreign Minister', 'Prime Minister')).toEqual(['Chad', undefined]);
});

test('nobody where two hold it, where another office is meant, or where the text and not the headline has it', () => {
  expect(ownersOf('Foreign Minister', true, 'Foreign Minister', 'Foreign Minister')).toEqual([undefined, undefined]);
  expect(ownersOf('Foreign Minister', true, 'Prime Minister')).toEqual([undefined]);
  expect(ownersOf('Foreign Minister', false, 'Foreign Minister')).toEqual([undefined]);
});
