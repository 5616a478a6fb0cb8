// Finds PDF files whose compressed streams swell beyond reason, before a library unpacks them.
import { constants, inflateSync } from 'node:zlib';
import { EXPANSION_FROM, LARGEST_EXPANSION } from '../limits.ts';

/** Deflate makes at most 1,032 bytes of one: shorter streams cannot swell above `EXPANSION_FROM`. */
const SHORTEST = Math.floor(EXPANSION_FROM / 1032);

/** So many bytes before a stream hold its dictionary. */
const DICTIONARY = 1024;

/**
 * Whether a stream of the file unfolds to more than `EXPANSION_FROM` bytes and `LARGEST_EXPANSION` times its size, or is
 * compressed twice over, which only bombs are. Pictures are left aside, since no picture is unpacked for its words.
 */
export function isPdfBomb(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const dictionary = dictionaryBefore(file, at);
    if (!/\/(?:FlateDecode|Fl)\b/.test(dictionary) || /\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    if ((dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b/g)?.length ?? 0) > 1) return true;
    const start = at + 6 + (file[at + 6] === 13 ? 2 : 1);
    const end = file.indexOf('endstream', start);
    const stream = file.subarray(start, end === -1 ? file.length : end);
    if (stream.length >= SHORTEST && swellsOut(stream)) return true;
  }
  return false;
}

/** What stands between the stream's beginning and that of its object. */
function dictionaryBefore(file: Buffer, at: number): string {
  const before = file.subarray(Math.max(0, at - DICTIONARY), at).toString('latin1');
  return before.slice(before.lastIndexOf(' obj') + 1);
}

function swellsOut(stream: Buffer): boolean {
  const most = Math.max(EXPANSION_FROM, LARGEST_EXPANSION * stream.length);
  try {
    inflateSync(stream, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH });
    return false;
  } catch (error) {
    // Other faults of the stream are told by the library that reads it.
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
  }
}
