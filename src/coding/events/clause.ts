// What a trigger governs: logical subjects and objects, prepositional phrases, complements, in any voice.
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
  'up down off out in back away on over apart forward together aside through around free'.split(' '),
);
const RELATIVE: ReadonlySet<string> = new Set(['that', 'which', 'who', 'whom', 'whose']);

/** The arguments of a verb or predicative adjective. */
export function verbClause(tree: Tree, trigger: number): Clause {
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
  const obliques = [...obliquesOf(tree, trigger), ...objects.flatMap((at) => obliquesOf(tree, at))];
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
    complements: complementsOf(tree, trigger),
    particles: particlesOf(tree, trigger),
    passive,
  };
}

/** The arguments of an event noun: possessors and modifiers come later, from the phrase itself. */
export function nounClause(tree: Tree, trigger: number): Clause {
  return {
    trigger,
    subjects: predicateSubjects(tree, trigger),
    objects: [],
    indirect: [],
    obliques: obliquesOf(tree, trigger),
    complements: tree
      .childrenIn(trigger, 'acl', 'xcomp', 'ccomp', 'advcl')
      .filter((child) => tree.deprel(child) !== 'acl:relcl'),
    particles: [],
    passive: false,
  };
}

/** Whom a predicate noun is said of: "Oman is a donor", "Oman remains the largest donor". */
function predicateSubjects(tree: Tree, noun: number): readonly number[] {
  const head = tree.head(noun);
  const copular =
    head >= 0 && /^(?:be|remain|become|stay)$/.test(tree.lemma(head)) && ['xcomp', 'obj'].includes(tree.relation(noun));
  const verb = copular ? head : tree.childIn(noun, 'cop') === null ? null : noun;
  return verb === null ? [] : spread(tree, tree.childrenIn(verb, 'nsubj'));
}

/** Whether a participle stands for what is done to its subject: "was expelled", "the aid suspended in May". */
export function isPassive(tree: Tree, at: number): boolean {
  if (tree.childIn(at, 'aux:pass') !== null) return true;
  if (tree.token(at).xpos !== 'VBN') return false;
  if (tree.childIn(at, 'nsubj:pass') !== null) return true;
  if (tree.deprel(at) === 'acl' && isLostRoot(tree, at)) return false;
  return ['acl', 'advcl', 'amod'].includes(tree.deprel(at)) && tree.childIn(at, 'obj', 'aux', 'nsubj') === null;
}

/** "Ana Torres, a former mayor, called for ...": a parse that makes the name the root and the verb its participle. */
function isLostRoot(tree: Tree, at: number): boolean {
  const head = tree.head(at);
  return head >= 0 && tree.head(head) < 0 && tree.upos(head) === 'PROPN' && at > 0 && tree.form(at - 1) === ',';
}

/** A phrase's head with those coordinated with it, for each of some heads. */
function spread(tree: Tree, heads: readonly number[]): readonly number[] {
  return heads.flatMap((at) => tree.coordinated(at));
}

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

function obliquesOf(tree: Tree, at: number): Oblique[] {
  const found: Oblique[] = [];
  for (const child of tree.childrenOf(at)) {
    const relation = tree.relation(child);
    if (
      relation !== 'obl' &&
      relation !== 'nmod' &&
      relation !== 'advcl' &&
      relation !== 'ccomp' &&
      relation !== 'xcomp'
    )
      continue;
    if (relation !== 'obl' && relation !== 'nmod' && tree.upos(child) === 'VERB') continue;
    const preposition = tree.preposition(child);
    if (!preposition) continue;
    for (const one of tree.coordinated(child))
      found.push({ preposition: tree.preposition(one) || preposition, at: one });
    // Parsers hang "with Spain on fishing" in a chain; the second phrase mostly belongs to the trigger too.
    for (const inner of child > at ? tree.childrenIn(child, 'nmod') : []) {
      const nested = tree.preposition(inner);
      if (nested && nested !== 'of')
        for (const one of tree.coordinated(inner)) found.push({ preposition: nested, at: one });
    }
  }
  return found;
}

function complementsOf(tree: Tree, trigger: number): readonly number[] {
  const found: number[] = [];
  for (const child of tree.childrenOf(trigger)) {
    const relation = tree.relation(child);
    if (relation === 'xcomp' || relation === 'ccomp') found.push(child, ...tree.childrenIn(child, 'conj'));
    else if (relation === 'advcl' && completes(tree, child)) found.push(child, ...tree.childrenIn(child, 'conj'));
    else if (relation === 'obj' || relation === 'iobj' || tree.deprel(child) === 'nsubj:pass') {
      // "ordered officials to study it": some parses hang the infinitive on the object.
      found.push(...tree.childrenIn(child, 'acl').filter((at) => tree.deprel(at) === 'acl' && isInfinitive(tree, at)));
    }
  }
  return found;
}

export function isInfinitive(tree: Tree, at: number): boolean {
  return tree.childrenIn(at, 'mark').some((mark) => tree.form(mark) === 'to');
}

/** An infinitive, or a gerund after "of", "from", "for" or "against": "barred from entering". */
function completes(tree: Tree, at: number): boolean {
  if (isInfinitive(tree, at)) return true;
  if (tree.token(at).xpos !== 'VBG') return false;
  // "apart from sending" adds an act of its own.
  if (
    tree
      .childrenIn(at, 'mark', 'case')
      .some((mark) => mark > 0 && /^(?:apart|aside|far|away)$/.test(tree.form(mark - 1)))
  )
    return false;
  return tree
    .childrenIn(at, 'mark', 'case')
    .some((mark) => /^(?:of|from|for|against|into|in|to)$/.test(tree.form(mark)));
}

function particlesOf(tree: Tree, trigger: number): readonly string[] {
  return tree
    .childrenOf(trigger)
    .filter((child) => child > trigger && child - trigger <= 6 && PARTICLES.has(tree.form(child)))
    .filter((child) => ['compound', 'advmod', 'xcomp', 'obl', 'case', 'mark'].includes(tree.relation(child)))
    .map((child) => tree.form(child));
}

/**
 * Who does what the trigger says: its subject, the agent of a passive, or the subject it shares with the clause
 * above ("agreed to send", "met the king and left", "Speaking in Riga, he said"; "the troops that entered").
 */
export function logicalSubjects(tree: Tree, trigger: number, depth = 0): readonly number[] {
  const passive = isPassive(tree, trigger);
  if (passive) return agents(tree, trigger);
  const own = tree.childrenIn(trigger, 'nsubj', 'csubj');
  const head = tree.head(trigger);
  const deprel = tree.deprel(trigger);
  if (own.length) {
    const [first = trigger] = own;
    if (deprel === 'acl:relcl' && RELATIVE.has(tree.form(first)) && head >= 0) return tree.coordinated(head);
    return spread(tree, own);
  }
  if (head < 0 || depth > 12) return [];
  if (deprel === 'conj' || deprel === 'parataxis') return subjectsAbove(tree, head, depth);
  if (deprel === 'xcomp' || deprel === 'advcl' || deprel === 'ccomp' || deprel === 'root') {
    const controlled =
      deprel !== 'ccomp' && (deprel === 'xcomp' || completes(tree, trigger)) ? objectControl(tree, head) : [];
    return controlled.length ? controlled : subjectsAbove(tree, head, depth);
  }
  if (deprel === 'acl') {
    if (tree.upos(head) === 'VERB') return subjectsAbove(tree, head, depth);
    return isInfinitive(tree, trigger) ? holders(tree, head, depth) : tree.coordinated(head);
  }
  if (deprel === 'acl:relcl') return tree.coordinated(head);
  return [];
}

function subjectsAbove(tree: Tree, head: number, depth: number): readonly number[] {
  if (tree.upos(head) !== 'NOUN' && tree.upos(head) !== 'PROPN') {
    if (!isPassive(tree, head)) return logicalSubjects(tree, head, depth + 1);
    // "was forced to withdraw": the passive's subject does what the infinitive says.
    const subjects = spread(tree, tree.childrenIn(head, 'nsubj:pass', 'nsubj'));
    return subjects.length ? subjects : logicalSubjects(tree, head, depth + 1);
  }
  return spread(tree, tree.childrenIn(head, 'nsubj'));
}

const OBJECT_CONTROL =
  /^(?:ask|urge|order|force|allow|permit|tell|press|pressure|persuade|convince|compel|help|let|make|enable|encourage|request|instruct|invite|command|direct|require|want|expect|oblige|send|warn|see|push|call|get|lead|ban|bar|prevent|stop|block|accuse|authori[sz]e|deploy)$/;

function objectControl(tree: Tree, head: number): readonly number[] {
  if (!OBJECT_CONTROL.test(tree.lemma(head))) return [];
  return spread(tree, tree.childrenIn(head, 'obj', 'iobj'));
}

/** Whose decision, plan or refusal it is: "Egypt's decision to close", "the president took the decision to close". */
function holders(tree: Tree, noun: number, depth: number): readonly number[] {
  const possessors = spread(
    tree,
    tree
      .childrenIn(noun, 'nmod:poss', 'compound', 'amod')
      .filter((at) => tree.relation(at) === 'nmod' || /^\p{Lu}/u.test(tree.text.slice(...tree.span(at)))),
  );
  if (possessors.length) return possessors;
  const by = tree.childrenIn(noun, 'nmod').filter((at) => /^(?:by|from|of)$/.test(tree.preposition(at)));
  if (by.length) return spread(tree, by);
  const verb = tree.head(noun);
  return verb >= 0 && tree.upos(verb) === 'VERB' ? logicalSubjects(tree, verb, depth + 1) : [];
}

/** The by-phrase of a passive, also where the parse hangs it on the infinitive: "was asked to do so by the bank". */
function agents(tree: Tree, trigger: number): readonly number[] {
  const under = [trigger, ...tree.childrenIn(trigger, 'xcomp')];
  const by = under.flatMap((at) =>
    tree
      .childrenIn(at, 'obl')
      .filter((child) => tree.deprel(child) === 'obl:agent' || tree.preposition(child) === 'by'),
  );
  return spread(tree, by);
}

const TIME_NOUN =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tomorrow|day|week|month|year|time|night|morning|evening|hour|moment|weekend|decade|minute|\d+)$/;

/** Nominals that hang on a verb without a preposition under a relation that no nominal has there: misread arguments. */
function unmarked(tree: Tree, trigger: number): readonly number[] {
  return tree
    .childrenIn(trigger, 'obl', 'nmod', 'flat', 'nmod:desc', 'dep', 'compound', 'dislocated', 'vocative')
    .filter((at) => tree.deprel(at) !== 'compound:prt' && !tree.deprel(at).endsWith(':unmarked'))
    .filter((at) => (tree.upos(at) === 'PROPN' || tree.upos(at) === 'NOUN') && tree.childIn(at, 'case') === null)
    .filter((at) => !TIME_NOUN.test(tree.form(at)));
}

/**
 * The words before a finite verb that has lost its subject to the phrase in front of it:
 * "After talks on Cyprus, Greece and Malta signed" with Greece hung on Cyprus.
 */
export function lostSubjects(tree: Tree, trigger: number): readonly number[] {
  if (
    (!/^VB[DZP]$/.test(tree.token(trigger).xpos) && tree.childIn(trigger, 'aux') === null) ||
    !['root', 'ccomp', 'parataxis'].includes(tree.relation(trigger))
  )
    return [];
  const misread = unmarked(tree, trigger)
    .filter((at) => at < trigger)
    .at(-1);
  if (misread !== undefined) return tree.coordinated(misread);
  let at = trigger - 1;
  while (at >= 0 && ['AUX', 'ADV', 'PART'].includes(tree.upos(at))) at -= 1;
  if (at < 0 || !['PROPN', 'NOUN', 'PRON'].includes(tree.upos(at))) return [];
  const joined = tree.childrenIn(at, 'cc').length > 0;
  const head = tree.head(at);
  const before =
    joined && head >= 0 ? [head, ...tree.childrenIn(head, 'conj')].filter((place) => place < at).at(-1) : undefined;
  return before === undefined ? [at] : [before, at];
}
