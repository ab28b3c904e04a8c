import type { RouterConfig } from 'llm-router';
import type { PortableConfig } from '../src/index.ts';

type Accepts<To, From extends To> = [To, From];

type Read = Partial<PortableConfig>;

/** What is read here the router takes, and what the router takes can be written here. */
type Held = Accepts<RouterConfig, Required<Pick<PortableConfig, 'deployments'>> & PortableConfig> &
  Accepts<Partial<RouterConfig>, Read> &
  Accepts<PortableConfig, RouterConfig>;

test('the configuration of the router and this one are held together by types', () => {
  const held: Held[] = [];
  expect(held).toEqual([]);
});
