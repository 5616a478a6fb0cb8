// The register: look-up by place agrees with a plain search, and stays fast on many mentions.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entity } from '../../model/items.ts';
import { contains, lengthOf, type Span } from '../../model/span.ts';
import { createRegister } from './register.ts';

const spans = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]): Span => [start, start + length]);

function mentionsOf(entities: readonly Entity[]): readonly Span[] {
  return entities.flatMap(({ mentions }) => mentions.map(({ span }) => span));
}

describe('register', () => {
  it('adds to the entity of the same kind and name instead of making another', () => {
    const register = createRegister();
    const first = register.add({
      kind: 'state',
      name: 'Ghana',
      code: 'GHA',
      mentions: [{ span: [4, 9], form: 'name' }],
    });
    const second = register.add({
      kind: 'state',
      name: 'Ghana',
      code: 'GHA',
      mentions: [{ span: [20, 25], form: 'name' }],
    });
    expect(second).toBe(first);
    expect(register.get(first)?.mentions.map(({ span }) => span)).toEqual([
      [4, 9],
      [20, 25],
    ]);
    expect(register.get('e9')).toBeNull();
  });

  it('finds what belongs to the other where both have the same words', () => {
    const register = createRegister();
    const state = register.add({ kind: 'state', name: 'Ghana', mentions: [{ span: [0, 6], form: 'nominal' }] });
    const person = register.add({
      kind: 'person',
      name: 'Addo',
      partOf: state,
      mentions: [{ span: [0, 6], form: 'name' }],
    });
    expect(register.at([0, 6])?.id).toBe(person);
    expect(register.within([0, 10]).map(({ id }) => id)).toEqual([state, person]);
  });

  it('orders all by first mention, whenever it was added', () => {
    const register = createRegister();
    register.add({ kind: 'group', name: 'pilots', mentions: [{ span: [50, 56], form: 'nominal' }] });
    register.add({ kind: 'group', name: 'miners', mentions: [{ span: [3, 9], form: 'nominal' }] });
    expect(register.all().map(({ name }) => name)).toEqual(['miners', 'pilots']);
  });

  it('agrees with a plain search over all mentions', () => {
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 30 }), spans, (placed, wanted) => {
        const register = createRegister();
        for (const [at, span] of placed.entries())
          register.add({ kind: 'group', name: `group ${at % 7}`, mentions: [{ span, form: 'nominal' }] });
        const holding = placed.filter((span) => contains(span, wanted));
        const shortest = Math.min(...holding.map(lengthOf));
        const found = register.at(wanted);
        expect(found === null).toBe(holding.length === 0);
        if (found)
          expect(mentionsOf([found]).some((span) => contains(span, wanted) && lengthOf(span) === shortest)).toBe(true);
        const inside = new Set(placed.flatMap((span, at) => (contains(wanted, span) ? [`group ${at % 7}`] : [])));
        expect(new Set(register.within(wanted).map(({ name }) => name))).toEqual(inside);
      }),
    );
  });

  it('takes a hundred thousand mentions and as many questions in little time', () => {
    const register = createRegister();
    const started = performance.now();
    for (let at = 0; at < 100_000; at += 1)
      register.add({
        kind: 'group',
        name: `group ${at % 50}`,
        mentions: [{ span: [at * 3, at * 3 + 2], form: 'nominal' }],
      });
    for (let at = 0; at < 100_000; at += 1) register.at([at * 3, at * 3 + 1]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('takes new mentions between questions in little time', () => {
    const register = createRegister();
    const mention = (at: number, form: 'name' | 'nominal', length: number) =>
      register.add({ kind: 'group', name: `group ${at % 500}`, mentions: [{ span: [at * 9, at * 9 + length], form }] });
    for (let at = 0; at < 50_000; at += 1) mention(at, 'name', 8);
    const started = process.cpuUsage();
    for (let at = 0; at < 10_000; at += 1) {
      mention(at * 4, 'nominal', 4);
      expect(register.at([at * 36, at * 36 + 2])?.name).toBe(`group ${(at * 4) % 500}`);
    }
    const { user } = process.cpuUsage(started);
    expect(user / 1000).toBeLessThan(3_000);
  });
});
