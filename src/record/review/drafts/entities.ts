// Decisions about entities, and entities that decisions name.
import type { Kysely } from 'kysely';
import { Fault } from '../../../model/fault.ts';
import type { Tables } from '../../schema/tables.ts';
import type { Decision } from '../../views.ts';
import type { Change, NamedEntity } from '../entry.ts';
import { identityOfNew, namedBy } from '../named-entities.ts';
import type { EntityRef } from '../values.ts';
import { type Draft, refuse } from './draft.ts';

export async function mergedEntities(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly NamedEntity[]> {
  const entities = await Promise.all(ids.map((id) => entityOf(db, id)));
  if (new Set(entities.map(({ root }) => root)).size < 2) refuse('these are one entity already');
  return entities.map(({ named }) => named);
}

export async function partedEntity(
  db: Kysely<Tables>,
  { entity, parts }: Extract<Decision, { what: 'split-entity' }>,
): Promise<Pick<Draft, 'entities' | 'from'>> {
  const { root } = await entityOf(db, entity);
  const apart = await Promise.all(parts.map((id) => entityOf(db, id)));
  const stranger = apart.findIndex((part) => part.root !== root);
  if (stranger >= 0) refuse(`${parts[stranger]} is no part of ${entity}`);
  const rows = await db.selectFrom('entities').selectAll().where('entity', '=', root).orderBy('identity').execute();
  const keys = new Set(apart.map(({ key }) => key));
  const staying = rows.filter(({ key }) => !keys.has(key));
  if (staying.length === 0) refuse('no name would stay; leave out at least one part');
  const named = await namedBy(
    db,
    staying.map(({ key }) => key),
  );
  return { entities: apart.map((part) => part.named), from: { items: [], entities: [...named.values()] } };
}

export async function entityCorrection(
  db: Kysely<Tables>,
  { entity, fields }: Extract<Decision, { what: 'correct-entity' }>,
): Promise<Pick<Draft, 'entities' | 'fields'>> {
  const { root } = await entityOf(db, entity);
  const row = await db.selectFrom('entities').selectAll().where('key', '=', root).executeTakeFirstOrThrow();
  const named = await namedBy(db, [root, row.part_of ?? root]);
  const changes: Record<string, Change> = {};
  if (fields.name !== undefined && fields.name !== row.name) changes.name = { from: row.name, to: fields.name };
  if (fields.code !== undefined && fields.code !== row.code) changes.code = { from: row.code, to: fields.code };
  if (fields.partOf !== undefined) {
    const to = fields.partOf === null ? null : await refOf(db, fields.partOf);
    changes.partOf = { from: row.part_of === null ? null : (named.get(row.part_of) ?? null), to };
  }
  if (Object.keys(changes).length === 0) refuse('every field has this value already');
  return { entities: [named.get(root) as NamedEntity], fields: changes };
}

export async function entityOf(
  db: Kysely<Tables>,
  id: string,
): Promise<{ readonly key: number; readonly root: number; readonly named: NamedEntity }> {
  const row = await db.selectFrom('entities').select(['key', 'entity']).where('id', '=', id).executeTakeFirst();
  const named = row && (await namedBy(db, [row.key])).get(row.key);
  if (!row || !named) throw new Fault('review-unknown', { what: 'entity', id });
  return { key: row.key, root: row.entity, named };
}

export async function refOf(db: Kysely<Tables>, ref: EntityRef): Promise<NamedEntity> {
  if (typeof ref === 'string') return (await entityOf(db, ref)).named;
  const { kind, name, code = null } = ref;
  return { identity: identityOfNew({ kind, name, code: code ?? null }), kind, name, code: code ?? null };
}
