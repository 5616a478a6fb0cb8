// What entities belong to and which offices they hold: links in items do not say, and formats of event data ask for it.
import type { OpenRecord } from '../../record/record.ts';
import type { EntityLink, EntityView } from '../../record/views.ts';

/** An entity with the owner that stands at the top: the state of a ministry's minister. */
export interface Registered extends EntityLink {
  readonly offices: readonly string[];
  /** The state or organisation it belongs to in the end; null where there is none. */
  readonly owner: EntityLink | null;
  /** Names of those between: the ministry of a minister. */
  readonly between: readonly string[];
}

export interface Register {
  /** The entities of these links, looked up together, in the same order. */
  lookUp(links: readonly EntityLink[]): Promise<readonly Registered[]>;
}

/** An owner's owner's owner is as far as names of bodies go; a circle ends here too. */
const DEEPEST = 4;

export function createRegister(record: OpenRecord): Register {
  const known = new Map<string, EntityView>();
  const learn = async (ids: readonly string[]) => {
    const missing = [...new Set(ids)].filter((id) => !known.has(id));
    if (missing.length === 0) return;
    for (const view of (await record.entities({ ids: missing })).items) known.set(view.id, view);
  };
  return {
    async lookUp(links) {
      let asked = links.map(({ id }) => id);
      for (let depth = 0; depth < DEEPEST && asked.length > 0; depth += 1) {
        await learn(asked);
        asked = asked.flatMap((id) => known.get(id)?.partOf?.id ?? []);
      }
      return links.map((link) => registered(link, known));
    },
  };
}

function registered(link: EntityLink, known: ReadonlyMap<string, EntityView>): Registered {
  const view = known.get(link.id);
  let owner = view?.partOf ?? null;
  const between: string[] = [];
  for (let depth = 1; owner && depth < DEEPEST; depth += 1) {
    const above: EntityLink | null = known.get(owner.id)?.partOf ?? null;
    if (!above || owner.kind === 'state') break;
    between.push(owner.name);
    owner = above;
  }
  return { ...link, offices: view?.offices ?? [], owner, between };
}
