import {
  countBy,
  createBench,
  createWireBench,
  deploy,
  failureOf,
  record,
  steady,
} from './support.ts';

const models = [
  { name: 'a', latency: steady },
  { name: 'b', latency: steady },
];

describe('explain', () => {
  it('decides, sends nothing and spends nothing', async () => {
    const { clock, router, hits } = createBench(models, {
      deployments: [
        deploy('a', { limits: { requestsPerMinute: 2, tokensPerMinute: 5000 } }),
        deploy('b', { contextWindow: 10 }),
      ],
    });
    const before = JSON.stringify(router.status().queue);
    const events = record(router);
    for (let time = 0; time < 20; time++) await router.explain('Hello');
    const ledger = await clock.run(router.explain('Hello'));
    expect(hits()).toEqual([]);
    expect(events.filter(({ type }) => type !== 'candidate-refused')).toEqual([]);
    expect(JSON.stringify(router.status().queue)).toBe(before);
    expect(router.status().requests).toEqual({ running: 0, succeeded: 0, failed: 0 });
    expect(ledger).toMatchObject({
      attempts: [],
      waits: [],
      candidates: [
        { deployment: 'a', verdict: 'chosen' },
        { deployment: 'b', verdict: 'refused', by: 'context' },
      ],
    });
    expect(ledger.analysis?.tokens.input).toBeGreaterThan(0);
    expect(ledger.outcome).toBeUndefined();
    expect(ledger.servedBy).toBeUndefined();
  });

  it.each([0, 500, 2000])(
    'says what chat then does, also when limits are short (spillAfterMs %i)',
    async (spillAfterMs) => {
      const { clock, router } = createBench(models, {
        deployments: [
          deploy('a', { limits: { requestsPerMinute: 60, burst: 1 } }),
          deploy('b', { limits: { requestsPerMinute: 12, burst: 1 } }),
        ],
        fallback: { spillAfterMs },
      });
      for (let time = 0; time < 6; time++) {
        const foretold = await router.explain('Hello');
        const { deployment, ledger } = await clock.run(router.chat('Hello'));
        const chosen = foretold.candidates.find(({ verdict }) => verdict === 'chosen');
        expect(chosen?.deployment).toBe(deployment);
        expect(chosen?.waitMs ?? 0).toBeCloseTo(ledger.waits[0]?.forMs ?? 0, 2);
      }
    },
  );

  it('says how long each candidate would wait, and for what', async () => {
    const { clock, router } = createBench(models, {
      deployments: [deploy('a', { limits: { requestsPerMinute: 60, burst: 1 } }), deploy('b')],
    });
    await clock.run(router.chat('one'));
    const { candidates } = await router.explain('two');
    expect(candidates[0]).toMatchObject({
      deployment: 'a',
      verdict: 'refused',
      by: 'limit',
      detail: expect.stringContaining('requests per minute of a'),
      expected: { nanoUsd: null },
    });
    expect(candidates[0]?.waitMs).toBeCloseTo(900, 0);
    expect(candidates[1]).toMatchObject({ deployment: 'b', verdict: 'chosen' });
  });

  it('says what each candidate is expected to take and to cost, and how large its window is', async () => {
    const { router } = createBench(models, {
      deployments: [
        deploy('a', { price: { input: 1, output: 2 }, contextWindow: 10 }),
        deploy('b', { price: { input: 3, output: 4 }, contextWindow: 128_000 }),
        deploy('c'),
      ],
    });
    const messages = [{ role: 'user' as const, content: 'Hello there, harbour master' }];
    const { candidates, analysis } = await router.explain({ messages, max_tokens: 50 });
    const inputTokens = analysis?.tokens.input ?? Number.NaN;
    const tokens = { inputTokens, outputTokens: 50 };
    expect(candidates).toMatchObject([
      { by: 'context', contextWindow: 10, expected: { nanoUsd: inputTokens * 1000 + 100_000 } },
      {
        waitMs: 0,
        contextWindow: 128_000,
        expected: { ...tokens, nanoUsd: inputTokens * 3000 + 200_000 },
      },
      { waitMs: 0, expected: { ...tokens, nanoUsd: null } },
    ]);
    expect(candidates[0]).not.toHaveProperty('waitMs');
    expect(candidates[2]).not.toHaveProperty('contextWindow');
  });

  it('is plain JSON, also where a limit is too small for ever', async () => {
    const { router } = createBench(models, {
      deployments: [deploy('a', { limits: { tokensPerMinute: 50 } }), deploy('b')],
    });
    const ledger = await router.explain('harbour '.repeat(200));
    expect(JSON.parse(JSON.stringify(ledger))).toEqual(ledger);
    expect(ledger.candidates[0]).toMatchObject({
      deployment: 'a',
      verdict: 'refused',
      by: 'limit',
    });
    expect(ledger.candidates[1]).toMatchObject({ deployment: 'b', verdict: 'chosen' });
  });

  it('chooses nobody where nobody could ever take the request', async () => {
    const { clock, router } = createBench(models, {
      deployments: [deploy('a', { limits: { tokensPerMinute: 50 } })],
    });
    const prompt = 'harbour '.repeat(200);
    const ledger = await router.explain(prompt);
    expect(ledger.candidates.map(({ verdict }) => verdict)).toEqual(['refused']);
    expect((await clock.run(failureOf(router.chat(prompt)))).code).toBe('no_candidate');
  });

  it('refuses what chat refuses', async () => {
    const { router } = createBench(models, { deployments: [deploy('a')] });
    expect((await failureOf(router.explain(''))).code).toBe('invalid_request');
    const messages = [{ role: 'user' as const, content: 'Hello' }];
    const error = await failureOf(router.explain({ model: 'gpt-zero', messages }));
    expect(error.code).toBe('model_not_found');
    const odd = await failureOf(router.explain('Hello', { maxAttempts: Number.NaN }));
    expect(odd.code).toBe('invalid_config');
  });
});

describe('status', () => {
  it('shows deployments, their limits and what has been spent, as plain JSON', async () => {
    const { clock, router } = createBench(models, {
      deployments: [
        deploy('a', {
          limits: { requestsPerMinute: 60, burst: 1 },
          price: { input: 1, output: 1 },
        }),
        deploy('b'),
      ],
    });
    const running = router.chat('one');
    await clock.advance(50);
    const status = router.status();
    expect(status).toMatchObject({
      at: clock.now(),
      requests: { running: 1, succeeded: 0, failed: 0 },
      deployments: [
        { id: 'a', provider: 'openai-compatible', model: 'a', succeeded: 0, failed: 0 },
        { id: 'b', waitMs: 0 },
      ],
    });
    expect(status.deployments[0]?.waitMs).toBeCloseTo(950, 0);
    expect(status.deployments[0]?.limitedBy).toContain('requests per minute');
    expect(status.queue.limits['a']?.inFlight).toBe(1);
    expect(JSON.parse(JSON.stringify(status))).toEqual(status);
    await clock.run(running);
    expect(router.status().deployments[0]).toMatchObject({ succeeded: 1 });
    expect(router.status().cost.nanoUsd).toBeGreaterThan(0);
  });

  it('shows what was spent already while later requests run', async () => {
    const { clock, router } = createBench(models, { deployments: [deploy('a')] });
    await clock.run(router.chat('one'));
    expect(router.status().cost).toEqual({ nanoUsd: null, exactness: 'unknown' });
  });

  it('keeps no prompt, no answer and no key', async () => {
    const { clock, router } = createBench(models, {
      deployments: [deploy('a', { apiKey: 'key-of-the-lighthouse' })],
    });
    const { text } = await clock.run(router.chat('a prompt about porpoises'));
    const shown = JSON.stringify(router.status());
    for (const secret of ['key-of-the-lighthouse', 'porpoises', text]) {
      expect(shown).not.toContain(secret);
    }
  });
});

describe('close', () => {
  it('waits for what runs and for what waits, and refuses what is new', async () => {
    const { clock, router, hits } = createBench(models, {
      deployments: [deploy('a', { limits: { maxConcurrent: 1 } })],
    });
    const running = [router.chat('one'), router.chat('two'), router.chat('three')];
    let isClosed = false;
    const closed = router.close().then(() => {
      isClosed = true;
    });
    const error = await failureOf(router.chat('late'));
    expect(error.code).toBe('closed');
    expect(error.message).toMatch(/closed/);
    await clock.advance(250);
    expect(isClosed).toBe(false);
    await clock.run(Promise.all(running));
    await clock.run(closed);
    expect(hits()).toHaveLength(3);
  });

  it('refuses streams and batches too', async () => {
    const { clock, router } = createBench(models, { deployments: [deploy('a')] });
    const early = router.stream('made before');
    await router.close();
    expect((await failureOf(early.result)).code).toBe('closed');
    expect((await failureOf(router.stream('late').result)).code).toBe('closed');
    const codes: string[] = [];
    const read = async () => {
      for await (const item of router.batch(['late', 'later'])) {
        codes.push(item.ok ? 'ok' : item.error.code);
      }
    };
    await clock.run(read());
    expect(codes).toEqual(['closed', 'closed']);
  });

  it('may be called twice, and both wait', async () => {
    const { clock, router } = createBench(models, { deployments: [deploy('a')] });
    const running = router.chat('one');
    const order: string[] = [];
    const closing = [router.close(), router.close()].map((closed, index) =>
      closed.then(() => order.push(`closed ${index}`)),
    );
    await clock.run(running);
    order.unshift('answered');
    await clock.run(Promise.all(closing));
    expect(order[0]).toBe('answered');
    expect(order).toHaveLength(3);
    await router.close();
  });
});

describe('events', () => {
  it('come in order, with the moment and the ledger that they belong to', async () => {
    const failing = [
      { name: 'a', latency: steady, faults: [{ kind: 'server-error' as const }] },
      { name: 'b', latency: steady },
      { name: 'c' },
    ];
    const { clock, router } = createBench(failing, {
      deployments: [deploy('a'), deploy('b'), deploy('c', { contextWindow: 5 })],
      limits: { requestsPerMinute: 60, burst: 1 },
    });
    const events = record(router);
    const { ledger } = await clock.run(router.chat('Hello', { metadata: { job: '7' } }));
    expect(events.map(({ type }) => type)).toEqual([
      'request-started',
      'candidate-refused',
      'attempt-started',
      'attempt-ended',
      'fell-back',
      'wait-started',
      'attempt-started',
      'attempt-ended',
      'request-ended',
    ]);
    expect(events.every(({ ledgerId }) => ledgerId === ledger.id)).toBe(true);
    expect(events.every(({ at }, index) => at >= (events[index - 1]?.at ?? 0))).toBe(true);
    expect(events[1]).toMatchObject({ deployment: 'c', by: 'context' });
    expect(events[3]).toMatchObject({ outcome: 'error', error: { status: 500 }, number: 1 });
    expect(events[4]).toMatchObject({ from: 'a', because: { category: 'server_error' } });
    expect(events[7]).toMatchObject({ deployment: 'b', number: 2, outcome: 'ok' });
    expect(events[8]).toMatchObject({ ledger: { id: ledger.id, metadata: { job: '7' } } });
    for (const event of events) expect(JSON.parse(JSON.stringify(event))).toEqual(event);
  });

  it('are not disturbed by listeners that throw, nor is the request', async () => {
    const { clock, router } = createBench(models, { deployments: [deploy('a')] });
    router.on('*', () => {
      throw new Error('a bug of a listener');
    });
    router.on('attempt-started', (async () => {
      throw new Error('an async bug');
    }) as () => void);
    const events = record(router);
    expect((await clock.run(router.chat('Hello'))).deployment).toBe('a');
    expect((await clock.run(router.stream('Hello').result)).deployment).toBe('a');
    expect(countBy(events, ({ type }) => type)['request-ended']).toBe(2);
  });

  it('stop for who has stopped listening', async () => {
    const { clock, router } = createBench(models, { deployments: [deploy('a')] });
    let heard = 0;
    const stop = router.on('request-ended', () => {
      heard += 1;
    });
    await clock.run(router.chat('one'));
    stop();
    stop();
    await clock.run(router.chat('two'));
    expect(heard).toBe(1);
  });

  it('tell of the learned limits', async () => {
    const { clock, router } = createWireBench({ deployments: [deploy('a')] }, () => ({
      headers: { 'x-ratelimit-limit-requests': '60', 'x-ratelimit-remaining-requests': '59' },
    }));
    const events = record(router);
    await clock.run(router.chat('Hello'));
    expect(events.find(({ type }) => type === 'limit-learned')).toMatchObject({
      key: 'a',
      limit: { unit: 'requests', amount: 60, perMs: 60_000 },
    });
  });
});
