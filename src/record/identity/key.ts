// What makes two documents mean the same by an entity: one string, made from the entity and its document alone.
import type { Entity } from '../../model/items.ts';
import { foldName, foldPerson } from './fold.ts';

/** Kinds whose names say little without the state or organisation they belong to: "Foreign Ministry", "officials". */
const NAMED_BY_OWNER: ReadonlySet<Entity['kind']> = new Set(['body', 'group']);

/**
 * The identity of every entity of a reading, by its id there. States are named by their code; persons by their full
 * name, or by surname and state where the document has no more; bodies and groups by name and owner; the rest by name.
 *
 * Example: "the Russian Foreign Ministry" and "the Foreign Ministry" (of Russia) are both `body|foreign ministry|state|RUS`.
 */
export function identitiesOf(entities: readonly Entity[], text: string): ReadonlyMap<string, string> {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  return new Map(entities.map((entity) => [entity.id, identityOf(entity, ownerOf(entity, byId), text)]));
}

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

function identityOf(entity: Entity, owner: Entity | null, text: string): string {
  const { kind, name, code } = entity;
  if (kind === 'state' && code) return `state|${code}`;
  if (kind === 'person') {
    const folded = foldPerson(name);
    return folded.includes(' ') ? `person|${folded}` : `person|${folded}|${ownName(owner)}`;
  }
  if (NAMED_BY_OWNER.has(kind)) return `${kind}|${foldName(withoutOwner(name, owner, text))}|${ownName(owner)}`;
  return `${kind}|${foldName(name)}`;
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
    if (names.has(foldName(words.slice(article, end).join(' ')))) return words.slice(end).join(' ');
  }
  return name;
}
