import { createDeploymentStats } from '../src/deployment-stats.ts';

describe('what is known of an exhausted deployment', () => {
  it('is the latest time that was told, and whether it was guessed', () => {
    const stats = createDeploymentStats();
    expect(stats).toMatchObject({ exhaustedUntil: 0, isExhaustionGuessed: false });
    stats.exhausted(5000, true);
    expect(stats).toMatchObject({ exhaustedUntil: 5000, isExhaustionGuessed: true });
    stats.exhausted(4000);
    expect(stats).toMatchObject({ exhaustedUntil: 5000, isExhaustionGuessed: true });
    stats.exhausted(6000);
    expect(stats).toMatchObject({ exhaustedUntil: 6000, isExhaustionGuessed: false });
  });

  it('is forgotten when it begins anew, but not its experience', () => {
    const stats = createDeploymentStats();
    stats.success(100, undefined);
    stats.exhausted(5000, true);
    stats.broken(6000);
    stats.beginAnew();
    expect(stats).toMatchObject({
      exhaustedUntil: 0,
      isExhaustionGuessed: false,
      brokenUntil: 0,
      succeeded: 1,
      latencyMs: 100,
    });
  });
});
