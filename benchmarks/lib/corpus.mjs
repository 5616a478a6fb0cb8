// A corpus of invented news about dealings between states: any number of documents, the same ones for the same seed.

const STATES = [
  ['Norway', 'Norwegian', 'Oslo'],
  ['Poland', 'Polish', 'Warsaw'],
  ['Brazil', 'Brazilian', 'Brasilia'],
  ['India', 'Indian', 'New Delhi'],
  ['Kenya', 'Kenyan', 'Nairobi'],
  ['Japan', 'Japanese', 'Tokyo'],
  ['Turkey', 'Turkish', 'Ankara'],
  ['Canada', 'Canadian', 'Ottawa'],
  ['Chile', 'Chilean', 'Santiago'],
  ['Egypt', 'Egyptian', 'Cairo'],
];
const FIRST = ['Ada', 'Bruno', 'Carla', 'David', 'Elena', 'Farid', 'Greta', 'Hugo', 'Irene', 'Jonas'];
const LAST = ['Almeida', 'Brandt', 'Castell', 'Dahl', 'Eriksen', 'Falk', 'Grieg', 'Holm', 'Ivers', 'Juhl'];
const OFFICES = ['Foreign Minister', 'Defence Minister', 'President', 'Prime Minister', 'ambassador'];
const ISSUES = [
  'fishing rights',
  'the sea cable',
  'missile defence',
  'the border posts',
  'grain exports',
  'air patrols',
];
const MONTHS = ['January', 'March', 'April', 'June', 'September', 'November'];
const VERBS = ['said', 'told reporters', 'stressed', 'warned', 'added', 'acknowledged'];

/** Sentences by what they tell; each takes the cast of its document and gives about as many words as news has. */
const SENTENCES = [
  ({ a, b, issue, day }) =>
    `${a.name} and ${b.name} signed an agreement on ${issue} in ${b.capital} on ${day}, after talks that had lasted for more than two years.`,
  ({ a, person, verb, b }) =>
    `"We will not accept a solution that leaves out one of the two sides," ${a.people} ${person.office} ${person.name} ${verb}, and asked ${b.name} for an answer.`,
  ({ a, b, issue }) =>
    `${a.name} rejected the proposal of ${b.name} to suspend the working group on ${issue} until the parliament has voted.`,
  ({ person, issue, verb }) =>
    `${person.name} ${verb} that the ministers would meet again next month to discuss ${issue} and the programme of joint exercises.`,
  ({ a, b }) =>
    `Officials in ${a.capital} accused the ${b.people} navy of having entered the waters of the islands without permission.`,
  ({ a, b, number }) =>
    `The two governments agreed to train ${number} border guards a year, and ${a.name} offered to host the first course for its ${b.people} partners.`,
  ({ b, issue, year }) =>
    `Since ${year} the dispute over ${issue} has kept relations with ${b.name} cool, although trade between the neighbours has grown.`,
  ({ a, person, day }) =>
    `The ${a.people} parliament ratified the treaty on ${day} by a large majority; ${person.name} called the vote a sign of trust.`,
  ({ a, b, issue }) =>
    `If no settlement on ${issue} is found by the summer, ${a.name} may recall its ambassador from ${b.capital}, diplomats say.`,
  ({ b, number }) =>
    `Helicopters, spare parts and ${number} tonnes of medical supplies were delivered to ${b.name} under the programme.`,
];

/** Marsaglia's xorshift, 32 bits: numbers from 0 below `below`. */
function numbers(seed) {
  let state = (Math.imul(seed + 1, 2_654_435_761) ^ 0x9e3779b9) | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** Document `n` of a seed, with so many sentences in paragraphs of three. */
export function generatedDocument(n, { seed = 7, sentences = 30 } = {}) {
  const next = numbers(seed * 1_000_003 + n);
  const pick = (list) => list[next(list.length)];
  const year = 2005 + next(15);
  const published = `${year}-${String(1 + next(12)).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}`;
  const states = [pick(STATES), pick(STATES), pick(STATES)].map(([name, people, capital]) => ({
    name,
    people,
    capital,
  }));
  const people = [0, 1, 2].map(() => ({ name: `${pick(FIRST)} ${pick(LAST)}`, office: pick(OFFICES) }));
  const issue = pick(ISSUES);
  const paragraphs = [];
  for (let at = 0; at < sentences; at += 3) {
    const own = Array.from({ length: Math.min(3, sentences - at) }, () =>
      pick(SENTENCES)({
        a: pick(states),
        b: pick(states),
        person: pick(people),
        issue: next(4) ? issue : pick(ISSUES),
        verb: pick(VERBS),
        day: `${1 + next(28)} ${pick(MONTHS)} ${year}`,
        year: year - 1 - next(6),
        number: 10 + next(900),
      }),
    );
    paragraphs.push(own.join(' '));
  }
  const title = `${states[0].name} and ${states[1].name} at odds over ${issue}`;
  return { id: `generated-${n}`, title, published, publisher: 'Benchmark Wire', text: paragraphs.join('\n\n') };
}

export const generatedLines = (count, options) =>
  Array.from({ length: count }, (_, n) => `${JSON.stringify(generatedDocument(n, options))}\n`);
