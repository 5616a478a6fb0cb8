// Finds the entities behind a source or an addressee: by name, by chain, or as a new group with the source's own words.
import type { EntityRegister } from '../../model/annotations.ts';
import type { Entity, EntityKind } from '../../model/items.ts';
import { contains, type Span } from '../../model/span.ts';
import type { Forest, Phrases } from './phrases.ts';

/** Kinds that speak, the likeliest first; an agreement or activity "says" something only as a text. */
const SPEAKING: readonly EntityKind[] = ['person', 'group', 'body', 'organization', 'state', 'agreement', 'activity'];
const RELATIVES: ReadonlySet<string> = new Set(['who', 'which', 'that', 'whom']);
const PERSONAL: ReadonlySet<string> = new Set(['PRON', 'DET']);

/** Nouns of things that say something though nobody is meant: they are no entities of the record. */
const THINGS =
  /^(?:poll|survey|report|study|figure|datum|result|number|statistic|letter|article|story|move|fact|evidence|source code)$/;

/** Where a phrase stands. */
export interface Phrase {
  readonly span: Span;
  readonly sentence: number;
}

/** How far back, in code units, a pronoun without a chain may look for the last speaker. */
const MEMORY = 1500;

/** The one who speaks in the first person somewhere: the person, and the state or organisation spoken for. */
export interface FirstPerson {
  readonly person: string;
  readonly spokenFor: string | null;
}

export class Speakers {
  private readonly register: EntityRegister;
  private readonly forest: Forest;
  private readonly text: string;
  /** The last speaker so far, for pronouns that no chain resolves: persons for "he", others for "it" and "they". */
  private readonly last = new Map<'person' | 'other', { readonly id: string; readonly at: number }>();

  constructor(register: EntityRegister, forest: Forest, text: string) {
    this.register = register;
    this.forest = forest;
    this.text = text;
  }

  /**
   * The entities that a phrase names, one for each of its coordinated heads: "Hagel and Shoigu" gives two.
   * A phrase without a known entity becomes a group under its own words ("a source in the ministry"), unless it is a
   * pronoun that no chain resolves, or a thing ("a poll").
   * @param self who says "I" and "we" here, where somebody does
   */
  of({ span, sentence }: Phrase, self: FirstPerson | null = null): readonly string[] {
    const tree = this.forest.tree(sentence);
    const head = tree.headOf(span);
    if (head < 0) return [];
    if (self && tree.form(head) === 'we') return self.spokenFor ? [self.person, self.spokenFor] : [self.person];
    if (self && tree.form(head) === 'i') return [self.person];
    const known = tree
      .coordinated(head)
      .filter((at) => contains(span, tree.span(at)))
      .map((at) => this.at(tree, at, span));
    const found = known.filter((id) => id !== null);
    if (found.length) return [...new Set(found)];
    const added = this.recent(tree.form(head), span[0]) ?? this.add(tree, head, span);
    return added === null ? [] : [added];
  }

  /** Keeps the speakers of a statement in mind for the pronouns after it. */
  remember(ids: readonly string[], at: number): void {
    for (const id of ids) this.last.set(this.register.get(id)?.kind === 'person' ? 'person' : 'other', { id, at });
  }

  private recent(pronoun: string, at: number): string | null {
    const kind = /^(?:he|she)$/.test(pronoun) ? 'person' : /^(?:it|they)$/.test(pronoun) ? 'other' : null;
    const last = kind ? this.last.get(kind) : undefined;
    return last && at - last.at < MEMORY ? last.id : null;
  }

  private at(tree: Phrases, at: number, within: Span): string | null {
    if (RELATIVES.has(tree.form(at))) {
      const clause = tree.relation(at) === 'nsubj' ? tree.head(at) : -1;
      const noun = clause >= 0 && tree.relation(clause) === 'acl' ? tree.head(clause) : -1;
      return noun >= 0 ? this.at(tree, noun, tree.span(noun)) : null;
    }
    const own = this.register.at(tree.span(at));
    if (own && SPEAKING.includes(own.kind)) return own.id;
    // A title is not the name: in "Foreign Minister Anna Berg" or "the envoy, Anna Berg" the name hangs on the title.
    const [first, last] = tree.edges(at);
    for (const part of tree.childrenIn(at, 'flat', 'appos', 'compound', 'nmod:desc')) {
      const named = this.register.at(tree.span(part));
      if (named?.kind === 'person' && contains(within, tree.span(part))) return named.id;
    }
    const head: Span = [tree.span(first)[0], tree.span(last)[1]];
    return this.covering(tree.span(at), head)?.id ?? null;
  }

  /** An entity one of whose mentions holds the word and lies in the phrase. */
  private covering(word: Span, phrase: Span): Entity | null {
    const inside = this.register
      .within(phrase)
      .filter((entity) => SPEAKING.includes(entity.kind))
      .filter(({ mentions }) => mentions.some(({ span }) => contains(phrase, span) && contains(span, word)));
    return inside.sort((a, b) => SPEAKING.indexOf(a.kind) - SPEAKING.indexOf(b.kind))[0] ?? null;
  }

  private add(tree: Phrases, head: number, span: Span): string | null {
    if (PERSONAL.has(tree.upos(head)) || THINGS.test(tree.lemma(head))) return null;
    const name = this.text
      .slice(span[0], span[1])
      .replace(/\s+/g, ' ')
      .replace(/^(?:the|a|an|some|several)\s+/i, '')
      .replace(/\s+(?:on\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight)$/i, '');
    if (!/\p{L}/u.test(name) || name.length > 120) return null;
    return this.register.add({ kind: 'group', name, mentions: [{ span, form: 'nominal' }] });
  }
}
