// When and where something was said: "told reporters in Bern on 5 May that ...", "speaking in Doha, the envoy accused ...".
import type { Timex } from '../../model/analysis.ts';
import type { Annotations } from '../../model/annotations.ts';
import type { EventTime } from '../../model/items.ts';
import { contains, overlaps, type Span } from '../../model/span.ts';
import type { Attribution } from './attribution.ts';
import { overlapping } from './overlapping.ts';
import type { Forest, Phrases } from './phrases.ts';

/** The circumstances of a saying that the text tells; null for those it does not. */
export interface Occasion {
  readonly time: EventTime | null;
  readonly place: string | null;
}

export const NO_OCCASION: Occasion = { time: null, place: null };

export type OccasionInput = Pick<Annotations, 'document' | 'head' | 'sentences' | 'times' | 'register'>;

/** Prepositions whose time is not that of what they modify: "has said since 2012". */
const ELSEWHEN = /^(?:since|before|until|till|than|by|towards?|ahead of|prior to|from|for|to)$/;
/** "Said after talks on Friday": what was said right after a meeting was said on its day. */
const UPON = /^(?:after|following|upon)$/;
const GATHERING =
  /^(?:talk|meeting|summit|session|conference|briefing|visit|ceremony|hearing|negotiation|consultation|call|interview|speech)$/;
/** What one does in order to speak, or while one speaks: "speaking in Doha on 4 June, ...". */
const SPEAKING = /^(?:speak|talk|address|attend|answer|respond|reply|write|open|brief|meet|visit|arrive|tour|host)$/;
const PAPER =
  /^(?:statement|communiqu[eé]|release|declaration|letter|message|note|tweet|post|report|interview|speech|announcement|remark|comment)$/;
/** What is done to a paper: "according to a statement issued on 9 April". */
const ISSUED = /^(?:issue|publish|release|post|date|make|adopt|circulate|print|send|broadcast|air)$/;
/** Relations that lead out of what goes with a saying. */
const ASIDE = /^(?:conj|ccomp|parataxis|nsubj)/;
/** How far from a cue its time is looked for, in characters. */
const REACH = 500;
/** A longer way from a time up to the cue is a broken tree. */
const DEEPEST = 10;
/** What may stand between a cue and the time behind it, and between a time and the cue behind that. */
const BEHIND = /^[\s,]*(?:(?:late|early|earlier|again|here|there) )?(?:on |in )?(?:the )?$/i;
const BEFORE = /^\s(?:\p{L}+ly\s)?$/u;

/**
 * When and where a cue is, by what hangs on it outside of source and content.
 * @param elsewhere contents of other attributions of the sentence, whose times are theirs
 */
export function occasionOf(
  attribution: Attribution,
  elsewhere: readonly Span[],
  so: OccasionInput,
  forest: Forest,
): Occasion {
  const { cueAt } = attribution;
  const sentence = cueAt ? so.sentences[cueAt.sentence] : undefined;
  if (!cueAt || !sentence) return NO_OCCASION;
  const tree = forest.tree(cueAt.sentence);
  const said = deedsWith(attribution, tree, cueAt.word);
  const taken = [...attribution.content, ...elsewhere];
  const [from, to] = tree.span(cueAt.word);
  const around: Span = [Math.max(sentence.span[0], from - REACH), Math.min(sentence.span[1], to + REACH)];
  const free = overlapping(so.times, around).filter(({ span }) => !taken.some((piece) => overlaps(piece, span)));
  return {
    time: timeOf(free, cueAt.word, tree, said, so),
    place: placeOf([...taken, ...attribution.source], tree, said, so),
  };
}

/**
 * The cue, what it is joined to or completes, and the clauses that say what the speaker did as he spoke. Of "according to a
 * statement issued on Monday" the statement.
 */
function deedsWith({ source }: Attribution, tree: Phrases, cue: number): ReadonlySet<number> {
  if (!isDeed(tree, cue) || tree.relation(cue) === 'case') {
    const heads = source.map((span) => tree.headOf(span)).filter((at) => at >= 0 && PAPER.test(tree.lemma(at)));
    return new Set([cue, ...heads]);
  }
  const found = new Set([cue]);
  let at = cue;
  for (let step = 0; step < 4; step += 1) {
    const above = tree.head(at);
    if (above < 0 || tree.upos(above) !== 'VERB') break;
    const relation = tree.relation(at);
    const joined = relation === 'conj' && tree.childIn(at, 'nsubj', 'nsubj:pass') === null;
    const beside = relation === 'advcl' && tree.token(at).xpos === 'VBG' && tree.childIn(at, 'mark') === null;
    if (!joined && !beside && relation !== 'xcomp') break;
    found.add(above);
    at = above;
  }
  for (const deed of [...found]) {
    for (const clause of tree.childrenIn(deed, 'advcl')) {
      const marks = tree.childrenIn(clause, 'mark', 'advmod').map((mark) => tree.form(mark));
      const meanwhile = marks.some((mark) => /^(?:when|while|as)$/.test(mark));
      if (meanwhile || (tree.token(clause).xpos === 'VBG' && SPEAKING.test(tree.lemma(clause)))) found.add(clause);
    }
  }
  return found;
}

function timeOf(
  times: readonly Timex[],
  cue: number,
  tree: Phrases,
  said: ReadonlySet<number>,
  { document, head }: OccasionInput,
): EventTime | null {
  const [from, to] = tree.span(cue);
  const published = head.published.value;
  let best: Timex | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const timex of times) {
    if ((timex.type !== 'DATE' && timex.type !== 'TIME') || !/^\d{4}/.test(timex.value)) continue;
    if (published && isAfter(timex.value, published)) continue;
    const gap = Math.max(timex.span[0] - to, from - timex.span[1], 0);
    if (gap >= distance) continue;
    const beside =
      timex.span[0] >= to
        ? BEHIND.test(document.text.slice(to, timex.span[0]))
        : BEFORE.test(document.text.slice(timex.span[1], from));
    if (beside || isTimeOf(tree, tree.headOf(timex.span), said, timex)) {
      best = timex;
      distance = gap;
    }
  }
  return best && { value: best.value.slice(0, 10), basis: 'expression' };
}

/** A day after the document's own is a weekday counted the wrong way: nobody reports what will be said. */
function isAfter(value: string, published: string): boolean {
  const day = /^\d{4}(?:-\d{2}){0,2}/.exec(value)?.[0] ?? '';
  return day > published.slice(0, day.length);
}

const isDeed = (tree: Phrases, at: number): boolean => tree.upos(at) === 'VERB' || tree.upos(at) === 'AUX';

/** Whether a time hangs on one of the deeds, with no other deed, thing or bound of time between them. */
function isTimeOf(tree: Phrases, head: number, said: ReadonlySet<number>, { value }: Timex): boolean {
  const isDay = /^\d{4}-\d{2}-\d{2}/.test(value);
  let issued = false;
  for (let at = head, step = 0; at >= 0 && step < DEEPEST; step += 1) {
    const preposition = tree.preposition(at);
    if (ELSEWHEN.test(preposition)) return false;
    if (UPON.test(preposition) && !(isDay && GATHERING.test(tree.lemma(at)))) return false;
    if (at !== head && !issued && /^(?:nsubj|appos|nmod:poss)$/.test(tree.deprel(at))) return false;
    const above = tree.head(at);
    if (above < 0) return said.has(at);
    // "The 2013 report" of a paper, "on Monday" of what is said.
    if (said.has(above)) return issued || ((isDay || isDeed(tree, above)) && !ASIDE.test(tree.deprel(at)));
    if (isDeed(tree, above)) {
      issued = tree.relation(above) === 'acl' && tree.deprel(above) !== 'acl:relcl' && ISSUED.test(tree.lemma(above));
      if (!issued) return false;
    }
    at = above;
  }
  return false;
}

/** The place named by "in" or "at" under the saying, or under the listeners, the talks or the interview that go with it. */
function placeOf(
  taken: readonly Span[],
  tree: Phrases,
  said: ReadonlySet<number>,
  { register }: OccasionInput,
): string | null {
  const isFree = (at: number) => !taken.some((piece) => overlaps(piece, tree.span(at)));
  const phrases = [...said].flatMap((deed) => tree.childrenIn(deed, 'obl', 'obj', 'iobj').filter(isFree));
  const heads = [...said, ...phrases];
  for (const head of heads) {
    for (const child of tree.childrenIn(head, 'obl', 'nmod').filter(isFree)) {
      if (!/^(?:in|at|near|aboard)$/.test(tree.preposition(child))) continue;
      const entity = register.at(tree.span(child));
      if (entity?.kind !== 'place' && entity?.kind !== 'state') continue;
      const mention = entity.mentions.find(({ span }) => contains(span, tree.span(child)));
      if (mention?.form === 'name') return entity.id;
    }
  }
  return null;
}
