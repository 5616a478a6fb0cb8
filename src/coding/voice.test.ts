// Whose "we" a statement is, and which two are "both sides".
import { describe, expect, it } from 'vitest';
import type { EntityKind } from '../model/items.ts';
import { createRegister } from './entities/register.ts';
import { Voice } from './voice.ts';

type Named = readonly [EntityKind, string];

function voiceIn(title: string | null, text: string, entities: readonly Named[], publisher: string | null = null) {
  const register = createRegister();
  for (const [kind, name] of entities) {
    const mentions = [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
      span: [index, index + name.length] as const,
      form: 'name' as const,
    }));
    register.add({ kind, name, mentions });
  }
  const published = { value: null, basis: 'unknown' } as const;
  const voice = new Voice({
    document: { id: 'test', text },
    head: { title, publisher, author: null, language: 'en', published },
    register,
  });
  return { voice, names: (ids: readonly string[]) => ids.map((id) => register.get(id)?.name) };
}

const TWO: readonly Named[] = [
  ['state', 'Peru'],
  ['state', 'Chile'],
];

describe('we', () => {
  it.each([
    ['Joint Statement by Peru and Chile on the Fishing Agreement', ['Peru', 'Chile']],
    ['Peru-Chile Joint Communiqué', ['Peru', 'Chile']],
    ['Statement of Peru regarding the elections in Chile', ['Peru']],
    ['Peru and Chile at odds over fish', []],
  ])('of "%s"', (title, expected) => {
    const { voice, names } = voiceIn(title, `${title}\nPeru and Chile met. We regret it.`, TWO);
    expect(names(voice.we)).toEqual(expected);
  });

  it('of a statement without a name in its title is the body that issues it', () => {
    const text = 'Foreign Ministry of Peru\nStatement on the raid\nWe condemn it.';
    const entities: readonly Named[] = [
      ['body', 'Foreign Ministry of Peru'],
      ['state', 'Peru'],
    ];
    const { voice, names } = voiceIn('Statement on the raid', text, entities, 'Foreign Ministry of Peru');
    expect(names(voice.we)).toEqual(['Foreign Ministry of Peru']);
  });

  it('of a declaration is those whom its first words name', () => {
    const text = 'Arica Declaration\nWe, the Presidents of Peru and Chile, declare:';
    const { voice, names } = voiceIn('Arica Declaration', text, TWO);
    expect(names(voice.we)).toEqual(['Peru', 'Chile']);
  });
});

describe('both sides', () => {
  it('are the two states just named, where no other is named as often', () => {
    const text = 'Peru and Chile met. The two sides agreed.';
    const { voice, names } = voiceIn(null, text, TWO);
    expect(names(voice.sidesAt(text.indexOf('The two')))).toEqual(['Peru', 'Chile']);
  });

  it('are those of the title, where others were just named', () => {
    const text = 'Bolivia wrote to Brazil about tin. Bolivia waits. Brazil too. The two sides agreed. Peru. Chile.';
    const entities: readonly Named[] = [...TWO, ['state', 'Bolivia'], ['state', 'Brazil'], ['state', 'tin']];
    const { voice, names } = voiceIn('Peru and Chile settle', text, entities);
    expect(names(voice.sidesAt(text.indexOf('The two')))).toEqual(['Peru', 'Chile']);
  });

  it('are nobody where three are named', () => {
    const text = 'Peru, Chile and Bolivia met. The two sides agreed.';
    const { voice } = voiceIn(null, text, [...TWO, ['state', 'Bolivia']]);
    expect(voice.sidesAt(text.indexOf('The two'))).toEqual([]);
  });
});
