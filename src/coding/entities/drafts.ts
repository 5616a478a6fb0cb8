// Entities while they are being found: one draft for each kind and name, with owners by draft, until ids are given.
import type { Mention, MentionForm } from '../../model/analysis.ts';
import type { EntityRegister } from '../../model/annotations.ts';
import type { EntityKind } from '../../model/items.ts';
import { bySpan, type Span } from '../../model/span.ts';
import type { EntityLexicon } from '../lexicon/entities.ts';
import type { EntityEntry } from '../lexicon/entity-entries.ts';
import { createRegister } from './register.ts';
import { spanKey } from './span-key.ts';

/** An office held, by the lexicon's name and rank, in a state, organisation or body where one is known. */
export interface Post {
  readonly office: string;
  readonly rank: string;
  readonly owner: Draft | null;
}

export interface Draft {
  readonly kind: EntityKind;
  readonly name: string;
  readonly code: string | null;
  owner: Draft | null;
  readonly offices: Set<string>;
  /** The same offices as the lexicon has them, with whose they are. */
  readonly posts: Post[];
  readonly mentions: Map<number, { readonly span: Span; readonly form: MentionForm }>;
  readonly rule: string;
  readonly why: string;
}

export class Drafts {
  private readonly byKey = new Map<string, Draft>();
  private readonly byEntry = new Map<EntityEntry, Draft>();
  private readonly byKind = new Map<EntityKind, Draft[]>();
  private readonly lexicon: EntityLexicon;
  private readonly text: string;

  constructor(lexicon: EntityLexicon, text: string) {
    this.lexicon = lexicon;
    this.text = text;
  }

  /** The draft of a kind and name, made where there is none; `owner` completes one that has none. */
  named(kind: EntityKind, name: string, facts: { owner?: Draft | null; rule: string; why: string }): Draft {
    const clean = name.replace(/\s+/g, ' ');
    return this.keyed(`${kind}\t${clean.toLowerCase()}`, { kind, name: clean, code: null, ...facts });
  }

  /** The draft of something the lexicon lists. */
  listed(entry: EntityEntry): Draft {
    const known = this.byEntry.get(entry);
    if (known) return known;
    const key = entry.code ? `state\t${entry.code}` : `${entry.kind}\t${entry.name.toLowerCase()}\t${entry.of}`;
    const owner = this.owner(entry.of, entry);
    const draft = this.keyed(key, {
      kind: entry.kind,
      name: entry.name,
      code: entry.code,
      owner,
      rule: entry.rule,
      why: `lexicon: ${entry.rule}`,
    });
    this.byEntry.set(entry, draft);
    return draft;
  }

  /** The state with a code, or the organisation, body or place with a name; null for none. */
  owner(of: string, self?: EntityEntry): Draft | null {
    if (!of) return null;
    const entry = this.lexicon.owners.get(of);
    return entry && entry !== self ? this.listed(entry) : null;
  }

  /** "The Agreement" of "the Agreement on Fisheries" is that one, whatever was called the agreement before. */
  private dropPartsOfNames(): void {
    const drafts = this.ofKind('agreement');
    const names = new Map<number, number>();
    for (const { mentions } of drafts)
      for (const { span, form } of mentions.values()) if (form === 'name') names.set(span[0], span[1]);
    for (const { mentions } of drafts) {
      for (const [key, { span, form }] of mentions) {
        const article = /^(?:the|an?)\s+/i.exec(this.text.slice(span[0], span[0] + 6))?.[0].length ?? 0;
        if (form === 'nominal' && (names.get(span[0] + article) ?? 0) > span[1]) mentions.delete(key);
      }
    }
  }

  private keyed(
    key: string,
    made: Pick<Draft, 'kind' | 'name' | 'code' | 'rule' | 'why'> & { owner?: Draft | null },
  ): Draft {
    const known = this.byKey.get(key);
    if (known) {
      known.owner ??= made.owner ?? null;
      return known;
    }
    const draft: Draft = { ...made, owner: made.owner ?? null, offices: new Set(), posts: [], mentions: new Map() };
    this.byKey.set(key, draft);
    const like = this.byKind.get(draft.kind);
    if (like) like.push(draft);
    else this.byKind.set(draft.kind, [draft]);
    return draft;
  }

  /** All drafts of a kind, in the order they were made. */
  ofKind(kind: EntityKind): readonly Draft[] {
    return this.byKind.get(kind) ?? [];
  }

  /** Gives ids in the order of first mentions. An owner that the text never mentions takes the mention of its first possession. */
  register(): EntityRegister {
    this.dropPartsOfNames();
    for (const draft of [...this.byKey.values()]) lendMention(draft);
    const ordered = [...this.byKey.values()]
      .filter(({ mentions }) => mentions.size > 0)
      .map((draft) => ({ draft, mentions: mentionsOf(draft, this.text) }))
      .sort((a, b) => bySpan(a.mentions[0]?.span ?? [0, 0], b.mentions[0]?.span ?? [0, 0]));
    const ids = new Map(ordered.map(({ draft }, at) => [draft, `e${at + 1}`]));
    const register = createRegister();
    for (const { draft, mentions } of ordered) {
      register.add({
        kind: draft.kind,
        name: draft.name,
        code: draft.code,
        partOf: draft.owner ? (ids.get(draft.owner) ?? null) : null,
        offices: [...draft.offices],
        mentions,
        rule: draft.rule,
        why: draft.why,
      });
    }
    return register;
  }
}

/** Mentions in text order; descriptions with their article, so that a whole noun phrase finds its entity. */
function mentionsOf(draft: Draft, text: string): readonly Mention[] {
  const whole = [...draft.mentions.values()].map((own) =>
    own.form === 'nominal' && draft.kind !== 'state' ? { ...own, span: withArticle(text, own.span) } : own,
  );
  return whole.sort((a, b) => bySpan(a.span, b.span));
}

function withArticle(text: string, [start, end]: Span): Span {
  const article = /(?:^|[^\p{L}])((?:the|an?)\s)$/iu.exec(text.slice(Math.max(0, start - 5), start));
  return article?.[1] ? [start - article[1].length, end] : [start, end];
}

function lendMention(draft: Draft): void {
  const { owner } = draft;
  if (draft.kind === 'place' && draft.rule.startsWith('places')) return;
  if (!owner || owner.mentions.size > 0 || draft.mentions.size === 0 || owner === draft) return;
  const first = [...draft.mentions.values()].sort((a, b) => bySpan(a.span, b.span))[0];
  if (first) mention(owner, first.span, 'nominal');
  if (owner.owner && owner.owner !== draft) lendMention(owner);
}

/** Adds a mention to a draft; a name stays a name where the same words were added before in another form. */
export function mention(draft: Draft, span: Span, form: MentionForm): void {
  const key = spanKey(span);
  const known = draft.mentions.get(key);
  if (!known || (known.form !== 'name' && form === 'name')) draft.mentions.set(key, { span, form });
}
