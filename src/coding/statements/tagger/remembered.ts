// Keeps what was worked out about a word: a text has few words, and each of them often.

/** Words kept at hand; a text's frequent ones come back at once after the store is emptied. */
const STORE = 50_000;
/** Longer "words" (base64, URLs) are not worth a place in the store. */
const LONGEST_STORED = 40;

/** The same function of a word, worked out once for most of the words that it is asked about. */
export function remembered<Known extends NonNullable<unknown> | null>(
  work: (word: string) => Known,
): (word: string) => Known {
  const store = new Map<string, Known>();
  return (word) => {
    const known = store.get(word);
    if (known !== undefined) return known;
    const found = work(word);
    if (word.length <= LONGEST_STORED) {
      if (store.size >= STORE) store.clear();
      store.set(word, found);
    }
    return found;
  };
}
