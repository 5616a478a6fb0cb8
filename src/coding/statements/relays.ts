// Finds who passes a statement on: the outlet it was made to or printed in, and the speaker of a statement around it.
import type { Sentence } from '../../model/analysis.ts';
import type { Entity, Statement } from '../../model/items.ts';
import { contains, overlaps, piecesOf, type Span } from '../../model/span.ts';
import type { EntityLexicon } from '../lexicon/entities.ts';
import type { Attribution } from './attribution.ts';
import type { MentionIndex } from './mention-index.ts';

/** Names of outlets that no list has: "Baltic Daily News", "Gazeta.Ru". */
const OUTLET =
  /\b(?:news(?:paper)?|gazeta|times|post|daily|weekly|gazette|tribune|herald|journal|magazine|radio|television|tv|broadcasting|news agency|press agency)\b|\.(?:com|ru|org|net)$/i;

/** How far from its cue, in code units, an outlet may stand; longer "sentences" are lists. */
const REACH = 600;

export function isOutlet({ kind, name }: Entity, lexicon: EntityLexicon): boolean {
  if (kind !== 'organization') return false;
  return lexicon.owners.get(name)?.sort === 'outlet' || OUTLET.test(name);
}

/**
 * Outlets in the sentence of the cue, outside the content and the source: "told Interfax", "in an interview with the Times",
 * "said on Radio Free Asia".
 */
export function outletsAround(
  { cue, cueAt, source, content }: Attribution,
  sentences: readonly Sentence[],
  mentions: MentionIndex,
  isOutletId: (id: string) => boolean,
): readonly string[] {
  const [words] = cue;
  const whole = cueAt ? sentences[cueAt.sentence]?.span : undefined;
  if (!words || !whole) return [];
  const sentence: Span = [Math.max(whole[0], words[0] - REACH), Math.min(whole[1], words[1] + REACH)];
  const taken = [...source, ...content];
  const free = mentions.inside(sentence).filter(({ span }) => !taken.some((piece) => overlaps(piece, span)));
  return [...new Set(free.map(({ id }) => id))].filter(isOutletId);
}

/**
 * Adds to each statement that stands inside the content of another the speaker of that other, and whoever relays it:
 * "Lavrov said that Washington had warned ..." is the United States' warning by way of Lavrov. In text order.
 */
export function withOuterSpeakers<T extends Omit<Statement, 'id'>>(statements: readonly T[]): readonly T[] {
  const done: T[] = [];
  let open: { readonly statement: T; readonly end: number }[] = [];
  for (const statement of statements) {
    const anchor = piecesOf(statement.cue)[0] ?? statement.content[0];
    if (!anchor) {
      done.push(statement);
      continue;
    }
    open = open.filter(({ end }) => end > anchor[0]);
    const outer = open.findLast(({ statement: other }) =>
      other.content.some((span) => contains(span, anchor)),
    )?.statement;
    const via = outer ? [...outer.via, ...outer.speaker, ...statement.via] : statement.via;
    const relayed: T = { ...statement, via: [...new Set(via)].filter((id) => !statement.speaker.includes(id)) };
    done.push(relayed);
    open.push({ statement: relayed, end: Math.max(...statement.content.map(([, end]) => end)) });
  }
  return done;
}
