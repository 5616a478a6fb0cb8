// Makes any number of small documents about invented dealings, the same ones each time, for tests of size and speed.
import { EVENT_TYPES } from '../../model/plover.ts';
import type { Told } from './build.ts';

const CODES = ['NOR', 'SWE', 'FIN', 'DNK', 'ISL', 'EST', 'LVA', 'LTU', 'POL', 'DEU', 'NLD', 'BEL', 'FRA', 'GBR', 'IRL'];
const FIRST = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn', 'Greta', 'Hugo', 'Ines', 'Jon'];
const LAST = [
  'Abel',
  'Brandt',
  'Carlsen',
  'Dahl',
  'Eriksen',
  'Falk',
  'Grieg',
  'Holm',
  'Iversen',
  'Juhl',
  'Krog',
  'Lund',
];
const THINGS = ['fish quota', 'sea cable', 'rail link', 'grain deal', 'border post', 'power grid', 'ferry line'];

/** Marsaglia's xorshift, 32 bits: numbers from 0 below `below`. */
function numbers(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** Document `n`: ten sentences, ten events of one day each, ten statements. */
export function generated(n: number): Told {
  const next = numbers(n + 1);
  const published = `20${10 + next(10)}-${two(1 + next(12))}-${two(1 + next(28))}`;
  const states = [...new Set([0, 1, 2, 3].map(() => CODES[next(CODES.length)] ?? 'NOR'))];
  const person = `${FIRST[next(FIRST.length)]} ${LAST[next(LAST.length)]}`;
  const thing = THINGS[next(THINGS.length)] ?? '';
  const about = { kind: 'issue', name: thing } as const;
  const lines = Array.from({ length: 10 }, (_, at) => {
    const [actor, recipient] = [states[next(states.length)] ?? '', states[next(states.length)] ?? ''];
    const trigger = `act${n}x${at}`;
    return { actor, recipient, trigger, type: EVENT_TYPES[next(EVENT_TYPES.length)] ?? 'AGREE' };
  });
  return {
    id: `generated-${n}`,
    published,
    text: lines
      .map(
        ({ actor, recipient, trigger }, at) =>
          `${actor} ${trigger} ${recipient} on the ${thing} and ${person} cue${at} claim${at} held`,
      )
      .join('. '),
    entities: [
      ...states.map((code) => ({ kind: 'state', name: code, code }) as const),
      { kind: 'person', name: person, partOf: states[0] ?? '', offices: ['Minister'] },
      about,
    ],
    events: lines.map(({ actor, recipient, trigger, type }) => ({
      type,
      trigger,
      actor: [actor],
      recipient: recipient === actor ? [] : [recipient],
      about: [thing],
      time: published,
    })),
    statements: lines.map((_, at) => ({
      speaker: [person],
      cue: `cue${at}`,
      content: `claim${at} held`,
      about: [thing],
    })),
  };
}

const two = (value: number): string => String(value).padStart(2, '0');
