// Describes the service as OpenAPI 3.1, from the table of endpoints and the schemas that check their parameters.
import { z } from 'zod';
import { ENDPOINTS, type Endpoint } from './endpoints.ts';
import { isList, isRepeated } from './queries.ts';

interface Described {
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
  readonly required?: readonly string[];
}

export function describeService(version: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rapporteur',
      version,
      description: 'The record of a relationship: who met whom, said what and agreed what, each item with its words.',
    },
    paths: Object.fromEntries(ENDPOINTS.map((endpoint) => [addressOf(endpoint), { get: operation(endpoint) }])),
    components: { schemas: { Refusal: REFUSAL } },
  };
}

/** `/api/events/:id` is `/api/events/{id}` in OpenAPI. */
const addressOf = ({ path }: Endpoint): string => path.replace(/:(\w+)/g, '{$1}');

function operation(endpoint: Endpoint): object {
  const { path, summary, answers } = endpoint;
  const refused = (description: string) => ({
    description,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
  });
  return {
    operationId: path.replace(/^\/api\//, '').replace(/\/:id$/, '-by-id'),
    summary,
    parameters: parametersOf(endpoint),
    responses: {
      200: { description: answers, content: { 'application/json': { schema: { type: 'object', title: answers } } } },
      400: refused('A parameter cannot be read.'),
      ...(path.includes(':id') ? { 404: refused('There is nothing with this id.') } : {}),
    },
  };
}

function parametersOf({ path, query }: Endpoint): readonly object[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input' }) as Described;
  const own = Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    description,
    required: required.includes(name),
    schema,
    ...(isList(query, name) ? { style: 'form', explode: isRepeated(name) } : {}),
  }));
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  return path.includes(':id') ? [id, ...own] : own;
}

const REFUSAL = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: { code: { type: 'string' }, message: { type: 'string' }, parameter: { type: 'string' } },
    },
  },
} as const;
