import { describe, expect, it } from 'vitest';
import { isPublicAddress } from './public-address';
import { addressesOf, checkUrl, FetchRefused } from './safe-fetch';

/** What reliability.md C30 and B72 name, and what its sources add. */
describe('isPublicAddress', () => {
  it.each([
    ...['8.8.8.8', '157.240.1.1', '100.63.255.255', '100.128.0.1', '172.15.0.1', '172.32.0.1', '198.17.0.1'],
    ...['2a03:2880:f003::1', '2606:4700::1111', '2400:cb00::1'],
  ])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '0.1.2.3', '10.0.0.1', '172.16.0.1', '172.31.255.255'],
    ...['192.168.1.1', '169.254.169.254', '100.64.0.1', '100.127.255.254', '192.0.0.8', '198.18.0.1'],
    ...['203.0.113.9', '224.0.0.1', '255.255.255.255', '240.0.0.1', '192.0.2.1', '198.51.100.1'],
    ...['::', '::1', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8'],
    ...['::ffff:7f00:1', '64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::', '2001::1', '2001:db8::1'],
    ...['fec0::1', '100::1', '::127.0.0.1', 'fe80::1%eth0', '3fff::1'],
    ...['', 'localhost', '127.1', '0x7f000001', '2130706433', '8.8.8.8.', ' 8.8.8.8', '[::1]'],
  ])('%j is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('checkUrl', () => {
  it.each(['https://cdn.fbsbx.com/a.png?x=1', 'https://a.test:443/', 'https://a.test:8443/'])('%s', (url) => {
    expect(checkUrl(url).protocol).toBe('https:');
  });
  it.each([
    ...[
      'http://a.test/',
      'ftp://a.test/',
      'file:///etc/passwd',
      'https://a.test:22/',
      'https://a.test:6379/',
    ],
    ...[
      'https://me:pw@a.test/',
      'https://me@a.test/',
      'data:text/plain,a',
      'javascript:1',
      '',
      'a.png',
      '//a.test/x',
    ],
    ...['gopher://a.test/', 'https://'],
  ])('not %j', (url) => {
    expect(() => checkUrl(url)).toThrow(FetchRefused);
  });
});

describe('addressesOf', () => {
  const leadsTo = (...addresses: string[]) =>
    addressesOf('files.test', async () => addresses.map((address) => ({ address })));
  it('takes a name all of whose places are public', async () => {
    expect(await leadsTo('8.8.8.8', '2606:4700::1111')).toEqual(['8.8.8.8', '2606:4700::1111']);
  });
  it.each([
    ['one of them is not', ['8.8.8.8', '127.0.0.1']],
    ['none', []],
    ['metadata', ['169.254.169.254']],
  ])('not when %s', async (_what, addresses) => {
    await expect(leadsTo(...addresses)).rejects.toThrow(FetchRefused);
  });
  /** As a URL folds it. */
  it.each([
    '0x7f000001',
    '0177.0.0.1',
    '①②⑦.0.0.1',
    '2130706433',
    '127.1',
    '[::ffff:7f00:1]',
    '[::1]',
    '[64:ff9b::7f00:1]',
  ])('not https://%s/', async (host) => {
    await expect(addressesOf(checkUrl(`https://${host}/`).hostname)).rejects.toThrow(FetchRefused);
  });
  it.each(['localhost', 'localhost.'])('not %s, which leads here', async (host) => {
    await expect(addressesOf(host)).rejects.toThrow(FetchRefused);
  });
  it('says that a name was not found, which may be another time', async () => {
    const lookup = () => Promise.reject(new Error('ENOTFOUND'));
    await expect(addressesOf('gone.test', lookup)).rejects.toMatchObject({ isFinal: false });
  });
});
