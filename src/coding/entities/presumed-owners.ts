// Whose minister is meant where the text does not say: "Chad denied the charge. Defence Minister Idris Sow said ...".
import type { Name } from '../../model/analysis.ts';
import type { Draft } from './drafts.ts';
import type { Anchor, EntitySentence } from './entity-sentence.ts';

/** Offices that only states have. */
const OF_STATES = new Set(['head-of-state', 'head-of-government', 'foreign', 'defence', 'minister']);

/** Remembers which state each sentence opens with, for the ministers that the next one opens with. */
export class PresumedOwners {
  private readonly owners = new Map<Draft, Draft>();
  private opening: { readonly sentence: number; readonly state: Draft } | null = null;

  /** Notes the state that a sentence of prose opens with as its subject. */
  note({ view, passage, anchors }: EntitySentence): void {
    if (passage !== 'body') return;
    const [first] = view.atoms;
    const anchor: Anchor | null = first ? anchors.startingAt(first.start) : null;
    const relation = view.tokens[view.tokenOf[0] ?? -1]?.deprel;
    if (anchor?.draft.kind === 'state' && !anchor.adjectival && relation === 'nsubj')
      this.opening = { sentence: view.index, state: anchor.draft };
  }

  /** Notes that a sentence opens with a named minister of no state: he is of the one that the sentence before opened with. */
  presume({ view, passage }: EntitySentence, draft: Draft, { title }: Name, rank: string): void {
    if (!this.opening || passage !== 'body' || !title || !OF_STATES.has(rank) || this.owners.has(draft)) return;
    if (draft.mentions.size > 1 || title[0] !== view.atoms[0]?.start || this.opening.sentence !== view.index - 1)
      return;
    this.owners.set(draft, this.opening.state);
  }

  /** Gives those for whom nothing else tells an owner the presumed one. */
  settle(): void {
    for (const [draft, state] of this.owners) draft.owner ??= state;
  }
}
