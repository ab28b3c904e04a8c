import { createVirtualClock } from '@llm-router/core';
import { createRouter } from 'llm-router';
import { busy, completionOf, failureOf, idle } from './support.ts';

const providers = { own: { name: 'own', chat: async () => completionOf('x'), stream: () => [] } };
const deployments = ['a', 'b'].map((model) => ({ provider: 'own', model }));

/** A source that is good for so many draws. */
function randomThatTurns(bad: unknown, after: number): () => number {
  let draws = 0;
  return () => {
    draws += 1;
    return draws > after ? (bad as number) : 0.5;
  };
}

describe('a source of chance that is none', () => {
  it.each([[Number.NaN], [-0.1], [1], [4], ['0.5'], [undefined], [null]])(
    'is named where it answers %p, whenever it is asked',
    async (bad) => {
      for (const after of [0, 1, 2, 3]) {
        const clock = createVirtualClock();
        const router = createRouter(
          { deployments, strategy: 'loadbalance' },
          { clock, random: randomThatTurns(bad, after), providers: providers as never },
        );
        const asked = async () => {
          for (let count = 0; count < 3; count++) await router.chat('x');
        };
        const error = await clock.run(failureOf(asked()));
        expect(error.code).toBe('invalid_config');
        expect(error.message).toMatch(/dependencies\.random\(\) answered is .* from 0 to below 1/);
        expect(busy(router)).toEqual(idle);
      }
    },
  );

  it('is not asked for more than it was', async () => {
    let draws = 0;
    const random = () => {
      draws += 1;
      return 0;
    };
    const clock = createVirtualClock();
    createRouter({ deployments }, { clock, random, providers: providers as never });
    expect(draws).toBe(0);
  });
});
