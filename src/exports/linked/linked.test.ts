// Web Annotations, linked data and FollowTheMoney: read by the libraries of others, or by strict checks of the lists.
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { DEALINGS, TALKS } from '../testing/dealings.ts';
import { exported } from '../testing/export.ts';

interface Annotation {
  readonly id: string;
  readonly type: string;
  readonly motivation: string;
  readonly body: readonly { readonly value: string; readonly purpose: string }[];
  readonly target: {
    readonly source: string;
    readonly selector: readonly [
      { readonly start: number; readonly end: number },
      { readonly exact: string; readonly prefix: string; readonly suffix: string },
    ];
  };
}

describe('Web Annotations', () => {
  const annotations = async (all = DEALINGS) => {
    const collection = JSON.parse((await exported('web-annotation', all)).text);
    expect(collection).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationCollection',
      first: { type: 'AnnotationPage' },
    });
    expect(collection.total).toBe(collection.first.items.length);
    return collection.first.items as Annotation[];
  };

  it('have what the model asks for, each with an id of its own', async () => {
    const items = await annotations();
    expect(items.length).toBeGreaterThan(12);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    for (const { id, type, target, motivation } of items) {
      expect(id).toMatch(/^urn:[^\s<>"]+$/);
      expect([type, motivation]).toEqual(['Annotation', 'tagging']);
      expect(target.source).toMatch(/^urn:rapporteur:document:[^\s<>"]+$/);
    }
  });

  it('stand at the words, counted in code points, with the words around them', async () => {
    const texts = new Map(DEALINGS.map(({ id, text }) => [`urn:rapporteur:document:${encodeURIComponent(id)}`, text]));
    for (const { target } of await annotations()) {
      const points = [...(texts.get(target.source) ?? '')];
      const [{ start, end }, { exact, prefix, suffix }] = target.selector;
      expect(points.slice(start, end).join('')).toBe(exact);
      expect(points.slice(0, start).join('').endsWith(prefix)).toBe(true);
      expect(points.slice(end).join('').slice(0, suffix.length)).toBe(suffix);
      for (const part of [prefix, suffix]) expect(part).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
    }
  });

  it('say what did not happen', async () => {
    const tags = (await annotations([TALKS])).map(({ body }) => body.map(({ value }) => value));
    expect(tags.filter((values) => values.includes('modality: negated'))).toHaveLength(1);
    expect(tags.filter((values) => values.includes('modality: planned'))).toHaveLength(1);
  });
});

describe('JSON-LD', () => {
  it('expands without the network and loses no field', async () => {
    const { text } = await exported('jsonld', DEALINGS);
    const documentLoader = (url: string): never => {
      throw new Error(`asked for ${url}`);
    };
    // In safe mode a term without meaning is an error.
    const nodes = await jsonld.expand(JSON.parse(text), { documentLoader, safe: true });
    const typed = (type: string) => nodes.filter((node) => (node['@type'] as string[]).includes(type));
    expect(typed('https://schema.org/Event')).toHaveLength(7);
    expect(typed('https://schema.org/Article')).toHaveLength(2);
    expect(typed('https://schema.org/Country').length).toBe(2);
    const ids = new Set(nodes.map((node) => node['@id']));
    expect(ids.size).toBe(nodes.length);
    const named = [...text.matchAll(/"(urn:rapporteur:(?:entity|document|event|statement):[^"]+)"/g)].map(
      ([, iri]) => iri,
    );
    for (const iri of named) expect(ids).toContain(iri);
    const quads = await jsonld.toRDF(JSON.parse(text), { documentLoader, safe: true });
    expect(quads.length).toBeGreaterThan(100);
  });
});

describe('FollowTheMoney', () => {
  /** Properties of the schemata that the export uses, with those they inherit. */
  const THING = [
    'name',
    'summary',
    'description',
    'country',
    'alias',
    'sourceUrl',
    'publisher',
    'keywords',
    'topics',
    'proof',
  ];
  const INTERVAL = ['startDate', 'endDate', 'date', 'summary', 'description', 'sourceUrl', 'publisher'];
  const SCHEMATA: Readonly<Record<string, readonly string[]>> = {
    Article: [...THING, 'title', 'author', 'fileName', 'bodyText', 'language', 'publishedAt'],
    PublicBody: THING,
    Organization: THING,
    LegalEntity: THING,
    Person: [...THING, 'position'],
    Project: [...THING, ...INTERVAL],
    Event: [...THING, ...INTERVAL, 'location', 'involved', 'organizer'],
    Membership: [...INTERVAL, 'member', 'organization', 'role'],
    UnknownLink: [...INTERVAL, 'subject', 'object', 'role'],
  };

  it('has known schemata and properties only, lists of strings, and entities for all it refers to', async () => {
    const { text } = await exported('ftm', DEALINGS);
    const entities = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; schema: string; properties: Record<string, string[]> });
    const ids = new Map(entities.map((entity) => [entity.id, entity.schema]));
    expect(ids.size).toBe(entities.length);
    for (const { id, schema, properties, ...rest } of entities) {
      expect(rest).toEqual({});
      expect(id).toMatch(/^[a-z0-9]+$/);
      for (const [name, values] of Object.entries(properties)) {
        expect(SCHEMATA[schema], `${schema} ${name}`).toContain(name);
        expect(values.length).toBeGreaterThan(0);
        for (const value of values) expect(value).toEqual(expect.any(String));
        if (['involved', 'member', 'organization', 'subject', 'object'].includes(name))
          for (const value of values) expect(ids.has(value)).toBe(true);
        if (name === 'proof') for (const value of values) expect(ids.get(value)).toBe('Article');
        if (/date/i.test(name)) for (const value of values) expect(value).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
      }
    }
    const events = entities.filter(
      ({ schema, properties }) => schema === 'Event' && !properties.keywords?.includes('statement'),
    );
    expect(
      events.map(({ properties }) => properties.date ?? [properties.startDate?.[0], properties.endDate?.[0]]),
    ).toEqual([['2013-02-03'], ['2013-03'], ['2013-03-01', '2013-05-31'], [undefined, undefined]]);
    expect(entities.find(({ properties }) => properties.name?.[0] === 'Norway')?.properties.country).toEqual(['no']);
  });
});
