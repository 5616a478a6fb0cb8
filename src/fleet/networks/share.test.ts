import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Claim, take } from './claim.ts';
import { createShare } from './share.ts';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const turns = async (count: number) => {
  for (let n = 0; n < count; n += 1) await turn();
};

/** Another thread that does one piece after another, each in so many turns, and notes what it did. */
function slowOther(turnsEach: number) {
  const did: number[] = [];
  let last = Promise.resolve();
  const there = (piece: number) => (claim: Claim) => {
    const done = last.then(async () => {
      if (!take(claim)) return null;
      await turns(turnsEach);
      did.push(piece);
      return { piece };
    });
    last = done.then(() => undefined);
    return done;
  };
  return { did, there };
}

describe('work that two threads share', () => {
  test('is done once, by either, and each gets its own result', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(30), fc.nat(4), fc.nat(4), async (count, turnsHere, turnsThere) => {
        const share = createShare();
        const other = slowOther(turnsThere);
        const didHere: number[] = [];
        const here = (piece: number) => async () => {
          await turns(turnsHere);
          didHere.push(piece);
          return { piece };
        };
        const all = Array.from({ length: count }, (_, piece) => piece);
        const results = await Promise.all(all.map((piece) => share(here(piece), other.there(piece))));
        expect(results).toEqual(all.map((piece) => ({ piece })));
        expect([...didHere, ...other.did].sort((a, b) => a - b)).toEqual(all);
      }),
      { numRuns: 50 },
    );
  });

  test('is done by both where there is much of it', async () => {
    const share = createShare();
    const other = slowOther(3);
    let here = 0;
    const doHere = async () => {
      await turns(3);
      here += 1;
      return {};
    };
    await Promise.all(Array.from({ length: 40 }, (_, piece) => share(doHere, other.there(piece))));
    expect(here).toBeGreaterThan(10);
    expect(other.did.length).toBeGreaterThan(10);
  });

  test('is left to the other thread while there is something else to do', async () => {
    const share = createShare();
    const other = slowOther(0);
    let here = 0;
    const work = Array.from({ length: 20 }, (_, piece) =>
      share(async () => {
        here += 1;
        return {};
      }, other.there(piece)),
    );
    // What does not give way keeps this thread from helping; the other needs no turn for what it does.
    for (let n = 0; n < 500; n += 1) await Promise.resolve();
    expect(here).toBe(0);
    await Promise.all(work);
    expect(other.did).toHaveLength(20);
  });

  test('goes on without the other thread', async () => {
    const share = createShare();
    let here = 0;
    const doHere = async () => {
      here += 1;
      return { here };
    };
    const lost = async () => Promise.reject(new Error('lost'));
    const results = await Promise.all(Array.from({ length: 5 }, () => share(doHere, lost)));
    expect(results).toHaveLength(5);
    expect(here).toBe(5);
  });

  test('fails as it fails here', async () => {
    const share = createShare();
    const failing = (why: string) => async () => Promise.reject(new Error(why));
    await expect(share(failing('here'), failing('there'))).rejects.toThrow('here');
  });
});
