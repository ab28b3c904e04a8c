import { createVirtualClock, type ProviderCall } from '@llm-router/core';
import { isProviderError } from '../src/index.ts';
import {
  endsQuietly,
  failsWith,
  only,
  reportOf,
  type Spoil,
  spoilCall,
  spoilFailure,
} from './spoilt.ts';
import { chatWire, key } from './trial-scripts.ts';
import { trialsOf } from './trial-servers.ts';

type Tell = NonNullable<ProviderCall['onResponse']>;

const clock = createVirtualClock();

/** Changes how responses are told. */
const telling = (change: (tell: Tell) => Tell | undefined): Spoil =>
  spoilCall((request, { signal, onResponse = () => {} }) => {
    const told = change(onResponse);
    return [request, { ...(signal && { signal }), ...(told && { onResponse: told }) }];
  });

const tellingHeaders = (change: (headers: ReadonlyMap<string, string>) => unknown): Spoil =>
  telling((tell) => ({ status, headers }) => {
    tell({ status, headers: change(headers) as typeof headers });
  });

const tellsNothing = telling(() => undefined);

const tellsTwice = telling((tell) => (response) => {
  tell(response);
  tell(response);
});

const tellsLate = telling((tell) => (response) => {
  void clock.sleep(5).then(() => tell(response));
});

const inCapitals = tellingHeaders(
  (headers) => new Map([...headers].map(([name, value]) => [name.toUpperCase(), value])),
);

const tellsNoStatus = telling((tell) => (response) => {
  tell({ headers: response.headers } as typeof response);
});

/** Tries again once, as SDKs do, and says nothing of it. */
const retries: Spoil = (provider) => ({
  ...provider,
  chat: (request, call = {}) => {
    const { signal } = call;
    return provider.chat(request, call).catch(() => provider.chat(request, signal && { signal }));
  },
});

/** Takes the seconds of the header for milliseconds. */
const waitsInSeconds = spoilFailure((error) =>
  isProviderError(error) ? { status: 429, headers: { 'retry-after-ms': '7' } } : error,
);

const told = 'tells of its response once and in time';
const one = 'sends one request for one call';
const limit = 'rejects as a rate limit with its wait';
const cut = 'throws where its answer is cut';
const broken = 'throws where its answer is malformed';
const secret = 'shows no key';

const cases: readonly [what: string, spoil: Spoil, check: string, message: RegExp][] = [
  ['tells of nothing', tellsNothing, told, /'answering' never calls onResponse/],
  ['keeps refusals to itself', only('refusing', tellsNothing), told, /'refusing' never calls/],
  ['tells everything twice', tellsTwice, told, /calls onResponse 2 times/],
  ['tells too late', tellsLate, told, /calls onResponse after its outcome/],
  ['writes headers in capitals', inCapitals, told, /the header 'CONTENT-TYPE'/],
  ['tells the headers of fetch', tellingHeaders((map) => new Headers([...map])), told, /no Map/],
  ['tells no status', tellsNoStatus, told, /without a whole number as status/],
  ['tries again', only('refusing', retries), one, /server 'refusing' sends 2 requests/],
  ['tries bad answers again', only('broken', retries), one, /'broken' sends 2 requests/],
  ['forgets the wait', failsWith({ status: 429 }), limit, /a wait of undefined ms/],
  ['waits in seconds', waitsInSeconds, limit, /a wait of 7 ms; the server said 'retry-after: 7'/],
  ['says that it is overloaded', failsWith({ status: 503 }), limit, /as 'overloaded', not as/],
  ['answers a refusal', endsQuietly, limit, /'refusing' ends as if the answer were complete/],
  ['ends half an answer', endsQuietly, cut, /'cut' ends as if the answer were complete/],
  ['says nothing of the cut', failsWith(new Error('oops')), cut, /counts as 'unknown'; throw/],
  ['blames the request', failsWith({ status: 400 }), cut, /counts as 'invalid_request'/],
  ['ends where it cannot read', endsQuietly, broken, /'broken' ends as if the answer were/],
  ['thinks that it was stopped', failsWith({ name: 'AbortError' }), broken, /as 'aborted'; throw/],
  [
    'shows its key when it is stopped',
    only('answering', failsWith({ key })),
    secret,
    /key: error\.key/,
  ],
  [
    'shows its key',
    failsWith({ status: 500, headers: { key } }),
    secret,
    /key: error\.headers\.key/,
  ],
];

it.each(cases)('finds out a provider that %s', async (_, spoil, check, message) => {
  const report = await reportOf(trialsOf(chatWire, spoil), clock, { secrets: [key] });
  expect(report[check]).toMatch(message);
  expect(JSON.stringify(report)).not.toContain(key);
});

it.each<[string, Spoil, string[]]>([
  ['a retry', only('refusing', retries), [one]],
  ['a response that is not told', tellsNothing, [told]],
  ['a forgotten wait', only('refusing', failsWith({ status: 429 })), [limit]],
  ['half an answer', only('cut', endsQuietly), [cut]],
  ['a shown key', only('broken', failsWith({ status: 500, key })), [secret]],
])('finds nothing but %s', async (_, spoil, checks) => {
  const report = await reportOf(trialsOf(chatWire, spoil), clock, { secrets: [key] });
  expect(Object.keys(report)).toEqual(checks);
});

it('asks for no response where there is no HTTP, but takes no second one', async () => {
  const found = async (spoil: Spoil) =>
    reportOf(trialsOf(chatWire, spoil), clock, { overHttp: false });
  expect(await found(tellsNothing)).toEqual({});
  expect((await found(tellsTwice))[told]).toMatch(/calls onResponse 2 times/);
});
