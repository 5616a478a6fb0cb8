import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeTask, parseTask, type Task } from './task.ts';

const task = (text: string): Task => ({ document: { id: 'a', text }, path: 'a.txt', hash: 'h' });

describe('a task', () => {
  it('is the same after it went through the queue, packed or not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.nat(300), (text, most) => {
        expect(parseTask(encodeTask(task(text), most))).toEqual({ ok: true, task: task(text) });
      }),
    );
  });

  it('is packed only where it is longer than the server takes', () => {
    const text = 'The envoys met again. '.repeat(1000);
    expect(encodeTask(task(text), 1e6).length).toBeGreaterThan(20_000);
    expect(encodeTask(task(text), 10_000).length).toBeLessThan(1000);
  });

  it.each([
    ['an empty message', new Uint8Array()],
    ['a damaged package', Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2, 3])],
    ['a package of something else', gzipSync(randomBytes(50))],
    ['a bomb', gzipSync(new Uint8Array(200 * 2 ** 20))],
  ])('is none of %s', { timeout: 20_000 }, (_, bytes) => {
    expect(parseTask(bytes)).toMatchObject({ ok: false });
  });
});
