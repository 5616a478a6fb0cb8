// Entities on short sentences about many regions, each with its analysis in the fixture file.
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findChains } from '../../language/coreference/find-chains.ts';
import { findNames } from '../../language/names/find-names.ts';
import { type Fixture, readFixtures } from '../../language/names/testing/fixtures.ts';
import type { Entity } from '../../model/items.ts';
import { loadEntityLexicon } from '../lexicon/entities.ts';
import { findEntities } from './find-entities.ts';

const lexicon = loadEntityLexicon([fileURLToPath(new URL('../../../lexicon/', import.meta.url))]);

function read(fixture: Fixture, published: string | null): readonly Entity[] {
  const names = findNames(fixture, lexicon.known);
  const chains = findChains({ ...fixture, names }, lexicon.known);
  const head = {
    title: null,
    publisher: null,
    author: null,
    language: 'en',
    published: { value: published, basis: 'given' as const },
  };
  return findEntities({ ...fixture, names, chains, times: [], head }, lexicon).all();
}

const withoutArticle = (words: string) => words.replace(/^(?:the|an?) /i, '');

/** `+ kind name < owner | mention; mention` of a line, whatever stands in it. */
function partsOf(line: string) {
  const [left = '', mentions = ''] = line.slice(2).split(' | ');
  const [subject = '', owner = null] = left.split(' < ');
  const [kind = '', ...name] = subject.split(' ');
  return { kind, name: name.join(' '), owner, mentions: mentions.split('; ').filter(Boolean) };
}

describe('entities of fixture sentences', () => {
  it.each(
    readFixtures(new URL('./entities.fixture.txt', import.meta.url)).map(
      (fixture) => [fixture.title, fixture] as const,
    ),
  )('%s', (_, fixture) => {
    const entities = read(fixture, '2017-05-01');
    const nameOf = (id: string | null) => entities.find((entity) => entity.id === id)?.name ?? '-';
    for (const line of fixture.expected) {
      if (line.startsWith('@')) {
        const [name = '', office = ''] = line.slice(2).split(': ');
        expect(entities.find((entity) => entity.name === name)?.offices).toContain(office);
        continue;
      }
      const { kind, name, owner, mentions } = partsOf(line);
      const found = entities.find((entity) => entity.kind === kind && entity.name === name);
      if (line.startsWith('-')) {
        expect(found, line).toBeUndefined();
        continue;
      }
      expect(found, `${line}\n${entities.map((entity) => `${entity.kind} ${entity.name}`).join('\n')}`).toBeDefined();
      expect(
        found?.mentions.map(({ span }) => withoutArticle(fixture.document.text.slice(...span))),
        line,
      ).toEqual(expect.arrayContaining(mentions));
      if (owner !== null) expect(nameOf(found?.partOf ?? null), line).toBe(owner);
    }
  });

  it('numbers entities by first mention and gives each one', () => {
    for (const fixture of readFixtures(new URL('./entities.fixture.txt', import.meta.url))) {
      const entities = read(fixture, null);
      expect(entities.map(({ id }) => id)).toEqual(entities.map((_, at) => `e${at + 1}`));
      expect(entities.every(({ mentions }) => mentions.length > 0)).toBe(true);
    }
  });

  it('gives the same entities each time', () => {
    for (const fixture of readFixtures(new URL('./entities.fixture.txt', import.meta.url))) {
      expect(JSON.stringify(read(fixture, '2010'))).toBe(JSON.stringify(read(fixture, '2010')));
    }
  });
});
