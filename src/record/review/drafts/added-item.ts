// An item that a person adds: words of a document that were missed.
import type { Kysely } from 'kysely';
import { contentHash } from '../../../intake/fingerprint.ts';
import { Fault } from '../../../model/fault.ts';
import { hull, type Span, trimSpan } from '../../../model/span.ts';
import type { Tables } from '../../schema/tables.ts';
import type { Decision, ItemKind } from '../../views.ts';
import { contentKeyOf } from '../../write/content-key.ts';
import { ADDED_RULE } from '../added-rule.ts';
import type { Anchor } from '../entry.ts';
import { NEEDED } from '../needed-fields.ts';
import { type Draft, refuse } from './draft.ts';
import { checkedFields } from './given-fields.ts';

export async function addition(
  db: Kysely<Tables>,
  { kind, document: id, evidence: marked, fields }: Extract<Decision, { what: 'add' }>,
): Promise<Pick<Draft, 'what' | 'items' | 'fields'>> {
  const document = await db.selectFrom('documents').selectAll().where('public_id', '=', id).executeTakeFirst();
  if (!document) throw new Fault('review-unknown', { what: 'document', id });
  const { text } = document;
  const evidence = trimSpan(text, marked);
  if (marked[1] > text.length) refuse(`the evidence ends after the document, which has ${text.length} characters`);
  const given = { ...DEFAULTS[kind], ...fields };
  for (const name of NEEDED[kind]) if (isNothing(given[name])) refuse(`a new ${kind} needs the field "${name}"`);
  const { evidence: _, ...rest } = given;
  const to = await checkedFields(db, kind, rest, text);
  const trigger = (to.get('trigger') ?? null) as Span | null;
  const content = to.get('content') as readonly Span[] | undefined;
  const type = (to.get('type') ?? to.get('what') ?? null) as string | null;
  const span = [...(trigger ? [trigger] : []), ...(content ?? [])].reduce(hull, evidence);
  const textHash = contentHash(text);
  const key = contentKeyOf({ kind, span, trigger, type, details: content ? { content } : {} }, textHash);
  const there = await db
    .selectFrom('items')
    .select(['id', 'rule'])
    .where('content_key', '=', key)
    .where('document', '=', document.key)
    .execute();
  const added = there.find(({ rule }) => rule === ADDED_RULE);
  if (added) refuse(`there is already ${added.id}, which a person added at these words; correct that one`);
  const anchor: Anchor = {
    key,
    kind,
    type,
    text: textHash,
    document: document.id,
    span,
    words: text.slice(...span),
    trigger,
    triggerWords: trigger && text.slice(...trigger),
    twin: there.length,
    twins: there.length + 1,
    rule: ADDED_RULE,
    version: document.reader_version,
  };
  const changes = [...to].map(([name, value]) => [name, { from: null, to: value }] as const);
  return { what: 'added', items: [anchor], fields: Object.fromEntries(changes) };
}

/** A list of nobody says as little as none. */
const isNothing = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

const DEFAULTS: Readonly<Record<ItemKind, Readonly<Record<string, unknown>>>> = {
  event: { modality: 'actual' },
  statement: { form: 'indirect' },
  meeting: { state: 'held' },
  development: {},
  obligation: {},
  activity: {},
  position: {},
};
