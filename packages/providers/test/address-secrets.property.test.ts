import fc from 'fast-check';
import { secretsIn, showAddress } from '../src/address-secrets.ts';

const secret = 'hush-hush';
/** Text around it, with the characters that divide an address. */
const noise = fc.string({ unit: fc.constantFrom('a', '/', ':', ' ', '.', '%', '@', '?', '#') });

test('a password before the host is never shown, whatever is wrong with the address', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('http://', 'ftp://', 'postgres+ssl://', ''),
      noise,
      noise,
      noise,
      (protocol, before, after, host) => {
        const address = `${protocol}${before}:${secret}${after}@${host}`;
        expect(String(showAddress(address))).not.toContain(secret);
      },
    ),
  );
});

test('a key in the query is known in every spelling in which the address holds it', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }),
      fc.constantFrom('key', 'api_key', 'token'),
      (key, name) => {
        const url = new URL('https://host.test/v1?version=1');
        url.searchParams.set(name, key);
        const found = secretsIn(url);
        expect(found).toContain(key);
        const hidden = found.reduce(
          (text, one) => (one ? text.replaceAll(one, '***') : text),
          url.href,
        );
        if (key.length > 3) expect(new URL(hidden).searchParams.get(name)).not.toBe(key);
      },
    ),
  );
});

test('what is no address is shown as it is', () => {
  for (const value of ['/v1', 'host', 5, null, undefined]) expect(showAddress(value)).toBe(value);
});
