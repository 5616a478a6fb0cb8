// Third-person pronouns: which of the persons and bodies named shortly before they mean.
import type { Token } from '../../model/analysis.ts';
import type { ChainStore, Gender, OpenChain } from './chain-store.ts';

interface PronounFacts {
  readonly gender: Gender;
  readonly person: boolean;
  readonly plural: boolean;
}

const PRONOUNS: Readonly<Record<string, PronounFacts>> = {
  he: { gender: 'm', person: true, plural: false },
  him: { gender: 'm', person: true, plural: false },
  his: { gender: 'm', person: true, plural: false },
  himself: { gender: 'm', person: true, plural: false },
  she: { gender: 'f', person: true, plural: false },
  her: { gender: 'f', person: true, plural: false },
  hers: { gender: 'f', person: true, plural: false },
  herself: { gender: 'f', person: true, plural: false },
  it: { gender: null, person: false, plural: false },
  its: { gender: null, person: false, plural: false },
  itself: { gender: null, person: false, plural: false },
  they: { gender: null, person: false, plural: true },
  them: { gender: null, person: false, plural: true },
  their: { gender: null, person: false, plural: true },
  themselves: { gender: null, person: false, plural: true },
};

/** How many sentences back a pronoun may look. */
const WINDOW: Readonly<Record<'person' | 'other', number>> = { person: 4, other: 1 };

/** What is known of a pronoun; null for other words, and for "it" without a referent ("it is raining", UD `expl`). */
export function pronounFacts(form: string, token: Token): PronounFacts | null {
  if (token.deprel === 'expl' || (token.upos !== 'PRON' && token.upos !== 'DET')) return null;
  const facts = PRONOUNS[form.toLowerCase()];
  return facts && Object.hasOwn(PRONOUNS, form.toLowerCase()) ? facts : null;
}

/** Verbs whose "it" is nobody. */
const WEATHER: ReadonlySet<string> = new Set(['rain', 'snow', 'drizzle', 'thunder', 'freeze']);

/**
 * Whether an "it" stands for nothing before it: "it is raining", "it is likely that they will agree", "it is up to the parties to act".
 * UD calls only some of these `expl`.
 */
export function isPleonastic(tokens: readonly Token[], place: number): boolean {
  const token = tokens[place];
  const above = tokens[(token?.head ?? 0) - 1];
  if (!token || !above || token.lemma.toLowerCase() !== 'it') return false;
  if (WEATHER.has(above.lemma)) return true;
  if (above.upos !== 'ADJ') return false;
  const clause = tokens
    .slice(place + 1, place + 16)
    .find(({ deprel, head }) => /^(?:csubj|ccomp|advcl|xcomp)/.test(deprel) && head === token.head);
  return clause !== undefined;
}

/**
 * The chain that a pronoun means, null where none fits. Persons: the nearest subject of fitting gender, else the nearest mention;
 * "it": the nearest organisation, state or agreement that was subject; "they": the nearest group.
 * "Ms Kallas met Mr Rinkevics. She thanked him." resolves by gender; "The bloc said it would act" by the subject.
 */
export function antecedent(facts: PronounFacts, sentence: number, store: ChainStore): OpenChain | null {
  const reach = facts.person ? WINDOW.person : WINDOW.other;
  let nearest: OpenChain | null = null;
  let nearestSentence = -1;
  for (const place of store.back()) {
    if (sentence - place.sentence > reach) break;
    if (!fits(facts, place.chain)) continue;
    if (place.subject) return nearest && nearestSentence > place.sentence && facts.person ? nearest : place.chain;
    if (!nearest) {
      nearest = place.chain;
      nearestSentence = place.sentence;
    }
  }
  return facts.person ? nearest : null;
}

function fits(facts: PronounFacts, chain: OpenChain): boolean {
  if (facts.person) return chain.type === 'PER' && (chain.gender === null || chain.gender === facts.gender);
  if (facts.plural) return chain.plural;
  return chain.type !== 'PER' && chain.type !== null && !chain.plural;
}
