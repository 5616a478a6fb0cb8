// The register of agreements: what each has come to, every development with its words, and where claims contradict.
import type { Kysely } from 'kysely';
import type { DevelopmentKind } from '../../../model/items.ts';
import type { AgreementFilter, RegisterFilter } from '../../queries.ts';
import type { EntityRow, Tables } from '../../schema/tables.ts';
import type { AgreementView, DevelopmentView, EntityView, ObligationView, Page } from '../../views.ts';
import { entityViews } from '../entities.ts';
import { limitOf, UNLIMITED } from '../page.ts';
import { subjectPage, subjectWith } from '../subjects.ts';
import { type Fact, factsOf, ONCE, viewsOf } from './agreement-facts.ts';

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

/** Of them those before there is an agreement, and those after which talks and drafts undo nothing. */
const PREPARING: ReadonlySet<DevelopmentKind> = new Set(['proposed', 'negotiated']);
const CONCLUDED: ReadonlySet<DevelopmentKind> = new Set([
  'agreed',
  'adopted',
  'signed',
  'ratified',
  'entered-into-force',
  'implemented',
  'amended',
  'suspended',
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

const REGISTER = { kinds: ['development', 'obligation'], role: 'agreement' } as const;

/** Which part of its developments, and of its obligations, an agreement is shown with. */
interface Shown {
  readonly limit: number;
  readonly offset: number;
}

export async function listAgreements(db: Kysely<Tables>, filter: RegisterFilter): Promise<Page<AgreementView>> {
  const { total, subjects } = await subjectPage(db, filter, REGISTER);
  const shown = { limit: filter.shown ?? UNLIMITED, offset: 0 };
  const items = await agreementsOf(db, subjects, filter, shown);
  return { total, offset: filter.offset ?? 0, limit: filter.limit ?? -1, items };
}

export async function findAgreement(
  db: Kysely<Tables>,
  id: string,
  { asOf, limit, offset = 0 }: AgreementFilter,
): Promise<AgreementView | null> {
  const row = await subjectWith(db, id);
  const filter = asOf === undefined ? {} : { asOf };
  const [view] = row ? await agreementsOf(db, [row], filter, { limit: limitOf(limit), offset }) : [];
  return view && view.totals.developments + view.totals.obligations > 0 ? view : null;
}

async function agreementsOf(
  db: Kysely<Tables>,
  subjects: readonly EntityRow[],
  filter: RegisterFilter,
  shown: Shown,
): Promise<readonly AgreementView[]> {
  const agreements = await entityViews(db, subjects);
  const facts = await factsOf(db, filter, subjects);
  const outlines = agreements.map((agreement, at) =>
    outlineOf(agreement, facts.get(subjects[at]?.key ?? 0) ?? [], shown),
  );
  const told = await viewsOf(
    db,
    outlines.flatMap(({ told }) => told),
    filter.asOf,
  );
  return outlines.map((outline) => agreementView(outline, told));
}

/** What an agreement is shown with, before words are looked up. */
interface Outline {
  readonly agreement: EntityView;
  readonly last: Development | undefined;
  readonly developments: readonly Fact[];
  readonly obligations: readonly Fact[];
  readonly contradictions: readonly (Contradictory & { readonly shown: readonly Fact[] })[];
  readonly totals: AgreementView['totals'];
  /** All of which the words are shown. */
  readonly told: readonly Fact[];
}

function outlineOf(agreement: EntityView, facts: readonly Fact[], { limit, offset }: Shown): Outline {
  const developments = facts.filter(isDevelopment);
  const obligations = facts.filter(({ kind }) => kind === 'obligation');
  const part = (all: readonly Fact[]) => all.slice(offset, offset + limit);
  const parts = { developments: part(developments), obligations: part(obligations) };
  const contradictions = contradictionsOf(developments).map((one) => ({ ...one, shown: one.claims.slice(0, limit) }));
  const concluded = developments.findIndex(({ what }) => CONCLUDED.has(what));
  const changing = developments.filter(
    ({ what }, at) => CHANGING.has(what) && !(concluded >= 0 && at > concluded && PREPARING.has(what)),
  );
  const candidates = changing.length > 0 ? changing : developments;
  const last = candidates.findLast(({ time }) => time.end !== null) ?? candidates.at(-1);
  const told = [
    ...parts.developments,
    ...parts.obligations,
    ...contradictions.flatMap(({ shown }) => shown),
    ...(last ? [last] : []),
  ];
  const totals = { developments: developments.length, obligations: obligations.length };
  return { agreement, last, ...parts, contradictions, totals, told };
}

function agreementView(
  { agreement, last, developments, obligations, contradictions, totals }: Outline,
  views: ReadonlyMap<number, DevelopmentView | ObligationView>,
): AgreementView {
  const shownOf = <V extends DevelopmentView | ObligationView>(all: readonly Fact[]) =>
    all.flatMap(({ key }) => (views.get(key) as V | undefined) ?? []);
  const lastView = last && views.get(last.key);
  return {
    agreement,
    state:
      last && lastView
        ? {
            what: last.what,
            time: lastView.time,
            development: lastView.id,
            contradicted: contradictions.some(({ claims }) => claims.includes(last)),
          }
        : null,
    developments: shownOf<DevelopmentView>(developments),
    contradictions: contradictions.map(({ about, claims, shown }) => ({
      about,
      claims: shownOf<DevelopmentView>(shown),
      total: claims.length,
    })),
    obligations: shownOf<ObligationView>(obligations),
    totals,
  };
}

/** A development without its words. */
type Development = Fact & { readonly what: DevelopmentKind };

const isDevelopment = (fact: Fact): fact is Development => fact.what !== null;

interface Contradictory {
  readonly about: string;
  readonly claims: readonly Development[];
}

/** Side by side where both are claimed, or where each of two sides accuses the other. */
function contradictionsOf(developments: readonly Development[]): readonly Contradictory[] {
  const opposed = OPPOSED.flatMap(({ about, one, other }): Contradictory[] => {
    const claims = developments.filter(({ what }) => one.includes(what) || other.includes(what));
    const against = claims.filter(({ what }) => other.includes(what));
    const accusers = new Set(against.filter(({ what }) => what === 'accused-of-violation').flatMap(({ by }) => by));
    const denied = against.length > 0 && against.length < claims.length;
    return denied || accusers.size > 1 ? [{ about, claims }] : [];
  });
  return [...opposed, ...datesApart(developments)];
}

function datesApart(developments: readonly Development[]): readonly Contradictory[] {
  return ONCE.flatMap((kind): Contradictory[] => {
    const claims = developments.filter(({ what, time }) => what === kind && time.start !== null);
    // Of those that name a doer, and of those that name none, one must end before another begins.
    const apart = [true, false].some((named) => {
      const alike = claims.filter(({ by }) => by.length > 0 === named);
      const firstEnd = alike.reduce((end, { time }) => ((time.end ?? '') < end ? (time.end ?? '') : end), '~');
      return alike.some(({ time }) => firstEnd < (time.start ?? ''));
    });
    return apart ? [{ about: `date ${kind}`, claims }] : [];
  });
}
