// "Condemned the kidnapping of four sailors", "welcomed the entry into force of the pact": a deed that is judged names by "of" whom or
// what it befell. Whom the judgement is for is its doer, where the words tell one.
import type { Clause } from './clause.ts';
import type { Tree } from './tree.ts';

/** Deeds with the one who suffers, or the thing done, behind "of". */
const BEFALLING =
  /^(?:abduction|adoption|annexation|arrest|assassination|bombardment|bombing|capture|closure|completion|conclusion|construction|creation|deaths?|delivery|deployment|desecration|destruction|detention|downing|entry|establishment|evacuation|execution|expulsion|extension|finali[sz]ation|hijacking|hosting|implementation|imprisonment|inauguration|invasion|kidnapping|killing|launch|launching|lifting|loss|massacre|murder|occupation|opening|persecution|poisoning|ratification|recruitment|release|removal|resumption|return|sabotage|seizure|shelling|shooting|signature|signing|sinking|slaughter|start|storming|suspension|taking|targeting|torture|trafficking|transfer|trial|use)$/;

/** Whether a noun is for such a deed. */
export const isBefalling = (lemma: string): boolean => BEFALLING.test(lemma);

/** Whom a judgement of some deeds is for, by the place of each deed's noun; see `judgedDeeds`. */
export interface JudgedDeeds {
  /** Whether a place stands in the phrase of a deed. */
  readonly holds: (at: number) => boolean;
  /** Whether the phrase of a place holds a deed: "concern at the seizure of". */
  readonly isAbout: (at: number) => boolean;
  /** Places of those who did them: "Iran's seizure of", "a bombing by rebels", "the Danish return of". */
  readonly doers: readonly number[];
}

/** The deeds among what a judgement is about; null where there are none. */
export function judgedDeeds(tree: Tree, { objects, obliques }: Clause): JudgedDeeds | null {
  const nouns = [...objects, ...obliques.filter(({ preposition }) => ABOUT.test(preposition)).map(({ at }) => at)];
  const deeds = nouns.filter(
    (at) => tree.upos(at) === 'NOUN' && ((BEFALLING.test(tree.lemma(at)) && hasVictim(tree, at)) || isStruck(tree, at)),
  );
  if (!deeds.length) return null;
  const within = new Set(deeds.flatMap((at) => tree.subtree(at, 60)));
  const above = (at: number) => deeds.some((deed) => [...tree.ancestors(deed, 4)].includes(at));
  return { holds: (at) => within.has(at), isAbout: above, doers: deeds.flatMap((at) => doersOf(tree, at)) };
}

const ABOUT = /^(?:with|at|over|about|by|on|for|of|in)$/;

/** "The return of the islands", "the entry into force"; a bare "use" or "death" is not looked into. */
const hasVictim = (tree: Tree, at: number): boolean =>
  tree.childrenIn(at, 'nmod').some((child) => /^(?:of|into|in)$/.test(tree.preposition(child)));

/** Deeds with their doer behind "of", and whom or where they strike behind "on", "against" or "in": "the war in Chad". */
const STRIKING = /^(?:aggression|assault|attack|offensive|raid|strike|violence|war)$/;
const isStruck = (tree: Tree, at: number): boolean =>
  STRIKING.test(tree.lemma(at)) &&
  tree.childrenIn(at, 'nmod').some((child) => /^(?:on|against|in)$/.test(tree.preposition(child))) &&
  tree.childrenIn(at, 'nmod').every((child) => tree.preposition(child) !== 'of');

/** "Denounced the detention of reporters in Chad": who holds people is the state that they are held in. */
const CUSTODY = /^(?:arrest|detention|execution|imprisonment|persecution|torture|trial)$/;

function doersOf(tree: Tree, deed: number): readonly number[] {
  const before = tree
    .childrenIn(deed, 'nmod:poss', 'amod', 'compound')
    .filter((at) => tree.relation(at) === 'nmod' || /^\p{Lu}/u.test(tree.text.slice(...tree.span(at))));
  const behind = tree.phrase(deed, 30).filter((at) => at > deed && tree.preposition(at) === 'by');
  const told = [...before, ...behind];
  if (told.length || !CUSTODY.test(tree.lemma(deed))) return told.flatMap((at) => tree.coordinated(at));
  return tree.phrase(deed, 30).filter((at) => tree.preposition(at) === 'in' && tree.upos(at) === 'PROPN');
}
