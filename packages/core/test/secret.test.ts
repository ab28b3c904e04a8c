import { format, inspect } from 'node:util';
import { createSecret, isSecret, RouterError } from '@llm-router/core';

const value = 'k-9f31-not-for-eyes';

describe('a secret', () => {
  const secret = createSecret(value);
  const nested = { name: 'pump', list: [secret], deep: { deeper: { secret } } };

  it('reveals itself only when asked', () => {
    expect(secret.reveal()).toBe(value);
  });

  it.each([
    ['String()', () => String(secret)],
    ['a template string', () => `${secret}`],
    ['adding to a string', () => `key ${secret}`.concat('', String(secret))],
    ['joining a list', () => [secret, secret].join()],
    ['JSON', () => JSON.stringify(secret)],
    ['JSON of what holds it', () => JSON.stringify(nested)],
    ['inspect', () => inspect(secret)],
    ['inspect of what holds it', () => inspect(nested, { depth: 9, showHidden: true })],
    [
      'inspect without custom functions',
      () => inspect(secret, { customInspect: false, showHidden: true }),
    ],
    ['format %s', () => format('%s', secret)],
    ['format %o', () => format('%o', nested)],
    ['format %j', () => format('%j', nested)],
    ['the message of an error', () => new RouterError('closed', `key ${secret}`).message],
    [
      'an error that holds it',
      () => inspect(new RouterError('closed', 'no', { cause: nested }), { depth: 9 }),
    ],
    ['its keys and values', () => inspect(Object.entries(secret))],
    ['a spread copy', () => inspect({ ...secret }) + JSON.stringify({ ...secret })],
  ])('does not print in %s', (_, print) => {
    expect(print()).not.toContain('9f31');
  });

  it('prints as three stars', () => {
    expect(`${secret}`).toBe('***');
    expect(JSON.stringify(nested)).toBe(
      '{"name":"pump","list":["***"],"deep":{"deeper":{"secret":"***"}}}',
    );
    expect(inspect({ secret })).toBe('{ secret: *** }');
  });

  it('cannot be changed, nor cloned into another thread', () => {
    expect(Object.isFrozen(secret)).toBe(true);
    expect(() => structuredClone(secret)).toThrow();
  });

  it('is taken as it is when wrapped again', () => {
    expect(createSecret(secret)).toBe(secret);
  });

  it('is known from other things, also in another copy of the module', async () => {
    expect(isSecret(secret)).toBe(true);
    for (const other of [value, null, undefined, 5, {}, { reveal: () => value }]) {
      expect(isSecret(other)).toBe(false);
    }
    await jest.isolateModulesAsync(async () => {
      const copy = await import('@llm-router/core');
      expect(copy.isSecret).not.toBe(isSecret);
      expect(copy.isSecret(secret)).toBe(true);
    });
  });
});
