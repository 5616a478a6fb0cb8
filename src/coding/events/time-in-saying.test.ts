import { describe, expect, test } from 'vitest';
import type { Token } from '../../model/analysis.ts';
import type { DocumentHead } from '../../model/document.ts';
import type { EventTime, Statement } from '../../model/items.ts';
import { timeInSaying } from './time-in-saying.ts';
import { Tree } from './tree.ts';

const word = (form: string, start: number, xpos: string, head: number, deprel: string): Token => ({
  span: [start, start + form.length],
  lemma: form,
  upos: xpos === 'MD' ? 'AUX' : 'VERB',
  xpos,
  feats: '_',
  head,
  deprel,
});

const will = new Tree([word('will', 0, 'MD', 2, 'aux'), word('sign', 5, 'VB', 0, 'root')], 'will sign');
const had = new Tree([word('had', 0, 'VBD', 2, 'aux'), word('signed', 4, 'VBN', 0, 'root')], 'had signed');

const saidOn = (value: string | null): Statement => ({
  id: 's1',
  speaker: ['e1'],
  addressee: [],
  source: null,
  cue: null,
  content: [],
  form: 'indirect',
  via: [],
  about: [],
  ...(value ? { time: { value, basis: 'expression' } } : {}),
});

const published: EventTime = { value: '2014-05-20', basis: 'published' };
const head: DocumentHead = {
  title: null,
  publisher: null,
  author: null,
  language: 'en',
  published: { value: '2014-05-20', basis: 'stated' },
};
const of = (tree: Tree, day: string | null, found = published) => timeInSaying(saidOn(day), tree, 1, head, found);

describe('the day of a saying', () => {
  test('dates what is promised by it', () => {
    expect(of(will, '2014-05-05')?.value).toBe('2014-05-05');
  });

  test('leaves an event that has a date of its own', () => {
    expect(of(will, '2014-05-05', { value: '2014-06-01', basis: 'expression' })).toBeNull();
  });

  test('does not date what was done before it, and makes no news of it once the saying is none', () => {
    expect(of(had, '2014-05-18')).toBeNull();
    expect(of(had, '2013-01-07')).toEqual({ value: null, basis: 'unknown' });
  });

  test('says nothing where the text does not tell it', () => {
    expect(of(will, null)).toBeNull();
  });
});
