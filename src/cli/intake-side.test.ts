// The parts of `read` and `watch` that need no record: progress, times to ask again, files that arrive, complaints.
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrivalsIn } from './arrivals.ts';
import { progressOn, shownTime } from './progress.ts';
import { scheduleOf } from './schedule.ts';

describe('progressOn', () => {
  const stream = (isTTY: boolean) => {
    const written: string[] = [];
    const write = (text: string) => written.push(text) > 0;
    return { written, stream: { isTTY, columns: 60, write } as unknown as NodeJS.WriteStream };
  };

  it('shows documents, share, rate and time left on a terminal', () => {
    let time = 0;
    const { written, stream: terminal } = stream(true);
    const progress = progressOn(terminal, 'Reading', () => time);
    progress.show({ documents: 0, share: 0, now: 'a.txt' });
    time = 10_000;
    progress.show({ documents: 50, share: 0.25, now: 'some/very/long/path/to/a/file.txt' });
    expect(written.at(-1)).toBe('\r\u001b[KReading: 50 documents, 25 %, 5.0 a second, 30 s left  …txt');
    progress.end('Done.');
    expect(written.at(-1)).toBe('\r\u001b[KDone.\n');
  });

  it('prints few lines into a log', () => {
    const { written, stream: log } = stream(false);
    const progress = progressOn(log, 'Reading', () => 0);
    for (let i = 0; i <= 1000; i += 1) progress.show({ documents: i, share: i / 1000, now: 'a' });
    expect(written).toHaveLength(9);
    expect(written[0]).toBe('Reading: 100 documents, 10 %\n');
  });

  it.each([
    [0.2, '1 s'],
    [59, '59 s'],
    [90, '2 min'],
    [7500, '2 h 5 min'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(shownTime(seconds)).toBe(text);
  });
});

describe('scheduleOf', () => {
  it('asks at a steady pace, and less and less often what fails', () => {
    const minute = 60_000;
    const schedule = scheduleOf(['a', 'b'], 15 * minute);
    expect(schedule.due(0)).toEqual(['a', 'b']);
    schedule.asked('a', 0, true);
    schedule.asked('b', 0, false);
    expect(schedule.wait(0)).toBe(15 * minute);
    expect(schedule.due(15 * minute)).toEqual(['a']);
    expect(schedule.due(30 * minute)).toEqual(['a', 'b']);
    for (let i = 0; i < 20; i += 1) schedule.asked('b', 0, false);
    expect(schedule.due(6 * 60 * minute)).toContain('b');
    schedule.asked('b', 0, true);
    expect(schedule.due(15 * minute)).toContain('b');
  });
});

describe('arrivalsIn', () => {
  it('gives what is new or changed and no longer being written, once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'arrivals-'));
    try {
      const faults: string[] = [];
      const later = join(folder, 'later');
      let now = Date.now();
      const arrivals = arrivalsIn(
        [folder, later],
        ({ code }) => faults.push(code),
        () => now,
      );
      const file = join(folder, 'a.txt');
      await writeFile(file, 'a');
      expect(await arrivals.look()).toEqual([]);
      expect(arrivals.fresh()).toEqual([file]);
      now += 5000;
      expect(await arrivals.look()).toEqual([file]);
      expect(arrivals.fresh()).toEqual([]);
      expect(await arrivals.look()).toEqual([]);
      await writeFile(file, 'ab');
      await utimes(file, new Date(now), new Date(now));
      now += 5000;
      expect(await arrivals.look()).toEqual([file]);
      await writeFile(`${file}.meta.json`, '{}');
      now += 5000;
      expect(await arrivals.look()).toEqual([file]);
      expect(faults).toEqual(['file-missing']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
