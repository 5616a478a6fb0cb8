// Names of documents and their telling apart.
import { describe, expect, it } from 'vitest';
import { idOfPath, uniqueIds } from './unique-ids.ts';

describe('idOfPath', () => {
  it.each([
    ['reports/2013-10-talks.html', '2013-10-talks'],
    ['a.tar.gz', 'a.tar'],
    ['plain', 'plain'],
    ['.txt', '.txt'],
  ])('%s', (path, id) => {
    expect(idOfPath(path)).toBe(id);
  });
});

describe('uniqueIds', () => {
  it('numbers the later ones and passes over names that are taken', () => {
    const unique = uniqueIds();
    const ids = ['a', 'a', 'a-2', 'b', 'a'].map((id) => unique({ id, text: '' }).id);
    expect(ids).toEqual(['a', 'a-2', 'a-2-2', 'b', 'a-3']);
  });
});
