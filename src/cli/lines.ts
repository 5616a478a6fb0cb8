// Lines of a byte stream, cut at line feeds only: JSON Lines may hold U+2028, which Node's readline would cut at.
import { StringDecoder } from 'node:string_decoder';

/**
 * Yields the lines without their line feed (and carriage return); a last line needs none. Bytes that are no UTF-8
 * become U+FFFD. A byte order mark at the start is dropped.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  // Pieces of the unfinished line; joined once, since adding to a string of megabytes chunk by chunk is quadratic.
  let pieces: string[] = [];
  let first = true;
  const finish = (end: string): string => {
    pieces.push(end);
    const line = pieces.join('');
    pieces = [];
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
    if (start < text.length) pieces.push(text.slice(start));
  }
  const rest = decoder.end();
  if (pieces.length || rest) yield finish(rest);
}
