// Finds what a trigger word means in its clause: the most specific lexicon entry whose frame is met.
import type { Condition, EventEntry, EventLexicon } from '../lexicon/events.ts';
import type { TriggerKind } from '../lexicon/inflections.ts';
import { type Clause, nounClause, verbClause } from './clause.ts';
import { isInfinitive, isTimeNoun } from './grammar.ts';
import { verbGroup } from './modality.ts';
import { onceAWord } from './once-a-word.ts';
import type { Tree } from './tree.ts';

/** A trigger with the entry that fits it best and the places its conditions were met at. */
export interface Sense {
  readonly trigger: number;
  readonly entry: EventEntry;
  readonly clause: Clause;
  /** The light verb that carries an event noun: "hold" of "hold talks". */
  readonly light: number | null;
  /** Heads that the frame asked for; an event of their own they are not. */
  readonly consumed: readonly number[];
  /** The light verb says what befell its subject: "faced criticism from", "received aid from". */
  readonly inverted: boolean;
  /** How much of a frame was met. */
  readonly weight: number;
}

/** The weight of a frame that asks for a word, not just for a filled slot. */
const WORDED = 1.75;
/** The weight of a word that only modifies the filler's head. */
const NEARLY = 1.7;

/** What somebody is said to be behind when it is a charge. */
const HOSTILE: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'PROTEST']);
const PLOTTED =
  /^(?:plot|coup|violence|poisoning|disappearance|sabotage|rebellion|uprising|conspiracy|campaign|outage|leak)$/;

/** Verbs by which a text becomes somebody's word, such texts, and what may be said by them. */
const ADOPTING = /^(?:adopt|approve|pass|issue|release|publish|endorse)$/;
const TEXT = /^(?:resolution|statement|motion|declaration|communiqu[eé]|decision|text|letter|appeal)$/;
const SPOKEN: ReadonlySet<string> = new Set(['ACCUSE', 'REQUEST', 'REJECT', 'SUPPORT', 'THREATEN']);

/** Tells whether the phrase at a place of the sentence stands for a party, or for a place. */
export interface PhraseTests {
  readonly isParty: (at: number) => boolean;
  /** Whether a word names an agreement: "withdrew from the JCPOA" is from a treaty. */
  readonly isAgreement: (at: number) => boolean;
  readonly isPlace: (at: number) => boolean;
  readonly isPerson: (at: number) => boolean;
  /** Whether somebody else than those in the subject tells what a word says. */
  readonly isToldOf: (at: number, subjects: readonly number[]) => boolean;
}

/** What fills the slots of one clause, which many frames ask for. */
type Slots = Map<string, readonly number[]>;

/** Looks up the senses of one sentence's words, each once. */
export class Senses {
  private readonly tree: Tree;
  private readonly lexicon: EventLexicon;
  private readonly phrases: PhraseTests;
  private readonly known = new Map<number, Sense | null>();

  constructor(tree: Tree, lexicon: EventLexicon, phrases: PhraseTests) {
    this.tree = tree;
    this.lexicon = lexicon;
    this.phrases = phrases;
  }

  /** The sense of the word at a place, null where it is no trigger. */
  at(place: number): Sense | null {
    const known = this.known.get(place);
    if (known !== undefined) return known;
    this.known.set(place, null);
    const found = this.find(place);
    this.known.set(place, found);
    return found;
  }

  private find(place: number): Sense | null {
    const relation = this.tree.relation(place);
    // Beside another word "be", "have" and "will" tell nothing of their own.
    if (relation === 'amod' || relation === 'cop' || relation === 'aux') return null;
    const upos = this.tree.upos(place);
    if (upos === 'VERB' || upos === 'AUX') return this.participle(place) ?? this.verb(place);
    if (this.tree.childIn(place, 'cop') !== null) {
      const told = this.copular(place) ?? (upos === 'NOUN' ? (this.behind(place) ?? this.judgement(place)) : null);
      if (told) return told;
    }
    if (upos === 'NOUN') return this.noun(place) ?? this.gerund(place) ?? this.mistaken(place);
    if (upos === 'ADJ') return this.adjective(place) ?? this.mistaken(place);
    return null;
  }

  private verb(place: number): Sense | null {
    const worded = ADOPTING.test(this.tree.lemma(place)) ? this.worded(place) : null;
    if (worded) return worded;
    // Most verbs are in no table, and a clause takes time to read.
    if (!this.entriesOf('verb', place) && !this.lightPrepositions(place)) return null;
    const clause = verbClause(this.tree, place);
    const best = this.best('verb', place, clause);
    return best && best.weight >= WORDED ? best : (this.lightSense(place, clause) ?? best);
  }

  /** "Adopted a resolution condemning the raid": what a text says in so many words is what those say who adopt it. */
  private worded(place: number): Sense | null {
    const { tree } = this;
    const clause = verbClause(tree, place);
    for (const at of clause.objects
      .filter((one) => TEXT.test(tree.lemma(one)))
      .flatMap((one) => tree.childrenIn(one, 'acl'))) {
      const inner = tree.token(at).xpos === 'VBG' ? this.at(at) : null;
      if (!inner || !SPOKEN.has(inner.entry.type)) continue;
      const { subjects, passive } = clause;
      const said: Clause = { ...inner.clause, trigger: place, subjects, passive };
      return { ...inner, trigger: place, clause: said, consumed: [at, ...inner.consumed] };
    }
    return null;
  }

  /** "hold talks", "engage in talks": the noun's sense in the verb's clause. */
  private lightSense(place: number, clause: Clause): Sense | null {
    const prepositions = this.lightPrepositions(place);
    if (!prepositions) return null;
    const carried = [
      ...(prepositions.has('') ? clause.objects : []),
      ...clause.obliques.filter(({ preposition }) => prepositions.has(preposition)).map(({ at }) => at),
    ];
    for (const noun of carried) {
      const inner = this.tree.upos(noun) === 'NOUN' ? this.at(noun) : null;
      if (inner?.entry.kind !== 'noun') continue;
      if (this.lexicon.lightExcept.get(this.tree.lemma(place))?.has(inner.entry.type)) continue;
      const merged: Clause = {
        ...clause,
        objects: [],
        obliques: [...inner.clause.obliques, ...clause.obliques.filter(({ at }) => at !== noun)],
        complements: [...inner.clause.complements, ...clause.complements],
      };
      const inverted = this.lexicon.invertedVerbs.has(this.tree.lemma(place));
      return { ...inner, inverted, trigger: place, clause: merged, light: noun, consumed: [noun, ...inner.consumed] };
    }
    return null;
  }

  /** The prepositions that a light verb carries its noun by, undefined for other words. */
  private lightPrepositions(place: number) {
    return this.lexicon.lightVerbs.get(this.tree.lemma(place)) ?? this.lexicon.lightVerbs.get(this.tree.form(place));
  }

  /** "The envoy is in Riga for talks", "all options are on the table": what "be" says of its subject with a preposition. */
  private copular(place: number): Sense | null {
    const { tree } = this;
    const preposition = tree.preposition(place);
    if (!preposition) return null;
    const clause = verbClause(tree, place);
    const obliques = [{ preposition, at: place }, ...clause.obliques];
    const entries = this.lexicon.entries.verb.get('be');
    const found = this.choose(entries, { ...clause, objects: [], obliques, passive: false });
    return found?.consumed.includes(place) ? found : null;
  }

  /** "The raid was a crime": a noun that says of a deed what an adjective might. */
  private judgement(place: number): Sense | null {
    const entries = this.lexicon.entries.adjective.get(this.tree.lemma(place));
    return entries ? this.choose(entries, verbClause(this.tree, place)) : null;
  }

  /** "Is behind the attack": the preposition tells what is said of the subject. */
  private behind(place: number): Sense | null {
    const { tree } = this;
    if (tree.preposition(place) !== 'behind') return null;
    const known = this.lexicon.entries.noun.get(tree.lemma(place)) ?? [];
    if (!known.some(({ type }) => HOSTILE.has(type)) && !PLOTTED.test(tree.lemma(place))) return null;
    return this.choose(this.lexicon.entries.adjective.get('behind'), verbClause(tree, place));
  }

  private noun(place: number): Sense | null {
    let clause: Clause | null = null;
    for (const key of this.nounKeys(place)) {
      const entries = this.lexicon.entries.noun.get(key);
      if (!entries) continue;
      clause ??= nounClause(this.tree, place);
      const found = this.choose(entries, clause);
      if (found) return found;
    }
    return null;
  }

  /** What a noun may stand under in the tables, the compounds that it heads first. */
  private nounKeys(place: number): readonly string[] {
    const { tree } = this;
    const lemma = tree.lemma(place);
    const keys: string[] = [];
    for (const child of this.lexicon.compoundHeads.has(lemma) ? tree.childrenIn(place, 'compound', 'amod') : []) {
      const first = tree.lemma(child);
      keys.push(`${first} ${lemma}`, `${first}-${lemma}`);
    }
    keys.push(lemma, tree.form(place));
    return keys;
  }

  /** "Peru's granting of asylum": a verb's sense with the possessor as subject and the of-phrase as object. */
  private gerund(place: number): Sense | null {
    const { tree } = this;
    if (!tree.form(place).endsWith('ing')) return null;
    const base = nounClause(tree, place);
    const objects = slot('of', base);
    if (!objects.length) return null;
    const subjects = tree.childrenIn(place, 'nmod:poss').flatMap((at) => tree.coordinated(at));
    return this.best('verb', place, { ...base, subjects, objects });
  }

  /** "is prepared to", "were opposed to": an adjective that taggers take for a passive. */
  private participle(place: number): Sense | null {
    const passive = this.tree.token(place).xpos === 'VBN' && this.tree.childIn(place, 'aux:pass', 'cop') !== null;
    if (!passive || this.tree.childIn(place, 'obl:agent') !== null) return null;
    const clause = verbClause(this.tree, place);
    const found = this.choose(this.lexicon.entries.adjective.get(this.tree.form(place)), clause);
    return found && { ...found, clause: { ...clause, subjects: clause.objects, objects: [], passive: false } };
  }

  private adjective(place: number): Sense | null {
    if (!this.entriesOf('adjective', place)) return null;
    const clause = verbClause(this.tree, place);
    // "worried by the raid": the subject is worried, whatever the phrase looks like.
    const active = clause.passive ? { ...clause, subjects: clause.objects, objects: [], passive: false } : clause;
    return this.best('adjective', place, active);
  }

  /** A verb that the tagger took for a noun or adjective, given away by what depends on it: headlines, "to shell". */
  private mistaken(place: number): Sense | null {
    const verbal = this.tree.childIn(place, 'obj', 'aux', 'nsubj:pass', 'aux:pass') !== null;
    const infinitive = this.tree.childrenIn(place, 'mark', 'case').some((at) => this.tree.token(at).xpos === 'TO');
    return verbal || infinitive ? this.best('verb', place, verbClause(this.tree, place)) : null;
  }

  private best(kind: TriggerKind, place: number, clause: Clause): Sense | null {
    return this.choose(this.entriesOf(kind, place), clause);
  }

  private entriesOf(kind: TriggerKind, place: number): readonly EventEntry[] | undefined {
    const table = this.lexicon.entries[kind];
    return table.get(this.tree.lemma(place)) ?? table.get(this.tree.form(place));
  }

  private choose(entries: readonly EventEntry[] | undefined, clause: Clause): Sense | null {
    if (!entries) return null;
    let best: Sense | null = null;
    let bestWeight = -1;
    const slots: Slots = new Map();
    let near: ReadonlySet<string> | null = null;
    for (const entry of entries) {
      if (entry.particle) {
        near ??= particlesNear(this.tree, clause);
        if (!near.has(entry.particle)) continue;
      }
      const fit = this.fit(entry, clause, slots);
      if (fit && fit.weight > bestWeight) {
        bestWeight = fit.weight;
        best = {
          trigger: clause.trigger,
          entry,
          clause: fit.clause,
          light: null,
          consumed: fit.consumed,
          inverted: false,
          weight: fit.weight,
        };
      }
    }
    return best;
  }

  /** How well an entry fits, null where a condition fails. Conditions with words weigh more than bare slots. */
  private fit(
    entry: EventEntry,
    given: Clause,
    slots: Slots,
  ): { weight: number; clause: Clause; consumed: readonly number[] } | null {
    let clause = given;
    let filled = slots;
    let weight = 0;
    if (entry.particle) {
      const moved = withParticle(clause, entry.particle, this.tree);
      if (!moved) return null;
      if (moved !== given) filled = new Map();
      clause = moved;
      weight += 2;
    }
    const consumed: number[] = [];
    for (const condition of entry.conditions) {
      const met = this.meet(condition, clause, filled);
      if (condition.wanted ? met === null : met !== null) return null;
      if (!condition.wanted || condition.slot === '*') continue;
      weight += condition.any ? 1 : condition.party || condition.place || condition.person ? 1.5 : (met?.weight ?? 0);
      if (!['any', 'subj', 'together', 'told'].includes(condition.slot)) consumed.push(...(met?.places ?? []));
    }
    return { weight, clause, consumed };
  }

  /** The places that meet a condition and how well, null where none does. */
  private meet(
    condition: Condition,
    clause: Clause,
    slots: Slots,
  ): { places: readonly number[]; weight: number } | null {
    if (condition.slot === '*') return { places: [], weight: 0 };
    if (condition.slot === 'any') {
      const { words } = condition;
      const near = this.tree.subtree(clause.trigger, 40);
      return near.some((at) => words.has(this.tree.lemma(at)) || words.has(this.tree.form(at)))
        ? { places: [], weight: 2 }
        : null;
    }
    const places: number[] = [];
    let weight = 0;
    let fillers = slots.get(condition.slot);
    if (!fillers) {
      fillers = this.fillers(condition.slot, clause);
      slots.set(condition.slot, fillers);
    }
    if (!fillers.length) return null;
    for (const at of fillers) {
      const fit = this.isOfSort(condition, at) ? 1 : this.wordFit(condition, at);
      if (fit === 0) continue;
      places.push(at);
      // "Cut part of its aid": the aid is what is cut, too.
      if (fit === NEARLY) places.push(...this.contained(at).filter((inner) => this.hasWord(condition.words, inner)));
      weight = Math.max(weight, fit);
    }
    return places.length ? { places, weight } : null;
  }

  /** Whether a filler is anything, a party, a place or a person, as the condition asks. */
  private isOfSort(condition: Condition, at: number): boolean {
    if (condition.any) return true;
    if (condition.party && this.phrases.isParty(at)) return true;
    if (condition.place && this.phrases.isPlace(at)) return true;
    return condition.person && this.phrases.isPerson(at);
  }

  private fillers(name: string, clause: Clause): readonly number[] {
    if (name === 'together') return clause.subjects.length > 1 ? clause.subjects : [];
    if (name === 'told') return this.phrases.isToldOf(clause.trigger, clause.subjects) ? [clause.trigger] : [];
    if (name === 'passive') return clause.passive ? [clause.trigger] : [];
    if (name === 'future') return clause.complements.filter((at) => looksAhead(this.tree, at));
    if (name === 'inf') return clause.complements.filter((at) => isInfinitive(this.tree, at));
    if (name === 'until') return slot(name, clause);
    if (name !== 'attr') return slot(name, clause).filter((at) => !isTimeNoun(this.tree, at));
    return clause.complements.filter((at) => this.tree.upos(at) !== 'VERB' && !isInfinitive(this.tree, at));
  }

  /** 2 where the filler's head is one of the words or an event of the types asked for, a little less where a modifier is. */
  private wordFit({ words, types, slot: name }: Condition, place: number): number {
    const { tree } = this;
    if (types.size > 0) {
      const type = this.at(place)?.entry.type;
      if (type && types.has(type)) return 2;
    }
    if (!words.size) return 0;
    if (words.has('treaty') && this.phrases.isAgreement(place)) return 2;
    const clausal = name === 'comp';
    if (this.hasWord(words, place)) return 2;
    const near = clausal
      ? tree.childrenIn(place, 'obj', 'xcomp', 'obl')
      : [...tree.childrenIn(place, 'compound', 'amod', 'nummod', 'flat', 'nmod:desc'), ...this.contained(place)];
    return near.some((at) => this.hasWord(words, at)) ? NEARLY : 0;
  }

  /** Whether a word or its compound is among some words: "war game", "sit-in". */
  private hasWord(words: ReadonlySet<string>, at: number): boolean {
    const { tree } = this;
    const lemma = tree.lemma(at);
    if (words.has(lemma) || words.has(tree.form(at))) return true;
    for (const compound of compoundsOf(tree, at)) if (words.has(compound)) return true;
    return false;
  }

  /** "part of a programme", "tons of medicine": the word after "of" counts as the head. */
  private contained(place: number): readonly number[] {
    return this.tree
      .childrenIn(place, 'nmod')
      .filter((at) => {
        const preposition = this.tree.preposition(at);
        return (
          preposition === 'of' ||
          (preposition === 'in' && /^(?:increase|rise|boost|cut|reduction)$/.test(this.tree.lemma(place)))
        );
      })
      .flatMap((at) => [at, ...this.tree.childrenIn(at, 'compound', 'amod')]);
  }
}

/** A word with each that modifies or completes it, as tables write the two; conditions ask for them again and again. */
const compoundsOf = onceAWord((tree: Tree, at: number): readonly string[] => {
  const lemma = tree.lemma(at);
  return tree.childrenIn(at, 'compound', 'amod', 'obj', 'advmod').flatMap((inner) => {
    const other = tree.lemma(inner);
    return [`${other} ${lemma}`, `${other}-${lemma}`, `${lemma} ${other}`];
  });
});

/** "that it would close", "that they may stop". */
function looksAhead(tree: Tree, at: number): boolean {
  const { future, would, possible } = verbGroup(tree, at);
  return future || would || possible;
}

/** The fillers of a slot: `subj`, `obj`, `comp`, or a preposition. */
export function slot(name: string, clause: Clause): readonly number[] {
  switch (name) {
    case 'subj':
      return clause.subjects;
    case 'obj':
      return clause.objects;
    case 'iobj':
      return clause.indirect;
    case 'comp':
      return clause.complements;
    default:
      return clause.obliques.filter(({ preposition }) => fitsPreposition(preposition, name)).map(({ at }) => at);
  }
}

/** "towards" for "toward", "on behalf of" for "on"; "out of" for "of" and "out". */
function fitsPreposition(preposition: string, wanted: string): boolean {
  if (preposition === wanted) return true;
  let fitting = wantedFor.get(preposition);
  if (!fitting) {
    fitting = new Set(preposition.split(' '));
    if (preposition.endsWith('s')) fitting.add(preposition.slice(0, -1));
    if (wantedFor.size >= MOST_PREPOSITIONS) wantedFor.clear();
    wantedFor.set(preposition, fitting);
  }
  return fitting.has(wanted);
}

/** The slots that each preposition fills: there are few of them, asked about at every condition. */
const wantedFor = new Map<string, Set<string>>();
const MOST_PREPOSITIONS = 10_000;

/** What may be a particle of a clause; most phrasal verbs that begin with its word are out of the question by that. */
function particlesNear(tree: Tree, { trigger, particles, obliques }: Clause): ReadonlySet<string> {
  const near = new Set(particles);
  for (const { preposition, at } of obliques) if (at > trigger) near.add(preposition);
  if (trigger + 1 < tree.size) near.add(tree.form(trigger + 1));
  return near;
}

/**
 * The clause read with a particle, null where it has none. A parser may take the particle for a preposition
 * ("called off the strike" as "off the strike"): the phrase is then the object.
 */
function withParticle(clause: Clause, particle: string, tree: Tree): Clause | null {
  if (clause.particles.includes(particle)) return clause;
  const phrase = clause.obliques.find(({ preposition, at }) => preposition === particle && at > clause.trigger);
  if (phrase && !clause.objects.length) return { ...clause, objects: tree.coordinated(phrase.at) };
  const next = tree.tokens[clause.trigger + 1] ? tree.form(clause.trigger + 1) : '';
  return next === particle ? clause : null;
}
