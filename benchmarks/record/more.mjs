// What some more documents take in a record that is large already: writing them, and merging them with the others.
// node benchmarks/record/more.mjs RECORD [--documents N] [--seed N]
import { parseArgs } from 'node:util';
import { openRecord } from '../../dist/record/record.js';
import { generated } from './generate.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { documents: { type: 'string', default: '50' }, seed: { type: 'string', default: '2' } },
});
const record = await openRecord(positionals[0]);
await record.settle();
const { documents: before } = await record.summary();
const timed = async (work) => {
  const started = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return `${Math.round(performance.now() - started)} ms by the clock, ${Math.round((user + system) / 1000)} ms of processor time`;
};
const written = await timed(async () => {
  for (let n = 0; n < Number(values.documents); n += 1) {
    const { document, reading } = generated(n, { seed: Number(values.seed) });
    const told = { ...document, id: `more-${values.seed}-${n}` };
    await record.add(told, reading, { path: 'more.jsonl', hash: 'x', version: '1' });
  }
  await record.commit();
});
const settled = await timed(() => record.settle());
console.log(`${values.documents} more documents than ${before}: written in ${written}, merged in ${settled}`);
await record.close();
