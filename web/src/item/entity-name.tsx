// The name of an entity as a link to all that is known of it.
import type { EntityLink } from '../../../src/service/contract.ts';
import { Link } from '../shell/link.tsx';

const SUBJECTS: ReadonlySet<EntityLink['kind']> = new Set(['issue', 'agreement', 'activity', 'body']);

/** The page that tells of an entity: the thread of what is dealt with, the entry of who deals. */
export const pageOf = (entity: EntityLink): string => (SUBJECTS.has(entity.kind) ? 'threads' : 'people');

export function EntityName({ entity }: { readonly entity: EntityLink }) {
  return (
    <Link page={pageOf(entity)} id={entity.id} className="entity">
      {entity.name}
    </Link>
  );
}

/** `A, B and C`, each a link. */
export function EntityNames({
  entities,
  most = 6,
}: {
  readonly entities: readonly EntityLink[];
  readonly most?: number;
}) {
  const shown = entities.slice(0, most);
  const rest = entities.length - shown.length;
  return (
    <>
      {shown.map((entity, at) => (
        <span key={entity.id}>
          {at > 0 && (at === shown.length - 1 && rest === 0 ? ' and ' : ', ')}
          <EntityName entity={entity} />
        </span>
      ))}
      {rest > 0 && <span className="label"> and {rest} more</span>}
    </>
  );
}
