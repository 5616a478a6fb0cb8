// Several words for one office, by which a text calls its holder in turn: "Prime Minister Sato ... the premier".

/** In lower case. A deputy or a former holder is called by other words and stands in none of the lists. */
const SAME_OFFICE: readonly (readonly string[])[] = [
  ['prime minister', 'premier', 'head of government', 'government leader'],
  ['chancellor', 'head of government', 'government leader'],
  ['president', 'head of state'],
  ['king', 'monarch', 'head of state'],
  ['queen', 'monarch', 'head of state'],
  [
    'foreign minister',
    'minister of foreign affairs',
    'minister for foreign affairs',
    'foreign affairs minister',
    'external affairs minister',
    'foreign secretary',
    'top diplomat',
    'chief diplomat',
  ],
  ['secretary of state', 'top diplomat', 'chief diplomat'],
  [
    'defence minister',
    'defense minister',
    'minister of defence',
    'minister of defense',
    'defence secretary',
    'defense secretary',
    'secretary of defense',
    'defence chief',
    'defense chief',
  ],
  ['ambassador', 'envoy'],
  ['spokesman', 'spokesperson'],
  ['spokeswoman', 'spokesperson'],
];

const byWord = new Map<string, Set<string>>();
for (const words of SAME_OFFICE) {
  for (const word of words) byWord.set(word, new Set([...(byWord.get(word) ?? []), ...words]));
}

/** What the holder of an office may be called besides, the office's own words among them; empty for other offices. */
export const wordsForOffice = (office: string): ReadonlySet<string> => byWord.get(office.toLowerCase()) ?? NONE;

const NONE: ReadonlySet<string> = new Set();
