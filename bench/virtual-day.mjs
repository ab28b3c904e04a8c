// A day of 200,000 requests over six deployments whose limits change every hour, in virtual time, twice
// from one seed: the ledgers must be identical to the byte, and no limit may ever be exceeded. Prints
// what it cost, and how fairly the tenants were served while there was not enough for all.
//
//   npm run virtual-day -- [requests]
import { createHash } from 'node:crypto';
import { createRandom, createVirtualClock } from '../packages/core/dist/index.js';
import { createRouter } from '../packages/llm-router/dist/index.js';

const requests = Number(process.argv[2] ?? 200_000);
const dayMs = 86_400_000;
const hourMs = 3_600_000;
const names = ['a', 'b', 'c', 'd', 'e', 'f'];
/** The first sends all of a minute's requests at once. */
const tenants = ['in bursts', 'steadily', 'steadily too'];

/** What each deployment allows in each hour: from well below to well above its share of the demand. */
function drawLimits(random) {
  const fairShare = requests / 24 / 60 / names.length;
  return Array.from({ length: 24 }, () =>
    names.map(() => ({
      requestsPerMinute: Math.max(2, Math.round(fairShare * (0.6 + 1.2 * random()))),
      maxConcurrent: 2 + Math.floor(random() * 6),
    })),
  );
}

function configOf(limits) {
  return {
    strategy: 'loadbalance',
    retry: { maxAttempts: 4 },
    timeouts: { totalMs: dayMs },
    deployments: names.map((id, index) => ({
      id,
      provider: 'stub',
      model: id,
      limits: limits[index],
      price: { input: 1, output: 2 },
    })),
    tenants: Object.fromEntries(tenants.map((name) => [name, { weight: 1 }])),
  };
}

/** A provider that takes its time, fails now and then, and counts against the limits by its own account. */
function createStub(clock, random) {
  const accounts = new Map(names.map((id) => [id, { used: 0, at: clock.now(), inFlight: 0 }]));
  let limits = [];
  const count = { calls: 0, exceeded: 0 };

  function enter(id) {
    const { requestsPerMinute, maxConcurrent } = limits[names.indexOf(id)];
    const account = accounts.get(id);
    const now = clock.now();
    account.used = Math.max(0, account.used - ((now - account.at) * requestsPerMinute) / 60_000);
    account.at = now;
    account.used += 1;
    account.inFlight += 1;
    count.calls += 1;
    const isOver = account.used > requestsPerMinute * (1 + 1e-6);
    if (isOver || account.inFlight > maxConcurrent) count.exceeded += 1;
    return account;
  }

  const provider = {
    name: 'stub',
    async chat({ model }, { signal }) {
      const account = enter(model);
      try {
        await clock.sleep(500 + 2500 * random() ** 2, signal);
      } finally {
        account.inFlight -= 1;
      }
      if (random() < 0.01) throw Object.assign(new Error('stumbled'), { status: 500 });
      const message = { role: 'assistant', content: 'fine' };
      return {
        id: '1',
        object: 'chat.completion',
        created: 0,
        model,
        choices: [{ index: 0, message, finish_reason: 'stop' }],
        usage: { prompt_tokens: 20, completion_tokens: 5, total_tokens: 25 },
      };
    },
    async *stream() {},
  };
  /** In flight under the old limit stays in flight: what counts is who starts under the new one. */
  const change = (next) => {
    const now = clock.now();
    for (const [index, id] of names.entries()) {
      const account = accounts.get(id);
      const before = limits[index]?.requestsPerMinute ?? 0;
      account.used = Math.max(0, account.used - ((now - account.at) * before) / 60_000);
      account.at = now;
    }
    limits = next;
  };
  return { provider, change, count };
}

async function day(seed) {
  const clock = createVirtualClock();
  const random = createRandom(seed);
  const hours = drawLimits(random);
  const stub = createStub(clock, random);
  stub.change(hours[0]);
  const router = createRouter(configOf(hours[0]), {
    clock,
    random,
    providers: { stub: stub.provider },
  });
  const hash = createHash('sha256');
  const outcomes = { ok: 0, failed: 0 };
  const served = [];
  router.on('request-ended', ({ ledger }) => {
    hash.update(JSON.stringify(ledger));
    outcomes[ledger.outcome === 'ok' ? 'ok' : 'failed'] += 1;
    const minute = Math.floor(clock.now() / 60_000);
    served.push({ minute, tenant: ledger.tenant });
  });
  const contended = new Set();

  async function changeLimits() {
    for (const limits of hours.slice(1)) {
      await clock.sleep(hourMs);
      stub.change(limits);
      router.update(configOf(limits));
    }
  }

  async function send(tenant, batch) {
    const running = [];
    const own = Math.floor(requests / tenants.length);
    const gapMs = (dayMs / own) * batch;
    for (let sent = 0; sent < own; sent += batch) {
      await clock.sleep(-Math.log(1 - random()) * gapMs);
      for (let index = 0; index < Math.min(batch, own - sent); index++) {
        const ask = router.chat(`Request ${sent + index} of ${tenant}`, { tenant });
        running.push(
          ask.then(
            () => {},
            () => {},
          ),
        );
      }
    }
    await Promise.all(running);
  }

  /** A minute counts where somebody of each tenant waited all through it, which a long queue says. */
  async function watch(isOver) {
    while (!isOver()) {
      await clock.sleep(60_000);
      if (router.status().queue.queued > 500) contended.add(Math.floor(clock.now() / 60_000) - 1);
    }
  }

  const before = process.cpuUsage();
  let isOver = false;
  const senders = tenants.map((tenant, index) => send(tenant, index === 0 ? 60 : 1));
  const all = Promise.all([...senders, changeLimits()]).then(() => {
    isOver = true;
  });
  await clock.run(Promise.all([all, watch(() => isOver)]));
  const { user, system } = process.cpuUsage(before);
  const shares = tenants.map(
    (tenant) => served.filter((one) => one.tenant === tenant && contended.has(one.minute)).length,
  );
  return {
    digest: hash.digest('hex'),
    ...outcomes,
    ...stub.count,
    contendedMinutes: contended.size,
    shares,
    cpuSeconds: (user + system) / 1e6,
  };
}

/** Jain, Chiu and Hawe, 1984: 1 where all have the same. */
function jain(shares) {
  const sum = shares.reduce((total, share) => total + share, 0);
  const squares = shares.reduce((total, share) => total + share ** 2, 0);
  return squares === 0 ? 1 : sum ** 2 / (shares.length * squares);
}

const [first, second] = [await day(7), await day(7)];
for (const run of [first, second]) {
  console.log(
    `${run.ok} answered, ${run.failed} failed, ${run.calls} attempts, ${run.exceeded} over a limit; ` +
      `${run.cpuSeconds.toFixed(1)} s of CPU`,
  );
}
console.log(`ledgers ${first.digest === second.digest ? 'identical' : 'DIFFERENT'}`);
console.log(
  `Jain index of the tenants over ${first.contendedMinutes} minutes of too little for all: ` +
    `${jain(first.shares).toFixed(4)} (${first.shares.join(', ')})`,
);
process.exitCode = first.digest === second.digest && first.exceeded === 0 ? 0 : 1;
