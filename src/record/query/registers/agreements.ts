// The register of agreements: what each has come to, every development with its words, and where claims contradict.
import type { Kysely } from 'kysely';
import type { DevelopmentKind } from '../../../model/items.ts';
import type { RegisterFilter } from '../../queries.ts';
import type { Tables } from '../../schema/tables.ts';
import type { AgreementView, AsOf, Contradiction, DevelopmentView, ObligationView, Page } from '../../views.ts';
import { entityViews } from '../entities.ts';
import { hydrate } from '../hydrate.ts';
import { byDate, latest } from '../order.ts';
import { subjectPage } from '../subjects.ts';

/** Developments that make an agreement something else than it was; the others are done about it. */
const CHANGING: ReadonlySet<DevelopmentKind> = new Set([
  'proposed',
  'negotiated',
  'agreed',
  'adopted',
  'signed',
  'ratified',
  'entered-into-force',
  'implemented',
  'amended',
  'suspended',
  'withdrawn',
  'rejected',
]);

/** Developments that deny one another, by what they are about. */
const OPPOSED: readonly {
  readonly about: string;
  readonly one: DevelopmentKind[];
  readonly other: DevelopmentKind[];
}[] = [
  { about: 'compliance', one: ['implemented', 'reaffirmed'], other: ['violated', 'accused-of-violation'] },
  { about: 'ratification', one: ['ratified'], other: ['not-ratified'] },
  { about: 'validity', one: ['entered-into-force', 'implemented', 'reaffirmed'], other: ['suspended', 'withdrawn'] },
  { about: 'amendment', one: ['amendment-proposed', 'amended'], other: ['amendment-rejected'] },
  { about: 'conclusion', one: ['proposed', 'agreed', 'adopted', 'signed'], other: ['rejected'] },
];

export async function listAgreements(db: Kysely<Tables>, filter: RegisterFilter): Promise<Page<AgreementView>> {
  const register = { kinds: ['development', 'obligation'], role: 'agreement' } as const;
  const { total, subjects, keysOf } = await subjectPage(db, filter, register);
  const keys = [...new Set([...keysOf.values()].flat())];
  const items = new Map<string, (DevelopmentView | ObligationView)[]>();
  for (const view of (await hydrate(db, keys, filter)) as readonly (DevelopmentView | ObligationView)[]) {
    const list = items.get(view.agreement.id);
    if (list) list.push(view);
    else items.set(view.agreement.id, [view]);
  }
  const agreements = await entityViews(db, subjects);
  return {
    total,
    offset: filter.offset ?? 0,
    limit: filter.limit ?? -1,
    items: agreements.map((agreement) => agreementView(agreement, (items.get(agreement.id) ?? []).toSorted(byDate))),
  };
}

export async function findAgreement(db: Kysely<Tables>, id: string, asOf?: AsOf): Promise<AgreementView | null> {
  const filter = asOf === undefined ? { entities: [id] } : { entities: [id], asOf };
  const { items } = await listAgreements(db, filter);
  // The agreement may also take part in what is told of another.
  const whole = await db
    .selectFrom('entities as asked')
    .innerJoin('entities as e', 'e.key', 'asked.entity')
    .where('asked.id', '=', id)
    .select('e.id')
    .executeTakeFirst();
  return items.find(({ agreement }) => agreement.id === whole?.id) ?? null;
}

function agreementView(
  agreement: AgreementView['agreement'],
  items: readonly (DevelopmentView | ObligationView)[],
): AgreementView {
  const developments = items.filter((item) => item.kind === 'development');
  const changing = developments.filter(({ what }) => CHANGING.has(what));
  const last = latest(changing.length > 0 ? changing : developments);
  const contradictions = contradictionsOf(developments);
  return {
    agreement,
    state: last && {
      what: last.what,
      time: last.time,
      development: last.id,
      contradicted: contradictions.some(({ claims }) => claims.includes(last)),
    },
    developments,
    contradictions,
    obligations: items.filter((item) => item.kind === 'obligation'),
  };
}

/** Side by side where both are claimed, or where each of two sides accuses the other. */
function contradictionsOf(developments: readonly DevelopmentView[]): readonly Contradiction[] {
  const opposed = OPPOSED.flatMap(({ about, one, other }): Contradiction[] => {
    const claims = developments.filter(({ what }) => one.includes(what) || other.includes(what));
    const against = claims.filter(({ what }) => other.includes(what));
    const accusers = new Set(
      against.filter(({ what }) => what === 'accused-of-violation').flatMap(({ by }) => by.map(({ id }) => id)),
    );
    const denied = against.length > 0 && against.length < claims.length;
    return denied || accusers.size > 1 ? [{ about, claims }] : [];
  });
  return [...opposed, ...datesApart(developments)];
}

/** What happens to an agreement once: told with days that exclude one another, one telling errs. */
const ONCE: readonly DevelopmentKind[] = ['signed', 'entered-into-force', 'adopted'];

function datesApart(developments: readonly DevelopmentView[]): readonly Contradiction[] {
  return ONCE.flatMap((kind): Contradiction[] => {
    const claims = developments.filter(({ what, time }) => what === kind && time.start !== null);
    const apart = claims.some((a) =>
      claims.some((b) => (a.time.end ?? '') < (b.time.start ?? '') && a.by.length > 0 === b.by.length > 0),
    );
    return apart ? [{ about: `date ${kind}`, claims }] : [];
  });
}
