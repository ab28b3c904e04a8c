import fc from 'fast-check';
import { redirectTarget } from '../src/redirect-target.ts';

const asked = 'https://harbour.test/v1/chat/completions';
const head = (location: string) => ({ status: 307, headers: new Map([['location', location]]) });

test('no location throws, and none shows more than an origin', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true })), (location) => {
      const target = redirectTarget(head(location), asked);
      expect(target).toMatch(
        /^(?:an address that cannot be read|(?:another path of )?https?:\/\/[^/?#@]{1,292})$/,
      );
    }),
  );
});

test('a path, a query and a password never show, whatever they are', () => {
  const hidden = fc.stringMatching(/^[a-z0-9]{1,30}$/).map((text) => `secret${text}`);
  fc.assert(
    fc.property(fc.array(hidden, { minLength: 4, maxLength: 4 }), ([user, path, query, hash]) => {
      const location = `https://${user}:${user}@other.test:8443/${path}?${query}=${query}#${hash}`;
      expect(redirectTarget(head(location), asked)).toBe('https://other.test:8443');
    }),
  );
});
