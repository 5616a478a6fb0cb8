// Guesses a text's language by counting its commonest words. Only a hint: other languages are not read further.

/** The commonest words of each language that few of the others share. */
const STOP_WORDS: readonly (readonly [code: string, words: string])[] = [
  ['en', 'the of and to in that is was for on with as by at has said it be are from which will have not'],
  ['de', 'der die und das den von zu mit ist des im dem nicht ein eine auf für sich auch als'],
  ['fr', 'le la les et des du en que une est pour dans qui par sur au pas avec ce sont'],
  ['es', 'el la los las de y que en un una por con para se del no su al lo como'],
  ['it', 'il di che la e per un una non con del della sono le dei si nel gli alla anche'],
  ['pt', 'o de que e do da em um uma para com não os no se na por mais as dos'],
  ['nl', 'de het een van en in is dat op te zijn met voor niet aan er die om ook bij'],
  ['pl', 'i w na z że nie się do to jest o jak po przez od za dla oraz który są'],
  ['tr', 've bir bu için ile da de çok olarak gibi daha olan kadar sonra ancak ise'],
  ['ru', 'и в не на что с по как это из к за от для о его он но они при'],
  ['uk', 'і в не на що з та як це до за від для про його але він вони при'],
];

/** Units of the text that are looked at. */
const SAMPLE = 20_000;

/** The ISO 639-1 code of the language most of whose common words the text has; null where none has enough. */
export function guessLanguage(text: string): string | null {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return null;
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const shares = STOP_WORDS.map(([code, list]) => {
    const found = list.split(' ').filter((word) => counts.has(word));
    // One word of a letter or two can be anything.
    if (found.length < 2 && !found.some((word) => word.length >= 3)) return { code, share: 0 };
    const share = found.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0) / words.length;
    return { code, share };
  });
  const best = shares.reduce((most, next) => (next.share > most.share ? next : most));
  return best.share >= (words.length < 30 ? 0.05 : 0.1) ? best.code : null;
}
