import { baseName, directoryName } from '../files/paths.ts';
import type { IndexedModuleTree } from '../tree/open-module-tree.ts';
import type { Suggestion } from './completion/suggestion.ts';

const modules = new WeakMap<IndexedModuleTree, readonly Suggestion[]>();

/** @returns the modules of a tree, worked out once; not what is compiled in. */
export function moduleNameSuggestions(tree: IndexedModuleTree): readonly Suggestion[] {
  let known = modules.get(tree);
  if (known === undefined) {
    const all = [...tree.modules()].map(
      ({ name, listedPath }): Suggestion => ({
        label: name,
        kind: 'module',
        detail: baseName(directoryName(listedPath)),
        about: { kind: 'name', name },
      }),
    );
    known = sorted(all);
    modules.set(tree, known);
  }
  return known;
}

const aliases = new WeakMap<IndexedModuleTree, readonly Suggestion[]>();

/** @returns the aliases of a tree's modules that are names and no patterns, worked out once: `fs_cifs`, `net_pf_31`. */
export function aliasNameSuggestions(tree: IndexedModuleTree): readonly Suggestion[] {
  let known = aliases.get(tree);
  if (known === undefined) {
    const all = [...tree.modules()].flatMap(({ name }) =>
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
    known = sorted(all);
    aliases.set(tree, known);
  }
  return known;
}

/** What is sorted once is ranked faster every time. */
function sorted(suggestions: Suggestion[]): readonly Suggestion[] {
  return suggestions.sort((left, right) => (left.label < right.label ? -1 : 1));
}
