// Brings the record's entities up to date with what the documents say: merges, names, counts, sides.
import { type Kysely, sql } from 'kysely';
import type { Writing } from '../engines/engine.ts';
import { type Identity, resolve } from '../identity/resolve.ts';
import { inPieces } from '../query/links.ts';
import { entityDecisions, linkEntities, renameEntities } from '../review/link-entities.ts';
import type { Tables } from '../schema/tables.ts';
import { describe } from './describe-entities.ts';
import { markItems } from './mark-items.ts';
import { settleSides } from './settle-sides.ts';

/** More entities than this changed nearly everything: looking for what they did not change would take longer. */
const MANY = 1000;

/** Resolves all identities anew where a document brought or took one, and describes anew what changed. */
export async function settleEntities(writing: Writing): Promise<void> {
  const { db } = writing;
  const stale = (await db.selectFrom('stale_entities').select('entity').execute()).map(({ entity }) => entity);
  if (stale.length === 0) return;
  const { freed, left } = await dropOrphans(db, stale);
  const touched = new Set([...stale, ...freed, ...left]);
  const before = await db.selectFrom('entities').select(['key', 'entity']).execute();
  const identities = await loadIdentities(db);
  const decisions = await entityDecisions(db);
  const after = linkEntities(identities, resolve(identities), decisions.links);
  const moved = before.filter(({ key, entity }) => (after.get(key) ?? key) !== entity);
  for (const { key, entity } of moved) touched.add(key).add(entity);
  const owners = [...new Set([...moved.map(({ key }) => key), ...freed])];
  for (const key of await ownedBy(db, owners)) touched.add(key);
  await writing.update(
    'entities',
    moved.map(({ key }) => ({ key, entity: after.get(key) ?? key })),
  );
  await markTellings(db, owners);
  await markItems(db, owners);
  await describe(writing, new Set([...touched].map((key) => after.get(key) ?? key).filter((key) => after.has(key))));
  await renameEntities(db, decisions.names, after);
  await settleSides(writing);
  await db.deleteFrom('stale_entities').execute();
}

/**
 * Takes out entities that no document speaks of any more, and no decision gives a part.
 * @returns those that had been merged into them and stand for themselves again, and those that they had been merged into
 */
async function dropOrphans(
  db: Kysely<Tables>,
  stale: readonly number[],
): Promise<{ readonly freed: readonly number[]; readonly left: readonly number[] }> {
  const freed = new Set<number>();
  const left = new Set<number>();
  for (const piece of inPieces(stale)) {
    const spoken = await db
      .selectFrom('document_entities')
      .select('entity')
      .distinct()
      .where('entity', 'in', piece)
      .execute();
    const parts = await db.selectFrom('roles').select('entity').distinct().where('entity', 'in', piece).execute();
    const kept = new Set([...spoken, ...parts].map(({ entity }) => entity));
    const gone = piece.filter((key) => !kept.has(key));
    if (gone.length === 0) continue;
    const led = await db.selectFrom('entities').select('key').where('entity', 'in', gone).execute();
    const keys = led.map(({ key }) => key);
    await markItems(db, keys);
    for (const key of keys) freed.add(key);
    const whole = await db.selectFrom('entities').select('entity').distinct().where('key', 'in', gone).execute();
    for (const { entity } of whole) left.add(entity);
    await sql`UPDATE entities SET entity = key WHERE entity IN (${sql.join(gone)})`.execute(db);
    await db.updateTable('entities').set({ part_of: null }).where('part_of', 'in', gone).execute();
    await db.deleteFrom('entities').where('key', 'in', gone).execute();
    for (const key of gone) freed.delete(key);
  }
  return { freed: [...freed], left: [...left] };
}

/** Entities that documents count to these: they belong to what these are part of now. */
async function ownedBy(db: Kysely<Tables>, owners: readonly number[]): Promise<readonly number[]> {
  const owned: number[] = [];
  for (const piece of inPieces(owners)) {
    const rows = db.selectFrom('document_entities').select('entity').distinct().where('part_of', 'in', piece);
    owned.push(...(await rows.execute()).map(({ entity }) => entity));
  }
  return owned;
}

/** Events of entities that became others may be one now, or no longer. */
async function markTellings(db: Kysely<Tables>, entities: readonly number[]): Promise<void> {
  if (entities.length > MANY) {
    await sql`INSERT INTO stale_tellings SELECT key FROM items WHERE block IS NOT NULL ON CONFLICT DO NOTHING`.execute(
      db,
    );
    return;
  }
  for (const piece of inPieces(entities)) {
    const keys = sql.join(piece);
    await sql`
      INSERT INTO stale_tellings
      SELECT i.key FROM roles r JOIN items i ON i.key = r.item WHERE r.entity IN (${keys}) AND i.block IS NOT NULL
      UNION
      SELECT i.key FROM named_parties p JOIN items i ON i.document = p.document
        WHERE p.entity IN (${keys}) AND i.block IS NOT NULL
      ON CONFLICT DO NOTHING`.execute(db);
  }
}

async function loadIdentities(db: Kysely<Tables>): Promise<readonly Identity[]> {
  const loaded = await db.selectFrom('entities').select(['key', 'kind', 'identity']).execute();
  const identities = new Map(
    loaded.map((row) => [
      row.key,
      { ...row, titles: [] as string[], names: [] as string[], owners: new Set<string>(), offices: new Set<string>() },
    ]),
  );
  const said = db.selectFrom('document_entities').select(['entity', 'name', 'owner', 'offices']).distinct();
  for (const { entity, name, owner, offices } of await said.execute()) {
    const identity = identities.get(entity);
    identity?.titles.push(name);
    if (owner) identity?.owners.add(owner);
    for (const office of JSON.parse(offices) as string[]) identity?.offices.add(office.toLowerCase());
  }
  const named = db.selectFrom('entity_names').select(['entity', 'name']).distinct();
  for (const { entity, name } of await named.execute()) identities.get(entity)?.names.push(name);
  return [...identities.values()];
}
