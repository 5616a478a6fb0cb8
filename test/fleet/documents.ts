// Small documents about invented dealings that no two of are alike, as lines of JSON.

const STATES = ['Norway', 'Poland', 'Brazil', 'India', 'Kenya', 'Japan', 'Turkey', 'Canada', 'Chile', 'Egypt'];
const MATTERS = ['fishing rights', 'the sea cable', 'air patrols', 'grain exports', 'border posts'];
const PEOPLE = ['Ada Brandt', 'Hugo Falk', 'Irene Castell', 'Jonas Grieg'];

export function documentLines(count: number): string {
  return Array.from({ length: count }, (_, n) => {
    const of = (list: readonly string[], step: number) => list[(n * step + Math.floor(n / 7)) % list.length] ?? '';
    const [a, b] = [of(STATES, 3), of(STATES, 7)];
    const day = `20${10 + (n % 10)}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
    const text =
      `${a} and ${b} signed agreement number ${n} on ${of(MATTERS, 2)} on Monday. ` +
      `"We accept point ${n}," ${a}'s Foreign Minister ${of(PEOPLE, 5)} said. ${b} rejected the rest of the offer.`;
    return `${JSON.stringify({ id: `talks-${n}`, text, published: day })}\n`;
  }).join('');
}
