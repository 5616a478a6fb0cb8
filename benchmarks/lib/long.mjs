// Does time grow with the length of one document? Seconds and peak memory from 0.3 to 5 MB, each twice the one before.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedDocument } from './corpus.mjs';
import { runProgram } from './program.mjs';

const SIZES = [0.3125, 0.625, 1.25, 2.5, 5];

export async function longDocuments(build, folder) {
  const rows = [];
  console.log('     MB  seconds  processor  s per MB  peak memory');
  for (const size of SIZES) {
    const path = join(folder, 'long.jsonl');
    const document = generatedDocument(0, { sentences: Math.round(size * 7600) });
    writeFileSync(path, `${JSON.stringify({ ...document, text: document.text.slice(0, size * 1e6) })}\n`);
    const run = await runProgram(build, ['code', '--threads', '1', path]);
    rows.push({ size, ...run });
    console.log(
      `${size.toFixed(2).padStart(7)} ${run.seconds.toFixed(1).padStart(8)} ${run.cpu.toFixed(1).padStart(10)} ` +
        `${(run.cpu / size).toFixed(1).padStart(9)} ${run.memory.toFixed(0).padStart(8)} MiB`,
    );
  }
  return rows;
}
