export { createSilentHost, createSilentPort } from './hosts.ts';
export { leaveOnce } from './leave-once.ts';
export { phases } from './phases.ts';
