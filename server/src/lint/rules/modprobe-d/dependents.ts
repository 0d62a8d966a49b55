import type { ModuleTree } from '../../../tree/module-tree.ts';
import { moduleNameOf } from '../../../tree/names.ts';

const known = new WeakMap<ModuleTree, ReadonlyMap<string, readonly string[]>>();

/** @returns the names of the modules that need a module, directly or through others, in the order of modules.dep. */
export function dependentsOf(module: string, tree: ModuleTree): readonly string[] {
  let dependents = known.get(tree);
  if (dependents === undefined) {
    dependents = invert(tree);
    known.set(tree, dependents);
  }
  return dependents.get(module) ?? [];
}

function invert(tree: ModuleTree): ReadonlyMap<string, readonly string[]> {
  const dependents = new Map<string, string[]>();
  for (const { name, dependencies } of tree.modules()) {
    for (const path of dependencies) {
      const needed = moduleNameOf(path);
      const list = dependents.get(needed);
      if (list === undefined) dependents.set(needed, [name]);
      else list.push(name);
    }
  }
  return dependents;
}
