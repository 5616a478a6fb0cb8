// Unpacks gzip as a stream, and stops where a small file swells beyond reason.
import { createGunzip } from 'node:zlib';
import { Fault, reasonOf } from '../../model/fault.ts';
import { type Content, streamContent } from '../content.ts';
import { EXPANSION_FROM, LARGEST_EXPANSION } from '../limits.ts';

/**
 * What a gzip file holds, all its members one after the other. Reading it may give Fault `file-broken`, or
 * `archive-limit` where it swells to more than `LARGEST_EXPANSION` times its size.
 */
export function gunzipped(content: Content, path: string): Content {
  return streamContent(path, async function* () {
    const counter = { taken: 0, given: 0 };
    const gunzip = createGunzip();
    const feeding = feed(content.stream(), gunzip, counter);
    // What stops the feeding reaches the reader through the destroyed stream.
    feeding.catch((error: Error) => gunzip.destroy(error));
    try {
      for await (const chunk of gunzip) {
        counter.given += (chunk as Uint8Array).length;
        if (swells(counter.given, counter.taken)) throw new Fault('archive-limit', { path, reason: SWOLLEN });
        yield chunk as Uint8Array;
      }
    } catch (error) {
      if (error instanceof Fault) throw error;
      throw new Fault('file-broken', { path, kind: 'gzip', reason: reasonOf(error) }, error);
    } finally {
      gunzip.destroy();
    }
  });
}

/** What `archive-limit` says of a bomb. */
export const SWOLLEN = `it unfolds to more than ${LARGEST_EXPANSION} times its size`;

/** Whether so many bytes are too many to come from so few. */
export function swells(unfolded: number, packed: number): boolean {
  return unfolded > EXPANSION_FROM && unfolded > LARGEST_EXPANSION * packed;
}

async function feed(
  stream: AsyncIterable<Uint8Array>,
  gunzip: ReturnType<typeof createGunzip>,
  counter: { taken: number },
): Promise<void> {
  for await (const chunk of stream) {
    if (gunzip.destroyed) return;
    counter.taken += chunk.length;
    if (!gunzip.write(chunk)) {
      await new Promise<void>((done) => {
        gunzip.once('drain', done).once('close', done);
      });
    }
  }
  if (!gunzip.destroyed) gunzip.end();
}
