// One name, one type: what a document shows clearly in one place decides the places where the model wavered.
import type { Name, NameType } from '../../model/analysis.ts';
import { bySpan } from '../../model/span.ts';
import { atomsOf } from './atoms.ts';
import type { KnownNames } from './known.ts';
import { type Phrase, PhraseIndex } from './phrases.ts';
import { type SentenceView, tokenAt } from './sentence.ts';
import { titleBefore } from './tidy.ts';

/**
 * The names with one type for each spelling, and with the places added where a name found elsewhere stands unmarked:
 * its full words, or a person's family name ("Narges Mohammadi ... Mohammadi").
 */
export function consistentNames(
  views: readonly SentenceView[],
  names: readonly Name[],
  known: KnownNames,
): readonly Name[] {
  const text = views[0]?.text ?? '';
  const types = typesBySpelling(text, names);
  const retyped = names.map((name) => {
    const type = name.rule?.startsWith('pattern') ? name.type : (types.get(text.slice(...name.span)) ?? name.type);
    return type === name.type ? name : { ...name, type, rule: 'same-name' };
  });
  return addMissed(views, retyped, known);
}

/** The type that most places give a spelling; a name from the lists outweighs the model. */
function typesBySpelling(text: string, names: readonly Name[]): ReadonlyMap<string, NameType> {
  const votes = new Map<string, Map<NameType, number>>();
  for (const { span, type, rule } of names) {
    const spelling = text.slice(...span);
    const own = votes.get(spelling) ?? new Map<NameType, number>();
    own.set(type, (own.get(type) ?? 0) + (rule === 'list' ? 3 : 1));
    votes.set(spelling, own);
  }
  return new Map(
    [...votes].map(([spelling, own]) => [spelling, [...own].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'ORG'] as const),
  );
}

function addMissed(views: readonly SentenceView[], names: readonly Name[], known: KnownNames): readonly Name[] {
  const text = views[0]?.text ?? '';
  const index = new PhraseIndex(phrasesOf(text, names));
  const bySentence = new Map<number, Name[]>();
  for (const name of names) bySentence.set(name.sentence, [...(bySentence.get(name.sentence) ?? []), name]);
  return views.flatMap((view) => {
    const own = bySentence.get(view.index) ?? [];
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
    return added.length ? [...own, ...added].sort((a, b) => bySpan(a.span, b.span)) : own;
  });
}

function atomStarts(text: string, span: readonly [number, number]): readonly number[] {
  return atomsOf(text, ...span).map(({ start }) => start);
}

/** Names of several words and persons' family names; single words of other kinds are too often ordinary words. */
function* phrasesOf(text: string, names: readonly Name[]): Generator<Phrase<NameType>> {
  const seen = new Set<string>();
  for (const { span, type } of names) {
    const spelling = text.slice(...span);
    if (seen.has(spelling)) continue;
    seen.add(spelling);
    const words = spelling.split(/\s+/);
    if (words.length > 1) {
      yield { phrase: spelling, value: type };
      const family = words.at(-1) ?? '';
      if (type === 'PER' && /^\p{Lu}\p{L}{2,}$/u.test(family)) yield { phrase: family, value: 'PER' };
    } else if (/^[\p{Lu}\p{N}.-]{3,}$/u.test(spelling) || type === 'PER') yield { phrase: spelling, value: type };
  }
}
