import { createServer } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Cuts bytes anywhere, also inside a character. */
function* cut(bytes, random) {
  for (let from = 0; from < bytes.length; ) {
    const to = from + 1 + Math.floor(random() * random() * 400);
    yield bytes.subarray(from, to);
    from = to;
  }
}

/**
 * Serves recorded answers on 127.0.0.1: whatever is asked below `/{index}` is answered with the row of
 * that index, a stream in pieces that end anywhere.
 */
export async function startReplayServer(rows, random) {
  const server = createServer(async (request, response) => {
    request.resume();
    const row = rows[Number(request.url.split('/')[1])];
    const body = row.stream ? row.response_body : JSON.stringify(row.response_body);
    const type = row.stream ? 'text/event-stream' : 'application/json';
    response.writeHead(200, { 'content-type': type });
    for (const piece of cut(Buffer.from(body), random)) {
      response.write(piece);
      // Lets a piece leave before the next.
      await nextTurn();
    }
    response.end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    addressOf: (index) => `http://127.0.0.1:${server.address().port}/${index}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
