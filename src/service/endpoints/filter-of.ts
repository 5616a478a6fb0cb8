// From query parameters to the filters of the record.
import type { z } from 'zod';
import type { ItemFilter } from '../../record/record.ts';
import type { AsOf } from '../../record/views.ts';
import type { QUERIES } from '../queries.ts';

type Written = z.infer<typeof QUERIES.marks> & { readonly limit: number; readonly offset: number };

/** Parameter -> field of the record's filter. */
const FIELDS = {
  limit: 'limit',
  offset: 'offset',
  from: 'from',
  to: 'to',
  kind: 'kinds',
  type: 'types',
  modality: 'modalities',
  item: 'ids',
  retold: 'retold',
  actor: 'actors',
  recipient: 'recipients',
  entity: 'entities',
  about: 'about',
  pair: 'pair',
  document: 'documents',
  publisher: 'publishers',
  review: 'reviews',
  rule: 'rules',
  text: 'text',
} as const satisfies Partial<Record<keyof Written, keyof ItemFilter>>;

type Fields = typeof FIELDS;
type Filter<Q> = { -readonly [P in keyof Q & keyof Fields as Fields[P]]: NonNullable<Q[P]> };

/** The filter that a query stands for; what is not asked is not there. */
export function filterOf<Q extends object>(query: Q): Partial<Filter<Q>> & { readonly asOf?: AsOf } {
  const fields = Object.entries(FIELDS).flatMap(([parameter, field]) => {
    const value = (query as Record<string, unknown>)[parameter];
    return value === undefined ? [] : [[field, value]];
  });
  return { ...Object.fromEntries(fields), ...asOfOf(query) };
}

/** The two dates of a query, where it has one. */
export function asOfOf(query: { readonly world?: string; readonly known?: string } | object): { readonly asOf?: AsOf } {
  const { world, known } = query as AsOf;
  if (world === undefined && known === undefined) return {};
  return { asOf: { ...(world !== undefined && { world }), ...(known !== undefined && { known }) } };
}

/** A field, where it is asked for. */
export const given = <N extends string, V>(name: N, value: V | undefined): { readonly [K in N]?: V } =>
  (value === undefined ? {} : { [name]: value }) as { readonly [K in N]?: V };
