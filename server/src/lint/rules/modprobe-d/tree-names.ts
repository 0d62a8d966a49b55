import { fnmatch, literalPrefixLength } from '../../../files/fnmatch.ts';
import { groupBy } from '../../../tree/group-by.ts';
import type { IndexedModuleTree } from '../../../tree/open-module-tree.ts';

/** The names in a module tree, to find what somebody meant who wrote another one. */
export class TreeNames {
  readonly #byLowerCase: ReadonlyMap<string, string>;
  /** By length and first letter, in which people seldom slip. */
  readonly #similar: ReadonlyMap<string, readonly string[]>;
  /** In the order of UTF-16 code units. */
  readonly #sorted: readonly string[];

  constructor(tree: IndexedModuleTree) {
    const names = new Set(tree.builtinNames());
    for (const { name } of tree.modules()) names.add(name);
    this.#byLowerCase = new Map([...names].map((name) => [name.toLowerCase(), name]));
    this.#similar = groupBy(names, (name) => `${name.length}${name[0]}`);
    this.#sorted = [...names].sort();
  }

  /** @returns the first name that an fnmatch(3) pattern matches; none for a pattern that begins with a wildcard. */
  firstMatching(pattern: string): string | undefined {
    const prefix = pattern.slice(0, literalPrefixLength(pattern));
    if (prefix === '') return undefined;
    for (let at = this.#placeOf(prefix); this.#sorted[at]?.startsWith(prefix); at++) {
      if (fnmatch(pattern, this.#sorted[at]!)) return this.#sorted[at];
    }
    return undefined;
  }

  /** @returns the name that differs from a normalised one in upper and lower case only. */
  inOtherCase(name: string): string | undefined {
    const other = this.#byLowerCase.get(name.toLowerCase());
    return other === name ? undefined : other;
  }

  /**
   * @returns the only name that is one slip away from a normalised one: a letter left out, put in, changed, or swapped with its
   *   neighbour. Names that differ in a digit, or in a letter of a model number, are names of different things.
   */
  oneSlipFrom(name: string): string | undefined {
    if (name.length < shortestName) return undefined;
    const found: string[] = [];
    for (let length = name.length - 1; length <= name.length + 1; length++) {
      const candidates = this.#similar.get(`${length}${name[0]}`) ?? [];
      for (const other of candidates) if (isOneSlip(name, other)) found.push(other);
    }
    return found.length === 1 ? found[0] : undefined;
  }

  /** The place of the first name that does not come before a text. */
  #placeOf(text: string): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sorted[middle]! < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Between shorter names one letter more or less means nothing. */
const shortestName = 6;

const known = new WeakMap<IndexedModuleTree, TreeNames>();

/** @returns the names of a tree, collected when they are first asked for. */
export function namesOf(tree: IndexedModuleTree): TreeNames {
  let names = known.get(tree);
  if (names === undefined) {
    names = new TreeNames(tree);
    known.set(tree, names);
  }
  return names;
}

function isOneSlip(left: string, right: string): boolean {
  let start = 0;
  while (start < left.length && left[start] === right[start]) start++;
  let leftEnd = left.length;
  let rightEnd = right.length;
  while (leftEnd > start && rightEnd > start && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd--;
    rightEnd--;
  }
  if (leftEnd - start > 2 || rightEnd - start > 2) return false;
  const [a, b] = [left.slice(start, leftEnd), right.slice(start, rightEnd)];
  if (/\d/.test(a + b)) return false;
  if (a.length === 1 && b.length === 1) return !/\d/.test(left);
  const isSwap = a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
  return isSwap || a.length + b.length === 1;
}
