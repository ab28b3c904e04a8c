import { type Category, categories, invalidConfig } from '@llm-router/core';

/**
 * The categories from the best fit for a wanted one to the worst: itself, then its neighbours by
 * distance, the larger before the smaller where both are equally near.
 *
 * @throws RouterError `invalid_config` for what is no category
 * @example
 * categoryOrder('small'); // ['small', 'large', 'tiny', 'reasoning']
 */
export function categoryOrder(wanted: Category): readonly Category[] {
  const order = orders.get(wanted);
  if (order !== undefined) return order;
  throw invalidConfig('categoryOrder: wanted', wanted, `one of ${categories.join(', ')}`);
}

const orders: ReadonlyMap<Category, readonly Category[]> = new Map(
  categories.map((wanted, place) => [wanted, Object.freeze(byDistance(place))]),
);

function byDistance(place: number): Category[] {
  const distance = (category: Category) => Math.abs(categories.indexOf(category) - place);
  // The sort keeps the order of equals, so the larger are given first.
  return [...categories].reverse().sort((a, b) => distance(a) - distance(b));
}
