// How long a list that is narrowed by typing waits for the next letter.
import { describe, expect, it } from 'vitest';
import { restNow } from './use-typed.ts';

describe('the rest after a letter', () => {
  it.each([
    [0, 0],
    [60, 0],
    [150, 0],
  ])('is none where the last answer took %i ms', (took, rest) => {
    expect(restNow(took)).toBe(rest);
  });

  it('is longer where each letter would keep the service busy', () => {
    expect(restNow(151)).toBeGreaterThan(100);
    expect(restNow(4000)).toBe(restNow(151));
  });
});
