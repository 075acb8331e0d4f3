import type { CopyFault } from '@samsyn/contract';
import ipaddr from 'ipaddr.js';
import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';

/** Why there is no copy. The addresses and what a server said stay out of it, and so out of logs. */
export class NotCopied extends Error {
  constructor(readonly why: CopyFault) {
    super(why);
  }
}

export type Resolve = (host: string) => Promise<LookupAddress[]>;

/** What lies on the open internet. Everything else, also an address wrapped in another (mapped, 6to4, NAT64), is somebody's inside. */
export const isPublic = (address: string): boolean => ipaddr.isValid(address) && ipaddr.parse(address).range() === 'unicast';

/** The port that is meant, also where the address leaves it out. */
const portOf = ({ protocol, port }: URL): string => port || (protocol === 'https:' ? '443' : '80');

/**
 * Where the server may go when somebody else names the address: the open web, by its own ports. Asked anew for every step
 * of a redirection; what it answers is what is connected to, so that a name cannot mean something else a moment later.
 */
export class WebGuard {
  constructor(
    /** Hosts with port that may be visited although they lie inside: named by the operator. */
    private readonly allowed: ReadonlySet<string>,
    private readonly resolve: Resolve = (host) => lookup(host, { all: true }),
  ) {}

  /** The checked addresses; throws `private` when as much as one of them is none of ours to visit, `dns` when there is none. */
  async addressesOf(url: URL): Promise<LookupAddress[]> {
    if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.username !== '' || url.password !== '') throw new NotCopied('private');
    const port = portOf(url);
    const trusted = this.allowed.has(`${url.hostname}:${port}`);
    if (!trusted && port !== '80' && port !== '443') throw new NotCopied('private');
    const found = await this.resolve(url.hostname.replace(/^\[|\]$/g, '')).catch(() => []);
    if (found.length === 0) throw new NotCopied('dns');
    if (!trusted && !found.every(({ address }) => isPublic(address))) throw new NotCopied('private');
    return found;
  }
}
