// Lines of a byte stream, cut at line feeds only: JSON Lines may hold U+2028, which Node's readline would cut at.
import { StringDecoder } from 'node:string_decoder';

/**
 * Yields the lines without their line feed (and carriage return); a last line needs none. Bytes that are no UTF-8
 * become U+FFFD. A byte order mark at the start is dropped.
 * @param longest of a longer line only so many units and one are kept, so that an endless one fits into memory
 */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array | string>,
  longest = Number.POSITIVE_INFINITY,
): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  // Pieces of the unfinished line; joined once, since adding to a string of megabytes chunk by chunk is quadratic.
  let pieces: string[] = [];
  let units = 0;
  let first = true;
  const keep = (piece: string) => {
    if (units <= longest) pieces.push(piece.length + units > longest ? piece.slice(0, longest + 1 - units) : piece);
    units += piece.length;
  };
  const finish = (end: string): string => {
    keep(end);
    const line = pieces.join('');
    pieces = [];
    units = 0;
    const from = first && line.startsWith('\uFEFF') ? 1 : 0;
    first = false;
    return line.endsWith('\r') ? line.slice(from, -1) : line.slice(from);
  };
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk));
    let start = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      yield finish(text.slice(start, end));
      start = end + 1;
    }
    if (start < text.length) keep(text.slice(start));
  }
  const rest = decoder.end();
  if (units || rest) yield finish(rest);
}
