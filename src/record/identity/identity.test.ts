// Which names of different documents are one entity, and which stay apart.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entity } from '../../model/items.ts';
import { foldName, foldPerson, isAbbreviation } from './fold.ts';
import { identitiesOf, outsideOfTable } from './key.ts';
import { jointName, namedParties } from './named-parties.ts';
import { type Identity, resolve } from './resolve.ts';

describe('folding names', () => {
  it.each([
    ['The Baltic–Nordic Council’s', 'baltic nordic council'],
    ["Norway's", 'norway'],
    ['U.S.', 'us'],
    ['Centre for Defence Organisations', 'center for defense organizations'],
    ['offence', 'offence'],
    ['São Tomé', 'sao tome'],
    ['the', 'the'],
    ['Россия', 'россия'],
    ['???', '???'],
  ])('%s -> %s', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it.each([
    ['Sergey Orlov', 'Sergei Orlov'],
    ['Dmitriy Volkov', 'Dmitry Volkov'],
    ['Anna Petterson', 'Ana Peterson'],
  ])('%s is %s', (one, other) => {
    expect(foldPerson(one)).toBe(foldPerson(other));
  });

  it('does not change what is folded', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(foldName(foldName(name)).length).toBeLessThanOrEqual(foldName(name).length);
      }),
    );
  });

  it.each([
    ['NATO', true],
    ['U.S.', true],
    ['START-2', true],
    ['Nato', false],
    ['N', false],
    ['Council', false],
  ])('%s is an abbreviation: %s', (name, is) => {
    expect(isAbbreviation(name)).toBe(is);
  });
});

const TEXT = 'Norse, not Norway';
const NORWAY: Entity = {
  id: 'n',
  kind: 'state',
  name: 'Norway',
  code: 'NOR',
  partOf: null,
  offices: [],
  mentions: [{ span: [0, 5], form: 'name' }],
};
const entity = (kind: Entity['kind'], name: string, partOf: string | null = null): Entity => ({
  id: name,
  kind,
  name,
  code: null,
  partOf,
  offices: [],
  mentions: [{ span: [10, 16], form: 'name' }],
});
const identityOf = (one: Entity, ...others: readonly Entity[]) =>
  identitiesOf([one, ...others], { id: 'd', text: TEXT }).get(one.id);

describe('identities', () => {
  it.each([
    [{ ...entity('state', 'Kingdom of Norway'), code: 'NOR' }, 'state|NOR'],
    [entity('state', 'Ruritania'), 'state|ruritania'],
    [entity('person', 'Sergey Orlov', 'n'), 'person|sergei orlov'],
    [entity('person', 'Orlov', 'n'), 'person|orlov|state|NOR'],
    [entity('person', 'Orlov'), 'person|orlov|'],
    [entity('body', 'Foreign Ministry', 'n'), 'body|foreign ministry|state|NOR'],
    [entity('body', 'the Norwegian Foreign Ministry', 'n'), 'body|foreign ministry|state|NOR'],
    [entity('body', 'Norse Foreign Ministry', 'n'), 'body|foreign ministry|state|NOR'],
    [entity('body', 'Normal Foundation', 'n'), 'body|normal foundation|state|NOR'],
    [entity('body', 'Norwegian-Swedish Council', 'n'), 'body|norwegian swedish council|state|NOR'],
    [entity('body', 'Norwegian', 'n'), 'body|norwegian|state|NOR'],
    [entity('group', 'Norwegian officials', 'n'), 'group|officials|state|NOR'],
    [entity('agreement', 'The Fjord Treaty', 'n'), 'agreement|fjord treaty'],
  ])('of %j is %s', (one, identity) => {
    expect(identityOf(one, NORWAY)).toBe(identity);
  });

  it('of what two sides have together is the same in either order, whomever it is counted to', () => {
    const sweden: Entity = { ...entity('state', 'Sweden'), id: 's', code: 'SWE' };
    const identities = ['Sweden-Norway Council', 'Norway-Sweden Council'].flatMap((name) =>
      ['n', 's', null].map((owner) => identityOf(entity('body', name, owner), NORWAY, sweden)),
    );
    expect(new Set(identities)).toEqual(new Set(['body|norway sweden council|*']));
    expect(identityOf(entity('agreement', 'Sweden-Norway Act'), NORWAY, sweden)).toBe('agreement|norway sweden act');
  });

  it('of a person without a name is another in every document', () => {
    const envoy: Entity = { ...entity('person', 'envoy'), mentions: [{ span: [0, 5], form: 'nominal' }] };
    const general: Entity = { ...entity('person', 'Secretary General'), offices: ['secretary general'] };
    for (const person of [envoy, general]) {
      const [here, there] = ['here', 'there'].map((id) => identitiesOf([person], { id, text: TEXT }).get(person.id));
      expect(here).not.toBe(there);
      expect(here?.startsWith('person|')).toBe(false);
    }
  });

  it.each([
    ['2009-06-30', 'person|jap de hop schefer'],
    ['2013', 'person|anders fogh rasmusen'],
    // One left and one came: nobody knows which is meant.
    ['2009-08', null],
    ['1921-05-01', null],
    [null, null],
  ])('of "the Secretary General" of NATO in %s is %s', (published, expected) => {
    const nato: Entity = { ...entity('organization', 'NATO'), id: 'nato' };
    const general: Entity = { ...entity('person', 'Secretary General', 'nato'), offices: ['Secretary General'] };
    const found = identitiesOf([general, nato], { id: 'd', text: TEXT }, published).get(general.id);
    if (expected === null) expect(found).toMatch(/^person of /);
    else expect(found).toBe(expected);
    const former = { ...general, name: 'former Secretary General', offices: ['former Secretary General'] };
    expect(identitiesOf([former, nato], { id: 'd', text: TEXT }, published).get(general.id)).not.toBe(expected);
    expect(outsideOfTable([general, nato], published).map(({ office }) => office)).toEqual(
      published !== null && expected === null ? ['Secretary General'] : [],
    );
  });

  it('looks through what a body belongs to up to the state, and not round in circles', () => {
    const ministry = entity('body', 'Foreign Ministry', 'n');
    expect(identityOf(entity('body', 'Press Office', 'Foreign Ministry'), ministry, NORWAY)).toBe(
      'body|press office|state|NOR',
    );
    const a = entity('body', 'A', 'B');
    expect(identityOf(a, entity('body', 'B', 'A'))).toMatch(/^body\|a\|/);
    expect(identityOf(entity('body', 'C', 'missing'))).toBe('body|c|');
  });
});

let keys = 0;
function identity(kind: Identity['kind'], name: string, more: Partial<Identity> & { owner?: string } = {}): Identity {
  keys += 1;
  const { owner = '', ...rest } = more;
  const parts = kind === 'person' && name.includes(' ') ? [kind, name] : [kind, name, owner];
  return {
    key: keys,
    kind,
    identity: parts.join('|'),
    titles: [name],
    names: [name],
    owners: new Set(owner ? [owner] : []),
    offices: new Set(),
    ...rest,
  };
}
/** Names of the identities that came together, a list for each. */
function merged(...identities: readonly Identity[]): readonly (readonly string[])[] {
  const into = resolve(identities);
  const groups = new Map<number | undefined, string[]>();
  for (const { key, identity: name } of identities) {
    groups.set(into.get(key), [...(groups.get(into.get(key)) ?? []), name.split('|').slice(1).join('|')]);
  }
  return [...groups.values()];
}

describe('merging identities', () => {
  it('joins a surname with the one full name of the same state', () => {
    expect(merged(identity('person', 'orlov', { owner: 'state|NOR' }), identity('person', 'ada orlov'))).toHaveLength(
      1,
    );
    expect(
      merged(
        identity('person', 'orlov', { owner: 'state|NOR' }),
        identity('person', 'ada orlov', { owner: 'state|SWE' }),
      ),
    ).toHaveLength(2);
  });

  it('leaves a surname alone where two have it, unless the office tells which', () => {
    const two = [
      identity('person', 'ada orlov', { offices: new Set(['envoy']) }),
      identity('person', 'ben orlov', { offices: new Set(['minister']) }),
    ];
    expect(merged(...two, identity('person', 'orlov'))).toHaveLength(3);
    expect(merged(...two, identity('person', 'orlov', { offices: new Set(['minister']) }))).toEqual([
      ['ada orlov'],
      ['ben orlov', 'orlov|'],
    ]);
  });

  it('joins last names of several words, and the surname through them', () => {
    expect(
      merged(identity('person', 'holm'), identity('person', 'dahl holm'), identity('person', 'eva dahl holm')),
    ).toHaveLength(1);
  });

  it('joins a bare surname with the same one of a state', () => {
    expect(merged(identity('person', 'orlov'), identity('person', 'orlov', { owner: 'state|NOR' }))).toHaveLength(1);
  });

  it('joins an abbreviation with the one name it is used for', () => {
    const long = identity('agreement', 'fjord fisheries treaty', { names: ['Fjord Fisheries Treaty', 'FFT'] });
    expect(merged(identity('agreement', 'fft', { names: ['FFT'] }), long)).toHaveLength(1);
    expect(merged(identity('organization', 'fft', { names: ['FFT'] }), long)).toHaveLength(2);
    const rival = identity('agreement', 'free ferry treaty', { names: ['FFT'] });
    expect(merged(identity('agreement', 'fft', { names: ['FFT'] }), long, rival)).toHaveLength(3);
  });

  it('joins what is named with a number with the one longer name that ends so', () => {
    const long = identity('agreement', 'norway sweden council work program for 2013');
    expect(merged(identity('agreement', 'work program for 2013'), long)).toHaveLength(1);
    expect(merged(identity('agreement', 'work program'), long)).toHaveLength(2);
    expect(merged(identity('agreement', '2013'), long)).toHaveLength(2);
    expect(merged(identity('activity', 'work program for 2013'), long)).toHaveLength(2);
    const rival = identity('agreement', 'nordic work program for 2013');
    expect(merged(identity('agreement', 'work program for 2013'), long, rival)).toHaveLength(3);
  });

  it('does not take a single common word for an alias', () => {
    const council = identity('body', 'nordic council', { names: ['Council'] });
    expect(merged(identity('body', 'council', { names: ['Council'] }), council)).toHaveLength(2);
  });

  it('joins a body without owner with the one of that name that has one', () => {
    const ours = identity('body', 'foreign ministry', { owner: 'state|NOR' });
    expect(merged(identity('body', 'foreign ministry'), ours)).toHaveLength(1);
    const theirs = identity('body', 'foreign ministry', { owner: 'state|SWE' });
    expect(merged(identity('body', 'foreign ministry'), ours, theirs)).toHaveLength(3);
    expect(merged(ours, theirs)).toHaveLength(2);
  });

  it('joins a body counted to one side with the one of both', () => {
    const joint = identity('body', 'norway sweden council', { owner: '*' });
    const counted = ['state|NOR', 'state|SWE', ''].map((owner) => identity('body', 'norway sweden council', { owner }));
    expect(merged(...counted, joint)).toHaveLength(1);
    expect(merged(...counted)).toHaveLength(3);
  });

  it('gives the same whatever the order', () => {
    const all = [
      identity('person', 'orlov'),
      identity('person', 'orlov', { owner: 'state|NOR' }),
      identity('person', 'ada orlov', { owner: 'state|NOR' }),
      identity('person', 'maria orlov', { owner: 'state|SWE' }),
      identity('body', 'foreign ministry'),
      identity('body', 'foreign ministry', { owner: 'state|NOR' }),
      identity('agreement', 'fft', { names: ['FFT'] }),
      identity('agreement', 'fjord fisheries treaty', { names: ['FFT'] }),
    ];
    const expected = [...resolve(all)].sort(([a], [b]) => a - b);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect([...resolve(shuffled)].sort(([a], [b]) => a - b)).toEqual(expected);
      }),
    );
  });

  it('takes a hundred thousand surnames in a few seconds', () => {
    const many = Array.from({ length: 100_000 }, (_, n) => identity('person', n % 2 ? `name${n} kim` : `kim${n}`));
    const start = performance.now();
    resolve([...many, identity('person', 'kim')]);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('parties in a name', () => {
  const parties = new Map([
    ['norway', 'NOR'],
    ['norwegian', 'NOR'],
    ['korea', 'PRK'],
    ['south korea', 'KOR'],
    ['nordic league', 'NL'],
  ]);
  it.each([
    ['Norway-Korea Council', ['NOR', 'PRK']],
    ['the ambassadors of South Korea and Norway', ['KOR', 'NOR']],
    ['Norwegian envoys to Norway', ['NOR']],
    ['Nordic League–Norway Commission', ['NL', 'NOR']],
    ['Council', []],
    ['', []],
  ])('%s: %j', (name, found) => {
    expect(namedParties(name, parties)).toEqual(found);
  });

  it.each([
    ['South Korea-Norway Council', 'norway south korea council'],
    ['Council of Norway and Korea', 'council of korea and norway'],
    ['embassy of Norway in Korea', null],
    ['Council of Norway', null],
    ['Norway Norwegian Council', null],
  ])('%s is had together as %j', (name, joint) => {
    expect(jointName(name, parties)).toBe(joint);
  });
});
