// Names what an event is about when no lexicon knows it: "host the base" of "refused to host the base".
import type { Span } from '../../model/span.ts';
import type { Tree } from '../events/tree.ts';

/** Nouns that only carry what follows: "a wish to settle", "no plans to deploy". */
const CARRIERS = /^(?:wish|willingness|readiness|desire|intention|plan|offer|decision|request|proposal|demand|call)$/;
const LONGEST = 12;

/** The words that name a matter, with their place in the text. */
export interface MatterName {
  readonly name: string;
  readonly span: Span;
}

/**
 * The name of the matter headed at a place, without the words that only bind it; null for a bare verb or nothing.
 * @param deed whether the word does the matter itself ("sent 40 engineers"), so that a finite verb may name it
 */
export function matterName(tree: Tree, head: number, deed = false): MatterName | null {
  const inner = CARRIERS.test(tree.lemma(head)) ? tree.childrenIn(head, 'acl')[0] : undefined;
  const start = inner ?? head;
  // "asked for a voice", "sent no troops": a finite clause is a report, and names nothing.
  if (!deed && /^VB[DNPZ]$/.test(tree.token(start).xpos)) return null;
  const words = tree
    .subtree(start, 40)
    .filter((at) => at >= start - 5 && !(tree.upos(start) === 'VERB' && at < start))
    .sort((a, b) => a - b);
  const kept: number[] = [];
  for (const at of words) {
    const relation = tree.relation(at);
    if (kept.length >= LONGEST || (kept.length && at - (kept.at(-1) ?? at) > 1)) break;
    if (!kept.length && ['mark', 'case', 'det', 'punct', 'cc'].includes(relation)) continue;
    if (kept.length && (relation === 'punct' || tree.deprel(at) === 'acl:relcl' || relation === 'cc')) break;
    kept.push(at);
  }
  while (kept.length && ['ADP', 'DET', 'PRON', 'SCONJ', 'PART', 'AUX'].includes(tree.upos(kept.at(-1) ?? 0)))
    kept.pop();
  const bare = kept.length === 1 && tree.upos(start) !== 'PROPN';
  if (!kept.length || bare) return null;
  const span = tree.hullOf(kept);
  return { name: tree.text.slice(...span).replace(/\s+/g, ' '), span };
}
