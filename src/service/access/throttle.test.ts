import { expect, test } from 'vitest';
import { createThrottle } from './throttle.ts';

test('a few mistakes cost nothing, further ones ever longer waits, up to a quarter of an hour', () => {
  let now = 0;
  const throttle = createThrottle(() => now);
  for (let tries = 0; tries < 4; tries += 1) throttle.failed('a');
  expect(throttle.wait('a')).toBe(0);
  throttle.failed('a');
  expect(throttle.wait('a')).toBe(1_000);
  now = 1_000;
  expect(throttle.wait('a')).toBe(0);
  throttle.failed('a');
  expect(throttle.wait('a')).toBe(2_000);
  for (let tries = 0; tries < 40; tries += 1) throttle.failed('a');
  expect(throttle.wait('a')).toBe(15 * 60_000);
  expect(throttle.wait('b')).toBe(0);
  throttle.succeeded('a');
  expect(throttle.wait('a')).toBe(0);
});
