// The offices of a person with their dates, and whom the person dealt with.
import type { EntityView } from '../../../src/service/contract.ts';
import { useAnswer } from '../data/api.ts';
import { useAsOf } from '../data/as-of.ts';
import { shortDate } from '../data/words.ts';
import { EntityName } from '../item/entity-name.tsx';
import { Answer } from '../shell/notice.tsx';
import { Section } from '../shell/page.tsx';

export function Offices({ person }: { readonly person: EntityView }) {
  const asOf = useAsOf();
  const answer = useAnswer('/api/people', { query: { name: person.name, ...asOf, limit: 20 } });
  return (
    <Answer of={answer} lines={2}>
      {({ items }) => {
        const found = items.find((entry) => entry.person.id === person.id);
        if (!found) return null;
        return (
          <Section title="Offices and dealings">
            {found.offices.length > 0 && (
              <ul className="lines">
                {found.offices.map(({ office, from, to }) => (
                  <li key={`${office}${from}`}>
                    {office} <span className="label">{spanWords(from, to)}</span>
                  </li>
                ))}
              </ul>
            )}
            {found.dealtWith.length > 0 && (
              <p>
                <span className="label">dealt with </span>
                {found.dealtWith.slice(0, 12).map(({ entity, items: number }, at) => (
                  <span key={entity.id}>
                    {at > 0 && ', '}
                    <EntityName entity={entity} /> <span className="label">{number}</span>
                  </span>
                ))}
              </p>
            )}
          </Section>
        );
      }}
    </Answer>
  );
}

/** When documents give the office. */
export function spanWords(from: string | null, to: string | null): string {
  if (!from) return 'in undated documents';
  const [first, last] = [shortDate({ value: from }), shortDate({ value: to ?? from })];
  return first === last ? `as given on ${first}` : `as given from ${first} to ${last}`;
}
