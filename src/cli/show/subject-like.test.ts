import { expect, it } from 'vitest';
import { holds } from './subject-like.ts';

it.each([
  ['CFE Treaty', 'cfe', true],
  ['Adapted CFE Treaty', 'cfe treaty', true],
  ['Partnership for Peace Agreement', 'pfp agreement', true],
  ['Partnership for Peace Agreement', 'pp agreement', false],
  ['Agreement on Fisheries', 'agreement fisheries', false],
  ['Scfe Treaty', 'cfe', false],
  ['Partnership', 'pfp', false],
])('%s holds "%s": %s', (name, typed, is) => expect(holds(name, typed.split(' '))).toBe(is));
