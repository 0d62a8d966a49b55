import type { FileSystem } from '../files/file-system.ts';
import { type ModuleInfo, type ModuleParameter, parseModuleInfo } from '../tree/module-info.ts';
import { withUnderscores } from '../tree/names.ts';
import type { IndexedModuleTree } from '../tree/open-module-tree.ts';

/** Larger files take longer to read than anybody waits for a hover. In bytes. */
const maximumSize = 4 * 1024 * 1024;

const known = new WeakMap<IndexedModuleTree, Map<string, ModuleInfo | undefined>>();

/**
 * @param module a normalised name
 * @returns what a module says of itself; undefined where that is not at hand: it is unknown, compressed, very large, or damaged
 */
export function moduleInfoOf(
  module: string,
  tree: IndexedModuleTree,
  files: FileSystem,
): ModuleInfo | undefined {
  const infos = known.get(tree) ?? new Map<string, ModuleInfo | undefined>();
  known.set(tree, infos);
  if (!infos.has(module)) infos.set(module, readInfo(module, tree, files));
  return infos.get(module);
}

/** @returns the parameter of a name; the kernel takes `-` and `_` in it for the same. */
export function parameterNamed(name: string, { parameters }: ModuleInfo): ModuleParameter | undefined {
  const wanted = withUnderscores(name);
  return parameters.find((parameter) => withUnderscores(parameter.name) === wanted);
}

function readInfo(module: string, tree: IndexedModuleTree, files: FileSystem): ModuleInfo | undefined {
  const path = tree.module(module)?.path;
  if (path === undefined) return tree.builtinInfo(module);
  if (!path.endsWith('.ko') || (files.stat(path)?.size ?? Infinity) > maximumSize) return undefined;
  try {
    const info = parseModuleInfo(files.read(path));
    return typeof info === 'string' ? undefined : info;
  } catch {
    return undefined; // removed or not readable: nothing is known of it then
  }
}
