// Quantised rows come back as numbers times their scale.
import { describe, expect, it } from 'vitest';
import { openTable } from './tables.ts';

function buffer(bytes: readonly number[], scales: readonly number[]): { data: ArrayBuffer; scalesAt: number } {
  const scalesAt = Math.ceil(bytes.length / 4) * 4;
  const data = new ArrayBuffer(scalesAt + 4 * scales.length);
  new Uint8Array(data).set(bytes);
  new Float32Array(data, scalesAt).set(scales);
  return { data, scalesAt };
}

describe('openTable', () => {
  it('reads eight bits', () => {
    const { data, scalesAt } = buffer([1, 255, 127, 129], [1, 0.5]);
    const table = openTable(data, { rows: 2, size: 2, bits: 8, at: 0, scalesAt });
    const into = new Float32Array(3);
    table.add(0, 1, into, 1);
    table.add(1, 2, into, 1);
    expect([...into]).toEqual([0, 128, -128]);
  });

  it('reads four bits, the first number in the low half', () => {
    const { data, scalesAt } = buffer([0x8f, 0x19], [0.5]);
    const table = openTable(data, { rows: 1, size: 4, bits: 4, at: 0, scalesAt });
    const into = new Float32Array(4);
    table.add(0, 1, into, 0);
    expect([...into]).toEqual([3.5, 0, 0.5, -3.5]);
  });

  it('adds nothing for a row outside the table', () => {
    const { data, scalesAt } = buffer([9, 9], [1]);
    const into = new Float32Array(2);
    openTable(data, { rows: 1, size: 2, bits: 8, at: 0, scalesAt }).add(7, 1, into, 0);
    expect([...into]).toEqual([0, 0]);
  });
});
