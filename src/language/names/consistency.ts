// One name, one type: what a document shows clearly in one place decides the places where the model wavered.
import type { Name, NameType } from '../../model/analysis.ts';
import { bySpan } from '../../model/span.ts';
import { atomsOf } from './atoms.ts';
import { CALENDAR } from './calendar.ts';
import type { KnownNames } from './known.ts';
import { type Phrase, PhraseIndex } from './phrases.ts';
import { type SentenceViews, tokenAt } from './sentence.ts';
import { titleBefore } from './tidy.ts';
import { VESSEL_RULE } from './vessels.ts';

/**
 * The names with one type for each spelling, and with the places added where a name found elsewhere stands unmarked:
 * its full words, or a person's family name ("Narges Mohammadi ... Mohammadi").
 */
export function consistentNames(views: SentenceViews, names: readonly Name[], known: KnownNames): readonly Name[] {
  const { text } = views;
  const spans = new Set(names.map(({ span }) => span[0]));
  const acronyms = bracketedAcronyms(text, names).filter(({ span }) => !spans.has(span[0]));
  const all = [...names, ...acronyms];
  const types = typesBySpelling(text, [...all, ...acronyms], familyNames(text, all));
  const retyped = all.map((name) => {
    const type = name.rule?.startsWith('pattern') ? name.type : (types.get(text.slice(...name.span)) ?? name.type);
    return type === name.type ? name : { ...name, type, rule: 'same-name' };
  });
  return addMissed(views, retyped, known);
}

/** Last words of persons' full names: where one stands alone it is most likely a person too. */
function familyNames(text: string, names: readonly Name[]): ReadonlySet<string> {
  return new Set(
    names.flatMap(({ span, type }) => {
      const words = type === 'PER' ? text.slice(...span).split(/\s+/) : [];
      return words.length > 1 ? (words.at(-1) ?? []) : [];
    }),
  );
}

/** The type that most places give a spelling; a name from the lists and a ship's outweigh the model, a person's family name one place of it. */
function typesBySpelling(
  text: string,
  names: readonly Name[],
  families: ReadonlySet<string>,
): ReadonlyMap<string, NameType> {
  const votes = new Map<string, Map<NameType, number>>();
  for (const { span, type, rule } of names) {
    const spelling = text.slice(...span);
    const own = votes.get(spelling) ?? new Map<NameType, number>(families.has(spelling) ? [['PER', 1.5]] : []);
    own.set(type, (own.get(type) ?? 0) + (rule === 'list' || rule === VESSEL_RULE ? 3 : 1));
    votes.set(spelling, own);
  }
  return new Map(
    [...votes].map(([spelling, own]) => [spelling, [...own].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'ORG'] as const),
  );
}

/** Acronyms in brackets behind an organisation's name take its type: "Water and Power Development Authority (WAPDA)". */
function bracketedAcronyms(text: string, names: readonly Name[]): readonly Name[] {
  return names.flatMap((name) => {
    if (name.type !== 'ORG') return [];
    const match = /^\s\(([\p{Lu}][\p{L}.]{1,9})[);,]/u.exec(text.slice(name.span[1], name.span[1] + 14));
    if (!match?.[1] || !/\p{Lu}.*\p{Lu}/u.test(match[1])) return [];
    const start = name.span[1] + 2;
    return [
      {
        span: [start, start + match[1].length] as const,
        type: 'ORG' as const,
        sentence: name.sentence,
        rule: 'acronym',
      },
    ];
  });
}

function addMissed(views: SentenceViews, names: readonly Name[], known: KnownNames): readonly Name[] {
  const { text } = views;
  const index = new PhraseIndex(phrasesOf(text, names));
  const bySentence = new Map<number, Name[]>();
  for (const name of names) {
    const own = bySentence.get(name.sentence);
    if (own) own.push(name);
    else bySentence.set(name.sentence, [name]);
  }
  const complete: Name[] = [];
  for (const view of views) {
    const own = (bySentence.get(view.index) ?? []).sort((a, b) => bySpan(a.span, b.span));
    const taken = new Set(own.flatMap(({ span }) => atomStarts(text, span)));
    const added: Name[] = [];
    for (const match of index.all(view.atoms)) {
      const places = view.atoms.slice(match.first, match.last + 1);
      if (places.some(({ start }) => taken.has(start))) continue;
      const proper = places.every(({ shape }, offset) => {
        const token = tokenAt(view, match.first + offset);
        return shape === 'lower' || token?.upos === 'PROPN' || (match.last > match.first && token?.upos !== 'VERB');
      });
      const [type] = match.values;
      if (!proper || !type) continue;
      const title = type === 'PER' ? titleBefore(text, match.start, known) : null;
      const name = { span: [match.start, match.end] as const, type, sentence: view.index, rule: 'same-name' };
      added.push(title ? { ...name, title } : name);
    }
    complete.push(...(added.length ? [...own, ...added].sort((a, b) => bySpan(a.span, b.span)) : own));
  }
  return complete;
}

function atomStarts(text: string, span: readonly [number, number]): readonly number[] {
  return atomsOf(text, ...span).map(({ start }) => start);
}

/** Names of several words, acronyms, family names, and what was found twice; other single words are too often ordinary words. */
function* phrasesOf(text: string, names: readonly Name[]): Generator<Phrase<NameType>> {
  const places = new Map<string, number>();
  for (const { span, type } of names) {
    const spelling = text.slice(...span);
    const place = (places.get(spelling) ?? 0) + 1;
    places.set(spelling, place);
    if (!/^\p{Lu}/u.test(spelling)) continue;
    const words = spelling.split(/\s+/);
    const family = words.at(-1) ?? '';
    if (words.length > 1 && place === 1) {
      yield { phrase: spelling, value: type };
      if (type === 'PER' && /^\p{Lu}\p{L}{2,}$/u.test(family) && !CALENDAR.test(family.toLowerCase()))
        yield { phrase: family, value: 'PER' };
    } else if (
      words.length === 1 &&
      place === (/^[\p{Lu}\p{N}.-]{3,}$/u.test(spelling) ? 1 : 2) &&
      (type === 'PER' || place === 1)
    ) {
      yield { phrase: spelling, value: type };
    }
  }
}
