// Whom a document's own words stand for: the "we" of a statement or communiqué, and "the two sides" of talks.
import type { Annotations, EntityRegister } from '../model/annotations.ts';
import type { Entity } from '../model/items.ts';
import { contains, type Span, sameSpan } from '../model/span.ts';
import { isBothSides, isOfBothSides, isTheSides, isTheTwo, mayBeSides, namesBothSides } from './both-sides.ts';
import { countryMeant, isCountry } from './country-meant.ts';
import type { Tree } from './events/tree.ts';
import { joinedBefore } from './joined-before.ts';
import { countOf, isPartakers, lastListed, mayBePartakers, ownersTold, theSeveral } from './partakers.ts';
import { sentencesBefore } from './sentences-before.ts';

type VoiceInput = Pick<Annotations, 'document' | 'head' | 'register'>;

/** Papers in which those who issue them say "we". */
const PAPER = /(?<!\p{L})(?:statement|communiqu[eé]|declaration|press release|proclamation|conclusions)(?!\p{L})/iu;
/** "Address by the President of Peru", "Opening remarks of Ana Torres". */
const ORATION =
  /^\W*(?:[\p{L}-]+ ){0,3}(?:address|speech|remarks|message|lecture|keynote|toast)(?: (?:delivered|given|made))? (?:by|of|from) (.+)$/iu;
/** What a speech's title goes on with once its speaker is named. */
const OCCASION = /,? (?:to|at|before|on|during|for) the\s/i;
/** What such a paper's title goes on with once its issuers are named. */
const SUBJECT = /\s(?:on|regarding|concerning|about|following|after|during|at the)\s/i;
/** What stands between the kind of paper and its issuers. */
const ISSUED =
  /^.*?(?:statement|communiqu[eé]|declaration|release|conclusions)(?!\p{L})(?:\s+(?:by|of|from|between|issued by))?/iu;
/** "We, the Presidents of Peru and Chile, have met": those who make a declaration are named before its first verb. */
const PREAMBLE =
  /^\s*(?:\d+\.\s)?We, ([^.;]{1,300}?)(?=,? (?:have|has|met|meet|meeting|gathered|assembled|convened|declare|reaffirm|reaffirming|recall|recalling|welcome|participated|are|today|hereby)\b|[.;:]|,?\n)/mu;
/** "Issued by the Heads of State and Government of ...", on a line of its own. */
const ISSUED_BY = /^\s*(?:issued|adopted|agreed|made) by ([^\n]{1,200})/imu;
/** How far back the two sides of talks are looked for. */
const REACH = 320;

const THEY: ReadonlySet<string> = new Set(['they', 'them']);

const AFTER_BOTH = /(?:^|[.\n]\s{0,3})(?:The two|Both) \p{L}+ [^.\n]{1,200}\.\s{1,3}$/u;

/** Words for what two do together. */
const MEETING =
  /(?<!\p{L})(?:met|meet|meets|meeting|phoned|telephoned|talks|summit|negotiations|consultations|counterpart|agreed|signed|sign|each other)(?!\p{L})/iu;

/** Asked for every "we" and "both sides" of a document, so what the document's head tells is worked out once. */
export class Voice {
  private readonly so: VoiceInput;
  private issuers: readonly string[] | null = null;
  private speaker: { readonly id: string | null } | null = null;
  private titlePair: readonly string[] | null = null;
  /** The three named most often. */
  private foremost: readonly { readonly id: string; readonly count: number }[] | null = null;

  constructor(so: VoiceInput) {
    this.so = so;
  }

  /** Those who say "we" where nobody is quoted: the issuers of a statement or communiqué; nobody in other documents. */
  get we(): readonly string[] {
    if (this.issuers === null) {
      const issuers = issuersOf(this.so);
      this.issuers = issuers.length || this.orator === null ? issuers : [this.orator];
    }
    return this.issuers;
  }

  /** Who says "I" where nobody is quoted: the one whose speech the document is; nobody in other documents. */
  get orator(): string | null {
    this.speaker ??= { id: oratorOf(this.so) };
    return this.speaker.id;
  }

  /**
   * The two states or organisations that "both sides" stands for at a place: the two that the text names most often, where they are
   * the two states named shortly before, else those of the title; nobody where it is not clear which two.
   */
  sidesAt(offset: number): readonly string[] {
    const near = sidesWithin(this.so.register, [Math.max(0, offset - REACH), offset]);
    const states = near.filter((id) => this.so.register.get(id)?.kind === 'state');
    const titled = this.namedInTitle();
    // "Peru and Chile talk again" is about those two, whoever is named beside one of them.
    if (titled.length === 2 && TOGETHER.test(this.so.head.title ?? '')) return titled;
    if (states.length === 2 && this.areForemost(states)) return states;
    if (titled.length === 2) return titled;
    if (near.length === 2 && this.areForemost(near)) return near;
    return this.plainPair();
  }

  /** Those that a phrase for both sides of what the text tells stands for: see `sidesAt`; nobody for other phrases. */
  sidesMeant(tree: Tree, at: number): readonly string[] {
    const upos = tree.upos(at);
    // Asked for every phrase; few words can be meant.
    if (upos === 'NUM') return isTheTwo(tree, at) ? this.twoAt(tree.span(at)[0]) : [];
    if (upos === 'NOUN' && isCountry(tree, at)) return countryMeant(this.so.document.text, this.so.register, tree, at);
    if (upos === 'PRON' ? !THEY.has(tree.form(at)) : !mayBeSides(tree, at)) return [];
    const [offset] = tree.span(at);
    if (isBothSides(tree, at) || isOfBothSides(tree, at)) {
      const sides = this.sidesAt(offset);
      return sides.length || !OFFICER.test(tree.lemma(at)) ? sides : this.personsAt(offset);
    }
    if (upos === 'PRON') {
      const group = this.so.register.at(tree.span(at));
      const meant = group?.kind === 'group' && namesBothSides(group.name) && this.isAfterMeeting(offset);
      if (meant || (group === null && this.isAfterBoth(offset))) return this.sidesAt(offset);
      return group === null ? joinedBefore(this.so.document.text, this.so.register, offset) : [];
    }
    const count = theSeveral(tree, at);
    if (count !== null) return this.countedAt(count, offset);
    const bare = isTheSides(tree, at);
    if (bare === null) return [];
    const sides = this.sidesAt(offset);
    const plain = bare === 'states' || this.isOfTitle(sides) || this.isAfterMeeting(offset);
    return plain ? sides : [];
  }

  /** "Berg met Torres. The two agreed ...": the only two persons named shortly before, else both sides. */
  private twoAt(offset: number): readonly string[] {
    const persons = this.personsAt(offset);
    return persons.length ? persons : this.sidesAt(offset);
  }

  /** The two persons of the last sentence that tells of a meeting of two, else the only two named shortly before; nobody without such. */
  private personsAt(offset: number): readonly string[] {
    const { document, register } = this.so;
    for (const sentence of sentencesBefore(document.text, offset, 2 * REACH)) {
      const met = MEETING.test(document.text.slice(...sentence)) ? register.within(sentence) : [];
      const two = met.filter(({ kind }) => kind === 'person');
      if (two.length === 2) return two.map(({ id }) => id);
    }
    for (const reach of [REACH, REACH / 2, REACH / 4]) {
      const near = this.so.register.within([Math.max(0, offset - reach), offset]);
      const persons = near.filter(({ kind }) => kind === 'person').map(({ id }) => id);
      if (persons.length === 2) return persons;
    }
    return [];
  }

  /**
   * Those whom a group without an owner stands for: "the three countries" are the three named before, "the Ministers" those whose
   * states the text has told, "participants" and "Allies" of a paper those who issue it; nobody where it is not clear.
   */
  partakers(group: Entity, offset: number): readonly string[] {
    const found = this.sidesOfGroup(group, offset);
    // Allies are told of by that name, too.
    return found.length && group.name === 'Allies' ? [group.id, ...found] : found;
  }

  private sidesOfGroup({ kind, partOf, name }: Entity, offset: number): readonly string[] {
    if (kind !== 'group' || partOf !== null || !mayBePartakers(name)) return [];
    const count = countOf(name);
    if (count !== null) return this.countedAt(count, offset);
    if (!isPartakers(name)) return [];
    const told = ownersTold(name, this.so.register.all(), offset);
    if (told.length) return told;
    // In what an alliance issues with somebody else, that one is no ally.
    const alliances = /^allies$/i.test(name) ? this.we.filter((id) => this.isOrganization(id)) : [];
    return alliances.length ? alliances : this.we;
  }

  private readonly isOrganization = (id: string): boolean => this.so.register.get(id)?.kind === 'organization';

  /** So many states, where the text lists or names just as many shortly before, or they issue it. */
  private countedAt(count: number, offset: number): readonly string[] {
    const listed = lastListed(this.so, count, offset);
    if (listed.length) return listed;
    for (const reach of [REACH, 2 * REACH]) {
      const near = sidesWithin(this.so.register, [Math.max(0, offset - reach), offset]);
      const states = near.filter((id) => this.so.register.get(id)?.kind === 'state');
      if (states.length === count) return states;
    }
    const states = this.statesByMentions();
    const [least, next] = [states[count - 1]?.mentions.length ?? 0, states[count]?.mentions.length ?? 0];
    if (least > 2 * next) return states.slice(0, count).map(({ id }) => id);
    return this.we.length === count ? this.we : [];
  }

  /** States that the text names, those named most often first. */
  private statesByMentions(): readonly Entity[] {
    return this.so.register
      .all()
      .filter(({ kind, mentions }) => kind === 'state' && mentions.length > 0)
      .sort((a, b) => b.mentions.length - a.mentions.length);
  }

  /** "The ministers" are those of both sides where the text has just told of a meeting or a deal of two. */
  private isAfterMeeting(offset: number): boolean {
    return MEETING.test(this.so.document.text.slice(Math.max(0, offset - REACH), offset));
  }

  /** "The two Presidents held talks. They agreed ...": whether the sentence before opens with both, and this one with a pronoun. */
  private isAfterBoth(offset: number): boolean {
    return AFTER_BOTH.test(this.so.document.text.slice(Math.max(0, offset - REACH), offset));
  }

  /** The two states or organisations that a stretch of text names; nobody where it names more or fewer. */
  sidesIn(span: Span): readonly string[] {
    const named = sidesWithin(this.so.register, span);
    return named.length === 2 ? named : [];
  }

  private namedInTitle(): readonly string[] {
    const { title } = this.so.head;
    this.titlePair ??= title ? namedIn(this.so, title, SIDES).map(({ id }) => id) : [];
    return this.titlePair;
  }

  /** The one organisation that the title names; none where it names more or fewer. */
  get organisationOfTitle(): readonly string[] {
    const named = this.namedInTitle().filter((id) => this.so.register.get(id)?.kind === 'organization');
    return named.length === 1 ? named : [];
  }

  private isOfTitle(sides: readonly string[]): boolean {
    const titled = this.namedInTitle();
    return titled.length === 2 && titled.every((id) => sides.includes(id));
  }

  /** The two states that the text is about: each named more than twice as often as anybody else. */
  private plainPair(): readonly string[] {
    const [first, second, third] = this.mostNamed();
    if (!first || !second || second.count < 3 || second.count <= 2 * (third?.count ?? 0)) return [];
    const pair = [first.id, second.id];
    return pair.every((id) => this.so.register.get(id)?.kind === 'state') ? pair : [];
  }

  /** Whether no other state or organisation is named more often than either of two. */
  private areForemost(pair: readonly string[]): boolean {
    const foremost = this.mostNamed();
    const least = Math.min(...pair.map((id) => foremost.find((one) => one.id === id)?.count ?? 0));
    return foremost.every(({ id, count }) => pair.includes(id) || count <= least);
  }

  private mostNamed(): readonly { readonly id: string; readonly count: number }[] {
    this.foremost ??= this.so.register
      .all()
      .filter(({ kind, partOf }) => kind === 'state' || (kind === 'organization' && partOf === null))
      .map(({ id, mentions }) => ({ id, count: mentions.length }))
      .sort((a, b) => b.count - a.count)
      .slice(0, 3);
    return this.foremost;
  }
}

/** What a title tells two to do together. */
const TOGETHER = /(?<!\p{L})(?:agree|discuss|hold|meet|met|resume|sign|talk|talks|summit|meeting)(?!\p{L})/iu;
const OFFICER = /^(?:president|leader|premier|minister|man|woman)$/;
const SIDES: ReadonlySet<string> = new Set(['state', 'organization']);
const ISSUING: ReadonlySet<string> = new Set(['state', 'organization', 'body', 'person']);

const known = new WeakMap<EntityRegister, Voice>();

/** The voice of a document, one for all its stages. */
export function voiceOf(so: VoiceInput): Voice {
  let voice = known.get(so.register);
  if (!voice) {
    voice = new Voice(so);
    known.set(so.register, voice);
  }
  return voice;
}

function issuersOf(so: VoiceInput): readonly string[] {
  const { document, head, register } = so;
  const title = [head.title ?? '', ...openingLines(document.text)].find((line) => PAPER.test(line));
  const issuer = head.publisher === null ? [] : namedIn(so, head.publisher, ISSUING).filter(isBodyOf);
  // What a ministry puts out is its own word, whatever its title.
  if (title === undefined) return issuer.slice(0, 1).map(({ id }) => id);
  const before = title.split(PAPER)[0] ?? '';
  const part = /\p{Lu}/u.test(before.replace(/(?:Joint|Press|Official|Final|The)\s*$/i, ''))
    ? before
    : title.replace(ISSUED, '');
  const named = namedIn(so, part.split(SUBJECT)[0] ?? '', ISSUING);
  if (named.length) return named.map(({ id }) => id);
  if (issuer.length) return issuer.slice(0, 1).map(({ id }) => id);
  const line = ISSUED_BY.exec(document.text) ?? PREAMBLE.exec(document.text);
  if (line?.[1] === undefined) return [];
  const from = line.index + line[0].lastIndexOf(line[1]);
  return makersWithin(register, [from, from + line[1].length]);
}

/** The person whose address, speech or remarks the title says the document is. */
function oratorOf(so: VoiceInput): string | null {
  for (const line of [so.head.title ?? '', ...openingLines(so.document.text)]) {
    const rest = ORATION.exec(line)?.[1];
    const [first] = rest === undefined ? [] : namedIn(so, rest.split(OCCASION)[0] ?? '', PERSONS);
    if (first) return first.id;
  }
  return null;
}

const PERSONS: ReadonlySet<string> = new Set(['person']);

/** The short lines above a text's prose: a paper may be titled twice ("Arica Declaration", "Issued by the Presidents of ..."). */
function openingLines(text: string): readonly string[] {
  const lines = text
    .slice(0, 600)
    .split('\n')
    .filter((line) => line.trim());
  const prose = lines.findIndex((line) => line.length > 160 || /[.:,]\s*$/.test(line));
  return lines.slice(0, prose < 0 ? 3 : Math.min(prose, 3));
}

/** The states and organisations that the makers of a paper act for: of a council the organisation whose it is. */
function makersWithin(register: EntityRegister, span: Span): readonly string[] {
  const sides = sidesWithin(register, span);
  if (sides.length) return sides;
  const bodies = register.within(span).filter(({ kind }) => kind === 'body');
  return [...new Set(bodies.map(({ id, partOf }) => partOf ?? id))];
}

/** A ministry's paper speaks for the ministry, a newspaper's statement for nobody that the text names. */
const isBodyOf = ({ kind }: Entity): boolean => kind === 'body' || kind === 'state';

function sidesWithin(register: EntityRegister, span: Span): readonly string[] {
  const within = register.within(span);
  const places = within.filter(({ kind }) => kind === 'place').flatMap(({ mentions }) => mentions);
  // A capital in which they meet may name its state too.
  const isVenue = ({ mentions }: Entity) =>
    places.length > 0 &&
    mentions
      .filter((one) => contains(span, one.span))
      .every((one) => places.some((place) => sameSpan(place.span, one.span)));
  return within
    .filter((entity) => !isVenue(entity))
    .filter(({ kind, partOf }) => kind === 'state' || (kind === 'organization' && partOf === null))
    .map(({ id }) => id);
}

/**
 * The entities of some kinds that a line names. What holds the names of two others is a list of them, and what is held by
 * another is a part of its name: "the Foreign Ministers of Peru and Chile", "the Foreign Ministry of Peru".
 */
function namedIn({ document, register }: VoiceInput, line: string, kinds: ReadonlySet<string>): readonly Entity[] {
  if (!line.trim()) return [];
  const found = register.all().flatMap((entity) => {
    if (!kinds.has(entity.kind)) return [];
    const names = entity.mentions.flatMap(({ form, span }) => (form === 'name' ? [document.text.slice(...span)] : []));
    const words = longest([entity.name, ...new Set(names)].filter((name) => line.includes(name)));
    return words ? [{ entity, words }] : [];
  });
  const holds = (outer: string, inner: string) => outer !== inner && outer.includes(inner);
  const kept = found.filter(({ words }) => found.filter((other) => holds(words, other.words)).length < 2);
  return kept.filter(({ words }) => !kept.some((other) => holds(other.words, words))).map(({ entity }) => entity);
}

function longest(words: readonly string[]): string | undefined {
  return [...words].sort((a, b) => b.length - a.length)[0];
}
