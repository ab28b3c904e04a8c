import { createSilentHost, createSilentPort, leaveOnce, phases } from './abort/index.ts';

/** Real HTTP on 127.0.0.1 and real time: what virtual time cannot show is a socket that closes. */
describe('a caller who leaves', () => {
  let host: Awaited<ReturnType<typeof createSilentHost>>;
  let port: Awaited<ReturnType<typeof createSilentPort>>;
  beforeAll(async () => {
    host = await createSilentHost();
    port = await createSilentPort();
  });
  afterAll(() => Promise.all([host.close(), port.close()]));

  it.each(phases.map((phase) => [phase.name, phase] as const))(
    'is seen upstream at once, and leaves nothing behind: %s',
    async (_, phase) => {
      const before = host.arrivals;
      for (let turn = 0; turn < 3; turn++) {
        const { code, closedAfterMs, leaks } = await leaveOnce(phase, host, port);
        expect(code).toBe('aborted');
        expect(leaks).toEqual([]);
        expect(closedAfterMs !== undefined).toBe(phase.isUpstream);
      }
      // Who holds the place that another waits for has been sent, who waits has not.
      const isSent = phase.isUpstream || phase.moment === 'in the queue';
      expect(host.arrivals - before).toBe(isSent ? 3 : 0);
    },
  );
});
