// All repairs of trees, in their order: what one puts right the next may build on.
import type { Token } from '../../model/analysis.ts';
import { withJoined } from './joined-verb.ts';
import { type Words, withVerb } from './lost-verb.ts';
import { withClauses } from './misread-clauses.ts';
import { withGerunds } from './misread-gerunds.ts';
import { withInfinitives } from './misread-infinitives.ts';
import { withNations } from './misread-nations.ts';
import { withPair } from './misread-pair.ts';
import { withParts } from './misread-parts.ts';
import { withTimes } from './misread-times.ts';
import { withVerbs } from './misread-verbs.ts';

type Repair = (tokens: readonly Token[], words: Words) => readonly Token[];

const REPAIRS: readonly Repair[] = [
  withNations,
  (tokens, { form }) => withInfinitives(tokens, form),
  (tokens, { form }) => withGerunds(tokens, form),
  (tokens, { form }) => withTimes(tokens, form),
  (tokens, { form }) => withClauses(tokens, form),
  withPair,
  withVerb,
  (tokens, { form }) => withParts(tokens, form),
  withVerbs,
  withJoined,
];

/** A sentence's tokens with what parsers get wrong put right; the same tokens where nothing was. */
export const repaired = (tokens: readonly Token[], words: Words): readonly Token[] =>
  REPAIRS.reduce((mended, repair) => repair(mended, words), tokens);
