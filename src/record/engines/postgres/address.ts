// The address of a record in PostgreSQL: postgres://USER:PASSWORD@HOST:PORT/DATABASE?schema=NAME
import { Fault } from '../../../model/fault.ts';

export interface Address {
  /** For the driver. */
  readonly url: string;
  /** The schema that holds the record's tables, so that one database can hold several records and other tables. */
  readonly schema: string;
  /** The address without its password, for people. */
  readonly place: string;
}

const SCHEMA = 'rapporteur';

/** @throws Fault `record-address` */
export function addressOf(given: string): Address {
  const masked = given.replace(/(\/\/[^:/@]*):[^@/]*@/, '$1:***@');
  // Not through `URL`, which refuses an address without a host (a socket on this machine).
  const [base = '', query = ''] = given.split(/\?(.*)/s);
  if (!/^postgres(?:ql)?:\/\/[^/]*\/[^/]+$/i.test(base)) {
    throw new Fault('record-address', { path: masked, reason: 'it names no database' });
  }
  const options = new URLSearchParams(query);
  const schema = options.get('schema') ?? SCHEMA;
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) {
    throw new Fault('record-address', {
      path: masked,
      reason: `the schema "${schema}" is not made of small letters, figures and "_"`,
    });
  }
  options.delete('schema');
  return { url: options.size > 0 ? `${base}?${options}` : base, schema, place: masked };
}
