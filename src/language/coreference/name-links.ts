// Which chain a name belongs to: equal names, aliases from lists, family names, acronyms.
import type { Name } from '../../model/analysis.ts';
import { atomsOf } from '../names/atoms.ts';
import type { KnownName, KnownNames } from '../names/known.ts';
import { type ChainStore, describingWord, initialsOf, type OpenChain } from './chain-store.ts';
import { wordsForOffice } from './office-words.ts';

/**
 * The chain of a name, a new one where it is the first of its kind.
 * "Ellen Johnson Sirleaf ... Ms Sirleaf"; "African Union (AU) ... the AU"; "Cote d'Ivoire ... Ivory Coast" by the lists.
 */
export function linkName(text: string, name: Name, store: ChainStore, known: KnownNames): OpenChain {
  const spelling = text.slice(...name.span).replace(/\s+/g, ' ');
  const chain = name.type === 'PER' ? linkPerson(spelling, store) : linkOther(spelling, name, store, known);
  if (name.type === 'PER') describePerson(text, name, spelling, chain, known);
  if (spelling.length > chain.name.length && chain.type === name.type) chain.name = spelling;
  return chain;
}

function linkPerson(spelling: string, store: ChainStore): OpenChain {
  const key = `PER ${spelling.toLowerCase()}`;
  const same = store.find(key);
  if (same) return same;
  const words = spelling.toLowerCase().split(' ');
  const family = familyOf(words);
  const candidates = store.family(family).filter((chain) => agree(words, chain.name.toLowerCase().split(' ')));
  const chain = candidates.at(-1) ?? store.create(spelling, 'PER');
  store.claim(key, chain);
  store.addFamily(family, chain);
  // "Kim Jong Un ... Kim": where the family name stands first, the first word is claimed too.
  if (words.length > 1 && words[0]) store.addFamily(words[0], chain);
  return chain;
}

const PARTICLES = /^(?:jr|sr|ii|iii|iv)\.?$/;

function familyOf(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return (PARTICLES.test(last) ? words.at(-2) : last) ?? '';
}

/** Two names of one person share the family name, and their given names do not differ. */
function agree(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 1) return b.length === 1 || a[0] === familyOf(b) || a[0] === b[0];
  if (b.length === 1) return familyOf(a) === b[0];
  const [first = '', other = ''] = [a[0], b[0]];
  return first === other || (first.replace('.', '').length === 1 && other.startsWith(first.charAt(0)));
}

function describePerson(text: string, name: Name, spelling: string, chain: OpenChain, known: KnownNames): void {
  const given = spelling.split(' ');
  chain.gender ??= known.genders.get(spelling.toLowerCase()) ?? null;
  if (given.length > 1) chain.gender ??= known.givenNames.get((given[0] ?? '').toLowerCase()) ?? null;
  if (!name.title) return;
  addTitle(text.slice(...name.title), chain, known);
}

/** Notes a title or office of a person, with the gender it shows and the word that describes the holder. */
export function addTitle(words: string, chain: OpenChain, known: KnownNames): void {
  const title = known.titles.at(atomsOf(words), 0)?.values[0];
  if (!title) return;
  if (title.gender) chain.gender = title.gender;
  if (!title.describes) return;
  chain.titles.add(words.replace(/\s+/g, ' '));
  chain.words.add(describingWord(words));
  chain.words.add(words.toLowerCase());
  for (const other of wordsForOffice(words.replace(/\s+/g, ' '))) chain.words.add(other);
}

function linkOther(spelling: string, name: Name, store: ChainStore, known: KnownNames): OpenChain {
  const listed = listedAs(spelling, known);
  const longer = listed ? undefined : longerName(spelling, name, store);
  if (longer) return longer;
  implyParts(spelling, store, known);
  const keys = [`${name.type} ${spelling.toLowerCase()}`, ...(listed ? [`listed ${listed.name}`] : [])];
  if (/^[\p{Lu}.]{2,8}$/u.test(spelling)) keys.push(`initials ${spelling.replaceAll('.', '')}`);
  const chain = keys.map((key) => store.find(key)).find((found) => found) ?? store.create(spelling, name.type);
  for (const key of keys) store.claim(key, chain);
  const initials = initialsOf(spelling);
  if (initials.length > 1) store.claim(`initials ${initials}`, chain);
  if (name.type !== 'LOC') chain.words.add(describingWord(spelling));
  for (const short of listed?.short ?? []) chain.words.add(short.replace(/^the /, ''));
  return chain;
}

/** "The Transport Committee met. The Committee agreed": one capitalised noun is short for the name that ended with it last. */
function longerName(spelling: string, { type }: Name, store: ChainStore): OpenChain | undefined {
  if (type !== 'ORG' || !/^\p{Lu}\p{Ll}+$/u.test(spelling)) return undefined;
  const chain = store.described(spelling.toLowerCase());
  return chain?.type === type && chain.name.toLowerCase().endsWith(` ${spelling.toLowerCase()}`) ? chain : undefined;
}

/** "The NATO-Ukraine Commission met. The alliance promised help": a party in a joint body's name can be described later. */
function implyParts(spelling: string, store: ChainStore, known: KnownNames): void {
  // Without its last word, so that the whole name does not hide its parts.
  const atoms = atomsOf(spelling).slice(0, -1);
  for (let at = 0; at < atoms.length; at += 1) {
    const value = known.names.at(atoms, at)?.values[0];
    if (!value?.short.length || store.find(`listed ${value.name}`)) continue;
    const chain = store.create(value.name, value.type);
    store.claim(`listed ${value.name}`, chain);
    for (const short of value.short) chain.words.add(short.replace(/^the /, ''));
    store.describe(chain);
  }
}

function listedAs(spelling: string, known: KnownNames): KnownName | null {
  const atoms = atomsOf(spelling);
  const match = known.names.at(atoms, 0);
  return match && match.last === atoms.length - 1 ? (match.values[0] ?? null) : null;
}
