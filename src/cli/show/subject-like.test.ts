import { expect, it } from 'vitest';
import { holds, holdsWords } from './subject-like.ts';

it.each([
  ['CFE Treaty', 'cfe', true],
  ['Adapted CFE Treaty', 'cfe treaty', true],
  ['Partnership for Peace Agreement', 'pfp agreement', true],
  ['Partnership for Peace Agreement', 'pp agreement', false],
  ['Agreement on Fisheries', 'agreement fisheries', false],
  ['Scfe Treaty', 'cfe', false],
  ['Partnership', 'pfp', false],
])('%s holds "%s": %s', (name, typed, is) => expect(holds(name, typed.split(' '))).toBe(is));

it.each([
  ['training customs officers from Oman', 'officer training', 'activity', true],
  ["deal between Peru and Chile on Syria's grain", 'syrian grain agreement', 'agreement', true],
  ['Vienna Document', 'vienna document 2011', 'agreement', true],
  ['political contacts', 'suspension of contacts', 'activity', true],
  ['grain exports', 'grain agreement', 'issue', false],
  ['deal on grain', 'agreement', 'agreement', false],
] as const)('%s holds the words of "%s" as %s: %s', (name, typed, kind, is) =>
  expect(holdsWords(name, typed.split(' '), kind)).toBe(is),
);
