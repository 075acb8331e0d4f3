import { readSettings } from './settings';

const read = (given: Record<string, string>) => readSettings({ DATABASE_URL: 'postgres://localhost/x', ...given });

describe('TRUST_PROXY', () => {
  it('is off unless said: an address in a header is then what its sender made up', () => {
    expect([read({}).TRUST_PROXY, read({ TRUST_PROXY: '' }).TRUST_PROXY, read({ TRUST_PROXY: 'off' }).TRUST_PROXY]).toEqual([false, false, false]);
  });

  it('is a number of proxies, or where they are', () => {
    expect(['1', ' 2 ', '10.0.0.0/8,127.0.0.1', '::1, fd00::/8'].map((TRUST_PROXY) => read({ TRUST_PROXY }).TRUST_PROXY)).toEqual([1, 2, '10.0.0.0/8,127.0.0.1', '::1, fd00::/8']);
  });

  it.each(['true', '0', '10', '-1', '10.0.0.0/33', '10.0.0', 'proxy.example', '::1/129', '1.2.3.4/8/8'])('%s stops the start: whom to believe is never everyone', (TRUST_PROXY) => {
    expect(() => read({ TRUST_PROXY })).toThrow('Wrong configuration: TRUST_PROXY');
  });
});
