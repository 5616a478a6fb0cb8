// Full text through tsvector. Words are cut and folded here, not by PostgreSQL's parser, which takes addresses, hyphens
// and versions apart in its own way: so both engines find the same sentences.
import { type Expression, type SqlBool, sql } from 'kysely';
import { foldWord, type Term, termsOf, wordsOf } from '../../query/terms.ts';

/** PostgreSQL counts places of words up to this; those beyond share the last one. */
const LAST_PLACE = 16_383;

/** It keeps at most so many places of one word. */
const MOST_PLACES = 255;

export function matchesInPostgres(alias: string, typed: string): Expression<SqlBool> {
  const terms = termsOf(typed);
  if (terms.length === 0) return sql`false`;
  return sql`${sql.ref(`${alias}.words`)} @@ ${queryOf(terms)}::tsquery`;
}

/** A sentence's words as tsvector reads them: `'missile':1 'defence':2`. */
export function vectorOf(text: string): string {
  const places = new Map<string, number[]>();
  for (const [n, { word }] of wordsOf(text).entries()) {
    const folded = foldWord(word);
    const own = places.get(folded) ?? [];
    if (own.length < MOST_PLACES) own.push(Math.min(n + 1, LAST_PLACE));
    places.set(folded, own);
  }
  return [...places].map(([word, own]) => `${quoted(word)}:${own.join()}`).join(' ');
}

function queryOf(terms: readonly Term[]): string {
  return terms
    .map(({ words, open }) => {
      const folded = words.map((word) => quoted(foldWord(word)));
      return `(${folded.join(' <-> ')}${open ? ':*' : ''})`;
    })
    .join(' & ');
}

/** Words hold letters, figures and marks only: there is nothing to escape. */
const quoted = (word: string): string => `'${word}'`;
