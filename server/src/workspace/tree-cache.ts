import type { FileSystem } from '../files/file-system.ts';
import { joinPath } from '../files/paths.ts';
import { modulesDirectory } from '../tree/kernel-versions.ts';
import { type IndexedModuleTree, openModuleTree } from '../tree/open-module-tree.ts';

/** What depmod writes; when one of them changes, the tree has changed. */
const indexNames = [
  'modules.dep',
  'modules.dep.bin',
  'modules.alias',
  'modules.alias.bin',
  'modules.symbols',
  'modules.symbols.bin',
  'modules.builtin',
  'modules.builtin.bin',
  'modules.builtin.modinfo',
  'modules.builtin.alias.bin',
  'modules.devname',
  'modules.order',
] as const;

/**
 * The last module tree of each kernel version of one root, so that looking at the machine again does not read its indexes again.
 * A tree is kept for as long as its files have the same sizes and dates.
 */
export class TreeCache {
  readonly #trees = new Map<string, { readonly signature: string; readonly tree: IndexedModuleTree }>();

  /** @returns undefined when there is no directory of that kernel version. */
  get(files: FileSystem, kernel: string): IndexedModuleTree | undefined {
    const signature = signatureOf(files, kernel);
    const known = this.#trees.get(kernel);
    if (known?.signature === signature) return known.tree;
    this.#trees.delete(kernel);
    const tree = openModuleTree(files, kernel);
    if (tree !== undefined) this.#trees.set(kernel, { signature, tree });
    return tree;
  }
}

function signatureOf(files: FileSystem, kernel: string): string {
  const directory = joinPath(modulesDirectory, kernel);
  const stats = [directory, ...indexNames.map((name) => joinPath(directory, name))].map((path) =>
    files.stat(path),
  );
  return stats.map((stat) => (stat === undefined ? '-' : `${stat.size}:${stat.modified}`)).join(' ');
}
