// Turns attributions and turns of interviews into statements: resolves speakers and addressees, adds form, relays, subjects.
import type { EntityRegister } from '../../model/annotations.ts';
import type { Entity, Statement } from '../../model/items.ts';
import { type Span, type SpanOrPieces, textOf } from '../../model/span.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { addresseeOf } from './addressees.ts';
import { type Attribution, startOf } from './attribution.ts';
import { formOf } from './form.ts';
import type { StatementInput } from './input.ts';
import type { Turn } from './interview.ts';
import type { MentionIndex } from './mention-index.ts';
import { NO_OCCASION, type Occasion } from './occasion.ts';
import { occasionsOf } from './occasions.ts';
import { overlapping } from './overlapping.ts';
import type { Forest } from './phrases.ts';
import type { Quotation } from './quotations.ts';
import { isOutlet, outletsAround } from './relays.ts';
import type { FirstPerson, Speakers } from './speakers.ts';

/** A statement before all statements of the document are numbered. */
export type Unnumbered = Omit<Statement, 'id'>;

/** Labels that a transcript puts before its turns; they are no sources. */
const LABEL = /^(?:question|answer|q|a)\s*\d*$/i;
/** "Nobody denied it": what no one says is no statement. */
const NOBODY = /^(?:nobody|no one|none|neither)\b/i;

/** What was made of the document before. */
interface Aids {
  readonly speakers: Speakers;
  readonly mentions: MentionIndex;
  readonly forest: Forest;
  /** Of all paragraphs, in text order. */
  readonly quotations: readonly Quotation[];
  /** Those who say "we" where nobody is quoted. */
  readonly we: readonly string[];
  /** Whose speech the document is; null for other documents. */
  readonly orator: string | null;
}

export class StatementBuilder {
  private readonly so: StatementInput;
  private readonly lexicon: Pick<Lexicon, 'cues' | 'entities'>;
  private readonly aids: Aids;
  private readonly turnSpans: readonly { readonly span: Span; readonly self: FirstPerson }[];

  constructor(
    so: StatementInput,
    lexicon: Pick<Lexicon, 'cues' | 'entities'>,
    { turns, ...aids }: Aids & { readonly turns: readonly Turn[] },
  ) {
    this.so = so;
    this.lexicon = lexicon;
    this.aids = aids;
    this.turnSpans = turns.flatMap(({ content, speaker }) =>
      content.map((span) => ({ span, self: selfOf(so.register, speaker) })),
    );
  }

  /**
   * The statements of attributions, in text order.
   * @param further quotations without a source, each with the attribution whose speaker they continue
   */
  reported(
    attributions: readonly Attribution[],
    further: readonly { readonly attribution: Attribution; readonly of: Attribution }[],
  ): readonly Unnumbered[] {
    const made: { readonly attribution: Attribution; readonly statement: Unnumbered }[] = [];
    const following = new Map<number, Attribution[]>();
    for (const { attribution, of } of further) {
      const at = of.cue[0]?.[0] ?? -1;
      following.set(at, [...(following.get(at) ?? []), attribution]);
    }
    for (const attribution of attributions) {
      const { source } = attribution;
      const sources = source.map((span) => textOf(this.so.document.text, span));
      if (sources.some((words) => LABEL.test(words) || NOBODY.test(words))) continue;
      if (this.isOtherSense(attribution) || this.isTurnLabel(attribution)) continue;
      const self = this.firstPersonAt(startOf(attribution));
      if (self && this.isSelfCue(attribution)) continue;
      const statement = this.build(attribution, self ?? this.issuersAt(startOf(attribution)));
      made.push({ attribution, statement });
    }
    const occasions = occasionsOf(
      made.map(({ attribution, statement: { speaker } }) => ({ attribution, speaker })),
      this.so,
      this.aids.forest,
    );
    return made.flatMap(({ attribution, statement }, at) => {
      const { speaker, addressee, via } = statement;
      const after = following.get(attribution.cue[0]?.[0] ?? -1) ?? [];
      return [statement, ...after.map((quotation) => this.finish(quotation, speaker, addressee, via))].map((one) =>
        onOccasion(one, occasions[at]),
      );
    });
  }

  /** The statement of one answer or labelled turn. */
  answer({ speaker, addressee, content, rule, why }: Turn): Unnumbered {
    const attribution: Attribution = { source: [], cue: [], content, cueAt: null, rule, why };
    return { ...this.finish(attribution, [speaker.id], addressee, []), form: 'direct' };
  }

  private build(attribution: Attribution, self: FirstPerson | null): Unnumbered {
    const { register } = this.so;
    const named = attribution.source.flatMap((span) =>
      this.aids.speakers.of({ span, sentence: this.sentenceOf(span) }, self),
    );
    const listener = addresseeOf(attribution, this.aids.forest);
    const heard = listener ? this.aids.speakers.of(listener, self) : [];
    const outlets = outletsAround(attribution, this.so.sentences, this.aids.mentions, (id) =>
      isRelay(register, id, this.lexicon),
    );
    // "Interfax quoted the minister as saying": the outlet relays, the minister speaks.
    const relays =
      named.every((id) => isRelay(register, id, this.lexicon)) && heard.length > 0 && this.isQuoting(attribution);
    const speaker = relays ? heard : named;
    this.aids.speakers.remember(speaker, startOf(attribution));
    return this.finish(attribution, speaker, relays ? [] : heard, relays ? [...named, ...outlets] : outlets);
  }

  private finish(
    attribution: Attribution,
    speakers: readonly string[],
    addressee: readonly string[],
    via: readonly string[],
  ): Unnumbered {
    const speaker = [...new Set(speakers)];
    return {
      speaker,
      addressee: [...new Set(addressee)].filter((id) => !speaker.includes(id)),
      source: asField(attribution.source),
      cue: asField(attribution.cue),
      content: attribution.content,
      form: formOf(attribution.content, this.aids.quotations, this.so.document.text),
      via: [...new Set(via)].filter((id) => !speaker.includes(id)),
      about: this.aboutOf(attribution.content, speaker),
      rule: attribution.rule,
      why: attribution.why,
    };
  }

  /** The entities that a content names, without the speaker. */
  private aboutOf(content: readonly Span[], speaker: readonly string[]): readonly string[] {
    const mentions = content.flatMap((span) => this.aids.mentions.inside(span));
    const ids = mentions.filter(({ form }) => form !== 'pronoun').map(({ id }) => id);
    return [...new Set(ids)].filter((id) => !speaker.includes(id));
  }

  /** Whose turn of an interview a place lies in. */
  private firstPersonAt(at: number): FirstPerson | null {
    const [turn] = overlapping(this.turnSpans, [at, at + 1]);
    return turn?.self ?? null;
  }

  /** Those who issue the document, outside what it quotes. */
  private issuersAt(at: number): FirstPerson | null {
    const { we, orator, quotations } = this.aids;
    if (!we.length || overlapping(quotations, [at, at + 1]).length) return null;
    const speaker = orator === null ? null : this.so.register.get(orator);
    return speaker ? selfOf(this.so.register, speaker) : { person: null, we };
  }

  /**
   * "I think" in an answer says nothing beyond the answer; "we" does where it carries a clause, for then somebody speaks for
   * a state: "We are convinced that".
   */
  private isSelfCue({ source, content, cueAt }: Attribution): boolean {
    const who = source.map((span) => textOf(this.so.document.text, span).toLowerCase());
    if (who.every((word) => word === 'i')) return true;
    if (!cueAt || !who.every((word) => word === 'we')) return false;
    const tree = this.aids.forest.tree(cueAt.sentence);
    const [said = [0, 0]] = content;
    const inside = tree.tokens.slice(tree.countBefore(said[0]), tree.countBefore(said[1]));
    return !inside.some(({ deprel }) => deprel === 'mark' || deprel === 'ccomp');
  }

  /** Whether what would be the content shows that the cue is none: the government recalled its ambassador. */
  private isOtherSense({ cueAt, content }: Attribution): boolean {
    const [said] = content;
    if (!cueAt || !said || this.sentenceOf(said) !== cueAt.sentence) return false;
    const tree = this.aids.forest.tree(cueAt.sentence);
    const head = tree.headOf(said);
    const cues = head < 0 ? undefined : this.lexicon.cues.byForm.get(tree.form(cueAt.word));
    return cues?.some(({ unless }) => unless.has(tree.lemma(head))) ?? false;
  }

  /** "Anna Berg: We wait." in an interview: the turn is a statement as a whole, and a question is none. */
  private isTurnLabel({ source, cue }: Attribution): boolean {
    const [label] = source;
    if (!this.turnSpans.length || !label || cue.some((span) => textOf(this.so.document.text, span).trim() !== ':'))
      return false;
    return /(?:^|\n)\s*$/.test(this.so.document.text.slice(Math.max(0, label[0] - 4), label[0]));
  }

  private isQuoting({ cueAt }: Attribution): boolean {
    return cueAt !== null && /^(?:quote|cite)$/.test(this.aids.forest.tree(cueAt.sentence).lemma(cueAt.word));
  }

  /** The sentence that holds the start of a span, by halving. */
  private sentenceOf([start]: Span): number {
    const { sentences } = this.so;
    let low = 0;
    for (let high = sentences.length - 1; low < high; ) {
      const middle = (low + high + 1) >> 1;
      if ((sentences[middle]?.span[0] ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function onOccasion(statement: Unnumbered, { time, place }: Occasion = NO_OCCASION): Unnumbered {
  return { ...statement, ...(time ? { time } : {}), ...(place === null ? {} : { place }) };
}

function selfOf(register: EntityRegister, speaker: Entity): FirstPerson {
  const spokenFor = ownerOf(register, speaker);
  return { person: speaker.id, we: spokenFor ? [speaker.id, spokenFor] : [speaker.id] };
}

/** The state, or else the uppermost organisation, that somebody belongs to. */
function ownerOf(register: EntityRegister, entity: Entity): string | null {
  let owner = entity.partOf === null ? null : register.get(entity.partOf);
  for (let steps = 0; owner?.partOf && steps < 5; steps += 1) owner = register.get(owner.partOf) ?? owner;
  return owner?.id ?? null;
}

function isRelay(register: EntityRegister, id: string, { entities }: Pick<Lexicon, 'entities'>): boolean {
  const entity = register.get(id);
  return entity !== null && isOutlet(entity, entities);
}

function asField(spans: readonly Span[]): SpanOrPieces {
  return spans.length > 1 ? spans : (spans[0] ?? null);
}
