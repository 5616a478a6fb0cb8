// What coreference adds: descriptions and pronouns as mentions of the entities they mean, and offices by the table of holders.
import { atomsOf } from '../../language/names/atoms.ts';
import type { Chain, Mention } from '../../model/analysis.ts';
import type { EntityLexicon } from '../lexicon/entities.ts';
import type { Holder } from '../lexicon/people.ts';
import type { EntityContext } from './context.ts';
import { type Draft, mention } from './drafts.ts';
import type { DraftBySpan } from './named.ts';
import { spanKey } from './span-key.ts';

/**
 * The fullest name of each name's chain, by span. A person who bears one name only, with an office, gets the full name of the one
 * who held that office then: "President Macron" in a report of 2018.
 */
export function fullNamesOf(
  chains: readonly Chain[],
  lexicon: EntityLexicon,
  published: string | null,
): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const chain of chains) {
    const name = chain.type === 'PER' ? personOf(chain, lexicon, published) : chain.name;
    for (const { span, form } of chain.mentions) if (form === 'name') names.set(spanKey(span), name);
  }
  return names;
}

function personOf({ name, titles }: Chain, lexicon: EntityLexicon, published: string | null): string {
  if (name.includes(' ')) return onePerson(lexicon.holders.get(name.toLowerCase()) ?? [], published) ?? name;
  const offices = new Set(titles.map((title) => lexicon.offices.at(atomsOf(title), 0)?.values[0]?.office));
  const held = (lexicon.holdersByFamily.get(name.toLowerCase()) ?? []).filter(({ office }) => offices.has(office));
  return onePerson(held, published) ?? name;
}

/** The person that rows of the table mean: those of the date where there are such, null where they are several people's. */
function onePerson(held: readonly Holder[], published: string | null): string | null {
  const then = held.filter(({ from, to }) => published !== null && within(published, from, to));
  const persons = new Set((then.length ? then : held).map(({ person }) => person));
  return persons.size === 1 ? ([...persons][0] ?? null) : null;
}

/**
 * Adds a chain's descriptions and pronouns to the entity of its latest name before them.
 * @param holderAt the person or body without a name whose words hold a noun ("the Danish minister ... she", "the Danish army ... it")
 * @param groupAt the group whose words hold a span, for chains without a name ("The miners ... they")
 * @param listedAs the listed entity of a name, for chains that are described before they are named ("the alliance" of "the NATO-Ukraine Commission")
 */
export function takeChain(
  chain: Chain,
  drafts: DraftBySpan,
  holderAt: (span: Mention['span']) => Draft | null,
  groupAt: (span: Mention['span']) => Draft | null,
  listedAs: (name: string) => Draft | null,
): void {
  let current = chain.type === null ? groupAt(chain.mentions[0]?.span ?? [0, 0]) : null;
  if (chain.type !== null && chain.mentions[0]?.form !== 'name')
    current = holderAt(chain.mentions[0]?.span ?? [0, 0]) ?? listedAs(chain.name);
  for (const { span, form } of chain.mentions) {
    if (form === 'name') current = drafts.get(spanKey(span)) ?? current;
    else if (current && !(form === 'nominal' && (chain.type === null || holderAt(span) === current)))
      mention(current, span, form);
  }
}

/** Gives a person the office that the table of holders has for the document's date, and its state or organisation. */
export function takeHolder(so: EntityContext, person: Draft): void {
  const held = so.lexicon.holders.get(person.name.toLowerCase());
  if (!held) return;
  const then = so.published ? held.filter(({ from, to }) => within(so.published ?? '', from, to)) : [];
  const same = held.filter(({ office }) => person.posts.some((post) => post.office === office));
  const fitting = then.length ? then : same.length ? same : held;
  const [first] = fitting;
  if (first && new Set(fitting.map(({ of }) => of)).size === 1) person.owner ??= so.drafts.owner(first.of);
  for (const holder of then) {
    const owner = so.drafts.owner(holder.of);
    if (person.offices.size === 0) person.offices.add(owner ? `${holder.office}, ${owner.name}` : holder.office);
    person.posts.push({ office: holder.office, rank: rankOf(so, holder.office), owner });
  }
}

function rankOf({ lexicon }: EntityContext, office: string): string {
  return lexicon.offices.at(atomsOf(office.toLowerCase()), 0)?.values[0]?.rank ?? 'official';
}

/** Whether a partial date may lie between two partial dates; an empty bound is open. */
function within(date: string, from: string, to: string): boolean {
  const length = (bound: string) => Math.min(bound.length, date.length);
  return (
    date.slice(0, length(from)) >= from.slice(0, length(from)) &&
    (to === '' || date.slice(0, length(to)) <= to.slice(0, length(to)))
  );
}
