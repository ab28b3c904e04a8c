import fc from 'fast-check';
import { configFromEnvironment, isRouterError } from 'llm-router';
import { findJsonError } from '../src/find-json-error.ts';

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

it('finds an error exactly where the host finds one', () => {
  const edited = fc
    .tuple(
      fc.json({ maxDepth: 4 }),
      fc.nat(),
      fc.constantFrom(
        '',
        ',',
        '"',
        ']',
        '}',
        ':',
        '\\',
        '0',
        '-',
        'e',
        '\n',
        'null',
        '\u0001',
        '\ud800',
      ),
    )
    .map(([text, at, piece]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + piece + text.slice(place + (at % 2));
    });
  fc.assert(
    fc.property(fc.oneof(edited, fc.string()), (text) => {
      expect([text, findJsonError(text) === undefined]).toEqual([text, isJson(text)]);
    }),
    { numRuns: 2000 },
  );
});

it('the place of an error is where the rest could still become JSON', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 3 }), fc.nat(), (text, at) => {
      const cut = text.slice(0, at % text.length);
      const error = findJsonError(cut);
      if (error !== undefined) expect(error.at).toBeLessThanOrEqual(cut.length);
      // A cut text is wrong only at its end, or in the word or text that was cut.
      const rest = error === undefined ? '' : cut.slice(error.at).trim();
      expect(rest).toMatch(/^("[\s\S]*|[a-z]*|-|-?\d+\.|[\d.+\-eE]*)$/);
    }),
  );
});

it('whatever the variables hold, they are a configuration or are refused by name', () => {
  const text = fc.oneof(fc.string(), fc.json(), fc.constantFrom('1', 'true', 'fallback', 'a,b'));
  const names = [
    'OPENROUTER_DEFAULT_MODEL',
    'OPENROUTER_FREE_FALLBACKS',
    'PORTKEY_FALLBACKS',
    'PORTKEY_STRATEGY',
    'PORTKEY_CACHE_ENABLED',
    'PREFERRED_LLM_PROVIDER',
    'LLM_MAX_RETRIES',
    'LLM_RETRY_DELAY',
    'LLM_RETRY_MAX_DELAY',
    'AGENT_MODEL_MAP',
  ];
  const keys = { OPENROUTER_API_KEY: 'k', PORTKEY_API_KEY: 'k' };
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), text), (variables) => {
      try {
        const { deployments } = configFromEnvironment({ ...keys, ...variables });
        expect(deployments.map(({ priority }) => priority)).toEqual([...deployments.keys()]);
      } catch (error) {
        if (!isRouterError(error, 'invalid_config')) throw error;
        expect(error.message).toMatch(/(OPENROUTER|PORTKEY|LLM|AGENT)_/);
      }
    }),
    { numRuns: 500 },
  );
});
