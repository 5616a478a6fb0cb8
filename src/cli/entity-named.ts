// From what a person types, a name, code or id, to the entity meant.
import { Fault } from '../model/fault.ts';
import { foldName } from '../record/identity/fold.ts';
import type { OpenRecord } from '../record/record.ts';
import type { EntityView } from '../record/views.ts';

/** How many near names an error tells. */
const SUGGESTIONS = 4;

/**
 * The entity with this id, code or name; the one in most documents where several bear the name. A part of
 * a name will do where it is in the names of one entity only.
 * @throws Fault `name-unknown` that tells names like it
 */
export async function entityNamed(record: OpenRecord, option: string, typed: string): Promise<EntityView> {
  const byId = await record.entity(typed);
  if (byId) return byId;
  const { items } = await record.entities({ name: typed });
  const wanted = foldName(typed);
  const found = items.find(
    ({ code, name, names }) => code === typed || [name, ...names].some((n) => foldName(n) === wanted),
  );
  if (found) return found;
  const states = /^[A-Z]{3}$/.test(typed) ? (await record.entities({ kinds: ['state'] })).items : [];
  const state = states.find(({ code }) => code === typed);
  if (state) return state;
  const [only] = items;
  if (only && items.length === 1) return only;
  const near = items.slice(0, SUGGESTIONS).map(({ name }) => name);
  throw new Fault('name-unknown', {
    option,
    name: typed,
    near: near.length > 0 ? `, but part of ${near.join(', ')}` : '',
  });
}
