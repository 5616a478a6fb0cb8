// Readings as a file of JSON Lines.
import { createPartFile, type ReadingsFile } from './readings-file.ts';

/** Code units that are written at a time. */
const PIECE = 1 << 20;

/** @throws Fault `file-unwritable`, also of `add` and `finish` */
export function createLinesFile(path: string): ReadingsFile {
  const file = createPartFile(path);
  let waiting = '';
  const flush = () => {
    file.write(Buffer.from(waiting));
    waiting = '';
  };
  return {
    async add(line) {
      waiting += `${line}\n`;
      if (waiting.length >= PIECE) flush();
    },
    async finish() {
      flush();
      file.finish();
    },
    discard: () => file.discard(),
  };
}
