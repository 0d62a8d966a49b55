import { moduleName24 } from '../../../tree/dep24.ts';
import { moduleNameOf } from '../../../tree/names.ts';
import { type DepDocument, entriesOf, isModern, type PlacedEntry } from './support.ts';

/** The entries of a modules.dep, to be found as the loaders find them. */
export class EntryIndex {
  readonly entries: readonly PlacedEntry[];
  readonly #byPath = new Map<string, PlacedEntry>();
  readonly #byWritten = new Map<string, PlacedEntry>();
  readonly #byName = new Map<string, PlacedEntry>();
  readonly #needs = new Map<PlacedEntry, readonly PlacedEntry[]>();

  constructor(document: DepDocument) {
    this.entries = entriesOf(document);
    for (const entry of this.entries) {
      const { text } = entry.tree.target;
      if (!this.#byPath.has(pathKey(text))) this.#byPath.set(pathKey(text), entry);
      if (!this.#byWritten.has(text)) this.#byWritten.set(text, entry);
      if (!this.#byName.has(nameKey(entry))) this.#byName.set(nameKey(entry), entry);
    }
  }

  /** @returns the first entry with the target of `entry`. */
  firstOfPath({ tree }: PlacedEntry): PlacedEntry | undefined {
    return this.#byPath.get(pathKey(tree.target.text));
  }

  /** @returns the first entry with the module name of `entry`. */
  firstOfName(entry: PlacedEntry): PlacedEntry | undefined {
    return this.#byName.get(nameKey(entry));
  }

  /** @returns the entry that a dependency of `entry` leads to: by its path, which in kernel 2.4 is compared as it is written. */
  resolve(dependency: string, entry: PlacedEntry): PlacedEntry | undefined {
    return isModern(entry) ? this.#byPath.get(pathKey(dependency)) : this.#byWritten.get(dependency);
  }

  /** @returns the entries that the dependencies of `entry` lead to, in order; those that lead nowhere, and itself, left out. */
  needsOf(entry: PlacedEntry): readonly PlacedEntry[] {
    let needs = this.#needs.get(entry);
    if (needs === undefined) {
      needs = entry.tree.dependencies
        .map(({ text }) => this.resolve(text, entry))
        .filter((need): need is PlacedEntry => need !== undefined && need !== entry);
      this.#needs.set(entry, needs);
    }
    return needs;
  }
}

const indexes = new WeakMap<DepDocument, EntryIndex>();

/** @returns the index of a document, which is made once. */
export function indexOf(document: DepDocument): EntryIndex {
  let index = indexes.get(document);
  if (index === undefined) {
    index = new EntryIndex(document);
    indexes.set(document, index);
  }
  return index;
}

/** @returns the module name by which an entry is found. */
export function nameKey(entry: PlacedEntry): string {
  const { text } = entry.tree.target;
  return isModern(entry) ? moduleNameOf(text) : moduleName24(text);
}

/** Absolute and relative paths of one tree are the same file. */
function pathKey(path: string): string {
  if (!path.startsWith('/')) return path;
  const inTree = /^(?:\/usr)?\/lib\/modules\/[^/]+\//.exec(path);
  return inTree === null ? path : path.slice(inTree[0].length);
}
