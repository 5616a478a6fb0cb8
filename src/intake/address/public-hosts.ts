// Keeps fetching away from private networks: which IP addresses are public, and a look-up that gives no others.
import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Resolves a host's name to its IP addresses. */
export type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

const systemResolve: Resolve = (host) => systemLookup(host, { all: true, verbatim: true });

/** Addresses of the global Internet in version 6. */
const GLOBAL_V6 = ipaddr.IPv6.parse('2000::');

/**
 * Whether an IP address is one of the public Internet: none of the special ranges that ipaddr.js knows (private,
 * loopback, link-local, carrier-grade NAT, multicast, reserved ...), also where it stands inside an IPv6 address.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast';
  // Ranges that carry an IPv4 address (NAT64, 6to4, Teredo) have names of their own, so they are refused with the rest.
  return parsed.range() === 'unicast' && parsed.match(GLOBAL_V6, 3);
}

/** What `publicLookup` throws. */
export class PrivateHost extends Error {}

/**
 * A look-up for Node's sockets that gives public addresses only, and refuses a name with any other among its own. The
 * socket connects to the very address that was checked, so a name that changes its mind (DNS rebinding) gains nothing.
 */
export function publicLookup(resolve: Resolve = systemResolve): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (found) => {
        const hidden = found.find(({ address }) => !isPublic(address));
        const [first] = found;
        if (hidden) callback(new PrivateHost(`${host} is at ${hidden.address}, which is not public`), []);
        else if (!first) callback(new Error(`${host} has no address`), []);
        else if (options.all) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    );
  };
}
