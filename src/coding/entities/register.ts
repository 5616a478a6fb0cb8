// The register of a document's entities: looked up by id and by place in the text, open to later stages.
import type { Mention, MentionForm } from '../../model/analysis.ts';
import type { EntityRegister, NewEntity } from '../../model/annotations.ts';
import type { Entity } from '../../model/items.ts';
import { bySpan, contains, lengthOf, type Span, sameSpan } from '../../model/span.ts';

interface Placed {
  readonly span: Span;
  readonly id: string;
  /** Order of adding, so that equal spans keep it. */
  readonly order: number;
}

/**
 * An empty register. Ids are `e1`, `e2` ... in the order of adding, so callers add in text order for ids that follow the text.
 * Look-ups by span cost a bisection and the mentions near the place.
 */
export function createRegister(): EntityRegister {
  return new Register();
}

/** An entity with room for more mentions; `built` is dropped whenever one comes. */
interface Growing {
  readonly facts: Omit<Entity, 'mentions'>;
  /** In text order. */
  readonly mentions: Mention[];
  built: Entity | null;
}

class Register implements EntityRegister {
  private readonly entities = new Map<string, Growing>();
  private readonly byName = new Map<string, string>();
  /** In text order. */
  private placed: Placed[] = [];
  /** Those that no look-up has asked for yet. */
  private waiting: Placed[] = [];
  private longest = 0;

  all(): readonly Entity[] {
    return [...this.entities.values()].map(build).sort((a, b) => firstOf(a) - firstOf(b));
  }

  get(id: string): Entity | null {
    const growing = this.entities.get(id);
    return growing ? build(growing) : null;
  }

  at(span: Span): Entity | null {
    this.sort();
    let best: Placed | null = null;
    for (let at = this.firstFrom(span[0] + 1) - 1; at >= 0; at -= 1) {
      const place = this.placed[at];
      if (!place || place.span[0] + this.longest < span[1]) break;
      if (contains(place.span, span) && (!best || this.nearer(place, best))) best = place;
    }
    return best ? this.get(best.id) : null;
  }

  within(span: Span): readonly Entity[] {
    this.sort();
    const ids = new Set<string>();
    for (let at = this.firstFrom(span[0]); at < this.placed.length; at += 1) {
      const place = this.placed[at];
      if (!place || place.span[0] >= span[1]) break;
      if (contains(span, place.span)) ids.add(place.id);
    }
    return [...ids].flatMap((id) => this.get(id) ?? []);
  }

  add(entity: NewEntity): string {
    const key = keyOf(entity);
    const known = this.byName.get(key);
    const id = known ?? `e${this.entities.size + 1}`;
    if (known === undefined) {
      const { mentions: _, ...facts } = entity;
      const growing = {
        facts: { code: null, partOf: null, offices: [], ...facts, id },
        mentions: [],
      };
      this.entities.set(id, { ...growing, built: null });
      this.byName.set(key, id);
    }
    for (const { span, form } of entity.mentions) this.mention(id, span, form);
    return id;
  }

  mention(id: string, span: Span, form: MentionForm): void {
    const entity = this.entities.get(id);
    if (!entity) return;
    const place = placeIn(entity.mentions, span);
    const before = entity.mentions[place - 1];
    if (before && sameSpan(before.span, span)) return;
    entity.mentions.splice(place, 0, { span, form });
    entity.built = null;
    this.waiting.push({ span, id, order: this.placed.length + this.waiting.length });
    this.longest = Math.max(this.longest, lengthOf(span));
  }

  /** Whether a mention is the closer fit: shorter, or as long and of something that belongs to the other. */
  private nearer(a: Placed, b: Placed): boolean {
    const difference = lengthOf(a.span) - lengthOf(b.span);
    if (difference !== 0) return difference < 0;
    const ownerOf = (place: Placed) => this.entities.get(place.id)?.facts.partOf;
    if (ownerOf(a) === b.id) return true;
    return ownerOf(b) !== a.id && a.order < b.order;
  }

  /** Puts new mentions in their places: a few one by one, since later stages add one at a time and look up at once. */
  private sort(): void {
    if (!this.waiting.length) return;
    if (this.waiting.length <= FEW) {
      for (const one of this.waiting) this.placed.splice(placeIn(this.placed, one.span), 0, one);
    } else {
      this.placed = [...this.placed, ...this.waiting].sort((a, b) => bySpan(a.span, b.span) || a.order - b.order);
    }
    this.waiting = [];
  }

  /** Place of the first mention that begins at an offset or behind it. */
  private firstFrom(offset: number): number {
    let low = 0;
    let high = this.placed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.placed[middle]?.span[0] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** New mentions up to which each is put in its place by itself. */
const FEW = 16;

/** Where a span goes in a list in text order, behind its equals. */
function placeIn(list: readonly { readonly span: Span }[], span: Span): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = list[middle];
    if (other && bySpan(other.span, span) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function build(growing: Growing): Entity {
  growing.built ??= { ...growing.facts, mentions: [...growing.mentions] };
  return growing.built;
}

const firstOf = ({ mentions }: Entity) => mentions[0]?.span[0] ?? Number.POSITIVE_INFINITY;
const keyOf = ({ kind, name, code, partOf }: NewEntity) => `${kind}\t${code ?? name.toLowerCase()}\t${partOf ?? ''}`;
