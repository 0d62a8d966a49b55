import { baseName, directoryName } from '../files/paths.ts';
import type { IndexedModuleTree } from '../tree/open-module-tree.ts';
import type { Suggestion } from './completion/suggestion.ts';

const modules = new WeakMap<IndexedModuleTree, readonly Suggestion[]>();

/** @returns the modules of a tree, worked out once; not what is compiled in. */
export function moduleNameSuggestions(tree: IndexedModuleTree): readonly Suggestion[] {
  let known = modules.get(tree);
  if (known === undefined) {
    known = [...tree.modules()].map(({ name, listedPath }) => ({
      label: name,
      kind: 'module',
      detail: baseName(directoryName(listedPath)),
      about: { kind: 'name', name },
    }));
    modules.set(tree, known);
  }
  return known;
}

const aliases = new WeakMap<IndexedModuleTree, readonly Suggestion[]>();

/** @returns the aliases of a tree's modules that are names and no patterns, worked out once: `fs_cifs`, `net_pf_31`. */
export function aliasNameSuggestions(tree: IndexedModuleTree): readonly Suggestion[] {
  let known = aliases.get(tree);
  if (known === undefined) {
    known = [...tree.modules()].flatMap(({ name }) =>
      tree
        .aliasesOf(name)
        .filter(({ pattern }) => /^[\w:.-]+$/.test(pattern))
        .map(
          ({ pattern, module }): Suggestion => ({
            label: pattern,
            kind: 'device',
            detail: `alias of ${module}`,
            rank: 1,
            about: { kind: 'name', name: pattern },
          }),
        ),
    );
    aliases.set(tree, known);
  }
  return known;
}
