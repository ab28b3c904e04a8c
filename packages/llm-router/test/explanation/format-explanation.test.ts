import { stripVTControlCharacters } from 'node:util';
import type { Ledger } from '@llm-router/core';
import { formatExplanation } from 'llm-router';
import { createBench, deploy, failureOf, steady } from '../support.ts';

const price = { input: 1, output: 2 };
const models = [
  { name: 'a', latency: steady },
  { name: 'b', latency: steady },
];

const bare: Ledger = {
  version: 1,
  id: 'req_old',
  at: 1_000_000,
  tenant: 'default',
  request: { inputTokens: 12, stream: false },
  cache: 'off',
  candidates: [],
  waits: [],
  attempts: [],
  cost: { nanoUsd: 0, exactness: 'priced' },
  losses: [],
  durationMs: 0,
  overheadMs: 0,
};

describe('what would happen', () => {
  it('has a row for each candidate with verdict, cost, wait and fit, and the reason under it', async () => {
    const { clock, router } = createBench([...models, { name: 'c' }], {
      deployments: [
        deploy('a', { price, contextWindow: 128_000, limits: { requestsPerMinute: 60, burst: 1 } }),
        deploy('b', { contextWindow: 32_768 }),
        deploy('c', { contextWindow: 100 }),
      ],
    });
    await clock.run(router.chat('one'));
    const messages = [{ role: 'user' as const, content: 'two' }];
    const ledger = await router.explain({ messages, max_tokens: 1200 });
    const lines = formatExplanation(ledger).split('\n');
    const rowOf = (name: string) => lines.findIndex((line) => line.includes(`  ${name}  `));
    expect(lines[0]).toMatch(/^exp_\w+: \d+ tokens in, for any model$/);
    expect(lines[2]).toMatch(/^rank {2}deployment {2}verdict +cost +wait +fit$/);
    expect(lines[rowOf('a')]).toMatch(/^0 +a +refused: limit +≈ \$0\.0\d+ +900 ms +1\.2k of 128k$/);
    expect(lines[rowOf('a') + 1]).toBe('      listed as no. 1 of 3');
    expect(lines[rowOf('a') + 2]).toMatch(/^ {6}would have waited .* requests per minute of a$/);
    expect(lines[rowOf('b')]).toMatch(/^1 +b +chosen +unknown +0 ms +1\.2k of 32\.8k$/);
    expect(lines[rowOf('c')]).toMatch(/^2 +c +refused: context +unknown +– +1\.2k of 100$/);
    expect(lines.at(-1)).toBe('b would be asked at once; nothing was sent');
  });

  it('says how long the chosen would wait, and where nobody can take it', async () => {
    const { clock, router } = createBench(models, {
      deployments: [
        deploy('a', { limits: { requestsPerMinute: 60, tokensPerMinute: 5000, burst: 1 } }),
      ],
    });
    await clock.run(router.chat('one'));
    const waiting = formatExplanation(await router.explain('two'));
    expect(waiting).toMatch(/\na would be asked after a wait of [89]\d\d ms; nothing was sent$/);
    const { router: narrow } = createBench(models, {
      deployments: [deploy('a', { contextWindow: 5 })],
    });
    const text = formatExplanation(await narrow.explain('A longer question than that'));
    expect(text).toMatch(/\nnobody can take it; nothing was sent$/);
  });
});

describe('what has happened', () => {
  const failing = [
    { name: 'a', latency: steady, faults: [{ kind: 'server-error' as const }] },
    { name: 'b', latency: steady },
  ];

  it('has waits, attempts and decisions in their order, and the total', async () => {
    const { clock, router } = createBench(failing, {
      deployments: [deploy('a', { price }), deploy('b', { price })],
      limits: { requestsPerMinute: 60, burst: 1 },
    });
    const { ledger, usage } = await clock.run(router.chat('one'));
    const text = formatExplanation(ledger);
    const places = [
      /\n1\. a server_error \(5\d\d\) after \d+ ms.* → the next that is free\n {3}\S/,
      /\nwaited [\d,]+ ms \(requests per minute of the whole router\)/,
      new RegExp(
        `\\n2\\. b answered after 100 ms \\(.*${usage?.outputTokens} tokens out, cost \\$`,
      ),
      /\nended ok after [\d,]+ ms, \d+\.\d ms of them the router's own; cost \$0\.0\d+$/,
    ].map((pattern) => text.search(pattern));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('marks who served, also where the first was overtaken by a second beside it', async () => {
    const { clock, router } = createBench(
      [
        { name: 'a', latency: { medianMs: 30_000, sigma: 0 } },
        { name: 'b', latency: steady },
      ],
      { deployments: [deploy('a'), deploy('b')], hedge: { afterMs: 1000, share: 1 } },
    );
    const { ledger } = await clock.run(router.chat('one'));
    expect(ledger.servedBy).toBe('b');
    expect(ledger.attempts[1]).toMatchObject({ deployment: 'b', beside: 1 });
    const text = formatExplanation(ledger);
    expect(text).toMatch(/\n0 +a +eligible /);
    expect(text).toMatch(/\n1 +b +chosen /);
  });

  it('is told of errors too, with what was left out', async () => {
    const { clock, router } = createBench(failing, {
      deployments: [deploy('a')],
      retry: { maxAttempts: 1 },
    });
    const { ledger } = await clock.run(failureOf(router.chat('one')));
    const losses = ['b: no place for top_k'];
    const text = formatExplanation({ ...(ledger ?? bare), losses });
    expect(text).toContain(' → given up\n');
    expect(text).toContain('\nleft out: b: no place for top_k\n');
    expect(text).toMatch(/\nended all_failed after 0 ms, .* cost \S+$/);
  });

  it('is told while it is under way', () => {
    const attempts = [
      { number: 1, deployment: 'a', startedAt: 1, durationMs: 9, outcome: 'aborted' as const },
    ];
    expect(formatExplanation({ ...bare, attempts, durationMs: 250_000 })).toMatch(
      /\n1\. a aborted after 9 ms\nunder way for 4 min, /,
    );
    const candidates = [{ deployment: 'a', rank: 0, verdict: 'eligible' as const }];
    expect(formatExplanation({ ...bare, candidates })).toMatch(/\nnot decided yet/);
  });

  it('is told of ledgers of earlier versions, without what those do not know', () => {
    const candidates = [
      { deployment: 'a', rank: 0, verdict: 'chosen' as const, waitMs: 7_440_000 },
    ];
    const text = formatExplanation({ ...bare, candidates });
    expect(text).toMatch(/\n0 +a +chosen +unknown +2 h 04 min +12 of unknown\n/);
    expect(formatExplanation({ ...bare, cache: 'hit', outcome: 'ok' })).toMatch(
      /answered from the cache\nno candidates were looked at\nended ok after 0 ms/,
    );
  });
});

describe('the text', () => {
  const chosen = { deployment: 'near', rank: 0, verdict: 'chosen' as const };
  const refused = { deployment: 'far', rank: 1, verdict: 'refused' as const, detail: 'is far' };

  it('has colour only where it is asked for, and is the same without it', () => {
    const ledger = { ...bare, candidates: [chosen, refused] };
    const plain = formatExplanation(ledger);
    const painted = formatExplanation(ledger, { colour: true });
    expect(plain).not.toContain('\u001b');
    expect(painted).toContain('\u001b[32m0     near');
    expect(painted).toContain('\u001b[2m1     far');
    expect(stripVTControlCharacters(painted)).toBe(plain);
  });

  it('lets nothing in the ledger move the cursor', () => {
    const candidates = [
      { ...refused, deployment: 'a\u001b[2Jb', detail: 'one\r\ntwo\u0007\u202e' },
    ];
    const text = formatExplanation({ ...bare, candidates, losses: ['\u001b]0;title\u0007'] });
    expect(text).not.toMatch(/[^\P{C}\n]/u);
    expect(text).toContain('one two');
  });

  it('refuses options that cannot be meant', () => {
    expect(() => formatExplanation(bare, { width: 12 })).toThrow(/width is 12; expected .* 40/);
  });
});
