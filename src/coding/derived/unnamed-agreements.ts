// Agreements that have no name but are signed, struck, proposed or refused: "a deal on grain exports".
import type { Event } from '../../model/items.ts';
import type { Tree } from '../events/tree.ts';
import type { DerivedInput } from './input.ts';
import { matterName } from './matter-name.ts';
import type { SentenceIndex } from './sentence-index.ts';

/** Nouns for an agreement, or for the proposal of one, that a text may leave without a name. */
const DOCUMENTS =
  /^(?:agreement|deal|treaty|accord|pact|memorandum|protocol|convention|proposal|declaration|truce|charter|plan|list|initiative|package|programme|program)$/;
const MAKING: ReadonlySet<Event['type']> = new Set(['AGREE', 'SUPPORT', 'REQUEST', 'REJECT']);

/** Adds to the register the agreements without a name that events make, each where it is made. */
export function nameAgreements(so: DerivedInput, index: SentenceIndex): void {
  for (const event of so.events) {
    const placed = MAKING.has(event.type) && event.modality !== 'negated' ? index.place(event.trigger) : null;
    if (!placed) continue;
    const { tree, at } = placed;
    for (const noun of [...tree.childrenIn(at, 'obj', 'nsubj:pass'), ...agreedTo(tree, at)]) {
      if (!DOCUMENTS.test(tree.lemma(noun)) || isNamed(so, tree, noun)) continue;
      const named = nameFor(so, tree, noun, event);
      if (!named) continue;
      const mentions = [{ span: named.span, form: 'nominal' as const }];
      so.register.add({ kind: 'agreement', name: named.name, mentions, rule: 'agreement-made' });
    }
  }
}

/** "Agreed to the harbour plan", "objected to it": what no object names. */
const agreedTo = (tree: Tree, verb: number): readonly number[] =>
  /^(?:agree|consent|object)$/.test(tree.lemma(verb))
    ? tree.childrenIn(verb, 'obl').filter((child) => tree.preposition(child) === 'to')
    : [];

/**
 * By the noun's own words, or the purpose behind it, else by what the event is about ("deal on grain") and its sides
 * ("deal between Peru and Chile"); null for a bare noun without any.
 */
function nameFor(so: DerivedInput, tree: Tree, noun: number, event: Event): ReturnType<typeof matterName> {
  const own = matterName(tree, noun);
  if (own) return own;
  const sides = event.actor.flatMap((id) => so.register.get(id)?.name ?? []);
  const topic = event.about.map((id) => so.register.get(id)).find((entity) => entity?.kind === 'issue');
  if (sides.length < 2 && !topic) return null;
  const between = sides.length < 2 ? '' : ` between ${sides.slice(0, -1).join(', ')} and ${sides.at(-1)}`;
  return {
    name: `${tree.lemma(noun)}${between}${topic ? ` on ${fullestName(so, topic.id)}` : ''}`,
    span: tree.span(noun),
  };
}

/** An issue with the owner that the text gives it: "Chad's gold mines" for gold mines. */
function fullestName(so: DerivedInput, id: string): string {
  const entity = so.register.get(id);
  const mentions = entity?.mentions.map(({ span }) => so.document.text.slice(...span).replace(/\s+/g, ' ')) ?? [];
  const name = entity?.name ?? '';
  return mentions.find((words) => /^\p{Lu}/u.test(words) && words.endsWith(` ${name}`)) ?? name;
}

/** Whether a phrase holds the mention of an agreement that the register knows, also behind "for": "the plan for a new pact". */
function isNamed(so: DerivedInput, tree: Tree, noun: number): boolean {
  const beside = tree
    .childrenIn(tree.head(noun), 'obl', 'nmod')
    .filter((child) => child > noun && child - noun < 10 && /^(?:for|of|on)$/.test(tree.preposition(child)));
  const words = [...tree.subtree(noun, 40), ...beside.flatMap((child) => tree.phrase(child))];
  const inside = so.register.within(tree.hullOf(words));
  return [so.register.at(tree.span(noun)), ...inside].some((entity) => entity?.kind === 'agreement');
}
