// Refusals of a proposal that the text has just told of: "Chad proposed to amend the pact. Sudan called the move premature."
import type { Agreement, Development, DevelopmentKind, Event } from '../../model/items.ts';
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
  return agreements.map((agreement) => {
    const added = refusals.flatMap((event) => refusalOf(index, agreement, event) ?? []);
    return added.length ? { ...agreement, developments: [...agreement.developments, ...added] } : agreement;
  });
}

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

function refusalOf(index: SentenceIndex, { developments }: Agreement, event: Event): Development | null {
  const here = index.sentenceAt(event.trigger[0]);
  const proposal = developments.findLast(({ what, by, evidence }) => {
    const gap = here - index.sentenceAt(evidence[0]);
    return (
      REFUSED[what] !== undefined &&
      gap >= 0 &&
      gap <= REACH &&
      evidence[1] <= event.trigger[0] &&
      !by.some((id) => event.actor.includes(id))
    );
  });
  const what = proposal && REFUSED[proposal.what];
  if (!what || developments.some((known) => known.what === what)) return null;
  return {
    what,
    by: event.actor,
    time: event.time.value,
    evidence: event.evidence,
    rule: event.rule ?? 'answered-proposal',
    why: `REJECT of the proposal told before -> ${what}`,
  };
}
