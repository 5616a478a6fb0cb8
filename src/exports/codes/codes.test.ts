// The codes of actors and events: values by tables, and that no state of the lexicon lacks its row.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES, PLOVER } from '../../model/plover.ts';
import type { Registered } from '../selection/register.ts';
import { actorCodes } from './actor-codes.ts';
import { cameoOf } from './cameo.ts';
import { COUNTRIES } from './countries.ts';
import { goldsteinOf } from './goldstein.ts';
import { ORGANIZATIONS } from './organizations.ts';

const lexicon = (table: string) =>
  readFileSync(fileURLToPath(new URL(`../../../lexicon/${table}`, import.meta.url)), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .slice(1);

const state = (code: string, name: string) => ({ id: code, kind: 'state', name, code }) as const;
const actor = (fields: Partial<Registered> & Pick<Registered, 'kind' | 'name'>): Registered => ({
  id: 'x',
  code: null,
  offices: [],
  owner: null,
  between: [],
  ...fields,
});
const RUSSIA = state('RUS', 'Russia');
const NATO = { id: 'n', kind: 'organization', name: 'NATO', code: null } as const;

describe('codes of actors', () => {
  it.each<[string, Registered, string, string, string, number | null]>([
    ['a state', actor(RUSSIA), 'RUS', 'RUS', '', 365],
    ['Kosovo', actor(state('XKX', 'Kosovo')), 'KSV', 'KOS', '', 347],
    ['the Soviet Union', actor(state('SUN', 'Soviet Union')), 'SUN', 'SUN', '', 365],
    [
      'a minister',
      actor({ kind: 'person', name: 'S. Lavrov', offices: ['Foreign Minister'], owner: RUSSIA }),
      'RUSGOV',
      'RUS',
      'GOV',
      365,
    ],
    [
      'a defence minister',
      actor({ kind: 'person', name: 'A. Serdyukov', offices: ['Defence Minister'], owner: RUSSIA }),
      'RUSGOVMIL',
      'RUS',
      'GOV,MIL',
      365,
    ],
    ['an army', actor({ kind: 'body', name: 'Russian forces', owner: RUSSIA }), 'RUSMIL', 'RUS', 'MIL', 365],
    ['a parliament', actor({ kind: 'body', name: 'State Duma', owner: RUSSIA }), 'RUSLEG', 'RUS', 'LEG', 365],
    ['an alliance', actor(NATO), 'IGOWSTNAT', 'IGO', '', null],
    [
      'its chief, who is no general',
      actor({ kind: 'person', name: 'J. Stoltenberg', offices: ['Secretary General'], owner: NATO }),
      'IGOWSTNAT',
      'IGO',
      'GOV',
      null,
    ],
    ['the United Nations', actor({ kind: 'organization', name: 'United Nations' }), 'IGOUNO', 'UNO', '', null],
    ['the European Union', actor({ kind: 'organization', name: 'European Union' }), 'IGOEUREEC', 'EUR', '', null],
    ['a movement', actor({ kind: 'organization', name: 'Greenpeace' }), 'NGMENVGRP', 'NGO', '', null],
    ['people of no known state', actor({ kind: 'group', name: 'reporters' }), 'MED', '', 'JRN', null],
    ['somebody', actor({ kind: 'person', name: 'Jane Doe' }), '', '', '', null],
  ])('of %s', (_, given, cameo, plover, sectors, cow) => {
    const codes = actorCodes(given);
    expect(codes).toMatchObject({ cameo, plover, cow });
    expect(codes.ploverSectors.join()).toBe(sectors);
    expect(codes.cameoTypes.length).toBeLessThanOrEqual(3);
  });

  it('splits an alliance as GDELT does', () => {
    expect(actorCodes(actor(NATO))).toMatchObject({ cameoCountry: 'WST', cameoGroup: 'NAT', cameoTypes: ['IGO'] });
  });

  it('has a row for every state of the lexicon, each code once', () => {
    for (const line of lexicon('states.tsv')) expect(COUNTRIES.has(line.split('\t')[0] ?? ''), line).toBe(true);
    const fips = [...COUNTRIES.values()].flatMap((codes) => codes.fips ?? []);
    expect(new Set(fips).size).toBe(fips.length);
    for (const code of fips) expect(code).toMatch(/^[A-Z]{2}$/);
  });

  it('names organisations as the lexicon does, in groups of three letters', () => {
    const named = new Set(lexicon('organizations.tsv').map((line) => line.split('\t')[0]));
    const unknown = [...ORGANIZATIONS.keys()].filter((name) => !named.has(name));
    expect(unknown).toEqual([]);
    for (const { code } of ORGANIZATIONS.values()) expect(code).toMatch(/^(?:[A-Z]{3})+$/);
  });
});

describe('codes of events', () => {
  const modes = EVENT_TYPES.flatMap((type) =>
    [null, ...Object.keys(PLOVER[type].modes)].map((mode) => [type, mode] as const),
  );

  it.each(modes)('%s %s has a code with a value on the scale', (type, mode) => {
    const { code, base, root } = cameoOf({ type, mode, cameo: null });
    expect(code).toMatch(/^(?:0[1-9]|1\d|20)\d{1,2}$/);
    expect([base, root]).toEqual([code.slice(0, 3), code.slice(0, 2)]);
    expect(Math.abs(goldsteinOf(code) ?? 99)).toBeLessThanOrEqual(10);
  });

  it.each([
    ['040', 1, 1],
    ['057', 1, 8],
    ['062', 2, 7.4],
    ['0871', 2, 9],
    ['112', 3, -2],
    ['1312', 3, -5.8],
    ['154', 4, -7.2],
    ['1823', 4, -10],
    ['204', 4, -10],
  ])('%s is of quad class %i and has %d on the scale', (cameo, quad, value) => {
    expect(cameoOf({ type: 'AGREE', mode: null, cameo }).quad).toBe(quad);
    expect(goldsteinOf(cameo)).toBe(value);
  });

  it('has no value for what is no code', () => {
    expect(goldsteinOf('99')).toBeNull();
  });
});
