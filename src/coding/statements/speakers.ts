// Finds the entities behind a source or an addressee: by name, by chain, or as a new group with the source's own words.
import type { EntityRegister, NewEntity } from '../../model/annotations.ts';
import type { Entity, EntityKind } from '../../model/items.ts';
import { contains, type Span } from '../../model/span.ts';
import { namesBothSides } from '../both-sides.ts';
import type { Voice } from '../voice.ts';
import type { MentionIndex } from './mention-index.ts';
import type { Forest, Phrases } from './phrases.ts';

/** Kinds that speak, the likeliest first; an agreement or activity "says" something only as a text. */
const SPEAKING: readonly EntityKind[] = ['person', 'group', 'body', 'organization', 'state', 'agreement', 'activity'];
const RELATIVES: ReadonlySet<string> = new Set(['who', 'which', 'that', 'whom']);
const PERSONAL: ReadonlySet<string> = new Set(['PRON', 'DET']);

/** Nouns of things that say something though nobody is meant: they are no entities of the record. */
const THINGS =
  /^(?:poll|survey|report|study|figure|datum|result|number|statistic|letter|article|story|move|fact|evidence|assessment|estimate|analysis|law|rule|calculation|image|photograph|photo|picture|footage|video|map|data|document|record|file|finding|text|chart|test|trend|sign|event|example)$/;

/** Where a phrase stands. */
export interface Phrase {
  readonly span: Span;
  readonly sentence: number;
}

/** How far back, in code units, a pronoun without a chain may look for the last speaker. */
const MEMORY = 1500;

/** Those who speak in the first person somewhere: who says "I", if anybody, and whom "we" stands for. */
export interface FirstPerson {
  readonly person: string | null;
  readonly we: readonly string[];
}

export class Speakers {
  private readonly register: EntityRegister;
  private readonly forest: Forest;
  private readonly text: string;
  private readonly mentions: MentionIndex;
  private readonly voice: Voice;
  /** The last speaker so far, for pronouns that no chain resolves: persons for "he", others for "it" and "they". */
  private readonly last = new Map<'person' | 'other', { readonly ids: readonly string[]; readonly at: number }>();

  private readonly pending: { readonly id: string; readonly span: Span }[] = [];

  constructor(register: EntityRegister, mentions: MentionIndex, forest: Forest, text: string, voice: Voice) {
    this.voice = voice;
    this.register = register;
    this.mentions = mentions;
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
    if (self && tree.form(head) === 'we') return self.we;
    if (self?.person && (tree.form(head) === 'i' || isOwnThing(tree, head))) return [self.person];
    const meant = this.voice.sidesMeant(tree, head);
    if (meant.length) return meant;
    const isOther = notTheAnswerer(tree.form(head), self);
    const lately = this.recent(tree.form(head), span[0]).filter(isOther);
    if (lately.length) return lately;
    const known = this.known({ span, sentence }).filter(isOther);
    const [only] = known;
    const group = only && known.length === 1 ? this.register.get(only) : null;
    const partakers = group ? this.voice.partakers(group, span[0]) : [];
    if (partakers.length) return partakers;
    // The source's own words tell more of somebody without a name than the noun alone: "a diplomat close to the talks".
    if (only && known.length === 1 && !this.hasName(only))
      this.pending.push({ id: only, span: withoutArticle(tree, span) });
    if (known.length) return known;
    const added = this.add(tree, head, span);
    return added === null ? [] : [added];
  }

  /** The entities that the register has for a phrase; adds none. */
  known({ span, sentence }: Phrase): readonly string[] {
    const tree = this.forest.tree(sentence);
    const head = tree.headOf(span);
    if (head < 0) return [];
    const heads = tree.coordinated(head).filter((at) => contains(span, tree.span(at)));
    const found = heads.map((at) => this.at(tree, at, span));
    const first = found[0]?.[0];
    // "Anna Berg, an analyst and the director of an institute" is one person.
    const described = first?.kind === 'person' && tree.text.slice(...span).includes(',') && isNamed(first);
    const kept = described ? found.flat().filter((entity) => entity === first || isNamed(entity)) : found.flat();
    return kept.length ? [...new Set(kept.map(({ id }) => id))] : this.onlyPersonIn(tree, span);
  }

  /** The one person named in a phrase whose tree says nothing of use; not the other in "a spokesman for Anna Berg". */
  private onlyPersonIn(tree: Phrases, span: Span): readonly string[] {
    const named = this.mentions.inside(span).filter(({ form }) => form === 'name');
    const people = named.filter(({ id }) => this.register.get(id)?.kind === 'person');
    const ids = new Set(people.map(({ id }) => id));
    const isAnothers = people.some((mention) => tree.childrenIn(tree.headOf(mention.span), 'case').length > 0);
    return ids.size === 1 && !isAnothers ? [...ids] : [];
  }

  private hasName(id: string): boolean {
    const entity = this.register.get(id);
    return !entity || (entity.kind !== 'group' && (entity.kind !== 'person' || isNamed(entity)));
  }

  /** Keeps the speakers of a statement in mind for the pronouns after it. */
  remember(ids: readonly string[], at: number): void {
    const isPerson = (id: string) => this.register.get(id)?.kind === 'person';
    for (const id of ids.filter(isPerson)) this.last.set('person', { ids: [id], at });
    const others = ids.filter((id) => !isPerson(id));
    if (others.length) this.last.set('other', { ids: others, at });
  }

  /**
   * The last speaker, for a pronoun: "he said" goes on with whom the text reports, unless the one whom the pronoun's chain
   * means was named since. None for other words, and where nobody has spoken lately.
   */
  private recent(pronoun: string, at: number): readonly string[] {
    const kind = /^(?:he|she)$/.test(pronoun) ? 'person' : /^(?:it|they)$/.test(pronoun) ? 'other' : null;
    const last = kind ? this.last.get(kind) : undefined;
    if (!last || at - last.at > MEMORY) return [];
    const ids = pronoun === 'they' ? last.ids : last.ids.slice(-1);
    const chained = this.register.at([at, at + pronoun.length]);
    if (!chained || ids.includes(chained.id)) return ids;
    if (kind === 'other') return namesBothSides(chained.name) ? ids : [];
    return this.isNamedBetween(chained, last.at, at) ? [] : ids;
  }

  private isNamedBetween({ id }: Entity, from: number, to: number): boolean {
    return this.mentions.inside([from + 1, to]).some((mention) => mention.id === id && mention.form !== 'pronoun');
  }

  /** The entities behind one head of a phrase; several where one noun has several owners ("French and Dutch officials"). */
  private at(tree: Phrases, at: number, within: Span): readonly Entity[] {
    if (RELATIVES.has(tree.form(at))) {
      const clause = tree.relation(at) === 'nsubj' ? tree.head(at) : -1;
      const noun = clause >= 0 && tree.relation(clause) === 'acl' ? tree.head(clause) : -1;
      return noun >= 0 ? this.at(tree, noun, tree.span(noun)) : [];
    }
    const own = this.register.at(tree.span(at));
    if (own && own.kind !== 'group' && SPEAKING.includes(own.kind)) return [own];
    // A title is not the name: in "Foreign Minister Anna Berg" or "the envoy, Anna Berg" the name hangs on the title.
    for (const part of tree.childrenIn(at, 'flat', 'appos', 'compound', 'nmod:desc')) {
      const named = this.register.at(tree.span(part));
      if (named?.kind === 'person' && contains(within, tree.span(part))) return [named];
    }
    const covering = this.covering(tree.span(at), within);
    return covering.length ? covering : own && SPEAKING.includes(own.kind) ? [own] : [];
  }

  /** The entities of the likeliest kind one of whose mentions holds the word and lies in the phrase. */
  private covering(word: Span, phrase: Span): readonly Entity[] {
    const around = this.mentions.inside(phrase).filter(({ span }) => contains(span, word));
    const inside = [...new Set(around.map(({ id }) => id))].flatMap((id) => this.register.get(id) ?? []);
    const kind = SPEAKING.find((one) => inside.some((entity) => entity.kind === one));
    return inside.filter((entity) => entity.kind === kind).slice(0, kind === 'group' ? inside.length : 1);
  }

  private add(tree: Phrases, head: number, span: Span): string | null {
    if (PERSONAL.has(tree.upos(head)) || THINGS.test(tree.lemma(head))) return null;
    const name = this.text
      .slice(span[0], span[1])
      .replace(/\s+/g, ' ')
      .replace(/^(?:the|a|an|some|several)\s+/i, '')
      .replace(/\s+(?:on\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight)$/i, '');
    if (!/\p{L}/u.test(name) || name.length > 120) return null;
    const person = personIn(tree, head, span);
    const id = this.register.add(person ?? { kind: 'group', name, mentions: [] });
    this.pending.push({ id, span });
    return id;
  }

  /** Gives the register the mentions of the groups that were added: all at once, for every look-up sorts anew after one. */
  flush(): void {
    for (const { id, span } of this.pending.splice(0)) this.register.mention(id, span, 'nominal');
  }
}

/** In an answer "he" is never the one who says "I". */
const notTheAnswerer =
  (form: string, self: FirstPerson | null) =>
  (id: string): boolean =>
    !/^(?:he|she)$/.test(form) || id !== self?.person;

function isNamed({ mentions }: Entity): boolean {
  return mentions.some(({ form }) => form === 'name');
}

/** A phrase from behind its article. */
function withoutArticle(tree: Phrases, [start, end]: Span): Span {
  const first = tree.countBefore(start);
  const isArticle =
    first + 1 < tree.size && /^(?:a|an|the|some)$/.test(tree.form(first)) && tree.span(first + 1)[0] < end;
  return [isArticle ? tree.span(first + 1)[0] : start, end];
}

/** A person whom the register does not know: a head in capitals with its other names, "engineer Selam Tadesse". */
function personIn(tree: Phrases, head: number, span: Span): NewEntity | null {
  const isName = (at: number) =>
    at >= 0 && at < tree.size && contains(span, tree.span(at)) && tree.upos(at) === 'PROPN';
  let last = head;
  while (isName(last + 1)) last += 1;
  let first = head;
  while (isName(first - 1) && tree.relation(first - 1) !== 'nmod') first -= 1;
  const isFull =
    isName(head) && (tree.relation(last) === 'flat' || tree.childIn(last, 'nmod:desc') !== null) && last > first;
  if (!isFull || last - first > 3) return null;
  return {
    kind: 'person',
    name: tree.text.slice(tree.span(first)[0], tree.span(last)[1]).replace(/\s+/g, ' '),
    mentions: [],
  };
}

/** "Our assessments" in an answer are the answerer's, though "our partners" are not. */
function isOwnThing(tree: Phrases, head: number): boolean {
  return (
    THINGS.test(tree.lemma(head)) &&
    tree.childrenIn(head, 'nmod:poss').some((at) => ['our', 'my'].includes(tree.form(at)))
  );
}
