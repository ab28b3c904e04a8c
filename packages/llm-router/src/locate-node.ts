import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node } from 'yaml';
import type { Path } from './expand-references.ts';

/** A place in the text of a file. */
export interface LocatedNode {
  /** Characters from the start of the file. */
  readonly offset: number;
  /** How many steps of the path it lies behind; fewer than all where the rest is not there. */
  readonly depth: number;
  /** Whether it and all around it are objects with fields, which an overlay merges. */
  readonly isMerged: boolean;
}

/** Finds the node of a path, or the nearest one around it that is there; follows aliases. */
export function locateNode(document: Document, path: Path): LocatedNode | undefined {
  let node: unknown = document.contents;
  let found: LocatedNode | undefined;
  for (let depth = 0; isNode(node); depth++) {
    const target: Node | undefined = isAlias(node) ? node.resolve(document) : node;
    const offset = node.range?.[0];
    const isMerged = isMap(target) && found?.isMerged !== false;
    if (offset !== undefined) found = { offset, depth, isMerged };
    const part = path[depth];
    if (part === undefined) return found;
    node = childOf(target, part);
  }
  return found;
}

function childOf(node: Node | undefined, part: PropertyKey): unknown {
  if (isSeq(node)) return node.items[Number(part)];
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && key.value === String(part));
  // A field without a value stands where its name does.
  return isScalar(pair?.value) && pair.value.value === null ? pair.key : pair?.value;
}
