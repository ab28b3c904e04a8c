import type { House } from './house.ts';

/**
 * A deployment with another key, address or headers, or one that comes back, is asked again at once:
 * that its quota was used up, that its circuit was open and that it was to be left alone was said of
 * another account.
 */
export function beginAnew(house: House, before: House): void {
  for (const [id, { access, stats }] of house.rooms) {
    if (before.rooms.get(id)?.access === access) continue;
    stats.beginAnew();
    house.circuits?.ofDeployments.forget(id);
    // Last, as it lets those go who wait.
    house.admission.unblock(id);
  }
}
