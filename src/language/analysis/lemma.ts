// Lemmas from edit scripts. A script is `=` (keep the form) or case, letters to drop, `|`, letters to add: `l3|y` makes
// `ministries` into `ministry`. The tree-free variant of Chrupała (2006).

/** The lemma that a script makes of a form; the lower-cased form where the script drops more letters than there are. */
export function applyLemmaScript(form: string, script: string): string {
  if (script === '=') return form;
  const bar = script.indexOf('|');
  const keep = form.length - Number(script.slice(1, bar));
  const lower = form.toLowerCase();
  if (!(keep >= 0)) return lower;
  return (script.startsWith('k') ? form : lower).slice(0, keep) + script.slice(bar + 1);
}

/** The lemma of a form, its Penn tag and the number of the script the network chose. */
export type Lemmatiser = (form: string, xpos: string, script: number) => string;

/** What lemmas need to know of words. */
export interface LemmaLexicon {
  /** Past forms of irregular verbs with their base. */
  readonly irregular: ReadonlyMap<string, string>;
  /** A word's place in a list by frequency, from 0; undefined where it is not listed. */
  rankOf(word: string): number | undefined;
}

/** Addresses and runs of dashes or stops are their own lemma: `http://example.org/Page`, `--`, `...`. */
const ITS_OWN = /[/@\\]|^(?:-+|\.+)$|^www\./i;

/** Scripts know letters without their case, and one pronoun is a capital. */
const FIRST_PERSON = 'i';

/**
 * Past forms of irregular verbs come from the list ("The ministers met": `meet`), the first person is `I` ("They told me"),
 * addresses stay as they are. All else comes from its script, with regular endings checked against known words.
 */
export function createLemmatiser(scripts: readonly string[], lexicon: LemmaLexicon): Lemmatiser {
  return (form, xpos, script) => {
    if (ITS_OWN.test(form)) return form;
    const past = xpos === 'VBD' || xpos === 'VBN';
    const base = past ? lexicon.irregular.get(form.toLowerCase()) : undefined;
    if (base) return base;
    const lemma = inCase(form, xpos, applyLemmaScript(form, scripts[script] ?? '='), lexicon);
    if (REGULAR.has(xpos)) return knownBase(form.toLowerCase(), lemma, lexicon);
    return lemma === FIRST_PERSON && xpos === 'PRP' ? 'I' : lemma;
  };
}

/** Rarer words than this, all in capitals, are abbreviations rather than words that are shouted. */
const COMMON = 20_000;

/**
 * The case that EWT's and GUM's lemmas have where the script knows only the commonest: capitals inside a word stay
 * (`PayPal`), and so do those of an abbreviation that is no common word (`OPCW`).
 */
function inCase(form: string, xpos: string, lemma: string, lexicon: LemmaLexicon): string {
  const lower = form.toLowerCase();
  if (lemma.toLowerCase() !== lower) return lemma;
  if (/\p{Ll}\p{Lu}/u.test(form)) return form;
  const shouted = (lexicon.rankOf(lower) ?? Number.POSITIVE_INFINITY) < COMMON;
  return /^NN$|^FW$/.test(xpos) && /^\p{Lu}{2,5}$/u.test(form) && !shouted ? form : lemma;
}

/** Tags of inflected words with regular endings. */
const REGULAR = new Set(['VBD', 'VBN', 'VBG', 'VBZ', 'NNS', 'JJR', 'JJS', 'RBR', 'RBS']);
const ENDING = /^(.{2,}?)(?:ing|ed|es|er|est)$/;

/** How many times more frequent another base must be to take the place of the script's. */
const CLEARLY = 4;

/** Of the bases a regular form can have ("provoking": `provok`, `provoke`; "clashes": `clashe`, `clash`), the script's unless another is far better known. */
function knownBase(form: string, lemma: string, lexicon: LemmaLexicon): string {
  const stem = ENDING.exec(form)?.[1];
  if (!stem) return lemma;
  let best = lemma;
  let rank = (lexicon.rankOf(lemma) ?? Number.POSITIVE_INFINITY) / CLEARLY;
  for (const base of [stem, `${stem}e`, stem.replace(/([b-df-hj-np-tv-z])\1$/, '$1'), stem.replace(/i$/, 'y')]) {
    const other = lexicon.rankOf(base);
    if (other !== undefined && other < rank) {
      best = base;
      rank = other;
    }
  }
  return best;
}
