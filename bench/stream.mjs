// What `router.stream` adds to a stream on loopback: time to the first content, and CPU for each
// chunk, beside a bare `fetch` that finds the events and parses their JSON. Server in a process of
// its own, both clients in turn in this one. Needs `npm run build` in the workspace.
//
//   npm run stream
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRouter } from '../packages/llm-router/dist/index.js';

const rounds = 400;
const longStreams = 7;
const chunks = 20_000;

const frame = (delta, finish = null) =>
  `data: ${JSON.stringify({ id: 'cmpl-1', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
const word = frame({ content: 'harbour ' });
const end = `${frame({}, 'stop')}data: [DONE]\n\n`;

if (process.argv[2] === 'serve') serve();
else await measure();

/** `max_tokens` is the number of words; they are written as fast as they are read, some to a packet. */
function serve() {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const { max_tokens: words } = JSON.parse(body);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(frame({ role: 'assistant', content: '' }));
    for (let sent = 0; sent < words; sent += 8) {
      const some = word.repeat(Math.min(8, words - sent));
      if (!response.write(some)) await once(response, 'drain');
    }
    response.end(end);
  });
  server.listen(0, '127.0.0.1', () => process.send(server.address().port));
}

async function measure() {
  const server = fork(new URL(import.meta.url).pathname, ['serve']);
  const [port] = await once(server, 'message');
  const baseUrl = `http://127.0.0.1:${port}/v1`;
  const router = createRouter({
    deployments: [{ provider: 'openai-compatible', model: 'm', baseUrl }],
  });
  const request = (words) => ({
    messages: [{ role: 'user', content: 'Hello' }],
    max_tokens: words,
    stream: true,
  });
  const readers = {
    'bare fetch': (words) => readBare(baseUrl, request(words)),
    'router.stream': (words) => router.stream(request(words)),
  };
  const first = await measureFirst(readers);
  const perChunk = await measureChunks(readers);
  server.kill();
  console.log(
    `Node ${process.version}, loopback, ${rounds} short streams, ${longStreams} of ${chunks} chunks`,
  );
  console.table(
    Object.keys(readers).map((name) => ({
      name,
      'first content, ms (median)': median(first[name]).toFixed(2),
      'first content, ms (p99)': first[name]
        .toSorted((a, b) => a - b)
        [Math.floor(rounds * 0.99)].toFixed(2),
      'µs of CPU a chunk': median(perChunk[name]).toFixed(1),
    })),
  );
  const added = median(first['router.stream'].map((ms, round) => ms - first['bare fetch'][round]));
  const more = median(perChunk['router.stream']) - median(perChunk['bare fetch']);
  console.log(
    `router.stream adds ${added.toFixed(2)} ms to the first content and ${more.toFixed(1)} µs of CPU to a chunk`,
  );
}

async function measureFirst(readers) {
  const times = Object.fromEntries(Object.keys(readers).map((name) => [name, []]));
  for (let round = -50; round < rounds; round++) {
    for (const [name, read] of Object.entries(readers)) {
      const startedAt = performance.now();
      let firstMs;
      for await (const { choices } of read(8)) {
        if (choices[0]?.delta.content) firstMs ??= performance.now() - startedAt;
      }
      if (round >= 0) times[name].push(firstMs);
    }
  }
  return times;
}

async function measureChunks(readers) {
  const costs = Object.fromEntries(Object.keys(readers).map((name) => [name, []]));
  for (let round = -2; round < longStreams; round++) {
    for (const [name, read] of Object.entries(readers)) {
      const before = process.cpuUsage();
      let count = 0;
      for await (const _piece of read(chunks)) count += 1;
      if (count < chunks) throw new Error(`${name} read ${count} of ${chunks} chunks`);
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) costs[name].push((user + system) / count);
    }
  }
  return costs;
}

async function* readBare(baseUrl, request) {
  const response = await fetch(`${baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...request, model: 'm' }),
  });
  let rest = '';
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const events = (rest + text).split('\n\n');
    rest = events.pop();
    for (const event of events) {
      const data = event.slice('data: '.length);
      if (data !== '[DONE]') yield JSON.parse(data);
    }
  }
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
