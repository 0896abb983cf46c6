import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAllowedAddress, isHostPattern } from '../../src/files/index.js';

const HOSTS = ['*.sharepoint.com', 'filer.kommunen.se'];

describe('an address that a client names', () => {
  it.each([
    'https://kommunen-my.sharepoint.com/personal/a?tempauth=1',
    'https://KOMMUNEN.SharePoint.com/x',
    'https://a.b.sharepoint.com:443/x',
    'https://filer.kommunen.se/x',
  ])('is called: %s', (address) => expect(isAllowedAddress(address, HOSTS)).toBe(true));

  it.each([
    ['another host', 'https://evil.example/x'],
    ['a host that ends alike', 'https://evilsharepoint.com/x'],
    ['a host that begins alike', 'https://a.sharepoint.com.evil.example/x'],
    ['the bare domain', 'https://sharepoint.com/x'],
    ['a user name', 'https://a.sharepoint.com@evil.example/x'],
    ['a user name before a host of the list', 'https://me:you@a.sharepoint.com/x'],
    ['no TLS', 'http://a.sharepoint.com/x'],
    ['another port', 'https://a.sharepoint.com:8443/x'],
    ['this machine', 'http://127.0.0.1:10002/x'],
    ['this machine by name', 'https://localhost/x'],
    ['this machine in another spelling', 'http://0x7f000001/x'],
    ['the metadata of the cloud', 'http://169.254.169.254/metadata'],
    ['a file', 'file:///etc/passwd'],
    ['data', 'data:text/plain,x'],
    ['a backslash', 'https://evil.example\\.sharepoint.com/x'],
    ['below a host of the list', 'https://x.filer.kommunen.se/x'],
    ['nothing', ''],
  ])('is refused: %s', (_, address) => expect(isAllowedAddress(address, HOSTS)).toBe(false));

  it('may be on this machine where the list says so', () => {
    expect(isAllowedAddress('http://127.0.0.1:4000/x', ['127.0.0.1'])).toBe(true);
    expect(isAllowedAddress('http://localhost:4000/x', ['127.0.0.1'])).toBe(false);
  });

  it('never leads outside, whatever is written', () => {
    const part = fc.constantFrom(
      'https://',
      'http://',
      'a.sharepoint.com',
      '@',
      'evil.example',
      '/',
      '\\',
      ':',
      '#',
      '?',
      '.',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string({ maxLength: 3 })), { maxLength: 8 }), (parts) => {
        const address = parts.join('');
        if (!isAllowedAddress(address, HOSTS)) return;
        expect(new URL(address).hostname).toMatch(/\.sharepoint\.com$|^filer\.kommunen\.se$/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a host of the list', () => {
  it.each(['*.sharepoint.com', 'filer.kommunen.se', '127.0.0.1', 'localhost'])('may be %s', (host) =>
    expect(isHostPattern(host)).toBe(true),
  );
  it.each(['*', '*.', '*.com.', 'com', '*.com', 'https://a.se', 'a.se/x', '10.0.0.1', 'a.se:1', ''])(
    'may not be %s',
    (host) => expect(isHostPattern(host)).toBe(false),
  );
});
