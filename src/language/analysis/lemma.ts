// Lemmas from edit scripts. A script is `=` (keep the form) or case, letters to drop, `|`, letters to add: `l3|y` makes
// `ministries` into `ministry`. The tree-free variant of Chrupała (2006).

import { BY_TAG, DATE_WORDS, IRREGULAR_PLURALS, PLURALS_ONLY, SPELLINGS } from './lemma-words.ts';

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
 * Addresses stay as they are. Listed are past forms of irregular verbs ("The ministers met": `meet`), abbreviated dates,
 * short spellings and plurals without a singular; the first person is `I` ("They told me"). All else comes from its
 * script, with regular endings checked against known words.
 */
export function createLemmatiser(scripts: readonly string[], lexicon: LemmaLexicon): Lemmatiser {
  return (form, xpos, script) => {
    if (ITS_OWN.test(form)) return form;
    const listed = listedLemma(form, xpos, lexicon);
    if (listed !== undefined) return listed;
    if (xpos.startsWith('PRP') && /sel(?:f|ves)$/i.test(form)) return form.toLowerCase();
    const lemma = inCase(form, xpos, applyLemmaScript(form, scripts[script] ?? '='), lexicon);
    if (REGULAR.has(xpos)) return knownBase(form.toLowerCase(), lemma, lexicon);
    return lemma === FIRST_PERSON && xpos === 'PRP' ? 'I' : lemma;
  };
}

/** A number with its thousands set apart: "22,400" is `22400`. */
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

function listedLemma(form: string, xpos: string, { irregular }: LemmaLexicon): string | undefined {
  const lower = form.toLowerCase();
  if (xpos === 'VBD' || xpos === 'VBN') return irregular.get(lower);
  if (xpos === 'CD' && GROUPED.test(form)) return form.replaceAll(',', '');
  if (xpos === 'NNP') return DATE_WORDS.get(lower.replace(/\.$/, ''));
  if (xpos === 'NNS') return PLURALS_ONLY.has(lower) ? lower : (IRREGULAR_PLURALS.get(lower) ?? lemmaOfMen(lower));
  return SPELLINGS.get(lower) ?? BY_TAG.get(xpos)?.get(lower);
}

/** "Gunmen", "spokeswomen": all plurals in "-men" are of "-man". */
const lemmaOfMen = (plural: string): string | undefined =>
  plural.endsWith('men') ? `${plural.slice(0, -2)}an` : undefined;

/** Rarer words than this, all in capitals, are abbreviations rather than words that are shouted. */
const COMMON = 20_000;

/** Small words inside names, which stay small: "Muammar al Gaddafi". */
const PARTICLES = new Set([
  'al',
  'ul',
  'el',
  'de',
  'der',
  'den',
  'del',
  'della',
  'di',
  'du',
  'la',
  'le',
  'van',
  'von',
  'bin',
  'ibn',
  'of',
  'the',
]);

/**
 * The case that EWT's and GUM's lemmas have where the script knows only the commonest: capitals inside a word stay
 * (`PayPal`), and so do those of an abbreviation that is no common word (`OPCW`) and of a single letter ("plan B": `B`).
 * A name without its capital gets it ("in kerala": `Kerala`); a comparison loses it ("Greater risks": `great`).
 */
function inCase(form: string, xpos: string, lemma: string, lexicon: LemmaLexicon): string {
  const lower = form.toLowerCase();
  if (COMPARED.has(xpos)) return lemma.toLowerCase();
  if (xpos.startsWith('NNP') && /^\p{Ll}{2,}$/u.test(form) && !PARTICLES.has(form)) return capitalised(lemma);
  if (xpos === 'NN' && /^\p{Lu}$/u.test(form)) return form;
  if (lemma.toLowerCase() !== lower) return lemma;
  if (/\p{Ll}\p{Lu}/u.test(form)) return form;
  if ((xpos !== 'NN' && xpos !== 'FW') || !/^\p{Lu}{2,5}$/u.test(form)) return lemma;
  const shouted = (lexicon.rankOf(lower) ?? Number.POSITIVE_INFINITY) < COMMON;
  return shouted ? lemma : form;
}

const COMPARED = new Set(['JJR', 'JJS', 'RBR', 'RBS']);

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** Tags of inflected words with regular endings. */
const REGULAR = new Set(['VBD', 'VBN', 'VBG', 'VBZ', 'NNS', 'JJR', 'JJS', 'RBR', 'RBS']);
const ENDING = /^(.{2,}?)(?:ing|ed|es|er|est)$/;
/** What takes `es` rather than `s`: "clashes", "carries"; "themes" ends in `s` alone. */
const HISSING = /(?:[sxzoi]|[cs]h)es$/;
/** Short verbs in `ie`: "lying", "died". */
const SHORT_IE = /^(under)?([dltv])(?:ying|ied|ies)$/;

/** How many times more frequent another base must be to take the place of the script's. */
const CLEARLY = 4;

/** Of the bases a regular form can have ("provoking": `provok`, `provoke`; "clashes": `clashe`, `clash`), the script's unless another is far better known. */
function knownBase(form: string, lemma: string, lexicon: LemmaLexicon): string {
  const [, prefix = '', letter] = SHORT_IE.exec(form) ?? [];
  if (letter) return `${prefix}${letter}ie`;
  if (form.endsWith('sses')) return form.slice(0, -'es'.length);
  if (form.endsWith('es') && !HISSING.test(form)) return lemma;
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
