import { expect, test } from 'vitest';
import type { PositionView } from '../../../src/service/contract.ts';
import { allOf, changesIn, noValues, valuesOf } from './fields.ts';

const entity = (id: string) => ({ id, name: id, kind: 'state', code: null }) as const;
const position = {
  kind: 'position',
  actor: entity('A'),
  on: entity('B'),
  stance: 'opposes',
  time: { value: '2007', start: null, end: null, basis: 'expression' },
} as unknown as PositionView;

test('nothing changed sends nothing; what changed goes as ids and plain values', () => {
  const before = valuesOf(position);
  expect(changesIn('position', before, before)).toEqual({});
  const after = { ...before, actor: [entity('C')], time: null };
  expect(changesIn('position', before, after)).toEqual({ actor: 'C', time: null });
});

test('a new item has a value for every field', () => {
  expect(allOf('event', { ...noValues('event'), actor: [entity('A')] })).toEqual({
    ...{ actor: ['A'], type: 'AGREE', recipient: [], about: [], place: null, time: null },
    ...{ modality: 'actual', background: false },
  });
});
