// Words whose lemma no script can tell from the form: abbreviated dates, spellings of chat, plurals without a singular.
// The conventions are Universal Dependencies' for English (EWT and GUM agree on them unless said).

/** Abbreviated months and days are their full name when tagged as proper nouns ("on Dec. 12": `December`). `Sun` alone may be the star or a paper. */
export const DATE_WORDS: ReadonlyMap<string, string> = new Map([
  ['jan', 'January'],
  ['feb', 'February'],
  ['mar', 'March'],
  ['apr', 'April'],
  ['aug', 'August'],
  ['sep', 'September'],
  ['sept', 'September'],
  ['oct', 'October'],
  ['nov', 'November'],
  ['dec', 'December'],
  ['mon', 'Monday'],
  ['tue', 'Tuesday'],
  ['tues', 'Tuesday'],
  ['wed', 'Wednesday'],
  ['thu', 'Thursday'],
  ['thurs', 'Thursday'],
  ['fri', 'Friday'],
  ['sat', 'Saturday'],
]);

const BY_WORD_AND_TAG: readonly (readonly [string, string])[] = [
  ['u PRP', 'you'],
  ['ya PRP', 'you'],
  ['ur PRP$', 'your'],
  ['em PRP', 'they'],
  ["'em PRP", 'they'],
  ['w IN', 'with'],
  ['thru IN', 'through'],
  ['vs IN', 'versus'],
  ['etc FW', 'etc.'],
  ['nt RB', 'not'],
  ['m CD', 'million'],
  ['bn CD', 'billion'],
  ['b CD', 'billion'],
  ['k CD', 'thousand'],
  ['better RBR', 'well'],
  ['best RBS', 'well'],
  ['further RBR', 'far'],
];

/** Short spellings and irregular comparisons, by their Penn tag and then by word: "$3 bn": `billion`; "works better": `well`. */
export const BY_TAG: ReadonlyMap<string, ReadonlyMap<string, string>> = groupedByTag();

function groupedByTag(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const tags = new Map<string, Map<string, string>>();
  for (const [key, lemma] of BY_WORD_AND_TAG) {
    const [word = '', tag = ''] = key.split(' ');
    const words = tags.get(tag) ?? new Map<string, string>();
    tags.set(tag, words.set(word, lemma));
  }
  return tags;
}

/** Spellings that mean one word whatever the tag. */
export const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['w/', 'with'],
  ['b/c', 'because'],
]);

/** Plurals that no ending tells, and shortened units ("in 48 hrs": `hour`). */
export const IRREGULAR_PLURALS: ReadonlyMap<string, string> = new Map([
  ['children', 'child'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
  ['geese', 'goose'],
  ['mice', 'mouse'],
  ['lives', 'life'],
  ['wives', 'wife'],
  ['knives', 'knife'],
  ['leaves', 'leaf'],
  ['thieves', 'thief'],
  ['halves', 'half'],
  ['crises', 'crisis'],
  ['analyses', 'analysis'],
  ['hrs', 'hour'],
  ['mins', 'minute'],
  ['yrs', 'year'],
]);

/**
 * Plurals that are their own lemma. `people` is EWT's convention (GUM has `person`): the people of a country are meant
 * as often as several persons.
 */
export const PLURALS_ONLY: ReadonlySet<string> = new Set([
  'people',
  'species',
  'troops',
  'means',
  'headquarters',
  'politics',
  'police',
  'clothes',
  'goods',
  'remains',
  'proceedings',
  'surroundings',
  'savings',
  'earnings',
  'thanks',
  'regards',
  'whereabouts',
  'grounds',
  'pants',
  'jeans',
  'fish',
  'sheep',
  'deer',
]);
