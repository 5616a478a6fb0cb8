// Words of a question that ask for a kind of deed: "what did Ukraine promise", "who refused".
import type { EventType } from '../../model/plover.ts';

/** Verbs by the type of event that they ask for; a dash stands before what only a question makes a verb: `attack`. */
const VERBS: readonly (readonly [type: EventType, verbs: string])[] = [
  ['AGREE', 'agree -promise -pledge'],
  ['SUPPORT', '-support'],
  ['COOPERATE', 'cooperate'],
  ['CONCEDE', 'concede'],
  ['REQUEST', '-ask -demand -request propose'],
  ['REJECT', '-refuse reject decline'],
  ['ACCUSE', 'accuse criticise criticize condemn'],
  ['THREATEN', 'threaten warn'],
  ['PROTEST', '-protest'],
  ['SANCTION', 'suspend -sanction'],
  ['ASSAULT', '-attack'],
];

interface Deed {
  readonly type: EventType;
  readonly inQuestionsOnly: boolean;
}

const DEEDS: ReadonlyMap<string, Deed> = new Map(
  VERBS.flatMap(([type, verbs]) =>
    verbs.split(' ').flatMap((written) => {
      const verb = written.replace('-', '');
      const inQuestionsOnly = written !== verb;
      const past = verb.endsWith('e') ? `${verb}d` : `${verb}ed`;
      return [
        [verb, { type, inQuestionsOnly }],
        [`${verb}s`, { type, inQuestionsOnly }],
        // Nobody takes the past for a noun.
        [past, { type, inQuestionsOnly: false }],
      ] as const;
    }),
  ),
);

const QUESTION = /^\s*(?:who|whom|what|which|how|did|does|has|have)\b|\b(?:did|does)\b/i;

/** The words of a query that ask for a kind of deed, and which kind that is. */
export function deedsIn(typed: string, words: readonly string[]): ReadonlyMap<string, EventType> {
  const isQuestion = QUESTION.test(typed);
  return new Map(
    words.flatMap((word) => {
      const deed = DEEDS.get(word.toLowerCase());
      return deed && (isQuestion || !deed.inQuestionsOnly) ? [[word, deed.type] as const] : [];
    }),
  );
}
