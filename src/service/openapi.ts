// Describes the service as OpenAPI 3.1, from the table of endpoints and the schemas that check their parameters.
import { z } from 'zod';
import { ANSWERS, PARTS, REFUSAL } from './answers/answers.ts';
import type { Endpoint } from './endpoints/endpoint.ts';
import { ENDPOINTS } from './endpoints.ts';
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
    components: { schemas: parts() },
  };
}

/** `/api/events/:id` is `/api/events/{id}` in OpenAPI. */
const addressOf = ({ path }: Endpoint): string => path.replace(/:(\w+)/g, '{$1}');

/** The address of a named part inside the description. */
const addressOfPart = (name: string): string => `#/components/schemas/${name}`;

/** JSON Schema by name, without the marks of a schema that stands alone. */
function parts(): Record<string, object> {
  const { schemas } = z.toJSONSchema(PARTS, { uri: addressOfPart }) as { schemas: Record<string, object> };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const { $schema, $id, ...part } = schema as { $schema?: string; $id?: string };
      return [name, part];
    }),
  );
}

function answer(schema: z.ZodType, description: string): object {
  const name = PARTS.get(schema)?.id ?? '';
  return { description, content: { 'application/json': { schema: { $ref: addressOfPart(name) } } } };
}

function operation(endpoint: Endpoint): object {
  const { path, summary, role } = endpoint;
  return {
    operationId: path.replace(/^\/api\//, '').replace(/\/:id$/, '-by-id'),
    summary,
    parameters: parametersOf(endpoint),
    responses: {
      200: answer(ANSWERS[path], 'The answer.'),
      400: answer(REFUSAL, 'A parameter cannot be read.'),
      ...(role ? { 403: answer(REFUSAL, `This needs the role "${role}".`) } : {}),
      ...(path.includes(':id') ? { 404: answer(REFUSAL, 'There is nothing with this id.') } : {}),
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
