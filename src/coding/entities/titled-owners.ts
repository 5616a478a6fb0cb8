// Whose minister an interview is with: its headline tells the state, its text the name.
import type { EntityContext } from './context.ts';

/**
 * Gives the only person whose office the text tells without its state to the state of that office in the headline: "Interview with the
 * Foreign Minister of Chad", and below it "Foreign Minister Idris Sow answers questions".
 */
export function giveTitledOwners({ unnamed, drafts }: EntityContext): void {
  const persons = drafts.ofKind('person');
  for (const { titled, post } of unnamed) {
    if (!titled || post.owner === null) continue;
    const named = persons.filter(
      ({ owner, posts }) => owner === null && posts.some(({ office }) => office === post.office),
    );
    const [only] = named;
    if (only && named.length === 1) only.owner ??= post.owner;
  }
}
