// How deep the elements of an XML file nest, measured on the stream, before a parser that recurses takes it up.
import { SaxesParser } from 'saxes';

/** Word itself nests some dozens; a table in a table in a text box is still far below. */
export const DEEPEST_XML = 500;

/** The greatest depth found before the first fault of the file; reading ends as soon as it is above `DEEPEST_XML`. */
export async function depthOfXml(stream: AsyncIterable<Uint8Array>): Promise<number> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder();
  let depth = 0;
  let deepest = 0;
  let broken = false;
  parser.on('opentag', () => {
    depth += 1;
    deepest = Math.max(deepest, depth);
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  parser.on('error', () => {
    broken = true;
  });
  for await (const chunk of stream) {
    // What follows a fault is unpacked all the same, since its size counts.
    if (broken) continue;
    parser.write(decoder.decode(chunk, { stream: true }));
    if (deepest > DEEPEST_XML) return deepest;
  }
  return deepest;
}
