// Marks sources as finished once their documents are recorded, so that "rapporteur read" passes over them.
import type { Queue } from '../queue/open-queue.ts';
import { parseEnd } from '../queue/source-end.ts';
import type { Recorder } from './recorder.ts';

/** Ends of sources looked at in one transaction. */
const TOGETHER = 200;
/** When an end whose documents are still with workers is looked at again, in milliseconds. */
const LATER = 5000;

/**
 * Takes the ends of sources that wait. Where a document is still to come, the end waits on; where none is, because one
 * of them was put aside, the source stays unfinished, and a later run of `read` looks at it again.
 * @returns whether a source was finished
 */
export async function finishSources(queue: Queue, recorder: Recorder): Promise<boolean> {
  let any = false;
  for (;;) {
    const messages = await queue.takeEnds(TOGETHER);
    if (messages.length === 0) return any;
    // Asked when the ends are here: an end comes into the queue after all of its documents.
    const isLast = (await queue.left()).tasks === 0;
    const parsed = messages.map((message) => ({ message, end: parseEnd(message.data) }));
    const ends = parsed.flatMap(({ message, end }) => (end ? [{ message, end }] : []));
    const finished = await recorder.finish(ends.map(({ end }) => end));
    for (const [at, { message }] of ends.entries()) {
      if (finished[at] || isLast) message.ack();
      else message.nak(LATER);
      any ||= finished[at] ?? false;
    }
    for (const { message, end } of parsed) if (!end) message.term();
    await queue.connection.flush();
  }
}
