// How long a record takes to answer what the page asks most: the median of several times, when it is warm.
// node benchmarks/record/ask.mjs RECORD [--times N]
import { parseArgs } from 'node:util';
import { openRecord } from '../../dist/record/record.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { times: { type: 'string', default: '5' } },
});
const opened = performance.now();
const record = await openRecord(positionals[0], { readOnly: true });
const first = async (kind) => (await record.entities({ kinds: [kind], limit: 3 })).items.map(({ id }) => id);
const [one, other] = await first('state');
const [agreement] = await first('agreement');
const [person] = await first('person');
const [issue] = await first('issue');
const page = { limit: 50 };

const QUESTIONS = {
  'timeline, first page': () => record.timeline(page),
  'timeline, page of a year': () => record.timeline({ ...page, from: '2013', to: '2013' }),
  'timeline of the pair told of most': () => record.timeline({ ...page, pair: [one, other] }),
  'timeline by actor and type': () => record.timeline({ ...page, actors: [person], types: ['ACCUSE'] }),
  'timeline by issue': () => record.timeline({ ...page, about: [issue] }),
  'timeline with a word in the sentence': () => record.timeline({ ...page, text: 'mihuno', from: '2013' }),
  'search, a rare word': () => record.find('mihuno', page),
  'search of statements, filtered': () =>
    record.find('mihuno', { ...page, from: '2012', to: '2014', kinds: ['statement'] }),
  'pair by month': () => record.temperature({ pair: [one, other], by: 'month' }),
  'all pairs by month': () => record.temperature({ by: 'month' }),
  network: () => record.network(),
  'the agreement told of most': () => record.agreement(agreement),
  summary: () => record.summary(),
  'documents, first page': () => record.documents(page),
  'an entity': () => record.entity(one),
};

console.log(
  `opened in ${Math.round(performance.now() - opened)} ms; ${JSON.stringify((await record.summary()).documents)} documents`,
);
for (const [name, ask] of Object.entries(QUESTIONS)) {
  const times = [];
  const processor = [];
  for (let n = 0; n <= Number(values.times); n += 1) {
    const started = performance.now();
    const before = process.cpuUsage();
    await ask();
    times.push(performance.now() - started);
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000);
    if (times[0] > 20_000) break;
  }
  console.log(`${name}: ${medianOf(times)} ms by the clock, ${medianOf(processor)} ms of processor time`);
}
console.log(`${Math.round(process.resourceUsage().maxRSS / 1024)} MB of memory at most`);
await record.close();

/** Of all but the first, which warms up. */
function medianOf(times) {
  const warm = times.slice(1).sort((a, b) => a - b);
  return Math.round(warm[Math.floor(warm.length / 2)] ?? times[0]);
}
