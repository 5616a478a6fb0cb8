// Chains as they grow while a document is read from start to end, with the ways to find one again.
import type { Chain, Mention, Name, NameType } from '../../model/analysis.ts';
import type { Span } from '../../model/span.ts';

export type Gender = 'm' | 'f' | null;

/** A chain under construction. */
export interface OpenChain {
  name: string;
  type: NameType | null;
  gender: Gender;
  plural: boolean;
  /** Lower-case words that may describe it: heads of its titles, last words of its names, known descriptions. */
  readonly words: Set<string>;
  readonly titles: Set<string>;
  readonly mentions: Mention[];
}

/** Where a mention stands, as pronouns and descriptions look back for it. */
export interface Place {
  readonly chain: OpenChain;
  readonly sentence: number;
  readonly start: number;
  readonly subject: boolean;
}

/** How many places back pronouns and descriptions look at most: keeps look-up linear in hostile texts. */
const MEMORY = 60;

export class ChainStore {
  readonly chains: OpenChain[] = [];
  private readonly byKey = new Map<string, OpenChain>();
  private readonly byFamilyName = new Map<string, OpenChain[]>();
  private readonly byWord = new Map<string, OpenChain>();
  private recent: Place[] = [];

  create(name: string, type: NameType | null): OpenChain {
    const chain: OpenChain = {
      name,
      type,
      gender: null,
      plural: false,
      words: new Set(),
      titles: new Set(),
      mentions: [],
    };
    this.chains.push(chain);
    return chain;
  }

  find(key: string): OpenChain | undefined {
    return this.byKey.get(key);
  }

  /** Makes a chain findable by a key (a spelling, an acronym); the first chain to claim a key keeps it. */
  claim(key: string, chain: OpenChain): void {
    if (!this.byKey.has(key)) this.byKey.set(key, chain);
  }

  family(name: string): readonly OpenChain[] {
    return this.byFamilyName.get(name) ?? [];
  }

  addFamily(name: string, chain: OpenChain): void {
    const known = this.byFamilyName.get(name) ?? [];
    if (known.length < 8 && !known.includes(chain)) this.byFamilyName.set(name, [...known, chain]);
  }

  /** Adds a mention and remembers it as the latest place. */
  mention(chain: OpenChain, span: Span, form: Mention['form'], sentence: number, subject: boolean, meant = true): void {
    chain.mentions.push({ span, form });
    if (meant) this.recent.push({ chain, sentence, start: span[0], subject });
    if (this.recent.length > 2 * MEMORY) this.recent = this.recent.slice(-MEMORY);
    this.describe(chain);
  }

  /** Lets descriptions find a chain by its words from here on. */
  describe(chain: OpenChain): void {
    for (const word of chain.words) this.byWord.set(word, chain);
  }

  /** Takes from a chain the words that describe others already: "the president" is rather one who was named. */
  leaveClaimed(chain: OpenChain): void {
    for (const word of chain.words) if (this.byWord.has(word)) chain.words.delete(word);
  }

  /** Whether a person was named or described from a sentence on. */
  hasPersonSince(sentence: number): boolean {
    for (const place of this.back()) {
      if (place.sentence < sentence) return false;
      if (place.chain.type === 'PER') return true;
    }
    return false;
  }

  /** The latest places, the newest first. */
  *back(): Generator<Place> {
    const from = this.recent.length - 1;
    for (let at = from; at >= 0 && from - at < MEMORY; at -= 1) {
      const place = this.recent[at];
      if (place) yield place;
    }
  }

  /** The chain that a describing word was last true of, however far back. */
  described(word: string): OpenChain | undefined {
    return this.byWord.get(word);
  }

  /** The chains as the document's annotation has them, mentions in text order. */
  closed(): readonly Chain[] {
    return this.chains
      .filter(({ mentions }) => mentions.length > 0)
      .map(({ name, type, titles, mentions }) => ({
        name,
        type,
        titles: [...titles],
        mentions: [...mentions].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]),
      }))
      .sort((a, b) => (a.mentions[0]?.span[0] ?? 0) - (b.mentions[0]?.span[0] ?? 0));
  }
}

/** The word by which a name is described: "council" of "Gulf Cooperation Council". */
export function describingWord(name: string): string {
  return (name.match(/\p{L}+(?=[^\p{L}]*$)/u)?.[0] ?? '').toLowerCase();
}

/** Initials of a name's capitalised words: "OSCE" of "Organization for Security and Cooperation in Europe". */
export function initialsOf(name: Name | string, text = ''): string {
  const words = (typeof name === 'string' ? name : text.slice(...name.span)).split(/[^\p{L}]+/u);
  return words.map((word) => (/^\p{Lu}/u.test(word) ? word.charAt(0) : '')).join('');
}
