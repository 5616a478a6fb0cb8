import { expect, test } from 'vitest';
import { Fault } from '../../model/fault.ts';
import type { Reading } from '../../model/reading.ts';
import type { OpenRecord } from '../../record/record.ts';
import { createRecorder, type Read } from './recorder.ts';

const read = (id: string): Read => ({
  task: { document: { id, text: '' }, path: `${id}.txt`, hash: id },
  reading: { id } as Reading,
});

/** A record that is opened anew after each failure, and fails at commits as told. */
function failing(failures: readonly unknown[]) {
  const kept: string[] = [];
  const told: (string | null)[] = [];
  let commits = 0;
  const stopping = new AbortController();
  const recorder = createRecorder({
    open: async () => {
      const waiting: string[] = [];
      return {
        add: async ({ id }: { id: string }) => void waiting.push(id),
        commit: async () => {
          const failure = failures[commits];
          commits += 1;
          if (failure) throw failure;
          kept.push(...waiting);
        },
        close: async () => undefined,
      } as unknown as OpenRecord;
    },
    version: '1',
    onOutage: (reason) => told.push(reason),
    signal: stopping.signal,
  });
  return { recorder, kept, told, stopping };
}

const away = new Fault('record-unwritable', { path: 'x', reason: 'gone' });

test('readings are kept once when the record comes back, and its absence is told once', async () => {
  const { recorder, kept, told } = failing([away, new Error('write EPIPE'), away]);
  await recorder.keep([read('a'), read('b')]);
  expect(kept).toEqual(['a', 'b']);
  expect(told).toEqual([away.message, null]);
});

test('a fault that does not pass ends the work, and so does telling it to stop', async () => {
  const newer = new Fault('record-newer', { path: 'x', found: 9, known: 1 });
  await expect(failing([newer]).recorder.keep([read('a')])).rejects.toBe(newer);
  const { recorder, stopping, kept } = failing(Array.from({ length: 99 }, () => away));
  const keeping = recorder.keep([read('a')]);
  setTimeout(() => stopping.abort(), 50);
  await expect(keeping).rejects.toBe(away);
  expect(kept).toEqual([]);
});
