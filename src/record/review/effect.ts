// What the decisions about one telling come to.
import type { ReviewState } from '../views.ts';
import type { Anchor, ReviewEntry } from './entry.ts';
import { FIELDS } from './fields.ts';

export interface Effect {
  readonly review: ReviewState;
  /** New values by field. */
  readonly fields: ReadonlyMap<string, unknown>;
  /** The entry that rejected it: tellings rejected together stay together. */
  readonly rejectedBy: string | null;
  /** Whether a person added it. */
  readonly added: boolean;
  /** Whether what it rests on was corrected in a way that it cannot follow, so that a person is to look at it again. */
  readonly shaken: boolean;
}

export const NO_EFFECT: Effect = {
  review: 'machine',
  fields: new Map(),
  rejectedBy: null,
  added: false,
  shaken: false,
};

/** A decision that holds, with the anchor by which it means the telling. */
export interface Ruling {
  readonly entry: ReviewEntry;
  readonly anchor: Anchor;
  /** How far the words have moved since, in a text that is another one now. */
  readonly moved?: number;
}

/**
 * The last word counts, field by field. A rejected item that is accepted or corrected later is back; one that was
 * corrected and is accepted later stays corrected, since it is not what the reader had.
 * @param rulings in the order in which they apply
 */
export function effectOf(rulings: readonly Ruling[]): Effect {
  const fields = new Map<string, unknown>();
  let added = false;
  let decided = false;
  let rejectedBy: string | null = null;
  for (const { entry, anchor, moved = 0 } of rulings) {
    if (entry.what === 'rejected') rejectedBy = entry.id;
    else if (entry.what === 'added' || entry.what === 'corrected' || entry.what === 'accepted') {
      rejectedBy = null;
      decided = true;
      added ||= entry.what === 'added';
      for (const [name, { to }] of Object.entries(entry.fields)) {
        if (!isOfWords(anchor, name)) fields.set(name, to);
        else if (anchor === entry.items[0]) fields.set(name, moved === 0 ? to : movedPlaces(to, moved));
      }
    }
  }
  const review = rejectedBy ? 'rejected' : added ? 'added' : fields.size > 0 ? 'corrected' : null;
  return { review: review ?? (decided ? 'accepted' : 'machine'), fields, rejectedBy, added, shaken: false };
}

const OF_WORDS: ReadonlySet<string> = new Set(['content', 'cue', 'source', 'agenda', 'outcome', 'figures']);

/** Whether a field holds places in one document, which mean nothing in the other documents that tell the item. */
export function isOfWords({ kind }: Pick<Anchor, 'kind'>, name: string): boolean {
  const place = FIELDS[kind][name]?.place.in;
  return place === 'words' || place === 'trigger' || OF_WORDS.has(name);
}

/** Spans, lists of spans and figures, as far along in the text as their item has moved. */
function movedPlaces(value: unknown, by: number): unknown {
  if (!Array.isArray(value)) {
    return typeof value === 'object' && value !== null && 'span' in value
      ? { ...value, span: movedPlaces(value.span, by) }
      : value;
  }
  return value.map((part) => (typeof part === 'number' ? part + by : movedPlaces(part, by)));
}

/** An effect on top of another one. */
export function onTop(under: Effect, over: Effect): Effect {
  const fields = new Map([...under.fields, ...over.fields]);
  if (over.review === 'rejected' || over.review === 'added') return { ...over, fields };
  const own = over.review !== 'machine';
  if (!own) return under;
  return { ...over, review: fields.size > 0 ? 'corrected' : over.review, fields };
}
