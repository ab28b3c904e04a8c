import type { House, Room } from './house.ts';
import { isSame } from './is-same.ts';
import type { ConfigDiff } from './router.ts';
import type { RouterConfig } from './router-config.ts';

/** What differs between two configurations. It holds names only, no values. */
export function diffConfigs(before: House, after: House): ConfigDiff {
  const [was, is] = [before.rooms, after.rooms];
  const ids = [...is.keys()];
  return {
    added: ids.filter((id) => !was.has(id)),
    removed: [...was.keys()].filter((id) => !is.has(id)),
    changed: ids.filter((id) => was.has(id) && differ(before, after, id)),
    options: optionsOf(before.config, after.config),
  };
}

function differ(before: House, after: House, id: string): boolean {
  const given = ({ config, rooms }: House) => config.deployments[[...rooms.keys()].indexOf(id)];
  const own = ({ rooms }: House) => (rooms.get(id) as Room).deployment;
  return !isSame(own(before), own(after)) || !isSame(given(before), given(after));
}

function optionsOf(before: RouterConfig, after: RouterConfig): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  names.delete('deployments');
  return [...names].filter((name) => {
    const key = name as keyof RouterConfig;
    return !isSame(before[key], after[key]);
  });
}
