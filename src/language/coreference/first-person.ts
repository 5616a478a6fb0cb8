// First persons in quotations: whose they are is for the statements stage to say; this tells only where they stand.
import type { Token } from '../../model/analysis.ts';
import type { Span } from '../../model/span.ts';

const SINGULAR: ReadonlySet<string> = new Set(['i', 'me', 'my', 'mine', 'myself']);
const PLURAL: ReadonlySet<string> = new Set(['we', 'us', 'our', 'ours', 'ourselves']);

/** A first-person pronoun; `plural` for "we", which may speak for a state or organisation. */
export interface FirstPerson {
  readonly span: Span;
  readonly plural: boolean;
}

/**
 * The first-person pronouns among a sentence's words. "We told them that I would come" gives two.
 * Only words tagged as pronouns count, so that "US" and "Mine" as names do not.
 */
export function firstPersons(text: string, tokens: readonly Token[]): readonly FirstPerson[] {
  return tokens.flatMap(({ span, upos }): readonly FirstPerson[] => {
    if (upos !== 'PRON') return [];
    const word = text.slice(...span);
    // "Peru accuses US of spying": taggers take the state for the pronoun.
    if (word === 'US') return [];
    const form = word.toLowerCase();
    if (SINGULAR.has(form)) return [{ span, plural: false }];
    return PLURAL.has(form) ? [{ span, plural: true }] : [];
  });
}
