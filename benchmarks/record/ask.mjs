// How long a record takes to answer what the page asks most: the median of several times, when it is warm.
// node benchmarks/record/ask.mjs RECORD [--times N] [--only WORDS]
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    times: { type: 'string', default: '5' },
    /** Only questions whose names hold this. */
    only: { type: 'string', default: '' },
    /** Folder of the build that is asked. */
    from: { type: 'string', default: '../../dist' },
  },
});
const { openRecord } = await import(`${values.from}/record/record.js`);
const opened = performance.now();
const record = await openRecord(positionals[0], { readOnly: true });
const first = async (kind) => (await record.entities({ kinds: [kind], limit: 3 })).items.map(({ id }) => id);
const [one, other] = await first('state');
const [agreement] = await first('agreement');
const [person] = await first('person');
const [issue] = await first('issue');
const [publisher] = (await record.sources()).publishers.map(({ publisher }) => publisher);
const [document] = (await record.documents({ limit: 1 })).items;
const page = { limit: 50 };
/** In a few hundredths of the documents; "mihuno" is in a thousandth of them. */
const FREQUENT = 'liwesten';
const far = { ...page, offset: 50_000 };

const QUESTIONS = {
  'timeline, first page': () => record.timeline(page),
  'timeline, far down': () => record.timeline(far),
  'timeline, page of a year': () => record.timeline({ ...page, from: '2013', to: '2013' }),
  'timeline by type': () => record.timeline({ ...page, types: ['ASSAULT'], modalities: ['actual'] }),
  'timeline of the pair told of most': () => record.timeline({ ...page, pair: [one, other] }),
  'timeline of the pair, far down': () => record.timeline({ ...far, offset: 5000, pair: [one, other] }),
  'timeline of the state told of most': () => record.timeline({ ...page, entities: [one] }),
  'timeline of two states': () => record.timeline({ ...page, entities: [one, other] }),
  'timeline of a state about an issue': () => record.timeline({ ...page, actors: [one], about: [issue] }),
  'timeline by actor and type': () => record.timeline({ ...page, actors: [person], types: ['ACCUSE'] }),
  'timeline by issue': () => record.timeline({ ...page, about: [issue] }),
  'timeline by publisher': () => record.timeline({ ...page, publishers: [publisher] }),
  'timeline by document': () => record.timeline({ ...page, documents: [document.id] }),
  'timeline with a word in the sentence': () => record.timeline({ ...page, text: 'mihuno', from: '2013' }),
  'timeline with a frequent word': () => record.timeline({ ...page, text: FREQUENT, from: '2013' }),
  'timeline of a state with a word': () => record.timeline({ ...page, text: FREQUENT, actors: [one] }),
  'timeline as of a day': () => record.timeline({ ...page, asOf: { world: '2013-05' } }),
  'timeline as known on a day': () => record.timeline({ ...page, asOf: { known: '2013-05' } }),
  'timeline of a pair as known on a day': () =>
    record.timeline({ ...page, pair: [one, other], asOf: { known: '2013-05' } }),
  'marks of a pair': () => record.marks({ pair: [one, other], kinds: ['event'], most: 2000, by: 'month' }),
  'marks of all': () => record.marks({ kinds: ['event', 'meeting'], most: 2000, by: 'year' }),
  'search, a rare word': () => record.find('mihuno', page),
  'search of statements, filtered': () =>
    record.find('mihuno', { ...page, from: '2012', to: '2014', kinds: ['statement'] }),
  'search, a frequent word': () => record.find(FREQUENT, page),
  'search of statements with a frequent word, filtered': () =>
    record.find(FREQUENT, { ...page, from: '2012', to: '2014', kinds: ['statement'] }),
  'sentences with a word': () => record.search('mihuno', page),
  'pair by month': () => record.temperature({ pair: [one, other], by: 'month' }),
  'all pairs by month': () => record.temperature({ by: 'month' }),
  network: () => record.network(),
  'the agreement told of most': () => record.agreement(agreement, page),
  'register of agreements': () => record.agreements({ limit: 20, shown: 20 }),
  'register of activities': () => record.activities({ limit: 20, shown: 20 }),
  meetings: () => record.meetings(page),
  promises: () => record.promises({ limit: 20 }),
  stands: () => record.stands({ limit: 20, shown: 20 }),
  issues: () => record.issues({ limit: 20 }),
  threads: () => record.threads(page),
  'a thread': () => record.thread(issue, page),
  people: () => record.people(page),
  sources: () => record.sources(),
  latest: () => record.latest(),
  summary: () => record.summary(),
  'documents, first page': () => record.documents(page),
  'a document': () => record.document(document.id),
  entities: () => record.entities(page),
  'an entity': () => record.entity(one),
  'sentences that mention an entity': () => record.mentions(one, page),
};

console.log(
  `opened in ${Math.round(performance.now() - opened)} ms; ${JSON.stringify((await record.summary()).documents)} documents`,
);
for (const [name, ask] of Object.entries(QUESTIONS).filter(([name]) => name.includes(values.only))) {
  const times = [];
  const processor = [];
  let size = '';
  for (let n = 0; n <= Number(values.times); n += 1) {
    const started = performance.now();
    const before = process.cpuUsage();
    const answer = await ask();
    size = answer?.total ?? answer?.rows?.length ?? '';
    times.push(performance.now() - started);
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000);
    if (times[0] > 20_000) break;
  }
  console.log(
    `${name}: ${medianOf(times)} ms by the clock, ${medianOf(processor)} ms of processor time ${size && `(${size})`}`,
  );
}
console.log(`${Math.round(process.resourceUsage().maxRSS / 1024)} MB of memory at most`);
await record.close();

/** Of all but the first, which warms up. */
function medianOf(times) {
  const warm = times.slice(1).sort((a, b) => a - b);
  return Math.round(warm[Math.floor(warm.length / 2)] ?? times[0]);
}
