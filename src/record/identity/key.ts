// What makes two documents mean the same by an entity: one string, made from the entity and its document alone.
import type { Document } from '../../model/document.ts';
import type { Entity } from '../../model/items.ts';
import { hashOf } from '../hash.ts';
import { foldName, foldPerson } from './fold.ts';
import { type Holding, holderOf } from './holders.ts';
import { jointName, partiesOf } from './named-parties.ts';

/** Kinds whose names say little without the state or organisation they belong to: "Foreign Ministry", "officials". */
const NAMED_BY_OWNER: ReadonlySet<Entity['kind']> = new Set(['body', 'group']);

/**
 * The identity of every entity of a reading, by its id there. States are named by their code; persons by their full
 * name, or by surname and state where the document has no more; bodies and groups by name and owner; the rest by name.
 * What has two parties in its name belongs to both. A person without a name is whoever held the office when the document
 * was published, by the table of office holders; "the ambassador", of whom it knows nothing, is somebody else in every document.
 *
 * Example: "the Russian Foreign Ministry" and "the Foreign Ministry" (of Russia) are both `body|foreign ministry|state|RUS`.
 */
export function identitiesOf(
  entities: readonly Entity[],
  document: Pick<Document, 'id' | 'text'>,
  published: string | null = null,
): ReadonlyMap<string, string> {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const parties = partiesOf(entities, document.text);
  return new Map(
    entities.map((entity) => [
      entity.id,
      jointIdentity(entity, parties) ?? identityOf(entity, ownerOf(entity, byId), document, published),
    ]),
  );
}

/** Kinds of what two sides may have together: councils, treaties, exercises. */
const JOINT_KINDS: ReadonlySet<Entity['kind']> = new Set(['body', 'agreement', 'activity']);

/** Stands for the owner in the identity of what belongs to both sides. */
const BOTH = '*';

export const isJoint = (identity: string): boolean => identity.endsWith(`|${BOTH}`);

/** Of what has both sides in its name, whomever the document counts it to; null for everything else. */
function jointIdentity({ kind, name }: Entity, parties: ReadonlyMap<string, string>): string | null {
  const joint = JOINT_KINDS.has(kind) ? jointName(name, parties) : null;
  if (joint === null) return null;
  return NAMED_BY_OWNER.has(kind) ? `${kind}|${joint}|${BOTH}` : `${kind}|${joint}`;
}

/** Begins the identity of everybody who is known by name, and of nobody else. */
export const NAMED_PERSON = 'person|';

/** The state or organisation at the top of `partOf`, null where there is none; a circle counts as none. */
export function ownerOf(entity: Entity, byId: ReadonlyMap<string, Entity>): Entity | null {
  let owner: Entity | null = null;
  let next = entity.partOf;
  for (let steps = 0; next !== null && steps < 8; steps += 1) {
    const above = byId.get(next);
    if (!above || above === entity) break;
    owner = above;
    next = above.partOf;
  }
  return owner;
}

function identityOf(
  entity: Entity,
  owner: Entity | null,
  { id, text }: Pick<Document, 'id' | 'text'>,
  published: string | null,
): string {
  const { kind, name, code } = entity;
  if (kind === 'state' && code) return `state|${code}`;
  if (kind === 'person') {
    const folded = foldPerson(name);
    const held = isNameless(entity) ? holdingOf(entity, owner, published) : null;
    if (held?.kind === 'held') return NAMED_PERSON + foldPerson(held.person);
    if (held) return `person of ${hashOf(id, text)}|${folded}|${ownName(owner)}`;
    return NAMED_PERSON + (folded.includes(' ') ? folded : `${folded}|${ownName(owner)}`);
  }
  if (NAMED_BY_OWNER.has(kind)) return `${kind}|${foldName(withoutOwner(name, owner, text))}|${ownName(owner)}`;
  return `${kind}|${foldName(name)}`;
}

/** Who held the offices of a nameless person when the document was published. */
function holdingOf({ offices, name }: Entity, owner: Entity | null, published: string | null): Holding {
  if (!owner || published === null) return { kind: 'unlisted' };
  const holdings = offices.map((office) =>
    holderOf(office.split(', ')[0] ?? office, owner.code ?? owner.name, published, name),
  );
  return holdings.find(({ kind }) => kind !== 'unlisted') ?? { kind: 'unlisted' };
}

/** Persons known by an office alone, which the table knows, but not for the day on which the document was published. */
export function outsideOfTable(
  entities: readonly Entity[],
  published: string | null,
): readonly { readonly entity: Entity; readonly office: string; readonly of: string }[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  return entities.flatMap((entity) => {
    if (entity.kind !== 'person' || !isNameless(entity)) return [];
    const held = holdingOf(entity, ownerOf(entity, byId), published);
    return held.kind === 'outside' ? [{ entity, office: held.office, of: held.of }] : [];
  });
}

/** Whether a person is only known by description or office. */
function isNameless({ name, offices, mentions }: Entity): boolean {
  const folded = foldName(name);
  return mentions.every(({ form }) => form !== 'name') || offices.some((office) => foldName(office) === folded);
}

/** How an owner stands in the identities of what belongs to it; empty for none. */
export function ownName(owner: Entity | null): string {
  if (!owner) return '';
  return owner.kind === 'state' && owner.code ? `state|${owner.code}` : `${owner.kind}|${foldName(owner.name)}`;
}

/** Takes the owner's name or adjective off the front: "Russian Foreign Ministry" -> "Foreign Ministry"; "NATO-Russia Council" stays. */
function withoutOwner(name: string, owner: Entity | null, text: string): string {
  if (!owner) return name;
  const names = new Set([
    foldName(owner.name),
    ...owner.mentions.filter(({ form }) => form === 'name').map(({ span }) => foldName(text.slice(...span))),
  ]);
  const words = name.split(/\s+/u);
  const article = /^the$/iu.test(words[0] ?? '') ? 1 : 0;
  for (let end = Math.min(words.length - 1, article + 4); end > article; end -= 1) {
    const front = foldName(words.slice(article, end).join(' '));
    if (names.has(front) || isAdjective(front, foldName(owner.name))) return words.slice(end).join(' ');
  }
  return name;
}

/** "russian" of "russia", "afghan" of "afghanistan"; "french" and the like are known where the text has them alone. */
function isAdjective(word: string, name: string): boolean {
  let same = 0;
  while (same < word.length && word[same] === name[same]) same += 1;
  return same >= 4 && /(?:n|i|sh|se)$/u.test(word) && !word.includes(' ');
}
