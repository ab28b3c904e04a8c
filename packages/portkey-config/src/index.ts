export { byPriority } from './by-priority.ts';
export {
  findPortkeyRefusal,
  type PortkeyRefusal,
  type RefusalOptions,
} from './find-portkey-refusal.ts';
export {
  type ParsedPortkeyConfig,
  type ParseOptions,
  parsePortkeyConfig,
} from './parse-portkey-config.ts';
export type {
  PortableBackoff,
  PortableBreaker,
  PortableConfig,
  PortableDeployment,
} from './portable-config.ts';
export { type ToPortkeyOptions, toPortkeyConfig } from './to-portkey-config.ts';
