// What a trigger governs: logical subjects and objects, prepositional phrases, complements, in any voice.
import { settingOf } from './course.ts';
import { completes, isInfinitive, isPassive, RELATIVE, spread, unmarked } from './grammar.ts';
import { onceAWord } from './once-a-word.ts';
import { logicalSubjects } from './subjects.ts';
import type { Tree } from './tree.ts';

/** A prepositional phrase of the trigger or of its object. */
export interface Oblique {
  readonly preposition: string;
  readonly at: number;
}

/** Arguments of a trigger as places in the sentence, by their logical role: a passive's subject is an object here. */
export interface Clause {
  readonly trigger: number;
  readonly subjects: readonly number[];
  readonly objects: readonly number[];
  readonly indirect: readonly number[];
  readonly obliques: readonly Oblique[];
  /** Heads of infinitives, participles and clauses that complete the trigger. */
  readonly complements: readonly number[];
  readonly particles: readonly string[];
  readonly passive: boolean;
}

const PARTICLES: ReadonlySet<string> = new Set(
  'up down off out in back away on over apart forward together aside through around free home'.split(' '),
);

/** The arguments of a verb or predicative adjective. */
export const verbClause = onceAWord((tree: Tree, trigger: number): Clause => {
  const passive = isPassive(tree, trigger);
  const relation = tree.relation(trigger);
  const indirect = tree.childrenIn(trigger, 'iobj');
  let objects = spread(tree, tree.childrenIn(trigger, 'obj'));
  const passiveSubjects = spread(tree, tree.childrenIn(trigger, 'nsubj:pass'));
  if (passive) objects = [...passiveSubjects, ...spread(tree, tree.childrenIn(trigger, 'nsubj')), ...objects];
  objects = objects.filter((at) => !RELATIVE.has(tree.form(at)));
  if (!objects.length && indirect.length) objects = spread(tree, indirect);
  if (!objects.length) objects = borrowedObjects(tree, trigger, passive);
  if (!objects.length && !passive) objects = unmarked(tree, trigger).filter((at) => at > trigger);
  const obliques = [
    ...obliquesOf(tree, trigger),
    ...objects.flatMap((at) => [...obliquesOf(tree, at), ...obliquesOfReduced(tree, at)]),
  ];
  if (relation === 'conj' && !obliques.length) {
    const first = tree.head(trigger);
    if (first >= 0 && tree.upos(first) === 'VERB')
      obliques.push(...obliquesOf(tree, first).filter(({ at }) => at > trigger));
  }
  return {
    trigger,
    subjects: logicalSubjects(tree, trigger),
    objects,
    indirect: spread(tree, indirect),
    obliques,
    complements: [...complementsOf(tree, trigger), ...saidBefore(tree, trigger)],
    particles: particlesOf(tree, trigger),
    passive,
  };
});

/** "Chad will shut the border, the minister warned": what is said before the verb that says it completes that verb. */
export function saidBefore(tree: Tree, trigger: number): readonly number[] {
  const said = tree.head(trigger);
  if (tree.relation(trigger) !== 'parataxis' || said < 0 || said > trigger) return [];
  const speaks = tree.childIn(trigger, 'nsubj') !== null && tree.childIn(trigger, 'xcomp') === null;
  return speaks && tree.upos(said) === 'VERB' && FORETELLING.test(tree.lemma(trigger)) ? [said] : [];
}

const FORETELLING = /^(?:warn|threaten|promise|pledge|vow|vows)$/;

/** The arguments of an event noun: possessors and modifiers come later, from the phrase itself. */
export function nounClause(tree: Tree, trigger: number): Clause {
  return {
    trigger,
    subjects: predicateSubjects(tree, trigger),
    objects: [],
    indirect: [],
    obliques: [...obliquesOf(tree, trigger), ...companyBehind(tree, trigger)],
    complements: tree
      .childrenIn(trigger, 'acl', 'xcomp', 'ccomp', 'advcl')
      .filter((child) => tree.deprel(child) !== 'acl:relcl'),
    particles: [],
    passive: false,
  };
}

/** "A summit planned for June between Peru and Chile": who meets may stand behind the time that it is set for. */
function companyBehind(tree: Tree, noun: number): readonly Oblique[] {
  const setting = settingOf(tree, noun);
  if (setting === null) return [];
  return obliquesOf(tree, setting).filter(({ preposition }) => /^(?:between|with)$/.test(preposition));
}

/** Whom a predicate noun is said of: "Oman is a donor", "Oman remains the largest donor". */
function predicateSubjects(tree: Tree, noun: number): readonly number[] {
  const head = tree.head(noun);
  const copular =
    head >= 0 && /^(?:be|remain|become|stay)$/.test(tree.lemma(head)) && ['xcomp', 'obj'].includes(tree.relation(noun));
  const verb = copular ? head : tree.childIn(noun, 'cop') === null ? null : noun;
  const subjects = verb === null ? [] : tree.childrenIn(verb, 'nsubj');
  return spread(
    tree,
    subjects.filter((at) => !ABSTRACT.test(tree.lemma(at))),
  );
}

/** "One of Oman's concerns is Yemen's buildup": what is said to be something by such a word is nobody's act. */
const ABSTRACT =
  /^(?:one|concern|worry|fear|problem|issue|question|reason|point|aim|goal|priority|result|example|cause|step)$/;

/** Objects that the trigger shares with its neighbours: "killed and wounded five", "the aid they suspended". */
function borrowedObjects(tree: Tree, trigger: number, passive: boolean): readonly number[] {
  const head = tree.head(trigger);
  const deprel = tree.deprel(trigger);
  if (head < 0) return conjunctObjects(tree, trigger);
  if (deprel === 'acl' || deprel === 'amod') return passive ? [head] : [];
  if (deprel === 'acl:relcl') {
    const subject = tree.childIn(trigger, 'nsubj', 'nsubj:pass');
    const overt = subject !== null && !RELATIVE.has(tree.form(subject));
    if (overt || (passive && subject !== null)) return [head];
  }
  if (deprel === 'conj' && passive && tree.childIn(trigger, 'nsubj', 'nsubj:pass') === null) {
    return spread(tree, tree.childrenIn(head, 'nsubj:pass', 'nsubj'));
  }
  return conjunctObjects(tree, trigger);
}

function conjunctObjects(tree: Tree, trigger: number): readonly number[] {
  const next = tree.childrenIn(trigger, 'conj').find((at) => tree.upos(at) === 'VERB' && at - trigger <= 3);
  return next === undefined ? [] : spread(tree, tree.childrenIn(next, 'obj'));
}

/** Relations under which parsers hang a prepositional phrase, rightly or not. */
const PHRASAL: ReadonlySet<string> = new Set(['obl', 'nmod', 'advcl', 'ccomp', 'xcomp', 'flat', 'dep']);

/** What happened at another time has a place of its own: "cut its aid after the war in Chad". */
const ASIDE = /^(?:after|before|since|during|following|despite|because of|amid|until)$/;

/** "Signed it after talks with Spain": the company of something told of another time. */
export function isCompanyElsewhen(tree: Tree, at: number, trigger: number): boolean {
  const head = tree.head(at);
  return tree.relation(at) === 'nmod' && head >= 0 && head !== trigger && ASIDE.test(tree.preposition(head));
}

/** "... after the war in Chad": the place right behind belongs to the war, wherever the parser hangs it. */
export function isOfOtherTime(tree: Tree, at: number, trigger: number): boolean {
  const [first] = tree.childrenIn(at, 'case');
  return (
    first !== undefined &&
    first > 0 &&
    first - 1 !== trigger &&
    /^(?:in|at)$/.test(tree.form(first)) &&
    ASIDE.test(tree.preposition(first - 1))
  );
}

function obliquesOf(tree: Tree, at: number): Oblique[] {
  const found: Oblique[] = [];
  for (const child of tree.childrenOf(at)) {
    const relation = tree.relation(child);
    if (!PHRASAL.has(relation) || (relation !== 'obl' && relation !== 'nmod' && tree.upos(child) === 'VERB')) continue;
    const preposition = tree.preposition(child);
    if (!preposition || isOfOtherTime(tree, child, at)) continue;
    for (const one of tree.coordinated(child))
      found.push({ preposition: tree.preposition(one) || preposition, at: one });
    // Parsers hang "with Spain on fishing" in a chain; the second phrase mostly belongs to the trigger too, but in
    // "imposed a curfew after a raid by rebels".
    for (const inner of child > at && !ASIDE.test(preposition) ? tree.childrenIn(child, 'nmod') : []) {
      const nested = tree.preposition(inner);
      if (nested && nested !== 'of' && !isOfOtherTime(tree, inner, at))
        for (const one of tree.coordinated(inner)) found.push({ preposition: nested, at: one });
    }
  }
  return found;
}

/** "Sanctions imposed by the Council on Chad were eased": they are on Chad whoever imposed them. */
function obliquesOfReduced(tree: Tree, noun: number): Oblique[] {
  return tree
    .childrenIn(noun, 'acl')
    .filter((at) => tree.deprel(at) === 'acl' && tree.token(at).xpos === 'VBN')
    .flatMap((at) => [...obliquesOf(tree, at), ...tree.childrenIn(at, 'obl').flatMap((by) => obliquesOf(tree, by))])
    .filter(({ preposition }) => /^(?:on|upon|against)$/.test(preposition));
}

function complementsOf(tree: Tree, trigger: number): readonly number[] {
  const found: number[] = [];
  for (const child of tree.childrenOf(trigger)) {
    const relation = tree.relation(child);
    if (relation === 'xcomp' || relation === 'ccomp') found.push(child, ...tree.childrenIn(child, 'conj'));
    else if (relation === 'advcl' && completes(tree, child)) found.push(child, ...tree.childrenIn(child, 'conj'));
    else if (
      relation === 'obj' ||
      relation === 'iobj' ||
      tree.deprel(child) === 'nsubj:pass' ||
      (relation === 'obl' && CALLING.test(tree.lemma(trigger))) ||
      // "Was given a month to leave".
      (tree.deprel(child) === 'obl:unmarked' && tree.lemma(trigger) === 'give')
    ) {
      // "ordered officials to study it": some parses hang the infinitive on the object.
      found.push(...tree.childrenIn(child, 'acl').filter((at) => tree.deprel(at) === 'acl' && isInfinitive(tree, at)));
    }
  }
  return found;
}

/** "Called on all parties to respect it". */
const CALLING = /^(?:call|appeal|count|rely|prevail|depend)$/;

function particlesOf(tree: Tree, trigger: number): readonly string[] {
  return tree
    .childrenOf(trigger)
    .filter((child) => child > trigger && child - trigger <= 6 && PARTICLES.has(tree.form(child)))
    .filter((child) => ['compound', 'advmod', 'xcomp', 'obl', 'case', 'mark'].includes(tree.relation(child)))
    .map((child) => tree.form(child));
}
