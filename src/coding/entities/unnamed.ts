// Persons described by office only: whom the document names as the holder, or a person without a name.
import type { Chain } from '../../model/analysis.ts';
import type { EntityContext, UnnamedHolder } from './context.ts';
import { type Draft, mention, type Post } from './drafts.ts';

/** Offices that lead something: "leader" and "head" may describe the holders of any of them. */
const LEADING: ReadonlySet<string> = new Set([
  'head-of-state',
  'head-of-government',
  'organization-head',
  'royal',
  'party',
]);
const ANY_LEADER: ReadonlySet<string> = new Set(['leader', 'Head', 'Ruler']);

/**
 * Gives each description of an office to the person who holds it by the document or by the table of holders, the last one named before;
 * else makes a person of it. "Mr Guterres ... the UN chief" is one person; "the Laotian ambassador" without a name is another.
 * Descriptions that coreference resolved already are left to it.
 */
export function takeUnnamed(so: EntityContext, chains: readonly Chain[]): void {
  const resolved = new Set(
    chains.flatMap(({ type, mentions }) =>
      // The first mention is a name, or the description of somebody without one.
      type === 'PER' ? mentions.slice(1).flatMap(({ form, span }) => (form === 'nominal' ? [span[1]] : [])) : [],
    ),
  );
  const holders = holdersByOwner(so.drafts.ofKind('person'));
  for (const unnamed of so.unnamed) {
    if (resolved.has(unnamed.span[1]) && !unnamed.post.owner) continue;
    const candidates = holders.get(unnamed.post.owner) ?? [];
    const named = nearestBefore(
      unnamed,
      candidates.filter(({ post }) => sameOffice(post, unnamed.post)),
    );
    if (named && (unnamed.post.owner || unnamed.definite)) mention(named, unnamed.span, 'nominal');
    else if (unnamed.alone) mention(ownDraft(so, unnamed), unnamed.span, 'nominal');
  }
}

interface Held {
  readonly draft: Draft;
  readonly post: Post;
  readonly first: number;
}

/** Named persons by what they hold office in; under null all of them, for offices without an owner. */
function holdersByOwner(persons: readonly Draft[]): ReadonlyMap<Draft | null, readonly Held[]> {
  const index = new Map<Draft | null, Held[]>();
  for (const draft of persons) {
    const first = Math.min(...[...draft.mentions.values()].slice(0, 50).map(({ span }) => span[0]));
    for (const post of draft.posts.slice(0, 8)) {
      for (const owner of new Set([post.owner ?? draft.owner, null])) {
        const known = index.get(owner);
        if (!known) index.set(owner, [{ draft, post, first }]);
        else if (known.length < 200) known.push({ draft, post, first });
      }
    }
  }
  return index;
}

function sameOffice(held: Post, described: Post): boolean {
  if (held.office === described.office) return true;
  if (!described.owner) return false;
  if (ANY_LEADER.has(described.office)) return LEADING.has(held.rank);
  return held.rank === 'organization-head' && described.rank === 'organization-head';
}

function nearestBefore({ span, post }: UnnamedHolder, held: readonly Held[]): Draft | null {
  let best: Held | null = null;
  for (const candidate of held) {
    if (candidate.first <= span[0] && (!best || candidate.first > best.first)) best = candidate;
  }
  if (best) return best.draft;
  // "The Foreign Minister will receive the Foreign Minister of Chad, Idris Sow": whose office the text tells is another's.
  return held.find(({ post: { owner } }) => owner === null || owner === post.owner)?.draft ?? null;
}

function ownDraft(so: EntityContext, { span, post, rule }: UnnamedHolder): Draft {
  const kind = post.owner || post.rank !== 'official' ? 'person' : 'group';
  const draft = so.drafts.named(kind, so.text.slice(...span), {
    owner: post.owner,
    rule,
    why: `an office without a name (${rule})`,
  });
  draft.offices.add(post.office);
  return draft;
}
