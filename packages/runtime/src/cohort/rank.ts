/** Places in an order of merit. */

/**
 * The elements best first, those that compare as equal together. `compareBest` is negative when the left one is better.
 * Within a group the elements keep the order of the input, which must decide nothing.
 */
export function groupByMerit<Element>(
  elements: readonly Element[],
  compareBest: (left: Element, right: Element) => number,
): Element[][] {
  const groups: Element[][] = [];
  for (const element of elements.toSorted(compareBest)) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group !== undefined && first !== undefined && compareBest(first, element) === 0) group.push(element);
    else groups.push([element]);
  }
  return groups;
}

/** Standard competition ranking: equals share a place and the places behind are skipped (1, 2, 2, 4). */
export function rank<Element>(
  elements: readonly Element[],
  compareBest: (left: Element, right: Element) => number,
): Map<Element, number> {
  const places = new Map<Element, number>();
  let place = 1;
  for (const group of groupByMerit(elements, compareBest)) {
    for (const element of group) places.set(element, place);
    place += group.length;
  }
  return places;
}
