// Whose "we" a statement is, and which two are "both sides".
import { describe, expect, it } from 'vitest';
import type { Token } from '../model/analysis.ts';
import type { Entity, EntityKind } from '../model/items.ts';
import { createRegister } from './entities/register.ts';
import { Tree } from './events/tree.ts';
import { ownersTold } from './partakers.ts';
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

  it('of what a ministry puts out under any title is the ministry, of what a newspaper does nobody', () => {
    const text = 'Summons of the envoy\nForeign Ministry of Peru\nWe condemn the raid.';
    const entities: readonly Named[] = [
      ['body', 'Foreign Ministry of Peru'],
      ['organization', 'Lima Post'],
    ];
    const { voice, names } = voiceIn('Summons of the envoy', text, entities, 'Foreign Ministry of Peru');
    expect(names(voice.we)).toEqual(['Foreign Ministry of Peru']);
    expect(
      voiceIn('Summons of the envoy', text.replace('Foreign Ministry of Peru', 'Lima Post'), entities, 'Lima Post')
        .voice.we,
    ).toEqual([]);
  });

  it('of a declaration is those whom its first words name', () => {
    const text = 'Arica Declaration\nWe, the Presidents of Peru and Chile, declare:';
    const { voice, names } = voiceIn('Arica Declaration', text, TWO);
    expect(names(voice.we)).toEqual(['Peru', 'Chile']);
  });

  it.each([
    [
      'Arica Summit Declaration\nIssued by the Heads of State of the Andes Union\n\nWe welcome Peru and Chile.',
      ['Andes Union'],
    ],
    ['Arica Summit Declaration\nIssued by the meeting of the Andes Council\n\nWe welcome Peru.', ['Andes Union']],
    ['Arica Declaration\n\nWe, the Presidents of Peru and Chile, have met in the Andes Union.', ['Peru', 'Chile']],
    ['Arica Declaration\n\nWe welcome Peru and Chile.', []],
  ])('of a paper titled in two lines, or without names, in "%s"', (text, expected) => {
    const register = createRegister();
    const at = (name: string) => ({ span: [text.indexOf(name), text.indexOf(name) + name.length] as const });
    const add = (kind: EntityKind, name: string, partOf: string | null = null) =>
      register.add({
        kind,
        name,
        partOf,
        mentions: text.includes(name) ? [{ ...at(name), form: 'name' as const }] : [],
      });
    const union = add('organization', 'Andes Union');
    add('body', 'Andes Council', union);
    add('state', 'Peru');
    add('state', 'Chile');
    const published = { value: null, basis: 'unknown' } as const;
    const head = { title: text.split('\n')[0] ?? '', publisher: null, author: null, language: 'en', published };
    const voice = new Voice({ document: { id: 'test', text }, head, register });
    expect(voice.we.map((id) => register.get(id)?.name)).toEqual(expected);
  });
});

describe('the speaker of a speech', () => {
  const THREE: readonly Named[] = [
    ['person', 'Ana Torres'],
    ['person', 'Luis Diaz'],
    ['state', 'Peru'],
  ];
  it.each([
    ['Address by the President of Peru, Ana Torres, to the Assembly', ['Ana Torres']],
    ['Opening remarks of Ana Torres', ['Ana Torres']],
    ['Speech by Ana Torres at the dinner for Luis Diaz', ['Ana Torres']],
    ['Luis Diaz praises the speech of Ana Torres', []],
    ['Address to the Assembly by nobody', []],
  ])('titled "%s"', (title, expected) => {
    const { voice, names } = voiceIn(title, `${title}\nPeru, Ana Torres and Luis Diaz are there.`, THREE);
    expect(names(voice.orator === null ? [] : [voice.orator])).toEqual(expected);
    expect(names(voice.we)).toEqual(expected);
  });
});

describe('people named by what they are there', () => {
  const THREE: readonly Named[] = [...TWO, ['state', 'Bolivia']];
  const group = (name: string) =>
    ({ id: 'g', kind: 'group', name, code: null, partOf: null, offices: [], mentions: [] }) as unknown as Entity;
  const meant = (text: string, name: string, title: string | null = null, more: readonly Named[] = []) => {
    const { voice, names } = voiceIn(title, text, [...THREE, ...more]);
    return names(voice.partakers(group(name), text.length));
  };

  it.each([
    ['Peru, Chile and Bolivia met. Argentina was told of it.', 'three countries', ['Peru', 'Chile', 'Bolivia']],
    ['Peru, Chile and Bolivia met.', 'three leaders', ['Peru', 'Chile', 'Bolivia']],
    ['Peru and Chile met.', 'three countries', []],
    ['Peru, Chile and Bolivia met.', 'four countries', []],
    ['Peru, Chile and Bolivia met.', 'participants', []],
    ['Peru, Chile and Bolivia met.', 'farmers', []],
  ])('in "%s": %s', (text, name, expected) => {
    const more: readonly Named[] = text.includes('Argentina') ? [['state', 'Argentina']] : [];
    expect(meant(text, name, null, more)).toEqual(expected);
  });

  it('are those who issue the paper', () => {
    const title = 'Joint Statement by Peru, Chile and Bolivia';
    for (const name of ['Participants', 'Ministers', 'member states', 'Heads of State and Government'])
      expect(meant(`${title}\nThey met.`, name, title), name).toEqual(['Peru', 'Chile', 'Bolivia']);
    expect(meant(`${title}\nThey met.`, 'reporters', title)).toEqual([]);
  });

  it('are the alliance alone, where it issues the paper with a state and "allies" are told of', () => {
    const title = 'Joint Statement by Peru and the Andes Union';
    const union: readonly Named[] = [['organization', 'Andes Union']];
    expect(meant(`${title}\nThey met.`, 'allies', title, union)).toEqual(['Andes Union']);
    expect(meant(`${title}\nThey met.`, 'participants', title, union)).toEqual(['Peru', 'Andes Union']);
  });

  it('are those whose states the text has told with their office', () => {
    const text = 'The Ministers of Peru and Chile met. The Ministers of Bolivia stayed away.';
    const told = (name: string, partOf: string, words: string) => {
      const start = text.indexOf(words);
      const mentions = [{ span: [start, start + words.length] as const, form: 'nominal' as const }];
      return { id: name, kind: 'group', name, partOf, mentions } as unknown as Entity;
    };
    const both = 'The Ministers of Peru and Chile';
    const list = [told('Peruvian Ministers', 'PER', both), told('Chilean Ministers', 'CHL', both)];
    expect(ownersTold('Ministers', list, text.length)).toEqual(['PER', 'CHL']);
    expect(ownersTold('Ministers', list.slice(0, 1), text.length)).toEqual([]);
    expect(ownersTold('farmers', list, text.length)).toEqual([]);
    expect(ownersTold('Ministers', list, 3)).toEqual([]);
  });
});

describe('the organisation of the title', () => {
  it.each([
    ['Andes Union ministers meet', ['Andes Union']],
    ['Andes Union and Lake League meet', []],
    ['Peru and Chile meet', []],
  ])('"%s"', (title, expected) => {
    const entities: readonly Named[] = [...TWO, ['organization', 'Andes Union'], ['organization', 'Lake League']];
    const { voice, names } = voiceIn(title, `${title}\nThey met.`, entities);
    expect(names(voice.organisationOfTitle)).toEqual(expected);
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

  it('are the two that the text is about, where a third stands near', () => {
    const text = 'Peru warned Chile. Chile warned Peru. Peru, Chile and Bolivia met. The two sides agreed.';
    const { voice, names } = voiceIn(null, text, [...TWO, ['state', 'Bolivia']]);
    expect(names(voice.sidesAt(text.indexOf('The two')))).toEqual(['Peru', 'Chile']);
  });

  it('are the two that the title tells of together, whoever is named beside one of them', () => {
    const title = 'Peru and Chile talk again';
    const text = `${title}\nPeru met Chile. ${'Then they dined. '.repeat(30)}Peru spoke of Bolivia, and of Bolivia again. Both sides agreed.`;
    const { voice, names } = voiceIn(title, text, [...TWO, ['state', 'Bolivia']]);
    expect(names(voice.sidesAt(text.indexOf('Both')))).toEqual(['Peru', 'Chile']);
  });

  it('are nobody where three are named', () => {
    const text = 'Peru, Chile and Bolivia met. The two sides agreed.';
    const { voice } = voiceIn(null, text, [...TWO, ['state', 'Bolivia']]);
    expect(voice.sidesAt(text.indexOf('The two'))).toEqual([]);
  });
});

describe('a phrase for both sides', () => {
  /** "The ministers", with what else hangs on the noun. */
  function phrase(text: string, words: string, lemma: string, more: readonly string[] = []) {
    const start = text.indexOf(words);
    const forms = words.split(' ');
    let from = start;
    const tokens = forms.map((form, at): Token => {
      const span = [from, from + form.length] as const;
      from += form.length + 1;
      const last = at === forms.length - 1;
      const deprel = last ? 'root' : (more[at] ?? 'det');
      const isNoun = last ? 'NNS' : 'DT';
      return {
        span,
        lemma: last ? lemma : form,
        upos: last ? 'NOUN' : 'DET',
        xpos: isNoun,
        feats: '_',
        head: last ? 0 : forms.length,
        deprel,
      };
    });
    return { tree: new Tree(tokens, text), at: forms.length - 1 };
  }

  it.each([
    ['Peru and Chile met. The ministers agreed.', 'The ministers', 'minister', [], ['Peru', 'Chile']],
    ['Peru accused Chile. The countries share a lake.', 'The countries', 'country', [], ['Peru', 'Chile']],
    // Those of one of them, where nothing is told that the two did together.
    ['Peru accused Chile. The ministers resigned.', 'The ministers', 'minister', [], []],
    ['Peru and Chile met. The European ministers agreed.', 'The European ministers', 'minister', ['det', 'amod'], []],
    // They stand together against another.
    ['Peru and Chile met. The allies refused.', 'The allies', 'ally', [], []],
    ['Peru and Chile met. Some ministers agreed.', 'Some ministers', 'minister', [], []],
  ] as const)('in "%s"', (text, words, lemma, more, expected) => {
    const { voice, names } = voiceIn(null, text, TWO);
    const { tree, at } = phrase(text, words, lemma, more);
    expect(names(voice.sidesMeant(tree, at))).toEqual(expected);
  });

  it.each([
    ['Berg met Torres in Lima. Sow praised the deal. The two leaders will meet again.', ['Berg', 'Torres']],
    ['Berg phoned Torres. The two leaders agreed.', ['Berg', 'Torres']],
    ['Berg met Torres and Sow in Lima. The two leaders will meet again.', []],
  ] as const)('for persons in "%s"', (text, expected) => {
    const { voice, names } = voiceIn(
      null,
      text,
      ['Berg', 'Torres', 'Sow'].map((name) => ['person', name] as const),
    );
    const { tree, at } = phrase(text, 'The two leaders', 'leader');
    expect(names(voice.sidesMeant(tree, at))).toEqual(expected);
  });

  it('for offices is plain in a text whose title names the two', () => {
    const text = 'Peru and Chile: a chronology. The ministers drew a map.';
    const { voice, names } = voiceIn('Peru and Chile: a chronology', text, TWO);
    const { tree, at } = phrase(text, 'The ministers', 'minister');
    expect(names(voice.sidesMeant(tree, at))).toEqual(['Peru', 'Chile']);
  });

  it.each([
    ['Peru and Chile are near. The two Presidents spoke in Lima. They agreed.', ['Peru', 'Chile']],
    ['Peru and Chile are near. Guests of both spoke in Lima. They agreed.', []],
  ])('by a pronoun, in "%s"', (text, expected) => {
    const { voice, names } = voiceIn(null, text, TWO);
    const start = text.indexOf('They');
    const span = [start, start + 'They'.length] as const;
    const they: Token = { span, lemma: 'they', upos: 'PRON', xpos: 'PRP', feats: '_', head: 0, deprel: 'root' };
    expect(names(voice.sidesMeant(new Tree([they], text), 0))).toEqual(expected);
  });

  it('does not count the state of the capital they meet in', () => {
    const text = 'Peru and Chile met in Brasilia. The countries agreed.';
    const { voice, names } = voiceIn(null, text, [...TWO, ['state', 'Brasilia'], ['place', 'Brasilia']]);
    expect(names(voice.sidesAt(text.indexOf('The')))).toEqual(['Peru', 'Chile']);
  });
});
