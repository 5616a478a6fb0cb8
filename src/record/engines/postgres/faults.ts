// PostgreSQL's errors in the words of the fault catalogue.
import { Fault, reasonOf } from '../../../model/fault.ts';

/** Classes and codes of SQLSTATE that say the server or the right to use it is not there (PostgreSQL manual, appendix A). */
const UNREACHABLE = /^(?:08|28|3D|53300|57P)/;
/** Read-only, not allowed, no room, or another writer holds on too long. */
const UNWRITABLE = /^(?:25006|42501|53|55P03|58)/;
const NETWORK = /^(?:ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENOENT|EACCES|EPIPE)/;

/** A fault for what a person can cure; other errors as they are. */
export function faultOf(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (NETWORK.test(code) || UNREACHABLE.test(code)) {
    return new Fault('record-unreachable', { path, reason: reasonOf(error) || code }, error);
  }
  if (UNWRITABLE.test(code)) return new Fault('record-unwritable', { path, reason: reasonOf(error) }, error);
  if (reasonOf(error) === 'Connection terminated unexpectedly') {
    return new Fault('record-unreachable', { path, reason: 'the connection broke off' }, error);
  }
  return error;
}

/** The error's code, of several that came together the first one's. */
function codeOf(error: unknown): string {
  const [first] = error instanceof AggregateError ? error.errors : [error];
  return String((first as { code?: unknown } | undefined)?.code ?? '');
}
