import { overlay } from '../src/overlay.ts';

describe('an overlay', () => {
  it('merges objects field by field, however deep', () => {
    const base = { retry: { maxAttempts: 6, backoff: { baseMs: 1, factor: 2 } }, strategy: 'x' };
    expect(overlay(base, { retry: { backoff: { baseMs: 9 } } })).toEqual({
      retry: { maxAttempts: 6, backoff: { baseMs: 9, factor: 2 } },
      strategy: 'x',
    });
  });

  it('replaces lists as a whole', () => {
    expect(overlay({ codes: [1, 2, 3] }, { codes: [4] })).toEqual({ codes: [4] });
  });

  it('replaces what is no object on either side', () => {
    expect(overlay({ cache: false }, { cache: { ttlMs: 5 } })).toEqual({ cache: { ttlMs: 5 } });
    expect(overlay({ cache: { ttlMs: 5 } }, { cache: false })).toEqual({ cache: false });
  });

  it('takes away what is null', () => {
    expect(overlay({ a: 1, b: { c: 2, d: 3 } }, { a: null, b: { c: null } })).toEqual({
      b: { d: 3 },
    });
  });

  it('leaves no null behind where there was nothing to take away', () => {
    const over = { retry: { backoff: null, maxAttempts: 2 }, gone: null };
    expect(overlay({}, over)).toEqual({ retry: { maxAttempts: 2 } });
    expect(overlay({ retry: 5 }, over)).toEqual({ retry: { maxAttempts: 2 } });
  });

  it('changes neither side', () => {
    const base = Object.freeze({ a: Object.freeze({ b: 1 }) });
    const over = Object.freeze({ a: Object.freeze({ c: 2 }) });
    expect(overlay(base, over)).toEqual({ a: { b: 1, c: 2 } });
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'takes %s for a field like any other',
    (name) => {
      const over = JSON.parse(`{"${name}": {"polluted": true}}`);
      const merged = overlay({ a: 1 }, over) as object;
      expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
      expect(Object.hasOwn(merged, name)).toBe(true);
      expect(Object.getOwnPropertyDescriptor(merged, name)?.value).toEqual({ polluted: true });
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    },
  );
});
