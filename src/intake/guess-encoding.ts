// Guesses the encoding of bytes that are no UTF-8 and declare nothing, by the frequency of letters and their pairs.
import { analyse } from 'chardet';

/** So many bytes are looked at. */
const SAMPLE = 100_000;

/** Encodings of other scripts than the Latin: a text in one of them is full of bytes above ASCII. */
const OTHER_SCRIPTS =
  /^(?:windows-125[1356]|iso-8859-[5678]|koi8-r|shift_jis|euc-(?:jp|kr)|big5|gb18030|iso-2022-(?:jp|kr|cn))$/i;

/** Encodings of Latin letters that windows-1252 lacks, by chardet's names. */
const OTHER_LATIN = /^(?:windows-125[047]|iso-8859-(?:2|4|9|13))$/i;

/** Less than this, in chardet's hundredths, is chance. */
const LEAST = 20;

/** What Western and Central European letters have in common makes both likely: only a clear lead counts. */
const LEAD = 20;

/**
 * `windows-1251`, `koi8-r`, `gb18030` … where the letters speak for it, else `windows-1252`, which also stands for
 * ISO 8859-1 and for plain ASCII. Method: Mozilla's and ICU's character set detection, as `chardet` has it.
 */
export function guessEncoding(bytes: Uint8Array): string {
  const guesses = analyse(bytes.subarray(0, SAMPLE)).filter(({ name }) => isDecoded(name));
  const western = guesses.find(({ name }) => /^(?:windows-1252|iso-8859-1)$/i.test(name))?.confidence ?? 0;
  const script = guesses.find(({ name }) => OTHER_SCRIPTS.test(name));
  if (script && script.confidence >= LEAST && sharesRuns(bytes)) return script.name.toLowerCase();
  const latin = guesses.find(({ name }) => OTHER_LATIN.test(name));
  return latin && latin.confidence >= western + LEAD ? latin.name.toLowerCase() : 'windows-1252';
}

function isDecoded(name: string): boolean {
  try {
    new TextDecoder(name);
    return true;
  } catch {
    return false;
  }
}

/** Whether the bytes above ASCII stand together as words do, and not alone as accented letters and quotation marks do. */
function sharesRuns(bytes: Uint8Array): boolean {
  let high = 0;
  let together = 0;
  let run = 0;
  for (const byte of bytes.subarray(0, SAMPLE)) {
    if (byte >= 0x80) {
      high += 1;
      run += 1;
    } else {
      if (run >= 3) together += run;
      run = 0;
    }
  }
  if (run >= 3) together += run;
  return together > 0.5 * high;
}
