// Who a phrase stands for: "Russian troops", "leaders of Mali's government", "the army", "we".
import type { EntityRegister } from '../../model/annotations.ts';
import type { Entity, EntityKind, Statement } from '../../model/items.ts';
import { contains, hull, type Span, sameSpan } from '../../model/span.ts';
import { namesBothSides } from '../both-sides.ts';
import { isCountry } from '../country-meant.ts';
import type { Voice } from '../voice.ts';
import { isOfOtherTime } from './clause.ts';
import { isArms, isMake, isOfThing, isRank } from './grammar.ts';
import { mentionAt } from './mention-at.ts';
import { isAbstract, isOfClause, isOfHeads, isVague, isVenue, nominalWords } from './party-words.ts';
import { innermostStatement, ownWords, speakersAt, withSpeaker } from './statement-index.ts';
import { logicalSubjects } from './subjects.ts';
import type { Tree } from './tree.ts';

/** Kinds that act and are acted upon. */
const ACTING: ReadonlySet<EntityKind> = new Set(['state', 'organization', 'body', 'person', 'group']);

/** Relations under which a modifier may name the party behind a phrase, best first. */
const MODIFIERS: readonly (readonly string[])[] = [
  ['nmod:poss', 'amod', 'compound', 'nmod:desc', 'flat', 'appos', 'nummod', 'nmod:unmarked', 'dep'],
  ['nmod'],
  ['acl', 'obl', 'obj'],
];
const OURS: ReadonlySet<string> = new Set(['we', 'us', 'our', 'ours', 'i', 'me', 'my']);
const WE: ReadonlySet<string> = new Set(['we', 'us', 'our', 'ours']);
const BACKWARD: ReadonlySet<string> = new Set(['he', 'she', 'it', 'they', 'him', 'them']);
const SINGULAR: ReadonlySet<string> = new Set(['he', 'she', 'him', 'his']);
const ALLY = /^(?:ally|neighbou?r|partner|rival|foe|friend|enemy|guarantor|patron|arch-rival|arch-foe)$/;
const NEIGHBOUR = /^(?:neighbou?r|rival|foe|adversary|enemy)$/;
const OWNING: ReadonlySet<string> = new Set(['its', 'their', 'his']);
/** Through what a state or its minister acts. */
const ACTS_FOR =
  /^(?:office|ministry|department|delegation|embassy|mission|army|military|navy|force|troop|troops|soldier|marine|police|coastguard|guard|jet|plane|warplane|aircraft|helicopter|drone|tank|artillery|ship|warship|vessel|air force|authority|authorities|side|team|cabinet|bloc|alliance|organi[sz]ation)$/;
const LEVELS = 4;
const OFFICE =
  /^(?:minister|president|premier|secretary|ambassador|chancellor|chairman|commander|chief|head|director)$/;
/** "All members except Chad". */
const EXCEPTING = /^(?:except|excepting|but|excluding|barring|other than|apart from|except for)$/;

const WATERS =
  /(?:^(?:the )?(?:Atlantic|Pacific|Mediterranean|Baltic|Adriatic|Aegean|Arctic|Caribbean|Caspian)$|\b(?:Atlantic|Pacific|Mediterranean|Sea|Ocean|Strait|Straits|Channel|Gulf|Bay)\b)/;

/** What counts as a party where a phrase is looked into. */
export interface Search {
  /** Places too, for want of a party. */
  readonly places?: boolean;
  /** Entities that do not count. */
  readonly except?: readonly string[];
  /** Whether people without a name make a group; they do unless told otherwise. */
  readonly groups?: boolean;
}

/** Resolves the phrases of one sentence to entities of the register; adds a group for people without a name. */
export class Parties {
  private readonly tree: Tree;
  private readonly register: EntityRegister;
  private readonly people: ReadonlySet<string>;
  private readonly bodies: ReadonlySet<string>;
  /** People who are not of the state that possesses them: critics, rivals, donors. */
  private readonly others: ReadonlySet<string>;
  /** Those through whom a state or organisation acts: its army, its ministers. */
  private readonly organs: ReadonlySet<string>;
  /** Those who are freed, sent home or handed over: prisoners, refugees, suspects. */
  private readonly disposed: ReadonlySet<string>;
  private readonly statements: readonly Statement[];
  private readonly voice: Voice;
  /** Whom "you" means in an interviewer's question. */
  listener: readonly string[] = [];
  /** Pronouns whose antecedent is being sought. */
  private readonly sought = new Set<number>();

  constructor(
    tree: Tree,
    register: EntityRegister,
    classes: ReadonlyMap<string, ReadonlySet<string>>,
    statements: readonly Statement[],
    voice: Voice,
  ) {
    this.voice = voice;
    this.tree = tree;
    this.register = register;
    this.people = classes.get('people') ?? new Set();
    this.bodies = classes.get('bodies') ?? new Set();
    this.others = classes.get('others') ?? new Set();
    this.organs = classes.get('organs') ?? new Set();
    this.disposed = classes.get('disposed') ?? new Set();
    this.statements = statements;
  }

  /** Whether a phrase's head stands for somebody: an acting entity, people, a body, or a pronoun for one. */
  isParty = (at: number): boolean => {
    const { tree } = this;
    if (this.direct(at).length) return true;
    if (this.isNominalParty(at)) return true;
    return (
      tree.upos(at) === 'PROPN' ||
      (tree.upos(at) === 'PRON' && /^(?:he|she|they|him|her|them|we|us|i|me|it)$/.test(tree.form(at)))
    );
  };

  /** The two sides that a sentence names or, where it names nobody, that the text speaks of at a place. */
  bothSides = (at: number): readonly string[] => {
    const { tree } = this;
    const named = this.voice.sidesIn(hull(tree.span(0), tree.span(tree.size - 1)));
    return named.length ? named : this.voice.sidesAt(tree.span(at)[0]);
  };

  /** Whose "the next summit" is: the two sides, in a paper of several those who issue it. */
  thoseWhoMeet = (at: number): readonly string[] => {
    const sides = this.bothSides(at);
    return sides.length || this.voice.we.length < 2 ? sides : this.voice.we;
  };

  /** Whether a phrase's head names or stands for a person. */
  isPerson = (at: number): boolean => {
    const kind = this.register.at(this.tree.span(at))?.kind;
    return kind === 'person' || (kind === undefined && /^(?:he|she|i|we|me|him|us)$/.test(this.tree.form(at)));
  };

  /** Whether a statement of somebody else says of some subjects what stands at a place. */
  isToldOf = (at: number, subjects: readonly number[]): boolean => {
    const speakers = innermostStatement(this.statements, this.tree.span(at))?.speaker ?? [];
    if (!speakers.length) return false;
    const own = new Set([...speakers, ...this.sidesOf(speakers)]);
    const charged = this.ofAll(subjects);
    return charged.length > 0 && !charged.some((id) => own.has(id)) && !this.sidesOf(charged).some((id) => own.has(id));
  };

  /** Whether a phrase's head names an agreement. */
  isAgreement = (at: number): boolean => this.register.at(this.tree.span(at))?.kind === 'agreement';

  /** Whether a phrase's head names a place or a state. */
  isPlace = (at: number): boolean => {
    const kind = this.register.at(this.tree.span(at))?.kind;
    return kind === 'place' || kind === 'state';
  };

  /** The entities that some phrases stand for, in order, each once; see `of`. */
  ofAll(places: readonly number[], search: Search = {}): readonly string[] {
    return [...new Set(places.flatMap((at) => this.of(at, search)))];
  }

  /**
   * The entities a phrase stands for: that of its head, else those that modify it, nearest first
   * ("Syrian air strikes" gives Syria), else a new group for people or a body without a name.
   */
  of(at: number, { places = false, except = [], groups = true }: Search = {}): readonly string[] {
    if (this.isOwn(at) && !this.isNamedAlly(at)) {
      const named = this.namedBehind(at).filter((id) => !except.includes(id));
      return named.length ? named : this.ownCountry(at, except);
    }
    if (isMake(this.tree, at) || isRank(this.tree, at) || isOfHeads(this.tree, at)) return [];
    const others = (ids: readonly string[]) => [...new Set(ids)].filter((id) => !except.includes(id));
    const described = others([...this.allNamedBehind(at), ...this.otherSide(at)]);
    if (described.length) return described;
    const direct = others(this.direct(at));
    const office = direct.length && !this.isUnnamedPerson(direct) ? [] : others(this.holderBehind(at));
    if (office.length) return office;
    if (direct.length) return others([...direct, ...this.ownersOf(direct, at)]);
    if (places && this.place(at).length) return others(this.place(at));
    const part = this.partOf(at);
    if (part !== null) return this.of(part, { places, except, groups });
    const nominal = groups && this.isNominalParty(at);
    if (nominal && this.others.has(this.tree.lemma(at))) {
      const named = others(this.namedBehind(at));
      if (named.length) return named;
      const group = this.group(at);
      return others([group, ...this.ownersOf([group], at)]);
    }
    const inside = others(this.inside(at, places, nominal, except));
    if (inside.length) return inside;
    return nominal && !isVague(this.tree, at) ? others([this.group(at)]) : [];
  }

  /** "One of our ships": what a part is taken of; null for other phrases. */
  private partOf(at: number): number | null {
    const { tree } = this;
    if (!/^(?:one|two|three|four|five|six|some|many|several|most|each|dozens|hundreds)$/.test(tree.form(at)))
      return null;
    return tree.childrenIn(at, 'nmod').find((child) => tree.preposition(child) === 'of' && this.isOwn(child)) ?? null;
  }

  /** "My colleague Ana Torres", "her envoy, Luis Diaz": who is described before being named. */
  private namedBehind(at: number): readonly string[] {
    const { tree, register } = this;
    if (!this.people.has(tree.lemma(at)) || tree.token(at).xpos !== 'NN') return [];
    const first = tree.childrenIn(at, 'appos', 'flat').find((child) => child > at && child - at < 4);
    if (first === undefined) return [];
    const behind = register.at(tree.span(first));
    // "Its ally Belarus".
    if (behind?.kind === 'state' || behind?.kind === 'organization') return [behind.id];
    if (behind?.kind !== 'person') return [];
    const nation = this.nationOf(at);
    // "His colleague Ana Torres and the Minister of Chad": parsers join the second to the name.
    const named = tree.coordinated(first).flatMap((child) => {
      const entity = register.at(tree.span(child));
      return entity?.kind === 'person' ? [entity.id, ...(entity.partOf ? [entity.partOf] : [])] : [];
    });
    return [...new Set([...named, ...(nation === null ? [] : [nation])])];
  }

  /** "The foreign ministers, Per Berg and Ana Torres". */
  private allNamedBehind(at: number): readonly string[] {
    const { tree, register } = this;
    if (tree.token(at).xpos !== 'NNS' || !this.people.has(tree.lemma(at))) return [];
    const first = tree.childrenIn(at, 'appos').find((child) => child > at && child - at < 6);
    if (first === undefined) return this.namedBehindStates(at);
    const named = tree.coordinated(first).map((child) => register.at(tree.span(child)));
    return named.length > 1 && named.every((one) => one?.kind === 'person') ? named.map((one) => one?.id ?? '') : [];
  }

  /** "The foreign ministers of Chad and Niger, Ali Sow and Moussa Diallo": parsers put all four into one list. */
  private namedBehindStates(at: number): readonly string[] {
    const { tree, register } = this;
    const states = tree.childrenIn(at, 'nmod').filter((child) => tree.preposition(child) === 'of');
    const listed = states.flatMap((child) => tree.coordinated(child)).map((child) => register.at(tree.span(child)));
    const persons = listed.filter((one) => one?.kind === 'person');
    const holds = persons.length > 1 && listed.length === 2 * persons.length;
    return holds ? listed.map((one) => one?.id ?? '') : [];
  }

  /** "India accused its neighbour": of a text on two, the other. */
  private otherSide(at: number): readonly string[] {
    const { tree } = this;
    if (!NEIGHBOUR.test(tree.lemma(at)) || tree.token(at).xpos !== 'NN') return [];
    const owners = tree.childrenIn(at, 'nmod:poss').flatMap((child) => this.direct(child));
    const sides = this.voice.sidesAt(tree.span(at)[0]);
    const own = [...owners, ...this.sidesOf(owners)];
    return sides.length === 2 && sides.some((id) => own.includes(id)) ? sides.filter((id) => !own.includes(id)) : [];
  }

  /** Whether an entity is people or a body that the text only describes, of no state that it names. */
  isNameless(id: string): boolean {
    const entity = this.register.get(id);
    return (entity?.kind === 'group' || entity?.kind === 'body') && entity.partOf === null && entity.code === null;
  }

  /** "Agreed to exchange prisoners", "discussed the fate of refugees": people without a name about whom others deal; help "to refugees" is for them. */
  isDealtAbout = (id: string): boolean => {
    if (this.register.get(id)?.kind !== 'group') return false;
    const { tree, register } = this;
    return tree.tokens.some(
      ({ lemma, span }, at) =>
        (this.disposed.has(lemma) || this.disposed.has(tree.form(at))) &&
        register.at(span)?.id === id &&
        !/^(?:to|for|with|against)$/.test(tree.preposition(at)),
    );
  };

  /** The states and organisations that some parties belong to: of a minister, the state. */
  sidesOf(ids: readonly string[]): readonly string[] {
    return ids.flatMap((id) => this.topOwner(id));
  }

  /** "The Minister of Defence of Peru" where nobody is named by it. */
  private isUnnamedPerson([id, ...others]: readonly string[]): boolean {
    const entity = this.register.get(id ?? '');
    return others.length === 0 && entity?.kind === 'person' && entity.mentions.every(({ form }) => form !== 'name');
  }

  /** The organisations of the sentence that those for whom some parties act have sent or set up. */
  missionsOf(ids: readonly string[]): readonly string[] {
    const sides = this.sidesOf(ids);
    const isOf = ({ kind, partOf }: Entity) => kind === 'organization' && partOf !== null && sides.includes(partOf);
    return sides.length
      ? this.register
          .all()
          .filter(isOf)
          .map(({ id }) => id)
      : [];
  }

  /** Whether an entity is a sea or the like: things are done there, and to nobody. */
  isWaters = (id: string): boolean => {
    const entity = this.register.get(id);
    return entity?.kind === 'place' && WATERS.test(entity.name);
  };

  /** Whether an entity is a place and nothing more. */
  isPlaceAlone = (id: string): boolean => this.register.get(id)?.kind === 'place';

  /** Whether an entity is a place in some state that the text or the lists tell. */
  isPlaceOf(id: string): boolean {
    const entity = this.register.get(id);
    return entity?.kind === 'place' && entity.partOf !== null;
  }

  /** Parties that can be spoken to: of "the Afghan helicopters" that somebody welcomes, those whose they are. */
  hearers(ids: readonly string[]): readonly string[] {
    const found = ids.flatMap((id) => {
      const entity = this.register.get(id);
      if (entity?.kind !== 'group' || !isArms(entity.name)) return [id];
      return entity.partOf ? this.topOwner(id) : [];
    });
    return [...new Set(found)];
  }

  /** Whether the text says of nobody that an entity belongs to them. */
  isOwnerless(id: string): boolean {
    const entity = this.register.get(id);
    return entity !== null && entity.partOf === null && entity.code === null;
  }

  /** The acting entity whose mention the head of the phrase belongs to, or what a pronoun stands for. */
  private direct(at: number): readonly string[] {
    const { tree, register } = this;
    const span = tree.span(at);
    if (OURS.has(tree.form(at)) && tree.upos(at) === 'PRON' && tree.text.slice(...span) !== 'US') {
      const statement =
        innermostStatement(ownWords(this.statements), span) ?? innermostStatement(withSpeaker(this.statements), span);
      const plural = WE.has(tree.form(at));
      if (statement) return this.asWe(statement.speaker, plural);
      if (plural && this.voice.we.length) return this.asWe(this.voice.we, plural);
      if (this.voice.orator !== null) return [this.voice.orator];
    }
    if (this.listener.length && tree.form(at) === 'you') return this.asWe(this.listener, true);
    const meant = this.voice.sidesMeant(tree, at);
    const [country] = meant;
    // What stands for a state is a mention of it, which its readers look for.
    if (country && isCountry(tree, at) && register.at(span)?.id !== country) register.mention(country, span, 'nominal');
    if (meant.length) return meant;
    if (tree.form(at) === 'heads') {
      const states = this.ofHeads(at);
      if (states.length) return states;
    }
    const entity = this.isOfAnswerer(at) ? null : register.at(span);
    // A group is named by a noun; an adjective or verb under its span is a slip of the tagger.
    if (entity?.kind === 'group' && ['ADJ', 'VERB', 'ADV'].includes(tree.upos(at))) return [];
    if (entity?.kind === 'group' && BACKWARD.has(tree.form(at)) && namesBothSides(entity.name)) {
      const sides = this.voice.sidesAt(span[0]);
      if (sides.length) return sides;
    }
    const partakers = entity?.kind === 'group' ? this.voice.partakers(entity, span[0]) : [];
    if (partakers.length) return partakers;
    if (entity && this.isOfSubject(at, entity)) return this.nearestBefore(at).filter((id) => id !== entity.id);
    if (entity) return ACTING.has(entity.kind) ? [entity.id, ...this.sameMention(entity, span)] : [];
    if (OWNING.has(tree.form(at))) {
      const before = this.nearestBefore(at);
      return before.length ? before : this.seek(at, () => this.subjectBehind(at));
    }
    if (!BACKWARD.has(tree.form(at))) return [];
    const said = this.isOfAnswerer(at) ? [] : speakersAt(this.statements, span);
    return said.length ? said : this.seek(at, () => this.subjectAbove(at));
  }

  /** In an interviewee's answer "he" is somebody else, whatever coreference says. */
  private isOfAnswerer(at: number): boolean {
    const { tree, register } = this;
    if (!SINGULAR.has(tree.form(at))) return false;
    const statement = innermostStatement(this.statements, tree.span(at));
    const id = register.at(tree.span(at))?.id ?? '';
    return statement?.rule === 'interview' && statement.speaker.includes(id);
  }

  /** "The Minister of Defence of Peru, Ana Torres, and ...": parsers hang such a name anywhere; it stands behind the first comma. */
  private holderBehind(at: number): readonly string[] {
    const { tree, register } = this;
    if (!OFFICE.test(tree.lemma(at))) return [];
    let owner: string | null = null;
    for (let next = at + 1; next < tree.size && next - at < 14; next += 1) {
      if (/^(?:VERB|AUX|CCONJ|SCONJ)$/.test(tree.upos(next))) return [];
      const entity = register.at(tree.span(next));
      if (entity?.kind === 'state' || entity?.kind === 'organization') owner = entity.id;
      if (tree.form(next) !== ',') continue;
      const named = next + 1 < tree.size ? register.at(tree.span(next + 1)) : null;
      if (named?.kind !== 'person' || owner === null || (named.partOf ?? owner) !== owner) return [];
      return [named.id, owner];
    }
    return [];
  }

  /** "The Heads of State and Government of Peru and Chile" are those; without names, those who issue the paper. */
  private ofHeads(at: number): readonly string[] {
    const { tree, register } = this;
    if (tree.form(at + 1) !== 'of' || !/^(?:state|government)$/.test(tree.form(at + 2))) return [];
    const found = new Set<string>();
    for (let next = at + 3; next < tree.size && next - at < 30; next += 1) {
      if (/^(?:VERB|AUX)$/.test(tree.upos(next)) && tree.token(next).xpos !== 'VBG') break;
      const entity = register.at(tree.span(next));
      if (entity?.kind === 'state' || entity?.kind === 'organization') found.add(entity.id);
      else if (entity?.kind === 'body' && entity.partOf !== null) found.add(entity.partOf);
    }
    return found.size ? [...found] : this.voice.we;
  }

  /** "The ministry told the union and asked it": an object pronoun is not the subject of its own verb. */
  private isOfSubject(at: number, { id }: Entity): boolean {
    const { tree, register } = this;
    const verb = tree.head(at);
    if (!/^(?:it|them|him|her)$/.test(tree.form(at)) || !['obj', 'iobj'].includes(tree.relation(at)) || verb < 0)
      return false;
    return logicalSubjects(tree, verb).some((place) => register.at(tree.span(place))?.id === id);
  }

  /** "Dutch and Danish ministers" is one mention of two groups. */
  private sameMention(entity: Entity, span: Span): readonly string[] {
    if (entity.kind !== 'group' && entity.kind !== 'body') return [];
    const mention = mentionAt(entity, span);
    if (!mention) return [];
    return this.register
      .within(mention.span)
      .filter((other) => other !== entity && other.kind === entity.kind)
      .filter((other) => other.mentions.some((one) => sameSpan(one.span, mention.span)))
      .map(({ id }) => id);
  }

  /** Seeks what a pronoun stands for; nothing where it is sought already, since a subject may hold the very pronoun ("its government said"). */
  private seek(at: number, search: () => readonly string[]): readonly string[] {
    if (this.sought.has(at)) return [];
    this.sought.add(at);
    const found = search();
    this.sought.delete(at);
    return found;
  }

  /** A pronoun that coreference left open: the subject of the clause above ("Peru says it will ..."). */
  private subjectAbove(at: number): readonly string[] {
    const { tree } = this;
    const isObject = ['obj', 'iobj'].includes(tree.relation(at));
    for (const above of tree.ancestors(at, 8)) {
      if (isObject && above === tree.head(at)) continue;
      if (tree.upos(above) !== 'VERB' && tree.upos(above) !== 'ADJ') continue;
      for (const subject of tree.childrenIn(above, 'nsubj', 'nsubj:pass', 'obj')) {
        if (subject === at || subject > at || tree.upos(subject) === 'PRON') continue;
        const found = this.ofAll(tree.coordinated(subject));
        if (this.suits(tree.form(at), found)) return found;
      }
    }
    return this.nearestBefore(at);
  }

  /** "After his talk with the king, the mayor said": a possessive in front of its clause may stand for the subject. */
  private subjectBehind(at: number): readonly string[] {
    const { tree } = this;
    for (const above of tree.ancestors(at, 6)) {
      if (tree.upos(above) !== 'VERB') continue;
      const subject = tree.childrenIn(above, 'nsubj').find((child) => child > at);
      const found = subject === undefined || tree.upos(subject) === 'PRON' ? [] : this.ofAll([subject]);
      return this.suits(tree.form(at), found) ? found : [];
    }
    return [];
  }

  /** Whether a pronoun may stand for some parties: "he" for a person, "them" for several or for a body. */
  private suits(form: string, ids: readonly string[]): boolean {
    if (!ids.length) return false;
    const kind = this.register.get(ids[0] ?? '')?.kind;
    if (/^(?:he|she|him|her|his)$/.test(form)) return kind === 'person' || kind === 'group';
    return kind !== 'person' || ids.length > 1;
  }

  /** The last name of a party before a word. */
  private nearestBefore(at: number): readonly string[] {
    for (let before = at - 1; before >= 0 && at - before < 12; before -= 1) {
      const found = this.tree.upos(before) === 'PROPN' ? this.direct(before) : [];
      if (this.suits(this.tree.form(at), found)) return found;
    }
    return [];
  }

  /** "its troops", "their own forces": what belongs to a party already in the clause is no other party. */
  private isOwn(at: number): boolean {
    return this.tree
      .childrenIn(at, 'nmod:poss')
      .some(
        (child) =>
          /^(?:its|their|his|her|our|my|your)$/.test(this.tree.form(child)) && !this.others.has(this.tree.lemma(at)),
      );
  }

  /** "Its ally Belarus", read as a Belarus of its own. */
  private isNamedAlly(at: number): boolean {
    const kind = this.register.at(this.tree.span(at))?.kind;
    if (kind !== 'state' && kind !== 'organization') return false;
    return this.tree.childrenIn(at, 'amod', 'compound').some((child) => ALLY.test(this.tree.form(child)));
  }

  /** "his country", "its government": the state of the one it is said of; "his ministry said" what acts for it. */
  private ownCountry(at: number, except: readonly string[]): readonly string[] {
    const owning = this.tree.childrenIn(at, 'nmod:poss');
    // "Our experts", "our positions" are of the state that the speaker speaks for.
    const ours = owning.some((child) => this.tree.form(child) === 'our');
    const acts = this.tree.deprel(at) === 'nsubj' && ACTS_FOR.test(this.tree.lemma(at));
    if (!ours && !acts && !/^(?:country|government|nation|administration|regime)$/.test(this.tree.lemma(at))) return [];
    const owners = owning.flatMap((child) => this.direct(child));
    const states = owners.flatMap((id) => this.stateOf(id, ours || acts));
    return (acts && !states.length ? owners : states).filter((id) => !except.includes(id));
  }

  /** What somebody speaks for: of a minister the state; a state that speaks itself where `own` is told of it. */
  private stateOf(id: string, own: boolean): readonly string[] {
    const above = this.spokenFor(id);
    const kind = this.register.get(id)?.kind;
    return !above.length && own && (kind === 'state' || kind === 'organization') ? [id] : above;
  }

  /** "We" of a spokesman is the state or organisation he speaks for, and he himself. */
  private asWe(speakers: readonly string[], plural: boolean): readonly string[] {
    const owners = plural ? speakers.flatMap((id) => this.spokenFor(id)) : [];
    return [...new Set([...speakers, ...owners])];
  }

  /** Of "the Secretary General" in a text on one organisation, that one. */
  private spokenFor(id: string): readonly string[] {
    const above = this.topOwner(id);
    const entity = this.register.get(id);
    const heads = entity?.kind === 'person' && /^secretary[- ]general$/i.test(entity.name);
    return above.length || !heads ? above : this.voice.organisationOfTitle;
  }

  /** The state or organisation at the top of what somebody belongs to: of a ministry's spokesman, the state. */
  private topOwner(id: string): readonly string[] {
    let owner = this.register.get(id)?.partOf ?? null;
    for (let step = 0; step < 4 && owner; step += 1) {
      const above: string | null = this.register.get(owner)?.partOf ?? null;
      if (!above || this.register.get(owner)?.kind !== 'body') return [owner];
      owner = above;
    }
    return owner ? [owner] : [];
  }

  /** "Russian troops": what a group or body does as an organ of a state or organisation, that does; "ministers in Oslo" are not the city's. */
  private ownersOf(ids: readonly string[], at: number): readonly string[] {
    const isPronoun = BACKWARD.has(this.tree.form(at));
    if (!isPronoun && !this.organs.has(this.tree.lemma(at)) && !this.organs.has(this.tree.form(at))) return [];
    return ids.flatMap((id) => {
      const entity = this.register.get(id);
      // "The Danish army said it had ...".
      const noun = entity?.name.toLowerCase().split(' ').at(-1) ?? '';
      if (isPronoun && (entity?.kind !== 'body' || !this.organs.has(noun))) return [];
      const owner = this.register.get(entity?.partOf ?? '');
      return owner && ACTING.has(owner.kind) && (entity?.kind === 'group' || entity?.kind === 'body') ? [owner.id] : [];
    });
  }

  /** Parties that modify the head, level by level; the first level that names any decides. */
  private inside(at: number, places: boolean, nominal: boolean, except: readonly string[]): readonly string[] {
    const { tree } = this;
    let level = [at];
    for (let depth = 0; depth < LEVELS && level.length; depth += 1) {
      const next: number[] = [];
      for (const relations of MODIFIERS) {
        const children = level
          .flatMap((head) => tree.childrenIn(head, ...relations))
          .filter(
            (child) =>
              tree.deprel(child) !== 'acl:relcl' &&
              !this.isElsewhere(child) &&
              !isOfThing(tree, child) &&
              !isOfOtherTime(tree, child, at) &&
              !(tree.relation(child) === 'nmod' && (EXCEPTING.test(tree.preposition(child)) || this.isOwn(child))),
          )
          .filter((child) => !nominal || isOfClause(this.tree, child))
          .flatMap((child) => tree.coordinated(child));
        const found = children.flatMap((child) => {
          const named = this.directOrNominal(child).filter((id) => !except.includes(id));
          return named.length || !places || isVenue(this.tree, child) ? named : this.place(child);
        });
        if (found.length) return [...new Set(found)];
        next.push(...children);
      }
      level = next.slice(0, 40);
    }
    return places ? this.place(at) : [];
  }

  /** "a reporter to Oman", "troops against Oman": people are not of the party that such a phrase names. */
  private isElsewhere(at: number): boolean {
    const { tree } = this;
    // "Threatened sanctions, according to Danish officials": who tells it.
    if (tree.preposition(at).startsWith('according')) return true;
    if (tree.relation(at) !== 'nmod' || !this.isNominalParty(tree.head(at))) return false;
    return /^(?:to|against|with|on|over|about|into|towards?)$/.test(tree.preposition(at));
  }

  private directOrNominal(at: number): readonly string[] {
    const direct = this.direct(at);
    if (direct.length) return [...direct, ...this.ownersOf(direct, at)];
    if (this.tree.relation(at) === 'nmod' && this.isNominalParty(at) && !this.hasNamed(at)) return [this.group(at)];
    return [];
  }

  private hasNamed(at: number): boolean {
    return this.tree.phrase(at, 12).some((place) => this.direct(place).length > 0);
  }

  private place(at: number): readonly string[] {
    const entity = this.register.at(this.tree.span(at));
    return entity?.kind === 'place' ? [entity.id] : [];
  }

  private isNominalParty(at: number): boolean {
    const { tree } = this;
    const upos = tree.upos(at);
    if (upos !== 'NOUN' && upos !== 'PROPN' && upos !== 'NUM') return false;
    // "the Treaty on Armed Forces": words of an agreement's name are nobody.
    const named = this.register.at(tree.span(at));
    if (named?.kind === 'agreement' && mentionAt(named, tree.span(at))?.form === 'name') return false;
    if (isAbstract(tree, at)) return false;
    const lemma = tree.lemma(at);
    return (
      this.people.has(lemma) ||
      this.bodies.has(lemma) ||
      this.people.has(tree.form(at)) ||
      this.bodies.has(tree.form(at))
    );
  }

  /** The state or organisation named in the phrase: "Nepali" of "Nepali miners". */
  private ownerOf(at: number): string | null {
    for (const child of this.tree.childrenIn(at, 'amod', 'compound', 'nmod:poss')) {
      const entity = this.register.at(this.tree.span(child));
      if (entity && (entity.kind === 'state' || entity.kind === 'organization')) return entity.id;
    }
    return null;
  }

  /** "His Danish counterpart" is Danish, though "Denmark's counterpart" is not. */
  private nationOf(at: number): string | null {
    const { tree, register } = this;
    if (!/^(?:counterpart|colleague)$/.test(tree.lemma(at))) return null;
    for (const child of tree.childrenIn(at, 'amod', 'compound')) {
      const entity = register.at(tree.span(child));
      const owns = entity?.kind === 'state' || entity?.kind === 'organization';
      if (entity && owns && tree.childIn(child, 'case') === null) return entity.id;
    }
    return null;
  }

  /** People or a body without a name ("the protesters"): a group entity, or a body where the noun says so. */
  private group(at: number): string {
    const { tree } = this;
    const span = tree.hullOf(nominalWords(tree, at));
    const known = this.register.at(span);
    if (known && ACTING.has(known.kind) && contains(span, known.mentions[0]?.span ?? span)) return known.id;
    const name = tree.text
      .slice(...span)
      .replace(/^(?:the|a|an)\s+/i, '')
      .replace(/\s+/g, ' ');
    const kind = this.people.has(tree.lemma(at)) || this.people.has(tree.form(at)) ? 'group' : 'body';
    const partOf = this.others.has(tree.lemma(at)) ? this.nationOf(at) : this.ownerOf(at);
    return this.register.add({ kind, name, partOf, mentions: [{ span, form: 'nominal' }], rule: 'role-filler' });
  }
}
