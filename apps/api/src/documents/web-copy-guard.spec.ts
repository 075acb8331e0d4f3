import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isPublic, NotCopied, WebGuard, type Resolve } from './web-copy-guard';
import { userAgent } from './web-copy-jobs';

const at = (...addresses: string[]): Resolve => () => Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
const whyNot = (url: string, resolve: Resolve = at('93.184.216.34'), allowed: string[] = []): Promise<string> => new WebGuard(new Set(allowed), resolve).addressesOf(new URL(url)).then(() => 'open', (fault: unknown) => (fault instanceof NotCopied ? fault.why : 'other'));

describe('where the server may go', () => {
  it.each(['127.0.0.1', '127.8.9.1', '10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '192.0.0.8', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255', '::', '::1', '::ffff:8.8.8.8', '::ffff:127.0.0.1', '::127.0.0.1', 'fe80::1', 'fec0::1', 'fc00::1', 'ff02::1', '64:ff9b::a00:1', '2002:a00:1::', '2001::1', '2001:db8::1', '100::1', 'not an address'])('never to %s', (address) => {
    expect(isPublic(address)).toBe(false);
  });

  it.each(['8.8.8.8', '93.184.216.34', '2a00:1450:4001::1'])('to %s', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  it.each(['http://127.0.0.1/', 'http://0x7f.1/', 'http://2130706433/', 'http://127.1/', 'http://[::1]/', 'http://[::ffff:7f00:1]/', 'http://169.254.169.254/latest/meta-data'])('sees through %s', async (url) => {
    expect(await whyNot(url, (host) => at(host)(host))).toBe('private');
  });

  it('goes by the ports of the web only, without names and passwords, and only by http', async () => {
    expect(await Promise.all(['https://a.example/', 'http://a.example:80/', 'http://a.example:443/', 'https://a.example:8443/', 'http://a.example:22/', 'http://a:b@a.example/', 'ftp://a.example/', 'file:///etc/passwd'].map((url) => whyNot(url)))).toEqual(['open', 'open', 'open', 'private', 'private', 'private', 'private', 'private']);
  });

  it('refuses a name of which one address lies inside, and one that has none', async () => {
    expect(await whyNot('http://a.example/', at('93.184.216.34', '10.0.0.1'))).toBe('private');
    expect([await whyNot('http://a.example/', at()), await whyNot('http://a.example/', () => Promise.reject(new Error('away')))]).toEqual(['dns', 'dns']);
  });

  it('lets the operator name a host and its port, and that alone', async () => {
    const allowed = ['intern.example:8080', '127.0.0.1:80'];
    expect(await Promise.all(['http://intern.example:8080/', 'http://INTERN.example:8080/x', 'http://127.0.0.1/', 'http://intern.example/', 'http://127.0.0.1:81/'].map((url) => whyNot(url, at('10.0.0.1'), allowed)))).toEqual(['open', 'open', 'open', 'private', 'private']);
  });

  it('says who it is', () => {
    const { version } = JSON.parse(readFileSync(path.resolve(__dirname, '../../../../package.json'), 'utf8')) as { version: string };
    expect([userAgent('https://samsyn.example'), userAgent(undefined)]).toEqual([`Samsyn/${version} (+https://samsyn.example)`, `Samsyn/${version}`]);
  });
});
