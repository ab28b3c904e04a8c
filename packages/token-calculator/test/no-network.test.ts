import { Socket } from 'node:net';
import { countTokens, preloadTokenizers } from '../src/index.ts';

it('counts exactly without the network: its tables come with it', async () => {
  const refused = () => {
    throw new Error('the network was asked');
  };
  const spies = [
    jest.spyOn(globalThis, 'fetch').mockImplementation(refused),
    jest.spyOn(Socket.prototype, 'connect').mockImplementation(refused),
  ];
  try {
    await preloadTokenizers(['o200k_base', 'cl100k_base']);
    for (const model of ['gpt-4o', 'gpt-4']) {
      const counted = await countTokens('The ferry leaves at noon.', { model });
      expect(counted).toMatchObject({ tokens: 6, method: 'exact' });
    }
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
});
