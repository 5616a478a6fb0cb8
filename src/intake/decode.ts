// Turns a file's bytes into text: by byte order mark, as UTF-8, as the page declares, or as the letters make likely.
import { guessEncoding } from './guess-encoding.ts';

/**
 * The text of a file. Never throws: bytes that no encoding explains become U+FFFD.
 * @param declared an encoding's name from a page's own declaration; a byte order mark goes before it
 */
export function decode(bytes: Uint8Array, declared?: string | null): string {
  return decodeAs(bytes, encodingOf(bytes, declared));
}

/**
 * The encoding of a file: by a byte order mark, UTF-8 where that explains all of it, what is declared, else what its
 * letters make likely.
 * @param isCut whether these are only the file's first bytes, whose last character may be cut
 */
export function encodingOf(bytes: Uint8Array, declared?: string | null, isCut = false): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const wide = wideEncoding(bytes);
  if (wide) return wide;
  if (isUtf8(bytes, isCut)) return 'utf-8';
  if (declared && !/^utf-?(?:8|16)/i.test(declared) && isKnown(declared)) return declared;
  return looksLikeUtf8(bytes) ? 'utf-8' : guessEncoding(bytes);
}

/** Decodes a stream piece by piece, in the encoding of `encodingOf`. */
export async function* decodeStream(stream: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  const repaired = (text: string) => (decoder.encoding === 'windows-1252' ? withPunctuation(text) : text);
  for await (const chunk of stream) yield repaired(decoder.decode(chunk, { stream: true }));
  yield repaired(decoder.decode());
}

/** The encoding that a page declares in its first bytes ("<meta charset=koi8-r>"), or null. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const start = decodeAs(bytes.subarray(0, 4096), 'windows-1252');
  return (
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(start)?.[1] ??
    /^<\?xml[^>]{0,100}encoding=["']([\w-]{2,40})/.exec(start)?.[1] ??
    null
  );
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  const decoder = new TextDecoder(encoding);
  const text = decoder.decode(bytes);
  return decoder.encoding === 'windows-1252' ? withPunctuation(text) : text;
}

/** What windows-1252 has from 0x80 to 0x9f, where ISO 8859-1 has control characters; unassigned ones stay. */
const PUNCTUATION = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node 20 decodes windows-1252 as ISO 8859-1 (nodejs/node issue 56542): the quotation marks are put in here. */
function withPunctuation(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => PUNCTUATION.charAt(control.charCodeAt(0) - 0x80));
}

function isUtf8(bytes: Uint8Array, isCut: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut });
    return true;
  } catch {
    return false;
  }
}

function isKnown(encoding: string): boolean {
  try {
    new TextDecoder(encoding);
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 without a byte order mark: a text of Latin letters has a zero in every second byte. */
function wideEncoding(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096);
  const zeros = [0, 0];
  for (let i = 0; i < length; i += 1) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > 0.3 * length && even < 0.02 * length) return 'utf-16le';
  return even > 0.3 * length && odd < 0.02 * length ? 'utf-16be' : null;
}

/** Whether most bytes above ASCII stand in sequences of UTF-8: a file cut or broken in a place, not one in another encoding. */
function looksLikeUtf8(bytes: Uint8Array): boolean {
  let high = 0;
  let inSequence = 0;
  for (let i = 0; i < Math.min(bytes.length, 1_000_000); i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    high += 1;
    const length = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let following = 0;
    while (following < length && ((bytes[i + following + 1] ?? 0) & 0xc0) === 0x80) following += 1;
    if (length > 0 && following === length) {
      inSequence += length + 1;
      high += length;
      i += length;
    }
  }
  return high > 0 && inSequence > 0.9 * high;
}
