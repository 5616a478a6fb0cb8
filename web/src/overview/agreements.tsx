// The register of agreements: where each stands, by what development.
import type { AgreementView, Page } from '../../../src/service/contract.ts';
import { type Address, type Query, useAddress } from '../data/address.ts';
import type { Asked } from '../data/ahead.ts';
import { type Loaded, useAnswer } from '../data/api.ts';
import { asOfAt, eitherQuery, pairAt, pairQuery, useAsOf, usePair } from '../data/as-of.ts';
import { basisWords, shortDate } from '../data/words.ts';
import { EntityName } from '../item/entity-name.tsx';
import { Emptied } from '../shell/emptied.tsx';
import { Link } from '../shell/link.tsx';
import { Answer } from '../shell/notice.tsx';
import { Section } from '../shell/page.tsx';

const SHOWN = 8;

export function Agreements() {
  const pair = usePair();
  const asOf = useAsOf();
  const answer = useRegister();
  return (
    <Section
      title="Agreements"
      note={[asOf.world && `as of ${shortDate({ value: asOf.world })}`, pair.length > 1 && 'of either side']
        .filter(Boolean)
        .join(', ')}
      more={
        <Link page="threads" query={{ kind: 'agreement' }}>
          the whole register
        </Link>
      }
    >
      <Answer alone of={answer}>
        {({ items, total }) =>
          total === 0 ? (
            <Emptied title="No agreement is told of here." />
          ) : (
            <>
              <ul className="lines">
                {items.map((entry) => (
                  <li key={entry.agreement.id}>
                    <Registered entry={entry} />
                  </li>
                ))}
              </ul>
              {items.some(({ state }) => state !== null && basisWords(state.time) !== '') && (
                <p className="label">~ where the text itself gives no date</p>
              )}
            </>
          )
        }
      </Answer>
    </Section>
  );
}

const asked = (address: Address, sides: Query) =>
  ['/api/agreements', { query: { ...sides, ...asOfAt(address), limit: SHOWN, shown: 0 } }] as const;

const eitherAsked = (address: Address) => asked(address, eitherQuery(pairAt(address)));

const betweenAsked = (address: Address) => asked(address, pairQuery(pairAt(address)));

export const agreementsAsked = (address: Address): readonly Asked[] =>
  pairAt(address).length === 2 ? [eitherAsked(address), betweenAsked(address)] : [eitherAsked(address)];

type Register = Page<AgreementView>;

/** The agreements of the sides: those between the two first, then those that one of them had part in without the other. */
function useRegister(): Loaded<Register> {
  const address = useAddress();
  const pair = pairAt(address);
  const either = useAnswer(...eitherAsked(address));
  const [path, question] = betweenAsked(address);
  const between = useAnswer(path, pair.length === 2 ? question : null);
  if (pair.length < 2 || either.state !== 'there') return either;
  if (between.state !== 'there') return between;
  const first = new Set(between.value.items.map(({ agreement }) => agreement.id));
  const others = either.value.items.filter(({ agreement }) => !first.has(agreement.id));
  const items = [...between.value.items, ...others].slice(0, SHOWN);
  return {
    state: 'there',
    value: { ...either.value, total: items.length, items },
    fresh: either.fresh && between.fresh,
  };
}

export function Registered({ entry: { agreement, state, totals, contradictions } }: { readonly entry: AgreementView }) {
  return (
    <>
      <EntityName entity={agreement} />
      <span className="line-state">
        {state ? (
          <Link query={{ item: state.development }} className="chip">
            {state.what.replaceAll('-', ' ')}
          </Link>
        ) : (
          <span className="label">nothing told of its state</span>
        )}
        {state && <span className="label">{shortDate(state.time)}</span>}
        {(state?.contradicted || contradictions.length > 0) && <span className="chip chip-doubt">sources differ</span>}
        {totals.developments > 1 && <span className="label">{totals.developments} developments</span>}
      </span>
    </>
  );
}
