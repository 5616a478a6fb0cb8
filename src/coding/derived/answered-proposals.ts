// Refusals of a proposal that the text has just told of: "Chad proposed to amend the pact. Sudan called the move premature."
import type { Agreement, Development, DevelopmentKind, Event } from '../../model/items.ts';
import { datedBy } from './dated-by.ts';
import type { DerivedInput } from './input.ts';
import type { SentenceIndex } from './sentence-index.ts';

/** Words for a proposal told before, with an article or demonstrative. */
const PROPOSAL = /^(?:move|step|proposal|idea|demand|request|initiative|change|update|revision|suggestion|call|plan)$/;
const DEFINITE = /^(?:the|this|that|such)$/;
/** Sentences between a proposal and its refusal. */
const REACH = 2;

/** What refusing each kind of proposal is. */
const REFUSED: Readonly<Partial<Record<DevelopmentKind, DevelopmentKind>>> = {
  'amendment-proposed': 'amendment-rejected',
  proposed: 'rejected',
};

/** The agreements with the refusals that speak only of "the move" or "this idea". */
export function withRefusals(
  so: DerivedInput,
  index: SentenceIndex,
  agreements: readonly Agreement[],
): readonly Agreement[] {
  const refusals = so.events.filter(
    (event) => event.type === 'REJECT' && event.modality === 'actual' && isOfProposal(index, event),
  );
  if (!refusals.length) return agreements;
  const proposals = bySentence(index, agreements);
  const added = new Map<string, Development>();
  for (const event of refusals) {
    const here = index.sentenceAt(event.trigger[0]);
    for (let sentence = here; sentence >= here - REACH; sentence -= 1) {
      const told = (proposals.get(sentence) ?? []).find(({ development }) => isAnothers(development, event));
      if (!told) continue;
      const what = REFUSED[told.development.what];
      if (what && !added.has(told.entity) && !told.known.has(what)) added.set(told.entity, refusal(what, event));
      break;
    }
  }
  return agreements.map((agreement) => {
    const development = added.get(agreement.entity);
    return development ? { ...agreement, developments: [...agreement.developments, development] } : agreement;
  });
}

/** A proposal about an agreement, with the kinds of development that are told of it already. */
interface Told {
  readonly entity: string;
  readonly development: Development;
  readonly known: ReadonlySet<DevelopmentKind>;
}

function bySentence(index: SentenceIndex, agreements: readonly Agreement[]): ReadonlyMap<number, readonly Told[]> {
  const found = new Map<number, Told[]>();
  for (const { entity, developments } of agreements) {
    const known = new Set(developments.map(({ what }) => what));
    for (const development of developments.filter(({ what }) => REFUSED[what] !== undefined)) {
      const sentence = index.sentenceAt(development.evidence[0]);
      found.set(sentence, [...(found.get(sentence) ?? []), { entity, development, known }]);
    }
  }
  return found;
}

const isAnothers = ({ by, evidence }: Development, { actor, trigger }: Event): boolean =>
  evidence[1] <= trigger[0] && !by.some((id) => actor.includes(id));

/** Whether what an event refuses is only called a move or an idea. */
function isOfProposal(index: SentenceIndex, event: Event): boolean {
  const placed = index.place(event.trigger);
  if (!placed) return false;
  const { tree, at } = placed;
  const heads = [at, tree.head(at)].filter((head) => head >= 0);
  return heads
    .flatMap((head) => tree.childrenIn(head, 'obj', 'nsubj', 'nsubj:pass'))
    .some(
      (noun) =>
        PROPOSAL.test(tree.lemma(noun)) &&
        tree.childIn(noun, 'nmod', 'acl') === null &&
        tree.childrenIn(noun, 'det').some((child) => DEFINITE.test(tree.form(child))),
    );
}

function refusal(what: DevelopmentKind, event: Event): Development {
  return {
    what,
    by: event.actor,
    ...datedBy(event.time),
    evidence: event.evidence,
    grounds: [event.id],
    rule: event.rule ?? 'answered-proposal',
    why: `REJECT of the proposal told before -> ${what}`,
  };
}
