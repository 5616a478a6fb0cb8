// Names what an event is about when no lexicon knows it: by a noun phrase ("base in Accra") or a deed ("hosting the base").
import type { Span } from '../../model/span.ts';
import { isPassive } from '../events/grammar.ts';
import type { Tree } from '../events/tree.ts';
import { inflections } from '../lexicon/inflections.ts';

/** Nouns that only carry what follows: "a wish to settle", "no plans to deploy". */
const CARRIERS =
  /^(?:commitment|adherence|wish|willingness|readiness|desire|intention|plan|offer|decision|request|proposal|demand|call|hope)$/;
/** Nouns that only measure or sort what "of" brings: "some sort of cooperation". */
const MEASURES = /^(?:sort|kind|type|form|number|series|range|spectrum|lot|variety|part|area|any|some|all|most|more)$/;
/** Verbs that say no more of a matter than that it is had, made or kept: "establish a joint office" is about the office. */
const LIGHT =
  /^(?:hold|have|conduct|carry|establish|set|create|start|launch|open|develop|maintain|continue|run|organise|organize|make|begin|resume|expand|stage|join|perform|implement|undertake)$/;
/** Verbs whose matter follows "on" or "in": "cooperate on rail transit". */
const JOINT = /^(?:cooperate|co-operate|collaborate|work|participate|engage|join|train|exercise)$/;
/** Nouns that name nothing by themselves: "other ways", "these matters". */
const VAGUE =
  /^(?:way|thing|matter|issue|area|respect|side|case|regard|step|time|framework|format|point|level|question|people|one|something|anything|part)$/;
const LONGEST = 12;

/** The words that name a matter, with their place in the text. */
export interface MatterName {
  readonly name: string;
  readonly span: Span;
}

/**
 * The name of the matter headed at a place: a noun phrase without the words that only bind it, or a deed with its object
 * ("refused to host the base": hosting the base). Null for a pronoun, a bare word, a finite clause, and a deed without an
 * object ("meet again", "undertook to do in Accra").
 */
export function matterName(tree: Tree, head: number): MatterName | null {
  if (isMoney(tree, head) || FEELINGS.test(tree.lemma(head))) return null;
  const inner = CARRIERS.test(tree.lemma(head))
    ? (tree.childrenIn(head, 'acl').find((child) => markOf(tree, child) === 'to') ?? committedTo(tree, head))
    : undefined;
  const start = inner ?? head;
  if (tree.upos(start) !== 'VERB') return nounName(tree, start);
  // "asked for a voice", "sent no troops": a finite clause is a report, and names nothing.
  return /^VB[DNPZ]$/.test(tree.token(start).xpos) ? null : deedName(tree, start);
}

/** Words that tell how somebody feels or fares, and are no matter by themselves: "its gratitude for the help". */
const FEELINGS =
  /^(?:gratitude|thanks|appreciation|condolence|sympathy|solidarity|progress|support|concern|regret|satisfaction|respect|greeting|congratulation|objection|opposition|resistance)$/;

/** "Three billion euros", "$40 million": a sum is no matter. */
function isMoney(tree: Tree, at: number): boolean {
  return /^(?:[$€£¥]|(?:m|b|tr)illion|dollar|euro|pound|yen|yuan|rouble|ruble|rupee|franc|krone|krona)s?$/.test(
    tree.lemma(at),
  );
}

/** "Its commitment to the truce": the truce is the matter. */
function committedTo(tree: Tree, at: number): number | undefined {
  if (!/^(?:commitment|adherence)$/.test(tree.lemma(at))) return undefined;
  return tree.childrenIn(at, 'nmod').find((child) => tree.preposition(child) === 'to');
}

/**
 * The names of what is done by a word: of "sent 40 engineers" sending 40 engineers, of "cooperate on rail transit and on
 * training pilots" each of the two, of "cooperation on wells was agreed" the cooperation on wells.
 */
export function deedNames(tree: Tree, trigger: number): readonly MatterName[] {
  const own = tree.upos(trigger) === 'VERB' ? deedName(tree, trigger) : nounName(tree, trigger);
  // "took part in the race": the race is the matter.
  const part = tree.childrenIn(trigger, 'obj').some((object) => tree.form(object) === 'part');
  if (tree.upos(trigger) !== 'VERB' || !(part || JOINT.test(tree.lemma(trigger)))) return own ? [own] : [];
  const children = tree.childrenIn(trigger, 'obl', 'advcl', 'ccomp', 'xcomp');
  const first = children.find((child) => child > trigger && /^(?:on|in|over)$/.test(markOf(tree, child)));
  if (first === undefined) return own && !part ? [own] : [];
  const alike = (child: number) => markOf(tree, child) === '' && firstWord(tree, child) === firstWord(tree, first);
  const topics = children
    .filter((child) => child === first || (child > first && firstWord(tree, child) !== null && alike(child)))
    .flatMap((child) => [...tree.coordinated(child), ...repeatedBelow(tree, child)])
    .flatMap((child) => matterName(tree, child) ?? []);
  return topics.length ? topics : own && !part ? [own] : [];
}

const markOf = (tree: Tree, at: number): string =>
  tree
    .childrenIn(at, 'case', 'mark')
    .map((child) => tree.form(child))
    .join(' ');

/** "Training pilots from Oman, training crews for ...": a list whose parts begin alike, wherever the parser hangs them. */
function repeatedBelow(tree: Tree, head: number): readonly number[] {
  const first = firstWord(tree, head);
  return tree
    .subtree(head, 60)
    .filter((at) => at !== head && tree.head(at) !== head && tree.relation(at) === 'conj')
    .filter((at) => first !== null && firstWord(tree, at) === first);
}

/** The first of a noun's compounds: "training" of "training border guards". */
function firstWord(tree: Tree, noun: number): string | null {
  const first = tree.childrenIn(noun, 'compound', 'amod')[0];
  return first === undefined ? null : tree.form(first);
}

/** A deed by its gerund and object, or by the object alone where the verb says nothing of the matter. */
function deedName(tree: Tree, verb: number): MatterName | null {
  const passive = isPassive(tree, verb) ? tree.childIn(verb, 'nsubj:pass') : null;
  const object = tree.childIn(verb, 'obj') ?? passive;
  const light = isLight(tree, verb);
  if (object !== null && light) return nounName(tree, object);
  if (passive !== null) return nounName(tree, passive);
  const inner = tree.childIn(verb, 'xcomp', 'ccomp');
  if (inner !== null && light && tree.upos(inner) === 'VERB') return deedName(tree, inner);
  const words = withoutVagueEnd(
    tree,
    runAround(tree, verb, belowOf(tree, verb)).filter((at) => at >= verb),
  );
  // "Ready to cooperate", "willing to cooperate in other ways": the matter is the cooperation itself.
  if (words.length === 1 && /^co-?operate$/.test(tree.lemma(verb)))
    return { name: 'cooperation', span: tree.span(verb) };
  const about = words.filter((at) => tree.upos(at) === 'NOUN' && !VAGUE.test(tree.lemma(at)));
  const bound = object !== null && (tree.upos(object) !== 'PRON' || tree.form(object) === 'that');
  if (object !== null ? !bound : !about.length) return null;
  const named = nameOf(tree, words, verb);
  if (!named) return null;
  return { ...named, name: named.name.replace(/^[^\s,]+/, gerundOf(tree, verb)) };
}

/** "Sharing news in other ways", "... in those areas": a last phrase that names nothing is left out. */
function withoutVagueEnd(tree: Tree, words: readonly number[]): readonly number[] {
  const last = words.at(-1) ?? 0;
  if (!VAGUE.test(tree.lemma(last)) || tree.childIn(last, 'case') === null) return words;
  const phrase = new Set(tree.phrase(last));
  return words.filter((at) => !phrase.has(at));
}

/** "Set up an office" is about the office; "set quarrels aside" is a deed of its own. */
function isLight(tree: Tree, verb: number): boolean {
  const particles = tree.childrenIn(verb, 'compound:prt', 'advmod').map((child) => tree.form(child));
  return (
    LIGHT.test(tree.lemma(verb)) && particles.every((word) => !/^(?:aside|apart|down|back|away|off|in)$/.test(word))
  );
}

/** "sending" of "sent". */
function gerundOf(tree: Tree, verb: number): string {
  if (tree.token(verb).xpos === 'VBG') return tree.form(verb);
  return inflections(tree.lemma(verb), 'verb').findLast((form) => form.endsWith('ing')) ?? tree.form(verb);
}

function nounName(tree: Tree, noun: number): MatterName | null {
  const inner = MEASURES.test(tree.lemma(noun))
    ? tree.childrenIn(noun, 'nmod').find((child) => tree.preposition(child) === 'of')
    : undefined;
  const head = inner ?? noun;
  if (tree.upos(head) === 'PRON' || tree.upos(head) === 'DET') return null;
  const named = nameOf(tree, runAround(tree, head, belowOf(tree, head)), head);
  const words = named === null ? 0 : named.name.split(' ').length;
  // "deal ... to put the wells under watch": what a bare noun is to do may stand apart from it.
  if (words <= 1) return tree.upos(head) === 'PROPN' ? named : withPurpose(tree, head);
  return VAGUE.test(tree.lemma(head)) && words <= 2 ? null : named;
}

function withPurpose(tree: Tree, noun: number): MatterName | null {
  const purpose = tree.childrenIn(noun, 'acl').find((child) => markOf(tree, child) === 'to' && child - noun > 1);
  const to = purpose === undefined ? undefined : tree.childrenIn(purpose, 'mark')[0];
  if (purpose === undefined || to === undefined) return null;
  const clause = nameOf(
    tree,
    runAround(tree, purpose, belowOf(tree, purpose)).filter((at) => at >= purpose),
    purpose,
  );
  return clause && { name: `${tree.form(noun)} to ${clause.name}`, span: tree.span(noun) };
}

/** Relations that lead out of a phrase: clauses beside it, its subject, its auxiliaries. */
const OUTSIDE = /^(?:acl:relcl|parataxis|nsubj|nsubj:pass|csubj|cop|aux|aux:pass|expl|discourse|vocative)$/;

/** Punctuation goes along only within words and lists. */
function isOutside(tree: Tree, child: number, ofHead: boolean): boolean {
  const relation = tree.relation(child);
  if (relation === 'punct') return !/^(?:[-'’"“”]|,)$/.test(tree.form(child));
  if (relation === 'ccomp') return !ofHead;
  if (tree.deprel(child) === 'mark') return ofHead;
  // "sending missiles to protect Oman"
  if (relation === 'advcl') return !(ofHead && markOf(tree, child) === 'to');
  return OUTSIDE.test(tree.deprel(child));
}

/** The words below a head that belong to its phrase; of coordinated heads the first. */
function belowOf(tree: Tree, head: number): ReadonlySet<number> {
  const found = new Set([head]);
  const repeated = new Set(repeatedBelow(tree, head));
  const queue = [head];
  for (let next = 0; next < queue.length && queue.length < 60; next += 1) {
    const at = queue[next] ?? head;
    for (const child of tree.childrenOf(at)) {
      if (isOutside(tree, child, at === head)) continue;
      const relation = tree.relation(child);
      const beside = relation === 'conj' || relation === 'cc';
      if (beside && (at === head || tree.upos(child) === 'VERB' || repeated.has(child))) continue;
      found.add(child);
      queue.push(child);
    }
  }
  return found;
}

/** The unbroken run of a phrase's words around its head; punctuation goes along only between them. */
function runAround(tree: Tree, head: number, below: ReadonlySet<number>): readonly number[] {
  const goesOn = (at: number): boolean => below.has(at) || (/^['’-]$/.test(tree.form(at)) && at >= 0);
  let from = head;
  let to = head;
  while (from > 0 && goesOn(from - 1)) from -= 1;
  while (to + 1 < tree.size && goesOn(to + 1)) to += 1;
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

const LOOSE_FIRST = new Set(['ADP', 'DET', 'CCONJ', 'SCONJ', 'PUNCT', 'ADV']);
const LOOSE_LAST = new Set(['ADP', 'DET', 'PRON', 'SCONJ', 'PART', 'AUX', 'CCONJ', 'PUNCT', 'ADV']);

function nameOf(tree: Tree, run: readonly number[], head: number): MatterName | null {
  let kept = run;
  while (kept.length && (kept[0] ?? head) < head && isLooseFirst(tree, kept[0] ?? head)) kept = kept.slice(1);
  if (kept.length > LONGEST) {
    // Cut before a preposition or a further part, so that no phrase is broken.
    const cut = kept.findLastIndex(
      (at, place) => place <= LONGEST && place > 3 && at > head && /^(?:ADP|CCONJ|SCONJ|PUNCT)$/.test(tree.upos(at)),
    );
    kept = kept.slice(0, cut > 0 ? cut : LONGEST);
  }
  while (kept.length > 1 && isLooseLast(tree, kept.at(-1) ?? head, head)) kept = kept.slice(0, -1);
  if (!kept.includes(head)) return null;
  const span = tree.hullOf(kept);
  return { name: tree.text.slice(...span).replace(/\s+/g, ' '), span };
}

/** "putting quarrels aside": a particle of the verb stays. */
const isLooseLast = (tree: Tree, at: number, head: number): boolean =>
  LOOSE_LAST.has(tree.upos(at)) &&
  !(tree.head(at) === head && /^(?:aside|apart|down|back|away|off|up|out)$/.test(tree.form(at)));

const isLooseFirst = (tree: Tree, at: number): boolean =>
  LOOSE_FIRST.has(tree.upos(at)) || /^(?:some|any|no|more|other|such)$/.test(tree.form(at));
