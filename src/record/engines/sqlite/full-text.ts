// Full text through FTS5.
import { type Expression, type SqlBool, sql } from 'kysely';
import { type Term, termsOf } from '../../query/terms.ts';

/** Matches nothing: no sentence holds an empty phrase. */
const NOTHING = '""';

export const matchesInSqlite = (alias: string, typed: string): Expression<SqlBool> =>
  sql`${sql.ref(`${alias}.sentence_text`)} MATCH ${matchExpression(termsOf(typed))}`;

/** Operators of FTS5 are plain words between quotation marks. */
function matchExpression(terms: readonly Term[]): string {
  return terms.map(({ words, open }) => `"${words.join(' ')}"${open ? '*' : ''}`).join(' ') || NOTHING;
}
