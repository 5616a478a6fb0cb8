// Who decided how much, how far people agree beyond chance, and how often each rule is right.
import type { ItemKind, ReviewEntry, ReviewerPair, ReviewersView, RuleReview, Verdict } from '../views.ts';
import { ADDED_RULE } from './added-rule.ts';
import type { Anchor } from './entry.ts';
import { holding } from './holding.ts';

const VERDICTS: readonly Verdict[] = ['accepted', 'corrected', 'rejected'];

const isVerdict = (what: string): what is Verdict => (VERDICTS as readonly string[]).includes(what);

interface Decided {
  readonly target: Anchor;
  readonly verdict: Verdict;
  /** The first telling of the item that was decided about: what several tell counts once. */
  readonly lead: string;
}

const itemOf = ({ key, twin }: Anchor): string => `${key} ${twin}`;

export function reviewersIn(journal: readonly ReviewEntry[]): ReviewersView {
  const held = holding(journal);
  const byPerson = new Map<string, Map<string, Decided>>();
  for (const { who, what, items } of held) {
    if (!isVerdict(what)) continue;
    const own = byPerson.get(who) ?? new Map<string, Decided>();
    byPerson.set(who, own);
    // Others may have seen another telling first: a decision about an item is one about each.
    const lead = items[0] ? itemOf(items[0]) : '';
    for (const target of items) own.set(itemOf(target), { target, verdict: what, lead });
  }
  const people = [...new Set(journal.map(({ who }) => who))].sort();
  return {
    reviewers: people.map((who) => personIn(journal, held, who)),
    pairs: people.flatMap((one, at) => people.slice(at + 1).flatMap((other) => pairOf(one, other, byPerson) ?? [])),
    rules: rulesIn(journal),
  };
}

function personIn(
  journal: readonly ReviewEntry[],
  held: readonly ReviewEntry[],
  who: string,
): ReviewersView['reviewers'][number] {
  const own = journal.filter((entry) => entry.who === who);
  const times = own.map(({ when }) => when).sort();
  const number = (what: ReviewEntry['what']) => held.filter((entry) => entry.who === who && entry.what === what).length;
  return {
    who,
    entries: own.length,
    accepted: number('accepted'),
    corrected: number('corrected'),
    rejected: number('rejected'),
    added: number('added'),
    from: times[0] ?? '',
    to: times.at(-1) ?? '',
  };
}

function pairOf(
  one: string,
  other: string,
  byPerson: ReadonlyMap<string, ReadonlyMap<string, Decided>>,
): ReviewerPair | null {
  const ones = byPerson.get(one);
  const others = byPerson.get(other);
  if (!ones || !others) return null;
  const pairs = new Map<string, ReviewerPair['disagreements'][number]>();
  for (const [item, { target, verdict, lead }] of ones) {
    const second = others.get(item);
    if (second && !pairs.has(lead)) pairs.set(lead, { target, one: verdict, other: second.verdict });
  }
  const both = [...pairs.values()];
  if (both.length === 0) return null;
  const disagreements = both.filter((pair) => pair.one !== pair.other);
  return {
    one,
    other,
    items: both.length,
    agreement: 1 - disagreements.length / both.length,
    kappa: kappa(both.map((pair) => [pair.one, pair.other])),
    disagreements,
  };
}

/**
 * Cohen's kappa (Cohen 1960): how far two agree beyond what chance would make of how often each uses a category. Null
 * where both always use the same one, so that there is nothing beyond chance to see.
 */
export function kappa(pairs: readonly (readonly [string, string])[]): number | null {
  const number = pairs.length;
  if (number === 0) return null;
  const observed = pairs.filter(([one, other]) => one === other).length / number;
  const categories = new Set(pairs.flat());
  let expected = 0;
  for (const category of categories) {
    const ones = pairs.filter(([one]) => one === category).length;
    const others = pairs.filter(([, other]) => other === category).length;
    expected += (ones / number) * (others / number);
  }
  return expected === 1 ? null : (observed - expected) / (1 - expected);
}

/** The last decision on each item that a rule or model made, whoever took it, counted by rule and kind. */
export function rulesIn(journal: readonly ReviewEntry[]): readonly RuleReview[] {
  const last = new Map<string, Pick<Decided, 'target' | 'verdict'>>();
  for (const { what, items } of holding(journal)) {
    // One that is corrected and accepted later was not right as the reader had it.
    const isRight = (target: Anchor) => what === 'accepted' && last.get(itemOf(target))?.verdict === 'corrected';
    if (isVerdict(what)) {
      for (const target of items) if (!isRight(target)) last.set(itemOf(target), { target, verdict: what });
    }
  }
  const counts = new Map<string, { rule: string; kind: ItemKind } & Record<Verdict, number>>();
  for (const { target, verdict } of last.values()) {
    const { rule, kind } = target;
    if (rule === null || rule === ADDED_RULE) continue;
    const key = `${kind} ${rule}`;
    const count = counts.get(key) ?? { rule, kind, accepted: 0, corrected: 0, rejected: 0 };
    count[verdict] += 1;
    counts.set(key, count);
  }
  return [...counts.values()]
    .map((count) => ({ ...count, ...precisionOf(count) }))
    .sort(
      (a, b) =>
        b.corrected + b.rejected - (a.corrected + a.rejected) ||
        (a.rule < b.rule ? -1 : 1) ||
        (a.kind < b.kind ? -1 : 1),
    );
}

/** Share accepted, with Wilson's 95% interval (Wilson 1927), which holds for small numbers too. */
function precisionOf({ accepted, corrected, rejected }: Record<Verdict, number>) {
  const number = accepted + corrected + rejected;
  const share = accepted / number;
  const z = 1.96;
  const middle = share + z ** 2 / (2 * number);
  const half = z * Math.sqrt((share * (1 - share)) / number + z ** 2 / (4 * number ** 2));
  const scale = 1 + z ** 2 / number;
  return { precision: share, low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale) };
}
