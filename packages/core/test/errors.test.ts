import { isRouterError, RouterError } from '@llm-router/core';

describe('router errors', () => {
  it('are errors with a code, a message and a stack', () => {
    const error = new RouterError('queue_full', 'The queue of openai/large holds 100 requests.');
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('RouterError');
    expect(error.code).toBe('queue_full');
    expect(error.retryable).toBe(false);
    expect(String(error)).toBe('RouterError: The queue of openai/large holds 100 requests.');
    expect(error.stack).toContain('errors.test');
  });

  it('carry what is known and leave out what is not', () => {
    const error = new RouterError('all_failed', 'None answered.', {
      retryable: true,
      retryAfterMs: 2000,
      category: 'overloaded',
      status: 529,
      partial: { text: 'The ferry' },
    });
    expect(error).toMatchObject({
      retryable: true,
      retryAfterMs: 2000,
      category: 'overloaded',
      status: 529,
      partial: { text: 'The ferry' },
    });
    const bare = new RouterError('closed', 'The router is closed.', { status: undefined });
    expect(Object.keys(bare).sort()).toEqual(['code', 'name', 'retryable']);
    expect('cause' in bare).toBe(false);
  });

  it('keep their cause, even an absent one that was told', () => {
    const cause = new TypeError('fetch failed');
    expect(new RouterError('all_failed', 'None.', { cause }).cause).toBe(cause);
    expect('cause' in new RouterError('all_failed', 'None.', { cause: undefined })).toBe(true);
  });

  it('print as JSON without their cause, which could hold anything', () => {
    const error = new RouterError('aborted', 'The caller left.', {
      cause: { headers: { authorization: 'Bearer k-123' } },
      retryAfterMs: 5,
    });
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'RouterError',
      code: 'aborted',
      message: 'The caller left.',
      retryable: false,
      retryAfterMs: 5,
    });
  });
});

describe('isRouterError', () => {
  const error = new RouterError('deadline_exceeded', 'Too late.');

  it('knows the code', () => {
    expect(isRouterError(error)).toBe(true);
    expect(isRouterError(error, 'deadline_exceeded')).toBe(true);
    expect(isRouterError(error, 'aborted')).toBe(false);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['text', 'deadline_exceeded'],
    ['another error', new Error('no')],
    ['an object of the same shape', { name: 'RouterError', code: 'aborted', retryable: false }],
  ])('does not take %s for one', (_, value) => {
    expect(isRouterError(value)).toBe(false);
  });

  it('knows the errors of another copy of the module', async () => {
    let copy: typeof import('@llm-router/core') | undefined;
    await jest.isolateModulesAsync(async () => {
      copy = await import('@llm-router/core');
    });
    if (copy === undefined) throw new Error('the copy was not loaded');
    expect(copy.RouterError).not.toBe(RouterError);
    const foreign: unknown = new copy.RouterError('closed', 'The other one is closed.');
    expect(foreign).not.toBeInstanceOf(RouterError);
    expect(isRouterError(foreign, 'closed')).toBe(true);
    expect(copy.isRouterError(error, 'deadline_exceeded')).toBe(true);
  });

  it('is not fooled by what came through JSON', () => {
    expect(isRouterError(JSON.parse(JSON.stringify(error)))).toBe(false);
  });
});
