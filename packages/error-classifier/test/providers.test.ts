import { classifyError } from '../src/index.ts';
import { largeVendorErrors } from './fixtures/large-vendors.ts';
import { otherVendorErrors } from './fixtures/other-vendors.ts';

const now = Date.UTC(2026, 10, 21, 21);

describe.each(Object.entries({ ...largeVendorErrors, ...otherVendorErrors }))(
  'an error of %s',
  (provider, ownRows) => {
    it.each(ownRows.map(([expected, what, error, more]) => ({ expected, what, error, more })))(
      'about $what is $expected',
      ({ expected, error, more }) => {
        const said = classifyError(error, { provider, now });
        expect(said).toMatchObject({ category: expected, provider, ...more });
      },
    );
  },
);
